import type { TestProject } from 'vitest/node';
import { launchBrowserServer } from './launch-browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser of this run listens; empty where none runs here. */
    browser: string;
  }
}

/** One browser for the whole run, unless the files that were asked for have no use for it. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const asked = project.vitest.filenamePattern ?? [];
  if (asked.length > 0 && !asked.some((name) => name.includes('browser'))) {
    project.provide('browser', '');
    return undefined;
  }
  const server = await launchBrowserServer();
  project.provide('browser', server?.wsEndpoint() ?? '');
  return server && (() => server.close());
}
