import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Queue.module.css';

interface Props {
  label: string;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
  children: ReactNode;
}

/** What stands beside the list: one of its rows, whole. */
export function DetailPanel({ label, onPrevious, onNext, onClose, children }: Props) {
  const { t } = useTranslation();
  const buttons = [
    [t('inbox.previous'), 'k', IconChevronUp, onPrevious],
    [t('inbox.next'), 'j', IconChevronDown, onNext],
    [t('inbox.close'), 'Esc', IconX, onClose],
  ] as const;
  return (
    <aside className={classes.panel} aria-label={label}>
      <div className={classes.panelHead}>
        <span className={classes.panelTitle}>{label}</span>
        {buttons.map(([name, key, ButtonIcon, act]) => (
          <Tooltip key={key} label={`${name} (${key})`}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={name}
              disabled={act === undefined}
              onClick={() => act?.()}
            >
              <ButtonIcon size={16} />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
      <div className={classes.panelBody} tabIndex={0} role="region" aria-label={t('inbox.details')}>
        {children}
      </div>
    </aside>
  );
}
