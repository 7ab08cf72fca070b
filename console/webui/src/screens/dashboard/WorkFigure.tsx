import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/kit/format';
import { ListLink } from '@/kit/ListLink';
import table from './figures.module.css';

interface Figure {
  value?: number | null;
  before?: number | null;
  list?: string | null;
}

/** A number of tasks or alerts, that of the compared period, and the way to those it counts. */
export function WorkFigure({ figure, grave = false }: { figure: Figure | null | undefined; grave?: boolean }) {
  const { t } = useTranslation();
  const value = figure?.value ?? 0;
  return (
    <>
      {value === 0 ? (
        <span className={table.zero}>0</span>
      ) : (
        <span className={grave ? table.over : undefined}>
          <ListLink list={figure?.list}>{formatNumber(value)}</ListLink>
        </span>
      )}
      {figure?.before != null && (
        <span className={table.before} title={t('dashboard.compared')}>
          ({formatNumber(figure.before)})
        </span>
      )}
    </>
  );
}

interface AverageAge {
  days?: number | null;
  before?: number | null;
}

/** How old the open ones are on average, and were in the compared period. */
export function Age({ age }: { age: AverageAge | null | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      {age?.days == null ? (
        <span className={table.zero}>–</span>
      ) : (
        t('unit.days', { count: age.days, value: formatNumber(age.days, 1) })
      )}
      {age?.before != null && (
        <span className={table.before} title={t('dashboard.compared')}>
          ({formatNumber(age.before, 1)})
        </span>
      )}
    </>
  );
}
