import type { Dockerfile, Instruction } from '../../../model/dockerfile.ts';
import { keptFiles } from '../../claims.ts';
import { appendIgnores } from '../../context-files.ts';
import { isFromContext, isWithin } from '../../copies.ts';
import { insertCommand } from '../../edits.ts';
import { fact } from '../../facts.ts';
import type { Claim, Draft, Rule } from '../../rule.ts';
import { shipped } from '../../shipped.ts';
import { type LintLayer, type LintSubject, layerOf } from '../../subject.ts';

const isMap = (path: string): boolean => /\.(?:[cm]?js|css)\.map$/.test(path);

export const sourceMapsShipped: Rule = shipped({
  name: 'source-maps-shipped',
  aliases: [],
  severity: 'info',
  keywords: ['RUN', 'COPY', 'ADD'],
  message:
    'source maps came along with the scripts and styles that they explain: leave them out, or keep them where errors are collected',
  find: (layer, _instruction, subject) => (readsMaps(subject.dockerfile) ? [] : mapsBesideTheirFiles(layer)),
  fix: (claims, instruction, subject) =>
    instruction.keyword === 'RUN' ? removal(claims, instruction, subject) : ignoring(claims, instruction, subject),
});

/** Node shows where an error stands in the source, if it is told to. */
const readsMaps = fact(({ text }: Dockerfile): boolean => /--enable-source-maps|source-map-support/.test(text));

/** A map that lies alone may be what the image is about. */
function mapsBesideTheirFiles(layer: LintLayer): Claim[] {
  const maps = keptFiles(layer, isMap);
  if (maps.length === 0) return [];
  const wanted = new Set(maps.map(({ entry }) => explained(entry.path)));
  const present = new Set(keptFiles(layer, (path) => wanted.has(path)).map(({ entry }) => entry.path));
  return maps.filter(({ entry }) => present.has(explained(entry.path)));
}

const explained = (map: string): string => map.slice(0, -'.map'.length);

/** Of a RUN's maps those in the folder that holds them all; the names change with the content, so that a list would not last. */
function removal(claims: readonly Claim[], run: Instruction, subject: LintSubject): Draft['fix'] {
  const last = run.commands.at(-1);
  const folder = commonFolder(claims.map(({ entry }) => entry.path));
  if (last === undefined || !plainFolder.test(folder) || holdsOthers(claims, run, subject, `${folder}/`)) return null;
  const edit = insertCommand(subject, run, last, `find /${folder} -name '*.map' -delete`);
  return edit === null ? null : { safe: false, edits: [edit] };
}

/** Leaves the maps of the context out, by their kinds. */
function ignoring(claims: readonly Claim[], copy: Instruction, subject: LintSubject): Draft['fix'] {
  const { context } = subject;
  if (context === null || !isFromContext(copy) || holdsOthers(claims, copy, subject, '')) return null;
  const kinds = new Set(claims.map(({ entry }) => `**/*${kindOf(entry.path)}`));
  return { safe: false, edits: [appendIgnores(context, [...kinds].sort())] };
}

/** A folder that a shell takes as it is, and that is not the whole of the image. */
const plainFolder = /^[\w./@+-]+$/;

/** `.js.map` */
const kindOf = (path: string): string => /\.\w+\.map$/.exec(path)?.[0] ?? '';

/** The deepest folder that all paths are in; '' is the root. */
function commonFolder([first = '', ...others]: readonly string[]): string {
  let folder = parentOf(first);
  while (others.some((path) => !isWithin(folder, path))) folder = parentOf(folder);
  return folder;
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Whether the layer has a file of such a name there that is not to go. */
function holdsOthers(
  claims: readonly Claim[],
  instruction: Instruction,
  subject: LintSubject,
  folder: string,
): boolean {
  const meant = new Set(claims.map(({ entry }) => entry.path));
  const live = layerOf(subject, instruction)?.live ?? [];
  return live.some(({ path }) => path.startsWith(folder) && path.endsWith('.map') && !meant.has(path));
}
