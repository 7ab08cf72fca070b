import { useTranslation } from 'react-i18next';
import { useStartRun, useWouldHaveStarted } from '@/api/queries/stays';
import { StayTable } from './StayTable';

/** Customers for whom a playbook has not started by itself; it is started by hand for chosen ones. */
export function SilentRuns({ playbookKey, name }: { playbookKey: string; name: string }) {
  const { t } = useTranslation();
  return (
    <StayTable
      label={name}
      stays={useWouldHaveStarted(playbookKey)}
      action={t('integration.fired.start')}
      actionOf={(subject) => t('integration.fired.startOf', { name: subject })}
      done={t('integration.fired.started')}
      making={useStartRun(playbookKey)}
    />
  );
}
