import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/kit/Dialog';
import type { BulkAnswer } from '@/api/queries/taskActions';
import classes from './Dialogs.module.css';

/** What became of many: how many are done, and each that is not, with why. */
export function BulkResult({
  answer,
  nameOf,
  onClose,
}: {
  answer: BulkAnswer;
  nameOf: (id: string) => string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const left = (answer.results ?? []).filter(({ outcome }) => outcome !== 'done');
  return (
    <Dialog onClose={onClose} title={t('inbox.bulk.result')} size="md">
      <p>{t('inbox.bulk.partly', { done: answer.done ?? 0, left: left.length })}</p>
      <ul className={classes.results}>
        {left.map(({ id, outcome }) => (
          <li key={id}>
            {nameOf(id ?? '')}
            <span className={classes.why}>
              {t(outcome === 'not-found' ? 'inbox.bulk.notFound' : 'inbox.bulk.conflict')}
            </span>
          </li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button data-autofocus onClick={onClose}>
          {t('inbox.close')}
        </Button>
      </div>
    </Dialog>
  );
}
