/** What calls tell the frame around the screens: the session is over, a service is away, a service is back. */
type Listener = () => void;

const listeners = new Set<Listener>();
let state: { ended: boolean; away: readonly string[] } = { ended: false, away: [] };

function change(next: typeof state): void {
  state = next;
  listeners.forEach((listener) => listener());
}

export const signals = {
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: () => state,
  sessionEnded: (): void => {
    if (!state.ended) {
      change({ ...state, ended: true });
    }
  },
  away: (service: string): void => {
    if (!state.away.includes(service)) {
      change({ ...state, away: [...state.away, service].sort() });
    }
  },
  back: (service: string): void => {
    if (state.away.includes(service)) {
      change({ ...state, away: state.away.filter((each) => each !== service) });
    }
  },
  reset: (): void => {
    change({ ended: false, away: [] });
  },
};
