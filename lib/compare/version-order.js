import semver from 'semver';
/** Longer texts are no versions. */
const longest = 256;
/** Orders two versions as their package manager does. */
export function compareVersions(manager, a, b) {
    return Math.max(a.length, b.length) > longest ? null : orders[manager](a, b);
}
const compareValues = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** The first difference of two lists; a part that one lacks is `missing`. */
function compareLists(a, b, missing, compare) {
    for (let at = 0; at < Math.max(a.length, b.length); at++) {
        const order = compare(a[at] ?? missing, b[at] ?? missing);
        if (order !== 0)
            return order;
    }
    return 0;
}
/** `[epoch:]version[-revision]`, as dpkg and rpm write it. */
function splitRelease(version) {
    const [, epoch = '0', rest = ''] = /^(?:(\d+):)?(.*)$/s.exec(version) ?? [];
    const dash = rest.lastIndexOf('-');
    return dash < 0
        ? { epoch: BigInt(epoch), upstream: rest, revision: null }
        : { epoch: BigInt(epoch), upstream: rest.slice(0, dash), revision: rest.slice(dash + 1) };
}
/** deb-version(7), "Sorting algorithm". */
const compareDpkg = (a, b) => {
    const [old, current] = [splitRelease(a), splitRelease(b)];
    return (compareValues(old.epoch, current.epoch) ||
        compareDpkgPart(old.upstream, current.upstream) ||
        compareDpkgPart(old.revision ?? '', current.revision ?? ''));
};
/** Text and number take turns. */
function compareDpkgPart(a, b) {
    const turns = (text) => [...text.matchAll(/(\D*)(\d*)/g)];
    const none = turns('')[0];
    if (none === undefined)
        return 0;
    return compareLists(turns(a), turns(b), none, ([, text = '', digits = ''], [, others = '', otherDigits = '']) => {
        const end = 0;
        const byText = compareLists([...text].map(dpkgRank), [...others].map(dpkgRank), end, compareValues);
        return byText || compareValues(BigInt(digits), BigInt(otherDigits));
    });
}
/** A tilde stands before the end (0), letters before all other characters. */
function dpkgRank(character) {
    if (character === '~')
        return -1;
    const code = character.codePointAt(0) ?? 0;
    return /[A-Za-z]/.test(character) ? code : code + 0x110000;
}
/** rpm-version(7): a version that has no release is not told apart by it. */
const compareRpm = (a, b) => {
    const [old, current] = [splitRelease(a), splitRelease(b)];
    return (compareValues(old.epoch, current.epoch) ||
        compareRpmPart(old.upstream, current.upstream) ||
        (old.revision === null || current.revision === null ? 0 : compareRpmPart(old.revision, current.revision)));
};
/** Numbers are newer than words; what goes on is newer, but after a tilde; a caret goes on, but is older than all else. */
function compareRpmPart(a, b) {
    const end = '';
    const segments = (text) => text.match(/\d+|[A-Za-z]+|[~^]/g) ?? [];
    const rank = (segment) => {
        if (/^\d/.test(segment))
            return 4;
        if (/^[A-Za-z]/.test(segment))
            return 3;
        return ['~', end, '^'].indexOf(segment);
    };
    const rankedValue = (segment) => (rank(segment) === 4 ? BigInt(segment) : segment);
    return compareLists(segments(a), segments(b), end, (one, other) => compareValues(rank(one), rank(other)) || compareValues(rankedValue(one), rankedValue(other)));
}
/** Of apk's versions, in the order in which apk-tools (version.c) has them: the fewer of them a version has, the later. */
const apkParts = ['first', 'number', 'letter', 'suffix', 'suffix number', 'commit', 'revision', 'end'];
const apkSuffixes = ['alpha', 'beta', 'pre', 'rc', '', 'cvs', 'svn', 'git', 'hg', 'p'];
/** Where one version goes on and the other does not, the longer one is newer, but for the suffix of a pre-release. */
const compareApk = (a, b) => {
    const [old, current] = [apkPartsOf(a), apkPartsOf(b)];
    if (old === null || current === null)
        return null;
    return compareLists(old, current, { kind: 'end', text: '' }, compareApkParts);
};
function apkPartsOf(version) {
    const match = /^(\d+)((?:\.\d+)*)([a-z]?)((?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*)(?:~([0-9a-f]+))?(?:-r(\d+))?$/.exec(version);
    if (match === null)
        return null;
    const [, first = '', numbers = '', letter = '', suffixes = '', commit = '', revision = ''] = match;
    const part = (kind, text) => (text === '' ? [] : [{ kind, text }]);
    return [
        ...part('first', first),
        ...numbers.split('.').flatMap((text) => part('number', text)),
        ...part('letter', letter),
        ...[...suffixes.matchAll(/_([a-z]+)(\d*)/g)].flatMap(([, suffix = '', number = '']) => [
            ...part('suffix', suffix),
            ...part('suffix number', number),
        ]),
        ...part('commit', commit),
        ...part('revision', revision),
    ];
}
function compareApkParts(a, b) {
    if (a.kind === b.kind)
        return compareValues(...apkValues(a, b));
    const isPreRelease = ({ kind, text }) => kind === 'suffix' && apkSuffixes.indexOf(text) < apkSuffixes.indexOf('');
    if (isPreRelease(a))
        return -1;
    if (isPreRelease(b))
        return 1;
    return apkParts.indexOf(b.kind) - apkParts.indexOf(a.kind);
}
function apkValues(a, b) {
    if (a.kind === 'suffix')
        return [apkSuffixes.indexOf(a.text), apkSuffixes.indexOf(b.text)];
    // A fraction, as it were: 1.05 is before 1.1.
    const isText = a.kind === 'number' && (a.text.startsWith('0') || b.text.startsWith('0'));
    if (isText || ['letter', 'commit', 'end'].includes(a.kind))
        return [a.text, b.text];
    return [BigInt(a.text), BigInt(b.text)];
}
/** PEP 440; what is no such version may be a semantic one. */
const comparePython = (a, b) => {
    const [old, current] = [pythonKey(a), pythonKey(b)];
    if (old === null || current === null)
        return compareSemantic(a, b);
    return (compareValues(old.epoch, current.epoch) ||
        compareLists(old.release, current.release, 0n, compareValues) ||
        compareLists(old.rest, current.rest, 0, compareValues));
};
const pythonVersion = /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;
const preReleases = {
    a: 0,
    alpha: 0,
    b: 1,
    beta: 1,
    c: 2,
    rc: 2,
    pre: 2,
    preview: 2,
};
/** packaging.python.org, "Version specifiers", has the order. */
function pythonKey(version) {
    const match = pythonVersion.exec(version.trim().toLowerCase());
    if (match === null)
        return null;
    const [, epoch, release = '', pre, preNumber, dash, post, postNumber, dev, devNumber, local] = match;
    const hasPost = dash !== undefined || post !== undefined;
    const final = Number.POSITIVE_INFINITY;
    // 1.0.dev1 is before 1.0a1, which is before 1.0.
    const preRank = preReleases[pre ?? ''] ?? (dev !== undefined && !hasPost ? -1 : final);
    return {
        epoch: BigInt(epoch ?? 0),
        release: release.split('.').map(BigInt),
        rest: [
            preRank,
            BigInt(preNumber ?? 0),
            hasPost ? BigInt(dash ?? postNumber ?? 0) : -1,
            dev === undefined ? final : BigInt(devNumber ?? 0),
            ...localKey(local),
        ],
    };
}
/** Each segment as two places: a number is newer than a word, and any segment than none. */
const localKey = (local) => (local?.split(/[-_.]/) ?? []).flatMap((segment) => /^\d+$/.test(segment) ? [2, BigInt(segment)] : [1, segment]);
/** Gem::Version#<=> of rubygems. */
const compareGem = (a, b) => {
    const [old, current] = [gemSegments(a), gemSegments(b)];
    if (old === null || current === null)
        return null;
    const isWord = (segment) => typeof segment === 'string';
    return compareLists(old, current, 0n, 
    // A word is a pre-release's.
    (one, other) => Number(isWord(other)) - Number(isWord(one)) || compareValues(one, other));
};
function gemSegments(version) {
    if (!/^\d+(?:\.[0-9a-zA-Z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/.test(version))
        return null;
    const segments = version.replaceAll('-', '.pre.').match(/\d+|[a-z]+/gi) ?? [];
    const values = segments.map((segment) => (/^\d/.test(segment) ? BigInt(segment) : segment));
    const word = values.findIndex((value) => typeof value === 'string');
    return word < 0 ? values : [...withoutZeros(values.slice(0, word)), ...values.slice(word)];
}
const withoutZeros = (values) => values.slice(0, values.findLastIndex((value) => value !== 0n) + 1);
/** semver.org; what is built of the same version is not told apart. */
const compareSemantic = (a, b) => {
    const [old, current] = [semver.parse(a, { loose: true }), semver.parse(b, { loose: true })];
    return old === null || current === null ? null : semver.compare(old, current);
};
const orders = {
    dpkg: compareDpkg,
    apk: compareApk,
    rpm: compareRpm,
    python: comparePython,
    node: compareSemantic,
    gem: compareGem,
    go: compareSemantic,
    rust: compareSemantic,
};
