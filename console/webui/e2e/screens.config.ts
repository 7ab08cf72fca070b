import { defineConfig } from '@playwright/test';
import { PATIENCE, use } from './base';

/** `npm run screens`: a picture of every screen in both languages and themes, in `screens/`, to be looked at. */
export default defineConfig({
  testDir: '.',
  testMatch: 'screens.spec.ts',
  timeout: 10 * PATIENCE,
  expect: { timeout: PATIENCE },
  workers: 1,
  reporter: [['list']],
  outputDir: '../test-results',
  use: { ...use, actionTimeout: PATIENCE, navigationTimeout: PATIENCE },
});
