import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UserError } from "../errors.js";
import { secretPair, splitPair } from "./argv.js";
/** A bigger secret file is no password that a log could show; it is not read. */
const BIGGEST_READ = 64 * 1024;
/** Writes the values of `secrets` where buildx may read them: no other user, and no command line, sees them. */
export async function writeSecrets(settings, folder) {
    await mkdir(folder, { mode: 0o700, recursive: true });
    const write = async (pair, index) => {
        const path = join(folder, String(index));
        await writeFile(path, secretPair('secrets', pair).value, { mode: 0o600 });
        return path;
    };
    return Promise.all(settings.secrets.map(write));
}
async function contentOf(path) {
    const size = await stat(path).then((found) => found.size, (cause) => {
        throw new UserError(`Input secret-files: ${path} cannot be read.`, { hint: 'Check the path.', cause });
    });
    return size > BIGGEST_READ ? '' : (await readFile(path, 'utf8')).trim();
}
/**
 * The secrets' values: what must not be seen in a log.
 *
 * @throws UserError for a malformed entry or a file that is not there
 */
export async function secretValues(settings, environment, workingDirectory) {
    const files = settings.secretFiles.map((pair) => resolve(workingDirectory, secretPair('secret-files', pair).value));
    const values = [
        ...settings.secrets.map((pair) => secretPair('secrets', pair).value),
        ...settings.secretEnvs.map((pair) => environment[secretPair('secret-envs', pair).value] ?? ''),
        ...(await Promise.all(files.map(contentOf))),
    ];
    return values.filter((value) => value !== '');
}
/** Build arguments as `NAME=value`, those included that come from the environment; what has no value there is none. */
export function givenBuildArgs(settings, environment) {
    return settings.buildArgs.flatMap((arg) => {
        const [name, own] = splitPair(arg);
        const value = own ?? environment[name];
        return value === undefined ? [] : [`${name}=${value}`];
    });
}
/** The values of build arguments, those included that come from the environment. */
export const buildArgValues = (settings, environment) => givenBuildArgs(settings, environment).map((arg) => splitPair(arg)[1] ?? '');
