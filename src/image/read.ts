import { UserError } from '../errors.ts';
import type { ImageSource } from '../model/image.ts';
import { MissingImage } from './missing.ts';
import type { ReadImage, ReadOptions } from './reader.ts';
import { readers } from './readers.ts';
import type { SourceCandidates } from './source.ts';

export type { ReadImage, ReadOptions } from './reader.ts';

/**
 * Reads an image from its source. Layers that `options.known` names are not read again.
 *
 * Throws a UserError where the image is missing, damaged, or not of the wanted platform.
 */
export async function readImage(source: ImageSource, options: ReadOptions): Promise<ReadImage> {
  const reader = readers.find((candidate) => candidate.kind === source.kind);
  if (reader === undefined) throw new UserError(`Images of kind ${source.kind} cannot be read`);
  return await reader.read(source, options);
}

/**
 * Reads an image from the first of the sources that has it.
 *
 * Throws a UserError as `readImage` does; where no source has the image, one that names every try.
 */
export async function readFirst(sources: SourceCandidates, options: ReadOptions): Promise<ReadImage> {
  const misses: MissingImage[] = [];
  for (const source of sources) {
    if (misses.length > 0) options.log.notice(`${misses.at(-1)?.message}: trying ${source.kind}:${source.reference}`);
    try {
      return await readImage(source, options);
    } catch (error) {
      if (!(error instanceof MissingImage)) throw error;
      misses.push(error);
    }
  }
  const [first, second] = misses;
  if (first === undefined || second === undefined) throw first ?? new Error('there is no source');
  throw new UserError(misses.map(({ message }) => message).join('; and '), {
    hint: [...new Set(misses.flatMap(({ hint }) => hint ?? []))].join(' '),
    cause: second,
  });
}
