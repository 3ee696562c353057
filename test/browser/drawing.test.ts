import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../../playground/protocol.ts';
import {
  aButton,
  aMessage,
  anOption,
  aSnapshot,
  aTyped,
  aView,
  mrkdwn,
  plain,
  ROBIN,
} from './support/fixtures.ts';
import { type StandIn, startStandIn } from './support/stand-in.ts';
import {
  focusOn,
  HAS_BROWSER,
  soon,
  textsAre,
  useBrowser,
  valueIs,
} from './support/use-browser.ts';

describe.runIf(HAS_BROWSER)('the page draws', () => {
  const pages = useBrowser();
  let slack: StandIn;
  beforeAll(async () => {
    slack = await startStandIn();
  });
  afterAll(() => slack.stop());

  async function drawn(...blocks: readonly Block[]) {
    slack.acts.length = 0;
    slack.world = aSnapshot({ messages: [aMessage({ blocks })] });
    const page = await pages.open(slack.address);
    return { page, message: page.getByRole('article') };
  }

  it('a section with words, fields and an accessory, a header, a divider and a context', async () => {
    const { message } = await drawn(
      { type: 'header', text: plain('Of *widgets*') },
      {
        type: 'section',
        text: mrkdwn('*Ten* of <@U0ROBIN>’s, &lt;all&gt;'),
        fields: [mrkdwn('_left_'), plain('_right_')],
        accessory: aButton('Beside'),
      },
      { type: 'divider' },
      { type: 'context', elements: [plain('small &amp; quiet')] },
    );
    await message.getByRole('heading', { name: 'Of *widgets*' }).waitFor();
    await message.locator('strong', { hasText: 'Ten' }).waitFor();
    await message.getByText('@Robin Ferrow’s, <all>').waitFor();
    await textsAre(message.getByRole('listitem'), ['left', '_right_']);
    await message.getByRole('separator').waitFor();
    await message.getByText('small & quiet').waitFor();
    await message.getByRole('button', { name: 'Beside' }).waitFor();
  });

  it('a quote with a list in it, and links that open elsewhere without telling from where', async () => {
    const { message } = await drawn({
      type: 'section',
      text: mrkdwn('> “Said.”\n> • one\n> • two\n<https://example.org|The release>'),
    });
    const quote = message.locator('blockquote');
    await quote.getByText('• two').waitFor();
    await textsAre(quote.getByRole('listitem'), ['• one', '• two']);
    const link = message.getByRole('link', { name: 'The release' });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('a block and an element that it does not know by their names', async () => {
    const { message } = await drawn(
      { type: 'carousel' },
      { type: 'actions', elements: [{ type: 'rating' }, aButton('Still here')] },
    );
    await message.getByText('unknown block: carousel').waitFor();
    await message.getByText('unknown element: rating').waitFor();
    await message.getByRole('button', { name: 'Still here' }).waitFor();
  });

  it('rich text, markdown, and a picture as its words', async () => {
    const { message } = await drawn(
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [{ type: 'text', text: 'rich', style: { bold: true } }],
          },
        ],
      },
      { type: 'markdown', text: '**marked**' },
      { type: 'image', image_url: 'https://example.org/a.png', alt_text: 'a widget' },
    );
    await message.getByText('Picture: a widget').waitFor();
    await message.locator('strong', { hasText: 'rich' }).waitFor();
    await message.locator('strong', { hasText: 'marked' }).waitFor();
    expect(await message.locator('img').count()).toBe(0);
  });

  it('a button that asks first, and tells the app only after a yes', async () => {
    const { page, message } = await drawn({
      type: 'actions',
      block_id: 'row',
      elements: [
        aButton('Withdraw', {
          style: 'danger',
          confirm: {
            title: plain('Sure?'),
            text: plain('It goes.'),
            confirm: plain('Yes'),
            deny: plain('No'),
          },
        }),
      ],
    });
    const button = message.getByRole('button', { name: 'Withdraw' });
    await button.click();
    await page
      .getByRole('alertdialog', { name: 'Sure?' })
      .getByRole('button', { name: 'No' })
      .click();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await button.click();
    const acted = page.waitForResponse('**/act');
    await page.getByRole('button', { name: 'Yes' }).click();
    await acted;
    expect(slack.acts).toMatchObject([
      {
        kind: 'use',
        place: { kind: 'message', channel: 'C0NEWS' },
        action: { type: 'button', block_id: 'row', action_id: 'press', value: 'pressed' },
      },
    ]);
  });

  it('a select menu, a menu of people and an overflow, worked by arrows and first letters', async () => {
    const { page, message } = await drawn({
      type: 'actions',
      block_id: 'row',
      elements: [
        {
          type: 'static_select',
          action_id: 'which',
          placeholder: plain('Which release'),
          options: [anOption('One'), anOption('Two'), anOption('Three')],
        },
        { type: 'users_select', action_id: 'who', placeholder: plain('Who') },
        { type: 'overflow', action_id: 'more', options: [anOption('Hide'), anOption('Show')] },
      ],
    });
    const choose = async (name: string, ...keys: readonly string[]): Promise<void> => {
      await message.getByRole('button', { name }).press('Enter');
      await page.getByRole('menu').waitFor();
      const acted = page.waitForResponse('**/act');
      for (const key of keys) await page.keyboard.press(key);
      await acted;
    };
    await choose('Which release', 'ArrowDown', 'Enter');
    await choose('Who', 'r', 'Enter');
    await choose('More choices', 'End', 'Enter');
    expect(slack.acts.map((act) => act.kind === 'use' && act.action)).toMatchObject([
      { type: 'static_select', action_id: 'which', selected_option: { value: 'two' } },
      { type: 'users_select', action_id: 'who', selected_user: ROBIN.id },
      { type: 'overflow', action_id: 'more', selected_option: { value: 'show' } },
    ]);
    const select = message.getByRole('button', { name: 'Which release: Two' });
    await select.press('ArrowDown');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await soon(() => select.getAttribute('aria-expanded')).toBe('false');
    await focusOn(select);
  });

  it('a modal with a field of each kind, and hands over all of their values', async () => {
    const input = (blockId: string, label: string, element: Block): Block => ({
      type: 'input',
      block_id: blockId,
      label: plain(label),
      element: { action_id: 'field', ...element },
    });
    const options = [anOption('One'), anOption('Two')];
    slack.acts.length = 0;
    slack.world = aSnapshot({
      views: [
        aView(
          [
            input('words', 'Words', { type: 'plain_text_input', multiline: true }),
            input('menu', 'Menu', { type: 'static_select', options }),
            input('radio', 'Radio', { type: 'radio_buttons', options }),
            input('boxes', 'Boxes', { type: 'checkboxes', options }),
            input('day', 'Day', { type: 'datepicker', initial_date: '2026-12-04' }),
            input('hour', 'Hour', { type: 'timepicker' }),
          ],
          { submit: 'Send' },
        ),
      ],
    });
    const page = await pages.open(slack.address);
    const modal = page.getByRole('dialog', { name: 'A window' });
    await modal.getByRole('textbox', { name: 'Words' }).fill('said');
    await modal.getByRole('combobox', { name: 'Menu' }).selectOption('Two');
    await modal.getByRole('radio', { name: 'One' }).check();
    await modal.getByRole('checkbox', { name: 'Two' }).check();
    await modal.getByLabel('Hour').fill('17:05');
    const acted = page.waitForResponse('**/act');
    await modal.getByRole('button', { name: 'Send' }).click();
    await acted;
    expect(slack.acts).toMatchObject([
      {
        kind: 'submit',
        viewId: 'V1',
        values: {
          words: { field: { value: 'said' } },
          menu: { field: { selected_option: { value: 'two' } } },
          radio: { field: { selected_option: { value: 'one' } } },
          boxes: { field: { selected_options: [{ value: 'two' }] } },
          day: { field: { selected_date: '2026-12-04' } },
          hour: { field: { selected_time: '17:05' } },
        },
      },
    ]);
  });

  it('a field that tells the app on Enter, and sends nothing off by it', async () => {
    const element = { type: 'plain_text_input', action_id: 'text' };
    const input = { type: 'input', block_id: 'when', label: plain('When'), element };
    slack.acts.length = 0;
    slack.world = aSnapshot({
      views: [aView([{ ...input, dispatch_action: true }], { submit: 'Send' })],
    });
    const page = await pages.open(slack.address);
    const field = page.getByRole('textbox', { name: 'When' });
    await field.fill('noon');
    const acted = page.waitForResponse('**/act');
    await field.press('Enter');
    await acted;
    expect(slack.acts).toMatchObject([
      {
        kind: 'use',
        place: { kind: 'view', viewId: 'V1' },
        action: { type: 'plain_text_input', block_id: 'when', action_id: 'text', value: 'noon' },
        values: { when: { text: { value: 'noon' } } },
      },
    ]);
    // What the app then changes in the form leaves alone what was typed.
    const heard = { type: 'section', block_id: 'heard', text: plain('Read as noon.') };
    slack.tell({
      kind: 'views',
      views: [aView([{ ...input, dispatch_action: true }, heard], { submit: 'Send' })],
    });
    await page.getByText('Read as noon.').waitFor();
    await valueIs(field, 'noon');
  });

  it('what the app finds wrong at the field, with the focus in it', async () => {
    const element = { type: 'plain_text_input', action_id: 'text', max_length: 5 };
    slack.world = aSnapshot({
      views: [
        aView([{ type: 'input', block_id: 'why', label: plain('Why'), element }], {
          submit: 'Send',
        }),
      ],
    });
    const page = await pages.open(slack.address);
    const field = page.getByRole('textbox', { name: 'Why' });
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Please complete this required field.').waitFor();
    await focusOn(field);
    await field.fill('far too long');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Please shorten this to 5 characters; it has 12.').waitFor();
    slack.answer = () => ({ ok: false, problem: 'Refused', errors: { why: 'Not that.' } });
    await field.fill('that');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Not that.').waitFor();
    await soon(async () => {
      const described = (await field.getAttribute('aria-describedby'))?.split(' ')[0];
      return page.locator(`[id="${described}"]`).textContent();
    }).toBe('Not that.');
    slack.answer = () => ({ ok: true });
  });

  it('several modals as a stack: only the topmost is there to be used, and Escape closes it', async () => {
    const first = aView([{ type: 'section', text: plain('below') }], { title: 'First' });
    const second = aView([{ type: 'section', text: plain('above') }], {
      id: 'V2',
      title: 'Second',
    });
    slack.acts.length = 0;
    slack.world = aSnapshot({ views: [first, second] });
    const page = await pages.open(slack.address);
    await page.getByRole('dialog', { name: 'Second' }).waitFor();
    await page.getByText('below').waitFor({ state: 'hidden' });
    const acted = page.waitForResponse('**/act');
    await page.keyboard.press('Escape');
    await acted;
    await page.getByRole('dialog', { name: 'First' }).waitFor();
    expect(slack.acts).toEqual([{ kind: 'close', viewId: 'V2' }]);
  });

  it('what a person wrote as it was typed, and what one alone sees as such', async () => {
    const text = '*no* <b>bold</b>  two spaces\n`tick` &amp; :wave: <https://example.org|x>';
    slack.world = aSnapshot({
      messages: [aTyped(text), aMessage({ ephemeral: true, edited: true })],
    });
    const page = await pages.open(slack.address);
    const [typed, answer] = [page.getByRole('article').first(), page.getByRole('article').last()];
    await textsAre(typed.locator('.typed'), [text]);
    await answer.getByText('Only visible to you').waitFor();
    await answer.getByText('(edited)').waitFor();
  });

  it('a reply that was sent to the channel as well in both, with a way to its thread', async () => {
    const root = aMessage({ text: 'The card.' });
    const warning = aMessage({ text: 'Time is short.', threadTs: root.ts, broadcast: true });
    slack.world = aSnapshot({ messages: [root, aMessage({ threadTs: root.ts }), warning] });
    const page = await pages.open(slack.address);
    const channel = page.getByRole('region', { name: 'Messages in #newsroom' });
    await soon(() => channel.getByRole('article').count()).toBe(2);
    await channel.getByRole('button', { name: 'View thread' }).click();
    const thread = page.getByRole('region', { name: /^Messages of the thread/ });
    await thread.getByText('Time is short.').waitFor();
    await soon(() => thread.getByRole('article').count()).toBe(3);
  });

  it('how much is new in channels that are not shown, until they are', async () => {
    slack.world = aSnapshot();
    const page = await pages.open(slack.address);
    await page.getByRole('button', { name: 'hmicfrs', exact: true }).waitFor();
    slack.tell({ kind: 'message', message: aMessage({ channel: 'D0BOT', text: 'A receipt.' }) });
    await page.getByRole('button', { name: 'hmicfrs 1 new' }).click();
    await page.getByRole('article').getByText('A receipt.').waitFor();
    await page.getByRole('button', { name: 'hmicfrs', exact: true }).waitFor();
  });

  it('a shortcut on a message, which tells the app about that message', async () => {
    const message = aMessage();
    slack.acts.length = 0;
    slack.world = aSnapshot({ messages: [message] });
    const page = await pages.open(slack.address);
    await page.getByRole('button', { name: 'More actions' }).click();
    const acted = page.waitForResponse('**/act');
    await page.getByRole('menuitem', { name: 'Look it up' }).click();
    await acted;
    const { channel, ts } = message;
    expect(slack.acts).toEqual([{ kind: 'shortcut', callbackId: 'look', channel, ts }]);
  });
});
