/** One page of a list, as all services answer. */
export interface PageOf<T> {
  items?: T[];
  nextCursor?: string | null;
}

/** All rows of the pages read so far. */
export function rowsOf<T>(pages: readonly PageOf<T>[] | undefined): T[] {
  return (pages ?? []).flatMap((page) => page.items ?? []);
}

/** A list that is short enough to hold, whole: each page names the next one. */
export async function wholeList<T>(read: (from: { cursor?: string }) => Promise<PageOf<T>>): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await read(cursor ? { cursor } : {});
    rows.push(...(page.items ?? []));
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}
