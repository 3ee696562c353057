import { describe, expect, it } from 'vitest';
import {
  findEntry,
  findTopic,
  nextEmbargoAfter,
  superseded,
  topicsOf,
  visibleAt,
} from '../../src/domain/knowledge-base.ts';
import {
  type EntryStatus,
  type EntryUse,
  entryKey,
  isPublished,
  mayOffer,
  mayServe,
  REPORTERS,
} from '../../src/domain/release.ts';
import { aBase, anEntry, aRelease, aTopic } from '../support/builders.ts';

const OFFICERS = { drafts: true };
const LIFTS = Date.parse('2026-03-12T00:01:00Z');

describe('isPublished', () => {
  it.each([
    ['the millisecond before', LIFTS - 1, false],
    ['the very millisecond', LIFTS, true],
    ['the millisecond after', LIFTS + 1, true],
    ['long before', 0, false],
  ])('at %s of the embargo', (_, at, published) => {
    expect(isPublished({ embargo: LIFTS }, at)).toBe(published);
  });

  it('always where there is no embargo, and from 1970 on where it is 1970', () => {
    expect(isPublished({}, -1)).toBe(true);
    expect(isPublished({ embargo: 0 }, -1)).toBe(false);
    expect(isPublished({ embargo: 0 }, 0)).toBe(true);
  });
});

const TABLE: [EntryStatus, EntryUse, { reporters: boolean; officers: boolean }][] = [
  ['live', 'proactive', { reporters: true, officers: true }],
  ['live', 'if-asked', { reporters: true, officers: true }],
  ['live', 'background', { reporters: false, officers: false }],
  ['draft', 'proactive', { reporters: false, officers: true }],
  ['draft', 'if-asked', { reporters: false, officers: true }],
  ['draft', 'background', { reporters: false, officers: false }],
  ['withdrawn', 'proactive', { reporters: false, officers: false }],
  ['withdrawn', 'if-asked', { reporters: false, officers: false }],
  ['withdrawn', 'background', { reporters: false, officers: false }],
];

describe('mayServe', () => {
  it.each(TABLE)('%s and %s: %j', (status, use, { reporters, officers }) => {
    expect(mayServe({ status, use }, REPORTERS)).toBe(reporters);
    expect(mayServe({ status, use }, OFFICERS)).toBe(officers);
  });
});

describe('mayOffer', () => {
  it.each([
    ['proactive', true],
    ['if-asked', false],
    ['background', false],
  ] as const)('%s: %s', (use, offered) => {
    expect(mayOffer({ use })).toBe(offered);
  });
});

describe('visibleAt', () => {
  const secret = aRelease({
    id: 'secret',
    embargo: LIFTS,
    entries: [anEntry({ id: 'secret-entry', release: 'secret' })],
    declined: [aTopic({ id: 'secret-topic', release: 'secret' })],
  });
  const base = aBase(aRelease(), secret);

  it('holds no trace of a release before its embargo, for officers neither', () => {
    for (const audience of [REPORTERS, OFFICERS]) {
      const view = visibleAt(base, LIFTS - 1, audience);
      expect(JSON.stringify(view)).not.toContain('secret');
      expect(findEntry(view, 'secret/secret-entry')).toBeUndefined();
      expect(findTopic(view, 'secret/secret-topic')).toBeUndefined();
      expect(findEntry(view, 'made-up/widgets')).toBeDefined();
    }
  });

  it('holds all of it from the very millisecond on', () => {
    const view = visibleAt(base, LIFTS, REPORTERS);
    expect(view.releases.map(({ id }) => id)).toEqual(['made-up', 'secret']);
    expect(findEntry(view, 'secret/secret-entry')?.entry.id).toBe('secret-entry');
    expect(findTopic(view, 'secret/secret-topic')?.topic.id).toBe('secret-topic');
  });

  it('holds exactly what may be served', () => {
    const entries = TABLE.map(([status, use]) => anEntry({ id: `${status}-${use}`, status, use }));
    const all = aBase(aRelease({ entries }));
    const ids = (drafts: boolean) =>
      visibleAt(all, 0, { drafts }).releases.flatMap((each) => each.entries.map(({ id }) => id));
    expect(ids(false)).toEqual(['live-proactive', 'live-if-asked']);
    expect(ids(true)).toEqual([
      'live-proactive',
      'live-if-asked',
      'draft-proactive',
      'draft-if-asked',
    ]);
    expect(all.releases[0]?.entries).toHaveLength(9);
  });

  it('forgets that an entry is superseded while the newer one may not be served', () => {
    const old = anEntry({ id: 'old' });
    const embargoed = anEntry({ id: 'new', release: 'secret', replaces: 'made-up/old' });
    const both = aBase(
      aRelease({ entries: [old] }),
      aRelease({ id: 'secret', embargo: LIFTS, entries: [embargoed] }),
    );
    expect(superseded(visibleAt(both, LIFTS - 1, REPORTERS)).size).toBe(0);
    expect([...superseded(visibleAt(both, LIFTS, REPORTERS))]).toEqual([
      ['made-up/old', 'secret/new'],
    ]);
    const offered = (at: number) =>
      topicsOf(visibleAt(both, at, REPORTERS)).flatMap((each) => each.entries.map(entryKey));
    expect(offered(LIFTS - 1)).toEqual(['made-up/old']);
    expect(offered(LIFTS)).toEqual(['secret/new']);
  });

  it.each(['draft', 'withdrawn'] as const)('nor while the newer one is %s', (status) => {
    const entries = [
      anEntry({ id: 'old' }),
      anEntry({ id: 'new', replaces: 'made-up/old', status }),
    ];
    expect(superseded(visibleAt(aBase(aRelease({ entries })), 0, REPORTERS)).size).toBe(0);
  });
});

describe('nextEmbargoAfter', () => {
  const base = aBase(aRelease({ embargo: LIFTS + 10 }), aRelease({ embargo: LIFTS }), aRelease({}));

  it.each([
    [0, LIFTS],
    [LIFTS - 1, LIFTS],
    [LIFTS, LIFTS + 10],
    [LIFTS + 9, LIFTS + 10],
    [LIFTS + 10, undefined],
  ])('after %i it is %s', (at, next) => {
    expect(nextEmbargoAfter(base, at)).toBe(next);
  });
});

describe('topicsOf', () => {
  it('lists proactive entries alone, by release', () => {
    const entries = (['proactive', 'if-asked', 'proactive'] as const).map((use, index) =>
      anEntry({ id: `e${index}`, use }),
    );
    const [topics] = topicsOf(aBase(aRelease({ entries })));
    expect(topics?.entries.map(({ id }) => id)).toEqual(['e0', 'e2']);
  });
});
