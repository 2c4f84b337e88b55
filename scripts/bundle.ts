/**
 * lib/ → dist/: a bundle of plain JavaScript that anyone can read, the two small files that start it, and the program and
 * the style sheet of the HTML report. `gate.js` is little more than the start; what is imported later, by `import()`,
 * lies beside it in numbered parts.
 * Fails where the bundle would bring anything but JavaScript.
 */

import { chmod, lstat, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { buildPage } from './page.ts';

interface Bundle {
  readonly code: string;
  readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>;
}
type Ncc = (input: string, options: object) => Promise<Bundle>;

const ncc: Ncc = createRequire(import.meta.url)('@vercel/ncc');
const maxBytes = 5_000_000;

/** ncc's own note on the format, and what is read by functions of dockerode that this program never calls. */
const unusedAssets = new Set(['package.json', 'auth.proto', 'buildkit_status.proto']);

const starters = {
  'index.js': "import { action } from './gate.js';\n\nawait action();\n",
  'cli.js': "#!/usr/bin/env node\nimport { terminal } from './gate.js';\n\nawait terminal();\n",
};

// Module ids are made of real paths: through a link they would be those of another folder, and dist/ never the same twice.
if ((await lstat('node_modules')).isSymbolicLink())
  throw new Error('node_modules is a link: run npm ci in this folder');

const { code, assets } = await ncc(`${process.cwd()}/lib/index.js`, { cache: false, quiet: true, esm: true });
const parts = Object.entries(assets).filter(([name]) => !unusedAssets.has(name));
const unexpected = parts.filter(([name]) => !/^\d+\.index\.js$/.test(name)).map(([name]) => name);
if (unexpected.length > 0) throw new Error(`the bundle brings more than JavaScript: ${unexpected.join(', ')}`);
const program = new Map([['gate.js', code], ...parts.map(([name, { source }]) => [name, source.toString()] as const)]);
const bytes = [...program.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
if (bytes > maxBytes) throw new Error(`the bundle has ${bytes} bytes, more than ${maxBytes}`);

const { script, style } = await buildPage();
const files = {
  ...starters,
  'package.json': '{\n  "type": "module"\n}\n',
  'report-page.js': script,
  'report-page.css': style,
};
await rm('dist', { recursive: true, force: true });
await mkdir('dist');
for (const [name, text] of [...program, ...Object.entries(files)]) await writeFile(`dist/${name}`, text);
await chmod('dist/cli.js', 0o755);
console.log(`dist/: ${bytes} bytes in ${program.size} parts`);
