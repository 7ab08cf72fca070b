import type { Length } from '@/api/queries/portfolio';

export type Comparison = 'none' | 'previous-period' | 'previous-year';

const MONTHS: Record<Length, number> = { MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12 };

export const LENGTHS: readonly Length[] = ['MONTH', 'QUARTER', 'HALF', 'YEAR'];
export const COMPARISONS: readonly Comparison[] = ['none', 'previous-period', 'previous-year'];

/** `2026-11` plus so many months. */
export function plusMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
}

/** The first month of the period that a month lies in, counted from the start of the fiscal year. */
export function startOf(month: string, by: Length, fiscalStart: number): string {
  const within = (Number(month.slice(5, 7)) - fiscalStart + 12) % MONTHS[by];
  return plusMonths(month, -within);
}

/** The last month of a period. */
export function endOf(start: string, by: Length): string {
  return plusMonths(start, MONTHS[by] - 1);
}

/** The period before or after. */
export function stepped(start: string, by: Length, steps: number): string {
  return plusMonths(start, MONTHS[by] * steps);
}

/** Where the compared period begins. */
export function comparedWith(start: string, by: Length, comparison: Comparison): string | undefined {
  return comparison === 'none'
    ? undefined
    : comparison === 'previous-year'
      ? plusMonths(start, -12)
      : stepped(start, by, -1);
}

/** Last calendar day of a month. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** What a period is called: the calendar year and month, or the fiscal year and its part. */
export function periodName(
  start: string,
  by: Length,
  fiscalStart: number,
): { key: 'month' | 'quarter' | 'firstHalf' | 'secondHalf' | 'year'; year: number; number: number } {
  const yearStart = startOf(start, 'YEAR', fiscalStart);
  const year = Number(yearStart.slice(0, 4));
  const into = monthsBetween(yearStart, start);
  switch (by) {
    case 'MONTH':
      return { key: 'month', year: Number(start.slice(0, 4)), number: Number(start.slice(5, 7)) };
    case 'QUARTER':
      return { key: 'quarter', year, number: into / 3 + 1 };
    case 'HALF':
      return { key: into === 0 ? 'firstHalf' : 'secondHalf', year, number: into / 6 + 1 };
    case 'YEAR':
      return { key: 'year', year, number: 1 };
  }
}
