import type { OfficerAct } from '../../domain/enquiry.ts';
import { DESK_ACTION_IDS } from '../action-ids.ts';
import type { SlackDeps, SlackListener } from '../listener.ts';
import { onCardButton, tellRefusal } from '../on-card-button.ts';

const ACTS = [
  [DESK_ACTION_IDS.take, { kind: 'take' }],
  [DESK_ACTION_IDS.giveBack, { kind: 'give-back' }],
  [DESK_ACTION_IDS.urgent, { kind: 'urgent', on: true }],
  [DESK_ACTION_IDS.notUrgent, { kind: 'urgent', on: false }],
  [DESK_ACTION_IDS.close, { kind: 'close' }],
  [DESK_ACTION_IDS.reopen, { kind: 'reopen' }],
] as const satisfies readonly (readonly [string, OfficerAct])[];

/**
 * The card's buttons that need no form. The desk decides, and its card then shows what came of it; who
 * is refused is told why, and nobody else is.
 */
export const cardActs: readonly ((deps: SlackDeps) => SlackListener)[] = ACTS.map(
  ([actionId, act]) =>
    (deps: SlackDeps) =>
      onCardButton(deps, actionId, async (args, { desk, enquiryId, by }) => {
        // A press has a trigger of its own, so that it counts once however often it arrives.
        const acted = await desk.act(enquiryId, act, by, args.body.trigger_id);
        if (!acted.ok) await tellRefusal(args, acted.error);
      }),
);
