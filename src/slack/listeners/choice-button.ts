import type { ReleaseAnswer, Reply } from '../../domain/reply.ts';
import { CHOICE_ACTION } from '../action-ids.ts';
import type { AskValue } from '../ask-value.ts';
import { askIn, NOT_TRIED, withAsk } from '../asking.ts';
import { slackMessages } from '../blocks/slack-message.ts';
import type { ButtonArgs, SlackDeps, SlackListener } from '../listener.ts';
import { onEntryButton, type Pressed, pressedMessage } from '../pressed.ts';
import { recorded } from '../reply-to.ts';
import { post, replacePressed, respondPrivately } from '../send.ts';

/**
 * One of "Did you mean": its answer takes the place of the choices. Where the message holds other
 * answers as well, it stays, and the answer comes after it. It is recorded like any other answer.
 */
export function choiceButton(deps: SlackDeps): SlackListener {
  return onEntryButton(deps, CHOICE_ACTION, async (args, pressed) => {
    const { value, answer, isPrivate } = pressed;
    const ask = askFor(args, pressed);
    const { id, name } = args.body.user;
    const message = await recorded(deps, pressedMessage(deps, answer), {
      by: { id, name: name ?? '' },
      surface: 'button',
      reply: chosen(deps, answer, ask.question),
    });
    const messages = slackMessages(message, {
      ...(value.question ? { question: value.question } : {}),
      share: isPrivate,
      ...withAsk(deps, ask),
    });
    if (!value.keep) {
      await replacePressed(args.respond, messages, isPrivate ? 'ephemeral' : 'in_channel');
    } else if (isPrivate) {
      await respondPrivately(args.respond, messages);
    } else {
      await post(args.client, besides(args), messages);
    }
  });
}

/** The question as the choices' own button to a press officer has it; Slack shows us no private message. */
function askFor({ body }: ButtonArgs, { value, answer }: Pressed): AskValue {
  const before = askIn(body.message) ?? { question: value.question ?? '', tried: NOT_TRIED };
  const { confidence } = before.tried;
  const known = confidence === undefined ? {} : { confidence };
  return { ...before, tried: { outcome: 'answered', titles: [answer.entry.title], ...known } };
}

/** The person chose it: there is nothing to be unsure of. */
function chosen({ pressOffice }: SlackDeps, answer: ReleaseAnswer, question: string): Reply {
  const at = pressOffice.now();
  return {
    question: question === '' ? answer.entry.title : question,
    at,
    office: pressOffice.hours(at),
    parts: [{ kind: 'answered', asked: '', answer, confidence: 1 }],
  };
}

function besides({ body }: ButtonArgs): { channel: string; thread?: string } {
  const thread: unknown = body.message?.thread_ts ?? body.message?.ts;
  const channel = body.channel?.id ?? String(body.container.channel_id);
  return { channel, ...(typeof thread === 'string' ? { thread } : {}) };
}
