import {
  ActionIcon,
  Alert,
  Button,
  Group,
  PasswordInput,
  SegmentedControl,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconKey, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ConnectionForm } from './form';

interface Props {
  form: ConnectionForm;
  onChange: (form: ConnectionForm) => void;
  /** Fields to mark as missing. */
  missing: readonly string[];
  /** Whether the connection exists already. */
  known: boolean;
  /** Whether its address now leads elsewhere, where the secrets on record must not go. */
  moves: boolean;
}

/** What a connection needs: Salesforce an external client app, kintone an API token an app. */
export function ConnectionFields({ form, onChange, missing, known, moves }: Props) {
  const { t } = useTranslation();
  const text = (field: 'name' | 'address' | 'apiVersion' | 'clientId' | 'username') => ({
    value: form[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => onChange({ ...form, [field]: event.currentTarget.value }),
    error: missing.includes(field) ? t('integration.form.required') : null,
  });
  const kept = known && !moves;
  const secret = kept ? t('integration.form.keepSecret') : '';
  return (
    <Stack gap="md">
      {!known && (
        <SegmentedControl
          fullWidth
          aria-label={t('integration.connection.system')}
          value={form.system}
          onChange={(system) => onChange({ ...form, system: system })}
          data={[
            { value: 'salesforce', label: t('integration.system.salesforce') },
            { value: 'kintone', label: t('integration.system.kintone') },
          ]}
        />
      )}
      <TextInput label={t('integration.connection.name')} withAsterisk {...text('name')} />
      <TextInput
        label={t(form.system === 'kintone' ? 'integration.form.domain' : 'integration.form.loginUrl')}
        description={t(form.system === 'kintone' ? 'integration.form.domainHelp' : 'integration.form.loginUrlHelp')}
        withAsterisk
        {...text('address')}
      />
      {moves && (
        <Alert color="yellow" variant="light" role="status" icon={<IconKey size={18} />}>
          {t('integration.form.secretAgain')}
        </Alert>
      )}
      {form.system === 'kintone' ? (
        <KintoneApps form={form} onChange={onChange} missing={missing} secret={secret} wanted={!kept} />
      ) : (
        <>
          <Select
            label={t('integration.form.auth')}
            description={t('integration.form.authHelp')}
            allowDeselect={false}
            data={[
              { value: 'client-credentials', label: t('integration.form.clientCredentials') },
              { value: 'jwt-bearer', label: t('integration.form.jwtBearer') },
            ]}
            value={form.authType}
            onChange={(authType) => onChange({ ...form, authType: authType as ConnectionForm['authType'] })}
          />
          <TextInput label={t('integration.form.clientId')} withAsterisk {...text('clientId')} />
          {form.authType === 'client-credentials' ? (
            <PasswordInput
              label={t('integration.form.clientSecret')}
              withAsterisk={!kept}
              placeholder={secret}
              autoComplete="off"
              value={form.clientSecret}
              error={missing.includes('clientSecret') ? t('integration.form.required') : null}
              onChange={(event) => onChange({ ...form, clientSecret: event.currentTarget.value })}
            />
          ) : (
            <>
              <TextInput label={t('integration.form.username')} withAsterisk {...text('username')} />
              <Textarea
                label={t('integration.form.privateKey')}
                withAsterisk={!kept}
                placeholder={secret}
                autosize
                minRows={3}
                maxRows={8}
                value={form.privateKeyPem}
                error={missing.includes('privateKeyPem') ? t('integration.form.required') : null}
                onChange={(event) => onChange({ ...form, privateKeyPem: event.currentTarget.value })}
              />
            </>
          )}
          <TextInput label={t('integration.form.apiVersion')} placeholder="62.0" {...text('apiVersion')} />
        </>
      )}
    </Stack>
  );
}

interface AppsProps extends Omit<Props, 'known' | 'moves'> {
  secret: string;
  /** Whether every token must be given. */
  wanted: boolean;
}

function KintoneApps({ form, onChange, missing, secret, wanted }: AppsProps) {
  const { t } = useTranslation();
  const put = (at: number, change: Partial<ConnectionForm['apps'][number]>) =>
    onChange({ ...form, apps: form.apps.map((app, index) => (index === at ? { ...app, ...change } : app)) });
  return (
    <Stack gap="xs" role="group" aria-label={t('integration.form.apps')}>
      {form.apps.map((app, at) => (
        <Group key={at} gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            w={110}
            label={t('integration.form.appId')}
            inputMode="numeric"
            value={app.appId}
            error={missing.includes(`apps.${at}.appId`)}
            onChange={(event) => put(at, { appId: event.currentTarget.value })}
          />
          <PasswordInput
            flex={1}
            label={t('integration.form.token')}
            withAsterisk={wanted}
            placeholder={secret}
            autoComplete="off"
            value={app.token}
            error={missing.includes(`apps.${at}.token`)}
            onChange={(event) => put(at, { token: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('integration.form.removeApp', { id: app.appId })}
            onClick={() => onChange({ ...form, apps: form.apps.filter((_, index) => index !== at) })}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange({ ...form, apps: [...form.apps, { appId: '', token: '' }] })}
      >
        {t('integration.form.addApp')}
      </Button>
    </Stack>
  );
}
