import { Button, Checkbox } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '@/api/client';
import { useObjects } from '@/api/queries/integration';
import { useSaveMapping, useStarters } from '@/api/queries/mappings';
import type { Connection } from '@/api/types';
import { ErrorState, ProblemNotice, SkeletonRows } from '@/kit/states';
import { starterCheck } from './starterCheck';
import { StarterVerdict } from './StarterVerdict';
import classes from './Welcome.module.css';

/** The starters that fit a source, each checked; those chosen are published together, customers first. */
export function ConnectionChoices({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const id = connection.id ?? '';
  const objects = useObjects(id);
  const starters = useStarters(id);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [keys] = useState(() => new Map<string, string>());
  const save = useSaveMapping();
  const [starting, setStarting] = useState(false);
  const names = new Set(objects.data?.map((object) => object.name));
  const fitting = objects.data === undefined ? [] : (starters.data ?? []).filter((each) => names.has(each.object));
  const checks = useQueries({ queries: fitting.map((starter) => starterCheck(id, starter)) });
  const error = objects.error ?? starters.error;
  if (error !== null) {
    return (
      <ErrorState
        error={error}
        compact
        onRetry={() => {
          void objects.refetch();
          void starters.refetch();
        }}
      />
    );
  }
  if (objects.data === undefined || starters.data === undefined) {
    return <SkeletonRows rows={6} height={56} />;
  }
  if (fitting.length === 0) {
    return <p className={classes.text}>{t('welcome.noStarters')}</p>;
  }
  const chosen = fitting
    .map((starter, at) => ({ starter, check: checks[at]?.data }))
    .filter(({ starter }) => !left.has(starter.key ?? ''));
  const ready = chosen.length > 0 && chosen.every(({ check }) => check?.valid === true);

  async function start(): Promise<void> {
    setStarting(true);
    try {
      for (const { starter, check } of chosen) {
        const key = keys.get(starter.key ?? '') ?? idempotencyKey();
        keys.set(starter.key ?? '', key);
        if (check !== undefined) {
          await save.mutateAsync({ document: check.document, key, publish: true });
        }
      }
    } finally {
      setStarting(false);
    }
  }

  return (
    <>
      <ul className={classes.choices} aria-label={connection.name ?? ''}>
        {fitting.map((starter, at) => (
          <li key={starter.key}>
            <Checkbox
              label={starter.name}
              checked={!left.has(starter.key ?? '')}
              description={<StarterVerdict check={checks[at]?.data} error={checks[at]?.error ?? null} />}
              onChange={(event) => {
                const next = new Set(left);
                if (event.currentTarget.checked) {
                  next.delete(starter.key ?? '');
                } else {
                  next.add(starter.key ?? '');
                }
                setLeft(next);
              }}
            />
          </li>
        ))}
      </ul>
      {save.error !== null && <ProblemNotice error={save.error} />}
      <div className={classes.actions}>
        <Button disabled={!ready} loading={starting} onClick={() => void start().catch(() => undefined)}>
          {t('welcome.start')}
        </Button>
      </div>
    </>
  );
}
