/** Says at the end what was skipped and why, and the counts in one plain line. */
import { existsSync } from "node:fs";
import type { Reporter, TestCase, TestModule } from "vitest/node";

/** What this machine does not have, and what that leaves out. */
function missing(): string[] {
  return [
    ...(process.env.TEST_POSTGRESQL
      ? []
      : [
          "Run on SQLite alone. For PostgreSQL: TEST_POSTGRESQL=postgresql://postgres@127.0.0.1:5432/postgres npm test",
        ]),
    ...(existsSync("/usr/bin/chromium")
      ? []
      : ["No /usr/bin/chromium here, so the browser tests were skipped."]),
  ];
}

const all = (modules: readonly TestModule[]): TestCase[] =>
  modules.flatMap((module) => [...module.children.allTests()]);

export const closingLine: Reporter = {
  onTestRunEnd(modules, errors) {
    const tests = all(modules);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const reasons = tests
      .filter((test) => test.result().state === "skipped")
      .map((test) => (test.result() as { note?: string }).note ?? test.fullName);
    for (const test of tests.filter((test) => test.diagnostic()?.flaky))
      console.log(`needed a second try: ${test.fullName}`);
    for (const reason of new Set([...missing(), ...reasons])) console.log(`skipped: ${reason}`);
    console.log(`${count("passed")} passed, ${count("failed") + broken} failed, ${count("skipped")} skipped`);
  },
};
