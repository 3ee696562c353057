import type { ReleaseFolder } from './load-release.ts';
import type { Named } from './named.ts';
import type { Problem } from './problem.ts';

/** What no file can know alone: names used twice, names that point nowhere, and circles. */
export function crossCheck(folders: readonly ReleaseFolder[]): Problem[] {
  const releases = new Set<string>();
  const twice = folders.flatMap((folder) => {
    if (folder.id === undefined) return [];
    if (releases.has(folder.id)) {
      return [folder.problemOfId(`another release is called ${folder.id}`)];
    }
    releases.add(folder.id);
    return [];
  });
  return [
    ...twice,
    ...folders.flatMap(usedTwice),
    ...pointingNowhere(folders),
    ...circles(folders),
  ];
}

function usedTwice({ named }: ReleaseFolder): Problem[] {
  const ids = new Set<string>();
  return named.flatMap((thing) => {
    const used = ids.has(thing.id);
    ids.add(thing.id);
    if (!used) return [];
    return [thing.problemAt('id', `another entry or topic of this release is called ${thing.id}`)];
  });
}

function pointingNowhere(folders: readonly ReleaseFolder[]): Problem[] {
  const keys = new Set(
    folders.flatMap(({ id, named }) =>
      named.filter(({ isEntry }) => isEntry).map((entry) => `${id}/${entry.id}`),
    ),
  );
  const allNamed = folders.every((folder) => folder.allNamed);
  return folders.flatMap((folder) =>
    folder.named.flatMap((thing) => [
      ...pointer(thing, 'replaces', thing.replaces, `${folder.id}/${thing.id}`, allNamed, keys),
      ...(thing.whenShut === undefined
        ? []
        : pointer(
            thing,
            'when_shut',
            `${folder.id}/${thing.whenShut}`,
            `${folder.id}/${thing.id}`,
            folder.allNamed,
            keys,
          )),
    ]),
  );
}

function pointer(
  thing: Named,
  field: string,
  to: string | undefined,
  self: string,
  allNamed: boolean,
  keys: ReadonlySet<string>,
): Problem[] {
  if (to === undefined) return [];
  if (to === self) return [thing.problemAt(field, 'an entry can’t point to itself')];
  if (!allNamed || keys.has(to)) return [];
  return [thing.problemAt(field, `there is no entry ${to}`)];
}

/** Entries that replace each other would all be old, and none the one to give. Each circle is named once. */
function circles(folders: readonly ReleaseFolder[]): Problem[] {
  const things = new Map(
    folders.flatMap(({ id, named }) => named.map((thing) => [`${id}/${thing.id}`, thing] as const)),
  );
  const told = new Set<string>();
  return [...things].flatMap(([key, thing]) => {
    const circle = circleFrom(key, things);
    if (circle.length < 2 || told.has(key)) return [];
    for (const each of circle) told.add(each);
    return [thing.problemAt('replaces', `entries replace each other: ${circle.join(', ')}`)];
  });
}

/** The keys on the way from an entry back to itself; none where it does not come back. */
function circleFrom(start: string, things: ReadonlyMap<string, Named>): string[] {
  const way: string[] = [];
  let key: string | undefined = start;
  while (key !== undefined && !way.includes(key)) {
    way.push(key);
    key = things.get(key)?.replaces;
  }
  return key === start ? way : [];
}
