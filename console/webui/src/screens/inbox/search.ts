import type { AlertQuery, TaskQuery } from '@/api/queries/inbox';
import { dayFromToday, today } from '@/kit/format';

// What narrows a list is in the address, by the names of the API: a number elsewhere links to the list behind it.

const TASK_STATES = ['open', 'snoozed', 'active', 'completed', 'cancelled', 'ended', 'all'] as const;
const DUE = ['overdue', 'today', 'week'] as const;
const PRIORITIES = ['high', 'normal', 'low'] as const;
const KINDS = ['work', 'question'] as const;
export const TASK_SORTS = ['due', 'priority', '-created', 'created', 'customer'] as const;
export const ALERT_STATES = ['open', 'snoozed', 'closed', 'all'] as const;
const SEVERITIES = ['high', 'medium', 'low'] as const;
export const ALERT_SORTS = ['-opened', 'opened', '-lastOccurred', 'severity', 'customer'] as const;

const TASK_TEXTS = [
  'owner',
  'teamId',
  'customerId',
  'alertId',
  'playbookRunId',
  'q',
  'dueFrom',
  'dueTo',
  'dueBefore',
  'openAt',
  'createdFrom',
  'createdBefore',
  'completedFrom',
  'completedBefore',
] as const;
/** Who and what; the rest of the texts are points in time. */
const ABOUT = 5;
const TASK_FLAGS = ['overdue', 'unowned', 'writtenByMe'] as const;
const ALERT_TEXTS = [
  'owner',
  'teamId',
  'customerId',
  'ruleId',
  'q',
  'openAt',
  'openedFrom',
  'openedBefore',
  'closedFrom',
  'closedBefore',
] as const;

type Texts<K extends string> = Partial<Record<K, string>>;

export interface TaskSearch extends Texts<(typeof TASK_TEXTS)[number]> {
  view?: 'load';
  mine?: boolean;
  state?: (typeof TASK_STATES)[number];
  due?: (typeof DUE)[number];
  priority?: (typeof PRIORITIES)[number];
  kind?: (typeof KINDS)[number];
  sort?: (typeof TASK_SORTS)[number];
  overdue?: true;
  unowned?: true;
  writtenByMe?: true;
}

export interface AlertSearch extends Texts<(typeof ALERT_TEXTS)[number]> {
  mine?: boolean;
  state?: (typeof ALERT_STATES)[number];
  severity?: (typeof SEVERITIES)[number];
  sort?: (typeof ALERT_SORTS)[number];
  unowned?: true;
}

type Raw = Record<string, unknown>;

function texts<K extends string>(raw: Raw, names: readonly K[]): Texts<K> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = raw[name];
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      return text === '' ? [] : [[name, text]];
    }),
  ) as Texts<K>;
}

function one<N extends string, T extends string>(raw: Raw, name: N, allowed: readonly T[]): Partial<Record<N, T>> {
  const value = raw[name];
  return allowed.includes(value as T) ? ({ [name]: value } as Partial<Record<N, T>>) : {};
}

function flags<K extends string>(raw: Raw, names: readonly K[]): Partial<Record<K, true>> {
  return Object.fromEntries(
    names.filter((name) => raw[name] === true || raw[name] === 'true').map((name) => [name, true]),
  ) as Partial<Record<K, true>>;
}

function mine(raw: Raw): { mine?: boolean } {
  return typeof raw.mine === 'boolean' ? { mine: raw.mine } : {};
}

export function taskSearch(raw: Raw): TaskSearch {
  return {
    ...texts(raw, TASK_TEXTS),
    ...mine(raw),
    ...one(raw, 'view', ['load'] as const),
    ...one(raw, 'state', TASK_STATES),
    ...one(raw, 'due', DUE),
    ...one(raw, 'priority', PRIORITIES),
    ...one(raw, 'kind', KINDS),
    ...one(raw, 'sort', TASK_SORTS),
    ...flags(raw, TASK_FLAGS),
  };
}

export function alertSearch(raw: Raw): AlertSearch {
  return {
    ...texts(raw, ALERT_TEXTS),
    ...mine(raw),
    // The API says it so; lists behind numbers use its words.
    ...(raw.open === true ? { state: 'open' as const } : raw.open === false ? { state: 'closed' as const } : {}),
    ...one(raw, 'state', ALERT_STATES),
    ...one(raw, 'severity', SEVERITIES),
    ...one(raw, 'sort', ALERT_SORTS),
    ...flags(raw, ['unowned'] as const),
  };
}

const TASK_TIMES = TASK_TEXTS.slice(ABOUT + 1);
const ALERT_TIMES = ALERT_TEXTS.slice(ABOUT);

/** Whether the list stands behind a number of a period: it shows what was counted, whatever became of it since. */
export function isCounted(search: TaskSearch | AlertSearch): boolean {
  return [...TASK_TIMES, ...ALERT_TIMES].some((name) => (search as Raw)[name] !== undefined);
}

/** A person's own list is meant where nothing says whose. */
export function isMine(search: TaskSearch | AlertSearch, ownByHabit: boolean): boolean {
  const somebody = ['owner', 'teamId', 'customerId', 'unowned', 'alertId', 'playbookRunId', 'writtenByMe'].some(
    (name) => (search as Raw)[name] !== undefined,
  );
  return search.mine ?? (ownByHabit && !somebody && !isCounted(search));
}

export function taskState(search: TaskSearch): NonNullable<TaskSearch['state']> {
  return search.state ?? (isCounted(search) || search.overdue === true ? 'all' : 'open');
}

export function alertState(search: AlertSearch): NonNullable<AlertSearch['state']> {
  return search.state ?? (isCounted(search) ? 'all' : 'open');
}

export function taskSort(search: TaskSearch): NonNullable<TaskSearch['sort']> {
  return search.sort ?? (['completed', 'cancelled', 'ended'].includes(taskState(search)) ? '-created' : 'due');
}

/** What the API is asked for. */
export function taskQuery(search: TaskSearch, ownByHabit: boolean): TaskQuery {
  const { view: _view, mine: _mine, state: _state, due, sort: _sort, ...rest } = search;
  const state = taskState(search);
  return {
    ...rest,
    ...(isMine(search, ownByHabit) ? { mine: true } : {}),
    ...(state === 'all' ? {} : { state }),
    ...(due === 'overdue' ? { overdue: true } : {}),
    ...(due === 'today' ? { dueTo: today() } : {}),
    ...(due === 'week' ? { dueTo: dayFromToday(7) } : {}),
    sort: taskSort(search),
  };
}

export function alertQuery(search: AlertSearch, ownByHabit: boolean): AlertQuery {
  const { mine: _mine, state: _state, sort, ...rest } = search;
  const state = alertState(search);
  return {
    ...rest,
    ...(isMine(search, ownByHabit) ? { mine: true } : {}),
    ...(state === 'all' ? {} : { open: state !== 'closed' }),
    // What somebody put aside for some days is not in the way of the others.
    ...(state === 'open' || state === 'snoozed' ? { snoozed: state === 'snoozed' } : {}),
    sort: sort ?? '-opened',
  };
}

/** The same search with something else in it; what is undefined is taken out. */
export function changed<S extends TaskSearch | AlertSearch>(
  search: S,
  change: { [K in keyof S]?: S[K] | undefined },
): S {
  return Object.fromEntries(
    Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined),
  ) as unknown as S;
}

/** How many choices narrow the list beyond what it shows by itself. */
export function isNarrowed(search: TaskSearch | AlertSearch): boolean {
  return Object.keys(search).some((name) => name !== 'sort' && name !== 'view');
}

/** The screen's address of a list that the API names. */
export function searchOf(list: string | null | undefined): Record<string, string | boolean> {
  const query = new URLSearchParams(list?.split('?')[1] ?? '');
  return Object.fromEntries(
    [...query].map(([name, value]) => [name, value === 'true' ? true : value === 'false' ? false : value]),
  );
}
