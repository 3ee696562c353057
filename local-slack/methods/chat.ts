import { isObject, type JsonObject, textAt } from '../json.ts';
import { LIMITS } from '../limits.ts';
import type { Channel, Message } from '../model.ts';
import { TEAM } from '../names.ts';
import { wireMessage } from '../wire.ts';
import { hasBot, type Workspace } from '../workspace.ts';
import { contentOf, warningsAbout } from './message-arguments.ts';
import { type Answer, accept, type Call, isRefusal, refuse } from './method.ts';

export function postMessage(call: Call): Answer {
  const { body, workspace } = call;
  const channel = channelToWrite(workspace, textAt(body, 'channel'));
  if (isRefusal(channel)) return channel;
  const content = contentOf(body);
  if (isRefusal(content)) return content;
  const message = workspace.messages.keep({
    ...ownMessage(workspace, channel, body),
    ...content,
    typed: content.text,
  });
  call.echo(message);
  const { ts } = message;
  const sent = { ...wireMessage(message), ...metadataOf(message) };
  return accept({ channel: channel.id, ts, message: sent, ...warningsAbout(body) }, message);
}

export function postEphemeral({ body, workspace }: Call): Answer {
  const channel = channelToWrite(workspace, textAt(body, 'channel'));
  if (isRefusal(channel)) return channel;
  const visibleTo = textAt(body, 'user');
  const person = workspace.person(visibleTo);
  if (!person || person.left) return refuse('user_not_found');
  if (!channel.members.includes(visibleTo)) return refuse('user_not_in_channel');
  const content = contentOf(body);
  if (isRefusal(content)) return content;
  const message = workspace.messages.keep({
    ...ownMessage(workspace, channel, body),
    ...content,
    typed: content.text,
    visibleTo,
  });
  return accept({ message_ts: message.ts, ...warningsAbout(body) }, message);
}

export function update(call: Call): Answer {
  const { body, workspace } = call;
  const channel = workspace.channel(textAt(body, 'channel'));
  if (!channel || !maySee(channel)) return refuse('channel_not_found');
  if (channel.archived) return refuse('is_inactive');
  const before = workspace.messages.find(channel.id, textAt(body, 'ts'));
  if (!before) return refuse('message_not_found');
  if (before.user !== TEAM.botUser) return refuse('cant_update_message');
  const content = contentOf(body, LIMITS.updatedText);
  if (isRefusal(content)) return content;
  const { metadata: _, ...bare } = before;
  const message = workspace.messages.keep({
    ...(isObject(body.metadata) ? bare : before),
    ...content,
    typed: content.text,
    edited: { user: TEAM.botUser, ts: workspace.messages.ts() },
  });
  call.echo(message, before);
  const { ts, text } = message;
  return accept(
    { channel: channel.id, ts, text, message: wireMessage(message), ...warningsAbout(body) },
    message,
  );
}

export function getPermalink({ body, workspace }: Call): Answer {
  const channel = workspace.channel(textAt(body, 'channel'));
  if (!channel || !maySee(channel)) return refuse('channel_not_found');
  const message = workspace.messages.find(channel.id, textAt(body, 'message_ts'));
  if (!message) return refuse('message_not_found');
  const path = `archives/${channel.id}/p${message.ts.replace('.', '')}`;
  const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
  return accept({ channel: channel.id, permalink: `${TEAM.url}${path}${thread}` });
}

/** A private conversation that the bot is not in does not exist for it. */
export function maySee(channel: Channel): boolean {
  return channel.kind === 'public' || hasBot(channel);
}

/** A user id stands for the direct message with that person. */
function channelToWrite(workspace: Workspace, id: string): Channel | Answer {
  const person = id === TEAM.botUser ? undefined : workspace.person(id);
  const channel = person ? workspace.directMessage(person.id) : workspace.channel(id);
  if (!channel || !maySee(channel)) return refuse('channel_not_found');
  if (channel.archived) return refuse('is_archived');
  return hasBot(channel) ? channel : refuse('not_in_channel');
}

function ownMessage(
  { messages }: Workspace,
  channel: Channel,
  body: JsonObject,
): Pick<Message, 'channel' | 'ts' | 'user' | 'botId' | 'threadTs' | 'broadcast'> {
  const threadTs = textAt(body, 'thread_ts');
  // Slack says nothing of it where the message above was deleted, and shows the reply in the channel.
  const inThread = threadTs !== '' && !messages.isGone(channel.id, threadTs);
  const broadcast = body.reply_broadcast === true || body.reply_broadcast === 'true';
  return {
    channel: channel.id,
    ts: messages.ts(),
    user: TEAM.botUser,
    botId: TEAM.botId,
    ...(inThread ? { threadTs } : {}),
    ...(inThread && broadcast ? { broadcast } : {}),
  };
}

function metadataOf({ metadata }: Message): JsonObject {
  return metadata ? { metadata } : {};
}
