import { IconRefresh } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from './format';
import { IconButton } from './IconButton';
import classes from './PageFrame.module.css';

interface Props {
  title: string;
  /** Before the title: where one came from. */
  above?: ReactNode;
  /** Under the title. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** What the numbers take in, where that is less than all until they were read. */
  covers?: string | undefined;
  /** When what is shown was read; milliseconds, 0 while nothing was. */
  readAt?: number;
  onRefresh?: () => void;
  refreshing?: boolean;
  wide?: boolean;
  /** Fills the window exactly; the content scrolls in itself, as long tables do. */
  tall?: boolean;
  children: ReactNode;
}

/** What every screen stands in: title, actions, and as of when the numbers are. */
export function PageFrame(props: Props) {
  const { title, above, lead, actions, covers, readAt, onRefresh, refreshing, wide, tall, children } = props;
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  // The link that led here is gone, and with it what had the focus: reading and the keyboard go on in the content.
  useEffect(() => {
    if (document.activeElement === document.body) {
      document.getElementById('content')?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <div className={wide === true || tall === true ? classes.wide : classes.page} data-tall={tall === true}>
      {above}
      <header className={classes.header}>
        <div className={classes.heading}>
          <h1 className={classes.title}>{title}</h1>
          {lead}
        </div>
        <div className={classes.side}>
          {readAt !== undefined && (
            <span className={classes.asOf}>
              {covers !== undefined && <span className={classes.covers}>{covers}</span>}
              {readAt > 0 && t('frame.asOf', { time: formatTime(new Date(readAt)) })}
              {onRefresh !== undefined && (
                <IconButton label={t('frame.refresh')} loading={refreshing === true} onClick={onRefresh}>
                  <IconRefresh size={16} />
                </IconButton>
              )}
            </span>
          )}
          {actions}
        </div>
      </header>
      {children}
    </div>
  );
}

/** A part of a screen with a heading of its own. */
export function Section({
  title,
  count,
  help,
  action,
  children,
}: {
  title: string;
  count?: ReactNode;
  help?: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.sectionHead}>
        <h2 className={classes.sectionTitle}>
          {title}
          {count !== undefined && <span className={classes.count}>{count}</span>}
        </h2>
        {help !== undefined && <p className={classes.help}>{help}</p>}
        <span className={classes.sectionAction}>{action}</span>
      </div>
      <div className={classes.card}>{children}</div>
    </section>
  );
}
