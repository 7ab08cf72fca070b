import { ActionIcon, Checkbox, Menu, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column';
import type { ColumnChoice } from './useColumnChoice';

/** Which columns are shown. */
export function ColumnMenu<Row>({ columns, choice }: { columns: Column<Row>[]; choice: ColumnChoice }) {
  const { t } = useTranslation();
  return (
    <Menu closeOnItemClick={false} position="bottom-end" width={220} shadow="md">
      <Menu.Target>
        <Tooltip label={t('table.columns')}>
          <ActionIcon variant="default" size="lg" aria-label={t('table.columns')}>
            <IconColumns3 size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {columns
          .filter((column) => column.fixed !== true)
          .map((column) => (
            <Menu.Item
              key={column.id}
              role="menuitemcheckbox"
              aria-checked={choice.visibility[column.id] !== false}
              leftSection={
                <Checkbox
                  size="xs"
                  checked={choice.visibility[column.id] !== false}
                  readOnly
                  tabIndex={-1}
                  aria-hidden
                />
              }
              onClick={() => choice.toggle(column.id)}
            >
              {column.header}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item onClick={choice.reset}>{t('table.reset')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
