import type { Page } from 'playwright-core';

/** Keys pressed at most before something is held to be out of reach. */
const REACH = 120;

/** Moves by keyboard alone until the element with that name has the focus. */
export async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < REACH; presses += 1) {
    const focused = await page.evaluate<string>(
      '((element) => element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent)(document.activeElement).trim()',
    );
    if (name.test(focused)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The keyboard does not reach ${name}`);
}
