// The types of the four APIs, from the checked-in OpenAPI documents.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { load } from 'js-yaml';
import openapiTS, { astToString } from 'openapi-typescript';
import { tolerant } from './tolerant.mjs';

const out = new URL('../src/api/generated/', import.meta.url);
mkdirSync(out, { recursive: true });
for (const service of ['sync', 'scoring', 'playbook', 'notification']) {
  const file = new URL(`../../../docs/api/${service}-service.yaml`, import.meta.url);
  const types = await openapiTS(tolerant(load(readFileSync(file, 'utf8'))), { alphabetize: true });
  writeFileSync(new URL(`${service}.ts`, out), `// Generated from docs/api. Do not edit.\n${astToString(types)}`);
}
