import { IconChevronRight } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedMeasure } from '@/api/types';
import { formatDay, formatNumber, formatShare, textOf } from '@/kit/format';
import { Inputs } from './Inputs';
import classes from './Explanation.module.css';

/** One measure; opens into the records that it is made of. */
export function MeasureRow({ measure }: { measure: ExplainedMeasure }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const label = textOf(measure.label);
  const count = (measure.inputs ?? []).reduce((sum, input) => sum + (input.count ?? 0), 0);
  const share = measure.effectiveWeight ?? 0;
  const contribution = measure.contribution ?? 0;
  return (
    <>
      <tr>
        <th scope="row">
          {label}
          {measure.family != null && <span className={classes.family}>{t(`customer.family.${measure.family}`)}</span>}
        </th>
        <td data-align="end">
          {measure.value == null ? (
            <span className={classes.none}>
              {t('customer.noValue')}
              {measure.missing != null &&
                t('unit.aside', { text: t(`customer.policy.${measure.missing}` as 'customer.policy.worst') })}
            </span>
          ) : (
            valueText(measure, t)
          )}
          {measure.carriedFrom != null && (
            <span className={classes.none}> {t('customer.carriedFrom', { date: formatDay(measure.carriedFrom) })}</span>
          )}
        </td>
        <td data-align="end">{measure.normalised == null ? '' : formatNumber(measure.normalised, 1)}</td>
        <td data-align="end">{formatShare(share)}</td>
        <td data-align="end">
          <span className={classes.contribution}>
            <progress
              className={classes.bar}
              value={contribution}
              max={Math.max(share * 100, 0.001)}
              aria-hidden
              tabIndex={-1}
            />
            <span className={classes.points}>{formatNumber(contribution, 1)}</span>
          </span>
        </td>
        <td>
          {count > 0 ? (
            <button
              type="button"
              className={classes.opener}
              aria-expanded={open}
              aria-label={t('customer.showInputs', { measure: label })}
              onClick={() => setOpen(!open)}
            >
              <IconChevronRight size={14} aria-hidden />
              {t('customer.inputsCount', { count })}
            </button>
          ) : (
            <span className={classes.none}>{t('customer.inputsCount', { count: 0 })}</span>
          )}
        </td>
      </tr>
      {open && (
        <tr className={classes.inputs}>
          <td colSpan={6}>
            <Inputs measure={measure} />
          </td>
        </tr>
      )}
    </>
  );
}

/** A measure's value in its unit. */
function valueText(measure: ExplainedMeasure, t: TFunction): string {
  const value = measure.value ?? 0;
  switch (measure.unit) {
    case 'share':
      return formatShare(value);
    case 'change':
      return value > 0 ? `+${formatShare(value)}` : formatShare(value).replace('-', '−');
    case 'days':
    case 'months':
    case 'count':
    case 'points':
      return t(`unit.${measure.unit}`, { count: value, value: formatNumber(value, 1).replace('-', '−') });
    default:
      return formatNumber(value, 2);
  }
}
