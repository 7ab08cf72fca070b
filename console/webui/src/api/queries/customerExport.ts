import { useMutation } from '@tanstack/react-query';
import { scoring } from '../client';
import type { CustomerRequest } from '../customerSearch';

export type Charset = 'utf-8' | 'cp932';

const REPLACED = 'Minori-Replaced-Characters';

/** The customers of the list as a file; the answer says how many characters its charset lacks. */
export function useCustomerExport() {
  return useMutation({
    mutationFn: async ({ request, charset }: { request: CustomerRequest; charset: Charset }) => {
      const { data, response } = await scoring.GET('/api/v1/customers/export', {
        params: { query: { ...request, charset } },
        parseAs: 'blob',
      });
      const named = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
      save(data as unknown as Blob, named ?? 'customers.csv');
      return Number(response.headers.get(REPLACED) ?? '0');
    },
  });
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to save by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
