import { describe, expect, it } from 'vitest';
import { type JsonObject, objectAt } from '../../local-slack/json.ts';
import type { Values, View } from '../../local-slack/model.ts';
import { actions, button, call, input, modal, section, text } from './support/newsroom.ts';
import { useNewsroom } from './support/use-newsroom.ts';

const ONE = { text: text('One'), value: '1' };
const TWO = { text: text('Two'), value: '2' };
const OPTIONS = [ONE, TWO];
const THIRD = { text: text('Three'), value: '3' };
const CHOICES = ['static_select', 'radio_buttons', 'checkboxes'] as const;
const field = (type: (typeof CHOICES)[number]) =>
  type === 'checkboxes' ? 'selected_options' : 'selected_option';
const choice = (type: (typeof CHOICES)[number], ...options: readonly JsonObject[]) =>
  type === 'checkboxes' ? options : (options[0] ?? null);
const inputOf = (element: JsonObject, more: JsonObject = {}) => ({
  type: 'input',
  block_id: 'field',
  label: text('Field'),
  element: { action_id: 'it', ...element },
  ...more,
});
const typing = (...on: readonly string[]) =>
  inputOf(
    {
      type: 'plain_text_input',
      ...(on.length === 0 ? {} : { dispatch_action_config: { trigger_actions_on: on } }),
    },
    { dispatch_action: true },
  );
const typed = (value: string): Values => ({ why: { typed: { type: 'plain_text_input', value } } });

/** A newsroom where a modal can be opened. */
function useForms() {
  const room = useNewsroom();
  const open = (view: JsonObject) => {
    const trigger_id = room().slack.tickets.trigger({ user: room().reporter.id });
    return call(room().client, 'views.open', { trigger_id, view });
  };
  const opened = async (...blocks: readonly JsonObject[]): Promise<View> => {
    const answer = await open(modal(...blocks));
    expect(answer).toMatchObject({ ok: true });
    return answer.view as View;
  };
  const stateNow = ({ id }: View): JsonObject =>
    objectAt(room().slack.workspace.views.find(id)?.state, 'values');
  return { room, open, opened, stateNow };
}

describe('an input that dispatches', () => {
  const { room, opened, stateNow } = useForms();
  const use = ({ id: viewId }: View, action: JsonObject, how?: 'enter' | 'character') =>
    room().slack.people.use(
      room().reporter.id,
      { kind: 'view', viewId },
      { action_id: 'it', ...action },
      {},
      how,
    );
  const told = async (...asked: Parameters<typeof use>) =>
    (await use(...asked)).deliveries.map(({ what }) => what);

  it.each([
    [[], ['block_actions'], []],
    [['on_enter_pressed'], ['block_actions'], []],
    [['on_character_entered'], [], ['block_actions']],
    [['on_enter_pressed', 'on_character_entered'], ['block_actions'], ['block_actions']],
  ])('is told of what is typed as it asks for: %j', async (on, onEnter, onCharacter) => {
    const view = await opened(typing(...on));
    expect(await told(view, { value: '5pm' }, 'enter')).toEqual(onEnter);
    expect(await told(view, { value: '5pm.' }, 'character')).toEqual(onCharacter);
    expect(await told(view, { value: '6pm' })).toEqual(['block_actions']);
    expect(stateNow(view)).toMatchObject({ field: { it: { value: '6pm' } } });
  });

  it('is told with the view and what stands in all its fields', async () => {
    const view = await opened(typing(), input('other'));
    const [delivery] = (await use(view, { value: '5pm' })).deliveries;
    expect(delivery?.payload).toMatchObject({
      container: { type: 'view', view_id: view.id },
      actions: [{ type: 'plain_text_input', block_id: 'field', action_id: 'it', value: '5pm' }],
      view: {
        id: view.id,
        hash: view.hash,
        state: { values: { field: { it: { value: '5pm' } }, other: { typed: { value: null } } } },
      },
    });
    expect(delivery?.payload.trigger_id).toBeDefined();
    expect(delivery?.payload.response_url).toBeUndefined();
  });

  it.each(CHOICES)('is told of a choice at once, and kept to itself without: %s', async (type) => {
    const element = { type, options: OPTIONS };
    const action = { [field(type)]: choice(type, TWO) };
    const loud = await opened(inputOf(element, { dispatch_action: true }));
    expect(await told(loud, action)).toEqual(['block_actions']);
    const quiet = await opened(inputOf(element));
    expect(await told(quiet, action)).toEqual([]);
    expect(stateNow(quiet)).toMatchObject({ field: { it: { type, ...action } } });
  });
});

describe('a choice in a modal', () => {
  const { room, opened } = useForms();
  const submit = ({ id }: View, values: Values) =>
    room().slack.people.submit(room().reporter.id, id, values);

  it.each(CHOICES)('is sent off as it stands at first, or as it was made: %s', async (type) => {
    const initial = field(type).replace('selected', 'initial');
    const element = { type, options: OPTIONS, [initial]: choice(type, ONE) };
    const values = (option: JsonObject) => ({
      field: { it: { type, [field(type)]: choice(type, option) } },
    });
    for (const [given, sent] of [
      [{}, ONE],
      [values(TWO), TWO],
    ] as const) {
      const outcome = await submit(await opened(inputOf(element)), given);
      expect(outcome.deliveries[0]?.payload).toMatchObject({
        view: { state: { values: values(sent) } },
      });
    }
    const view = await opened(inputOf(element));
    await expect(submit(view, values(THIRD))).rejects.toThrow('not offered');
  });

  it.each(CHOICES)('has to be made unless it is optional: %s', async (type) => {
    const element = { type, options: OPTIONS };
    const needed = await submit(await opened(inputOf(element)), {});
    expect(needed).toMatchObject({ errors: { field: expect.stringContaining('required') } });
    const free = await submit(await opened(inputOf(element, { optional: true })), {});
    expect(free.deliveries[0]?.payload).toMatchObject({
      view: { state: { values: { field: { it: { type, [field(type)]: choice(type) } } } } },
    });
  });
});

describe('a modal that is updated', () => {
  const { room, opened, stateNow } = useForms();
  const update = ({ id }: View, view: JsonObject, more: JsonObject = {}) =>
    call(room().client, 'views.update', { view_id: id, view, ...more });
  const fill = ({ id }: View, values: Values) => room().slack.workspace.views.keepState(id, values);

  it('keeps what was typed under the same ids, whatever stands there at first', async () => {
    const view = await opened(input('why'));
    fill(view, typed('because'));
    const element = { type: 'plain_text_input', action_id: 'typed', initial_value: 'new' };
    await update(view, modal(section('read as 5pm'), { ...input('why'), element }));
    expect(stateNow(view)).toEqual(typed('because'));
  });

  it('forgets it under other ids, and begins anew where nothing was touched', async () => {
    const view = await opened(input('why'));
    fill(view, typed('because'));
    await update(view, modal(input('other')));
    expect(stateNow(view)).toMatchObject({ other: { typed: { value: null } } });
    const element = { type: 'plain_text_input', action_id: 'typed', initial_value: 'new' };
    await update(view, modal({ ...input('other'), element }));
    expect(stateNow(view)).toMatchObject({ other: { typed: { value: 'new' } } });
  });

  it('keeps a choice only as long as it is offered', async () => {
    const radio = (...options: readonly JsonObject[]) =>
      modal(inputOf({ type: 'radio_buttons', options }));
    const view = await opened(inputOf({ type: 'radio_buttons', options: OPTIONS }));
    fill(view, { field: { it: { type: 'radio_buttons', selected_option: TWO } } });
    await update(view, radio(...OPTIONS, THIRD));
    expect(stateNow(view)).toMatchObject({ field: { it: { selected_option: { value: '2' } } } });
    await update(view, radio(THIRD));
    expect(stateNow(view)).toMatchObject({ field: { it: { selected_option: null } } });
  });

  it('has another hash each time, and refuses an old one', async () => {
    const view = await opened(input('why'));
    fill(view, typed('because'));
    const { hash } = view;
    expect(await update(view, modal(input('why')), { hash })).toMatchObject({ ok: true });
    expect(await update(view, modal(input('why')), { hash })).toMatchObject({
      error: 'hash_conflict',
    });
  });
});

const radios = (more: JsonObject) => inputOf({ type: 'radio_buttons', options: OPTIONS, ...more });
const typedInto = (more: JsonObject) => inputOf({ type: 'plain_text_input', ...more });
const marked = { text: { type: 'mrkdwn', text: '*One*' }, value: '1' };

/** What Block Kit does not allow, with the pointer to it below the first block. */
const FLAWS: readonly (readonly [what: string, pointer: string, block: JsonObject])[] = [
  [
    'a first choice that is not offered',
    'element/initial_option',
    radios({ initial_option: THIRD }),
  ],
  [
    'one such among several',
    'element/initial_options',
    inputOf({ type: 'checkboxes', options: OPTIONS, initial_options: [ONE, THIRD] }),
  ],
  [
    'eleven radio buttons',
    'element/options',
    radios({
      options: Array.from({ length: 11 }, (_, index) => ({ ...THIRD, value: `${index}` })),
    }),
  ],
  [
    'a marked-up option in a menu',
    'element/options/0/text/type',
    inputOf({ type: 'static_select', options: [marked] }),
  ],
  [
    'a group of options without a name',
    'element/option_groups/0/label',
    inputOf({ type: 'static_select', option_groups: [{ options: OPTIONS }] }),
  ],
  [
    'a trigger that there is none of',
    'element/dispatch_action_config/trigger_actions_on/0',
    typing('on_blur'),
  ],
  ['a text of 3,001 characters', 'element/max_length', typedInto({ max_length: 3001 })],
  ['a text of less than nothing', 'element/min_length', typedInto({ min_length: -1 })],
  [
    'a dispatch that is a word',
    'dispatch_action',
    inputOf({ type: 'plain_text_input' }, { dispatch_action: 'true' }),
  ],
  [
    'a number that may be anything',
    'element/is_decimal_allowed',
    inputOf({ type: 'number_input' }),
  ],
];

describe('a form that Slack refuses', () => {
  const { open, opened } = useForms();

  it.each(FLAWS)('has %s: %s', async (_, pointer, block) => {
    expect(await open(modal(block))).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: [expect.stringContaining(`[json-pointer:/view/blocks/0/${pointer}]`)],
      },
    });
  });

  it('has the cursor in two places', async () => {
    const focused = (blockId: string) => ({
      ...input(blockId),
      element: { type: 'plain_text_input', action_id: 'typed', focus_on_load: true },
    });
    expect(await open(modal(focused('one'), focused('two')))).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(await open(modal(focused('one'), input('two')))).toMatchObject({ ok: true });
  });

  it('is none with what is allowed: marked-up radio buttons, and a first choice', async () => {
    await opened(radios({ options: [marked, TWO], initial_option: TWO }), actions(button('go')));
  });
});
