import type { Parcel } from '../../application/desk/courier.ts';
import type { Office } from '../../domain/office.ts';
import { askerMessage } from '../../wording/asker-messages.ts';
import { channelMessage } from '../../wording/desk-lists.ts';
import { deskMessage } from '../../wording/desk-messages.ts';
import { cardMessage } from '../../wording/enquiry-card.ts';
import type { EnquiryContext } from '../../wording/enquiry-words.ts';
import type { Message } from '../../wording/message.ts';
import { messageText } from '../../wording/plain-text.ts';
import { cardButtons } from '../blocks/card-buttons.ts';
import { type SlackMessage, slackMessages } from '../blocks/slack-message.ts';

/** A notice as it is sent. */
export interface Letter {
  readonly messages: readonly SlackMessage[];
  /** The same in plain words, for the trail. */
  readonly words: string;
}

/** What words depend on beside the parcel. */
export interface LetterHead {
  office(): Office;
  /** Days that an enquiry is kept; absent where it is kept until somebody asks for its removal. */
  readonly keptDays?: number;
}

/** Words a parcel as things are now; undefined where the enquiry that it is about is missing. */
export function letterFor(parcel: Parcel, head: LetterHead): Letter | undefined {
  const { notice, enquiry, at, open } = parcel;
  const office = head.office();
  if (notice.kind === 'channel') return drawn(channelMessage(notice.note, office, at, open));
  if (!enquiry) return undefined;
  const context: EnquiryContext = { enquiry, office, at };
  switch (notice.kind) {
    case 'card':
      return withButtons(drawn(cardMessage(context)), parcel);
    case 'desk':
      return drawn(deskMessage(notice.note, context));
    case 'asker': {
      const { keptDays } = head;
      return drawn(
        askerMessage(notice.note, { ...context, ...(keptDays === undefined ? {} : { keptDays }) }),
      );
    }
  }
}

function drawn(message: Message): Letter {
  return { messages: slackMessages(message), words: messageText(message) };
}

function withButtons({ messages, words }: Letter, { enquiry }: Parcel): Letter {
  const buttons = enquiry ? cardButtons(enquiry) : [];
  const last = messages.length - 1;
  return {
    words,
    messages: messages.map((message, index) =>
      index === last ? { ...message, blocks: [...message.blocks, ...buttons] } : message,
    ),
  };
}
