import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '@/api/types';
import { textOf } from '@/kit/format';
import classes from './TestVerdict.module.css';

/** What a test found, step by step, and what to do about what failed. */
export function TestVerdict({ verdict, system }: { verdict: Verdict; system: string }) {
  const { t } = useTranslation();
  const kintone = system === 'kintone';
  return (
    <div className={classes.verdict} role="status">
      <ul className={classes.steps}>
        <Step fine={verdict.reachable === true} text={t('integration.test.reachable')} />
        <Step fine={verdict.authorised === true} text={t('integration.test.authorised')} />
        <Step fine={verdict.usable === true} text={t('integration.test.usable')} />
      </ul>
      <p className={verdict.usable === true ? classes.message : classes.failure}>{textOf(verdict.message)}</p>
      {verdict.usable !== true && (
        <p className={classes.hint}>
          {t(
            verdict.reachable !== true
              ? 'integration.test.hintReach'
              : kintone
                ? 'integration.test.hintKintone'
                : 'integration.test.hintSalesforce',
          )}
        </p>
      )}
      {(verdict.readable?.length ?? 0) > 0 && (
        <>
          <h3 className={classes.heading}>
            {t(kintone ? 'integration.test.readableApps' : 'integration.test.readableObjects')}
          </h3>
          <ul className={classes.readable}>
            {verdict.readable?.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Step({ fine, text }: { fine: boolean; text: string }) {
  const { t } = useTranslation();
  return (
    <li data-fine={fine}>
      {fine ? <IconCircleCheck size={18} aria-hidden /> : <IconCircleX size={18} aria-hidden />}
      <span>{text}</span>
      <span className={classes.result}>{t(fine ? 'integration.test.yes' : 'integration.test.no')}</span>
    </li>
  );
}
