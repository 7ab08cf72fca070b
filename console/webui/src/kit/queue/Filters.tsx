import { Button, Menu, Popover, TextInput, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Filters.module.css';

export interface Option<T extends string> {
  value: T;
  label: string;
}

/** One of a few, or any of them. The button says what holds. */
export function ChoiceFilter<T extends string>({
  label,
  any,
  value,
  options,
  onChange,
}: {
  label: string;
  /** What it is called when nothing is chosen; absent where something always is. */
  any?: string;
  value: T | undefined;
  options: readonly Option<T>[];
  onChange: (value: T | undefined) => void;
}) {
  const shown = options.find((option) => option.value === value)?.label ?? undefined;
  return (
    <Menu position="bottom-start" shadow="md" width={200}>
      <Menu.Target>
        <FilterButton label={label} shown={shown} active={value !== undefined && any !== undefined} />
      </Menu.Target>
      <Menu.Dropdown>
        {any !== undefined && (
          <Menu.Item rightSection={value === undefined && <IconCheck size={14} />} onClick={() => onChange(undefined)}>
            {any}
          </Menu.Item>
        )}
        {options.map((option) => (
          <Menu.Item
            key={option.value}
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

function FilterButton({
  label,
  shown,
  active,
  ...rest
}: {
  label: string;
  shown: ReactNode;
  active: boolean;
} & Omit<React.ComponentProps<'button'>, 'color' | 'style'>) {
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

/** One of many, found by typing. */
export function PickFilter({
  label,
  any,
  shown,
  placeholder,
  options,
  onSearch,
  onChange,
}: {
  label: string;
  any: string;
  shown: ReactNode;
  placeholder: string;
  options: readonly Option<string>[];
  onSearch: (text: string) => void;
  onChange: (value: string | undefined) => void;
}) {
  const [opened, setOpened] = useState(false);
  function choose(value: string | undefined): void {
    setOpened(false);
    onChange(value);
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" width={260} trapFocus>
      <Popover.Target>
        <FilterButton label={label} shown={shown} active={shown !== undefined} onClick={() => setOpened(true)} />
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        <PickList placeholder={placeholder} options={options} onSearch={onSearch} onPick={choose}>
          {shown !== undefined && (
            <UnstyledButton className={classes.option ?? ''} onClick={() => choose(undefined)}>
              {any}
            </UnstyledButton>
          )}
        </PickList>
      </Popover.Dropdown>
    </Popover>
  );
}

/** A field and what it finds. */
export function PickList({
  placeholder,
  options,
  onSearch,
  onPick,
  children,
}: {
  placeholder: string;
  options: readonly Option<string>[];
  onSearch: (text: string) => void;
  onPick: (value: string) => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <>
      <TextInput
        data-autofocus
        size="xs"
        value={text}
        placeholder={placeholder}
        aria-label={placeholder}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onSearch(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          const first = options[0];
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && first !== undefined) {
            event.preventDefault();
            onPick(first.value);
          }
        }}
      />
      <ul className={classes.options}>
        {children !== undefined && children !== false && <li>{children}</li>}
        {options.map((option) => (
          <li key={option.value}>
            <UnstyledButton className={classes.option ?? ''} onClick={() => onPick(option.value)}>
              {option.label}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {options.length === 0 && text !== '' && <p className={classes.nothing}>{t('palette.nothing')}</p>}
    </>
  );
}
