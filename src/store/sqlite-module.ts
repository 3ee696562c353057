import type { DatabaseSync } from '@photostructure/sqlite';

export type SqliteDatabase = InstanceType<typeof DatabaseSync>;
type OpenDatabase = new (file: string) => SqliteDatabase;

/**
 * The API of `node:sqlite`: Node's own from 22.13 on, and the same from a package on Node 20. The
 * package goes when Node 20 does.
 */
export async function sqliteModule(): Promise<OpenDatabase> {
  const ownOfNode = process.getBuiltinModule('node:sqlite') as
    | { readonly DatabaseSync: OpenDatabase }
    | undefined;
  if (ownOfNode) return ownOfNode.DatabaseSync;
  const { DatabaseSync } = await import('@photostructure/sqlite');
  return DatabaseSync;
}
