import type { ReactNode } from 'react';

/** One thing that a filter can be set to. */
export interface Option<T extends string> {
  value: T;
  label: ReactNode;
}
