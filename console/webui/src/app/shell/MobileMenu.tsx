import { useTranslation } from 'react-i18next';
import { SideDialog } from '@/kit/Dialog';
import { Menu } from './Menu';

interface Props {
  workspaceName: string | undefined;
  onClose: () => void;
}

/** The menu where the window is too narrow to hold it. */
export default function MobileMenu({ workspaceName, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <SideDialog onClose={onClose} position="left" size={260} padding="xs" title={t('app.name')}>
      <Menu workspaceName={workspaceName} />
    </SideDialog>
  );
}
