import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Welcome.module.css';

interface Props {
  number: number;
  state: 'done' | 'now' | 'later';
  title: string;
  children: ReactNode;
}

/** One step of the way. */
export function Step({ number, state, title, children }: Props) {
  const { t } = useTranslation();
  return (
    <li className={classes.step} data-state={state} {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}>
      <span className={classes.mark} aria-hidden>
        {state === 'done' ? <IconCheck size={16} /> : number}
      </span>
      <div className={classes.body}>
        <h2 className={classes.title}>
          {title}
          {state === 'done' && <span className={classes.done}>{t('welcome.done')}</span>}
        </h2>
        {children}
      </div>
    </li>
  );
}
