import {
  type KnowledgeBase,
  nextEmbargoAfter,
  superseded,
  visibleAt,
} from '../domain/knowledge-base.ts';
import type { Office } from '../domain/office.ts';
import type { Audience, EpochMs } from '../domain/release.ts';
import { createMatcherSteps, type Matcher } from '../matching/matcher.ts';
import { atOnce, type Steps } from '../matching/steps.ts';
import type { KnowledgeSource } from './ports.ts';

/** The base as it is for those who ask at some instant, with a matcher that has learned just that. */
export interface View {
  /** What was read; absent where nothing could be. */
  readonly source: KnowledgeBase | undefined;
  readonly office: Office;
  /** The view holds from `from` (inclusive) until `until`: the embargoes before and after it. */
  readonly from: EpochMs;
  readonly until: EpochMs;
  readonly base: KnowledgeBase;
  readonly matcher: Matcher;
  /** `release/id` of each entry that a newer one takes the place of, with that one's key. */
  readonly old: ReadonlyMap<string, string>;
}

export interface Views {
  /** The view for an instant. Made on the spot where it has not been made ahead. */
  at(instant: EpochMs): View;
  /** Makes the present view, and the one after the next embargo, a little at a time. */
  prepare(): Promise<void>;
}

/** A view that is being made, and the view once it is. */
interface Learning {
  readonly frame: Frame;
  readonly steps: Steps<Matcher>;
  view?: View;
}

/** All of a view but what has to be learned for it. */
type Frame = Omit<View, 'matcher'>;

/** The present view, the one after the next embargo, and a few for `--at` and jumping clocks. */
const MOST_VIEWS = 4;

/** Without a base greetings, hours and numbers are still answered. */
const NO_KNOWLEDGE: KnowledgeBase = {
  releases: [],
  vocabulary: [],
  everyday: {
    greetings: ['hello', 'thanks', 'good morning', 'what can you do', 'help'],
    background: [],
  },
  version: 'none',
};

/**
 * Keeps views ready. After a change of the folder the new view is learned behind the old one, which
 * answers until then; the view that a lifting embargo will need is learned before its instant.
 */
export function createViews(
  knowledge: KnowledgeSource,
  now: () => EpochMs,
  audience: Audience,
): Views {
  const views: View[] = [];
  let learning: Learning | undefined;
  const begin = (instant: EpochMs): Learning => {
    const frame = frameOf(knowledge, instant, audience);
    return { frame, steps: createMatcherSteps(frame.base, frame.office) };
  };
  const keep = (done: Learning, matcher: Matcher): View => {
    done.view = { ...done.frame, matcher };
    views.unshift(done.view);
    views.length = Math.min(views.length, MOST_VIEWS);
    return done.view;
  };
  const isFor = ({ source, office, from, until }: Frame, instant: EpochMs): boolean => {
    const current = knowledge.current();
    return source === current.base && office === current.office && holds({ from, until }, instant);
  };
  const made = (instant: EpochMs): View | undefined => views.find((view) => isFor(view, instant));
  const learnAhead = async (): Promise<void> => {
    if (learning) return;
    try {
      for (let missing = missingView(); missing !== undefined; missing = missingView()) {
        learning = begin(missing);
        await overManyTurns(learning, keep);
      }
    } finally {
      learning = undefined;
    }
  };
  const missingView = () =>
    [now(), upcoming(knowledge, now())].find((instant) => instant !== undefined && !made(instant));
  knowledge.onChange(() => void learnAhead());
  return {
    at(instant) {
      const ready = made(instant);
      if (ready) return ready;
      const last = learning ? views.find((view) => holds(view, instant)) : undefined;
      if (last) return last;
      // What has been learned of it already need not be learned again.
      const wanted = learning && isFor(learning.frame, instant) ? learning : begin(instant);
      const view = keep(wanted, atOnce(wanted.steps));
      void learnAhead();
      return view;
    },
    prepare: learnAhead,
  };
}

/** Longest stretch of learning, in milliseconds, before others get their turn. */
const TURN_MS = 15;

/** Does the steps a little at a time, so that questions are answered in between. */
async function overManyTurns(
  learning: Learning,
  keep: (done: Learning, matcher: Matcher) => View,
): Promise<void> {
  while (!learning.view) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    // Whoever could not wait may have done the rest.
    const matcher = learning.view ? undefined : oneTurn(learning.steps);
    if (matcher) keep(learning, matcher);
  }
}

function oneTurn<T>(steps: Steps<T>): T | undefined {
  const until = performance.now() + TURN_MS;
  while (performance.now() < until) {
    const step = steps.next();
    if (step.done) return step.value;
  }
  return undefined;
}

function holds(view: Pick<View, 'from' | 'until'>, instant: EpochMs): boolean {
  return instant >= view.from && instant < view.until;
}

function upcoming(knowledge: KnowledgeSource, at: EpochMs): EpochMs | undefined {
  const { base } = knowledge.current();
  return base ? nextEmbargoAfter(base, at) : undefined;
}

function frameOf(knowledge: KnowledgeSource, at: EpochMs, audience: Audience): Frame {
  const { base: source, office } = knowledge.current();
  const base = source ? visibleAt(source, at, audience) : NO_KNOWLEDGE;
  const lifted = (source?.releases ?? [])
    .map((release) => release.embargo ?? Number.NEGATIVE_INFINITY)
    .filter((embargo) => embargo <= at);
  return {
    source,
    office,
    from: Math.max(Number.NEGATIVE_INFINITY, ...lifted),
    until: (source && nextEmbargoAfter(source, at)) ?? Number.POSITIVE_INFINITY,
    base,
    old: superseded(base),
  };
}
