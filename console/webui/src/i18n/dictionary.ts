import type { ja } from './ja';

type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

/** The shape that both languages have. */
export type Dictionary = Words<typeof ja>;
