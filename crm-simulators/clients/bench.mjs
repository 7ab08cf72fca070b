// Reads everything there is by one client, three times, and prints how many rows it saw and the seconds of the fastest, starting not counted.
import { KintoneRestAPIClient } from '@kintone/rest-api-client';
import jsforce from 'jsforce';

const [way, address, secret, what] = process.argv.slice(2);
const salesforce = () => new jsforce.Connection({ instanceUrl: address, accessToken: secret, version: '65.0' });
const kintone = () => new KintoneRestAPIClient({ baseUrl: address, auth: { apiToken: secret } });
const ways = {
  rest: async () => (await salesforce().query(what, { autoFetch: true, maxFetch: 1e9 })).records.length,
  id: async () => (await kintone().record.getAllRecordsWithId({ app: what })).length,
  cursor: async () => (await kintone().record.getAllRecordsWithCursor({ app: what })).length,
};
let rows = 0;
let fastest = Infinity;
for (let round = 0; round < 3; round++) {
  const began = performance.now();
  rows = await ways[way]();
  fastest = Math.min(fastest, (performance.now() - began) / 1000);
}
console.log(`${rows} ${fastest}`);
