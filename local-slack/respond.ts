import { type JsonObject, textAt } from './json.ts';
import { contentOf } from './methods/message-arguments.ts';
import { type Answer, accept, isRefusal, refuse } from './methods/method.ts';
import type { Message } from './model.ts';
import { TEAM } from './names.ts';
import type { Cause } from './tickets.ts';
import type { Workspace } from './workspace.ts';

export interface RespondParts {
  readonly workspace: Workspace;
  /** Tells the app of a message that everybody sees. */
  readonly echo: (message: Message, before?: Message) => void;
}

/**
 * What an app says to a response URL, or in its acknowledgement of a command. It needs no
 * membership, and without a word it is for the one person who acted.
 */
export function respond(body: JsonObject, cause: Cause | undefined, parts: RespondParts): Answer {
  const original = originalOf(cause, parts.workspace);
  if (body.delete_original === true) {
    if (original) parts.workspace.messages.remove(original);
    return accept({});
  }
  const content = contentOf(body);
  if (isRefusal(content)) return content;
  if (!cause?.channel) return accept({});
  const said = { ...content, typed: content.text };
  if (body.replace_original === true && cause.message) {
    return original ? replace(original, said, parts) : accept({});
  }
  const everybody = body.response_type === 'in_channel';
  const threadTs = textAt(body, 'thread_ts');
  const message = parts.workspace.messages.keep({
    channel: cause.channel,
    ts: parts.workspace.messages.ts(),
    user: TEAM.botUser,
    botId: TEAM.botId,
    ...said,
    ...(threadTs ? { threadTs } : {}),
    ...(everybody ? {} : { visibleTo: cause.user }),
  });
  if (everybody) parts.echo(message);
  return accept({}, message);
}

function originalOf(cause: Cause | undefined, { messages }: Workspace): Message | undefined {
  if (!cause?.channel || !cause.message) return undefined;
  const { ts, ephemeral } = cause.message;
  return ephemeral
    ? messages.findEphemeral(cause.channel, ts, cause.user)
    : messages.find(cause.channel, ts);
}

function replace(
  original: Message,
  said: Pick<Message, 'text' | 'typed' | 'blocks'>,
  { workspace, echo }: RespondParts,
): Answer {
  if (original.user !== TEAM.botUser) return refuse('cant_update_message');
  const seenByAll = original.visibleTo === undefined;
  const edited = { user: TEAM.botUser, ts: workspace.messages.ts() };
  const message = workspace.messages.keep({
    ...original,
    ...said,
    ...(seenByAll ? { edited } : {}),
  });
  if (seenByAll) echo(message, original);
  return accept({}, message);
}
