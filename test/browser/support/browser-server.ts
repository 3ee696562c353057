import type { TestProject } from 'vitest/node';
import { launchBrowserServer } from './launch-browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser of this run listens; empty where none runs here. */
    browser: string;
  }
}

/** One browser for the whole run of the browser tests. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const server = await launchBrowserServer();
  project.provide('browser', server?.wsEndpoint() ?? '');
  return server && (() => server.close());
}
