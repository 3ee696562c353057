import {
  asksForPatience,
  concernsWholeDesk,
  overtakenWarnings,
  warningsDue,
} from './deadline-warnings.ts';
import type {
  Enquiry,
  EnquiryEvent,
  EnquiryRefusal,
  GivenAnswer,
  OfficerAct,
  WarningKind,
} from './enquiry.ts';
import { isSameAnswer, isWaiting, nobodys, withAnswer } from './enquiry-states.ts';
import type { AskerNote, DeskNote, Notice } from './notice.ts';
import type { EpochMs } from './release.ts';
import type { Result } from './result.ts';
import { ok, refused } from './result.ts';

/** What is known of an enquiry when it arrives; all else follows. */
export type EnquiryFacts = Omit<
  Enquiry,
  'version' | 'status' | 'urgent' | 'owner' | 'answers' | 'goInstead' | 'warned'
>;

/** Names of the steps as the trail has them. */
export type StepName =
  | 'taken'
  | 'given-back'
  | 'answered'
  | 'corrected'
  | 'urgent'
  | 'not-for-us'
  | 'closed'
  | 'reopened'
  | 'follow-up'
  | 'warned'
  | 'owner-left';

/** An enquiry's next state, what is to be said because of it, in that order, and the trail's word. */
export interface Step {
  readonly enquiry: Enquiry;
  readonly notices: readonly Notice[];
  readonly trail: StepName;
}

type Outcome = Result<Step, EnquiryRefusal>;
type Act<K extends OfficerAct['kind']> = Extract<OfficerAct, { readonly kind: K }>;

/** What is said when an enquiry was received: the desk gets its card, who asked the receipt. */
export const NOTICES_OF_RECEIPT: readonly Notice[] = [
  { kind: 'card' },
  { kind: 'asker', note: { kind: 'receipt' } },
];

/** A new enquiry: nobody's yet, in its first version. */
export function received(facts: EnquiryFacts): Enquiry {
  return { ...facts, version: 1, status: 'open', urgent: false, answers: [], warned: [] };
}

/**
 * The desk's rules: what an event makes of an enquiry, or why nothing changes. The next state has
 * the next version. Who may act at all (the members of the desk's channel) is not decided here.
 */
export function step(enquiry: Enquiry, event: EnquiryEvent): Outcome {
  if ('by' in event) return officerStep(enquiry, event.act, event.by, event.at);
  switch (event.act.kind) {
    case 'follow-up':
      return followUp(enquiry, event.act.words, event.at);
    case 'warn':
      return warn(enquiry, event.act.warning, event.at);
    case 'owner-left':
      return ownerLeft(enquiry);
  }
}

function officerStep(enquiry: Enquiry, act: OfficerAct, by: string, at: EpochMs): Outcome {
  switch (act.kind) {
    case 'take':
      return take(enquiry, by);
    case 'give-back':
      return giveBack(enquiry, by);
    case 'answer':
      return answer(enquiry, act, by, at);
    case 'urgent':
      return urgent(enquiry, act, by);
    case 'not-for-us':
      return notForUs(enquiry, act, by);
    case 'close':
      return close(enquiry, by);
    case 'reopen':
      return reopen(enquiry, by, at);
  }
}

function take(enquiry: Enquiry, by: string): Outcome {
  if (!isWaiting(enquiry)) return finished(enquiry);
  if (enquiry.owner === by) return refused({ kind: 'yours-already' });
  if (enquiry.owner !== undefined) return takenBy(enquiry.owner);
  return stepTo({ ...enquiry, status: 'taken', owner: by }, 'taken', { kind: 'taken', by });
}

function giveBack(enquiry: Enquiry, by: string): Outcome {
  if (!isWaiting(enquiry)) return finished(enquiry);
  if (enquiry.owner !== by) return refused({ kind: 'not-yours' });
  return stepTo(nobodys(enquiry, 'open'), 'given-back', { kind: 'given-back', by });
}

/** Nobody's enquiry becomes whose answer it is; what is answered already is corrected by anybody. */
function answer(enquiry: Enquiry, act: Act<'answer'>, by: string, at: EpochMs): Outcome {
  const last = enquiry.answers.at(-1);
  if (enquiry.status === 'answered' && last) return correct(enquiry, last, act, by, at);
  const hindrance = hindranceFor(enquiry, by);
  if (hindrance) return refused(hindrance);
  const { words, attribution } = act;
  return stepTo(
    { ...withAnswer(enquiry, given(act, by, at)), status: 'answered', owner: by },
    'answered',
    { kind: 'answered', by, words, attribution },
    { kind: 'answer', words, attribution },
  );
}

function correct(
  enquiry: Enquiry,
  last: GivenAnswer,
  act: Act<'answer'>,
  by: string,
  at: EpochMs,
): Outcome {
  if (isSameAnswer(last, act)) return refused({ kind: 'nothing-to-change' });
  const { words, attribution } = act;
  const oldWords = last.words;
  return stepTo(
    withAnswer(enquiry, given(act, by, at)),
    'corrected',
    { kind: 'corrected', by, oldWords, words, attribution },
    { kind: 'correction', oldWords, words, attribution },
  );
}

function urgent(enquiry: Enquiry, act: Act<'urgent'>, by: string): Outcome {
  if (!isWaiting(enquiry)) return finished(enquiry);
  if (enquiry.urgent === act.on) return refused({ kind: 'nothing-to-change' });
  return stepTo({ ...enquiry, urgent: act.on }, 'urgent', { kind: 'urgent', by, on: act.on });
}

function notForUs(enquiry: Enquiry, act: Act<'not-for-us'>, by: string): Outcome {
  const hindrance = hindranceFor(enquiry, by);
  if (hindrance) return refused(hindrance);
  const { goInstead } = act;
  return stepTo(
    { ...enquiry, status: 'not-for-us', goInstead },
    'not-for-us',
    { kind: 'not-for-us', by, goInstead },
    { kind: 'not-for-us', goInstead },
  );
}

function close(enquiry: Enquiry, by: string): Outcome {
  const hindrance = hindranceFor(enquiry, by);
  if (hindrance) return refused(hindrance);
  return stepTo(
    { ...enquiry, status: 'closed' },
    'closed',
    { kind: 'closed', by },
    { kind: 'closed' },
  );
}

function reopen(enquiry: Enquiry, by: string, at: EpochMs): Outcome {
  if (isWaiting(enquiry)) return refused({ kind: 'not-finished' });
  return stepTo(
    awaitedAgain(enquiry, at),
    'reopened',
    { kind: 'reopened', by },
    { kind: 'reopened' },
  );
}

/** Whatever its state, what the asker adds is kept; a finished enquiry is awaited again. */
function followUp(enquiry: Enquiry, words: string, at: EpochMs): Outcome {
  const next = isWaiting(enquiry) ? enquiry : awaitedAgain(enquiry, at);
  return stepTo(next, 'follow-up', { kind: 'follow-up', words }, { kind: 'follow-up-kept' });
}

function warn(enquiry: Enquiry, warning: WarningKind, at: EpochMs): Outcome {
  if (!isWaiting(enquiry)) return finished(enquiry);
  if (enquiry.warned.includes(warning)) return refused({ kind: 'nothing-to-change' });
  if (!warningsDue(enquiry, at).includes(warning)) return refused({ kind: 'not-possible' });
  return stepTo(
    { ...enquiry, warned: [...enquiry.warned, warning] },
    'warned',
    { kind: 'warning', warning, wholeDesk: concernsWholeDesk(enquiry, at) },
    asksForPatience(enquiry, warning) ? { kind: 'still-waiting' } : undefined,
  );
}

/** Of a finished enquiry only the owner goes, so that nobody who has left gets it when reopened. */
function ownerLeft(enquiry: Enquiry): Outcome {
  if (enquiry.owner === undefined) return refused({ kind: 'nothing-to-change' });
  const status = enquiry.status === 'taken' ? 'open' : enquiry.status;
  return stepTo(nobodys(enquiry, status), 'owner-left', {
    kind: 'owner-left',
    owner: enquiry.owner,
  });
}

/** Finishing is the owner's, and anybody's where there is no owner. */
function hindranceFor(enquiry: Enquiry, by: string): EnquiryRefusal | undefined {
  if (!isWaiting(enquiry)) return { kind: 'finished', status: enquiry.status };
  const { owner } = enquiry;
  if (owner === undefined || owner === by) return undefined;
  return { kind: 'taken-by-other', owner };
}

/** Back with who had it, or with nobody; where the asker was sent to no longer holds. */
function awaitedAgain(enquiry: Enquiry, at: EpochMs): Enquiry {
  const { goInstead: _, ...rest } = enquiry;
  const warned = new Set([...enquiry.warned, ...overtakenWarnings(enquiry, at)]);
  const status = enquiry.owner === undefined ? 'open' : 'taken';
  return { ...rest, status, warned: [...warned] };
}

function given(act: Act<'answer'>, by: string, at: EpochMs): GivenAnswer {
  const { kind: _, ...words } = act;
  return { by, at, ...words };
}

function finished(enquiry: Enquiry): Outcome {
  return refused({ kind: 'finished', status: enquiry.status });
}

function takenBy(owner: string): Outcome {
  return refused({ kind: 'taken-by-other', owner });
}

/** The card comes first, as all other notes of the desk stand under it; who asked waits least. */
function stepTo(next: Enquiry, trail: StepName, desk: DeskNote, asker?: AskerNote): Outcome {
  const toAsker: readonly Notice[] = asker ? [{ kind: 'asker', note: asker }] : [];
  const notices: readonly Notice[] = [{ kind: 'card' }, ...toAsker, { kind: 'desk', note: desk }];
  return ok({ enquiry: { ...next, version: next.version + 1 }, notices, trail });
}
