import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readArchive } from "./archive.js";
/**
 * An image out of an engine by `docker save`, spooled to disk because its manifest comes last. Works with any engine,
 * however far away; several times slower than the sink on the containerd store, and without download sizes on the
 * classic one.
 */
export async function readBySave(docker, source, store, options) {
    const file = join(options.tempDir, `save-${randomBytes(8).toString('hex')}.tar`);
    try {
        await pipeline(await docker.getImage(source.reference).get(), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
        return await readArchive(source, options, file, store);
    }
    finally {
        await rm(file, { force: true });
    }
}
