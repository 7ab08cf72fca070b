import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './values.module.css';

const SYSTEMS: Record<string, string> = { salesforce: 'Salesforce', kintone: 'kintone' };

/** The way to a record where it comes from. Shows only the words when the source has no page for it. */
export function SourceLink({
  source,
  children,
}: {
  source: { system?: string | null; url?: string | null } | null | undefined;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const system = SYSTEMS[source?.system ?? ''];
  const words = system === undefined ? t('customer.openSource') : t('customer.openIn', { system });
  if (source?.url == null) {
    return <>{children}</>;
  }
  return (
    <a
      href={source.url}
      target="_blank"
      rel="noreferrer"
      className={classes.external}
      {...(children === undefined ? {} : { title: words })}
    >
      {children ?? words}
      <IconExternalLink size={14} stroke={1.6} aria-hidden />
    </a>
  );
}
