import { defineConfig } from '@playwright/test';
import { PATIENCE, use } from './base';

/** `npm run pictures`: makes the pictures of README and guides anew, from a platform started fresh. */
export default defineConfig({
  testDir: '.',
  testMatch: 'pictures.spec.ts',
  timeout: 5 * PATIENCE,
  expect: { timeout: PATIENCE },
  workers: 1,
  reporter: [['list']],
  outputDir: '../test-results',
  use: { ...use, actionTimeout: PATIENCE, navigationTimeout: PATIENCE },
});
