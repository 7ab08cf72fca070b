import { useTranslation } from 'react-i18next';
import { useTargetSchemas } from '@/api/queries/mappings';
import { textOf } from '@/kit/format';
import type { StarterCheck } from './starterCheck';
import classes from './Welcome.module.css';

/** Whether a starter can be loaded from the source as it is. */
export function StarterVerdict({ check, error }: { check: StarterCheck | undefined; error: Error | null }) {
  const { t } = useTranslation();
  const schemas = useTargetSchemas();
  if (check === undefined) {
    return (
      <span className={classes.verdict} data-wrong={error !== null}>
        {error === null ? t('welcome.checking') : t('state.errorTitle')}
      </span>
    );
  }
  const fields = schemas.data?.find((schema) => schema.dataset === check.document.dataset)?.fields;
  const missing = check.missing.map((name) => textOf(fields?.find((field) => field.name === name)));
  const words = !check.valid
    ? t('welcome.wrong', { detail: check.mistakes.map((mistake) => textOf(mistake)).join(' ') })
    : missing.length === 0
      ? t('welcome.fits')
      : t('welcome.fitsPartly', { fields: missing.join(t('integration.listJoin')) });
  return (
    <span className={classes.verdict} data-wrong={!check.valid}>
      {t('welcome.fieldCount', { count: check.document.fields.length })} · {words}
    </span>
  );
}
