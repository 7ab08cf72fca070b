import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CustomerSearch, type SearchChange, values } from '@/api/customerSearch';
import { usePhases } from '@/api/queries/customers';
import { useMembers } from '@/api/queries/directory';
import { useHasRole } from '@/app/session';
import { BandBadge } from '@/kit/BandBadge';
import { ChoiceFilter } from '@/kit/filters/ChoiceFilter';
import { SeveralFilter } from '@/kit/filters/SeveralFilter';
import { dayFromToday, daysUntil } from '@/kit/format';
import { SearchField } from '@/kit/SearchField';
import { MrrFilter } from './MrrFilter';
import classes from './customers.module.css';

interface Props {
  /** Whether the rows are there: what stands in a menu can wait for them. */
  ready: boolean;
  search: CustomerSearch;
  usualOwner: 'me' | 'all';
  onChange: (changed: SearchChange) => void;
  onClear: () => void;
}

const BANDS = ['AT_RISK', 'WATCH', 'GOOD', 'UNKNOWN'] as const;
const WITHIN = [30, 60, 90, 180] as const;
const NO_PHASE = '-';

/** What the list is narrowed by. Each filter is in the address at once. */
export function Filters({ ready, search, usualOwner, onChange, onClear }: Props) {
  const { t } = useTranslation();
  const hasCustomers = useHasRole('csm', 'manager', 'cs-ops', 'admin');
  const seesPortfolio = useHasRole('csm', 'manager', 'cs-ops', 'admin', 'viewer');
  const [phasesAsked, setPhasesAsked] = useState(false);
  const phases = usePhases(seesPortfolio && phasesAsked);
  const members = useMembers(ready);
  const owner = search.owner ?? usualOwner;
  const within = withinOf(search);
  const chosenPhases = [...values(search.phase), ...(search.withoutPhase === true ? [NO_PHASE] : [])];
  const { sort: _, view: __, ...narrowing } = search;
  return (
    <>
      <SearchField
        className={classes.search}
        label={t('customers.search')}
        value={search.q ?? ''}
        onSearch={(q) => onChange({ q })}
      />
      {hasCustomers && (
        <SegmentedControl
          size="xs"
          aria-label={t('customers.scope')}
          value={owner === 'me' || owner === 'all' ? owner : ''}
          data={[
            { value: 'me', label: t('customers.mine') },
            { value: 'all', label: t('customers.everyone') },
          ]}
          onChange={(chosen) => onChange({ owner: chosen })}
        />
      )}
      <SeveralFilter
        label={t('customers.band')}
        chosen={values(search.band)}
        options={BANDS.map((band) => ({ value: band, label: <BandBadge band={band} /> }))}
        onChange={(chosen) => onChange({ band: chosen.join(',') })}
      />
      {seesPortfolio && (
        <SeveralFilter
          label={t('customers.phase')}
          chosen={chosenPhases}
          // Counting all customers by phase takes a while where there are many.
          onOpen={() => setPhasesAsked(true)}
          pending={phases.isPending}
          options={(phases.data?.map(({ phase }) => phase ?? NO_PHASE) ?? chosenPhases).map((phase) => ({
            value: phase,
            label: phase === NO_PHASE ? t('customers.noPhase') : phase,
          }))}
          onChange={(chosen) =>
            onChange({
              phase: chosen.filter((each) => each !== NO_PHASE).join(','),
              withoutPhase: chosen.includes(NO_PHASE),
            })
          }
        />
      )}
      <SeveralFilter
        label={t('customers.owner')}
        chosen={owner === 'all' || owner === 'me' ? [] : values(owner)}
        options={[
          { value: 'none', label: t('customers.nobody') },
          ...[...(members.data?.values() ?? [])].map((member) => ({ value: member.id ?? '', label: member.name })),
        ]}
        onChange={(chosen) => onChange({ owner: chosen.join(',') || 'all' })}
      />
      <ChoiceFilter
        label={t('customers.nextDate')}
        any={t('customers.anyDate')}
        value={within === undefined ? undefined : String(within)}
        options={[...new Set([...WITHIN, ...(within === undefined ? [] : [within])])].map((days) => ({
          value: String(days),
          label: days < 0 ? t('customers.overdueDate') : t('customers.daysWithin', { count: days }),
        }))}
        onChange={(days) =>
          onChange(
            days === undefined
              ? { nextDateFrom: '', nextDateTo: '' }
              : { nextDateFrom: dayFromToday(0), nextDateTo: dayFromToday(Number(days)) },
          )
        }
      />
      <MrrFilter search={search} onChange={onChange} />
      {Object.keys(narrowing).some((key) => key !== 'owner') && (
        <Button variant="subtle" size="compact-sm" onClick={onClear}>
          {t('customers.clear')}
        </Button>
      )}
    </>
  );
}

function withinOf(search: CustomerSearch): number | undefined {
  return search.nextDateTo === undefined ? undefined : daysUntil(search.nextDateTo);
}
