import type { types } from '@slack/bolt';
import type { Desk } from '../application/desk/desk.ts';
import { formProblemsInWords } from '../wording/desk-refusals.ts';
import { deadlineReadAs } from '../wording/desk-words.ts';
import { FORM_WORDS } from '../wording/form-words.ts';
import type { AskValue } from './ask-value.ts';
import { enquiryFormView, type FormFields } from './blocks/enquiry-form-view.ts';
import type { SlackDeps } from './listener.ts';

/** The form as it opens, with the question already there. */
export function newForm(deps: SlackDeps, { question, ...ask }: AskValue): types.ModalView {
  const fields = { outlet: '', deadline: '', question, telephone: '', here: false };
  return formView(deps, ask, fields, FORM_WORDS.deadlineUnread);
}

/** The form with what was typed so far, and the deadline read back. */
export function formAgain(
  deps: SlackDeps & { readonly desk: Desk },
  ask: Omit<AskValue, 'question'>,
  fields: FormFields,
): types.ModalView {
  return formView(deps, ask, fields, deadlineInForm(deps, fields.deadline));
}

/** How a deadline is read, or why it can't be: in the same words as an error of the field. */
export function deadlineInForm(
  { desk, pressOffice }: SlackDeps & { readonly desk: Desk },
  typed: string,
): string {
  if (typed.trim() === '') return FORM_WORDS.deadlineUnread;
  const read = desk.readDeadline(typed);
  if (read.ok) return deadlineReadAs(pressOffice.office(), read.value);
  return formProblemsInWords({ deadline: read.error.kind }).deadline ?? '';
}

function formView(
  { pressOffice, keptDays }: SlackDeps,
  ask: Omit<AskValue, 'question'>,
  fields: FormFields,
  deadlineRead: string,
): types.ModalView {
  return enquiryFormView({
    office: pressOffice.office(),
    ...(keptDays === undefined ? {} : { keptDays }),
    ask,
    fields,
    deadlineRead,
  });
}
