import { expect } from 'vitest';
import type { Recorded } from '../../support/local-slack/journal.ts';
import type { Channel, Person } from '../../support/local-slack/workspace.ts';
import type { Bot } from './bot.ts';
import { blockWords, COST, COST_QUESTION } from './reading.ts';

export const POST = 'chat.postMessage';

/** What is said in one channel. */
export interface Talk {
  person(kind?: Channel['kind']): Person;
  /** All posts to this person's channel since the test began. */
  postsTo(by: Person): readonly Recorded[];
  nextPost(by: Person): Promise<Recorded>;
  /** Asks something that is surely answered, so that whatever came before has been dealt with. */
  marker(by: Person): Promise<void>;
}

export function talkWith(bot: () => Bot): Talk {
  const inChannel = (by: Person) => (call: Recorded) => call.body.channel === by.channel.id;
  const nextPost = (by: Person) => bot().slack.journal.next(POST, inChannel(by));
  return {
    person: (kind = 'channel') => bot().slack.workspace.person(kind),
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
