import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { tabTo } from './support/keyboard.ts';
import { axeProblems, fitsSideways, focusOn, HAS_BROWSER, valueIs } from './support/use-browser.ts';
import { boxOf, usePlayground } from './support/use-playground.ts';

const UNASKED = 'which ten forces were visited?';
const OPEN_DESK = '?as=U0OFFICERA&in=C0PRESSDESK';

describe.runIf(HAS_BROWSER)('the press desk on the page', () => {
  const { talk: opened } = usePlayground();
  const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name });
  const field = (page: Page, name: RegExp) => page.getByRole('dialog').getByLabel(name);

  /** The card in the desk's channel that holds the reference, as it stands now. */
  const cardOf = (page: Page, reference: string) =>
    page
      .getByRole('region', { name: /^Messages in #press-desk/ })
      .getByRole('article')
      .filter({ hasText: `nquiry ${reference}` });

  async function handedOver(page: Page, outlet: string): Promise<string> {
    await dialogOf(page, 'Ask a press officer').waitFor();
    await field(page, /^Outlet/).fill(outlet);
    await field(page, /^Deadline/).fill('tomorrow noon');
    await field(page, /^Deadline/).press('Enter');
    await page
      .getByRole('dialog')
      .getByText(/Deadline read as .*12:00 noon/)
      .waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const told = await page
      .getByRole('dialog')
      .getByText(/[A-Z0-9]{3}-[A-Z0-9]{3}/)
      .first()
      .textContent();
    const reference = /[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(told ?? '')?.[0] ?? '';
    await page.keyboard.press('Escape');
    return reference;
  }

  /** Light and dark, wide and narrow; the page is left as it was. */
  async function problemsEverywhere(page: Page): Promise<string[]> {
    const found = await axeProblems(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 320, height: 700 });
    found.push(...(await axeProblems(page)));
    await fitsSideways(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 800 });
    return found;
  }

  it('is had with the keyboard alone, by a reporter and an officer in two windows', async () => {
    const robin = await opened('?as=U0REPORTER');
    const asha = await opened(OPEN_DESK);
    await tabTo(robin, /^Message #/);
    await robin.keyboard.type(`/hmicfrs ${UNASKED}`);
    await robin.keyboard.press('Enter');
    await robin.locator('[data-ephemeral=true]').last().waitFor();
    await tabTo(robin, /^Ask a press officer$/, 'Shift+Tab');
    await robin.keyboard.press('Enter');
    await dialogOf(robin, 'Ask a press officer').waitFor();
    await valueIs(field(robin, /^Question/), UNASKED);
    expect(await problemsEverywhere(robin)).toEqual([]);
    await focusOn(field(robin, /^Outlet/));
    await robin.keyboard.type('Daily Example');
    await robin.keyboard.press('Tab');
    await robin.keyboard.type('tomorrow noon');
    await robin.keyboard.press('Enter');
    await robin.getByText(/Deadline read as .*12:00 noon/).waitFor();
    await tabTo(robin, /^Send$/);
    await robin.keyboard.press('Enter');
    const receipt = robin
      .getByRole('dialog')
      .getByText(/[A-Z0-9]{3}-[A-Z0-9]{3}/)
      .first();
    const reference =
      /[A-Z0-9]{3}-[A-Z0-9]{3}/.exec((await receipt.textContent()) ?? '')?.[0] ?? '';
    expect(await axeProblems(robin)).toEqual([]);
    await robin.keyboard.press('Escape');

    const card = cardOf(asha, reference);
    await card.getByText('Daily Example').waitFor();
    expect(await problemsEverywhere(asha)).toEqual([]);
    await tabTo(asha, /^Take it$/);
    await asha.keyboard.press('Enter');
    await card.getByText('@Asha Lindqvale').first().waitFor();
    await tabTo(asha, /^Answer$/);
    await asha.keyboard.press('Enter');
    await dialogOf(asha, 'Answer').waitFor();
    expect(await axeProblems(asha)).toEqual([]);
    await tabTo(asha, /^Answer$/);
    await asha.keyboard.type('Ten forces were visited; we don’t name them.');
    await tabTo(asha, /^Send to who asked$/);
    await asha.keyboard.press('Enter');
    await card.getByText(/^Answered/).waitFor();

    await tabTo(robin, /^hmicfrs \d+ new$/, 'Shift+Tab');
    await robin.keyboard.press('Enter');
    const answer = robin.getByRole('article').filter({ hasText: 'Answer to your enquiry' });
    await answer.getByText('we don’t name them').waitFor();
    expect(await axeProblems(robin)).toEqual([]);
  });

  it('gives an enquiry to one of two officers, and tells the other who has it', async () => {
    const robin = await opened('?as=U0REPORTER');
    const asha = await opened(OPEN_DESK);
    const tom = await opened('?as=U0OFFICERB&in=C0PRESSDESK');
    await boxOf(robin).fill('/hmicfrs ask "Who paid for it?"');
    await boxOf(robin).press('Enter');
    const reference = await handedOver(robin, 'Weekly Example');
    for (const page of [asha, tom]) {
      await cardOf(page, reference).getByRole('button', { name: 'Take it' }).waitFor();
    }
    // Slack is slow, or the card could be drawn anew before the second of them has pressed.
    await robin.getByRole('button', { name: 'Faults' }).click();
    const slow = robin.getByRole('checkbox', { name: /two seconds late/ });
    await slow.check();
    await robin.getByRole('button', { name: 'Faults (1 on)' }).waitFor();
    await Promise.all(
      [asha, tom].map((page) =>
        cardOf(page, reference).getByRole('button', { name: 'Take it' }).click(),
      ),
    );
    await slow.uncheck();
    await cardOf(asha, reference).getByRole('button', { name: 'Give it back' }).waitFor();
    const refused = await Promise.any(
      [asha, tom].map(async (page) => {
        const told = page.locator('[data-ephemeral=true]').getByText(/has this enquiry/);
        await told.waitFor();
        return told.textContent();
      }),
    );
    const owner = await cardOf(asha, reference)
      .getByText(/^@(?:Asha|Tom)/)
      .last()
      .textContent();
    expect(refused).toContain(owner);
  });

  it('finds an approved answer with its source, and puts its words into the form', async () => {
    const robin = await opened('?as=U0REPORTER');
    const asha = await opened(OPEN_DESK);
    await boxOf(robin).fill('/hmicfrs ask "What is the cost?"');
    await boxOf(robin).press('Enter');
    const reference = await handedOver(robin, 'Evening Example');
    await cardOf(asha, reference).getByRole('button', { name: 'Answer', exact: true }).click();
    await dialogOf(asha, 'Answer').waitFor();
    await field(asha, /approved/i).fill('what does cyber crime cost the uk');
    await field(asha, /approved/i).press('Enter');
    await asha.getByRole('dialog').getByRole('button', { name: /^Use/ }).first().click();
    await expect
      .poll(() => field(asha, /^Answer/).inputValue())
      .toContain('£1.1 billion each year');
    expect(await problemsEverywhere(asha)).toEqual([]);
    await asha.getByRole('button', { name: 'Send to who asked' }).click();
    await cardOf(asha, reference)
      .getByText(/^Answered/)
      .waitFor();
  });
});
