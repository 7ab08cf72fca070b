import { useSyncExternalStore } from 'react';
import type { MoneyUnit } from './format';

const KEY = 'minori.money-unit';
const listeners = new Set<() => void>();

export const MONEY_UNITS: readonly MoneyUnit[] = ['yen', 'thousand', 'ten-thousand'];

function read(): MoneyUnit {
  const kept = localStorage.getItem(KEY);
  return kept === 'thousand' || kept === 'ten-thousand' ? kept : 'yen';
}

/** In what the person reads amounts: 円, 千円 or 万円. */
export function useMoneyUnit(): MoneyUnit {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, read);
}

export function chooseMoneyUnit(unit: MoneyUnit): void {
  localStorage.setItem(KEY, unit);
  listeners.forEach((listener) => listener());
}
