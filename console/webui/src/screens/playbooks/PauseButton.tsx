import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePausePlaybook, type Definition } from '@/api/queries/playbooks';
import { useHasRole } from '@/app/session';
import { textOf } from '@/kit/format';
import { Dialog } from '@/kit/Dialog';
import { SaveProblem } from '@/kit/SaveProblem';

/** Holds a playbook or lets it go on; says before what that means for whoever is in it. */
export function PauseButton({ definition }: { definition: Definition }) {
  const { t } = useTranslation();
  const may = useHasRole('cs-ops', 'admin');
  const [asked, setAsked] = useState(false);
  const change = usePausePlaybook();
  const pause = definition.paused !== true;
  if (!may || !definition.publishedVersion) {
    return null;
  }
  const word = t(pause ? 'playbooks.pause' : 'playbooks.resume');
  return (
    <>
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          change.reset();
          setAsked(true);
        }}
      >
        {word}
      </Button>
      {asked && (
        <Dialog onClose={() => setAsked(false)} title={`${word}: ${textOf(definition.name)}`}>
          <p>{t(pause ? 'playbooks.pauseText' : 'playbooks.resumeText')}</p>
          <SaveProblem act error={change.error} onReload={() => setAsked(false)} />
          <Group justify="flex-end" gap="xs" mt="md">
            <Button variant="default" onClick={() => setAsked(false)}>
              {t('work.cancel')}
            </Button>
            <Button
              data-autofocus
              loading={change.isPending}
              onClick={() =>
                change.mutate(
                  { definition, pause },
                  {
                    onSuccess: () => {
                      setAsked(false);
                      notifications.show({ message: t(pause ? 'playbooks.paused' : 'playbooks.resumed') });
                    },
                  },
                )
              }
            >
              {word}
            </Button>
          </Group>
        </Dialog>
      )}
    </>
  );
}
