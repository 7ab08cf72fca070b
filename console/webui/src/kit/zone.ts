import { place } from './format';

/** Milliseconds that a zone is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Map(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
      .formatToParts(new Date(instant))
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (name: string): number => parts.get(name as Intl.DateTimeFormatPartTypes) ?? 0;
  const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}

/** The instant at which clocks of the workspace show `2026-03-31T09:00`. */
export function instantOf(local: string, zone = place.zone): string {
  const wall = Date.parse(`${local}${local.length === 10 ? 'T00:00' : ''}Z`);
  const guess = wall - offsetAt(wall, zone);
  // Near a change of the clocks the first guess may be on the other side.
  return new Date(wall - offsetAt(guess, zone)).toISOString();
}

/** What clocks of the workspace show at an instant, as a field for date and time takes it: `2026-03-31T09:00`. */
export function localOf(instant: string | Date, zone = place.zone): string {
  const at = new Date(instant).getTime();
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16);
}
