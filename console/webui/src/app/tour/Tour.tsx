import { Button, CloseButton } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/app/session';
import { isCovered, isTyping } from '../shell/keys';
import { customerLink, isThere, STEPS, targetOf, type StepName } from './steps';
import { tour, useTourStep } from './tourState';
import classes from './Tour.module.css';

const LOOK_EVERY_MILLIS = 200;
const PATIENCE_MILLIS = 5_000;

/**
 * Five steps from an alert over the explanation to the source record. A card beside the page, not over it: what it
 * speaks of stays usable.
 */
export default function Tour() {
  const { t } = useTranslation();
  const { person } = useSession();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const at = useTourStep();
  const name = STEPS[at];
  const card = useRef<HTMLElement>(null);
  usePointer(name, pathname);
  useEffect(() => card.current?.focus({ preventScroll: true }), [at]);
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key === 'Escape' && !isTyping(event) && !isCovered()) {
        tour.end(person.id);
      }
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [person.id]);
  if (name === undefined) {
    return null;
  }
  const last = at === STEPS.length - 1;

  function forward(): void {
    const next = STEPS[at + 1];
    if (next === undefined) {
      tour.end(person.id);
      return;
    }
    if (isThere(next, pathname)) {
      tour.to(at + 1);
      return;
    }
    void linkOnceThere(() => customerLink(t)).then(async (link) => {
      if (tour.go(at, at + 1)) {
        await navigate({ to: link?.getAttribute('href') ?? '/customers' });
      }
    });
  }

  function back(): void {
    const before = STEPS[at - 1];
    if (before !== undefined && !isThere(before, pathname)) {
      void navigate({ to: '/' });
    }
    tour.to(at - 1);
  }

  return (
    <section ref={card} className={classes.card} aria-label={t('tour.label')} tabIndex={-1}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t(`tour.steps.${name}.title`)}</h2>
        <CloseButton size="sm" aria-label={t('tour.skip')} onClick={() => tour.end(person.id)} />
      </div>
      <p className={classes.text} aria-live="polite">
        {t(`tour.steps.${name}.text`)}
      </p>
      <div className={classes.foot}>
        <span className={classes.progress}>{t('tour.progress', { at: at + 1, of: STEPS.length })}</span>
        {at > 0 && (
          <Button size="xs" variant="default" onClick={back}>
            {t('tour.back')}
          </Button>
        )}
        <Button size="xs" onClick={forward}>
          {t(last ? 'tour.finish' : 'tour.next')}
        </Button>
      </div>
    </section>
  );
}

/** The link, as soon as the list that holds it has been read; null where there is none after a while. */
async function linkOnceThere(find: () => HTMLAnchorElement | null): Promise<HTMLAnchorElement | null> {
  for (let tries = 0; tries < PATIENCE_MILLIS / LOOK_EVERY_MILLIS && find() === null; tries += 1) {
    await new Promise((done) => window.setTimeout(done, LOOK_EVERY_MILLIS));
  }
  return find();
}

/** Outlines what the step speaks of, as soon as it is on the page. */
function usePointer(name: StepName | undefined, pathname: string): void {
  const { t } = useTranslation();
  useEffect(() => {
    if (name === undefined || !isThere(name, pathname)) {
      return undefined;
    }
    let shown: HTMLElement | null = null;
    function look(): void {
      const found = name === undefined ? null : targetOf(name, t);
      if (found !== shown) {
        shown?.removeAttribute('data-tour');
        found?.setAttribute('data-tour', 'here');
        found?.scrollIntoView({ block: 'nearest' });
        shown = found;
      }
    }
    look();
    const timer = window.setInterval(look, LOOK_EVERY_MILLIS);
    return () => {
      window.clearInterval(timer);
      shown?.removeAttribute('data-tour');
    };
  }, [name, pathname, t]);
}
