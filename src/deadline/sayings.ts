/**
 * Times that have a name instead of figures. `closing` is the office's closing time; `midnight` may
 * be either end of the day that it is said of; `today-programme` is the beginning of BBC Radio 4's.
 */
export type Saying = 'closing' | 'midnight' | 'today-programme';

const SAYINGS: readonly (readonly [RegExp, Saying])[] = [
  [/\b(?:the )?today program(?:me)?\b|\br(?:adio )?4 today\b/g, 'today-programme'],
  [
    /\b(?:the )?(?:end|close) of (?:play|business|the (?:working |business )?day|(?:working |business )?day)\b/g,
    'closing',
  ],
  [/\b(?:cob|cop|eop|eob|eod)\b/g, 'closing'],
  // "End of Friday" names the day as well, which has to stay.
  [/\b(?:the )?end of (?=(?:mon|tue|wed|thu|fri|sat|sun|today|tomorrow)[a-z]*\b)/g, 'closing'],
  [/\bmidnight\b/g, 'midnight'],
];

/** Takes the named times out of a text, and gives each that was there once. */
export function takeSayings(text: string): {
  readonly found: readonly Saying[];
  readonly rest: string;
} {
  let rest = text;
  const found = new Set<Saying>();
  for (const [pattern, saying] of SAYINGS) {
    rest = rest.replaceAll(pattern, () => {
      found.add(saying);
      return ' ';
    });
  }
  return { found: [...found], rest };
}
