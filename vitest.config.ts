import { defineConfig } from 'vitest/config';

const BROWSER_TESTS = 'test/browser/**/*.test.ts';

export default defineConfig({
  test: {
    // End-to-end files mostly wait for processes of their own: two at a time keep both cores busy.
    maxWorkers: 2,
    projects: [
      { test: { name: 'node', include: ['test/**/*.test.ts'], exclude: [BROWSER_TESTS] } },
      {
        // Apart, so that the browser starts only for a run that has a use for it.
        test: {
          name: 'browser',
          include: [BROWSER_TESTS],
          globalSetup: ['test/browser/support/browser-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
