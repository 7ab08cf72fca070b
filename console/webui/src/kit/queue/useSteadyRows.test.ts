import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useSteadyRows } from './useSteadyRows';

const id = (row: string) => row;

function rendered(rows: string[], busy = false) {
  return renderHook(
    (given: { rows: string[]; busy: boolean; list: string }) => useSteadyRows(given.rows, id, given.list, given.busy),
    {
      initialProps: { rows, busy, list: 'a' },
    },
  );
}

test('what comes while somebody works waits until it is asked for', () => {
  const { result, rerender } = rendered(['1', '2']);
  rerender({ rows: ['0', '1', '2'], busy: true, list: 'a' });
  expect(result.current.rows).toEqual(['1', '2']);
  expect(result.current.waiting).toBe(1);
  act(() => result.current.show());
  expect(result.current.rows).toEqual(['0', '1', '2']);
  expect(result.current.waiting).toBe(0);
});

test('what comes while nobody works is shown at once', () => {
  const { result, rerender } = rendered(['1']);
  rerender({ rows: ['0', '1'], busy: false, list: 'a' });
  expect(result.current.rows).toEqual(['0', '1']);
});

test('reading on is not waiting, and what is gone is gone', () => {
  const { result, rerender } = rendered(['1', '2']);
  rerender({ rows: ['1', '2', '3'], busy: true, list: 'a' });
  expect(result.current.rows).toEqual(['1', '2', '3']);
  rerender({ rows: ['2', '3'], busy: true, list: 'a' });
  expect(result.current.rows).toEqual(['2', '3']);
});

test('another list is shown whole', () => {
  const { result, rerender } = rendered(['1', '2']);
  rerender({ rows: ['8', '9'], busy: true, list: 'b' });
  expect(result.current.rows).toEqual(['8', '9']);
});
