import type { Page } from '@playwright/test';
import { showTheme, violations } from './axe';
import { expect, signIn, test } from './base';
import { exists, open, SCREENS } from './walk';

/** Walks beside each other, after all others by the name of the file: those leave alerts, tasks and runs to look at. */
test.describe.configure({ mode: 'parallel' });

const PARTS = 4;
/** Every screen in both languages and themes takes minutes: otherwise each is looked at once, in turn. */
const LONG = process.env.MINORI_LONG !== undefined;
const LOOKS = [
  { language: 'ja', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'ja', theme: 'dark' },
  { language: 'en', theme: 'light' },
] as const;
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

const WALK = SCREENS.map((screen, at) => ({ screen, looks: LONG ? LOOKS : [LOOKS[at % LOOKS.length] ?? LOOKS[0]] }));

for (let part = 0; part < PARTS; part++) {
  const screens = WALK.filter((_, at) => Math.floor(at / LOOKS.length) % PARTS === part).sort((one, other) =>
    one.screen.user.localeCompare(other.screen.user),
  );
  test(`every screen is accessible in its languages and themes, part ${part + 1}`, async ({ page }) => {
    let user = '';
    for (const { screen, looks } of screens) {
      if (screen.user !== user) {
        await signIn(page, screen.user);
        user = screen.user;
      }
      if (!(await exists(page, screen))) {
        continue;
      }
      for (const { language, theme } of looks) {
        const where = `${screen.name} (${language}, ${theme})`;
        await page.emulateMedia({ colorScheme: theme });
        await switchTo(page, language);
        await open(page, screen);
        await showTheme(page, theme);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        expect.soft(await violations(page), where).toEqual([]);
        const foreign = (await titles(page)).filter((text) =>
          language === 'en' ? JAPANESE.test(text) : /^[a-z][a-z ]+$/.test(text),
        );
        expect.soft(foreign, `words of another language: ${where}`).toEqual([]);
      }
    }
  });
}
