/**
 * Days that each kind of record is kept where the office says nothing else. Questions are kept only
 * for as long as it takes to find the gaps in the base; the rest for a year, so that "what did you
 * tell them?" has an answer.
 */
export const DEFAULT_RETENTION_DAYS = {
  questions: 90,
  enquiries: 365,
  messages: 365,
  people: 365,
} as const;
