import { notRecorded } from '../../wording/desk-words.ts';
import { LABELS, reportedMessage, thanksMessage } from '../../wording/slack-messages.ts';
import { CALLBACK_IDS, REASON } from '../action-ids.ts';
import { messageView } from '../blocks/message-view.ts';
import { parseButtonValue } from '../button-value.ts';
import { REPORT_REASON } from '../limits.ts';
import { onView, type SlackDeps, type SlackListener, type ViewArgs } from '../listener.ts';

/**
 * A report on an answer, to the press desk. Where there is none it goes into the log, and is the one
 * text of a person there: it is written to the office, and the modal says so before it is sent.
 */
export function reportViewSent(deps: SlackDeps): SlackListener {
  const { logger, pressOffice, desk } = deps;
  return onView(deps, CALLBACK_IDS.report, async ({ ack, body, view }) => {
    const reason = reasonOf(view);
    if (reason === '') {
      const errors = { [REASON.block]: LABELS.reportEmpty };
      await ack({ response_action: 'errors', errors });
      return;
    }
    const entry = parseButtonValue(view.private_metadata)?.entryKey;
    const at = pressOffice.now();
    const office = pressOffice.office();
    const state = pressOffice.hours(at);
    if (desk) {
      const by = { id: body.user.id, name: body.user.name };
      if (!(await desk.report(by, reason, entry))) {
        const errors = { [REASON.block]: notRecorded(office, at) };
        await ack({ response_action: 'errors', errors });
        return;
      }
    } else {
      logger.warn('A reader reported an answer', { entry, user: body.user.id, reason });
    }
    const thanks = desk ? reportedMessage(office, state, at) : thanksMessage(office, state, at);
    await ack({ response_action: 'update', view: messageView(LABELS.thanksTitle, thanks) });
  });
}

function reasonOf(view: ViewArgs['view']): string {
  const value = view.state.values[REASON.block]?.[REASON.action]?.value;
  return (value ?? '').trim().slice(0, REPORT_REASON);
}
