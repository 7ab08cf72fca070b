import type { AreaWords } from './dictionary';
import type { Language } from './language';

/** A part of the words that comes with the screens that use it. */
export type Area = keyof AreaWords;

export const AREAS: { [A in Area]: Record<Language, () => Promise<AreaWords[A]>> } = {
  customer: {
    ja: async () => (await import('./customer.ja')).customerJa,
    en: async () => (await import('./customer.en')).customerEn,
  },
  customers: {
    ja: async () => (await import('./customers.ja')).customersJa,
    en: async () => (await import('./customers.en')).customersEn,
  },
  dashboard: {
    ja: async () => (await import('./dashboard.ja')).dashboardJa,
    en: async () => (await import('./dashboard.en')).dashboardEn,
  },
  home: {
    ja: async () => (await import('./home.ja')).homeJa,
    en: async () => (await import('./home.en')).homeEn,
  },
  inbox: {
    ja: async () => (await import('./inbox.ja')).inboxJa,
    en: async () => (await import('./inbox.en')).inboxEn,
  },
  integration: {
    ja: async () => (await import('./integration.ja')).integrationJa,
    en: async () => (await import('./integration.en')).integrationEn,
  },
  notices: {
    ja: async () => (await import('./notices.ja')).noticesJa,
    en: async () => (await import('./notices.en')).noticesEn,
  },
  playbooks: {
    ja: async () => (await import('./playbooks.ja')).playbooksJa,
    en: async () => (await import('./playbooks.en')).playbooksEn,
  },
  settings: {
    ja: async () => (await import('./settings.ja')).settingsJa,
    en: async () => (await import('./settings.en')).settingsEn,
  },
  tour: {
    ja: async () => (await import('./tour.ja')).tourJa,
    en: async () => (await import('./tour.en')).tourEn,
  },
  welcome: {
    ja: async () => (await import('./welcome.ja')).welcomeJa,
    en: async () => (await import('./welcome.en')).welcomeEn,
  },
};
