import { expect } from 'vitest';
import type { Channel, Recorded } from '../../../local-slack/model.ts';
import type { Visitor } from '../../../local-slack/workspace.ts';
import type { Bot } from './bot.ts';
import { blockWords, COST, COST_QUESTION } from './reading.ts';

export const POST = 'chat.postMessage';

/** What is said in one channel. */
export interface Talk {
  person(kind?: Channel['kind']): Visitor;
  /** All posts to this person's channel since the test began. */
  postsTo(by: Visitor): readonly Recorded[];
  nextPost(by: Visitor): Promise<Recorded>;
  /** Asks something that is surely answered, so that whatever came before has been dealt with. */
  marker(by: Visitor): Promise<void>;
}

export function talkWith(bot: () => Bot): Talk {
  const inChannel = (by: Visitor) => (call: Recorded) => call.body.channel === by.channel.id;
  const nextPost = (by: Visitor) => bot().slack.journal.next(POST, inChannel(by));
  return {
    person: (kind = 'public') => bot().slack.workspace.visitor(kind),
    postsTo: (by) => bot().slack.journal.all(POST).filter(inChannel(by)),
    nextPost,
    async marker(by) {
      const { people } = bot();
      const { receipt } =
        by.channel.kind === 'im'
          ? people.message(by, COST_QUESTION)
          : people.mention(by, COST_QUESTION);
      expect(await receipt).toMatchObject({ acked: true });
      expect(blockWords((await nextPost(by)).body)).toContain(COST);
    },
  };
}
