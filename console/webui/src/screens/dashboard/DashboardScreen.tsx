import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMovements, usePortfolioCustomers } from '@/api/queries/portfolio';
import { useHasRole } from '@/app/session';
import { PageFrame } from '@/kit/PageFrame';
import { NoPermission } from '@/kit/states';
import { AlertFigures } from './AlertFigures';
import { Endings } from './Endings';
import { KeyFigures } from './KeyFigures';
import { Movements } from './Movements';
import { PeriodControl } from './PeriodControl';
import { Phases } from './Phases';
import { Risks } from './Risks';
import { TaskFigures } from './TaskFigures';
import { useDashboard } from './useDashboard';
import classes from './dashboard.module.css';

/** What a manager asks each day; every number leads to what it counts. */
export function DashboardScreen() {
  const { t } = useTranslation();
  const allowed = useHasRole('csm', 'manager', 'cs-ops', 'admin', 'viewer');
  return allowed ? <Figures /> : <NoPermission key={t('dashboard.title')} />;
}

function Figures() {
  const { t } = useTranslation();
  const dashboard = useDashboard();
  const cache = useQueryClient();
  const movements = useMovements(dashboard.span);
  const customers = usePortfolioCustomers(dashboard.team);
  return (
    <PageFrame
      title={t('dashboard.title')}
      readAt={Math.max(movements.dataUpdatedAt, customers.dataUpdatedAt)}
      refreshing={movements.isRefetching || customers.isRefetching}
      onRefresh={() => void cache.refetchQueries({ type: 'active' })}
    >
      <PeriodControl dashboard={dashboard} />
      <KeyFigures movements={movements} customers={customers} />
      <div className={classes.grid}>
        <TaskFigures days={dashboard.days} />
        <Phases query={customers} />
        <Risks />
        <Movements query={movements} />
        <AlertFigures days={dashboard.days} />
        <Endings team={dashboard.team} />
      </div>
    </PageFrame>
  );
}
