import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconFlameFilled,
  IconHelpCircleFilled,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Band } from '@/api/types';
import { formatNumber } from './format';
import classes from './BandBadge.module.css';

const ICONS = {
  GOOD: IconCircleCheckFilled,
  WATCH: IconAlertTriangleFilled,
  AT_RISK: IconFlameFilled,
  UNKNOWN: IconHelpCircleFilled,
} as const;

/** A health band: colour, shape and word, so that no one of them is needed. */
export function BandBadge({ band, points }: { band: Band | undefined | null; points?: number | null | undefined }) {
  const { t } = useTranslation();
  const shown = band ?? 'UNKNOWN';
  const BandIcon = ICONS[shown];
  return (
    <span className={classes.badge} data-band={shown}>
      <BandIcon size={14} aria-hidden />
      {t(`band.${shown}`)}
      {points !== undefined && points !== null && <span className={classes.points}>{formatNumber(points)}</span>}
    </span>
  );
}
