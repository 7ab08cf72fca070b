// Compresses what the page is made of once, as small as it gets, so that the console need not do it for each visit.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const FOLDER = 'dist/assets';
let before = 0;
let after = 0;
for (const name of readdirSync(FOLDER).filter((each) => /\.(js|css)$/.test(each))) {
  const plain = readFileSync(`${FOLDER}/${name}`);
  const brotli = brotliCompressSync(plain, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  });
  writeFileSync(`${FOLDER}/${name}.br`, brotli);
  writeFileSync(`${FOLDER}/${name}.gz`, gzipSync(plain, { level: constants.Z_BEST_COMPRESSION }));
  before += plain.length;
  after += brotli.length;
}
console.log(`  ${(before / 1024).toFixed(0)} kB of scripts and styles, ${(after / 1024).toFixed(0)} kB as brotli`);
