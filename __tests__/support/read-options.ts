import type { ReadOptions } from '../../src/image/reader.ts';
import type { Log } from '../../src/seams.ts';

/** A log that keeps what it is told, but for debug and info. */
export function recordingLog(): { readonly log: Log; readonly notices: string[]; readonly secrets: string[] } {
  const notices: string[] = [];
  const secrets: string[] = [];
  const keep = (message: string) => {
    notices.push(message);
  };
  const log: Log = {
    debug: () => undefined,
    info: () => undefined,
    notice: keep,
    warning: keep,
    error: keep,
    group: async (_title, work) => await work(),
    secret: (value) => {
      secrets.push(value);
    },
  };
  return { log, notices, secrets };
}

const unwanted = (what: string) => () => {
  throw new Error(`${what} was not to be used`);
};

/** Options of a reader that reach nothing but files; what a test needs of the outside world it gives. */
export function readOptions(given: Partial<ReadOptions> & Pick<ReadOptions, 'tempDir'>): ReadOptions {
  return {
    docker: unwanted('an engine'),
    podman: unwanted('Podman'),
    fetch: unwanted('the network'),
    exec: unwanted('a program'),
    sleep: async () => undefined,
    environment: {},
    known: async () => new Map(),
    platform: null,
    maxUnpacked: null,
    log: recordingLog().log,
    ...given,
  };
}
