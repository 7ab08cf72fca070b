import { IconCheck, IconClock, IconEyeOff, IconHelpCircle, IconRefresh, IconSend, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { stateKey } from './words';
import classes from './DeliveryState.module.css';

const ICONS = {
  pending: IconClock,
  sending: IconSend,
  retry: IconRefresh,
  delivered: IconCheck,
  unconfirmed: IconHelpCircle,
  failed: IconX,
  suppressed: IconEyeOff,
} as const;

/** How far a delivery has come: colour, shape and word. */
export function DeliveryState({ state }: { state: string | null | undefined }) {
  const { t } = useTranslation();
  const shown = stateKey(state);
  const StateIcon = ICONS[shown];
  return (
    <span className={classes.state} data-state={shown}>
      <StateIcon size={15} stroke={2} aria-hidden />
      {t(`notices.state.${shown}`)}
    </span>
  );
}
