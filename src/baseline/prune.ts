import { UserError } from '../errors.ts';
import type { BaselineRecord, RecordKey } from '../model/record.ts';
import type { BaselineStore } from './store.ts';
import { outgrown } from './trend.ts';

/**
 * Removes what the line has outgrown with a record that goes on from `previous`, never what is needed still.
 *
 * @param needed commits that open pull requests compare with
 * @returns a notice where it could not be done; old records do no harm
 */
export async function prune(
  store: BaselineStore,
  key: RecordKey,
  previous: BaselineRecord | null,
  needed: ReadonlySet<string>,
): Promise<string | null> {
  const commits = outgrown(previous).filter((commit) => !needed.has(commit));
  if (commits.length === 0) return null;
  try {
    await store.remove(key, commits);
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}
