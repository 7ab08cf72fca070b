export type Language = 'ja' | 'en';

export const LANGUAGES: readonly Language[] = ['ja', 'en'];

/** Each in its own words. */
export const LANGUAGE_NAMES: Record<Language, string> = { ja: '日本語', en: 'English' };
