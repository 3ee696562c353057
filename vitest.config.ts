import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/browser/support/browser-server.ts'],
    // End-to-end files mostly wait for processes of their own: two at a time keep both cores busy.
    maxWorkers: 2,
  },
});
