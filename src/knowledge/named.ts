import type { Problem } from './problem.ts';
import { textOf } from './raw-fields.ts';
import { ID_FORM, KEY_FORM } from './schemas.ts';
import type { YamlList } from './yaml-file.ts';

/** An entry or a declined topic, good or not, as other files may speak of it. */
export interface Named {
  readonly id: string;
  readonly isEntry: boolean;
  readonly replaces?: string;
  readonly whenShut?: string;
  /** A problem of one of its fields, named by itself or by a path: `['questions', 3]`. */
  problemAt(field: string | readonly (string | number)[], wrong: string): Problem;
}

export function entryNames(yaml: YamlList<unknown> | undefined): Named[] {
  return namesIn(yaml, true);
}

export function topicNames(yaml: YamlList<unknown> | undefined): Named[] {
  return namesIn(yaml, false);
}

/** Read from the raw items, so that an entry with some other mistake still has its name. */
function namesIn(yaml: YamlList<unknown> | undefined, isEntry: boolean): Named[] {
  return (yaml?.items ?? []).flatMap(({ index, raw }) => {
    const id = textOf(raw, 'id', /./);
    if (yaml === undefined || id === undefined) return [];
    const replaces = textOf(raw, 'replaces', KEY_FORM);
    const whenShut = textOf(raw, 'when_shut', ID_FORM);
    return [
      {
        id,
        isEntry,
        ...(replaces === undefined ? {} : { replaces }),
        ...(whenShut === undefined ? {} : { whenShut }),
        problemAt: (field, wrong) => yaml.problemAt([index, ...[field].flat()], wrong),
      },
    ];
  });
}
