import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAlertRules } from '@/api/queries/inbox';
import { textOf } from '@/kit/format';
import { ChoiceFilter } from '@/kit/filters/ChoiceFilter';
import { CustomerFilter, OwnerFilter } from '@/kit/filters/People';
import { SearchField } from '@/kit/SearchField';
import { Scope } from './Scope';
import { ALERT_SORTS, ALERT_STATES, alertState, changed, isCounted, isNarrowed, type AlertSearch } from './search';

const SEVERITIES = ['high', 'medium', 'low'] as const;

/** What narrows the list of alerts; all of it is in the address. */
export function AlertFilters({
  search,
  mine,
  onChange,
}: {
  search: AlertSearch;
  mine: boolean;
  onChange: (search: AlertSearch) => void;
}) {
  const { t } = useTranslation();
  const rules = useAlertRules();
  const set = (change: { [K in keyof AlertSearch]?: AlertSearch[K] | undefined }) => onChange(changed(search, change));
  return (
    <>
      <Scope
        mine={mine}
        teamId={search.teamId}
        other={search.owner !== undefined || search.unowned === true}
        onChange={(scope) => set({ ...scope, owner: undefined, unowned: undefined })}
      />
      <ChoiceFilter
        label={t('inbox.state')}
        value={alertState(search)}
        options={ALERT_STATES.map((state) => ({ value: state, label: t(`inbox.alertState.${state}`) }))}
        onChange={(state) => set({ state })}
      />
      <ChoiceFilter
        label={t('inbox.severityLabel')}
        any={t('inbox.any')}
        value={search.severity}
        options={SEVERITIES.map((each) => ({ value: each, label: t(`alert.severity.${each}`) }))}
        onChange={(severity) => set({ severity })}
      />
      <ChoiceFilter
        label={t('inbox.rule')}
        any={t('inbox.any')}
        value={search.ruleId}
        options={(rules.data ?? []).map((rule) => ({ value: rule.id ?? '', label: textOf(rule.name) }))}
        onChange={(ruleId) => set({ ruleId })}
      />
      <OwnerFilter
        label={t('customers.owner')}
        value={search.owner}
        onChange={(owner) => set({ owner, mine: undefined, unowned: undefined })}
      />
      <CustomerFilter value={search.customerId} onChange={(customerId) => set({ customerId })} />
      <SearchField
        label={t('inbox.searchAlerts')}
        value={search.q ?? ''}
        onSearch={(q) => set({ q: q === '' ? undefined : q })}
      />
      <ChoiceFilter
        label={t('inbox.sort')}
        value={search.sort ?? '-opened'}
        options={ALERT_SORTS.map((sort) => ({ value: sort, label: t(`inbox.alertSort.${sort}`) }))}
        onChange={(sort) => set({ sort })}
      />
      {isNarrowed(search) && (
        <Button size="xs" variant="subtle" color="gray" onClick={() => onChange({})}>
          {t(isCounted(search) ? 'inbox.clearCounted' : 'table.clearFilters')}
        </Button>
      )}
    </>
  );
}
