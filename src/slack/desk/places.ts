import type { Parcel } from '../../application/desk/courier.ts';
import type { Enquiry } from '../../domain/enquiry.ts';
import type { Place } from '../send.ts';
import type { DeskClient } from './desk-client.ts';

/** Where a notice can go. */
export interface Destination {
  /** Rejects as Slack does. */
  find(): Promise<Place>;
  /** Shown in the channel as well as in the thread. */
  readonly broadcast?: true;
  /** Slack user id of the one person whom it is for. */
  readonly to?: string;
}

/**
 * Where a notice goes, and where else if Slack refuses it there for good. A note goes under the
 * card, or into the channel where that was deleted by hand; what is for the asker into the thread
 * that they chose, or to them privately where that is gone. A receipt is always private.
 */
export function destinationsOf(
  { client, channel }: { readonly client: DeskClient; readonly channel: string },
  { notice, enquiry, card }: Parcel,
): readonly [Destination, ...Destination[]] {
  const desk = at({ channel });
  if (notice.kind === 'asker' && enquiry) {
    const privately = toAsker(client, enquiry);
    const { askedIn, answerHere, asker } = enquiry;
    return askedIn && answerHere && notice.note.kind !== 'receipt'
      ? [{ ...inThread(client, askedIn), to: asker }, privately]
      : [privately];
  }
  if (notice.kind !== 'desk' || card?.channel !== channel) return [desk];
  const wholeDesk = notice.note.kind === 'warning' && notice.note.wholeDesk;
  const under = at({ channel, thread: card.ts });
  // Nobody is pinged in a thread that they have no part in.
  return [wholeDesk ? { ...under, broadcast: true } : under, desk];
}

function at(place: Place): Destination {
  return { find: async () => place };
}

/**
 * A thread in a channel of reporters. Where its first message was deleted Slack would put the answer
 * into the channel itself without a word (slack-go/slack issue 1571), which nobody chose.
 */
function inThread(client: DeskClient, place: NonNullable<Enquiry['askedIn']>): Destination {
  return {
    async find() {
      await client.conversations.replies({ channel: place.channel, ts: place.thread, limit: 1 });
      return place;
    },
  };
}

function toAsker(client: DeskClient, { asker }: Enquiry): Destination {
  return {
    to: asker,
    async find() {
      const { channel } = await client.conversations.open({ users: asker });
      if (channel?.id === undefined) throw new Error('Slack opened no direct message.');
      return { channel: channel.id };
    },
  };
}
