// What the Maven build calls: installs exactly what the lock file names when it changed, then runs the wanted step.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The web console needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

function run(command, ...args) {
  const result = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    process.exit(result.status ?? 1);
  }
}

function digest(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) {
    hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) {
    return [];
  }
  return statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((child) => filesBelow(`${path}/${child}`))
    : [path];
}

/** Runs the step unless the same input has been through it. */
function unlessDone(stamp, inputs, step) {
  const now = digest(inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) {
    return;
  }
  step();
  writeFileSync(stamp, now);
}

unlessDone('node_modules/.minori-lock', ['package.json', 'package-lock.json'], () =>
  run('npm', 'ci', '--no-audit', '--no-fund'),
);
switch (process.argv[2]) {
  case 'build':
    unlessDone(
      'dist/.minori-build',
      ['src', 'public', 'scripts', '../../docs/api']
        .flatMap(filesBelow)
        .concat(['index.html', 'package-lock.json', 'vite.config.ts', 'postcss.config.mjs', 'tsconfig.json'])
        .filter((path) => !path.startsWith('src/api/generated/')),
      () => run('npm', 'run', 'build'),
    );
    break;
  case 'check':
    run('npm', 'run', 'check');
    break;
  default:
    console.error('usage: node scripts/maven.mjs build|check');
    process.exit(2);
}
