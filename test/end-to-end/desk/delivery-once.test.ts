import { describe, expect, it } from 'vitest';
import {
  act,
  anAnswer,
  deliveredEnquiry,
  handIn,
  openScene,
  type Scene,
} from './support/delivering-desk.ts';

/** What stands in the channel that is no reply. */
const cards = (scene: Scene) => scene.inChannel().filter(({ threadTs }) => threadTs === undefined);

describe('a message whose answer from Slack was lost', () => {
  it('is looked for before it is posted again: a card, and a receipt', async () => {
    const scene = await openScene();
    const { desk, store } = await scene.desk();
    scene.line.lose('chat.postMessage', 2);
    await desk.start();
    const { reference } = await handIn(scene, desk);
    await scene.emptied(store);
    expect(scene.line.lost()).toBe(2);
    expect(cards(scene).map(({ text }) => text.includes(reference))).toEqual([true]);
    expect(scene.toReporter()).toHaveLength(1);
  });

  it('is looked for in its thread: a note under the card', async () => {
    const { scene, desk, store, enquiry } = await deliveredEnquiry();
    scene.line.lose('chat.postMessage', 1);
    await act(scene, desk, enquiry, { kind: 'take' });
    await scene.emptied(store);
    expect(scene.line.lost()).toBe(1);
    expect(cards(scene)).toHaveLength(1);
    expect(scene.inChannel()).toHaveLength(2);
  });

  it('is looked for where a card’s update was lost, too', async () => {
    const { scene, desk, store, enquiry } = await deliveredEnquiry();
    scene.line.lose('chat.update', 1);
    await act(scene, desk, enquiry, { kind: 'take' });
    await scene.emptied(store);
    expect(scene.line.lost()).toBe(1);
    expect(cards(scene).map(({ text }) => /Taken/.test(text))).toEqual([true]);
  });

  it('comes to the asker once: an answer', async () => {
    const { scene, desk, store, enquiry } = await deliveredEnquiry();
    scene.line.lose('chat.postMessage', 2);
    await act(scene, desk, enquiry, anAnswer());
    await scene.emptied(store);
    expect(scene.line.lost()).toBe(2);
    const [receipt, answer, ...more] = scene.toReporter();
    expect(receipt?.text).toContain('It is recorded for the press desk');
    expect(answer?.text).toContain('Ten gadgets were counted.');
    expect(more).toEqual([]);
  });

  it('is told to the trail once, word for word', async () => {
    const scene = await openScene();
    const { desk, store } = await scene.desk();
    scene.line.lose('chat.postMessage', 2);
    await desk.start();
    const { reference } = await handIn(scene, desk);
    await scene.emptied(store);
    const sent = (await store.trail({ reference })).filter(({ what }) => what === 'sent');
    expect(sent.map(({ facts }) => facts?.notice).sort()).toEqual(['asker', 'card']);
    expect(sent.every(({ words }) => words?.includes(reference))).toBe(true);
  });
});

describe('two replicas on one database', () => {
  it('post each card, receipt and note once between them', async () => {
    const scene = await openScene();
    const [first, second] = [await scene.desk(), await scene.desk()];
    await Promise.all([first.desk.start(), second.desk.start()]);
    const desks = [first.desk, second.desk];
    const handed = await Promise.all(
      Array.from({ length: 12 }, (_, index) => handIn(scene, desks[index % 2] ?? first.desk)),
    );
    await Promise.all(
      handed.map((each, index) =>
        act(scene, desks[(index + 1) % 2] ?? first.desk, each, { kind: 'take' }),
      ),
    );
    await scene.emptied(first.store);
    expect(cards(scene)).toHaveLength(handed.length);
    expect(scene.inChannel()).toHaveLength(2 * handed.length);
    expect(scene.toReporter()).toHaveLength(handed.length);
  });
});
