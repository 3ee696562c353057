import type { ReleaseAnswer } from '../domain/reply.ts';
import type { Message } from '../wording/message.ts';
import { answerMessage } from '../wording/reply-message.ts';
import { goneNow } from './answer.ts';
import { askIn, withAsk } from './asking.ts';
import { slackMessages } from './blocks/slack-message.ts';
import { type ButtonValue, parseButtonValue } from './button-value.ts';
import { type ButtonArgs, onButton, type SlackDeps, type SlackListener } from './listener.ts';
import { offNow } from './reply-to.ts';
import { respondPrivately } from './send.ts';

/** A button under an answer, pressed, with the answer as it stands now. */
export interface Pressed {
  readonly value: ButtonValue;
  readonly answer: ReleaseAnswer;
  /** True on an answer that only who asked can see. */
  readonly isPrivate: boolean;
}

/**
 * A button that belongs to an entry. Where the entry may not be served any more (withdrawn, broken,
 * under embargo) or the value is none of ours, the person is told so, with the number, and `run`
 * isn't called.
 *
 * @param options.whileOff true for what gives no answer, and so works while answers are switched off.
 */
export function onEntryButton(
  deps: SlackDeps,
  actionId: string | RegExp,
  run: (args: ButtonArgs, pressed: Pressed) => Promise<void>,
  { whileOff = false }: { readonly whileOff?: boolean } = {},
): SlackListener {
  return onButton(deps, actionId, async (args) => {
    const value = parseButtonValue(args.action.value);
    if (deps.records.off() && !whileOff) {
      const ask = withAsk(deps, askIn(args.body.message) ?? { question: value?.question ?? '' });
      await respondPrivately(args.respond, slackMessages(offNow(deps.pressOffice), ask));
      return;
    }
    const answer = value && deps.pressOffice.answer(value.entryKey);
    if (!value || !answer) {
      await respondPrivately(args.respond, slackMessages(goneNow(deps.pressOffice), withAsk(deps)));
      return;
    }
    // Only private answers carry their question; Slack's own mark isn't in its types.
    const isPrivate = args.body.container.is_ephemeral === true || value.question !== undefined;
    await run(args, { value, answer, isPrivate });
  });
}

/** One entry's answer as a message of its own, as at this instant. */
export function pressedMessage({ pressOffice }: SlackDeps, answer: ReleaseAnswer): Message {
  const at = pressOffice.now();
  return answerMessage(answer, { at, office: pressOffice.hours(at) }, pressOffice.office());
}
