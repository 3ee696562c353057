import type { Message, View } from '../../../../local-slack/model.ts';
import type { DeskBot } from '../../support/desk-bot.ts';
import { button } from '../../support/reading.ts';
import { type Fields, type Screen, viewWords } from '../../support/screen.ts';

export const ASK = /^Ask a press officer$/;
export const REFERENCE = /[A-Z0-9]{3}-[A-Z0-9]{3}/;

/** A question that no release answers. */
export const UNANSWERED = 'who painted the zebra crossing outside the town hall';

/** A form that is right, with what a test changes in it. */
export const FORM: Fields = { Outlet: 'Zebra Gazette', Deadline: 'tomorrow noon' };

/** Fills in the form, which is open or opening, and gives the reference that its receipt shows. */
export async function handOver(by: Screen, fields: Fields = {}): Promise<string> {
  await by.modal(/Outlet[\s\S]*Deadline[\s\S]*Question/);
  const outcome = await by.submit({ ...FORM, ...fields });
  if (!outcome.acked || outcome.errors) throw new Error(`not taken: ${JSON.stringify(outcome)}`);
  const words = viewWords(await by.modal(/Please give this reference/));
  return REFERENCE.exec(words)?.[0] ?? '';
}

/** A reporter with an enquiry at the desk, and its card as the desk sees it. */
export async function enquiry(
  { reporter, newsroom, desk, asha }: DeskBot,
  fields: Fields = {},
): Promise<{ readonly robin: Screen; readonly reference: string; readonly card: Message }> {
  const robin = reporter();
  await robin.command(newsroom, `ask "${UNANSWERED}"`);
  const reference = await handOver(robin, fields);
  const card = await asha.sees(desk, cardOf(reference));
  return { robin, reference, card };
}

/** A card, and none of the notes under it. */
export function cardOf(reference: string, more = ''): RegExp {
  return new RegExp(`^(?:Urgent: e|E)nquiry ${reference}[\\s\\S]*${more}`);
}

/** Presses a button of the modal in front, the first with this label. */
export async function pressInModal(
  { slack }: DeskBot,
  { id }: Screen,
  label: RegExp,
): Promise<View> {
  const view = slack.workspace.views.of(id).at(-1);
  if (!view) throw new Error('no modal is open');
  const { block_id, action_id } = button(view, label);
  await slack.people.use(
    id,
    { kind: 'view', viewId: view.id },
    {
      block_id: String(block_id),
      action_id: String(action_id),
    },
  );
  return view;
}
