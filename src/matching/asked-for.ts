import type { Gives } from '../domain/release.ts';

/** The kind of thing a question asks for, as its own words show it. */
export type AskedFor =
  | 'who'
  | 'when'
  | 'how-many'
  | 'how-much'
  | 'money'
  | 'of-a-person'
  | 'full-name'
  | 'meaning'
  | 'future'
  | 'reaction'
  | 'why'
  | 'where'
  | 'names'
  | 'telephone'
  | 'written-contact'
  | 'link'
  | 'example'
  | 'conclusions'
  | 'grade'
  | 'comparison';

interface Kind {
  readonly asked: AskedFor;
  /** Said to a press officer who wants to know why: "asks for …". */
  readonly words: string;
  readonly pattern: RegExp;
  /** Words that make the pattern mean something else. */
  readonly unless?: RegExp;
  /** The kinds of entry that can tell it. */
  readonly toldBy: readonly Gives[];
}

const KINDS: readonly Kind[] = [
  {
    asked: 'how-many',
    words: 'a number',
    pattern:
      /\bhow many\b|\bnumber of\b|\bhead ?count\b|\bwhat (?:proportion|share|percentage)\b|\bper ?cent\b|\bpercentage\b/,
    unless:
      /\b(?:phone|telephone|tel|dial|ring|call|contact)\b|\bhow many (?:billion|million|pound)s?\b|\bnumber of (?:the |your )?(?:press|media|office)\b/,
    toldBy: ['number', 'list'],
  },
  { asked: 'how-much', words: 'an amount', pattern: /\bhow much\b/, toldBy: ['amount', 'verdict'] },
  {
    asked: 'money',
    words: 'a sum of money',
    pattern:
      /\bbudgets?\b|\bsalar(?:y|ies)\b|\bpaid\b|\bearns?\b|\bspen[dt]\b|\bspending\b|\bcost of\b|\bfees?\b/,
    unless: /\bpaid (?:off|for)\b/,
    toldBy: ['amount'],
  },
  {
    asked: 'when',
    words: 'a date or a time',
    pattern:
      /\b(?:since|by|know|say|tell me|exactly|and) when\b|\bwhen (?:is|are|was|were|do|does|did|will|would|can|could|has|have|had|should)\b|\bwhen$|\b(?:what|which) (?:date|day|days|year|years|month|time|times)\b|\bhow (?:long|often|old)\b|\bdeadline for\b/,
    toldBy: ['date', 'hours'],
  },
  {
    asked: 'who',
    words: 'a person or a body',
    pattern:
      /(?:^|\b(?:and|or|but|so|by|from|to|with|for|on|know|tell|me|exactly|just|please|is it) )who\b|\bwhose\b|\bwhom\b/,
    toldBy: ['person', 'organisation', 'contact'],
  },
  {
    asked: 'of-a-person',
    words: 'something of a person',
    pattern: /\b(?:his|her|he|she)\b/,
    unless: /\bher (?:majesty|highness)\b/,
    toldBy: ['person', 'contact', 'quote', 'verdict', 'amount', 'reason', 'action'],
  },
  {
    asked: 'full-name',
    words: 'what letters stand for',
    pattern: /\bstands? for\b|\bacronym\b|\babbreviation\b|\bspelt out\b/,
    toldBy: [],
  },
  {
    asked: 'meaning',
    words: 'what something means or is',
    pattern:
      /\bmeaning of\b|\bmeant by\b|\bdefin(?:e|ed|ition|itions)\b|\bwhat (?:does|do) .{0,60}\bmean\b/,
    toldBy: ['definition', 'title'],
  },
  {
    asked: 'future',
    words: 'what is to come',
    pattern:
      /\bwill (?:it|this|that|they|there|he|she|ministers|police|forces|britain|cyber|hmicfrs|the (?:government|police|home|forces|report|inspectorate|nca|recommendation|cost))\b|\bgoing to (?:be|happen|cost|get|change)\b/,
    unless: /\bwill (?:it|they|there) be (?:anyone|anybody|someone|somebody|open|shut|closed)\b/,
    toldBy: ['hours', 'contact', 'action'],
  },
  {
    asked: 'reaction',
    words: 'what others say of it',
    pattern:
      /\breact(?:ion|ions|ed|s|ing)?\b|\brespon(?:se|ses|ded|d|ds) to (?:the |this |that |your |its )?(?:\w+ )?(?:report|recommendations?|findings|criticisms?|release|concerns?|verdict)\b/,
    toldBy: [],
  },
  {
    asked: 'why',
    words: 'a reason',
    pattern: /\bwhy\b|\bhow come\b|\bwhat reason\b/,
    toldBy: ['reason'],
  },
  {
    asked: 'where',
    words: 'a place',
    pattern:
      /\bwhere (?:is|are|was|were|do|does|did|can|could|will|would|should|to|exactly)\b|\bwhere$|\bwhereabouts\b|\bwhich (?:country|countries|nations?)\b|\blocated\b|\baddress\b|\bwhich (?:town|city)\b/,
    toldBy: ['place', 'link', 'contact'],
  },
  {
    asked: 'names',
    words: 'names',
    pattern:
      /\bname (?:the|them|names|those)\b|\bnames\b|\bby name\b|\bnamed\b|\bwhich (?:force|forces|region|regions|area|areas|ones|constabulary|constabularies|gang|gangs|states?|companies|firms|units?|teams?|initiatives?|agencies)\b|\blist (?:the|of the|all|all the) (?:43|45|ten|nine|10|9)\b/,
    toldBy: ['person', 'organisation', 'title'],
  },
  {
    asked: 'telephone',
    words: 'a telephone number',
    pattern: /\b(?:phone|telephone|mobile|cell|switchboard|extension)\b|\bdirect (?:line|dial)\b/,
    toldBy: ['contact'],
  },
  {
    asked: 'written-contact',
    words: 'an address to write to',
    pattern: /\be ?mail\b|\bpostal\b|\bfax\b|\btwitter\b|\blinkedin\b|\bwhatsapp\b/,
    toldBy: [],
  },
  {
    asked: 'link',
    words: 'a link',
    pattern: /\blinks?\b|\burl\b|\bpdf\b|\bdownload\b/,
    toldBy: ['link'],
  },
  {
    asked: 'example',
    words: 'an example',
    pattern: /\bexamples?\b|\bcase stud(?:y|ies)\b|\banecdotes?\b/,
    toldBy: [],
  },
  {
    asked: 'conclusions',
    words: 'what a report concluded',
    pattern: /\bconclu\w+\b|\bsummar\w+\b|\bfindings\b/,
    toldBy: ['verdict', 'list', 'quote', 'action', 'reason'],
  },
  {
    asked: 'grade',
    words: 'a grade or a ranking',
    pattern:
      /\bgrade[sd]?\b|\branked\b|\brankings?\b|\bleague table\b|\bscored\b|\brated\b|\bratings?\b|\bmarks? out of\b|\b(?:best|worst|top|bottom) (?:force|performing|performer)\b/,
    toldBy: [],
  },
  {
    asked: 'comparison',
    words: 'a comparison',
    pattern:
      /\bcompared? (?:with|to)\b|\bcompare\b|\bversus\b|\b(?:better|worse) than\b|\bthan (?:last|before|in)\b/,
    toldBy: [],
  },
];

/** What a question asks for; empty where its words don't say. Expects cleaned, lower-case words. */
export function askedFor(words: readonly string[]): AskedFor[] {
  const text = words.join(' ');
  return KINDS.filter((kind) => kind.pattern.test(text) && !kind.unless?.test(text)).map(
    (kind) => kind.asked,
  );
}

/** The kinds of thing asked for that an entry does not tell; empty where all are told. */
export function untold(asked: readonly AskedFor[], gives: readonly Gives[]): AskedFor[] {
  return asked.filter((each) => {
    const kind = KINDS.find((one) => one.asked === each);
    return !kind?.toldBy.some((told) => gives.includes(told));
  });
}

/** "a telephone number": for saying why. */
export function askedForInWords(asked: AskedFor): string {
  return KINDS.find((kind) => kind.asked === asked)?.words ?? asked;
}
