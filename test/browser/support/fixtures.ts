import type {
  Block,
  KnowledgePage,
  Message,
  Snapshot,
  View,
  Why,
} from '../../../playground/protocol.ts';

/** Made-up things of a made-up Slack; a test names only what it is about. */

const FIVE_PAST_FIVE = Date.UTC(2026, 11, 4, 17, 5);
export const BOT = { id: 'U0BOT', name: 'hmicfrs' };
export const ROBIN = { id: 'U0ROBIN', name: 'Robin Ferrow', role: 'Reporter, Daily Example' };
const ASHA = { id: 'U0ASHA', name: 'Asha Lindqvale', role: 'Press officer' };

let order = 0;

/** A message of the bot in #newsroom unless said otherwise. */
export function aMessage(over: Partial<Message> = {}): Message {
  order += 1;
  return {
    channel: 'C0NEWS',
    ts: `${FIVE_PAST_FIVE / 1000 + order}.000100`,
    author: { ...BOT, isBot: true },
    text: 'Ten widgets were counted.',
    blocks: [],
    ephemeral: false,
    edited: false,
    order,
    hasWhy: false,
    ...over,
  };
}

export function aTyped(text: string, over: Partial<Message> = {}): Message {
  return aMessage({ text, author: { ...ROBIN, isBot: false }, ...over });
}

export function aSnapshot(over: Partial<Snapshot> = {}): Snapshot {
  return {
    instance: 'first',
    me: ROBIN.id,
    bot: BOT,
    people: [ROBIN, ASHA],
    channels: [
      { id: 'C0NEWS', name: 'newsroom', kind: 'public', hasBot: true },
      { id: 'D0BOT', name: 'hmicfrs', kind: 'im', hasBot: true },
    ],
    commands: [{ name: '/hmicfrs', hint: 'widgets | hours', description: 'Ask about a release' }],
    shortcuts: [{ callbackId: 'look', label: 'Look it up' }],
    transport: 'http',
    messages: [],
    views: [],
    home: null,
    clock: {
      setTo: null,
      words: 'Friday 4 December 2026, 5:05pm',
      cases: [{ id: 'friday', label: 'Friday 17:05', at: FIVE_PAST_FIVE }],
    },
    faults: [{ id: 'slow', label: 'Slack is slow', on: false }],
    knowledge: { version: 'abc123', problems: [] },
    ...over,
  };
}

export function aView(blocks: readonly Block[], over: Partial<View> = {}): View {
  return {
    id: 'V1',
    type: 'modal',
    callbackId: 'made_up',
    title: 'A window',
    close: 'Cancel',
    blocks,
    ...over,
  };
}

export function plain(text: string): Block {
  return { type: 'plain_text', text };
}

export function mrkdwn(text: string, verbatim = false): Block {
  return { type: 'mrkdwn', text, verbatim };
}

export function aButton(label: string, over: Readonly<Record<string, unknown>> = {}): Block {
  return { type: 'button', action_id: 'press', value: 'pressed', text: plain(label), ...over };
}

export function anOption(label: string): Readonly<Record<string, unknown>> {
  return { text: plain(label), value: label.toLowerCase() };
}

const PARAGRAPHS = [
  {
    label: 'paragraph 1',
    stretches: [
      { text: 'Once, widgets were rare. ', marked: false, entries: [] },
      { text: 'Ten widgets were counted.', marked: true, entries: ['widgets', 'count'] },
      { text: ' ', marked: true, entries: ['count'] },
    ],
  },
];

export function aWhy(): Why {
  return {
    questions: [
      {
        asked: 'how many widgets',
        understood: ['Asked for a number.'],
        candidates: [{ title: 'Widgets', key: 'made-up/widgets', score: 0.93, kind: 'entry' }],
        evidence: ['“widgets” is named in it.'],
        confidence: 0.91,
        verdict: '91% sure, over the bar of 80%: answered.',
        place: { release: 'A made-up release', paragraphs: PARAGRAPHS },
      },
    ],
    exchanges: [
      {
        way: 'to the bot',
        what: 'app_mention',
        at: FIVE_PAST_FIVE,
        payload: { type: 'event_callback' },
        answer: { status: 200 },
      },
    ],
  };
}

const WORDINGS = ['how many', 'number', 'count', 'sum', 'total', 'tally', 'amount'].map(
  (word) => `${word} of widgets`,
);

export function aKnowledgePage(): KnowledgePage {
  const entry = {
    kind: 'finding',
    status: 'live',
    use: 'proactive',
    owner: 'press-office',
    reviewBy: '2027-03-31',
    passages: [{ text: 'Ten widgets were counted.', place: 'paragraph 1' }],
  };
  return {
    problems: [],
    releases: [
      {
        id: 'made-up',
        title: 'A made-up release',
        text: PARAGRAPHS,
        entries: [
          { ...entry, id: 'widgets', title: 'How many widgets', examples: WORDINGS },
          { ...entry, id: 'count', title: 'The count', status: 'draft', examples: [] },
        ],
        unused: ['Once, widgets were rare.'],
      },
    ],
  };
}
