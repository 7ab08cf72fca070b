import { expect, test } from 'vitest';
import { settingsJa } from '@/i18n/settings.ja';
import { actionKey, detailName, findingKey, parkedKey, partsOf } from './auditWords';

test('what the services write into their trails has words', () => {
  expect(actionKey('segment-draft-saved')).toBe('settings.audit.actions.segment-draft-saved');
  expect(actionKey('something-new')).toBeNull();
  expect(detailName('fiscalYearStartMonth')).toBe('fiscalYearStartMonth');
  expect(detailName('somethingNew')).toBeNull();
  expect(findingKey('head-forged')).toBe('settings.audit.findings.head-forged');
  expect(parkedKey('unknown-type')).toBe('settings.parked.reasons.unknown-type');
});

test('every detail that has a word is one that is looked for', () => {
  for (const name of Object.keys(settingsJa.settings.audit.details)) {
    expect(detailName(name)).toBe(name);
  }
});

test('a list is read as the trail writes it', () => {
  expect(partsOf('[clientSecret, appToken:12]')).toEqual(['clientSecret', 'appToken:12']);
  expect(partsOf('[]')).toEqual([]);
});
