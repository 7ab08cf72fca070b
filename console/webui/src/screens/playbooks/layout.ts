import type { GraphEdge, GraphNode } from '@/api/queries/playbooks';

/** Where a node stands, in pixels. */
export interface Placed {
  node: GraphNode;
  x: number;
  y: number;
}

/** A way from one node to another: the points it goes through, and what is written on it. */
export interface Way {
  from: string;
  to: string;
  labels: { ja?: string | null; en?: string | null }[];
  points: { x: number; y: number }[];
}

export interface Layout {
  nodes: Placed[];
  ways: Way[];
  width: number;
  height: number;
}

export const NODE_WIDTH = 272;
export const NODE_HEIGHT = 92;
const GAP_X = 40;
const GAP_Y = 52;
const LANE = 56;

interface Slot {
  /** A node's id, or a place that a long way keeps free. */
  key: string;
  node: GraphNode | undefined;
  width: number;
  x: number;
}

/**
 * Lays a playbook out from above to below. Each step stands below all that lead to it; a way that passes steps keeps a
 * lane free beside them; what follows a step stands under it where there is room.
 */
export function layOut(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Layout {
  const ways = merged(edges);
  const ranks = ranksOf(nodes, ways);
  const rows: Slot[][] = [];
  const above = new Map<string, string[]>();
  const chains = new Map<Way, string[]>();
  for (const node of nodes) {
    const rank = ranks.get(node.id ?? '') ?? 0;
    (rows[rank] ??= []).push({ key: node.id ?? '', node, width: NODE_WIDTH, x: 0 });
  }
  ways.forEach((way, index) => {
    const first = ranks.get(way.from) ?? 0;
    const last = ranks.get(way.to) ?? 0;
    const chain = [way.from];
    for (let rank = first + 1; rank < last; rank++) {
      const key = `way-${index}-${rank}`;
      (rows[rank] ??= []).push({ key, node: undefined, width: LANE, x: 0 });
      chain.push(key);
    }
    chain.push(way.to);
    chains.set(way, chain);
    chain.slice(1).forEach((key, at) => above.set(key, [...(above.get(key) ?? []), chain[at] ?? '']));
  });
  place(rows, above);
  return draw(rows, ways, chains);
}

/** Two answers that lead to the same step are one way with both written on it. */
function merged(edges: readonly GraphEdge[]): Way[] {
  const ways = new Map<string, Way>();
  for (const edge of edges) {
    const key = `${edge.from ?? ''}>${edge.to ?? ''}`;
    const way = ways.get(key) ?? { from: edge.from ?? '', to: edge.to ?? '', labels: [], points: [] };
    if (edge.label && (edge.label.ja || edge.label.en)) {
      way.labels.push(edge.label);
    }
    ways.set(key, way);
  }
  return [...ways.values()];
}

/** A step's rank is one more than that of the last step before it. */
function ranksOf(nodes: readonly GraphNode[], ways: readonly Way[]): Map<string, number> {
  const ranks = new Map(nodes.map((node) => [node.id ?? '', 0]));
  // A playbook has no way back, so that this many rounds are enough.
  for (let round = 0; round < nodes.length; round++) {
    let moved = false;
    for (const { from, to } of ways) {
      const rank = (ranks.get(from) ?? 0) + 1;
      if ((ranks.get(to) ?? 0) < rank && rank < nodes.length) {
        ranks.set(to, rank);
        moved = true;
      }
    }
    if (!moved) {
      break;
    }
  }
  return ranks;
}

/** Each row under what leads to it, pushed apart where there is no room. */
function place(rows: Slot[][], above: ReadonlyMap<string, string[]>): void {
  const x = new Map<string, number>();
  for (const row of rows) {
    const wanted = (slot: Slot): number => {
      const parents = (above.get(slot.key) ?? []).flatMap((key) => x.get(key) ?? []);
      return parents.length === 0 ? 0 : parents.reduce((sum, each) => sum + each, 0) / parents.length;
    };
    // Where two want the same place, steps stand before lanes: the shorter way is the straight one.
    const order = row
      .map((slot, at) => ({ slot, at, want: wanted(slot) }))
      .sort(
        (a, b) =>
          a.want - b.want || Number(a.slot.node === undefined) - Number(b.slot.node === undefined) || a.at - b.at,
      );
    let right = -Infinity;
    for (const { slot, want } of order) {
      slot.x = Math.max(want, right + slot.width / 2 + GAP_X);
      right = slot.x + slot.width / 2;
    }
    // Pushed to the right all together; back by half of what they were pushed, so that they stand centred.
    const pushed = order.reduce((sum, { slot, want }) => sum + slot.x - want, 0) / Math.max(order.length, 1);
    order.forEach(({ slot }) => {
      slot.x -= order.length > 1 ? pushed : 0;
      x.set(slot.key, slot.x);
    });
  }
}

function draw(rows: Slot[][], ways: Way[], chains: ReadonlyMap<Way, string[]>): Layout {
  const slots = rows.flat();
  const left = Math.min(...slots.map((slot) => slot.x - slot.width / 2));
  const right = Math.max(...slots.map((slot) => slot.x + slot.width / 2));
  const centre = new Map<string, { x: number; y: number; node: boolean }>();
  rows.forEach((row, rank) =>
    row.forEach((slot) =>
      centre.set(slot.key, { x: slot.x - left, y: rank * (NODE_HEIGHT + GAP_Y), node: slot.node !== undefined }),
    ),
  );
  ways.forEach((way) => {
    way.points = (chains.get(way) ?? []).flatMap((key, at, chain) => {
      const { x, y } = centre.get(key) ?? { x: 0, y: 0 };
      return at === 0
        ? [{ x, y: y + NODE_HEIGHT }]
        : at === chain.length - 1
          ? [{ x, y }]
          : [
              { x, y },
              { x, y: y + NODE_HEIGHT },
            ];
    });
  });
  return {
    nodes: slots.flatMap((slot) =>
      slot.node === undefined
        ? []
        : [{ node: slot.node, x: (centre.get(slot.key)?.x ?? 0) - NODE_WIDTH / 2, y: centre.get(slot.key)?.y ?? 0 }],
    ),
    ways,
    width: right - left,
    height: rows.length * (NODE_HEIGHT + GAP_Y) - GAP_Y,
  };
}

/** The way as a path of straight lines and soft curves. */
export function pathOf(points: Way['points']): string {
  return points
    .map((point, at) => {
      const before = points[at - 1];
      if (before === undefined) {
        return `M${point.x} ${point.y}`;
      }
      if (before.x === point.x) {
        return `L${point.x} ${point.y}`;
      }
      const middle = (before.y + point.y) / 2;
      return `C${before.x} ${middle} ${point.x} ${middle} ${point.x} ${point.y}`;
    })
    .join('');
}
