import { expect, test } from 'vitest';
import { wholeList, type PageOf } from './pages';

test('a list is read to its last page', async () => {
  const asked: (string | undefined)[] = [];
  const pages: Record<string, PageOf<number>> = {
    start: { items: [1, 2], nextCursor: 'two' },
    two: { items: [3], nextCursor: null },
  };
  const rows = await wholeList(({ cursor }) => {
    asked.push(cursor);
    return Promise.resolve(pages[cursor ?? 'start'] ?? {});
  });
  expect(rows).toEqual([1, 2, 3]);
  expect(asked).toEqual([undefined, 'two']);
});

test('a list in one piece is taken as it is', async () => {
  expect(await wholeList(() => Promise.resolve([1, 2]))).toEqual([1, 2]);
});
