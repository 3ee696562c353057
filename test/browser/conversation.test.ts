import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { tabTo } from './support/keyboard.ts';
import {
  axeProblems,
  fitsSideways,
  focusOn,
  HAS_BROWSER,
  soon,
  textsAre,
  valueIs,
} from './support/use-browser.ts';
import { boxOf, usePlayground } from './support/use-playground.ts';

const ASKED = 'what does cyber crime cost the UK';
const UNASKED = 'which ten forces were visited?';

describe.runIf(HAS_BROWSER)('a conversation with the bot itself', () => {
  const { talk: opened, at } = usePlayground();
  const threadOf = (page: Page) => page.getByRole('region', { name: /^Thread in/ });
  const lastIn = (page: Page) =>
    page
      .getByRole('region', { name: /^Messages in/ })
      .getByRole('article')
      .last();

  async function ask(page: Page, text: string): Promise<void> {
    await boxOf(page).fill(text);
    await boxOf(page).press('Enter');
  }

  it('answers a mention in a thread, which opens beside the channel', async () => {
    const page = await opened();
    await ask(page, `@hmicfrs ${ASKED}`);
    await threadOf(page).locator('blockquote').waitFor();
    await lastIn(page).getByText(`@hmicfrs ${ASKED}`).waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  it('tells why: the passage marked in the release, and the payloads each way', async () => {
    const page = await opened();
    await ask(page, `@hmicfrs ${ASKED}`);
    const quoted = await threadOf(page).locator('blockquote').textContent();
    await threadOf(page).getByRole('button', { name: 'Why this answer' }).last().click();
    const why = page.getByRole('region', { name: 'Why this answer' });
    await why.getByRole('heading', { name: `“${ASKED}”` }).waitFor();
    expect(quoted).toContain(await why.locator('mark').first().textContent());
    await why.getByText(/^Payloads/).click();
    await why
      .getByText(/app_mention/)
      .first()
      .waitFor();
    await why
      .getByText(/chat\.postMessage/)
      .first()
      .waitFor();
  });

  it('answers a command to its asker alone, until that person shares it', async () => {
    const robin = await opened('?as=U0REPORTER');
    const asha = await opened('?as=U0OFFICERA');
    await ask(robin, `/hmicfrs ${ASKED}`);
    const own = robin.locator('[data-ephemeral=true]').last();
    await own.getByText('Only visible to you').waitFor();
    await own.getByRole('button', { name: 'Share with the channel' }).click();
    await lastIn(asha).getByText(`The question was: ${ASKED}`).waitFor();
    await lastIn(asha).getByText('@Robin Ferrow').waitFor();
    // What came before that would be here by now.
    expect(await asha.getByText(`You asked: ${ASKED}`).count()).toBe(0);
  });

  it('shows an answer in its place, as text to copy, and takes a report of what is wrong', async () => {
    const page = await opened('?as=U0OFFICERB');
    await ask(page, `/hmicfrs ${ASKED}`);
    const answer = page.locator('[data-ephemeral=true]').last();
    const quoted = (await answer.locator('blockquote').textContent()) ?? '';
    const place = answer.getByRole('button', { name: 'Show it in its place' });
    await place.click();
    const dialog = page.getByRole('dialog');
    const marked = await dialog.locator('blockquote').first().textContent();
    expect(quoted).toContain(marked?.replace('▶ ', '').slice(1, 40));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await focusOn(place);
    await answer.getByRole('button', { name: 'Plain text to copy' }).click();
    await soon(() => dialog.getByRole('textbox').inputValue()).not.toBe('');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialog.waitFor({ state: 'detached' });
    await answer.getByRole('button', { name: 'Something wrong?' }).click();
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByText('Please complete this required field.').waitFor();
    await dialog.getByRole('textbox').fill('   ');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByText('Please say in a few words what is wrong.').waitFor();
    await dialog.getByRole('textbox').fill('The figure is old.');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('dialog', { name: 'Thank you' }).waitFor();
  });

  it('declines what the release does not say, and gives the number of that minute', async () => {
    const page = await opened();
    await page.getByRole('button', { name: /^Clock/ }).click();
    await page.getByLabel('Any time, in London').fill('2026-12-04T17:05');
    await page.getByRole('button', { name: 'Set the clock' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Clock: .*4 December 2026/ }).waitFor();
    await ask(page, `/hmicfrs ${UNASKED}`);
    const answer = page.locator('[data-ephemeral=true]').last();
    await answer.getByText(/out-of-hours press office line/).waitFor();
    await page.getByRole('button', { name: /^Clock/ }).click();
    await page.getByRole('button', { name: 'Real time', exact: true }).click();
    await page.getByRole('button', { name: /^Clock: Real time/ }).waitFor();
  });

  it('shows the home tab, and goes to the direct message with a question of the knowledge page', async () => {
    const page = await opened();
    await page.getByRole('button', { name: 'hmicfrs Home' }).click();
    await page.getByRole('tabpanel').getByRole('heading').first().waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('link', { name: 'Knowledge' }).click();
    const example = page
      .getByRole('list', { name: /^Ask about/ })
      .first()
      .getByRole('button')
      .first();
    const question = (await example.textContent()) ?? '';
    expect(question).not.toBe('');
    await example.click();
    await page.getByText(question, { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Why this answer' }).last().waitFor();
  });

  it.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)(
    'breaks no rule of axe on the whole knowledge page: %s, %i px',
    async (colorScheme, width) => {
      const viewport = { width, height: 700 };
      const page = await at('knowledge', { colorScheme, viewport });
      await page
        .getByRole('list', { name: /^Ask about/ })
        .first()
        .waitFor();
      await fitsSideways(page);
      expect(await axeProblems(page)).toEqual([]);
    },
  );

  it('keeps a script in a question as text', async () => {
    const page = await opened();
    const text = '@hmicfrs <script>alert(1)</script><img src=x onerror=alert(2)> *cyber*';
    await ask(page, text);
    await threadOf(page).getByRole('article').nth(1).waitFor();
    await textsAre(threadOf(page).locator('.typed').first(), [text]);
    expect(await page.locator('script:not([src]), img').count()).toBe(0);
  });

  it('takes a question of 100,000 characters without losing it or its footing', async () => {
    const page = await opened();
    const text = `/hmicfrs ${'cyber crime '.repeat(8_333)}`;
    await ask(page, text);
    // Refused in a sentence, or answered: either will do, as long as the next question is.
    await page.locator('.notice, [data-ephemeral=true]').first().waitFor();
    await boxOf(page).fill('');
    await ask(page, '/hmicfrs hours');
    await page
      .locator('[data-ephemeral=true]')
      .getByText(/^Hours/)
      .last()
      .waitFor();
  });

  it('is had with the keyboard alone', async () => {
    const page = await opened('?as=U0OFFICERA');
    await page.keyboard.press('Tab');
    await focusOn(page.getByRole('link', { name: 'Skip to the content' }));
    await page.keyboard.press('Enter');
    await tabTo(page, /^Message #/);
    await page.keyboard.type('/');
    await page.getByRole('option', { name: '/hmicfrs' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: '/hmicfrs', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await valueIs(boxOf(page), '/hmicfrs ');
    await page.keyboard.type(ASKED);
    await page.keyboard.press('Enter');
    const answer = page.locator('[data-ephemeral=true]').last();
    await answer.locator('blockquote').waitFor();
    await tabTo(page, /^Show it in its place$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('blockquote').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await focusOn(answer.getByRole('button', { name: 'Show it in its place' }));
    await tabTo(page, /^Why this answer$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `“${ASKED}”` }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: `“${ASKED}”` }).waitFor({ state: 'detached' });
    await focusOn(answer.getByRole('button', { name: 'Why this answer' }));
    await tabTo(page, /^Share with the channel$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await lastIn(page)
      .getByText(/Shared by/)
      .waitFor();
    await tabTo(page, /^Message #/);
    await page.keyboard.type(`@hmicfrs ${UNASKED}`);
    await page.keyboard.press('Enter');
    await threadOf(page).getByRole('article').nth(1).waitFor();
    await tabTo(page, /^Message thread/);
    await page.keyboard.type(`@hmicfrs ${ASKED}`);
    await page.keyboard.press('Enter');
    await threadOf(page).locator('blockquote').first().waitFor();
    await page.keyboard.press('Escape');
    await threadOf(page).waitFor({ state: 'detached' });
    await tabTo(page, /^hmicfrs Home$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('tabpanel').getByRole('heading').first().waitFor();
    await tabTo(page, /^Clock/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, /17:05/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Clock: (?!Real)/ }).waitFor();
    await tabTo(page, /^Real time$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Clock: Real time/ }).waitFor();
  });
});
