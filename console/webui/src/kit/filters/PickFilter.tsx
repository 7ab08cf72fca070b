import { Popover, TextInput, UnstyledButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterButton } from './FilterButton';
import type { Option } from './option';
import classes from './filters.module.css';

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
