import type { types } from '@slack/bolt';
import type { Desk } from '../application/desk/desk.ts';
import type { ReleaseAnswer } from '../domain/reply.ts';
import { aboutEnquiry } from '../wording/form-words.ts';
import type { Message } from '../wording/message.ts';
import { copyText } from '../wording/other-messages.ts';
import { answerFieldsIn } from './answer-fields.ts';
import { findApproved } from './approved-words.ts';
import { type AnswerView, answerView } from './blocks/answer-view.ts';
import { INPUT_TEXT } from './limits.ts';
import type { SlackDeps } from './listener.ts';
import { type OfficerForm, parseOfficerForm } from './officer-form.ts';
import type { ViewValues } from './view-values.ts';

type DeskDeps = SlackDeps & { readonly desk: Desk };

/** What of an open form is read. */
export interface OpenForm {
  readonly private_metadata: string;
  readonly state: { readonly values: ViewValues };
}

/** The form with the approved words that were found for what was typed, or else for the question. */
export async function withFound(
  deps: DeskDeps,
  open: OpenForm,
  typed: string,
): Promise<types.ModalView | undefined> {
  const form = parseOfficerForm(open.private_metadata);
  if (!form) return undefined;
  const { question, about } = await enquiryOf(deps, form);
  const find = typed.trim() === '' ? question : typed;
  const fields = { ...answerFieldsIn(open.state.values, form.round), find: typed };
  const found = find === '' ? [] : findApproved(deps.pressOffice, find);
  return answerView({ ...base(deps, form, about), fields, found });
}

/** The form with an approved entry's words in Answer: after what was written there, if anything was. */
export async function withPicked(
  deps: DeskDeps,
  open: OpenForm,
  entryKey: string,
): Promise<types.ModalView | undefined> {
  const form = parseOfficerForm(open.private_metadata);
  const answer = deps.pressOffice.answer(entryKey);
  if (!form || !answer) return undefined;
  const { about } = await enquiryOf(deps, form);
  const fields = answerFieldsIn(open.state.values, form.round);
  const words = joined(fields.words, answer, form, deps);
  if (words.length > INPUT_TEXT) {
    return answerView({ ...base(deps, form, about), fields, tooLong: true });
  }
  // A new block: what is typed stays in the old one, and Slack would show that.
  const next = { ...form, round: form.round + 1, picked: entryKey };
  return answerView({ ...base(deps, next, about), fields: { ...fields, words } });
}

/** What was picked before gives way; what the officer wrote stays. */
function joined(
  written: string,
  answer: ReleaseAnswer,
  { picked }: OfficerForm,
  { pressOffice }: DeskDeps,
): string {
  const before = picked === undefined ? undefined : pressOffice.answer(picked);
  const isPick = before !== undefined && written.trim() === copyText(before).trim();
  const own = isPick ? '' : written.trimEnd();
  return own === '' ? copyText(answer) : `${own}\n\n${copyText(answer)}`;
}

function base(
  { pressOffice }: DeskDeps,
  form: OfficerForm,
  about: Message | undefined,
): Pick<AnswerView, 'office' | 'form' | 'about' | 'picked'> {
  const picked = form.picked === undefined ? undefined : pressOffice.answer(form.picked);
  return {
    office: pressOffice.office(),
    form,
    ...(about ? { about } : {}),
    ...(picked ? { picked } : {}),
  };
}

/** The form can be used without it, so a store that is down is no reason to lose what was written. */
async function enquiryOf(
  { desk, pressOffice }: DeskDeps,
  { enquiryId }: OfficerForm,
): Promise<{ readonly question: string; readonly about?: Message }> {
  const enquiry = await desk.enquiry(enquiryId).catch(() => undefined);
  if (!enquiry) return { question: '' };
  const about = aboutEnquiry(enquiry, pressOffice.office(), pressOffice.now());
  return { question: enquiry.question, about };
}
