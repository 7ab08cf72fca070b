import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Connection, Mapping } from '@/api/types';
import { ConnectionChoices } from './ConnectionChoices';
import classes from './Welcome.module.css';

interface Props {
  connections: readonly Connection[];
  published: readonly Mapping[];
  now: boolean;
}

/** Chooses what is read, checked against the source as it is. */
export function ChooseStep({ connections, published, now }: Props) {
  const { t } = useTranslation();
  if (!now) {
    return (
      <p className={classes.text}>
        {published.length === 0 ? t('welcome.checkText') : t('welcome.chosen', { count: published.length })}
      </p>
    );
  }
  return (
    <>
      <p className={classes.text}>{t('welcome.chooseText')}</p>
      {connections.map((connection) => (
        <ConnectionChoices key={connection.id} connection={connection} />
      ))}
      <div className={classes.actions}>
        <Button component={Link} to="/connections?tab=mappings" variant="subtle" size="xs">
          {t('welcome.create')}
        </Button>
      </div>
    </>
  );
}
