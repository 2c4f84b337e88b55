import { once } from 'node:events';
import { connect } from 'node:net';
import { errorCode } from "./error-code.js";
import { sinkFolder } from "./sink.js";
const sinkTag = new RegExp(`^127\\.0\\.0\\.1:(\\d{1,5})/${sinkFolder}/[0-9a-f]{32}:image$`);
const patience = 1000;
/**
 * Takes away the tags that killed runs left on the engine: those of sinks whose port is closed. A run that is alive holds
 * its port open for as long as its tag exists.
 */
export async function removeStaleTags(docker) {
    const filters = { reference: [`127.0.0.1:*/${sinkFolder}/*`] };
    const images = await docker.listImages({ filters });
    for (const tag of images.flatMap(({ RepoTags }) => RepoTags ?? [])) {
        const port = sinkTag.exec(tag)?.[1];
        if (port !== undefined && (await isClosed(Number(port))))
            await docker.getImage(tag).remove({ noprune: true });
    }
}
/** Only a refused connection says so: silence may be a listener that is busy. */
async function isClosed(port) {
    const socket = connect({ host: '127.0.0.1', port, timeout: patience });
    try {
        socket.on('timeout', () => socket.destroy(new Error('no answer')));
        await once(socket, 'connect');
        return false;
    }
    catch (error) {
        return errorCode(error) === 'ECONNREFUSED';
    }
    finally {
        socket.destroy();
    }
}
