import type { Desk } from '../../src/application/desk/desk.ts';
import type { Enquiry } from '../../src/domain/enquiry.ts';
import { ok } from '../../src/domain/result.ts';
import { anEnquiry, DEADLINE } from './enquiries.ts';
import { fakePressOffice } from './fake-press-office.ts';

/** A desk at which all goes well with one enquiry; `calls` is what it was told. */
export function fakeDesk(over: Partial<Desk> = {}, enquiry: Enquiry = anEnquiry()) {
  const calls: [name: string, ...args: unknown[]][] = [];
  const told =
    <Args extends unknown[], Ending>(name: string, ending: Ending) =>
    async (...args: Args): Promise<Ending> => {
      calls.push([name, ...args]);
      return ending;
    };
  const nothing = async (): Promise<void> => undefined;
  const at = enquiry.receivedAt;
  const desk: Desk = {
    asked: told('asked', true),
    readDeadline: () => ok(DEADLINE),
    receive: told(
      'receive',
      ok({ enquiry, office: fakePressOffice().hours(), ringOutOfHours: false, deskAway: false }),
    ),
    act: told('act', ok(enquiry)),
    followUp: told('followUp', 'none' as const),
    report: told('report', true),
    switchOff: told('switchOff', ok(undefined)),
    switchOn: told('switchOn', ok(undefined)),
    off: () => undefined,
    isOfficer: async () => true,
    overview: told(
      'overview',
      ok({ at, open: [enquiry], mine: [], overdue: [], answeredToday: [] }),
    ),
    mine: async () => [enquiry],
    enquiry: async () => enquiry,
    takeUp: async () => true,
    forgetDelivery: nothing,
    problems: () => [],
    start: nothing,
    stop: nothing,
    ...over,
  };
  return { desk, calls };
}
