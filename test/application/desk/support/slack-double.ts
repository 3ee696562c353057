import type {
  Courier,
  Delivery,
  DeskChannel,
  Officers,
  Parcel,
} from '../../../../src/application/desk/courier.ts';

/** A message as it stands in the pretended Slack. */
export interface Standing {
  /** Of the outbox row that it was posted for. */
  readonly id: string;
  readonly what: string;
  readonly enquiryId: string | undefined;
  readonly channel: string;
  readonly ts: string;
  updates: number;
}

/** What the pretended Slack does with a parcel before it posts anything. */
export type Weather = (parcel: Parcel) => Delivery | 'post-then-throw' | undefined;

/** A Slack without wires, that any number of desks can share: it counts what stands in it. */
export interface SlackDouble {
  readonly courier: Courier;
  readonly officers: Officers;
  readonly members: Set<string>;
  readonly standing: readonly Standing[];
  /** Every parcel that was brought, posted or not, in order. */
  readonly parcels: readonly Parcel[];
  /** Standing messages about enquiries by what they are: `card`, `asker receipt`, `desk warning`. */
  whats(): string[];
  of(what: string): readonly Standing[];
  setWeather(weather: Weather | undefined): void;
  setChannel(channel: DeskChannel): void;
  /** Each delivery takes so long, in milliseconds. */
  setSlowness(ms: number): void;
  /** Officers can't be asked for while true. */
  setMute(mute: boolean): void;
}

const SLACK_IS_DOWN: Delivery = { kind: 'later', code: 'service_unavailable', afterMs: 0 };
export const DOWN: Weather = () => SLACK_IS_DOWN;
export const AMBIGUOUS: Weather = () => 'post-then-throw';

export function slackDouble(...members: readonly string[]): SlackDouble {
  const standing: Standing[] = [];
  const parcels: Parcel[] = [];
  const officersIn = new Set(members);
  let weather: Weather | undefined;
  let channel: DeskChannel = { kind: 'private', id: 'CDESK' };
  let slowness = 0;
  let mute = false;

  const stand = (parcel: Parcel): Standing => {
    const made: Standing = {
      id: parcel.id,
      what: whatOf(parcel),
      enquiryId: parcel.enquiry?.id,
      channel: parcel.notice.kind === 'asker' ? `D${parcel.enquiry?.asker}` : 'CDESK',
      ts: `${standing.length + 1}.000100`,
      updates: 0,
    };
    standing.push(made);
    return made;
  };
  const ended = (
    kind: 'posted' | 'was-there',
    { channel: where, ts, what }: Standing,
  ): Delivery => ({
    kind,
    post: { channel: where, ts },
    words: what,
    ...(where.startsWith('D') ? { to: where.slice(1) } : {}),
  });
  /** The card is brought up to date where it stands; all else is looked for after a first attempt. */
  const placeOf = (parcel: Parcel): Delivery | undefined => {
    const card = standing.find(({ ts }) => ts === parcel.card?.ts);
    if (parcel.notice.kind === 'card' && card) {
      card.updates += 1;
      return ended('posted', card);
    }
    const there = standing.find(({ id }) => id === parcel.id);
    return parcel.mayBeThere && there ? ended('was-there', there) : undefined;
  };
  return {
    courier: {
      async deliver(parcel) {
        parcels.push(parcel);
        const under = weather?.(parcel);
        if (slowness > 0) await new Promise((resolve) => setTimeout(resolve, slowness));
        if (typeof under === 'object') return under;
        const there = placeOf(parcel);
        if (there) return there;
        if (!parcel.stillHeld()) return { kind: 'later', code: 'lease-lost', afterMs: 0 };
        const made = stand(parcel);
        if (under === 'post-then-throw') throw new Error('The connection was lost.');
        return ended('posted', made);
      },
    },
    officers: {
      async isOfficer(user) {
        if (mute) throw new Error('Slack gives no answer.');
        return officersIn.has(user);
      },
      async channel() {
        if (mute) throw new Error('Slack gives no answer.');
        return channel;
      },
    },
    members: officersIn,
    standing,
    parcels,
    whats: () => standing.filter((each) => each.enquiryId).map(({ what }) => what),
    of: (what) => standing.filter((each) => each.what === what),
    setWeather: (next) => {
      weather = next;
    },
    setChannel: (next) => {
      channel = next;
    },
    setSlowness: (ms) => {
      slowness = ms;
    },
    setMute: (next) => {
      mute = next;
    },
  };
}

function whatOf({ notice }: Parcel): string {
  return notice.kind === 'card' ? 'card' : `${notice.kind} ${notice.note.kind}`;
}
