/** `npm run generate`: writes what scripts/generated.ts makes, and the tables of the pages. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles, pagesWithTables, withTables } from './generated.ts';

const root = join(import.meta.dirname, '..');

function write(path: string, text: string): void {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`${path}: written`);
}

for (const [path, text] of Object.entries(generatedFiles(root))) write(path, text);

for (const path of pagesWithTables) write(path, withTables(readFileSync(join(root, path), 'utf8')));
