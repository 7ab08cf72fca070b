import { IconCheck, IconPencil, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '@/api/queries/playbooks';
import classes from './RunState.module.css';

const ICONS = { published: IconCheck, paused: IconPlayerPause, draft: IconPencil } as const;

/** Whether a playbook runs: 公開中, 停止中, 下書き. */
export function DefinitionState({ definition }: { definition: Definition }) {
  const { t } = useTranslation();
  const state =
    definition.publishedVersion === null || definition.publishedVersion === undefined
      ? 'draft'
      : definition.paused === true
        ? 'paused'
        : 'published';
  const StateIcon = ICONS[state];
  return (
    <span className={classes.state} data-state={state}>
      <StateIcon size={15} stroke={1.8} aria-hidden />
      {t(`playbooks.state.${state}`)}
    </span>
  );
}
