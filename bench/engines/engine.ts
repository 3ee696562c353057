import type { KnowledgeBase } from '../../src/domain/knowledge-base.ts';
import type { Office } from '../../src/domain/office.ts';
import { entryKey } from '../../src/domain/release.ts';

/** What an engine makes of a question. */
export interface Ranked {
  /** Keys of the likeliest entries, best first; three or fewer. */
  readonly keys: readonly string[];
  /** How sure it is of the first, on a scale of its own; nothing is answered below the bar. */
  readonly sure: number;
}

export interface Engine {
  ask(question: string): Ranked;
}

/** Learns or indexes a base. */
export type MakeEngine = (base: KnowledgeBase, office: Office) => Engine;

/** One text that an engine may find; without a key it stands for what is not answered. */
export interface Document {
  readonly key: string | undefined;
  /** Names the entry, the declined topic, or the text itself where it stands alone. */
  readonly topic: string;
  readonly text: string;
}

/** As many passages of an entry as ours learns. */
const MOST_PASSAGES = 8;

/** The same texts for every engine: entries, declined topics, greetings and everyday lines. */
export function documentsOf({ releases, everyday }: KnowledgeBase): Document[] {
  const entries = releases
    .flatMap((release) => release.entries)
    .flatMap((entry) => {
      const key = entryKey(entry);
      const passages = entry.passages.slice(0, MOST_PASSAGES).map((passage) => passage.text);
      const texts = [...entry.questions, ...entry.keywords, entry.title, ...passages];
      return texts.map((text) => ({ key, topic: key, text }));
    });
  const declined = releases
    .flatMap((release) => release.declined)
    .flatMap((topic) =>
      [...topic.questions, topic.title].map((text) => unanswered(entryKey(topic), text)),
    );
  const others = [...everyday.greetings, ...everyday.background];
  return [...entries, ...declined, ...others.map((text) => unanswered(text, text))];
}

function unanswered(topic: string, text: string): Document {
  return { key: undefined, topic: `none ${topic}`, text };
}

export const MOST_KEYS = 3;

/** Of documents that were found, best first, the entries that they belong to, each once. */
export function rankedBy(
  found: readonly { readonly key: string | undefined; readonly score: number }[],
): Ranked {
  const keys: string[] = [];
  for (const { key } of found) {
    if (key === undefined || keys.includes(key)) continue;
    keys.push(key);
    if (keys.length === MOST_KEYS) break;
  }
  const [first] = found;
  return { keys, sure: first?.key === undefined ? Number.NEGATIVE_INFINITY : first.score };
}
