import { Button, Checkbox, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface Choice {
  value: string;
  label: ReactNode;
}

interface Props {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
  /** Whether one choice excludes the others. */
  single?: boolean;
}

/** A filter of a list behind a button that says whether it narrows. */
export function FilterMenu({ label, choices, chosen, onChoose, single = false }: Props) {
  const { t } = useTranslation();
  const active = chosen.length > 0;
  return (
    <Menu closeOnItemClick={single} position="bottom-start" shadow="md" width={240}>
      <Menu.Target>
        <Button
          variant={active ? 'light' : 'default'}
          size="sm"
          fw={active ? 600 : 400}
          px="sm"
          rightSection={<IconChevronDown size={14} />}
        >
          {active && !single ? t('customers.filtered', { filter: label, count: chosen.length }) : label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {choices.map(({ value, label: words }) => {
          const on = chosen.includes(value);
          return (
            <Menu.Item
              key={value}
              role={single ? 'menuitemradio' : 'menuitemcheckbox'}
              aria-checked={on}
              leftSection={<Checkbox size="xs" checked={on} readOnly tabIndex={-1} aria-hidden />}
              onClick={() =>
                onChoose(
                  single ? (on ? [] : [value]) : on ? chosen.filter((each) => each !== value) : [...chosen, value],
                )
              }
            >
              {words}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
