import { Anchor, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { signInAddress } from '@/api/session';
import { currentLanguage, LANGUAGE_NAMES, LANGUAGES, showLanguage } from '@/i18n';
import styles from './LoginScreen.module.css';

interface Props {
  /** Whether the console answered at all when it was asked who is signed in. */
  reached: boolean;
}

/** What somebody sees who is not signed in. Signing in happens at the company's own provider. */
export function LoginScreen({ reached }: Props) {
  const { t } = useTranslation();
  const address = new URL(window.location.href);
  const signedOut = address.pathname === '/login';
  const returnTo = signedOut ? '/' : address.pathname + address.search;
  return (
    <main className={styles.page}>
      <section className={styles.card} aria-labelledby="login-title">
        <img className={styles.mark} src="/minori.svg" alt="" width={44} height={44} />
        <h1 id="login-title" className={styles.title}>
          {t('login.title')}
        </h1>
        <p className={styles.lead} role={signedOut ? 'status' : undefined}>
          {signedOut ? t('login.signedOut') : t('login.lead')}
        </p>
        {!reached && (
          <p className={styles.trouble} role="alert">
            {t('login.unreached')}
          </p>
        )}
        <Button component="a" href={signInAddress(returnTo)} size="md" fullWidth>
          {t('login.button')}
        </Button>
        <p className={styles.hint}>{t('login.hint')}</p>
      </section>
      <nav className={styles.languages} aria-label={t('user.language')}>
        {LANGUAGES.map((language) => (
          <Anchor
            key={language}
            component="button"
            lang={language}
            aria-current={currentLanguage() === language}
            className={styles.language}
            onClick={() => void showLanguage(language, true)}
          >
            {LANGUAGE_NAMES[language]}
          </Anchor>
        ))}
      </nav>
    </main>
  );
}
