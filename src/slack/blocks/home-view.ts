import type { types } from '@slack/bolt';
import type { Message } from '../../wording/message.ts';
import { viewBlocks, withinView, withoutRing } from './view-blocks.ts';

export interface HomeParts {
  readonly hours: Message;
  readonly help: Message;
  readonly topics: Message;
  /** A reporter's own enquiries, or the desk's list for an officer: first of all. */
  readonly enquiries?: Message;
  /** The button to a press officer. */
  readonly ask?: readonly types.KnownBlock[];
}

/** The home tab: enquiries, whether the office is open with the number, what can be asked and how. */
export function homeView({ hours, help, topics, enquiries, ask = [] }: HomeParts): types.HomeView {
  const first = enquiries ? withoutRing(enquiries) : [];
  const rest = viewBlocks([...withoutRing(help), ...withoutRing(topics)]);
  return {
    type: 'home',
    blocks: withinView([...viewBlocks([...first, ...hours.parts]), ...ask, ...rest]),
  };
}
