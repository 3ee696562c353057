import type { RespondFn } from '@slack/bolt';
import { noDeskMessage } from '../wording/form-words.ts';
import { slackMessages } from './blocks/slack-message.ts';
import type { SlackDeps } from './listener.ts';
import { respondPrivately } from './send.ts';

/** Told to who pressed alone, where there is no desk that a form or an act could go to. */
export async function tellNoDesk({ pressOffice }: SlackDeps, respond: RespondFn): Promise<void> {
  const message = noDeskMessage(pressOffice.office(), pressOffice.now());
  await respondPrivately(respond, slackMessages(message));
}
