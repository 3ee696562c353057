import { randomBytes } from 'node:crypto';
import { createAct } from './act.ts';
import { boundedStore } from './bounded-store.ts';
import { createDeliverer, type Deliverer } from './deliver.ts';
import { createDeliveries } from './deliveries.ts';
import type { Desk } from './desk.ts';
import { createFollowUp } from './follow-up.ts';
import { jobsOf } from './jobs.ts';
import { createOffSwitch, type OffSwitch } from './off-switch.ts';
import { createOverview } from './overview.ts';
import type { DeskParts, Workings } from './parts.ts';
import { createQuestions } from './questions.ts';
import { createReceive } from './receive.ts';
import { type Repeated, repeat } from './repeat.ts';
import { startTicking } from './tick.ts';
import { createTrouble } from './trouble.ts';
import { within } from './within.ts';

/** The off switch is looked at so often, in milliseconds: within two seconds all replicas know. */
const SWITCH_EVERY_MS = 1_000;
/** Longest wait, in milliseconds, for Slack or the store before the desk begins without them. */
const START_WITHIN_MS = 5_000;

/**
 * The press desk over a store and a courier. Nothing runs before `start`; `stop` leaves the store
 * open, as whoever opened it closes it. Methods that tell their failure by a value never reject;
 * `mine` and `enquiry` reject with a StoreDownError, since an empty list would be a wrong answer.
 */
export function createDesk(parts: DeskParts): Desk {
  const { workings, deliverer } = workingsOf(parts);
  const offSwitch = createOffSwitch(workings);
  const { trouble, officers, hasChannel } = workings;
  let running: readonly Repeated[] = [];
  return {
    ...createQuestions(workings),
    ...createOverview(workings),
    ...createDeliveries(workings),
    readDeadline: (text) => workings.readDeadline(text, workings.clock()),
    receive: createReceive(workings),
    act: createAct(workings),
    followUp: createFollowUp(workings),
    off: offSwitch.off,
    switchOff: offSwitch.switchOff,
    switchOn: offSwitch.switchOn,
    isOfficer: (user) => officers.isOfficer(user),
    problems: trouble.sentences,
    async start() {
      if (running.length > 0) return;
      await Promise.all([checkChannel(workings), learnSwitch(workings, offSwitch)]);
      if (hasChannel) deliverer.start();
      running = [
        startTicking(workings, jobsOf(workings)),
        repeat(SWITCH_EVERY_MS, () => learnSwitch(workings, offSwitch)),
      ];
    },
    async stop() {
      await Promise.all(running.map((each) => each.stop()));
      running = [];
      await deliverer.stop();
    },
  };
}

function workingsOf(parts: DeskParts): { workings: Workings; deliverer: Deliverer } {
  const trouble = createTrouble(parts.clock, parts.logger);
  const store = boundedStore(parts.store);
  const workings: Workings = {
    systemNow: Date.now,
    random: randomBytes,
    hasChannel: true,
    ...parts,
    // The stores keep whole milliseconds; a clock that is set may give parts of one.
    clock: () => Math.floor(parts.clock()),
    store,
    trouble,
    knowledge: () => parts.pressOffice.health().base?.version ?? '',
    async commit(change) {
      const committed = await store.commit({ team: parts.team, ...change });
      trouble.storeWorked();
      if (committed.kind === 'done' && change.notices.length > 0) deliverer.poke();
      return committed;
    },
  };
  const deliverer = createDeliverer(workings);
  return { workings, deliverer };
}

async function checkChannel({ officers, trouble, hasChannel }: Workings): Promise<void> {
  if (!hasChannel) return;
  try {
    trouble.channelIs(await within(START_WITHIN_MS, () => officers.channel()));
  } catch (error) {
    trouble.slackFailed('The desk’s channel could not be checked', error);
  }
}

async function learnSwitch({ trouble }: Workings, offSwitch: OffSwitch): Promise<void> {
  try {
    await within(START_WITHIN_MS, () => offSwitch.refresh());
  } catch (error) {
    trouble.failed('The off switch could not be looked at', error);
  }
}
