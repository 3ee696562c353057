import type { Courier, Delivery, Parcel } from '../../application/desk/courier.ts';
import type { Post } from '../../domain/enquiry.ts';
import type { Place } from '../send.ts';
import type { DeskClient } from './desk-client.ts';
import { type Letter, type LetterHead, letterFor } from './letter.ts';
import { metadataOf, partsThere } from './look.ts';
import { type Destination, destinationsOf } from './places.ts';
import { isGone, undelivered } from './undelivered.ts';

export interface CourierParts extends LetterHead {
  readonly client: DeskClient;
  /** The desk's channel. */
  readonly channel: string;
}

const NOTHING: ReadonlyMap<number, string> = new Map();
const LEASE_LOST: Delivery = { kind: 'later', code: 'lease-lost', afterMs: 0 };

/**
 * Carries the outbox's notices to Slack. Each message names its row in its metadata; where an earlier
 * attempt may have posted it, it is looked for first, and what is there isn't posted again.
 */
export function createCourier(parts: CourierParts): Courier {
  return {
    async deliver(parcel) {
      try {
        const letter = letterFor(parcel, parts);
        if (!letter) return { kind: 'never', code: 'no-enquiry' };
        const updated = await updateCard(parts, parcel, letter);
        return updated ?? (await postSomewhere(parts, parcel, letter));
      } catch (error) {
        return undelivered(error);
      }
    },
  };
}

/** The card as it stands now. Undefined where there is none, or none that can be changed. */
async function updateCard(
  { client, channel }: CourierParts,
  { id, notice, card }: Parcel,
  letter: Letter,
): Promise<Delivery | undefined> {
  const [message] = letter.messages;
  // The desk may have moved to another channel since: its cards come along, each as it is next changed.
  if (notice.kind !== 'card' || card?.channel !== channel || !message) return undefined;
  try {
    await client.chat.update({ ...card, ...message, metadata: metadataOf(id, 0) });
    return { kind: 'posted', post: card, words: letter.words };
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** The first place that takes it; the last one's refusal where none does. */
async function postSomewhere(
  parts: CourierParts,
  parcel: Parcel,
  letter: Letter,
): Promise<Delivery> {
  const [first, ...others] = destinationsOf(parts, parcel);
  let ended = await postAt(parts, parcel, letter, first);
  for (const other of others) {
    if (ended.kind !== 'never') return ended;
    ended = await postAt(parts, parcel, letter, other);
  }
  return ended;
}

async function postAt(
  parts: CourierParts,
  parcel: Parcel,
  { messages, words }: Letter,
  { find, broadcast, to }: Destination,
): Promise<Delivery> {
  try {
    const place = await find();
    const there = parcel.mayBeThere ? await partsThere(parts.client, place, parcel) : NOTHING;
    const stands: string[] = [];
    for (const [part, message] of messages.entries()) {
      const ts = there.get(part);
      if (ts === undefined && !parcel.stillHeld()) return LEASE_LOST;
      stands.push(
        ts ??
          (await postOne(parts.client, place, {
            ...message,
            ...(broadcast ? { reply_broadcast: true } : {}),
            metadata: metadataOf(parcel.id, part),
          })),
      );
    }
    const kind = there.size < messages.length ? 'posted' : 'was-there';
    // The last message is the one that asks for replies in its thread.
    const post: Post = { channel: place.channel, ts: stands.at(-1) ?? '' };
    return { kind, post, words, ...(to === undefined ? {} : { to }) };
  } catch (error) {
    return undelivered(error);
  }
}

async function postOne(
  client: DeskClient,
  { channel, thread }: Place,
  message: Letter['messages'][number] & { readonly metadata: ReturnType<typeof metadataOf> },
): Promise<string> {
  const { ts } = await client.chat.postMessage({
    channel,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...message,
    unfurl_links: false,
    unfurl_media: false,
  });
  if (ts === undefined) throw new Error('Slack took a message and did not say where it stands.');
  return ts;
}
