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
  // The browser tells of a paint some time after it, and of none at all to a page that was never in sight.
  const told = await page.waitForFunction(
    () => {
      const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
      return painted === undefined || window.measured.rowsAt === 0 ? null : { painted, rows: window.measured.rowsAt };
    },
    null,
    { polling: 50 },
  );
  const content = await told.jsonValue();
  if (content === null) {
    throw new Error('The browser did not say when it drew the page');
  }
  return content;
}

/** How long each press took until its effect was drawn; those below 16 ms are not told. */
export async function interactions(page: Page): Promise<number[]> {
  return page.evaluate(() => Object.values(window.measured.interactions));
}

/** How long the requests of a list took; the first one runs while the page itself is still on its way. */
export async function requests(page: Page, path: string): Promise<{ address: string; millis: number }[]> {
  return page.evaluate(
    (wanted) =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter((entry) => new URL(entry.name).pathname === wanted && entry.responseEnd > 0)
        .map((entry) => ({ address: entry.name, millis: entry.responseEnd - entry.requestStart })),
    path,
  );
}

/** How long the same requests take through the console without a browser at work; each so many times, in turn. */
export async function alone(page: Page, addresses: readonly string[], times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    for (const address of addresses) {
      const begun = performance.now();
      const answer = await page.request.get(address);
      await answer.body();
      taken.push(performance.now() - begun);
      if (!answer.ok()) {
        throw new Error(`${address}: ${answer.status()}`);
      }
    }
  }
  return taken;
}

/** The value that so large a share of all is not above. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined || Number.isNaN(value)) {
    throw new Error('Nothing was measured');
  }
  return value;
}
