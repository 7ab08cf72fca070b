/** Actions of the audit trails that have words; others are shown as they are written. */
const ACTIONS = [
  'workspace-saved',
  'member-saved',
  'team-saved',
  'connection-saved',
  'connection-deleted',
  'owners-linked',
  'mapping-saved',
  'mapping-published',
  'sync-run-requested',
  'quarantine-replayed',
  'contact-erased',
  'segment-drafted',
  'segment-published',
  'scorecard-drafted',
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
