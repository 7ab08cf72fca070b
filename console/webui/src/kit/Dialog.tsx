import { Drawer, Modal, type DrawerProps, type ModalProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from './useReturnFocus';

/** A question or a form over the page, as long as it is mounted. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  const { t } = useTranslation();
  useReturnFocus();
  return <Modal opened closeButtonProps={{ 'aria-label': t('dialog.close') }} {...props} />;
}

/** A longer form beside what it is about, as long as it is mounted. */
export function SideDialog(props: Omit<DrawerProps, 'opened'>) {
  const { t } = useTranslation();
  useReturnFocus();
  return <Drawer opened position="right" size="md" closeButtonProps={{ 'aria-label': t('dialog.close') }} {...props} />;
}
