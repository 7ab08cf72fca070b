// The types of the four APIs, from the checked-in OpenAPI documents.
import { mkdirSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const out = new URL('../src/api/generated/', import.meta.url);
mkdirSync(out, { recursive: true });
for (const service of ['sync', 'scoring', 'playbook', 'notification']) {
  const document = new URL(`../../../docs/api/${service}-service.yaml`, import.meta.url);
  const types = await openapiTS(document, { alphabetize: true });
  writeFileSync(new URL(`${service}.ts`, out), `// Generated from docs/api. Do not edit.\n${astToString(types)}`);
}
