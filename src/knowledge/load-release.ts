import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DeclinedTopic, Entry, Passage, Release } from '../domain/release.ts';
import {
  checkEntry,
  checkSpeakers,
  checkText,
  type Entries,
  findPassages,
  type Meta,
  type Source,
} from './check-release.ts';
import { embargoInstant } from './forms.ts';
import { entryNames, type Named, topicNames } from './named.ts';
import type { Problem } from './problem.ts';
import { textsOf } from './raw-fields.ts';
import {
  type EntryFields,
  entrySchema,
  releaseSchema,
  type TopicFields,
  topicSchema,
} from './schemas.ts';
import { readText, readYaml, readYamlList, type YamlList } from './yaml-file.ts';

/** What one release's folder held: the release, if it has no mistake, and the names in it. */
export interface ReleaseFolder {
  /** Absent where release.yaml could not be read. */
  readonly id?: string;
  readonly release?: Release;
  readonly named: readonly Named[];
  /** True where every name in the folder is among `named`, so that a name not there is nowhere. */
  readonly allNamed: boolean;
  problemOfId(wrong: string): Problem;
}

type Topics = YamlList<TopicFields>;

/** Reads one release's folder whole. Every mistake is added to `problems`. */
export function loadRelease(root: string, folder: string, problems: Problem[]): ReleaseFolder {
  const before = problems.length;
  const meta = readYaml(root, join(folder, 'release.yaml'), releaseSchema, problems);
  const text = readText(root, join(folder, 'release.txt'), problems);
  if (meta) checkSpeakers(meta, problems);
  if (meta && text !== undefined) checkText(meta, text, problems);
  const files = yamlFiles(root, join(folder, 'entries')).map((file) =>
    readYamlList(root, file, entrySchema, listOf('entries'), problems),
  );
  const topicFiles = yamlFiles(root, join(folder, 'declined')).map((file) =>
    readYamlList(root, file, topicSchema, listOf('topics'), problems),
  );
  const speakers = meta && new Map(meta.value.speakers.map((speaker) => [speaker.id, speaker]));
  const hasReport = meta && meta.value.addresses.report !== undefined;
  const source: Source = { text, speakers, hasReport };
  const release = meta?.value.id ?? '';
  const entries = files.flatMap((yaml) => (yaml ? entriesOf(yaml, release, source, problems) : []));
  const declined = topicFiles.flatMap((yaml) => (yaml ? topicsOf(yaml, release) : []));
  if (entries.length === 0 && problems.length === before) problems.push(noEntries(folder));
  const isGood = problems.length === before && meta !== undefined && text !== undefined;
  return {
    ...(meta ? { id: meta.value.id } : {}),
    ...(isGood ? { release: releaseOf(meta, text, entries, declined) } : {}),
    named: [...files.flatMap(entryNames), ...topicFiles.flatMap(topicNames)],
    allNamed: meta !== undefined && !files.includes(undefined),
    problemOfId: (wrong) =>
      meta?.problemAt(['id'], wrong) ?? { file: join(folder, 'release.yaml'), field: 'id', wrong },
  };
}

function listOf(things: string): string {
  return `the file must be a list of ${things}, each starting with "- id:"`;
}

function noEntries(folder: string): Problem {
  const example = 'entries/findings.yaml';
  return { file: join(folder, 'entries'), field: 'entries', wrong: 'there is none', example };
}

function releaseOf(
  meta: Meta,
  text: string,
  entries: readonly Entry[],
  declined: readonly DeclinedTopic[],
): Release {
  const fields = meta.value;
  const embargo = fields.embargo === undefined ? undefined : embargoInstant(fields.embargo);
  return {
    id: fields.id,
    title: fields.title,
    ...(fields.report_title ? { reportTitle: fields.report_title } : {}),
    addresses: {
      release: addressOf(fields.addresses.release),
      ...(fields.addresses.report ? { report: addressOf(fields.addresses.report) } : {}),
    },
    date: fields.date,
    publisher: fields.publisher,
    ...(embargo === undefined ? {} : { embargo }),
    speakers: fields.speakers,
    sic: fields.sic,
    boilerplate: fields.boilerplate,
    text,
    sha256: fields.sha256,
    entries,
    declined,
  };
}

function entriesOf(yaml: Entries, release: string, source: Source, problems: Problem[]): Entry[] {
  return yaml.items.flatMap(({ index, raw, value: fields }) => {
    const words = fields?.passages ?? textsOf(raw, 'passages');
    const passages = findPassages(yaml, index, words, source.text, problems);
    if (!fields) return [];
    checkEntry(yaml, index, fields, passages, source, problems);
    return [entryOf(fields, release, passages, source.speakers)];
  });
}

function entryOf(
  fields: EntryFields,
  release: string,
  passages: readonly Passage[],
  speakers: Source['speakers'],
): Entry {
  const speaker = fields.speaker === undefined ? undefined : speakers?.get(fields.speaker);
  return {
    id: fields.id,
    release,
    title: fields.title,
    kind: fields.kind,
    passages,
    ...(speaker ? { speaker } : {}),
    questions: fields.questions,
    keywords: fields.keywords,
    gives: fields.gives,
    owner: fields.owner,
    reviewBy: fields.review_by,
    status: fields.status,
    ...(fields.withdrawn_because ? { withdrawnBecause: fields.withdrawn_because } : {}),
    use: fields.use,
    ...(fields.replaces ? { replaces: fields.replaces } : {}),
    ...(fields.press_note ? { pressNote: fields.press_note } : {}),
    ...(fields.when_shut ? { whenShut: fields.when_shut } : {}),
    ...(fields.link ? { link: fields.link } : {}),
  };
}

function topicsOf(yaml: Topics, release: string): DeclinedTopic[] {
  return yaml.items.flatMap(({ value: fields }) => {
    if (!fields) return [];
    const { id, title, say, ask, questions, owner, review_by: reviewBy } = fields;
    return [{ id, release, title, say, ask, questions, owner, reviewBy }];
  });
}

function yamlFiles(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder))
      .filter((name) => /^[^.].*\.ya?ml$/.test(name))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function addressOf(address: { url: string; checked_on: string }): {
  url: string;
  checkedOn: string;
} {
  return { url: address.url, checkedOn: address.checked_on };
}
