import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@/style/tokens.css';
import '@/style/global.css';
import '@/style/controls.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readSession, type Session } from '@/api/session';
import { colorSchemeManager } from '@/app/colorScheme';
import { queryClient } from '@/app/query';
import { router } from '@/app/router';
import { SessionProvider } from '@/app/session';
import { theme, variables } from '@/app/theme';
import { Toasts } from '@/app/Toasts';
import { browserLanguage, chosenLanguage, showLanguage, startLanguage } from '@/i18n';
import { LoginScreen } from '@/screens/login/LoginScreen';

// The server gives each answer a nonce; only style elements that carry it are let through.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
setNonce(nonce);

async function start(): Promise<void> {
  const guessed = chosenLanguage() ?? browserLanguage();
  const words = startLanguage(guessed);
  let session: Session | null = null;
  let reached = true;
  try {
    session = await readSession();
  } catch {
    reached = false;
  }
  if (session !== null) {
    // The screen's script and what it reads first come together with the words.
    router.update({ ...router.options, context: { roles: session.roles } });
    void router.load();
  }
  await words;
  const language = chosenLanguage() ?? session?.language ?? guessed;
  if (language !== guessed) {
    await showLanguage(language);
  }
  const element = document.getElementById('root');
  if (element === null) {
    return;
  }
  createRoot(element).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        colorSchemeManager={colorSchemeManager()}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={queryClient}>
          {session === null ? (
            <LoginScreen reached={reached} />
          ) : (
            <SessionProvider value={session}>
              <RouterProvider router={router} />
            </SessionProvider>
          )}
          <Toasts />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

void start();
