import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '@/api/pages';
import { useRunPages, type Run } from '@/api/queries/playbooks';
import { textOf } from '@/kit/format';
import { Section } from '@/kit/PageFrame';
import { filled } from '@/kit/placeholders';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import rows from '@/kit/work/rows.module.css';
import { RunState } from '../playbooks/RunState';

/** Playbooks that run or ran for a customer: where each stands, and why. */
export function CustomerRuns({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const runs = useRunPages({ customerId });
  const shown = rowsOf<Run>(runs.data?.pages);
  return (
    <Section title={t('nav.playbooks')} {...(shown.length > 0 && !runs.hasNextPage ? { count: shown.length } : {})}>
      {runs.isPending ? (
        <SkeletonRows rows={1} height={60} />
      ) : runs.data === undefined ? (
        <ErrorState error={runs.error} onRetry={() => void runs.refetch()} compact />
      ) : shown.length === 0 ? (
        <EmptyState calm title={t('customer.runsEmpty')} />
      ) : (
        <ul className={rows.list}>
          {shown.map((run) => (
            <li key={run.id} className={rows.row}>
              <RunState state={run.state} />
              <div className={rows.words}>
                <p className={rows.title}>
                  <Link to="/playbook-runs/$runId" params={{ runId: run.id ?? '' }} className={rows.link ?? ''}>
                    {textOf(run.playbookName)}
                  </Link>
                </p>
                <p className={rows.note}>{filled(textOf(run.sentence), { customer: run.customerName })}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
