import { useTranslation } from 'react-i18next';
import { useAlertRules } from '@/api/queries/inbox';
import { EmptyState, ErrorState, SkeletonRows } from '@/kit/states';
import { FiredRule } from './FiredRule';
import classes from '../IntegrationScreen.module.css';

/** What would have opened alerts, had the first load not been silent; people choose what to open by hand. */
export function FiredTab() {
  const { t } = useTranslation();
  const rules = useAlertRules();
  if (rules.error !== null) {
    return <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />;
  }
  const published = rules.data?.filter((rule) => rule.publishedVersion != null);
  return (
    <>
      <p className={classes.toolbar}>
        <span className={classes.muted}>{t('integration.fired.lead')}</span>
      </p>
      {published === undefined && <SkeletonRows rows={6} />}
      {published?.length === 0 && (
        <EmptyState title={t('integration.fired.noRules')} text={t('integration.fired.noRulesText')} compact={false} />
      )}
      {published?.map((rule) => (
        <FiredRule key={rule.key} rule={rule} />
      ))}
    </>
  );
}
