import type { types } from '@slack/bolt';
import type { Message } from '../../wording/message.ts';
import { LABELS } from '../../wording/slack-messages.ts';
import { viewLabel } from './elements.ts';
import { viewBlocks } from './view-blocks.ts';

/** A modal that only says something: thanks, sorry, an answer that is gone. */
export function messageView(title: string, message: Message): types.ModalView {
  return {
    type: 'modal',
    title: viewLabel(title),
    close: viewLabel(LABELS.close),
    blocks: viewBlocks(message.parts),
  };
}
