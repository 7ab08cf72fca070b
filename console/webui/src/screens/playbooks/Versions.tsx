import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlaybookVersions } from '@/api/queries/playbooks';
import { ErrorState, SkeletonRows } from '@/kit/states';
import { TimeText } from '@/kit/values';
import classes from './Playbooks.module.css';

/** How a playbook came to be: each version, by whom, and whether it is in force. */
export function Versions({ playbookKey, onShow }: { playbookKey: string; onShow: (version: number) => void }) {
  const { t } = useTranslation();
  const versions = usePlaybookVersions(playbookKey);
  if (versions.error !== null) {
    return <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />;
  }
  if (versions.data === undefined) {
    return <SkeletonRows rows={3} height={64} />;
  }
  return (
    <ol className={classes.steps}>
      {versions.data.map((version) => (
        <li key={version.version} className={classes.step}>
          <span className={classes.stepHead}>
            {t('notices.version', { version: version.version ?? 0 })}{' '}
            {t(
              `playbooks.versionState.${version.state === 'published' || version.state === 'draft' ? version.state : 'retired'}`,
            )}
            <Button size="compact-xs" variant="default" onClick={() => onShow(version.version ?? 1)}>
              {t('playbooks.showVersion')}
            </Button>
          </span>
          <p className={classes.muted}>
            {t('playbooks.saved')} <TimeText at={version.savedAt} /> {version.savedBy}
            {version.publishedAt && (
              <>
                {' · '}
                {t('playbooks.published')} <TimeText at={version.publishedAt} /> {version.publishedBy}
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
