import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
/** Names as buildx makes them (buildx, util/confutil and identity): none can be taken for a flag or a path. */
const NAME = /^[A-Za-z0-9][\w.-]*$/;
/** Where buildx keeps its state (buildx, util/confutil/config.go). */
function stateFolder({ BUILDX_CONFIG, DOCKER_CONFIG }) {
    return BUILDX_CONFIG || join(DOCKER_CONFIG || join(homedir(), '.docker'), 'buildx');
}
/** The builds that buildx has notes of, a file each: `refs/<builder>/<node>/<id>` (buildx, localstate). */
export async function listBuilds(environment) {
    const folder = join(stateFolder(environment), 'refs');
    const paths = await readdir(folder, { recursive: true }).catch(() => []);
    const references = await Promise.all(paths.map(async (path) => {
        const [builder = '', node = '', id = ''] = path.split(/[\\/]/);
        if (![builder, node, id].every((name) => NAME.test(name)))
            return null;
        // Written when the build begins, and never again.
        const { mtimeMs } = await stat(join(folder, path));
        return { builder, id, started: mtimeMs };
    }));
    return references.filter((reference) => reference !== null);
}
