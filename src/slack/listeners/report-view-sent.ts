import { LABELS, thanksMessage } from '../../wording/slack-messages.ts';
import { CALLBACK_IDS, REASON } from '../action-ids.ts';
import { messageView } from '../blocks/message-view.ts';
import { parseButtonValue } from '../button-value.ts';
import { REPORT_REASON } from '../limits.ts';
import { onView, type SlackDeps, type SlackListener, type ViewArgs } from '../listener.ts';

/**
 * A report on an answer. Its reason is the one text of a person that is logged: it is written to
 * the office, and the modal says so before it is sent.
 */
export function reportViewSent(deps: SlackDeps): SlackListener {
  const { logger, pressOffice } = deps;
  return onView(deps, CALLBACK_IDS.report, async ({ ack, body, view }) => {
    const reason = reasonOf(view);
    if (reason === '') {
      const errors = { [REASON.block]: LABELS.reportEmpty };
      await ack({ response_action: 'errors', errors });
      return;
    }
    const entry = parseButtonValue(view.private_metadata)?.entryKey;
    logger.warn('A reader reported an answer', { entry, user: body.user.id, reason });
    const at = pressOffice.now();
    const thanks = thanksMessage(pressOffice.office(), pressOffice.hours(at), at);
    await ack({ response_action: 'update', view: messageView(LABELS.thanksTitle, thanks) });
  });
}

function reasonOf(view: ViewArgs['view']): string {
  const value = view.state.values[REASON.block]?.[REASON.action]?.value;
  return (value ?? '').trim().slice(0, REPORT_REASON);
}
