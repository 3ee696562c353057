import { webApi } from '@slack/bolt';
import type { JsonObject } from '../../../local-slack/json.ts';
import {
  type LocalSlack,
  type LocalSlackOptions,
  startLocalSlack,
} from '../../../local-slack/local-slack.ts';
import type { Channel, Person } from '../../../local-slack/model.ts';
import { SECRETS, TEAM } from '../../../local-slack/names.ts';
import { type BareApp, startBareApp } from './bare-app.ts';

/** Everything that the local Slack knows of, so that nothing is refused for a scope or a feature. */
export const EVERYTHING = {
  features: {
    bot_user: { display_name: 'hmicfrs' },
    slash_commands: [{ command: '/hmicfrs', description: 'Ask', usage_hint: 'a question' }],
    shortcuts: [
      { type: 'message', name: 'Look up', callback_id: 'look-up', description: 'Look this up' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'app_mentions:read',
        'channels:history',
        'channels:read',
        'chat:write',
        'commands',
        'groups:history',
        'groups:read',
        'im:history',
        'im:read',
        'im:write',
        'users:read',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'app_home_opened',
        'app_mention',
        'message.channels',
        'message.groups',
        'message.im',
      ],
    },
  },
} as const satisfies JsonObject;

/** A workspace with two people and some channels, and an app without a library. */
export interface Newsroom {
  readonly slack: LocalSlack;
  readonly app: BareApp;
  /** Calls as the bot; a refusal rejects with Slack's answer as `data`. */
  readonly client: webApi.WebClient;
  readonly reporter: Person;
  readonly officer: Person;
  /** Both people and the bot. */
  readonly desk: Channel;
  /** Both people; not the bot. */
  readonly elsewhere: Channel;
  /** The officer alone. */
  readonly secret: Channel;
  readonly archived: Channel;
  readonly direct: Channel;
  close(): Promise<void>;
}

export async function openNewsroom(options: LocalSlackOptions = {}): Promise<Newsroom> {
  const slack = await startLocalSlack({ manifest: EVERYTHING, ...options });
  const app = await startBareApp();
  slack.reach({ transport: 'http', port: app.port });
  const { workspace } = slack;
  const reporter = workspace.addPerson({ name: 'Ravi', role: 'Reporter, Daily Example' });
  const officer = workspace.addPerson({ name: 'Olive', role: 'Press officer' });
  const both = [reporter.id, officer.id];
  const bot = TEAM.botUser;
  const archived = workspace.addChannel({ name: 'old', kind: 'public', members: [...both, bot] });
  workspace.archive(archived.id);
  return {
    slack,
    app,
    client: clientOf(slack),
    reporter,
    officer,
    desk: workspace.addChannel({ name: 'desk', kind: 'public', members: [...both, bot] }),
    elsewhere: workspace.addChannel({ name: 'elsewhere', kind: 'public', members: both }),
    secret: workspace.addChannel({ name: 'secret', kind: 'private', members: [officer.id] }),
    archived,
    direct: workspace.directMessage(reporter.id),
    async close() {
      await slack.close();
      await app.close();
    },
  };
}

const nothing = (): void => undefined;
/** Refusals are what these tests ask for; nobody needs to read of them. */
export const SILENT = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => webApi.LogLevel.ERROR,
};

export function clientOf(
  { apiUrl }: Pick<LocalSlack, 'apiUrl'>,
  token: string = SECRETS.botToken,
): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
  });
}

/** Slack's answer, whether it takes the call or refuses it. */
export async function call(
  client: webApi.WebClient,
  method: string,
  body: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  try {
    return { ...(await client.apiCall(method, body)) };
  } catch (error) {
    const { data } = error as { data?: Record<string, unknown> };
    if (data === undefined) throw error;
    return data;
  }
}

/** Waits for the acknowledgements and echoes that are still under way. */
export async function settled({ slack }: Pick<Newsroom, 'slack'>): Promise<void> {
  const open = () => slack.journal.deliveries().some(({ receipt }) => receipt === undefined);
  while (open()) {
    await new Promise<void>((resolve) => {
      const stop = slack.onChange(({ kind }) => {
        if (kind !== 'delivery') return;
        stop();
        resolve();
      });
    });
  }
}

export const text = (words: string) => ({ type: 'plain_text', text: words });
export const button = (actionId: string, value = 'v') => ({
  type: 'button',
  action_id: actionId,
  text: text(actionId),
  value,
});
export const actions = (...elements: readonly JsonObject[]) => ({ type: 'actions', elements });
export const section = (words: string) => ({
  type: 'section',
  text: { type: 'mrkdwn', text: words },
});
export const modal = (...blocks: readonly JsonObject[]) => ({
  type: 'modal',
  callback_id: 'a-modal',
  title: text('A modal'),
  submit: text('Send'),
  blocks,
});
export const home = (...blocks: readonly JsonObject[]) => ({ type: 'home', blocks });
export const input = (blockId: string) => ({
  type: 'input',
  block_id: blockId,
  label: text(blockId),
  element: { type: 'plain_text_input', action_id: 'typed' },
});
