// Prints one last line that a shell can read, such as `TESTS passed=120 failed=0 skipped=3`; named in vitest.config.ts.
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      counts.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== 'pending') counts[state]++;
      }
    }
    // A run that could not begin has no tests that failed.
    if (reason === 'failed' && counts.failed === 0) counts.failed = 1;
    // After the default reporter's own summary, which is written in the same event.
    setImmediate(() => console.log(`TESTS passed=${counts.passed} failed=${counts.failed} skipped=${counts.skipped}`));
  }
}
