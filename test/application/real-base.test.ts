import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { POLICY } from '../../src/domain/policy.ts';
import { withMarks } from '../../src/domain/quotation.ts';
import { mayOffer, mayServe, REPORTERS } from '../../src/domain/release.ts';
import { entriesOf, type Part, type Reply, releaseAnswers } from '../../src/domain/reply.ts';
import { cleaned } from '../../src/matching/text.ts';
import { understand } from '../../src/matching/understanding.ts';
import { hoursMessage, topicsMessage } from '../../src/wording/other-messages.ts';
import { messageText } from '../../src/wording/plain-text.ts';
import { replyMessage, speakerInWords } from '../../src/wording/reply-message.ts';
import {
  endingsOf,
  goldenQuestions,
  OPEN,
  pressOfficeWith,
  realKnowledge,
  SHUT,
  sampleOf,
} from './real-base.ts';

const { base, office } = realKnowledge();
const pressOffice = pressOfficeWith(base, office);
const QUESTIONS = [...goldenQuestions('questions'), ...goldenQuestions('calibration')].map(
  (question) => question.text,
);
const REPLIES: readonly Reply[] = QUESTIONS.map((question) => pressOffice.ask(question));
const RELEASE_FOLDER = 'knowledge/releases/2019-10-24-cyber-keep-the-light-on';

const BEFORE = new Map(REPLIES.map((reply) => [reply.question, endingsOf(reply)]));

/** The questions that come out otherwise once they are put in another way. */
function changedBy(
  questions: readonly string[],
  otherwise: (question: string) => string,
): [string, ...string[]][] {
  return questions.flatMap((question): [string, ...string[]][] => {
    const before = BEFORE.get(question) ?? [];
    const after = endingsOf(pressOffice.ask(otherwise(question)));
    return before.join() === after.join() ? [] : [[otherwise(question), ...before, '→', ...after]];
  });
}

describe('a greeting in front of a question', { timeout: 60_000 }, () => {
  // A greeting before a greeting, or before nothing, is a greeting.
  const asking = QUESTIONS.filter((_, at) => REPLIES[at]?.parts[0].kind !== 'greeting');

  it.each([
    'Good morning all, hope you are well. ',
    'Hi there! ',
    'Hello, ',
    'Morning team, ',
    'Good evening - ',
    'Hi Jo, ',
    'Hi, how are you? ',
    'Hello all. I hope you had a good weekend. ',
    'Dear press office,\n\nI hope this finds you well.\n\n',
    'Hiya, sorry to bother you. ',
  ])('changes nothing: %j', (greeting) => {
    const some = sampleOf(asking, 8, greeting.length);
    expect(some.length).toBeGreaterThan(150);
    expect(changedBy(some, (question) => greeting + question)).toEqual([]);
  });
});

describe('the same question, written otherwise,', { timeout: 60_000 }, () => {
  const swapped = (text: string) =>
    [...text]
      .map((letter) =>
        letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
      )
      .join('');
  // A mention keeps its case: Slack writes it, not a person.
  const outsideMentions = (text: string, change: (words: string) => string) =>
    text
      .split(/(<@\w+>)/)
      .map((piece) => (piece.startsWith('<@') ? piece : change(piece)))
      .join('');

  it.each<[string, (question: string) => string]>([
    ['in capitals', (text) => outsideMentions(text, (words) => words.toUpperCase())],
    ['in small letters', (text) => outsideMentions(text, (words) => words.toLowerCase())],
    ['with the case swapped', (text) => outsideMentions(text, swapped)],
    ['with curly quotes', (text) => text.replaceAll("'", '’').replace(/"([^"]*)"/g, '“$1”')],
    ['with double spaces', (text) => text.replaceAll(' ', '  ')],
    ['with spaces that don’t break', (text) => text.replaceAll(' ', '\u00a0')],
    ['with spaces and line ends around it', (text) => `\n  ${text} \n\n\t`],
    ['with a mark of no width in it', (text) => text.replace(/(?<=\w)(?=\w)/, '\u200b')],
    ['from right to left', (text) => `\u202e${text}\u202c`],
  ])('%s, comes to the same', (what, otherwise) => {
    const some = sampleOf(QUESTIONS, 8, what.length);
    expect(some.some((question) => otherwise(question) !== question)).toBe(true);
    expect(changedBy(some, otherwise)).toEqual([]);
  });
});

/** Names that no base has, and that no slip of the pen turns into a word of one. */
const STRANGERS = ['Zxqvbury', 'Wokthrum', 'Ghrentholm', 'Vrabeck Kholmrath'];
const PLACES: Readonly<Record<string, (question: string, stranger: string) => string>> = {
  'at the start': (question, stranger) => `${stranger} ${question}`,
  'in the middle': (question, stranger) => {
    const words = question.split(' ');
    const half = words.length >> 1;
    return [...words.slice(0, half), stranger, ...words.slice(half)].join(' ');
  },
  'at the end': (question, stranger) => question.replace(/[\s?.!]*$/, ` ${stranger}$&`),
};

describe('a strange name put into a question', { timeout: 60_000 }, () => {
  /** One question of which nothing is taken off, so that the name stands in what is read. */
  const isBare = (question: string) => {
    const { asks } = understand(question);
    return asks.length === 1 && asks[0]?.text === cleaned(question);
  };
  const known = base.releases
    .flatMap((release) => [...release.entries, ...release.declined])
    .flatMap((thing) => thing.questions)
    .filter(isBare);
  const strangerFor = (question: string) => STRANGERS[question.length % STRANGERS.length] ?? '';

  it.each(Object.entries(PLACES))('%s never makes it surer', (place, put) => {
    const asked = [
      ...sampleOf(known, 6, place.length),
      ...sampleOf(QUESTIONS.filter(isBare), 2, place.length),
    ];
    const raised = asked.flatMap((question) => {
      if (!isBare(put(question, strangerFor(question)))) return [];
      const [before] = pressOffice.ask(question).parts;
      const [after] = pressOffice.ask(put(question, strangerFor(question))).parts;
      return after.confidence <= before.confidence + 1e-9
        ? []
        : [[question, before.confidence, after.confidence]];
    });
    expect(raised).toEqual([]);
  });

  it('makes many questions less sure, so that the above is put to the test', () => {
    const sure = (text: string) => pressOffice.ask(text).parts[0].confidence;
    const some = sampleOf(known, 40);
    const lowered = some.filter((text) => sure(`${text} Zxqvbury`) < sure(text));
    expect(lowered.length).toBeGreaterThan(some.length / 4);
  });
});

describe('every reply', { timeout: 60_000 }, () => {
  const parts = REPLIES.flatMap((reply) => reply.parts);
  const partsOf = <K extends Part['kind']>(kind: K) =>
    parts.filter((part): part is Extract<Part, { kind: K }> => part.kind === kind);
  const texts = REPLIES.map((reply) => messageText(replyMessage(reply, office)));

  it('is one of five, and each of the five comes up', () => {
    for (const kind of ['answered', 'choices', 'declined', 'unknown', 'greeting'] as const)
      expect([kind, partsOf(kind).length > 10]).toEqual([kind, true]);
  });

  it('answers from the bars on, and nothing below either', () => {
    for (const { match, part } of QUESTIONS.flatMap((question) => pressOffice.explain(question))) {
      const [first] = match.findings.entries;
      const best = first?.score ?? Number.NEGATIVE_INFINITY;
      const next = match.findings.entries.find(({ words }) => words !== first?.words);
      const { contentWords } = match.findings;
      const bar = contentWords === 1 ? POLICY.answerAheadBrief : POLICY.answerAhead;
      const isAhead = contentWords > 0 && best - (next?.score ?? Number.NEGATIVE_INFINITY) >= bar;
      const isSure = part.confidence >= POLICY.answerAt && best >= POLICY.answerScore && isAhead;
      expect(part.confidence).toBeGreaterThanOrEqual(0);
      expect(part.confidence).toBeLessThanOrEqual(1);
      if (part.kind !== 'greeting')
        expect([part.asked, part.kind === 'answered']).toEqual([part.asked, isSure]);
    }
  });

  it('offers one to three entries of different words, all of them fit to be offered', () => {
    for (const { choices, confidence } of partsOf('choices')) {
      const words = choices.map(({ entry }) => entry.passages.map(({ text }) => text).join('\n'));
      expect(choices.length).toBeGreaterThanOrEqual(1);
      expect(choices.length).toBeLessThanOrEqual(3);
      expect(new Set(words).size).toBe(words.length);
      expect(choices.every(({ entry }) => mayOffer(entry) && mayServe(entry, REPORTERS))).toBe(
        true,
      );
      expect(confidence).toBeGreaterThanOrEqual(POLICY.offerAt);
    }
  });

  it('gives passages that stand in release.txt character for character, and shows them whole', () => {
    const text = readFileSync(`${RELEASE_FOLDER}/release.txt`, 'utf8');
    let shown = 0;
    REPLIES.forEach((reply, at) => {
      for (const entry of releaseAnswers(reply).flatMap(entriesOf)) {
        const marked = withMarks(entry.passages);
        entry.passages.forEach((passage, index) => {
          expect(text.slice(passage.start, passage.end)).toBe(passage.text);
          const said = (texts[at] ?? '').replaceAll(' [sic]', '');
          expect(said).toContain(marked[index]);
          shown += 1;
        });
      }
    });
    expect(shown).toBeGreaterThan(700);
  });

  it('names the speaker wherever somebody is quoted', () => {
    let quoted = 0;
    REPLIES.forEach((reply, at) => {
      for (const entry of releaseAnswers(reply).flatMap(entriesOf)) {
        if (!entry.passages.some((passage) => passage.spoken)) continue;
        expect(entry.speaker, entry.id).toBeDefined();
        expect(texts[at]).toContain(entry.speaker && speakerInWords(entry.speaker));
        quoted += 1;
      }
    });
    expect(quoted).toBeGreaterThan(80);
  });

  it('declines in approved words alone, and says whom to ask', () => {
    REPLIES.forEach((reply, at) => {
      for (const part of reply.parts) {
        if (part.kind !== 'declined') continue;
        expect(texts[at]).toContain(part.topic.say);
        expect(texts[at]).toContain('press officer can say more');
      }
    });
  });

  it('has the number for that minute', () => {
    for (const text of texts) expect(text).toContain('To ring now: 020 3513 0600');
    const shut = pressOffice.ask('cost to the uk', SHUT);
    expect(messageText(replyMessage(shut, office))).toContain('To ring now: 07836 217729');
  });

  it('keeps the unconfirmed date to itself, and so do topics and hours', () => {
    const others = [
      messageText(topicsMessage(pressOffice.topics(), office, pressOffice.hours(), OPEN)),
      messageText(hoursMessage(office, pressOffice.hours(), OPEN)),
    ];
    const date = /\b24(?:th)?(?: of)? Oct|\bOct(?:ober)? 24|2019-10-24|24[./-]10[./-](?:20)?19/i;
    for (const text of [...texts, ...others]) expect(text).not.toMatch(date);
    for (const question of ['when was this published', 'date of the release', 'was it 24 October?'])
      expect(endingsOf(pressOffice.ask(question)).join()).not.toMatch(/^answered/);
  });
});

describe('when the office is shut', { timeout: 60_000 }, () => {
  it('gives the out-of-hours line beside the office’s own, and else answers the same', () => {
    const contact = releaseAnswers(pressOffice.ask('press office telephone number', SHUT))[0];
    const open = releaseAnswers(pressOffice.ask('press office telephone number', OPEN))[0];
    expect(open?.also).toEqual([]);
    expect(contact?.entry.id).toBe(open?.entry.id);
    expect(contact?.also.map((entry) => entry.id)).toEqual([contact?.entry.whenShut]);
    expect(contact?.also[0]?.passages[0]?.text).toContain('07836 217729');
    for (const question of sampleOf(QUESTIONS, 30))
      expect(endingsOf(pressOffice.ask(question, SHUT))).toEqual(
        endingsOf(pressOffice.ask(question, OPEN)),
      );
  });
});
