/**
 * lib/ → dist/: one bundle of plain JavaScript that anyone can read, the two small files that start it, and the program
 * and the style sheet of the HTML report.
 * Fails where the bundle would bring anything but JavaScript.
 */

import { chmod, lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { buildPage } from './page.ts';

type Ncc = (input: string, options: object) => Promise<{ code: string; assets: Record<string, unknown> }>;

const ncc: Ncc = createRequire(import.meta.url)('@vercel/ncc');
const maxBytes = 5_000_000;

/** Read by functions of dockerode that this program never calls. */
const unusedAssets = new Set(['auth.proto', 'buildkit_status.proto']);

const starters = {
  'index.js': "import { action } from './gate.js';\n\nawait action();\n",
  'cli.js': "#!/usr/bin/env node\nimport { terminal } from './gate.js';\n\nawait terminal();\n",
};

// Module ids are made of real paths: through a link they would be those of another folder, and dist/ never the same twice.
if ((await lstat('node_modules')).isSymbolicLink())
  throw new Error('node_modules is a link: run npm ci in this folder');

const { code, assets } = await ncc(`${process.cwd()}/lib/index.js`, { cache: false, quiet: true, esm: true });
const unexpected = Object.keys(assets).filter((name) => name !== 'package.json' && !unusedAssets.has(name));
if (unexpected.length > 0) throw new Error(`the bundle brings more than JavaScript: ${unexpected.join(', ')}`);
if (code.length > maxBytes) throw new Error(`the bundle has ${code.length} bytes, more than ${maxBytes}`);

await rm('dist', { recursive: true, force: true });
await mkdir('dist');
await writeFile('dist/package.json', '{\n  "type": "module"\n}\n');
await writeFile('dist/gate.js', code);
const { script, style } = await buildPage();
await writeFile('dist/report-page.js', script);
await writeFile('dist/report-page.css', style);
for (const [name, text] of Object.entries(starters)) await writeFile(`dist/${name}`, text);
await chmod('dist/cli.js', 0o755);
console.log(`dist/gate.js: ${(await readFile('dist/gate.js')).length} bytes`);
