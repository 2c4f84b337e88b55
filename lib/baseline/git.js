import { errorText, UserError } from "../errors.js";
/** What would lead git to another repository than ours: `git rev-parse --local-env-vars`, and the namespace. */
const localVariables = [
    'GIT_ALTERNATE_OBJECT_DIRECTORIES',
    'GIT_COMMON_DIR',
    'GIT_CONFIG',
    'GIT_CONFIG_PARAMETERS',
    'GIT_DIR',
    'GIT_GRAFT_FILE',
    'GIT_IMPLICIT_WORK_TREE',
    'GIT_INDEX_FILE',
    'GIT_INTERNAL_SUPER_PREFIX',
    'GIT_NAMESPACE',
    'GIT_OBJECT_DIRECTORY',
    'GIT_PREFIX',
    'GIT_REPLACE_REF_BASE',
    'GIT_SHALLOW_FILE',
    'GIT_WORK_TREE',
];
export function openGit({ exec, at, config = [], secrets = [] }) {
    // `--git-dir` for ours: safe.bareRepository=explicit forbids git to find a bare repository by itself.
    const place = at.kind === 'bare' ? ['--git-dir', at.directory] : ['-C', at.directory];
    const env = {
        ...Object.fromEntries(localVariables.map((name) => [name, undefined])),
        ...configVariables(config),
        GIT_TERMINAL_PROMPT: '0',
        GIT_ASKPASS: '',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_NO_REPLACE_OBJECTS: '1',
        // What git says is read by `failureKind`.
        LC_ALL: 'C',
    };
    return async (args, input) => {
        const stdout = [];
        const options = { env, onStdout: (chunk) => stdout.push(chunk), ...(input === undefined ? {} : { input }) };
        const { exitCode, stderr } = await exec('git', [...place, ...args], options).catch((cause) => {
            throw new UserError(`git could not be started: ${errorText(cause)}`, {
                hint: 'Install git 2.31 or newer, and see that it is on PATH.',
                cause,
            });
        });
        if (exitCode === 0)
            return { ok: true, stdout: Buffer.concat(stdout) };
        return { ok: false, kind: failureKind(stderr), message: summary(stderr, exitCode, secrets) };
    };
}
/** The output of a git that has to succeed; `what` begins the error: "The baselines of … cannot be read". */
export function succeed(result, what) {
    if (result.ok)
        return result.stdout;
    throw new UserError(`${what}: ${result.message}`, { hint: remedies[result.kind] });
}
/** https://git-scm.com/docs/git-config#Documentation/git-config.txt-GITCONFIGCOUNT (git 2.31). */
function configVariables(config) {
    if (config.length === 0)
        return {};
    const pairs = config.flatMap(([key, value], at) => [
        [`GIT_CONFIG_KEY_${at}`, key],
        [`GIT_CONFIG_VALUE_${at}`, value],
    ]);
    return { GIT_CONFIG_COUNT: String(config.length), ...Object.fromEntries(pairs) };
}
/** The first that matches holds: a refusal is often followed by "the remote end hung up". */
const signs = [
    ['dubious-ownership', /dubious ownership/],
    ['unauthenticated', /could not read (Username|Password)|Authentication failed|error: 401|invalid credentials/i],
    ['denied', /error: 403|not granted|denied|not authorized|declined|rule violations|protected/i],
    ['missing-object', /couldn't find remote ref|not our ref|unadvertised object|not a valid (commit|object) name/i],
    ['not-found', /repository .*not found|error: 404|does not appear to be a git repository|not a git repository/i],
    [
        'busy',
        /cannot lock ref|failed to (update|lock) ref|unable to create .*\.lock|reference already exists|stale info/i,
    ],
    [
        'unreachable',
        /resolve host|failed to connect|timed? ?out|connection|early EOF|RPC failed|error: (429|5\d\d)|hung up|disconnect|too slow|SSL|TLS|HTTP\/2/i,
    ],
];
export function failureKind(stderr) {
    return signs.find(([, sign]) => sign.test(stderr))?.[0] ?? 'other';
}
const remedies = {
    denied: 'Give the job "permissions: contents: write" (reading needs "contents: read"), or pass a github-token that has it; a ruleset must not forbid refs/image-size.',
    unauthenticated: 'The repository asks for a valid token: pass github-token, or let actions/checkout keep its credentials. A pull request from a fork may only read.',
    'not-found': 'Check the repository\'s address, and that the job has "permissions: contents: read".',
    'missing-object': 'Push the commit or branch to the remote repository first.',
    busy: 'Another job holds the same ref: run this one again.',
    unreachable: 'Check the network and whether the forge is up, then run the job again.',
    'dubious-ownership': 'Run "git config --global --add safe.directory <the repository>" before this step.',
    other: 'Run the job again with debug logging for what git says.',
};
function summary(stderr, exitCode, secrets) {
    const lines = stderr.split(/[\r\n]+/).map((line) => line.trim());
    const telling = lines.filter((line) => /^(remote:|fatal:|error:|!)/.test(line) && line !== 'remote:');
    const text = (telling.length > 0 ? telling : lines.filter(Boolean)).join(' ') || `git ended with ${exitCode}`;
    return shorten(redact(text, secrets));
}
const longestMessage = 400;
function shorten(text) {
    const plain = text.replace(/\p{Cc}/gu, ' ');
    return plain.length > longestMessage ? `${plain.slice(0, longestMessage)}…` : plain;
}
/** Takes secrets out, and what stands before the `@` of an address. */
export function redact(text, secrets) {
    const hidden = secrets.filter(Boolean).reduce((left, secret) => left.replaceAll(secret, '***'), text);
    return hidden.replace(/:\/\/[^/@\s]+@/g, '://***@');
}
