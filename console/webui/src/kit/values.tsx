import { useTranslation } from 'react-i18next';
import { daysUntil, formatDate, formatMoney, formatTime, type Amount } from './format';
import { useMoneyUnit } from './moneyUnit';
import classes from './values.module.css';

/** Amounts, one a currency, in the unit the person chose. */
export function Money({ amounts }: { amounts: readonly (Amount | null)[] | null | undefined }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const known = (amounts ?? []).filter((amount) => amount !== null);
  if (known.length === 0) {
    return <span className={classes.none}>{t('money.none')}</span>;
  }
  return <span className={classes.number}>{known.map((amount) => formatMoney(amount, unit)).join(' + ')}</span>;
}

/** A calendar date. */
export function DateText({ date }: { date: string | null | undefined }) {
  const { t } = useTranslation();
  return date ? (
    <time dateTime={date} className={classes.number}>
      {formatDate(date)}
    </time>
  ) : (
    <span className={classes.none}>{t('date.none')}</span>
  );
}

/** An instant. */
export function TimeText({ at }: { at: string | null | undefined }) {
  const { t } = useTranslation();
  return at ? (
    <time dateTime={at} className={classes.number}>
      {formatTime(at)}
    </time>
  ) : (
    <span className={classes.none}>{t('date.none')}</span>
  );
}

/** A date that somebody must meet: how far it is, in the colour of its urgency; the date itself beside it. */
export function DueText({ date, compact = false }: { date: string | null | undefined; compact?: boolean }) {
  const words = useDaysWords();
  if (!date) {
    return <DateText date={date} />;
  }
  const days = daysUntil(date);
  return (
    <span className={classes.due} title={compact ? formatDate(date) : undefined}>
      {!compact && <DateText date={date} />}
      <span data-urgency={days < 0 ? 'over' : days <= 7 ? 'soon' : 'later'} className={classes.urgency}>
        {words(days)}
      </span>
    </span>
  );
}

/** Days from today in words: 今日, 明日, あと12日, 3日超過. */
export function useDaysWords(): (days: number) => string {
  const { t } = useTranslation();
  return (days) =>
    days === 0
      ? t('date.today')
      : days === 1
        ? t('date.tomorrow')
        : days > 0
          ? t('date.daysLeft', { count: days })
          : t('date.daysOver', { count: -days });
}
