/**
 * Zstandard frames one after another (RFC 8878, section 3). Node's decompressor ends with the first frame that ends
 * inside a chunk, but blobs may have several: zstd:chunked of podman and buildah has one for each file.
 */
const frameMagic = 0xfd2fb528;
const skippableMagic = 0x184d2a50;
const contentSizeBytes = [0, 2, 4, 8];
const dictionaryIdBytes = [0, 1, 2, 4];
/** Whether four bytes begin a frame, or a skippable one. */
export function isZstd(head) {
    if (head.length < 4)
        return false;
    const magic = head.readUInt32LE(0);
    return magic === frameMagic || isSkippable(magic);
}
const isSkippable = (magic) => (magic & 0xfffffff0) >>> 0 === skippableMagic;
const look = (bytes) => ({ bytes, look: true });
const pass = (bytes) => ({ bytes, look: false });
/** Walks frames, and tells by `atFrameEnd` where one has ended. */
function* frameSteps(atFrameEnd) {
    for (;;) {
        const magic = (yield look(4)).readUInt32LE(0);
        if (isSkippable(magic))
            yield pass((yield look(4)).readUInt32LE(0));
        else if (magic === frameMagic)
            yield* oneFrame();
        else
            throw new Error('its compressed data has something else after a frame');
        atFrameEnd();
    }
}
function* oneFrame() {
    const descriptor = (yield look(1)).readUInt8(0);
    const singleSegment = (descriptor & 0x20) !== 0;
    const sizeFlag = descriptor >> 6;
    const contentSize = sizeFlag === 0 && singleSegment ? 1 : (contentSizeBytes[sizeFlag] ?? 0);
    yield pass((singleSegment ? 0 : 1) + (dictionaryIdBytes[descriptor & 3] ?? 0) + contentSize);
    for (let last = false; !last;) {
        const header = (yield look(3)).readUIntLE(0, 3);
        last = (header & 1) === 1;
        // A run-length block has one byte, however many it stands for.
        yield pass(((header >> 1) & 3) === 1 ? 1 : header >> 3);
    }
    yield pass((descriptor & 4) === 0 ? 0 : 4);
}
/** The same bytes, in pieces that no frame ends inside of. Throws where they end inside a frame. */
export async function* splitFrames(source) {
    let frameEnded = true;
    const steps = frameSteps(() => {
        frameEnded = true;
    });
    let step = steps.next().value;
    let missing = step.bytes;
    let seen = Buffer.alloc(0);
    /** Takes bytes up to the end of a frame; tells how many. */
    const take = (chunk) => {
        let at = 0;
        while (at < chunk.length) {
            const end = Math.min(chunk.length, at + missing);
            if (step.look)
                seen = Buffer.concat([seen, chunk.subarray(at, end)]);
            missing -= end - at;
            at = end;
            frameEnded = false;
            while (missing === 0) {
                step = steps.next(seen).value;
                seen = Buffer.alloc(0);
                missing = step.bytes;
            }
            if (frameEnded)
                break;
        }
        return at;
    };
    for await (const chunk of source) {
        for (let at = 0; at < chunk.length;) {
            const taken = take(chunk.subarray(at));
            yield chunk.subarray(at, at + taken);
            at += taken;
        }
    }
    if (!frameEnded)
        throw new Error('its compressed data is truncated');
}
