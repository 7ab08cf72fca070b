import { expect, test } from 'vitest';
import { instantOf, localOf } from './zone';

test('a time of the workspace becomes the instant it is there', () => {
  expect(instantOf('2026-03-31T09:00', 'Asia/Tokyo')).toBe('2026-03-31T00:00:00.000Z');
  expect(instantOf('2026-03-31', 'Asia/Tokyo')).toBe('2026-03-30T15:00:00.000Z');
});

test('an instant becomes the time of the workspace', () => {
  expect(localOf('2026-03-31T00:00:00Z', 'Asia/Tokyo')).toBe('2026-03-31T09:00');
});

test('the clocks of summer are known', () => {
  expect(instantOf('2026-07-01T12:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00.000Z');
  expect(instantOf('2026-01-01T12:00', 'Europe/Berlin')).toBe('2026-01-01T11:00:00.000Z');
  expect(instantOf('2026-03-29T03:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
});
