import { ACTION_IDS } from '../action-ids.ts';
import { reportView } from '../blocks/report-view.ts';
import type { SlackDeps, SlackListener } from '../listener.ts';
import { onEntryButton } from '../pressed.ts';

/** Asks what is wrong with an answer. */
export function reportButton(deps: SlackDeps): SlackListener {
  return onEntryButton(
    deps,
    ACTION_IDS.report,
    async ({ body, client }, { value, answer }) => {
      const desk = deps.desk !== undefined;
      const view = reportView(value.entryKey, answer.entry.title, desk);
      await client.views.open({ trigger_id: body.trigger_id, view });
    },
    { whileOff: true },
  );
}
