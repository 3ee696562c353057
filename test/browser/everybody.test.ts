import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../playground/protocol.ts';
import {
  aButton,
  aMessage,
  anOption,
  aSnapshot,
  aTyped,
  aView,
  mrkdwn,
  plain,
} from './support/fixtures.ts';
import { type StandIn, startStandIn } from './support/stand-in.ts';
import {
  axeProblems,
  fitsSideways,
  focusOn,
  HAS_BROWSER,
  soon,
  useBrowser,
} from './support/use-browser.ts';

const ROOT = aTyped('how many widgets');
const BLOCKS = [
  { type: 'header', text: plain('Widgets') },
  { type: 'section', text: mrkdwn('> “*Ten* widgets.”\n`code` <https://example.org|The release>') },
  { type: 'context', elements: [plain('Jo Example, Chief Example')] },
  {
    type: 'actions',
    block_id: 'row',
    elements: [
      aButton('Show it in its place', { action_id: 'a', style: 'primary' }),
      aButton('Something wrong?', { action_id: 'b', style: 'danger' }),
      {
        type: 'static_select',
        action_id: 'c',
        placeholder: plain('Which'),
        options: [anOption('A')],
      },
    ],
  },
  { type: 'carousel' },
];
const FORM = [
  { type: 'section', text: plain('About: widgets.') },
  {
    type: 'input',
    block_id: 'why',
    label: plain('What is wrong?'),
    hint: plain('In a few words.'),
    element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 500 },
  },
  {
    type: 'input',
    block_id: 'which',
    label: plain('Which'),
    element: {
      type: 'radio_buttons',
      action_id: 'one',
      options: [anOption('One'), anOption('Two')],
    },
  },
];

const GROUND = 'getComputedStyle(document.body).backgroundColor';

/** Each state of the page, and how it is reached from the channel. */
const STATES: readonly {
  readonly name: string;
  readonly world?: Partial<Snapshot>;
  readonly reach: (page: Page) => Promise<void>;
}[] = [
  {
    name: 'the channel with answers',
    reach: (page) => page.getByText('Only visible to you').waitFor(),
  },
  {
    name: 'a thread',
    reach: async (page) => {
      await page.getByRole('button', { name: '1 reply' }).click();
      await page.getByRole('textbox', { name: /^Message thread/ }).waitFor();
    },
  },
  {
    name: 'why an answer',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Why this answer' }).first().click();
      await page.getByText('Payloads (1)').click();
      await page.getByText('app_mention, to the bot').click();
      await page.getByRole('region', { name: 'Payload of app_mention' }).waitFor();
    },
  },
  {
    name: 'a modal with mistakes',
    world: { views: [aView(FORM, { submit: 'Send' })] },
    reach: async (page) => {
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.getByText('Please complete this required field.').first().waitFor();
    },
  },
  {
    name: 'the home tab',
    world: { home: aView(BLOCKS, { type: 'home' }) },
    reach: async (page) => {
      const { origin } = new URL(page.url());
      await page.goto(`${origin}/?in=D0BOT&tab=home`);
      await page.getByRole('heading', { name: 'Widgets' }).waitFor();
    },
  },
  {
    name: 'the clock, with what is wrong with the knowledge above',
    world: { knowledge: { version: '', problems: ['a.yaml:3: no such passage'] } },
    reach: async (page) => {
      await page.getByRole('button', { name: /^Clock/ }).click();
      await page.getByRole('button', { name: 'Friday 17:05' }).waitFor();
    },
  },
  {
    name: 'the faults',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Faults' }).click();
      await page.getByRole('checkbox', { name: 'Slack is slow' }).waitFor();
    },
  },
  {
    name: 'the menu of commands',
    reach: async (page) => {
      await page.getByRole('textbox', { name: /^Message/ }).pressSequentially('/');
      await page.keyboard.press('ArrowDown');
      await page.getByRole('option', { name: /hmicfrs/ }).waitFor();
    },
  },
  {
    name: 'a menu of the app',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Which' }).first().click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'the knowledge page',
    reach: async (page) => {
      await page.getByRole('link', { name: 'Knowledge' }).click();
      await page.getByText('What no entry uses (1)').click();
      await page.getByText('Once, widgets were rare.').last().waitFor();
    },
  },
];

describe.runIf(HAS_BROWSER)('the page for everybody', () => {
  const pages = useBrowser();
  let slack: StandIn;
  beforeAll(async () => {
    slack = await startStandIn();
  });
  afterAll(() => slack.stop());

  function worldOf(over: Partial<Snapshot> = {}): Snapshot {
    const reply = aMessage({ threadTs: ROOT.ts, blocks: BLOCKS, hasWhy: true });
    const own = aMessage({ ephemeral: true, blocks: BLOCKS, hasWhy: true });
    return aSnapshot({ messages: [ROOT, reply, own], ...over });
  }

  it.each(STATES)('breaks no rule of axe: $name', async ({ world, reach }) => {
    slack.world = worldOf(world);
    const wide = { width: 1280, height: 700 };
    const page = await pages.open(slack.address, { colorScheme: 'light', viewport: wide });
    await reach(page);
    const ground = () => page.evaluate<string>(GROUND);
    const light = await ground();
    expect(await axeProblems(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await soon(ground).not.toBe(light);
    expect(await axeProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    await fitsSideways(page);
    expect(await axeProblems(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await soon(ground).toBe(light);
    expect(await axeProblems(page)).toEqual([]);
  });

  it('is shown to be looked at: axe finds a box without a name', async () => {
    slack.world = worldOf();
    const page = await pages.open(slack.address);
    const field = page.getByRole('textbox', { name: /^Message/ });
    await field.evaluate((element) => {
      element.removeAttribute('aria-label');
      element.removeAttribute('placeholder');
    });
    await soon(async () => (await axeProblems(page)).join()).toContain('label');
  });

  it('keeps the end of what was said in view when a pane opens beside it', async () => {
    const blocks = [{ type: 'section', text: plain('Ten widgets were counted. '.repeat(12)) }];
    const many = Array.from({ length: 12 }, () => aMessage({ blocks, hasWhy: true }));
    slack.world = worldOf({ messages: many });
    const page = await pages.open(slack.address);
    const below = () =>
      page
        .getByRole('region', { name: /^Messages in/ })
        .evaluate((pane) => Math.round(pane.scrollHeight - pane.scrollTop - pane.clientHeight));
    await page.getByRole('article').last().waitFor();
    await soon(below).toBe(0);
    await page.getByRole('button', { name: 'Why this answer' }).last().click();
    await page.getByRole('heading', { name: '“how many widgets”' }).waitFor();
    await soon(below).toBe(0);
  });

  it('shows one pane at a time where it is narrow, with a way back that keeps the focus', async () => {
    slack.world = worldOf();
    const page = await pages.open(slack.address, { viewport: { width: 320, height: 640 } });
    const replies = page.getByRole('button', { name: '1 reply' });
    await replies.press('Enter');
    const heading = page.getByRole('heading', { name: 'Thread' });
    await heading.waitFor();
    await focusOn(heading);
    await replies.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Back from thread' }).press('Enter');
    await replies.waitFor();
    await focusOn(replies);
    await page.getByRole('button', { name: 'Channels' }).press('Enter');
    await page.getByRole('combobox', { name: 'Act as' }).waitFor();
    await page.getByRole('button', { name: '#newsroom' }).press('Enter');
    await replies.waitFor();
  });

  it('follows its own switch of light and dark, and remembers it', async () => {
    slack.world = worldOf();
    const page = await pages.open(slack.address, { colorScheme: 'light' });
    const ground = () => page.evaluate<string>(GROUND);
    const light = await ground();
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
    await soon(ground).not.toBe(light);
    await page.reload();
    await page.getByRole('textbox', { name: /^Message/ }).waitFor();
    await soon(ground).not.toBe(light);
  });

  it('has targets of 24 pixels at least, but for links in a text', async () => {
    slack.world = worldOf();
    const page = await pages.open(slack.address);
    await page.getByRole('button', { name: '1 reply' }).click();
    await page.getByRole('textbox', { name: /^Message thread/ }).waitFor();
    const small: string[] = [];
    for (const target of await page.locator('button:visible, select:visible').all()) {
      const box = await target.boundingBox();
      if (box && Math.min(box.width, box.height) < 24)
        small.push((await target.textContent()) ?? '');
    }
    expect(small).toEqual([]);
  });

  it('leads from a passage to the entries that use it, and filters them', async () => {
    slack.world = worldOf();
    const page = await pages.open(`${slack.address}/knowledge`);
    const passage = page.getByRole('link', { name: 'Ten widgets were counted.' });
    await passage.focus();
    await page.getByText('Used by: How many widgets; The count').waitFor();
    await page.getByRole('searchbox').fill('draft');
    await page.getByText('1 of 2 entries').waitFor();
    await passage.press('Enter');
    const card = page.getByRole('listitem').filter({ hasText: 'widgets · finding' });
    await page.getByText('2 of 2 entries').waitFor();
    await focusOn(card);
  });

  it('shows what the checker says as an alert, as soon as it says it', async () => {
    slack.world = worldOf();
    const page = await pages.open(`${slack.address}/knowledge`);
    await page.getByRole('heading', { name: 'A made-up release' }).waitFor();
    const problems = ['widgets.yaml:3: no such passage'];
    slack.tell({ kind: 'knowledge', knowledge: { version: 'abc123', problems } });
    await page.getByRole('alert').getByText('widgets.yaml:3: no such passage').waitFor();
    await page.getByRole('heading', { name: 'A made-up release' }).waitFor();
  });
});
