import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '@/app/session';
import { PageFrame } from '@/kit/PageFrame';
import { NoPermission } from '@/kit/states';
import { ConnectionsTab } from './connections/ConnectionsTab';
import { FiredTab } from './fired/FiredTab';
import { MappingsTab } from './mappings/MappingsTab';
import { QuarantineTab } from './quarantine/QuarantineTab';
import { RunsTab } from './runs/RunsTab';
import classes from './IntegrationScreen.module.css';

const TABS = ['connections', 'mappings', 'runs', 'quarantine', 'fired'] as const;

type Tab = (typeof TABS)[number];

const PANELS: Record<Tab, () => React.JSX.Element> = {
  connections: ConnectionsTab,
  mappings: MappingsTab,
  runs: RunsTab,
  quarantine: QuarantineTab,
  fired: FiredTab,
};

/** 連携: from where data comes, how it is read, what came of it and what did not. */
export function IntegrationScreen() {
  const { t } = useTranslation();
  const { tab = 'connections' } = useSearch({ strict: false });
  const navigate = useNavigate();
  const allowed = useHasRole('integrator', 'admin', 'cs-ops');
  const firing = useHasRole('cs-ops', 'admin', 'manager');
  if (!allowed) {
    return (
      <PageFrame title={t('integration.title')}>
        <NoPermission />
      </PageFrame>
    );
  }
  const shown = TABS.filter((each) => each !== 'fired' || firing);
  const current = shown.find((each) => each === tab) ?? 'connections';
  const Panel = PANELS[current];
  return (
    <PageFrame title={t('integration.title')} wide>
      <Tabs
        value={current}
        keepMounted={false}
        onChange={(next) => void navigate({ to: '/connections', search: next === null ? {} : { tab: next } })}
      >
        <Tabs.List className={classes.tabs ?? ''} aria-label={t('integration.title')}>
          {shown.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`integration.tab.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={current}>
          <Panel />
        </Tabs.Panel>
      </Tabs>
    </PageFrame>
  );
}
