import type { Desk, Person } from '../application/desk/desk.ts';
import type { ActRefusal } from '../domain/refusals.ts';
import { actProblemInWords } from '../wording/desk-refusals.ts';
import { slackMessages } from './blocks/slack-message.ts';
import { type ButtonArgs, onButton, type SlackDeps, type SlackListener } from './listener.ts';
import { tellNoDesk } from './no-desk.ts';
import { respondPrivately } from './send.ts';

/** A button of an enquiry's card, pressed. */
export interface CardPress {
  readonly desk: Desk;
  readonly enquiryId: string;
  readonly by: Person;
}

/** A button of a card. Who presses it may be anybody: the desk knows who is an officer. */
export function onCardButton(
  deps: SlackDeps,
  actionId: string,
  run: (args: ButtonArgs, press: CardPress) => Promise<void>,
): SlackListener {
  return onButton(deps, actionId, async (args) => {
    const { desk } = deps;
    if (!desk) {
      await tellNoDesk(deps, args.respond);
      return;
    }
    const { id, name } = args.body.user;
    const enquiryId = args.action.value ?? '';
    await run(args, { desk, enquiryId, by: { id, name: name ?? '' } });
  });
}

/** Told to who pressed alone: why nothing was changed, and who has the enquiry. */
export async function tellRefusal({ respond }: ButtonArgs, problem: ActRefusal): Promise<void> {
  const words = actProblemInWords(problem);
  await respondPrivately(respond, slackMessages({ parts: [{ type: 'named', words }] }));
}
