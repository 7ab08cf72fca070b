import type { Run } from '@/api/types';

export interface Progress {
  /** From 0 to 1; null where the source did not say how much there is. */
  share: number | null;
  /** Seconds until the end at the speed so far; null while that cannot be told. */
  secondsLeft: number | null;
}

/** Long enough that the speed so far means something. */
const SETTLED_SECONDS = 3;

/** How far a run is, by what the source announced. */
export function progressOf(run: Run): Progress {
  const { expected, durationSeconds } = run;
  const read = run.counts?.read ?? 0;
  if (run.state === 'succeeded') {
    return { share: 1, secondsLeft: 0 };
  }
  if (expected == null || expected <= 0) {
    return { share: null, secondsLeft: null };
  }
  const share = Math.min(read / expected, 1);
  const seconds = durationSeconds ?? 0;
  return {
    share,
    secondsLeft: read > 0 && seconds >= SETTLED_SECONDS ? Math.max(0, (expected - read) * (seconds / read)) : null,
  };
}

/** Several runs as one: what is not announced yet counts as nothing read. */
export function progressOfAll(runs: readonly Run[]): Progress {
  const expected = runs.reduce((sum, run) => sum + (run.expected ?? run.counts?.read ?? 0), 0);
  const read = runs.reduce((sum, run) => sum + Math.min(run.counts?.read ?? 0, run.expected ?? Infinity), 0);
  const known = runs.every((run) => run.state === 'succeeded' || run.state === 'failed' || run.expected != null);
  if (expected === 0 || !known) {
    return { share: null, secondsLeft: null };
  }
  const seconds = Math.max(0, ...runs.map((run) => run.durationSeconds ?? 0));
  return {
    share: Math.min(read / expected, 1),
    secondsLeft: read > 0 && seconds >= SETTLED_SECONDS ? Math.max(0, (expected - read) * (seconds / read)) : null,
  };
}
