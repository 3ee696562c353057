import type { ReceiveRefusal } from '../../application/desk/desk.ts';
import type { FormProblems } from '../../domain/refusals.ts';
import { formProblemsInWords } from '../../wording/desk-refusals.ts';
import { notRecordedMessage } from '../../wording/desk-words.ts';
import { FORM_WORDS, noDeskMessage, receivedMessage } from '../../wording/form-words.ts';
import type { Message } from '../../wording/message.ts';
import { CALLBACK_IDS, ENQUIRY_FIELDS } from '../action-ids.ts';
import { parseAskValue } from '../ask-value.ts';
import { messageView } from '../blocks/message-view.ts';
import { onView, type SlackDeps, type SlackListener, type ViewArgs } from '../listener.ts';
import { formFieldsIn } from '../view-values.ts';

/**
 * A question is handed over. It is kept before Slack hears anything, and nothing waits for a call to
 * Slack: the acknowledgement is the receipt. The view's id makes a form that is sent twice the same one.
 */
export function enquiryViewSent(deps: SlackDeps): SlackListener {
  return onView(deps, CALLBACK_IDS.enquiry, async ({ ack, body, view }) => {
    const { pressOffice, desk } = deps;
    const office = pressOffice.office();
    const show = async (title: string, message: Message): Promise<void> =>
      ack({ response_action: 'update', view: messageView(title, message) });
    if (!desk) {
      await show(FORM_WORDS.notRecordedTitle, noDeskMessage(office, pressOffice.now()));
      return;
    }
    const received = await desk.receive(formOf(body.user, view), view.id);
    if (received.ok) {
      const message = receivedMessage(received.value, office, pressOffice.now());
      const { receiptTitle, keptTitle } = FORM_WORDS;
      await show(received.value.deskAway ? keptTitle : receiptTitle, message);
    } else {
      await refuse(received.error);
    }

    async function refuse(refusal: ReceiveRefusal): Promise<void> {
      if (refusal.kind === 'fields') {
        await ack({ response_action: 'errors', errors: errorsOf(refusal.fields) });
      } else {
        await show(FORM_WORDS.notRecordedTitle, notRecordedMessage(office, pressOffice.now()));
      }
    }
  });
}

function formOf(user: ViewArgs['body']['user'], view: ViewArgs['view']) {
  const { tried, askedIn } = parseAskValue(view.private_metadata);
  const { here, telephone, ...fields } = formFieldsIn(view.state.values);
  return {
    by: { id: user.id, name: user.name },
    ...fields,
    ...(telephone.trim() === '' ? {} : { telephone }),
    ...(askedIn ? { askedIn } : {}),
    answerHere: here,
    tried,
  };
}

function errorsOf(fields: FormProblems): Record<string, string> {
  const words = Object.entries(formProblemsInWords(fields));
  return Object.fromEntries(
    words.map(([field, says]) => [ENQUIRY_FIELDS[field as keyof FormProblems].block, says]),
  );
}
