/**
 * src/ → dist/: plain JavaScript that anyone can read, and the program and the style sheet of the HTML report. `index.js`
 * is the action and `cli.js` the program on a terminal; what they share and what they load later lies beside them.
 * Fails where that would be anything but JavaScript.
 */

import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { build, type Plugin } from 'esbuild';
import { buildPage } from './page.ts';

const maxBytes = 5_000_000;

/** These say nothing about it, but do nothing when they are loaded: what nobody calls of them can be left out. */
const withoutSideEffects = /^(@actions|@octokit)\/|^(yaml|zod)$/;

const leaveOutTheUnused: Plugin = {
  name: 'leave out what is not used',
  setup({ onResolve, resolve }) {
    onResolve({ filter: withoutSideEffects }, async ({ path, pluginData, ...from }) => {
      if (pluginData === withoutSideEffects) return null;
      const { importer, kind, resolveDir } = from;
      const found = await resolve(path, { importer, kind, resolveDir, pluginData: withoutSideEffects });
      return { ...found, sideEffects: false };
    });
  },
};

/** An import would read all that a module of Node has: of node:http that loads Node's fetch, which takes longer than ours. */
const requireBuiltins: Plugin = {
  name: 'require the modules of Node',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'import-statement' && isBuiltin(path) ? { path, namespace: 'builtin', sideEffects: false } : null,
    );
    onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
  },
};

await rm('dist', { recursive: true, force: true });
await mkdir('dist');
await writeFile('dist/package.json', '{\n  "type": "module"\n}\n');
const { metafile } = await build({
  entryPoints: { index: 'src/main.ts', cli: 'src/cli.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  plugins: [leaveOutTheUnused, requireBuiltins],
  banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
  metafile: true,
  logLevel: 'warning',
});
const { script, style } = await buildPage();
await writeFile('dist/report-page.js', script);
await writeFile('dist/report-page.css', style);
await chmod('dist/cli.js', 0o755);

const outputs = Object.entries(metafile.outputs).map(([path, { bytes }]) => ({ path, bytes }));
const total = outputs.reduce((sum, { bytes }) => sum + bytes, 0);
const unexpected = outputs.filter(({ path }) => !path.endsWith('.js')).map(({ path }) => path);
if (unexpected.length > 0) throw new Error(`the bundle brings more than JavaScript: ${unexpected.join(', ')}`);
if (total > maxBytes) throw new Error(`the bundle has ${total} bytes, more than ${maxBytes}`);
for (const { path, bytes } of outputs) console.log(`${path}: ${bytes} bytes`);
