import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Customer } from '@/api/types';
import { customer as route } from '@/app/router';
import { ContactsTab } from './ContactsTab';
import { ContractsTab } from './ContractsTab';
import { HealthTab } from './HealthTab';
import { MessagesTab } from './MessagesTab';
import { OverviewTab } from './OverviewTab';
import { SurveysTab } from './SurveysTab';
import { TicketsTab } from './TicketsTab';
import { UsageTab } from './UsageTab';
import { WorkTab } from './WorkTab';
import classes from './customer.module.css';

const TABS = [
  'overview',
  'health',
  'usage',
  'contracts',
  'contacts',
  'tickets',
  'surveys',
  'messages',
  'work',
] as const;

type Tab = (typeof TABS)[number];

/** What every tab is about. */
export interface TabProps {
  customerId: string;
  /** The instant as of which facts are shown; absent for now. */
  knownAt: string | undefined;
}

/** The parts of the page. Which one is open is in the address. */
export function CustomerTabs({ customerId, customer }: { customerId: string; customer: Customer | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = route.useSearch();
  const tab: Tab = TABS.find((each) => each === search.tab) ?? 'overview';
  const props: TabProps = { customerId, knownAt: search.knownAt };
  return (
    <Tabs
      value={tab}
      keepMounted={false}
      onChange={(next) => {
        const { tab: _, ...rest } = search;
        void navigate({
          to: '/customers/$customerId',
          params: { customerId },
          search: next === null || next === 'overview' ? rest : { ...rest, tab: next },
          replace: true,
        });
      }}
    >
      <Tabs.List aria-label={t('customer.tabs')}>
        {TABS.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {t(`customer.tab.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={tab} className={classes.panel ?? ''}>
        {tab === 'overview' && <OverviewTab {...props} customer={customer} />}
        {tab === 'health' && <HealthTab {...props} />}
        {tab === 'usage' && <UsageTab {...props} />}
        {tab === 'contracts' && <ContractsTab {...props} />}
        {tab === 'contacts' && <ContactsTab {...props} />}
        {tab === 'tickets' && <TicketsTab {...props} />}
        {tab === 'surveys' && <SurveysTab {...props} />}
        {tab === 'messages' && <MessagesTab {...props} />}
        {tab === 'work' && <WorkTab customerId={customerId} />}
      </Tabs.Panel>
    </Tabs>
  );
}
