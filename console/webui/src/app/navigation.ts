import {
  IconBell,
  IconBuilding,
  IconChartBar,
  IconChecklist,
  IconHome,
  IconMailForward,
  IconPlugConnected,
  IconRoute,
  IconSettings,
  type Icon,
} from '@tabler/icons-react';
import type { Dictionary } from '@/i18n/dictionary';
import type { Role } from './session';

/** A place in the menu. */
export interface Place {
  key: Exclude<keyof Dictionary['nav'], 'label'>;
  path: string;
  icon: Icon;
  /** Who sees it; absent for everybody. */
  roles?: Role[];
  /** Second key after `g`. */
  shortcut?: string;
}

/** The menu from top to bottom. A place is shown when a route with its path exists, so a screen appears with its route. */
export const PLACES: readonly Place[] = [
  { key: 'home', path: '/', icon: IconHome, shortcut: 'h' },
  { key: 'dashboard', path: '/dashboard', icon: IconChartBar, roles: ['manager', 'admin', 'cs-ops'], shortcut: 'd' },
  { key: 'customers', path: '/customers', icon: IconBuilding, shortcut: 'c' },
  { key: 'alerts', path: '/alerts', icon: IconBell, shortcut: 'a' },
  { key: 'tasks', path: '/tasks', icon: IconChecklist, shortcut: 't' },
  { key: 'playbooks', path: '/playbooks', icon: IconRoute, shortcut: 'p' },
  { key: 'connections', path: '/connections', icon: IconPlugConnected, roles: ['integrator', 'admin', 'cs-ops'] },
  { key: 'deliveries', path: '/deliveries', icon: IconMailForward },
  { key: 'settings', path: '/settings', icon: IconSettings },
];
