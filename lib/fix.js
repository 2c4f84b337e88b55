import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseDockerfile } from "./dockerfile/parse.js";
import { UserError } from "./errors.js";
import { writeFixedFiles } from "./fixed-files.js";
import { chooseFixes, fixFiles } from "./lint/fix.js";
import { unifiedDiff } from "./lint/fix-diff.js";
import { verifyFixes } from "./verify.js";
/**
 * Makes the fixes of findings that go together.
 *
 * @throws UserError where the Dockerfile is not the one that was linted, can't be written, or does not build when fixed
 */
export async function fix({ linted, findings, weighed }, request, build, seams) {
    const { workingDirectory: folder } = build;
    const files = { dockerfile: await readOriginal(linted, folder), context: linted.context };
    const { chosen, deferred, unsafe } = chooseFixes(findings, request.allowUnsafe);
    const fixed = fixFiles(files, chosen);
    const isVerified = request.verify !== 'no' && chosen.length > 0 && weighed !== null;
    const fixes = { files, chosen, each: request.verify === 'each' };
    const verification = isVerified ? await verifyFixes(fixes, weighed, build, seams) : null;
    const written = request.write && verification?.holds !== false && fixed.length > 0;
    if (written)
        await writeFixedFiles(fixed, { folder, random: seams.random });
    return { fixed: chosen, deferred, unsafe, diff: fixed.map(unifiedDiff).join(''), written, verification };
}
/** The Dockerfile with its own line ends and byte order mark, which the builder's copy need not have. */
async function readOriginal({ dockerfile: { path, text } }, folder) {
    const original = await readFile(resolve(folder, path), 'utf8').catch(() => null);
    if (original === null || parseDockerfile(path, original).text !== text) {
        throw new UserError(`${path} is not what the image was built from`, {
            hint: 'Build the image again, or let this command build it: --build.',
        });
    }
    return { path, text: original };
}
