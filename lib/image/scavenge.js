import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
const scavengeEvery = 8 * 1024 ** 2;
let collect = null;
let passed = 0;
/**
 * To be told how many bytes of buffers have passed. Buffers lie outside of V8's heap, where it counts them but does not
 * see that they are as young as garbage can be: for every 64 MB it marks the whole heap, ninety times in an image of
 * 1 GB and half of all processor time. A look at the young generation frees them in a millisecond.
 */
export function passedBuffers(bytes) {
    passed += bytes;
    if (passed < scavengeEvery)
        return;
    passed = 0;
    collect ??= exposeCollector();
    collect({ type: 'minor' });
}
function exposeCollector() {
    setFlagsFromString('--expose-gc');
    return runInNewContext('gc');
}
