import { IconAlertTriangle, IconBan, IconCheck, IconClock, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { runStateKey } from './words';
import classes from './RunState.module.css';

const ICONS = {
  ready: IconPlayerPlay,
  waiting: IconClock,
  retrying: IconRefresh,
  completed: IconCheck,
  cancelled: IconBan,
  failed: IconAlertTriangle,
} as const;

/** Where a run stands: colour, shape and word. */
export function RunState({ state }: { state: string | null | undefined }) {
  const { t } = useTranslation();
  const shown = runStateKey(state);
  const StateIcon = ICONS[shown];
  return (
    <span className={classes.state} data-state={shown}>
      <StateIcon size={15} stroke={1.8} aria-hidden />
      {t(`playbooks.runState.${shown}`)}
    </span>
  );
}
