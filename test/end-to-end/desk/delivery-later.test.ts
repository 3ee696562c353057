import { describe, expect, it } from 'vitest';
import type { Message } from '../../../local-slack/model.ts';
import { until } from '../support/until.ts';
import { act, anAnswer, deliveredEnquiry, handIn, openScene } from './support/delivering-desk.ts';

const isReply = ({ threadTs }: Message): boolean => threadTs !== undefined;

describe('while Slack is down', () => {
  it('all of it waits, and goes out in order when Slack is back', async () => {
    const { scene, desk, store, enquiry } = await deliveredEnquiry();
    // Who may act was asked a moment ago, and is remembered.
    await act(scene, desk, enquiry, { kind: 'urgent', on: true });
    await scene.emptied(store);
    const before = scene.inChannel().length;
    scene.slack.faults.set('down', true);
    await act(scene, desk, enquiry, { kind: 'take' });
    await act(scene, desk, enquiry, anAnswer('Nine gadgets.'));
    await act(scene, desk, enquiry, anAnswer('Ten gadgets.'));
    await handIn(scene, desk);
    await until('it was tried', () => scene.logged.some(({ fields }) => fields.ended === 'later'));
    expect(scene.inChannel()).toHaveLength(before);
    scene.slack.faults.set('down', false);
    await scene.emptied(store);
    const notes = scene.inChannel().filter(isReply).slice(-3);
    expect(notes.map(({ text }) => text)).toEqual([
      expect.stringContaining('has this enquiry now'),
      expect.stringContaining('Nine gadgets.'),
      expect.stringContaining('corrected the answer'),
    ]);
    const told = scene.toReporter().filter(({ text }) => text.includes(enquiry.reference));
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringContaining('It is recorded for the press desk'),
      expect.stringContaining('Nine gadgets.'),
      expect.stringContaining('Our earlier answer is corrected'),
    ]);
  });

  it('asks no sooner again than Slack says', async () => {
    const scene = await openScene();
    const { desk, store } = await scene.desk();
    scene.slack.faults.add('chat.postMessage', { kind: 'rate-limited', retryAfter: 3 });
    await desk.start();
    const begun = performance.now();
    await handIn(scene, desk);
    await scene.emptied(store);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(2_900);
    expect(scene.logged.map(({ fields }) => fields.code)).toContain('ratelimited');
  });
});

describe('after a restart', () => {
  it('what waited goes out within five seconds, though it had been put off', async () => {
    const scene = await openScene();
    const before = await scene.desk();
    await before.desk.start();
    scene.slack.faults.set('down', true);
    for (const _ of [1, 2, 3]) await handIn(scene, before.desk);
    await until('all were tried twice', () => {
      const later = scene.logged.filter(({ fields }) => fields.ended === 'later');
      return later.filter(({ fields }) => Number(fields.attempt) > 1).length >= 6;
    });
    await before.stop();
    scene.slack.faults.set('down', false);
    const after = await scene.desk();
    const begun = performance.now();
    await after.desk.start();
    await scene.emptied(after.store);
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(scene.inChannel()).toHaveLength(3);
    expect(scene.toReporter()).toHaveLength(3);
  });
});
