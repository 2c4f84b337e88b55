/** `npm run generate`: writes what scripts/generated.ts makes, and the README's tables. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles, withTables } from './generated.ts';

const root = join(import.meta.dirname, '..');

function write(path: string, text: string): void {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`${path}: written`);
}

for (const [path, text] of Object.entries(generatedFiles())) write(path, text);

const readme = join(root, 'README.md');
if (existsSync(readme)) write('README.md', withTables(readFileSync(readme, 'utf8')));
