import { defineConfig } from '@playwright/test';
import { PATIENCE, use } from '../e2e/base';

/** `console/bench/run`: measures, and fails where a limit is not kept. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  timeout: 90 * PATIENCE,
  expect: { timeout: PATIENCE },
  workers: 1,
  reporter: [['line']],
  outputDir: '../test-results',
  use: { ...use, actionTimeout: PATIENCE, navigationTimeout: PATIENCE },
});
