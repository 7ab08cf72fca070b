import type { paths as NotificationPaths } from './generated/notification';
import type { paths as PlaybookPaths } from './generated/playbook';
import type { paths as ScoringPaths } from './generated/scoring';
import type { paths as SyncPaths } from './generated/sync';

// By path and not by schema name: the generator of the documents numbers names that two classes share.
export type Answer<P, K extends keyof P> = P[K] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;
export type ItemOf<T> = T extends { items?: (infer I)[] | undefined } ? Loose<I> : never;

/** A row of a list as its document says it. */
export type RowOf<T> = T extends { items?: (infer I)[] | undefined } ? I : never;

/** The documents call a field optional that the services send as null: both are possible here. */
export type Loose<T> = T extends (infer I)[]
  ? Loose<I>[]
  : T extends object
    ? { [K in keyof T]: Loose<T[K]> | (undefined extends T[K] ? null : never) }
    : T;

export type Customer = ItemOf<Answer<ScoringPaths, '/api/v1/customers'>>;
export type Contract = ItemOf<Answer<ScoringPaths, '/api/v1/contracts'>>;
export type Health = ItemOf<Answer<ScoringPaths, '/api/v1/customers/{customerId}/health/history'>>;
export type Explanation = Loose<Answer<ScoringPaths, '/api/v1/customers/{customerId}/health/explanation'>>;
export type ExplainedMeasure = NonNullable<Explanation['measures']>[number];
export type MeasureInput = NonNullable<ExplainedMeasure['inputs']>[number];
export type TimelineEntry = ItemOf<Answer<ScoringPaths, '/api/v1/customers/{customerId}/timeline'>>;
export type UsageDay = Answer<ScoringPaths, '/api/v1/customers/{customerId}/usage'>[number];
export type Task = ItemOf<Answer<PlaybookPaths, '/api/v1/tasks'>>;
export type Alert = ItemOf<Answer<PlaybookPaths, '/api/v1/alerts'>>;
export type Member = ItemOf<Answer<SyncPaths, '/api/v1/members'>>;
export type Team = RowOf<Answer<SyncPaths, '/api/v1/teams'>>;
export type Connection = ItemOf<Answer<SyncPaths, '/api/v1/connections'>>;
export type Verdict =
  SyncPaths['/api/v1/connections/{id}/test']['post']['responses'][200]['content']['application/json'];
export type SourceSchema = Answer<SyncPaths, '/api/v1/connections/{id}/objects/{name}'>;
export type SourceField = NonNullable<SourceSchema['fields']>[number];
export type Mapping = ItemOf<Answer<SyncPaths, '/api/v1/mappings'>>;
export type MappingVersion = RowOf<Answer<SyncPaths, '/api/v1/mappings/{id}/versions'>>;
export type TargetSchema = Answer<SyncPaths, '/api/v1/target-schemas'>[number];
export type TargetField = NonNullable<TargetSchema['fields']>[number];
export type Starter = Answer<SyncPaths, '/api/v1/mapping-starters'>[number];
export type Run = ItemOf<Answer<SyncPaths, '/api/v1/sync-runs'>>;
export type RunState = 'waiting' | 'running' | 'succeeded' | 'failed';
export type RunKind = 'full' | 'incremental' | 'reconciliation' | 'remap' | 'republish';
export type QuarantineEntry = ItemOf<Answer<SyncPaths, '/api/v1/quarantine'>>;
export type AlertRule = RowOf<Answer<PlaybookPaths, '/api/v1/alert-rules'>>;
export type Stay = ItemOf<Answer<PlaybookPaths, '/api/v1/alert-rules/{key}/would-have-fired'>>;
export type AuditEntry = ItemOf<Answer<SyncPaths, '/api/v1/audit-entries'>>;
export type Workspace = Answer<SyncPaths, '/api/v1/workspaces/{id}'>;
export type Recipient = Answer<NotificationPaths, '/api/v1/recipients/me'>;
export type Band = NonNullable<Customer['band']>;
export type Money = NonNullable<Contract['mrr']>;
export interface LocalText {
  ja?: string | null;
  en?: string | null;
}
export type FollowUp = ItemOf<Answer<ScoringPaths, '/api/v1/follow-ups'>>;
export type SavedView = ItemOf<Answer<ScoringPaths, '/api/v1/saved-views'>>;
export type Contact = ItemOf<Answer<ScoringPaths, '/api/v1/customers/{customerId}/contacts'>>;
export type Ticket = ItemOf<Answer<ScoringPaths, '/api/v1/customers/{customerId}/tickets'>>;
export type SurveyResponse = ItemOf<Answer<ScoringPaths, '/api/v1/customers/{customerId}/survey-responses'>>;
export type Message = ItemOf<Answer<ScoringPaths, '/api/v1/customers/{customerId}/messages'>>;
