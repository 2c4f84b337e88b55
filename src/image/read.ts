import { UserError } from '../errors.ts';
import type { ImageSource } from '../model/image.ts';
import type { Log } from '../seams.ts';
import { MissingImage } from './missing.ts';
import type { Reader, ReadImage, ReadOptions } from './reader.ts';
import { readers } from './readers.ts';
import type { SourceCandidates } from './source.ts';

export type { ReadImage, ReadOptions } from './reader.ts';

/**
 * Reads an image from its source. Layers that `options.known` names are not read again.
 *
 * Throws a UserError where the image is missing, damaged, or not of the wanted platform.
 */
export const readImage = (source: ImageSource, options: ReadOptions): Promise<ReadImage> =>
  readerOf(source).read(source, options);

function readerOf({ kind }: ImageSource): Reader {
  const reader = readers.find((candidate) => candidate.kind === kind);
  if (reader === undefined) throw new UserError(`Images of kind ${kind} cannot be read`);
  return reader;
}

/**
 * Reads an image from the first of the sources that has it.
 *
 * Throws a UserError as `readImage` does; where no source has the image, one that names every try.
 */
export const readFirst = (sources: SourceCandidates, options: ReadOptions): Promise<ReadImage> =>
  firstOf(sources, options.log, (source) => readImage(source, options));

/** The platforms of the image of the first source that has it, for `options.platform`. Throws as `readFirst` does. */
export const listPlatforms = (sources: SourceCandidates, options: ReadOptions): Promise<readonly (string | null)[]> =>
  firstOf(sources, options.log, (source) => readerOf(source).platforms(source, options));

async function firstOf<T>(
  sources: SourceCandidates,
  log: Log,
  attempt: (source: ImageSource) => Promise<T>,
): Promise<T> {
  const misses: MissingImage[] = [];
  for (const source of sources) {
    if (misses.length > 0) log.notice(`${misses.at(-1)?.message}: trying ${source.kind}:${source.reference}`);
    try {
      return await attempt(source);
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
