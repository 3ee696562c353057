import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findPassage } from '../domain/passage.ts';
import type { DeclinedTopic, Entry, Passage, Release, Speaker } from '../domain/release.ts';
import type { Problem } from './problem.ts';
import { declinedSchema, type EntryFields, embargoInstant, entriesSchema, releaseSchema } from './schemas.ts';
import { readText, readYaml, type YamlFile } from './yaml-file.ts';

/** Reads one release's folder whole. Every mistake is added to `problems`. */
export function loadRelease(root: string, folder: string, problems: Problem[]): Release | undefined {
  const before = problems.length;
  const meta = readYaml(root, join(folder, 'release.yaml'), releaseSchema, problems);
  const text = readText(root, join(folder, 'release.txt'), problems);
  if (!meta || text === undefined) return undefined;
  const release = meta.value;
  checkText(meta, text, problems);
  const speakers = new Map(release.speakers.map((speaker) => [speaker.id, speaker]));
  const entries = yamlFiles(root, join(folder, 'entries')).flatMap((file) =>
    loadEntries(root, file, release.id, text, speakers, problems),
  );
  if (entries.length === 0 && problems.length === before) {
    problems.push({ file: join(folder, 'entries'), field: 'entries', wrong: 'there is none', example: 'entries/findings.yaml' });
  }
  const declined = yamlFiles(root, join(folder, 'declined')).flatMap((file) =>
    loadDeclined(root, file, release.id, problems),
  );
  if (problems.length > before) return undefined;
  const embargo = release.embargo === undefined ? undefined : embargoInstant(release.embargo);
  return {
    id: release.id,
    title: release.title,
    ...(release.report_title ? { reportTitle: release.report_title } : {}),
    addresses: {
      release: addressOf(release.addresses.release),
      ...(release.addresses.report ? { report: addressOf(release.addresses.report) } : {}),
    },
    date: release.date,
    publisher: release.publisher,
    ...(embargo === undefined ? {} : { embargo }),
    speakers: release.speakers,
    sic: release.sic,
    boilerplate: release.boilerplate,
    text,
    sha256: release.sha256,
    entries,
    declined,
  };
}

type Meta = YamlFile<ReturnType<typeof releaseSchema.parse>>;

function checkText(meta: Meta, text: string, problems: Problem[]): void {
  const hash = createHash('sha256').update(text).digest('hex');
  if (hash !== meta.value.sha256) {
    problems.push(meta.problemAt(['sha256'], `release.txt has been changed: its SHA-256 is ${hash}`));
  }
  const mustStand = (words: string, path: (string | number)[]) => {
    if (!text.includes(words)) {
      problems.push(meta.problemAt(path, 'these words do not stand in release.txt'));
    }
  };
  meta.value.boilerplate.forEach((words, index) => {
    mustStand(words, ['boilerplate', index]);
  });
  meta.value.sic.forEach((sic, index) => {
    mustStand(sic.text, ['sic', index, 'text']);
  });
}

function loadEntries(
  root: string,
  file: string,
  release: string,
  text: string,
  speakers: ReadonlyMap<string, Speaker>,
  problems: Problem[],
): Entry[] {
  const yaml = readYaml(root, file, entriesSchema, problems);
  if (!yaml) return [];
  return yaml.value.flatMap((fields, index) => {
    const passages = findPassages(yaml, index, fields, text, problems);
    checkEntry(yaml, index, fields, passages, speakers, problems);
    return [entryOf(fields, release, passages, speakers)];
  });
}

type Entries = YamlFile<EntryFields[]>;

function findPassages(
  yaml: Entries,
  index: number,
  fields: EntryFields,
  text: string,
  problems: Problem[],
): Passage[] {
  return fields.passages.flatMap((words, passage) => {
    const found = findPassage(text, words);
    if (found.ok) return [found.value];
    problems.push(yaml.problemAt([index, 'passages', passage], found.error));
    return [];
  });
}

function checkEntry(
  yaml: Entries,
  index: number,
  fields: EntryFields,
  passages: readonly Passage[],
  speakers: ReadonlyMap<string, Speaker>,
  problems: Problem[],
): void {
  const wrong = (field: string, sentence: string) => {
    problems.push(yaml.problemAt([index, field], sentence));
  };
  if (fields.speaker !== undefined && !speakers.has(fields.speaker)) {
    wrong('speaker', `release.yaml has no speaker called ${fields.speaker}`);
  }
  if (fields.speaker === undefined && passages.some((passage) => passage.spoken)) {
    wrong('speaker', 'the words are somebody’s speech, so the entry must name the speaker');
  }
  if (fields.kind === 'quotation' && passages.some((passage) => !passage.spoken)) {
    wrong('kind', 'a quotation may hold nothing but what the speaker said');
  }
  if (fields.status === 'withdrawn' && fields.withdrawn_because === undefined) {
    wrong('withdrawn_because', 'a withdrawn entry must say why');
  }
}

function entryOf(
  fields: EntryFields,
  release: string,
  passages: readonly Passage[],
  speakers: ReadonlyMap<string, Speaker>,
): Entry {
  const speaker = fields.speaker === undefined ? undefined : speakers.get(fields.speaker);
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

function loadDeclined(root: string, file: string, release: string, problems: Problem[]): DeclinedTopic[] {
  const yaml = readYaml(root, file, declinedSchema, problems);
  if (!yaml) return [];
  return yaml.value.map((fields) => ({
    id: fields.id,
    release,
    title: fields.title,
    say: fields.say,
    ask: fields.ask,
    questions: fields.questions,
    owner: fields.owner,
    reviewBy: fields.review_by,
  }));
}

function yamlFiles(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder))
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function addressOf(address: { url: string; checked_on: string }): { url: string; checkedOn: string } {
  return { url: address.url, checkedOn: address.checked_on };
}
