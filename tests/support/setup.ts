/** For every test file: what it wrote to the console fails it, and what it made is removed. */
import { afterAll, afterEach, beforeEach, expect, vi } from "vitest";
import { removeDatabases } from "./database.ts";

beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  const error = vi.mocked(console.error);
  const said = error.mock.calls.map((call) => call.join(" "));
  error.mockRestore();
  expect(said, "something was written to console.error").toEqual([]);
});

afterAll(removeDatabases);
