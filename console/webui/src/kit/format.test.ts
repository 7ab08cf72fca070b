import { expect, test } from 'vitest';
import {
  daysUntil,
  formatDate,
  formatDayOfYear,
  formatDelta,
  formatMoney,
  formatTime,
  formatUntil,
  textOf,
  today,
} from './format';

test('dates look as people in Japan write them', () => {
  expect(formatDate('2026-03-31', 'ja')).toBe('2026/03/31（火）');
  expect(formatDate('2026-03-31', 'en')).toBe('Tue, Mar 31, 2026');
});

test('instants are shown in the zone of the workspace', () => {
  expect(formatTime('2026-03-30T15:05:00Z', 'ja')).toBe('2026/03/31（火）0:05');
});

test('the end of a span names its day only where that is another one in the zone of the workspace', () => {
  expect(formatUntil('2026-03-30T15:05:00Z', '2026-03-30T15:10:00Z', 'ja')).toBe('0:10');
  expect(formatUntil('2026-03-30T14:55:00Z', '2026-03-30T15:10:00Z', 'ja')).toBe('2026/03/31（火）0:10');
  expect(formatUntil('2026-03-30T15:05:00Z', '2026-03-30T15:10:00Z', 'en')).toBe('0:10');
});

test('a day within a sentence names its year only where that is not this one', () => {
  const now = new Date('2026-11-22T03:00:00Z');
  expect(formatDayOfYear('2026-11-21', now, 'ja')).toBe('11月21日');
  expect(formatDayOfYear('2026-11-21', now, 'en')).toBe('November 21');
  expect(formatDayOfYear('2025-12-31', now, 'ja')).toBe('2025年12月31日');
  expect(formatDayOfYear('2025-12-31', now, 'en')).toBe('December 31, 2025');
});

test('the day changes at midnight in the zone of the workspace, not in UTC', () => {
  const justAfterMidnight = new Date('2026-03-30T15:00:01Z');
  expect(today(justAfterMidnight)).toBe('2026-03-31');
  expect(daysUntil('2026-04-01', justAfterMidnight)).toBe(1);
  expect(daysUntil('2026-03-30', justAfterMidnight)).toBe(-1);
});

test('yen have no fraction, and can be told in thousands and ten thousands', () => {
  expect(formatMoney({ minor: 1234567, currency: 'JPY' }, 'yen', 'ja')).toBe('¥1,234,567');
  expect(formatMoney({ minor: 1234567, currency: 'JPY' }, 'thousand', 'ja')).toBe('1,234.6千円');
  expect(formatMoney({ minor: 1234567, currency: 'JPY' }, 'ten-thousand', 'ja')).toBe('123.5万円');
});

test('other currencies keep their fraction and are never told in yen units', () => {
  expect(formatMoney({ minor: 123450, currency: 'USD' }, 'ten-thousand', 'ja')).toBe('$1,234.5');
});

test('differences carry a sign, and none when there is none', () => {
  expect(formatDelta(3.25, 1, 'ja')).toBe('+3.3');
  expect(formatDelta(-3, 1, 'ja')).toBe('−3');
  expect(formatDelta(0, 1, 'ja')).toBe('0');
});

test('a text missing in one language is shown in the other', () => {
  expect(textOf({ ja: '契約' }, 'en')).toBe('契約');
  expect(textOf(null, 'ja')).toBe('');
});
