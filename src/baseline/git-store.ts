import type { BaselineRecord, RecordKey } from '../model/record.ts';
import { decodeRecord, encodeRecord, type RecordFiles } from './codec.ts';
import { type Git, type GitResult, succeed } from './git.ts';
import type { OwnRepository } from './own-repository.ts';
import { formatRef, parseRef, refPrefix } from './ref.ts';
import type { BaselineStore } from './store.ts';

/** Waits before the next try; `attempt` counts from 0. */
export type Pause = (attempt: number) => Promise<void>;

/** Half a second, doubled each time, and spread so that writers that met do not meet again. */
export const jitteredPause: Pause = (attempt) =>
  new Promise((resolve) => setTimeout(resolve, 500 * 2 ** attempt * (0.5 + Math.random())));

const tries = 6;

/**
 * Each record is a ref of its own, `refs/image-size/<image>/<platform>/<commit>`: writers of different commits never
 * meet, no branch is touched, and a plain clone brings none of them. The ref holds a commit without parents whose tree
 * is the record's files, so that the server keeps a layer's index once, however many records have it.
 */
export function gitStore(repository: OwnRepository, pause: Pause = jitteredPause): BaselineStore {
  const { address } = repository;
  const { git } = repository.part('records');

  const list = async (key: RecordKey) => {
    const prefix = refPrefix(key);
    const listing = await persist(() => git(['ls-remote', '--refs', 'origin', `${prefix}/*`]), pause);
    return commitsOf(succeed(listing, `The baselines of ${address} cannot be listed`).toString(), prefix);
  };

  return {
    list,

    load: async (key, commit) => {
      const ref = formatRef(key, commit);
      const fetch = ['fetch', '--quiet', '--no-tags', '--depth=1', 'origin', `+${ref}:${ref}`];
      const fetched = await persist(() => git(fetch), pause);
      if (!fetched.ok && fetched.kind === 'missing-object') return null;
      succeed(fetched, `The baseline of ${commit} cannot be fetched from ${address}`);
      const files = await readFiles(git, ref);
      return files === null
        ? { kind: 'unreadable', reason: 'its ref holds something else than a record' }
        : decodeRecord(files);
    },

    save: async (key, commit, record) => {
      const ref = formatRef(key, commit);
      const stream = importStream(ref, commit, record);
      succeed(await git(['fast-import', '--quiet', '--force'], stream), `The baseline of ${commit} cannot be written`);
      const pushed = await persist(() => git(['push', '--quiet', '--force', 'origin', `${ref}:${ref}`]), pause);
      succeed(pushed, `The baseline of ${commit} cannot be stored in ${address}`);
    },

    remove: async (key, commits) => {
      // Deleting a ref that is not there would refuse the whole push.
      const listed = await list(key);
      const refs = commits.filter((commit) => listed.has(commit)).map((commit) => `:${formatRef(key, commit)}`);
      if (refs.length === 0) return;
      const pushed = await persist(() => git(['push', '--quiet', 'origin', ...refs]), pause);
      succeed(pushed, `Old baselines cannot be removed from ${address}`);
    },
  };
}

/** Tries again while another writer holds the ref or the network fails. */
async function persist(work: () => Promise<GitResult>, pause: Pause): Promise<GitResult> {
  for (let attempt = 0; ; attempt += 1) {
    const result = await work();
    const passing = !result.ok && (result.kind === 'busy' || result.kind === 'unreachable');
    if (!passing || attempt + 1 === tries) return result;
    await pause(attempt);
  }
}

/** `ls-remote` matches the pattern against the end of each ref, so another ref may end likewise. */
function commitsOf(listing: string, prefix: string): ReadonlySet<string> {
  const refs = listing.split('\n').map((line) => line.slice(line.indexOf('\t') + 1));
  const commits = refs.filter((ref) => ref.startsWith(`${prefix}/`)).map((ref) => parseRef(ref)?.commit);
  return new Set(commits.filter((commit) => commit !== undefined));
}

/**
 * git-fast-import(1): blobs, tree, commit and ref by one process. Author, date and message come from the record alone,
 * so that the same record is the same commit.
 */
function importStream(ref: string, commit: string, record: BaselineRecord): Buffer {
  const { name, platform, created } = record.measurement;
  const seconds = Math.floor(Date.parse(created) / 1000);
  const identity = `image-size-gate <image-size-gate@users.noreply.github.com> ${seconds} +0000`;
  const message = Buffer.from(`Size of ${name} (${platform}) at ${commit}\n`);
  const header = `commit ${ref}\nauthor ${identity}\ncommitter ${identity}\n`;
  const files = [...encodeRecord(record)].flatMap(([path, content]) => [
    Buffer.from(`M 100644 inline ${path}\n`),
    ...data(content),
  ]);
  return Buffer.concat([Buffer.from(header), ...data(message), ...files]);
}

function data(content: Buffer): Buffer[] {
  return [Buffer.from(`data ${content.length}\n`), content, Buffer.from('\n')];
}

/** What a ref from outside may make us read. */
const limits = { files: 2100, bytes: 256 * 2 ** 20 };

interface TreeFile {
  readonly path: string;
  readonly oid: string;
  readonly bytes: number;
}

/** Null where the ref is no commit, or holds more than any record. */
async function readFiles(git: Git, ref: string): Promise<RecordFiles | null> {
  const listing = await git(['ls-tree', '-r', '-l', '-z', ref]);
  if (!listing.ok) return null;
  const files = listing.stdout.toString().split('\0').map(parseTreeLine);
  const blobs = files.filter((file) => file !== null);
  const bytes = blobs.reduce((sum, file) => sum + file.bytes, 0);
  if (blobs.length > limits.files || bytes > limits.bytes) return null;
  const oids = Buffer.from(blobs.map(({ oid }) => `${oid}\n`).join(''));
  return splitBatch(blobs, succeed(await git(['cat-file', '--batch'], oids), 'A fetched baseline cannot be read'));
}

/** `<mode> blob <oid> <bytes>\t<path>`, padded; git-ls-tree(1). */
function parseTreeLine(line: string): TreeFile | null {
  const [, oid, bytes, path] = /^\d+ blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
  return oid === undefined || bytes === undefined || path === undefined ? null : { path, oid, bytes: Number(bytes) };
}

/** `<oid> blob <bytes>\n<content>\n` for each, in the order that was asked; git-cat-file(1). */
function splitBatch(blobs: readonly TreeFile[], output: Buffer): RecordFiles {
  const files = new Map<string, Buffer>();
  let at = 0;
  for (const { path, bytes } of blobs) {
    const start = output.indexOf('\n', at) + 1;
    files.set(path, output.subarray(start, start + bytes));
    at = start + bytes + 1;
  }
  return files;
}
