import { beforeAll, expect, test } from 'vitest';
import { AREAS } from './areas';
import { en } from './en';
import { ja } from './ja';
import type { Language } from './language';

type Leaf = [string, string];

function leaves(words: object, prefix = ''): Leaf[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as Leaf] : leaves(value as object, `${prefix}${key}.`),
  );
}

async function allOf(language: Language, common: object): Promise<Leaf[]> {
  const areas = await Promise.all(Object.values(AREAS).map((area) => area[language]()));
  return [common, ...areas].flatMap((words) => leaves(words));
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}

/** English has a form of its own for one; Japanese has not. */
const FOR_ONE = /_one$/;

let japanese: Leaf[];
let english: Leaf[];

beforeAll(async () => {
  japanese = await allOf('ja', ja);
  english = await allOf('en', en);
});

test('both languages have the same keys', () => {
  const keys = english.map(([key]) => key).filter((key) => !FOR_ONE.test(key));
  expect(keys).toEqual(japanese.map(([key]) => key));
});

test('both languages fill in the same values', () => {
  const words = new Map(japanese);
  for (const [key, text] of english) {
    expect(placeholders(text), key).toEqual(placeholders(words.get(key.replace(FOR_ONE, '')) ?? ''));
  }
});

test('no word is empty and no Japanese is left in English', () => {
  for (const [key, text] of english) {
    expect(text.trim(), key).not.toBe('');
    expect(text, key).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
  }
});

/** Names and abbreviations that Japanese readers know by these letters; everything else is to be said in Japanese. */
const KNOWN = new Set(
  (
    'API CS CSAT CSV Excel GRR Google ID Inc JWT MRR Minori NICE NPS NRR OIDC PEM Q SOQL Salesforce Shift_JIS CP932 ' +
    'Slack Systems URL UTF-8 WHERE Web kintone sub'
  ).split(' '),
);
/** Samples of what is to be typed. */
const SAMPLES = /https:\/\/[\w.]+|yyyy\/MM\/dd/g;

test('no English is left in Japanese', () => {
  const foreign = japanese.flatMap(([key, text]) =>
    [
      ...text
        .replace(/\{\{\w+\}\}/g, '')
        .replace(SAMPLES, '')
        .matchAll(/[A-Za-z][\w-]*/g),
    ]
      .map(([word]) => word)
      .filter((word) => !KNOWN.has(word))
      .map((word) => `${key}: ${word}`),
  );
  expect(foreign).toEqual([]);
});

test('Japanese keeps to one word for one thing', () => {
  for (const [key, text] of japanese) {
    expect(text.trim(), key).not.toBe('');
    expect(text, key).not.toMatch(
      /お客様|お客さま|チケット|隔離|サブテーブル|(?<!カスタマー|レベニュー)チャーンレート/,
    );
    // Brackets and signs of one width, and none of half width beside Japanese.
    expect(text, key).not.toMatch(/[ぁ-んァ-ヶ一-龠]\s?[()?!;]/);
  }
});
