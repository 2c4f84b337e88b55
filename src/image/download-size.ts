import { errorText, UserError } from '../errors.ts';
import type { DownloadSize } from '../model/image.ts';
import type { Fetch } from '../seams.ts';
import { followIndexes } from './manifest.ts';
import { AbsentImage } from './missing.ts';
import { openImage, type RegistryOptions } from './registry.ts';

/** Milliseconds for all of them together. */
const usualPatience = 4000;

/**
 * What images take to download, by their manifests in their registries: all at once, each request tried once, and within
 * seconds. What is not known by then is left out. Never rejects.
 *
 * @param references `[HOST/]NAME[:TAG][@DIGEST]`
 * @param platform `os/architecture[/variant]`
 */
export async function downloadSizes(
  references: readonly string[],
  platform: string,
  options: RegistryOptions,
  patience = usualPatience,
): Promise<ReadonlyMap<string, DownloadSize>> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new Error(`no answer within ${patience / 1000} s`)), patience);
  const late = new Promise<void>((resolve) => deadline.signal.addEventListener('abort', () => resolve()));
  const sizes = new Map<string, DownloadSize>();
  const impatient = impatiently(options, deadline.signal);
  const lookUp = async (reference: string) => {
    try {
      const size = await downloadSize(reference, platform, impatient);
      if (!deadline.signal.aborted) sizes.set(reference, size);
    } catch (error) {
      options.log.debug(`The size of ${reference} is not known: ${errorText(error)}`);
    }
  };
  await Promise.race([Promise.all(references.map(lookUp)), late]);
  clearTimeout(timer);
  return sizes;
}

/** One try for each request and none behind the deadline; what goes wrong with a login is no news here. */
function impatiently(options: RegistryOptions, deadline: AbortSignal): RegistryOptions {
  const fetch: Fetch = (url, init) =>
    options.fetch(url, { ...init, signal: AbortSignal.any([deadline, ...(init?.signal ? [init.signal] : [])]) });
  const sleep = async () => {
    throw new Error('the registry did not answer at once');
  };
  const quietly = (message: string) => options.log.debug(message);
  return { ...options, fetch, sleep, log: { ...options.log, info: quietly, notice: quietly, warning: quietly } };
}

/** @throws UserError where the registry does not say. */
async function downloadSize(reference: string, platform: string, options: RegistryOptions): Promise<DownloadSize> {
  try {
    const { start, documents } = await openImage({ reference }, options);
    const { layers } = await followIndexes(start, platform, documents);
    const bytes = layers.reduce((total, { size }) => total + size, 0);
    if (!Number.isSafeInteger(bytes)) throw new UserError('its manifest says that it is larger than any image can be');
    return bytes;
  } catch (error) {
    if (error instanceof AbsentImage) return 'absent';
    throw error;
  }
}
