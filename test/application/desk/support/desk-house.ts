import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { createDesk } from '../../../../src/application/desk/create-desk.ts';
import type {
  DeadlineRefusal,
  Desk,
  EnquiryForm,
  Person,
  Receipt,
} from '../../../../src/application/desk/desk.ts';
import type { DeskStore } from '../../../../src/application/desk/desk-store.ts';
import type { DeskParts } from '../../../../src/application/desk/parts.ts';
import { officeStateAt } from '../../../../src/domain/office-hours.ts';
import { ok, type Result, refused } from '../../../../src/domain/result.ts';
import { openStore } from '../../../../src/store/open-store.ts';
import { aBase, anOffice } from '../../../support/builders.ts';
import { type LogLine, recordingLogger } from '../../../support/fake-press-office.ts';
import { type SlackDouble, slackDouble } from './slack-double.ts';

const MINUTE = 60_000;

/** Tuesday 24 November 2026, 10:00 in London: the made-up office is open. */
export const TUESDAY_TEN = Date.UTC(2026, 10, 24, 10);

export const REPORTER: Person = { id: 'UREPORTER', name: 'Robin Reporter' };
export const ANNA: Person = { id: 'UANNA', name: 'Anna Officer' };
export const BEN: Person = { id: 'UBEN', name: 'Ben Officer' };

/** A clock that stands still until it is set. */
export interface HandClock {
  now: number;
}

/** One folder with one database, one pretended Slack, one clock; any number of desks on them. */
export interface House {
  readonly slack: SlackDouble;
  readonly clock: HandClock;
  readonly lines: LogLine[];
  /** Opens a store and puts a desk on it, not started. `around` stands between the two. */
  desk(
    over?: Partial<DeskParts>,
    around?: (store: DeskStore) => DeskStore,
  ): Promise<{ readonly desk: Desk; readonly store: DeskStore }>;
  /** The same, started. */
  runningDesk(
    over?: Partial<DeskParts>,
  ): Promise<{ readonly desk: Desk; readonly store: DeskStore }>;
}

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Made for one test, and taken away after it. Officers: Anna and Ben. */
export function openHouse(at = TUESDAY_TEN): House {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-'));
  endings.push(async () => rmSync(dataDir, { recursive: true, force: true }));
  const slack = slackDouble(ANNA.id, BEN.id);
  const clock: HandClock = { now: at };
  const lines: LogLine[] = [];
  const logger = recordingLogger(lines);
  let replicas = 0;

  const desk: House['desk'] = async (over = {}, around = (store) => store) => {
    const opened = await openStore({ dataDir, logger, knowledge: () => 'made-up' });
    const store = around(opened);
    replicas += 1;
    const made = createDesk({
      store,
      courier: slack.courier,
      officers: slack.officers,
      pressOffice: pressOfficeOf(clock),
      clock: () => clock.now,
      logger,
      team: 'T1',
      replica: `replica-${replicas}`,
      readDeadline,
      ...over,
    });
    endings.push(async () => {
      await made.stop();
      await opened.close();
    });
    return { desk: made, store };
  };
  return {
    slack,
    clock,
    lines,
    desk,
    async runningDesk(over) {
      const opened = await desk(over);
      await opened.desk.start();
      return opened;
    },
  };
}

function pressOfficeOf(clock: HandClock): DeskParts['pressOffice'] {
  const office = anOffice();
  return {
    hours: (at = clock.now) => officeStateAt(office, at),
    office: () => office,
    health: () => ({ base: aBase(), problems: [] }),
  };
}

/** "60": in so many minutes. The real reading has tests of its own. */
function readDeadline(text: string, at: number): Result<number, DeadlineRefusal> {
  if (text === '') return refused({ kind: 'empty' });
  const minutes = Number(text);
  if (Number.isNaN(minutes)) return refused({ kind: 'unreadable' });
  return minutes > 0 ? ok(at + minutes * MINUTE) : refused({ kind: 'past' });
}

export function aForm(over: Partial<EnquiryForm> = {}): EnquiryForm {
  return {
    by: REPORTER,
    outlet: 'The Daily Example',
    deadline: '480',
    question: 'How many gadgets were counted?',
    answerHere: false,
    tried: { outcome: 'unknown', titles: [], confidence: 0.1 },
    ...over,
  };
}

let forms = 0;

/** Hands an enquiry in, and fails where it isn't taken. */
export async function handIn(desk: Desk, over: Partial<EnquiryForm> = {}): Promise<Receipt> {
  forms += 1;
  const received = await desk.receive(aForm(over), `V${forms}`);
  if (!received.ok) throw new Error(`Refused: ${JSON.stringify(received.error)}`);
  return received.value;
}

export function anAnswer(words = 'Ten gadgets were counted.'): {
  readonly kind: 'answer';
  readonly words: string;
  readonly attribution: { readonly to: string; readonly terms: 'on-the-record' };
} {
  return {
    kind: 'answer',
    words,
    attribution: { to: 'an HMICFRS spokesperson', terms: 'on-the-record' },
  };
}
