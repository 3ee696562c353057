import type { Office } from '../domain/office.ts';
import type { OfficeState } from '../domain/office-hours.ts';
import type { EpochMs } from '../domain/release.ts';
import type { Message, MessagePart, Words } from './message.ts';
import { ringInWords } from './sentences.ts';

/** The bot's own framing. */
export function line(text: string): MessagePart {
  return { type: 'line', text };
}

/** The bot's own framing where it names somebody. */
export function named(words: Words): MessagePart {
  return { type: 'named', words };
}

/** One thing said, and the number to ring at that minute. */
export function lineAndRing(
  text: string,
  office: Office,
  state: OfficeState,
  at: EpochMs,
): Message {
  return { parts: [line(text), { type: 'ring', text: ringInWords(office, state, at) }] };
}
