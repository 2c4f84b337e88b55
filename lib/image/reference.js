import { asDigest } from "./oci.js";
const dockerHub = 'docker.io';
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const hostPattern = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[0-9A-Fa-f:]+\\])(?::[0-9]{1,5})?$`);
const componentPattern = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const maxNameLength = 255;
/** `[HOST[:PORT]/]NAME[:TAG][@DIGEST]`; null where the text is no such thing, or the ID of an engine's image. */
export function parseReference(text) {
    if (/^(sha256:)?[0-9a-f]{64}$/.test(text))
        return null;
    const [nameAndTag = '', digestText, ...rest] = text.split('@');
    const digest = digestText === undefined ? null : asDigest(digestText);
    if (rest.length > 0 || (digestText !== undefined && digest === null))
        return null;
    const [, name = '', tag = null] = /^(.*?)(?::([^/:]*))?$/s.exec(nameAndTag) ?? [];
    if (tag !== null && !tagPattern.test(tag))
        return null;
    const place = placeOf(name);
    return place && { ...place, tag: tag ?? (digest === null ? 'latest' : null), digest };
}
function placeOf(name) {
    if (name.length > maxNameLength)
        return null;
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isHost = /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
    const registry = !isHost || first === `index.${dockerHub}` ? dockerHub : first;
    const path = isHost ? name.slice(slash + 1) : name;
    const repository = registry === dockerHub && !path.includes('/') ? `library/${path}` : path;
    const isValid = hostPattern.test(registry) && repository.split('/').every((part) => componentPattern.test(part));
    return isValid ? { registry, repository } : null;
}
/** Where a registry's API is: plain HTTP on loopback alone, as engines have it. */
export function apiUrl(registry) {
    if (registry === dockerHub)
        return `https://registry-1.${dockerHub}`;
    return `${isLoopback(registry.replace(/:\d+$/, '')) ? 'http' : 'https'}://${registry}`;
}
/** A host name, without a port. */
export function isLoopback(host) {
    return /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/.test(host);
}
/** What docker's configuration calls a registry: Docker Hub keeps the name of its first version. */
export function configKey(registry) {
    return registry === dockerHub ? `https://index.${dockerHub}/v1/` : registry;
}
