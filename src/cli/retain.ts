import type { RetentionRules } from '../application/desk/desk-records.ts';
import { readEnv } from '../config/env.ts';
import { RETENTION_VARIABLES } from '../config/store-config.ts';
import { DEFAULT_RETENTION_DAYS } from '../domain/retention.ts';
import { systemClock } from '../system/clock.ts';
import { runOptionsCommand, UsageError, type Values } from './arguments.ts';
import { withStore } from './desk-records.ts';

const KINDS = ['questions', 'enquiries', 'messages', 'people'] as const;

const USAGE = `Empty what was kept long enough; a row of the trail says so:
  npm run retain
  npm run retain -- --questions 30 --messages forever
Days for each kind come from its option, else from its variable, else they are:
${KINDS.map((kind) => `  --${kind.padEnd(10)} ${RETENTION_VARIABLES[kind].padEnd(20)} ${DEFAULT_RETENTION_DAYS[kind]}`).join('\n')}
0 keeps nothing, forever keeps all. What is still to be answered is kept in any case.`;

const OPTIONS = {
  questions: { type: 'string' },
  enquiries: { type: 'string' },
  messages: { type: 'string' },
  people: { type: 'string' },
} as const;

async function retain(values: Values): Promise<number> {
  const rules = rulesOf(values, readEnv());
  const { rows } = await withStore((store) => store.retain(systemClock(), rules));
  console.log(
    rows === 0 ? 'Nothing was old enough.' : `${rows} ${rows === 1 ? 'row' : 'rows'} emptied.`,
  );
  return 0;
}

function rulesOf(
  values: Readonly<Record<string, string | boolean | undefined>>,
  env: Readonly<Record<string, string | undefined>>,
): RetentionRules {
  const rules: Partial<Record<(typeof KINDS)[number], number>> = {};
  for (const kind of KINDS) {
    const given = values[kind];
    const fromEnv = env[RETENTION_VARIABLES[kind]]?.trim();
    const days =
      typeof given === 'string'
        ? daysOf(given, `--${kind}`)
        : fromEnv
          ? daysOf(fromEnv, RETENTION_VARIABLES[kind])
          : DEFAULT_RETENTION_DAYS[kind];
    if (days !== undefined) rules[kind] = days;
  }
  return rules;
}

function daysOf(text: string, name: string): number | undefined {
  if (text.trim() === 'forever') return undefined;
  if (/^\d{1,5}$/.test(text.trim())) return Number(text);
  throw new UsageError(
    `${name}: “${text.slice(0, 60)}” is no number of days; a good one: 90, or forever`,
  );
}

await runOptionsCommand(USAGE, OPTIONS, retain);
