import { systemClock } from '../system/clock.ts';
import { runOptionsCommand, type Values } from './arguments.ts';
import { required, withStore } from './desk-records.ts';

const USAGE = `Empty all that names a person, at their request; the trail keeps what was done, under a made-up name:
  npm run forget -- --user U0123ABCD
  npm run forget -- --user U0123ABCD --team T0123ABCD      (in one workspace alone)`;

const OPTIONS = { user: { type: 'string' }, team: { type: 'string' } } as const;

async function forget(values: Values): Promise<number> {
  const user = required(values.user, '--user', /^[UW][A-Z0-9]{2,30}$/, 'U0123ABCD');
  const only =
    values.team === undefined
      ? undefined
      : required(values.team, '--team', /^[TE][A-Z0-9]{2,30}$/, 'T0123ABCD');
  await withStore(async (store) => {
    const teams = only === undefined ? await store.teamsOf(user) : [only];
    let rows = 0;
    for (const team of teams) rows += (await store.forget(team, user, systemClock())).rows;
    console.log(
      rows === 0
        ? `Nothing is kept that names ${user}.`
        : `${rows} ${rows === 1 ? 'row' : 'rows'} emptied. Copies made before still name ${user}: delete them, or forget again after a restore.`,
    );
  });
  return 0;
}

await runOptionsCommand(USAGE, OPTIONS, forget);
