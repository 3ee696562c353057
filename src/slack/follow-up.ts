import type { Person } from '../application/desk/desk.ts';
import type { Post } from '../domain/enquiry.ts';
import { notRecordedMessage } from '../wording/desk-words.ts';
import { YOU_ARE_WELCOME } from '../wording/form-words.ts';
import { type SlackMessage, slackMessages } from './blocks/slack-message.ts';
import type { SlackDeps } from './listener.ts';

/**
 * What is said to words under a message about an enquiry. Undefined where they are about none, and so
 * a question; nothing where they are kept, since the desk itself says that.
 */
export async function followUpSaid(
  { desk, pressOffice }: Pick<SlackDeps, 'desk' | 'pressOffice'>,
  under: Post | undefined,
  by: Person,
  words: string,
  key: string,
): Promise<readonly SlackMessage[] | undefined> {
  if (!desk || !under || words.trim() === '') return undefined;
  switch (await desk.followUp(under, by, words, key)) {
    case 'none':
      return undefined;
    case 'kept':
      return [];
    case 'thanks':
      return slackMessages(YOU_ARE_WELCOME);
    case 'not-recorded':
      return slackMessages(notRecordedMessage(pressOffice.office(), pressOffice.now()));
  }
}
