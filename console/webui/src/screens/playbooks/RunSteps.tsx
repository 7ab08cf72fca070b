import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RunDetail, RunStep } from '@/api/queries/playbooks';
import { textOf } from '@/kit/format';
import { filled } from '@/kit/placeholders';
import type { LocalText } from '@/api/types';
import { TimeText } from '@/kit/values';
import { stepKindKey } from './words';
import classes from './Playbooks.module.css';

/** What a run did, step by step, and what may come next. */
export function RunSteps({ detail }: { detail: RunDetail }) {
  const { t } = useTranslation();
  const next = detail.run?.next ?? [];
  const customer = detail.run?.customerName;
  const words = (text: LocalText | null | undefined) => filled(textOf(text), { customer });
  return (
    <>
      <ol className={classes.steps}>
        {(detail.steps ?? []).map((step) => (
          <Step key={`${step.stepId ?? ''}-${step.position ?? 0}`} step={step} words={words} />
        ))}
      </ol>
      {next.length > 0 && (
        <p className={classes.sentence}>
          {t('playbooks.next')}{' '}
          {next
            .map(({ title, when }) =>
              when === 'then' || when === 'otherwise'
                ? `${t(`playbooks.answer.${when}`)} → ${words(title)}`
                : words(title),
            )
            .join(', ')}
        </p>
      )}
    </>
  );
}

function Step({ step, words }: { step: RunStep; words: (text: LocalText | null | undefined) => string }) {
  const { t } = useTranslation();
  return (
    <li className={classes.step} aria-current={step.finishedAt ? undefined : 'step'}>
      <span className={classes.stepHead}>{words(step.title)}</span>
      <p className={classes.stepText}>{words(step.sentence)}</p>
      <p className={classes.muted}>
        {t(`playbooks.kind.${stepKindKey(step.kind)}`)} · <TimeText at={step.enteredAt} />
      </p>
      {step.taskId && (
        <Link to="/tasks/$taskId" params={{ taskId: step.taskId }}>
          {t('playbooks.toTask')}
        </Link>
      )}
      {step.requestId && (
        <Link to="/deliveries" search={{ requestId: step.requestId }}>
          {t('playbooks.toDeliveries')}
        </Link>
      )}
    </li>
  );
}
