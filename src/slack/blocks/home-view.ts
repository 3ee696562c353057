import type { types } from '@slack/bolt';
import type { Message } from '../../wording/message.ts';
import { viewBlocks, withoutRing } from './view-blocks.ts';

/** The home tab: open or shut now with the number, then what can be asked and how. */
export function homeView(hours: Message, help: Message, topics: Message): types.HomeView {
  return {
    type: 'home',
    blocks: viewBlocks([...hours.parts, ...withoutRing(help), ...withoutRing(topics)]),
  };
}
