import type { Enquiry, OfficerAct } from '../../domain/enquiry.ts';
import type { ActRefusal } from '../../domain/refusals.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Changed, changeEnquiry } from './change-enquiry.ts';
import type { Desk, Person } from './desk.ts';
import type { TrailRow } from './desk-store.ts';
import type { Workings } from './parts.ts';
import { isUnseen, LONGEST, tidy, tidyLine } from './texts.ts';
import { doneBy } from './trail.ts';
import { within } from './within.ts';

/** Longest wait for the store, in milliseconds, before an officer is told "not now". */
const ACT_WITHIN_MS = 1_500;

/**
 * Officers' acts. Where the store answers too late the officer hears `not-now`, and what was begun is
 * taken back. Only where its very last step was on the way may it still be kept; pressed again it is then
 * refused by the state that it made, or, with the same key, found to be done.
 */
export function createAct(workings: Workings): Desk['act'] {
  return async (id, act, by, key) => {
    const refusal = await refusalOf(workings, by);
    if (refusal) return refused(refusal);
    const checked = checkAct(act);
    if (!checked.ok) return checked;
    try {
      const changed = await within(ACT_WITHIN_MS, (expired) =>
        changeEnquiry(workings, id, {
          eventAt: (at) => ({ by: by.id, at, act: checked.value }),
          trail: { ...doneBy(by), ...trailOf(checked.value) },
          ...(key === undefined ? {} : { key: `act:${key}` }),
          expired,
        }),
      );
      return resultOf(changed);
    } catch (error) {
      workings.trouble.failed('An officer’s act could not be kept', error);
      return refused({ kind: 'not-now' });
    }
  };
}

/** Why somebody may not act; undefined for an officer. "Membership is the right to act." */
export async function refusalOf(
  { officers, trouble }: Pick<Workings, 'officers' | 'trouble'>,
  by: Person,
): Promise<ActRefusal | undefined> {
  try {
    return (await officers.isOfficer(by.id)) ? undefined : { kind: 'no-officer' };
  } catch (error) {
    trouble.slackFailed('Slack did not say who is in the desk’s channel', error);
    return { kind: 'not-now' };
  }
}

/** The act with its texts tidied; a text that is missing or too long is refused, never cut. */
function checkAct(act: OfficerAct): Result<OfficerAct, ActRefusal> {
  switch (act.kind) {
    case 'answer': {
      const words = tidy(act.words);
      const to = tidyLine(act.attribution.to);
      if (isUnseen(words)) return refused({ kind: 'empty', field: 'answer' });
      if (isUnseen(to)) return refused({ kind: 'empty', field: 'attribution' });
      if (words.length > LONGEST.words || to.length > LONGEST.attribution) return tooLong();
      return ok({ ...act, words, attribution: { ...act.attribution, to } });
    }
    case 'not-for-us': {
      const goInstead = tidy(act.goInstead);
      if (isUnseen(goInstead)) return refused({ kind: 'empty', field: 'go-instead' });
      return goInstead.length > LONGEST.words ? tooLong() : ok({ ...act, goInstead });
    }
    default:
      return ok(act);
  }
}

/** Slack's own inputs let nobody write so much. */
function tooLong(): Result<never, ActRefusal> {
  return refused({ kind: 'not-possible' });
}

function trailOf(act: OfficerAct): Pick<TrailRow, 'entries' | 'facts'> {
  switch (act.kind) {
    case 'answer':
      return {
        ...(act.entryKey === undefined ? {} : { entries: [act.entryKey] }),
        facts: { terms: act.attribution.terms },
      };
    case 'urgent':
      return { facts: { on: act.on } };
    default:
      return {};
  }
}

function resultOf(changed: Changed): Result<Enquiry, ActRefusal> {
  switch (changed.kind) {
    case 'changed':
    case 'done-before':
      return ok(changed.enquiry);
    case 'refused':
      return refused(changed.refusal);
    case 'no-such-enquiry':
      return refused({ kind: 'no-such-enquiry' });
    case 'contended':
      return refused({ kind: 'not-now' });
  }
}
