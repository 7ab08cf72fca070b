import { useTranslation } from 'react-i18next';
import { useHasRole } from '@/app/session';
import { PageFrame } from '@/kit/PageFrame';
import { ErrorState, NoPermission, SkeletonRows } from '@/kit/states';
import { ChooseStep } from './ChooseStep';
import { ConnectStep } from './ConnectStep';
import { useFirstRun } from './firstRun';
import { LoadStep } from './LoadStep';
import { Step } from './Step';
import classes from './Welcome.module.css';

const ORDER = ['connect', 'choose', 'load', 'done'] as const;

/** はじめる: from nothing to the first data, in steps that can be left and taken up again. */
export function WelcomeScreen() {
  const { t } = useTranslation();
  const allowed = useHasRole('admin', 'integrator');
  const run = useFirstRun(allowed);
  if (!allowed) {
    return (
      <PageFrame title={t('welcome.title')}>
        <NoPermission />
      </PageFrame>
    );
  }
  const at = run.stage === null ? -1 : ORDER.indexOf(run.stage);
  const state = (step: number) => (at > step ? 'done' : at === step ? 'now' : 'later');
  return (
    <PageFrame title={t('welcome.title')} lead={<p className={classes.lead}>{t('welcome.lead')}</p>}>
      {run.error !== null && <ErrorState error={run.error} onRetry={run.retry} />}
      {run.stage === null && run.error === null && <SkeletonRows rows={4} height={72} />}
      {run.stage !== null && (
        <ol className={classes.steps} aria-label={t('welcome.steps')}>
          <Step number={1} state={state(0)} title={t('welcome.connect')}>
            <ConnectStep connections={run.connections} now={run.stage === 'connect'} />
          </Step>
          <Step number={2} state={state(1)} title={t('welcome.choose')}>
            <ChooseStep connections={run.connections} published={run.published} now={run.stage === 'choose'} />
          </Step>
          <Step number={3} state={state(2)} title={t('welcome.load')}>
            <LoadStep run={run} />
          </Step>
        </ol>
      )}
    </PageFrame>
  );
}
