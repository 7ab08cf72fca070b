import { useTranslation } from 'react-i18next';
import { useAlertRules } from '@/api/queries/inbox';
import { usePlaybooks } from '@/api/queries/playbooks';
import { textOf } from '@/kit/format';
import { Section } from '@/kit/PageFrame';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { FiredRule } from './FiredRule';
import { SilentRuns } from './SilentRuns';
import classes from '../IntegrationScreen.module.css';

const isPublished = (definition: { publishedVersion?: number | null }) => definition.publishedVersion != null;

/** What would have opened alerts or started playbooks, had the first load not been silent; people choose by hand. */
export function FiredTab() {
  const { t } = useTranslation();
  const rules = useAlertRules();
  const playbooks = usePlaybooks();
  const failed = [rules, playbooks].find((query) => query.error !== null);
  if (failed?.error) {
    return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (rules.data === undefined || playbooks.data === undefined) {
    return <SkeletonRows rows={6} />;
  }
  const published = rules.data.filter(isPublished);
  const running = playbooks.data.filter(isPublished);
  return (
    <>
      <p className={classes.toolbar}>
        <span className={classes.muted}>{t('integration.fired.lead')}</span>
      </p>
      {published.length + running.length === 0 && (
        <EmptyState title={t('integration.fired.noRules')} text={t('integration.fired.noRulesText')} compact={false} />
      )}
      {published.map((rule) => (
        <FiredRule key={rule.key} rule={rule} />
      ))}
      {running.map((playbook) => (
        <Section key={playbook.key} title={t('integration.fired.playbook', { name: textOf(playbook.name) })}>
          <SilentRuns playbookKey={playbook.key ?? ''} name={textOf(playbook.name)} />
        </Section>
      ))}
    </>
  );
}
