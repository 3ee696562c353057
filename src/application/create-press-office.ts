import {
  findEntry,
  findTopic,
  type KnowledgeBase,
  nextEmbargoAfter,
  superseded,
  topicsOf,
  visibleAt,
} from '../domain/knowledge-base.ts';
import { officeStateAt } from '../domain/office-hours.ts';
import { POLICY } from '../domain/policy.ts';
import {
  type Audience,
  type Entry,
  type EpochMs,
  entryKey,
  REPORTERS,
  type Release,
} from '../domain/release.ts';
import {
  type Answer,
  mainPart,
  type OfficeAnswer,
  type Part,
  type ReleaseAnswer,
  type Reply,
} from '../domain/reply.ts';
import { decide, type Verdict } from '../domain/verdict.ts';
import { createMatcher, type Match, type Matcher } from '../matching/matcher.ts';
import type { Clock, KnowledgeSource, Logger } from './ports.ts';
import type { PressOffice } from './press-office.ts';

export interface PressOfficeParts {
  readonly knowledge: KnowledgeSource;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Who asks. Default: reporters, who see no drafts. */
  readonly audience?: Audience;
}

/** The base as it is for those who ask now, with a matcher that has learned just that. */
interface View {
  readonly source: KnowledgeBase | undefined;
  /** The view holds from `from` until `until`: the embargoes before and after it. */
  readonly from: EpochMs;
  readonly until: EpochMs;
  readonly base: KnowledgeBase;
  readonly matcher: Matcher;
  readonly old: ReadonlyMap<string, string>;
}

const NO_KNOWLEDGE: KnowledgeBase = {
  releases: [],
  vocabulary: [],
  everyday: {
    greetings: ['hello', 'thanks', 'good morning', 'what can you do', 'help'],
    background: [],
  },
  version: 'none',
};

/** Puts rules, matching and knowledge together. Holds no state but views that can be made again. */
export function createPressOffice(parts: PressOfficeParts): PressOffice {
  const { knowledge, clock, logger } = parts;
  const audience = parts.audience ?? REPORTERS;
  const views: View[] = [];
  const viewAt = (at: EpochMs): View => {
    const source = knowledge.current().base;
    const known = views.find(
      (view) => view.source === source && at >= view.from && at < view.until,
    );
    if (known) return known;
    const made = makeView(source, at, audience, knowledge.current().office);
    while (views.length > 0 && views[0]?.source !== source) views.shift();
    views.push(made);
    if (views.length > MOST_VIEWS) views.shift();
    return made;
  };
  const office = () => knowledge.current().office;
  return {
    ask(text, at = clock()) {
      const view = viewAt(at);
      const matches = view.matcher.match(text);
      const endings = withoutRepeats(matches.map((match) => endingOf(match, view, at, knowledge)));
      const reply: Reply = {
        question: text,
        at,
        office: officeStateAt(office(), at),
        parts: endings,
      };
      logOutcome(reply, view.base.version, logger);
      return reply;
    },
    answer: (key, at = clock()) => releaseAnswer(key, viewAt(at), at, knowledge),
    topics: (release, at = clock()) =>
      topicsOf(viewAt(at).base).filter(
        (topic) => release === undefined || topic.release.id === release,
      ),
    hours: (at = clock()) => officeStateAt(office(), at),
    office,
    now: clock,
    health: () => {
      const { base, problems } = knowledge.current();
      return { base, problems };
    },
  };
}

/** Views kept at once: the present one, and a few for `--at` and tests that jump in time. */
const MOST_VIEWS = 4;

function makeView(
  source: KnowledgeBase | undefined,
  at: EpochMs,
  audience: Audience,
  office: Parameters<typeof createMatcher>[1],
): View {
  const base = source ? visibleAt(source, at, audience) : NO_KNOWLEDGE;
  const lifted = (source?.releases ?? [])
    .map((release) => release.embargo ?? Number.NEGATIVE_INFINITY)
    .filter((embargo) => embargo <= at);
  return {
    source,
    from: Math.max(Number.NEGATIVE_INFINITY, ...lifted),
    until: (source && nextEmbargoAfter(source, at)) ?? Number.POSITIVE_INFINITY,
    base,
    matcher: createMatcher(base, office),
    old: superseded(base),
  };
}

function endingOf(match: Match, view: View, at: EpochMs, knowledge: KnowledgeSource): Part {
  const verdict = decide(match.findings, POLICY);
  const { asked } = match;
  const { confidence } = match.findings;
  const part = partOf(verdict, view, at, knowledge);
  if (part) return { ...part, asked, confidence };
  const why = view.source ? 'no-match' : 'no-knowledge';
  return { kind: 'unknown', asked, confidence, why };
}

type WithoutQuestion<P> = P extends Part ? Omit<P, 'asked' | 'confidence'> : never;

function partOf(
  verdict: Verdict,
  view: View,
  at: EpochMs,
  knowledge: KnowledgeSource,
): WithoutQuestion<Part> | undefined {
  switch (verdict.kind) {
    case 'answer': {
      const answer = answerOf(verdict.key, view, at, knowledge);
      return answer ? { kind: 'answered', answer } : undefined;
    }
    case 'offer': {
      const choices = verdict.keys.flatMap((key) => releaseAnswer(key, view, at, knowledge) ?? []);
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

function answerOf(
  key: string,
  view: View,
  at: EpochMs,
  knowledge: KnowledgeSource,
): Answer | undefined {
  if (key.startsWith('office/')) {
    return { from: 'office', topic: key.slice('office/'.length) as OfficeAnswer['topic'] };
  }
  return releaseAnswer(key, view, at, knowledge);
}

function releaseAnswer(
  key: string,
  view: View,
  at: EpochMs,
  knowledge: KnowledgeSource,
): ReleaseAnswer | undefined {
  const found = findEntry(view.base, key);
  if (!found) return undefined;
  const { entry, release } = found;
  const newer = view.old.get(entryKey(entry));
  return {
    from: 'release',
    entry,
    release,
    also: alsoGiven(entry, release, officeStateAt(knowledge.current().office, at).open),
    ...(newer ? { supersededBy: newer } : {}),
  };
}

function alsoGiven(entry: Entry, release: Release, open: boolean): Entry[] {
  if (open || !entry.whenShut) return [];
  return release.entries.filter((other) => other.id === entry.whenShut);
}

/** Two questions of a message with the same ending get it once. */
function withoutRepeats(parts: readonly Part[]): [Part, ...Part[]] {
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

function logOutcome(reply: Reply, version: string, logger: Logger): void {
  const part = mainPart(reply);
  const key =
    part.kind === 'answered' && part.answer.from === 'release'
      ? entryKey(part.answer.entry)
      : part.kind === 'declined'
        ? entryKey(part.topic)
        : undefined;
  logger.info('Question answered', {
    outcome: part.kind,
    entry: key,
    confidence: Number(part.confidence.toFixed(3)),
    base: version.slice(0, 12),
  });
  logger.debug('Question text', { text: reply.question.slice(0, 500) });
}
