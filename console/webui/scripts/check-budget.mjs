// The JavaScript that the first page loads, gzipped, must stay within its budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 195 * 1024;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const seen = new Set();

function collect(key) {
  const chunk = manifest[key];
  if (chunk === undefined || seen.has(chunk.file)) {
    return;
  }
  seen.add(chunk.file);
  (chunk.imports ?? []).forEach(collect);
}

// The entry with everything it imports, and the page that most people see first.
collect('index.html');
Object.keys(manifest)
  .filter((key) => key.includes('screens/home/') || /i18n\/(home\.)?ja/.test(key))
  .forEach(collect);
let total = 0;
for (const file of [...seen].filter((each) => each.endsWith('.js'))) {
  const size = gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length;
  total += size;
  console.log(`  ${(size / 1024).toFixed(1).padStart(7)} kB  ${file}`);
}
console.log(`  ${(total / 1024).toFixed(1).padStart(7)} kB  first page, gzip; budget ${BUDGET / 1024} kB`);
if (total > BUDGET) {
  console.error('The first page is too heavy: load what it does not need later.');
  process.exit(1);
}
