import { useTranslation } from 'react-i18next';
import { useTickets } from '@/api/queries/records';
import { PagedList } from '@/kit/PagedList';
import { Section } from '@/kit/PageFrame';
import { SimpleTable } from '@/kit/SimpleTable';
import { SourceLink } from '@/kit/SourceLink';
import { EmptyState } from '@/kit/states';
import { TimeText } from '@/kit/values';
import type { TabProps } from './CustomerTabs';

/** What the customer asked support, the newest first. */
export function TicketsTab({ customerId, knownAt }: TabProps) {
  const { t } = useTranslation();
  const tickets = useTickets(customerId, knownAt);
  return (
    <Section title={t('customer.tab.tickets')}>
      <PagedList query={tickets} empty={<EmptyState calm title={t('customer.ticketsEmpty')} />}>
        {(rows) => (
          <SimpleTable
            label={t('customer.tab.tickets')}
            rows={rows}
            rowKey={(row) => row.id ?? ''}
            columns={[
              {
                header: t('customer.subject'),
                names: true,
                breaks: true,
                cell: (row) => row.subject ?? t('customer.noSubject'),
              },
              { header: t('customer.status'), cell: (row) => row.status },
              { header: t('customer.priority'), cell: (row) => row.priority },
              { header: t('customer.openedAt'), cell: (row) => <TimeText at={row.openedAt} /> },
              {
                header: t('customer.closedAt'),
                cell: (row) => (row.open === true ? t('customer.unresolved') : <TimeText at={row.closedAt} />),
              },
              {
                header: t('customer.ticketNumber'),
                cell: (row) => (
                  <SourceLink source={row.source}>{row.ticketNumber ?? t('customer.openSource')}</SourceLink>
                ),
              },
            ]}
          />
        )}
      </PagedList>
    </Section>
  );
}
