import { defineConfig } from '@playwright/test';
import { PATIENCE, use } from './base';

/** Against a running platform (`./minori up`); MINORI_CONSOLE says where, if not on 8080. */
export default defineConfig({
  testDir: '.',
  testIgnore: ['screens.spec.ts', 'pictures.spec.ts'],
  timeout: 3 * PATIENCE,
  expect: { timeout: PATIENCE },
  // The tests of a file share work and keep out of that of other files.
  workers: 2,
  retries: 0,
  // The report is read by ./minori test, which says where it wants it.
  reporter: process.env.PLAYWRIGHT_JUNIT_OUTPUT_FILE === undefined ? [['list']] : [['list'], ['junit']],
  outputDir: '../test-results',
  // A trace of every step doubles the time of a test: it is kept when somebody asks for it.
  use: {
    ...use,
    trace: process.env.MINORI_TRACE === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    actionTimeout: PATIENCE,
    navigationTimeout: PATIENCE,
  },
});
