import { warningsDue } from '../../domain/deadline-warnings.ts';
import type { Enquiry, WarningKind } from '../../domain/enquiry.ts';
import type { ChannelNote } from '../../domain/notice.ts';
import type { EpochMs } from '../../domain/release.ts';
import { changeEnquiry } from './change-enquiry.ts';
import { dayOf } from './day.ts';
import type { Workings } from './parts.ts';
import type { Job } from './tick.ts';
import { channelNotice } from './trail.ts';

/** How often who is in the desk's channel is asked again, in milliseconds of the desk's clock. */
const CHANNEL_EVERY_MS = 60_000;
/** More enquiries than this can't be awaited at a time by any office. */
const MOST_AWAITED = 10_000;

/** All that is due at times. */
export function jobsOf(workings: Workings): readonly Job[] {
  const always = [beat(workings)];
  return workings.hasChannel
    ? [warnings(workings), morningList(workings), channelCheck(workings), ...always]
    : always;
}

/** Warnings that are due, each kept by itself: of two replicas one gives it. */
function warnings(workings: Workings): Job {
  const warn = (enquiry: Enquiry, warning: WarningKind): ReturnType<typeof changeEnquiry> =>
    changeEnquiry(workings, enquiry.id, {
      eventAt: (at) => ({ at, act: { kind: 'warn', warning } }),
      trail: { facts: { warning } },
    });
  return {
    failure: 'Warnings could not be given',
    async run(at) {
      for (const enquiry of await awaited(workings, 'open', 'taken')) {
        for (const warning of warningsDue(enquiry, at)) await warn(enquiry, warning);
      }
    },
  };
}

/** Once on each working day, at opening or as soon after it as the desk runs. */
function morningList(workings: Workings): Job {
  const { pressOffice } = workings;
  const once = oncePerDay(workings);
  return {
    failure: 'The morning list could not be made',
    run: async (at) => {
      if (pressOffice.hours(at).open) await once(at, (day) => ({ kind: 'morning-list', day }));
    },
  };
}

/** Who has left the desk's channel owns nothing any more; and a public channel is said to be one. */
function channelCheck(workings: Workings): Job {
  const { officers, trouble } = workings;
  const once = oncePerDay(workings);
  let checkedAt: EpochMs | undefined;
  return {
    failure: 'The desk’s channel could not be checked',
    async run(at) {
      if (checkedAt !== undefined && at >= checkedAt && at - checkedAt < CHANNEL_EVERY_MS) return;
      checkedAt = at;
      const channel = await officers.channel();
      trouble.channelIs(channel);
      if (channel.kind === 'public') await once(at, () => ({ kind: 'public-channel' }));
      // Of a channel that can't be seen nobody is a member; that takes no enquiry from its owner.
      if (channel.kind === 'public' || channel.kind === 'private') await freeOwnerless(workings);
    },
  };
}

async function freeOwnerless(workings: Workings): Promise<void> {
  const taken = await awaited(workings, 'taken');
  for (const owner of new Set(taken.map((enquiry) => enquiry.owner))) {
    if (owner === undefined || (await workings.officers.isOfficer(owner))) continue;
    for (const { id } of taken.filter((enquiry) => enquiry.owner === owner)) {
      await freeFrom(workings, id, owner);
    }
  }
}

/** Somebody else may have it by now: then it is left with them. */
async function freeFrom(workings: Workings, id: string, owner: string): Promise<void> {
  const now = await workings.store.enquiry(workings.team, id);
  if (now?.owner !== owner) return;
  await changeEnquiry(workings, id, {
    eventAt: (at) => ({ at, act: { kind: 'owner-left' } }),
    trail: {},
  });
}

/** Tells that this replica lives, learns of the others, and how much waits for Slack. */
function beat(workings: Workings): Job {
  const { store, team, replica, systemNow, trouble } = workings;
  return {
    failure: 'The replicas could not be told of this one',
    async run() {
      const knowledge = workings.knowledge();
      const all = await store.beat(team, { id: replica, knowledge, at: systemNow() });
      trouble.storeWorked();
      trouble.knowledgeIs(new Set(all.map((each) => each.knowledge)));
      trouble.waitingIs(await store.waiting(team));
    },
  };
}

/** Says something in the desk's channel once a day, whichever replica comes first. */
function oncePerDay(
  workings: Workings,
): (at: EpochMs, noteOf: (day: string) => ChannelNote) => Promise<void> {
  const { pressOffice, commit } = workings;
  let said: string | undefined;
  return async (at, noteOf) => {
    const day = dayOf(pressOffice.office().zone, at);
    if (said === day) return;
    const note = noteOf(day);
    const notices = [channelNotice({ kind: 'channel', note }, at)];
    await commit({ key: `${note.kind}:${day}`, notices, trail: [] });
    said = day;
  };
}

function awaited(
  { store, team }: Workings,
  ...statuses: readonly ('open' | 'taken')[]
): Promise<readonly Enquiry[]> {
  return store.list(team, { statuses, limit: MOST_AWAITED });
}
