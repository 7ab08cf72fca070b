import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiftSuppression } from '@/api/queries/recipients';
import type { Recipient } from '@/api/types';
import { useHasRole } from '@/app/session';
import { ConfirmDialog } from '@/kit/ConfirmDialog';
import { TimeText } from '@/kit/values';
import classes from './Suppression.module.css';

/** Mail to somebody is stopped because the address refused it: since when, why, and the way back. */
export function Suppression({ recipient }: { recipient: Recipient }) {
  const { t } = useTranslation();
  const may = useHasRole('manager', 'cs-ops', 'admin');
  const lift = useLiftSuppression();
  const [asked, setAsked] = useState(false);
  const { suppression, memberId = '', name = '' } = recipient;
  if (!suppression) {
    return null;
  }
  return (
    <span className={classes.stopped}>
      <span>
        {t('notices.mailStopped')} <TimeText at={suppression.since} />
      </span>
      {may && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('notices.liftOf', { name })}
          onClick={() => {
            lift.reset();
            setAsked(true);
          }}
        >
          {t('notices.lift')}
        </Button>
      )}
      <ConfirmDialog
        opened={asked}
        title={t('notices.liftOf', { name })}
        confirm={t('notices.lift')}
        pending={lift.isPending}
        error={lift.error}
        onClose={() => setAsked(false)}
        onConfirm={() =>
          lift.mutate(memberId, {
            onSuccess: () => {
              setAsked(false);
              notifications.show({ message: t('notices.lifted', { name }) });
            },
          })
        }
      >
        {t('notices.liftText', { email: recipient.email ?? '' })}
        {suppression.reason && <p className={classes.reason}>{suppression.reason}</p>}
      </ConfirmDialog>
    </span>
  );
}
