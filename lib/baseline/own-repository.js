import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openGit, redact, succeed } from "./git.js";
/**
 * Nothing is ever fetched into the user's clone: `fetch --depth` there would turn it shallow, and our objects and refs
 * would stay in it.
 *
 * @param directory a temporary folder that need not exist yet
 */
export function ownRepository(exec, directory, remote) {
    return {
        address: redact(remote.url, remote.credential.secrets),
        part: (name) => {
            const folder = join(directory, `${name}.git`);
            return { directory: folder, git: bareGit(exec, folder, remote) };
        },
    };
}
/** Makes the repository before its first command. */
function bareGit(exec, directory, { url, credential }) {
    const git = openGit({
        exec,
        at: { kind: 'bare', directory },
        secrets: credential.secrets,
        config: [
            ['remote.origin.url', url],
            // The user's global hooks and housekeeping are for the user's repositories.
            ['core.hooksPath', '/dev/null'],
            ['gc.auto', '0'],
            ['maintenance.auto', 'false'],
            ['fetch.writeCommitGraph', 'false'],
            // A pack stays a pack: what is read once need not be written as loose objects.
            ['fetch.unpackLimit', '1'],
            ['push.followTags', 'false'],
            ['push.gpgSign', 'false'],
            ['http.lowSpeedLimit', '1'],
            ['http.lowSpeedTime', '60'],
            ...headerConfig(url, credential.headers),
        ],
    });
    const init = async () => {
        await mkdir(directory, { recursive: true });
        succeed(await git(['init', '--quiet', '--bare', '--template=']), 'A temporary git repository cannot be made');
    };
    let ready = null;
    return async (args, input) => {
        ready ??= init();
        await ready;
        return git(args, input);
    };
}
/** The empty value drops what wider configuration sets: GitHub answers 400 to two Authorization headers. */
function headerConfig(url, headers) {
    return headers.length === 0 ? [] : ['', ...headers].map((header) => [`http.${url}.extraHeader`, header]);
}
