import type { Enquiry, EnquiryStatus, GivenAnswer } from './enquiry.ts';

/** What an answer is, without who gave it and when. */
export type AnswerWords = Omit<GivenAnswer, 'by' | 'at'>;

/** True while an answer is awaited: only then does anybody have to be warned. */
export function isWaiting(enquiry: Enquiry): boolean {
  return enquiry.status === 'open' || enquiry.status === 'taken';
}

/** The same enquiry in `status`, with nobody. */
export function nobodys(enquiry: Enquiry, status: EnquiryStatus): Enquiry {
  const { owner: _, ...rest } = enquiry;
  return { ...rest, status };
}

/** Answers are only ever added to: the old words stay, the last ones hold. */
export function withAnswer(enquiry: Enquiry, answer: GivenAnswer): Enquiry {
  return { ...enquiry, answers: [...enquiry.answers, answer] };
}

/** True where nobody would be told anything new. */
export function isSameAnswer(one: AnswerWords, other: AnswerWords): boolean {
  return (
    one.words === other.words &&
    one.attribution.to === other.attribution.to &&
    one.attribution.terms === other.attribution.terms
  );
}
