import { expect, test } from 'vitest';
import type { GraphEdge, GraphNode } from '@/api/queries/playbooks';
import { layOut, NODE_HEIGHT, NODE_WIDTH, pathOf, type Layout } from './layout';

const node = (id: string): GraphNode => ({ id, kind: 'task', title: { ja: id, en: id }, detail: null, depth: 0 });
const edge = (from: string, to: string, label = ''): GraphEdge => ({
  from,
  to,
  when: null,
  label: { ja: label, en: label },
});

function at(layout: Layout, id: string) {
  const found = layout.nodes.find((placed) => placed.node.id === id);
  if (found === undefined) {
    throw new Error(`${id} is not drawn`);
  }
  return found;
}

const FORK = layOut(['start', 'ask', 'fork', 'yes', 'no', 'end'].map(node), [
  edge('start', 'ask'),
  edge('ask', 'fork'),
  edge('fork', 'yes', 'はい'),
  edge('fork', 'no', 'いいえ'),
  edge('fork', 'no', '判定不可'),
  edge('yes', 'end'),
  edge('no', 'end'),
]);

test('steps that follow each other stand under each other, in a straight line', () => {
  expect(at(FORK, 'ask').x).toBe(at(FORK, 'start').x);
  expect(at(FORK, 'ask').y).toBeGreaterThan(at(FORK, 'start').y);
});

test('answers stand beside each other, their common continuation below both', () => {
  expect(at(FORK, 'yes').y).toBe(at(FORK, 'no').y);
  expect(Math.abs(at(FORK, 'yes').x - at(FORK, 'no').x)).toBeGreaterThanOrEqual(NODE_WIDTH);
  expect(at(FORK, 'end').y).toBeGreaterThan(at(FORK, 'no').y);
});

test('two answers with the same way share it, with both written on it', () => {
  const way = FORK.ways.find(({ from, to }) => from === 'fork' && to === 'no');
  expect(way?.labels.map((label) => label.ja)).toEqual(['いいえ', '判定不可']);
});

test('a way that passes steps does not lead through them', () => {
  const layout = layOut(['fork', 'yes', 'then', 'end'].map(node), [
    edge('fork', 'yes'),
    edge('yes', 'then'),
    edge('then', 'end'),
    edge('fork', 'end'),
  ]);
  const way = layout.ways.find(({ from, to }) => from === 'fork' && to === 'end');
  for (const id of ['yes', 'then']) {
    const placed = at(layout, id);
    const beside = way?.points.filter(({ y }) => y >= placed.y && y <= placed.y + NODE_HEIGHT) ?? [];
    expect(beside.length).toBeGreaterThan(0);
    expect(beside.every(({ x }) => x < placed.x || x > placed.x + NODE_WIDTH)).toBe(true);
  }
});

test('nothing is drawn outside', () => {
  expect(FORK.nodes.every(({ x, y }) => x >= 0 && y >= 0 && x + NODE_WIDTH <= FORK.width)).toBe(true);
  expect(FORK.nodes.every(({ y }) => y + NODE_HEIGHT <= FORK.height)).toBe(true);
});

test('a straight way is a line and a bent one a curve', () => {
  expect(
    pathOf([
      { x: 1, y: 0 },
      { x: 1, y: 9 },
    ]),
  ).toBe('M1 0L1 9');
  expect(
    pathOf([
      { x: 1, y: 0 },
      { x: 5, y: 8 },
    ]),
  ).toBe('M1 0C1 4 5 4 5 8');
});
