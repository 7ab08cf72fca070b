import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { callContext } from '@/api/client';
import { AREAS, type Area } from './areas';
import type { CommonWords, Dictionary } from './dictionary';
import type { Language } from './language';

export { LANGUAGE_NAMES, LANGUAGES, type Language } from './language';

const CHOSEN = 'minori.language';

// Only the language that is shown is loaded, and of it only what the screens need that were opened.
const common: Record<Language, () => Promise<CommonWords>> = {
  ja: async () => (await import('./ja')).ja,
  en: async () => (await import('./en')).en,
};

const opened = new Set<Area>();
const loaded = new Set<string>();
/** The language that is shown, or is about to be. */
let wanted: Language = 'ja';

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

async function load(part: 'common' | Area, language: Language): Promise<void> {
  const name = `${language}/${part}`;
  if (!loaded.has(name)) {
    const words = await (part === 'common' ? common : AREAS[part])[language]();
    i18next.addResourceBundle(language, 'words', words, true, true);
    loaded.add(name);
  }
}

/** A part of the page together with the words of the areas that it uses. */
export async function withWords<T>(part: Promise<T>, ...areas: Area[]): Promise<T> {
  areas.forEach((area) => opened.add(area));
  const [content] = await Promise.all([part, ...areas.map((area) => load(area, wanted))]);
  return content;
}

/** What is asked for from now on is asked for in this language. */
function want(language: Language): void {
  wanted = language;
  callContext.language = language;
}

export async function startLanguage(language: Language): Promise<void> {
  want(language);
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
  want(language);
  await Promise.all([load('common', language), ...[...opened].map((area) => load(area, language))]);
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
