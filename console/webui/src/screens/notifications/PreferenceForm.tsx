import { Button, Checkbox, Select, Switch, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangePreference, type Preference } from '@/api/queries/notifications';
import type { Recipient } from '@/api/types';
import { useHasRole } from '@/app/session';
import { LANGUAGE_NAMES } from '@/i18n';
import { SaveProblem } from '@/kit/SaveProblem';
import classes from './Preferences.module.css';

const NIGHT = { from: '20:00', to: '08:00' };
const MEMBER_LANGUAGE = 'member';

/** The choices, and one button that keeps them. */
export function PreferenceForm({
  preference,
  member,
  channels,
  onReload,
}: {
  preference: Preference;
  member: Recipient;
  channels: readonly { id?: string; name?: string; enabled?: boolean }[];
  /** Begins anew with what is saved. */
  onReload: () => void;
}) {
  const { t } = useTranslation();
  const mayWrite = useHasRole('csm', 'manager', 'cs-ops', 'integrator', 'admin');
  const save = useChangePreference(member.memberId ?? '');
  const [version, setVersion] = useState(preference.version ?? 0);
  const [email, setEmail] = useState(preference.email ?? true);
  const [inApp, setInApp] = useState(preference.inApp ?? true);
  const [rooms, setRooms] = useState<string[]>(preference.slackChannelIds ?? []);
  const [language, setLanguage] = useState(preference.language ?? MEMBER_LANGUAGE);
  const [quiet, setQuiet] = useState(preference.quietHours !== null && preference.quietHours !== undefined);
  const [from, setFrom] = useState(preference.quietHours?.from?.slice(0, 5) ?? NIGHT.from);
  const [to, setTo] = useState(preference.quietHours?.to?.slice(0, 5) ?? NIGHT.to);

  function submit(overwrite: boolean): void {
    save.mutate(
      {
        version,
        overwrite,
        wanted: {
          email,
          inApp,
          slackChannelIds: rooms,
          ...(language === MEMBER_LANGUAGE ? {} : { language }),
          ...(quiet ? { quietHours: { from, to } } : {}),
        },
      },
      {
        onSuccess: (saved) => {
          setVersion(saved.version ?? 0);
          notifications.show({ message: t('notices.saved') });
        },
      },
    );
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) {
          submit(false);
        }
      }}
    >
      <fieldset className={classes.fields} disabled={!mayWrite}>
        <Row title={t('notices.channel.in-app')} text={t('notices.inAppText')}>
          <Switch
            aria-label={t('notices.channel.in-app')}
            checked={inApp}
            onChange={(event) => setInApp(event.currentTarget.checked)}
          />
        </Row>
        <Row title={t('notices.channel.email')} text={member.email ?? t('notices.noEmail')}>
          <Switch
            aria-label={t('notices.channel.email')}
            checked={email}
            onChange={(event) => setEmail(event.currentTarget.checked)}
          />
        </Row>
        <Row
          title={t('notices.channel.slack')}
          text={t(channels.length === 0 ? 'notices.slackNone' : 'notices.slackText')}
        >
          <Checkbox.Group value={rooms} onChange={setRooms} role="group" aria-label={t('notices.channel.slack')}>
            <div className={classes.rooms}>
              {channels.map((channel) => (
                <Checkbox
                  key={channel.id}
                  value={channel.id ?? ''}
                  label={
                    channel.enabled === false
                      ? `${channel.name ?? ''}${t('unit.aside', { text: t('notices.off') })}`
                      : channel.name
                  }
                />
              ))}
            </div>
          </Checkbox.Group>
        </Row>
        <Row title={t('notices.language')} text={t('notices.languageText')}>
          <Select
            aria-label={t('notices.language')}
            allowDeselect={false}
            data={[
              { value: MEMBER_LANGUAGE, label: t('notices.languageMember') },
              { value: 'ja', label: LANGUAGE_NAMES.ja },
              { value: 'en', label: LANGUAGE_NAMES.en },
            ]}
            value={language}
            onChange={(value) => setLanguage(value ?? MEMBER_LANGUAGE)}
          />
        </Row>
        <Row title={t('notices.quiet')} text={t('notices.quietText', { zone: member.zone ?? '' })}>
          <div className={classes.quiet}>
            <Switch
              aria-label={t('notices.quiet')}
              checked={quiet}
              onChange={(event) => setQuiet(event.currentTarget.checked)}
            />
            <TextInput
              type="time"
              size="xs"
              aria-label={t('notices.quietFrom')}
              value={from}
              required={quiet}
              disabled={!quiet}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <span aria-hidden>〜</span>
            <TextInput
              type="time"
              size="xs"
              aria-label={t('notices.quietTo')}
              value={to}
              required={quiet}
              disabled={!quiet}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </div>
        </Row>
      </fieldset>
      <SaveProblem error={save.error} pending={save.isPending} onReload={onReload} onOverwrite={() => submit(true)} />
      {mayWrite && (
        <Button type="submit" loading={save.isPending} className={classes.save ?? ''}>
          {t('notices.save')}
        </Button>
      )}
    </form>
  );
}

function Row({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        <p className={classes.text}>{text}</p>
      </div>
      <div className={classes.control}>{children}</div>
    </div>
  );
}
