import type { PressOffice } from '../application/press-office.ts';
import type { Message } from '../wording/message.ts';
import { officeLines, sorryMessage } from '../wording/other-messages.ts';

/** What a person is told when something of ours went wrong: always with a number to ring. */
export function sorry(pressOffice: PressOffice): Message {
  const office = pressOffice.office();
  try {
    return sorryMessage(office, pressOffice.hours(), pressOffice.now());
  } catch {
    // Whether it is open can't be told either, so both numbers are given.
    return { parts: [{ type: 'ring', text: officeLines(office).join(' ') }] };
  }
}
