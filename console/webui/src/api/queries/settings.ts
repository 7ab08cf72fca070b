import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { body, idempotencyKey, ifMatch, notification, playbook, scoring, sync, type Service } from '../client';
import { FULL_PAGE, wholeList } from '../pages';
import type { AuditEntry, Member, Team, Workspace } from '../types';

const PAGE = 50;

export const SERVICES: readonly Service[] = ['sync', 'scoring', 'playbook', 'notification'];

/** In all that is saved here, `overwrite` accepts that somebody else's change in the meantime is lost. */
export function useSaveWorkspace() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ workspace, overwrite = false }: { workspace: Required<Workspace>; overwrite?: boolean }) => {
      const path = { id: workspace.id };
      const newest = overwrite ? await body(sync.GET('/api/v1/workspaces/{id}', { params: { path } })) : workspace;
      return body(
        sync.PUT('/api/v1/workspaces/{id}', {
          params: { path, header: { 'If-Match': ifMatch(newest.version ?? 0) } },
          body: {
            name: workspace.name,
            zone: workspace.zone,
            fiscalYearStartMonth: workspace.fiscalYearStartMonth,
            currency: workspace.currency,
            visibility: workspace.visibility,
          },
        }),
      );
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['workspace'] }),
  });
}

/** Creates a team under the id, or changes the one that has it. */
export function useSaveTeam() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ team, overwrite = false }: { team: Team; overwrite?: boolean }) => {
      const { id = '', name = '', active = true, memberIds = [] } = team;
      const newest = overwrite ? await body(sync.GET('/api/v1/teams/{id}', { params: { path: { id } } })) : team;
      const { version } = newest;
      return body(
        sync.PUT('/api/v1/teams/{id}', {
          params: { path: { id }, header: version === undefined ? {} : { 'If-Match': ifMatch(version) } },
          body: { name, active, memberIds },
        }),
      );
    },
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: ['teams'] });
      void cache.invalidateQueries({ queryKey: ['members'] });
    },
  });
}

interface MemberToSave {
  member: Member;
  key?: string;
  overwrite?: boolean;
}

export function useSaveMember() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ member, key = idempotencyKey(), overwrite = false }: MemberToSave) => {
      const request = {
        subject: member.subject ?? '',
        name: member.name ?? '',
        email: member.email ?? '',
        language: member.language ?? 'ja',
        zone: member.zone ?? 'Asia/Tokyo',
        teamIds: member.teamIds ?? [],
        active: member.active ?? true,
      };
      if (member.id == null) {
        return body(sync.POST('/api/v1/members', { params: { header: { 'Idempotency-Key': key } }, body: request }));
      }
      const path = { id: member.id };
      const newest = overwrite ? await body(sync.GET('/api/v1/members/{id}', { params: { path } })) : member;
      return body(
        sync.PUT('/api/v1/members/{id}', {
          params: { path, header: { 'If-Match': ifMatch(newest.version ?? 0) } },
          body: request,
        }),
      );
    },
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: ['members'] });
      void cache.invalidateQueries({ queryKey: ['teams'] });
    },
  });
}

export interface AuditFilter {
  actor?: string;
  from?: string;
  to?: string;
}

function readAudit(service: Service, filter: AuditFilter & { limit: number; cursor?: string }) {
  const options = { params: { query: filter } };
  switch (service) {
    case 'sync':
      return body(sync.GET('/api/v1/audit-entries', options));
    case 'scoring':
      return body(scoring.GET('/api/v1/audit-entries', options));
    case 'playbook':
      return body(playbook.GET('/api/v1/audit-entries', options));
    case 'notification':
      return body(notification.GET('/api/v1/audit-entries', options));
  }
}

export interface AuditRow extends AuditEntry {
  service: Service;
}

interface Standing {
  service: Service;
  cursor: string | null;
  /** Read, but younger than nothing that is shown yet. */
  waiting: AuditRow[];
}

interface AuditPage {
  rows: AuditRow[];
  next: Standing[] | null;
}

const START: Standing[] = SERVICES.map((service) => ({ service, cursor: '', waiting: [] }));

const newestFirst = (one: AuditRow, other: AuditRow) =>
  Date.parse(other.recordedAt ?? '') - Date.parse(one.recordedAt ?? '');

/** One page of the four trails as one, newest first: rows are shown once no trail can have a younger one. */
export async function mergeTrails(
  standings: readonly Standing[],
  read: (service: Service, cursor: string) => Promise<{ items?: AuditEntry[]; nextCursor?: string | null }>,
): Promise<AuditPage> {
  const filled = await Promise.all(
    standings.map(async (standing) => {
      if (standing.waiting.length > 0 || standing.cursor === null) {
        return standing;
      }
      const page = await read(standing.service, standing.cursor);
      return {
        ...standing,
        cursor: page.nextCursor ?? null,
        waiting: (page.items ?? []).map((entry) => ({ ...entry, service: standing.service })),
      };
    }),
  );
  // A trail with more to come may have rows as young as its oldest that is known.
  const horizon = Math.max(
    ...filled
      .filter((standing) => standing.cursor !== null)
      .map((standing) => Date.parse(standing.waiting.at(-1)?.recordedAt ?? '')),
    -Infinity,
  );
  const shown = (row: AuditRow) => Date.parse(row.recordedAt ?? '') >= horizon;
  const next = filled.map((standing) => ({
    ...standing,
    waiting: standing.waiting.filter((row) => !shown(row)),
  }));
  return {
    rows: filled.flatMap((standing) => standing.waiting.filter(shown)).sort(newestFirst),
    next: next.some((standing) => standing.cursor !== null || standing.waiting.length > 0) ? next : null,
  };
}

/** Who did what, in all services, newest first. */
export function useAuditTrail(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      mergeTrails(pageParam, (service, cursor) =>
        readAudit(service, { ...filter, limit: PAGE, ...(cursor === '' ? {} : { cursor }) }),
      ),
    initialPageParam: START,
    getNextPageParam: (page) => page.next,
  });
}

/** Whether a service's trail is unbroken, as it finds itself now. */
export function useVerification(service: Service, enabled: boolean) {
  return useQuery({
    queryKey: ['audit', 'verification', service],
    queryFn: () => {
      switch (service) {
        case 'sync':
          return body(sync.GET('/api/v1/audit-trail/verification'));
        case 'scoring':
          return body(scoring.GET('/api/v1/audit-trail/verification'));
        case 'playbook':
          return body(playbook.GET('/api/v1/audit-trail/verification'));
        case 'notification':
          return body(notification.GET('/api/v1/audit-trail/verification'));
      }
    },
    enabled,
    staleTime: Infinity,
  });
}

const CLIENTS = { sync, scoring, playbook, notification } as unknown as Record<Service, typeof sync>;

/** Messages between the services that could not be applied; those of their key wait behind them. */
export function useParkedMessages(service: Service) {
  return useQuery({
    queryKey: ['parked', service],
    queryFn: () =>
      wholeList((from) =>
        body(CLIENTS[service].GET('/api/v1/parked-messages', { params: { query: { limit: FULL_PAGE, ...from } } })),
      ),
    refetchInterval: 30_000,
  });
}

export function useReplayParked(service: Service) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ channel, key }: { channel: string; key: string }) =>
      body(
        CLIENTS[service].POST('/api/v1/parked-messages/{channel}/{key}/replays', {
          params: { path: { channel, key }, header: { 'Idempotency-Key': idempotencyKey() } },
        }),
      ),
    onSettled: () => cache.invalidateQueries({ queryKey: ['parked', service] }),
  });
}
