import { describe, expect, it } from 'vitest';
import {
  allValues,
  problemsIn,
  tellsOn,
  withValue,
} from '../../../playground/page/blocks/values.ts';
import type { Block } from '../../../playground/protocol.ts';

const REASON: Block = {
  type: 'input',
  block_id: 'reason',
  element: { type: 'plain_text_input', action_id: 'text', min_length: 3, max_length: 5 },
};

function typed(value: string) {
  return withValue({}, 'reason', 'text', { type: 'plain_text_input', value });
}

describe('the values of a view', () => {
  it('are those of every field, touched or not', () => {
    const day = { type: 'datepicker', action_id: 'day', initial_date: '2026-12-04' };
    const blocks = [REASON, { type: 'input', block_id: 'when', element: day }];
    expect(allValues(blocks, typed('words'))).toEqual({
      reason: { text: { type: 'plain_text_input', value: 'words' } },
      when: { day: { type: 'datepicker', selected_date: '2026-12-04' } },
    });
  });

  it.each([
    ['', 'Please complete this required field.'],
    ['ab', 'Please write at least 3 characters.'],
    ['abcdef', 'Please shorten this to 5 characters; it has 6.'],
    ['abc', undefined],
  ])('with %j in it the field says: %s', (value, problem) => {
    expect(problemsIn([REASON], typed(value)).reason).toBe(problem);
  });

  it.each([
    [undefined, ['enter']],
    [['on_enter_pressed'], ['enter']],
    [['on_character_entered'], ['change']],
    [
      ['on_enter_pressed', 'on_character_entered'],
      ['enter', 'change'],
    ],
  ])('of a text that dispatches with %j are told on %j', (on, when) => {
    const config = on ? { dispatch_action_config: { trigger_actions_on: on } } : {};
    expect(tellsOn({ type: 'plain_text_input', ...config })).toEqual(when);
  });

  it('of a choice that dispatches are told as it is made', () => {
    expect(tellsOn({ type: 'radio_buttons' })).toEqual(['change']);
  });

  it('need not be given where a field is optional', () => {
    expect(problemsIn([{ ...REASON, optional: true }], {})).toEqual({});
  });
});
