import type { Length } from '@/api/queries/portfolio';
import { COMPARISONS, LENGTHS, type Comparison } from './period';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the dashboard shows, as in the address. */
export interface DashboardSearch {
  by?: Length;
  /** A month in the period. */
  month?: string;
  compare?: Comparison;
  team?: string;
}

export function readDashboard(search: Record<string, unknown>): DashboardSearch {
  const by = LENGTHS.find((each) => each === search.by);
  const compare = COMPARISONS.find((each) => each === search.compare);
  return {
    ...(by === undefined ? {} : { by }),
    ...(typeof search.month === 'string' && MONTH.test(search.month) ? { month: search.month } : {}),
    ...(compare === undefined ? {} : { compare }),
    ...(typeof search.team === 'string' ? { team: search.team } : {}),
  };
}

const CONTRACT_DAYS = ['lastDayFrom', 'lastDayTo', 'noticeDeadlineFrom', 'noticeDeadlineTo'] as const;
const WHOSE = ['owner', 'team'] as const;

export type ContractSearch = Partial<Record<(typeof CONTRACT_DAYS)[number] | (typeof WHOSE)[number], string>>;

export function readContracts(search: Record<string, unknown>): ContractSearch {
  const read: ContractSearch = {};
  for (const key of CONTRACT_DAYS) {
    const value = search[key];
    if (typeof value === 'string' && DAY.test(value)) {
      read[key] = value;
    }
  }
  for (const key of WHOSE) {
    const value = search[key];
    if (typeof value === 'string' && value !== '') {
      read[key] = value;
    }
  }
  return read;
}

export interface PayerSearch {
  /** The day. */
  on?: string;
  currency?: string;
  team?: string;
}

export function readPayers(search: Record<string, unknown>): PayerSearch {
  return {
    ...(typeof search.on === 'string' && DAY.test(search.on) ? { on: search.on } : {}),
    ...(typeof search.currency === 'string' ? { currency: search.currency } : {}),
    ...(typeof search.team === 'string' ? { team: search.team } : {}),
  };
}

export const KINDS = ['NEW', 'EXPANSION', 'CONTRACTION', 'CHURN', 'REACTIVATION', 'CURRENCY_CHANGE'] as const;

export interface MoverSearch {
  from?: string;
  to?: string;
  kind?: (typeof KINDS)[number];
  currency?: string;
  team?: string;
}

export function readMovers(search: Record<string, unknown>): MoverSearch {
  const kind = KINDS.find((each) => each === search.kind);
  return {
    ...(typeof search.from === 'string' && MONTH.test(search.from) ? { from: search.from } : {}),
    ...(typeof search.to === 'string' && MONTH.test(search.to) ? { to: search.to } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(typeof search.currency === 'string' ? { currency: search.currency } : {}),
    ...(typeof search.team === 'string' ? { team: search.team } : {}),
  };
}
