import { expect, test } from 'vitest';
import type { TargetField } from '@/api/types';
import { byTarget, emptyDocument, fitted, sourceOf, withSource } from './document';

const order = ['name', 'phase', 'employees'].map((name) => ({ name, kind: 'text' }));
const blank = emptyDocument('crm', 'Account', 'customer');

test('fields stand in the order of the target schema, whichever was chosen first', () => {
  const one = withSource(blank, order, 'employees', { copy: 'NumberOfEmployees' });
  const both = withSource(one, order, 'name', { copy: 'Name' });
  expect(both.fields.map((field) => field.target)).toEqual(['name', 'employees']);
  expect(withSource(both, order, 'name', null).fields.map((field) => field.target)).toEqual(['employees']);
});

test('another way of filling keeps the source field', () => {
  const field = { name: 'employees', kind: 'whole_number' } as TargetField;
  expect(sourceOf('convert', field, { copy: 'Size__c' })).toEqual({ convert: { field: 'Size__c', as: 'wholeNumber' } });
  expect(sourceOf('cel', field, { copy: 'Size__c' })).toEqual({ cel: 'f("Size__c")' });
});

test('another source field keeps what else is said of a target field', () => {
  const phase = { target: 'phase', from: { copy: 'Phase__c' }, default: '導入', onFailure: 'default' };
  const changed = withSource({ ...blank, fields: [phase] }, order, 'phase', { copy: 'Stage__c' });
  expect(changed.fields).toEqual([{ ...phase, from: { copy: 'Stage__c' } }]);
});

test('what a source does not have is left out and named', () => {
  const document = {
    ...blank,
    fields: [
      { target: 'name', from: { copy: 'Name' } },
      { target: 'phase', from: { copy: 'Phase__c' } },
      { target: 'employees', from: { cel: 'f("Size__c") + 1' } },
    ],
  };
  const [fits, missing] = fitted(document, new Set(['Name']));
  expect(fits.fields.map((field) => field.target)).toEqual(['name']);
  expect(missing).toEqual(['phase', 'employees']);
});

test('mistakes stand at their fields, all others at the document', () => {
  const document = { ...blank, fields: [{ target: 'phase', from: { copy: 'X' } }] };
  const sorted = byTarget(document, [{ pointer: '/fields/0/from/copy' }, { pointer: '/fields' }, { pointer: '/name' }]);
  expect(sorted.get('phase')).toHaveLength(1);
  expect(sorted.get('')).toHaveLength(2);
});
