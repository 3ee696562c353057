import { describe, expect, it } from 'vitest';
import { until } from '../support/until.ts';
import {
  act,
  anAnswer,
  deliveredEnquiry,
  handIn,
  openScene,
  type Scene,
} from './support/delivering-desk.ts';

const cards = (scene: Scene) => scene.inChannel().filter(({ threadTs }) => threadTs === undefined);

describe('a card that was deleted by hand', () => {
  it('is posted anew with what is true now, and is the one that is kept up to date', async () => {
    const { scene, desk, store, enquiry } = await deliveredEnquiry();
    const [first] = cards(scene);
    if (!first) throw new Error('There is no card.');
    scene.slack.workspace.messages.remove(first);
    await act(scene, desk, enquiry, { kind: 'take' });
    await scene.emptied(store);
    const [second, ...others] = cards(scene);
    expect(others).toEqual([]);
    expect(second?.text).toContain('Taken');
    expect(scene.inChannel().map(({ threadTs }) => threadTs)).toEqual([undefined, second?.ts]);
    await act(scene, desk, enquiry, anAnswer());
    await scene.emptied(store);
    expect(cards(scene).map(({ ts, text }) => [ts, /Answered/.test(text)])).toEqual([
      [second?.ts, true],
    ]);
  });
});

describe('a desk’s channel that was archived', () => {
  it('keeps nobody from a receipt, is told of, and loses nothing', async () => {
    const scene = await openScene();
    const { desk, stop } = await scene.desk();
    await desk.start();
    scene.slack.workspace.archive(scene.channel.id);
    const { reference } = await handIn(scene, desk);
    await until('the receipt is there', () => scene.toReporter().length === 1);
    await until('an operator is told', () =>
      desk.problems().some((problem) => /archived/.test(problem)),
    );
    expect(scene.inChannel()).toEqual([]);
    scene.slack.workspace.unarchive(scene.channel.id);
    // A start tries at once what would otherwise be tried again within half a minute.
    await stop();
    const again = await scene.desk();
    await again.desk.start();
    await scene.emptied(again.store);
    expect(cards(scene).map(({ text }) => text.includes(reference))).toEqual([true]);
    expect(again.desk.problems()).toEqual([]);
  });

  it.each([
    ['archived', /archived/, (scene: Scene) => scene.slack.workspace.archive(scene.channel.id)],
    ['public', /is public/, (scene: Scene) => scene.slack.workspace.makePublic(scene.channel.id)],
    [
      'without the bot',
      /knows no channel/,
      (scene: Scene) => scene.slack.workspace.leave(scene.channel.id, 'U0BOT'),
    ],
  ])('is told of at the start: %s', async (_, says, make) => {
    const scene = await openScene();
    make(scene);
    const { desk } = await scene.desk();
    await desk.start();
    expect(desk.problems().filter((problem) => says.test(problem))).toHaveLength(1);
  });
});

describe('an asker who has left the workspace', () => {
  it('is told of under the card, and the desk rings them', async () => {
    const { scene, desk, store, enquiry } = await deliveredEnquiry({ telephone: '020 7946 0000' });
    scene.slack.workspace.leaveWorkspace(scene.reporter.id);
    await act(scene, desk, enquiry, anAnswer());
    await scene.emptied(store);
    expect(scene.toReporter()).toHaveLength(1);
    const last = scene.inChannel().at(-1);
    expect(last?.text).toContain('user_disabled');
    expect(last?.text).toContain('020 7946 0000');
    const { reference } = enquiry;
    const trail = (await store.trail({ reference })).map(({ what }) => what);
    expect(trail).toContain('undeliverable');
  });
});

describe('an answer for the thread where somebody asked', () => {
  const askedThere = async (scene: Scene) => {
    const { workspace, people } = scene.slack;
    const newsroom = workspace.addChannel({
      name: 'newsroom',
      kind: 'public',
      members: [scene.reporter.id, 'U0BOT'],
    });
    const { message } = people.say(scene.reporter.id, newsroom.id, 'how many gadgets?');
    return { newsroom, message, askedIn: { channel: newsroom.id, thread: message.ts } };
  };

  it('is posted there once, though Slack’s answer was lost, and the receipt privately', async () => {
    const scene = await openScene();
    const { desk, store } = await scene.desk();
    await desk.start();
    const { askedIn, newsroom, message } = await askedThere(scene);
    const enquiry = await handIn(scene, desk, { askedIn, answerHere: true });
    await scene.emptied(store);
    scene.line.lose('chat.postMessage', 1);
    await act(scene, desk, enquiry, anAnswer());
    await scene.emptied(store);
    const [, answer, ...more] = scene.slack.workspace.messages.in(newsroom.id);
    expect(answer).toMatchObject({ threadTs: message.ts });
    expect(answer?.text).toContain('Ten gadgets were counted.');
    expect(more).toEqual([]);
    expect(scene.toReporter()).toHaveLength(1);
  });

  it('goes to them privately where that thread was deleted, and never into the channel', async () => {
    const scene = await openScene();
    const { desk, store } = await scene.desk();
    await desk.start();
    const { askedIn, newsroom, message } = await askedThere(scene);
    const enquiry = await handIn(scene, desk, { askedIn, answerHere: true });
    await scene.emptied(store);
    scene.slack.workspace.messages.remove(message);
    await act(scene, desk, enquiry, anAnswer());
    await scene.emptied(store);
    expect(scene.slack.workspace.messages.in(newsroom.id)).toEqual([]);
    expect(scene.toReporter().at(-1)?.text).toContain('Ten gadgets were counted.');
  });
});
