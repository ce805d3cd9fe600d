import { defineConfig } from "vitest/config";
import { closingLine } from "./tests/support/reporter.ts";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    setupFiles: ["tests/support/setup.ts"],
    reporters: ["dot", closingLine],
    // Real clients on a busy machine: CI gives a test a second try, and the closing lines name each that needed it.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
