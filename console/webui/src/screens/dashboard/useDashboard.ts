import { useNavigate } from '@tanstack/react-router';
import { useWorkspace } from '@/api/queries/directory';
import type { Days, Span } from '@/api/queries/portfolio';
import { dashboard as route } from '@/app/router';
import { useSession } from '@/app/session';
import { today } from '@/kit/format';
import { comparedWith, endOf, lastDayOf, startOf } from './period';
import type { DashboardSearch } from './search';

/** What the address asks for, filled up with what is usual. */
export function useDashboard() {
  const navigate = useNavigate();
  const search = route.useSearch();
  const { workspaceId } = useSession();
  const fiscalStart = useWorkspace(workspaceId).data?.fiscalYearStartMonth ?? 4;
  const by = search.by ?? 'MONTH';
  const compare = search.compare ?? 'previous-year';
  const from = startOf(search.month ?? today().slice(0, 7), by, fiscalStart);
  const to = endOf(from, by);
  const compareTo = comparedWith(from, by, compare);
  const team = search.team;
  const span: Span = {
    by,
    from,
    to,
    ...(compareTo === undefined ? {} : { compareTo }),
    ...(team === undefined ? {} : { team }),
  };
  const days: Days = {
    from: `${from}-01`,
    to: lastDayOf(to),
    ...(compare === 'none' ? {} : { compareTo: compare }),
    ...(team === undefined ? {} : { teamId: team }),
  };
  return {
    by,
    compare,
    team,
    fiscalStart,
    span,
    days,
    go: (change: DashboardSearch) =>
      void navigate({ to: '/dashboard', search: { ...search, ...change }, replace: true }),
  };
}

export type Dashboard = ReturnType<typeof useDashboard>;
