import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMembers } from '@/api/queries/directory';
import type { Task } from '@/api/types';
import { formatDay, textOf } from '@/kit/format';
import { DateText, DueText, TimeText } from '@/kit/values';
import { TaskComments } from './Comments';
import { PriorityBadge } from './PriorityBadge';
import type { TaskWork } from './useTaskWork';
import { originKey } from './words';
import { WriteField } from './WriteField';
import classes from '@/kit/queue/Detail.module.css';

/** One task, whole: what is to be done, where it comes from, what people wrote about it. */
export function TaskDetail({ task, work, mayWrite }: { task: Task; work: TaskWork; mayWrite: boolean }) {
  const { t } = useTranslation();
  const active = task.state === 'open' || task.state === 'snoozed';
  const question = task.kind === 'question';
  return (
    <>
      <div className={classes.badges}>
        <span>{t(`task.state.${(task.state ?? 'open') as 'open'}`)}</span>
        <PriorityBadge priority={task.priority} />
        {task.state === 'snoozed' && task.snoozedUntil && (
          <span>{t('work.snoozedUntil', { day: formatDay(task.snoozedUntil) })}</span>
        )}
      </div>
      <h2 className={classes.title}>{textOf(task.title)}</h2>
      {mayWrite && active && (
        <div className={classes.actions}>
          {!question && (
            <Button size="xs" loading={work.busy} onClick={() => work.complete(task)}>
              {t('inbox.complete')}
              <span className={classes.key} aria-hidden>
                e
              </span>
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => work.ask('snooze', [task])}>
            {t('inbox.snooze')}
            <span className={classes.key} aria-hidden>
              s
            </span>
          </Button>
          <Button size="xs" variant="default" onClick={() => work.ask('assign', [task])}>
            {t('inbox.assign')}
            <span className={classes.key} aria-hidden>
              a
            </span>
          </Button>
          <Menu position="bottom-end" shadow="md" width={200}>
            <Menu.Target>
              <ActionIcon variant="default" size={30} aria-label={t('inbox.moreActions')}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {!question && (
                <Menu.Item onClick={() => work.ask('complete', [task])}>{t('inbox.completeWith')}</Menu.Item>
              )}
              <Menu.Item onClick={() => work.ask('cancel', [task])}>{t('inbox.cancel')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
      {mayWrite && (!active || task.state === 'snoozed') && (
        <div className={classes.actions}>
          <Button size="xs" variant="default" loading={work.busy} onClick={() => work.reopen(task)}>
            {t(active ? 'work.wake' : 'inbox.reopen')}
          </Button>
        </div>
      )}
      <TaskFacts task={task} />
      {!saidIn(task) && <p className={classes.note}>{textOf(task.note)}</p>}
      {question && active && mayWrite && (
        <section className={classes.part} aria-label={t('inbox.answerTitle')}>
          <h3 className={classes.partTitle}>{t('inbox.answerTitle')}</h3>
          <WriteField
            id="question-answer"
            label={t('inbox.answerField')}
            submit={t('inbox.answer')}
            primary
            busy={work.busy}
            error={work.error}
            onSubmit={(text) => work.answer(task, text)}
          />
        </section>
      )}
      <TaskComments key={task.id} taskId={task.id ?? ''} mayWrite={mayWrite} />
    </>
  );
}

/** Whether the title says all of the note: that of a question is its beginning, and often all of it. */
function saidIn(task: Task): boolean {
  return textOf(task.title).endsWith(textOf(task.note));
}

function TaskFacts({ task }: { task: Task }) {
  const { t } = useTranslation();
  const members = useMembers();
  const nameOf = (id: string | null | undefined) => (id ? members.data?.get(id)?.name : undefined);
  const ended = task.state === 'completed' || task.state === 'cancelled';
  return (
    <dl className={classes.facts}>
      <dt>{t('inbox.customer')}</dt>
      <dd>
        <Link to="/customers/$customerId" params={{ customerId: task.customerId ?? '' }}>
          {task.customerName ?? t('inbox.unknownCustomer')}
        </Link>
      </dd>
      <dt>{t('inbox.owner')}</dt>
      <dd>{task.ownerName ?? t('inbox.nobody')}</dd>
      <dt>{t('task.due')}</dt>
      <dd>{ended ? <DateText date={task.dueOn} /> : <DueText date={task.dueOn} />}</dd>
      <dt>{t('inbox.from')}</dt>
      <dd>
        {task.alertId ? (
          <Link to="/alerts/$alertId" params={{ alertId: task.alertId }}>
            {t('inbox.origin.alert')}
          </Link>
        ) : task.playbookRunId ? (
          <Link to="/playbook-runs/$runId" params={{ runId: task.playbookRunId }}>
            {t('inbox.origin.playbook')}
          </Link>
        ) : (
          (nameOf(task.createdBy) ?? t(`inbox.origin.${originKey(task.origin)}`))
        )}
      </dd>
      <dt>{t('inbox.createdAt')}</dt>
      <dd>
        <TimeText at={task.createdAt} />
      </dd>
      {ended && (
        <>
          <dt>{t(task.state === 'completed' ? 'inbox.completedAt' : 'inbox.cancelledAt')}</dt>
          <dd>
            <TimeText at={task.endedAt} /> {nameOf(task.endedBy)}
          </dd>
        </>
      )}
      {ended && task.outcome && (
        <>
          <dt>{t(task.state === 'completed' ? 'inbox.outcome' : 'inbox.reason')}</dt>
          <dd className={classes.text}>{task.outcome}</dd>
        </>
      )}
    </dl>
  );
}
