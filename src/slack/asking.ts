import type { Tried } from '../domain/enquiry.ts';
import { mainPart, type Part, type Reply } from '../domain/reply.ts';
import { DESK_ACTION_IDS } from './action-ids.ts';
import { type AskValue, parseAskValue } from './ask-value.ts';
import { askButton } from './blocks/ask-button.ts';
import type { MessageOptions } from './blocks/slack-message.ts';
import type { SlackDeps } from './listener.ts';

/** Where the bot was asked nothing, or didn't answer. */
export const NOT_TRIED: Tried = { outcome: 'not-asked', titles: [] };

/** "Ask a press officer" below a message, wherever there is a desk to ask. */
export function withAsk(
  { desk }: Pick<SlackDeps, 'desk'>,
  value: Partial<AskValue> = {},
): Pick<MessageOptions, 'after'> {
  if (!desk) return {};
  const elements = [askButton({ question: '', tried: NOT_TRIED, ...value })];
  return { after: [{ type: 'actions', block_id: 'ask', elements }] };
}

/** What the bot had said, for the desk to see. */
export function triedOf(reply: Reply): Tried {
  const part = mainPart(reply);
  return { outcome: part.kind, titles: titlesOf(part), confidence: part.confidence };
}

/** What the ask button of a message carries, so that what takes the message's place can have it too. */
export function askIn(message: unknown): AskValue | undefined {
  const { blocks } = (message ?? {}) as { readonly blocks?: unknown };
  const elements = (Array.isArray(blocks) ? blocks : []).flatMap(
    (block: { readonly elements?: unknown }) =>
      Array.isArray(block.elements) ? block.elements : [],
  );
  const button = elements.find(
    (element: { readonly action_id?: unknown }) => element.action_id === DESK_ACTION_IDS.ask,
  );
  return button ? parseAskValue(button.value) : undefined;
}

function titlesOf(part: Part): string[] {
  switch (part.kind) {
    case 'answered':
      return part.answer.from === 'release' ? [part.answer.entry.title] : [];
    case 'choices':
      return part.choices.map(({ entry }) => entry.title);
    case 'declined':
      return [part.topic.title];
    default:
      return [];
  }
}
