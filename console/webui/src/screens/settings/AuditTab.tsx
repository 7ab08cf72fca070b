import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMembers } from '@/api/queries/directory';
import { SERVICES, useAuditTrail, type AuditRow } from '@/api/queries/settings';
import { useHasRole } from '@/app/session';
import { PlainTable, type PlainColumn } from '@/kit/PlainTable';
import { EmptyState, NoPermission } from '@/kit/states';
import { TimeText } from '@/kit/values';
import { actionKey, subjectKey } from './auditWords';
import { useAuditDetails } from './useAuditDetails';
import { Verification } from './Verification';
import integration from '../integration/IntegrationScreen.module.css';
import classes from './Settings.module.css';

/** 監査証跡: who did what, in all services together, and whether the trail is unbroken. */
export function AuditTab() {
  const { t } = useTranslation();
  const admin = useHasRole('admin');
  const [actor, setActor] = useState<string | null>(null);
  const members = useMembers();
  const detailsOf = useAuditDetails();
  const trail = useAuditTrail(actor === null ? {} : { actor });
  if (!admin) {
    return <NoPermission />;
  }
  const rows = trail.data?.pages.flatMap((page) => page.rows) ?? [];
  const columns: PlainColumn<AuditRow>[] = [
    {
      id: 'recordedAt',
      header: t('settings.audit.recordedAt'),
      width: 190,
      cell: (entry) => <TimeText at={entry.recordedAt} />,
    },
    {
      id: 'actor',
      header: t('settings.audit.actor'),
      width: 150,
      cell: (entry) => members.data?.get(entry.actor ?? '')?.name ?? <Code text={entry.actor} />,
    },
    {
      id: 'action',
      header: t('settings.audit.action'),
      width: 230,
      cell: (entry) => {
        const key = actionKey(entry.action);
        return key === null ? <Code text={entry.action} /> : <span className={integration.name}>{t(key)}</span>;
      },
    },
    {
      id: 'subject',
      header: t('settings.audit.subject'),
      wraps: true,
      cell: (entry) => (
        <span className={integration.stack}>
          <span>
            {t(subjectKey(entry.subjectType))}{' '}
            {t(subjectKey(entry.subjectType)) !== t(`service.${entry.service}`) && (
              <span className={integration.muted}>{t(`service.${entry.service}`)}</span>
            )}
          </span>
          <span className={classes.details}>
            {detailsOf(entry).map(({ name, label, text }) => (
              <span key={name}>{t('settings.audit.detail', { label, text })}</span>
            ))}
            {Object.keys(entry.details ?? {}).length === 0 && <Code text={entry.subjectId} />}
          </span>
        </span>
      ),
    },
  ];
  return (
    <>
      <div className={classes.verification}>
        {SERVICES.map((service) => (
          <Verification key={service} service={service} />
        ))}
      </div>
      <div className={integration.toolbar}>
        <Select
          w={240}
          aria-label={t('settings.audit.actor')}
          placeholder={t('settings.audit.everybody')}
          clearable
          searchable
          data={[...(members.data?.values() ?? [])].map((member) => ({
            value: member.id ?? '',
            label: member.name ?? '',
          }))}
          value={actor}
          onChange={setActor}
        />
      </div>
      <PlainTable
        label={t('settings.tab.audit')}
        columns={columns}
        rows={rows}
        rowId={(entry) => `${entry.service}-${entry.id ?? ''}`}
        pending={trail.isPending}
        error={trail.error}
        onRetry={() => void trail.refetch()}
        hasMore={trail.hasNextPage}
        loadingMore={trail.isFetchingNextPage}
        onMore={() => void trail.fetchNextPage()}
        expected={10}
        empty={<EmptyState title={t('settings.audit.none')} />}
      />
    </>
  );
}

function Code({ text }: { text: string | null | undefined }) {
  return <span className={integration.code}>{text}</span>;
}
