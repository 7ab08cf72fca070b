import { cloneElement, Suspense, useState, type ReactElement, type ReactNode, type Ref } from 'react';

/** What a button gets that opens something. */
interface Opening {
  'aria-haspopup'?: 'menu' | 'dialog';
  'aria-expanded'?: boolean;
  onClick?: () => void;
  onPointerEnter?: () => void;
  ref?: Ref<HTMLButtonElement>;
}

export type LateButton = ReactElement<Opening>;

interface Props {
  opens: 'menu' | 'dialog';
  button: LateButton;
  /** Brings the code of what is opened. */
  load: () => Promise<unknown>;
  /** What is opened, with the same button; drawn from the first press on. */
  children: ReactNode;
}

/**
 * A button whose menu comes with the first press: menus need much code, and most of them are never opened. The code is
 * fetched once the pointer comes near; the button is changed by a press only, so that no press is lost.
 */
export function Late({ opens, button, load, children }: Props) {
  const [wanted, setWanted] = useState(false);
  const waiting = cloneElement(button, {
    'aria-haspopup': opens,
    'aria-expanded': false,
    onPointerEnter: () => void load().catch(() => undefined),
    onClick: () => setWanted(true),
  });
  return wanted ? <Suspense fallback={waiting}>{children}</Suspense> : waiting;
}

/** The library gives the focus back to where it was when something opened that was there before, not at its first time. */
export function giveBack(button: HTMLElement | null): void {
  const { activeElement, body } = document;
  if (
    activeElement === null ||
    activeElement === body ||
    activeElement.closest('[role="menu"], [role="dialog"]') !== null
  ) {
    button?.focus({ preventScroll: true });
  }
}
