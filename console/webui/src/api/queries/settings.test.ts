import { expect, test } from 'vitest';
import type { Service } from '../client';
import { mergeTrails, SERVICES } from './settings';

const at = (minute: number) => `2026-04-01T00:${String(minute).padStart(2, '0')}:00Z`;

test('four trails read page by page come out as one, in order and whole', async () => {
  const trails: Record<Service, number[]> = {
    sync: [59, 40, 39, 1],
    scoring: [58, 57, 56, 55],
    playbook: [],
    notification: [30, 2],
  };
  const read = (service: Service, cursor: string) => {
    const from = cursor === '' ? 0 : Number(cursor);
    const minutes = trails[service].slice(from, from + 2);
    return Promise.resolve({
      items: minutes.map((minute) => ({ id: `${service}-${minute}`, recordedAt: at(minute) })),
      nextCursor: from + 2 < trails[service].length ? String(from + 2) : null,
    });
  };
  const seen: string[] = [];
  let standings: Parameters<typeof mergeTrails>[0] | null = SERVICES.map((service) => ({
    service,
    cursor: '',
    waiting: [],
  }));
  let pages = 0;
  while (standings !== null && pages < 20) {
    const page: Awaited<ReturnType<typeof mergeTrails>> = await mergeTrails(standings, read);
    seen.push(...page.rows.map((row) => row.recordedAt ?? ''));
    standings = page.next;
    pages += 1;
  }
  expect(seen).toEqual([59, 58, 57, 56, 55, 40, 39, 30, 2, 1].map(at));
});
