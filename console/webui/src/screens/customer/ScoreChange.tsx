import { useTranslation } from 'react-i18next';
import type { Explanation } from '@/api/types';
import { formatDelta, textOf } from '@/kit/format';
import classes from './Explanation.module.css';

/** Smaller parts are not worth a word; they are in the sum. */
const NOTABLE = 0.05;

/** What moved the score since the last one, the largest part first. */
export function ScoreChange({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation();
  const change = explanation.change;
  const delta = change?.delta;
  if (delta == null) {
    return null;
  }
  const labels = new Map((explanation.measures ?? []).map((measure) => [measure.key, textOf(measure.label)]));
  const parts = (change?.parts ?? [])
    .filter((part) => Math.abs(part.delta ?? 0) >= NOTABLE)
    .sort((one, other) => Math.abs(other.delta ?? 0) - Math.abs(one.delta ?? 0));
  return (
    <p className={classes.change}>
      <span className={classes.changeTitle}>{t('customer.change')}</span>
      <Delta value={delta} />
      {parts.map((part) => (
        <span key={`${part.measureKey ?? ''}-${part.cause ?? ''}`} className={classes.part}>
          {part.measureKey != null && (labels.get(part.measureKey) ?? part.measureKey)}
          {part.cause != null && <span className={classes.cause}>{t(`customer.cause.${part.cause}`)}</span>}
          <Delta value={part.delta ?? 0} />
        </span>
      ))}
    </p>
  );
}

function Delta({ value }: { value: number }) {
  return (
    <strong className={classes.delta} data-falls={value < 0} data-rises={value > 0}>
      {formatDelta(value)}
    </strong>
  );
}
