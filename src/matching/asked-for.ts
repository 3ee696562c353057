import type { Gives } from '../domain/release.ts';

/** The kind of thing a question asks for, as its own words show it. */
export type AskedFor =
  | 'who'
  | 'when'
  | 'how-many'
  | 'how-much'
  | 'why'
  | 'where'
  | 'names'
  | 'telephone'
  | 'written-contact'
  | 'meaning'
  | 'grade'
  | 'comparison';

/** Which kinds of entry can tell each kind of thing. */
const TOLD_BY: Readonly<Record<AskedFor, readonly Gives[]>> = {
  who: ['person', 'organisation', 'contact', 'quote'],
  when: ['date', 'hours', 'contact'],
  'how-many': ['number', 'list'],
  'how-much': ['amount', 'verdict'],
  why: ['reason', 'verdict', 'quote'],
  where: ['place', 'link', 'contact', 'organisation', 'list'],
  names: ['person', 'organisation', 'title'],
  telephone: ['contact'],
  'written-contact': [],
  meaning: [
    'definition',
    'title',
    'person',
    'subject',
    'verdict',
    'action',
    'quote',
    'organisation',
    'list',
  ],
  grade: [],
  comparison: [],
};

const RULES: readonly (readonly [AskedFor, RegExp])[] = [
  [
    'how-many',
    /\bhow many\b|\bnumber of\b|\bhow big\b|\bhead ?count\b|\bhow large\b|\bwhat proportion\b|\bwhat share\b|\bpercentage\b|\bper cent\b/,
  ],
  ['how-much', /\bhow much\b|\bbudget\b|\bsalary\b|\bpaid\b|\bfunding for\b/],
  [
    'when',
    /\bwhen\b|\bwhat (?:date|day|year|month|time)\b|\bwhich (?:date|day|year|month)\b|\bhow long\b|\bdeadline\b|\bhow old\b|\bby what date\b/,
  ],
  ['who', /\bwho\b|\bwhose\b|\bwhom\b|\bwhich person\b/],
  ['why', /\bwhy\b|\bhow come\b|\bwhat reason\b/],
  ['where', /\bwhere\b|\bwhereabouts\b|\blocated\b|\baddress\b|\bwhich town\b|\bwhich city\b/],
  [
    'names',
    /\bname (?:the|them|names|those|and shame)\b|\bnames of\b|\bby name\b|\bnamed\b|\bwhich (?:force|forces|ones|constabulary|constabularies|gang|gangs|states?|country|countries|companies|firms|units?|teams?|initiatives?|agencies)\b|\blist (?:the|of the) (?:43|45|ten|nine|10|9)\b/,
  ],
  [
    'telephone',
    /\b(?:phone|telephone|mobile|cell|switchboard|extension|direct line|direct dial)\b/,
  ],
  ['written-contact', /\be ?-? ?mail\b|\bpostal\b|\bfax\b|\btwitter\b|\blinkedin\b|\bwhatsapp\b/],
  [
    'grade',
    /\bgrade[sd]?\b|\brank(?:ed|ing|ings)?\b|\bleague table\b|\bscored?\b|\brated\b|\bratings?\b|\bmarks? out of\b|\b(?:best|worst|top|bottom) (?:force|performing|performer)\b/,
  ],
  [
    'comparison',
    /\bcompared? (?:with|to)\b|\bcompare\b|\bversus\b|\bbetter than\b|\bworse than\b|\bthan (?:last|before|in)\b/,
  ],
];

/** What a question asks for; empty where its words don't say. Expects cleaned, lower-case words. */
export function askedFor(words: readonly string[]): AskedFor[] {
  const text = words.join(' ');
  return RULES.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
}

/** The kinds of thing asked for that an entry does not tell; empty where all are told. */
export function untold(asked: readonly AskedFor[], gives: readonly Gives[]): AskedFor[] {
  return asked.filter((kind) => !TOLD_BY[kind].some((told) => gives.includes(told)));
}
