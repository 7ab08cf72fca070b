export const RUN_STATES = ['active', 'waiting', 'retrying', 'completed', 'cancelled', 'failed'] as const;
export const TABS = ['flow', 'runs', 'silent', 'versions'] as const;

export interface PlaybookSearch {
  tab?: (typeof TABS)[number];
  state?: (typeof RUN_STATES)[number];
  /** The step that they stand at. */
  step?: string;
  customerId?: string;
  version?: number;
}

/** Which part of a playbook is shown, from the address. */
export function playbookSearch(raw: Record<string, unknown>): PlaybookSearch {
  const tab = TABS.find((each) => each === raw.tab);
  const state = RUN_STATES.find((each) => each === raw.state);
  return {
    ...(tab === undefined ? {} : { tab }),
    ...(state === undefined ? {} : { state }),
    ...(typeof raw.step === 'string' && raw.step !== '' ? { step: raw.step } : {}),
    ...(typeof raw.customerId === 'string' ? { customerId: raw.customerId } : {}),
    ...(typeof raw.version === 'number' && raw.version > 0 ? { version: raw.version } : {}),
  };
}
