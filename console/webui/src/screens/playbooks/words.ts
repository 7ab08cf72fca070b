// The service's words, as the dictionaries have them. One that is not known yet is shown as the most general one.

const KINDS = ['start', 'task', 'wait', 'branch', 'notify', 'stop', 'end'] as const;

export function kindKey(kind: string | null | undefined): (typeof KINDS)[number] {
  return kind === 'end' ? 'end' : (KINDS.find((each) => each === kind) ?? 'task');
}

/** A step of a run: here, `end` is a step that ends it. */
export function stepKindKey(kind: string | null | undefined): (typeof KINDS)[number] {
  return kind === 'end' ? 'stop' : kindKey(kind);
}

const STATES = ['ready', 'waiting', 'retrying', 'completed', 'cancelled', 'failed'] as const;
export type RunStateName = (typeof STATES)[number];

export function runStateKey(state: string | null | undefined): RunStateName {
  return STATES.find((each) => each === state) ?? 'ready';
}
