import { isRemoteContext } from "./build/files.js";
import { splitPrefix } from "./image/source.js";
/**
 * What an image is called where the user does not say: the repository's name and what tells its images apart, so that
 * two steps of one workflow never take each other's baselines. An image that is there already keeps its own name.
 */
export function defaultName(subject, repository) {
    return subject.kind === 'image'
        ? repositoryOf(subject.reference)
        : [repository, ...distinctions(subject.build)].join('/');
}
function distinctions({ context, file, target }) {
    const folder = isRemoteContext(context) ? '' : trimmed(context);
    const ownFile = trimmed(file ?? '');
    const isUsual = ownFile === '' || ownFile === 'Dockerfile' || ownFile === `${folder}/Dockerfile`;
    return [folder, isUsual ? '' : ownFile, target ?? ''].filter((part) => part !== '');
}
/** `./a/b/` → `a/b`, `.` → nothing. */
const trimmed = (path) => path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
/** `docker:ghcr.io/owner/app:1.2@sha256:…` → `ghcr.io/owner/app`. */
function repositoryOf(reference) {
    const [withoutDigest = ''] = splitPrefix(reference).reference.split('@');
    return withoutDigest.replace(/:[\w][\w.-]*$/, '') || 'image';
}
