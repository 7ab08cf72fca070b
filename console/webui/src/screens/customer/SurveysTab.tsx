import { useTranslation } from 'react-i18next';
import { useSurveyResponses } from '@/api/queries/records';
import { PagedList } from '@/kit/PagedList';
import { Section } from '@/kit/PageFrame';
import { SimpleTable } from '@/kit/SimpleTable';
import { SourceLink } from '@/kit/SourceLink';
import { EmptyState } from '@/kit/states';
import { DateText } from '@/kit/values';
import type { TabProps } from './CustomerTabs';
import classes from './customer.module.css';

/** What the customer answered to surveys, the newest first. */
export function SurveysTab({ customerId, knownAt }: TabProps) {
  const { t } = useTranslation();
  const responses = useSurveyResponses(customerId, knownAt);
  return (
    <Section title={t('customer.tab.surveys')}>
      <PagedList query={responses} empty={<EmptyState title={t('customer.surveysEmpty')} />}>
        {(rows) => (
          <>
            <SimpleTable
              label={t('customer.tab.surveys')}
              rows={rows}
              rowKey={(row) => row.id ?? ''}
              columns={[
                { header: t('customer.respondedOn'), names: true, cell: (row) => <DateText date={row.respondedOn} /> },
                { header: t('customer.nps'), align: 'end', cell: (row) => row.nps },
                { header: t('customer.csat'), align: 'end', cell: (row) => row.csat },
                {
                  header: t('customer.comment'),
                  breaks: true,
                  cell: (row) => row.comment ?? <span className={classes.muted}>{t('customer.noComment')}</span>,
                },
                { header: t('customer.respondent'), cell: (row) => row.respondentEmail },
                { header: t('customer.source'), cell: (row) => <SourceLink source={row.source} /> },
              ]}
            />
            <p className={classes.note}>{t('customer.npsNote')}</p>
          </>
        )}
      </PagedList>
    </Section>
  );
}
