import { expect, test } from 'vitest';
import { filtersOf, readSearch, requestOf, searchOfList, searchOfView } from './customerSearch';

test('an address becomes the request of the list', () => {
  const search = readSearch({ q: '霧', band: 'AT_RISK,WATCH', mrrFrom: '1000', nonsense: 'x', owner: '' });
  expect(requestOf(search, 'me')).toEqual({ q: '霧', band: ['AT_RISK', 'WATCH'], mrrFrom: 1000, owner: ['me'] });
});

test('all customers are asked for without an owner', () => {
  expect(requestOf(readSearch({ owner: 'all' }), 'me')).toEqual({});
  expect(requestOf({}, 'all')).toEqual({});
});

test('a figure leads to the customers of everybody behind it', () => {
  expect(searchOfList('/api/v1/customers?band=WATCH&phase=%E6%B4%BB%E7%94%A8')).toEqual({
    owner: 'all',
    band: 'WATCH',
    phase: '活用',
  });
  expect(searchOfList('/api/v1/customers?withoutPhase=true')).toEqual({ owner: 'all', withoutPhase: true });
});

test('a saved view is the same search when it is opened again', () => {
  const search = { q: 'a,b', band: 'GOOD,WATCH', mrrFrom: 5, withoutPhase: true, sort: '-mrr' };
  const view = { id: 'v1', filters: filtersOf(search), sort: '-mrr' };
  expect(searchOfView(view)).toEqual({ ...search, view: 'v1' });
});
