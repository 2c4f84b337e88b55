import { open, stat } from 'node:fs/promises';
import { errorText, UserError } from "../errors.js";
import { archiveManifestFile } from "./archive.js";
import { sniffCompression } from "./layer.js";
import { indexFile } from "./layout.js";
import { parseReference } from "./reference.js";
import { openTar } from "./tree.js";
const kinds = [
    'docker',
    'podman',
    'registry',
    'docker-archive',
    'oci-archive',
    'oci-dir',
];
const supported = kinds.map((kind) => `${kind}:`).join(', ');
/** Sources that other tools name so and that are not read here. */
const foreign = new Set(['containerd', 'oci-registry', 'docker-daemon', 'containers-storage', 'singularity']);
/**
 * A source as the user names it: one of the prefixes and what follows; without a prefix an archive or layout that
 * exists, else the engine's image of that name, else a registry's.
 *
 * Throws a UserError for a prefix that is not supported and for what cannot name an image.
 */
export async function parseSource(text, options) {
    const { kind, reference } = splitPrefix(text);
    if (kind !== null && isPath(kind))
        return [{ kind, reference }];
    if (kind === 'registry')
        return [registrySource(reference, text)];
    if (kind !== null)
        return [engineSource(kind, reference, text)];
    const [name = '', rest = ''] = text.split(/:(.*)/s);
    if (isForeign(name, rest)) {
        throw new UserError(`Images cannot be read from ${name}: (in ${JSON.stringify(text)})`, {
            hint: `Supported are ${supported}; pull the image into the engine, or save it as an archive.`,
        });
    }
    const found = await options.sniff(text);
    if (found !== null)
        return [{ kind: found, reference: text }];
    const engine = engineSource('docker', text, text);
    return parseReference(text) === null ? [engine] : [engine, { kind: 'registry', reference: text }];
}
/** The prefix, if the text has one, and what follows. */
export function splitPrefix(text) {
    const [, name = '', rest = ''] = /^([a-z][a-z-]*):(.+)$/s.exec(text) ?? [];
    const kind = kinds.find((candidate) => candidate === name) ?? null;
    return kind === null || isImageCalledRegistry(name, rest)
        ? { kind: null, reference: text }
        : { kind, reference: rest };
}
/** Whether a source of that kind is a file or folder. */
export const isPath = (kind) => !['docker', 'podman', 'registry'].includes(kind);
/** `registry:2` is a tag of Docker's own image. */
const isImageCalledRegistry = (name, rest) => name === 'registry' && /^(\d[\w.-]*|latest)$/.test(rest);
/** `localhost:5000/app` has a port and `debian:12` a tag; `containerd:app` is neither. */
function isForeign(name, rest) {
    if (foreign.has(name))
        return true;
    return /^[a-z][a-z-]*$/.test(name) && /[/:]/.test(rest) && !/^\d{1,5}\//.test(rest);
}
function registrySource(reference, text) {
    if (parseReference(reference) !== null)
        return { kind: 'registry', reference };
    throw new UserError(`${JSON.stringify(text)} names no image of a registry`, {
        hint: 'Write registry:[HOST[:PORT]/]NAME[:TAG][@sha256:DIGEST].',
    });
}
/**
 * A name with registry, tag or digest, or an image ID (distribution/reference, grammar). Checked because it becomes
 * part of a path of the engine's API.
 */
function engineSource(kind, reference, text) {
    const valid = /^[A-Za-z0-9]([A-Za-z0-9._-]|[/:@](?=[A-Za-z0-9_[]))*$/.test(reference) && !reference.includes('..');
    if (valid)
        return { kind, reference };
    throw new UserError(`${JSON.stringify(text)} names neither a file or folder with an image nor an image of the engine`, {
        hint: `Write NAME[:TAG] as \`docker image ls\` shows it, or one of ${supported}FILE.`,
    });
}
/** Looks at the file or folder itself. Folders and files that hold no image are not taken for one. */
export async function sniffPath(path) {
    const found = await stat(path).catch(() => null);
    if (found === null)
        return null;
    if (found.isDirectory())
        return (await stat(`${path}/${indexFile}`).catch(() => null))?.isFile() ? 'oci-dir' : null;
    return found.isFile() ? await sniffArchive(path) : null;
}
/** A compressed archive is taken for what `docker save | gzip` writes; its reader takes either format. */
async function sniffArchive(path) {
    if (await isCompressed(path))
        return 'docker-archive';
    try {
        const tree = await openTar(path, { tempDir: '', maxUnpacked: null });
        try {
            if ((await tree.size(archiveManifestFile)) !== null)
                return 'docker-archive';
            return (await tree.size(indexFile)) !== null ? 'oci-archive' : null;
        }
        finally {
            await tree.close();
        }
    }
    catch (error) {
        // A file that looks like an archive by its name is meant as one: say what is wrong with it.
        if (/\.tar$/.test(path))
            throw error instanceof UserError ? error : new UserError(errorText(error), { cause: error });
        return null;
    }
}
async function isCompressed(path) {
    const file = await open(path, 'r');
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
        return sniffCompression(buffer.subarray(0, bytesRead)) !== 'none';
    }
    finally {
        await file.close();
    }
}
