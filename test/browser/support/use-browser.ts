import { AxeBuilder } from '@axe-core/playwright';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

/** Long enough for a machine that is busy with other tests. */
const WAIT_MS = 30_000;

/** False where no browser runs on this machine, which was said when the run began. */
export const HAS_BROWSER: boolean = inject('browser') !== '';

export interface Pages {
  /** A page in a context of its own: another person's window, or another machine's. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
}

/**
 * Pages for the tests of one file. After each test it is certain that none of them asked another
 * host for anything, broke a rule of its Content-Security-Policy, or threw.
 */
export function useBrowser(): Pages {
  let browser: Browser;
  let wrong: string[] = [];
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const found = wrong;
    wrong = [];
    expect(found).toEqual([]);
  });
  afterAll(() => browser?.close());
  return {
    async open(address, options = {}) {
      const context = await browser.newContext({
        locale: 'en-GB',
        viewport: { width: 1280, height: 800 },
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(WAIT_MS);
      const { host } = new URL(address);
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol !== 'data:' && url.host !== host) wrong.push(`asked ${url.host}`);
      });
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('console', (message) => {
        if (/Content Security Policy/.test(message.text())) wrong.push(message.text());
      });
      await page.goto(address);
      return page;
    },
  };
}

/** The next frame has been drawn, and no colour is on its way to another any more. */
const SETTLED = `new Promise(requestAnimationFrame)
  .then(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  .then(() => {})`;

/** Every rule of WCAG 2.2 AA, and axe's own of what is best, that the page breaks as it stands. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(SETTLED);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Waits until the element has the keyboard's focus. */
export async function focusOn(locator: Locator): Promise<void> {
  await locator.and(locator.page().locator(':focus')).waitFor();
}

/** Waits until a field holds just that. */
export async function valueIs(field: Locator, value: string): Promise<void> {
  await soon(() => field.inputValue()).toBe(value);
}

/** Waits until the elements have just these texts, in order. */
export async function textsAre(elements: Locator, texts: readonly string[]): Promise<void> {
  await soon(() => elements.allTextContents()).toEqual(texts);
}

/** Waits until the page as a whole fits its window, so that nobody has to scroll it sideways. */
export async function fitsSideways(page: Page): Promise<void> {
  await soon(() => page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(
    true,
  );
}

/** What the page shows is read until it is as expected, for as long as a locator would wait. */
export function soon<Value>(read: () => Promise<Value>) {
  return expect.poll(read, { timeout: WAIT_MS });
}
