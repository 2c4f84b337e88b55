import { posix } from 'node:path';
import { quoted } from "./given.js";
const depths = /^\d{1,3}$/;
/** The view by the parameters `depth` and `path`, and what is wrong with them. */
export function readView(parameters) {
    const depth = parameters.get('depth') ?? '1';
    const path = parameters.get('path');
    const problems = [
        ...(depth === 'all' || depths.test(depth)
            ? []
            : [`--depth: must be a number of levels such as 2, or all, not ${quoted(depth)}`]),
        ...(path === '' ? ['--path: must be a path in the image such as /usr/lib, not ""'] : []),
    ];
    const view = {
        depth: depth === 'all' ? Number.POSITIVE_INFINITY : Number(depth),
        path: path === undefined ? null : absolute(path),
    };
    return { view, problems };
}
/** `usr/lib/` as `/usr/lib`. */
const absolute = (path) => posix.resolve('/', path);
