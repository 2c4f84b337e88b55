export const id = 17;
export const ids = [17];
export const modules = {

/***/ 6017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  execute: () => (/* binding */ execute)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/model/dive.js
var dive = __webpack_require__(979);
// EXTERNAL MODULE: ./lib/analysis/path.js
var analysis_path = __webpack_require__(8575);
;// CONCATENATED MODULE: ./lib/analysis/dive.js


/**
 * The figures of wagoodman/dive 0.13 (dive/filetree/efficiency.go, file_tree.go; dive/image/image.go), computed from our
 * layer indexes as it computes them, with what is odd about them: a path's copies are all wasted, the visible one too;
 * a directory that is deleted is one path of the size of all below it; opaque markers do nothing; a file over a
 * directory keeps the directory's children; a whiteout of what is not there ends the reading of its layer.
 */
function diveFigures(layers) {
    const paths = occurrences(layers);
    let smallest = 0;
    let all = 0;
    const inefficient = [];
    for (const [path, { count, sizeBytes, smallestBytes }] of paths) {
        smallest += smallestBytes;
        all += sizeBytes;
        if (count > 1)
            inefficient.push({ count, sizeBytes, file: (0,analysis_path/* pathText */.L)(path) });
    }
    const wastedBytes = inefficient.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    const sizeOf = (some) => some.reduce((sum, { diskBytes }) => sum + diskBytes, 0);
    const userSizeBytes = sizeOf(layers.slice(1));
    return {
        efficiency: all === 0 ? 1 : smallest / all,
        wastedBytes,
        userWastedPercent: userSizeBytes === 0 ? null : wastedBytes / userSizeBytes,
        sizeBytes: sizeOf(layers),
        userSizeBytes,
        inefficientFiles: inefficient.sort((a, b) => b.sizeBytes - a.sizeBytes || (a.file < b.file ? -1 : 1)),
    };
}
/** dive's rules (runtime/ci/rule.go): a limit that is met to the digit passes. */
function applyDiveRules(figures, rules) {
    return dive/* diveRuleNames */.DI.map((rule) => {
        const threshold = rules[rule];
        if (threshold === null)
            return { rule, threshold, status: 'skip' };
        return { rule, threshold, status: isBroken[rule](figures, threshold) ? 'fail' : 'pass' };
    });
}
const isBroken = {
    // Nothing added makes the ratio infinite where something is wasted, and not a number, which passes, where nothing is.
    highestUserWastedPercent: ({ wastedBytes, userSizeBytes }, most) => wastedBytes / userSizeBytes > most,
    highestWastedBytes: ({ wastedBytes }, most) => wastedBytes > most,
    lowestEfficiency: ({ efficiency }, least) => efficiency < least,
};
/**
 * How often each path is a leaf of a layer's tree, and with what sizes. In time and memory: in proportion to the entries,
 * with a tree of those alone that a whiteout could hide.
 */
function occurrences(layers) {
    const paths = new Map();
    const hidden = hiddenPaths(layers);
    let below = null;
    for (const { entries } of layers) {
        const tree = treeOf(entries.filter(({ path }) => isWithin(hidden, path)));
        // dive looks the first layer's whiteouts up in that layer.
        below ??= tree;
        countLeaves(entries, below, paths);
        stack(below, tree);
    }
    return paths;
}
const newTrie = () => ({ isEnd: false, children: null });
function extend(trie, path) {
    let node = trie;
    for (const name of path === '' ? [] : path.split('/')) {
        node.children ??= new Map();
        let child = node.children.get(name);
        if (child === undefined) {
            child = newTrie();
            node.children.set(name, child);
        }
        node = child;
    }
    return node;
}
function hiddenPaths(layers) {
    const hidden = newTrie();
    for (const { entries } of layers)
        for (const { kind, path } of entries)
            if (kind === 'whiteout')
                extend(hidden, path).isEnd = true;
    return hidden;
}
/** Whether a path ends in the trie, or lies below one that does. */
function isWithin(trie, path) {
    if (trie.children === null)
        return false;
    let node = trie;
    for (const name of path.split('/')) {
        node = node.children?.get(name);
        if (node === undefined || node.isEnd)
            return node !== undefined;
    }
    return false;
}
function isIn(trie, path) {
    let node = trie;
    for (const name of path.split('/')) {
        node = node.children?.get(name);
        if (node === undefined)
            return false;
    }
    return true;
}
function countLeaves(entries, below, paths) {
    const parents = newTrie();
    // A path that a tar holds twice is what it is last; an opaque marker is left out, but its directory is made.
    const sizes = new Map();
    const removed = new Map();
    for (const { kind, path, size } of entries) {
        if (path === '')
            continue;
        extend(parents, parentOf(path));
        if (kind === 'whiteout')
            removed.set(path, removedBytes(below, path));
        else if (kind !== 'opaque')
            sizes.set(path, size);
        else if (!sizes.has(path))
            sizes.set(path, 0);
    }
    const end = firstMissing(removed);
    const isCounted = (rawPath) => end === null || isBefore(rawPath, end);
    for (const [path, size] of sizes)
        if (!isIn(parents, path) && isCounted(path))
            count(paths, path, size);
    for (const [path, size] of removed)
        if (size !== null && isCounted(rawPathOf(path)))
            count(paths, path, size);
}
const parentOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const whiteoutPrefix = '.wh.';
/** Where a whiteout stands in the tar. */
function rawPathOf(path) {
    const name = path.lastIndexOf('/') + 1;
    return path.slice(0, name) + whiteoutPrefix + path.slice(name);
}
/** Where dive gives a layer up. */
function firstMissing(removed) {
    let first = null;
    for (const [path, size] of removed) {
        const rawPath = rawPathOf(path);
        if (size === null && (first === null || isBefore(rawPath, first)))
            first = rawPath;
    }
    return first;
}
/** The order in which dive visits leaves: name by name, as bytes; that is what UTF-16 units are for latin1. */
function isBefore(path, other) {
    const others = other.split('/');
    for (const [at, name] of path.split('/').entries()) {
        const otherName = others[at] ?? '';
        if (name !== otherName)
            return name < otherName;
    }
    return false;
}
function count(paths, path, size) {
    const known = paths.get(path);
    if (known === undefined) {
        paths.set(path, { count: 1, sizeBytes: size, smallestBytes: size });
        return;
    }
    known.count++;
    known.sizeBytes += size;
    known.smallestBytes = Math.min(known.smallestBytes, size);
}
const newNode = () => ({ sizeBytes: 0, isDirectory: false, children: null });
function treeOf(entries) {
    const root = newNode();
    for (const { kind, path, size } of entries) {
        if (path === '')
            continue;
        let node = root;
        for (const name of (kind === 'whiteout' ? rawPathOf(path) : path).split('/'))
            node = childOf(node, name);
        if (kind === 'whiteout' || kind === 'opaque')
            continue;
        node.sizeBytes = size;
        node.isDirectory = kind === 'directory';
    }
    return root;
}
function childOf(node, name) {
    node.children ??= new Map();
    let child = node.children.get(name);
    if (child === undefined) {
        child = newNode();
        node.children.set(name, child);
    }
    return child;
}
/** What a whiteout takes away: the bytes of a directory, nothing of a file; null where there is neither. */
function removedBytes(root, path) {
    let top = root;
    for (const name of path.split('/'))
        top = top?.children?.get(name);
    if (top === undefined)
        return null;
    if (!top.isDirectory)
        return 0;
    let bytes = 0;
    const pending = [top];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        bytes += node.sizeBytes;
        for (const child of node.children?.values() ?? [])
            pending.push(child);
    }
    return bytes;
}
/**
 * Lays a layer's tree over those below it, which become one with it. Iterative: a hostile tar nests deep. The first
 * layer is laid over itself, as dive does: what it holds and hides at once goes, or comes back, in the order of names.
 */
function stack(below, upper) {
    const pending = [[below, upper]];
    for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
        const [lower, { children }] = pair;
        if (children === null)
            continue;
        for (const [name, node] of [...children].sort(([a], [b]) => (a < b ? -1 : 1))) {
            if (name.startsWith(whiteoutPrefix)) {
                lower.children?.delete(name.slice(whiteoutPrefix.length));
                continue;
            }
            const kept = childOf(lower, name);
            kept.sizeBytes = node.sizeBytes;
            kept.isDirectory = node.isDirectory;
            pending.push([kept, node]);
        }
    }
}

// EXTERNAL MODULE: ./lib/analysis/ownership.js + 9 modules
var ownership = __webpack_require__(8623);
;// CONCATENATED MODULE: ./lib/analysis/waste.js

/** Files that a row names. */
const largestFiles = 3;
/**
 * What the layers hold and no container sees: which line brought it, which hid it, and how. Rows add up to the dead
 * bytes, and each split does.
 *
 * @param attributions one for each layer, base first
 */
function wasteOf(fileSystem, attributions) {
    const { liveBytes, deadBytes, totalBytes, dead } = fileSystem;
    const rows = [...groups(dead).values()].map((files) => rowOf(files, attributions)).sort(byBytes);
    const sum = (which) => rows.reduce((total, row) => total + (which(row) ? row.diskBytes : 0), 0);
    return {
        liveBytes,
        deadBytes,
        efficiency: totalBytes === 0 ? 1 : liveBytes / totalBytes,
        how: {
            deleted: sum(({ how }) => how === 'deleted'),
            modified: sum(({ how }) => how === 'modified'),
            metadata: sum(({ how }) => how === 'metadata'),
        },
        hiddenBy: {
            base: sum(({ hiddenBy }) => hiddenBy.origin === 'base'),
            own: sum(({ hiddenBy }) => hiddenBy.origin === 'own'),
            unknown: sum(({ hiddenBy }) => hiddenBy.origin === null),
        },
        rows,
    };
}
/** Of the same two layers, hidden the same way. */
function groups(dead) {
    const found = new Map();
    for (const file of dead) {
        const key = `${file.layer} ${file.hiddenBy} ${file.how}`;
        const group = found.get(key);
        if (group === undefined)
            found.set(key, [file]);
        else
            group.push(file);
    }
    return found;
}
function rowOf(files, attributions) {
    const [{ how, layer, hiddenBy }] = files;
    return {
        how,
        diskBytes: files.reduce((sum, { entry }) => sum + entry.size, 0),
        files: files.length,
        broughtBy: placeOf(layer, attributions),
        hiddenBy: placeOf(hiddenBy, attributions),
        largest: files
            .toSorted((a, b) => b.entry.size - a.entry.size || (a.path < b.path ? -1 : 1))
            .slice(0, largestFiles)
            .map(({ path, entry }) => ({ path: (0,analysis_path/* pathText */.L)(path), diskBytes: entry.size })),
    };
}
function placeOf(layer, attributions) {
    const { origin = null, instruction = null, location = null } = attributions[layer] ?? {};
    return { layer, origin, instruction, location };
}
const byBytes = (a, b) => b.diskBytes - a.diskBytes || a.broughtBy.layer - b.broughtBy.layer || a.hiddenBy.layer - b.hiddenBy.layer;

// EXTERNAL MODULE: ./lib/base-lookup.js + 1 modules
var base_lookup = __webpack_require__(4533);
// EXTERNAL MODULE: ./lib/build/files.js
var build_files = __webpack_require__(7119);
// EXTERNAL MODULE: ./lib/compare/assemble-report.js
var assemble_report = __webpack_require__(9346);
// EXTERNAL MODULE: ./lib/compare/file-tree.js + 1 modules
var file_tree = __webpack_require__(8484);
// EXTERNAL MODULE: ./lib/compare/judge.js + 17 modules
var judge = __webpack_require__(3493);
// EXTERNAL MODULE: ./lib/compare/side.js + 1 modules
var side = __webpack_require__(1814);
// EXTERNAL MODULE: ./lib/dockerfile/parse.js
var parse = __webpack_require__(5381);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/exit-codes.js
var exit_codes = __webpack_require__(4676);
// EXTERNAL MODULE: ./lib/findings.js + 9 modules
var findings = __webpack_require__(7557);
;// CONCATENATED MODULE: ./lib/fixed-files.js



/**
 * Replaces files by what fixes make of them, each at once and with the mode that it had; a symbolic link stays one. No
 * file is touched where one of them can't be written.
 *
 * @param folder that the files' paths are relative to; absolute
 * @throws UserError where a file is no longer what was fixed, is not UTF-8, or can't be written
 */
async function writeFixedFiles(files, { folder, random }) {
    const staged = [];
    try {
        for (const file of files) {
            const path = (0,external_node_path_.resolve)(folder, file.path);
            const target = file.before === null ? path : await (0,promises_.realpath)(path);
            const staging = (0,external_node_path_.join)((0,external_node_path_.dirname)(target), `.${(0,external_node_path_.basename)(target)}.${random()}`);
            staged.push({ staging, target });
            await stage(file, { staging, target });
        }
        for (const { staging, target } of staged)
            await (0,promises_.rename)(staging, target);
    }
    catch (error) {
        await Promise.all(staged.map(({ staging }) => (0,promises_.rm)(staging, { force: true })));
        if (error instanceof errors/* UserError */.yo)
            throw error;
        throw new errors/* UserError */.yo(`nothing was fixed: ${(0,errors/* errorText */.kc)(error)}`, { cause: error });
    }
}
async function stage({ path, before, after }, { staging, target }) {
    const found = await (0,promises_.readFile)(target).catch(() => null);
    const isSame = before === null ? found === null : found?.equals(Buffer.from(before));
    if (isSame !== true) {
        throw new errors/* UserError */.yo(`${path} was not fixed: it is not UTF-8, or was changed in the meantime`);
    }
    await (0,promises_.writeFile)(staging, after, { flag: 'wx' });
    if (before !== null)
        await (0,promises_.chmod)(staging, (await (0,promises_.stat)(target)).mode & 0o7777);
}

// EXTERNAL MODULE: ./lib/lint/fix-edits.js
var fix_edits = __webpack_require__(778);
;// CONCATENATED MODULE: ./lib/lint/fix-diff.js

/** Unchanged lines shown around a change, as diff(1) and git do. */
const contextLines = 3;
/** A change of one file as patch(1) and `git apply` take it; ends with a line's end. Nothing where nothing changes. */
function unifiedDiff({ path, before, changes }) {
    if (changes.length === 0)
        return '';
    const lines = (0,fix_edits/* linesOf */.Dx)(before ?? '');
    const names = [before === null ? '/dev/null' : `a/${path}`, `b/${path}`];
    let growth = 0;
    const hunks = hunksOf(changes).map((members) => {
        const text = hunkText(members, lines, growth);
        growth += members.reduce((sum, change) => sum + change.after.length - change.before.length, 0);
        return text;
    });
    return `--- ${names[0]}\n+++ ${names[1]}\n${hunks.join('')}`;
}
/** Changes whose surroundings meet are shown together. */
function hunksOf(changes) {
    const hunks = [];
    for (const change of changes) {
        const last = hunks.at(-1);
        const previous = last?.at(-1);
        const isNear = previous !== undefined && change.firstLine - endOf(previous) <= 2 * contextLines;
        if (last !== undefined && isNear)
            hunks[hunks.length - 1] = [...last, change];
        else
            hunks.push([change]);
    }
    return hunks;
}
/** The first line behind what a change replaces. */
const endOf = ({ firstLine, before }) => firstLine + before.length;
/** @param growth lines that the hunks before this one add */
function hunkText(changes, lines, growth) {
    const first = Math.max(1, changes[0].firstLine - contextLines);
    const marked = [];
    let at = first;
    const keep = (until) => marked.push(...lines.slice(at - 1, until - 1).map((line) => ` ${line}`));
    for (const change of changes) {
        keep(change.firstLine);
        marked.push(...change.before.map((line) => `-${line}`), ...change.after.map((line) => `+${line}`));
        at = endOf(change);
    }
    keep(at + contextLines);
    const count = (mark) => marked.filter((line) => !line.startsWith(mark)).length;
    const header = `@@ -${range(first, count('+'))} +${range(first + growth, count('-'))} @@\n`;
    return header + marked.map(terminated).join('');
}
/** Of no lines, the place is the line before. */
const range = (first, count) => `${count === 0 ? first - 1 : first}${count === 1 ? '' : `,${count}`}`;
const terminated = (line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`);

// EXTERNAL MODULE: ./lib/lint/fix.js
var fix = __webpack_require__(9938);
// EXTERNAL MODULE: ./lib/lint/fix-lines.js
var fix_lines = __webpack_require__(2484);
;// CONCATENATED MODULE: ./lib/lint/fix-rounds.js



/** Of fixes that want one place there are two or three; a text that is made to have many more is not linted for each. */
const mostRounds = 20;
/**
 * Makes the fixes of findings, the most expensive first. What wants the place of another is looked for again, by its rule,
 * its place and its message, in what the other made: a fix may be a different one there, or none. Only what was found at
 * first is fixed, since that alone has a price that is true.
 */
function fixInRounds(files, findings, allowUnsafe, lintAgain) {
    const { chosen, deferred, unsafe } = (0,fix/* chooseFixes */.Rr)(findings, allowUnsafe);
    const made = new Set(chosen);
    let waiting = deferred;
    let state = makeFixes({ files, fixed: [], moved: (place) => place }, chosen);
    // Each round makes one fix at least, and lints once.
    for (let round = 0; waiting.length > 0 && round < mostRounds; round++) {
        const found = findAgain(waiting, lintAgain(state.files, state.moved), state.moved);
        const next = (0,fix/* chooseFixes */.Rr)([...found.keys()], allowUnsafe).chosen;
        if (next.length === 0)
            break;
        state = makeFixes(state, next);
        for (const again of next)
            made.add(found.get(again) ?? again);
        waiting = waiting.filter((finding) => !made.has(finding));
    }
    const { fixed } = state;
    return { made: findings.filter(fix/* isFixable */.G4).filter((one) => made.has(one)), deferred: waiting, unsafe, fixed };
}
function makeFixes({ files, fixed, moved }, chosen) {
    const now = (0,fix/* fixFiles */.Tm)(files, chosen);
    const edits = chosen.flatMap(({ fix }) => fix.edits).filter(({ file }) => file === files.dockerfile.path);
    // Places are told as if there were no byte order mark.
    const move = (0,fix_edits/* movedBy */.bb)(files.dockerfile.text.replace(/^\uFEFF/, ''), edits);
    return {
        files: (0,fix/* withFixed */.HX)(files, now),
        fixed: joinFixed(fixed, now),
        moved: (place) => {
            const before = moved(place);
            return before && move(before);
        },
    };
}
function joinFixed(earlier, later) {
    const both = new Map(earlier.map((file) => [file.path, file]));
    for (const { path, before, after, changes } of later) {
        const first = both.get(path) ?? { path, before, changes: [] };
        both.set(path, { ...first, after, changes: (0,fix_lines/* joinChanges */.GV)(first.before ?? '', first.changes, changes) });
    }
    return [...both.values()];
}
/** What is found again, in the order of `waiting`, with what it was at first. */
function findAgain(waiting, found, moved) {
    const again = new Map();
    for (const finding of waiting) {
        const start = startOf(finding);
        const place = start && moved(start);
        const isSame = (other) => other.rule === finding.rule && other.message === finding.message && isAt(place, startOf(other));
        const same = place && found.find((other) => isSame(other) && !again.has(other));
        if (same != null)
            again.set(same, finding);
    }
    return again;
}
const startOf = ({ location }) => location && { line: location.firstLine, column: location.firstColumn ?? 1 };
const isAt = (one, other) => one !== null && one.line === other?.line && one.column === other.column;

// EXTERNAL MODULE: ./lib/lint/base-advice.js + 1 modules
var base_advice = __webpack_require__(4212);
// EXTERNAL MODULE: ./lib/weigh.js + 23 modules
var weigh = __webpack_require__(5108);
;// CONCATENATED MODULE: ./lib/verify.js






/** How far a prediction may be off, as a part of it. */
const verificationTolerance = 0.1;
/** A build that leaves nothing behind: under no name of the user's, and in no registry or cache of theirs. */
const trial = (build) => ({ ...build, tags: [], push: false, cacheTo: [] });
/**
 * Builds with the fixes, and compares what that saves with what the findings' prices predict.
 *
 * @param before the same build without them
 * @throws UserError where it does not build with them
 */
async function verifyFixes({ files, made, fixed, each }, before, build, seams) {
    const saving = async (fixes) => {
        const after = await weighFixed(files, fixes, before, build, seams);
        return before.measurement.diskBytes - after.measurement.diskBytes;
    };
    const together = { predicted: predictionOf(made), measured: await saving({ made, fixed }) };
    const rows = [];
    for (const finding of made) {
        const alone = () => saving({ made: [finding], fixed: (0,fix/* fixFiles */.Tm)(files, [finding]) });
        const measured = !each ? null : made.length === 1 ? together.measured : await alone();
        rows.push({ finding, predicted: predictionOf([finding]), measured });
    }
    return { fixes: rows, together, holds: verify_isWithin(together.predicted, together.measured) };
}
/** Bytes; null where no finding has a price, and where what one saves on disk is not known. */
function predictionOf(findings) {
    if (findings.some(({ rule }) => (0,base_advice/* isBaseRule */.yh)(rule)))
        return null;
    const prices = findings.flatMap(({ price }) => (price === null ? [] : [price.diskBytes]));
    return prices.length === 0 ? null : prices.reduce((total, bytes) => total + bytes, 0);
}
/** Nothing predicted is nothing to be wrong about. */
const verify_isWithin = (predicted, measured) => predicted === null || Math.abs(measured - predicted) <= verificationTolerance * predicted;
/** The same build with some fixes. @throws UserError where it does not build with them */
async function weighFixed(files, { made, fixed }, before, { build, ...weighable }, seams) {
    const tempDir = (0,external_node_path_.join)(seams.tempDir, `fixed-${seams.random()}`);
    const file = await writeFiles((0,fix/* withFixed */.HX)(files, fixed), tempDir);
    const subject = { kind: 'build', build: { ...trial(build), file } };
    const known = async () => knownLayersOf(before);
    try {
        return await (0,weigh/* weigh */.vi)({ ...weighable, subject, commit: null, known }, { ...seams, tempDir });
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        const rules = made.map(({ rule }) => rule).join(', ');
        const hint = error.hint ?? 'A fix that breaks the build is to be left out.';
        throw new errors/* UserError */.yo(`with the fixes of ${rules}: ${error.message}`, { hint, cause: error });
    }
}
/** Puts the Dockerfile elsewhere, with its own ignore file, which BuildKit takes before the context's. */
async function writeFiles({ dockerfile, context }, folder) {
    const file = (0,external_node_path_.join)(folder, 'Dockerfile');
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.writeFile)(file, dockerfile.text);
    if (context !== null && context.ignoreText !== null)
        await (0,promises_.writeFile)(`${file}.dockerignore`, context.ignoreText);
    return file;
}
/** What both images share is read once. */
function knownLayersOf({ image, measurement }) {
    const known = image.layers.map((layer) => {
        const { diffId, digest, downloadBytes, marks, index } = layer;
        return [diffId, { diffId, digest, downloadBytes, marks, store: measurement.store, index }];
    });
    return new Map(known);
}

;// CONCATENATED MODULE: ./lib/fix.js








/**
 * Makes the fixes of findings, one behind the other where they want the same place.
 *
 * @throws UserError where the Dockerfile is not the one that was linted, can't be written, or does not build when fixed
 */
async function fix_fix({ linted, findings, lintAgain, weighed }, request, build, seams) {
    const { workingDirectory: folder } = build;
    const files = { dockerfile: await readOriginal(linted, folder), context: linted.context };
    const rounds = fixInRounds(files, findings, request.allowUnsafe, (now, moved) => lintAgain(withFiles(linted, now, moved)));
    const { made, fixed, deferred, unsafe } = rounds;
    const isVerified = request.verify !== 'no' && made.length > 0 && weighed !== null;
    const fixes = { files, made, fixed, each: request.verify === 'each' };
    const verification = isVerified ? await verifyFixes(fixes, weighed, build, seams) : null;
    const written = request.write && verification?.holds !== false && fixed.length > 0;
    if (written)
        await writeFixedFiles(fixed, { folder, random: seams.random });
    return { fixed: made, deferred, unsafe, diff: fixed.map(unifiedDiff).join(''), written, verification };
}
/** Other files for the same image: its layers lie where the instructions that made them have moved to. */
function withFiles(linted, { dockerfile, context }, moved) {
    const { image } = linted;
    const attributions = image?.attributions.map((of) => (of.origin === 'base' ? of : { ...of, ...movedOf(of, moved) }));
    return {
        ...linted,
        dockerfile: (0,parse/* parseDockerfile */.A)(dockerfile.path, dockerfile.text),
        context,
        image: image && attributions ? { ...image, attributions } : null,
    };
}
function movedOf({ location }, moved) {
    const start = location && moved({ line: location.firstLine, column: 1 });
    if (location === null || start == null)
        return { location: null };
    const growth = start.line - location.firstLine;
    return { location: { ...location, firstLine: start.line, lastLine: location.lastLine + growth } };
}
/** The Dockerfile with its own line ends and byte order mark, which the builder's copy need not have. */
async function readOriginal({ dockerfile: { path, text } }, folder) {
    const original = await (0,promises_.readFile)((0,external_node_path_.resolve)(folder, path), 'utf8').catch(() => null);
    if (original === null || (0,parse/* parseDockerfile */.A)(path, original).text !== text) {
        throw new errors/* UserError */.yo(`${path} is not what the image was built from`, {
            hint: 'Build the image again, or let this command build it: --build.',
        });
    }
    return { path, text: original };
}

// EXTERNAL MODULE: ./lib/image/source.js
var source = __webpack_require__(2240);
// EXTERNAL MODULE: ./lib/name.js
var lib_name = __webpack_require__(8744);
// EXTERNAL MODULE: ./lib/page-assets.js
var page_assets = __webpack_require__(2084);
// EXTERNAL MODULE: ./lib/units.js
var units = __webpack_require__(3052);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/figures.js
var report_figures = __webpack_require__(819);
// EXTERNAL MODULE: ./lib/report/terminal-text.js
var terminal_text = __webpack_require__(2234);
;// CONCATENATED MODULE: ./lib/report/dive.js





/** Text from an image: nothing in it moves the cursor, and it ends. */
const shown = (text) => (0,report_escape/* truncate */.xv)((0,report_escape/* visible */.RK)(text), 1000);
/**
 * What dive 0.13 prints with `--ci` from its analysis on, line by line, so that what reads one log reads the other; then
 * our own figures. Ends with a line break.
 */
function renderDive(report, rulesFile, options) {
    const paint = (0,terminal_text/* painter */.C2)(options.color);
    const lines = [
        rulesFile === null ? '  Using default CI config' : `  Using CI config: ${shown(rulesFile)}`,
        `${paint('bold', 'Image Source:')} ${shown(report.image)}`,
        paint('bold', 'Analyzing image...'),
        `  efficiency: ${fixed(report.efficiency * 100, 4)} %`,
        `  wastedBytes: ${report.wastedBytes} bytes (${humanBytes(report.wastedBytes)})`,
        `  userWastedPercent: ${fixed(userWasted(report) * 100, 4)} %`,
        paint('bold', 'Inefficient Files:'),
        fileLine('Count', 'Wasted Space', 'File Path'),
        ...(report.inefficientFiles.length === 0 ? ['None'] : report.inefficientFiles.map(inefficientLine)),
        paint('bold', 'Results:'),
        ...report.results.map((result) => resultLine(result, report, paint)),
        paint(report.pass ? 'green' : 'red', totalLine(report)),
    ];
    return `${lines.join('\n')}\n\n${renderWaste(report.waste, options)}${differenceText(report, options)}`;
}
/** Infinite, or not a number, where dive divides by nothing. */
const userWasted = ({ wastedBytes, userSizeBytes }) => wastedBytes / userSizeBytes;
const fileLine = (count, space, path) => `${count.padStart(5)}  ${space.padStart(12)}  ${path}`;
const inefficientLine = ({ count, sizeBytes, file }) => fileLine(String(count), humanBytes(sizeBytes), shown(file));
const words = { pass: 'PASS', fail: 'FAIL', skip: 'SKIP' };
const styles = { pass: 'green', fail: 'red', skip: 'blue' };
function resultLine({ rule, status, threshold }, report, paint) {
    const front = `  ${paint(styles[status], words[status])}: ${rule}`;
    if (status === 'skip')
        return `${front}: rule disabled`;
    return status === 'pass' || threshold === null ? front : `${front}: ${failure[rule](report, shortest(threshold))}`;
}
const failure = {
    highestUserWastedPercent: (report, threshold) => 'too many bytes wasted, relative to the user bytes added ' +
        `(%-user-wasted-bytes=${shortest(userWasted(report))} > threshold=${threshold})`,
    highestWastedBytes: ({ wastedBytes }, threshold) => `too many bytes wasted (wasted-bytes=${wastedBytes} > threshold=${threshold})`,
    lowestEfficiency: ({ efficiency }, threshold) => `image efficiency is too low (efficiency=${shortest(efficiency)} < threshold=${threshold})`,
};
function totalLine({ pass, results }) {
    const count = (status) => results.filter((result) => result.status === status).length;
    const tally = `[Passed:${count('pass')}] [Failed:${count('fail')}] [Warn:0] [Skipped:${count('skip')}]`;
    return `Result:${pass ? 'PASS' : 'FAIL'} [Total:${dive/* diveRuleNames */.DI.length}] ${tally}`;
}
/** As Go prints a float's `%.Nf`: rounded to even where the decimal is exactly between two. */
function fixed(value, digits) {
    if (!Number.isFinite(value))
        return shortest(value);
    const exact = value.toFixed(100);
    const end = exact.indexOf('.') + 1 + digits;
    const isTie = /^50*$/.test(exact.slice(end)) && /[02468]\.?$/.test(exact.slice(0, end));
    return isTie ? exact.slice(0, end).replace(/\.$/, '') : value.toFixed(digits);
}
/** As Go prints a float's `%v`. */
function shortest(value) {
    if (!Number.isFinite(value))
        return Number.isNaN(value) ? 'NaN' : '+Inf';
    const isTiny = value !== 0 && value < 1e-4;
    return isTiny ? value.toExponential().replace(/e-(\d)$/, 'e-0$1') : String(value);
}
const dive_units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
/** As dustin/go-humanize prints bytes: `9.9 kB`, `10 kB`, `1000 kB`. */
function humanBytes(bytes) {
    if (bytes < 10)
        return `${bytes} B`;
    const power = dive_units.findLastIndex((_, exponent) => bytes >= 1000 ** exponent);
    const value = Math.floor((bytes / 1000 ** power) * 10 + 0.5) / 10;
    return `${fixed(value, value < 10 ? 1 : 0)} ${dive_units[power]}`;
}
const differences = "dive's figures differ, as it counts every copy of a path that several layers hold, the visible one too, and takes " +
    'no account of files that went with a directory that was deleted whole, or emptied, or gave way to a file.';
const differenceText = ({ wastedBytes, waste }, { width }) => wastedBytes === waste.deadBytes ? '' : `\n${(0,terminal_text/* wrap */.LV)(differences, width)}\n`;
/** Rows of a table in the terminal that a reader still takes in. */
const longestTable = 20;
/** What the layers hold and no container sees, by the lines that brought and hid it. Ends with a line break. */
function renderWaste(waste, { color, width }) {
    const paint = (0,terminal_text/* painter */.C2)(color);
    const { deadBytes, liveBytes, rows } = waste;
    const summary = deadBytes === 0
        ? 'nothing is hidden by later layers: efficiency 100%'
        : `${(0,report_figures/* sizeText */.lP)(deadBytes)} of ${(0,report_figures/* sizeText */.lP)(deadBytes + liveBytes)} are hidden by later layers` +
            `${partsText(waste)}: efficiency ${(0,units/* formatPercent */.l9)(waste.efficiency * 100)}`;
    const heavy = rows.filter(({ diskBytes }) => diskBytes > 0);
    const cells = heavy
        .slice(0, longestTable)
        .map(({ diskBytes, files, how, broughtBy, hiddenBy }) => [
        (0,report_figures/* sizeText */.lP)(diskBytes),
        String(files),
        hows[how],
        { path: placeText(broughtBy) },
        `${placeText(hiddenBy)}${hiddenBy.instruction === null || hiddenBy.location === null ? '' : `  ${shown(hiddenBy.instruction)}`}`,
    ]);
    const rest = heavy.slice(longestTable).reduce((sum, { diskBytes }) => sum + diskBytes, 0);
    const other = rest > 0 ? [[(0,report_figures/* sizeText */.lP)(rest), '', 'other', '', '']] : [];
    const table = (0,terminal_text/* terminalTable */.RX)(['DISK', 'FILES', 'HOW', 'BROUGHT BY', 'HIDDEN BY'], [...cells, ...other], width, paint);
    return `${[(0,terminal_text/* wrap */.LV)(summary, width, (line) => paint('bold', line)), ...(cells.length > 0 ? [table] : [])].join('\n')}\n`;
}
const hows = {
    deleted: 'deleted',
    modified: 'overwritten',
    metadata: 'metadata',
};
/** ` (20 MB deleted, 1 MB overwritten; 3 MB of it within the base image)`. */
function partsText({ how, hiddenBy }) {
    const parts = [
        [how.deleted, 'deleted'],
        [how.modified, 'overwritten'],
        [how.metadata, 'rewritten for metadata alone'],
    ];
    const list = parts.flatMap(([bytes, word]) => (bytes > 0 ? [`${(0,report_figures/* sizeText */.lP)(bytes)} ${word}`] : []));
    const base = hiddenBy.base > 0 ? `; ${(0,report_figures/* sizeText */.lP)(hiddenBy.base)} of it within the base image` : '';
    return ` (${list.join(', ')}${base})`;
}
function placeText({ layer, origin, instruction, location }) {
    if (origin === 'base')
        return 'base image';
    if (location !== null)
        return `${shown(location.file)}:${location.firstLine}`;
    return instruction === null ? `layer ${layer + 1}` : shown(instruction);
}

// EXTERNAL MODULE: ./lib/report/build.js
var build = __webpack_require__(8134);
// EXTERNAL MODULE: ./lib/report/cost.js
var cost = __webpack_require__(7489);
// EXTERNAL MODULE: ./lib/report/headline.js
var headline = __webpack_require__(5916);
// EXTERNAL MODULE: ./lib/report/rows.js
var report_rows = __webpack_require__(9965);
;// CONCATENATED MODULE: ./lib/report/terminal.js







/** A report: the verdict, then for each image what changed and its findings. Ends with a line break. */
function renderReport(report, options) {
    const paint = (0,terminal_text/* painter */.C2)(options.color);
    const tone = (0,report_figures/* toneOf */.YV)(report);
    return paragraphs([
        (0,terminal_text/* wrap */.LV)(`${verdictWords[tone]}  ${(0,headline/* headline */.P)(report, terminal_shown)}`, options.width, (line) => paint(toneStyles[tone], line)),
        ...report.images.map((image) => imagePart(image, report.metric, options, paint)),
        report.notices.map((notice) => (0,terminal_text/* wrap */.LV)(`note: ${terminal_shown(notice)}`, options.width)).join('\n'),
    ]);
}
/** Text from outside: nothing in it moves the cursor, and it ends. */
const terminal_shown = (text) => (0,report_escape/* truncate */.xv)((0,report_escape/* visible */.RK)(text), 1000);
const verdictWords = {
    pass: 'PASS',
    warn: 'WARN',
    fail: 'FAIL',
    accepted: 'ACCEPTED',
    neutral: 'INFO',
};
const toneStyles = {
    pass: 'green',
    warn: 'yellow',
    fail: 'red',
    accepted: 'yellow',
    neutral: 'blue',
};
const paragraphs = (parts) => `${parts.filter((part) => part !== '').join('\n\n')}\n`;
function imagePart(image, metric, options, paint) {
    const changes = changeLines(image, metric, options, paint);
    const { findings, suppressed } = image;
    const lint = findings.length + suppressed.length > 0 ? renderLint(image, metric, options).trimEnd() : '';
    const facts = [
        (0,terminal_text/* wrap */.LV)(imageLine(image, metric), options.width),
        baselineLine(image, options),
        (0,terminal_text/* wrap */.LV)((0,build/* buildParts */.Z)(image).join(', '), options.width),
        (0,terminal_text/* wrap */.LV)((0,cost/* costParts */.Y)(image).join(', '), options.width),
        ...causeLines(image, metric).map((line) => (0,terminal_text/* wrap */.LV)(line, options.width)),
        focusLine(image, metric, options),
        changes,
    ];
    const parts = [
        facts.filter((part) => part !== '').join('\n'),
        budgetLines(image, options, paint),
        lintLine(image, options, paint),
        lint,
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
/** Budgets in the terminal that a reader still takes in; the report as JSON has all. */
const mostBudgets = 20;
/** What is broken, with what to undo, and what could not be checked; what is kept is no news. */
function budgetLines({ budgets }, { width }, paint) {
    const told = (0,report_figures/* byUrgency */.td)(budgets).filter(({ status }) => status !== 'pass');
    const lines = told.slice(0, mostBudgets).map(({ status, message }) => {
        const { word, style } = budgetWords[status];
        return (0,terminal_text/* wrap */.LV)(`${word}: ${terminal_shown(message)}`, width, (line) => paint(style, line));
    });
    const more = told.length - lines.length;
    return [...lines, ...(more > 0 ? [`and ${(0,report_figures/* plural */.LS)(more, 'more budget')}`] : [])].join('\n');
}
const budgetWords = {
    pass: { word: 'pass', style: 'green' },
    warn: { word: 'warning', style: 'yellow' },
    fail: { word: 'over budget', style: 'red' },
    unknown: { word: 'note', style: 'blue' },
};
/** What findings make of the verdict; that none does is no news. */
function lintLine({ lint }, { width }, paint) {
    if (lint === null || lint.status === 'pass')
        return '';
    const [word, style] = lint.status === 'fail' ? ['fails', 'red'] : ['warning', 'yellow'];
    return (0,terminal_text/* wrap */.LV)(`${word}: ${terminal_shown(lint.message)}`, width, (line) => paint(style, line));
}
function imageLine(image, metric) {
    const figure = (name, each) => {
        const share = each === metric ? (0,report_figures/* shareText */.Lu)(image) : null;
        const change = (0,report_figures/* deltaText */.mx)((0,report_figures/* deltaBy */.Yn)(each, image)) + (share === null ? '' : `, ${share}`);
        return `${name} ${(0,report_figures/* sizeText */.lP)((0,report_figures/* bytesBy */.Tz)(each, image.current))}${image.delta === null ? '' : ` (${change})`}`;
    };
    return `${terminal_shown(image.name)} ${terminal_shown(image.platform)}: ${figure('disk', 'disk')}, ${figure('download', 'download')}`;
}
function baselineLine({ baseline }, { width }) {
    const { kind, commit, distance, measurement, reason } = baseline;
    if (kind === 'none')
        return (0,terminal_text/* wrap */.LV)(`no baseline${reason === null ? '' : `: ${terminal_shown(reason)}`}`, width);
    const name = commit === null ? terminal_shown(measurement?.source.reference ?? kind) : commit.slice(0, 12);
    const from = kind === 'ancestor' && distance !== null ? `, ${(0,report_figures/* plural */.LS)(distance, 'commit')} back` : '';
    return (0,terminal_text/* wrap */.LV)(`compared with ${name}${from}${kind === 'rebuilt' ? ', rebuilt' : ''}`, width);
}
/** Rows of a table in the terminal that a reader still takes in. */
const terminal_longestTable = 20;
function causeLines(image, metric) {
    const parts = (0,report_rows/* causeParts */.OD)(image, metric).map(([name, bytes]) => `${name} ${(0,report_figures/* deltaText */.mx)(bytes)}`);
    const nameOf = ({ location, label }) => (location === null ? terminal_shown((0,report_escape/* truncate */.xv)(label, 60)) : lineText(location));
    const assumed = (0,report_rows/* assumptions */.vk)(image).map(({ reason, rows }) => `${rows.map(nameOf).join(', ')} (${terminal_shown(reason)})`);
    return [
        ...(parts.length > 0 ? [parts.join(', ')] : []),
        ...(assumed.length > 0 ? [`assumed to be yours: ${assumed.join('; ')}`] : []),
    ];
}
/** `below /usr/lib: +3.1 MB of +12.4 MB`. */
function focusLine({ focus, delta }, metric, { width }) {
    if (focus === null)
        return '';
    const part = (0,report_figures/* figureText */.OP)(focus.delta, metric, true);
    const whole = delta === null ? '' : ` of ${(0,report_figures/* deltaText */.mx)((0,report_figures/* bytesBy */.Tz)(metric, delta))}`;
    return (0,terminal_text/* wrap */.LV)(`below ${terminal_shown(focus.path)}: ${part}${whole}`, width);
}
const voice = { quote: terminal_shown, say: terminal_shown };
/** What changed, as a tree: each line of the Dockerfile, what tells of its cause, and `depth` levels below. */
function changeLines(image, metric, options, paint) {
    const selection = (0,report_rows/* largestChanges */.oX)(image, metric, terminal_longestTable);
    if (selection.shown.length === 0)
        return '';
    const breadth = (level) => (level > options.depth ? 0 : Number.POSITIVE_INFINITY);
    const lines = (0,report_rows/* linesOf */.Dx)(selection, (row) => (0,report_rows/* linesBelow */.$H)(row, metric, breadth));
    const places = lines.map(({ row, level }) => (level > 0 || row === null ? '' : lineText(row.location)));
    const width = Math.min(Math.floor(options.width / 3), Math.max(...['WHERE', ...places].map(terminal_text/* columns */.YB)));
    // Rows below a layer take the place of both columns.
    const both = (place, text) => `${(0,terminal_text/* pad */.eV)(place, width, { cut: 'middle' })}  ${text}`;
    const rows = lines.flatMap((line, at) => {
        const { row, parent, level } = line;
        const text = row === null ? 'other' : (0,report_rows/* describe */.q0)(row, voice, parent);
        const why = row === null ? '' : (0,report_rows/* causeText */.xv)(row, voice);
        return [
            [...figures(line, image), level > 0 ? below(row, '  '.repeat(level) + text) : both(places[at] ?? '', text)],
            ...(why === '' ? [] : [['', '', `  (${why})`]]),
        ];
    });
    return (0,terminal_text/* terminalTable */.RX)(['DISK', 'DOWNLOAD', both('WHERE', 'INSTRUCTION')], rows, options.width, paint);
}
/** A row below a layer: of a file the name and what became of it are at the end. */
const below = (row, text) => row?.kind === 'file' || row?.kind === 'directory' ? { path: text } : text;
const figures = ({ level, delta }, { focus }) => ['disk', 'download'].map((metric) => (0,report_figures/* figureText */.OP)(delta, metric, level > 0 || focus !== null));
const lineText = (place) => place === null ? '-' : `${terminal_shown(place.file)}:${place.firstLine}`;
/** One image's sizes, then its layers, base first. Ends with a line break. */
function renderMeasurement(measurement, options) {
    const { name, platform, diskBytes, downloadBytes, deadBytes, files, layers } = measurement;
    const paint = (0,terminal_text/* painter */.C2)(options.color);
    const dead = deadBytes > 0 ? `, ${(0,report_figures/* sizeText */.lP)(deadBytes)} hidden by later layers` : '';
    const summary = `${terminal_shown(name)} ${terminal_shown(platform)}: ${(0,report_figures/* sizeText */.lP)(diskBytes)} on disk, ` +
        `${(0,report_figures/* sizeText */.lP)(downloadBytes)} to download, ${(0,report_figures/* plural */.LS)(files, 'file')} in ${(0,report_figures/* plural */.LS)(layers.length, 'layer')}${dead}`;
    const rows = layers.map((layer) => [
        (0,report_figures/* sizeText */.lP)(layer.diskBytes),
        (0,report_figures/* sizeText */.lP)(layer.downloadBytes),
        { path: layer.location === null && layer.origin === 'base' ? 'base image' : lineText(layer.location) },
        terminal_shown(layer.instruction ?? layer.diffId),
    ]);
    return paragraphs([
        (0,terminal_text/* wrap */.LV)(summary, options.width, (line) => paint('bold', line)),
        rows.length > 0 ? (0,terminal_text/* terminalTable */.RX)(['DISK', 'DOWNLOAD', 'WHERE', 'INSTRUCTION'], rows, options.width, paint) : '',
    ]);
}
/**
 * `Dockerfile:12:1 warning rule: message (20.1 MB)`, the most expensive first, then their sum and what was left out. Ends
 * with a line break.
 */
function renderLint({ findings, suppressed }, metric, options) {
    const told = findings.length === 0 ? [] : [findingLines(findings, metric, options, (0,terminal_text/* painter */.C2)(options.color))];
    const others = [...(findings.length === 0 ? ['no findings'] : []), ...suppressedLines(suppressed)];
    return `${[...told, ...others.map((line) => (0,terminal_text/* wrap */.LV)(line, options.width))].join('\n')}\n`;
}
/** What was left out is never hidden: how many, and each with who asked for it. */
function suppressedLines(suppressed) {
    if (suppressed.length === 0)
        return [];
    const lines = suppressed.slice(0, terminal_longestTable).map(({ rule, location, by, reason }) => {
        const why = reason === null ? '' : `: ${terminal_shown(reason)}`;
        return `  ${lineText(location)} ${terminal_shown(rule)}, by ${terminal_shown(by.file)}:${by.line}${why}`;
    });
    const more = suppressed.length - lines.length;
    return [`${(0,report_figures/* plural */.LS)(suppressed.length, 'finding')} suppressed`, ...lines, ...(more > 0 ? [`  and ${more} more`] : [])];
}
const severityStyles = { error: 'red', warning: 'yellow', info: 'blue' };
function findingLines(findings, metric, options, paint) {
    const price = (0,report_figures/* totalPrice */.kc)(findings, metric);
    const total = `${(0,report_figures/* plural */.LS)(findings.length, 'finding')}${price > 0 ? `, ${(0,report_figures/* sizeText */.lP)(price)} to save` : ''}`;
    const lines = (0,report_figures/* byPrice */.lu)(findings, metric).map((finding) => {
        const { severity, rule, message } = finding;
        const bytes = (0,report_figures/* priceBy */.j4)(metric, finding);
        const cost = bytes === null ? '' : ` (${(0,report_figures/* sizeText */.lP)(bytes)})`;
        const text = `${findingPlace(finding)} ${severity} ${terminal_shown(rule)}: ${terminal_shown(message)}${cost}`;
        return (0,terminal_text/* wrap */.LV)(text, options.width, (line, at) => at === 0 ? line.replace(` ${severity} `, ` ${paint(severityStyles[severity], severity)} `) : line);
    });
    const sum = (0,terminal_text/* wrap */.LV)(total, options.width, (line) => paint('bold', line));
    return [...lines, ...sum.split('\n'), ...fixableLines(findings, options)].join('\n');
}
function fixableLines(findings, { width }) {
    const parts = [true, false].flatMap((safe) => {
        const count = findings.filter(({ fix }) => fix?.safe === safe).length;
        return count === 0 ? [] : [`${count} fixable with \`image-size-gate fix${safe ? '' : ' --unsafe'}\``];
    });
    return parts.length === 0 ? [] : [(0,terminal_text/* wrap */.LV)(parts.join(', '), width)];
}
/** `Dockerfile:12:1`. */
function findingPlace({ location }) {
    if (location === null)
        return '-';
    return lineText(location) + (location.firstColumn === null ? '' : `:${location.firstColumn}`);
}

;// CONCATENATED MODULE: ./lib/report/fixes.js





/** What was fixed, or would be, and what was not and why. Ends with a line break. */
function renderFixes({ fixed, deferred, unsafe, written }, options) {
    const paint = (0,terminal_text/* painter */.C2)(options.color);
    const price = (0,report_figures/* totalPrice */.kc)(fixed, 'disk');
    const total = `${(0,report_figures/* plural */.LS)(fixed.length, 'fix', 'fixes')}${price > 0 ? `, ${(0,report_figures/* sizeText */.lP)(price)} to save` : ''}`;
    const rest = written || fixed.length === 0 ? '' : ': nothing was written';
    const lines = [
        ...fixed.map((finding) => `${written ? 'fixed' : 'fixable'} ${label(finding)}`),
        ...deferred.map((finding) => `for the next run, as another fix is in its way: ${label(finding)}`),
        ...unsafe.map((finding) => `fixable with --unsafe, if the image still works: ${label(finding)}`),
    ].map((line) => (0,terminal_text/* wrap */.LV)(line, options.width));
    return `${[...lines, paint('bold', total + rest)].join('\n')}\n`;
}
function label(finding) {
    const price = finding.price === null ? '' : ` (${(0,report_figures/* sizeText */.lP)(finding.price.diskBytes)})`;
    return `${findingPlace(finding)} ${(0,report_escape/* visible */.RK)(finding.rule)}${price}`;
}
/** The diff for a terminal, with nothing in it that moves the cursor; patch(1) takes the diff as it is. */
function renderDiff(diff, { color }) {
    const paint = (0,terminal_text/* painter */.C2)(color);
    return diff.replace(/[^\n]+/g, (line) => paintLine((0,report_escape/* visible */.RK)(line.replace(/\r$/, '')), paint));
}
function paintLine(line, paint) {
    if (/^(?:---|\+\+\+) /.test(line))
        return paint('bold', line);
    if (line.startsWith('+'))
        return paint('green', line);
    return line.startsWith('-') ? paint('red', line) : line;
}
/** What was predicted beside what was measured. Ends with a line break. */
function renderVerification({ fixes, together, holds }, options) {
    const paint = (0,terminal_text/* painter */.C2)(options.color);
    const rows = [
        ...fixes.map(({ finding, ...saving }) => [...fixes_figures(saving), `${findingPlace(finding)} ${(0,report_escape/* visible */.RK)(finding.rule)}`]),
        [...fixes_figures(together), 'together'],
    ];
    const verdict = `the prediction ${holds ? 'holds' : 'does not hold'}${errorText(together)}`;
    return `${(0,terminal_text/* terminalTable */.RX)(['PREDICTED', 'MEASURED', 'FIX'], rows, options.width, paint)}\n${paint(holds ? 'green' : 'red', verdict)}\n`;
}
const fixes_figures = ({ predicted, measured }) => [
    predicted === null ? '-' : (0,report_figures/* deltaText */.mx)(-predicted),
    measured === null ? '-' : (0,report_figures/* deltaText */.mx)(-measured),
];
function errorText({ predicted, measured }) {
    if (predicted === null)
        return ': there was none';
    return measured === null || predicted === 0 ? '' : `: ${(0,units/* formatPercentDelta */.zy)((measured / predicted - 1) * 100)}`;
}

// EXTERNAL MODULE: ./lib/report/json.js
var json = __webpack_require__(7406);
// EXTERNAL MODULE: ./lib/report/markdown.js + 9 modules
var markdown = __webpack_require__(12);
;// CONCATENATED MODULE: ./lib/report/packages.js




/** Text from an image: nothing in it moves the cursor, and it ends. */
const packages_shown = (text) => (text === null ? '-' : (0,report_escape/* truncate */.xv)((0,report_escape/* visible */.RK)(text), 200));
/** Rows that a reader still takes in. */
const packages_longestTable = 40;
/** Packages, the largest first, then where the rest lies; all rows together are the live bytes. Ends with a line break. */
function renderPackages({ packages, unowned }, { color, width }) {
    const paint = (0,terminal_text/* painter */.C2)(color);
    const live = bytesOf(packages) + bytesOf(unowned);
    const figures = (bytes) => [(0,report_figures/* sizeText */.lP)(bytes), live === 0 ? '-' : (0,units/* formatPercent */.l9)((100 * bytes) / live)];
    const summary = `${(0,report_figures/* plural */.LS)(packages.length, 'package')} ${packages.length === 1 ? 'owns' : 'own'} ${(0,report_figures/* sizeText */.lP)(bytesOf(packages))} ` +
        `of ${(0,report_figures/* sizeText */.lP)(live)} that can be seen`;
    const rows = packages
        .slice(0, packages_longestTable)
        .map(({ diskBytes, manager, version, name }) => [...figures(diskBytes), manager, packages_shown(version), packages_shown(name)]);
    const smaller = packages.slice(packages_longestTable);
    const more = smaller.length === 0 ? [] : [[...figures(bytesOf(smaller)), '', '', `${smaller.length} smaller`]];
    const rest = unowned.map(({ diskBytes, directory }) => [...figures(diskBytes), { path: packages_shown(directory) }]);
    const tables = [
        rows.length === 0
            ? ''
            : (0,terminal_text/* terminalTable */.RX)(['DISK', 'SHARE', 'KIND', 'VERSION', 'PACKAGE'], [...rows, ...more], width, paint),
        rest.length === 0 ? '' : (0,terminal_text/* terminalTable */.RX)(['DISK', 'SHARE', 'OWNED BY NO PACKAGE'], rest, width, paint),
    ];
    const parts = [(0,terminal_text/* wrap */.LV)(summary, width, (line) => paint('bold', line)), ...tables];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
const bytesOf = (rows) => rows.reduce((sum, { diskBytes }) => sum + diskBytes, 0);

// EXTERNAL MODULE: ./lib/report/sarif.js + 1 modules
var sarif = __webpack_require__(4745);
// EXTERNAL MODULE: ./lib/report-files.js + 2 modules
var report_files = __webpack_require__(8476);
// EXTERNAL MODULE: ./lib/run.js + 3 modules
var run = __webpack_require__(6199);
// EXTERNAL MODULE: ./lib/runtime.js + 2 modules
var runtime = __webpack_require__(9782);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/stored-report.js



/**
 * Reads a report out of a file, or, where `path` is null, out of `input`.
 *
 * @throws UserError where it cannot be read, is too large, or is no report, naming the field that is wrong.
 */
async function readStoredReport(path, input) {
    const text = await readBounded(path === null ? input : (0,external_node_fs_.createReadStream)(path)).catch((error) => {
        if (error instanceof errors/* UserError */.yo)
            throw error;
        throw new errors/* UserError */.yo(`the report cannot be read: ${(0,errors/* errorText */.kc)(error)}`, { cause: error });
    });
    return (0,json/* parseReport */.MM)(text);
}
/** No character takes less than a byte: what is within the bound in bytes is so in characters. */
async function readBounded(stream) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of stream) {
        bytes += chunk.length;
        if (bytes > json/* maxReportLength */.pX) {
            throw new errors/* UserError */.yo(`the report is longer than ${json/* maxReportLength */.pX} bytes`, { hint: 'Is it a report at all?' });
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
}

;// CONCATENATED MODULE: ./lib/terminal-options.js
/** Beyond this nothing is shown in one line, and a width is no terminal's. */
const widest = 10_000;
/**
 * How a stream is written to. Colour, and lines that are cut, are for terminals; but COLUMNS says how wide lines may be
 * anywhere (POSIX), FORCE_COLOR asks for colour anywhere (as Node itself takes it, 0 and false for none) and wins over
 * NO_COLOR (https://no-color.org).
 */
function terminalOptions({ isTTY = false, columns }, environment) {
    const asked = /^[1-9]\d{0,4}$/.test(environment.COLUMNS ?? '') ? Number(environment.COLUMNS) : null;
    const own = isTTY ? columns || 80 : Number.POSITIVE_INFINITY;
    return { color: isColored(isTTY, environment), width: asked === null ? own : Math.min(asked, widest) };
}
function isColored(isTTY, { FORCE_COLOR, NO_COLOR, TERM }) {
    if (FORCE_COLOR !== undefined)
        return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
    return isTTY && !NO_COLOR && TERM !== 'dumb';
}

// EXTERNAL MODULE: ./lib/workspace.js + 7 modules
var lib_workspace = __webpack_require__(6252);
;// CONCATENATED MODULE: ./lib/commands.js



































/**
 * Does what the command says; its result is on standard output.
 *
 * @returns the exit code
 */
async function execute(command, log) {
    if (command.kind === 'report')
        return await reportAgain(command, log);
    return await (0,runtime/* withSeams */.IZ)(log, (0,external_node_os_.tmpdir)(), (seams) => work(command, seams));
}
function work(command, seams) {
    switch (command.kind) {
        case 'gate':
            return gate(command, seams);
        case 'measure':
            return measureOne(command, seams);
        case 'compare':
            return compare(command, seams);
        case 'lint':
            return lintOne(command, seams);
        case 'fix':
            return fixOne(command, seams);
        case 'dive':
            return commands_dive(command, seams);
    }
}
/** The action's pipeline against the local repository: what it records is a ref there. */
async function gate({ settings, record, view, format }, seams) {
    const workspace = await (0,lib_workspace/* openWorkspace */.O)({ directory: settings.workingDirectory, remote: null, token: null }, seams);
    const plan = {
        name: settings.name ?? (0,lib_name/* defaultName */.Z)(settings.subject, (0,external_node_path_.basename)(workspace.root)),
        commit: workspace.head?.commit ?? null,
        occasion: occasionOf(workspace, record, settings.baseRef),
        baselines: workspace.baselines,
        repository: null,
        root: workspace.root,
        needed: async () => new Set(),
        path: view.path,
    };
    const outcome = await (0,run/* run */.e)(settings, plan, seams);
    await commands_writeFiles(outcome.report, settings, outcome.trees);
    printReport(outcome.report, { view, format });
    const notices = (await outcome.record?.()) ?? [];
    for (const notice of notices)
        seams.log.warning(notice);
    if (outcome.record !== null && notices.length === 0)
        seams.log.info(`Recorded as the baseline of ${plan.commit}`);
    return outcome.report.verdict === 'fail' ? exit_codes/* exitCodes */.h.fail : exit_codes/* exitCodes */.h.pass;
}
function occasionOf({ head }, record, baseRef) {
    if (head === null) {
        if (record)
            throw new errors/* UserError */.yo('there is no commit to record a baseline for', { hint: 'Run this in a git repository.' });
        return { kind: 'gate', baseline: { kind: 'none', reason: 'There is no git repository here.' }, pullRequest: null };
    }
    const { commit } = head;
    if (record)
        return { kind: 'record', commit, baseline: { kind: 'ancestor-of', commit } };
    const baseline = baseRef === null ? { kind: 'commit', commit } : { kind: 'merge-base', ref: baseRef };
    return { kind: 'gate', baseline, pullRequest: null };
}
async function measureOne(command, seams) {
    const { settings, allPlatforms, packages, format } = command;
    const measured = [];
    for (const subject of allPlatforms ? await subjectsOf(settings, seams) : [settings.subject]) {
        const weighed = await weighOnly({ ...settings, subject }, seams);
        const owners = packages ? ownersOf(weighed, seams) : null;
        if (format !== 'json')
            print(`${measured.length === 0 ? '' : '\n'}${measurementText(weighed, owners)}`);
        measured.push({ ...weighed.measurement, ...owners });
    }
    const [only] = measured;
    if (format === 'json')
        print((0,json/* renderJson */.hF)(allPlatforms || only === undefined ? measured : only));
    return exit_codes/* exitCodes */.h.pass;
}
/** The same image once for each of its platforms. */
async function subjectsOf({ subject, workingDirectory }, seams) {
    if (subject.kind === 'build')
        throw new errors/* UserError */.yo('--all-platforms: needs SOURCE');
    const platforms = await (0,weigh/* platformsOf */.Wt)(subject.reference, workingDirectory, seams);
    return platforms.map((platform) => ({ ...subject, platform }));
}
function measurementText({ measurement, fileSystem, attributions }, owners) {
    const options = shownOn(process.stdout);
    const parts = [renderMeasurement(measurement, options)];
    if (fileSystem.deadBytes > 0)
        parts.push(renderWaste(wasteOf(fileSystem, attributions), options));
    if (owners !== null)
        parts.push(renderPackages(owners, options));
    return parts.join('\n');
}
function ownersOf({ image, fileSystem }, { log }) {
    const owners = (0,ownership/* findOwners */.Gr)(image.layers.map(({ index }) => index), fileSystem);
    if (owners === null)
        throw new Error('layers that were just read know what they collected');
    for (const note of owners.notes)
        log.notice(note);
    const { packages, unowned } = owners;
    return { packages, unowned };
}
async function compare(command, seams) {
    const { settings, platform } = command;
    const [before, after] = await Promise.all([command.before, command.after].map(async (reference) => {
        const subject = { kind: 'image', reference, platform, file: null, target: null };
        const folder = (0,external_node_path_.join)(seams.tempDir, seams.random());
        return await weighOnly({ ...settings, subject, workingDirectory: process.cwd() }, { ...seams, tempDir: folder });
    }));
    if (before === undefined || after === undefined)
        throw new Error('two images are compared');
    const { kind } = before.measurement.source;
    const baseline = {
        kind: (0,source/* isPath */.uf)(kind) ? 'file' : 'reference',
        commit: null,
        distance: null,
        measurement: before.measurement,
        reason: null,
    };
    const { budgets, metric } = settings;
    const sides = { current: (0,side/* weighedSide */.Zc)(after), before: (0,side/* weighedSide */.Zc)(before) };
    const image = (0,judge/* judge */.S)({
        ...sides,
        baseline,
        line: [],
        lint: findings/* noLint */.tn,
        budgets,
        metric,
        cost: settings.cost,
        path: command.view.path,
    });
    const report = (0,assemble_report/* assembleReport */.x)({
        images: [image],
        metric,
        enforcement: 'gate',
        notices: [],
        repository: null,
        created: seams.clock(),
    });
    await commands_writeFiles(report, settings, () => [(0,file_tree/* fileTree */.D)(sides.current, sides.before)]);
    printReport(report, command);
    return report.verdict === 'fail' ? exit_codes/* exitCodes */.h.fail : exit_codes/* exitCodes */.h.pass;
}
/** Weighs without any baseline. */
async function weighOnly({ subject, name, workingDirectory, maxUnpacked }, seams) {
    const root = workingDirectory;
    const known = async () => new Map();
    const called = name ?? (0,lib_name/* defaultName */.Z)(subject, (0,external_node_path_.basename)(root));
    return await (0,weigh/* weigh */.vi)({ subject, name: called, commit: null, workingDirectory, root, known, maxUnpacked }, seams);
}
async function lintOne(command, seams) {
    const { build, workingDirectory, format } = command;
    const places = { workingDirectory, root: workingDirectory };
    // Who asks for a lint alone wants to know by the exit code.
    const settings = { ...command.lint, level: 'fail' };
    (0,findings/* refuseUnknownRules */.Gs)(settings);
    const checks = (0,findings/* startChecks */.u1)(build, places, seams);
    const { linted } = await readLinted(command, seams);
    const lint = (0,findings/* lintAll */.tV)(linted, await checks, settings, places, seams.log);
    if (command.sarifFile !== null) {
        await (0,promises_.writeFile)(command.sarifFile, (0,sarif/* renderSarif */.W)(lint.findings, linted.dockerfile.path));
    }
    print(format === 'json' ? (0,json/* renderJson */.hF)(lint.findings) : renderLint(lint, 'disk', shownOn(process.stdout)));
    return lint.result?.status === 'fail' ? exit_codes/* exitCodes */.h.fail : exit_codes/* exitCodes */.h.pass;
}
async function readLinted(command, seams) {
    const { build, workingDirectory, maxUnpacked, pricing } = command;
    const { context, file, target, platform } = build;
    const bases = (0,base_lookup/* openBaseLookup */.a)(command.lint, seams);
    if (pricing.kind === 'none') {
        const files = await (0,build_files/* readBuildFiles */.C)({ context, file, workingDirectory, root: workingDirectory });
        if (files.dockerfileText === null)
            throw noDockerfile(files.dockerfilePath);
        const dockerfile = (0,parse/* parseDockerfile */.A)(files.dockerfilePath, files.dockerfileText);
        const base = await bases.find(dockerfile, build, null);
        return { linted: { dockerfile, context: files.context, definition: build, base, image: null }, weighed: null };
    }
    const subject = pricing.kind === 'build'
        ? { kind: 'build', build }
        : { kind: 'image', reference: pricing.reference, platform, file, target };
    bases.begin(subject, { workingDirectory, root: workingDirectory }).catch(() => undefined);
    const weighed = await weighOnly({ subject, name: null, workingDirectory, maxUnpacked }, seams);
    const linted = await (0,findings/* withBase */.cV)(weighed, bases);
    if (linted === null)
        throw noDockerfile(shownDockerfile(build));
    return { linted, weighed };
}
const noDockerfile = (path) => new errors/* UserError */.yo(`there is no Dockerfile at ${path}`, { hint: 'Name it: image-size-gate lint path/to/Dockerfile.' });
/** What was fixed and why the rest was not goes to standard error: on standard output is a diff that patch(1) takes. */
async function fixOne(command, seams) {
    const { workingDirectory, maxUnpacked, format, allowUnsafe, write, verify } = command;
    const build = trial(command.build);
    const places = { workingDirectory, root: workingDirectory };
    const settings = { ...command.lint, level: 'report' };
    (0,findings/* refuseUnknownRules */.Gs)(settings);
    const { linted, weighed } = await readLinted({ ...command, build }, seams);
    const lintWith = (of, log) => (0,findings/* lintAll */.tV)(of, null, settings, places, log).findings;
    // What is odd about the text was told the first time.
    const quiet = { ...seams.log, notice: () => undefined };
    const subject = {
        ...{ linted, weighed },
        findings: lintWith(linted, seams.log),
        lintAgain: (of) => lintWith(of, quiet),
    };
    const name = (0,lib_name/* defaultName */.Z)({ kind: 'build', build }, (0,external_node_path_.basename)(workingDirectory));
    const request = { allowUnsafe, write, verify };
    const report = await fix_fix(subject, request, { ...places, build, name, maxUnpacked }, seams);
    if (format === 'json')
        print((0,json/* renderJson */.hF)(report));
    else
        printFixes(report);
    return report.verification?.holds === false ? exit_codes/* exitCodes */.h.fail : exit_codes/* exitCodes */.h.pass;
}
function printFixes(report) {
    const options = shownOn(process.stderr);
    process.stderr.write(renderFixes(report, options));
    if (report.verification !== null)
        process.stderr.write(renderVerification(report.verification, options));
    if (report.written)
        return;
    print(process.stdout.isTTY ? renderDiff(report.diff, shownOn(process.stdout)) : report.diff);
}
const shownDockerfile = ({ file, context }) => file ?? (0,external_node_path_.join)(context, 'Dockerfile');
async function commands_dive(command, seams) {
    const { settings, rules, rulesFile, notices, format } = command;
    for (const notice of notices)
        seams.log.warning(notice);
    const { measurement, image, fileSystem, attributions } = await weighOnly(settings, seams);
    const figures = diveFigures(image.layers.map(({ index }) => index));
    const results = applyDiveRules(figures, rules);
    const report = {
        version: 1,
        image: `${measurement.source.kind}:${measurement.source.reference}`,
        platform: measurement.platform,
        ...figures,
        pass: results.every(({ status }) => status !== 'fail'),
        results,
        waste: wasteOf(fileSystem, attributions),
    };
    print(format === 'json' ? (0,json/* renderJson */.hF)(report) : renderDive(report, rulesFile, shownOn(process.stdout)));
    return report.pass ? exit_codes/* exitCodes */.h.pass : exit_codes/* exitCodes */.h.fail;
}
async function commands_writeFiles(report, settings, trees) {
    for (const { write } of (0,report_files/* reportFiles */.I)(report, settings, { trees, assets: page_assets/* readPageAssets */.B }))
        await write();
}
/** Shown again, a report decides nothing: whatever its verdict, this passes. A stored one needs neither engine nor network. */
async function reportAgain({ origin, outputs, view }, log) {
    const { report, trees } = origin.kind === 'stored'
        ? { report: await readStoredReport(origin.path, process.stdin), trees: () => [] }
        : await (0,runtime/* withSeams */.IZ)(log, (0,external_node_os_.tmpdir)(), (seams) => reportOn(origin.settings, seams));
    if (outputs.length === 0)
        printReport(report, { view, format: 'text' });
    for (const { format, path } of outputs) {
        const text = await (0,report_files/* renderAs */.d)(format, report, { trees, assets: page_assets/* readPageAssets */.B });
        if (path === null)
            print(text);
        else
            await (0,promises_.writeFile)(path, text);
    }
    return exit_codes/* exitCodes */.h.pass;
}
/** As the gate, with nothing to compare with. */
function reportOn(settings, seams) {
    const { subject, workingDirectory: root } = settings;
    const reason = 'It was measured by itself.';
    const plan = {
        name: settings.name ?? (0,lib_name/* defaultName */.Z)(subject, (0,external_node_path_.basename)(root)),
        commit: null,
        occasion: { kind: 'measure', baseline: { kind: 'none', reason }, notice: null },
        baselines: null,
        repository: null,
        root,
        needed: async () => null,
        path: null,
    };
    return (0,run/* run */.e)(settings, plan, seams);
}
function printReport(report, { view, format }) {
    const texts = {
        json: () => (0,json/* renderJson */.hF)(report),
        markdown: () => (0,markdown/* renderMarkdown */.G)(report, { limit: Number.POSITIVE_INFINITY }),
        text: () => renderReport(report, { ...shownOn(process.stdout), depth: view.depth }),
    };
    print(texts[format]());
}
function print(text) {
    process.stdout.write(text);
}
const shownOn = (stream) => terminalOptions(stream, process.env);


/***/ })

};
