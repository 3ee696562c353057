/** Longest texts that are kept, in UTF-16 code units. Slack's input takes 3000 at most, a message 40,000. */
export const LONGEST = {
  name: 200,
  outlet: 200,
  deadline: 200,
  question: 3000,
  telephone: 60,
  words: 3000,
  /** Slack's longest message (docs.slack.dev/reference/methods/chat.postMessage): nothing of it is cut. */
  followUp: 40_000,
  attribution: 200,
  reason: 500,
} as const;

/**
 * A person's text without the blanks around it, and without the character NUL, which neither store
 * can keep. All else stays as it was written.
 */
export function tidy(text: string): string {
  return text.replaceAll('\0', '').trim();
}

/** The same, on one line: for names, outlets and numbers. */
export function tidyLine(text: string): string {
  return tidy(text).replaceAll(/\s+/g, ' ');
}

/** True where nobody would see anything of it: blanks, joiners, marks of direction. */
export function isUnseen(text: string): boolean {
  return /^[\p{Z}\p{Cc}\p{Cf}]*$/u.test(text);
}
