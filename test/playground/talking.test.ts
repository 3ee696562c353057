import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block, Message } from '../../playground/protocol.ts';
import { copyMadeUp, type KnowledgeCopy } from '../end-to-end/support/knowledge-copy.ts';
import { COST, QUESTION, TITLE } from '../support/made-up-release/text.ts';
import type { Live } from './support/live.ts';
import { type PlaygroundProcess, startPlaygroundProcess } from './support/playground-process.ts';

const UNKNOWN = 'I don’t know';
/** The made-up release answers this only to somebody who presses a button. */
const UNSURE = 'dogs and handlers';
const MINUTE = 60_000;
const CHRISTMAS = Date.UTC(2026, 11, 25, 10);

/** Every element of a message that can be used. */
function elementsOf(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => [
    ...((block.elements as readonly Block[] | undefined) ?? []),
    ...(block.accessory ? [block.accessory as Block] : []),
  ]);
}

function buttonOf({ blocks }: { readonly blocks: readonly Block[] }, actionId: string): Block {
  const button = elementsOf(blocks).find((each) => String(each.action_id).startsWith(actionId));
  if (!button) throw new Error(`there is no ${actionId} among ${JSON.stringify(blocks)}`);
  return button;
}

describe.each([['http'], ['socket']] as const)('the playground over %s', (transport) => {
  let knowledge: KnowledgeCopy;
  let playground: PlaygroundProcess;
  let reporter: Live;
  let officer: Live;
  let me: string;

  beforeAll(async () => {
    knowledge = copyMadeUp();
    playground = await startPlaygroundProcess({
      words: transport === 'socket' ? ['--socket'] : [],
      env: { KNOWLEDGE_DIR: knowledge.folder },
    });
    reporter = await playground.listen();
    me = reporter.snapshot.me;
    officer = await playground.listen(officerId(reporter));
  }, MINUTE);

  afterAll(async () => {
    await playground?.end();
    knowledge?.remove();
  }, MINUTE);

  const officerId = (live: Live): string => live.snapshot.people[1]?.id ?? '';
  const channel = (name: string, live = reporter): string => {
    const found = live.snapshot.channels.find((each) => each.name === name || each.kind === name);
    if (!found) throw new Error(`there is no channel ${name}`);
    return found.id;
  };
  const say = (text: string, where = channel('newsroom'), threadTs?: string) =>
    playground.act(me, {
      kind: 'say',
      channel: where,
      text,
      ...(threadTs === undefined ? {} : { threadTs }),
    });
  const slash = (text: string, where = channel('newsroom')) =>
    playground.act(me, { kind: 'command', channel: where, command: '/hmicfrs', text });
  const press = (message: Message, actionId: string, as = me) =>
    playground.act(as, {
      kind: 'use',
      place: { kind: 'message', channel: message.channel, ts: message.ts },
      action: buttonOf(message, actionId),
    });
  const fromBot = ({ author }: Message) => author.isBot;

  it('begins with who there is, what each may see, and how the bot meets Slack', () => {
    expect(reporter.snapshot).toMatchObject({
      transport,
      bot: { name: 'hmicfrs' },
      commands: [{ name: '/hmicfrs' }],
      messages: [],
      views: [],
      home: null,
      clock: { setTo: null },
      knowledge: { problems: [] },
    });
    expect(reporter.snapshot.people).toHaveLength(3);
    const names = (live: Live) => live.snapshot.channels.map(({ name, hasBot }) => [name, hasBot]);
    expect(names(reporter)).toEqual([
      ['newsroom', true],
      ['off-topic', false],
      ['hmicfrs', true],
    ]);
    expect(names(officer)).toContainEqual(['press-desk', true]);
    expect(officer.snapshot.instance).toBe(reporter.snapshot.instance);
  });

  it('answers a typed mention in its thread, for everybody to see', async () => {
    expect(await say(`@hmicfrs ${QUESTION}`)).toEqual({ ok: true });
    const asked = await officer.message(QUESTION);
    expect(asked).toMatchObject({ text: `@hmicfrs ${QUESTION}`, author: { id: me } });
    for (const live of [reporter, officer]) {
      const reply = await live.message(COST);
      expect(reply).toMatchObject({ threadTs: asked.ts, ephemeral: false, hasWhy: true });
    }
  });

  it('answers a command to the one who gave it, who can share the answer with all', async () => {
    expect(await slash(`${QUESTION}?`)).toEqual({ ok: true });
    const reply = await reporter.message(COST, ({ ephemeral }) => ephemeral);
    expect(await press(reply, 'share_answer')).toEqual({ ok: true });
    const shared = await officer.next('message', ({ message }) =>
      JSON.stringify(message.blocks).includes('Shared by'),
    );
    expect(shared.message.ephemeral).toBe(false);
    const seen = officer.all().map((each) => (each.kind === 'message' ? each.message : undefined));
    expect(seen.filter((each) => each?.ephemeral)).toEqual([]);
  });

  it('opens the release with the passage in its place, for whoever pressed', async () => {
    const where = channel('im');
    await say(QUESTION, where);
    const reply = await reporter.message(COST, (each) => each.channel === where);
    await press(reply, 'show_place');
    const { views } = await reporter.next('views', (each) => each.views.length === 1);
    expect(views[0]).toMatchObject({ type: 'modal', title: 'In its place' });
    expect(JSON.stringify(views[0]?.blocks)).toContain(COST);
    expect(officer.all().filter(({ kind }) => kind === 'views')).toEqual([]);
    await playground.act(me, { kind: 'close', viewId: views[0]?.id ?? '' });
    await reporter.next('views', (each) => each.views.length === 0);
  });

  it('takes a report by its modal, and says under the field what is missing', async () => {
    const where = channel('im');
    await say(`${QUESTION}!`, where);
    const reply = await reporter.message(COST, (each) => each.channel === where);
    await press(reply, 'report_answer');
    const opened = await reporter.next('views', (each) => each.views[0]?.submit === 'Send');
    const view = opened.views[0];
    const input = view?.blocks.find(({ type }) => type === 'input');
    const submit = (value: string) =>
      playground.act(me, {
        kind: 'submit',
        viewId: view?.id ?? '',
        values: {
          [String(input?.block_id)]: { reason_text: { type: 'plain_text_input', value } },
        },
      });
    expect(await submit(' ')).toMatchObject({
      ok: false,
      errors: { [String(input?.block_id)]: expect.stringContaining('wrong') },
    });
    expect(await submit('The sum is another one.')).toEqual({ ok: true });
    const thanks = await reporter.next('views', (each) => each.views[0]?.title === 'Thank you');
    await playground.act(me, { kind: 'close', viewId: thanks.views[0]?.id ?? '' });
  });

  it('shows a home tab to the one who opens it', async () => {
    await playground.act(me, { kind: 'open-home' });
    const { home } = await reporter.next('home');
    expect(JSON.stringify(home?.blocks)).toContain('press releases');
    expect(officer.all().filter(({ kind }) => kind === 'home')).toEqual([]);
  });

  it('says why it answered so, with the words marked in their release', async () => {
    await say(`@hmicfrs ${QUESTION} please`);
    const asked = await reporter.message(`${QUESTION} please`);
    const reply = await reporter.message(COST, ({ threadTs }) => threadTs === asked.ts);
    const why = await playground.why(reply.channel, reply.ts);
    expect(why.questions).toHaveLength(1);
    const [question] = why.questions;
    expect(question?.candidates[0]).toMatchObject({
      key: 'kennels/cost-of-dogs',
      title: 'What police dogs cost',
      kind: 'entry',
    });
    expect(question?.verdict).toContain('So: it is answered.');
    expect(question?.place?.release).toBe(TITLE);
    const stretches = question?.place?.paragraphs.flatMap((each) => each.stretches) ?? [];
    expect(stretches.filter(({ marked }) => marked)).toEqual([
      { text: COST, marked: true, entries: ['cost-of-dogs'] },
    ]);
    const [delivery, call] = why.exchanges;
    expect(why.exchanges).toHaveLength(2);
    expect(delivery).toMatchObject({ way: 'to the bot', what: 'app_mention' });
    expect(JSON.stringify(delivery?.payload)).toContain(`${QUESTION} please`);
    expect(call).toMatchObject({ way: 'from the bot', what: 'chat.postMessage' });
    expect(JSON.stringify(why)).not.toMatch(/xoxb-|xapp-/);
  });

  it('has nothing to say of a message that is none of the bot’s', async () => {
    await say('good morning all');
    const { ts, hasWhy } = await reporter.message('good morning all');
    expect(hasWhy).toBe(false);
    expect((await playground.ask(`why?channel=${channel('newsroom')}&ts=${ts}`)).status).toBe(404);
  });

  it('shows a script in a question as its text', async () => {
    const script = '<script>alert(1)</script> & <img src=x onerror=alert(2)>';
    await say(`@hmicfrs ${script}`);
    const asked = await officer.message('<script>');
    expect(asked.text).toBe(`@hmicfrs ${script}`);
    await reporter.message(UNKNOWN, (each) => each.threadTs === asked.ts && fromBot(each));
  });

  it('gives a question of 100,000 characters an answer', async () => {
    const long = 'kennel '.repeat(14_300);
    const answer = await say(long, channel('im'));
    if (!answer.ok) expect(answer.problem).toMatch(/long|characters/);
    expect(await say(QUESTION, channel('im'))).toEqual({ ok: true });
  });

  it('does not let somebody write where they are not', async () => {
    const desk = channel('press-desk', officer);
    expect(await say('hello', desk)).toMatchObject({ ok: false, problem: expect.any(String) });
    expect(
      await playground.act('U0NOBODY', { kind: 'say', channel: channel('newsroom'), text: 'hi' }),
    ).toMatchObject({ ok: false, problem: expect.stringContaining('nobody') });
  });

  it('lets two pages be one person, and a page that comes back finds everything', async () => {
    const second = await playground.listen(me);
    expect(second.snapshot.messages.map(({ text }) => text)).toContain('good morning all');
    await say('once more');
    for (const live of [reporter, second]) await live.message('once more');
  });

  it('answers as at the instant that the clock is set to', async () => {
    const friday = reporter.snapshot.clock.cases.find(({ id }) => id === 'friday');
    expect(friday?.label).toBe('Friday 17:05');
    await playground.act(me, { kind: 'set-clock', at: friday?.at ?? 0 });
    const { clock } = await officer.next('clock', ({ clock: each }) => each.setTo !== null);
    expect(clock.words).toMatch(/^Friday .*, 5:05pm$/);
    await say('@hmicfrs tell me of the moon landing');
    const asked = await reporter.message('the moon landing');
    expect(Number(asked.ts) * 1000).toBeGreaterThanOrEqual((friday?.at ?? 0) - 1000);
    await reporter.message(UNKNOWN, ({ threadTs }) => threadTs === asked.ts);
    await playground.act(me, { kind: 'set-clock', at: CHRISTMAS });
    await say('@hmicfrs and of the mars landing');
    const later = await reporter.message('the mars landing');
    const reply = await reporter.message(UNKNOWN, ({ threadTs }) => threadTs === later.ts);
    expect(reply.text).toContain('Friday is a bank holiday: Christmas Day.');
    await playground.act(me, { kind: 'set-clock', at: null });
    await officer.next('clock', ({ clock: each }) => each.setTo === null);
  });

  it('lets Slack be broken, and mended again', async () => {
    await playground.act(me, { kind: 'set-fault', id: 'broken', on: true });
    const { faults } = await officer.next('faults');
    expect(faults.find(({ id }) => id === 'broken')?.on).toBe(true);
    await say(`@hmicfrs so ${QUESTION}`);
    const asked = await reporter.message(`so ${QUESTION}`);
    const reply = await reporter.message(COST, ({ threadTs }) => threadTs === asked.ts);
    await playground.act(me, { kind: 'set-fault', id: 'broken', on: false });
    const { exchanges } = await playground.why(reply.channel, reply.ts);
    expect(exchanges.length).toBeGreaterThan(2);
    expect(await playground.act(me, { kind: 'set-fault', id: 'no-such', on: true })).toMatchObject({
      ok: false,
    });
  });

  it('offers choices, and says of the chosen one that it was chosen', async () => {
    await slash(UNSURE);
    const offered = await reporter.message('Did you mean');
    await press(offered, 'choose_answer_0');
    const { message } = await reporter.next(
      'message',
      (each) => each.message.ts === offered.ts && each.message.text !== offered.text,
    );
    const why = await playground.why(message.channel, message.ts);
    expect(why.questions[0]?.understood.join()).toContain('pressed a button');
    expect(why.exchanges.map(({ what }) => what)).toEqual(['block_actions', 'response_url']);
  });
});
