import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter } from '@/kit/filters/ChoiceFilter';
import { CustomerFilter, OwnerFilter } from '@/kit/filters/People';
import { SearchField } from '@/kit/SearchField';
import { Scope } from './Scope';
import { changed, isCounted, isNarrowed, TASK_SORTS, taskSort, taskState, type TaskSearch } from './search';

const STATES = ['open', 'snoozed', 'completed', 'cancelled', 'all'] as const;
const DUE = ['overdue', 'today', 'week'] as const;
const PRIORITIES = ['high', 'normal', 'low'] as const;

/** What narrows the list of tasks; all of it is in the address. */
export function TaskFilters({
  search,
  mine,
  onChange,
}: {
  search: TaskSearch;
  mine: boolean;
  onChange: (search: TaskSearch) => void;
}) {
  const { t } = useTranslation();
  const set = (change: { [K in keyof TaskSearch]?: TaskSearch[K] | undefined }) => onChange(changed(search, change));
  const state = taskState(search);
  return (
    <>
      <Scope
        mine={mine}
        teamId={search.teamId}
        other={search.owner !== undefined || search.unowned === true}
        onChange={(scope) => set({ ...scope, owner: undefined, unowned: undefined, writtenByMe: undefined })}
      />
      <ChoiceFilter
        label={t('inbox.state')}
        value={state}
        options={[...new Set([...STATES, state])].map((each) => ({ value: each, label: t(`inbox.taskState.${each}`) }))}
        onChange={(value) => set({ state: value })}
      />
      <ChoiceFilter
        label={t('task.due')}
        any={t('inbox.any')}
        value={search.due ?? (search.overdue === true ? 'overdue' : undefined)}
        options={DUE.map((due) => ({ value: due, label: t(`inbox.dueChoice.${due}`) }))}
        onChange={(due) => set({ due, overdue: undefined })}
      />
      <ChoiceFilter
        label={t('inbox.priorityLabel')}
        any={t('inbox.any')}
        value={search.priority}
        options={PRIORITIES.map((each) => ({ value: each, label: t(`inbox.priority.${each}`) }))}
        onChange={(priority) => set({ priority })}
      />
      <ChoiceFilter
        label={t('inbox.kind')}
        any={t('inbox.any')}
        value={search.writtenByMe === true ? 'asked' : search.kind}
        options={[
          { value: 'work', label: t('inbox.work') },
          { value: 'question', label: t('inbox.question') },
          { value: 'asked', label: t('inbox.askedByMe') },
        ]}
        onChange={(kind) =>
          set(
            kind === 'asked'
              ? { kind: 'question', writtenByMe: true, mine: undefined, state: 'all' }
              : { kind, writtenByMe: undefined },
          )
        }
      />
      <OwnerFilter
        label={t('inbox.owner')}
        value={search.owner}
        onChange={(owner) => set({ owner, mine: undefined, unowned: undefined })}
      />
      <CustomerFilter value={search.customerId} onChange={(customerId) => set({ customerId })} />
      <SearchField
        label={t('inbox.searchTasks')}
        value={search.q ?? ''}
        onSearch={(q) => set({ q: q === '' ? undefined : q })}
      />
      <ChoiceFilter
        label={t('inbox.sort')}
        value={taskSort(search)}
        options={TASK_SORTS.map((sort) => ({ value: sort, label: t(`inbox.taskSort.${sort}`) }))}
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
