import { readEnv } from '../config/env.ts';
import type { Office } from '../domain/office.ts';
import { officeStateAt } from '../domain/office-hours.ts';
import { loadOffice } from '../knowledge/load-office.ts';
import { systemClock } from '../system/clock.ts';
import { hoursMessage } from '../wording/other-messages.ts';
import { messageText } from '../wording/plain-text.ts';
import { type Arguments, instantOf, linesOfInput, runCommand } from './arguments.ts';
import { knowledgeFolder } from './surroundings.ts';

const USAGE = `Whether the press office is open, and the number to ring:
  npm run hours
  npm run hours -- --at 2026-12-25T10:00Z
  npm run hours -- --json < instants.txt      (one instant a line, like 2026-12-25T10:00Z)`;

const OPTIONS = { at: { type: 'string' }, json: { type: 'boolean' } } as const;

async function hours({ values }: Arguments): Promise<number> {
  const office = loadOffice(knowledgeFolder(readEnv()));
  const given = typeof values.at === 'string' ? values.at : undefined;
  if (values.json && given === undefined) return hoursLines(office);
  const at = given === undefined ? systemClock() : instantOf(given, '--at');
  console.log(
    values.json
      ? JSON.stringify(stateJson(office, given ?? new Date(at).toISOString(), at))
      : messageText(hoursMessage(office, officeStateAt(office, at), at)),
  );
  return 0;
}

async function hoursLines(office: Office): Promise<number> {
  let code = 0;
  for await (const line of linesOfInput()) {
    const text = unquoted(line);
    try {
      console.log(JSON.stringify(stateJson(office, text, instantOf(text, 'The line'))));
    } catch (error) {
      code = 1;
      console.log(JSON.stringify({ at: text, error: (error as Error).message }));
    }
  }
  return code;
}

/** A line may be the bare instant, a JSON string, or an object with the field "at". */
function unquoted(line: string): string {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'string') return value;
    const at = (value as { at?: unknown } | null)?.at;
    return typeof at === 'string' ? at : line.trim();
  } catch {
    return line.trim();
  }
}

function stateJson(office: Office, given: string, at: number): object {
  const state = officeStateAt(office, at);
  return {
    at: given,
    open: state.open,
    changesAt: new Date(state.changesAt).toISOString().replace('.000Z', 'Z'),
    ring: { number: state.ring.number, name: state.ring.name },
    why: state.why,
  };
}

await runCommand(USAGE, OPTIONS, hours);
