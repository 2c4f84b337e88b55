import { join } from 'node:path';
import { findCredential } from "./baseline/credentials.js";
import { openGit } from "./baseline/git.js";
import { gitStore } from "./baseline/git-store.js";
import { cloneHistory, firstToKnow, readHead, remoteHistory } from "./baseline/history.js";
import { ownRepository } from "./baseline/own-repository.js";
import { UserError } from "./errors.js";
/** Never rejects for the lack of a repository: an image can be weighed without. */
export async function openWorkspace({ directory, remote, token }, { exec, log, tempDir }) {
    const clone = openGit({ exec, at: { kind: 'clone', directory } });
    const toplevel = await clone(['rev-parse', '--show-toplevel']).catch(() => null);
    if (toplevel === null || !toplevel.ok) {
        log.notice(`There are no baselines without a git repository: ${toplevel?.message ?? 'git is not installed'}`);
        return { root: directory, head: null, baselines: null };
    }
    const root = toplevel.stdout.toString().trim();
    const head = await readHead(clone).catch((error) => {
        if (error instanceof UserError)
            return null;
        throw error;
    });
    if (head === null)
        return { root, head: null, baselines: null };
    const url = remote ?? root;
    const credential = await findCredential(clone, url, token);
    for (const secret of credential.secrets)
        log.secret(secret);
    const own = ownRepository(exec, join(tempDir, 'baselines.git'), { url, credential });
    const history = firstToKnow([cloneHistory(clone), remoteHistory(own)]);
    return { root, head, baselines: { store: gitStore(own), history, head } };
}
