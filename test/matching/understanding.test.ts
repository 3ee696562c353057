import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_QUESTION } from '../../src/matching/text.ts';
import { understand } from '../../src/matching/understanding.ts';

const asksOf = (message: string): string[] => understand(message).asks.map((ask) => ask.text);

describe('what is taken off a message', () => {
  it.each([
    ['a greeting', 'Hello, what is the cost?', 'what is the cost?'],
    ['a greeting of its own', 'Good morning all! what is the cost?', 'what is the cost?'],
    ['a greeting with a dash', 'Good evening - what is the cost?', 'what is the cost?'],
    ['a greeting with a name', 'Hi Jo, what is the cost?', 'what is the cost?'],
    [
      'who asks, with the greeting',
      'Hi this is Al of the Echo: what is the cost?',
      'what is the cost?',
    ],
    [
      'a sentence on who asks',
      'Hi, Moira from the Echo. What is the cost? Live at six.',
      'What is the cost?',
    ],
    ['a wish', 'Good morning all, hope you are well. cost to the uk', 'cost to the uk'],
    [
      'a longer wish',
      'Dear press office,\n\nI hope this finds you well.\n\ncost to the uk',
      'cost to the uk',
    ],
    ['a wish in the same sentence', 'hope all is well, what is the cost?', 'what is the cost?'],
    ['a wish that was', 'Hello. I hope you had a lovely weekend. cost to the uk', 'cost to the uk'],
    ['a question that is none', 'Hi, how are you? cost to the uk', 'cost to the uk'],
    ['an excuse', 'Hiya, sorry to bother you. who has to consider it?', 'who has to consider it?'],
    ['thanks', 'what is the cost? Many thanks, Jo', 'what is the cost?'],
    ['thanks behind', 'what is the cost, thanks', 'what is the cost'],
    ['a deadline', 'What is the cost? Filing by 5pm.', 'What is the cost?'],
    ['a deadline behind', 'what is the cost, on deadline', 'what is the cost'],
    ['a number in a list', '1) what is the cost?', 'what is the cost?'],
    ['two fillers', 'Sorry, quick one: what is the cost', 'what is the cost'],
  ])('%s', (_, message, ask) => {
    expect(asksOf(message)).toEqual([ask]);
  });

  it.each([
    [
      'the first clause of a question after a bare greeting',
      'Hi what is the report called, need it for a caption',
      'what is the report called, need it for a caption',
    ],
    ['a question with a word of thanks in it', 'Hello. Which one did best', 'Which one did best'],
    [
      'a question that sounds like a deadline',
      "Hello! who's on call tonight",
      "who's on call tonight",
    ],
    [
      'a slip of the pen that sounds like who asks',
      'Hi there! waht did you inpsect here',
      'waht did you inpsect here',
    ],
    ['a greeting alone', 'Good morning', 'Good morning'],
    ['greeting and thanks alone', 'Hello! Thank you!', 'Hello! Thank you!'],
    ['nothing', '', ''],
    ['no word', '???', '???'],
  ])('but never %s', (_, message, ask) => {
    expect(asksOf(message)).toEqual([ask]);
  });

  it('is kept as framing, in order', () => {
    const { framing } = understand(
      'Good morning all. I am Moira from the Echo. What is the cost? Live at six. Thanks!',
    );
    expect(framing).toEqual([
      'Good morning all.',
      'I am Moira from the Echo.',
      'Live at six.',
      'Thanks!',
    ]);
  });
});

describe('several questions', () => {
  it.each([
    ['one', 'what is the cost and the benefit?', ['what is the cost and the benefit?']],
    ['two sentences', 'What is the cost? Who says so?', ['What is the cost?', 'Who says so?']],
    [
      'two in one sentence',
      "what's the report called and who's quoted?",
      ["what's the report called", "who's quoted?"],
    ],
    [
      'a list',
      '1) how many forces 2) who is quoted 3) when was it',
      ['how many forces', 'who is quoted', 'when was it'],
    ],
    [
      'an order beside a question',
      'What is the cost? Give me the quote.',
      ['What is the cost?', 'Give me the quote.'],
    ],
    ['a clause that asks nothing', 'how many and how', ['how many and how']],
    [
      'so many that they are read as one',
      'Who is it? What is it? Where is it? When is it? Why is it?',
      ['Who is it? What is it? Where is it? When is it? Why is it?'],
    ],
  ])('%s', (_, message, asks) => {
    expect(asksOf(message)).toEqual(asks);
  });
});

describe('the ways to read a question', () => {
  const readings = (message: string) => understand(message).asks.at(-1)?.readings;

  it('is one where nothing points back', () => {
    expect(readings('There is a report. What is the cost?')).toEqual(['What is the cost?']);
  });

  it('has what stood before, where the question points back to it', () => {
    expect(readings('There is a new report. Where can I get it?')).toEqual([
      'Where can I get it?',
      'Where can I get new report?',
    ]);
    expect(readings('Who is quoted and what does that say?')).toEqual([
      'what does that say?',
      'what does quoted say?',
    ]);
  });

  it('has no greeting or wish for what stood before', () => {
    expect(readings('Hello there. Where can I get it?')).toEqual(['Where can I get it?']);
    expect(readings('I hope you had a good weekend. Where can I get it?')).toEqual([
      'Where can I get it?',
    ]);
  });

  it('has the end alone, where a colon introduces the question', () => {
    expect(readings('for my story: what is the cost to Britain?')).toEqual([
      'for my story: what is the cost to Britain?',
      'what is the cost to Britain?',
    ]);
  });

  it('has what the conversation was about, where a question is short', () => {
    const going = (message: string) => understand(message, 'The night line').asks[0];
    expect(going('and its number?')?.readings).toEqual([
      'and its number?',
      'and night line number?',
    ]);
    expect(going('at night?')?.readings).toHaveLength(2);
    expect(going('what does cyber-dependent crime cost Britain each year?')?.readings).toHaveLength(
      1,
    );
  });
});

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    ...[
      'Hello, ',
      'hope you are well. ',
      'what is it? ',
      'and who ',
      'Thanks! ',
      '1) ',
      'by 5pm. ',
    ],
    ...['<@U1> ', ': ', ' - ', '\n', '… ', '“', '?', 'it ', 'i.e. ', '🙂', '\u202e', 'é'],
  );
  const messages = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
  );

  it('holds one to four questions, each with a reading, and nothing that was not said', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const { asks } = understand(message);
        expect(asks.length).toBeGreaterThanOrEqual(1);
        expect(asks.length).toBeLessThanOrEqual(4);
        for (const ask of asks) {
          expect(ask.readings[0]).toBe(ask.text);
          expect(ask.text.length).toBeLessThanOrEqual(LONGEST_QUESTION);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is understood the same in capitals', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (all) => {
        const message = all.join('');
        expect(asksOf(message.toUpperCase()).map((ask) => ask.toLowerCase())).toEqual(
          asksOf(message).map((ask) => ask.toLowerCase()),
        );
      }),
    );
  });
});
