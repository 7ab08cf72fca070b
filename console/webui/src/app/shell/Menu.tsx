import { Kbd } from '@mantine/core';
import { IconSearch, IconSelector } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Late } from '@/kit/late/Late';
import { Bell } from '@/screens/notifications/Bell';
import { useSession } from '../session';
import { commandKey } from './keys';
import { overlays } from './overlays';
import { usePlaces } from './usePlaces';
import classes from './Menu.module.css';

/** The menu at the side: where to go, and the person's own settings. */
export function Menu({ workspaceName }: { workspaceName: string | undefined }) {
  const { t } = useTranslation();
  const places = usePlaces();
  return (
    <div className={classes.menu}>
      <div className={classes.workspace}>
        <img src="/minori.svg" width={24} height={24} alt="" />
        <span className={classes.workspaceName} title={workspaceName}>
          {workspaceName ?? t('app.name')}
        </span>
        <Bell />
      </div>
      <button type="button" className={classes.search} onClick={overlays.palette}>
        <IconSearch size={16} aria-hidden />
        <span>{t('palette.open')}</span>
        <Kbd size="xs" className={classes.hint}>
          {commandKey()}K
        </Kbd>
      </button>
      <nav aria-label={t('nav.label')} className={classes.places}>
        {places.map(({ key, path, icon: PlaceIcon }) => (
          <Link
            key={key}
            to={path}
            className={classes.place ?? ''}
            activeOptions={{ exact: path === '/', includeSearch: false }}
          >
            <PlaceIcon size={18} stroke={1.6} aria-hidden />
            {t(`nav.${key}`)}
          </Link>
        ))}
      </nav>
      <UserMenu />
    </div>
  );
}

const loadUserMenu = () => import('./UserMenuItems');
const UserMenuItems = lazy(loadUserMenu);

function UserMenu() {
  const { t } = useTranslation();
  const { person, roles } = useSession();
  const role = (['admin', 'manager', 'csm', 'cs-ops', 'integrator', 'viewer'] as const).find((each) =>
    roles.includes(each),
  );
  const button = (
    <button type="button" className={classes.user} aria-label={t('user.menu', { name: person.name })}>
      <span className={classes.face} aria-hidden>
        {String.fromCodePoint(person.name.codePointAt(0) ?? 0x30fb)}
      </span>
      <span className={classes.who}>
        <span className={classes.name}>{person.name}</span>
        {role !== undefined && <span className={classes.role}>{t(`role.${role}`)}</span>}
      </span>
      <IconSelector size={16} aria-hidden />
    </button>
  );
  return (
    <Late opens="menu" button={button} load={loadUserMenu}>
      <UserMenuItems button={button} />
    </Late>
  );
}
