/** Programs that an image may carry for nothing: whether a script names one decides. */
const watched = [
    'aria2c',
    'bzr',
    'c\\+\\+',
    'cc',
    'clang',
    'cmake',
    'curl',
    'docker',
    'emacs',
    'faker',
    'g\\+\\+',
    'gcc',
    'gdb',
    'gfortran',
    'git',
    'gosu',
    'hatch',
    'hg',
    'htop',
    'iftop',
    'imshow',
    'iotop',
    'ipython',
    'jupyter',
    'less',
    'lsof',
    'ltrace',
    'make',
    'mc',
    'nano',
    'nmap',
    'notebook',
    'nvim',
    'pdm',
    'pipenv',
    'poetry',
    'screen',
    'strace',
    'su-exec',
    'sudo',
    'svn',
    'tcpdump',
    'telnet',
    'tmux',
    'tree',
    'uv',
    'vi',
    'vim',
    'wget',
];
/** `\b` first: it turns most places down, faster than what stands behind it. */
const anyWatched = new RegExp(`\\b(?<![+-])(?:${watched.join('|')})(?![\\w+-])`, 'g');
/** Sources of interpreted languages, and what else tells which program to run. */
const sources = /\.(?:sh|bash|py|rb|pl|php|[cm]?js|ts|json|ya?ml|conf|cfg|ini|service)$/;
/** What packages bring says of itself what it needs. */
const packaged = /(?:^|\/)(?:node_modules|site-packages|dist-packages|gems)\/|^usr\/(?:share|lib)\//;
export const maxScriptBytes = 256 * 1024;
/** Whether a file is read for the programs that it names, by its path. */
export const isSource = (path) => sources.test(path) && !packaged.test(path);
/** Whether an executable is, where it begins with `#!`: what installs and removes a package is no use of it. */
export const mayBeScript = (path) => !path.startsWith('var/lib/dpkg/');
/** Keeps the watched programs that a script names: `script`, then a line each; nothing where it names none. */
export function scriptScanner(isScript) {
    let pieces = [];
    let isWanted = true;
    return {
        write(piece) {
            if (!isWanted)
                return;
            pieces.push(piece);
            const [first = piece] = pieces;
            isWanted = isScript || first.length < 2 || first.toString('latin1', 0, 2) === '#!';
            if (!isWanted)
                pieces = [];
        },
        finish() {
            const text = Buffer.concat(pieces).toString('latin1').toLowerCase();
            if (!isScript && !text.startsWith('#!'))
                return null;
            const names = new Set(text.match(anyWatched));
            return names.size === 0 ? null : Buffer.from(['script', ...[...names].sort()].join('\n'), 'latin1');
        },
    };
}
/** The programs in what `scriptScanner` kept; none in other content. */
export function programsNamed(content) {
    const [kind, ...names] = content.toString('latin1').split('\n');
    return kind === 'script' ? names : [];
}
