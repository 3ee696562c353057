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

/** Every rule of WCAG 2.2 AA, and axe's own of what is best, that the page breaks as it stands. */
export async function axeProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Whether the element has the keyboard's focus. */
export async function hasFocus(locator: Locator): Promise<boolean> {
  return (await locator.and(locator.page().locator(':focus')).count()) === 1;
}

/** Whether the page as a whole has to be scrolled sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
}
