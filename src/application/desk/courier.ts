import type { Enquiry, Post } from '../../domain/enquiry.ts';
import type { Notice } from '../../domain/notice.ts';
import type { EpochMs } from '../../domain/release.ts';

/** Carries notices to Slack: words them, posts them, and can look whether one is there already. */
export interface Courier {
  /** Never rejects: what Slack or the network says is part of the result. */
  deliver(parcel: Parcel): Promise<Delivery>;
}

export interface Parcel {
  /** Id of the outbox row; stands in the message's metadata. */
  readonly id: string;
  readonly notice: Notice;
  /** As it is now, not as it was when the notice was made. Absent for the desk's own notices. */
  readonly enquiry?: Enquiry;
  /** The enquiry's card, where it stands already. */
  readonly card?: Post;
  /** First message to who asked. */
  readonly askerPost?: Post;
  /** For lists: what is open, in deadline order. */
  readonly open?: readonly Enquiry[];
  /** The desk's clock. */
  readonly at: EpochMs;
  /** True where an earlier attempt may have posted it: then look first. */
  readonly mayBeThere: boolean;
  /** Machine's clock: the message can't be older than this. */
  readonly firstTriedAt: EpochMs;
  /**
   * To be asked right before each post: false where the lease may have run out, so that another
   * replica may be posting it. Then nothing is posted, and the end is `later`.
   */
  stillHeld(): boolean;
}

export type Delivery =
  | { readonly kind: 'posted'; readonly post: Post; readonly words: string; readonly to?: string }
  /** Was there already from an attempt whose end nobody saw. */
  | {
      readonly kind: 'was-there';
      readonly post: Post;
      readonly words: string;
      readonly to?: string;
    }
  /** Slack is down or asks for patience: again after `afterMs`. */
  | { readonly kind: 'later'; readonly code: string; readonly afterMs: number }
  /** Slack will never take it: the person has left, the channel is archived. */
  | { readonly kind: 'never'; readonly code: string };

/** Who may act: the members of the desk's channel. */
export interface Officers {
  /** Asked of Slack, and remembered for 30 seconds. Rejects where Slack gives no answer. */
  isOfficer(user: string): Promise<boolean>;
  /** What is wrong with the desk's channel, if anything is. */
  channel(): Promise<DeskChannel>;
}

export type DeskChannel =
  | { readonly kind: 'private' | 'public'; readonly id: string }
  | { readonly kind: 'missing' | 'archived' | 'not-a-member'; readonly id: string }
  | { readonly kind: 'unknown'; readonly id: string; readonly code: string };
