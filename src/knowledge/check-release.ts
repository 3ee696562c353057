import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { findPassage } from '../domain/passage.ts';
import type { Passage, Speaker } from '../domain/release.ts';
import type { Problem } from './problem.ts';
import type { EntryFields, releaseSchema } from './schemas.ts';
import type { YamlFile, YamlList } from './yaml-file.ts';

export type Meta = YamlFile<z.infer<typeof releaseSchema>>;
export type Entries = YamlList<EntryFields>;

/** What entries are checked against; a part that could not be read is not held against them. */
export interface Source {
  readonly text: string | undefined;
  readonly speakers: ReadonlyMap<string, Speaker> | undefined;
  readonly hasReport: boolean | undefined;
}

/** Speakers of release.yaml: no two may have one name. */
export function checkSpeakers(meta: Meta, problems: Problem[]): void {
  const ids = meta.value.speakers.map((speaker) => speaker.id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) {
      problems.push(meta.problemAt(['speakers', index, 'id'], `another speaker is called ${id}`));
    }
  });
}

/** The text is the one that was described, and holds what release.yaml says of its words. */
export function checkText(meta: Meta, text: string, problems: Problem[]): void {
  const hash = createHash('sha256').update(text).digest('hex');
  if (hash !== meta.value.sha256) {
    problems.push(
      meta.problemAt(['sha256'], `release.txt has been changed: its SHA-256 is ${hash}`),
    );
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

/** The passages that stand in the text, character for character; each other one is a problem. */
export function findPassages(
  yaml: Entries,
  index: number,
  passages: readonly string[],
  text: string | undefined,
  problems: Problem[],
): Passage[] {
  if (text === undefined) return [];
  return passages.flatMap((words, passage) => {
    if (words.trim() === '') return [];
    const found = findPassage(text, words);
    if (found.ok) return [found.value];
    problems.push(yaml.problemAt([index, 'passages', passage], found.error));
    return [];
  });
}

/** What no field of an entry can know by itself: its speaker, its kind, its link, why it was withdrawn. */
export function checkEntry(
  yaml: Entries,
  index: number,
  fields: EntryFields,
  passages: readonly Passage[],
  { speakers, hasReport }: Source,
  problems: Problem[],
): void {
  const wrong = (field: string, sentence: string) => {
    problems.push(yaml.problemAt([index, field], sentence));
  };
  if (fields.speaker !== undefined && speakers && !speakers.has(fields.speaker)) {
    wrong('speaker', `release.yaml has no speaker called ${fields.speaker}`);
  }
  if (fields.speaker === undefined && passages.some((passage) => passage.spoken)) {
    wrong('speaker', 'the words are somebody’s speech, so the entry must name the speaker');
  }
  if (fields.speaker !== undefined && passages.length > 0 && passages.every(isNotSpoken)) {
    wrong('speaker', 'nobody speaks in these words, so the entry must name no speaker');
  }
  if (fields.kind === 'quotation' && passages.some(isNotSpoken)) {
    wrong('kind', 'a quotation may hold nothing but what the speaker said');
  }
  if (fields.link === 'report' && hasReport === false) {
    wrong('link', 'release.yaml has no address of a report to link to');
  }
  if (fields.status === 'withdrawn' && fields.withdrawn_because === undefined) {
    wrong('withdrawn_because', 'a withdrawn entry must say why');
  }
}

function isNotSpoken(passage: Passage): boolean {
  return !passage.spoken;
}
