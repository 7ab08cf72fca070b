import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './BulkBar.module.css';

/** What can be done with the rows that are chosen; lies over the list, so that nothing moves. */
export function BulkBar({
  count,
  actions,
  onClear,
}: {
  count: number;
  actions: readonly { label: string; run: () => void }[];
  onClear: () => void;
}) {
  const { t } = useTranslation();
  if (count === 0) {
    return null;
  }
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('inbox.bulk.label')}>
      <span className={classes.count} role="status">
        {t('inbox.bulk.chosen', { count })}
      </span>
      {actions.map(({ label, run }) => (
        <Button key={label} size="xs" variant="default" onClick={run}>
          {label}
        </Button>
      ))}
      <ActionIcon variant="subtle" color="gray" aria-label={t('inbox.bulk.clear')} onClick={onClear}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}
