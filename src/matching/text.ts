import { stemmer } from 'stemmer';

/** Longest stretch of a question that is read, in UTF-16 code units; the rest is dropped unread. */
export const LONGEST_QUESTION = 4_000;

/** Most words of one question that are matched; beyond them nothing new is asked. */
export const MOST_WORDS = 120;

const CONTRACTIONS = new Map(
  Object.entries({
    "can't": 'can not',
    "won't": 'will not',
    "shan't": 'shall not',
    "ain't": 'is not',
    "let's": 'let us',
    "y'all": 'you all',
    gonna: 'going to',
    wanna: 'want to',
    gimme: 'give me',
    lemme: 'let me',
    gotta: 'got to',
    dunno: 'do not know',
    whats: 'what is',
    whos: 'who is',
    wheres: 'where is',
    hows: 'how is',
    howcome: 'how come',
    whens: 'when is',
    dont: 'do not',
    doesnt: 'does not',
    didnt: 'did not',
    isnt: 'is not',
    cant: 'can not',
    u: 'you',
    wat: 'what',
    wot: 'what',
    wen: 'when',
    abt: 'about',
    thru: 'through',
    ppl: 'people',
    wasnt: 'was not',
    werent: 'were not',
    hasnt: 'has not',
    havent: 'have not',
    wouldnt: 'would not',
    couldnt: 'could not',
    ur: 'your',
    pls: 'please',
    plz: 'please',
    rec: 'recommendation',
    recs: 'recommendations',
    govt: 'government',
    gov: 'government',
    nos: 'numbers',
    tel: 'telephone',
    hrs: 'hours',
    defn: 'definition',
    mtg: 'meeting',
    yr: 'year',
    wknd: 'weekend',
    insp: 'inspection',
  }),
);

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/n't$/, ' not'],
  [/'re$/, ' are'],
  [/'ve$/, ' have'],
  [/'ll$/, ' will'],
  [/'m$/, ' am'],
  [/'d$/, ' would'],
];

/** Words after which 's is "is" and not a possessive. */
const IS_AFTER = new Set([
  'what',
  'who',
  'where',
  'how',
  'when',
  'why',
  'that',
  'there',
  'here',
  'it',
  'he',
  'she',
]);

/**
 * A question as text to read: cut to {@link LONGEST_QUESTION}, in one Unicode form, without control
 * and direction marks, without Slack's mentions, links, and emoji codes. Case is kept. Linear time.
 */
export function cleaned(text: string): string {
  return text
    .slice(0, LONGEST_QUESTION)
    .normalize('NFKC')
    .replace(
      /<(?:[@#!][^<>]{0,200}|(?:https?|mailto|tel):[^<>|]{0,2000}(?:\|[^<>]{0,300})?)>/g,
      ' ',
    )
    .replace(/\bhttps?:\/\/\S{1,2000}/gi, ' ')
    .replace(/:[a-z0-9_+-]{1,40}:/gi, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, (run) => (/\s/.test(run) ? ' ' : ''))
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a cleaned text: lower case, contractions opened, numbers and pound signs kept. */
export function wordsOf(text: string): string[] {
  const raw = text.toLowerCase().match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*|[£$€%]/gu) ?? [];
  return raw.slice(0, MOST_WORDS).flatMap(opened);
}

function opened(word: string): string[] {
  const whole = CONTRACTIONS.get(word);
  if (whole) return whole.split(' ');
  if (!word.includes("'")) return [word];
  for (const [ending, words] of ENDINGS) {
    if (ending.test(word)) return word.replace(ending, words).split(' ');
  }
  const [head = '', tail] = word.split("'");
  if (tail === 's') return IS_AFTER.has(head) ? [head, 'is'] : [head];
  return [word.replaceAll("'", '')];
}

const stems = new Map<string, string>();

/** The word's stem (Porter). Numbers and words under three letters stay as they are. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = word.length < 3 || /\d/.test(word) ? word : stemmer(word);
  if (stems.size < 200_000) stems.set(word, stem);
  return stem;
}

/** The stems of a text in order, for comparing wordings. */
export function stemsOf(text: string): string[] {
  return wordsOf(cleaned(text)).map(stemOf);
}

/** Words that carry a question and say nothing of what it is about. */
const FRAME_WORDS = new Set(
  `what who whom whose when where which why how is are am was were be been being do does did done the a an of to
  in on at for and or it its that this those these have has had having can could would will shall should may might
  must i you he she we they me my your his her our their them us him please by with about from as not no there any
  some so if but up out just get got give given tell want need say says said know if then than into also ok hi
  really actually exactly thing things anything something anyone someone one ones`.split(/\s+/),
);

/** The words of a question that say what it is about: all but those of the frame. */
export function contentWords(words: readonly string[]): string[] {
  return words.filter((word) => !FRAME_WORDS.has(word));
}
