import { IconAlertTriangle, IconCircleCheck, IconClock, IconLoader2, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Run } from '@/api/types';
import { StateBadge } from '@/kit/StateBadge';

/** Where a run stands; one that succeeded and held removals back wants a look all the same. */
export function RunBadge({ run }: { run: Run }) {
  const { t } = useTranslation();
  switch (run.state) {
    case 'running':
      return <StateBadge tone="accent" icon={IconLoader2} text={t('integration.run.state.running')} />;
    case 'waiting':
      return run.error == null ? (
        <StateBadge tone="plain" icon={IconClock} text={t('integration.run.state.waiting')} />
      ) : (
        <StateBadge tone="watch" icon={IconClock} text={t('integration.run.state.retrying')} />
      );
    case 'failed':
      return <StateBadge tone="risk" icon={IconX} text={t('integration.run.state.failed')} />;
    default:
      return (run.heldRemovals ?? 0) > 0 ? (
        <StateBadge tone="watch" icon={IconAlertTriangle} text={t('integration.run.state.held')} />
      ) : (
        <StateBadge tone="plain" icon={IconCircleCheck} text={t('integration.run.state.succeeded')} />
      );
  }
}
