import { useTranslation } from 'react-i18next';
import { useContacts } from '@/api/queries/records';
import { PagedList } from '@/kit/PagedList';
import { Section } from '@/kit/PageFrame';
import { SimpleTable } from '@/kit/SimpleTable';
import { SourceLink } from '@/kit/SourceLink';
import { EmptyState } from '@/kit/states';
import type { TabProps } from './CustomerTabs';
import classes from './customer.module.css';

/** The people at the customer. */
export function ContactsTab({ customerId, knownAt }: TabProps) {
  const { t } = useTranslation();
  const contacts = useContacts(customerId, knownAt);
  return (
    <Section title={t('customer.tab.contacts')}>
      <PagedList query={contacts} empty={<EmptyState title={t('customer.contactsEmpty')} />}>
        {(rows) => (
          <SimpleTable
            label={t('customer.tab.contacts')}
            rows={rows}
            rowKey={(row) => row.id ?? ''}
            columns={[
              {
                header: t('customer.contactName'),
                names: true,
                cell: (row) => (
                  <>
                    {row.name} <span className={classes.small}>{row.nameKana}</span>
                  </>
                ),
              },
              { header: t('customer.department'), cell: (row) => row.department },
              { header: t('customer.jobTitle'), cell: (row) => row.title },
              {
                header: t('customer.email'),
                cell: (row) =>
                  row.email == null ? null : (
                    <a className={classes.mail} href={`mailto:${row.email}`}>
                      {row.email}
                    </a>
                  ),
              },
              { header: t('customer.phone'), cell: (row) => row.phone },
              { header: t('customer.source'), cell: (row) => <SourceLink source={row.source} /> },
            ]}
          />
        )}
      </PagedList>
    </Section>
  );
}
