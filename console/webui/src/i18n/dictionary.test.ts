import { expect, test } from 'vitest';
import { en } from './en';
import { ja } from './ja';

function leaves(words: object, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : leaves(value as object, `${prefix}${key}.`),
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}

test('both languages have the same keys', () => {
  expect(leaves(en).map(([key]) => key)).toEqual(leaves(ja).map(([key]) => key));
});

test('both languages fill in the same values', () => {
  const english = new Map(leaves(en));
  for (const [key, text] of leaves(ja)) {
    expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
  }
});

test('no word is empty and no Japanese is left in English', () => {
  for (const [key, text] of leaves(en)) {
    expect(text.trim(), key).not.toBe('');
    expect(text, key).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
  }
});
