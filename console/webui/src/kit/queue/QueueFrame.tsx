import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Queue.module.css';

/** The list, what narrows it above, and beside it what is open. */
export function QueueFrame({
  toolbar,
  list,
  bulk,
  panel,
}: {
  toolbar: ReactNode;
  list: ReactNode;
  bulk: ReactNode;
  panel: ReactNode;
}) {
  return (
    <div className={classes.queue}>
      <div className={classes.toolbar}>{toolbar}</div>
      <div className={classes.split}>
        <div className={classes.side}>
          {list}
          {bulk}
        </div>
        {panel}
      </div>
    </div>
  );
}

/** Two ways to look at the same work. */
export function ViewSwitch<T extends string>({
  label,
  value,
  views,
  onChange,
}: {
  label: string;
  value: T;
  views: { value: T; label: string }[];
  onChange: (value: T) => void;
}) {
  return (
    <SegmentedControl size="xs" aria-label={label} value={value} data={views} onChange={(next) => onChange(next)} />
  );
}
