import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { AREAS, type Area } from './areas';
import { ja } from './ja';

const SRC = resolve(import.meta.dirname, '..');

/** A file that an import names, if it is one of ours. */
function fileOf(name: string, from: string): string | undefined {
  const path = name.startsWith('@/') ? join(SRC, name.slice(2)) : name.startsWith('.') ? join(dirname(from), name) : '';
  return [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].find(
    (each) => /\.tsx?$/.test(each) && existsSync(each),
  );
}

const LAZY_WITH_WORDS = /withWords\(\s*import\('([^']+)'\)((?:,\s*'\w+')*)/g;
const LAZY = /import\('([^']+)'\)/g;
const STATIC = /^(?:import|export) (?!type )[^;]*?from '([^']+)';/gm;

function matches(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** All files that come with one, at once or later; but not what brings words of its own. */
function partsOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || file.startsWith(join(SRC, 'i18n'))) {
    return seen;
  }
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const apart = new Set(matches(LAZY_WITH_WORDS, text));
  const later = matches(LAZY, text).filter((name) => !apart.has(name));
  [...matches(STATIC, text), ...later].forEach((name) => {
    const next = fileOf(name, file);
    if (next !== undefined) {
      partsOf(next, seen);
    }
  });
  return seen;
}

async function keysByArea(): Promise<Map<string, Area>> {
  const areas = await Promise.all(
    (Object.keys(AREAS) as Area[]).map(async (area) => [area, Object.keys(await AREAS[area].ja())] as const),
  );
  return new Map(areas.flatMap(([area, keys]) => keys.map((key) => [key, area] as const)));
}

/** Areas of the words that a file uses. */
function areasOf(file: string, byKey: ReadonlyMap<string, Area>): Set<Area> {
  const text = readFileSync(file, 'utf8');
  const used = [...text.matchAll(/['"`](\w+)\.([a-zA-Z]\w*|\$\{)/g)].filter((match) => match[2] !== 'csv');
  return new Set(used.flatMap((match) => byKey.get(match[1] ?? '') ?? []));
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : /(?<!\.test)\.tsx?$/.test(name) ? [path] : [];
  });
}

async function wanting(root: string): Promise<Set<Area>> {
  const byKey = await keysByArea();
  return new Set([...partsOf(root)].flatMap((file) => [...areasOf(file, byKey)]));
}

test('each lazy part comes with exactly the words that it uses', async () => {
  let parts = 0;
  for (const file of sources(SRC)) {
    for (const [, name = '', given = ''] of readFileSync(file, 'utf8').matchAll(LAZY_WITH_WORDS)) {
      const part = fileOf(name, file) ?? '';
      const areas = [...given.matchAll(/'(\w+)'/g)].map((match) => match[1]).sort();
      expect(areas, name).toEqual([...(await wanting(part))].sort());
      parts += 1;
    }
  }
  expect(parts).toBeGreaterThan(15);
});

test('what is there from the beginning uses common words only', async () => {
  expect([...(await wanting(join(SRC, 'main.tsx')))]).toEqual([]);
});

test('no area repeats a key of another or of the common words', async () => {
  const keys = [...Object.keys(ja)];
  for (const area of Object.values(AREAS)) {
    keys.push(...Object.keys(await area.ja()));
  }
  expect(new Set(keys).size).toBe(keys.length);
});
