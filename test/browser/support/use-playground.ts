import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import {
  type PlaygroundProcess,
  startPlaygroundProcess,
} from '../../playground/support/playground-process.ts';
import { useBrowser } from './use-browser.ts';

/** The box that a message in a channel is typed into. */
export function boxOf(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Message (?!thread)/ });
}

export interface Opened {
  /** The page of the talk, ready to be typed into. */
  talk(query?: string): Promise<Page>;
  /** Any page of the playground, by its path. */
  at(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/** One playground for the tests of a file. */
export function usePlayground(): Opened {
  const pages = useBrowser();
  let playground: PlaygroundProcess;
  beforeAll(async () => {
    playground = await startPlaygroundProcess();
  });
  afterAll(() => playground?.end());
  const at: Opened['at'] = (path, options) => pages.open(`${playground.address}${path}`, options);
  return {
    at,
    async talk(query = '') {
      const page = await at(query);
      await boxOf(page).waitFor();
      return page;
    },
  };
}
