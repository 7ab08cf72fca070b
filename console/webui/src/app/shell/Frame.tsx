import { ActionIcon } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useMember, useWorkspace } from '@/api/queries/directory';
import { signals } from '@/api/signals';
import { showTimesIn } from '@/kit/format';
import { useSession } from '../session';
import { TourGate } from '../tour/TourGate';
import { Menu } from './Menu';
import { overlays, useOverlay } from './overlays';
import { ServiceDownBanner } from './ServiceDownBanner';
import { useLiveUpdates } from '../useLiveUpdates';
import { useGlobalKeys } from './useGlobalKeys';
import classes from './Frame.module.css';

// What lies over the page comes when it is wanted.
const CommandPalette = lazy(() => import('./CommandPalette'));
const KeyboardHelp = lazy(() => import('./KeyboardHelp'));
const MobileMenu = lazy(() => import('./MobileMenu'));
const SessionEnded = lazy(() => import('./SessionEnded'));

/** What surrounds every screen: menu, banners, palette, keyboard help. */
export function Frame() {
  const { t } = useTranslation();
  const { workspaceId } = useSession();
  const workspace = useWorkspace(workspaceId);
  const member = useMember();
  const [menuOf, setMenuOf] = useState<string>();
  const overlay = useOverlay();
  const { pathname } = useLocation();
  if (menuOf !== undefined && menuOf !== pathname) {
    // Coming back to where it was open does not open it again.
    setMenuOf(undefined);
  }
  useGlobalKeys();
  useLiveUpdates();
  const { ended } = useSyncExternalStore(signals.subscribe, signals.read);
  // Dates are shown in the zone of the workspace, for everybody the same.
  const zone = workspace.data?.zone ?? member.data?.zone;
  if (zone !== undefined) {
    showTimesIn(zone);
  }

  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {t('app.skipToContent')}
      </a>
      <aside className={classes.sidebar}>
        <Menu workspaceName={workspace.data?.name} />
      </aside>
      <div className={classes.main}>
        <div className={classes.mobileBar}>
          <ActionIcon variant="subtle" color="gray" onClick={() => setMenuOf(pathname)} aria-label={t('app.openMenu')}>
            <IconMenu2 size={20} />
          </ActionIcon>
          <strong>{t('app.name')}</strong>
        </div>
        <ServiceDownBanner />
        <main id="content" tabIndex={-1} className={classes.content}>
          <Outlet />
        </main>
      </div>
      <TourGate />
      <Suspense fallback={null}>
        {/* Whoever goes somewhere has chosen: the menu closes. */}
        {menuOf === pathname && (
          <MobileMenu workspaceName={workspace.data?.name} onClose={() => setMenuOf(undefined)} />
        )}
        {ended && <SessionEnded />}
        {overlay === 'palette' && <CommandPalette onClose={overlays.close} />}
        {overlay === 'help' && <KeyboardHelp onClose={overlays.close} />}
      </Suspense>
    </div>
  );
}
