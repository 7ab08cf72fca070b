import type { Locator, Page } from '@playwright/test';
import { expect, test } from './base';

const MOST_STEPS = 60;

/** Goes on by Tab until something has the focus, and sees that the focus shows. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      const shows = await wanted.evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
      });
      expect(shows, `the focus shows on ${await wanted.innerText()}`).toBe(true);
      return;
    }
  }
  throw new Error(`Tab does not come to ${wanted.toString()}`);
}

for (const theme of ['light', 'dark'] as const) {
  test(`from signing in to the reason of a score by keyboard alone, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto('/');
    await tabTo(page, page.getByRole('link', { name: 'ログイン' }));
    await page.keyboard.press('Enter');
    const hanako = page.locator('button[value="hanako"]');
    await expect(hanako).toBeVisible();
    await hanako.focus();
    await page.keyboard.press('Enter');

    const followUps = page.getByRole('region', { name: '今日フォローする顧客' });
    await expect(followUps.getByRole('link').first()).toBeVisible();
    const name = await followUps.getByRole('link').first().innerText();
    await page.keyboard.press('j');
    await expect(followUps.locator('[data-marked="true"]')).toContainText(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name);

    const reason = page.getByRole('region', { name: 'このスコアの理由' });
    const source = reason.getByRole('button', { name: /の元データを表示$/ }).first();
    await tabTo(page, source);
    await page.keyboard.press('Enter');
    await tabTo(page, reason.getByRole('link', { name: /(Salesforce|kintone)で開く/ }).first());
    // The key for the way back is the browser's, which a browser without windows does not have.
    await page.goBack();
    await expect(page.getByRole('region', { name: 'マイタスク' })).toBeVisible();

    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await expect(page.getByRole('heading', { name: 'タスク', level: 1 })).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox')).toHaveCount(0);
  });
}
