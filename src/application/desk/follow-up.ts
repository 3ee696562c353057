import type { Enquiry, Post } from '../../domain/enquiry.ts';
import { isThanks } from '../../domain/thanks.ts';
import { changeEnquiry } from './change-enquiry.ts';
import type { Desk, Person } from './desk.ts';
import type { Workings } from './parts.ts';
import { LONGEST, tidy } from './texts.ts';
import { about, doneBy } from './trail.ts';
import { within } from './within.ts';

/** Longest wait for the store, in milliseconds. */
const FOLLOW_UP_WITHIN_MS = 2_000;

type Ending = Awaited<ReturnType<Desk['followUp']>>;

/**
 * What an asker adds to an enquiry. `post` is the message of ours that is answered, or the head of the
 * thread that the enquiry was asked in. Where the store can't say whether it is about an enquiry the
 * ending is `not-recorded`: "no" could be wrong, and the words would be lost.
 */
export function createFollowUp(workings: Workings): Desk['followUp'] {
  return async (post, by, words, key) => {
    try {
      return await within(FOLLOW_UP_WITHIN_MS, async (expired) => {
        const enquiry = await enquiryAt(workings, post, by);
        if (!enquiry) return 'none';
        const said = tidy(words).slice(0, LONGEST.followUp);
        if (isThanks(said)) return thanked(workings, enquiry, by, key, expired);
        return followedUp(workings, enquiry, by, said, key, expired);
      });
    } catch (error) {
      workings.trouble.failed('A follow-up could not be recorded', error);
      return 'not-recorded';
    }
  };
}

/** Only the asker's own: what others write under it is no follow-up. */
async function enquiryAt(
  { store, team }: Workings,
  post: Post,
  by: Person,
): Promise<Enquiry | undefined> {
  const ours = await store.byPost(team, post);
  if (ours) return ours.asker === by.id ? ours : undefined;
  const theirs = await store.list(team, { asker: by.id, order: 'newest' });
  return theirs.find(
    ({ askedIn, answerHere }) =>
      answerHere && askedIn?.channel === post.channel && askedIn.thread === post.ts,
  );
}

async function thanked(
  workings: Workings,
  enquiry: Enquiry,
  by: Person,
  key: string,
  expired: () => boolean,
): Promise<Ending> {
  await workings.commit({
    expired,
    key: `follow-up:${key}`,
    notices: [],
    trail: [
      {
        at: workings.clock(),
        what: 'thanked',
        ...doneBy(by),
        ...about(enquiry),
        knowledge: workings.knowledge(),
      },
    ],
  });
  return 'thanks';
}

async function followedUp(
  workings: Workings,
  enquiry: Enquiry,
  by: Person,
  words: string,
  key: string,
  expired: () => boolean,
): Promise<Ending> {
  const changed = await changeEnquiry(workings, enquiry.id, {
    eventAt: (at) => ({ at, act: { kind: 'follow-up', words } }),
    trail: doneBy(by),
    key: `follow-up:${key}`,
    expired,
  });
  return changed.kind === 'changed' || changed.kind === 'done-before' ? 'kept' : 'not-recorded';
}
