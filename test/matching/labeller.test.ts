import { describe, expect, it } from 'vitest';
import { createLabeller, type LabelledText, matthews } from '../../src/matching/labeller.ts';

type Pair = readonly [string | null, string | null];
const times = (count: number, pair: Pair): Pair[] => Array.from({ length: count }, () => pair);

describe('matthews', () => {
  it('is the old formula for two labels', () => {
    // 6 right and 2 wrong of "a", 5 right and 3 wrong of "b": (6·5 − 3·2) / √(9·8·7·8).
    const pairs = [
      ...times(6, ['a', 'a']),
      ...times(2, ['a', 'b']),
      ...times(5, ['b', 'b']),
      ...times(3, ['b', 'a']),
    ];
    expect(matthews(pairs)).toBeCloseTo(24 / Math.sqrt(9 * 8 * 7 * 8), 12);
  });

  it('is Gorodkin’s for three labels, "none" as one of them', () => {
    // wanted a 3, b 2, none 2; given a 2, b 3, none 2; right 5 of 7:
    // (5·7 − (3·2 + 2·3 + 2·2)) / √((49 − 17)(49 − 17)).
    const pairs: Pair[] = [
      ['a', 'a'],
      ['a', 'a'],
      ['a', 'b'],
      ['b', 'b'],
      ['b', null],
      [null, null],
      [null, 'b'],
    ];
    const right = 4;
    expect(matthews(pairs)).toBeCloseTo((right * 7 - (3 * 2 + 2 * 3 + 2 * 2)) / 32, 12);
  });

  it.each<[string, Pair[], number]>([
    [
      'all right',
      [
        ['a', 'a'],
        ['b', 'b'],
        [null, null],
      ],
      1,
    ],
    [
      'two labels swapped',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      -1,
    ],
    [
      'three labels turned round',
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
      -0.5,
    ],
    [
      'always the same',
      [
        ['a', 'a'],
        ['b', 'a'],
      ],
      0,
    ],
    ['one label alone', [['a', 'a']], 0],
    [
      'chance',
      [
        ['a', 'a'],
        ['a', 'b'],
        ['b', 'a'],
        ['b', 'b'],
      ],
      0,
    ],
    ['nothing', [], 0],
  ])('%s: %#', (_, pairs, value) => {
    expect(matthews(pairs)).toBeCloseTo(value, 12);
  });
});

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  delivery: [
    'where is my parcel',
    'when will my parcel come',
    'track the parcel',
    'parcel is late',
  ],
  refund: ['I want my money back', 'refund please', 'how do I get a refund', 'money returned'],
  password: ['forgot my password', 'reset the password', 'password does not work', 'new password'],
  address: ['change my address', 'I have moved house', 'new postal address', 'update the address'],
  opening: [
    'when do you open',
    'opening hours of the shop',
    'are you open on Sunday',
    'shop hours',
  ],
};
const EXAMPLES: LabelledText[] = Object.entries(TEXTS).flatMap(([label, texts]) =>
  texts.map((text) => ({ text, label })),
);
const BACKGROUND = [
  'what is for lunch',
  'tell me a joke',
  'who won the match',
  'capital of Mongolia',
  'play some music',
];
const labellerOf = (examples: readonly LabelledText[]) =>
  createLabeller({ examples, background: BACKGROUND, vocabulary: [] });

describe('a labeller', () => {
  const labeller = labellerOf(EXAMPLES);

  it.each(EXAMPLES)('knows its own example “$text”', ({ text, label }) => {
    const { best, confidence } = labeller.label(text);
    expect(best).toBe(label);
    expect(confidence).toBeGreaterThan(0.5);
  });

  it.each([
    ['has my parcel been sent', 'delivery'],
    ['can I have a refund', 'refund'],
    ['pasword reset', 'password'],
    ['my address has changed', 'address'],
  ])('gives “%s” the label %s', (text, label) => {
    expect(labeller.label(text).best).toBe(label);
  });

  it.each([...BACKGROUND, 'zxqv wkrth', 'faint o’r gloch yw hi', '🙂', 'x', '', '???'])(
    'gives “%s” none, and says which would be likeliest',
    (text) => {
      const { label, best, confidence } = labeller.label(text);
      expect(label).toBeNull();
      expect(Object.keys(TEXTS)).toContain(best);
      expect(confidence).toBeLessThan(0.5);
    },
  );

  it('gives the label from one half on, and only then', () => {
    const words = [...new Set(EXAMPLES.flatMap(({ text }) => text.split(' ')))];
    const pairs = words.flatMap((word) => words.map((other) => `${word} ${other}`));
    for (const text of [...BACKGROUND, ...EXAMPLES.map((each) => each.text), ...pairs]) {
      const { label, best, confidence } = labeller.label(text);
      expect(label).toBe(confidence >= 0.5 ? best : null);
    }
  });

  it('learns what to leave alone from examples without a label', () => {
    const text = 'where is my spaceship';
    const taught = labellerOf([...EXAMPLES, { text, label: null }]);
    expect(taught.label(text).confidence).toBeLessThan(labeller.label(text).confidence / 2);
    expect(taught.label('where is my parcel').label).toBe('delivery');
  });

  it('says the same whenever it is made and asked', () => {
    const again = labellerOf(EXAMPLES);
    for (const text of ['parcel', 'where is my money', 'zxqv', 'open'])
      expect([again.label(text), labeller.label(text)]).toEqual([
        labeller.label(text),
        labeller.label(text),
      ]);
  });

  it('says the same for the same data under other names', () => {
    const renamed = labellerOf(EXAMPLES.map(({ text, label }) => ({ text, label: `${label}!` })));
    const { best, confidence } = renamed.label('has my parcel been sent');
    expect({ best, confidence }).toEqual({
      best: 'delivery!',
      confidence: labeller.label('has my parcel been sent').confidence,
    });
  });
});

describe('thin data', () => {
  it('of no example gives no label to anything', () => {
    expect(labellerOf([]).label('where is my parcel')).toEqual({
      label: null,
      best: null,
      confidence: 0,
    });
  });

  it('of examples without a label gives none', () => {
    const labeller = labellerOf([{ text: 'where is my parcel', label: null }]);
    expect(labeller.label('where is my parcel')).toEqual({
      label: null,
      best: null,
      confidence: 0,
    });
  });

  it('of one example for a label knows that one', () => {
    const labeller = labellerOf([...EXAMPLES, { text: 'gift card', label: 'gift' }]);
    expect(labeller.label('gift card')).toMatchObject({ label: 'gift', best: 'gift' });
    expect(labeller.label('where is my parcel').best).toBe('delivery');
  });

  it('of one example in all knows that, and not all else', () => {
    const labeller = labellerOf([{ text: 'where is my parcel', label: 'delivery' }]);
    expect(labeller.label('where is my parcel').label).toBe('delivery');
    expect(labeller.label('capital of Mongolia').label).toBeNull();
  });

  it('of one wording under two labels gives one of them, always the same', () => {
    const twice = [...EXAMPLES, { text: 'where is my parcel', label: 'refund' }];
    const given = [1, 2, 3].map(() => labellerOf(twice).label('where is my parcel').best);
    expect(['delivery', 'refund']).toContain(given[0]);
    expect(new Set(given).size).toBe(1);
  });

  it('of nothing but one wording under two labels is not sure, and throws nothing', () => {
    const labeller = labellerOf([
      { text: 'parcel', label: 'a' },
      { text: 'parcel', label: 'b' },
    ]);
    expect(['a', 'b']).toContain(labeller.label('parcel').best);
    expect(labeller.label('parcel').confidence).not.toBeNaN();
  });

  it('with an empty example throws nothing and gives an empty text no label', () => {
    const labeller = labellerOf([...EXAMPLES, { text: '', label: 'empty' }]);
    expect(labeller.label('').label).toBeNull();
    expect(labeller.label('where is my parcel').best).toBe('delivery');
  });
});
