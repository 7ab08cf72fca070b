import { Button } from '@mantine/core';
import { IconAlertTriangle, IconLoader2, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useVerification } from '@/api/queries/settings';
import type { Service } from '@/api/client';
import { formatNumber } from '@/kit/format';
import { StateBadge } from '@/kit/StateBadge';
import { TimeText } from '@/kit/values';
import { findingKey } from './auditWords';
import integration from '../integration/IntegrationScreen.module.css';
import classes from './Settings.module.css';

/** What a service finds when it checks its own trail. */
export function Verification({ service }: { service: Service }) {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useVerification(service, true);
  return (
    <section className={classes.service} aria-label={t(`service.${service}`)}>
      <span className={integration.name}>{t(`service.${service}`)}</span>
      {data === undefined && error === null && (
        <StateBadge tone="plain" icon={IconLoader2} text={t('settings.audit.verifying')} />
      )}
      {error !== null && <StateBadge tone="watch" icon={IconAlertTriangle} text={t('settings.audit.unverified')} />}
      {data !== undefined && error === null && (
        <>
          {data.holds === true ? (
            <StateBadge tone="good" icon={IconShieldCheck} text={t('settings.audit.holds')} />
          ) : (
            <StateBadge
              tone="risk"
              icon={IconAlertTriangle}
              text={t('settings.audit.broken', { count: data.findings?.length ?? 0 })}
            />
          )}
          <span className={integration.muted}>
            {t('settings.audit.sealed', { entries: formatNumber(data.sealedEntries ?? 0) })}
          </span>
          {data.findings?.map(({ sequence, what }) => {
            const key = findingKey(what);
            return (
              <span key={`${sequence}${what}`} className={integration.muted}>
                {t('settings.audit.detail', { label: String(sequence), text: key === null ? what : t(key) })}
              </span>
            );
          })}
          <span className={integration.muted}>
            <TimeText at={data.verifiedAt} />
          </span>
        </>
      )}
      <Button
        className={classes.again ?? ''}
        size="compact-xs"
        variant="subtle"
        loading={isFetching}
        onClick={() => void refetch()}
      >
        {t('settings.audit.verifyAgain')}
      </Button>
    </section>
  );
}
