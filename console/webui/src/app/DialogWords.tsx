import { MantineThemeProvider } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Gives the close button of every dialog and drawer its name, in the language that is shown. */
export function DialogWords({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const close = t('dialog.close');
  const theme = useMemo(() => {
    const named = { defaultProps: { closeButtonProps: { 'aria-label': close } } };
    return { components: { Modal: named, Drawer: named } };
  }, [close]);
  return (
    <MantineThemeProvider theme={theme} inherit>
      {children}
    </MantineThemeProvider>
  );
}
