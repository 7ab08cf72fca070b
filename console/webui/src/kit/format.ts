import type { LocalText } from '@/api/types';
import { currentLanguage } from '@/i18n';

/** The zone in which people of the workspace think; set once the workspace is known. */
export const place = { zone: 'Asia/Tokyo' };

export function showTimesIn(zone: string): void {
  place.zone = zone;
}

export type MoneyUnit = 'yen' | 'thousand' | 'ten-thousand';

export interface Amount {
  minor?: number | null;
  currency?: string | null;
}

const JAPANESE_DAY: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  weekday: 'short',
};

/** A calendar date: `2026/03/31（火）`, `Tue, Mar 31, 2026`. Takes `2026-03-31`; knows no zone. */
export function formatDate(date: string, language = currentLanguage()): string {
  return dayText(new Date(`${date.slice(0, 10)}T00:00:00Z`), 'UTC', language);
}

/** The day of an instant in the workspace's zone. */
export function formatDay(instant: string | Date, language = currentLanguage()): string {
  return dayText(new Date(instant), place.zone, language);
}

/** An instant: `2026/03/31（火）9:05`, `Tue, Mar 31, 2026, 9:05`. */
export function formatTime(instant: string | Date, language = currentLanguage()): string {
  const at = new Date(instant);
  const time = formatClock(at, language);
  return language === 'ja'
    ? `${dayText(at, place.zone, language)}${time}`
    : `${dayText(at, place.zone, language)}, ${time}`;
}

/** The end of a span whose begin is told already: without the day where it is the same one. */
export function formatUntil(begin: string | Date, end: string | Date, language = currentLanguage()): string {
  return today(new Date(begin)) === today(new Date(end)) ? formatClock(end, language) : formatTime(end, language);
}

/** A calendar date in the middle of a sentence: `11月21日`, `November 21`; with its year where that is not this one. */
export function formatDayOfYear(date: string, now: Date = new Date(), language = currentLanguage()): string {
  return new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-US', {
    ...(date.slice(0, 4) === today(now).slice(0, 4) ? {} : { year: 'numeric' as const }),
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

/** The time of day of an instant: `9:05`. */
export function formatClock(instant: string | Date, language = currentLanguage()): string {
  return new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: place.zone,
  }).format(new Date(instant));
}

function dayText(at: Date, zone: string, language: string): string {
  if (language !== 'ja') {
    return new Intl.DateTimeFormat('en-US', {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      weekday: 'short',
      timeZone: zone,
    }).format(at);
  }
  const parts = new Map(
    new Intl.DateTimeFormat('ja-JP', { ...JAPANESE_DAY, timeZone: zone })
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  return `${parts.get('year') ?? ''}/${parts.get('month') ?? ''}/${parts.get('day') ?? ''}（${parts.get('weekday') ?? ''}）`;
}

/** Today in the workspace's zone, as `2026-03-31`. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: place.zone, dateStyle: 'short' }).format(now);
}

/** Whole days from today to a calendar date; negative when it is past. */
export function daysUntil(date: string, now: Date = new Date()): number {
  return Math.round(
    (Date.parse(`${date.slice(0, 10)}T00:00:00Z`) - Date.parse(`${today(now)}T00:00:00Z`)) / 86_400_000,
  );
}

/** A calendar date so many days after today. */
export function dayFromToday(days: number, now: Date = new Date()): string {
  return new Date(Date.parse(`${today(now)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** An amount in its currency; yen also in 千円 or 万円. Minor units become what people say. */
export function formatMoney(amount: Amount, unit: MoneyUnit = 'yen', language = currentLanguage()): string {
  const currency = amount.currency ?? 'JPY';
  const locale = language === 'ja' ? 'ja-JP' : 'en-US';
  const digits =
    new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;
  const value = (amount.minor ?? 0) / 10 ** digits;
  if (currency === 'JPY' && language === 'ja' && unit !== 'yen') {
    const [size, word] = unit === 'thousand' ? [1_000, '千円'] : [10_000, '万円'];
    return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value / size).replace('-', '−')}${word}`;
  }
  const text = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
    currencyDisplay: 'narrowSymbol',
  }).format(value);
  return text.replace('￥', '¥').replace('-', '−');
}

/** A number with at most so many digits after the point. */
export function formatNumber(value: number, digits = 0, language = currentLanguage()): string {
  return new Intl.NumberFormat(language === 'ja' ? 'ja-JP' : 'en-US', { maximumFractionDigits: digits }).format(value);
}

/** A share from 0 to 1 as a percentage. */
export function formatShare(share: number, language = currentLanguage()): string {
  return new Intl.NumberFormat(language === 'ja' ? 'ja-JP' : 'en-US', {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);
}

/** A signed difference, with a real minus. */
export function formatDelta(value: number, digits = 1, language = currentLanguage()): string {
  const text = new Intl.NumberFormat(language === 'ja' ? 'ja-JP' : 'en-US', {
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  }).format(value);
  return text.replace('-', '−');
}

/** What the text is called in the language shown; the other language before nothing at all. */
export function textOf(text: LocalText | null | undefined, language = currentLanguage()): string {
  return (language === 'ja' ? (text?.ja ?? text?.en) : (text?.en ?? text?.ja)) ?? '';
}
