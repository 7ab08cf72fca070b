import { Button } from '@mantine/core';
import { IconSeedling } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFirstRun } from './firstRun';
import classes from './Welcome.module.css';

/** On the home of those who can do something about it: a workspace without data shows the way. */
export function FirstRunNotice() {
  const { t } = useTranslation();
  const { stage } = useFirstRun();
  if (stage === null || stage === 'done') {
    return null;
  }
  const loading = stage === 'load';
  return (
    <div className={classes.bannerPlace}>
      <aside className={classes.banner} aria-label={t(loading ? 'welcome.bannerRunning' : 'welcome.banner')}>
        <IconSeedling size={28} stroke={1.6} aria-hidden />
        <div className={classes.bannerWords}>
          <p className={classes.bannerTitle}>{t(loading ? 'welcome.bannerRunning' : 'welcome.banner')}</p>
          <p className={classes.text}>{t(loading ? 'welcome.loading' : 'welcome.bannerText')}</p>
        </div>
        <Button component={Link} to="/welcome">
          {t(loading ? 'welcome.bannerProgress' : 'welcome.bannerAction')}
        </Button>
      </aside>
    </div>
  );
}
