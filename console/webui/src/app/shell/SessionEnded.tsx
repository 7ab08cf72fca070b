import { Button } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signInAddress } from '@/api/session';
import { Dialog } from '@/kit/Dialog';

/** The session is over: what is on the screen stays readable behind it, and signing in leads back to it. */
export default function SessionEnded() {
  const { t } = useTranslation();
  const { href } = useLocation();
  return (
    <Dialog
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      centered
      title={t('session.endedTitle')}
      size="sm"
    >
      <p>{t('session.endedText')}</p>
      <Button component="a" href={signInAddress(href)} mt="md" fullWidth data-autofocus>
        {t('session.signInAgain')}
      </Button>
    </Dialog>
  );
}
