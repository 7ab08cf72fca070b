import { Alert } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { textOf } from '@/kit/format';
import { ProblemNotice } from '@/kit/states';
import type { Mistake } from './document';
import classes from './MappingEditor.module.css';

interface Props {
  checking: boolean;
  error: Error | null;
  mistakes: readonly Mistake[];
  /** Those that belong to no field of the table. */
  general: readonly Mistake[];
}

/** How the document stands: one line of fixed height, and what is wrong with it as a whole. */
export function ValidationSummary({ checking, error, mistakes, general }: Props) {
  const { t } = useTranslation();
  if (error !== null) {
    return <ProblemNotice error={error} />;
  }
  const wrong = mistakes.length > 0;
  return (
    <div role="status" aria-live="polite" className={classes.summary}>
      <p className={classes.verdict} data-wrong={wrong && !checking}>
        {wrong ? <IconAlertTriangle size={16} aria-hidden /> : <IconCircleCheck size={16} aria-hidden />}
        {checking
          ? t('integration.mapping.checking')
          : wrong
            ? t('integration.mapping.mistakes', { count: mistakes.length })
            : t('integration.mapping.valid')}
      </p>
      {general.length > 0 && (
        <Alert color="red" variant="light" mt="xs">
          <ul className={classes.general}>
            {general.map((mistake) => (
              <li key={`${mistake.pointer}${mistake.ja}`}>{textOf(mistake)}</li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
