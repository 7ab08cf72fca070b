import { defineConfig } from '@playwright/test';
import { PATIENCE, use } from './base';

/** Against a running platform (`./minori up`); MINORI_CONSOLE says where, if not on 8080. */
export default defineConfig({
  testDir: '.',
  testIgnore: 'screens.spec.ts',
  timeout: 3 * PATIENCE,
  expect: { timeout: PATIENCE },
  workers: 1,
  retries: 0,
  // The report is read by ./minori test, which says where it wants it.
  reporter: process.env.PLAYWRIGHT_JUNIT_OUTPUT_FILE === undefined ? [['list']] : [['list'], ['junit']],
  outputDir: '../test-results',
  use: { ...use, trace: 'retain-on-failure', actionTimeout: PATIENCE, navigationTimeout: PATIENCE },
});
