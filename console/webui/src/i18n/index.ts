import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { callContext } from '@/api/client';
import type { Dictionary } from './dictionary';

export type Language = 'ja' | 'en';

export const LANGUAGES: readonly Language[] = ['ja', 'en'];

/** Each in its own words. */
export const LANGUAGE_NAMES: Record<Language, string> = { ja: '日本語', en: 'English' };

const CHOSEN = 'minori.language';

// Only the language that is shown is loaded.
const dictionaries: Record<Language, () => Promise<Dictionary>> = {
  ja: async () => (await import('./ja')).ja,
  en: async () => (await import('./en')).en,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: Dictionary };
  }
}

/** What the person chose on this device, if anything. */
export function chosenLanguage(): Language | null {
  const kept = localStorage.getItem(CHOSEN);
  return kept === 'ja' || kept === 'en' ? kept : null;
}

/** What a browser that nobody has spoken to yet prefers. */
export function browserLanguage(): Language {
  return navigator.language.startsWith('ja') ? 'ja' : 'en';
}

async function load(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'words')) {
    i18next.addResourceBundle(language, 'words', await dictionaries[language]());
  }
}

export async function startLanguage(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    ns: ['words'],
    defaultNS: 'words',
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await showLanguage(language);
}

/** Shows a language; `keep` remembers it on this device. */
export async function showLanguage(language: Language, keep = false): Promise<void> {
  await load(language);
  callContext.language = language;
  document.documentElement.lang = language;
  if (keep) {
    localStorage.setItem(CHOSEN, language);
  }
  await i18next.changeLanguage(language);
}

/** The language shown now. */
export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'ja';
}
