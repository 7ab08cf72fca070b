import type { TFunction } from 'i18next';

export const STEPS = ['alert', 'home', 'customer', 'explanation', 'source'] as const;

export type StepName = (typeof STEPS)[number];

/** On which kind of page a step is. */
export function isThere(name: StepName, pathname: string): boolean {
  return name === 'home' || name === 'alert' ? pathname === '/' : /^\/customers\/[^/]+$/.test(pathname);
}

const region = (label: string) => document.querySelector<HTMLElement>(`section[aria-label="${CSS.escape(label)}"]`);

/** What a step points at, if it is on the page. */
export function targetOf(name: StepName, t: TFunction): HTMLElement | null {
  switch (name) {
    case 'alert':
      return region(t('home.alerts'));
    case 'home':
      return region(t('home.followUp'));
    case 'customer':
      return document.querySelector<HTMLElement>('main h1')?.closest('header') ?? null;
    case 'explanation':
      return region(t('customer.explanation'));
    case 'source':
      return (
        document.querySelector<HTMLElement>('main a[target="_blank"]') ??
        region(t('customer.explanation'))?.querySelector<HTMLElement>('button[aria-expanded]') ??
        region(t('customer.explanation'))
      );
  }
}

/** The customer that the tour goes to: of the first alert, else the first of the day. */
export function customerLink(t: TFunction): HTMLAnchorElement | null {
  const links = (area: HTMLElement | null) => area?.querySelector<HTMLAnchorElement>('a[href^="/customers/"]') ?? null;
  return links(region(t('home.alerts'))) ?? links(region(t('home.followUp')));
}
