import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../Dialog';
import { dayFromToday, formatDate } from '../format';
import { SaveProblem } from '../SaveProblem';

interface Props {
  pending: boolean;
  error: Error | null;
  onSubmit: (day: string, overwrite: boolean) => void;
  onClose: () => void;
}

const CHOICES = [
  ['tomorrow', 1],
  ['inThreeDays', 3],
  ['nextWeek', 7],
] as const;

/** Until which day a task waits. */
export function SnoozeDialog({ pending, error, onSubmit, onClose }: Props) {
  const { t } = useTranslation();
  const [day, setDay] = useState('');
  const [sent, setSent] = useState('');
  function send(until: string): void {
    setSent(until);
    onSubmit(until, false);
  }
  return (
    <Dialog onClose={onClose} title={t('work.snoozeTitle')} size="sm">
      <Stack gap="xs">
        {CHOICES.map(([key, days], index) => (
          <Button
            key={key}
            variant="default"
            justify="space-between"
            rightSection={formatDate(dayFromToday(days))}
            disabled={pending}
            {...(index === 0 ? { 'data-autofocus': true } : {})}
            onClick={() => send(dayFromToday(days))}
          >
            {t(`work.${key}`)}
          </Button>
        ))}
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            type="date"
            label={t('work.pickDate')}
            min={dayFromToday(1)}
            value={day}
            flex={1}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <Button disabled={day === ''} loading={pending} onClick={() => send(day)}>
            {t('work.save')}
          </Button>
        </Group>
        <SaveProblem act error={error} pending={pending} onReload={onClose} onOverwrite={() => onSubmit(sent, true)} />
      </Stack>
    </Dialog>
  );
}
