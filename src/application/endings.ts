import { findEntry, findTopic } from '../domain/knowledge-base.ts';
import { officeStateAt } from '../domain/office-hours.ts';
import { POLICY } from '../domain/policy.ts';
import { type Entry, type EpochMs, entryKey, type Release } from '../domain/release.ts';
import type { Answer, OfficeAnswer, Part, ReleaseAnswer } from '../domain/reply.ts';
import { decide, type Verdict } from '../domain/verdict.ts';
import type { Match } from '../matching/matcher.ts';
import type { View } from './views.ts';

type WithoutQuestion<P> = P extends Part ? Omit<P, 'asked' | 'confidence'> : never;

/** How one question ends: the verdict, put into what may be said at this instant. */
export function endingOf(match: Match, view: View, at: EpochMs): Part {
  const { asked, findings } = match;
  const part = partOf(decide(findings, POLICY), view, at);
  const { confidence } = findings;
  if (part) return { ...part, asked, confidence };
  return { kind: 'unknown', asked, confidence, why: view.source ? 'no-match' : 'no-knowledge' };
}

function partOf(verdict: Verdict, view: View, at: EpochMs): WithoutQuestion<Part> | undefined {
  switch (verdict.kind) {
    case 'answer': {
      const answer = answerOf(verdict.key, view, at);
      return answer ? { kind: 'answered', answer } : undefined;
    }
    case 'offer': {
      const current = verdict.keys.filter((key) => !view.old.has(key));
      const choices = current.flatMap((key) => releaseAnswer(key, view, at) ?? []);
      return choices.length > 0 ? { kind: 'choices', choices } : undefined;
    }
    case 'decline': {
      const found = findTopic(view.base, verdict.key);
      return found ? { kind: 'declined', ...found } : undefined;
    }
    case 'greet':
      return { kind: 'greeting' };
    case 'unknown':
      return undefined;
  }
}

const OFFICE_PREFIX = 'office/';

function answerOf(key: string, view: View, at: EpochMs): Answer | undefined {
  if (!key.startsWith(OFFICE_PREFIX)) return releaseAnswer(key, view, at);
  return { from: 'office', topic: key.slice(OFFICE_PREFIX.length) as OfficeAnswer['topic'] };
}

/** An entry's answer as at an instant; undefined where the entry may not be served. */
export function releaseAnswer(key: string, view: View, at: EpochMs): ReleaseAnswer | undefined {
  const found = findEntry(view.base, key);
  if (!found) return undefined;
  const { entry, release } = found;
  const newer = view.old.get(entryKey(entry));
  return {
    from: 'release',
    entry,
    release,
    also: alsoGiven(entry, release, officeStateAt(view.office, at).open),
    ...(newer ? { supersededBy: newer } : {}),
  };
}

function alsoGiven(entry: Entry, release: Release, open: boolean): Entry[] {
  if (open || !entry.whenShut) return [];
  return release.entries.filter((other) => other.id === entry.whenShut);
}

/** Two questions of a message with the same ending get it once; thanks beside a question, nothing. */
export function withoutRepeats(parts: readonly Part[]): [Part, ...Part[]] {
  const seen = new Set<string>();
  const kept = parts.filter((part) => {
    const key = endingKey(part);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const told = kept.filter((part) => part.kind !== 'greeting');
  const [first, ...rest] = told.length > 0 ? told : kept;
  return [first ?? { kind: 'greeting', asked: '', confidence: 0 }, ...rest];
}

function endingKey(part: Part): string {
  switch (part.kind) {
    case 'answered':
      return part.answer.from === 'office'
        ? part.answer.topic
        : part.answer.entry.passages.map((passage) => passage.text).join('\n');
    case 'declined':
      return entryKey(part.topic);
    case 'choices':
      return part.choices.map((choice) => entryKey(choice.entry)).join(' ');
    case 'unknown':
    case 'greeting':
      return part.kind;
  }
}
