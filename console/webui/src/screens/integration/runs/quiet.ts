import type { Run } from '@/api/types';

/** A line of the list of runs: one run, several in a row that found nothing new, or where only others follow. */
export type RunLine =
  | { run: Run }
  // Runs come and go at both ends of a stretch: what it is known by is which one of them it is.
  | { quiet: Run[]; at: number }
  | { border: true };

/** A run that came by the clock, went well and changed nothing. Whatever failed, waits or held something back is not. */
function isQuiet(run: Run): boolean {
  const { counts, heldRemovals, released } = run;
  return (
    run.kind === 'incremental' &&
    run.state === 'succeeded' &&
    run.firstLoad !== true &&
    run.error == null &&
    [counts?.added, counts?.changed, counts?.removed, counts?.rejected, heldRemovals, released].every(
      (count) => (count ?? 0) === 0,
    )
  );
}

/**
 * Runs as lines, in the order given: quiet ones that follow each other become one line.
 *
 * @param unfolded runs that are wanted apart; one of them brings out all of its line
 */
function foldQuiet(runs: readonly Run[], unfolded: ReadonlySet<string>): RunLine[] {
  const lines: RunLine[] = [];
  let stretch: Run[] = [];
  let at = 0;
  function end(): void {
    const apart = stretch.length < 2 || stretch.some((run) => unfolded.has(run.id ?? ''));
    lines.push(...(apart ? stretch.map((run) => ({ run })) : [{ quiet: stretch, at: at++ }]));
    stretch = [];
  }
  for (const run of runs) {
    if (isQuiet(run)) {
      stretch.push(run);
    } else {
      end();
      lines.push({ run });
    }
  }
  end();
  return lines;
}

/**
 * The list of runs without repetition: the newest ones, quiet ones folded, and below them what matters of the older ones.
 * Runs by the clock soon are so many that nobody would ever page to the last one that did something.
 *
 * @param recent the newest runs of all, newest first
 * @param complete whether these are all there are
 * @param loud runs that did something or did not succeed, newest first
 */
export function linesOf(
  recent: readonly Run[],
  complete: boolean,
  loud: readonly Run[],
  unfolded: ReadonlySet<string>,
): RunLine[] {
  const lines = foldQuiet(recent, unfolded);
  if (complete) {
    return lines;
  }
  // Identifiers of runs ascend with time.
  const last = recent[recent.length - 1]?.id ?? '';
  const older = loud.filter((run) => (run.id ?? '') < last);
  return [...lines, { border: true }, ...older.map((run) => ({ run }))];
}
