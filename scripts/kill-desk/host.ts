import type { Courier, Delivery, Parcel } from '../../src/application/desk/courier.ts';
import { createDesk } from '../../src/application/desk/create-desk.ts';
import type { DeskStore } from '../../src/application/desk/desk-store.ts';
import { ok } from '../../src/domain/result.ts';
import { loadOffice } from '../../src/knowledge/load-office.ts';
import { openStore } from '../../src/store/open-store.ts';
import { createLogger } from '../../src/system/logger.ts';
import {
  type Command,
  type CountedMessage,
  type HostOptions,
  OFFICER,
  TEAM,
  type Told,
} from './protocol.ts';

/** One desk as a process of its own, to be killed: does what the driver says, and tells when it is done. */

const DAY_MS = 86_400_000;
/** Between the parts of a change that is kept in parts, in milliseconds: time for the kill to come. */
const GAP_MS = 100;

const options = JSON.parse(process.argv[2] ?? '{}') as HostOptions;
const logger = createLogger('error');
const office = loadOffice('knowledge');
const opened = await openStore({
  dataDir: options.dataDir,
  logger,
  ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }),
});
const desk = createDesk({
  store: options.transaction ? opened : inParts(opened),
  courier: courierTo(options.slackUrl, options.look),
  officers: {
    isOfficer: async (user) => user === OFFICER.id,
    channel: async () => ({ kind: 'private', id: 'CDESK' }),
  },
  pressOffice: {
    hours: (at = Date.now()) => ({
      open: false,
      changesAt: at + DAY_MS,
      ring: office.outOfHours,
      why: 'It is shut while the desk is tried.',
    }),
    office: () => office,
    health: () => ({ base: undefined, problems: [] }),
  },
  clock: Date.now,
  logger,
  team: TEAM,
  replica: options.replica,
  readDeadline: (_, at) => ok(at + DAY_MS),
});
process.on('message', (command: Command) => void obey(command));
process.on('disconnect', () => process.exit());
await desk.start();
tell({ kind: 'ready' });

function tell(told: Told): void {
  process.send?.(told);
}

async function obey(command: Command): Promise<void> {
  const { n } = command;
  const ended =
    command.op === 'receive'
      ? await desk.receive(
          {
            by: { id: 'UREPORTER', name: 'Robin Reporter' },
            outlet: 'The Daily Example',
            deadline: 'tomorrow',
            question: command.question,
            answerHere: false,
            tried: { outcome: 'unknown', titles: [] },
          },
          command.key,
        )
      : await desk.act(command.enquiryId, command.act, OFFICER, command.key);
  if (!ended.ok) return tell({ kind: 'refused', n, why: ended.error.kind });
  const { id, reference, version } = 'enquiry' in ended.value ? ended.value.enquiry : ended.value;
  tell({ kind: 'done', n, enquiry: { id, reference, version } });
}

/** The courier as it has to be, but to a counter: a card is brought up to date, a retry looks first. */
function courierTo(url: string, look: boolean): Courier {
  const send = async (path: string, message: CountedMessage): Promise<string> => {
    const response = await fetch(`${url}/${path}`, {
      method: 'POST',
      body: JSON.stringify(message),
    });
    return response.text();
  };
  const delivered = (parcel: Parcel, kind: 'posted' | 'was-there', ts: string): Delivery => ({
    kind,
    post: { channel: parcel.notice.kind === 'asker' ? 'DREPORTER' : 'CDESK', ts },
    words: messageOf(parcel).what,
  });
  return {
    async deliver(parcel) {
      const message = messageOf(parcel);
      try {
        if (parcel.notice.kind === 'card' && parcel.card) {
          await send('update', message);
          return delivered(parcel, 'posted', parcel.card.ts);
        }
        const there = look && parcel.mayBeThere ? await send('find', message) : '';
        if (there !== '') return delivered(parcel, 'was-there', there);
        if (!parcel.stillHeld()) return { kind: 'later', code: 'lease-lost', afterMs: 0 };
        return delivered(parcel, 'posted', await send('post', message));
      } catch {
        return { kind: 'later', code: 'network', afterMs: 100 };
      }
    },
  };
}

function messageOf({ id, notice, enquiry }: Parcel): CountedMessage {
  return {
    id,
    enquiryId: enquiry?.id ?? '',
    what: notice.kind === 'card' ? 'card' : `${notice.kind} ${notice.note.kind}`,
    version: enquiry?.version ?? 0,
  };
}

/** What a store would be that kept a change in parts: to show that the counting finds it out. */
function inParts(store: DeskStore): DeskStore {
  const pause = (): Promise<unknown> => {
    tell({ kind: 'half-kept' });
    return new Promise((resolve) => setTimeout(resolve, GAP_MS));
  };
  return {
    ...store,
    async commit({ team, notices, trail, ...change }) {
      const kept = await store.commit({ team, ...change, notices: [], trail: [] });
      if (kept.kind !== 'done') return kept;
      await pause();
      await store.commit({ team, notices, trail: [] });
      await pause();
      return store.commit({ team, notices: [], trail });
    },
  };
}
