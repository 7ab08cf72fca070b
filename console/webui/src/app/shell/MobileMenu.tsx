import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Menu } from './Menu';

interface Props {
  workspaceName: string | undefined;
  opened: boolean;
  onClose: () => void;
}

/** The menu where the window is too narrow to hold it. */
export default function MobileMenu({ workspaceName, opened, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size={260}
      padding="xs"
      title={t('app.name')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Menu workspaceName={workspaceName} />
    </Drawer>
  );
}
