import { IconPlugConnectedX } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { signals } from '@/api/signals';
import classes from './Banner.module.css';

type Service = 'sync' | 'scoring' | 'playbook' | 'notification' | 'console';

/** Says which part does not answer, and goes away by itself when it does again. */
export function ServiceDownBanner() {
  const { t, i18n } = useTranslation();
  const { away } = useSyncExternalStore(signals.subscribe, signals.read);
  const all = away.includes('console');
  const names = (all ? ['console'] : away).map((service) => t(`service.${service as Service}`));
  return (
    <div role="status" aria-live="polite">
      {names.length > 0 && (
        <div className={classes.banner}>
          <IconPlugConnectedX size={18} aria-hidden />
          <span>
            {t('service.away', { services: names.join(i18n.language === 'ja' ? '」「' : ', ') })}{' '}
            {t(all ? 'service.awayAll' : 'service.awayRest')}
          </span>
        </div>
      )}
    </div>
  );
}
