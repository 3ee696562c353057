import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../../local-slack/local-slack.ts';
import type { Channel, Message } from '../../../../local-slack/model.ts';
import { SECRETS, TEAM } from '../../../../local-slack/names.ts';
import { createDesk } from '../../../../src/application/desk/create-desk.ts';
import type { Desk, EnquiryForm, Person } from '../../../../src/application/desk/desk.ts';
import type { Enquiry, OfficerAct } from '../../../../src/domain/enquiry.ts';
import { ok } from '../../../../src/domain/result.ts';
import { createCourier } from '../../../../src/slack/desk/courier.ts';
import { createDeskClient } from '../../../../src/slack/desk/desk-client.ts';
import { createOfficers } from '../../../../src/slack/desk/officers.ts';
import { createSdkLogger } from '../../../../src/slack/sdk-logger.ts';
import { openStore, type Store } from '../../../../src/store/open-store.ts';
import {
  fakePressOffice,
  type LogLine,
  recordingLogger,
} from '../../../support/fake-press-office.ts';
import { until } from '../../support/until.ts';
import { type LossyLine, startLossyLine } from './lossy-line.ts';

const MINUTE = 60_000;

/** A Slack, a line to it, and a database; any number of desks between them. */
export interface Scene {
  readonly slack: LocalSlack;
  readonly line: LossyLine;
  /** The desk's channel. */
  readonly channel: Channel;
  readonly officer: Person;
  readonly reporter: Person;
  readonly logged: LogLine[];
  /** Where the database's file lies. */
  readonly dataDir: string;
  /** A desk of its own process's making: own store, own client. Not started. */
  desk(): Promise<{ readonly desk: Desk; readonly store: Store; stop(): Promise<void> }>;
  /** Waits until nothing of the outbox waits any more. */
  emptied(store: Store, withinMs?: number): Promise<void>;
  /** What stands in the desk's channel, threads included. */
  inChannel(): readonly Message[];
  /** What stands in the reporter's direct message. */
  toReporter(): readonly Message[];
}

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Made for one test, and taken away after it. */
export async function openScene(): Promise<Scene> {
  const slack = await startLocalSlack();
  endings.push(() => slack.close());
  const line = await startLossyLine(slack.apiUrl);
  endings.push(() => line.close());
  const dataDir = mkdtempSync(join(tmpdir(), 'delivering-'));
  endings.push(async () => rmSync(dataDir, { recursive: true, force: true }));
  const { workspace } = slack;
  const person = (name: string, role: string): Person => {
    const { id } = workspace.addPerson({ name, role });
    return { id, name };
  };
  const [officer, reporter] = [person('Anna', 'Press officer'), person('Robin', 'Reporter')];
  const members = [officer.id, TEAM.botUser];
  const channel = workspace.addChannel({ name: 'press-desk', kind: 'private', members });
  const logged: LogLine[] = [];
  let replicas = 0;
  return {
    slack,
    line,
    channel,
    officer,
    reporter,
    logged,
    dataDir,
    async desk() {
      const logger = recordingLogger(logged);
      const store = await openStore({ dataDir, logger });
      const client = createDeskClient(
        { botToken: SECRETS.botToken, apiUrl: line.apiUrl },
        createSdkLogger(logger, 'error'),
      );
      const { hours, office } = fakePressOffice();
      // Shut, or the morning's list would stand among what these tests count.
      const pressOffice = fakePressOffice({ hours: (at) => ({ ...hours(at), open: false }) });
      replicas += 1;
      const desk = createDesk({
        store,
        courier: createCourier({
          client,
          channel: channel.id,
          office,
          keptDays: 365,
        }),
        officers: createOfficers(client, channel.id),
        pressOffice,
        clock: Date.now,
        logger,
        team: TEAM.id,
        replica: `replica-${replicas}`,
        // In so many minutes; the reading of deadlines has tests of its own.
        readDeadline: (text, at) => ok(at + Number(text) * MINUTE),
      });
      let stopped = false;
      const stop = async (): Promise<void> => {
        if (stopped) return;
        stopped = true;
        await desk.stop();
        await store.close();
      };
      endings.push(stop);
      return { desk, store, stop };
    },
    emptied: (store, withinMs) =>
      until(
        'nothing waits for Slack',
        async () => (await store.waiting(TEAM.id)).count === 0,
        withinMs,
      ).then(() => undefined),
    inChannel: () => workspace.messages.in(channel.id),
    toReporter: () => workspace.messages.in(workspace.directMessage(reporter.id).id),
  };
}

let forms = 0;

/** Hands an enquiry in that is due in eight hours, and fails where it isn't taken. */
export async function handIn(
  { reporter }: Scene,
  desk: Desk,
  over: Partial<EnquiryForm> = {},
): Promise<Enquiry> {
  forms += 1;
  const form: EnquiryForm = {
    by: reporter,
    outlet: 'The Daily Example',
    deadline: '480',
    question: 'How many gadgets were counted?',
    answerHere: false,
    tried: { outcome: 'unknown', titles: [], confidence: 0.1 },
    ...over,
  };
  const received = await desk.receive(form, `V${forms}`);
  if (!received.ok) throw new Error(`Refused: ${JSON.stringify(received.error)}`);
  return received.value.enquiry;
}

/** A desk at work with one enquiry, whose card and receipt have been delivered. */
export async function deliveredEnquiry(over: Partial<EnquiryForm> = {}): Promise<
  Pick<Awaited<ReturnType<Scene['desk']>>, 'desk' | 'store'> & {
    readonly scene: Scene;
    readonly enquiry: Enquiry;
  }
> {
  const scene = await openScene();
  const { desk, store } = await scene.desk();
  await desk.start();
  const enquiry = await handIn(scene, desk, over);
  await scene.emptied(store);
  return { scene, desk, store, enquiry };
}

/** An officer's act, which has to succeed. */
export async function act(
  { officer }: Scene,
  desk: Desk,
  { id }: Enquiry,
  what: OfficerAct,
): Promise<Enquiry> {
  const done = await desk.act(id, what, officer);
  if (!done.ok) throw new Error(`Refused: ${JSON.stringify(done.error)}`);
  return done.value;
}

export function anAnswer(words = 'Ten gadgets were counted.'): OfficerAct {
  const attribution = { to: 'an HMICFRS spokesperson', terms: 'on-the-record' } as const;
  return { kind: 'answer', words, attribution };
}
