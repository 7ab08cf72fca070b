import { defineConfig } from '@playwright/test';
import { PATIENCE, use } from './base';

/** `npm run screens`: a picture of every screen in both languages, both themes and each state, in `screens/`, to be looked at. */
export default defineConfig({
  testDir: '.',
  testMatch: 'screens.spec.ts',
  timeout: 10 * PATIENCE,
  expect: { timeout: PATIENCE },
  fullyParallel: true,
  workers: 2,
  reporter: [['list']],
  outputDir: '../test-results',
  use: { ...use, actionTimeout: PATIENCE, navigationTimeout: PATIENCE },
});
