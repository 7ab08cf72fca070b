import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/kit/Dialog';
import { commandKey } from './keys';
import { usePlaces } from './usePlaces';
import classes from './KeyboardHelp.module.css';

/** All keys at one glance. */
export default function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const places = usePlaces().filter((place) => place.shortcut !== undefined);
  return (
    <Dialog onClose={onClose} title={t('keyboard.title')} size="md">
      <Group
        title={t('keyboard.anywhere')}
        rows={[
          [[`${commandKey()}K`], t('keyboard.palette')],
          [['?'], t('keyboard.help')],
          ...places.map(({ key, shortcut }): [string[], string] => [['g', shortcut ?? ''], t(`nav.${key}`)]),
          [['Esc'], t('keyboard.close')],
        ]}
      />
      <Group
        title={t('keyboard.lists')}
        rows={[
          [['j'], t('keyboard.down')],
          [['k'], t('keyboard.up')],
          [['Enter'], t('keyboard.open')],
          [['e'], t('keyboard.complete')],
          [['s'], t('work.snooze')],
          [['a'], t('work.assign')],
          [['c'], t('work.comment')],
          [['x'], t('keyboard.choose')],
        ]}
      />
    </Dialog>
  );
}

function Group({ title, rows }: { title: string; rows: [string[], string][] }) {
  return (
    <section className={classes.group}>
      <h2 className={classes.title}>{title}</h2>
      <dl className={classes.list}>
        {rows.map(([keys, text]) => (
          <div key={text + keys.join()} className={classes.row}>
            <dt>{text}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
