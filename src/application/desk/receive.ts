import { randomUUID } from 'node:crypto';
import type { Enquiry, Tried } from '../../domain/enquiry.ts';
import { NOTICES_OF_RECEIPT, received } from '../../domain/enquiry-rules.ts';
import { makeReference, REFERENCE_BYTES } from '../../domain/reference.ts';
import type { EpochMs } from '../../domain/release.ts';
import { ok, refused } from '../../domain/result.ts';
import { type CheckedForm, checkForm } from './check-form.ts';
import type { Desk, EnquiryForm, Receipt } from './desk.ts';
import type { Workings } from './parts.ts';
import { LONGEST, tidyLine } from './texts.ts';
import { about, doneBy, noticesFor } from './trail.ts';
import { within } from './within.ts';

/**
 * Longest wait for the store, in milliseconds: Slack wants its answer within three seconds, and marking
 * the delivery as taken up may have waited for half a second before.
 */
const RECEIVE_WITHIN_MS = 1_500;
/** So many references are tried. With millions to choose from a second one is rare already. */
const MOST_REFERENCES = 8;

/**
 * Takes enquiries in. After `not-recorded` what was begun is taken back, unless the store was at the
 * very last step of it; what is kept then is worked on like any other. The form's key makes it safe to
 * send the same form again: it is never kept twice, and the first receipt comes back.
 */
export function createReceive(workings: Workings): Desk['receive'] {
  return async (form, key) => {
    const at = workings.clock();
    const checked = checkForm(form, workings.readDeadline, at);
    if (!checked.ok) return refused({ kind: 'fields', fields: checked.error });
    const make = (reference: string): Enquiry =>
      newEnquiry(workings.team, form, checked.value, reference, at);
    try {
      const enquiry = await within(RECEIVE_WITHIN_MS, (expired) =>
        keep(workings, make, form, `form:${key}`, expired),
      );
      return enquiry ? ok(receiptFor(workings, enquiry)) : refused({ kind: 'not-recorded' });
    } catch (error) {
      workings.trouble.failed('An enquiry could not be recorded', error);
      return refused({ kind: 'not-recorded' });
    }
  };
}

async function keep(
  workings: Workings,
  make: (reference: string) => Enquiry,
  form: EnquiryForm,
  key: string,
  expired: () => boolean,
): Promise<Enquiry | undefined> {
  for (let tries = 0; tries < MOST_REFERENCES && !expired(); tries += 1) {
    const enquiry = make(makeReference(workings.random(REFERENCE_BYTES)));
    const committed = await workings.commit({
      ...changeFor(workings, enquiry, form, key),
      expired,
    });
    if (committed.kind === 'done') return enquiry;
    if (committed.kind === 'done-before')
      return committed.enquiryId === undefined
        ? undefined
        : workings.store.enquiry(workings.team, committed.enquiryId);
  }
  return undefined;
}

function changeFor(
  workings: Workings,
  enquiry: Enquiry,
  form: EnquiryForm,
  key: string,
): Parameters<Workings['commit']>[0] {
  const at = enquiry.receivedAt;
  const { outcome, confidence } = enquiry.tried;
  const facts = { outcome, ...(confidence === undefined ? {} : { confidence }) };
  return {
    key,
    enquiry: { kind: 'new', enquiry },
    notices: noticesFor(enquiry.id, NOTICES_OF_RECEIPT, at),
    trail: [
      {
        at,
        what: 'received',
        ...doneBy(form.by),
        ...about(enquiry, facts),
        knowledge: workings.knowledge(),
      },
    ],
  };
}

function newEnquiry(
  team: string,
  form: EnquiryForm,
  checked: CheckedForm,
  reference: string,
  at: EpochMs,
): Enquiry {
  return received({
    ...checked,
    id: randomUUID(),
    team,
    reference,
    asker: form.by.id,
    askerName: tidyLine(form.by.name).slice(0, LONGEST.name),
    receivedAt: at,
    ...(form.askedIn ? { askedIn: form.askedIn } : {}),
    // "Here" has a meaning only for what was asked in a channel.
    answerHere: form.answerHere && form.askedIn !== undefined,
    tried: boundedTried(form.tried),
  });
}

/** Titles travel through a form's metadata, so they are bounded like everything from outside. */
function boundedTried(tried: Tried): Tried {
  const titles = tried.titles.slice(0, 5).map((title) => tidyLine(title).slice(0, LONGEST.outlet));
  return { ...tried, titles };
}

function receiptFor({ pressOffice, clock, trouble }: Workings, enquiry: Enquiry): Receipt {
  const office = pressOffice.hours(clock());
  return {
    enquiry,
    office,
    ringOutOfHours: !office.open || office.changesAt < enquiry.deadline,
    deskAway: trouble.deskAway(),
  };
}
