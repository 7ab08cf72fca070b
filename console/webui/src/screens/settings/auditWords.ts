/** Actions of the audit trails that have words; others are shown as they are written. */
const ACTIONS = [
  'workspace-saved',
  'member-saved',
  'team-saved',
  'connection-saved',
  'connection-deleted',
  'budget-changed',
  'owners-linked',
  'mapping-saved',
  'mapping-published',
  'sync-run-requested',
  'quarantine-replayed',
  'contact-erased',
  'segment-draft-saved',
  'segment-published',
  'scorecard-draft-saved',
  'scorecard-published',
  'view-saved',
  'view-changed',
  'view-removed',
  'follow-up-dismissed',
  'follow-up-restored',
  'alert-rule-draft-saved',
  'alert-rule-published',
  'alert-rule-paused',
  'alert-rule-resumed',
  'alert-opened-by-hand',
  'playbook-draft-saved',
  'playbook-published',
  'playbook-paused',
  'playbook-resumed',
  'playbook-run-started-by-hand',
  'playbook-run-cancelled',
  'calendar-changed',
  'template-draft-saved',
  'template-published',
  'channel-created',
  'channel-changed',
  'channel-removed',
  'preference-changed',
  'suppression-lifted',
  'delivery-resent',
] as const;

const SUBJECTS = [
  'workspace',
  'member',
  'team',
  'connection',
  'mapping',
  'sync-run',
  'quarantine',
  'contact',
  'customer',
  'segment',
  'scorecard',
  'saved-view',
  'alert-rule',
  'alert',
  'playbook',
  'playbook-run',
  'calendar',
  'template',
  'channel',
  'delivery',
] as const;

export function actionKey(action: string | null | undefined) {
  const known = ACTIONS.find((each) => each === action);
  return known === undefined ? null : (`settings.audit.actions.${known}` as const);
}

export function subjectKey(subject: string | null | undefined) {
  const known = SUBJECTS.find((each) => each === subject);
  return `settings.audit.subjects.${known ?? 'other'}` as const;
}

/** What the trails tell beside action and subject; the owners of a source stand there by their ids. */
const DETAILS = [
  'name',
  'zone',
  'fiscalYearStartMonth',
  'currency',
  'visibility',
  'subject',
  'email',
  'active',
  'teams',
  'host',
  'from',
  'version',
  'number',
  'until',
  'untilNews',
  'erasureId',
  'system',
  'address',
  'secretsGiven',
  'mappingId',
  'kind',
  'confirmRemovals',
  'object',
  'dataset',
  'tried',
  'accepted',
] as const;

export type DetailName = (typeof DETAILS)[number];

export function detailName(name: string): DetailName | null {
  return DETAILS.find((each) => each === name) ?? null;
}

/** Where a detail stands among the others; what has no word stands last. */
export function detailRank(name: string): number {
  const at = DETAILS.findIndex((each) => each === name);
  return at < 0 ? DETAILS.length : at;
}

/** The parts of a list as it is written: `[one, other]`. */
export function partsOf(list: string): string[] {
  return list
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const FINDINGS = ['changed', 'details-changed', 'missing', 'head-forged'] as const;

export function findingKey(what: string | null | undefined) {
  const known = FINDINGS.find((each) => each === what);
  return known === undefined ? null : (`settings.audit.findings.${known}` as const);
}

const PARKED = ['unknown-type', 'unreadable-content', 'failed'] as const;

export function parkedKey(reason: string | null | undefined) {
  const known = PARKED.find((each) => each === reason);
  return known === undefined ? null : (`settings.parked.reasons.${known}` as const);
}
