import type { Concepts } from './concepts.ts';
import { cleaned, contentWords, stemOf, wordsOf } from './text.ts';

/** Questions that ask for the same, as far as their words show it. */
export interface QuestionGroup<Q> {
  /** In the order given; never empty. */
  readonly questions: readonly Q[];
  /** The one that is most like the others; the first of those where several are. */
  readonly typical: Q;
}

/** Twice the words that both say, of all that either says, from which on they ask for the same. */
const ALIKE = 0.6;
/** Of a large group so many are compared with one another. */
const MOST_COMPARED = 50;

/**
 * Groups questions by the words that they share, each as its stem or, where the vocabulary knows it,
 * as what it means. The largest group comes first; of equals the one met first. Questions without a
 * word that says what they are about are left out.
 */
export function groupQuestions<Q extends { readonly words: string }>(
  questions: readonly Q[],
  concepts: Concepts,
): readonly QuestionGroup<Q>[] {
  const groups: Member<Q>[][] = [];
  for (const question of questions) {
    const one = { question, terms: termsOf(question.words, concepts) };
    if (one.terms.size === 0) continue;
    const best = bestGroup(one, groups);
    if (best) best.push(one);
    else groups.push([one]);
  }
  return groups
    .toSorted((a, b) => b.length - a.length)
    .map((members) => ({
      questions: members.map(({ question }) => question),
      typical: typicalOf(members),
    }));
}

interface Member<Q> {
  readonly question: Q;
  readonly terms: ReadonlySet<string>;
}

function termsOf(text: string, concepts: Concepts): ReadonlySet<string> {
  const words = contentWords(wordsOf(cleaned(text)));
  return new Set(
    words.map((word) => {
      const [concept] = concepts.of([word]);
      return concept === undefined ? stemOf(word) : `concept ${concept}`;
    }),
  );
}

/** Compared with a group's first member alone: a chain of likenesses would end at something else. */
function bestGroup<Q>(one: Member<Q>, groups: readonly Member<Q>[][]): Member<Q>[] | undefined {
  let [best, most]: [Member<Q>[] | undefined, number] = [undefined, 0];
  for (const group of groups) {
    const likeness = group[0] ? likenessOf(one.terms, group[0].terms) : 0;
    if (likeness >= ALIKE && likeness > most) [best, most] = [group, likeness];
  }
  return best;
}

/** From 0, no word in common, to 1. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const term of a) if (b.has(term)) both += 1;
  return (2 * both) / (a.size + b.size);
}

function typicalOf<Q>(members: readonly Member<Q>[]): Q {
  const compared = members.slice(0, MOST_COMPARED);
  const [first] = compared;
  if (!first) throw new Error('A group has at least one question');
  let [typical, most] = [first, -1];
  for (const one of compared) {
    const sum = compared.reduce((total, other) => total + likenessOf(one.terms, other.terms), 0);
    if (sum > most) [typical, most] = [one, sum];
  }
  return typical.question;
}
