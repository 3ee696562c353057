import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A knowledge folder of one test, in a temporary place, gone when the test has ended. */
export interface Folder {
  readonly root: string;
  /** Changes a file; throws unless `find` stands in it exactly once, so that no edit is in vain. */
  edit(file: string, find: string, replace: string): void;
  write(file: string, text: string | Buffer): void;
  remove(file: string): void;
  read(file: string): string;
  /** The line, from 1, on which these words stand for the first time. */
  lineOf(file: string, words: string): number;
}

export const RELEASE = 'releases/2026-widgets';
export const META = `${RELEASE}/release.yaml`;
export const TEXT = `${RELEASE}/release.txt`;
export const ENTRIES = `${RELEASE}/entries/findings.yaml`;
export const MORE = `${RELEASE}/entries/more.yaml`;
export const DECLINED = `${RELEASE}/declined/topics.yaml`;

const RELEASE_TEXT = `Widgets are counted, finds Inspectorate

There are ten widgets – no more. That’s all of them.

  • round ones; and
  • square ones.

Chief Example Jo Example said:

“We’ve counted them. Nobody had done it before.

“We’ll count them again in 2016-2012.”

  1. Ring 020 0000 0001 by day.
  2. Ring 07000 000002 by night.
`;

const FILES: Readonly<Record<string, string>> = {
  'vocabulary.yaml': 'groups:\n  - ["widget", "gizmo"]\n',
  'everyday.yaml': 'greetings:\n  - "hello"\nbackground:\n  - "what is for lunch"\n',
  [TEXT]: RELEASE_TEXT,
  [META]: `id: widgets
title: "Widgets are counted, finds Inspectorate"
publisher: HMICFRS
sha256: ${createHash('sha256').update(RELEASE_TEXT).digest('hex')}
addresses:
  release:
    url: https://www.example.org/widgets/
    checked_on: 2026-11-24
date:
  value: 2026-03-12
  confirmed: true
embargo: "2026-03-12T00:01:00[Europe/London]"
speakers:
  - id: jo-example
    name: "Jo Example"
    title: "Chief Example"
sic:
  - text: "2016-2012"
    why: "An impossible run of years."
boilerplate:
  - "Ring 020 0000 0001 by day."
`,
  [ENTRIES]: `# A comment, and a blank line, so that lines are not simply counted from the first entry.

- id: how-many
  title: "How many there are"
  kind: finding
  gives: [number]
  passages:
    - "There are ten widgets – no more."
    - "That’s all of them."
  questions:
    - "how many widgets are there"
    - "number of widgets"
  owner: press-office
  review_by: 2027-03-31
  status: live
  use: proactive

- id: first-count
  title: "The first count"
  kind: quotation
  speaker: jo-example
  gives: [quote]
  passages:
    - "We’ve counted them. Nobody had done it before."
  questions:
    - "what did Jo Example say"
    - "was this the first count"
  keywords: ["first count"]
  owner: press-office
  review_by: 2027-04-30
  status: live
  use: proactive
`,
  [MORE]: `- id: by-day
  title: "By day"
  kind: contact
  gives: [contact]
  passages:
    - "Ring 020 0000 0001 by day."
  when_shut: by-night
  questions:
    - "who can I ring"
    - "telephone"
  owner: press-office
  review_by: 2027-05-31
  status: live
  use: proactive

- id: by-night
  title: "By night"
  kind: contact
  gives: [contact]
  passages:
    - "Ring 07000 000002 by night."
  questions:
    - "who do I ring at night"
    - "late number"
  owner: press-office
  review_by: 2027-05-31
  status: withdrawn
  withdrawn_because: "The number has changed."
  use: if-asked
  replaces: widgets/by-day
`,
  [DECLINED]: `- id: gadgets
  title: "Gadgets"
  say: "The release does not speak of gadgets."
  ask: "press-office"
  questions:
    - "how many gadgets"
    - "number of gadgets"
  owner: press-office
  review_by: 2027-03-31
`,
};

/** A small and faultless base: one release, four entries, one declined topic. */
export function smallBase(): Folder {
  const folder = emptyFolder();
  for (const [file, text] of Object.entries(FILES)) folder.write(file, text);
  return folder;
}

/** A copy of the real knowledge folder. */
export function realCopy(): Folder {
  const folder = emptyFolder();
  cpSync('knowledge', folder.root, { recursive: true });
  return folder;
}

/** A copy of the real office's two files, and nothing beside them. */
export function officeCopy(): Folder {
  const folder = emptyFolder();
  for (const file of ['office.yaml', 'bank-holidays.yaml']) {
    folder.write(file, readFileSync(join('knowledge', file)));
  }
  return folder;
}

function emptyFolder(): Folder {
  const root = mkdtempSync(join(tmpdir(), 'knowledge-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const write = (file: string, text: string | Buffer) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  return {
    root,
    read,
    write,
    remove: (file) => rmSync(join(root, file), { recursive: true }),
    edit(file, find, replace) {
      const parts = read(file).split(find);
      if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} of ${find}`);
      write(file, parts.join(replace));
    },
    lineOf(file, words) {
      const line = read(file)
        .split('\n')
        .findIndex((text) => text.includes(words));
      if (line === -1) throw new Error(`${file} has no line with ${words}`);
      return line + 1;
    },
  };
}
