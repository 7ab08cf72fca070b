// The service's words, as the dictionaries have them.

const CHANNELS = ['email', 'slack', 'in-app'] as const;
export type ChannelName = (typeof CHANNELS)[number];

export function channelKey(channel: string | null | undefined): ChannelName {
  return CHANNELS.find((each) => each === channel) ?? 'email';
}

export const DELIVERY_STATES = [
  'pending',
  'sending',
  'retry',
  'delivered',
  'unconfirmed',
  'failed',
  'suppressed',
] as const;
export type DeliveryStateName = (typeof DELIVERY_STATES)[number];

export function stateKey(state: string | null | undefined): DeliveryStateName {
  return DELIVERY_STATES.find((each) => each === state) ?? 'pending';
}

const REASONS = [
  'backfill',
  'erased',
  'no-channel',
  'member-unknown',
  'member-left',
  'no-address',
  'address-suppressed',
  'address-refused',
  'message-refused',
  'channel-removed',
  'channel-disabled',
  'template-missing',
  'values-missing',
  'answer-missing',
  'cut-off',
  'deferred',
  'gave-up',
  'own-fault',
] as const;

export function reasonKey(code: string | null | undefined): (typeof REASONS)[number] | undefined {
  return REASONS.find((each) => each === code);
}

const OUTCOMES = ['accepted', 'deferred', 'refused', 'unknown', 'interrupted'] as const;

export function outcomeKey(outcome: string | null | undefined): (typeof OUTCOMES)[number] | 'running' {
  return OUTCOMES.find((each) => each === outcome) ?? 'running';
}
