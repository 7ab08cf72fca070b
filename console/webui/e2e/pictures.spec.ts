import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { settled, showTheme } from './axe';
import { loudTest as test, signIn } from './base';
import { firstOf } from './work';

const FOLDER = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
const QUALITY = 88;

/** What README and the guides show; each in both languages. */
const PICTURES: readonly { name: string; user: string; path: string | ((page: Page) => Promise<string>) }[] = [
  { name: 'home', user: 'hanako', path: '/' },
  {
    name: 'health',
    user: 'hanako',
    path: async (page) =>
      `/customers/${await firstOf(page, '/api/scoring/v1/follow-ups?limit=1', 'customerId')}?tab=health`,
  },
  { name: 'dashboard', user: 'kenji', path: '/dashboard' },
  {
    name: 'mapping',
    user: 'admin',
    path: async (page) => `/connections/mappings/${await firstOf(page, '/api/sync/v1/mappings?limit=1', 'id')}`,
  },
];

for (const language of ['ja', 'en'] as const) {
  test(`pictures ${language}`, async ({ page }) => {
    await page.addInitScript((chosen) => localStorage.setItem('minori.language', chosen), language);
    const session = await page.context().newCDPSession(page);
    for (const { name, user, path } of PICTURES) {
      await signIn(page, user);
      await page.goto(typeof path === 'string' ? path : await path(page));
      await settled(page);
      await showTheme(page, 'light');
      // The driver itself makes no WebP, which is a third as large as PNG.
      const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
      writeFileSync(`${FOLDER}${name}.${language}.webp`, Buffer.from(data, 'base64'));
    }
  });
}
