import type { Page } from '@playwright/test';
import { showTheme } from './axe';
import { expect, loudTest as test, signIn } from './base';
import { exists, open, place, SCREENS, type Screen } from './walk';

/** How a screen may look: with what the demo holds, with nothing, and while, or although, its services do not answer. */
const STATES = ['full', 'empty', 'loading', 'error', 'refused'] as const;
type State = (typeof STATES)[number];
type Language = 'ja' | 'en';

/** Who sees the same screens in the workspace that holds nothing. */
const STRANGERS = {
  hanako: 'aozora-csm',
  kenji: 'aozora-admin',
  admin: 'aozora-admin',
  'aozora-admin': 'aozora-admin',
} as const;

const PROBLEMS = {
  error: {
    status: 500,
    title: { ja: '予期しないエラーが発生しました', en: 'Something unexpected happened' },
    incident: '0198f2c4-6a10',
  },
  refused: { status: 403, title: { ja: '権限がありません', en: 'Not allowed' } },
} as const;

/** What the frame around a screen reads; who is signed in is known in every state. */
const FRAME = /\/api\/(session|sync\/v1\/workspaces|notification\/v1\/recipients\/me)/;

async function disturb(page: Page, state: State, language: Language): Promise<void> {
  if (state === 'full' || state === 'empty') {
    return;
  }
  await page.route(
    (url) => url.pathname.startsWith('/api/') && !FRAME.test(url.pathname),
    async (route) => {
      if (state === 'loading') {
        return;
      }
      const { status, title, ...more } = PROBLEMS[state];
      await route.fulfill({
        status,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'about:blank', status, title: title[language], ...more }),
      });
    },
  );
}

/** Only what everybody has can be shown without data; a dialog looks the same in each state. */
function shownIn(state: State, screen: Screen): boolean {
  if (state === 'full') {
    return true;
  }
  return (
    screen.prepare === undefined &&
    screen.name !== 'not-found' &&
    (state !== 'empty' || (typeof screen.path === 'string' && !screen.path.startsWith('/playbooks/')))
  );
}

for (const language of ['ja', 'en'] as const) {
  for (const state of STATES) {
    test(`${state} ${language}`, async ({ page }) => {
      await page.addInitScript((chosen) => localStorage.setItem('minori.language', chosen), language);
      if (state === 'full') {
        await page.goto('/');
        await expect(page.locator('main a[href^="/auth/login"]')).toBeVisible();
        await shoot(page, `${state}/login`, language);
      }
      let user = '';
      for (const screen of SCREENS.filter((each) => shownIn(state, each)).sort((one, other) =>
        one.user.localeCompare(other.user),
      )) {
        const who = state === 'empty' ? STRANGERS[screen.user] : screen.user;
        if (who !== user) {
          await page.unrouteAll({ behavior: 'ignoreErrors' });
          await signIn(page, who);
          await disturb(page, state, language);
          user = who;
        }
        if (!(await exists(page, screen))) {
          continue;
        }
        await page.emulateMedia({ colorScheme: 'light' });
        if (state === 'full' || state === 'empty') {
          await open(page, screen);
        } else {
          await page.goto(await place(page, screen));
          if (state === 'loading') {
            await expect(page.locator('main h1, main .mantine-Skeleton-root').first()).toBeVisible();
          } else {
            await expect(page.locator('main h1, main [role="alert"]').first()).toBeVisible();
            await expect(page.locator('[aria-busy="true"], main .mantine-Skeleton-root')).toHaveCount(0);
          }
        }
        await shoot(page, `${state}/${screen.name}`, language);
      }
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    });
  }
}

async function shoot(page: Page, name: string, language: Language): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await showTheme(page, theme);
    await page.screenshot({ path: `screens/${name}.${language}.${theme}.png`, animations: 'disabled' });
  }
}
