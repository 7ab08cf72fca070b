import { signals } from './signals';

/** What a service tells while somebody looks: one thing changed, or so much that everything is to be read again. */
export type News =
  { service: LiveService; reset: true } | { service: LiveService; reset: false; kind: string; id: string };

const SERVICES = ['playbook', 'notification', 'sync'] as const;
export type LiveService = (typeof SERVICES)[number];

const NAME = 'minori.live';
const FIRST_PAUSE = 3_000;
const LONGEST_PAUSE = 60_000;

/**
 * Follows the changes of the services until it is told to stop. Browsers open six connections to a server at most: of all
 * tabs one holds the streams and tells the others.
 */
export function followChanges(listen: (news: News) => void, services: readonly LiveService[] = SERVICES): () => void {
  const others = new BroadcastChannel(NAME);
  others.onmessage = (message: MessageEvent<News>) => listen(message.data);
  const leave = new AbortController();
  function tell(news: News): void {
    listen(news);
    others.postMessage(news);
  }
  async function lead(): Promise<void> {
    // The lock may come in the moment in which nobody wants it any more.
    if (leave.signal.aborted) {
      return;
    }
    const stops = services.map((service) => openStream(service, tell));
    await new Promise<void>((done) => leave.signal.addEventListener('abort', () => done()));
    stops.forEach((stop) => stop());
  }
  // Only in secure contexts browsers have locks; elsewhere each tab follows for itself.
  if ('locks' in navigator) {
    navigator.locks.request(NAME, { signal: leave.signal }, lead).catch(() => undefined);
  } else {
    void lead();
  }
  return () => {
    leave.abort();
    others.close();
  };
}

/** A stream that comes back by itself, the slower the longer the service is away. */
function openStream(service: LiveService, tell: (news: News) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_PAUSE;
  let stopped = false;

  function open(): void {
    source = new EventSource(`/api/${service}/v1/changes`);
    source.addEventListener('ready', () => {
      pause = FIRST_PAUSE;
      // What happened before this moment was told to nobody.
      tell({ service, reset: true });
    });
    source.addEventListener('reset', () => tell({ service, reset: true }));
    source.addEventListener('change', (event: MessageEvent<string>) => {
      const { kind, id } = JSON.parse(event.data) as { kind: string; id: string };
      tell({ service, reset: false, kind, id });
    });
    source.onerror = () => {
      // A stream that broke is opened again by the browser, from where it was; one that was refused is not.
      if (source?.readyState === EventSource.CLOSED && !stopped && !signals.read().ended) {
        timer = setTimeout(open, pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    };
  }

  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
