import { UserError } from '../errors.ts';
import type { ImageSource } from '../model/image.ts';
import type { ReadImage, ReadOptions } from './reader.ts';
import { readers } from './readers.ts';

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
