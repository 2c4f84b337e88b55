import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
/** A context that buildx fetches itself: a git repository or an archive by URL, or standard input. */
export const isRemoteContext = (context) => context === '-' || /^([a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i.test(context);
/** What of a build's files concerns attribution and lint. Never rejects: what can't be read is null. */
export async function readBuildFiles({ context, file, workingDirectory, root }) {
    if (isRemoteContext(context)) {
        return { dockerfilePath: file ?? 'Dockerfile', dockerfileText: null, context: null, places: null };
    }
    const folder = resolve(workingDirectory, context);
    const dockerfile = file === null ? join(folder, 'Dockerfile') : resolve(workingDirectory, file);
    const show = (path) => pathWithin(root, path);
    // BuildKit takes `<Dockerfile>.dockerignore` first.
    const ignoreFiles = [`${dockerfile}.dockerignore`, join(folder, '.dockerignore')];
    const ignoring = (await Promise.all(ignoreFiles.map(isFile))).indexOf(true);
    const ignoreFile = ignoreFiles[ignoring] ?? join(folder, '.dockerignore');
    return {
        dockerfilePath: show(dockerfile),
        dockerfileText: await readFile(dockerfile, 'utf8').catch(() => null),
        context: { ignoreFile: show(ignoreFile), ignoreText: ignoring === -1 ? null : await readText(ignoreFile) },
        places: { folder, ignoreFiles },
    };
}
/** What is there and can't be read says nothing that we know of. */
const readText = (path) => readFile(path, 'utf8').catch(() => '');
const isFile = (path) => stat(path).then((found) => found.isFile(), () => false);
function pathWithin(root, path) {
    const inside = relative(root, path);
    return inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}
