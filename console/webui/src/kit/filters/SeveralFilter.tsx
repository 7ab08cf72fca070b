import { Checkbox, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FilterButton } from './FilterButton';
import type { Option } from './option';
import classes from './filters.module.css';

interface Props {
  label: string;
  chosen: readonly string[];
  options: readonly Option<string>[];
  onChange: (chosen: string[]) => void;
  /** For options that are read when they are wanted. */
  onOpen?: () => void;
  pending?: boolean;
}

/** Any number of a few; the menu stays open while they are chosen. */
export function SeveralFilter({ label, chosen, options, onChange, onOpen, pending = false }: Props) {
  const { t } = useTranslation();
  const [first] = chosen;
  const shown =
    chosen.length > 1
      ? String(chosen.length)
      : first === undefined
        ? undefined
        : (options.find((option) => option.value === first)?.label ?? '1');
  return (
    <Menu
      closeOnItemClick={false}
      position="bottom-start"
      shadow="md"
      width={240}
      {...(onOpen === undefined ? {} : { onOpen })}
    >
      <Menu.Target>
        <FilterButton label={label} shown={shown} active={chosen.length > 0} />
      </Menu.Target>
      <Menu.Dropdown className={classes.choices ?? ''}>
        {options.map(({ value, label: words }) => {
          const on = chosen.includes(value);
          return (
            <Menu.Item
              key={value}
              role="menuitemcheckbox"
              aria-checked={on}
              leftSection={<Checkbox size="xs" checked={on} readOnly tabIndex={-1} aria-hidden />}
              onClick={() => onChange(on ? chosen.filter((each) => each !== value) : [...chosen, value])}
            >
              {words}
            </Menu.Item>
          );
        })}
        {pending && <Menu.Item disabled>{t('app.loading')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
