import type { types } from '@slack/bolt';
import type { Enquiry } from '../../domain/enquiry.ts';
import { DESK_LABELS } from '../../wording/desk-words.ts';
import { DESK_ACTION_IDS } from '../action-ids.ts';
import { button } from './elements.ts';

type CardButton = keyof typeof DESK_ACTION_IDS & keyof typeof DESK_LABELS;

/** What officers can do to an enquiry in its state, as the last block of its card. */
export function cardButtons(
  enquiry: Pick<Enquiry, 'id' | 'status' | 'urgent'>,
): types.ActionsBlock[] {
  const elements = buttonsFor(enquiry).map((name) =>
    button(labelOf(name, enquiry), DESK_ACTION_IDS[name], enquiry.id),
  );
  return [{ type: 'actions', block_id: 'card', elements }];
}

function buttonsFor({ status, urgent }: Pick<Enquiry, 'status' | 'urgent'>): CardButton[] {
  switch (status) {
    case 'open':
      return ['take', 'answer', urgent ? 'notUrgent' : 'urgent', 'notForUs', 'close'];
    case 'taken':
      return ['giveBack', 'answer', urgent ? 'notUrgent' : 'urgent', 'notForUs', 'close'];
    case 'answered':
      return ['answer', 'reopen'];
    case 'not-for-us':
    case 'closed':
      return ['reopen'];
  }
}

/** What is answered already can only be corrected: the same form, with the old words in it. */
function labelOf(name: CardButton, { status }: Pick<Enquiry, 'status'>): string {
  return name === 'answer' && status === 'answered' ? DESK_LABELS.correct : DESK_LABELS[name];
}
