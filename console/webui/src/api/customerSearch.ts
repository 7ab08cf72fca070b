/** What the list of customers is narrowed to, as in the address. Several values of one filter are joined by commas. */
export interface CustomerSearch {
  q?: string;
  band?: string;
  phase?: string;
  withoutPhase?: boolean;
  /** `me`, `all`, `none` or members' ids; absent for what is usual for the person. */
  owner?: string;
  team?: string;
  mrrFrom?: number;
  mrrTo?: number;
  nextDateFrom?: string;
  nextDateTo?: string;
  sort?: string;
  view?: string;
}

/** A change of it; what becomes undefined or empty is taken away. */
export type SearchChange = { [K in keyof CustomerSearch]?: CustomerSearch[K] | undefined };

const TEXTS = ['q', 'band', 'phase', 'owner', 'team', 'nextDateFrom', 'nextDateTo', 'sort', 'view'] as const;
const NUMBERS = ['mrrFrom', 'mrrTo'] as const;

/** Reads an address; what is no filter is left out. */
export function readSearch(search: Record<string, unknown>): CustomerSearch {
  const read: CustomerSearch = {};
  for (const key of TEXTS) {
    const value = search[key];
    if (typeof value === 'string' && value !== '') {
      read[key] = value;
    } else if (typeof value === 'number') {
      read[key] = String(value);
    } else if (Array.isArray(value) && value.length > 0) {
      read[key] = value.map(String).join(',');
    }
  }
  for (const key of NUMBERS) {
    const value = Number(search[key]);
    if (search[key] !== undefined && search[key] !== '' && Number.isFinite(value)) {
      read[key] = value;
    }
  }
  if (String(search.withoutPhase) === 'true') {
    read.withoutPhase = true;
  }
  return read;
}

/** Several values of a filter. */
export function values(joined: string | undefined): string[] {
  return joined === undefined || joined === '' ? [] : joined.split(',');
}

/** Without filters that are empty. */
export function tidy(search: SearchChange): CustomerSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== '' && value !== false),
  );
}

/** Whose customers somebody sees first: a CSM's are his own. */
export function usualOwner(roles: readonly string[]): 'me' | 'all' {
  return roles.includes('csm') ? 'me' : 'all';
}

/** The parameters of the list's request. */
export function requestOf(search: CustomerSearch, usual: 'me' | 'all') {
  const owner = values(search.owner ?? usual).filter((each) => each !== 'all');
  const band = values(search.band) as ('GOOD' | 'WATCH' | 'AT_RISK' | 'UNKNOWN')[];
  const phase = values(search.phase);
  const team = values(search.team);
  return {
    ...(search.q === undefined ? {} : { q: search.q }),
    ...(band.length === 0 ? {} : { band }),
    ...(phase.length === 0 ? {} : { phase }),
    ...(search.withoutPhase === true ? { withoutPhase: true } : {}),
    ...(owner.length === 0 ? {} : { owner }),
    ...(team.length === 0 ? {} : { team }),
    ...(search.mrrFrom === undefined ? {} : { mrrFrom: search.mrrFrom }),
    ...(search.mrrTo === undefined ? {} : { mrrTo: search.mrrTo }),
    ...(search.nextDateFrom === undefined ? {} : { nextDateFrom: search.nextDateFrom }),
    ...(search.nextDateTo === undefined ? {} : { nextDateTo: search.nextDateTo }),
    ...(search.sort === undefined ? {} : { sort: search.sort }),
  };
}

export type CustomerRequest = ReturnType<typeof requestOf>;

/** The search behind a figure of the portfolio, whose answer names the list's request. */
export function searchOfList(list: string): CustomerSearch {
  const parameters = new URLSearchParams(list.split('?')[1] ?? '');
  const joined: Record<string, unknown> = { owner: 'all' };
  for (const key of new Set(parameters.keys())) {
    joined[key] = parameters.getAll(key).join(',');
  }
  return readSearch(joined);
}

/** A saved view keeps what the request takes, value by value. */
export function filtersOf(search: CustomerSearch): Record<string, string[]> {
  const { sort: _, view: __, ...filters } = search;
  return Object.fromEntries(
    Object.entries(filters).map(([key, value]) => [key, key === 'q' ? [String(value)] : String(value).split(',')]),
  );
}

/** The search that a saved view stands for. */
export function searchOfView(view: {
  id?: string | null;
  filters?: Record<string, unknown> | null;
  sort?: string | null;
}): CustomerSearch {
  return readSearch({ ...view.filters, sort: view.sort ?? undefined, view: view.id ?? undefined });
}
