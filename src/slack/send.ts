import type { RespondFn, webApi } from '@slack/bolt';
import type { SlackMessage } from './blocks/slack-message.ts';

/** Where a message goes: a conversation, and a thread in it where there is one. */
export interface Place {
  readonly channel: string;
  readonly thread?: string;
}

/** Names the conversation that a place is, for questions that go on from the one before. */
export function conversationOf({ channel, thread }: Place): string {
  return `${channel} ${thread ?? ''}`;
}

/** Posts the messages one after the other, in their order. */
export async function post(
  client: webApi.WebClient,
  { channel, thread }: Place,
  messages: readonly SlackMessage[],
): Promise<void> {
  for (const message of messages) {
    await client.chat.postMessage({
      channel,
      ...(thread ? { thread_ts: thread } : {}),
      ...message,
      // The release's address is a source, not something to preview.
      unfurl_links: false,
      unfurl_media: false,
    });
  }
}

/** Answers privately: only who asked sees it, and Slack keeps no copy. */
export async function respondPrivately(
  respond: RespondFn,
  messages: readonly SlackMessage[],
): Promise<void> {
  for (const message of messages) {
    await respond({ response_type: 'ephemeral', replace_original: false, ...message });
  }
}

/** Puts the first message in place of the one that was pressed on, and the others after it. */
export async function replacePressed(
  respond: RespondFn,
  [first, ...more]: readonly [SlackMessage, ...SlackMessage[]],
  responseType: 'ephemeral' | 'in_channel',
): Promise<void> {
  await respond({ replace_original: true, ...first });
  for (const message of more) {
    await respond({ response_type: responseType, replace_original: false, ...message });
  }
}
