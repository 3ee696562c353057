import type {
  AllMiddlewareArgs,
  App,
  BlockButtonAction,
  BlockPlainTextInputAction,
  MessageShortcut,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { Desk } from '../application/desk/desk.ts';
import type { Logger } from '../application/ports.ts';
import type { PressOffice } from '../application/press-office.ts';
import { LABELS } from '../wording/slack-messages.ts';
import { withAsk } from './asking.ts';
import { messageView } from './blocks/message-view.ts';
import { slackMessages } from './blocks/slack-message.ts';
import { commandText } from './question-text.ts';
import type { SeenDeliveries } from './seen-deliveries.ts';
import { errorFields } from './slack-error.ts';
import { sorry } from './sorry.ts';

/** What a listener works with. */
export interface SlackDeps {
  readonly pressOffice: PressOffice;
  readonly logger: Logger;
  /** The press desk; absent where the office names no channel for it. */
  readonly desk?: Desk;
  /** Questions are kept, and the off switch holds, with or without a channel for the desk. */
  readonly records: Pick<Desk, 'asked' | 'off'>;
  /** Texts that were answered, and private answers that were shared. */
  readonly seen: SeenDeliveries;
  /** Days that an enquiry is kept; absent where it is kept until somebody asks for its removal. */
  readonly keptDays?: number;
}

/** One thing that Slack may send, and what is done then. */
export interface SlackListener {
  readonly kind: 'command' | 'event' | 'action' | 'shortcut' | 'view';
  /**
   * The command, the event as the manifest calls it, the action_id or the callback_id; a regular
   * expression's source for a family of them.
   */
  readonly name: string;
  /** True for what only catches strays, and so stands in no manifest. */
  readonly catchAll: boolean;
  register(app: App): void;
}

export type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs;
export type ButtonArgs = SlackActionMiddlewareArgs<BlockButtonAction> & AllMiddlewareArgs;
export type FieldArgs = SlackActionMiddlewareArgs<BlockPlainTextInputAction> & AllMiddlewareArgs;
export type ShortcutArgs = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;
export type ViewArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;
export type EventArgs<Type extends string> = SlackEventMiddlewareArgs<Type> & AllMiddlewareArgs;

type Run<Args> = (args: Args) => Promise<void>;

/** A slash command. It is acknowledged before `run`: Slack waits for three seconds at most. */
export function onCommand(
  deps: SlackDeps,
  name: string | RegExp,
  run: Run<CommandArgs>,
): SlackListener {
  const guarded = boundary(deps, 'command', acked(deps, run), tellByResponse(deps));
  return listener('command', name, (app) => app.command(name, guarded));
}

/** A button. It is acknowledged before `run`, which has three seconds to open a modal. */
export function onButton(
  deps: SlackDeps,
  actionId: string | RegExp,
  run: Run<ButtonArgs>,
): SlackListener {
  const guarded = boundary(deps, 'action', acked(deps, run), tellByResponse(deps));
  return listener('action', actionId, (app) => app.action<BlockButtonAction>(actionId, guarded));
}

/**
 * A field that tells while it is typed in. Whatever fails is only logged: nothing was sent yet, and a
 * view that was changed meanwhile (`hash_conflict`) is told of by the next letter.
 */
export function onField(deps: SlackDeps, actionId: string, run: Run<FieldArgs>): SlackListener {
  const quiet = async (args: FieldArgs): Promise<void> => {
    try {
      await args.ack();
      await run(args);
    } catch (error) {
      deps.logger.debug('A field could not be read back', errorFields(error));
    }
  };
  return listener('action', actionId, (app) =>
    app.action<BlockPlainTextInputAction>(actionId, quiet),
  );
}

/** A shortcut in a message's menu. It is acknowledged before `run`, which has three seconds. */
export function onMessageShortcut(
  deps: SlackDeps,
  callbackId: string,
  run: Run<ShortcutArgs>,
): SlackListener {
  const guarded = boundary(deps, 'shortcut', acked(deps, run), tellByResponse(deps));
  return listener('shortcut', callbackId, (app) =>
    app.shortcut<MessageShortcut>({ callback_id: callbackId, type: 'message_action' }, guarded),
  );
}

/** A modal that is sent off. `run` acknowledges by itself, since that is also its reply. */
export function onView(deps: SlackDeps, callbackId: string, run: Run<ViewArgs>): SlackListener {
  const tell = async ({ ack }: ViewArgs): Promise<void> => {
    const view = messageView(LABELS.sorryTitle, sorry(deps.pressOffice));
    await ack({ response_action: 'update', view });
  };
  const guarded = boundary(deps, 'view', run, tell);
  return listener('view', callbackId, (app) => app.view<ViewSubmitAction>(callbackId, guarded));
}

/**
 * An event, which Bolt has acknowledged already.
 *
 * @param name.manifest the event as the manifest subscribes to it: `message.im` for `message`.
 * @param tell how a person hears that something went wrong, where there is somebody to tell.
 */
export function onEvent<Type extends 'app_mention' | 'message' | 'app_home_opened'>(
  deps: SlackDeps,
  name: { readonly event: Type; readonly manifest: string },
  run: Run<EventArgs<Type>>,
  tell: Run<EventArgs<Type>>,
): SlackListener {
  const guarded = boundary(deps, name.manifest, run, tell);
  return listener('event', name.manifest, (app) => app.event(name.event, guarded));
}

function listener(
  kind: SlackListener['kind'],
  name: string | RegExp,
  register: (app: App) => void,
): SlackListener {
  const source = typeof name === 'string' ? name : name.source;
  return { kind, name: source, catchAll: source.startsWith('^(?!'), register };
}

function acked<Args extends CommandArgs | ButtonArgs | ShortcutArgs>(
  deps: SlackDeps,
  run: Run<Args>,
): Run<Args> {
  return async (args) => {
    try {
      await args.ack();
    } catch (error) {
      // The socket went away between delivery and acknowledgement; the answer can still arrive.
      deps.logger.warn('A delivery could not be acknowledged', errorFields(error));
    }
    await run(args);
  };
}

/** Nobody is left without a word: what `run` throws is logged, and the person gets the number. */
function boundary<Args>(
  { logger }: SlackDeps,
  surface: string,
  run: Run<Args>,
  tell: Run<Args>,
): Run<Args> {
  return async (args) => {
    try {
      await run(args);
    } catch (error) {
      logger.error('A listener failed', { surface, ...errorFields(error) });
      try {
        await tell(args);
      } catch (second) {
        logger.error('Nobody could be told of it', { surface, ...errorFields(second) });
      }
    }
  };
}

/**
 * Three ways to reach who asked, each tried where the one before failed: the response URL (half an
 * hour, five uses), a message in the channel that only they see (where the bot is in it), and a
 * direct message.
 */
function tellByResponse(deps: SlackDeps): Run<CommandArgs | ButtonArgs | ShortcutArgs> {
  return async ({ respond, client, body }) => {
    const [message] = slackMessages(sorry(deps.pressOffice), withAsk(deps, askedIn(body)));
    await firstThatWorks([
      () => respond({ response_type: 'ephemeral', replace_original: false, ...message }),
      () => client.chat.postEphemeral({ ...whoAndWhere(body), ...message }),
      () => client.chat.postMessage({ channel: whoAndWhere(body).user, ...message }),
    ]);
  };
}

/** The words after a command; buttons and shortcuts have none. */
function askedIn(body: object | undefined): { question: string } {
  const { text } = (body ?? {}) as { readonly text?: unknown };
  return { question: typeof text === 'string' ? commandText(text) : '' };
}

function whoAndWhere(body: (CommandArgs | ButtonArgs | ShortcutArgs)['body']): {
  user: string;
  channel: string;
} {
  if ('user_id' in body) return { user: body.user_id, channel: body.channel_id };
  return { user: body.user.id, channel: body.channel?.id ?? '' };
}

/** Throws what the last one throws. */
async function firstThatWorks(ways: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const [index, way] of ways.entries()) {
    try {
      await way();
      return;
    } catch (error) {
      if (index === ways.length - 1) throw error;
    }
  }
}
