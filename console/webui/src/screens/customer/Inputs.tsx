import { useTranslation } from 'react-i18next';
import type { ExplainedMeasure } from '@/api/types';
import { formatDay, textOf } from '@/kit/format';
import { SourceLink } from '@/kit/SourceLink';
import { FieldValues } from './fields';
import classes from './Explanation.module.css';

/** The records behind a measure, each with the way to where it comes from. */
export function Inputs({ measure }: { measure: ExplainedMeasure }) {
  const { t } = useTranslation();
  return (
    <>
      {measure.inputs?.map((input) => {
        const records = input.records ?? [];
        const rest = (input.count ?? 0) - records.length;
        return (
          <section key={`${input.dataset ?? ''}-${input.aggregate ?? ''}`} className={classes.input}>
            <h3>
              {textOf(input.text)}{' '}
              <span className={classes.none}>{t('customer.inputsCount', { count: input.count ?? 0 })}</span>
            </h3>
            <ul className={classes.records}>
              {records.map((record) => (
                <li key={record.factId}>
                  <FieldValues values={record.source?.values as Record<string, unknown> | undefined} />
                  <p className={classes.origin}>
                    <SourceLink source={record.source} />
                    {record.source?.validFrom != null &&
                      t('customer.validFrom', { date: formatDay(record.source.validFrom) })}
                  </p>
                </li>
              ))}
            </ul>
            {rest > 0 && <p className={classes.none}>{t('customer.moreRecords', { count: rest })}</p>}
          </section>
        );
      })}
      {measure.formula != null && (
        <p className={classes.formula}>
          {t('customer.formula')} <code>{measure.formula}</code>
        </p>
      )}
    </>
  );
}
