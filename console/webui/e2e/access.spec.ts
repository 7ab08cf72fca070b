import type { Page } from '@playwright/test';
import { showTheme, violations } from './axe';
import { expect, signIn, test } from './base';
import { exists, open, SCREENS } from './walk';

/** Walks beside each other: screens are told apart by who looks at them. */
test.describe.configure({ mode: 'parallel' });

const PARTS = 8;
/** A theme changes colours and nothing else. */
const COLOUR = ['color-contrast', 'link-in-text-block'];
const JAPANESE = /[ぁ-んァ-ヶ一-龠]/;

async function switchTo(page: Page, language: 'ja' | 'en'): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('minori.language', chosen), language);
}

/** Titles of the page itself: what people entered stands in rows, and may be in any language. */
async function titles(page: Page): Promise<string[]> {
  const all = await page.locator('nav a, main thead th, main [role="tab"], main dt').allInnerTexts();
  return [...new Set(all.map((text) => text.trim()).filter((text) => text !== ''))];
}

test('signing in is accessible in both languages and themes', async ({ page }) => {
  for (const [link, title] of [
    ['English', 'Sign in'],
    ['日本語', 'ログイン'],
  ] as const) {
    await page.goto('/');
    await page.getByRole('button', { name: link }).click();
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    for (const theme of ['light', 'dark'] as const) {
      await showTheme(page, theme);
      expect(await violations(page)).toEqual([]);
    }
  }
});

for (let part = 0; part < PARTS; part++) {
  const screens = SCREENS.filter((_, at) => at % PARTS === part).sort((one, other) =>
    one.user.localeCompare(other.user),
  );
  test(`every screen is accessible in both languages and themes, part ${part + 1}`, async ({ page }) => {
    let user = '';
    for (const screen of screens) {
      if (screen.user !== user) {
        await signIn(page, screen.user);
        user = screen.user;
      }
      if (!(await exists(page, screen))) {
        continue;
      }
      for (const language of ['ja', 'en'] as const) {
        const where = `${screen.name} (${language})`;
        await page.emulateMedia({ colorScheme: 'light' });
        await switchTo(page, language);
        await open(page, screen);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        expect.soft(await violations(page), where).toEqual([]);
        const foreign = (await titles(page)).filter((text) =>
          language === 'en' ? JAPANESE.test(text) : /^[a-z][a-z ]+$/.test(text),
        );
        expect.soft(foreign, `words of another language: ${where}`).toEqual([]);
        await showTheme(page, 'dark');
        expect.soft(await violations(page, COLOUR), `${where}, dark`).toEqual([]);
      }
    }
  });
}
