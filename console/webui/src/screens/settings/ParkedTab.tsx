import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Service } from '@/api/client';
import { SERVICES, useParkedMessages, useReplayParked } from '@/api/queries/settings';
import { Section } from '@/kit/PageFrame';
import { PlainTable, type PlainColumn } from '@/kit/PlainTable';
import { EmptyState, ProblemNotice } from '@/kit/states';
import { TimeText } from '@/kit/values';
import { parkedKey } from './auditWords';
import fired from '../integration/fired/StayTable.module.css';
import integration from '../integration/IntegrationScreen.module.css';

type Parked = NonNullable<ReturnType<typeof useParkedMessages>['data']>[number];

/** 保留中のメッセージ: what a service could not apply, and trying it again in order. */
export function ParkedTab() {
  const { t } = useTranslation();
  return (
    <>
      <p className={integration.toolbar}>
        <span className={integration.muted}>{t('settings.parked.lead')}</span>
      </p>
      {SERVICES.map((service) => (
        <ParkedOf key={service} service={service} />
      ))}
    </>
  );
}

function ParkedOf({ service }: { service: Service }) {
  const { t } = useTranslation();
  const parked = useParkedMessages(service);
  const replay = useReplayParked(service);
  const columns: PlainColumn<Parked>[] = [
    {
      id: 'key',
      header: t('settings.parked.key'),
      wraps: true,
      cell: ({ channel, key }) => (
        <span className={integration.stack}>
          <span>{channel}</span>
          <span className={integration.code}>{key}</span>
        </span>
      ),
    },
    {
      id: 'reason',
      header: t('integration.quarantine.reason'),
      wraps: true,
      cell: ({ reason, detail }) => {
        const key = parkedKey(reason);
        return (
          <span className={integration.stack}>
            <span>{key === null ? reason : t(key)}</span>
            <span className={integration.muted}>{detail}</span>
          </span>
        );
      },
    },
    {
      id: 'waiting',
      header: t('settings.parked.waiting'),
      width: 110,
      align: 'end',
      cell: ({ waiting }) => t('settings.parked.waitingCount', { count: waiting ?? 0 }),
    },
    {
      id: 'parkedAt',
      header: t('settings.parked.parkedAt'),
      width: 190,
      align: 'end',
      cell: ({ parkedAt }) => <TimeText at={parkedAt} />,
    },
    {
      id: 'replay',
      header: t('integration.actions'),
      width: 130,
      align: 'end',
      cell: ({ channel = '', key = '' }) => (
        <Button
          size="xs"
          variant="default"
          loading={replay.isPending && replay.variables.key === key}
          onClick={() =>
            replay.mutate(
              { channel, key },
              {
                onSuccess: ({ applied = 0, freed }) =>
                  notifications.show({
                    message: t(freed === true ? 'settings.parked.freed' : 'settings.parked.stillParked', {
                      count: applied,
                    }),
                  }),
              },
            )
          }
        >
          {t('settings.parked.replay')}
        </Button>
      ),
    },
  ];
  return (
    <Section title={t(`service.${service}`)}>
      <div className={fired.bare}>
        {replay.error !== null && <ProblemNotice error={replay.error} />}
        <PlainTable
          label={t(`service.${service}`)}
          columns={columns}
          rows={parked.data ?? []}
          rowId={({ channel, key }) => `${channel ?? ''} ${key ?? ''}`}
          pending={parked.isPending}
          error={parked.error}
          onRetry={() => void parked.refetch()}
          expected={1}
          empty={<EmptyState calm title={t('settings.parked.none')} />}
        />
      </div>
    </Section>
  );
}
