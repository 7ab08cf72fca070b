import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconCheck, IconDeviceFloppy, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filtersOf, searchOfView, type CustomerSearch } from '@/api/customerSearch';
import { ProblemError } from '@/api/problem';
import { useSavedViews, useViewChanges, type ViewContent } from '@/api/queries/savedViews';
import type { Customer, SavedView } from '@/api/types';
import { isConflict } from '@/kit/SaveProblem';
import type { Column } from '@/kit/table/DataTable';
import type { ColumnChoice } from '@/kit/table/useColumnChoice';
import { SaveViewDialog } from './SaveViewDialog';

const SCREEN = 'customers';

interface Props {
  /** Whether the rows are there: what stands in a menu can wait for them. */
  ready: boolean;
  search: CustomerSearch;
  columns: readonly Column<Customer>[];
  choice: ColumnChoice;
  onOpen: (search: CustomerSearch) => void;
}

/** Saved views: one's own and those that others share. */
export function ViewMenu({ ready, search, columns, choice, onOpen }: Props) {
  const { t } = useTranslation();
  const views = useSavedViews(SCREEN, ready);
  const { create, update, remove } = useViewChanges();
  const [saving, setSaving] = useState(false);
  const ids = columns.map((column) => column.id);
  const current = views.data?.find((view) => view.id === search.view);
  const mine = (views.data ?? []).filter((view) => view.mine === true);
  const shared = (views.data ?? []).filter((view) => view.mine !== true);

  function content(): Pick<ViewContent, 'screen' | 'filters' | 'sort' | 'columns'> {
    return {
      screen: SCREEN,
      filters: filtersOf(search),
      ...(search.sort === undefined ? {} : { sort: search.sort }),
      columns: ids.filter((id) => choice.visibility[id] !== false),
    };
  }

  function open(view: SavedView): void {
    if ((view.columns ?? []).length > 0) {
      choice.show(view.columns ?? [], ids);
    }
    onOpen(searchOfView(view));
  }

  function failed(error: Error): void {
    notifications.show({
      color: 'red',
      title: t('work.failed'),
      message:
        error instanceof ProblemError
          ? isConflict(error)
            ? t('problem.stale')
            : (error.problem.detail ?? error.problem.title)
          : t('state.unknownProblem'),
    });
  }

  function overwrite(view: SavedView): void {
    const { name, sharedWith, teamId } = view;
    update.mutate(
      {
        view,
        content: {
          ...content(),
          name: name ?? '',
          sharedWith: sharedWith ?? 'NOBODY',
          ...(teamId == null ? {} : { teamId }),
        },
      },
      {
        onSuccess: () => notifications.show({ message: t('views.saved', { name: name ?? '' }) }),
        onError: failed,
      },
    );
  }

  function drop(view: SavedView): void {
    remove.mutate(view, {
      onSuccess: () => notifications.show({ message: t('views.removed', { name: view.name ?? '' }) }),
      onError: failed,
    });
  }

  const items = (list: SavedView[], removable: boolean) =>
    list.map((view) => (
      <Group key={view.id} gap={0} wrap="nowrap">
        <Menu.Item
          flex={1}
          leftSection={<IconCheck size={16} visibility={view.id === search.view ? 'visible' : 'hidden'} />}
          onClick={() => open(view)}
        >
          {view.name}
          {!removable && ` · ${t('views.by', { name: view.ownerName ?? '' })}`}
        </Menu.Item>
        {removable && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('views.remove', { name: view.name ?? '' })}
            onClick={() => drop(view)}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        )}
      </Group>
    ));

  return (
    <>
      <Menu position="bottom-end" shadow="md" width={280}>
        <Menu.Target>
          <Button
            variant={current === undefined ? 'default' : 'light'}
            leftSection={<IconBookmark size={16} stroke={1.6} />}
          >
            {current?.name ?? t('views.button')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.data?.length === 0 && <Menu.Label>{t('views.none')}</Menu.Label>}
          {mine.length > 0 && <Menu.Label>{t('views.mine')}</Menu.Label>}
          {items(mine, true)}
          {shared.length > 0 && <Menu.Label>{t('views.shared')}</Menu.Label>}
          {items(shared, false)}
          <Menu.Divider />
          {current?.mine === true && (
            <Menu.Item leftSection={<IconDeviceFloppy size={16} />} onClick={() => overwrite(current)}>
              {t('views.update', { name: current.name ?? '' })}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => setSaving(true)}>
            {t('views.save')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {saving && (
        <SaveViewDialog
          pending={create.isPending}
          error={create.error}
          onClose={() => {
            create.reset();
            setSaving(false);
          }}
          onSave={(name, sharing) =>
            create.mutate(
              { ...content(), name, ...sharing },
              {
                onSuccess: (view) => {
                  setSaving(false);
                  notifications.show({ message: t('views.saved', { name }) });
                  onOpen({ ...search, ...(view.id === undefined ? {} : { view: view.id }) });
                },
              },
            )
          }
        />
      )}
    </>
  );
}
