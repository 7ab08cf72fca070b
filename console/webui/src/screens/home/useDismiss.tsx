import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { useFollowUpDismissal } from '@/api/queries/followUps';
import type { FollowUp } from '@/api/types';
import { dayFromToday } from '@/kit/format';

/** Takes a customer off today's list; the message offers the way back. */
export function useDismiss(): (customer: FollowUp) => void {
  const { t } = useTranslation();
  const { dismiss, restore } = useFollowUpDismissal();
  const away = dismiss.mutate;
  const back = restore.mutate;
  return useCallback(
    (customer) => {
      const customerId = customer.customerId ?? '';
      away(
        { customerId, until: dayFromToday(1) },
        {
          onSuccess: () => {
            const id = `dismissed-${customerId}`;
            notifications.show({
              id,
              message: t('home.dismissed', { name: customer.name ?? '' }),
              title: (
                <Button
                  size="compact-xs"
                  variant="light"
                  onClick={() => {
                    back(customerId);
                    notifications.hide(id);
                  }}
                >
                  {t('home.undo')}
                </Button>
              ),
            });
          },
          onError: (error) =>
            notifications.show({
              color: 'red',
              title: t('work.failed'),
              message:
                error instanceof ProblemError
                  ? (error.problem.detail ?? error.problem.title)
                  : t('state.unknownProblem'),
            }),
        },
      );
    },
    [away, back, t],
  );
}
