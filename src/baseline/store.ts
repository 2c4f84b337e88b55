import type { BaselineRecord, RecordKey } from '../model/record.ts';
import type { DecodedRecord } from './codec.ts';

/**
 * Where baselines are kept, by key and commit. Every operation rejects with a `UserError` where the store cannot be
 * reached or refuses; what is kept but cannot be used is a result.
 */
export interface BaselineStore {
  /** The commits that have a record. */
  list(key: RecordKey): Promise<ReadonlySet<string>>;
  /** Null: there is none. */
  load(key: RecordKey, commit: string): Promise<DecodedRecord | null>;
  /** Replaces the commit's earlier record; of several writers the last one wins. */
  save(key: RecordKey, commit: string, record: BaselineRecord): Promise<void>;
  /** Commits without a record are passed over. */
  remove(key: RecordKey, commits: readonly string[]): Promise<void>;
}
