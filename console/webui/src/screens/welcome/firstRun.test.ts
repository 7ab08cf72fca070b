import { expect, test } from 'vitest';
import type { Connection, Mapping, Run } from '@/api/types';
import { stageOf } from './firstRun';

const connection = [{ id: 'c' } as Connection];
const mapping = [{ id: 'm' } as Mapping];
const run = (state: string, firstLoad = true) => ({ mappingId: 'm', state, firstLoad }) as Run;

test('the way goes from the connection over the mappings to the load', () => {
  expect(stageOf([], [], null, [])).toBe('connect');
  expect(stageOf(connection, [], null, [])).toBe('choose');
  expect(stageOf(connection, mapping, null, [])).toBeNull();
  expect(stageOf(connection, mapping, [], [])).toBe('load');
  expect(stageOf(connection, mapping, [run('running')], [run('running')])).toBe('load');
  expect(stageOf(connection, mapping, [run('succeeded')], [run('succeeded')])).toBe('done');
});

test('a workspace whose first load lies long back is done', () => {
  expect(stageOf(connection, mapping, [run('running', false)], [])).toBe('done');
});
