import type { Connection } from '@/api/types';

/** What somebody types; secrets stay empty where they are not to change. */
export interface ConnectionForm {
  name: string;
  system: 'salesforce' | 'kintone';
  address: string;
  apiVersion: string;
  authType: 'client-credentials' | 'jwt-bearer';
  clientId: string;
  clientSecret: string;
  username: string;
  privateKeyPem: string;
  apps: { appId: string; token: string }[];
}

export function formOf(connection?: Connection): ConnectionForm {
  const salesforce = connection?.salesforce;
  return {
    name: connection?.name ?? '',
    system: connection?.system === 'kintone' ? 'kintone' : 'salesforce',
    address: salesforce?.loginUrl ?? connection?.kintone?.baseUrl ?? '',
    apiVersion: salesforce?.apiVersion ?? '',
    authType: salesforce?.authType === 'jwt-bearer' ? 'jwt-bearer' : 'client-credentials',
    clientId: salesforce?.clientId ?? '',
    clientSecret: '',
    username: salesforce?.username ?? '',
    privateKeyPem: '',
    apps: (connection?.kintone?.appIds ?? []).map((appId) => ({ appId: String(appId), token: '' })),
  };
}

const given = (name: string, value: string) => (value.trim() === '' ? {} : { [name]: value.trim() });

/** The request; a secret that was not typed is left out and stays as it is. */
export function requestOf(form: ConnectionForm) {
  const shared = { name: form.name.trim(), system: form.system };
  if (form.system === 'kintone') {
    return {
      ...shared,
      kintone: {
        baseUrl: form.address.trim(),
        apps: form.apps
          .filter((app) => app.appId.trim() !== '')
          .map((app) => ({ appId: Number(app.appId), ...given('token', app.token) })),
      },
    };
  }
  return {
    ...shared,
    salesforce: {
      loginUrl: form.address.trim(),
      ...given('apiVersion', form.apiVersion),
      auth: {
        type: form.authType,
        clientId: form.clientId.trim(),
        ...(form.authType === 'client-credentials'
          ? given('clientSecret', form.clientSecret)
          : { ...given('username', form.username), ...given('privateKeyPem', form.privateKeyPem) }),
      },
    },
  };
}

/** Scheme, host and port of an address; the text itself as long as it is none. */
function placeOf(address: string): string {
  try {
    return new URL(address.trim()).origin;
  } catch {
    return address.trim();
  }
}

/**
 * Whether the address leads to another place than the one that the secrets on record are for. They are not sent there:
 * who may change an address need not know them.
 */
export function leadsElsewhere(form: ConnectionForm, known: Connection | undefined): boolean {
  return known !== undefined && placeOf(form.address) !== placeOf(formOf(known).address);
}

/** Names of the fields that must still be filled in. */
export function missingOf(form: ConnectionForm, known: Connection | undefined): string[] {
  const held = known !== undefined && !leadsElsewhere(form, known);
  const missing: string[] = [];
  const want = (field: string, value: string) => {
    if (value.trim() === '') {
      missing.push(field);
    }
  };
  want('name', form.name);
  want('address', form.address);
  if (form.system === 'kintone') {
    if (form.apps.length === 0) {
      missing.push('apps');
    }
    const kept = new Set(held ? (known.kintone?.appIds ?? []).map(String) : []);
    form.apps.forEach((app, at) => {
      if (!/^[1-9]\d*$/.test(app.appId.trim())) {
        missing.push(`apps.${at}.appId`);
      }
      if (!kept.has(app.appId.trim())) {
        want(`apps.${at}.token`, app.token);
      }
    });
    return missing;
  }
  want('clientId', form.clientId);
  const sameAuth = known?.salesforce?.authType === form.authType;
  if (form.authType === 'client-credentials') {
    if (!held || !sameAuth) {
      want('clientSecret', form.clientSecret);
    }
  } else {
    want('username', form.username);
    if (!held || !sameAuth) {
      want('privateKeyPem', form.privateKeyPem);
    }
  }
  return missing;
}
