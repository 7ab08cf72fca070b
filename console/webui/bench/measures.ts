import type { Page } from '@playwright/test';

declare global {
  interface Window {
    measured: { rowsAt: number; interactions: Record<string, number> };
  }
}

/** Has every page note when its first rows stand, and how long it takes to answer to each press. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.measured = { rowsAt: 0, interactions: {} };
    new MutationObserver((_, observer) => {
      if (document.querySelector('main tbody a, main li a') !== null) {
        window.measured.rowsAt = performance.now();
        observer.disconnect();
      }
    }).observe(document, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
        const id = String(entry.interactionId ?? 0);
        if (id !== '0') {
          window.measured.interactions[id] = Math.max(window.measured.interactions[id] ?? 0, entry.duration);
        }
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

/** When something was drawn, and when the first rows stood, in milliseconds since the page was asked for. */
export async function firstContent(page: Page): Promise<{ painted: number; rows: number }> {
  return page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    rows: window.measured.rowsAt,
  }));
}

/** How long each press took until its effect was drawn; those below 16 ms are not told. */
export async function interactions(page: Page): Promise<number[]> {
  return page.evaluate(() => Object.values(window.measured.interactions));
}

/** How long the requests of a list took. */
export async function requests(page: Page, path: string): Promise<number[]> {
  return page.evaluate(
    (wanted) =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => new URL(entry.name).pathname === wanted)
        .map(
          (entry) =>
            (entry as PerformanceResourceTiming).responseEnd - (entry as PerformanceResourceTiming).requestStart,
        ),
    path,
  );
}

/** The value that so large a share of all is not above. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
