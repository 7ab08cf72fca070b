import { expect, test as base, type Cookie, type Page } from '@playwright/test';

export const CONSOLE = process.env.MINORI_CONSOLE ?? `http://127.0.0.1:${process.env.MINORI_PORT_CONSOLE ?? '8080'}`;

/** A machine that also runs the whole platform is slow: tests wait for what they want to see, never for a time. */
export const PATIENCE = 60_000;

export const use = {
  baseURL: CONSOLE,
  viewport: { width: 1360, height: 860 },
  locale: 'ja-JP',
  timezoneId: 'Asia/Tokyo',
  // What is looked at and measured must not be on its way from one colour to another.
  contextOptions: { reducedMotion: 'reduce' as const },
  launchOptions: {
    executablePath: process.env.MINORI_CHROMIUM ?? '/usr/bin/chromium',
    // Chromium's own sandbox does not start for root, in containers and on build servers.
    // Without a display, drawing by software is what there is; the plain way of it costs least.
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  },
};

/** Signs in as a demo user, click by click; the provider's page has a button for each. */
export async function logIn(page: Page, userName: string, returnTo = '/'): Promise<void> {
  await page.goto(`/auth/login?return=${encodeURIComponent(returnTo)}`);
  await page.locator(`button[value="${userName}"]`).click();
  await page.waitForURL((url) => url.pathname === returnTo.replace(/\?.*$/, ''));
}

/** Sessions that tests share, so that most of them begin where people do: signed in already. */
const sessions = new Map<string, Cookie[]>();

/** Opens a page as somebody; signs in when nobody has yet under this name. */
export async function signIn(page: Page, userName: string, returnTo = '/'): Promise<void> {
  const context = page.context();
  const session = sessions.get(userName);
  await context.clearCookies();
  if (session === undefined) {
    await logIn(page, userName, returnTo);
    sessions.set(userName, await context.cookies(CONSOLE));
  } else {
    await context.addCookies(session);
    await page.goto(returnTo);
  }
  // Until the page has its mark, a request beside it would be given another, and the token of one of them would not hold.
  await expect
    .poll(async () => (await context.cookies(CONSOLE)).some(({ name }) => name === 'minori_browser'))
    .toBe(true);
}

/** A page without the tour, which has a test of its own and would elsewhere lie over the page. */
export const loudTest = base.extend<{ calm: undefined }>({
  calm: [
    async ({ page }, use) => {
      await page.addInitScript(() => localStorage.setItem('minori.tour', 'off'));
      await use(undefined);
    },
    { auto: true },
  ],
});

/** A page on which an error in the browser's console fails the test: a refused style, a script that broke. */
export const test = loudTest.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        // That nobody is signed in yet, that there is no such record, that what was entered is wrong, or that a service
        // is away, is an answer and not an error of the page.
        const answered =
          /status of (401|503)/.test(message.text()) ||
          (/status of (404|422)/.test(message.text()) && message.location().url.includes('/api/')) ||
          // A stream of the page before that comes back after somebody else signed in.
          (message.text().includes('status of 403') && message.location().url.endsWith('/changes'));
        if (message.type() === 'error' && !answered) {
          errors.push(message.text());
        }
      });
      await use(undefined);
      if (errors.length > 0) {
        throw new Error(`The browser's console has errors:\n${errors.join('\n')}`);
      }
    },
    { auto: true },
  ],
});

export { expect };
