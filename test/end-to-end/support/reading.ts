import {
  type JsonObject,
  objectAt,
  objectsAt,
  objectsIn,
  stringsIn,
  textAt,
} from '../../../local-slack/json.ts';

/** The words of the cyber release that most of these tests ask for. */
export const COST = 'It is estimated that this type of crime costs the UK £1.1 billion each year.';
export const COST_QUESTION = 'what does cyber crime cost the uk';
export const SPEAKER = 'Matt Parr';
/** One or the other, as the clock says. */
export const A_NUMBER = /020 3513 0600|07836 217729/;
/** A line that stands on the help page and nowhere else. */
export const HELP = 'What a release does not say I don’t guess';
export const HOURS = 'Hours: Monday to Friday, 8:30am to 5:00pm';
export const HEADLINE =
  'Police response to cyber-dependent crime is generally good, but it can be inconsistent, finds Inspectorate';
export const NONSENSE = 'zxqv blorf wibbleton snarkle';

/** Everything a person reads in blocks: text objects and their like, entities undone. */
export function blockWords(body: JsonObject): string {
  const texts = objectsIn(body.blocks)
    .filter(({ type }) => ['mrkdwn', 'plain_text', 'markdown', 'text'].includes(String(type)))
    .map((text) => textAt(text, 'text'));
  return undone(texts.join('\n'));
}

/** The text for notifications and screen readers, entities undone. */
export function fallbackWords(body: JsonObject): string {
  return undone(textAt(body, 'text'));
}

function undone(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A block element with the id of the block that it stands in. */
export function buttonsOf(body: JsonObject): JsonObject[] {
  return objectsAt(body, 'blocks').flatMap((block) =>
    [...objectsAt(block, 'elements'), objectAt(block, 'accessory')]
      .filter(({ type }) => type === 'button')
      .map((button) => ({ ...button, block_id: textAt(block, 'block_id') || 'b0' })),
  );
}

/** The button that says this; fails with what the others say. */
export function button(body: JsonObject, label: RegExp): JsonObject {
  const all = buttonsOf(body);
  const found = all.find((each) => label.test(textAt(each.text, 'text')));
  if (found) return found;
  const labels = all.map((each) => textAt(each.text, 'text')).join(', ');
  throw new Error(`no button ${label}, only: ${labels || 'none'}`);
}

/** True where somebody's markup would come alive, anywhere in what was sent. */
export function isAlive(body: JsonObject, markup: readonly string[]): boolean {
  return stringsIn(body).some((text) => markup.some((each) => text.includes(each)));
}

/** Every string of what was sent, one to a line. */
export function stringsOf(body: JsonObject): string {
  return stringsIn(body).join('\n');
}

/** The words on the buttons of an answer. */
export const LABELS = {
  place: /show it in its place/i,
  copy: /plain text to copy/i,
  wrong: /something wrong/i,
  share: /share/i,
} as const;

/** Questions so vague that at least one of them must bring a choice. */
export const VAGUE = [
  'which bits were good',
  'response',
  'crime',
  'police dogs',
  'what are the police dogs called',
  'what did he say',
  'the police',
  'is it good',
  'the good and the bad of it',
  'effective measures and the model',
  'what about the regions and the government',
];
