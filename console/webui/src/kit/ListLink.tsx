import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { searchOfList } from '@/api/customerSearch';
import { usePlaces } from '@/app/shell/usePlaces';
import classes from './values.module.css';

const LISTS = [
  ['/api/v1/customers', '/customers'],
  ['/api/v1/contracts', '/contracts'],
  ['/api/v1/portfolio/mrr-movements/customers', '/movements'],
  ['/api/v1/portfolio/mrr/customers', '/mrr'],
] as const;
/** Lists that are places of the menu; they speak the API's words in their addresses. */
const WORK = [
  ['/api/v1/tasks', 'tasks'],
  ['/api/v1/alerts', 'alerts'],
] as const;

/** A number that leads to what it counts; the service names the list's request. */
export function ListLink({ list, children }: { list: string | null | undefined; children: ReactNode }) {
  const places = usePlaces();
  const [path = '', query = ''] = (list ?? '').split('?');
  const screen = LISTS.find(([api]) => api === path)?.[1];
  const place = places.find(({ key }) => key === WORK.find(([api]) => api === path)?.[1]);
  if (screen === '/customers') {
    return (
      <Link to="/customers" search={searchOfList(list ?? '')} className={classes.figure ?? ''}>
        {children}
      </Link>
    );
  }
  const to = screen ?? place?.path;
  const search = Object.fromEntries(
    [...new URLSearchParams(query)].map(([name, value]) => [name, value === 'true' ? true : value]),
  );
  return to === undefined ? (
    <>{children}</>
  ) : (
    <Link to={to as '/contracts'} search={search} className={classes.figure ?? ''}>
      {children}
    </Link>
  );
}
