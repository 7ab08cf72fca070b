// The vendor's own client, unchanged, against the simulator at $KINTONE: reads every row exactly once in three ways,
// writes, upserts, deletes, attaches, comments, moves a status, and is refused. Leaves nothing behind.
import assert from 'node:assert/strict';
import { readFile, writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KintoneRestAPIClient } from '@kintone/rest-api-client';

const baseUrl = process.env.KINTONE;
const app = Number(process.env.KINTONE_APP);
const guestApp = Number(process.env.KINTONE_GUEST_APP);
const client = new KintoneRestAPIClient({ baseUrl, auth: { apiToken: ['demo-token-all', 'client-token'] } });
const person = new KintoneRestAPIClient({ baseUrl, auth: { username: 'demo', password: 'demo-password' } });
const steps = [];
const done = (step) => steps.push(step);
const ids = (records) => new Set(records.map((record) => record.$id.value));
const refused = (call, code, status) =>
  assert.rejects(call, (error) => {
    assert.equal(error.code, code, error.message);
    assert.equal(error.status, status);
    return true;
  });

const byId = await client.record.getAllRecordsWithId({ app: 3, fields: ['$id'] });
const byCursor = await client.record.getAllRecordsWithCursor({ app: 3, fields: ['$id'] });
const byOffset = await client.record.getAllRecordsWithOffset({ app: 3, fields: ['$id'] });
assert.ok(byId.length > 1500);
assert.equal(ids(byId).size, byId.length);
assert.equal(byCursor.length, byId.length);
assert.deepEqual(ids(byCursor), ids(byId));
assert.deepEqual(ids(byOffset), ids(byId));
done(`read ${byId.length} records three times, each exactly once`);

const record = (n) => ({ 番号: { value: `K-${n}` }, 数: { value: n % 11 }, 題: { value: '試' } });
const added = await client.record.addAllRecords({ app, records: Array.from({ length: 450 }, (_, n) => record(n)) });
assert.equal(added.records.length, 450);
const mine = await client.record.getAllRecordsWithId({ app, condition: '題 = "試"' });
assert.equal(ids(mine).size, 450);
assert.equal(mine.find((one) => one.番号.value === 'K-10').倍.value, '20');
done('added 450 records');

await client.record.updateAllRecords({
  app,
  records: mine
    .slice(0, 150)
    .map((one) => ({ id: one.$id.value, revision: one.$revision.value, record: { 題: { value: '改' } } })),
});
const { totalCount } = await client.record.getRecords({ app, query: '題 = "改" limit 1', totalCount: true });
assert.equal(totalCount, '150');
await refused(client.record.updateRecord({ app, id: mine[0].$id.value, revision: 1, record: {} }), 'GAIA_CO02', 409);
done('updated 150 records, and was refused for a stale revision');

const upserted = await client.record.updateAllRecords({
  app,
  upsert: true,
  records: ['K-1', 'K-new'].map((value) => ({
    updateKey: { field: '番号', value },
    record: { 題: { value: '上書き' } },
  })),
});
assert.deepEqual(
  upserted.records.map((one) => one.operation),
  ['UPDATE', 'INSERT'],
);
done('upserted');

const bad = client.bulkRequest({
  requests: [
    { method: 'POST', api: '/k/v1/record.json', payload: { app, record: record(9001) } },
    { method: 'PUT', api: '/k/v1/record.json', payload: { app, id: 99999999, record: {} } },
  ],
});
await assert.rejects(bad, (error) => error.code === 'GAIA_RE01' && error.bulkRequestIndex === 1);
assert.equal((await client.record.getRecords({ app, query: '番号 = "K-9001"' })).records.length, 0);
done('a bulk request was undone as a whole');

const folder = await mkdtemp(join(tmpdir(), 'kintone-client-'));
const path = join(folder, '覚え書き.txt');
await writeFile(path, '中身');
const { fileKey } = await client.file.uploadFile({ file: { path } });
const one = upserted.records[0].id;
await client.record.updateRecord({ app, id: one, record: { 添付: { value: [{ fileKey }] } } });
const attached = (await client.record.getRecord({ app, id: one })).record.添付.value[0];
assert.equal(attached.name, '覚え書き.txt');
const content = await client.file.downloadFile({ fileKey: attached.fileKey });
assert.equal(Buffer.from(content).toString('utf8'), await readFile(path, 'utf8'));
// Of a refused download the client reads bytes, and so no code.
await assert.rejects(client.file.downloadFile({ fileKey }), (error) => error.status === 404);
await rm(folder, { recursive: true });
done('attached a file and got it back');

const comment = await client.record.addRecordComment({
  app,
  record: one,
  comment: { text: '一言', mentions: [{ code: 'demo', type: 'USER' }] },
});
const { comments } = await client.record.getRecordComments({ app, record: one });
assert.equal(comments[0].id, comment.id);
await client.record.deleteRecordComment({ app, record: one, comment: comment.id });
done('commented');

await client.record.updateRecordStatus({ app, id: one, action: '済ませる' });
assert.equal((await client.record.getRecord({ app, id: one })).record.ステータス.value, '済');
await refused(client.record.updateRecordStatus({ app, id: one, action: '済ませる' }), 'GAIA_IL03', 400);
done('moved a status');

const { properties } = await client.app.getFormFields({ app });
assert.equal(properties.倍.expression, '数 * 2');
assert.ok((await client.app.getFormLayout({ app })).layout.length > 4);
assert.equal((await client.app.getAppSettings({ app })).numberPrecision.digits, '16');
assert.equal((await client.app.getProcessManagement({ app })).enable, true);
assert.ok((await client.app.getAppAcl({ app })).rights.length > 0);
assert.equal((await client.app.evaluateRecordsAcl({ app, ids: [one] })).rights[0].record.viewable, true);
assert.ok((await person.app.getApps({})).apps.length >= 3);
done('read forms, settings, process and permissions');

const guest = new KintoneRestAPIClient({ baseUrl, guestSpaceId: 9, auth: { apiToken: 'guest-token' } });
const inside = await guest.record.addRecord({ app: guestApp, record: {} });
assert.equal((await guest.record.getRecord({ app: guestApp, id: inside.id })).record.$id.value, inside.id);
await refused(client.record.getRecords({ app: guestApp }), 'GAIA_IL23', 400);
done('worked in a guest space');

const cursors = [];
await assert.rejects(
  async () => {
    while (cursors.length < 11) cursors.push((await client.record.createCursor({ app })).id);
  },
  (error) => error.code === 'GAIA_TM12',
);
for (const id of cursors) await client.record.deleteCursor({ id });
const stranger = new KintoneRestAPIClient({ baseUrl, auth: { apiToken: 'made-up' } });
await refused(stranger.record.getRecords({ app }), 'GAIA_IA02', 400);
const reader = new KintoneRestAPIClient({ baseUrl, auth: { apiToken: 'demo-token-app1' } });
await refused(reader.record.addRecord({ app: 1, record: {} }), 'GAIA_NO01', 403);
const intruder = new KintoneRestAPIClient({ baseUrl, auth: { username: 'demo', password: 'wrong' } });
await refused(intruder.record.getRecords({ app }), 'CB_WA01', 401);
done('was refused what is not its own');

const all = await client.record.getAllRecordsWithId({ app, fields: ['$id'] });
await client.record.deleteAllRecords({ app, records: all.map((each) => ({ id: each.$id.value })) });
assert.equal((await client.record.getRecords({ app, totalCount: true })).totalCount, '0');
done(`deleted ${all.length} records`);

console.log(steps.join('\n'));
