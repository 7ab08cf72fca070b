import { expect, test } from 'vitest';
import type { Run } from '@/api/types';
import { linesOf, type RunLine } from './quiet';

const NOBODY = new Set<string>();

const quiet = (id: string, change: Partial<Run> = {}): Run => ({
  id,
  kind: 'incremental',
  state: 'succeeded',
  counts: { read: 3, added: 0, changed: 0, unchanged: 3, removed: 0, rejected: 0 },
  heldRemovals: 0,
  released: 0,
  ...change,
});

const nameOf = (line: RunLine) =>
  'run' in line ? line.run.id : 'quiet' in line ? line.quiet.map((run) => run.id) : 'border';
const names = (runs: Run[], unfolded: ReadonlySet<string> = NOBODY) => linesOf(runs, true, [], unfolded).map(nameOf);

test('runs that found nothing new become one line, in their place', () => {
  const worked = quiet('c', { counts: { read: 1, added: 1 } });
  expect(names([quiet('a'), quiet('b'), worked, quiet('d'), quiet('e')])).toEqual([['a', 'b'], 'c', ['d', 'e']]);
});

test('a single one stays as it is, and nothing makes no line', () => {
  expect(names([quiet('a')])).toEqual(['a']);
  expect(names([])).toEqual([]);
});

test('what failed, goes on, found errors, held back or let in is never folded', () => {
  const loud = [
    quiet('failed', { state: 'failed' }),
    quiet('waiting', { state: 'waiting' }),
    quiet('running', { state: 'running' }),
    quiet('told', { error: { code: 'removals-held', ja: '保留', en: 'held' } }),
    quiet('rejected', { counts: { rejected: 1 } }),
    quiet('changed', { counts: { changed: 1 } }),
    quiet('removed', { counts: { removed: 1 } }),
    quiet('held', { heldRemovals: 2 }),
    quiet('released', { released: 2 }),
    quiet('first', { firstLoad: true }),
    quiet('full', { kind: 'full' }),
  ];
  expect(names(loud)).toEqual(loud.map((run) => run.id));
});

test('a line that somebody opened stays open while newer runs join it', () => {
  expect(names([quiet('b'), quiet('c')], new Set(['b', 'c']))).toEqual(['b', 'c']);
  expect(names([quiet('a'), quiet('b'), quiet('c')], new Set(['b', 'c']))).toEqual(['a', 'b', 'c']);
});

test('below the newest runs stand those older ones that did something, each once', () => {
  const recent = [quiet('9'), quiet('8'), quiet('7', { state: 'failed' }), quiet('6')];
  const loud = [quiet('95', { state: 'running' }), recent[2], quiet('3', { kind: 'full' })].filter(
    (run) => run != null,
  );
  expect(linesOf(recent, false, loud, NOBODY).map(nameOf)).toEqual([['9', '8'], '7', '6', 'border', '3']);
  expect(linesOf(recent, true, loud, NOBODY).map(nameOf)).toEqual([['9', '8'], '7', '6']);
});
