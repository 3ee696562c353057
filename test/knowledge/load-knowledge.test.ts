import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayServe, REPORTERS } from '../../src/domain/release.ts';
import { loadKnowledge, versionOf } from '../../src/knowledge/load-knowledge.ts';
import { problemInWords } from '../../src/knowledge/problem.ts';
import {
  DECLINED,
  ENTRIES,
  type Folder,
  META,
  MORE,
  RELEASE,
  realCopy,
  smallBase,
  TEXT,
} from './small-base.ts';

/** All problems in words, as an editor reads them; none where the base is good. */
function problemsOf({ root }: Folder): string[] {
  const loaded = loadKnowledge(root);
  return loaded.ok ? [] : loaded.error.map(problemInWords);
}

describe('the real base', () => {
  const loaded = loadKnowledge('knowledge');
  const [release] = loaded.ok ? loaded.value.releases : [];

  it('loads without a problem, with all that its files hold', () => {
    expect(loaded.ok ? [] : loaded.error.map(problemInWords)).toEqual([]);
    const ids = (kind: string) => {
      const folder = `knowledge/releases/2019-10-24-cyber-keep-the-light-on/${kind}`;
      const found = execFileSync('grep', ['-rhoE', '^- id: .*', folder], { encoding: 'utf8' });
      return found
        .trim()
        .split('\n')
        .map((line) => line.replace('- id: ', ''))
        .sort();
    };
    expect(release?.entries.map(({ id }) => id).sort()).toEqual(ids('entries'));
    expect(release?.declined.map(({ id }) => id).sort()).toEqual(ids('declined'));
    expect(release?.entries.length).toBeGreaterThan(40);
  });

  it('has the release’s text as it stands in the file, byte for byte', () => {
    const bytes = readFileSync('knowledge/releases/2019-10-24-cyber-keep-the-light-on/release.txt');
    expect(Buffer.from(release?.text ?? '', 'utf8').equals(bytes)).toBe(true);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(release?.sha256);
  });

  it('holds no entry without a passage, no speech without its speaker, and nobody else’s words under a name', () => {
    for (const entry of release?.entries ?? []) {
      expect([entry.id, entry.passages.length > 0]).toEqual([entry.id, true]);
      const spoken = entry.passages.map((passage) => passage.spoken);
      expect([entry.id, new Set(spoken)]).toEqual([
        entry.id,
        new Set([entry.speaker !== undefined]),
      ]);
    }
  });

  it('never tells the unconfirmed date, and has no embargo', () => {
    expect(release?.date).toEqual({ value: '2019-10-24', confirmed: false });
    expect(release?.embargo).toBeUndefined();
    expect(release?.entries.some((entry) => mayServe(entry, REPORTERS))).toBe(true);
  });
});

describe('the small base', () => {
  it('loads, so that every problem below is of the one mistake alone', () => {
    const loaded = loadKnowledge(smallBase().root);
    expect(loaded.ok ? [] : loaded.error.map(problemInWords)).toEqual([]);
    if (!loaded.ok) return;
    const [release] = loaded.value.releases;
    expect(release).toMatchObject({ id: 'widgets', embargo: Date.parse('2026-03-12T00:01:00Z') });
    expect(release?.entries.map(({ id, whenShut, replaces }) => [id, whenShut, replaces])).toEqual([
      ['how-many', undefined, undefined],
      ['first-count', undefined, undefined],
      ['by-day', 'by-night', undefined],
      ['by-night', undefined, 'widgets/by-day'],
    ]);
    expect(release?.entries[1]).toMatchObject({
      speaker: { name: 'Jo Example' },
      passages: [{ place: 'quote, paragraph 1', spoken: true }],
    });
    expect(release?.entries[3]).toMatchObject({
      status: 'withdrawn',
      withdrawnBecause: 'The number has changed.',
      use: 'if-asked',
    });
  });
});

interface Mistake {
  readonly what: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** Words of the changed file that stand on the line which the problem must name. */
  readonly on: string;
  readonly field: string;
  readonly wrong: string | RegExp;
  readonly example: string;
}

const IN_RELEASE: Mistake[] = [
  {
    what: 'a wrong sha',
    file: META,
    find: 'publisher: HMICFRS\nsha256: ',
    replace: `publisher: HMICFRS\nsha256: ${'a'.repeat(64)} # `,
    on: 'sha256',
    field: 'sha256',
    wrong: /^release\.txt has been changed: its SHA-256 is [0-9a-f]{64}$/,
    example: 'what "sha256sum release.txt" prints',
  },
  {
    what: 'a sha that is none',
    file: META,
    find: 'publisher: HMICFRS\nsha256: ',
    replace: 'publisher: HMICFRS\nsha256: 12 # ',
    on: 'sha256',
    field: 'sha256',
    wrong: 'it must be 64 hexadecimal digits',
    example: 'what "sha256sum release.txt" prints',
  },
  {
    what: 'an embargo without its zone',
    file: META,
    find: '[Europe/London]',
    replace: '',
    on: 'embargo',
    field: 'embargo',
    wrong: 'it must be an instant with its zone',
    example: '"2026-03-12T00:01:00[Europe/London]"',
  },
  {
    what: 'an embargo in an hour that the clocks leave out',
    file: META,
    find: '2026-03-12T00:01:00[',
    replace: '2026-03-29T01:30:00[',
    on: 'embargo',
    field: 'embargo',
    wrong: 'it must be an instant with its zone',
    example: '"2026-03-12T00:01:00[Europe/London]"',
  },
  {
    what: 'an embargo in an hour that comes twice',
    file: META,
    find: '2026-03-12T00:01:00[',
    replace: '2026-10-25T01:30:00[',
    on: 'embargo',
    field: 'embargo',
    wrong: 'it must be an instant with its zone',
    example: '"2026-03-12T00:01:00[Europe/London]"',
  },
  {
    what: 'an embargo whose offset is not that of its zone',
    file: META,
    find: '2026-03-12T00:01:00[',
    replace: '2026-03-12T00:01:00+05:00[',
    on: 'embargo',
    field: 'embargo',
    wrong: 'it must be an instant with its zone',
    example: '"2026-03-12T00:01:00[Europe/London]"',
  },
  {
    what: 'a missing field',
    file: META,
    find: 'publisher: HMICFRS\n',
    replace: '',
    on: 'id: widgets',
    field: 'publisher',
    wrong: 'it is missing',
    example: 'HMICFRS',
  },
  {
    what: 'an unknown key, whose value begins on another line',
    file: META,
    find: 'sic:\n',
    replace: 'sics:\n  - "x"\nsic:\n',
    on: 'sics:',
    field: 'sics',
    wrong: 'there is no field of this name',
    example:
      'id, title, report_title, publisher, sha256, addresses, date, embargo, speakers, sic, boilerplate',
  },
  {
    what: 'an unknown key inside a list',
    file: META,
    find: '    why: ',
    replace: '    because: "x"\n    why: ',
    on: 'because:',
    field: 'sic[1].because',
    wrong: 'there is no field of this name',
    example: 'text, why',
  },
  {
    what: 'boilerplate that does not stand in the release',
    file: META,
    find: '  - "Ring 020 0000 0001 by day."',
    replace: '  - "Ring 020 0000 0001 by night."',
    on: '0001 by night',
    field: 'boilerplate[1]',
    wrong: 'these words do not stand in release.txt',
    example: '- "Get the report"',
  },
  {
    what: 'a published mistake that does not stand in the release',
    file: META,
    find: '"2016-2012"',
    replace: '"2012-2016"',
    on: '2012-2016',
    field: 'sic[1].text',
    wrong: 'these words do not stand in release.txt',
    example: '"2016-2012"',
  },
  {
    what: 'an address that is none',
    file: META,
    find: 'https://www.example.org/widgets/',
    replace: 'javascript:alert(1)',
    on: 'url:',
    field: 'addresses.release.url',
    wrong: 'it is no web address',
    example: 'https://www.example.org/news/a-release/',
  },
  {
    what: 'two speakers of one id',
    file: META,
    find: 'sic:\n',
    replace: '  - { id: jo-example, name: "Al Example", title: "Other Example" }\nsic:\n',
    on: 'Al Example',
    field: 'speakers[2].id',
    wrong: 'another speaker is called jo-example',
    example: 'matt-parr',
  },
];

const IN_ENTRIES: Mistake[] = [
  {
    what: 'an unknown key',
    file: ENTRIES,
    find: '  title: "The first count"\n',
    replace: '  title: "The first count"\n  titel: "The first count"\n',
    on: 'titel',
    field: 'first-count: titel',
    wrong: 'there is no field of this name',
    example:
      'id, title, kind, speaker, gives, passages, link, when_shut, questions, keywords, owner, review_by, status, withdrawn_because, use, replaces, press_note',
  },
  {
    what: 'no speaker of spoken words',
    file: ENTRIES,
    find: '  speaker: jo-example\n',
    replace: '',
    on: '- id: first-count',
    field: 'first-count: speaker',
    wrong: 'the words are somebody’s speech, so the entry must name the speaker',
    example: 'matt-parr',
  },
  {
    what: 'an unknown speaker',
    file: ENTRIES,
    find: 'speaker: jo-example',
    replace: 'speaker: al-example',
    on: 'al-example',
    field: 'first-count: speaker',
    wrong: 'release.yaml has no speaker called al-example',
    example: 'matt-parr',
  },
  {
    what: 'a speaker of words that nobody speaks',
    file: ENTRIES,
    find: '  kind: finding\n',
    replace: '  kind: finding\n  speaker: jo-example\n',
    on: 'speaker: jo-example',
    field: 'how-many: speaker',
    wrong: 'nobody speaks in these words, so the entry must name no speaker',
    example: 'matt-parr',
  },
  {
    what: 'a quotation that holds more than speech',
    file: ENTRIES,
    find: '  questions:\n    - "what did Jo Example say"',
    replace: '    - "That’s all of them."\n  questions:\n    - "what did Jo Example say"',
    on: 'kind: quotation',
    field: 'first-count: kind',
    wrong: 'a quotation may hold nothing but what the speaker said',
    example: 'finding',
  },
  {
    what: 'a straight quote',
    file: ENTRIES,
    find: 'That’s all',
    replace: "That's all",
    on: "That's all",
    field: 'how-many: passages[2]',
    wrong:
      'these words do not stand in the release, character for character; they differ only in quotation marks, dashes or spaces: copy them from release.txt',
    example: '- "It is estimated that this type of crime costs the UK £1.1 billion each year."',
  },
  {
    what: 'a hyphen for a dash',
    file: ENTRIES,
    find: 'widgets – no',
    replace: 'widgets - no',
    on: 'widgets - no',
    field: 'how-many: passages[1]',
    wrong: /they differ only in quotation marks, dashes or spaces/,
    example: '- "It is estimated that this type of crime costs the UK £1.1 billion each year."',
  },
  {
    what: 'half a sentence',
    file: ENTRIES,
    find: '"There are ten widgets – no more."',
    replace: '"There are ten widgets"',
    on: '"There are ten widgets"',
    field: 'how-many: passages[1]',
    wrong: 'it starts or ends inside a sentence, or runs over the end of a paragraph',
    example: '- "It is estimated that this type of crime costs the UK £1.1 billion each year."',
  },
  {
    what: 'an empty passage',
    file: ENTRIES,
    find: '"There are ten widgets – no more."',
    replace: '" "',
    on: '- " "',
    field: 'how-many: passages[1]',
    wrong: 'it is empty',
    example: '- "It is estimated that this type of crime costs the UK £1.1 billion each year."',
  },
  {
    what: '30 February',
    file: ENTRIES,
    find: '2027-03-31',
    replace: '2026-02-30',
    on: '2026-02-30',
    field: 'how-many: review_by',
    wrong: 'it is no date of the calendar in the form year-month-day',
    example: '2027-03-31',
  },
  {
    what: 'a date in another form',
    file: ENTRIES,
    find: '2027-03-31',
    replace: '31/03/2027',
    on: '31/03/2027',
    field: 'how-many: review_by',
    wrong: 'it is no date of the calendar in the form year-month-day',
    example: '2027-03-31',
  },
  {
    what: 'withdrawn without a reason',
    file: MORE,
    find: '  withdrawn_because: "The number has changed."\n',
    replace: '',
    on: '- id: by-night',
    field: 'by-night: withdrawn_because',
    wrong: 'a withdrawn entry must say why',
    example: '"The figure was corrected on 3 March."',
  },
  {
    what: 'an empty list of questions',
    file: MORE,
    find: '\n    - "who do I ring at night"\n    - "late number"',
    replace: ' []',
    on: 'questions: []',
    field: 'by-night: questions',
    wrong: 'it needs at least 2',
    example: '- "how much does it cost the country"',
  },
  {
    what: 'an empty list of passages',
    file: MORE,
    find: '\n    - "Ring 07000 000002 by night."',
    replace: ' []',
    on: 'passages: []',
    field: 'by-night: passages',
    wrong: 'it needs at least 1',
    example: '- "It is estimated that this type of crime costs the UK £1.1 billion each year."',
  },
  {
    what: 'nothing where a list is meant',
    file: MORE,
    find: '\n    - "Ring 07000 000002 by night."',
    replace: '',
    on: 'passages:\n  questions',
    field: 'by-night: passages',
    wrong: 'it must be a list of exact words of the release',
    example: '- "It is estimated that this type of crime costs the UK £1.1 billion each year."',
  },
  {
    what: 'an unknown kind of thing',
    file: ENTRIES,
    find: 'gives: [number]',
    replace: 'gives: [numbers]',
    on: '[numbers]',
    field: 'how-many: gives[1]',
    wrong: /^it must be one of person, organisation, number, /,
    example: '[amount]',
  },
  {
    what: 'no kind of thing',
    file: ENTRIES,
    find: 'gives: [number]',
    replace: 'gives: []',
    on: 'gives: []',
    field: 'how-many: gives',
    wrong: 'it needs at least one kind of thing',
    example: '[amount]',
  },
  {
    what: 'a kind of thing that is no list',
    file: ENTRIES,
    find: 'gives: [number]',
    replace: 'gives: number',
    on: 'gives: number',
    field: 'how-many: gives',
    wrong: 'it must be a list, [in, brackets]',
    example: '[amount]',
  },
  {
    what: 'an unknown status',
    file: ENTRIES,
    find: '2027-03-31\n  status: live',
    replace: '2027-03-31\n  status: ready',
    on: 'status: ready',
    field: 'how-many: status',
    wrong: 'it must be draft, live or withdrawn',
    example: 'live',
  },
  {
    what: 'an id used twice in one file',
    file: ENTRIES,
    find: '- id: first-count',
    replace: '- id: how-many',
    on: 'id: how-many\n  title: "The first',
    field: 'how-many: id',
    wrong: 'another entry or topic of this release is called how-many',
    example: 'cost-to-uk',
  },
  {
    what: 'an id used in two files',
    file: ENTRIES,
    find: '- id: first-count',
    replace: '- id: by-night',
    on: 'BY-NIGHT-IN-MORE',
    field: 'by-night: id',
    wrong: 'another entry or topic of this release is called by-night',
    example: 'cost-to-uk',
  },
  {
    what: 'an entry’s id used by a declined topic',
    file: DECLINED,
    find: '- id: gadgets',
    replace: '- id: how-many',
    on: '- id: how-many',
    field: 'how-many: id',
    wrong: 'another entry or topic of this release is called how-many',
    example: 'cost-to-uk',
  },
  {
    what: 'an id that is no id',
    file: ENTRIES,
    find: '- id: first-count',
    replace: '- id: First Count',
    on: 'First Count',
    field: 'First Count: id',
    wrong: 'it must be lower-case words joined by hyphens',
    example: 'cost-to-uk',
  },
  {
    what: 'no id at all',
    file: ENTRIES,
    find: '- id: first-count\n  title',
    replace: '- title',
    on: '- title',
    field: 'item 2: id',
    wrong: 'it is missing',
    example: 'cost-to-uk',
  },
  {
    what: 'replaces pointing nowhere',
    file: MORE,
    find: 'widgets/by-day',
    replace: 'widgets/by-noon',
    on: 'by-noon',
    field: 'by-night: replaces',
    wrong: 'there is no entry widgets/by-noon',
    example: 'cyber/cost-to-uk',
  },
  {
    what: 'replaces pointing to a declined topic',
    file: MORE,
    find: 'widgets/by-day',
    replace: 'widgets/gadgets',
    on: 'widgets/gadgets',
    field: 'by-night: replaces',
    wrong: 'there is no entry widgets/gadgets',
    example: 'cyber/cost-to-uk',
  },
  {
    what: 'replaces pointing to itself',
    file: MORE,
    find: 'widgets/by-day',
    replace: 'widgets/by-night',
    on: 'widgets/by-night',
    field: 'by-night: replaces',
    wrong: 'an entry can’t point to itself',
    example: 'cyber/cost-to-uk',
  },
  {
    what: 'two entries that replace each other',
    file: MORE,
    find: '  when_shut: by-night\n',
    replace: '  when_shut: by-night\n  replaces: widgets/by-night\n',
    on: 'replaces: widgets/by-night',
    field: 'by-day: replaces',
    wrong: 'entries replace each other: widgets/by-day, widgets/by-night',
    example: 'cyber/cost-to-uk',
  },
  {
    what: 'a link to a report that has no address',
    file: MORE,
    find: '  when_shut: by-night\n',
    replace: '  when_shut: by-night\n  link: report\n',
    on: 'link: report',
    field: 'by-day: link',
    wrong: 'release.yaml has no address of a report to link to',
    example: 'report',
  },
  {
    what: 'replaces without the release',
    file: MORE,
    find: 'widgets/by-day',
    replace: 'by-day',
    on: 'replaces: by-day',
    field: 'by-night: replaces',
    wrong: 'it must be a release and an entry joined by a slash',
    example: 'cyber/cost-to-uk',
  },
  {
    what: 'when_shut that is no id',
    file: MORE,
    find: 'when_shut: by-night',
    replace: 'when_shut: widgets/by-night',
    on: 'when_shut',
    field: 'by-day: when_shut',
    wrong: 'it must be lower-case words joined by hyphens',
    example: 'out-of-hours-line',
  },
  {
    what: 'when_shut pointing nowhere',
    file: MORE,
    find: 'when_shut: by-night',
    replace: 'when_shut: by-noon',
    on: 'by-noon',
    field: 'by-day: when_shut',
    wrong: 'there is no entry widgets/by-noon',
    example: 'out-of-hours-line',
  },
  {
    what: 'an unknown key of a declined topic',
    file: DECLINED,
    find: '  ask: ',
    replace: '  passages: ["x"]\n  ask: ',
    on: 'passages',
    field: 'gadgets: passages',
    wrong: 'there is no field of this name',
    example: 'id, title, say, ask, questions, owner, review_by',
  },
];

const IN_OTHER_FILES: Mistake[] = [
  {
    what: 'a group of one word',
    file: 'vocabulary.yaml',
    find: '["widget", "gizmo"]',
    replace: '["widget"]',
    on: '["widget"]',
    field: 'groups[1]',
    wrong: 'a group needs at least two words',
    example: '- ["fire service", "fire and rescue"]',
  },
  {
    what: 'an empty list of everyday lines',
    file: 'everyday.yaml',
    find: '\n  - "hello"',
    replace: ' []',
    on: 'greetings: []',
    field: 'greetings',
    wrong: 'it needs at least 1',
    example: '- "good morning"',
  },
  {
    what: 'a number where words are meant',
    file: 'everyday.yaml',
    find: '"what is for lunch"',
    replace: '42',
    on: '42',
    field: 'background[1]',
    wrong: 'it must be words in double quotes',
    example: '- "what is for lunch"',
  },
  {
    what: 'a mark that is not closed',
    file: MORE,
    find: '"telephone"',
    replace: '"telephone',
    on: '- "telephone',
    field: 'syntax',
    wrong: /^this is no YAML: \S.*[^:]$/,
    example: 'title: "In double quotes"',
  },
  {
    what: 'a key that stands twice',
    file: DECLINED,
    find: '  say: ',
    replace: '  title: "Again"\n  say: ',
    on: 'title: "Again"',
    field: 'syntax',
    wrong: /^this is no YAML: Map keys must be unique/,
    example: 'title: "In double quotes"',
  },
  {
    what: 'a word with an asterisk, which YAML takes for a reference',
    file: MORE,
    find: '"late number"',
    replace: '*urgent*',
    on: '*urgent*',
    field: 'syntax',
    wrong: /^this is no YAML: Unresolved alias .*urgent\*$/,
    example: 'title: "In double quotes"',
  },
];

describe.each([
  ['release.yaml', IN_RELEASE],
  ['entries and declined topics', IN_ENTRIES],
  ['other files, and what is no YAML', IN_OTHER_FILES],
])('one mistake in %s', (_, mistakes) => {
  it.each(mistakes)(
    '$what is told in one sentence',
    ({ file, find, replace, on, field, wrong, example }) => {
      const folder = smallBase();
      folder.edit(file, find, replace);
      const loaded = loadKnowledge(folder.root);
      const [problem, ...more] = loaded.ok ? [] : loaded.error;
      if (!problem) throw new Error('the mistake was not seen');
      expect(more.map(problemInWords)).toEqual([]);
      // Of two that have the same name, the one that is read second is the mistake.
      const where = on === 'BY-NIGHT-IN-MORE' ? MORE : file;
      const line = lineIn(folder.read(where), on === 'BY-NIGHT-IN-MORE' ? '- id: by-night' : on);
      expect(problem).toEqual({ file: where, line, field, wrong: expect.anything(), example });
      expect(problem.wrong).toMatch(
        typeof wrong === 'string' ? new RegExp(`^${escaped(wrong)}$`) : wrong,
      );
      const sentence = problemInWords(problem);
      expect(sentence).toBe(`${where}:${line}: ${field}: ${problem.wrong}; a good one: ${example}`);
      expect(sentence).not.toContain('\n');
      expect(sentence).not.toMatch(/Invalid input|expected|received|undefined|\[object/);
    },
  );

  function lineIn(text: string, words: string): number {
    const at = text.indexOf(words);
    if (at === -1) throw new Error(`there is no ${words}`);
    return text.slice(0, at).split('\n').length;
  }

  function escaped(words: string): string {
    return words.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  }
});

describe('what is no file, or no text', () => {
  it.each([['vocabulary.yaml'], ['everyday.yaml'], [META], [TEXT]])('%s is missing', (file) => {
    const folder = smallBase();
    folder.remove(file);
    expect(problemsOf(folder)).toEqual([`${file}: file: it is missing`]);
  });

  it('tells of no releases at all, of a release without entries, and of no folder', () => {
    const none = smallBase();
    none.remove('releases');
    expect(problemsOf(none)).toEqual([
      'releases: folder: it is missing, so there is nothing to answer from; a good one: releases/2019-10-24-cyber-keep-the-light-on/release.yaml',
    ]);
    const bare = smallBase();
    bare.remove(`${RELEASE}/entries`);
    expect(problemsOf(bare)).toEqual([
      `${RELEASE}/entries: entries: there is none; a good one: entries/findings.yaml`,
    ]);
    expect(problemsOf({ ...bare, root: join(bare.root, 'nowhere') })).toHaveLength(3);
  });

  it.each([
    ['nothing', ''],
    ['a comment alone', '# nothing yet\n'],
    ['fields', 'id: x\n'],
    ['words', 'x\n'],
  ])('an entries file that holds %s is no list', (_, text) => {
    const folder = smallBase();
    folder.write(`${RELEASE}/entries/zzz.yaml`, text);
    expect(problemsOf(folder)).toEqual([
      `${RELEASE}/entries/zzz.yaml:1: file: the file must be a list of entries, each starting with "- id:"; a good one: - id: cost-to-uk`,
    ]);
  });

  it.each(['x', '- x', '42', '- 42'])('a release.yaml that holds %j has no fields', (text) => {
    const folder = smallBase();
    folder.write(META, text);
    expect(problemsOf(folder)).toEqual([
      `${META}:1: file: it must be fields, each with its name, a colon and a value; a good one: title: "In double quotes"`,
    ]);
  });

  it('an entry that is no fields is told of by its number', () => {
    const folder = smallBase();
    folder.write(`${RELEASE}/entries/zzz.yaml`, '# x\n- just words\n');
    expect(problemsOf(folder)).toEqual([
      `${RELEASE}/entries/zzz.yaml:2: item 1: it must be fields, each with its name, a colon and a value; a good one: title: "In double quotes"`,
    ]);
  });

  it('a release that was not saved as UTF-8 is refused, not served with broken letters', () => {
    const folder = smallBase();
    folder.write(TEXT, Buffer.from('Caf\xe9', 'latin1'));
    expect(problemsOf(folder)).toEqual([`${TEXT}: file: it is not UTF-8; save it as UTF-8 text`]);
  });

  it('a byte order mark is part of the text, as sha256sum sees it', () => {
    const folder = smallBase();
    folder.write(TEXT, `\ufeff${folder.read(TEXT)}`);
    expect(problemsOf(folder)).toEqual([expect.stringContaining('release.txt has been changed')]);
  });
});

describe('several mistakes', () => {
  it('are all told at once, over all files, and none hides another', () => {
    const folder = smallBase();
    folder.edit(META, '[Europe/London]', '');
    folder.edit(ENTRIES, '2027-03-31', '2026-02-30');
    folder.edit(ENTRIES, 'That’s all', "That's all");
    folder.edit(ENTRIES, 'We’ve counted', "We've counted");
    folder.edit(MORE, '  withdrawn_because: "The number has changed."\n', '');
    folder.edit(MORE, 'when_shut: by-night', 'when_shut: by-noon');
    folder.edit(MORE, '- "telephone"', '- ""');
    folder.edit(DECLINED, '- id: gadgets', '- id: how-many');
    folder.edit(DECLINED, '  owner: press-office\n', '');
    folder.edit('vocabulary.yaml', '["widget", "gizmo"]', '[]');
    folder.remove('everyday.yaml');
    const told = problemsOf(folder).map((sentence) => sentence.split(': ').slice(0, 3).join(': '));
    expect(told.map((sentence) => sentence.replace(/:\d+/, '')).sort()).toEqual(
      [
        `${META}: embargo: it must be an instant with its zone; a good one`,
        `${ENTRIES}: how-many: review_by`,
        `${ENTRIES}: how-many: passages[2]`,
        `${ENTRIES}: first-count: passages[1]`,
        `${MORE}: by-night: withdrawn_because`,
        `${MORE}: by-day: questions[2]`,
        `${DECLINED}: how-many: id`,
        `${DECLINED}: how-many: owner`,
        'vocabulary.yaml: groups[1]: a group needs at least two words; a good one',
        'everyday.yaml: file: it is missing',
      ].sort(),
    );
  });

  it('has all names known, so that a pointer is judged beside other mistakes', () => {
    const folder = smallBase();
    folder.edit(MORE, 'when_shut: by-night', 'when_shut: by-noon');
    folder.edit(MORE, 'status: withdrawn', 'status: gone');
    expect(problemsOf(folder)).toEqual([
      expect.stringMatching(/by-night: status: it must be draft, live or withdrawn/),
      expect.stringMatching(/by-day: when_shut: there is no entry widgets\/by-noon/),
    ]);
  });

  it('does not call a pointer wrong because the file that it points into can’t be read', () => {
    const folder = smallBase();
    folder.write('releases/2027-new/release.txt', folder.read(TEXT));
    folder.write(
      'releases/2027-new/release.yaml',
      folder.read(META).replace('id: widgets', 'id: new'),
    );
    folder.write(
      'releases/2027-new/entries/a.yaml',
      folder.read(MORE).replace('replaces: widgets/by-day', 'replaces: widgets/how-many'),
    );
    expect(problemsOf(folder)).toEqual([]);
    folder.edit(ENTRIES, '2027-03-31', '2026-02-30');
    expect(problemsOf(folder)).toEqual([expect.stringContaining('how-many: review_by')]);
    folder.write(ENTRIES, '- id: "how-many\n');
    const told = problemsOf(folder);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((sentence) => !sentence.includes(`${ENTRIES}:`))).toEqual([]);
  });

  it('tells of two releases of one name by the second one’s line, once', () => {
    const folder = smallBase();
    for (const file of [META, TEXT, ENTRIES, MORE]) {
      folder.write(file.replace('2026-widgets', '2027-copy'), folder.read(file));
    }
    expect(problemsOf(folder)).toEqual([
      'releases/2027-copy/release.yaml:1: id: another release is called widgets; a good one: cost-to-uk',
    ]);
  });

  it('is one mistake in the real base as well: one changed letter of the release', () => {
    const folder = realCopy();
    const text = 'releases/2019-10-24-cyber-keep-the-light-on/release.txt';
    folder.edit(text, '£1.1 billion', '£1.2 billion');
    const told = problemsOf(folder);
    expect(told[0]).toMatch(/release\.yaml:\d+: sha256: release\.txt has been changed/);
    // Every entry that has the figure is told of too, by name.
    expect(told.filter((sentence) => sentence.includes('cost-to-uk: passages[1]'))).toHaveLength(1);
    expect(told.length).toBeGreaterThan(2);
  });
});

describe('files that are no knowledge', () => {
  it('are passed over where they are hidden, as editors’ locks are, which lead nowhere', () => {
    const folder = smallBase();
    const before = versionOf(folder.root);
    symlinkSync('jo@example.1234', join(folder.root, RELEASE, 'entries', '.#findings.yaml'));
    symlinkSync('jo@example.1234', join(folder.root, 'releases', '.#x'));
    folder.write('.git/config', 'x');
    folder.write(`${RELEASE}/entries/.findings.yaml.swp`, 'x');
    expect(problemsOf(folder)).toEqual([]);
    expect(versionOf(folder.root)).toBe(before);
  });

  it('refuse the base in a sentence where they can’t be read; nothing is thrown', () => {
    const folder = smallBase();
    symlinkSync('nowhere', join(folder.root, 'notes.txt'));
    expect(problemsOf(folder)).toEqual([
      expect.stringMatching(/^\.: folder: not all that is in it can be read: .*notes\.txt/),
    ]);
  });

  it('may be elsewhere: a release folder that is a link is read', () => {
    const folder = smallBase();
    const before = loadKnowledge(folder.root);
    renameSync(join(folder.root, RELEASE), join(folder.root, '.elsewhere'));
    symlinkSync('../.elsewhere', join(folder.root, RELEASE));
    expect(loadKnowledge(folder.root)).toEqual(before);
    expect(before.ok).toBe(true);
  });
});

describe('versionOf', () => {
  it('changes with any file’s content or name, and not with anything else', () => {
    const folder = smallBase();
    const versions = [versionOf(folder.root), versionOf(smallBase().root)];
    expect(versions[0]).toBe(versions[1]);
    expect(versions[0]).toMatch(/^[0-9a-f]{64}$/);
    folder.edit('vocabulary.yaml', 'gizmo', 'gizmos');
    versions.push(versionOf(folder.root));
    folder.edit('vocabulary.yaml', 'gizmos', 'gizmo');
    expect(versionOf(folder.root)).toBe(versions[0]);
    renameSync(join(folder.root, MORE), join(folder.root, `${MORE.slice(0, -5)}s.yaml`));
    versions.push(versionOf(folder.root));
    expect(new Set(versions).size).toBe(3);
  });

  it('names the base that was loaded', () => {
    const loaded = loadKnowledge('knowledge');
    expect(loaded.ok && loaded.value.version).toBe(versionOf('knowledge'));
  });
});
