import { IconArrowRight, IconChartBar } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePlace } from './usePlace';
import classes from './home.module.css';

/** For those who lead: the way to the whole picture. */
export function DashboardLink() {
  const { t } = useTranslation();
  const dashboard = usePlace('dashboard');
  return dashboard === undefined ? null : (
    <Link to={dashboard.path} className={classes.dashboard ?? ''}>
      <IconChartBar size={18} stroke={1.6} aria-hidden />
      {t('home.dashboard')}
      <IconArrowRight size={16} aria-hidden />
    </Link>
  );
}
