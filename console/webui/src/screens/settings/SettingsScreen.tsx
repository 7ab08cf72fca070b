import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '@/app/session';
import { PageFrame } from '@/kit/PageFrame';
import { AuditTab } from './AuditTab';
import { MembersTab } from './MembersTab';
import { ParkedTab } from './ParkedTab';
import { TeamsTab } from './TeamsTab';
import { WorkspaceTab } from './WorkspaceTab';
import integration from '../integration/IntegrationScreen.module.css';

const TABS = ['workspace', 'members', 'teams', 'audit', 'parked'] as const;

type Tab = (typeof TABS)[number];

const PANELS: Record<Tab, () => React.JSX.Element> = {
  workspace: WorkspaceTab,
  members: MembersTab,
  teams: TeamsTab,
  audit: AuditTab,
  parked: ParkedTab,
};

/** 設定: the workspace, its people, and what was done in it. */
export function SettingsScreen() {
  const { t } = useTranslation();
  const { tab = 'workspace' } = useSearch({ strict: false });
  const navigate = useNavigate();
  const admin = useHasRole('admin');
  const operator = useHasRole('admin', 'integrator');
  const shown = TABS.filter((each) => (each === 'audit' ? admin : each === 'parked' ? operator : true));
  const current = shown.find((each) => each === tab) ?? 'workspace';
  const Panel = PANELS[current];
  return (
    <PageFrame title={t('settings.title')}>
      <Tabs
        value={current}
        keepMounted={false}
        onChange={(next) => void navigate({ to: '/settings', search: next === null ? {} : { tab: next } })}
      >
        <Tabs.List className={integration.tabs ?? ''} aria-label={t('settings.title')}>
          {shown.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`settings.tab.${each}`)}
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
