import { defineConfig } from "vitest/config";
import { closingLine } from "./tests/support/reporter.ts";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    setupFiles: ["tests/support/setup.ts"],
    reporters: ["dot", closingLine],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
