import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMember, useWorkspace } from '@/api/queries/directory';
import { showTimesIn } from '@/kit/format';
import { useSession } from '../session';
import { TourGate } from '../tour/TourGate';
import { Menu } from './Menu';
import { overlays, useOverlay } from './overlays';
import { ServiceDownBanner } from './ServiceDownBanner';
import { SessionEnded } from './SessionEnded';
import { useLiveUpdates } from '../useLiveUpdates';
import { useGlobalKeys } from './useGlobalKeys';
import classes from './Frame.module.css';

const CommandPalette = lazy(() => import('./CommandPalette'));
const KeyboardHelp = lazy(() => import('./KeyboardHelp'));

/** What surrounds every screen: menu, banners, palette, keyboard help. */
export function Frame() {
  const { t } = useTranslation();
  const { workspaceId } = useSession();
  const workspace = useWorkspace(workspaceId);
  const member = useMember();
  const [menuOpen, menu] = useDisclosure(false);
  const overlay = useOverlay();
  const { pathname } = useLocation();
  useGlobalKeys();
  useLiveUpdates();
  useEffect(() => menu.close(), [pathname, menu]);
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
          <ActionIcon variant="subtle" color="gray" onClick={menu.open} aria-label={t('app.openMenu')}>
            <IconMenu2 size={20} />
          </ActionIcon>
          <strong>{t('app.name')}</strong>
        </div>
        <ServiceDownBanner />
        <main id="content" tabIndex={-1} className={classes.content}>
          <Outlet />
        </main>
      </div>
      <Drawer opened={menuOpen} onClose={menu.close} size={260} padding="xs" title={t('app.name')}>
        <Menu workspaceName={workspace.data?.name} />
      </Drawer>
      <SessionEnded />
      <TourGate />
      <Suspense fallback={null}>
        {overlay === 'palette' && <CommandPalette onClose={overlays.close} />}
        {overlay === 'help' && <KeyboardHelp onClose={overlays.close} />}
      </Suspense>
    </div>
  );
}
