import {
  IconArrowsSplit2,
  IconBell,
  IconChecklist,
  IconCircleCheck,
  IconClock,
  IconPlayerPlay,
  IconPlayerStop,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Graph, GraphNode } from '@/api/queries/playbooks';
import { textOf } from '@/kit/format';
import { filled } from '@/kit/placeholders';
import { layOut, NODE_HEIGHT, NODE_WIDTH, pathOf, type Way } from './layout';
import { kindKey } from './words';
import classes from './PlaybookGraph.module.css';

const ICONS: Record<ReturnType<typeof kindKey>, Icon> = {
  start: IconPlayerPlay,
  task: IconChecklist,
  wait: IconClock,
  branch: IconArrowsSplit2,
  notify: IconBell,
  stop: IconPlayerStop,
  end: IconCircleCheck,
};

interface Props {
  graph: Graph;
  /** What the playbook's segment is called. */
  segment?: string | undefined;
  /** For whom it runs; absent where it is drawn for everybody. */
  customer?: string | null | undefined;
  /** How many customers stand at each step of the playbook now. */
  standing?: { playbookKey: string; counts: ReadonlyMap<string, number> };
  /** The steps that a run has passed, in the order of time. */
  passed?: readonly string[];
  /** Where a run stands. */
  current?: string | null | undefined;
}

/** A playbook as it is read from above: calm boxes, one way between two of them, answers written on the ways. */
export function PlaybookGraph({ graph, segment, customer, standing, passed, current }: Props) {
  const { t } = useTranslation();
  const arrow = useId();
  const nodes = graph.nodes ?? [];
  const layout = useMemo(() => layOut(graph.nodes ?? [], graph.edges ?? []), [graph]);
  const seen = new Set([...(passed ?? []), ...(passed === undefined ? [] : ['$start'])]);
  const values = { customer: customer ?? t('playbooks.anyCustomer'), subject: t('playbooks.anySubject') };
  const titleOf = (node: GraphNode) =>
    node.kind === 'start' && segment !== undefined
      ? t('playbooks.enters', { segment })
      : filled(textOf(node.title), values);
  const titles = new Map(nodes.map((node) => [node.id, titleOf(node)]));
  return (
    <div className={classes.scroller} role="region" aria-label={t('playbooks.drawing')} tabIndex={0}>
      <div className={classes.sheet} style={{ width: layout.width, height: layout.height }}>
        <svg className={classes.ways} width={layout.width} height={layout.height} aria-hidden>
          <defs>
            <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
              <path d="M0 0L8 4L0 8z" className={classes.tip} />
            </marker>
          </defs>
          {layout.ways.map((way) => (
            <path
              key={`${way.from}>${way.to}`}
              d={pathOf(way.points)}
              className={classes.way}
              data-passed={isPassed(way, passed, current)}
              markerEnd={`url(#${arrow})`}
            />
          ))}
        </svg>
        {layout.ways.map((way) => (
          <WayLabel key={`${way.from}>${way.to}`} way={way} />
        ))}
        <ol className={classes.nodes}>
          {layout.nodes.map(({ node, x, y }) => (
            <li
              key={node.id}
              className={classes.node}
              data-kind={node.kind}
              data-passed={seen.has(node.id ?? '')}
              data-current={node.id === current}
              aria-current={node.id === current ? 'step' : undefined}
              style={{ left: x, top: y, width: NODE_WIDTH, height: NODE_HEIGHT }}
            >
              <Node
                node={node}
                title={titles.get(node.id) ?? ''}
                detail={filled(textOf(node.detail), values)}
                standing={standing}
              />
              <span className={classes.hidden}>
                {layout.ways
                  .filter((way) => way.from === node.id)
                  .map((way) => `${way.labels.map((label) => textOf(label)).join('・')} → ${titles.get(way.to) ?? ''}`)
                  .join(', ')}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** Whether a run went this way: both ends follow each other in what it has passed. */
function isPassed(way: Way, passed: readonly string[] | undefined, current: string | null | undefined): boolean {
  if (passed === undefined) {
    return false;
  }
  const trail = ['$start', ...passed, ...(current && passed[passed.length - 1] !== current ? [current] : [])];
  return trail.some((id, at) => id === way.from && trail[at + 1] === way.to);
}

function Node({
  node,
  title,
  detail,
  standing,
}: {
  node: GraphNode;
  title: string;
  detail: string;
  standing: Props['standing'];
}) {
  const { t } = useTranslation();
  const kind = kindKey(node.kind);
  const NodeIcon = ICONS[kind];
  const count = standing?.counts.get(node.id ?? '');
  return (
    <>
      <span className={classes.kind}>
        <NodeIcon size={15} stroke={1.7} aria-hidden />
        {t(`playbooks.kind.${kind}`)}
        {standing !== undefined && count !== undefined && (
          <Link
            to="/playbooks/$playbookKey"
            params={{ playbookKey: standing.playbookKey }}
            search={{ tab: 'runs', state: 'active', step: node.id ?? '' }}
            className={classes.count ?? ''}
            aria-label={t('playbooks.standingAt', { step: title, count })}
          >
            {t('playbooks.standing', { count })}
          </Link>
        )}
      </span>
      <span className={classes.title} title={title}>
        {title}
      </span>
      {detail !== '' && (
        <span className={classes.detail} data-code={kind === 'branch'} title={detail}>
          {detail}
        </span>
      )}
    </>
  );
}

function WayLabel({ way }: { way: Way }) {
  const [first, second] = way.points;
  if (way.labels.length === 0 || first === undefined || second === undefined) {
    return null;
  }
  return (
    <span
      className={classes.label}
      aria-hidden
      style={{ left: (first.x + second.x) / 2, top: (first.y + second.y) / 2 }}
    >
      {way.labels.map((label) => textOf(label)).join('・')}
    </span>
  );
}
