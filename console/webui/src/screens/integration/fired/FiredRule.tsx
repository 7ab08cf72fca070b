import { useTranslation } from 'react-i18next';
import { useOpenAlert, useWouldHaveFired } from '@/api/queries/stays';
import type { AlertRule } from '@/api/types';
import { textOf } from '@/kit/format';
import { Section } from '@/kit/PageFrame';
import { StayTable } from './StayTable';

/** The silent hits of one alert rule. */
export function FiredRule({ rule }: { rule: AlertRule }) {
  const { t } = useTranslation();
  const key = rule.key ?? '';
  const name = textOf(rule.name);
  return (
    <Section title={name}>
      <StayTable
        label={name}
        stays={useWouldHaveFired(key)}
        action={t('integration.fired.open')}
        actionOf={(subject) => t('integration.fired.openOf', { name: subject })}
        done={t('integration.fired.opened')}
        making={useOpenAlert(key)}
      />
    </Section>
  );
}
