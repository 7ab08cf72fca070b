import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isOpen } from '@/api/queries/integration';
import { formatNumber } from '@/kit/format';
import { progressOf, progressOfAll } from '../integration/runs/progress';
import { RunBadge } from '../integration/runs/RunBadge';
import { RunProgress } from '../integration/runs/RunProgress';
import type { FirstRun } from './firstRun';
import classes from './Welcome.module.css';

/** The first load: how far it is, how long it still takes, and where to go when it is done. */
export function LoadStep({ run }: { run: FirstRun }) {
  const { t } = useTranslation();
  if (run.stage !== 'load' && run.stage !== 'done') {
    return <p className={classes.text}>{t('welcome.loadText')}</p>;
  }
  const sum = (count: 'read' | 'rejected') => run.loads.reduce((total, load) => total + (load.counts?.[count] ?? 0), 0);
  const rejected = sum('rejected');
  const expected = run.loads.every((load) => load.expected != null || !isOpen(load))
    ? run.loads.reduce((total, load) => total + (load.expected ?? load.counts?.read ?? 0), 0)
    : null;
  return (
    <>
      <p className={classes.text} role="status">
        {run.stage === 'load'
          ? t('welcome.loading')
          : t('welcome.loaded', { records: formatNumber(sum('read') - rejected) })}
      </p>
      {run.loads.length > 0 && (
        <ul className={classes.loads}>
          {run.stage === 'load' && (
            <li className={classes.overall}>
              <RunProgress
                standing={progressOfAll(run.loads)}
                read={sum('read')}
                expected={expected}
                label={t('welcome.overall')}
              />
            </li>
          )}
          {run.published.map((mapping) => {
            const load = run.loads.find((each) => each.mappingId === mapping.id);
            return load === undefined ? null : (
              <li key={mapping.id} className={classes.load}>
                <span>{mapping.name}</span>
                <RunBadge run={load} />
                <RunProgress
                  standing={progressOf(load)}
                  read={load.counts?.read ?? 0}
                  expected={load.expected ?? null}
                  label={mapping.name ?? ''}
                />
              </li>
            );
          })}
        </ul>
      )}
      {run.loads.some((load) => load.state === 'failed') && <p>{t('welcome.failed')}</p>}
      {rejected > 0 && <p className={classes.text}>{t('welcome.rejected', { count: rejected })}</p>}
      <div className={classes.actions}>
        {run.stage === 'done' && (
          <Button component={Link} to="/customers">
            {t('welcome.toCustomers')}
          </Button>
        )}
        {run.stage === 'done' && (
          <Button component={Link} to="/connections?tab=fired" variant="default">
            {t('welcome.seeFired')}
          </Button>
        )}
        {rejected > 0 && (
          <Button component={Link} to="/connections?tab=quarantine" variant="default">
            {t('welcome.seeErrors')}
          </Button>
        )}
        <Button component={Link} to="/connections?tab=runs" variant="default">
          {t('welcome.seeRuns')}
        </Button>
      </div>
    </>
  );
}
