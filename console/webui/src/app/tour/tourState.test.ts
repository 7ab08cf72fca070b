import { renderHook } from '@testing-library/react';
import { act } from 'react';
import { expect, it } from 'vitest';
import { tour, useTourStep } from './tourState';

it('stays away when the reader left while the next page was on its way', () => {
  const { result } = renderHook(() => useTourStep());
  act(() => tour.start());
  act(() => tour.end('hanako'));
  act(() => expect(tour.go(0, 1)).toBe(false));
  expect(result.current).toBe(-1);
});

it('moves on from the step it stands at', () => {
  const { result } = renderHook(() => useTourStep());
  act(() => tour.start());
  act(() => expect(tour.go(0, 1)).toBe(true));
  expect(result.current).toBe(1);
  act(() => tour.end('hanako'));
});
