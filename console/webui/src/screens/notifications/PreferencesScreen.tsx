import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMember } from '@/api/queries/directory';
import { useChannels, usePreference } from '@/api/queries/notifications';
import { PageFrame } from '@/kit/PageFrame';
import { ErrorState, SkeletonRows } from '@/kit/states';
import { TimeText } from '@/kit/values';
import { PreferenceForm } from './PreferenceForm';
import classes from './Preferences.module.css';

/** How the signed-in person wants to be told. */
export function PreferencesScreen() {
  const { t } = useTranslation();
  const member = useMember();
  const preference = usePreference(member.data?.memberId);
  const channels = useChannels();
  const [round, setRound] = useState(0);
  const failed = [member, preference, channels].find((query) => query.error !== null);
  const suppression = member.data?.suppression;
  return (
    <PageFrame
      title={t('notices.preferences')}
      lead={<p className={classes.lead}>{t('notices.preferencesLead')}</p>}
      above={
        <Anchor component={Link} to="/deliveries" className={classes.back ?? ''}>
          {t('nav.deliveries')}
        </Anchor>
      }
    >
      {suppression && (
        <p role="status" className={classes.stopped}>
          {t('notices.suppressed')} <TimeText at={suppression.since} /> {suppression.reason}
        </p>
      )}
      {failed?.error ? (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      ) : preference.data === undefined || member.data === undefined || channels.data === undefined ? (
        <SkeletonRows rows={6} height={64} />
      ) : (
        <PreferenceForm
          key={round}
          preference={preference.data}
          member={member.data}
          channels={channels.data}
          onReload={() => void preference.refetch().then(() => setRound((before) => before + 1))}
        />
      )}
    </PageFrame>
  );
}
