import type { KnowledgeBase } from '../src/domain/knowledge-base.ts';
import type { Entry } from '../src/domain/release.ts';
import { cleaned, contentWords, wordsOf } from '../src/matching/text.ts';
import { nouns } from './nouns.ts';

/** An entry of a made base, and wordings of it that the base does not hold. */
export interface MadeEntry {
  readonly entry: Entry;
  readonly heldBack: readonly string[];
}

/** Three questions; the title and one passage are the other two of an entry's five wordings. */
const QUESTIONS = 3;
const MOST_HELD_BACK = 4;
/** Each noun stands for the topic of about so many entries, so that none tells an entry alone. */
const ENTRIES_PER_NOUN = 4;

/**
 * Makes entries, always the same: number n takes the wordings of the real entry n modulo the number
 * of real entries, with the first and the last telling word of each exchanged for two nouns that
 * are this entry's topic. Entries of one frame differ in their nouns, entries of one noun in the
 * other noun or in the frame.
 */
export function madeEntries(real: KnowledgeBase, count: number): MadeEntry[] {
  const frames = real.releases
    .flatMap((release) => release.entries)
    .map((entry) => ({ entry, questions: entry.questions.filter(hasTopic) }))
    .filter(({ questions }) => questions.length >= QUESTIONS + MOST_HELD_BACK);
  const topics = nouns();
  const pool = Math.min(topics.length, Math.ceil((2 * count) / ENTRIES_PER_NOUN) + frames.length);
  return Array.from({ length: count }, (_, number) => {
    const frame = frames[number % frames.length];
    if (!frame) throw new Error('no real entry has enough wordings to make others of');
    const round = Math.floor(number / frames.length);
    const first = topics[number % pool] ?? '';
    const second = topics[(number * 7 + round * 3 + 1) % pool] ?? '';
    return madeEntry(frame.entry, frame.questions, number, [first, second]);
  });
}

function madeEntry(
  entry: Entry,
  questions: readonly string[],
  number: number,
  topic: readonly [string, string],
): MadeEntry {
  const texts = questions.map((text) => relabelled(text, topic));
  const [passage] = entry.passages;
  const text = relabelled(passage?.text ?? '', topic);
  return {
    entry: {
      ...entry,
      id: `made-${number}`,
      release: 'made',
      title: relabelled(entry.title, topic),
      questions: texts.slice(0, QUESTIONS),
      keywords: [],
      passages: [{ text, place: 'made', start: 0, end: text.length, spoken: false }],
    },
    heldBack: texts.slice(QUESTIONS, QUESTIONS + MOST_HELD_BACK),
  };
}

function hasTopic(text: string): boolean {
  return contentWords(wordsOf(cleaned(text))).length >= 2;
}

function relabelled(text: string, [first, second]: readonly [string, string]): string {
  const words = wordsOf(cleaned(text));
  const telling = contentWords(words);
  const from = words.indexOf(telling[0] ?? '');
  const to = words.lastIndexOf(telling.at(-1) ?? '');
  if (from < 0 || from === to) return `${words.join(' ')} ${first} ${second}`;
  return words.map((word, at) => (at === from ? first : at === to ? second : word)).join(' ');
}
