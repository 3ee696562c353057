import type { OfficerAct } from '../../src/domain/enquiry.ts';

/** What a desk's process is started with, as JSON in its first argument. */
export interface HostOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** Where the counter listens that stands for Slack. */
  readonly slackUrl: string;
  readonly replica: string;
  /** False takes out the look for a message before it is posted again. */
  readonly look: boolean;
  /** False keeps an enquiry, its notices and its trail one after the other. */
  readonly transaction: boolean;
}

/** From the driver to a desk's process. */
export type Command =
  | { readonly n: number; readonly op: 'receive'; readonly key: string; readonly question: string }
  | {
      readonly n: number;
      readonly op: 'act';
      readonly enquiryId: string;
      readonly act: OfficerAct;
      readonly key: string;
    };

/** And back. `half-kept`: a change is written in part, which there is only without the transaction. */
export type Told = { readonly kind: 'ready' } | { readonly kind: 'half-kept' } | Answer;

/** How a command ended. */
export type Answer =
  | {
      readonly kind: 'done';
      readonly n: number;
      readonly enquiry: {
        readonly id: string;
        readonly reference: string;
        readonly version: number;
      };
    }
  | { readonly kind: 'refused'; readonly n: number; readonly why: string };

/** A message as the counter takes it. */
export interface CountedMessage {
  /** Of the outbox row. */
  readonly id: string;
  readonly enquiryId: string;
  /** `card`, `asker receipt`, `desk taken`. */
  readonly what: string;
  /** State of the enquiry that it was worded for. */
  readonly version: number;
}

export const TEAM = 'T1';
export const OFFICER = { id: 'UANNA', name: 'Anna Officer' } as const;
