import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuilding, IconKeyboard, IconLanguage, IconMoonStars, IconSearch, type Icon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/kit/Dialog';
import { useCustomerSearch } from '@/api/queries/customers';
import { currentLanguage, showLanguage } from '@/i18n';
import { overlays } from './overlays';
import { usePlaces } from './usePlaces';
import classes from './CommandPalette.module.css';

interface Command {
  id: string;
  group: 'screens' | 'customers' | 'actions';
  icon: Icon;
  label: string;
  hint?: string;
  run: () => void;
}

/** Everything by a few letters: screens, customers, switches. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [index, setIndex] = useState(0);
  const [searched] = useDebouncedValue(text.trim(), 150);
  const found = useCustomerSearch(searched);
  const commands = useCommands(text, onClose);
  const navigate = useNavigate();
  const listId = useId();
  const customers: Command[] = (text.trim() === '' ? [] : (found.data ?? [])).map((customer) => ({
    id: `customer-${customer.customerId ?? ''}`,
    group: 'customers',
    icon: IconBuilding,
    label: customer.name ?? '',
    ...(customer.customerCode === undefined ? {} : { hint: customer.customerCode }),
    run: () => {
      onClose();
      void navigate({ to: '/customers/$customerId', params: { customerId: customer.customerId ?? '' } });
    },
  }));
  const all = [...customers, ...commands];
  const chosen = Math.min(index, Math.max(all.length - 1, 0));

  function onKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || all.length === 0) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setIndex((chosen + (event.key === 'ArrowDown' ? 1 : all.length - 1)) % all.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      all[chosen]?.run();
    }
  }

  return (
    <Dialog
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size="lg"
      yOffset="12vh"
      aria-label={t('palette.open')}
      transitionProps={{ duration: 80 }}
    >
      <div className={classes.field}>
        <IconSearch size={18} aria-hidden />
        <input
          data-autofocus
          className={classes.input}
          value={text}
          placeholder={t('palette.placeholder')}
          aria-label={t('palette.placeholder')}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={all[chosen] === undefined ? undefined : `${listId}-${all[chosen].id}`}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setIndex(0);
          }}
          onKeyDown={onKey}
        />
      </div>
      <ul id={listId} role="listbox" aria-label={t('palette.open')} className={classes.list}>
        {all.map((command, at) => (
          <li
            key={command.id}
            id={`${listId}-${command.id}`}
            role="option"
            aria-selected={at === chosen}
            className={classes.item}
            onMouseMove={() => setIndex(at)}
            onClick={command.run}
            ref={at === chosen ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
          >
            <command.icon size={18} stroke={1.6} aria-hidden />
            <span className={classes.label}>{command.label}</span>
            <span className={classes.hint}>{command.hint ?? t(`palette.${command.group}`)}</span>
          </li>
        ))}
      </ul>
      {all.length === 0 && !found.isFetching && <p className={classes.nothing}>{t('palette.nothing')}</p>}
    </Dialog>
  );
}

function useCommands(text: string, onClose: () => void): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const places = usePlaces();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const wanted = text.trim().toLowerCase();
  const commands: Command[] = [
    ...places.map(({ key, path, icon }): Command => ({
      id: `place-${key}`,
      group: 'screens',
      icon,
      label: t(`nav.${key}`),
      run: () => {
        onClose();
        void navigate({ to: path });
      },
    })),
    {
      id: 'theme',
      group: 'actions',
      icon: IconMoonStars,
      label: `${t('user.theme')}: ${t(colorScheme === 'dark' ? 'user.light' : 'user.dark')}`,
      run: () => {
        setColorScheme(colorScheme === 'dark' ? 'light' : 'dark');
        onClose();
      },
    },
    {
      id: 'language',
      group: 'actions',
      icon: IconLanguage,
      label: currentLanguage() === 'ja' ? 'English' : '日本語',
      run: () => {
        void showLanguage(currentLanguage() === 'ja' ? 'en' : 'ja', true);
        onClose();
      },
    },
    { id: 'help', group: 'actions', icon: IconKeyboard, label: t('keyboard.title'), run: overlays.help },
  ];
  return commands.filter((command) => `${command.label} ${command.id}`.toLowerCase().includes(wanted));
}
