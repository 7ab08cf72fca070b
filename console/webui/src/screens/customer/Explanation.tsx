import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { useExplanation } from '@/api/queries/customers';
import type { Explanation as Explained } from '@/api/types';
import { formatDay, formatNumber, formatShare, textOf } from '@/kit/format';
import { Section } from '@/kit/PageFrame';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import type { TabProps } from './CustomerTabs';
import { MeasureRow } from './MeasureRow';
import { ScoreChange } from './ScoreChange';
import classes from './Explanation.module.css';

/** The score taken apart: measures, weights, and the records behind each. */
export function Explanation({ customerId, knownAt }: TabProps) {
  const { t } = useTranslation();
  const explanation = useExplanation(customerId, knownAt);
  const none =
    (explanation.error instanceof ProblemError && explanation.error.problem.status === 404) ||
    (explanation.data !== undefined && (explanation.data.measures ?? []).length === 0);
  return (
    <Section title={t('customer.explanation')} action={<About explanation={explanation.data} />}>
      {explanation.isPending ? (
        <SkeletonRows rows={9} height={44} />
      ) : none ? (
        <EmptyState title={t('customer.explanationNone')} text={t('customer.explanationNoneText')} />
      ) : explanation.data === undefined ? (
        <ErrorState error={explanation.error} onRetry={() => void explanation.refetch()} compact />
      ) : (
        <>
          <ScoreChange explanation={explanation.data} />
          <div className={classes.scroller} tabIndex={0} role="region" aria-label={t('customer.measure')}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('customer.measure')}</th>
                  <th scope="col" data-align="end">
                    {t('customer.value')}
                  </th>
                  <th scope="col" data-align="end">
                    {t('customer.normalised')}
                  </th>
                  <th scope="col" data-align="end">
                    {t('customer.weight')}
                  </th>
                  <th scope="col" data-align="end">
                    {t('customer.contribution')}
                  </th>
                  <th scope="col">{t('customer.inputs')}</th>
                </tr>
              </thead>
              <tbody>
                {explanation.data.measures?.map((measure) => (
                  <MeasureRow key={measure.key} measure={measure} />
                ))}
              </tbody>
            </table>
          </div>
          {explanation.data.exceptions?.map((cap) => (
            <p key={textOf(cap.name)} className={classes.cap}>
              {t('customer.cap', { name: textOf(cap.name), points: formatNumber(cap.atMost ?? 0, 1) })}
            </p>
          ))}
        </>
      )}
    </Section>
  );
}

function About({ explanation }: { explanation: Explained | undefined }) {
  const { t } = useTranslation();
  const score = explanation?.score;
  return score == null ? null : (
    <span className={classes.about}>
      {score.coverage != null && <span>{t('customer.coverage', { percent: formatShare(score.coverage) })}</span>}
      {score.oldestInput != null && <span>{t('customer.oldestInput', { date: formatDay(score.oldestInput) })}</span>}
      {score.scorecardVersion != null && (
        <span>{t('customer.scorecardVersion', { version: score.scorecardVersion })}</span>
      )}
    </span>
  );
}
