import { type Db, numberIn, StoreStartError } from './db.ts';
import { inDialect, MIGRATIONS, statementsOf } from './schema.ts';

/**
 * Brings the schema to the program's, each step once, whoever else does so at the same moment.
 * Rejects with {@link StoreStartError} where the database is newer than the program.
 */
export async function migrate(db: Db, now: number): Promise<void> {
  await db.transaction(async (sql) => {
    await db.lockSchema(sql);
    await sql.run(
      inDialect(
        'CREATE TABLE IF NOT EXISTS schema_versions (version BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL)',
        db.dialect,
      ),
    );
    const row = await sql.get('SELECT MAX(version) AS version FROM schema_versions');
    const there = row ? numberIn(row, 'version') : 0;
    if (there > MIGRATIONS.length) {
      throw new StoreStartError(
        `The desk’s database has schema ${there}, and this program knows none above ${MIGRATIONS.length}: start the newer version of the program that made it.`,
      );
    }
    for (let number = there + 1; number <= MIGRATIONS.length; number += 1) {
      for (const statement of statementsOf(number, db.dialect)) await sql.run(statement);
      await sql.run('INSERT INTO schema_versions (version, at) VALUES ($1, $2)', [number, now]);
    }
  });
}
