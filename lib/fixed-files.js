import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { errorText, UserError } from "./errors.js";
/**
 * Replaces files by what fixes make of them, each at once and with the mode that it had; a symbolic link stays one. No
 * file is touched where one of them can't be written.
 *
 * @param folder that the files' paths are relative to; absolute
 * @throws UserError where a file is no longer what was fixed, is not UTF-8, or can't be written
 */
export async function writeFixedFiles(files, { folder, random }) {
    const staged = [];
    try {
        for (const file of files) {
            const path = resolve(folder, file.path);
            const target = file.before === null ? path : await realpath(path);
            const staging = join(dirname(target), `.${basename(target)}.${random()}`);
            staged.push({ staging, target });
            await stage(file, { staging, target });
        }
        for (const { staging, target } of staged)
            await rename(staging, target);
    }
    catch (error) {
        await Promise.all(staged.map(({ staging }) => rm(staging, { force: true })));
        if (error instanceof UserError)
            throw error;
        throw new UserError(`nothing was fixed: ${errorText(error)}`, { cause: error });
    }
}
async function stage({ path, before, after }, { staging, target }) {
    const found = await readFile(target).catch(() => null);
    const isSame = before === null ? found === null : found?.equals(Buffer.from(before));
    if (isSame !== true) {
        throw new UserError(`${path} was not fixed: it is not UTF-8, or was changed in the meantime`);
    }
    await writeFile(staging, after, { flag: 'wx' });
    if (before !== null)
        await chmod(staging, (await stat(target)).mode & 0o7777);
}
