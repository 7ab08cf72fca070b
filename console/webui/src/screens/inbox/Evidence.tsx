import { useTranslation } from 'react-i18next';
import type { Band } from '@/api/types';
import { BandBadge } from '@/kit/BandBadge';
import { formatNumber } from '@/kit/format';
import { DueText, Money } from '@/kit/values';
import { currentLanguage } from '@/i18n';
import { readEvidence, type Fact } from './evidence';
import classes from '@/kit/queue/Detail.module.css';

const BANDS: readonly string[] = ['GOOD', 'WATCH', 'AT_RISK', 'UNKNOWN'];

/** Why: the sentence, the words quoted, and the values that the condition looked at. */
export function Evidence({ evidence }: { evidence: Readonly<Record<string, string>> }) {
  const { t } = useTranslation();
  const { reason, quote, facts, others } = readEvidence(evidence, currentLanguage());
  return (
    <>
      {reason !== undefined && <p className={classes.reason}>{reason}</p>}
      {quote !== undefined && <blockquote className={classes.quote}>{quote}</blockquote>}
      <dl className={classes.facts}>
        {facts.map((fact) => (
          <FactRow key={fact.name} label={t(`inbox.evidence.${fact.name}`)} fact={fact} />
        ))}
        {others.map(([name, value]) => (
          <FactRow key={name} label={name} fact={value} />
        ))}
      </dl>
    </>
  );
}

function FactRow({ label, fact }: { label: string; fact: Fact | string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{typeof fact === 'string' ? fact : <FactValue fact={fact} />}</dd>
    </>
  );
}

function FactValue({ fact: { name, value, currency } }: { fact: Fact }) {
  const { t } = useTranslation();
  switch (name) {
    case 'band':
    case 'previousBand':
      return BANDS.includes(value) ? <BandBadge band={value as Band} /> : value;
    case 'points':
    case 'previousPoints':
      return t('unit.points', { count: Number(value), value: formatNumber(Number(value), 1) });
    case 'deadline':
    case 'lastDay':
      return <DueText date={value} />;
    case 'mrr':
      return <Money amounts={[{ minor: Number(value), currency: currency ?? 'JPY' }]} />;
    default:
      return value;
  }
}
