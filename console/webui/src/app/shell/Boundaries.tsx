import { Button } from '@mantine/core';
import { IconError404, IconMoodSad } from '@tabler/icons-react';
import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { ErrorState, Notice } from '@/kit/states';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Notice
      icon={IconError404}
      title={t('state.notFoundTitle')}
      text={t('state.notFoundText')}
      action={
        <Button component={Link} to="/" variant="default">
          {t('state.backHome')}
        </Button>
      }
    />
  );
}

/** A screen that broke; the frame around it goes on. */
export function Crash({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  if (error instanceof ProblemError) {
    return <ErrorState error={error} />;
  }
  return (
    <Notice
      icon={IconMoodSad}
      title={t('state.crashTitle')}
      text={t('state.crashText')}
      action={
        <Button variant="default" onClick={() => window.location.reload()}>
          {t('state.reload')}
        </Button>
      }
    />
  );
}

/** A screen whose code is on its way. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <p role="status" style={{ padding: 24, color: 'var(--mi-text-muted)' }}>
      {t('app.loading')}
    </p>
  );
}
