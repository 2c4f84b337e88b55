import { explainError, UserError } from '../errors.ts';
import type { BaselineRequest } from '../model/baseline-request.ts';
import type { BaselineRecord, RecordKey } from '../model/record.ts';
import type { Baseline } from '../model/report.ts';
import type { Head, History } from './history.ts';
import type { BaselineStore } from './store.ts';

export interface FoundBaseline {
  readonly baseline: Baseline;
  /** Null with baseline kind `none`. */
  readonly record: BaselineRecord | null;
  /** What the reader should know: a store that cannot be reached, a record that cannot be used. */
  readonly notices: readonly string[];
}

export interface LookupSources {
  readonly store: BaselineStore;
  readonly history: History;
  /** What was built. */
  readonly head: Head;
}

/** How far back the history is read until a stored commit is met; the first is the wanted commit alone. */
const reaches = [1, 50, 200, 1000] as const;

/**
 * The record of the wanted commit, else of its nearest first-parent ancestor that has one.
 *
 * Never rejects with a `UserError`: a store or a network that fails is a baseline of kind `none` with its reason, and a
 * notice.
 */
export async function findBaseline(
  request: BaselineRequest,
  key: RecordKey,
  sources: LookupSources,
): Promise<FoundBaseline> {
  if (request.kind === 'none') return none(request.reason);
  try {
    return await find(request, key, sources);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return none(error.message, [explainError(error)]);
  }
}

type Located = Exclude<BaselineRequest, { kind: 'none' }>;

async function find(request: Located, key: RecordKey, sources: LookupSources): Promise<FoundBaseline> {
  const { store, history } = sources;
  const listed = new Set(await store.list(key));
  if (listed.size === 0) return none(`No baseline of ${key.image} (${key.platform}) has been stored yet.`);

  const wanted = await wantedCommit(request, sources);
  if ('reason' in wanted) return none(wanted.reason);

  for (;;) {
    const match = await nearestStored(wanted.commit, listed, history);
    if ('reason' in match) return none(match.reason);
    const decoded = await store.load(key, match.commit);
    if (decoded !== null) return judge(decoded, match, wanted.commit, key);
    // Removed since it was listed: the next one, then.
    listed.delete(match.commit);
  }
}

/** What is wanted, or why that cannot be told. */
async function wantedCommit(
  request: Located,
  { history, head }: LookupSources,
): Promise<{ readonly commit: string } | { readonly reason: string }> {
  switch (request.kind) {
    case 'commit':
      return { commit: request.commit };
    case 'first-parent':
      return orReason(head.parents[0], `${short(head.commit)} has no parent to compare with.`);
    case 'ancestor-of': {
      const parent =
        request.commit === head.commit ? head.parents[0] : (await history.firstParents(request.commit, 2))?.[1];
      return orReason(parent, `${short(request.commit)} has no parent that is known.`);
    }
    case 'merge-base': {
      const base = await history.mergeBase(head.commit, request.ref);
      return orReason(base, `Where ${short(head.commit)} and ${request.ref} parted is not known.`);
    }
  }
}

function orReason(commit: string | null | undefined, reason: string): { commit: string } | { reason: string } {
  return commit ? { commit } : { reason };
}

interface Match {
  readonly commit: string;
  readonly distance: number;
}

async function nearestStored(
  wanted: string,
  listed: ReadonlySet<string>,
  history: History,
): Promise<Match | { readonly reason: string }> {
  let chain: readonly string[] = [];
  for (const reach of reaches) {
    const longer = reach === 1 ? [wanted] : await history.firstParents(wanted, reach);
    if (longer === null) return { reason: `${short(wanted)} has no baseline, and its history is not known.` };
    chain = longer;
    const match = nearest(chain, listed);
    if (match !== null) return match;
    if (chain.length < reach) break;
  }
  return { reason: `Neither ${short(wanted)} nor any of its ${chain.length - 1} nearest ancestors has a baseline.` };
}

/** The first commit of a first-parent chain that is listed; its place is the distance. */
export function nearest(chain: readonly string[], listed: ReadonlySet<string>): Match | null {
  const distance = chain.findIndex((commit) => listed.has(commit));
  const commit = chain[distance];
  return commit === undefined ? null : { commit, distance };
}

function judge(
  decoded: NonNullable<Awaited<ReturnType<BaselineStore['load']>>>,
  { commit, distance }: Match,
  wanted: string,
  key: RecordKey,
): FoundBaseline {
  switch (decoded.kind) {
    case 'newer':
      return unusable(
        `The baseline of ${short(commit)} was written by a newer version of this action (format ${decoded.version}): update it here too.`,
      );
    case 'unreadable':
      return unusable(`The baseline of ${short(commit)} cannot be read: ${decoded.reason}.`);
    case 'record': {
      const { record } = decoded;
      if (record.measurement.commit !== commit || record.measurement.platform !== key.platform) {
        return unusable(`The baseline of ${short(commit)} cannot be used: it is the record of something else.`);
      }
      const baseline = {
        kind: distance === 0 ? ('exact' as const) : ('ancestor' as const),
        commit,
        distance,
        measurement: record.measurement,
        reason: distance === 0 ? null : `${short(wanted)} has no baseline; this is the nearest ancestor that has one.`,
      };
      return { baseline, record, notices: [] };
    }
  }
}

function unusable(notice: string): FoundBaseline {
  return none(notice, [notice]);
}

function none(reason: string, notices: readonly string[] = []): FoundBaseline {
  const baseline = { kind: 'none' as const, commit: null, distance: null, measurement: null, reason };
  return { baseline, record: null, notices };
}

function short(commit: string): string {
  return commit.slice(0, 7);
}
