import { Alert, Button, Group } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';
import { ProblemNotice } from './states';

interface Props {
  error: Error | null;
  /** Shows what is true now; what was entered here is given up. */
  onReload: () => void;
  /** Does it all the same. Absent where that would never be right. */
  onOverwrite?: () => void;
  pending?: boolean;
  /** Whether something was to be done to what others changed, and not written over it. */
  act?: boolean;
}

/** Whether somebody else's change came first. */
export function isConflict(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 412;
}

/** Why a change was not made. Where somebody else was faster, the person decides whose change holds. */
export function SaveProblem({ error, onReload, onOverwrite, pending = false, act = false }: Props) {
  const { t } = useTranslation();
  if (error === null) {
    return null;
  }
  if (!isConflict(error)) {
    return <ProblemNotice error={error} />;
  }
  return (
    <Alert
      color="yellow"
      variant="light"
      role="alert"
      icon={<IconUsers size={18} />}
      title={t('problem.conflict.title')}
    >
      <p>{t(act ? 'problem.conflict.actText' : 'problem.conflict.text')}</p>
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={onReload}>
          {t(act ? 'problem.conflict.look' : 'problem.conflict.reload')}
        </Button>
        {onOverwrite !== undefined && (
          <Button size="xs" variant="default" loading={pending} onClick={onOverwrite}>
            {t(act ? 'problem.conflict.act' : 'problem.conflict.overwrite')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
