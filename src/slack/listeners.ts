import type { SlackDeps, SlackListener } from './listener.ts';
import { answerButton } from './listeners/answer-button.ts';
import { answerViewSent } from './listeners/answer-view-sent.ts';
import { appHomeOpened } from './listeners/app-home-opened.ts';
import { appMention } from './listeners/app-mention.ts';
import { askButtonPressed } from './listeners/ask-button.ts';
import { askShortcut } from './listeners/ask-shortcut.ts';
import { cardActs } from './listeners/card-acts.ts';
import { choiceButton } from './listeners/choice-button.ts';
import { copyButton } from './listeners/copy-button.ts';
import { copyViewClosed } from './listeners/copy-view-closed.ts';
import { deadlineTyped } from './listeners/deadline-typed.ts';
import { directMessage } from './listeners/direct-message.ts';
import { enquiryViewSent } from './listeners/enquiry-view-sent.ts';
import { findApprovedButton, findApprovedTyped, pickApproved } from './listeners/find-approved.ts';
import { notForUsButton } from './listeners/not-for-us-button.ts';
import { notForUsViewSent } from './listeners/not-for-us-view-sent.ts';
import { placeButton } from './listeners/place-button.ts';
import { reportButton } from './listeners/report-button.ts';
import { reportViewSent } from './listeners/report-view-sent.ts';
import { shareButton } from './listeners/share-button.ts';
import { slashCommand } from './listeners/slash-command.ts';
import { unknownAction } from './listeners/unknown-action.ts';
import { unknownCommand } from './listeners/unknown-command.ts';

/** Everything that Slack may send and that is answered. What isn't in this list is left alone. */
export const LISTENERS: readonly ((deps: SlackDeps) => SlackListener)[] = [
  slashCommand,
  unknownCommand,
  appMention,
  directMessage,
  appHomeOpened,
  choiceButton,
  shareButton,
  placeButton,
  copyButton,
  copyViewClosed,
  reportButton,
  reportViewSent,
  askButtonPressed,
  askShortcut,
  deadlineTyped,
  enquiryViewSent,
  ...cardActs,
  answerButton,
  findApprovedButton,
  findApprovedTyped,
  pickApproved,
  answerViewSent,
  notForUsButton,
  notForUsViewSent,
  unknownAction,
];
