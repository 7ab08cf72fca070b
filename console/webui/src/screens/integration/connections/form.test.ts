import { expect, test } from 'vitest';
import type { Connection } from '@/api/types';
import { formOf, leadsElsewhere, missingOf } from './form';

const SALESFORCE = {
  name: 'salesforce-demo',
  system: 'salesforce',
  salesforce: { loginUrl: 'https://example.my.salesforce.com', authType: 'client-credentials', clientId: 'id' },
} as Connection;
const KINTONE = {
  name: 'kintone-demo',
  system: 'kintone',
  kintone: { baseUrl: 'https://example.cybozu.com', appIds: [11, 12] },
} as Connection;

test('a secret on record is asked for again as soon as the address names another place', () => {
  const form = formOf(SALESFORCE);
  expect(missingOf(form, SALESFORCE)).toEqual([]);
  const moved = { ...form, address: 'https://other.my.salesforce.com' };
  expect(leadsElsewhere(moved, SALESFORCE)).toBe(true);
  expect(missingOf(moved, SALESFORCE)).toEqual(['clientSecret']);
  expect(missingOf({ ...moved, clientSecret: 'new' }, SALESFORCE)).toEqual([]);
});

test('each app of a kintone that moves wants its token', () => {
  const moved = { ...formOf(KINTONE), address: 'https://other.cybozu.com' };
  expect(missingOf(moved, KINTONE)).toEqual(['apps.0.token', 'apps.1.token']);
});

test.each([
  'https://EXAMPLE.my.salesforce.com',
  'https://example.my.salesforce.com:443/',
  ' https://example.my.salesforce.com/x',
])('the same place written otherwise keeps its secret: %s', (address) =>
  expect(leadsElsewhere({ ...formOf(SALESFORCE), address }, SALESFORCE)).toBe(false),
);

test.each(['http://example.my.salesforce.com', 'https://example.my.salesforce.com:8443', 'https:', ''])(
  'another scheme or port, or half an address, is another place: %s',
  (address) => expect(leadsElsewhere({ ...formOf(SALESFORCE), address }, SALESFORCE)).toBe(true),
);

test('a connection that does not exist yet leads nowhere else', () => {
  expect(leadsElsewhere({ ...formOf(), address: 'https://example.my.salesforce.com' }, undefined)).toBe(false);
});
