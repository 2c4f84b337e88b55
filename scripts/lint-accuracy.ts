/**
 * npm run lint-accuracy [-- --base IMAGE]: builds examples/smells, lints it, builds it again without each smell, and
 * writes what was predicted and what was saved to docs/lint-accuracy.md. Needs an engine (DOCKER_HOST) that has the base
 * image: Debian 12, test/debian:bookworm of scripts/test-engines unless said.
 */
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withSeams } from '../src/runtime.ts';
import { terminalLog } from '../src/terminal-log.ts';
import { confirmPrices } from './accuracy/measure.ts';
import { renderPage } from './accuracy/page.ts';

const { values } = parseArgs({ options: { base: { type: 'string', default: 'test/debian:bookworm' } } });
const found = await withSeams(terminalLog(process.stderr), tmpdir(), (seams) =>
  confirmPrices({ folder: resolve('examples/smells'), base: values.base }, seams),
);
await writeFile('docs/lint-accuracy.md', renderPage(found));
