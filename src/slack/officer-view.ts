import type { Desk } from '../application/desk/desk.ts';
import type { OfficerAct } from '../domain/enquiry.ts';
import type { ActRefusal } from '../domain/refusals.ts';
import { actProblemInWords } from '../wording/desk-refusals.ts';
import { FORM_WORDS, refusedMessage } from '../wording/form-words.ts';
import { wordsText } from '../wording/plain-text.ts';
import { messageView } from './blocks/message-view.ts';
import type { ViewArgs } from './listener.ts';

export interface OfficerSends {
  readonly enquiryId: string;
  readonly act: OfficerAct;
  /** What the officer wrote, shown again where it could not be sent. */
  readonly written: string;
  /** The block that each text which may be missing stands in; the first one stands for all else. */
  readonly blocks: { readonly text: string; readonly attribution?: string };
}

/**
 * An officer's form is sent: the desk decides, and the acknowledgement tells. Nothing that was written
 * is lost: what can be put right stays in its form, and what can't is shown to be copied.
 */
export async function sendOfficerView(
  desk: Desk,
  { ack, body, view }: ViewArgs,
  { enquiryId, act, written, blocks }: OfficerSends,
): Promise<void> {
  const by = { id: body.user.id, name: body.user.name };
  const acted = await desk.act(enquiryId, act, by, view.id);
  if (acted.ok) {
    await ack();
    return;
  }
  const words = actProblemInWords(acted.error);
  if (isMendable(acted.error)) {
    const isName = acted.error.kind === 'empty' && acted.error.field === 'attribution';
    const block = (isName ? blocks.attribution : undefined) ?? blocks.text;
    await ack({ response_action: 'errors', errors: { [block]: wordsText(words) } });
    return;
  }
  const told = messageView(FORM_WORDS.notSentTitle, refusedMessage(words, written));
  await ack({ response_action: 'update', view: told });
}

function isMendable({ kind }: ActRefusal): boolean {
  return kind === 'empty' || kind === 'not-now' || kind === 'nothing-to-change';
}
