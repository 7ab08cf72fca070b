/** One page of a list, as all services answer. */
export interface PageOf<T> {
  items?: T[];
  nextCursor?: string | null;
}

/** All rows of the pages read so far. */
export function rowsOf<T>(pages: readonly PageOf<T>[] | undefined): T[] {
  return (pages ?? []).flatMap((page) => page.items ?? []);
}

/** Rows of a page where all are read: as many as the services give at once. */
export const FULL_PAGE = 200;

/**
 * A list that is short enough to hold, whole: each page names the next one. A service that is a version behind may still
 * give some lists in one piece.
 */
export async function wholeList<T>(read: (from: { cursor?: string }) => Promise<PageOf<T> | T[]>): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await read(cursor ? { cursor } : {});
    if (Array.isArray(page)) {
      return page;
    }
    rows.push(...(page.items ?? []));
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}
