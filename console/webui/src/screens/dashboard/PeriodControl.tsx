import { ActionIcon, SegmentedControl, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeams } from '@/api/queries/directory';
import { COMPARISONS, LENGTHS, periodName, stepped } from './period';
import type { Dashboard } from './useDashboard';
import classes from './dashboard.module.css';

/** Which period is shown, and what it is compared with. */
export function PeriodControl({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useTranslation();
  const teams = useTeams();
  const { by, compare, span, fiscalStart, team, go } = dashboard;
  const { key, year, number } = periodName(span.from, by, fiscalStart);
  return (
    <div className={classes.period} role="group" aria-label={t('dashboard.period')}>
      <SegmentedControl
        aria-label={t('dashboard.length')}
        value={by}
        data={LENGTHS.map((each) => ({ value: each, label: t(`dashboard.lengths.${each}`) }))}
        onChange={(chosen) => go({ by: LENGTHS.find((each) => each === chosen) ?? 'MONTH', month: span.from })}
      />
      <span className={classes.steps}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('dashboard.previous')}
          onClick={() => go({ month: stepped(span.from, by, -1) })}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <strong className={classes.name} aria-live="polite">
          {t(`dashboard.name.${key}`, { year: String(year), number: String(number) })}
        </strong>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('dashboard.next')}
          onClick={() => go({ month: stepped(span.from, by, 1) })}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </span>
      <Select
        aria-label={t('dashboard.compare')}
        allowDeselect={false}
        w={190}
        value={compare}
        data={COMPARISONS.map((each) => ({ value: each, label: t(`dashboard.compares.${each}`) }))}
        onChange={(chosen) => go({ compare: COMPARISONS.find((each) => each === chosen) ?? 'none' })}
      />
      {(teams.data ?? []).length > 0 && (
        <Select
          aria-label={t('dashboard.team')}
          clearable
          w={200}
          placeholder={t('dashboard.allTeams')}
          value={team ?? null}
          data={(teams.data ?? []).map((each) => ({ value: each.id ?? '', label: each.name ?? '' }))}
          onChange={(chosen) => go({ team: chosen ?? '' })}
        />
      )}
    </div>
  );
}
