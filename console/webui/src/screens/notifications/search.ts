import type { DeliveryQuery } from '@/api/queries/notifications';
import { DELIVERY_STATES, type DeliveryStateName } from './words';

export const CHANNELS = ['email', 'in-app', 'slack'] as const;

export interface DeliverySearch {
  state?: DeliveryStateName;
  channel?: (typeof CHANNELS)[number];
  memberId?: string;
  customerId?: string;
  templateKey?: string;
  requestId?: string;
  q?: string;
}

const TEXTS = ['memberId', 'customerId', 'templateKey', 'requestId', 'q'] as const;

/** What narrows the list of deliveries, from the address. */
export function deliverySearch(raw: Record<string, unknown>): DeliverySearch {
  const state = DELIVERY_STATES.find((each) => each === raw.state);
  const channel = CHANNELS.find((each) => each === raw.channel);
  return {
    ...(state === undefined ? {} : { state }),
    ...(channel === undefined ? {} : { channel }),
    ...(Object.fromEntries(
      TEXTS.flatMap((name) => {
        const value = raw[name];
        // A search for digits comes out of the address as a number.
        const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
        return text === '' ? [] : [[name, text]];
      }),
    ) as Partial<Record<(typeof TEXTS)[number], string>>),
  };
}

export function deliveryQuery(search: DeliverySearch): DeliveryQuery {
  return search;
}

/** The same search with something else in it; what is undefined is taken out. */
export function changed(
  search: DeliverySearch,
  change: { [K in keyof DeliverySearch]?: DeliverySearch[K] | undefined },
): DeliverySearch {
  return Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined));
}
