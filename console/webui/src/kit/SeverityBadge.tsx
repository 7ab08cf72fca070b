import { IconAlertTriangle, IconFlame, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './SeverityBadge.module.css';

const ICONS = { low: IconInfoCircle, medium: IconAlertTriangle, high: IconFlame } as const;

type Severity = keyof typeof ICONS;

/** How grave an alert is: colour, shape and word. */
export function SeverityBadge({ severity }: { severity: string | null | undefined }) {
  const { t } = useTranslation();
  const known = severity?.toLowerCase() ?? '';
  const shown: Severity = known in ICONS ? (known as Severity) : 'low';
  const SeverityIcon = ICONS[shown];
  return (
    <span className={classes.badge} data-severity={shown}>
      <SeverityIcon size={15} stroke={1.8} aria-hidden />
      {t(`alert.severity.${shown}`)}
    </span>
  );
}
