import type { Tried } from '../domain/enquiry.ts';
import { cutText } from './blocks/text.ts';
import { jsonFields, jsonText } from './json-text.ts';
import { BUTTON_VALUE } from './limits.ts';

/** What "Ask a press officer" brings back: what the form begins with. */
export interface AskValue {
  /** As it was asked; cut at its end where a button has no room for it. */
  readonly question: string;
  /** What the bot had said to it. */
  readonly tried: Tried;
  /** The thread that it was asked in by mention. */
  readonly askedIn?: { readonly channel: string; readonly thread: string };
}

const NOT_ASKED: Tried = { outcome: 'not-asked', titles: [] };
const OUTCOMES: readonly string[] = [
  'answered',
  'choices',
  'declined',
  'unknown',
  'greeting',
  'not-asked',
] satisfies Tried['outcome'][];

/** Titles that go along, and the room for each; the desk needs no more to know what was tried. */
const TITLES = 3;
const TITLE = 80;
/** Slack's ids and times are far shorter. */
const LONGEST_ID = 64;

/**
 * The value as a string, `{v:1, q, o, t, c, i}`, at most 2000 characters: of a longer question the
 * beginning. Written by {@link jsonText}.
 */
export function askValue({ question, tried, askedIn }: AskValue): string {
  const fields = {
    v: 1,
    o: tried.outcome,
    t: tried.titles.slice(0, TITLES).map((title) => cutText(title, TITLE)),
    ...(tried.confidence === undefined ? {} : { c: round(tried.confidence) }),
    ...(askedIn ? { i: [askedIn.channel, askedIn.thread] } : {}),
  };
  const room = BUTTON_VALUE - jsonText({ ...fields, q: '' }).length;
  return jsonText({ ...fields, q: fitting(question.trim(), room) });
}

/** Reads a value that came back; an empty form's for anything that {@link askValue} doesn't write. */
export function parseAskValue(value: unknown): AskValue {
  const fields = jsonFields(value, BUTTON_VALUE);
  if (fields?.v !== 1) return { question: '', tried: NOT_ASKED };
  const { q: question, i: place } = fields;
  const [channel, thread] = Array.isArray(place) ? place : [];
  return {
    question: typeof question === 'string' ? question : '',
    tried: triedOf(fields),
    ...(isId(channel) && isId(thread) ? { askedIn: { channel, thread } } : {}),
  };
}

function triedOf({ o: outcome, t: titles, c: confidence }: Record<string, unknown>): Tried {
  if (!isOutcome(outcome)) return NOT_ASKED;
  const given = Array.isArray(titles) ? titles : [];
  return {
    outcome,
    titles: given.filter((title) => typeof title === 'string').slice(0, TITLES),
    ...(isShare(confidence) ? { confidence } : {}),
  };
}

function isOutcome(value: unknown): value is Tried['outcome'] {
  return typeof value === 'string' && OUTCOMES.includes(value);
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_ID;
}

/** As much of the text as takes up `room` once it is written as JSON, with "…" where it is cut. */
function fitting(text: string, room: number): string {
  if (jsonText(text).length - 2 <= room) return text;
  let used = 1;
  let kept = '';
  for (const character of text) {
    used += jsonText(character).length - 2;
    if (used > room) break;
    kept += character;
  }
  return `${kept}…`;
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}
