import { expect, test } from 'vitest';
import { readEvidence } from './evidence';

test('a value that has two names is told once', () => {
  const read = readEvidence({ points: '67.45', 'health.points': '67.45', 'health.band': 'WATCH' }, 'ja');
  expect(read.facts).toEqual([
    { name: 'points', value: '67.45' },
    { name: 'band', value: 'WATCH' },
  ]);
  expect(read.others).toEqual([]);
});

test('the reason is in the language of the reader, or in the other one', () => {
  expect(readEvidence({ 'reason.ja': '減りました', 'reason.en': 'fell' }, 'en').reason).toBe('fell');
  expect(readEvidence({ 'health.reasonJa': '減りました' }, 'en').reason).toBe('減りました');
});

test('an amount keeps its currency, and a variable without a name of ours keeps its own', () => {
  const read = readEvidence({ mrr: '204000', currency: 'JPY', 'metric.logins': '3' }, 'ja');
  expect(read.facts).toEqual([{ name: 'mrr', value: '204000', currency: 'JPY' }]);
  expect(read.others).toEqual([['metric.logins', '3']]);
});
