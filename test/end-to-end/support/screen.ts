import {
  type JsonObject,
  objectAt,
  objectsAt,
  stringsIn,
  textAt,
} from '../../../local-slack/json.ts';
import type { LocalSlack } from '../../../local-slack/local-slack.ts';
import type { Message, Outcome, Values, View } from '../../../local-slack/model.ts';
import { blockWords, button, buttonsOf } from './reading.ts';
import { until } from './until.ts';

/** One person before their screen: what they see, and what they do with it, by its words alone. */
export interface Screen {
  /** Slack user id. */
  readonly id: string;
  /** Their conversation with the bot. */
  readonly direct: string;
  /** Everything in a channel that this person sees now, oldest first. */
  messages(channel: string): readonly Message[];
  /** Waits for a message whose words fit; the newest of several. */
  sees(channel: string, words: RegExp): Promise<Message>;
  /** Waits for a modal in front whose words fit. */
  modal(words?: RegExp): Promise<View>;
  /** Presses a button under a message, as it stands now. */
  press(message: Message, label: RegExp): Promise<Outcome>;
  /** Fills in fields of the modal in front, by label, and sends it off. */
  submit(fields?: Fields): Promise<Outcome>;
  /** Enter in a text field of the modal in front, after these words. */
  enter(label: string, words: string): Promise<Outcome>;
  command(channel: string, text: string): Promise<Outcome>;
  /** `thread` is the message that it is written under. */
  say(channel: string, text: string, thread?: Message): Promise<Outcome>;
  /** A shortcut on a message, by its name. */
  shortcut(name: string, message: Pick<Message, 'channel' | 'ts'>): Promise<Outcome>;
  home(): Promise<View>;
}

/** A text to type, or the label of what is to be chosen. Labels fit by their beginning. */
export type Fields = Readonly<Record<string, string>>;

export function screenOf(slack: LocalSlack, id: string): Screen {
  const { workspace, people } = slack;
  const direct = workspace.directMessage(id).id;
  const messages = (channel: string): readonly Message[] => workspace.messages.seenBy(id, channel);
  const front = (): View => {
    const view = workspace.views.of(id).at(-1);
    if (!view) throw new Error('no modal is open');
    return view;
  };
  return {
    id,
    direct,
    messages,
    sees: (channel, words) =>
      orElse(
        () => messages(channel).map(wordsOf).join('\n---\n'),
        until(`a message with ${words}`, () => messages(channel).findLast(fitting(words)), WAIT_MS),
      ),
    modal: (words = /./) =>
      orElse(
        () => workspace.views.of(id).map(viewWords).join('\n---\n'),
        until(
          `a modal with ${words}`,
          () => {
            const view = workspace.views.of(id).at(-1);
            return view && words.test(viewWords(view)) ? view : undefined;
          },
          WAIT_MS,
        ),
      ),
    press: ({ channel, ts }, label) => {
      const now = messages(channel).find((each) => each.ts === ts);
      const { action_id = '', block_id = '' } = button({ blocks: now?.blocks ?? [] }, label);
      return people.use(id, { kind: 'message', channel, ts }, { action_id, block_id });
    },
    submit: (fields = {}) => people.submit(id, front().id, filledIn(front(), fields)),
    enter: (label, value) => {
      const view = front();
      const { blockId, element } = fieldOf(view, label);
      const action = { action_id: textAt(element, 'action_id'), block_id: blockId, value };
      return people.use(
        id,
        { kind: 'view', viewId: view.id },
        action,
        filledIn(view, { [label]: value }),
      );
    },
    command: (channel, text) => people.command(id, channel, '/hmicfrs', text),
    say: (channel, text, thread) => {
      const threadTs = thread ? { threadTs: thread.threadTs ?? thread.ts } : {};
      return people.say(id, channel, text, threadTs).outcome;
    },
    shortcut: (name, { channel, ts }) => {
      const known = slack.manifest.shortcuts.find(({ label }) => label === name);
      if (!known) throw new Error(`the manifest has no shortcut “${name}”`);
      return people.shortcut(id, known.callbackId, channel, ts);
    },
    async home() {
      const before = workspace.views.home(id);
      await people.openHome(id);
      return until(
        'the home tab',
        () => {
          const view = workspace.views.home(id);
          return view && view.hash !== before?.hash ? view : undefined;
        },
        WAIT_MS,
      );
    },
  };
}

/** Longer than anything takes on a busy machine. */
const WAIT_MS = 30_000;

/** The words of a message as a person reads them. */
export function wordsOf({ blocks, text }: Pick<Message, 'blocks' | 'text'>): string {
  return blocks.length > 0 ? blockWords({ blocks }) : text;
}

/** The words of a modal or a home tab, labels and what stands in its fields included. */
export function viewWords(view: View): string {
  const title = textAt(view.title, 'text');
  const values = stringsIn(objectAt(view, 'state'));
  return [title, blockWords(view), ...values].join('\n');
}

/** What stands on the buttons of a message now. */
export function labelsOf({ blocks }: Pick<Message, 'blocks'>): string[] {
  return buttonsOf({ blocks }).map((each) => textAt(each.text, 'text'));
}

/** What a field of a modal holds before anybody touches it, by the beginning of its label. */
export function initialOf(view: View, label: string): string {
  return textAt(fieldOf(view, label).element, 'initial_value');
}

/** The labels of a modal's fields, in their order. */
export function fieldLabels(view: View): string[] {
  return inputsOf(view).map((block) => textAt(block.label, 'text'));
}

/** What the app found wrong, by the label of the field. */
export function problemsOf(view: View, { errors = {} }: Outcome): Record<string, string> {
  const labels = new Map(
    inputsOf(view).map((block) => [textAt(block, 'block_id'), textAt(block.label, 'text')]),
  );
  return Object.fromEntries(
    Object.entries(errors).map(([id, says]) => [labels.get(id) ?? id, says]),
  );
}

function fitting(words: RegExp): (message: Message) => boolean {
  return (message) => words.test(wordsOf(message));
}

/** Says what was seen instead, where the waiting was in vain. */
async function orElse<T>(instead: () => string, wait: Promise<T>): Promise<T> {
  try {
    return await wait;
  } catch (error) {
    throw new Error(`${String(error)}\nSeen instead:\n${instead()}`, { cause: error });
  }
}

function inputsOf(view: View): readonly JsonObject[] {
  return objectsAt(view, 'blocks').filter(({ type }) => type === 'input');
}

function fieldOf(view: View, label: string): { blockId: string; element: JsonObject } {
  const block = inputsOf(view).find((each) => textAt(each.label, 'text').startsWith(label));
  if (!block) throw new Error(`no field “${label}”, only: ${fieldLabels(view).join(', ')}`);
  return { blockId: textAt(block, 'block_id'), element: objectAt(block, 'element') };
}

function filledIn(view: View, fields: Fields): Values {
  return Object.fromEntries(
    Object.entries(fields).map(([label, words]) => {
      const { blockId, element } = fieldOf(view, label);
      return [blockId, { [textAt(element, 'action_id')]: heldBy(element, words) }];
    }),
  );
}

function heldBy(element: JsonObject, words: string): JsonObject {
  const type = textAt(element, 'type');
  if (type.endsWith('_input')) return { type, value: words };
  const options = objectsAt(element, 'options');
  const chosen = options.find((option) => textAt(option.text, 'text').startsWith(words));
  if (!chosen) {
    const labels = options.map((option) => textAt(option.text, 'text')).join(', ');
    throw new Error(`no choice “${words}”, only: ${labels}`);
  }
  return type === 'checkboxes'
    ? { type, selected_options: [chosen] }
    : { type, selected_option: chosen };
}
