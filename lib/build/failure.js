import { stripVTControlCharacters } from 'node:util';
export function failureContext(settings, dockerfile) {
    return { dockerfile, context: settings.context, builder: settings.builder };
}
const KNOWN = [
    {
        pattern: /permission denied while trying to connect to the (?:Docker daemon socket|docker API) at (\S+?):?(?:\s|$)/,
        explain: ([, socket]) => ({
            message: `No permission to use the Docker engine at ${socket}.`,
            hint: 'Add the user that runs this to the group "docker" (and sign in again), or run it as root.',
        }),
    },
    {
        pattern: /Cannot connect to the Docker daemon at (\S+?)\.? Is the docker daemon running|failed to connect to the docker API at (\S+?)[;,:]?\s/,
        explain: ([, address, other]) => ({
            message: `No Docker engine answers at ${address ?? other}.`,
            hint: 'Start the engine ("systemctl start docker"), or point DOCKER_HOST or the Docker context to one that runs.',
        }),
    },
    {
        pattern: /unknown command: docker buildx|'buildx' is not a docker command/,
        explain: () => ({
            message: 'The buildx plugin of Docker is not installed.',
            hint: 'Install it (Debian: docker-buildx, Docker: docker-buildx-plugin), or use docker/setup-buildx-action first.',
        }),
    },
    {
        pattern: /no builder "([^"]*)" found/,
        explain: ([, builder]) => ({
            message: `There is no builder "${builder}".`,
            hint: '"docker buildx ls" lists the builders; docker/setup-buildx-action or "docker buildx create" makes one.',
        }),
    },
    {
        pattern: /failed to read dockerfile: open (.+?): no such file or directory/,
        explain: (_, { dockerfile, context }) => ({
            message: `There is no Dockerfile at ${dockerfile}.`,
            hint: `Set "file" to the path of the Dockerfile, or "context" (now ${context}) to the folder that holds it.`,
        }),
    },
    {
        pattern: /unable to prepare context: path "([^"]*)" not found/,
        explain: ([, path]) => ({
            message: `The build context ${path} is no folder that exists.`,
            hint: 'Set "context" to a folder of the repository; check that it was checked out before.',
        }),
    },
    {
        pattern: /target stage "([^"]*)" could not be found/,
        explain: ([, target], { dockerfile }) => ({
            message: `${dockerfile} has no stage "${target}".`,
            hint: 'Set "target" to a name that a FROM … AS gives, or leave it out for the last stage.',
        }),
    },
    {
        pattern: /granting entitlement (\S+) is not allowed/,
        explain: ([, entitlement]) => ({
            message: `The builder does not allow the entitlement ${entitlement}.`,
            hint: 'Allow it where the builder is created (buildkitd-flags: --allow-insecure-entitlement …).',
        }),
    },
];
/** `Dockerfile:12` and the lines below it, of which BuildKit marks the failing ones with `>>>`. */
const PLACE = /^([^\n]+):(\d+)\n-{20}\n((?:\s*\d+ \|[^\n]*\n)+)-{20}$/m;
function placeOf(output) {
    const place = PLACE.exec(output);
    if (place === null)
        return null;
    const marked = /^\s*(\d+) \| >>>/m.exec(place[3] ?? '');
    return { file: place[1], line: Number(marked?.[1] ?? place[2]) };
}
/** BuildKit's last `ERROR:` line without the words that every such line begins with. */
function lastError(output) {
    const line = [...output.matchAll(/^ERROR: (.+)$/gm)].at(-1)?.[1];
    return line?.replace(/^(?:failed to build: )?(?:failed to solve: )?/, '') ?? null;
}
/** BuildKit knows the file by its name alone; the user by its path. */
function shownFile(file, dockerfile) {
    const base = (path) => path.slice(path.lastIndexOf('/') + 1);
    return base(file) === base(dockerfile) ? dockerfile : file;
}
/** The known sentence for an error of docker, buildx or BuildKit; null where there is none. */
export function explainKnown(output, context) {
    for (const { pattern, explain } of KNOWN) {
        const match = pattern.exec(output);
        if (match !== null)
            return explain(match, context);
    }
    return null;
}
/** @param output what `docker buildx build --progress=plain` wrote to stderr */
export function explainFailure(output, context) {
    const text = stripVTControlCharacters(output).replaceAll('\r\n', '\n');
    const place = placeOf(text);
    // Only the tail is BuildKit's own: above it stands what the build's programs printed.
    const known = explainKnown(`${lastError(text) ?? text.slice(-2_000)}\n`, context);
    const at = place === null ? '' : ` at ${shownFile(place.file, context.dockerfile)}:${place.line}`;
    return {
        message: known?.message ?? `The build failed${at}: ${lastError(text) ?? 'buildx gave no reason'}.`,
        hint: known?.hint ?? 'The log of the build above tells more.',
        file: place === null ? null : shownFile(place.file, context.dockerfile),
        line: place?.line ?? null,
    };
}
