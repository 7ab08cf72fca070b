import { expect, test } from 'vitest';
import { comparedWith, endOf, lastDayOf, periodName, plusMonths, startOf, stepped } from './period';

test('months are counted over the turn of the year', () => {
  expect(plusMonths('2026-11', 3)).toBe('2027-02');
  expect(plusMonths('2026-01', -1)).toBe('2025-12');
});

test('periods follow the fiscal year', () => {
  expect(startOf('2026-11', 'QUARTER', 4)).toBe('2026-10');
  expect(startOf('2026-11', 'HALF', 4)).toBe('2026-10');
  expect(startOf('2026-02', 'YEAR', 4)).toBe('2025-04');
  expect(startOf('2026-11', 'YEAR', 1)).toBe('2026-01');
  expect(endOf('2026-10', 'QUARTER')).toBe('2026-12');
});

test('periods have the names that Japanese companies use', () => {
  expect(periodName('2026-10', 'HALF', 4)).toEqual({ key: 'secondHalf', year: 2026, number: 2 });
  expect(periodName('2027-01', 'QUARTER', 4)).toEqual({ key: 'quarter', year: 2026, number: 4 });
  expect(periodName('2026-11', 'MONTH', 4)).toEqual({ key: 'month', year: 2026, number: 11 });
});

test('a period is compared with the one before or with the same a year ago', () => {
  expect(comparedWith('2026-10', 'HALF', 'previous-period')).toBe('2026-04');
  expect(comparedWith('2026-10', 'MONTH', 'previous-year')).toBe('2025-10');
  expect(comparedWith('2026-10', 'MONTH', 'none')).toBeUndefined();
  expect(stepped('2026-10', 'QUARTER', 1)).toBe('2027-01');
  expect(lastDayOf('2028-02')).toBe('2028-02-29');
});
