import type { FormProblems } from '../../domain/refusals.ts';
import type { EpochMs } from '../../domain/release.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { EnquiryForm } from './desk.ts';
import type { Workings } from './parts.ts';
import { isUnseen, LONGEST, tidy, tidyLine } from './texts.ts';

/** A form's fields, each as it is kept. */
export interface CheckedForm {
  readonly outlet: string;
  readonly question: string;
  readonly deadline: EpochMs;
  readonly telephone?: string;
}

/** The shortest number that anybody can be rung on from outside, in digits. */
const FEWEST_DIGITS = 6;

/** The form as it is kept, or all that is wrong with it at once. */
export function checkForm(
  form: EnquiryForm,
  readDeadline: Workings['readDeadline'],
  at: EpochMs,
): Result<CheckedForm, FormProblems> {
  const outlet = tidyLine(form.outlet);
  const question = tidy(form.question);
  const telephone = tidyLine(form.telephone ?? '');
  const typed = tidyLine(form.deadline);
  const read =
    typed.length > LONGEST.deadline
      ? refused({ kind: 'unreadable' } as const)
      : readDeadline(typed, at);
  const problems: FormProblems = {
    ...lengthProblem('outlet', outlet, LONGEST.outlet),
    ...(read.ok ? {} : { deadline: read.error.kind }),
    ...lengthProblem('question', question, LONGEST.question),
    ...(telephone === '' || isNumber(telephone) ? {} : { telephone: 'no-number' as const }),
  };
  if (!read.ok || Object.keys(problems).length > 0) return refused(problems);
  return ok({
    outlet,
    question,
    deadline: read.value,
    ...(telephone === '' ? {} : { telephone }),
  });
}

function lengthProblem(
  field: 'outlet' | 'question',
  text: string,
  longest: number,
): Partial<Record<typeof field, 'empty' | 'too-long'>> {
  if (isUnseen(text)) return { [field]: 'empty' };
  return text.length > longest ? { [field]: 'too-long' } : {};
}

function isNumber(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '').length;
  return digits >= FEWEST_DIGITS && text.length <= LONGEST.telephone;
}
