import { Impossible } from '../local-slack/acting.ts';
import type { JsonObject } from '../local-slack/json.ts';
import type { LocalSlack } from '../local-slack/local-slack.ts';
import type { Outcome, SwitchId, Values } from '../local-slack/model.ts';
import type { SettableClock } from './clock.ts';
import type { Act, ActAnswer } from './protocol.ts';

/** What an act may change. */
export interface Stage {
  readonly slack: LocalSlack;
  readonly clock: SettableClock;
  /** Tells every page what the clock shows now. */
  readonly tellClock: () => void;
}

const DONE: ActAnswer = { ok: true };

/** Does what a person does on the page; what Slack would not let them do is a problem in words. */
export async function perform(stage: Stage, as: string, act: Act): Promise<ActAnswer> {
  if (!stage.slack.workspace.person(as)) {
    return { ok: false, problem: 'There is nobody of this id to act as.' };
  }
  try {
    return await done(stage, as, act);
  } catch (error) {
    if (error instanceof Impossible) return { ok: false, problem: error.message };
    throw error;
  }
}

async function done({ slack, clock, tellClock }: Stage, as: string, act: Act): Promise<ActAnswer> {
  const { people, faults } = slack;
  switch (act.kind) {
    case 'say':
      people.say(as, act.channel, act.text, act.threadTs ? { threadTs: act.threadTs } : {});
      // It stands in the channel; whether the app takes it is nobody's concern who wrote it.
      return DONE;
    case 'command':
      return answerOf(await people.command(as, act.channel, act.command, act.text));
    case 'use':
      return answerOf(
        await people.use(as, act.place, act.action as JsonObject, valuesOf(act.values)),
      );
    case 'submit':
      return answerOf(await people.submit(as, act.viewId, valuesOf(act.values)));
    case 'close':
      return answerOf(await people.close(as, act.viewId));
    case 'open-home':
      return answerOf(await people.openHome(as));
    case 'shortcut':
      return answerOf(await people.shortcut(as, act.callbackId, act.channel, act.ts));
    case 'set-clock':
      clock.set(act.at);
      tellClock();
      return DONE;
    case 'set-fault':
      return setFault(faults, act.id, act.on);
  }
}

function setFault(faults: LocalSlack['faults'], id: string, on: boolean): ActAnswer {
  const known = faults.switches().find((each) => each.id === id);
  if (!known) return { ok: false, problem: 'There is no such fault to switch.' };
  const switchId: SwitchId = known.id;
  faults.set(switchId, on);
  return DONE;
}

function answerOf({ errors, problem }: Outcome): ActAnswer {
  if (errors) return { ok: false, problem: problem ?? 'Something is not right yet.', errors };
  return problem === undefined ? DONE : { ok: false, problem };
}

/** Both sides have Slack's shape; JSON came in, so JSON it is. */
function valuesOf(values: unknown): Values {
  return (values ?? {}) as Values;
}
