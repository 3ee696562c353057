import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyMadeUp, type KnowledgeCopy } from '../end-to-end/support/knowledge-copy.ts';
import {
  type PlaygroundProcess,
  startPlaygroundProcess,
} from '../playground/support/playground-process.ts';
import { COST, QUESTION } from '../support/made-up-release/text.ts';
import { axeProblems, focusOn, HAS_BROWSER, useBrowser } from './support/use-browser.ts';

/** The made-up release answers this only to somebody who presses a button. */
const UNSURE = 'dogs and handlers';

describe.runIf(HAS_BROWSER)('a conversation about a made-up release', () => {
  const pages = useBrowser();
  let knowledge: KnowledgeCopy;
  let playground: PlaygroundProcess;
  beforeAll(async () => {
    knowledge = copyMadeUp();
    playground = await startPlaygroundProcess({ env: { KNOWLEDGE_DIR: knowledge.folder } });
  });
  afterAll(async () => {
    await playground?.end();
    knowledge?.remove();
  });

  const boxOf = (page: Page) => page.getByRole('textbox', { name: /^Message (?!thread)/ });

  async function asked(text: string): Promise<Page> {
    const page = await pages.open(playground.address);
    await boxOf(page).fill(text);
    await boxOf(page).press('Enter');
    return page;
  }

  it('offers choices, one of which is taken with the keyboard', async () => {
    const page = await asked(`/hmicfrs ${UNSURE}`);
    const answer = page.locator('[data-ephemeral=true]').last();
    await answer.getByText('Did you mean').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    // The choices, and not what stands below every answer.
    const choice = answer.getByRole('button', { name: /dogs/i }).first();
    await page.keyboard.press('Shift+Tab');
    for (let presses = 0; presses < 20; presses += 1) {
      if ((await choice.and(page.locator(':focus')).count()) === 1) break;
      await page.keyboard.press('Shift+Tab');
    }
    await focusOn(choice);
    await page.keyboard.press('Enter');
    await answer.locator('blockquote').waitFor();
    await answer.getByText('Did you mean').waitFor({ state: 'detached' });
  });

  it('goes on while Slack breaks at every other call, as it was told to on the page', async () => {
    const page = await pages.open(playground.address);
    await page.getByRole('button', { name: 'Faults' }).click();
    const fault = page.getByRole('checkbox', { name: /^Slack breaks \(500\)/ });
    await fault.check();
    await page.getByRole('button', { name: 'Faults (1 on)' }).waitFor();
    await page.keyboard.press('Escape');
    await boxOf(page).fill(`@hmicfrs ${QUESTION}`);
    await boxOf(page).press('Enter');
    const thread = page.getByRole('region', { name: /^Thread in/ });
    await thread.locator('blockquote', { hasText: COST }).waitFor();
    await page.getByRole('button', { name: 'Faults (1 on)' }).click();
    await fault.uncheck();
    await page.getByRole('button', { name: 'Faults', exact: true }).waitFor();
    await thread.getByRole('button', { name: 'Why this answer' }).last().click();
    const why = page.getByRole('region', { name: 'Why this answer' });
    await why.getByText(/^Payloads/).click();
    // The call that Slack broke, and the one that it took.
    await why
      .getByText(/chat\.postMessage, from the bot/)
      .nth(1)
      .waitFor();
  });
});
