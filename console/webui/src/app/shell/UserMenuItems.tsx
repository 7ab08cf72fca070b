import { Kbd, Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMap,
  IconMoon,
  IconSun,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SIGN_OUT_ADDRESS } from '@/api/session';
import { currentLanguage, LANGUAGE_NAMES, LANGUAGES, showLanguage } from '@/i18n';
import type { LateButton } from '@/kit/late/Late';
import { OpenMenu } from '@/kit/late/OpenMenu';
import { tour } from '../tour/tourState';
import { overlays } from './overlays';

const SCHEMES = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const;

/** How the page looks and speaks to this person, help, and the way out. */
export default function UserMenuItems({ button }: { button: LateButton }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <OpenMenu button={button} position="top-start" width={224} withinPortal>
      <Menu.Label>{t('user.theme')}</Menu.Label>
      {SCHEMES.map(([scheme, SchemeIcon]) => (
        <Menu.Item
          key={scheme}
          leftSection={<SchemeIcon size={16} />}
          rightSection={colorScheme === scheme ? <IconCheck size={16} /> : null}
          onClick={() => setColorScheme(scheme)}
        >
          {t(`user.${scheme}`)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Label>{t('user.language')}</Menu.Label>
      {LANGUAGES.map((language) => (
        <Menu.Item
          key={language}
          lang={language}
          leftSection={<IconLanguage size={16} />}
          rightSection={currentLanguage() === language ? <IconCheck size={16} /> : null}
          onClick={() => void showLanguage(language, true)}
        >
          {LANGUAGE_NAMES[language]}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item leftSection={<IconKeyboard size={16} />} rightSection={<Kbd size="xs">?</Kbd>} onClick={overlays.help}>
        {t('user.keyboard')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconMap size={16} />}
        onClick={() => {
          void navigate({ to: '/' });
          tour.start();
        }}
      >
        {t('user.tour')}
      </Menu.Item>
      <Menu.Item component="a" href={SIGN_OUT_ADDRESS} leftSection={<IconLogout size={16} />}>
        {t('user.signOut')}
      </Menu.Item>
    </OpenMenu>
  );
}
