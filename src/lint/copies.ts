import { posix } from 'node:path';
import type { Instruction } from '../model/dockerfile.ts';
import { type Chain, fact, instructionsIn } from './facts.ts';
import type { LintSubject } from './subject.ts';

/** COPY and ADD of the stages that reach the image, in their order. */
export const copiesOf = ({ chain }: LintSubject): readonly Instruction[] => copiesIn(chain);

const copiesIn = fact((chain: Chain) =>
  instructionsIn(chain).filter(({ keyword }) => keyword === 'COPY' || keyword === 'ADD'),
);

export const flagOf = ({ flags }: Instruction, name: string): string | null =>
  flags.find((flag) => flag.name === name)?.value ?? null;

/** Whether it copies from the build context, not from a stage or an image. */
export const isFromContext = (copy: Instruction): boolean => copy.flags.every(({ name }) => name !== 'from');

/** As written. */
export const sourcesOf = (copy: Instruction): string[] => copy.words.slice(0, -1).map(({ text }) => text);

export const copiesWholeContext = (copy: Instruction): boolean =>
  isFromContext(copy) && sourcesOf(copy).some((source) => ['.', './', '/'].includes(source));

/** Where it copies to, as layers write paths ('' is the root); null where variables or the base image decide. */
export const targetOf = ({ chain }: LintSubject, copy: Instruction): string | null =>
  targetsIn(chain).get(copy) ?? null;

const targetsIn = fact((chain: Chain): ReadonlyMap<Instruction, string | null> => {
  const targetIn = (copy: Instruction) => {
    const target = copy.words.at(-1)?.text;
    return target === undefined ? null : imagePath(target, workdirsIn(chain).get(copy) ?? null);
  };
  return new Map(copiesIn(chain).map((copy) => [copy, targetIn(copy)]));
});

/** A path as it is written at `workdir`, as layers write it (bytes as latin1); null where it is not known. */
export function imagePath(written: string, workdir: string | null): string | null {
  if (written.includes('$') || (workdir === null && !written.startsWith('/'))) return null;
  const path = posix.resolve('/', workdir ?? '', written).slice(1);
  return Buffer.from(path).toString('latin1');
}

/** The working directory in which `instruction` runs; null where variables or the base image decide. */
export const workdirAt = ({ chain }: LintSubject, instruction: Instruction): string | null =>
  workdirsIn(chain).get(instruction) ?? null;

const workdirsIn = fact((chain: Chain): ReadonlyMap<Instruction, string | null> => {
  const workdirs = new Map<Instruction, string | null>();
  let workdir = chain[0]?.base.image === 'scratch' ? '/' : null;
  for (const line of instructionsIn(chain)) {
    workdirs.set(line, workdir);
    const next = line.keyword === 'WORKDIR' ? line.words[0]?.text : undefined;
    if (next === undefined) continue;
    const isKnown = !next.includes('$') && (next.startsWith('/') || workdir !== null);
    workdir = isKnown ? posix.resolve(workdir ?? '/', next) : null;
  }
  return workdirs;
});

/** Whether `path` is `folder`, or below it. */
export const isWithin = (folder: string, path: string): boolean =>
  folder === '' || path === folder || path.startsWith(`${folder}/`);

/**
 * The flag of a RUN that shows at `target` (as layers write it) what a COPY brings, from where that takes it. Null where a
 * mount can't do what the COPY does: several sources, patterns, owners, archives that ADD unpacks.
 */
export function mountInPlaceOf(copy: Instruction, target: string): string | null {
  const [source, ...others] = sourcesOf(copy);
  const isPlain = copy.keyword === 'COPY' && copy.flags.every(({ name }) => name === 'from' || name === 'link');
  const isKnown = source !== undefined && others.length === 0 && !/[*?[$,\s]|^<</.test(source);
  if (!isPlain || !isKnown || /[,\s]/.test(target)) return null;
  const from = isFromContext(copy) ? '' : `from=${flagOf(copy, 'from')},`;
  return `--mount=type=bind,${from}source=${source},target=/${Buffer.from(target, 'latin1').toString()}`;
}
