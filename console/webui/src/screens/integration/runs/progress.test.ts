import { expect, test } from 'vitest';
import type { Run } from '@/api/types';
import { progressOf, progressOfAll } from './progress';

const run = (state: string, read: number, expected: number | null, durationSeconds: number | null): Run => ({
  state,
  expected,
  durationSeconds,
  counts: { read },
});

test('the time left follows the speed so far', () => {
  expect(progressOf(run('running', 250, 1_000, 10))).toEqual({ share: 0.25, secondsLeft: 30 });
});

test('nothing is guessed where the source announced nothing, or where a run has just begun', () => {
  expect(progressOf(run('running', 250, null, 10))).toEqual({ share: null, secondsLeft: null });
  expect(progressOf(run('running', 250, 1_000, 1))).toEqual({ share: 0.25, secondsLeft: null });
});

test('a source that grows while it is read does not lead beyond the end', () => {
  expect(progressOf(run('running', 1_050, 1_000, 10))).toEqual({ share: 1, secondsLeft: 0 });
});

test('several runs are one load once all of them know how much there is', () => {
  const done = run('succeeded', 300, 300, 4);
  expect(progressOfAll([done, run('waiting', 0, null, null)]).share).toBeNull();
  expect(progressOfAll([done, run('running', 300, 900, 4)])).toEqual({ share: 0.5, secondsLeft: 4 });
});
