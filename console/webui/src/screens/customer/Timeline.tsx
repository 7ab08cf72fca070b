import { useTranslation } from 'react-i18next';
import { useTimeline } from '@/api/queries/customers';
import { Section } from '@/kit/PageFrame';
import { PagedList } from '@/kit/PagedList';
import { EmptyState } from '@/kit/states';
import type { TabProps } from './CustomerTabs';
import { TimelineRow } from './TimelineRow';
import classes from './Timeline.module.css';

/** Everything that happened with a customer, the newest first. */
export function Timeline({ customerId, knownAt }: TabProps) {
  const { t } = useTranslation();
  const timeline = useTimeline(customerId, knownAt);
  return (
    <Section title={t('customer.timeline')}>
      <PagedList query={timeline} rows={8} height={52} empty={<EmptyState title={t('customer.timelineEmpty')} />}>
        {(entries) => (
          <ol className={classes.list}>
            {entries.map((entry) => (
              <TimelineRow key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
      </PagedList>
    </Section>
  );
}
