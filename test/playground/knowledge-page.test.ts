import { describe, expect, it } from 'vitest';
import { knowledgePage } from '../../playground/knowledge-page.ts';
import type { Entry, Passage } from '../../src/domain/release.ts';
import { aBase, anEntry, anOffice, aRelease } from '../support/builders.ts';

const TEXT = 'A title\n\nOne widget. Two widgets. Three widgets.\n\n1. A note.\n';

function quoting(id: string, words: string, over: Partial<Entry> = {}): Entry {
  const start = TEXT.indexOf(words);
  const passage: Passage = {
    text: words,
    place: 'paragraph 1',
    start,
    end: start + words.length,
    spoken: false,
  };
  return anEntry({ id, passages: [passage], ...over });
}

function pageOf(...entries: Entry[]) {
  const base = aBase(aRelease({ text: TEXT, entries, declined: [] }));
  const [release] = knowledgePage({ office: anOffice(), base, problems: [] }).releases;
  if (!release) throw new Error('there is no release');
  return release;
}

describe('the page of what the bot knows', () => {
  it('has every character of each line, marked by all the entries that use it', () => {
    const { text } = pageOf(
      quoting('first', 'One widget. Two widgets.'),
      quoting('second', 'Two widgets. Three widgets.'),
    );
    expect(text.map(({ label }) => label)).toEqual(['headline', 'paragraph 1', 'note 1']);
    expect(text.map(({ stretches }) => stretches.map((each) => each.text).join(''))).toEqual([
      'A title',
      'One widget. Two widgets. Three widgets.',
      '1. A note.',
    ]);
    expect(text[1]?.stretches.map(({ text: words, entries }) => [words, entries])).toEqual([
      ['One widget. ', ['first']],
      ['Two widgets.', ['first', 'second']],
      [' Three widgets.', ['second']],
    ]);
    expect(text[2]?.stretches.map(({ marked }) => marked)).toEqual([false]);
  });

  it('names the sentences that no live entry uses', () => {
    const draft = quoting('draft', 'Three widgets.', { status: 'draft' });
    expect(pageOf(quoting('first', 'One widget.'), draft).unused).toEqual([
      'A title',
      'Two widgets.',
      'Three widgets.',
      'A note.',
    ]);
  });

  it('holds drafts and withdrawn entries too, each with its questions, owner and date', () => {
    const { entries } = pageOf(
      quoting('draft', 'One widget.', { status: 'draft' }),
      quoting('gone', 'Two widgets.', { status: 'withdrawn', withdrawnBecause: 'it was wrong' }),
    );
    expect(entries.map(({ id, status }) => [id, status])).toEqual([
      ['draft', 'draft'],
      ['gone', 'withdrawn'],
    ]);
    expect(entries[0]).toMatchObject({
      examples: ['how many widgets', 'number of widgets'],
      owner: 'press-office',
      reviewBy: '2027-03-31',
      passages: [{ text: 'One widget.', place: 'paragraph 1' }],
    });
  });

  it('tells the problems where there is no base at all', () => {
    const state = { office: anOffice(), problems: ['office.yaml:1: it is missing'] };
    expect(knowledgePage(state)).toEqual({ releases: [], problems: state.problems });
  });
});
