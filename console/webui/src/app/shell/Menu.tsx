import { Kbd, Menu as Dropdown } from '@mantine/core';
import { useMantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMap,
  IconMoon,
  IconSearch,
  IconSelector,
  IconSun,
  IconDeviceDesktop,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SIGN_OUT_ADDRESS } from '@/api/session';
import { Bell } from '@/screens/notifications/Bell';
import { currentLanguage, LANGUAGE_NAMES, LANGUAGES, showLanguage } from '@/i18n';
import { useSession } from '../session';
import { tour } from '../tour/tourState';
import { commandKey } from './keys';
import { overlays } from './overlays';
import { usePlaces } from './usePlaces';
import classes from './Menu.module.css';

const SCHEMES = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const;

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

function UserMenu() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { person, roles } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const role = (['admin', 'manager', 'csm', 'cs-ops', 'integrator', 'viewer'] as const).find((each) =>
    roles.includes(each),
  );
  return (
    <Dropdown position="top-start" width={224} shadow="md" withinPortal>
      <Dropdown.Target>
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
      </Dropdown.Target>
      <Dropdown.Dropdown>
        <Dropdown.Label>{t('user.theme')}</Dropdown.Label>
        {SCHEMES.map(([scheme, SchemeIcon]) => (
          <Dropdown.Item
            key={scheme}
            leftSection={<SchemeIcon size={16} />}
            rightSection={colorScheme === scheme ? <IconCheck size={16} /> : null}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`user.${scheme}`)}
          </Dropdown.Item>
        ))}
        <Dropdown.Divider />
        <Dropdown.Label>{t('user.language')}</Dropdown.Label>
        {LANGUAGES.map((language) => (
          <Dropdown.Item
            key={language}
            lang={language}
            leftSection={<IconLanguage size={16} />}
            rightSection={currentLanguage() === language ? <IconCheck size={16} /> : null}
            onClick={() => void showLanguage(language, true)}
          >
            {LANGUAGE_NAMES[language]}
          </Dropdown.Item>
        ))}
        <Dropdown.Divider />
        <Dropdown.Item
          leftSection={<IconKeyboard size={16} />}
          rightSection={<Kbd size="xs">?</Kbd>}
          onClick={overlays.help}
        >
          {t('user.keyboard')}
        </Dropdown.Item>
        <Dropdown.Item
          leftSection={<IconMap size={16} />}
          onClick={() => {
            void navigate({ to: '/' });
            tour.start();
          }}
        >
          {t('user.tour')}
        </Dropdown.Item>
        <Dropdown.Item component="a" href={SIGN_OUT_ADDRESS} leftSection={<IconLogout size={16} />}>
          {t('user.signOut')}
        </Dropdown.Item>
      </Dropdown.Dropdown>
    </Dropdown>
  );
}
