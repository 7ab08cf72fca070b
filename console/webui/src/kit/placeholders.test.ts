import { expect, test } from 'vitest';
import { filled } from './placeholders';

test('places with a value are filled, others stay', () => {
  expect(filled('{customer}様に{subject}を伺う', { customer: '青空商事' })).toBe('青空商事様に{subject}を伺う');
  expect(filled('{evidence.mrr}を確認', { 'evidence.mrr': '¥10,000' })).toBe('¥10,000を確認');
  expect(filled('{customer}', { customer: null })).toBe('{customer}');
});
