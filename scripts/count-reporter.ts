import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a test run with one plain line, "907 passed, 0 failed", for whoever reads it by machine. A
 * file that can't be run, and an error that no test caught, count as failures too.
 */
// biome-ignore lint/style/noDefaultExport: vitest takes a reporter from a file's default export.
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const passed = states.filter((state) => state === 'passed').length;
    const failed = states.filter((state) => state === 'failed').length;
    const broken = modules.reduce((sum, module) => sum + module.errors().length, errors.length);
    process.stdout.write(`${passed} passed, ${failed + broken} failed\n`);
  }
}
