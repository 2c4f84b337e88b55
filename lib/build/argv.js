import { UserError } from "../errors.js";
/**
 * Names that docker, buildx, Go's runtime or the loader read for themselves: a build argument of such a name must not
 * get into their environment.
 */
const RESERVED = /^(?:PATH|HOME|USER|USERPROFILE|APPDATA|SHELL|PWD|TMPDIR|TEMP|TMP|TZ|TERM|LANG|KUBECONFIG|NO_COLOR|SOURCE_DATE_EPOCH|.*_PROXY|(?:LC|DOCKER|BUILDX|BUILDKIT|COMPOSE|CONTAINERD|EXPERIMENTAL|OTEL|GRPC|SSH|SSL|XDG|LD|DYLD|GIT|GITHUB|RUNNER|ACTIONS|AWS|AZURE|GOOGLE|GO[A-Z]*)(?:_.*)?|GO[A-Z]+)$/i;
function isSafeInEnvironment(name, value, environment) {
    const isFree = environment[name] === undefined || environment[name] === value;
    return /^[A-Za-z_]\w*$/.test(name) && !RESERVED.test(name) && isFree;
}
/**
 * `--build-arg NAME` takes the value from buildx's environment, which keeps it off the command line. Where that would
 * change what the environment means to others, it stays `NAME=value`.
 */
export function buildArgFlags(buildArgs, environment) {
    const args = [];
    const env = {};
    for (const arg of buildArgs) {
        const [name, value] = splitPair(arg);
        // The last of a name wins, as it does in buildx.
        delete env[name];
        const byEnvironment = value !== null && isSafeInEnvironment(name, value, environment);
        if (byEnvironment)
            env[name] = value;
        args.push('--build-arg', byEnvironment ? name : arg);
    }
    return { args, env };
}
/** `name=value`; the value is null where there is no `=`. */
export function splitPair(pair) {
    const equals = pair.indexOf('=');
    return equals === -1 ? [pair, null] : [pair.slice(0, equals), pair.slice(equals + 1)];
}
/** A field of buildx's comma-separated options (Go's encoding/csv). */
export function csvField(field) {
    return /[",\r\n]|^\s/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
/** Splits `id=…` of the input `name`; the message holds no value, since that may be the secret itself. */
export function secretPair(input, pair) {
    const [id, value] = splitPair(pair);
    const trimmed = id.trim();
    if (value !== null && value !== '' && /^[^\s,"=]+$/.test(trimmed))
        return { id: trimmed, value };
    const shown = value === null ? 'an entry without "="' : `the entry "${trimmed}"`;
    throw new UserError(`Input ${input}: ${shown} is not of the form id=value.`, {
        hint: 'Write one id=value per line; an id has no blanks, commas or quotes, and the value is not empty.',
    });
}
/** @param files where the values of `secrets` were written to, in their order */
export function secretFlags(settings, files) {
    const written = settings.secrets.map((pair, index) => ({
        id: secretPair('secrets', pair).id,
        source: `src=${files[index] ?? ''}`,
    }));
    const environments = settings.secretEnvs.map((pair) => {
        const { id, value } = secretPair('secret-envs', pair);
        return { id, source: `env=${value}` };
    });
    const existing = settings.secretFiles.map((pair) => {
        const { id, value } = secretPair('secret-files', pair);
        return { id, source: `src=${value}` };
    });
    return [...written, ...environments, ...existing].map(({ id, source }) => `id=${id},${csvField(source)}`);
}
const repeated = (flag, values) => values.flatMap((value) => [flag, value]);
const optional = (flag, value) => (value === null ? [] : [flag, value]);
const switched = (flag, on) => (on ? [flag] : []);
/** What shapes the build's definition, and so belongs to a check of it too. */
function definitionFlags(settings) {
    return [
        ...optional('--builder', settings.builder),
        ...optional('--file', settings.file),
        ...optional('--target', settings.target),
        ...optional('--platform', settings.platform),
        ...repeated('--build-context', settings.buildContexts),
        ...repeated('--label', settings.labels),
        ...switched('--pull', settings.pull),
    ];
}
/** Behind `--`, so that no context can be taken for a flag. */
const contextArgs = (settings) => ['--', settings.context];
/** `docker` arguments of the build, by the meaning that docker/build-push-action gives the inputs. */
export function buildCommand(settings, target, environment) {
    const buildArgs = buildArgFlags(settings.buildArgs, environment);
    return {
        args: [
            ...['buildx', 'build', '--progress=plain', '--metadata-file', target.metadataFile],
            ...definitionFlags(settings),
            ...buildArgs.args,
            ...repeated('--add-host', settings.addHosts),
            ...repeated('--allow', settings.allow),
            ...repeated('--cache-from', settings.cacheFrom),
            ...repeated('--cache-to', settings.cacheTo),
            ...optional('--network', settings.network),
            ...switched('--no-cache', settings.noCache),
            ...repeated('--secret', target.secrets),
            ...optional('--shm-size', settings.shmSize),
            ...repeated('--ssh', settings.ssh),
            ...repeated('--ulimit', settings.ulimit),
            ...repeated('--tag', target.tags),
            ...target.output,
            ...contextArgs(settings),
        ],
        // Only for this process: as a variable of the job it would change the user's other builds.
        env: { ...buildArgs.env, BUILDX_METADATA_PROVENANCE: 'max' },
    };
}
/** `docker` arguments of BuildKit's own checks, without a build. */
export function checkCommand(settings, environment) {
    const { args, env } = buildArgFlags(settings.buildArgs, environment);
    return {
        args: [
            'buildx',
            'build',
            '--call=check,format=json',
            ...definitionFlags(settings),
            ...args,
            ...contextArgs(settings),
        ],
        env,
    };
}
/** Credentials that a cache takes as an option: `token=…`, `secret_access_key=…`. */
const CREDENTIAL = /([\w-]*(?:token|secret|password|access_key)[\w-]*=)[^,]*/gi;
/** The command line as it may be shown: the values of build arguments and credentials are left out. */
export function shownCommand({ args }) {
    return ['docker', ...args]
        .map((arg, index, all) => (all[index - 1] === '--build-arg' ? (splitPair(arg)[0] ?? '') : arg))
        .map((arg) => arg.replace(CREDENTIAL, '$1***'))
        .map((arg) => (/^[\w*@%+=:,./-]+$/.test(arg) ? arg : JSON.stringify(arg)))
        .join(' ');
}
