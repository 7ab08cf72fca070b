import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const A_AND_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What breaks WCAG at level A or AA on the page as it stands; each with its place and what would mend it. */
export async function violations(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page })
    .options({ runOnly: { type: 'tag', values: A_AND_AA }, resultTypes: ['violations'] })
    // There are no frames in the page, so that it can be judged in one go.
    .setLegacyMode()
    .analyze();
  return result.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`).join('\n')}`,
  );
}

/** The page in a theme, drawn to its end. */
export async function showTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** Nothing waits any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1')).toBeVisible();
  await expect(page.locator('[aria-busy="true"], .mantine-Skeleton-root')).toHaveCount(0);
  await expect(page.locator('main').getByText(/^(読み込んでいます…|Loading…)$/)).toHaveCount(0);
}
