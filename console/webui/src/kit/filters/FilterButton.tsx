import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import classes from './filters.module.css';

interface Props extends Omit<ComponentProps<'button'>, 'color' | 'style'> {
  label: string;
  /** What it is set to. */
  shown: ReactNode;
  /** Whether it narrows. */
  active: boolean;
}

/** The button of a filter, which says what holds. */
export function FilterButton({ label, shown, active, ...rest }: Props) {
  return (
    <Button
      {...(rest as object)}
      type="button"
      variant="default"
      size="xs"
      data-active={active}
      className={classes.button ?? ''}
      rightSection={<IconChevronDown size={14} />}
    >
      <span className={classes.label}>{label}</span>
      {shown !== undefined && <span className={classes.shown}>{shown}</span>}
    </Button>
  );
}
