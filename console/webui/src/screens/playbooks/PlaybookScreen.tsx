import { Anchor, Tabs } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useGraph, usePlaybook, useStanding, type Definition } from '@/api/queries/playbooks';
import { useSegmentNames } from '@/api/queries/segments';
import { useHasRole } from '@/app/session';
import { textOf } from '@/kit/format';
import { PageFrame } from '@/kit/PageFrame';
import { ErrorState, SkeletonRows } from '@/kit/states';
import { DefinitionState } from './DefinitionState';
import { PauseButton } from './PauseButton';
import { PlaybookGraph } from './PlaybookGraph';
import { RunsTable } from './RunsTable';
import { TABS, type PlaybookSearch } from './search';
import { Versions } from './Versions';
import { SilentRuns } from '../integration/fired/SilentRuns';
import classes from './Playbooks.module.css';

const route = getRouteApi('/playbooks/$playbookKey');

/** One playbook: how it goes, who is in it, how it came to be. */
export function PlaybookScreen() {
  const { t } = useTranslation();
  const { playbookKey } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const playbook = usePlaybook(playbookKey);
  const definition = playbook.data as Definition | undefined;
  const segments = useSegmentNames();
  const leads = useHasRole('manager', 'cs-ops', 'admin');
  const shown = TABS.filter((each) => each !== 'silent' || leads);
  const tab = shown.find((each) => each === search.tab) ?? 'flow';
  function show(next: PlaybookSearch): void {
    void navigate({ to: '/playbooks/$playbookKey', params: { playbookKey }, search: next, replace: true });
  }
  return (
    <PageFrame
      wide
      title={definition === undefined ? t('nav.playbooks') : textOf(definition.name)}
      above={
        <Anchor component={Link} to="/playbooks" className={classes.back ?? ''}>
          {t('nav.playbooks')}
        </Anchor>
      }
      lead={
        definition !== undefined && (
          <div className={classes.facts}>
            <DefinitionState definition={definition} />
            {definition.publishedVersion && (
              <span>{t('notices.version', { version: definition.publishedVersion })}</span>
            )}
            <span>
              {t('playbooks.of', { segment: segments.get(definition.segmentKey ?? '') ?? definition.segmentKey ?? '' })}
            </span>
          </div>
        )
      }
      actions={definition !== undefined && <PauseButton definition={definition} />}
      readAt={playbook.dataUpdatedAt}
      onRefresh={() => void playbook.refetch()}
      refreshing={playbook.isRefetching}
    >
      {playbook.error !== null ? (
        <ErrorState error={playbook.error} onRetry={() => void playbook.refetch()} />
      ) : (
        <Tabs
          value={tab}
          keepMounted={false}
          onChange={(next) => show({ tab: TABS.find((each) => each === next) ?? 'flow' })}
        >
          <Tabs.List className={classes.tabs ?? ''} aria-label={t('playbooks.parts')}>
            {shown.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`playbooks.tab.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="flow">
            <Flow
              playbookKey={playbookKey}
              playbookId={definition?.id ?? undefined}
              segment={segments.get(definition?.segmentKey ?? '')}
              version={search.version}
            />
          </Tabs.Panel>
          <Tabs.Panel value="runs">
            {definition === undefined ? (
              <SkeletonRows rows={8} />
            ) : (
              <RunsTable
                playbookId={definition.id ?? ''}
                playbookKey={playbookKey}
                search={search}
                onChange={(change) => show({ ...change, tab: 'runs' })}
              />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="silent">
            <p className={classes.sentence}>{t('playbooks.silentText')}</p>
            {definition === undefined ? (
              <SkeletonRows rows={4} />
            ) : (
              <SilentRuns playbookKey={definition.key ?? playbookKey} name={textOf(definition.name)} />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="versions">
            <Versions playbookKey={playbookKey} onShow={(version) => show({ tab: 'flow', version })} />
          </Tabs.Panel>
        </Tabs>
      )}
    </PageFrame>
  );
}

function Flow({
  playbookKey,
  playbookId,
  segment,
  version,
}: {
  playbookKey: string;
  playbookId: string | undefined;
  segment: string | undefined;
  version: number | undefined;
}) {
  const { t } = useTranslation();
  const graph = useGraph(playbookKey, version);
  const standing = useStanding(playbookId);
  if (graph.error !== null) {
    return <ErrorState error={graph.error} onRetry={() => void graph.refetch()} />;
  }
  if (graph.data === undefined) {
    return <SkeletonRows rows={6} height={100} />;
  }
  return (
    <>
      {version !== undefined && (
        <p className={classes.muted}>
          {t('playbooks.versionShown', { version })}{' '}
          <Link to="/playbooks/$playbookKey" params={{ playbookKey }} className={classes.back ?? ''}>
            {t('playbooks.versionNow')}
          </Link>
        </p>
      )}
      <PlaybookGraph
        graph={graph.data}
        segment={segment}
        {...(version === undefined && standing.data !== undefined
          ? { standing: { playbookKey, counts: standing.data } }
          : {})}
      />
    </>
  );
}
