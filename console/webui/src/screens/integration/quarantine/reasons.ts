/** The services' words for why a row was refused; others are shown as such. */
export const REASONS = [
  'customer-not-found',
  'customer-code-ambiguous',
  'customer-link-missing',
  'required-missing',
  'out-of-range',
  'ends-before-start',
  'conversion-failed',
  'unreadable-value',
  'not-a-whole-number',
  'wrong-kind',
  'unknown-currency',
] as const;

export function reasonKey(reason: string | null | undefined) {
  const known = REASONS.find((each) => each === reason);
  return `integration.quarantine.reasons.${known ?? 'other'}` as const;
}
