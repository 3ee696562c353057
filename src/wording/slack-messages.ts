import type { Office } from '../domain/office.ts';
import type { OfficeState } from '../domain/office-hours.ts';
import type { EpochMs } from '../domain/release.ts';
import type { Message } from './message.ts';
import { lineAndRing } from './parts.ts';

/** What stands on buttons and modals: at most 75 characters on a button, 24 in a modal's title. */
export const LABELS = {
  share: 'Share with the channel',
  place: 'Show it in its place',
  copy: 'Plain text to copy',
  report: 'Something wrong?',
  placeTitle: 'In its place',
  placeMarked: 'Marked ▶:',
  copyTitle: 'Plain text',
  copyInput: 'Select all of it and copy',
  reportTitle: 'Something wrong?',
  reportInput: 'What is wrong with this answer?',
  reportSubmit: 'Send',
  reportEmpty: 'Please say in a few words what is wrong.',
  thanksTitle: 'Thank you',
  sorryTitle: 'Sorry',
  close: 'Close',
  done: 'Done',
} as const;

/** Above an answer to a slash command, which Slack doesn't show otherwise. */
export function restatedInWords(question: string): string {
  return `You asked: ${question}`;
}

/** Above an answer that somebody made public; `who` is Slack's own mention of that person. */
export function sharedInWords(who: string): string {
  return `Shared by ${who}.`;
}

/** Above an answer that somebody shared: the question as that person put it. */
export function sharedQuestionInWords(question: string): string {
  return `The question was: ${question}`;
}

/** In place of the parts that no longer fit into what Slack takes. */
export const TOO_LONG =
  'There is more than Slack can show here. Ask about one release or one thing at a time.';

/** For a button under an answer that was withdrawn, changed or can't be read any more. */
export function goneMessage(office: Office, state: OfficeState, at: EpochMs): Message {
  return lineAndRing(
    'That answer can’t be given any more. Please ask again, or ring us.',
    office,
    state,
    at,
  );
}

/** For a slash command that leads here but isn't the office's own. */
export function unknownCommandMessage(office: Office, state: OfficeState, at: EpochMs): Message {
  return lineAndRing(`I don’t know that command. Mine is “${office.command}”.`, office, state, at);
}

/** After a report: it was written down, and there is a number for what can't wait. */
export function thanksMessage(office: Office, state: OfficeState, at: EpochMs): Message {
  return lineAndRing(
    'Thank you. What you wrote is in the press office’s log. If it can’t wait, please ring.',
    office,
    state,
    at,
  );
}

/** After a report that went to the press desk. */
export function reportedMessage(office: Office, state: OfficeState, at: EpochMs): Message {
  return lineAndRing(
    'Thank you. What you wrote goes to the press desk. If it can’t wait, please ring.',
    office,
    state,
    at,
  );
}

/** What the modal for a report says before it is sent: where it goes, and with what. */
export function reportIntro(title: string, desk = false): string {
  return desk
    ? `About: ${title}. What you write here goes to the press desk and is kept there, with your Slack user id.`
    : `About: ${title}. What you write here is kept in the press office’s log, with your Slack user id.`;
}
