import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { FilterButton } from './FilterButton';
import type { Option } from './option';
import classes from './filters.module.css';

interface Props<T extends string> {
  label: string;
  /** What it is called when nothing is chosen; absent where something always is. */
  any?: string;
  value: T | undefined;
  options: readonly Option<T>[];
  onChange: (value: T | undefined) => void;
}

/** One of a few, or any of them. */
export function ChoiceFilter<T extends string>({ label, any, value, options, onChange }: Props<T>) {
  const shown = options.find((option) => option.value === value)?.label;
  return (
    <Menu position="bottom-start" shadow="md" width={220}>
      <Menu.Target>
        <FilterButton label={label} shown={shown} active={value !== undefined && any !== undefined} />
      </Menu.Target>
      <Menu.Dropdown className={classes.choices ?? ''}>
        {any !== undefined && (
          <Menu.Item
            role="menuitemradio"
            aria-checked={value === undefined}
            rightSection={value === undefined && <IconCheck size={14} />}
            onClick={() => onChange(undefined)}
          >
            {any}
          </Menu.Item>
        )}
        {options.map((option) => (
          <Menu.Item
            key={option.value}
            role="menuitemradio"
            aria-checked={option.value === value}
            rightSection={option.value === value && <IconCheck size={14} />}
            onClick={() => onChange(option.value)}
          >
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
