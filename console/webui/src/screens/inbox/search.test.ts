import { expect, test } from 'vitest';
import { dayFromToday } from '@/kit/format';
import { alertQuery, alertSearch, changed, searchOf, taskQuery, taskSearch } from './search';

test('a CSM sees the own open tasks, the most urgent first', () => {
  expect(taskQuery({}, true)).toEqual({ mine: true, state: 'open', sort: 'due' });
});

test('somebody without customers of their own sees all of them', () => {
  expect(taskQuery({}, false)).toEqual({ state: 'open', sort: 'due' });
});

test('naming a customer or an owner looks beyond the own list', () => {
  expect(taskQuery(taskSearch({ customerId: 'c' }), true)).toEqual({ customerId: 'c', state: 'open', sort: 'due' });
});

test('a list behind a number shows what was counted, whatever became of it since', () => {
  const list = '/api/v1/tasks?owner=0190a000-0000-7000-8001-000000000001&completedFrom=2026-10-31T15:00:00Z';
  expect(taskQuery(taskSearch(searchOf(list)), true)).toEqual({
    owner: '0190a000-0000-7000-8001-000000000001',
    completedFrom: '2026-10-31T15:00:00Z',
    sort: 'due',
  });
});

test('days are counted from today, so that an address stays true tomorrow', () => {
  expect(taskQuery(taskSearch({ due: 'week' }), true).dueTo).toBe(dayFromToday(7));
});

test('what nobody can mean is dropped from the address', () => {
  expect(taskSearch({ state: 'burning', q: '', priority: 'high', mine: 'yes' })).toEqual({ priority: 'high' });
});

test('numbers that look like words stay words', () => {
  expect(taskSearch({ q: 556 })).toEqual({ q: '556' });
});

test('alerts are those of the own customers that are open, the newest first', () => {
  expect(alertQuery({}, true)).toEqual({ mine: true, open: true, snoozed: false, sort: '-opened' });
  expect(alertQuery(alertSearch({ open: false }), false)).toEqual({ open: false, sort: '-opened' });
});

test('alerts that were put off are a list of their own, and are in none of the others but all', () => {
  expect(alertQuery(alertSearch({ state: 'snoozed' }), false)).toEqual({ open: true, snoozed: true, sort: '-opened' });
  expect(alertQuery(alertSearch({ state: 'all' }), false)).toEqual({ sort: '-opened' });
  expect(alertQuery(alertSearch({ openAt: '2026-10-31T15:00:00Z' }), false)).toEqual({
    openAt: '2026-10-31T15:00:00Z',
    sort: '-opened',
  });
});

test('a choice that is taken back leaves no trace in the address', () => {
  expect(changed(taskSearch({ priority: 'high', q: 'x' }), { priority: undefined })).toEqual({ q: 'x' });
});
