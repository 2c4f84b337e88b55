import { UserError } from "../errors.js";
import { outgrown } from "./trend.js";
/**
 * Removes what the line has outgrown with a record that goes on from `previous`, never what is needed still.
 *
 * @param needed commits that open pull requests compare with
 * @returns a notice where it could not be done; old records do no harm
 */
export async function prune(store, key, previous, needed) {
    const commits = outgrown(previous).filter((commit) => !needed.has(commit));
    if (commits.length === 0)
        return null;
    try {
        await store.remove(key, commits);
        return null;
    }
    catch (error) {
        if (error instanceof UserError)
            return error.message;
        throw error;
    }
}
