import { Button, Popover, Stack, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customer as route } from '@/app/router';
import { formatTime } from '@/kit/format';
import { instantOf, localOf } from '@/kit/zone';
import classes from './AsOf.module.css';

/** The services tell of the past only: at least a minute ago. */
const SETTLED = 2 * 60_000;

function useAsOf() {
  const navigate = useNavigate();
  const { customerId } = route.useParams();
  const search = route.useSearch();
  return {
    knownAt: search.knownAt,
    show: (knownAt: string | undefined) => {
      const { knownAt: _, ...rest } = search;
      void navigate({
        to: '/customers/$customerId',
        params: { customerId },
        search: knownAt === undefined ? rest : { ...rest, knownAt },
      });
    },
  };
}

/** 過去時点で表示: chooses a time in the past. */
export function AsOfControl() {
  const { t } = useTranslation();
  const { knownAt, show } = useAsOf();
  const [opened, setOpened] = useState(false);
  const [local, setLocal] = useState('');
  const [latest, setLatest] = useState('');

  function open(): void {
    const settled = localOf(new Date(Date.now() - SETTLED));
    setLatest(settled);
    setLocal(knownAt === undefined ? settled : localOf(knownAt));
    setOpened(!opened);
  }

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus width={280}>
      <Popover.Target>
        <Button
          variant={knownAt === undefined ? 'default' : 'light'}
          leftSection={<IconHistory size={16} stroke={1.6} />}
          onClick={open}
        >
          {t('customer.asOf')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setOpened(false);
            show(instantOf(local));
          }}
        >
          <Stack gap="sm">
            <TextInput
              data-autofocus
              type="datetime-local"
              label={t('customer.pickTime')}
              description={t('customer.knownOnly')}
              max={latest}
              required
              value={local}
              onChange={(event) => setLocal(event.currentTarget.value)}
            />
            <Button type="submit" disabled={local === '' || local > latest}>
              {t('customer.apply')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Says that what is shown is not the present, as long as it is so. */
export function AsOfBanner({ knownAt }: { knownAt: string }) {
  const { t } = useTranslation();
  const { show } = useAsOf();
  return (
    <div role="status" className={classes.banner}>
      <IconHistory size={18} stroke={1.6} aria-hidden />
      <p>
        <strong>{t('customer.asOfShown', { time: formatTime(knownAt) })}</strong> {t('customer.asOfCurrent')}
      </p>
      <Button variant="default" size="xs" onClick={() => show(undefined)}>
        {t('customer.asOfNow')}
      </Button>
    </div>
  );
}
