import type { ja } from './ja';
import type { customerJa } from './customer.ja';
import type { customersJa } from './customers.ja';
import type { dashboardJa } from './dashboard.ja';
import type { homeJa } from './home.ja';
import type { inboxJa } from './inbox.ja';
import type { integrationJa } from './integration.ja';
import type { noticesJa } from './notices.ja';
import type { playbooksJa } from './playbooks.ja';
import type { settingsJa } from './settings.ja';
import type { tourJa } from './tour.ja';
import type { welcomeJa } from './welcome.ja';

type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

/** The words that every screen needs, as both languages have them. */
export type CommonWords = Words<typeof ja>;

/** The words of each area, as both languages have them. */
export interface AreaWords {
  customer: Words<typeof customerJa>;
  customers: Words<typeof customersJa>;
  dashboard: Words<typeof dashboardJa>;
  home: Words<typeof homeJa>;
  inbox: Words<typeof inboxJa>;
  integration: Words<typeof integrationJa>;
  notices: Words<typeof noticesJa>;
  playbooks: Words<typeof playbooksJa>;
  settings: Words<typeof settingsJa>;
  tour: Words<typeof tourJa>;
  welcome: Words<typeof welcomeJa>;
}

type Together<T> = (T extends unknown ? (part: T) => void : never) extends (whole: infer W) => void ? W : never;

/** All words there are. */
export type Dictionary = CommonWords & Together<AreaWords[keyof AreaWords]>;
