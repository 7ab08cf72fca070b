import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map(
    [...block.matchAll(/--mi-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const BEHIND = ['page', 'surface', 'raised', 'sunken', 'hover', 'selected'];
const MEANINGS = ['good', 'watch', 'risk', 'unknown'];
const TEXTS = ['text', 'text-muted', 'accent', 'accent-hover', ...MEANINGS];
const PAIRS = [
  ...TEXTS.flatMap((text) => BEHIND.map((behind) => [text, behind])),
  ...MEANINGS.flatMap((meaning) => [
    [meaning, `${meaning}-soft`],
    ['text', `${meaning}-soft`],
  ]),
  ['accent', 'accent-soft'],
  ['text', 'accent-soft'],
  ['text-muted', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
];

const light = tokensOf(':root');
const THEMES: [string, Map<string, string>][] = [
  ['light', light],
  ['dark', new Map([...light, ...tokensOf("[data-mantine-color-scheme='dark']")])],
];

test.each(THEMES)('text is readable on everything behind it: %s', (_, tokens) => {
  const weak = PAIRS.map(([text = '', behind = '']) => ({
    pair: `${text} on ${behind}`,
    ratio: Math.round(contrast(tokens.get(text) ?? '', tokens.get(behind) ?? '') * 100) / 100,
  })).filter(({ ratio }) => !(ratio >= 4.5));
  expect(weak).toEqual([]);
});

test.each(THEMES)('fields, focus and charts can be told from what is behind them: %s', (_, tokens) => {
  for (const mark of ['field', 'focus', 'chart-line']) {
    for (const behind of BEHIND) {
      expect(contrast(tokens.get(mark) ?? '', tokens.get(behind) ?? ''), `${mark} on ${behind}`).toBeGreaterThan(3);
    }
  }
});
