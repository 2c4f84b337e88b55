export const id = 865;
export const ids = [865];
export const modules = {

/***/ 9638:
/***/ ((__unused_webpack_module, exports) => {



/** ssh2's entry: reached only where DOCKER_HOST is an ssh:// address. */
exports.Client = class Client {
  constructor() {
    throw new Error(
      'DOCKER_HOST by ssh:// is not supported: forward the socket (ssh -L) or use a tcp:// or unix:// address',
    );
  }
};


/***/ }),

/***/ 3087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ overlay)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * A regular file's content, which lives as long as one of its names does. It is its own place in the tree, and becomes a
 * LiveFile as it is: of a million files each is one object. A class, so that none keeps its path as a text.
 */
class Content {
    entry;
    layer;
    names = 1;
    /** The entry of the first visible name; null until one is seen. */
    shown = null;
    links = null;
    constructor(entry, layer) {
        this.entry = entry;
        this.layer = layer;
    }
    get path() {
        return (this.shown ?? this.entry).path;
    }
    get content() {
        return this;
    }
    get children() {
        return null;
    }
}
const newDirectory = (entry) => ({ entry, content: null, children: new Map() });
const isDirectory = (node) => node?.children != null;
/**
 * Lays layers over one another as OCI image-spec, layer.md ("Applying Changesets") says. Takes time in proportion to the
 * entries and their depth.
 *
 * Whiteouts and opaque markers hide what lower layers hold, wherever they stand in the tar; both image stores' ways of
 * writing the same change give the same result.
 *
 * Throws a UserError where the paths are more than memory could hold: a tar of some megabytes may imply billions.
 */
function overlay(layers, maxNodes = 5_000_000) {
    const tree = { root: newDirectory(null), nodes: 0, maxNodes, recent: null };
    const { root } = tree;
    const dead = [];
    layers.forEach(({ entries }, layer) => {
        const removed = [];
        for (const entry of entries)
            hide(root, entry, removed);
        tree.recent = null;
        for (const entry of entries)
            place(tree, entry, layer, removed);
        for (const file of buried(root, removed, layer))
            dead.push(file);
    });
    return summarise(root, dead);
}
/** The contents whose last name the layer took away; each once, though it may have taken several. */
function* buried(root, removed, hiddenBy) {
    const seen = new Set();
    for (const { path, content } of removed) {
        if (content.names > 0 || seen.has(content))
            continue;
        seen.add(content);
        yield { path, layer: content.layer, hiddenBy, how: hidingAt(root, path, content), entry: content.entry };
    }
}
function hidingAt(root, path, content) {
    const successor = find(root, path)?.content ?? null;
    if (successor === null)
        return 'deleted';
    const same = successor.entry.hash === content.entry.hash && successor.entry.size === content.entry.size;
    return same ? 'metadata' : 'modified';
}
/** A whiteout takes its path away, an opaque marker everything below it. */
function hide(root, entry, removed) {
    // The path of a packed entry is made anew at every look, and most entries hide nothing.
    if (entry.kind === 'opaque') {
        const node = find(root, entry.path);
        if (node !== null)
            removeChildren(node, removed);
    }
    else if (entry.kind === 'whiteout') {
        const [directory, name] = splitPath(entry.path);
        const siblings = find(root, directory)?.children;
        const node = siblings?.get(name);
        if (node === undefined)
            return;
        remove(node, removed);
        siblings?.delete(name);
    }
}
function place(tree, entry, layer, removed) {
    const { kind, path } = entry;
    if (kind === 'whiteout' || kind === 'opaque')
        return;
    if (path === '') {
        tree.root.entry = entry;
        return;
    }
    const [directory, name] = splitPath(path);
    const siblings = directoryAt(tree, directory, removed).children;
    // A link to a file that is not there names nothing; to itself, it changes nothing.
    const target = kind === 'hardlink' ? find(tree.root, entry.link ?? '') : null;
    const before = siblings.get(name);
    if (target !== null && target === before)
        return;
    if (before === undefined)
        countNode(tree);
    // A directory over a directory keeps its children; anything else takes their place.
    if (kind === 'directory' && isDirectory(before)) {
        before.entry = entry;
        return;
    }
    const node = newNode(entry, layer, target?.content ?? null);
    if (before !== undefined)
        remove(before, removed);
    siblings.set(before === undefined ? standalone(name) : name, node);
}
function newNode(entry, layer, linked) {
    if (entry.kind === 'file')
        return new Content(entry, layer);
    if (entry.kind === 'directory')
        return newDirectory(entry);
    if (linked !== null)
        linked.names++;
    return { entry, content: linked, children: null };
}
/** Takes the names of a node and of all below it away. */
function remove(node, removed) {
    dropName(node, removed);
    removeChildren(node, removed);
}
function dropName({ content, entry }, removed) {
    if (content === null || entry === null)
        return;
    content.names--;
    removed.push({ path: entry.path, content });
}
function removeChildren(top, removed) {
    for (const node of below(top))
        dropName(node, removed);
    top.children?.clear();
}
/** All nodes below one. Iterative: a hostile tar may nest deeper than the stack is. */
function* below(top) {
    const pending = [...(top.children?.values() ?? [])];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        yield node;
        if (node.children !== null)
            for (const child of node.children.values())
                pending.push(child);
    }
}
function find(root, path) {
    if (path === '')
        return root;
    let node = root;
    for (const name of path.split('/')) {
        const child = node.children?.get(name);
        if (child === undefined)
            return null;
        node = child;
    }
    return node;
}
function directoryAt(tree, path, removed) {
    if (tree.recent?.path !== path)
        tree.recent = { path, directory: makeDirectory(tree, path, removed) };
    return tree.recent.directory;
}
/** The directory of a path, with those above it; a non-directory among them gives way, as it must to hold a child. */
function makeDirectory(tree, path, removed) {
    let node = tree.root;
    if (path === '')
        return node;
    for (const name of path.split('/')) {
        const child = node.children.get(name);
        if (isDirectory(child))
            node = child;
        else {
            if (child === undefined)
                countNode(tree);
            else
                dropName(child, removed);
            const made = newDirectory(null);
            node.children.set(standalone(name), made);
            node = made;
        }
    }
    return node;
}
function splitPath(path) {
    const slash = path.lastIndexOf('/');
    return slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)];
}
function countNode(tree) {
    if (++tree.nodes > tree.maxNodes)
        throw tooManyPaths(tree.maxNodes);
}
/** A part of a text keeps all of it in memory (V8 takes 13 characters and more as a view): a name is to keep only itself. */
function standalone(name) {
    if (name.length < 13 || name.length > scratch.length)
        return name;
    return scratch.toString('latin1', 0, scratch.write(name, 'latin1'));
}
const scratch = Buffer.allocUnsafe(256);
const tooManyPaths = (limit) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The layers of the image hold more than ${limit} files and directories`, {
    hint: 'No image needs that many: look at what its layers hold.',
});
function summarise(root, dead) {
    const live = [];
    const symlinks = new Map();
    for (const { entry, content } of below(root)) {
        if (entry?.kind === 'symlink')
            symlinks.set(entry.path, entry.link ?? '');
        if (entry === null || content === null)
            continue;
        if (content.shown === null) {
            content.shown = entry;
            live.push(content);
        }
        else
            addLink(content, entry.path);
    }
    const liveBytes = sumBytes(live);
    const deadBytes = sumBytes(dead);
    return { live, dead, symlinks, liveBytes, deadBytes, totalBytes: liveBytes + deadBytes };
}
function addLink(content, path) {
    if (content.links === null)
        content.links = [path];
    else
        content.links.push(path);
}
function sumBytes(files) {
    let bytes = 0;
    for (const { entry } of files)
        bytes += entry.size;
    return bytes;
}


/***/ }),

/***/ 8623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kg: () => (/* binding */ compiledFrom),
  Gr: () => (/* binding */ findOwners),
  aJ: () => (/* binding */ ownFiles)
});

// EXTERNAL MODULE: ./lib/packages/collected.js + 2 modules
var packages_collected = __webpack_require__(6823);
// EXTERNAL MODULE: ./lib/packages/format.js
var format = __webpack_require__(8898);
// EXTERNAL MODULE: ./lib/packages/stanzas.js
var stanzas = __webpack_require__(7819);
;// CONCATENATED MODULE: ./lib/packages/apk.js


/** Alpine's and Wolfi's packages. */
const apk = {
    name: 'apk',
    find(view) {
        const askedFor = world(view);
        return [...(0,format/* matching */.wC)(view, /^(?:usr\/)?lib\/apk\/db\/installed$/)].flatMap(([, text]) => (0,stanzas/* stanzaPackages */.N)('apk', text, view, (name, lines) => relationsOf(name, lines, askedFor)));
    },
};
/** What was asked for (apk-world(5)): `name`, `name<1.2`, `name@edge`; null where that is not known. */
function world(view) {
    const content = view.collected.get('etc/apk/world');
    return content === undefined ? null : new Set(words(content.toString('latin1')).map(nameOf));
}
/** `D:` has what it needs, `p:` what it provides: names, `so:`, `cmd:` and `pc:` alike. */
function relationsOf(name, lines, askedFor) {
    const field = (key) => words(lines.find((line) => line.startsWith(`${key}:`))?.slice(2) ?? '');
    const provides = [name, ...field('p').map(nameOf)];
    return {
        needs: field('D')
            .filter((word) => !word.startsWith('!'))
            .map((word) => [nameOf(word)]),
        wants: [],
        provides,
        automatic: askedFor === null ? null : !provides.some((each) => askedFor.has(each)),
        essential: false,
    };
}
const words = (text) => text.split(/\s+/).filter(Boolean);
const nameOf = (word) => /^[^<>=~@]*/.exec(word)?.[0] ?? '';

// EXTERNAL MODULE: ./lib/packages/facts.js
var packages_facts = __webpack_require__(9994);
;// CONCATENATED MODULE: ./lib/packages/binary.js



/** Go and Rust programs, each a package of one file, by what `binaryScanner` found in them. */
const binary = {
    name: 'binary',
    find: (view) => [...view.collected]
        .filter(([path]) => (0,packages_collected/* collectedFile */.A)(path) === null)
        .flatMap(([path, facts]) => identify(path, facts) ?? []),
};
function identify(path, facts) {
    const go = (0,packages_facts/* readFact */.ni)(facts, 'go');
    const told = go ?? (0,packages_facts/* readFact */.ni)(facts, 'rust');
    if (told === null)
        return null;
    const [name, version] = told;
    const fileName = path.slice(path.lastIndexOf('/') + 1);
    return {
        manager: go === null ? 'rust' : 'go',
        name: (0,format/* label */.Pf)(name) ?? (0,format/* label */.Pf)(fileName) ?? fileName,
        version: (0,format/* label */.Pf)(version),
        architecture: null,
        files: [path],
        relations: null,
    };
}

;// CONCATENATED MODULE: ./lib/packages/dpkg.js

/**
 * Debian's packages: `status` and `info/*.list` (dpkg(1), deb-control(5)); distroless images have a file for each package
 * in `status.d`, and its files in `<package>.md5sums` beside it.
 */
const dpkg = {
    name: 'dpkg',
    find(view) {
        const divert = diversions(view);
        const automatic = automaticallyInstalled(view);
        return [...installed(view)].map(({ name, version, architecture, fields, files }) => ({
            manager: 'dpkg',
            name: (0,format/* label */.Pf)(name) ?? name,
            version: (0,format/* label */.Pf)(version),
            architecture: (0,format/* label */.Pf)(architecture),
            files: (0,format/* visible */.RK)(view, files.map((path) => divert(path, name))),
            relations: dpkg_relationsOf(name, fields, automatic(name, architecture)),
        }));
    },
};
const info = 'var/lib/dpkg/info';
function* installed(view) {
    for (const [, text] of (0,format/* matching */.wC)(view, /^var\/lib\/dpkg\/status$/)) {
        for (const stanza of dpkg_stanzas(text)) {
            // Of a package that was removed but not purged only settings are left, and its list tells of those.
            if (!/ installed$/.test(stanza.fields.get('Status') ?? ''))
                continue;
            const { name, architecture } = stanza;
            const list = view.collected.get(`${info}/${name}:${architecture}.list`) ?? view.collected.get(`${info}/${name}.list`);
            yield { ...stanza, files: pathLines(list) };
        }
    }
    for (const [[path], text] of (0,format/* matching */.wC)(view, /^var\/lib\/dpkg\/status\.d\/.+(?<!\.md5sums)$/)) {
        for (const stanza of dpkg_stanzas(text))
            yield { ...stanza, files: pathLines(view.collected.get(`${path}.md5sums`)) };
    }
}
function* dpkg_stanzas(text) {
    for (const stanza of text.split(/\n\n+/)) {
        const fields = new Map(stanza.split('\n').map((line) => {
            const [key = '', ...value] = line.split(': ');
            return [key, value.join(': ').trimEnd()];
        }));
        const name = fields.get('Package');
        if (!name)
            continue;
        yield {
            name,
            version: fields.get('Version'),
            architecture: fields.get('Architecture'),
            fields,
        };
    }
}
/**
 * Which packages apt installed because of others (`Auto-Installed` of apt-mark(8)). A package that is not mentioned was
 * asked for; where apt keeps no such file, that is not known.
 */
function automaticallyInstalled(view) {
    const content = view.collected.get('var/lib/apt/extended_states');
    if (content === undefined)
        return () => null;
    const automatic = new Set();
    for (const { name, architecture, fields } of dpkg_stanzas(content.toString('latin1'))) {
        // One for all architectures stands there with the machine's.
        if (fields.get('Auto-Installed') === '1')
            automatic.add(`${name}:${architecture}`).add(`${name}:all`);
    }
    return (name, architecture) => automatic.has(`${name}:${architecture}`);
}
const dpkg_relationsOf = (name, fields, automatic) => ({
    needs: [...alternatives(fields.get('Pre-Depends')), ...alternatives(fields.get('Depends'))],
    wants: alternatives(fields.get('Recommends')),
    provides: [name, ...alternatives(fields.get('Provides')).flat()],
    automatic,
    essential: fields.get('Essential') === 'yes',
});
/** `a | b, c:any (>= 1)` (deb-control(5)); versions are met by what is installed, or dpkg would not have installed it. */
const alternatives = (relation = '') => relation
    .split(',')
    .map((group) => group.split('|').map(dpkg_nameOf).filter(Boolean))
    .filter((group) => group.length > 0);
const dpkg_nameOf = (word) => /^[^\s:(]*/.exec(word.trim())?.[0] ?? '';
const pathLines = (content) => content?.toString('latin1').split('\n').filter(Boolean) ?? [];
/** `diversions` holds three lines each: the path, where it goes, the package whose own file stays (`:` none). */
function diversions(view) {
    const lines = pathLines(view.collected.get('var/lib/dpkg/diversions'));
    const diverted = new Map();
    for (let at = 0; at + 2 < lines.length; at += 3) {
        const [from = '', to = '', by = ''] = lines.slice(at, at + 3);
        diverted.set(from, { to, by });
    }
    return (path, owner) => {
        const diversion = diverted.get(path);
        return diversion === undefined || diversion.by === owner ? path : diversion.to;
    };
}

;// CONCATENATED MODULE: ./lib/packages/gem.js

/**
 * RubyGems: `specifications/NAME-VERSION.gemspec` stands for `gems/NAME-VERSION/`, its compiled `extensions/` and the
 * downloaded `cache/NAME-VERSION.gem` beside it. The stub line (rubygems, Gem::StubSpecification) tells name and version.
 */
const gem = {
    name: 'gem',
    find: (view) => [...(0,format/* matching */.wC)(view, /^(.*?)(?:^|\/)specifications\/(?:default\/)?([^/]+)\.gemspec$/)].map(([[path, home = '', fullName = ''], text]) => {
        const [, name, version, platform] = /^# stub: (\S+) (\S+) (\S+)/m.exec(text) ?? [];
        const at = (inside) => (home === '' ? inside : `${home}/${inside}`);
        const extensions = at('extensions');
        // extensions/PLATFORM/RUBY/NAME-VERSION/
        const isOwn = (file) => file.slice(extensions.length + 1).split('/')[2] === fullName;
        const files = [
            path,
            ...view.below(at(`gems/${fullName}`)),
            ...[...view.below(extensions)].filter(isOwn),
            ...[at(`cache/${fullName}.gem`)].filter(view.has),
        ];
        return {
            manager: 'gem',
            name: (0,format/* label */.Pf)(name ?? fullName) ?? fullName,
            version: (0,format/* label */.Pf)(version),
            architecture: platform === undefined || platform === 'ruby' ? null : (0,format/* label */.Pf)(platform),
            files,
            relations: null,
        };
    }),
};

// EXTERNAL MODULE: ./lib/packages/node.js
var node = __webpack_require__(7601);
// EXTERNAL MODULE: ./lib/packages/requirement.js
var packages_requirement = __webpack_require__(8894);
;// CONCATENATED MODULE: ./lib/packages/python.js


/**
 * Python's distributions: `*.dist-info` with its RECORD (packaging.python.org, "Recording installed projects"), and
 * setuptools' older `*.egg-info`. Paths are relative to the folder that holds them.
 */
const python = {
    name: 'python',
    find: (view) => [...distributions(view), ...eggs(view)],
};
function* distributions(view) {
    const requested = foldersOfRequested(view);
    for (const [[folder = ''], record] of (0,format/* matching */.wC)(view, /^.*(?=\/RECORD$)/)) {
        const listed = record.split('\n').filter(Boolean);
        const paths = listed.map((path) => fromFolder(parentOf(folder), path));
        const package_ = python_identify(view, folder, `${folder}/METADATA`);
        const requirements = [...textAt(view, `${folder}/METADATA`).matchAll(/^Requires-Dist: (.*)$/gm)];
        const relations = python_relationsOf(package_.name, requirements.map(([, text = '']) => text), environmentOf(folder), requested.has(parentOf(folder)) ? isAutomatic(view, folder) : null);
        yield { ...package_, files: (0,format/* visible */.RK)(view, paths), relations };
    }
}
/** The folders in which some distribution is marked as asked for: older pips mark none. */
function foldersOfRequested(view) {
    const marks = [...view.collected.keys()]
        .filter((path) => path.endsWith('.dist-info/RECORD'))
        .map(parentOf)
        .filter((folder) => view.has(`${folder}/REQUESTED`));
    return new Set(marks.map(parentOf));
}
/** Whether pip brought it because of others (PEP 376, REQUESTED); what other installers mean by the mark differs. */
function isAutomatic(view, folder) {
    const installer = textAt(view, `${folder}/INSTALLER`).trim();
    return installer === 'pip' ? !view.has(`${folder}/REQUESTED`) : null;
}
function python_relationsOf(name, requirements, environment, automatic) {
    const needs = [];
    const wants = [];
    for (const text of requirements) {
        const requirement = (0,packages_requirement/* readRequirement */.M)(text, environment);
        if (requirement === null || requirement.applies === 'never')
            continue;
        (requirement.applies === 'always' ? needs : wants).push([requirement.name]);
    }
    return { needs, wants, provides: [(0,packages_requirement/* normalisedName */.E)(name)], automatic, essential: false };
}
/** `usr/lib/python3.11/site-packages/x.dist-info` is for Python 3.11. */
const environmentOf = (folder) => ({
    pythonVersion: /(?:^|\/)python(\d+\.\d+)\//.exec(folder)?.[1] ?? null,
});
const textAt = (view, path) => view.collected.get(path)?.toString('latin1') ?? '';
function* eggs(view) {
    for (const [[path, folder = '', inside]] of (0,format/* matching */.wC)(view, /^(.*\.egg-info)(\/PKG-INFO)?$/)) {
        const files = inside === undefined ? [path] : [...view.below(folder), ...eggFiles(view, folder)];
        const package_ = python_identify(view, folder, path);
        const relations = python_relationsOf(package_.name, eggRequirements(view, folder), environmentOf(folder), null);
        yield { ...package_, files, relations };
    }
}
/** setuptools' requires.txt: requirements, then sections of more, each with its extra and its marker: `[extra:marker]`. */
function eggRequirements(view, folder) {
    let condition = '';
    return lines(view.collected.get(`${folder}/requires.txt`)).flatMap((line) => {
        const [isSection, extra = '', marker = ''] = /^\[([^:\]]*):?(.*)\]$/.exec(line) ?? [];
        if (isSection === undefined)
            return [condition === '' ? line : `${line}; ${condition}`];
        condition = extra === '' ? marker : `extra == '${extra}'`;
        return [];
    });
}
/** What `pip install` noted, else all below the top-level modules that it names. */
function eggFiles(view, folder) {
    const noted = lines(view.collected.get(`${folder}/installed-files.txt`));
    if (noted.length > 0)
        return (0,format/* visible */.RK)(view, noted.map((path) => fromFolder(folder, path)));
    const site = parentOf(folder);
    const modules = lines(view.collected.get(`${folder}/top_level.txt`)).map((name) => fromFolder(site, name));
    return modules.flatMap((path) => [...view.below(path), ...(0,format/* visible */.RK)(view, [`${path}.py`])]);
}
const lines = (content) => (content?.toString('latin1') ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
/** By its own words, else by its folder's name: `name-version.dist-info`, `name-version-py3.11.egg-info`. */
function python_identify(view, folder, metadata) {
    const text = textAt(view, metadata);
    const folderName = folder.slice(folder.lastIndexOf('/') + 1);
    const [, name, version] = /^([^-]+)(?:-([^-]+))?(?:-py[\d.]+)?\.(?:dist|egg)-info$/.exec(folderName) ?? [];
    return {
        manager: 'python',
        name: (0,format/* label */.Pf)(/^Name: (.*)$/m.exec(text)?.[1]) ?? (0,format/* label */.Pf)(name) ?? '?',
        version: (0,format/* label */.Pf)(/^Version: (.*)$/m.exec(text)?.[1]) ?? (0,format/* label */.Pf)(version),
        architecture: null,
    };
}
const parentOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
/** `path` as seen from a folder, `..` taken out; an absolute one stands for itself. */
function fromFolder(folder, path) {
    const parts = [];
    for (const part of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return parts.join('/');
}

;// CONCATENATED MODULE: ./lib/packages/rpm.js


const home = /^(?:var\/lib\/rpm|usr\/lib\/sysimage\/rpm)/.source;
/** Berkeley DB (RHEL 8 and older) and ndb (SUSE). */
const otherDatabases = ['var/lib/rpm', 'usr/lib/sysimage/rpm'].flatMap((folder) => ['Packages', 'Packages.db'].map((name) => `${folder}/${name}`));
/** Packages of Fedora, RHEL and their like, as `reduceRpmDatabase` left them. */
const rpm = {
    name: 'rpm',
    find(view, note) {
        for (const path of otherDatabases.filter(view.has)) {
            note(`/${path} is an RPM database of a kind that is not read (Berkeley DB or ndb): only rpmdb.sqlite is.`);
        }
        return [...(0,format/* matching */.wC)(view, new RegExp(`${home}/rpmdb\\.sqlite$`))].flatMap(([, text]) => (0,stanzas/* stanzaPackages */.N)('rpm', text, view, () => null));
    },
};

;// CONCATENATED MODULE: ./lib/packages/index.js







/** Where two claim a file, the first has it: a distribution's package manager put more there than it installed itself. */
const packageFormats = [dpkg, apk, rpm, python, node/* node */.r, gem, binary];

;// CONCATENATED MODULE: ./lib/packages/resolve.js
/** Linux's bound of symbolic links on the way to a file (path_resolution(7)), and of a path's bytes. */
const maxLinks = 40;
const maxPathBytes = 4096;
/**
 * Follows symbolic links in the directories of a path, but not a link that the path itself is. The result has no slash
 * in front; null where links lead round in a circle, or the path is longer than any can be.
 */
function pathResolver(symlinks) {
    const directories = new Map();
    return (path) => {
        if (path.length > maxPathBytes)
            return null;
        const slash = path.lastIndexOf('/');
        const directory = path.slice(0, Math.max(0, slash));
        let resolved = directories.get(directory);
        if (resolved === undefined) {
            resolved = resolveDirectory(directory, symlinks);
            directories.set(directory, resolved);
        }
        const base = path.slice(slash + 1);
        return resolved === null ? null : resolved === '' ? base : `${resolved}/${base}`;
    };
}
function resolveDirectory(path, symlinks) {
    const pending = path.split('/').reverse();
    const done = [];
    let links = 0;
    for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
        if (part === '' || part === '.')
            continue;
        if (part === '..') {
            done.pop();
            continue;
        }
        done.push(part);
        const target = symlinks.get(done.join('/'));
        if (target === undefined)
            continue;
        links += 1;
        if (links > maxLinks || target.length > maxPathBytes)
            return null;
        if (target.startsWith('/'))
            done.length = 0;
        else
            done.pop();
        pending.push(...target.split('/').reverse());
    }
    return done.join('/');
}

;// CONCATENATED MODULE: ./lib/analysis/file-view.js

/** Null where a layer's index does not know what was collected. */
function viewFiles(layers, { live, symlinks }) {
    const contents = layers.map(({ collected }) => collected);
    if (contents.includes(null))
        return null;
    const files = new Map();
    const collected = new Map();
    for (const file of live) {
        const content = contents[file.layer]?.get(file.entry.path);
        for (const name of [file.path, ...(file.links ?? [])])
            files.set(name, file);
        // The name that the layer has it by may be gone, and another name's content tells of no package.
        if (content !== undefined && files.get(file.entry.path) === file)
            collected.set(file.entry.path, content);
    }
    const names = [...files.keys()].sort();
    const resolve = pathResolver(symlinks);
    return {
        files,
        collected,
        names,
        has: (name) => files.has(name),
        *below(directory) {
            const prefix = directory === '' ? '' : `${directory}/`;
            for (let at = lowerBound(names, prefix); names[at]?.startsWith(prefix); at++)
                yield names[at] ?? '';
        },
        find(path) {
            const name = resolve(path);
            return name !== null && files.has(name) ? name : null;
        },
    };
}
/** Where the first name stands that is not before `text`. */
function lowerBound(names, text) {
    let low = 0;
    let high = names.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((names[middle] ?? '') < text)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// EXTERNAL MODULE: ./lib/analysis/path.js
var path = __webpack_require__(8575);
;// CONCATENATED MODULE: ./lib/analysis/ownership.js





/** Null where that is not known: a layer's index comes from a version that collected other things. */
function ownFiles(layers, fileSystem) {
    const view = viewFiles(layers, fileSystem);
    if (view === null)
        return null;
    const notes = unreadable(view);
    const claims = packageFormats.flatMap((format) => format.find(view, (sentence) => notes.push(sentence)));
    return { view, owners: settle(claims, view), packages: claims, notes };
}
/** What each package weighs; null where that is not known, as for `ownFiles`. */
function findOwners(layers, fileSystem) {
    const owned = ownFiles(layers, fileSystem);
    if (owned === null)
        return null;
    const { owners, notes } = owned;
    const files = new Map();
    const unowned = [];
    for (const file of fileSystem.live) {
        const owner = owners.get(file);
        if (owner === undefined)
            unowned.push(file);
        else
            append(files, owner, file);
    }
    const packages = [...files].map(([{ manager, name, version, architecture }, owned]) => ({
        manager,
        name,
        version,
        architecture,
        ...weigh(owned),
    }));
    return { packages: packages.sort(bySize), unowned: byDirectory(unowned).sort(bySize), notes };
}
/** Files that tell of packages, but were larger than what is collected. */
function unreadable({ names, collected }) {
    return names
        .filter((name) => (0,packages_collected/* collectedFile */.A)(name) !== null && !collected.has(name))
        .map((name) => `${(0,path/* pathText */.L)(name)} tells of packages, but is too large to be read, or linked from elsewhere.`);
}
/** Each file to the first that claims it, what Python compiled to its module's. Equal packages are one. */
function settle(claims, { files, names }) {
    const packages = new Map();
    const owners = new Map();
    const ownerOfModule = (path) => {
        const source = compiledFrom(path);
        const file = source === null ? undefined : files.get(source);
        return file === undefined ? undefined : owners.get(file);
    };
    for (const claim of claims) {
        const key = (0,format/* packageKey */.MO)(claim);
        const owner = packages.get(key) ?? claim;
        packages.set(key, owner);
        for (const path of claim.files) {
            const file = files.get(path);
            if (file !== undefined && !owners.has(file))
                owners.set(file, ownerOfModule(path) ?? owner);
        }
    }
    for (const name of names) {
        const file = files.get(name);
        const owner = ownerOfModule(name);
        if (file !== undefined && owner !== undefined && !owners.has(file))
            owners.set(file, owner);
    }
    return owners;
}
/** The module that Python compiled: `d/__pycache__/m.cpython-311.opt-1.pyc` (PEP 3147) and `d/m.pyc` come from `d/m.py`. */
function compiledFrom(path) {
    if (!path.endsWith('.pyc'))
        return null;
    const [, directory = '', name] = /^(.*?)__pycache__\/([^/]+?)\.[^/]*\.pyc$/.exec(path) ?? [];
    return name === undefined ? path.slice(0, -1) : `${directory}${name}.py`;
}
function weigh(files) {
    const bytes = new Map();
    let diskBytes = 0;
    for (const { layer, entry } of files) {
        diskBytes += entry.size;
        bytes.set(layer, (bytes.get(layer) ?? 0) + entry.size);
    }
    const layers = [...bytes].map(([layer, held]) => ({ layer, diskBytes: held })).sort((a, b) => a.layer - b.layer);
    return { diskBytes, files: files.length, layers };
}
/** A directory with a smaller part of the rest is counted to the one above it. */
const smallestPart = 0.02;
/** Files by the directories that hold most of them; what is scattered goes to `/`. */
function byDirectory(files) {
    const threshold = smallestPart * files.reduce((sum, { entry }) => sum + entry.size, 0);
    const held = new Map();
    for (const file of files)
        append(held, ownership_parentOf(file.path), file);
    const rows = [];
    const pending = directoriesUp(held.keys());
    for (const directory of pending) {
        const own = held.get(directory) ?? [];
        const weight = weigh(own);
        if (own.length === 0)
            continue;
        if (directory === '' || (weight.diskBytes >= threshold && weight.diskBytes > 0)) {
            rows.push({ directory: (0,path/* pathText */.L)(directory), ...weight });
        }
        else
            for (const file of own)
                append(held, ownership_parentOf(directory), file);
    }
    return rows;
}
/** All directories on the way to these, the deepest first. */
function directoriesUp(directories) {
    const all = new Set(['']);
    for (let directory of directories) {
        for (; !all.has(directory); directory = ownership_parentOf(directory))
            all.add(directory);
    }
    const depths = [...all].map((path) => ({ path, depth: path === '' ? 0 : path.split('/').length }));
    return depths.sort((a, b) => b.depth - a.depth).map(({ path }) => path);
}
const ownership_parentOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
function append(lists, key, value) {
    const list = lists.get(key);
    if (list === undefined)
        lists.set(key, [value]);
    else
        list.push(value);
}
/** Largest first; those of one size by name, so that the same image gives the same rows. */
function bySize(a, b) {
    return b.diskBytes - a.diskBytes || (ownership_nameOf(a) < ownership_nameOf(b) ? -1 : 1);
}
const ownership_nameOf = (row) => 'directory' in row ? row.directory : `${row.name} ${row.version} ${row.architecture} ${row.manager}`;


/***/ }),

/***/ 8575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ pathText),
/* harmony export */   s: () => (/* binding */ entryPath)
/* harmony export */ });
/** An entry's path as text: absolute, read as UTF-8; a byte that is no UTF-8 shows as U+FFFD. */
const pathText = (path) => `/${Buffer.from(path, 'latin1').toString('utf8')}`;
/** The path of an entry (latin1, as in `Entry`) that reads as this text, with or without a leading slash. */
const entryPath = (text) => Buffer.from(text.replace(/^\/+/, ''), 'utf8').toString('latin1');


/***/ }),

/***/ 4533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ openBaseLookup)
});

// EXTERNAL MODULE: ./lib/build/files.js
var files = __webpack_require__(7119);
// EXTERNAL MODULE: ./lib/build/secrets.js
var secrets = __webpack_require__(4753);
// EXTERNAL MODULE: ./lib/dockerfile/parse.js + 3 modules
var parse = __webpack_require__(6330);
// EXTERNAL MODULE: ./lib/dockerfile/stages.js
var stages = __webpack_require__(3407);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/image/manifest.js
var manifest = __webpack_require__(4252);
// EXTERNAL MODULE: ./lib/image/missing.js
var missing = __webpack_require__(8533);
// EXTERNAL MODULE: ./lib/image/registry.js + 4 modules
var registry = __webpack_require__(6907);
;// CONCATENATED MODULE: ./lib/image/download-size.js




/** Milliseconds for all of them together. */
const usualPatience = 4000;
/**
 * What images take to download, by their manifests in their registries: all at once, each request tried once, and within
 * seconds. What is not known by then is left out. Never rejects.
 *
 * @param references `[HOST/]NAME[:TAG][@DIGEST]`
 * @param platform `os/architecture[/variant]`
 */
async function downloadSizes(references, platform, options, patience = usualPatience) {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(new Error(`no answer within ${patience / 1000} s`)), patience);
    const late = new Promise((resolve) => deadline.signal.addEventListener('abort', () => resolve()));
    const sizes = new Map();
    const impatient = impatiently(options, deadline.signal);
    const lookUp = async (reference) => {
        try {
            const size = await downloadSize(reference, platform, impatient);
            if (!deadline.signal.aborted)
                sizes.set(reference, size);
        }
        catch (error) {
            options.log.debug(`The size of ${reference} is not known: ${(0,errors/* errorText */.kc)(error)}`);
        }
    };
    await Promise.race([Promise.all(references.map(lookUp)), late]);
    clearTimeout(timer);
    return sizes;
}
/** One try for each request and none behind the deadline; what goes wrong with a login is no news here. */
function impatiently(options, deadline) {
    const fetch = (url, init) => options.fetch(url, { ...init, signal: AbortSignal.any([deadline, ...(init?.signal ? [init.signal] : [])]) });
    const sleep = async () => {
        throw new Error('the registry did not answer at once');
    };
    const quietly = (message) => options.log.debug(message);
    return { ...options, fetch, sleep, log: { ...options.log, info: quietly, notice: quietly, warning: quietly } };
}
/** @throws UserError where the registry does not say. */
async function downloadSize(reference, platform, options) {
    try {
        const { start, documents } = await (0,registry/* openImage */.U)({ reference }, options);
        const { layers } = await (0,manifest/* followIndexes */.C)(start, platform, documents);
        const bytes = layers.reduce((total, { size }) => total + size, 0);
        if (!Number.isSafeInteger(bytes))
            throw new errors/* UserError */.yo('its manifest says that it is larger than any image can be');
        return bytes;
    }
    catch (error) {
        if (error instanceof missing/* AbsentImage */.H)
            return 'absent';
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/image/oci.js
var oci = __webpack_require__(9472);
// EXTERNAL MODULE: ./lib/lint/base-advice.js + 1 modules
var base_advice = __webpack_require__(4212);
// EXTERNAL MODULE: ./lib/settings/resolve.js
var resolve = __webpack_require__(3057);
;// CONCATENATED MODULE: ./lib/base-lookup.js








/**
 * Asks registries what the base image and those that could take its place take to download: once for each platform, for
 * as long as this run takes and no longer, as tags move on.
 */
function openBaseLookup({ level, baseLookup }, seams) {
    const started = [];
    const isOn = baseLookup && level !== 'off';
    const look = (image, images, platform) => {
        const isSame = (one) => (0,oci/* samePlatform */.my)(one.platform, platform) && String(one.images) === String(images);
        const known = started.find(isSame);
        if (known !== undefined)
            return known.sizes;
        const sizes = downloadSizes(images, platform, seams).then((found) => {
            if (!found.has(image))
                seams.log.info(`What ${image} takes to download is not known: its registry did not tell`);
            return found;
        });
        started.push({ images, platform, sizes });
        return sizes;
    };
    const find = async (dockerfile, { target, buildArgs }, platform) => {
        const image = (0,stages/* baseImage */.fF)(dockerfile, target, buildArgs);
        if (image === null)
            return null;
        const images = (0,base_advice/* imagesToLookUp */.y)(image, (0,stages/* stageChain */.ap)(dockerfile, target, buildArgs ?? []));
        if (!isOn || platform === null || images.length === 0)
            return { image, sizes: new Map() };
        return { image, sizes: await look(image, images, platform) };
    };
    return {
        find,
        async begin(subject, places) {
            if (!isOn)
                return;
            const { context, file, target } = subject.kind === 'build' ? subject.build : { ...subject, context: '.' };
            const { dockerfilePath, dockerfileText } = await (0,files/* readBuildFiles */.C)({ context, file, ...places });
            if (dockerfileText === null)
                return;
            const buildArgs = subject.kind === 'build' ? (0,secrets/* givenBuildArgs */.V5)(subject.build, seams.environment) : null;
            const dockerfile = (0,parse/* parseDockerfile */.A)(dockerfilePath, dockerfileText);
            await find(dockerfile, { target, buildArgs }, (0,resolve/* platformOf */.tj)(subject) ?? (0,oci/* ownPlatform */.g$)());
        },
    };
}


/***/ }),

/***/ 7080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K2: () => (/* binding */ secretFlags),
/* harmony export */   Oe: () => (/* binding */ buildCommand),
/* harmony export */   T6: () => (/* binding */ splitPair),
/* harmony export */   XR: () => (/* binding */ csvField),
/* harmony export */   em: () => (/* binding */ checkCommand),
/* harmony export */   h9: () => (/* binding */ shownCommand),
/* harmony export */   pe: () => (/* binding */ secretPair)
/* harmony export */ });
/* unused harmony export buildArgFlags */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

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
function buildArgFlags(buildArgs, environment) {
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
function splitPair(pair) {
    const equals = pair.indexOf('=');
    return equals === -1 ? [pair, null] : [pair.slice(0, equals), pair.slice(equals + 1)];
}
/** A field of buildx's comma-separated options (Go's encoding/csv). */
function csvField(field) {
    return /[",\r\n]|^\s/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
/** Splits `id=…` of the input `name`; the message holds no value, since that may be the secret itself. */
function secretPair(input, pair) {
    const [id, value] = splitPair(pair);
    const trimmed = id.trim();
    if (value !== null && value !== '' && /^[^\s,"=]+$/.test(trimmed))
        return { id: trimmed, value };
    const shown = value === null ? 'an entry without "="' : `the entry "${trimmed}"`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Input ${input}: ${shown} is not of the form id=value.`, {
        hint: 'Write one id=value per line; an id has no blanks, commas or quotes, and the value is not empty.',
    });
}
/** @param files where the values of `secrets` were written to, in their order */
function secretFlags(settings, files) {
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
function buildCommand(settings, target, environment) {
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
function checkCommand(settings, environment) {
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
function shownCommand({ args }) {
    return ['docker', ...args]
        .map((arg, index, all) => (all[index - 1] === '--build-arg' ? (splitPair(arg)[0] ?? '') : arg))
        .map((arg) => arg.replace(CREDENTIAL, '$1***'))
        .map((arg) => (/^[\w*@%+=:,./-]+$/.test(arg) ? arg : JSON.stringify(arg)))
        .join(' ');
}


/***/ }),

/***/ 6194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ explainFailure),
/* harmony export */   Xy: () => (/* binding */ explainKnown),
/* harmony export */   u2: () => (/* binding */ failureContext)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

function failureContext(settings, dockerfile) {
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
function explainKnown(output, context) {
    for (const { pattern, explain } of KNOWN) {
        const match = pattern.exec(output);
        if (match !== null)
            return explain(match, context);
    }
    return null;
}
/** @param output what `docker buildx build --progress=plain` wrote to stderr */
function explainFailure(output, context) {
    const text = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(output).replaceAll('\r\n', '\n');
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


/***/ }),

/***/ 7119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readBuildFiles),
/* harmony export */   u: () => (/* binding */ isRemoteContext)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** A context that buildx fetches itself: a git repository or an archive by URL, or standard input. */
const isRemoteContext = (context) => context === '-' || /^([a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i.test(context);
/** What of a build's files concerns attribution and lint. Never rejects: what can't be read is null. */
async function readBuildFiles({ context, file, workingDirectory, root }) {
    if (isRemoteContext(context)) {
        return { dockerfilePath: file ?? 'Dockerfile', dockerfileText: null, context: null, places: null };
    }
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workingDirectory, context);
    const dockerfile = file === null ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'Dockerfile') : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workingDirectory, file);
    const show = (path) => pathWithin(root, path);
    // BuildKit takes `<Dockerfile>.dockerignore` first.
    const ignoreFiles = [`${dockerfile}.dockerignore`, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.dockerignore')];
    const ignoring = (await Promise.all(ignoreFiles.map(isFile))).indexOf(true);
    const ignoreFile = ignoreFiles[ignoring] ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.dockerignore');
    return {
        dockerfilePath: show(dockerfile),
        dockerfileText: await readText(dockerfile),
        context: {
            ignoreFile: show(ignoreFile),
            ignoreText: ignoring === -1 ? null : ((await readText(ignoreFile)) ?? ''),
        },
        places: { folder, ignoreFiles },
    };
}
const mostBytes = 4 * 1024 ** 2;
/** Null: it can't be read, or is not the text that it should be: a pull request may make a link of it, to /dev/zero. */
async function readText(path) {
    try {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        return found.isFile() && found.size <= mostBytes ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8') : null;
    }
    catch {
        return null;
    }
}
const isFile = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((found) => found.isFile(), () => false);
function pathWithin(root, path) {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path);
    return inside.startsWith('..') || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(inside) ? path : inside;
}


/***/ }),

/***/ 4015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ redactor)
/* harmony export */ });
/**
 * Shorter values (`1`, `no`) stand in any text by chance: to replace them would destroy the text and, by the stars'
 * places, tell the value.
 */
const SHORTEST = 3;
/** Longest values first, so that one which holds another goes as a whole; of several lines, each is a value of its own. */
function redactor(values) {
    const lines = values.flatMap((value) => [value, ...value.split(/\r?\n/).map((line) => line.trim())]);
    const hidden = [...new Set(lines)].filter(({ length }) => length >= SHORTEST).toSorted((a, b) => b.length - a.length);
    return (text) => hidden.reduce((shown, value) => shown.replaceAll(value, '***'), text);
}


/***/ }),

/***/ 4753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $G: () => (/* binding */ buildArgValues),
/* harmony export */   Pl: () => (/* binding */ writeSecrets),
/* harmony export */   V5: () => (/* binding */ givenBuildArgs),
/* harmony export */   VX: () => (/* binding */ secretValues)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _argv_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7080);




/** A bigger secret file is no password that a log could show; it is not read. */
const BIGGEST_READ = 64 * 1024;
/** Writes the values of `secrets` where buildx may read them: no other user, and no command line, sees them. */
async function writeSecrets(settings, folder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { mode: 0o700, recursive: true });
    const write = async (pair, index) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, String(index));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, (0,_argv_js__WEBPACK_IMPORTED_MODULE_3__/* .secretPair */ .pe)('secrets', pair).value, { mode: 0o600 });
        return path;
    };
    return Promise.all(settings.secrets.map(write));
}
async function contentOf(path) {
    const size = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((found) => found.size, (cause) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`Input secret-files: ${path} cannot be read.`, { hint: 'Check the path.', cause });
    });
    return size > BIGGEST_READ ? '' : (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8')).trim();
}
/**
 * The secrets' values: what must not be seen in a log.
 *
 * @throws UserError for a malformed entry or a file that is not there
 */
async function secretValues(settings, environment, workingDirectory) {
    const files = settings.secretFiles.map((pair) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workingDirectory, (0,_argv_js__WEBPACK_IMPORTED_MODULE_3__/* .secretPair */ .pe)('secret-files', pair).value));
    const values = [
        ...settings.secrets.map((pair) => (0,_argv_js__WEBPACK_IMPORTED_MODULE_3__/* .secretPair */ .pe)('secrets', pair).value),
        ...settings.secretEnvs.map((pair) => environment[(0,_argv_js__WEBPACK_IMPORTED_MODULE_3__/* .secretPair */ .pe)('secret-envs', pair).value] ?? ''),
        ...(await Promise.all(files.map(contentOf))),
    ];
    return values.filter((value) => value !== '');
}
/** Build arguments as `NAME=value`, those included that come from the environment; what has no value there is none. */
function givenBuildArgs(settings, environment) {
    return settings.buildArgs.flatMap((arg) => {
        const [name, own] = (0,_argv_js__WEBPACK_IMPORTED_MODULE_3__/* .splitPair */ .T6)(arg);
        const value = own ?? environment[name];
        return value === undefined ? [] : [`${name}=${value}`];
    });
}
/** The values of build arguments, those included that come from the environment. */
const buildArgValues = (settings, environment) => givenBuildArgs(settings, environment).map((arg) => (0,_argv_js__WEBPACK_IMPORTED_MODULE_3__/* .splitPair */ .T6)(arg)[1] ?? '');


/***/ }),

/***/ 483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ OLDEST_BUILDX),
/* harmony export */   Y9: () => (/* binding */ OLDEST_BUILDKIT_FOR_PUSH),
/* harmony export */   du: () => (/* binding */ isAtLeast),
/* harmony export */   eU: () => (/* binding */ requireVersion),
/* harmony export */   x: () => (/* binding */ OLDEST_ENGINE),
/* harmony export */   yo: () => (/* binding */ OLDEST_BUILDX_FOR_CHECK)
/* harmony export */ });
/* unused harmony export parseVersion */
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9707);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


/** The first with `BUILDX_METADATA_PROVENANCE`: without it no layer could be traced to its line. */
const OLDEST_BUILDX = '0.14.0';
/** The first with `--call=check`. */
const OLDEST_BUILDX_FOR_CHECK = '0.15.0';
/** The first whose BuildKit (0.11) knows provenance. */
const OLDEST_ENGINE = '24.0.0';
/** The first that exports to several places in one build: needed to push and to measure. */
const OLDEST_BUILDKIT_FOR_PUSH = '0.13.0';
/**
 * The version that a text begins with or names: `28.5.2+dfsg4`, `v0.17.1-desktop.1`,
 * `github.com/docker/buildx 0.29.1+ds1 0.29.1+ds1-4`. Null where there is none.
 */
function parseVersion(text) {
    return semver__WEBPACK_IMPORTED_MODULE_0__.coerce(/(?:^|\s)v?(\d+\.\d+[^\s]*)/.exec(text)?.[1]);
}
/** Whether `text` names a version of at least `oldest`; true for a build without a number (`v0.0.0+unknown`). */
function isAtLeast(text, oldest) {
    const version = parseVersion(text);
    return version === null || semver__WEBPACK_IMPORTED_MODULE_0__.eq(version, '0.0.0') || semver__WEBPACK_IMPORTED_MODULE_0__.gte(version, oldest);
}
function requireVersion(program, text, oldest, hint) {
    if (isAtLeast(text, oldest))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${program} ${parseVersion(text)} is too old: ${oldest} or newer is needed.`, { hint });
}


/***/ }),

/***/ 7494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ alignLayers)
/* harmony export */ });
/**
 * Pairs the layers of two images: by content (diffID), then by instruction and stage, then by instruction alone (a stage
 * was renamed), then an instruction with the one that it was before an edit. An instruction that was inserted, removed or
 * moved therefore misaligns nothing. Pairs stand in the order of `after`; what is gone comes last, in the order of
 * `before`. Which layers are a pair does not depend on which image is called `before`.
 */
function alignLayers(before, after) {
    // The same object may stand on both sides.
    const partners = new Map();
    const taken = new Set();
    const isLeft = (old) => !taken.has(old);
    const isNew = (current) => !partners.has(current);
    const pair = (old, current) => {
        partners.set(current, old);
        taken.add(old);
    };
    for (const identity of [contentOf, instructionInStage, instructionOf]) {
        for (const [old, current] of pairsBy(identity, before.filter(isLeft), after.filter(isNew)))
            pair(old, current);
    }
    for (const { old, current } of edits(before.filter(isLeft), after.filter(isNew))) {
        if (isLeft(old) && isNew(current))
            pair(old, current);
    }
    return [
        ...after.map((layer) => ({ before: partners.get(layer) ?? null, after: layer })),
        ...before.filter(isLeft).map((layer) => ({ before: layer, after: null })),
    ];
}
const contentOf = (layer) => layer.diffId;
const instructionOf = (layer) => layer.instruction;
const instructionInStage = ({ instruction, location }) => instruction && `${location?.stage ?? ''}\n${instruction}`;
/** Of layers that are equal in it, the first with the first, and so on. */
function* pairsBy(identity, before, after) {
    const waiting = Map.groupBy(before, identity);
    for (const current of after) {
        const key = identity(current);
        const old = key === null ? undefined : waiting.get(key)?.shift();
        if (old !== undefined)
            yield [old, current];
    }
}
/** Of an edited instruction at least this share of the words stays. */
const leastAlike = 0.5;
/** Layers of a side that are looked through for edits: each is held beside each, and no build makes as many. */
const mostLayers = 500;
/**
 * Instructions that an edit may have turned into one another, the most alike first; of equally alike ones those that
 * stand closest, then the lowest. Two that are equal in all of this have no layer in common.
 */
function edits(before, after) {
    const [olds, currents] = [before, after].map((layers) => layers.slice(0, mostLayers).map((layer, at) => ({ layer, at, words: wordsOf(layer.instruction) })));
    const found = [];
    for (const old of olds ?? []) {
        for (const current of currents ?? []) {
            const likeness = old.layer.origin === current.layer.origin ? likenessOf(old.words, current.words) : 0;
            if (likeness < leastAlike)
                continue;
            const [distance, depth] = [Math.abs(old.at - current.at), old.at + current.at];
            found.push({ old: old.layer, current: current.layer, likeness, distance, depth });
        }
    }
    return found.sort((a, b) => b.likeness - a.likeness || a.distance - b.distance || a.depth - b.depth);
}
/** Words that both have, out of those that either has (Jaccard); 0 where the keywords differ. */
function likenessOf(words, others) {
    const [[keyword], [otherKeyword]] = [words, others];
    if (keyword === undefined || keyword !== otherKeyword)
        return 0;
    const common = words.intersection(others).size;
    return common / (words.size + others.size - common);
}
/** Words of an instruction that are compared: the longest one that is known has some hundreds. */
const mostWords = 2000;
const wordsOf = (instruction) => new Set(instruction?.split(/\s+/, mostWords).filter(Boolean) ?? []);


/***/ }),

/***/ 9346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ assembleReport)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3411);
/* harmony import */ var _budgets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4028);


/** The report of a run, with the verdict on all of its images. */
function assembleReport({ images, metric, notices, repository, enforcement, created }) {
    return {
        version: 1,
        tool: { name: 'image-size-gate', version: _version_js__WEBPACK_IMPORTED_MODULE_1__/* .version */ .r },
        created: created.toISOString(),
        verdict: (0,_budgets_js__WEBPACK_IMPORTED_MODULE_0__/* .verdictOf */ .V)(images.flatMap(resultsOf), enforcement),
        reasons: images.flatMap(reasonsOf),
        notices: [...notices, ...images.flatMap(slowDriftOf)],
        metric,
        repository,
        images,
    };
}
/** All that makes the verdict: one hides no other. */
const resultsOf = ({ budgets, lint }) => [...budgets, ...(lint === null ? [] : [lint])];
/** One sentence for each that is not met. */
const reasonsOf = (image) => resultsOf(image)
    .filter(({ status }) => status === 'fail' || status === 'warn')
    .map(({ message }) => `${image.name}: ${message}`);
/** Growth in steps that a budget each let pass: said, and never failed. */
const slowDriftOf = ({ name, longTerm }) => longTerm.filter(({ exceeds }) => exceeds).map(({ message }) => `${name}: ${message}`);


/***/ }),

/***/ 4028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ evaluateBudgets),
  V: () => (/* binding */ verdictOf)
});

// EXTERNAL MODULE: ./lib/units.js
var units = __webpack_require__(3052);
// EXTERNAL MODULE: ./lib/compare/glob.js
var glob = __webpack_require__(2093);
;// CONCATENATED MODULE: ./lib/compare/budgets-scope.js

/** Sizes below a layer have a share of its download size, and no download size of their own. */
const isEstimated = (scope, metric) => metric === 'download' && (scope?.kind === 'path' || scope?.kind === 'package');
/**
 * The bytes of an image that lie in a scope; in words why, where that is not known. The files of all layers count, those
 * too that a later layer hides: they are shipped, and the image's size counts them.
 */
function sizesIn(scope, metric, side) {
    const { layers } = side.measurement;
    const sizes = layers.map((layer) => (metric === 'disk' ? layer.diskBytes : layer.downloadBytes));
    if (sizes.includes(null))
        return `the ${metric} size is unknown`;
    const known = sizes.map((size) => size ?? 0);
    if (scope === null || scope.kind === 'layer') {
        const inScope = layers.map(scope === null ? () => true : layerGlob(scope.pattern));
        const whole = known.map((size, at) => (inScope[at] ? size : 0));
        return scopedSizes(layers, whole, scope === null || inScope.includes(true));
    }
    const held = filesIn(scope, side);
    if (held === null)
        return `which ${scope.kind === 'path' ? 'files' : 'packages'} it holds is unknown`;
    const shares = layers.map(({ diskBytes }, at) => shareOf(held.byLayer[at] ?? 0, diskBytes, known[at] ?? 0));
    return scopedSizes(layers, shares, held.found);
}
function scopedSizes(layers, sizes, found) {
    return {
        byLayer: new Map(layers.map((layer, at) => [layer, sizes[at] ?? 0])),
        total: sizes.reduce((sum, size) => sum + size, 0),
        isEmpty: !found,
    };
}
/** What part of a layer's size, by either metric, belongs to some of its disk bytes. */
const shareOf = (bytes, layerBytes, layerSize) => layerBytes === 0 ? 0 : Math.round(layerSize * (bytes / layerBytes));
function filesIn(scope, side) {
    const fileSystem = side.fileSystem();
    const isIn = scope.kind === 'path' ? pathGlob(scope.pattern) : packageGlob(scope.pattern, side);
    if (fileSystem === null || isIn === null)
        return null;
    const byLayer = side.measurement.layers.map(() => 0);
    let found = false;
    const take = (layer, size) => {
        found = true;
        byLayer[layer] = (byLayer[layer] ?? 0) + size;
    };
    for (const { path, links, layer, entry } of fileSystem.live) {
        if (isIn(path) || links?.some(isIn))
            take(layer, entry.size);
    }
    for (const { path, layer, entry } of fileSystem.dead) {
        if (isIn(path))
            take(layer, entry.size);
    }
    return { byLayer, found };
}
/** Paths by their bytes, as entries have them; one without a wildcard means what lies below it, too. */
function pathGlob(pattern) {
    const path = Buffer.from(pattern.replace(/^\/+|\/+$/g, ''), 'utf8').toString('latin1');
    if (path.includes('*'))
        return (0,glob/* globOf */.k)(path, '/');
    return (text) => path === '' || text === path || text.startsWith(`${path}/`);
}
/** Paths of the packages that a pattern names: `torch`, `python:torch`, `lib*`. */
function packageGlob(pattern, side) {
    const owners = side.owners();
    const [, manager = null, name = pattern] = /^([a-z]+):(.+)$/.exec(pattern) ?? [];
    const isNamed = (0,glob/* globOf */.k)(name, null);
    return (owners &&
        ((path) => {
            const owner = owners.of(path);
            return owner !== null && (manager === null || owner.manager === manager) && isNamed(owner.name);
        }));
}
/** Layers by the Dockerfile's line (`Dockerfile:12`) or by the instruction (`RUN pip install *`). */
function layerGlob(pattern) {
    const [, file, line] = /^(\S+):(\d+)$/.exec(pattern) ?? [];
    if (file === undefined) {
        const isNamed = (0,glob/* globOf */.k)(pattern, null);
        return ({ instruction }) => instruction !== null && isNamed(instruction);
    }
    const at = Number(line);
    return ({ location }) => location !== null &&
        (location.file === file || location.file.endsWith(`/${file}`)) &&
        location.firstLine <= at &&
        at <= location.lastLine;
}
/** The growth within a scope by rows; in words why, where it is not known. */
function growthIn(scope, metric, { before, current, rows }) {
    if (before === null)
        return 'there is no baseline';
    const whole = scope?.kind === 'layer' ? null : scope;
    const after = sizesIn(whole, metric, current);
    if (typeof after === 'string')
        return after;
    // The same layers hold the same: what the baseline's hold need not be looked up.
    const isSame = metric === 'disk' && sameLayers(before.measurement, current.measurement);
    const old = isSame ? sameSizes(after, current.measurement, before.measurement) : sizesIn(whole, metric, before);
    if (typeof old === 'string')
        return `of the baseline, ${old}`;
    if (metric === 'download' && before.measurement.store !== current.measurement.store)
        return "the baseline's download size can't be compared";
    const isIn = scope?.kind === 'layer' ? pairGlob(scope.pattern) : () => true;
    const inScope = rows.map((row) => ({ row, pairs: row.pairs.filter(isIn) }));
    const sizeOf = (sizes, layer) => (layer && sizes.byLayer.get(layer)) ?? 0;
    const sum = (pairs, of) => pairs.reduce((total, pair) => total + of(pair), 0);
    const hasNoPair = inScope.every(({ pairs }) => pairs.length === 0);
    return {
        isEmpty: scope?.kind === 'layer' ? hasNoPair : after.isEmpty && old.isEmpty,
        before: sum(inScope.flatMap(({ pairs }) => pairs), (pair) => sizeOf(old, pair.before)),
        rows: inScope.map(({ row, pairs }) => ({
            row,
            bytes: sum(pairs, (pair) => sizeOf(after, pair.after) - sizeOf(old, pair.before)),
        })),
    };
}
/** A line's number is that of the image at hand; what is gone from there has its old one. */
function pairGlob(pattern) {
    const isIn = layerGlob(pattern);
    return ({ before, after }) => {
        const layer = after ?? before;
        return layer !== null && isIn(layer);
    };
}
const sameLayers = (one, other) => one.layers.length === other.layers.length &&
    one.layers.every(({ diffId }, at) => diffId === other.layers[at]?.diffId);
const sameSizes = (sizes, from, to) => ({
    ...sizes,
    byLayer: new Map(to.layers.map((layer, at) => [layer, sizes.byLayer.get(from.layers[at] ?? layer) ?? 0])),
});

// EXTERNAL MODULE: ./lib/compare/side.js + 1 modules
var compare_side = __webpack_require__(1814);
;// CONCATENATED MODULE: ./lib/compare/budgets-undo.js

const noParts = () => [];
/**
 * The smallest number of candidates that takes away `excess`, the largest first; empty where all of them do not. Where
 * one is enough, so may be a part of it.
 */
function fewest(candidates, excess) {
    const taken = [];
    let left = excess;
    for (const candidate of candidates.filter(({ amount }) => amount > 0).sort(byAmount)) {
        if (left <= 0)
            break;
        taken.push(candidate);
        left -= candidate.amount;
    }
    if (left > 0)
        return [];
    const [only, ...others] = taken;
    const chosen = only !== undefined && others.length === 0 ? [narrowed(only, excess)] : taken;
    return chosen.map(({ kind, label, location, amount }) => ({ kind, label, location, amount }));
}
/** The deepest part that is enough by itself; a package is not taken apart. */
function narrowed(candidate, excess) {
    if (candidate.kind === 'package')
        return candidate;
    const [part] = candidate
        .parts()
        .filter(({ amount }) => amount >= excess)
        .sort(byAmount);
    return part === undefined ? candidate : narrowed({ ...part, location: part.location ?? candidate.location }, excess);
}
const byAmount = (a, b) => b.amount - a.amount || (a.label < b.label ? -1 : 1);
/** The author's rows that grew, with what grew in them where the whole of them counts. */
function growthCandidates({ rows }, isAllowed, metric) {
    return rows
        .filter(({ row }) => isAllowed(row))
        .flatMap(({ row, bytes }) => {
        const candidate = candidateOf(row.change, metric);
        const isWhole = candidate?.amount === bytes;
        return candidate === null ? [] : [{ ...candidate, amount: bytes, parts: isWhole ? candidate.parts : noParts }];
    });
}
function candidateOf(change, metric) {
    const { kind, label, location, delta, children } = change;
    const amount = metric === 'disk' ? delta.diskBytes : delta.downloadBytes;
    if (kind === 'other')
        return null;
    const parts = () => children.flatMap((child) => candidateOf(child, metric) ?? []);
    return { kind, label, location, amount: amount ?? 0, parts };
}
/** The author's layers, by what of them lies in the scope, with the packages that they hold. */
function layerCandidates({ byLayer }, side, metric) {
    return side.measurement.layers.flatMap((layer, at) => {
        const candidate = layerCandidate(layer, byLayer.get(layer) ?? 0);
        const isWhole = metric === 'disk' && candidate.amount === layer.diskBytes;
        return layer.origin === 'base'
            ? []
            : [{ ...candidate, parts: isWhole ? () => packageCandidates(side, at, layer) : noParts }];
    });
}
const layerCandidate = (layer, amount) => ({
    kind: 'layer',
    label: layer.instruction ?? `layer ${layer.diffId}`,
    location: layer.location,
    amount,
    parts: noParts,
});
function packageCandidates(side, at, { location }) {
    const [fileSystem, owners] = [side.fileSystem(), side.owners()];
    if (fileSystem === null || owners === null)
        return [];
    const found = new Map();
    for (const { path, layer, entry } of fileSystem.live) {
        const owner = layer === at ? owners.of(path) : null;
        if (owner === null)
            continue;
        const key = (0,compare_side/* packageKey */.MO)(owner);
        const amount = (found.get(key)?.amount ?? 0) + entry.size;
        found.set(key, { kind: 'package', label: owner.name, location, amount, parts: noParts });
    }
    return [...found.values()];
}
/** The author's lines that hide files, by what they hide. */
function hidingCandidates({ measurement, fileSystem }) {
    const hidden = measurement.layers.map(() => 0);
    for (const { hiddenBy, entry } of fileSystem()?.dead ?? [])
        hidden[hiddenBy] = (hidden[hiddenBy] ?? 0) + entry.size;
    return measurement.layers.flatMap((layer, at) => layer.origin === 'base' ? [] : [layerCandidate(layer, hidden[at] ?? 0)]);
}
/** The layers that the author added. */
const addedCandidates = (rows) => rows
    .filter(({ change, pairs }) => change.cause === 'yours' && pairs.every(({ before }) => before === null))
    .map(({ change, pairs }) => ({
    ...{ kind: 'layer', label: change.label, location: change.location },
    ...{ amount: pairs.length, parts: noParts },
}));

;// CONCATENATED MODULE: ./lib/compare/budgets-rules.js



const rules = {
    'max-size': holdSize,
    'max-increase': holdIncrease,
    'max-waste': holdWaste,
    'max-layers': holdLayers,
    'max-build-time': holdBuildTime,
    'min-cached-steps': holdCachedSteps,
};
const named = ({ name, limit }) => `${name} ${limit.text}`;
/** A figure that is a share of a layer's download size is an estimate. */
const mark = ({ scope, metric }) => (isEstimated(scope, metric) ? '~' : '');
const isYours = ({ change }) => change.cause === 'yours';
const grownBy = ({ rows }, isIn = () => true) => rows.reduce((total, { row, bytes }) => total + (isIn(row) ? bytes : 0), 0);
/** A misspelt scope keeps every limit: that is said. */
const nothingThere = 'nothing of that is in the image';
/** For limits that nothing can be done about by undoing a line. */
const plainExcess = { excused: false, remedy: '', undo: () => [] };
function holdSize(budget, weighing) {
    const { scope, limit, metric } = budget;
    const { current } = weighing;
    const sizes = sizesIn(scope, metric, current);
    if (typeof sizes === 'string')
        return sizes;
    const figures = { actual: sizes.total, limitValue: limit.value };
    const [exact, over] = (0,units/* formatDistinctBytes */.JA)([sizes.total, limit.value]);
    const shown = mark(budget) + exact;
    const excess = sizes.total - limit.value;
    if (excess <= 0) {
        const says = sizes.isEmpty ? `${nothingThere}: within` : `${shown} is within`;
        return { ...figures, says: `${says} ${named(budget)}`, excess: null };
    }
    const says = `${shown} (${metric}) is ${(0,units/* formatBytes */.z3)(excess)} over max-size ${over}`;
    const growth = growthIn(scope, metric, weighing);
    const known = typeof growth === 'string' ? null : growth;
    const excused = known !== null && known.before > limit.value && grownBy(known) <= 0;
    const undone = known === null ? [] : fewest(growthCandidates(known, isYours, metric), excess);
    const leftOut = () => fewest(layerCandidates(sizes, current, metric), excess);
    const [remedy, undo] = undone.length > 0 ? ['undoing', () => undone] : ['leaving out', leftOut];
    return { ...figures, says, excess: { excused, remedy, undo } };
}
function holdIncrease(budget, weighing) {
    const { scope, limit, metric, counts } = budget;
    const growth = growthIn(scope, metric, weighing);
    if (typeof growth === 'string')
        return growth;
    const actual = counts === 'all' ? grownBy(growth) : grownBy(growth, isYours);
    const limitValue = limit.unit === 'percent' ? Math.floor((growth.before * limit.value) / 100) : limit.value;
    const whose = actual === grownBy(growth) ? '' : ' through your changes';
    const moved = growth.isEmpty ? nothingThere : movedText(budget, actual, growth.before) + whose;
    const excess = actual - limitValue;
    if (excess <= 0)
        return { actual, limitValue, says: `${moved}: within ${named(budget)}`, excess: null };
    const undo = () => fewest(growthCandidates(growth, isYours, metric), excess);
    const says = `${moved}: ${(0,units/* formatBytes */.z3)(excess)} over ${named(budget)}`;
    return { actual, limitValue, says, excess: { excused: false, remedy: 'undoing', undo } };
}
/** `grew by 6 MB (+6%)`, `shrank by 6 MB`, `did not grow`; the share where the limit is one. */
function movedText(budget, bytes, before) {
    if (bytes === 0)
        return 'did not grow';
    const size = mark(budget) + (0,units/* formatBytes */.z3)(Math.abs(bytes));
    if (bytes < 0)
        return `shrank by ${size}`;
    const isShare = budget.limit.unit === 'percent' && before > 0;
    return `grew by ${size}${isShare ? ` (${(0,units/* formatPercentDelta */.zy)((bytes / before) * 100)})` : ''}`;
}
/** Hidden bytes; a percentage is of the image, by disk size. */
function holdWaste(budget, { current, before }) {
    const { deadBytes, diskBytes } = current.measurement;
    const limitOf = (whole) => budget.limit.unit === 'percent' ? Math.floor((whole * budget.limit.value) / 100) : budget.limit.value;
    const figures = { actual: deadBytes, limitValue: limitOf(diskBytes) };
    const share = diskBytes > 0 ? ` (${(0,units/* formatPercent */.l9)((deadBytes / diskBytes) * 100)})` : '';
    const shown = `${(0,units/* formatBytes */.z3)(deadBytes)}${budget.limit.unit === 'percent' ? share : ''} hidden by later layers`;
    const excess = deadBytes - figures.limitValue;
    if (excess <= 0)
        return { ...figures, says: `${shown} is within ${named(budget)}`, excess: null };
    const old = before?.measurement ?? null;
    const excused = old !== null && old.deadBytes > limitOf(old.diskBytes) && deadBytes <= old.deadBytes;
    const undo = () => fewest(hidingCandidates(current), excess);
    const says = `${shown} is ${(0,units/* formatBytes */.z3)(excess)} over ${named(budget)}`;
    return { ...figures, says, excess: { excused, remedy: 'hiding nothing at', undo } };
}
function holdLayers(budget, { current, before, rows }) {
    const actual = current.measurement.layers.length;
    const limitValue = budget.limit.value;
    const excess = actual - limitValue;
    const shown = actual === 1 ? '1 layer is' : `${actual} layers are`;
    if (excess <= 0)
        return { actual, limitValue, says: `${shown} within ${named(budget)}`, excess: null };
    const old = before?.measurement.layers.length ?? 0;
    const excused = old > limitValue && actual <= old;
    const says = `${shown} ${excess} over ${named(budget)}`;
    return {
        actual,
        limitValue,
        says,
        excess: { excused, remedy: 'undoing', undo: () => fewest(addedCandidates(rows), excess) },
    };
}
const noBuild = 'the image was not built here';
function holdBuildTime(budget, { current }) {
    const { build } = current.measurement;
    if (build === null)
        return noBuild;
    const limitValue = budget.limit.value;
    const took = `the build took ${(0,units/* formatDuration */.a3)(build.seconds)}`;
    const excess = build.seconds - limitValue;
    const figures = { actual: build.seconds, limitValue };
    return excess <= 0
        ? { ...figures, says: `${took}: within ${named(budget)}`, excess: null }
        : { ...figures, says: `${took}: ${(0,units/* formatDuration */.a3)(excess)} over ${named(budget)}`, excess: plainExcess };
}
function holdCachedSteps(budget, { current }) {
    const { build } = current.measurement;
    if (build === null)
        return noBuild;
    const { steps, cachedSteps } = build;
    if (steps === 0)
        return 'the build had no steps';
    const needed = Math.ceil((steps * budget.limit.value) / 100);
    const figures = { actual: cachedSteps / steps, limitValue: budget.limit.value / 100 };
    const share = (0,units/* formatPercent */.l9)((cachedSteps / steps) * 100);
    const shown = `${cachedSteps} of ${steps} steps (${share}) came from the cache`;
    const missing = needed - cachedSteps;
    if (missing <= 0)
        return { ...figures, says: `${shown}: enough for ${named(budget)}`, excess: null };
    const short = missing === 1 ? '1 step' : `${missing} steps`;
    return { ...figures, says: `${shown}: ${short} short of ${named(budget)}`, excess: plainExcess };
}

;// CONCATENATED MODULE: ./lib/compare/budgets.js



/** Holds an image against every budget; none hides another. Results stand in the order of the budgets. */
function evaluateBudgets(budgets, weighing) {
    return budgets.map((budget) => {
        const outcome = rules[budget.name](budget, weighing);
        return typeof outcome === 'string' ? unknownResult(budget, outcome) : resultOf(budget, outcome);
    });
}
/**
 * Growth never fails a push: what is merged is merged, and the record of it must be kept.
 * What could not be held against anything does not fail either.
 */
function verdictOf(results, enforcement) {
    const has = (status) => results.some((result) => result.status === status);
    if (has('fail'))
        return enforcement === 'gate' ? 'fail' : 'warn';
    return has('warn') ? 'warn' : 'pass';
}
const budgets_units = {
    'max-size': 'bytes',
    'max-increase': 'bytes',
    'max-waste': 'bytes',
    'max-layers': 'layers',
    'max-build-time': 'seconds',
    'min-cached-steps': 'share',
};
function termsOf({ name, scope, limit, level, counts, metric }) {
    const unit = budgets_units[name];
    // What is hidden is known in disk bytes alone.
    const ofBytes = name === 'max-waste' ? 'disk' : metric;
    return {
        ...{ budget: name, scope, limit: limit.text, level, unit },
        counts: name === 'max-increase' ? counts : null,
        metric: unit === 'bytes' ? ofBytes : null,
        estimated: isEstimated(scope, metric),
    };
}
const unknownResult = (budget, why) => ({
    ...termsOf(budget),
    ...{ actual: null, limitValue: null, status: 'unknown', excused: false, undo: [] },
    message: `${prefixOf(budget.scope)}${named(budget)} was not checked: ${why}`,
});
function resultOf(budget, { actual, limitValue, says, excess }) {
    const result = { ...termsOf(budget), actual, limitValue };
    const message = prefixOf(budget.scope) + says;
    if (excess === null)
        return { ...result, status: 'pass', excused: false, undo: [], message };
    const { excused, remedy, undo } = excess;
    if (excused) {
        const why = ', as the baseline was already; it did not grow';
        return { ...result, status: 'warn', excused, undo: [], message: message + why };
    }
    const undone = undo();
    const status = budget.level;
    return { ...result, status, excused, undo: [...undone], message: message + remedyText(budget, remedy, undone) };
}
function prefixOf(scope) {
    if (scope === null)
        return '';
    return `${scope.kind === 'path' ? '' : `${scope.kind} `}${scope.pattern}: `;
}
/** Of what is to be undone the message names so many; the result has all of it. */
const maxNamed = 3;
function remedyText(budget, remedy, undo) {
    if (undo.length === 0)
        return '';
    const shown = undo.slice(0, maxNamed).map((one) => undoingText(budget, one));
    const more = undo.length - shown.length;
    const [last = '', ...before] = [...shown, ...(more > 0 ? [`${more} more`] : [])].reverse();
    const list = before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`;
    return `; ${remedy} ${list} gets below it`;
}
/** ``Dockerfile:12 (`RUN pip install …`, +31 MB)``, `torch (Dockerfile:12, +29 MB)`. */
function undoingText({ name }, { kind, label, location, amount }) {
    const place = location === null ? [] : [`${location.file}:${location.firstLine}`];
    const size = name === 'max-increase' ? (0,units/* formatDelta */.CW)(amount) : (0,units/* formatBytes */.z3)(amount);
    const by = name === 'max-layers' ? [] : [size];
    const [first = '', ...others] = kind === 'layer' ? [...place, `\`${cut(label)}\``, ...by] : [cut(label), ...place, ...by];
    return others.length === 0 ? first : `${first} (${others.join(', ')})`;
}
const longestLabel = 40;
const cut = (label) => label.length > longestLabel ? `${label.slice(0, longestLabel - 2).trimEnd()} …` : label;


/***/ }),

/***/ 8484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ fileTree)
});

// EXTERNAL MODULE: ./lib/compare/align.js
var align = __webpack_require__(7494);
// EXTERNAL MODULE: ./lib/compare/side.js + 1 modules
var side = __webpack_require__(1814);
;// CONCATENATED MODULE: ./lib/compare/tree-columns.js

const newDirectory = (name) => ({
    name,
    directories: new Map(),
    leaves: new Map(),
    weight: 0,
});
const newLeaf = (name, hidden) => ({
    name,
    hidden,
    files: 0,
    bytes: null,
    before: null,
    owner: null,
});
/**
 * The leaf at a path, made where it is not there.
 *
 * @param which of a path that a layer's tar holds twice; `any`: whichever is there, the one in sight first
 */
function leafAt(top, path, which) {
    if (top === undefined)
        throw new Error('a file lies in a layer that is not there');
    const slash = path.lastIndexOf('/');
    const { leaves } = slash < 0 ? top : directoryAt(top, path.slice(0, slash));
    const name = path.slice(slash + 1);
    const known = which === 'any' ? (leaves.get(name) ?? leaves.get(`${name}/`)) : leaves.get(keyOf(name, which));
    if (known !== undefined)
        return known;
    const leaf = newLeaf(name, which === 'hidden');
    leaves.set(keyOf(name, which), leaf);
    return leaf;
}
const keyOf = (name, which) => (which === 'hidden' ? `${name}/` : name);
function directoryAt(top, path) {
    let directory = top;
    for (const name of path.split('/')) {
        const child = directory.directories.get(name) ?? newDirectory(name);
        directory.directories.set(name, child);
        directory = child;
    }
    return directory;
}
const weightOf = ({ bytes, before }) => Math.max(bytes ?? 0, before ?? 0);
/** Gathers what weighs least in the directories that are kept, so that at most some `most` nodes are. */
function gatherSmall(layers, most) {
    const directories = layers.flatMap(directoriesFrom);
    weigh(directories);
    const weights = Float64Array.from(directories.flatMap(({ weight, leaves }) => [weight, ...[...leaves.values()].map(weightOf)]));
    if (weights.length <= most)
        return;
    const threshold = weights.sort()[weights.length - most] ?? 0;
    // Those above come first, so that what lies below a directory that goes is not looked at.
    const kept = [...layers];
    for (const directory of kept) {
        for (const child of gatherIn(directory, threshold))
            kept.push(child);
    }
}
/** A directory and all below it, those above first. Nesting may be deeper than the stack. */
function directoriesFrom(top) {
    const all = [top];
    for (const directory of all)
        for (const child of directory.directories.values())
            all.push(child);
    return all;
}
/** Sets weights. `directories`: those above before those below. */
function weigh(directories) {
    for (const directory of directories.toReversed()) {
        let weight = 0;
        for (const leaf of directory.leaves.values())
            weight += weightOf(leaf);
        for (const child of directory.directories.values())
            weight += child.weight;
        directory.weight = weight;
    }
}
/** Puts what weighs no more than the threshold into one leaf, and one for what is hidden; returns the directories that stay. */
function gatherIn(directory, threshold) {
    const { directories, leaves } = directory;
    const gathered = { live: newLeaf('', false), hidden: newLeaf('', true) };
    const add = (leaf) => addTo(leaf.hidden ? gathered.hidden : gathered.live, leaf);
    for (const [key, leaf] of leaves) {
        if (weightOf(leaf) > threshold)
            continue;
        add(leaf);
        leaves.delete(key);
    }
    for (const [name, child] of directories) {
        if (child.weight > threshold)
            continue;
        for (const { leaves } of directoriesFrom(child))
            for (const leaf of leaves.values())
                add(leaf);
        directories.delete(name);
    }
    for (const [key, sum] of [
        ['', gathered.live],
        ['/', gathered.hidden],
    ]) {
        if (sum.bytes !== null || sum.before !== null)
            leaves.set(key, sum);
    }
    return directories.values();
}
function addTo(sum, leaf) {
    sum.files += leaf.files;
    if (leaf.bytes !== null)
        sum.bytes = (sum.bytes ?? 0) + leaf.bytes;
    if (leaf.before !== null)
        sum.before = (sum.before ?? 0) + leaf.before;
}
/** The tree as columns. */
function packTree(layers, { gone, isOwned }) {
    const names = [];
    const children = [];
    const leaves = [];
    const pending = layers.toReversed();
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
        names.push(textOf(node.name));
        if ('leaves' in node) {
            children.push(node.directories.size + node.leaves.size);
            for (const below of [node.leaves, node.directories])
                for (const child of below.values())
                    pending.push(child);
        }
        else {
            children.push(-1);
            leaves.push(node);
        }
    }
    const packages = packageList();
    return {
        names: names.join('/'),
        children,
        bytes: leaves.map(({ bytes }) => bytes),
        before: gone && leaves.flatMap(({ bytes, before }, at) => (bytes === before ? [] : [[at, before]])),
        hidden: leaves.flatMap(({ hidden }, at) => (hidden ? [at] : [])),
        owners: isOwned ? runsOf(leaves.map(({ owner }) => owner && packages.place(owner))) : null,
        packages: packages.all,
        gone: gone ?? [],
        gathered: leaves.flatMap(({ name, files }, at) => (name === '' ? [[at, files]] : [])),
    };
}
/** Read as UTF-8; most names are ASCII, which reads the same. */
const textOf = (name) => (/^[ -~]*$/.test(name) ? name : Buffer.from(name, 'latin1').toString('utf8'));
/** Packages by the order in which they are met, whatever their architectures. */
function packageList() {
    const all = [];
    const places = new Map();
    const place = (owner) => {
        const { manager, name, version } = owner;
        const key = `${(0,side/* packageKey */.MO)(owner)} ${version}`;
        const known = places.get(key);
        if (known !== undefined)
            return known;
        places.set(key, all.length);
        return all.push({ manager, name, version }) - 1;
    };
    return { all, place };
}
function runsOf(values) {
    const runs = [];
    for (const value of values) {
        const last = runs.at(-1);
        if (last !== undefined && last[0] === value)
            last[1]++;
        else
            runs.push([value, 1]);
    }
    return runs;
}

;// CONCATENATED MODULE: ./lib/compare/file-tree.js



/** Nodes that are told apart; of a larger image the smallest are gathered. */
const mostNodes = 200_000;
/**
 * An image's files beside those of its baseline, by the layers that the rows of the comparison pair: the tree adds up to
 * both images' disk sizes. Null where a layer's index is missing; where one of the baseline's is, nothing is compared.
 *
 * @param before the baseline's image; null: there is none
 */
function fileTree(current, before, most = mostNodes) {
    const files = (0,side/* filesOf */.R8)(current);
    if (files === null)
        return null;
    const layers = current.measurement.layers.map(() => newDirectory(''));
    for (const { path, layer, live, owner, entry } of files) {
        const leaf = leafAt(layers[layer], path, live ? 'live' : 'hidden');
        leaf.bytes = (leaf.bytes ?? 0) + entry.size;
        leaf.files++;
        leaf.owner = owner;
    }
    const gone = before && addBaseline(layers, current, before);
    gatherSmall(layers, most);
    return packTree(layers, { gone, isOwned: current.owners() !== null });
}
/** Adds what the baseline holds, and layers for what is gone; returns these layers' places there, null without files. */
function addBaseline(layers, current, before) {
    const files = (0,side/* filesOf */.R8)(before);
    if (files === null)
        return null;
    const olds = before.measurement.layers;
    const placeOf = new Map(olds.map((layer, at) => [layer, at]));
    const counterparts = [];
    const gone = [];
    (0,align/* alignLayers */.Y)(olds, current.measurement.layers).forEach((pair, at) => {
        const place = pair.before === null ? undefined : placeOf.get(pair.before);
        if (place === undefined)
            return;
        if (pair.after === null) {
            layers.push(newDirectory(''));
            gone.push(place);
        }
        counterparts[place] = layers[at] ?? newDirectory('');
    });
    for (const { path, layer, owner, entry } of files) {
        const leaf = leafAt(counterparts[layer], path, 'any');
        leaf.before = (leaf.before ?? 0) + entry.size;
        if (leaf.bytes === null)
            leaf.owner = owner;
    }
    return gone;
}


/***/ }),

/***/ 2093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ globOf)
/* harmony export */ });
/**
 * A glob with two wildcards: `*` stands for any characters but the separator, `**` for any at all, and `**` before a
 * separator for any number of segments, none too. Without a separator `*` stands for any characters. All else stands for
 * itself: paths have brackets and braces.
 *
 * All ways to match are followed at once: time grows with pattern × text, whatever the pattern.
 */
function globOf(pattern, separator) {
    const star = pattern.indexOf('*');
    if (star === -1)
        return (text) => text === pattern;
    const prefix = pattern.slice(0, star);
    const tokens = tokensOf(pattern.slice(star), separator);
    // Most of a million paths fail here. A separator behind `**` need not be there.
    const end = pattern.slice(pattern.lastIndexOf('*') + 1);
    const suffix = separator !== null && end.startsWith(separator) ? end.slice(separator.length) : end;
    return (text) => text.startsWith(prefix) && text.endsWith(suffix) && matches(tokens, text, prefix.length, separator);
}
function tokensOf(pattern, separator) {
    const pieces = pattern.match(/\*+|[^*]/g) ?? [];
    const tokens = [];
    for (const piece of pieces) {
        const last = tokens.at(-1);
        if (piece.startsWith('*'))
            tokens.push({ kind: piece === '*' ? 'run' : 'all' });
        else if (piece === separator && last?.kind === 'all')
            tokens[tokens.length - 1] = { kind: 'segments' };
        else
            tokens.push({ kind: 'literal', character: piece });
    }
    return tokens;
}
function matches(tokens, text, from, separator) {
    let places = new Set();
    reach(tokens, 0, places);
    // What ends in `**` takes all the rest.
    const open = tokens.at(-1)?.kind === 'all' ? tokens.length - 1 : null;
    for (let at = from; at < text.length && places.size > 0; at++) {
        if (open !== null && places.has(open))
            return true;
        const character = text.charAt(at);
        const next = new Set();
        for (const place of places)
            step(tokens, place, character, separator, next);
        places = next;
    }
    return places.has(tokens.length);
}
/** Adds a place in the pattern, and those behind it that need no character. */
function reach(tokens, place, places) {
    places.add(place);
    const token = tokens[place];
    if (token !== undefined && token.kind !== 'literal')
        reach(tokens, place + 1, places);
}
function step(tokens, place, character, separator, next) {
    const token = tokens[place];
    if (token === undefined)
        return;
    if (token.kind === 'literal') {
        if (token.character === character)
            reach(tokens, place + 1, next);
    }
    else if (token.kind === 'segments') {
        // Within a segment there is no way on but to its end.
        next.add(place);
        if (character === separator)
            reach(tokens, place + 1, next);
    }
    else if (token.kind === 'all' || character !== separator)
        reach(tokens, place, next);
}


/***/ }),

/***/ 3493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ judge)
});

// EXTERNAL MODULE: ./lib/compare/budgets.js + 3 modules
var compare_budgets = __webpack_require__(4028);
;// CONCATENATED MODULE: ./lib/compare/build-figures.js
/** What the build took, beside what the baseline's took. Null: the image was not built here. */
function buildFigures(current, before) {
    const [after, earlier] = [current.build, before?.build ?? null];
    if (after === null)
        return null;
    const figure = (of) => figureOf(earlier && of(earlier), of(after));
    return {
        seconds: figure(({ seconds }) => seconds),
        cachedShare: figure(cachedShareOf),
        contextBytes: figure(({ contextBytes }) => contextBytes),
    };
}
/** Null: without a step there is nothing to cache. */
const cachedShareOf = ({ steps, cachedSteps }) => (steps === 0 ? null : cachedSteps / steps);
const figureOf = (before, after) => ({
    before,
    after,
    delta: before === null || after === null ? null : rounded(after - before),
});
/** To a millionth: 41.2 - 38.1 is 3.1. What rounds to nothing from below is 0, as JSON has no -0. */
const rounded = (value) => Math.round(value * 1e6) / 1e6 + 0;

// EXTERNAL MODULE: ./lib/units.js
var units = __webpack_require__(3052);
// EXTERNAL MODULE: ./lib/compare/size.js
var size = __webpack_require__(6522);
;// CONCATENATED MODULE: ./lib/compare/upstream-difference.js
/** Null where a side does not tell its lines. */
function upstreamDifference(before, after) {
    const [old, current] = [before.layer.upstream, after.layer.upstream];
    if (old === null || current === null)
        return null;
    const { pairs, lines } = alignLines(canonical(old), canonical(current));
    const contents = pairs.map((pair) => ({ pair, change: contentChange(pair) }));
    const having = (change) => contents.filter((found) => found.change === change).map(({ pair }) => pair);
    return {
        lines,
        buildArgs: buildArgChanges(declaredNames([...old, ...current]), before.image, after.image),
        files: having('files').map(({ after }) => after),
        images: having('images'),
        untold: having('unknown').map(({ after }) => after),
    };
}
/** Whether two instructions are the same but for the names of stages. */
function sameInstruction(before, after) {
    const text = ({ instruction, upstream }) => instruction === null ? null : withoutStageNames(instruction, stagesOf(upstream ?? []));
    return before.instruction === after.instruction || text(before) === text(after);
}
/** `Dockerfile:7 in builder`. */
function placeOf({ location: { file, firstLine, stage } }) {
    return `${file}:${firstLine}${stage === null || /^\d+$/.test(stage) ? '' : ` in ${stage}`}`;
}
function canonical(lines) {
    const stages = stagesOf(lines);
    return lines.map((line) => ({ line, text: withoutStageNames(line.instruction, stages) }));
}
const stagesOf = (lines) => [
    ...new Set(lines.flatMap(({ location }) => location.stage ?? [])),
];
function withoutStageNames(instruction, stages) {
    const named = (prefix, name) => {
        const index = stages.indexOf(name.toLowerCase());
        return `${prefix}${index === -1 ? name : `#${index}`}`;
    };
    if (/^FROM /i.test(instruction)) {
        return instruction
            .replace(/ AS \S+$/i, '')
            .replace(/^((?:\S+ )(?:--\S+ )*)(\S+)$/, (_, prefix, name) => named(prefix, name));
    }
    return instruction.replace(/((?:--|,)from=)([^\s,]+)/g, (_, prefix, name) => named(prefix, name));
}
/** Lines of the same text are paired in their order; what is left was added, removed or edited. */
function alignLines(before, after) {
    const waiting = Map.groupBy(before.keys(), (index) => before[index]?.text ?? '');
    const pairs = [];
    const lines = [];
    const added = [];
    let last = -1;
    for (const { line, text } of after) {
        const index = waiting.get(text)?.shift();
        const partner = index === undefined ? undefined : before[index]?.line;
        if (index === undefined || partner === undefined) {
            added.push(line);
            continue;
        }
        pairs.push({ before: partner, after: line });
        if (index < last)
            lines.push({ line, how: 'moved' });
        last = Math.max(last, index);
    }
    const removed = [...waiting.values()].flat().flatMap((index) => before[index]?.line ?? []);
    return { pairs, lines: [...unpaired(removed, added), ...lines] };
}
const keywordOf = ({ instruction }) => instruction.split(' ', 1)[0] ?? '';
/** A removed line and an added one of the same keyword are one that was edited. */
function unpaired(removed, added) {
    const gone = [...removed];
    const lines = added.map((line) => {
        const index = gone.findIndex((other) => keywordOf(other) === keywordOf(line));
        if (index === -1)
            return { line, how: 'added' };
        gone.splice(index, 1);
        return { line, how: 'edited' };
    });
    return [...lines, ...gone.map((line) => ({ line, how: 'removed' }))];
}
function contentChange({ before, after }) {
    if (before.content === null || after.content === null)
        return 'unknown';
    if (before.content === after.content)
        return 'none';
    const [old, current] = [before.content.split(' '), after.content.split(' ')];
    const different = [
        ...old.filter((part) => !current.includes(part)),
        ...current.filter((part) => !old.includes(part)),
    ];
    return different.every((part) => part.startsWith('sha256:')) ? 'images' : 'files';
}
/** Names that ARG lines declare. */
function declaredNames(lines) {
    const declarations = lines.filter((line) => keywordOf(line) === 'ARG').map(({ instruction }) => instruction);
    return new Set(declarations.flatMap((text) => Array.from(text.matchAll(/ (\w+)(?==| |$)/g), ([, name]) => name ?? '')));
}
/** Null where it is not known what values there were. */
function buildArgChanges(names, { buildArgs: before }, { buildArgs: after }) {
    if (names.size === 0)
        return [];
    if (before === null || after === null)
        return null;
    const sum = (args, name) => (Object.hasOwn(args, name) ? args[name] : null);
    return [...names].filter((name) => sum(before, name) !== sum(after, name));
}

;// CONCATENATED MODULE: ./lib/compare/causes.js



const proven = (cause, evidence) => ({ cause, evidence, assumed: false });
/** Where the evidence is not enough it is the author's, so that no growth slips by. */
const assumed = (why) => ({ cause: 'yours', evidence: `Assumed: ${why}`, assumed: true });
/**
 * Says of each row whose doing it is, and what that is told by: `yours`, a change of the Dockerfile, of build arguments
 * or of the files of the build context; `base`, another image under the same name; `drift`, other packages or files
 * from the same inputs. Rows below have the cause of theirs.
 *
 * @param rows all of them, as `compareSides` orders them
 * @param metric of the bytes that the evidence names
 */
function assignCauses(rows, before, after, metric) {
    const scene = {
        before,
        after,
        metric,
        changed: changedContent(before, after),
        positions: positionsIn(rows, before, after),
    };
    const judged = new Map();
    // What is gone stands last, and yet may have stood below what is left.
    for (const row of [...rows].sort((a, b) => Number(isPaired(a)) - Number(isPaired(b)))) {
        judged.set(row, judgeRow(row, scene, judged));
    }
    return rows.map((row) => ({ ...row, change: withCause(row.change, judged.get(row) ?? unknownOrigin) }));
}
/** What each cause brought, all rows together; the three add up to the images' difference. */
function sumCauses(rows) {
    const sum = (cause) => rows
        .filter(({ change }) => change.cause === cause)
        .reduce((total, { change }) => (0,size/* addSizes */._p)(total, change.delta), size/* nothing */.s6);
    return { yours: sum('yours'), base: sum('base'), drift: sum('drift') };
}
/** A row with a cause, and the rows below it with the same. */
const withCause = (change, judgement) => ({
    ...change,
    ...judgement,
    children: change.children.map((child) => withCause(child, { ...judgement, evidence: null })),
});
function judgeRow(row, scene, judged) {
    if (!scene.changed(row))
        return proven('drift', 'The files are the same');
    if (isBase(row))
        return judgeBase(row, scene);
    const [pair] = row.pairs;
    if (pair === undefined || !layersOf(row).every(isTraced))
        return unknownOrigin;
    const { before, after } = pair;
    if (before === null || after === null)
        return judgeUnpaired(pair);
    if (before.origin !== after.origin)
        return assumed('it is part of the base image on one side only');
    if (!sameInstruction(before, after))
        return proven('yours', `${lineOf(after)} edited`);
    return judgeSameLine({ row, before, after }, scene, judged);
}
const unknownBuildArgs = assumed('it is not known which build arguments there were');
const layersOf = ({ pairs }) => pairs.flatMap(({ before, after }) => [before, after].filter((layer) => layer !== null));
const isBase = (row) => layersOf(row).every(({ origin }) => origin === 'base');
const unknownOrigin = assumed('it is not known which line made it');
const isTraced = ({ origin, instruction, location }) => origin !== null && instruction !== null && location !== null;
/** `RUN line 12`; an instruction that is not in the Dockerfile is called by its keyword alone. */
function lineOf({ instruction, location }) {
    return `${causes_keywordOf(instruction)}${location === null ? '' : ` line ${location.firstLine}`}`;
}
const causes_keywordOf = (instruction) => instruction?.split(' ', 1)[0]?.toUpperCase() ?? '';
function judgeUnpaired({ before, after }) {
    const [layer, what] = after === null ? [before, 'removed'] : [after, 'added'];
    return layer === null ? unknownOrigin : proven('yours', `${lineOf(layer)} ${what}`);
}
function judgeBase({ pairs, change }, scene) {
    const before = pairs.find((pair) => pair.before !== null)?.before;
    const after = pairs.find((pair) => pair.after !== null)?.after;
    if (!before || !after)
        return proven('yours', `The base image was ${after ? 'added' : 'removed'}`);
    if (before.instruction === null || after.instruction === null) {
        return assumed('it is not known which FROM brought it');
    }
    const bytes = bytesOf(change, scene.metric);
    if (!sameInstruction(before, after)) {
        return proven('yours', `${quoted(before.instruction)} → ${quoted(after.instruction)}, ${bytes}`);
    }
    const difference = differenceOf(before, after, scene);
    if (difference === null && after.instruction.includes('$')) {
        return assumed(`${after.instruction} depends on build arguments, and the baseline does not tell them`);
    }
    // What the image was is not at issue here: with the same text and arguments it is what the registry had.
    const own = difference && judgeLines({ ...difference, files: [] });
    if (own)
        return own;
    if (difference?.buildArgs === null)
        return unknownBuildArgs;
    const digests = difference?.images.map((pair) => digestsOf(pair)) ?? [];
    return proven('base', `${digests[0] ?? `${clipped(after.instruction)} unchanged`}, ${bytes}`);
}
function judgeSameLine(line, scene, judged) {
    const { before, after } = line;
    const difference = differenceOf(before, after, scene);
    const source = sourceOf(after.instruction ?? '');
    if (source === 'trigger')
        return assumed(`ONBUILD of the base image made it, by ${lineOf(after)}`);
    if (source === 'context') {
        return ((difference && judgeLines(difference)) ?? proven('yours', `Files of the build context changed: ${lineOf(after)}`));
    }
    if (difference === null) {
        const isPlain = source === 'remote' && !/\$/.test(after.instruction ?? '');
        return isPlain
            ? drifted(line, scene, judged)
            : assumed(`the baseline or this build does not tell what ${lineOf(after)} depends on`);
    }
    const own = judgeLines(difference);
    if (own)
        return own;
    if (difference.buildArgs === null)
        return unknownBuildArgs;
    if (difference.untold.length > 0) {
        return assumed(`it is not known what ${listed(difference.untold.map(placeOf))} took`);
    }
    const below = isCommand(after) ? judgeBelow(line, scene, judged) : null;
    if (below)
        return below;
    if (difference.images.length > 0)
        return proven('base', listed(difference.images.map(upstreamDigests)));
    return drifted(line, scene, judged);
}
const differenceOf = (before, after, scene) => upstreamDifference({ layer: before, image: scene.before.measurement }, { layer: after, image: scene.after.measurement });
function sourceOf(instruction) {
    switch (causes_keywordOf(instruction)) {
        case 'COPY':
        case 'ADD': {
            if (/ --from=/.test(instruction))
                return 'upstream';
            const sources = instruction
                .replace(/^\S+(?: --\S+)*/, '')
                .trim()
                .split(' ')
                .slice(0, -1);
            if (sources.length > 0 && sources.every((path) => /^\[?"?(?:https?:\/\/|git:\/\/|git@)/.test(path)))
                return 'remote';
            // A here-document is part of the Dockerfile: its own line tells whether it changed.
            return sources.length > 0 && sources.every((path) => path.startsWith('<<')) ? 'upstream' : 'context';
        }
        case 'FROM':
            return 'trigger';
        default:
            return 'command';
    }
}
const isCommand = ({ instruction }) => sourceOf(instruction ?? '') === 'command';
/** What the author changed in what decides a layer; null: nothing that is known. */
function judgeLines({ lines, buildArgs, files }) {
    const parts = [
        ...(lines.length > 0 ? [listed(lines.map(changedLine))] : []),
        ...(buildArgs !== null && buildArgs.length > 0 ? [`build arguments changed: ${listed(buildArgs)}`] : []),
        ...(files.length > 0 ? [`files taken in by ${listed(files.map(placeOf))} changed`] : []),
    ];
    const text = parts.join('; ');
    return text === '' ? null : proven('yours', text.charAt(0).toUpperCase() + text.slice(1));
}
const changedLine = ({ line, how }) => `${placeOf(line)} ${how}: ${quoted(line.instruction)}`;
/** A command sees what stands below it, and may make of it what it likes: that it did is a guess. */
function judgeBelow({ row }, scene, judged) {
    if (isReordered(row, scene))
        return assumed('the line is unchanged, but runs in another order');
    const own = changedBelow(row, 'yours', scene, judged);
    if (own.length === 0)
        return null;
    const names = listed(own.map(({ change }) => nameOf(change)));
    return assumed(`the line is unchanged, but ${names} changed and it runs on ${own.length === 1 ? 'it' : 'them'}`);
}
const changedBelow = (row, cause, scene, judged) => [...judged]
    .filter(([other, judgement]) => judgement.cause === cause && scene.changed(other) && precedes(other, row, scene))
    .map(([other]) => other);
const nameOf = ({ label, location }) => location === null ? clipped(label) : `${causes_keywordOf(label)} line ${location.firstLine}`;
function drifted({ row, after }, scene, judged) {
    const packages = packagesOf(row.change, scene.metric);
    const isRebased = isCommand(after) && changedBelow(row, 'base', scene, judged).some(isBase);
    const parts = [
        `${lineOf(after)} unchanged${packages.length === 0 ? `, ${bytesOf(row.change, scene.metric)}` : ''}`,
        ...packages,
        ...(isRebased ? ['it ran on a new base image'] : []),
    ];
    return proven('drift', parts.join('; '));
}
/** Packages that an evidence names. */
const mostPackages = 2;
/** `libssl3 3.0.11 → 3.0.14, +400 kB`, the largest first. */
function packagesOf({ children }, metric) {
    const weight = ({ delta }) => Math.abs(known(delta, metric) ?? 0);
    return children
        .filter((child) => child.package !== null && weight(child) > 0)
        .sort((a, b) => weight(b) - weight(a))
        .slice(0, mostPackages)
        .map((child) => `${packageText(child)}, ${bytesOf(child, metric)}`);
}
function packageText({ label, package: found }) {
    if (found === null || found.before === found.after)
        return label;
    if (found.before === null || found.after === null)
        return `${found.name} ${found.direction}`;
    return `${found.name} ${found.before} → ${found.after}`;
}
const known = ({ diskBytes, downloadBytes }, metric) => metric === 'disk' ? diskBytes : (downloadBytes ?? diskBytes);
/** With a `~` where it is an estimate: the download size of less than a layer. */
function bytesOf({ kind, delta }, metric) {
    const bytes = known(delta, metric);
    const isEstimate = kind !== 'layer' && metric === 'download' && delta.downloadBytes !== null;
    return bytes === null ? 'size unknown' : `${isEstimate ? '~' : ''}${(0,units/* formatDelta */.CW)(bytes)}`;
}
/** `FROM golang:1.22 in builder: digest a1b2c3d → c3d4e5f`. */
function upstreamDigests(pair) {
    const { stage } = pair.after.location;
    return digestsOf(pair, stage === null || /^\d+$/.test(stage) ? '' : ` in ${stage}`);
}
function digestsOf({ before, after }, where = '') {
    const short = (content) => Array.from(content?.matchAll(/sha256:(\w{7})/g) ?? [], ([, hex]) => hex).join(', ');
    const from = clipped(after.instruction.replace(/^(FROM .*) AS \S+$/i, '$1'));
    return `${from}${where}: digest ${short(before.content)} → ${short(after.content)}`;
}
const longestInstruction = 80;
const clipped = (instruction) => instruction.length <= longestInstruction ? instruction : `${instruction.slice(0, longestInstruction - 1).trimEnd()}…`;
/** As code among the words of an evidence. */
const quoted = (instruction) => `\`${clipped(instruction)}\``;
const mostListed = 3;
function listed(items) {
    const rest = items.length - mostListed;
    return rest > 0 ? `${items.slice(0, mostListed).join(', ')} and ${rest} more` : items.join(', ');
}
function positionsIn(rows, before, after) {
    const numbers = (side) => new Map(side.measurement.layers.map((layer, index) => [layer, index]));
    const [old, current] = [numbers(before), numbers(after)];
    const highest = (indexes) => (indexes.length === 0 ? null : Math.max(...indexes));
    return new Map(rows.map((row) => {
        const olds = row.pairs.flatMap((pair) => (pair.before && old.get(pair.before)) ?? []);
        const currents = row.pairs.flatMap((pair) => (pair.after && current.get(pair.after)) ?? []);
        return [row, { before: highest(olds), after: highest(currents) }];
    }));
}
const isPaired = ({ pairs }) => pairs.some(({ before }) => before) && pairs.some(({ after }) => after);
/** Whether `other` stands below `row` in the newer image, or stood there in the older one if it is gone. */
function precedes(other, row, { positions }) {
    const [lower, upper] = [positions.get(other), positions.get(row)];
    if (lower == null || upper == null)
        return false;
    if (lower.after !== null && upper.after !== null)
        return lower.after < upper.after;
    return lower.before !== null && upper.before !== null && lower.before < upper.before;
}
/** Whether a layer that both images have has come to stand above this one, or below. */
function isReordered(row, { positions }) {
    const own = positions.get(row);
    if (own?.before == null || own.after === null)
        return false;
    const [before, after] = [own.before, own.after];
    return [...positions.values()].some((other) => other.before !== null && other.after !== null && other.before < before !== other.after < after);
}
/** Whether a row's layers hold something else than before; times do not count, which differ at every checkout. */
function changedContent(before, after) {
    const known = new Map();
    const isChanged = (pair) => {
        if (pair.before === null || pair.after === null)
            return true;
        if (pair.before.diffId === pair.after.diffId)
            return false;
        const [old, current] = [
            before.indexes.get(pair.before.diffId),
            after.indexes.get(pair.after.diffId),
        ];
        return old === undefined || current === undefined || !sameContent(old, current);
    };
    return (row) => {
        const changed = known.get(row) ?? row.pairs.some(isChanged);
        known.set(row, changed);
        return changed;
    };
}
/** Builders write a layer's entries in an order of their own, but always in the same. */
function sameContent(before, after) {
    if (before.entries.length !== after.entries.length || before.diskBytes !== after.diskBytes)
        return false;
    return before.entries.every((entry, index) => {
        const other = after.entries[index];
        return other !== undefined && facts.every((fact) => entry[fact] === other[fact]);
    });
}
const facts = ['path', 'kind', 'size', 'hash', 'mode', 'uid', 'gid', 'link'];

// EXTERNAL MODULE: ./lib/compare/align.js
var align = __webpack_require__(7494);
// EXTERNAL MODULE: ./lib/analysis/path.js
var analysis_path = __webpack_require__(8575);
;// CONCATENATED MODULE: ./lib/compare/noise.js
/** What changes with every build, and says nothing of what was done. */
const noiseKinds = ['package databases', 'caches', 'logs', 'bytecode'];
/**
 * By the path without a leading slash. Lists of what could be installed (`var/lib/apt/lists`, `var/cache/apk`) are not
 * among them, nor is `var/log/lastlog`, which is as large as the largest user id: they are findings.
 */
const patterns = [
    // dpkg: what is installed, with lists and scripts for each, and copies of the last state.
    ['package databases', /^var\/lib\/dpkg\//],
    // apt: what nobody asked for by name.
    ['package databases', /^var\/lib\/apt\/extended_states$/],
    // apk: what is installed, and what was asked for.
    ['package databases', /^(?:(?:usr\/)?lib\/apk\/db\/|etc\/apk\/world$)/],
    // rpm: one database, rewritten as a whole.
    ['package databases', /^(?:var\/lib\/rpm|usr\/lib\/sysimage\/rpm)\//],
    // dnf: history and reasons.
    ['package databases', /^(?:var\/lib|usr\/lib\/sysimage)\/(?:dnf|libdnf5|yum)\//],
    // ldconfig: where libraries are, and when it looked.
    ['caches', /^(?:etc\/ld\.so\.cache$|var\/cache\/ldconfig\/)/],
    // debconf: questions and answers, and copies of the last state.
    ['caches', /^var\/cache\/debconf\//],
    // Indexes of what packages bring: manual pages, fonts by the time of their folder, file types, icons.
    ['caches', /^var\/cache\/(?:man|fontconfig)\//],
    ['caches', /^usr\/share\/(?:mime\/mime|icons\/[^/]+\/icon-theme|applications\/mimeinfo)\.cache$/],
    // shadow: copies of the last state.
    ['caches', /^etc\/(?:passwd|group|shadow|gshadow|subuid|subgid)-$/],
    // What a package manager did, and when.
    ['logs', /^var\/log\/(?:apt\/|(?:dpkg|alternatives|bootstrap|fontconfig|apk|yum|dnf(?:\.\w+)?|hawkey)\.log$)/],
];
/** One test for the many paths that are none of these. */
const anyPattern = new RegExp(patterns.map(([, { source }]) => source).join('|'));
const bytecode = /\.py[co]$/;
/** Null for what is not noise. Python writes times into what it compiles: that differs where its module does not. */
function noiseOf({ path, onBothSides, sameVersion }) {
    if (bytecode.test(path))
        return onBothSides && sameVersion() ? 'bytecode' : null;
    if (!anyPattern.test(path))
        return null;
    return patterns.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}
/** As a row is called that holds noise of these kinds. */
const noiseLabel = (found) => `noise: ${noiseKinds.filter((kind) => found.has(kind)).join(', ')}`;

// EXTERNAL MODULE: ./lib/compare/side.js + 1 modules
var compare_side = __webpack_require__(1814);
;// CONCATENATED MODULE: ./lib/compare/drill-tree.js




/** Rows of a level that are shown for themselves; the others are one row. */
const rowsShown = 10;
/** Levels of rows below a layer. */
const maxDepth = 6;
/** Rows below the layers of an image; where there are more, the smallest are not taken apart. */
const maxRows = 2000;
/** The layer's own branch, which `grow` takes apart. */
const rootOf = (leaves) => branch('layer', leaves, { label: '', path: null, owner: null });
/** Gives branches their children, level by level, the largest change first, within bounds. */
function grow(roots, metric) {
    let level = roots;
    let rows = 0;
    for (let depth = 0; depth < maxDepth; depth++) {
        for (const parent of level.toSorted(byWeight(metric))) {
            if (rows >= maxRows)
                return;
            parent.children = childrenOf(parent, metric);
            rows += parent.children.length;
        }
        level = level.flatMap(({ children }) => children);
    }
}
function childrenOf(parent, metric) {
    const { kind, leaves } = parent;
    if (kind === 'layer')
        return childrenOfLayer(leaves, metric);
    if (kind === 'package' || kind === 'directory')
        return foldSmallest(partition(leaves, directoryOf(leaves)), metric);
    return [];
}
/** Packages, and what belongs to none by its directories; noise is one row. */
function childrenOfLayer(leaves, metric) {
    const { noise = [], rest = [] } = Object.groupBy(leaves, (leaf) => (leaf.noise === null ? 'rest' : 'noise'));
    const owned = Map.groupBy(rest, ({ owner }) => (owner === null ? null : (0,compare_side/* packageKey */.MO)(owner)));
    const packages = [...owned.values()].flatMap((files) => {
        const owner = files[0]?.owner ?? null;
        return owner === null ? [] : [branch('package', files, { label: owner.name, path: null, owner })];
    });
    const rows = foldSmallest([...packages, ...partition(owned.get(null) ?? [], '')], metric);
    return noise.length === 0 ? rows : [...rows, noiseBranch(noise)];
}
function noiseBranch(leaves) {
    const label = noiseLabel(new Set(leaves.flatMap(({ noise }) => noise ?? [])));
    return branch('other', leaves, { label, path: null, owner: null });
}
/**
 * Files and directories in a directory. One that holds but one directory is not shown: its content is, by the longer path.
 *
 * @param directory with a slash at its end, or empty
 */
function partition(leaves, directory) {
    const nameOf = ({ path }) => path.slice(0, path.indexOf('/', directory.length) + 1 || path.length + 1);
    return [...Map.groupBy(leaves, nameOf).values()].map((part) => {
        const [first] = part;
        const owner = first?.owner ?? null;
        if (part.length > 1 || first === undefined) {
            const path = directoryOf(part);
            return branch('directory', part, { label: (0,analysis_path/* pathText */.L)(path.slice(0, -1)), path, owner });
        }
        return branch('file', part, { label: (0,analysis_path/* pathText */.L)(first.path), path: first.path, owner });
    });
}
/** The deepest directory that holds all of these, with a slash at its end; empty: the root. Takes them sorted. */
function directoryOf(leaves) {
    const [first = '', last = ''] = [leaves[0]?.path, leaves.at(-1)?.path];
    let length = 0;
    for (let at = 0; at < first.length && first[at] === last[at]; at++)
        if (first[at] === '/')
            length = at + 1;
    return first.slice(0, length);
}
function foldSmallest(branches, metric) {
    const sorted = branches.toSorted(byWeight(metric));
    // One row more says more than "other" would.
    if (sorted.length <= rowsShown + 1)
        return sorted;
    const leaves = sorted.slice(rowsShown).flatMap((part) => part.leaves);
    const label = `other (${leaves.length} files)`;
    return [...sorted.slice(0, rowsShown), branch('other', leaves, { label, path: null, owner: null })];
}
const branch = (kind, leaves, of) => ({ kind, ...of, leaves, delta: deltaOf(leaves), children: [] });
/** By how much these grew, together. */
function deltaOf(leaves) {
    const sum = (side) => leaves.map((leaf) => leaf[side] ?? size/* nothing */.s6).reduce(size/* addSizes */._p, size/* nothing */.s6);
    return (0,size/* subtractSizes */.rN)(sum('after'), sum('before'));
}
/** The largest change first; equal ones by their names, so that the same images give the same rows. */
const byWeight = (metric) => (a, b) => (0,size/* weightOf */.mm)(b.delta, metric) - (0,size/* weightOf */.mm)(a.delta, metric) || compareTexts(a.label, b.label);
const compareTexts = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

;// CONCATENATED MODULE: ./lib/compare/estimate.js
/**
 * Shares `total` out by weight, so that the shares add up to it: each is what the running total, rounded, grows by. All
 * are 0 where all weights are.
 */
function shareOut(total, weights) {
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    let before = 0;
    let running = 0;
    return weights.map((weight) => {
        running += weight;
        const upTo = whole === 0 ? 0 : Math.round((running / whole) * total);
        const share = upTo - before;
        before = upTo;
        return share;
    });
}
/**
 * The bytes to download that both sides spend on the content that they share: `diskBytes` of it.
 *
 * Only the whole layers' are known. The side with less beside the shared content tells most exactly: where the layer only
 * grew, the shared content weighs what the layer did, and the difference is what came. Sharing each side out by itself
 * would let every file change a little, as the ratios differ.
 */
function estimateShared(diskBytes, before, after) {
    if (diskBytes === 0)
        return 0;
    const by = (side) => (diskBytes / side.diskBytes) * side.downloadBytes;
    const [old, current] = [before.diskBytes, after.diskBytes];
    const estimate = old === current ? (by(before) + by(after)) / 2 : by(old < current ? before : after);
    return Math.min(Math.round(estimate), before.downloadBytes, after.downloadBytes);
}
/** Of a tar's header for a file. */
const headerBytes = 512;
/**
 * What may be said to be the files' of the bytes to download that are left for them: no compressor makes a file larger
 * than it is in the tar. The rest is of the layer, not of a file.
 */
const estimateFiles = (downloadBytes, diskBytes, files) => diskBytes === 0 ? 0 : Math.min(downloadBytes, diskBytes + headerBytes * files);

;// CONCATENATED MODULE: ./lib/compare/moves.js
/**
 * Pairs what is gone with what is new where the content is the same: by content and name first (a directory was renamed),
 * then by content alone. Copies of one content are paired in the order of their paths, and only where as many came as
 * went: else it is not known which is which.
 */
function pairMoves({ gone, fresh, contentOf, scopeOf }) {
    const pairs = [];
    const paired = new Set();
    const isLeft = (file) => !paired.has(file);
    for (const nameOf of [baseName, () => '']) {
        const keyOf = (file) => `${contentOf(file)} ${nameOf(file.path)}\n${scopeOf(file)}`;
        for (const [from, to] of pairEqual(gone.filter(isLeft), fresh.filter(isLeft), keyOf)) {
            paired.add(from).add(to);
            pairs.push([from, to]);
        }
    }
    return pairs;
}
function* pairEqual(gone, fresh, keyOf) {
    if (gone.length === 0 || fresh.length === 0)
        return;
    const arrived = Map.groupBy(fresh, keyOf);
    for (const [key, left] of Map.groupBy(gone, keyOf)) {
        const came = arrived.get(key)?.toSorted(byPath) ?? [];
        if (came.length !== left.length)
            continue;
        for (const [at, from] of left.toSorted(byPath).entries()) {
            const to = came[at];
            if (to !== undefined)
                yield [from, to];
        }
    }
}
const baseName = (path) => path.slice(path.lastIndexOf('/') + 1);
const byPath = (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

;// CONCATENATED MODULE: ./lib/compare/leaves.js




/** Takes the layers of a row apart: what differs by path and owner, with what each file weighs. */
function leaves_differenceOf(matched, before, after, bothOwners) {
    const { kept } = matched;
    const leaves = followMoves(leavesOf(matched, bothOwners)).sort(byPath);
    const [old, current] = [weightOf(before), weightOf(after)];
    if (old === null || current === null)
        return { leaves, kept, keptRate: null };
    // What a file has on both sides weighs the same there; only where no file differs in size is all of it compared.
    const common = leaves.some(isResized) ? commonBytes : () => 0;
    const shared = sumOf(kept, ({ size }) => size) + sumOf(leaves, (leaf) => leaf.movedBytes + common(leaf));
    const sharedDownload = estimateShared(shared, old, current);
    const keptRate = shared === 0 ? 0 : sharedDownload / shared;
    for (const [side, { downloadBytes }] of [['before', old], ['after', current]]) {
        shareDownloads(leaves, side, { downloadBytes: downloadBytes - sharedDownload, rate: keptRate, common });
    }
    return { leaves, kept, keptRate };
}
const isResized = ({ before, after }) => (before?.diskBytes ?? 0) !== (after?.diskBytes ?? 0);
const commonBytes = ({ before, after }) => Math.min(before?.diskBytes ?? 0, after?.diskBytes ?? 0);
const weightOf = ({ diskBytes, downloadBytes }) => diskBytes === null || downloadBytes === null ? null : { diskBytes, downloadBytes };
/** Takes out what is the same on both sides, file for file: a path may be in several layers, or in one tar twice. */
function matchFiles(before, after) {
    const [old, current] = [filesIn(before), filesIn(after)];
    // Most of a tar is often as it was, in the same order: then no path has to be kept in mind.
    const shorter = Math.min(old.length, current.length);
    let first = 0;
    while (first < shorter && isSame(old[first], current[first]))
        first++;
    let last = 0;
    while (last < shorter - first && isSame(old.at(-1 - last), current.at(-1 - last)))
        last++;
    const kept = [...current.slice(0, first), ...current.slice(current.length - last)];
    const waiting = Map.groupBy(old.slice(first, old.length - last), ({ path }) => path);
    const fresh = [];
    for (const entry of current.slice(first, current.length - last)) {
        const candidates = waiting.get(entry.path) ?? [];
        const at = candidates.findIndex((candidate) => isSame(candidate, entry));
        if (at < 0)
            fresh.push(entry);
        else {
            kept.push(entry);
            candidates.splice(at, 1);
        }
    }
    return { kept, gone: [...waiting.values()].flat(), fresh };
}
const filesIn = (layers) => layers.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'file'));
const isSame = (a, b) => a?.size === b?.size && a?.path === b?.path && a?.hash === b?.hash;
/** One for each path and owner. */
function leavesOf({ gone, fresh }, bothOwners) {
    if (gone.length === 0 && fresh.length === 0)
        return [];
    const owners = bothOwners();
    const leaves = new Map();
    const add = (side, entry) => {
        const { path, size } = entry;
        const owner = owners?.[side].of(path) ?? null;
        const key = owner === null ? '' : (0,compare_side/* packageKey */.MO)(owner);
        const ofOwner = leaves.get(key) ?? new Map();
        leaves.set(key, ofOwner);
        const leaf = ofOwner.get(path);
        if (leaf === undefined)
            ofOwner.set(path, newLeaf(owner, path, side, entry));
        else {
            leaf.only = null;
            leaf[side] = { diskBytes: (leaf[side]?.diskBytes ?? 0) + size, downloadBytes: null };
        }
    };
    for (const entry of gone)
        add('before', entry);
    for (const entry of fresh)
        add('after', entry);
    const found = [...leaves.values()].flatMap((ofOwner) => [...ofOwner.values()]);
    for (const leaf of found) {
        const { path, before, after, owner } = leaf;
        const sameVersion = () => owner === null || owners === null || isSameVersion(owner, owners);
        leaf.noise = noiseOf({ path, onBothSides: before !== null && after !== null, sameVersion });
    }
    return found;
}
function newLeaf(owner, path, side, entry) {
    const size = { diskBytes: entry.size, downloadBytes: null };
    const [before, after] = side === 'before' ? [size, null] : [null, size];
    return { path, owner, noise: null, before, after, only: entry, movedBytes: 0, movedFrom: null, movedTo: null };
}
const isSameVersion = (owner, { before, after }) => before.versions(owner).join('\n') === after.versions(owner).join('\n');
/** Files that moved within the row and stayed their owner's: one leaf at the new path, where nothing was added. */
function followMoves(leaves) {
    const origins = new Set();
    for (const [from, to] of findMoves(leaves, ({ owner }) => (owner === null ? '' : (0,compare_side/* packageKey */.MO)(owner)))) {
        origins.add(from);
        to.movedFrom = from.path;
        to.movedBytes = to.after?.diskBytes ?? 0;
        to.after = null;
        to.only = null;
    }
    return leaves.filter((leaf) => !origins.has(leaf));
}
/** Notes on both ends what moved from one row to another, or from one owner to another. */
function noteMoves(leaves) {
    for (const [from, to] of findMoves(leaves, () => '')) {
        from.movedTo = to.path;
        to.movedFrom = from.path;
    }
}
/** Content of nothing is everywhere, and so is noise. */
function findMoves(leaves, scopeOf) {
    const movable = leaves.filter(({ only, noise }) => noise === null && only !== null && only.size > 0 && only.hash);
    return pairMoves({
        gone: movable.filter(({ after }) => after === null),
        fresh: movable.filter(({ before }) => before === null),
        contentOf: ({ only }) => `${only?.hash} ${only?.size}`,
        scopeOf,
    });
}
/** Gives the leaves their download sizes on one side: of what is common by its rate, of the rest by disk size. */
function shareDownloads(leaves, side, { downloadBytes, rate, common }) {
    const present = leaves.filter((leaf) => leaf[side] !== null);
    const weights = present.map((leaf) => (leaf[side]?.diskBytes ?? 0) - common(leaf));
    const weighing = weights.filter((weight) => weight > 0).length;
    const total = estimateFiles(downloadBytes, sumOf(weights, (weight) => weight), weighing);
    const shares = shareOut(total, weights);
    present.forEach((leaf, at) => {
        const diskBytes = leaf[side]?.diskBytes ?? 0;
        leaf[side] = { diskBytes, downloadBytes: Math.round(common(leaf) * rate) + (shares[at] ?? 0) };
    });
}
function sumOf(items, of) {
    let sum = 0;
    for (const item of items)
        sum += of(item);
    return sum;
}

// EXTERNAL MODULE: ./lib/compare/once.js
var once = __webpack_require__(1994);
;// CONCATENATED MODULE: ./lib/compare/stored-again.js
/**
 * Of the files that came with these rows, those whose path a layer below the row's has too: the image does not have them
 * since, it has them once more, as after a chown or where one is overwritten.
 */
function storedAgain(rows, { measurement, indexes }) {
    const again = new Set();
    const came = rows.flatMap(({ pairs, leaves }) => {
        const lowest = lowestPlace(pairs, measurement.layers);
        return lowest < 1 ? [] : leaves.filter(isNew).map((leaf) => ({ leaf, lowest }));
    });
    const byPath = Map.groupBy(came, ({ leaf }) => leaf.path);
    const highest = came.reduce((most, { lowest }) => Math.max(most, lowest), 0);
    for (const [place, { diffId }] of measurement.layers.slice(0, highest).entries()) {
        for (const { kind, path } of indexes.get(diffId)?.entries ?? []) {
            if (kind !== 'file')
                continue;
            for (const { leaf, lowest } of byPath.get(path) ?? [])
                if (place < lowest)
                    again.add(leaf);
        }
    }
    return again;
}
const isNew = ({ before, after, movedFrom }) => before === null && after !== null && movedFrom === null;
/** Of a row's layers in the image; -1 where it has none there. */
function lowestPlace(pairs, layers) {
    const places = pairs.flatMap(({ after }) => (after === null ? [] : layers.indexOf(after)));
    return places.length === 0 ? -1 : Math.min(...places);
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(9707);
;// CONCATENATED MODULE: ./lib/compare/version-order.js

/** Longer texts are no versions. */
const longest = 256;
/** Orders two versions as their package manager does. */
function compareVersions(manager, a, b) {
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

;// CONCATENATED MODULE: ./lib/compare/versions.js

/** A package's versions on both sides, whichever row it is named in. */
function describePackage({ manager, name }, owners) {
    const [before, after] = [
        owners?.before.versions({ manager, name }) ?? [],
        owners?.after.versions({ manager, name }) ?? [],
    ];
    return { manager, name, ...changedVersions(manager, before, after) };
}
/**
 * How a package's versions changed. Of one that is there in several versions (as node's packages are), those that stayed
 * are left out where others took the place of others.
 */
function changedVersions(manager, before, after) {
    const [gone, come] = [before.filter((one) => !after.includes(one)), after.filter((one) => !before.includes(one))];
    const [old, current] = gone.length > 0 && come.length > 0 ? [gone, come] : [before, after];
    return { before: textOf(old), after: textOf(current), direction: directionOf(manager, old, current) };
}
function directionOf(manager, before, after) {
    if (before.length === 0)
        return 'added';
    if (after.length === 0)
        return 'removed';
    if (before.join('\n') === after.join('\n'))
        return 'same';
    const [[old], [current]] = [before, after];
    if (before.length > 1 || after.length > 1 || old == null || current == null)
        return 'changed';
    const order = compareVersions(manager, old, current);
    if (order === null || order === 0)
        return 'changed';
    return order < 0 ? 'upgraded' : 'downgraded';
}
/** Versions that are named; more are counted. */
const namedVersions = 3;
function textOf(versions) {
    const known = versions.filter((version) => version !== null);
    const more = known.length - namedVersions;
    const named = known.slice(0, namedVersions).join(', ');
    if (known.length === 0)
        return null;
    return more > 0 ? `${named} and ${more} more` : named;
}

;// CONCATENATED MODULE: ./lib/compare/drill-down.js








/**
 * The rows below each of these: packages, and for what no package owns directories, down to files; what moved; noise as
 * one row. Each level adds up to the one above, to the byte. Empty for a row without differences, and where a layer's
 * index is not known.
 *
 * Layers that both sides have are not looked into, and who owns what is asked for only where a file differs.
 */
function drillDown(rows, options) {
    const { before, after, seen, metric, under = '' } = options;
    const taken = rows.map(({ pairs, delta }) => {
        const weigh = delta.downloadBytes === null ? withoutDownload(seen) : seen;
        const [old, current] = [
            differingLayers(pairs, 'before', before.indexes, weigh),
            differingLayers(pairs, 'after', after.indexes, weigh),
        ];
        if (old === null || current === null)
            return null;
        return { delta, matched: matchFiles(old.indexes, current.indexes), old: old.size, current: current.size };
    });
    const bothOwners = ownersOfAll(taken.flatMap((row) => row?.matched ?? []), before, after);
    const differences = taken.map((row) => row && { delta: row.delta, difference: leaves_differenceOf(row.matched, row.old, row.current, bothOwners) });
    // A file may have moved from elsewhere.
    noteMoves(differences.flatMap((known) => known?.difference.leaves.filter(isShown) ?? []));
    const trees = differences.map((known) => {
        if (known === null)
            return null;
        const difference = restricted(known.difference, under);
        const root = rootOf(difference.leaves.filter(isShown));
        return { delta: under === '' ? known.delta : root.delta, difference, root };
    });
    grow(trees.flatMap((tree) => tree?.root ?? []), metric);
    const again = storedAgain(rows.map(({ pairs }, at) => ({ pairs, leaves: trees[at]?.root.leaves ?? [] })), after);
    return trees.map((tree) => (tree === null ? [] : changesOf(tree, again, bothOwners)));
}
/** Who owns the files of these rows, on either side. */
function ownersOfAll(rows, before, after) {
    return (0,once/* once */.O)(() => {
        const paths = new Set();
        for (const { kept, gone, fresh } of rows) {
            if (gone.length + fresh.length === 0)
                continue;
            for (const files of [kept, gone, fresh])
                for (const { path } of files)
                    paths.add(path);
        }
        const [old, current] = [before.ownersAmong(paths), after.ownersAmong(paths)];
        return old && current && { before: old, after: current };
    });
}
function restricted(difference, under) {
    if (under === '')
        return difference;
    const isUnder = ({ path }) => path === under || path.startsWith(`${under}/`);
    return { ...difference, leaves: difference.leaves.filter(isUnder), kept: difference.kept.filter(isUnder) };
}
const withoutDownload = (seen) => (layer) => ({ ...seen(layer), downloadBytes: null });
/** Of one side, without the layers that the other side has too; null where an index is missing. */
function differingLayers(pairs, side, known, seen) {
    const layers = pairs
        .filter(({ before, after }) => before?.diffId !== after?.diffId)
        .flatMap((pair) => pair[side] ?? []);
    const indexes = layers.flatMap(({ diffId }) => known.get(diffId) ?? []);
    return indexes.length < layers.length ? null : { indexes, size: layers.map(seen).reduce(size/* addSizes */._p, size/* nothing */.s6) };
}
/** What moved, and what weighs more or less. Modes and times are not shown, nor other content that weighs the same. */
const isShown = (leaf) => leaf.movedFrom !== null || !(0,size/* isNothing */.qv)(deltaOf([leaf]));
function changesOf({ delta, difference, root }, again, bothOwners) {
    // Where there were too many rows, this one was not taken apart.
    if (root.children.length === 0 && root.leaves.length > 0)
        return [];
    const stayed = bytesStayed(root, difference, bothOwners);
    const changeOf = (branch) => {
        const { kind, label, owner, leaves, children } = branch;
        const bytesKept = stayed.get(branch) ?? null;
        const kept = sizeKept(bytesKept, difference.keptRate);
        const moves = movesOf(branch, bytesKept ?? 0);
        return {
            ...plainRow,
            kind,
            label,
            before: sizeOn('before', leaves, kept),
            after: sizeOn('after', leaves, kept),
            delta: branch.delta,
            package: kind === 'package' && owner !== null ? describePackage(owner, bothOwners()) : null,
            movedFrom: textOrNull(moves.from),
            movedTo: textOrNull(moves.to),
            storedAgain: kind !== 'other' && kept === null && leaves.every((leaf) => again.has(leaf)),
            children: children.map(changeOf),
        };
    };
    const rest = (0,size/* subtractSizes */.rN)(delta, root.delta);
    return [...root.children.map(changeOf), ...((0,size/* isNothing */.qv)(rest) ? [] : [remainder(rest)])];
}
/** Where a file was, or is; a directory, where all that is told of it moved together and nothing else stayed in it. */
function movesOf({ kind, path, leaves }, bytesKept) {
    const [first] = leaves;
    if (kind === 'file')
        return { from: first?.movedFrom ?? null, to: first?.movedTo ?? null };
    const stayed = bytesKept > leaves.reduce((bytes, { movedBytes }) => bytes + movedBytes, 0);
    if (kind !== 'directory' || path === null || stayed)
        return { from: null, to: null };
    const otherEnd = (end) => commonMove(path, leaves, end);
    return { from: otherEnd('movedFrom'), to: otherEnd('movedTo') };
}
/** The directory on the other end, of which each of these has the same place below it; null: there is no such. */
function commonMove(directory, leaves, end) {
    const placeOf = ({ path }) => path.slice(directory.length);
    const [first] = leaves;
    const other = first?.[end];
    if (first === undefined || !other?.endsWith(`/${placeOf(first)}`))
        return null;
    const above = other.slice(0, -placeOf(first).length);
    return leaves.every((leaf) => leaf[end] === above + placeOf(leaf)) ? above.slice(0, -1) : null;
}
/** What a row says before anybody has asked whose doing it is, or what became of it. */
const plainRow = {
    location: null,
    cause: 'yours',
    evidence: null,
    assumed: true,
    package: null,
    movedFrom: null,
    movedTo: null,
    storedAgain: false,
};
const textOrNull = (path) => (path == null ? null : (0,analysis_path/* pathText */.L)(path));
/** What no file accounts for, and came or went: the layer's to download. */
const remainder = (delta) => ({
    ...plainRow,
    kind: 'other',
    label: 'metadata and compression',
    before: positive((0,size/* subtractSizes */.rN)(size/* nothing */.s6, delta)),
    after: positive(delta),
    delta,
    children: [],
});
const positive = ({ diskBytes, downloadBytes }) => ({
    diskBytes: diskBytes && Math.max(0, diskBytes),
    downloadBytes: downloadBytes && Math.max(0, downloadBytes),
});
/** Bytes on disk that are the same on both sides, as a size; null: nothing is. */
const sizeKept = (diskBytes, rate) => diskBytes === null ? null : { diskBytes, downloadBytes: rate === null ? null : Math.round(diskBytes * rate) };
function sizeOn(side, leaves, kept) {
    const sizes = [...leaves.flatMap((leaf) => leaf[side] ?? []), ...(kept === null ? [] : [kept])];
    return sizes.length === 0 ? null : sizes.reduce(size/* addSizes */._p);
}
/** Bytes on disk that stayed, by the row that they belong to; a row where no file stayed is not among them. */
function bytesStayed(root, { kept, leaves }, bothOwners) {
    const stayed = new Map();
    const add = (branch, bytes) => stayed.set(branch, (stayed.get(branch) ?? 0) + bytes);
    for (const branch of branchesBelow(root)) {
        for (const leaf of branch.leaves)
            if (leaf.movedBytes > 0)
                add(branch, leaf.movedBytes);
    }
    const rowsOf = rowFinder(root, bothOwners);
    for (const { path, size } of kept)
        for (const branch of rowsOf(path))
            add(branch, size);
    for (const leaf of leaves) {
        if (!isShown(leaf))
            for (const branch of rowsOf(leaf.path))
                add(branch, leaf.after?.diskBytes ?? 0);
    }
    return stayed;
}
/** Finds the rows that stand for a file that stayed: its package's, its directories', and its own. */
function rowFinder(root, bothOwners) {
    const rows = [...branchesBelow(root)].filter(({ kind }) => kind !== 'other');
    const byPath = Map.groupBy(rows, ({ path }) => path);
    const packages = byPath.get(null) ?? [];
    // Files of a directory stand together in a tar.
    let last = null;
    return (path) => {
        const directory = path.slice(0, path.lastIndexOf('/') + 1);
        if (last?.directory !== directory) {
            last = { directory, above: [...directoriesUp(directory)].flatMap((above) => byPath.get(above) ?? []) };
        }
        const candidates = [...packages, ...last.above, ...(byPath.get(path) ?? [])];
        if (candidates.length === 0)
            return candidates;
        const owners = bothOwners();
        const owner = keyOf(owners?.after.of(path) ?? null);
        // What passed from one package to another stayed in neither.
        const stayed = owner === keyOf(owners?.before.of(path) ?? null);
        return stayed ? candidates.filter((row) => keyOf(row.owner) === owner) : [];
    };
}
const keyOf = (owner) => (owner === null ? '' : (0,compare_side/* packageKey */.MO)(owner));
/** A directory with those above it, each with a slash at its end. */
function* directoriesUp(directory) {
    for (let path = directory; path !== ''; path = path.slice(0, path.lastIndexOf('/', path.length - 2) + 1))
        yield path;
}
function* branchesBelow(top) {
    for (const child of top.children) {
        yield child;
        yield* branchesBelow(child);
    }
}

;// CONCATENATED MODULE: ./lib/compare/compare.js



/** What changed from one image to another. Whose doing it is, is not said here: every row is the author's, by assumption. */
function compareSides(before, after, metric) {
    const [old, current] = [before.measurement, after.measurement];
    const seen = sizeSeen(old, current);
    const rows = rowsOf((0,align/* alignLayers */.Y)(old.layers, current.layers), seen);
    const drillable = rows.map(({ pairs, change }) => ({ pairs, delta: change.delta }));
    const children = drillDown(drillable, { before, after, seen, metric });
    return {
        delta: compare_deltaOf(old, current, metric),
        rows: rows.map(({ pairs, change }, at) => ({ pairs, change: { ...change, children: children[at] ?? [] } })),
    };
}
/** The rows where something changed, the largest change first. */
const compare_changesOf = (rows, metric) => rows
    .map(({ change }) => change)
    .filter(({ delta, children }) => !(0,size/* isNothing */.qv)(delta) || children.length > 0)
    .sort((a, b) => (0,size/* weightOf */.mm)(b.delta, metric) - (0,size/* weightOf */.mm)(a.delta, metric));
/** How much larger `after` is; the percentage is of the metric. */
function compare_deltaOf(before, after, metric) {
    const seen = sizeSeen(before, after);
    const total = ({ layers }) => layers.map(seen).reduce(size/* addSizes */._p, size/* nothing */.s6);
    const delta = (0,size/* subtractSizes */.rN)(total(after), total(before));
    return {
        diskBytes: after.diskBytes - before.diskBytes,
        downloadBytes: delta.downloadBytes,
        percent: percentOf(metric, before, delta),
    };
}
/**
 * Download sizes are compared only where both came from the same image store: each compresses in its own way, so that
 * their difference would say nothing of the image.
 */
function sizeSeen(before, after) {
    const sameStore = before.store === after.store;
    return ({ diskBytes, downloadBytes }) => ({ diskBytes, downloadBytes: sameStore ? downloadBytes : null });
}
function percentOf(metric, before, delta) {
    const [whole, part] = metric === 'disk' ? [before.diskBytes, delta.diskBytes] : [before.downloadBytes, delta.downloadBytes];
    return whole === null || part === null || whole === 0 ? null : (part / whole) * 100;
}
/** One row for each pair; the base image is one row, whatever its layers are. */
function rowsOf(pairs, seen) {
    const isBase = (pair) => (pair.after ?? pair.before)?.origin === 'base';
    const crossesOrigin = pairs.some(({ before, after }) => before !== null && after !== null && (before.origin === 'base') !== (after.origin === 'base'));
    // Layers that moved between base and own (the builder's image became the base, say) stay rows of their own.
    const base = crossesOrigin ? [] : pairs.filter(isBase);
    const own = crossesOrigin ? pairs : pairs.filter((pair) => !isBase(pair));
    return [...(base.length > 0 ? [rowOf(base, seen)] : []), ...own.map((pair) => rowOf([pair], seen))];
}
function rowOf(pairs, seen) {
    const sum = (side) => {
        const layers = pairs.flatMap((pair) => pair[side] ?? []);
        return layers.length === 0 ? null : layers.map(seen).reduce(size/* addSizes */._p, size/* nothing */.s6);
    };
    const before = sum('before');
    const after = sum('after');
    const shown = pairs.findLast((pair) => pair.after !== null)?.after ?? pairs.at(-1)?.before;
    const change = {
        ...plainRow,
        kind: 'layer',
        label: shown?.instruction ?? (shown?.origin === 'base' ? 'base image' : `layer ${shown?.diffId ?? ''}`),
        location: shown?.location ?? null,
        before,
        after,
        delta: (0,size/* subtractSizes */.rN)(after ?? size/* nothing */.s6, before ?? size/* nothing */.s6),
        children: [],
    };
    return { pairs, change };
}

;// CONCATENATED MODULE: ./lib/compare/cost.js
/**
 * What an image costs by its download size, and what its change costs: a month in a registry, as if it shared no layer
 * with others, and to be pulled whole. Null: no prices.
 *
 * Exact to a millionth of the currency, where it is rounded: integers throughout.
 */
function costOf(prices, downloadBytes, delta) {
    if (prices === null)
        return null;
    const { currency, storagePerGbMonth, transferPerGb, pullsPerMonth } = prices;
    const figure = (price, times) => price === null || times === null
        ? null
        : { total: amount(downloadBytes, price, times), delta: amount(delta, price, times) };
    return {
        currency,
        storagePerMonth: figure(storagePerGbMonth, 1),
        transferPerPull: figure(transferPerGb, 1),
        transferPerMonth: figure(transferPerGb, pullsPerMonth),
    };
}
const bytesPerGb = 1000000000n;
const billionthsPerMillionth = 1000n;
/** @param price billionths of the currency for a GB */
function amount(bytes, price, times) {
    if (bytes === null)
        return null;
    const exact = BigInt(bytes) * BigInt(price) * BigInt(times);
    return Number(cost_rounded(exact, bytesPerGb * billionthsPerMillionth)) / 1e6;
}
/** Half away from zero, so that a loss is rounded as a gain is. */
function cost_rounded(value, divisor) {
    const half = value < 0n ? -divisor / 2n : divisor / 2n;
    return (value + half) / divisor;
}

;// CONCATENATED MODULE: ./lib/compare/focus.js





/**
 * What changed at or below a path (absolute, as text), by the rows of the whole comparison, and what that adds up to:
 * null where the files of a layer that differs are not known.
 */
function focusOn(path, rows, before, after, metric) {
    const seen = sizeSeen(before.measurement, after.measurement);
    const drillable = rows.map(({ pairs, change }) => ({ pairs, delta: change.delta }));
    const children = drillDown(drillable, { before, after, seen, metric, under: (0,analysis_path/* entryPath */.s)(path) });
    const focused = rows.map((row, at) => {
        const below = children[at] ?? [];
        const sum = (sizes) => (isKnown(row, before, after) ? sizes.reduce(size/* addSizes */._p, size/* nothing */.s6) : unknown);
        const { change } = row;
        const { cause, evidence, assumed } = change;
        const part = {
            ...change,
            before: change.before && sum(below.flatMap((child) => child.before ?? [])),
            after: change.after && sum(below.flatMap((child) => child.after ?? [])),
            delta: sum(below.map((child) => child.delta)),
            children: below,
        };
        return { ...row, change: withCause(part, { cause, evidence, assumed }) };
    });
    const delta = focused.map(({ change }) => change.delta).reduce(size/* addSizes */._p, size/* nothing */.s6);
    return { changes: compare_changesOf(focused, metric), focus: { path, delta } };
}
const unknown = { diskBytes: null, downloadBytes: null };
/** Whether the files of the layers that differ are known. */
const isKnown = ({ pairs }, before, after) => pairs
    .filter((pair) => pair.before?.diffId !== pair.after?.diffId)
    .every((pair) => (pair.before === null || before.indexes.has(pair.before.diffId)) &&
    (pair.after === null || after.indexes.has(pair.after.diffId)));

;// CONCATENATED MODULE: ./lib/compare/history.js
/** Enough to see where an image grew, few enough for a chart in a comment. */
const mostPoints = 30;
/**
 * The last sizes before `current`, oldest first.
 *
 * @param line the records before `current`, oldest first
 */
function historyOf(line, current) {
    const earlier = line.filter(({ commit }) => commit !== current.commit);
    return earlier.slice(-mostPoints).map(({ commit, created, diskBytes, downloadBytes, store }) => ({
        commit,
        created,
        diskBytes,
        // Each store compresses in its own way.
        downloadBytes: store === current.store ? downloadBytes : null,
    }));
}

;// CONCATENATED MODULE: ./lib/compare/slow-drift.js

/** How far back the older records lie. */
const recordsBack = 100;
const daysBack = 30;
const dayInMilliseconds = 24 * 60 * 60 * 1000;
/**
 * What changed since the record 100 records back and the newest one that is 30 days old or older: many steps, each within
 * its budget, may add up to more than it. Nothing is said of what the line does not reach back to.
 *
 * @param line the records before `current`, oldest first; the baseline's is the last
 * @param budgets those on the image's growth that hold for one step
 */
function longTermChanges(line, current, metric, budgets) {
    const earlier = line.filter(({ commit }) => commit !== current.commit);
    const now = Date.parse(current.created);
    const age = ({ created }) => (now - Date.parse(created)) / dayInMilliseconds;
    const places = [earlier.length - recordsBack, earlier.findLastIndex((point) => age(point) >= daysBack)];
    const found = [...new Set(places)].filter((place) => place >= 0);
    return found.flatMap((place) => {
        const point = earlier[place];
        if (point === undefined)
            return [];
        const since = { records: earlier.length - place, days: Math.max(0, Math.floor(age(point))) };
        return [changeSince(point, since, current, metric, budgets)];
    });
}
function changeSince(point, since, current, metric, budgets) {
    const { commit, created } = point;
    const delta = { diskBytes: current.diskBytes - point.diskBytes, downloadBytes: downloadDelta(point, current) };
    const [grown, before] = metric === 'disk' ? [delta.diskBytes, point.diskBytes] : [delta.downloadBytes, point.downloadBytes];
    const percent = grown === null || before === null || before === 0 ? null : (grown / before) * 100;
    const broken = grown === null ? undefined : budgets.find((budget) => isExceeded(budget, metric, grown, percent));
    const over = broken === undefined ? '' : `: in sum more than max-increase ${broken.limit.text}`;
    const records = since.records === 1 ? 'record' : `${since.records} records`;
    return {
        ...{ commit, created, ...since, delta, percent },
        exceeds: broken !== undefined,
        message: `${movedText(grown, percent)} over the last ${records}, since ${commit.slice(0, 7)} (${created.slice(0, 10)})${over}`,
    };
}
/** Each store compresses in its own way: a difference between two would say nothing of the image. */
const downloadDelta = (point, { store, downloadBytes }) => point.downloadBytes === null || downloadBytes === null || point.store !== store
    ? null
    : downloadBytes - point.downloadBytes;
function isExceeded({ name, scope, limit, ...budget }, metric, grown, percent) {
    if (name !== 'max-increase' || scope !== null || budget.metric !== metric)
        return false;
    return limit.unit === 'percent' ? percent !== null && percent > limit.value : grown > limit.value;
}
function movedText(bytes, percent) {
    if (bytes === null)
        return 'an unknown change';
    const share = percent === null ? '' : ` (${(0,units/* formatPercentDelta */.zy)(percent)})`;
    return bytes === 0 ? 'no change' : (0,units/* formatDelta */.CW)(bytes) + share;
}

;// CONCATENATED MODULE: ./lib/compare/judge.js








/** Everything that is to be said of one image. */
function judge({ current, baseline, before, line, lint, budgets, metric, cost, path }) {
    const comparison = before && compareSides(before, current, metric);
    const rows = before && comparison && assignCauses(comparison.rows, before, current, metric);
    const delta = comparison?.delta ?? null;
    const { measurement } = current;
    return {
        name: measurement.name,
        platform: measurement.platform,
        current: measurement,
        baseline,
        delta,
        causes: rows && sumCauses(rows),
        ...(before && rows && path !== null
            ? focusOn(path, rows, before, current, metric)
            : { changes: compare_changesOf(rows ?? [], metric), focus: null }),
        budgets: (0,compare_budgets/* evaluateBudgets */.A)(budgets, { current, before, rows: rows ?? [] }),
        longTerm: longTermChanges(line, measurement, metric, budgets),
        history: historyOf(line, measurement),
        build: buildFigures(measurement, baseline.measurement),
        cost: costOf(cost, measurement.downloadBytes, delta?.downloadBytes ?? null),
        findings: [...lint.findings],
        suppressed: [...lint.suppressed],
        lint: lint.result,
    };
}


/***/ }),

/***/ 1994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
/** Computes at the first call, and once. */
function once(compute) {
    let made = null;
    return () => {
        made ??= { value: compute() };
        return made.value;
    };
}


/***/ }),

/***/ 1814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R8: () => (/* binding */ filesOf),
  MO: () => (/* binding */ packageKey),
  b_: () => (/* binding */ recordSide),
  Zc: () => (/* binding */ weighedSide)
});

// EXTERNAL MODULE: ./lib/analysis/filesystem.js
var filesystem = __webpack_require__(3087);
// EXTERNAL MODULE: ./lib/analysis/ownership.js + 9 modules
var ownership = __webpack_require__(8623);
;// CONCATENATED MODULE: ./lib/analysis/owners-among.js


/**
 * As `ownFiles`, but of some paths alone (latin1, as in `Entry`): to lay an image of a million files over and to name
 * them all takes seconds and hundreds of megabytes, and a comparison asks about the few that differ. What the packages
 * are is known in full.
 */
function ownFilesAmong(layers, paths) {
    const wanted = new Set();
    for (const path of paths) {
        addWithParents(wanted, path);
        const source = (0,ownership/* compiledFrom */.kg)(path);
        if (source !== null)
            addWithParents(wanted, source);
    }
    for (const { collected } of layers)
        for (const path of collected?.keys() ?? [])
            addWithParents(wanted, path);
    const restricted = layers.map((layer) => ({
        ...layer,
        entries: layer.entries.filter((entry) => entry.kind !== 'file' || wanted.has(entry.path)),
    }));
    return (0,ownership/* ownFiles */.aJ)(restricted, (0,filesystem/* overlay */.L)(restricted));
}
/** A file that stands where a directory of the path was, or came to be, hides it. */
function addWithParents(wanted, path) {
    for (let at = path; at !== '' && !wanted.has(at); at = at.slice(0, Math.max(0, at.lastIndexOf('/'))))
        wanted.add(at);
}

// EXTERNAL MODULE: ./lib/compare/once.js
var once = __webpack_require__(1994);
;// CONCATENATED MODULE: ./lib/compare/side.js




/** An image as it was just read. */
function weighedSide(weighed) {
    const { measurement, image, fileSystem } = weighed;
    return sideOf(measurement, new Map(image.layers.map(({ diffId, index }) => [diffId, index])), () => fileSystem);
}
/** An image as a store kept it. */
const recordSide = ({ measurement, layers }) => sideOf(measurement, layers, (all) => (0,filesystem/* overlay */.L)(all));
function sideOf(measurement, indexes, layOver) {
    const layers = (0,once/* once */.O)(() => indexesOf(measurement, indexes));
    const fileSystem = (0,once/* once */.O)(() => {
        const all = layers();
        return all && layOver(all);
    });
    const owners = (0,once/* once */.O)(() => {
        const [all, files] = [layers(), fileSystem()];
        return all && files && ownersOf((0,ownership/* ownFiles */.aJ)(all, files));
    });
    const ownersAmong = (paths) => {
        const all = layers();
        return all && ownersOf(ownFilesAmong(all, paths));
    };
    return { measurement, indexes, fileSystem, owners, ownersAmong };
}
function indexesOf({ layers }, indexes) {
    const found = layers.flatMap(({ diffId }) => indexes.get(diffId) ?? []);
    return found.length === layers.length ? found : null;
}
function ownersOf(owned) {
    if (owned === null)
        return null;
    const { view, owners, packages } = owned;
    const versions = new Map();
    for (const owner of packages) {
        const key = packageKey(owner);
        versions.set(key, (versions.get(key) ?? new Set()).add(owner.version));
    }
    return {
        of: (path) => {
            const file = view.files.get(path);
            return (file && owners.get(file)) ?? null;
        },
        versions: (owner) => [...(versions.get(packageKey(owner)) ?? [])].sort(),
    };
}
/** A package whatever its version and architecture. A manager's name has no space. */
const packageKey = ({ manager, name }) => `${manager} ${name}`;
/** All files of an image, whose sizes add up to its disk size; null where a layer's index is missing. */
function filesOf({ fileSystem, owners }) {
    const files = fileSystem();
    return files && heldFiles(files, owners());
}
function* heldFiles({ live, dead }, owners) {
    for (const files of [live, dead]) {
        for (const { path, layer, entry } of files) {
            yield { path, layer, live: files === live, owner: owners?.of(path) ?? null, entry };
        }
    }
}


/***/ }),

/***/ 6522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _p: () => (/* binding */ addSizes),
/* harmony export */   mm: () => (/* binding */ weightOf),
/* harmony export */   qv: () => (/* binding */ isNothing),
/* harmony export */   rN: () => (/* binding */ subtractSizes),
/* harmony export */   s6: () => (/* binding */ nothing)
/* harmony export */ });
const nothing = { diskBytes: 0, downloadBytes: 0 };
/** What is unknown in a part is unknown in the whole. */
const addSizes = (a, b) => combine(a, b, (x, y) => x + y);
const subtractSizes = (a, b) => combine(a, b, (x, y) => x - y);
function combine(a, b, operation) {
    const known = (x, y) => (x === null || y === null ? null : operation(x, y));
    return {
        diskBytes: known(a.diskBytes, b.diskBytes),
        downloadBytes: known(a.downloadBytes, b.downloadBytes),
    };
}
/** Whether neither size differs from 0, as far as is known. */
const isNothing = ({ diskBytes, downloadBytes }) => !diskBytes && !downloadBytes;
/** How much a delta matters: by the metric, by disk where that is not known. */
function weightOf(delta, metric) {
    const first = metric === 'disk' ? delta.diskBytes : delta.downloadBytes;
    return Math.abs(first ?? delta.diskBytes ?? 0);
}


/***/ }),

/***/ 6330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ parseDockerfile)
});

// EXTERNAL MODULE: ./node_modules/dockerfile-ast/lib/main.js
var main = __webpack_require__(8390);
;// CONCATENATED MODULE: ./lib/dockerfile/mapped-text.js
/** The piece of a file between two offsets. */
function piece(file, start, end) {
    return { text: file.slice(start, end), pieces: [{ index: 0, offset: start }] };
}
function join(parts) {
    const pieces = [];
    let length = 0;
    for (const part of parts) {
        for (const { index, offset } of part.pieces)
            pieces.push({ index: index + length, offset });
        length += part.text.length;
    }
    return { text: parts.map(({ text }) => text).join(''), pieces };
}
function slice(mapped, start, end = mapped.text.length) {
    const inside = mapped.pieces.filter(({ index }) => index > start && index < end);
    const pieces = [{ index: start, offset: offsetOf(mapped, start) }, ...inside];
    return {
        text: mapped.text.slice(start, end),
        pieces: pieces.map(({ index, offset }) => ({ index: index - start, offset })),
    };
}
/** The index of the last element that is not above `value`, in an ascending list; 0 where there is none. */
function lastUpTo(list, value, read) {
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (read(list[middle]) <= value)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
function offsetOf({ pieces }, at) {
    const { index, offset } = pieces[lastUpTo(pieces, at, (found) => found.index)] ?? { index: 0, offset: 0 };
    return offset + at - index;
}
/** The offsets at which the lines of a text begin. */
function lineStarts(file) {
    const starts = [0];
    for (let at = file.indexOf('\n'); at !== -1; at = file.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
/** `end` is the offset behind the last character. */
function locator(starts) {
    const position = (offset) => {
        const line = lastUpTo(starts, offset, (start) => start);
        return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    };
    return (start, end) => {
        const first = position(start);
        // The end belongs to the line of the last character, also where that is a line's last.
        const last = position(Math.max(start, end - 1));
        return {
            firstLine: first.line,
            firstColumn: first.column,
            lastLine: last.line,
            lastColumn: end > start ? last.column + 1 : last.column,
        };
    };
}
/** The place in the file of `mapped`'s characters from `start` up to `end`. */
function rangeOf(mapped, start, end, locate) {
    const first = offsetOf(mapped, start);
    return locate(first, end > start ? offsetOf(mapped, end - 1) + 1 : first);
}

;// CONCATENATED MODULE: ./lib/dockerfile/tokens.js
/**
 * Words, operators and here-documents of a POSIX shell script (POSIX.1-2024, XCU 2.2, 2.3 and 2.7), with Bash's `[[`,
 * `((`, `&>`, `<<<`, extended globs and process substitutions. It never fails: what is not closed reaches to the end.
 */
const BLANK = /[ \t\r]+|\\\r?\n/y;
const OPERATOR = /\n|&&|\|\||;;&?|;&|\|&|[;&|()]/y;
const REDIRECTION = /(?:\d*|\{\w+\})(?:<<<|>>|>\||<>|<&|>&|<(?!\()|>(?!\())|&>>?/y;
const HEREDOC = /\d*<<(-?)[ \t]*(?=[^\s<(])/y;
/** `$'…'`: the only single quotes in which a backslash means something. */
const DOLLAR_QUOTES = /\$'((?:\\.|[^'\\])*)'?/sy;
/** Where a command may begin; the word between is short, or else the search would be repeated over all that follows. */
const CASE = /(?<=(?:[;&|(){\n]|\b(?:then|do|else))\s*)case\s[^;\n]{1,200}?\sin\s/y;
const COMMENT = /(?<=\s)#[^\n]*/y;
/** Parentheses in it are those of nested arithmetic. */
const ARITHMETIC = /\(\((?:[^()]|\([^()]*\))*\)\)/y;
function matchAt(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text);
}
/** What ends a quotation or substitution that begins at `at`, and how long its opening is; null where none begins. */
function opening(script, at, inside) {
    const two = script.slice(at, at + 2);
    if (two === '$(')
        return { closer: ')', length: 2 };
    if (two === '${')
        return { closer: '}', length: 2 };
    if (script[at] === '`')
        return { closer: '`', length: 1 };
    if (inside === '"')
        return null;
    // Quotes that a translation is looked up for.
    if (two === '$"')
        return { closer: '"', length: 2 };
    if (script[at] === '"' || script[at] === "'")
        return { closer: script[at], length: 1 };
    if (two === '<(' || two === '>(')
        return { closer: ')', length: 2 };
    // The parentheses behind the patterns of a `case` have no partner.
    const caseMatch = script[at] === 'c' && isScript(inside) ? matchAt(CASE, script, at) : null;
    if (caseMatch !== null)
        return { closer: 'esac', length: caseMatch[0].length };
    // Within a substitution a parenthesis nests; an array's begins behind its `=`, an extended glob's behind its sign.
    const nests = inside === ')' || (inside === undefined && /[=@?*+]/.test(script[at - 1] ?? ''));
    return script[at] === '(' && nests ? { closer: ')', length: 1 } : null;
}
/** Double quotes keep the backslash before anything that it does not quote there. */
function unescaped(escaped, inDoubleQuotes) {
    if (escaped === '\n' || escaped === '')
        return '';
    return inDoubleQuotes && !'$`"\\'.includes(escaped) ? `\\${escaped}` : escaped;
}
const isQuote = (closer) => closer === '"' || closer === "'";
/** Whether what a closer ends are commands. */
const isScript = (closer) => closer === ')' || closer === 'esac';
/** The closer of what is open, where it stands at `at`. */
function closerAt(script, at, inside) {
    if (inside === undefined || !script.startsWith(inside, at))
        return null;
    return inside !== 'esac' || /[\s;]/.test(script[at - 1] ?? '') ? inside : null;
}
/** What is stepped over at once: `$'…'`, and comments among the commands of a substitution. */
function leap(script, at, inside, isOwn) {
    if (script[at] === '$' && !isQuote(inside)) {
        const [quoted, content = ''] = matchAt(DOLLAR_QUOTES, script, at) ?? [];
        if (quoted === undefined)
            return null;
        return { length: quoted.length, text: isOwn ? content.replace(/\\(['"\\])/g, '$1') : quoted };
    }
    const comment = script[at] === '#' && isScript(inside) ? matchAt(COMMENT, script, at)?.[0] : undefined;
    return comment === undefined ? null : { length: comment.length, text: comment };
}
/** Null at the word's end. `closers` are what ends the quotations and substitutions that are open, the innermost last. */
function step(script, at, closers) {
    const inside = closers.at(-1);
    const character = script[at];
    // Only the outermost quotes are the word's own: those within a substitution belong to its text.
    const isOwn = closers.length === 0 || (closers.length === 1 && isQuote(inside));
    if (character === '\\' && inside !== "'") {
        const text = isOwn ? unescaped(script[at + 1] ?? '', inside === '"') : script.slice(at, at + 2);
        return { length: 2, text };
    }
    const closer = closerAt(script, at, inside);
    if (closer !== null)
        return { length: closer.length, text: isOwn ? '' : closer, closes: true };
    if (inside === "'")
        return { length: 1, text: character };
    const opens = opening(script, at, inside);
    if (opens !== null) {
        const text = isOwn && isQuote(opens.closer) ? '' : script.slice(at, at + opens.length);
        return { length: opens.length, text, opens: opens.closer };
    }
    if (inside === undefined && /[\s;&|()<>]/.test(character))
        return null;
    return leap(script, at, inside, isOwn) ?? { length: 1, text: character };
}
function word(script, start) {
    const closers = [];
    let text = '';
    let at = start;
    while (at < script.length) {
        const next = step(script, at, closers);
        if (next === null)
            break;
        if (next.closes)
            closers.pop();
        if (next.opens !== undefined)
            closers.push(next.opens);
        text += next.text;
        at += next.length;
    }
    const end = Math.min(at, script.length);
    return { kind: 'word', raw: script.slice(start, end), text, start, end };
}
/** Finds the lines of the here-documents that wait for the line's end, from `at` on; returns where the script goes on. */
function takeBodies(script, at, waiting) {
    let next = at;
    for (const heredoc of waiting) {
        const start = next;
        let end = script.length;
        next = script.length;
        for (let line = start; line < script.length;) {
            const newline = script.indexOf('\n', line);
            const lineEnd = newline === -1 ? script.length : newline;
            const content = script.slice(line, lineEnd).replace(/\r$/, '');
            if ((heredoc.stripTabs ? content.replace(/^\t+/, '') : content) === heredoc.delimiter) {
                end = line;
                next = Math.min(lineEnd + 1, script.length);
                break;
            }
            line = lineEnd + 1;
        }
        heredoc.body = { start, end };
    }
    return next;
}
function heredoc(script, start, match) {
    const delimiter = word(script, start + match[0].length);
    const end = delimiter.end;
    return {
        kind: 'heredoc',
        delimiter: delimiter.kind === 'word' ? delimiter.text : '',
        stripTabs: match[1] === '-',
        start,
        end,
        body: { start: script.length, end: script.length },
    };
}
/** A redirection with the file that it names. */
function redirection(script, start, match) {
    let at = start + match[0].length;
    for (let blank = matchAt(BLANK, script, at); blank !== null; blank = matchAt(BLANK, script, at))
        at += blank[0].length;
    return { kind: 'redirection', start, end: word(script, at).end };
}
function tokenAt(script, at) {
    const heredocMatch = matchAt(HEREDOC, script, at);
    if (heredocMatch !== null)
        return heredoc(script, at, heredocMatch);
    const redirectionMatch = matchAt(REDIRECTION, script, at);
    if (redirectionMatch !== null)
        return redirection(script, at, redirectionMatch);
    // `((` that no `))` ends begins a subshell in a subshell.
    const arithmetic = matchAt(ARITHMETIC, script, at)?.[0];
    if (arithmetic !== undefined) {
        return { kind: 'word', raw: arithmetic, text: arithmetic, start: at, end: at + arithmetic.length };
    }
    const operator = matchAt(OPERATOR, script, at);
    if (operator === null)
        return word(script, at);
    return { kind: 'operator', text: operator[0], start: at, end: at + operator[0].length };
}
/** The tokens in their order; a here-document's lines are known when the line that asks for it is read. */
function* tokenize(script) {
    let waiting = [];
    let at = 0;
    while (at < script.length) {
        const blank = matchAt(BLANK, script, at);
        if (blank !== null) {
            at += blank[0].length;
            continue;
        }
        if (script[at] === '#') {
            const newline = script.indexOf('\n', at);
            at = newline === -1 ? script.length : newline;
            continue;
        }
        const token = tokenAt(script, at);
        // A word of no characters (a stray `>(`-like end) must not stop the walk.
        at = Math.max(token.end, at + 1);
        if (token.kind === 'heredoc')
            waiting.push(token);
        if (token.kind === 'operator' && token.text === '\n') {
            at = takeBodies(script, at, waiting);
            waiting = [];
        }
        yield token;
    }
}

;// CONCATENATED MODULE: ./lib/dockerfile/shell.js


/** Here-documents may nest (a script in a script); deeper than this they are taken as data. */
const DEEPEST_SCRIPT = 8;
const POSIX_SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'mksh', 'busybox']);
/** Reserved words that a command may follow at once. */
const LEADING = new Set(['if', 'then', 'elif', 'else', 'while', 'until', 'do', '{', '!', 'time', 'fi', 'done', '}']);
const ASSIGNMENT = /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=/;
/** Whether a program is a shell whose language is POSIX's: `/bin/bash` is, `powershell` is not. */
function isPosixShell(program) {
    return POSIX_SHELLS.has(program.slice(program.lastIndexOf('/') + 1));
}
const CONTROL = { '&&': '&&', '||': '||', '|': '|', '|&': '|', '&': '&' };
function finish(walk) {
    if (walk.current === null)
        return;
    walk.drafts.push(walk.current);
    walk.current = null;
    walk.between = null;
}
function begin(walk) {
    const operator = walk.drafts.length === 0 ? null : (walk.between ?? ';');
    walk.current ??= { words: [], assignments: [], heredocs: [], operator };
    return walk.current;
}
/** A reserved word where a command may begin; whether it was one. */
function takeReserved(walk, text) {
    if (LEADING.has(text) || text.startsWith('(('))
        return true;
    if (text === 'for' || text === 'select')
        walk.skipping = 'for';
    else if (text === 'function')
        walk.skipping = 'function';
    else if (text === 'case') {
        walk.skipping = 'case';
        walk.cases += 1;
    }
    else if (text === 'esac')
        walk.cases = Math.max(0, walk.cases - 1);
    else
        return false;
    return true;
}
function isOpenTest(draft) {
    return draft?.words[0]?.raw === '[[' && draft.words.at(-1)?.raw !== ']]';
}
function takeWord(walk, word) {
    if (walk.current === null && takeReserved(walk, word.raw))
        return;
    const draft = begin(walk);
    if (draft.words.length === 0 && ASSIGNMENT.test(word.raw))
        draft.assignments.push(word);
    else
        draft.words.push(word);
}
function takeOperator(walk, operator) {
    const { text } = operator;
    if (isOpenTest(walk.current) && text !== '\n' && text !== ';') {
        walk.current.words.push({ ...operator, kind: 'word', raw: text });
        return;
    }
    if (text === '(' && walk.current?.words.length === 1) {
        // `name()` begins a function: its name is no command.
        walk.current = null;
        return;
    }
    finish(walk);
    if (text.startsWith(';') && text.length > 1 && walk.cases > 0)
        walk.skipping = 'pattern';
    if (text === '(' || text === ')')
        return;
    // A newline behind `&&` or `|` goes on with the list.
    if (text === '\n')
        walk.between ??= ';';
    else
        walk.between = CONTROL[text] ?? ';';
}
/** Within a part that holds no commands: only looks for its end. */
function skip(walk, token) {
    const text = token.kind === 'operator' ? token.text : token.kind === 'word' ? token.raw : '';
    if (walk.skipping === 'for' && (text === ';' || text === '\n' || text === 'do')) {
        walk.skipping = null;
        walk.between ??= ';';
    }
    else if (walk.skipping === 'case' && text === 'in')
        walk.skipping = 'pattern';
    else if (walk.skipping === 'pattern' && text === ')')
        walk.skipping = null;
    else if (walk.skipping === 'pattern' && text === 'esac') {
        walk.cases -= 1;
        walk.skipping = null;
    }
    else if (walk.skipping === 'function' && (text === ')' || text === '{' || text === '\n'))
        walk.skipping = null;
}
function drafts(tokens) {
    const walk = { drafts: [], current: null, between: null, skipping: null, cases: 0 };
    for (const token of tokens) {
        if (walk.skipping !== null)
            skip(walk, token);
        else if (token.kind === 'word')
            takeWord(walk, token);
        else if (token.kind === 'operator')
            takeOperator(walk, token);
        else if (token.kind === 'heredoc')
            begin(walk).heredocs.push(token);
    }
    finish(walk);
    return walk.drafts;
}
/** Whether a command is a bare shell, which runs what its here-document holds. */
function runsItsInput(draft) {
    const [program = '', ...rest] = draft.words.map(({ text }) => text);
    return isPosixShell(program) && rest.every((word) => /^[-+]/.test(word) && !/^-[a-z]*c/.test(word));
}
/** Whether a script says by its first line (behind tabs that `<<-` takes off) that it is for no POSIX shell. */
function isForeign(script) {
    const program = /^\t*#!\s*(\S+)(?:\s+(?:-S\s+)?(\S+))?/.exec(script);
    if (program?.[1] === undefined)
        return false;
    return !isPosixShell(/\/env$/.test(program[1]) ? (program[2] ?? '') : program[1]);
}
function bodyCommands(script, draft, locate, depth) {
    const body = draft.heredocs.at(-1)?.body;
    if (body === undefined || !runsItsInput(draft))
        return [];
    return parse(slice(script, body.start, body.end), locate, depth + 1);
}
function command(script, draft, locate) {
    const all = [...draft.assignments, ...draft.words];
    const [first, last] = [all[0], all.at(-1)];
    if (first === undefined || last === undefined)
        return [];
    return [
        {
            words: draft.words.map(({ text }) => text),
            assignments: draft.assignments.map(({ text }) => text),
            range: rangeOf(script, first.start, last.end, locate),
            operator: draft.operator,
        },
    ];
}
function parse(script, locate, depth) {
    if (depth > DEEPEST_SCRIPT || isForeign(script.text))
        return [];
    return drafts(tokenize(script.text)).flatMap((draft) => [
        ...command(script, draft, locate),
        ...bodyCommands(script, draft, locate, depth),
    ]);
}
/** `RUN <<EOF` and nothing else on the line: BuildKit takes the here-document as the script. */
function dockerScript(script) {
    const [only, next] = tokenize(script.text);
    const isScript = only?.kind === 'heredoc' && (next === undefined || (next.kind === 'operator' && next.text === '\n'));
    return isScript ? slice(script, only.body.start, only.body.end) : script;
}
/**
 * The simple commands of a shell script in the order in which they stand, those of here-documents that a shell runs
 * included. Compound commands (`if`, `for`, `case`, subshells …) are dissolved into what they are made of; the text of
 * a `$(…)` stays in its word. Never throws.
 */
function shellCommands(script, locate) {
    return parse(dockerScript(script), locate, 0).map((found, index) => ({
        ...found,
        operator: index === 0 ? null : (found.operator ?? ';'),
    }));
}

// EXTERNAL MODULE: ./lib/dockerfile/variables.js
var dockerfile_variables = __webpack_require__(7151);
;// CONCATENATED MODULE: ./lib/dockerfile/parse.js




/**
 * The lines of an instruction joined as BuildKit joins them (frontend/dockerfile/parser): an escape at a line's end goes
 * on with the next line; comment and blank lines in between are dropped. `end` is where its here-documents begin.
 */
function joinLines({ text, escapeCharacter }, extent) {
    const pieces = [];
    const continues = escapeCharacter === '`' ? /(?:^|[^`])(`[ \t\r]*)$/ : /(?:^|[^\\])(\\[ \t\r]*)$/;
    let at = extent.keywordEnd;
    while (at < extent.end) {
        const newline = text.indexOf('\n', at);
        const end = newline === -1 || newline > extent.end ? extent.end : newline;
        const line = text.slice(at, end);
        const isFirst = at === extent.keywordEnd;
        const continuation = continues.exec(line)?.[1];
        if (isFirst || !/^\s*(?:#|$)/.test(line)) {
            pieces.push(piece(text, at, continuation === undefined ? end : end - continuation.length));
            if (continuation === undefined)
                return { header: join(pieces), end };
        }
        at = end + 1;
    }
    return { header: join(pieces), end: extent.end };
}
/** Words between white space; quotes hold together and are taken off. */
function* spans({ text }, from) {
    const pattern = /(?:"(?:\\.|[^"\\])*"?|'[^']*'?|\\.?|[^\s"'\\])+/gs;
    pattern.lastIndex = from;
    for (const match of text.matchAll(pattern)) {
        yield { text: unquoted(match[0]), start: match.index, end: match.index + match[0].length };
    }
}
function unquoted(word) {
    return word.replace(/"((?:\\.|[^"\\])*)"?|'([^']*)'?/gs, (_, double, single) => double === undefined ? (single ?? '') : double.replace(/\\(["\\])/g, '$1'));
}
/** Flags stand between the keyword and the first word that is none; `--` ends them. */
function takeFlags(header, locate) {
    const flags = [];
    let end = 0;
    for (const span of spans(header, 0)) {
        if (!span.text.startsWith('--'))
            break;
        end = span.end;
        if (span.text === '--')
            break;
        const [name = '', ...value] = span.text.slice(2).split('=');
        flags.push({
            name,
            value: value.length === 0 ? null : value.join('='),
            range: rangeOf(header, span.start, span.end, locate),
        });
    }
    return { flags, end };
}
/** The strings of an exec form (`["a", "b"]`); null where it is none: BuildKit then takes it as a shell form. */
function execWords(header, from) {
    const array = header.text.slice(from).trim();
    if (!array.startsWith('['))
        return null;
    try {
        const parsed = JSON.parse(array);
        if (!Array.isArray(parsed) || !parsed.every((item) => typeof item === 'string'))
            return null;
    }
    catch {
        return null;
    }
    const pattern = /"(?:\\.|[^"\\])*"/g;
    pattern.lastIndex = from;
    return Array.from(header.text.matchAll(pattern), (match) => ({
        text: String(JSON.parse(match[0])),
        start: match.index,
        end: match.index + match[0].length,
    }));
}
/** HEALTHCHECK's `CMD [...]`: its array begins behind a word. */
function execStart(keyword, header, from) {
    const command = keyword === 'HEALTHCHECK' ? /^\s*CMD\b/i.exec(header.text.slice(from)) : null;
    return from + (command?.[0].length ?? 0);
}
function readInstruction(source, extent, hasPosixShell) {
    const keyword = source.text.slice(extent.start, extent.keywordEnd).toUpperCase();
    const { header, end } = joinLines(source, extent);
    const { flags, end: flagsEnd } = takeFlags(header, source.locate);
    const exec = execWords(header, execStart(keyword, header, flagsEnd));
    const words = (exec ?? [...spans(header, flagsEnd)]).map((span) => ({
        text: span.text,
        range: rangeOf(header, span.start, span.end, source.locate),
    }));
    const isScript = keyword === 'RUN' && exec === null && hasPosixShell;
    const script = () => join([slice(header, flagsEnd), piece(source.text, end, extent.end)]);
    return {
        keyword,
        text: `${keyword} ${header.text}`.replace(/\s+/g, ' ').trim(),
        range: source.locate(extent.start, extent.end),
        flags,
        words,
        form: exec === null ? 'shell' : 'exec',
        commands: isScript ? shellCommands(script(), source.locate) : [],
    };
}
/** SHELL names the shell of what follows it, in its stage and those built on it. */
function shellAfter(instruction, before) {
    return instruction.keyword === 'SHELL' ? isPosixShell(instruction.words[0]?.text ?? '') : before;
}
/** Cross-compilers have Windows in their names, too (`dockcross/windows-static-x64`), but not as a whole part of it. */
const WINDOWS_REPOSITORY = /(?:^|\/)(?:windows|windowsservercore|servercore|nanoserver|dotnet\/framework|iis)(?:[:/@]|$)/i;
const WINDOWS_TAG = /:(?:[\w.-]*-)?(?:windows|windowsservercore|nanoserver)(?:[-@]|$)/i;
function isWindows(from, image) {
    return (WINDOWS_REPOSITORY.test(image) ||
        WINDOWS_TAG.test(image) ||
        from.flags.some(({ name, value }) => name === 'platform' && /^windows/i.test(value ?? '')));
}
function openStage(from, earlier, globals) {
    const [image = '', as = '', name] = from.words.map(({ text }) => text);
    const base = earlier.findLast((stage) => stage.name !== null && stage.name === image.toLowerCase());
    return {
        index: earlier.length,
        name: as.toUpperCase() === 'AS' && name !== undefined ? name.toLowerCase() : null,
        base: { image, stage: base?.index ?? null },
        instructions: [from],
        hasPosixShell: base?.hasPosixShell ?? !isWindows(from, (0,dockerfile_variables/* expand */.fT)(image, globals)),
    };
}
function extentOf(instruction, source) {
    const offset = ({ line, character }) => (source.starts[line] ?? source.text.length) + character;
    const range = instruction.getRange();
    return {
        start: offset(range.start),
        keywordEnd: offset(instruction.getInstructionRange().end),
        end: offset(range.end),
    };
}
/** dockerfile-ast takes `\\` at the end of a line for a continuation, BuildKit does not. Boundaries alone come from it. */
function withoutEscapedEscapes(text) {
    return text.replace(/(?:\\{2,}|`{2,})(?=[ \t\r]*$)/gm, (escapes) => '_'.repeat(escapes.length));
}
/**
 * Reads a Dockerfile; whatever the text is, it never throws, and keeps what it can make sense of.
 *
 * @param path as it is to be shown to the user
 */
function parseDockerfile(path, content) {
    // Same lengths, so that places stay true: BuildKit's lines end at `\n` only, and a byte order mark is no text.
    const text = content.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, ' ');
    const starts = lineStarts(text);
    const parsed = main.DockerfileParser.parse(withoutEscapedEscapes(text));
    const source = { text, starts, escapeCharacter: parsed.getEscapeCharacter(), locate: locator(starts) };
    const globals = [];
    const stages = [];
    let variables = null;
    for (const parsedInstruction of parsed.getInstructions()) {
        const extent = extentOf(parsedInstruction, source);
        const stage = stages.at(-1);
        const instruction = readInstruction(source, extent, stage?.hasPosixShell ?? true);
        if (instruction.keyword === 'FROM') {
            variables ??= (0,dockerfile_variables/* globalVariables */.vY)({ globals }, []);
            stages.push(openStage(instruction, stages, variables));
        }
        else if (stage === undefined)
            globals.push(instruction);
        else {
            stage.instructions.push(instruction);
            stage.hasPosixShell = shellAfter(instruction, stage.hasPosixShell);
        }
    }
    return { path, text, globals, stages: stages.map(({ hasPosixShell, ...stage }) => stage) };
}


/***/ }),

/***/ 3407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ap: () => (/* binding */ stageChain),
/* harmony export */   dR: () => (/* binding */ chainOf),
/* harmony export */   fF: () => (/* binding */ baseImage)
/* harmony export */ });
/* unused harmony export targetStage */
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7151);

/** The stage that a build makes: by name or index, else the last one; null where there is none such. */
function targetStage(dockerfile, target) {
    if (target === null || target === '')
        return dockerfile.stages.at(-1) ?? null;
    const named = dockerfile.stages.findLast(({ name }) => name === target.toLowerCase());
    return named ?? (/^\d+$/.test(target) ? dockerfile.stages[Number(target)] : undefined) ?? null;
}
/**
 * The stages whose layers the image holds: the target and what its FROM leads to within the file, base-most first.
 * `COPY --from` does not count.
 *
 * @param buildArgs `NAME=value`, for stages that a FROM names by a variable
 */
function stageChain(dockerfile, target, buildArgs = []) {
    const stage = targetStage(dockerfile, target);
    return stage === null ? [] : chainOf(dockerfile, stage, (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .globalVariables */ .vY)(dockerfile, buildArgs));
}
/** A stage and those that it is built on, base-most first. */
function chainOf(dockerfile, top, variables) {
    const chain = [];
    let stage = top;
    while (stage !== null) {
        chain.unshift(stage);
        const { index } = stage;
        const name = (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(stage.base.image, variables).toLowerCase();
        // A FROM reaches earlier stages only: the walk ends.
        stage = dockerfile.stages.findLast((other) => other.index < index && other.name === name) ?? null;
    }
    return chain;
}
/**
 * The image of a registry that a build is based on, its variables filled in; null for `scratch`, and where that is not
 * known.
 *
 * @param buildArgs `NAME=value`; null: not known, as the build is not
 */
function baseImage(dockerfile, target, buildArgs) {
    const [stage] = stageChain(dockerfile, target, buildArgs ?? []);
    const written = stage?.base.image ?? '';
    if (buildArgs === null && written.includes('$'))
        return null;
    const image = (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(written, (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .globalVariables */ .vY)(dockerfile, buildArgs ?? []));
    return image === '' || image.toLowerCase() === 'scratch' ? null : image;
}


/***/ }),

/***/ 7151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O8: () => (/* binding */ expandKnown),
/* harmony export */   P: () => (/* binding */ givenVariables),
/* harmony export */   U4: () => (/* binding */ stageVariables),
/* harmony export */   fT: () => (/* binding */ expand),
/* harmony export */   kM: () => (/* binding */ definitionsIn),
/* harmony export */   vY: () => (/* binding */ globalVariables),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/** What the variables of one text may add to it, in characters: values of values can double at every line. */
const MOST_EXPANDED = 4096;
/** `$X`, `${X}`, `${X:-default}`, `${X-default}`, `${X:+other}` and `${X+other}`; null where it grows too long. */
function expandBounded(text, variables) {
    let room = MOST_EXPANDED;
    const expanded = text.replace(/\$(?:(\w+)|\{(\w+)(?:(:?)([-+])([^{}]*))?\})/g, (_, bare, braced, colon, operator, word) => {
        const value = variables.get(bare ?? braced ?? '');
        const isSet = value !== undefined && (value !== '' || colon !== ':');
        const instead = operator === '+' ? (isSet ? word : '') : isSet ? value : (word ?? '');
        room -= instead.length;
        return room < 0 ? '' : instead;
    });
    return room < 0 ? null : expanded;
}
/** As BuildKit expands a FROM; what would grow beyond all references stays as it is written. */
const expand = (text, variables) => expandBounded(text, variables) ?? text;
/** Build arguments by name; one without a value (`NAME`) is not known. */
const givenVariables = (buildArgs) => new Map(buildArgs
    .filter((arg) => arg.includes('='))
    .map((arg) => [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)]));
/** Global ARGs with their defaults, overruled by build arguments (`NAME=value`). */
function globalVariables({ globals }, buildArgs) {
    const given = givenVariables(buildArgs);
    // BuildKit's own (TARGETARCH …) need no ARG before FROM.
    const variables = new Map([...given].filter(([name]) => /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/.test(name)));
    for (const { text } of globals.filter(({ keyword }) => keyword === 'ARG').flatMap(({ words }) => words)) {
        const [name = '', ...value] = text.split('=');
        const fallback = value.length === 0 ? undefined : expand(value.join('='), variables);
        const known = given.get(name) ?? fallback;
        if (known !== undefined)
            variables.set(name, known);
    }
    return variables;
}
/** Names that a text takes the values of. */
const namesIn = (text) => Array.from(text.matchAll(/\$\{?(\w+)/g), ([, name = '']) => name);
/** `expand`; null where a value is not known, which a base image may set, or where more than that is asked for. */
function expandKnown(text, variables) {
    if (namesIn(text).some((name) => !variables.has(name)))
        return null;
    const expanded = expandBounded(text, variables);
    return /[$\\]/.test(text.replace(/\$(?:\w+|\{\w+(?::?[-+][^{}$]*)?\})/g, '')) ? null : expanded;
}
/** What an ARG or an ENV defines; nothing for other instructions. */
function definitionsIn({ keyword, words }) {
    if (keyword !== 'ARG' && keyword !== 'ENV')
        return [];
    const texts = words.map(({ text }) => text);
    const [first = '', ...rest] = texts;
    // The old form `ENV NAME some words`.
    if (keyword === 'ENV' && !first.includes('='))
        return [{ name: first, value: rest.join(' ') }];
    return texts.map((text) => {
        const equals = text.indexOf('=');
        return equals === -1 ? { name: text, value: null } : { name: text.slice(0, equals), value: text.slice(equals + 1) };
    });
}
/**
 * The variables that lines of a stage have set, as far as they are known: an ENV wins over an ARG, a build argument over
 * an ARG's default.
 *
 * @param lines of the stage and those that it is built on, in their order
 * @param given build arguments by name
 */
function stageVariables(lines, globals, given) {
    const variables = new Map();
    const environment = new Set();
    for (const line of lines) {
        const isArg = line.keyword === 'ARG';
        // One instruction's definitions do not see each other.
        const known = definitionsIn(line).map(({ name, value }) => {
            const own = value === null ? (globals.get(name) ?? null) : expandKnown(value, variables);
            return { name, value: isArg ? (given.get(name) ?? own) : own };
        });
        for (const { name, value } of known) {
            if (isArg && environment.has(name))
                continue;
            if (!isArg)
                environment.add(name);
            if (value === null)
                variables.delete(name);
            else
                variables.set(name, value);
        }
    }
    return variables;
}


/***/ }),

/***/ 7557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tV: () => (/* binding */ lintAll),
  tn: () => (/* binding */ noLint),
  Gs: () => (/* binding */ refuseUnknownRules),
  u1: () => (/* binding */ startChecks),
  cV: () => (/* binding */ withBase)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(7597);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/build/argv.js
var argv = __webpack_require__(7080);
// EXTERNAL MODULE: ./lib/build/failure.js
var failure = __webpack_require__(6194);
// EXTERNAL MODULE: ./lib/build/redact.js
var build_redact = __webpack_require__(4015);
// EXTERNAL MODULE: ./lib/build/secrets.js
var secrets = __webpack_require__(4753);
// EXTERNAL MODULE: ./lib/build/versions.js
var versions = __webpack_require__(483);
;// CONCATENATED MODULE: ./lib/build/check.js







/** The JSON of `--call=check,format=json` (moby/buildkit, frontend/subrequests/lint); an empty list is null there. */
const check_location = schemas/* object */.Ikc({
    ranges: schemas/* array */.YOg(schemas/* object */.Ikc({ start: schemas/* object */.Ikc({ line: schemas/* int */.Whr() }), end: schemas/* object */.Ikc({ line: schemas/* int */.Whr() }) })).optional(),
});
const checkResult = schemas/* object */.Ikc({
    warnings: schemas/* array */.YOg(schemas/* object */.Ikc({
        ruleName: schemas/* string */.YjP(),
        description: schemas/* string */.YjP().default(''),
        detail: schemas/* string */.YjP().default(''),
        location: check_location.optional(),
    }))
        .nullish(),
    buildError: schemas/* object */.Ikc({ message: schemas/* string */.YjP() }).optional(),
});
function locationOf(warning, file) {
    const lines = (warning.location?.ranges ?? []).flatMap(({ start, end }) => [start.line, end.line]);
    const firstLine = lines.reduce((first, line) => Math.min(first, line), Number.POSITIVE_INFINITY);
    const lastLine = lines.reduce((last, line) => Math.max(last, line), 0);
    if (firstLine < 1 || lastLine < 1)
        return null;
    return { file, firstLine, lastLine, firstColumn: null, lastColumn: null };
}
function findingOf(warning, file) {
    return {
        rule: warning.ruleName,
        aliases: [],
        severity: 'warning',
        message: warning.detail || warning.description || warning.ruleName,
        location: locationOf(warning, file),
        price: null,
        baseSaving: null,
        evidence: [],
        fix: null,
    };
}
function parseResult(stdout) {
    try {
        return checkResult.safeParse(JSON.parse(stdout)).data ?? null;
    }
    catch {
        return null;
    }
}
/** Runs BuildKit's own checks of the Dockerfile. Needs no build; never rejects. */
async function checkDockerfile(settings, options) {
    const { exec, environment, dockerfile } = options;
    const redact = (0,build_redact/* redactor */.$)((0,secrets/* buildArgValues */.$G)(settings, environment));
    const skipped = (reason) => ({
        findings: [],
        notice: redact(`BuildKit's checks were left out: ${reason}`),
    });
    try {
        const { args, env } = (0,argv/* checkCommand */.em)(settings, environment);
        // Warnings make the exit code 1: what was printed decides.
        const { stdout, stderr } = await exec('docker', args, { cwd: options.workingDirectory, env });
        const result = parseResult(stdout);
        if (result === null) {
            const isTooOld = !(0,versions/* isAtLeast */.du)((await exec('docker', ['buildx', 'version'])).stdout, versions/* OLDEST_BUILDX_FOR_CHECK */.yo);
            if (isTooOld)
                return skipped(`they need buildx ${versions/* OLDEST_BUILDX_FOR_CHECK */.yo}.`);
            return skipped((0,failure/* explainFailure */.SP)(stderr, (0,failure/* failureContext */.u2)(settings, dockerfile)).message);
        }
        if (result.buildError !== undefined)
            return skipped(result.buildError.message);
        const findings = (result.warnings ?? []).map((warning) => findingOf(warning, dockerfile));
        return { findings: findings.map((finding) => ({ ...finding, message: redact(finding.message) })), notice: null };
    }
    catch (thrown) {
        return skipped((0,errors/* errorText */.kc)(thrown));
    }
}

// EXTERNAL MODULE: ./lib/build/files.js
var files = __webpack_require__(7119);
// EXTERNAL MODULE: ./lib/dockerfile/stages.js
var stages = __webpack_require__(3407);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/lint/hadolint-config.js



/** As hadolint looks for it in the folder that it runs in; the first that is there. */
const hadolintConfigNames = ['.hadolint.yaml', '.hadolint.yml'];
const noHadolintConfig = {
    suppressions: [],
    severities: new Map(),
    threshold: null,
    ignoresComments: false,
    notices: [],
};
/** hadolint's levels; `style` is our `info`. */
const levels = { error: 'error', warning: 'warning', info: 'info', style: 'info' };
const thresholds = { ...levels, ignore: 'none', none: 'none' };
/** The gravest first, which has the last word where a rule stands under several. */
const overridable = ['error', 'warning', 'info', 'style'];
const codes = schemas/* array */.YOg(schemas/* string */.YjP());
/** The keys that mean something here. */
const keys = {
    ignored: codes,
    override: schemas/* partialRecord */.jgl(schemas/* enum */.k5n(overridable), codes.nullable()),
    'failure-threshold': schemas/* enum */.k5n(['error', 'warning', 'info', 'style', 'ignore', 'none']),
    'no-fail': schemas/* boolean */.zMY(),
    'disable-ignore-pragma': schemas/* boolean */.zMY(),
};
/** Keys of hadolint's that are about its output, or about rules that are not ours. */
const foreignKeys = ['format', 'label-schema', 'no-color', 'strict-labels', 'trustedRegistries', 'verbose'];
/**
 * Reads `.hadolint.yaml` (https://github.com/hadolint/hadolint#configure). It is another program's: what can't be read
 * is a notice, never an error.
 */
function readHadolintConfig(text, path) {
    const lines = new dist/* LineCounter */.HN();
    const notices = [];
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false });
        const [broken] = document.errors;
        if (broken !== undefined)
            throw broken;
        const lineOf = (...at) => lineIn(document, at, lines);
        const values = readValues(document, (key, message) => notices.push({ file: path, line: lineOf(key), message: `${key}: ${message}` }));
        return { ...configOf(values, path, (index) => lineOf('ignored', index)), notices };
    }
    catch (thrown) {
        // The parser recurses: brackets that are nested a thousand deep exhaust its stack.
        return { ...noHadolintConfig, notices: [{ file: path, line: 1, message: `cannot be read: ${(0,errors/* errorText */.kc)(thrown)}` }] };
    }
}
/** Throws where the document is no mapping. */
function readValues(document, complain) {
    const given = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullable().parse(document.toJS()) ?? {};
    const values = {};
    for (const [key, value] of Object.entries(given)) {
        if (isKey(key)) {
            const { success, data } = keys[key].safeParse(value);
            if (success)
                values[key] = data;
            else
                complain(key, 'is not as hadolint has it, and was left aside');
        }
        else if (!foreignKeys.includes(key))
            complain(key, 'is no key of hadolint');
    }
    return values;
}
const isKey = (key) => Object.hasOwn(keys, key);
function configOf(values, path, lineOfIgnored) {
    const { ignored = [], override = {}, 'failure-threshold': threshold } = values;
    const severities = new Map();
    for (const level of overridable.toReversed()) {
        for (const code of override[level] ?? [])
            severities.set(code, levels[level]);
    }
    return {
        suppressions: ignored.map((code, index) => ({
            codes: [code],
            lines: null,
            by: { syntax: 'hadolint-config', file: path, line: lineOfIgnored(index) },
            reason: null,
        })),
        severities,
        threshold: values['no-fail'] === true ? 'none' : threshold === undefined ? null : thresholds[threshold],
        ignoresComments: values['disable-ignore-pragma'] === true,
    };
}
/** 1-based; the first line where the document has no such place. */
function lineIn(document, at, lines) {
    const node = document.getIn(at, true);
    return (0,dist/* isNode */.Ll)(node) && node.range ? lines.linePos(node.range[0]).line : 1;
}

;// CONCATENATED MODULE: ./lib/lint/layers.js
/** The layers as the rules see them: what is left of each in the end, and what became of the rest. */
function lintLayers(layers, attributions, { live, dead }) {
    const liveBy = Map.groupBy(live, ({ layer }) => layer);
    const deadBy = Map.groupBy(dead, ({ layer }) => layer);
    const rewrittenBy = Map.groupBy(dead.filter(({ how }) => how === 'metadata'), ({ hiddenBy }) => hiddenBy);
    return layers.map(({ downloadBytes, index }, at) => ({
        index: at,
        origin: attributions[at]?.origin ?? null,
        location: attributions[at]?.location ?? null,
        diskBytes: index.diskBytes,
        downloadBytes,
        live: (liveBy.get(at) ?? []).map(({ entry }) => entry),
        names: namesOf(liveBy.get(at) ?? []),
        hidden: (deadBy.get(at) ?? []).map(({ entry, hiddenBy, how }) => ({ entry, by: hiddenBy, how })),
        rewritten: rewrittenOf(index.entries, rewrittenBy.get(at) ?? []),
    }));
}
function namesOf(files) {
    const linked = files.filter(({ path, links, entry }) => links !== null || path !== entry.path);
    return new Map(linked.map(({ path, links, entry }) => [entry, [path, ...(links ?? [])]]));
}
function rewrittenOf(entries, hidden) {
    if (hidden.length === 0)
        return [];
    const before = new Map(hidden.map(({ entry }) => [entry.path, entry]));
    return entries.flatMap((entry) => {
        const old = before.get(entry.path);
        return old === undefined || entry.kind !== 'file'
            ? []
            : [
                {
                    entry,
                    ownerChanged: entry.uid !== old.uid || entry.gid !== old.gid,
                    modeChanged: entry.mode !== old.mode,
                },
            ];
    });
}

// EXTERNAL MODULE: ./lib/lint/fix-lines.js
var fix_lines = __webpack_require__(2484);
;// CONCATENATED MODULE: ./lib/lint/ledger.js

/**
 * Prices drafts in their order: a byte belongs to the first finding that claims it, so that prices never add up to
 * more than the image. Findings that cost nothing are dropped.
 */
function priceDrafts(drafts, subject) {
    const layers = subject.layers ?? [];
    const taken = layers.map(() => new Map());
    const findings = [];
    for (const { rule, draft } of drafts) {
        const free = draft.claims?.filter((claim) => take(claim, taken)) ?? null;
        const price = draft.excess !== undefined ? excessPrice(draft.excess, taken, layers) : free && priceOf(free, layers);
        if (price?.diskBytes === 0)
            continue;
        findings.push(ledger_findingOf(rule, draft, price, subject));
    }
    return findings;
}
/** Whether nobody has a file yet; from here on somebody has. */
function take({ layer, entry }, taken) {
    if (taken[layer]?.has(entry.path))
        return false;
    taken[layer]?.set(entry.path, entry.size);
    return true;
}
/** What an excess is beyond what findings have of its layer. */
function excessPrice({ layer, bytes }, taken, layers) {
    const told = [...(taken[layer]?.values() ?? [])].reduce((sum, size) => sum + size, 0);
    return sizesOf(new Map([[layer, Math.max(0, bytes - told)]]), layers);
}
function priceOf(claims, layers) {
    const diskByLayer = new Map();
    for (const { layer, entry } of claims)
        diskByLayer.set(layer, (diskByLayer.get(layer) ?? 0) + entry.size);
    return sizesOf(diskByLayer, layers);
}
/** Download bytes by each layer's own compression ratio: what a single file takes in a blob can't be told. */
function sizesOf(diskByLayer, layers) {
    let diskBytes = 0;
    let downloadBytes = 0;
    for (const [index, disk] of diskByLayer) {
        diskBytes += disk;
        const layer = layers[index];
        const ratio = layer?.downloadBytes == null ? null : layer.downloadBytes / layer.diskBytes;
        downloadBytes = downloadBytes === null || ratio === null ? null : downloadBytes + Math.floor(disk * ratio);
    }
    return { diskBytes, downloadBytes, measured: true };
}
function ledger_findingOf(rule, draft, price, subject) {
    const { firstLine, lastLine, firstColumn, lastColumn } = draft.range;
    return {
        rule: rule.name,
        aliases: [...rule.aliases],
        severity: rule.severity,
        message: draft.message,
        location: { file: subject.dockerfile.path, firstLine, lastLine, firstColumn, lastColumn },
        price,
        baseSaving: draft.baseSaving ?? null,
        evidence: [...draft.evidence],
        fix: draft.fix && { ...draft.fix, lines: (0,fix_lines/* linesOfFix */.Q)(draft.fix, subject) },
    };
}

// EXTERNAL MODULE: ./lib/lint/rules/index.js + 78 modules
var rules = __webpack_require__(3185);
;// CONCATENATED MODULE: ./lib/lint/lint.js


const defaults = { switches: new Map() };
/** Every finding of our own rules, the most expensive first (another base by what it saves at least); unpriced ones behind, by line. */
function lint(subject, { switches } = defaults) {
    const checked = rules/* rules */.a.filter((rule) => isOn(rule, switches));
    const drafts = checked.flatMap((rule) => rule.check(subject).map((draft) => ({ rule, draft })));
    return priceDrafts(drafts, subject).sort(byPriceThenLine);
}
function isOn({ name, aliases, offByDefault }, switches) {
    const code = [name, ...aliases].find((known) => switches.has(known));
    return (code === undefined ? undefined : switches.get(code)) ?? !offByDefault;
}
/** The names of our rules, and other linters' codes for them. */
const ruleCodes = new Set(rules/* rules */.a.flatMap(({ name, aliases }) => [name, ...aliases]));
const byPriceThenLine = (a, b) => savingOf(b) - savingOf(a) || (a.location?.firstLine ?? 0) - (b.location?.firstLine ?? 0);
const savingOf = ({ price, baseSaving }) => price?.diskBytes ?? baseSaving?.leastBytes ?? -1;

// EXTERNAL MODULE: ./lib/lint/packages.js + 4 modules
var lint_packages = __webpack_require__(2823);
;// CONCATENATED MODULE: ./lib/lint/check-options.js
/** The parser directive `check`, as BuildKit reads it (frontend/dockerfile/linter and parser/directives.go). */
/** The options in `skip=A,B;error=true`; null where BuildKit refuses them. */
function parseCheckOptions(text) {
    let options = { skip: [], error: false };
    for (const part of text.split(';')) {
        const [name = '', ...rest] = part.split('=').map((word) => word.trim());
        const value = rest.join('=');
        if (rest.length === 0)
            return null;
        if (name === 'skip') {
            options = { ...options, skip: value === 'all' ? 'checks' : value.split(',').map((check) => check.trim()) };
        }
        else if (name === 'error') {
            if (!/^(?:[01tTfF]|true|True|TRUE|false|False|FALSE)$/.test(value))
                return null;
            options = { ...options, error: /^[1tT]/.test(value) };
        }
        else if (name !== 'experimental')
            return null;
    }
    return options;
}
const directives = ['syntax', 'escape', 'check'];
/** The directive at the head of a Dockerfile, where nothing but directives stands before it; null: there is none. */
function firstChecks(text) {
    let start = 0;
    for (let line = 1; start < text.length; line++) {
        const newline = text.indexOf('\n', start);
        const end = newline === -1 ? text.length : newline;
        const content = text.slice(start, end);
        start = end + 1;
        if (line === 1 && content.startsWith('#!'))
            continue;
        const [, name = '', value = ''] = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(\S.*)/.exec(content) ?? [];
        if (!directives.includes(name.toLowerCase()))
            return null;
        if (name.toLowerCase() !== 'check')
            continue;
        const options = parseCheckOptions(value);
        return options === null ? null : { options, line };
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/lint/suppressions.js

/**
 * What the comments of a Dockerfile ask for: ours (`# size ignore=RULE reason`), hadolint's
 * (https://github.com/hadolint/hadolint#ignoring-rules) and BuildKit's
 * (https://docs.docker.com/reference/dockerfile/#check). One for the next instruction may have comments and blank lines
 * before it, where hadolint wants the very next line.
 *
 * @param isKnown whether a text is a rule's name or another linter's code for one
 */
function readSuppressions(dockerfile, isKnown) {
    const checks = firstChecks(dockerfile.text);
    const readings = commentsOf(dockerfile).map((comment) => readComment(comment, dockerfile, isKnown));
    const codes = checks?.options.skip ?? [];
    return {
        suppressions: [
            ...(checks === null || codes.length === 0
                ? []
                : [
                    {
                        codes,
                        lines: null,
                        by: { syntax: 'check', file: dockerfile.path, line: checks.line },
                        reason: null,
                    },
                ]),
            ...readings.flatMap(({ suppression }) => suppression ?? []),
        ],
        checksAreErrors: checks?.options.error ?? false,
        notices: readings.flatMap(({ notices }) => notices.map(({ line, message }) => ({ file: dockerfile.path, line, message }))),
    };
}
/** Comments between instructions: what is within one belongs to it, a here-document's lines too. */
function commentsOf({ text, globals, stages }) {
    const instructions = [...globals, ...stages.flatMap((stage) => stage.instructions)];
    const firstStage = stages[0]?.instructions[0]?.range.firstLine ?? Number.POSITIVE_INFINITY;
    let at = 0;
    return text.split('\n').flatMap((content, index) => {
        const line = index + 1;
        while ((instructions[at]?.range.lastLine ?? line) < line)
            at++;
        const next = instructions[at] ?? null;
        const isInside = next !== null && next.range.firstLine <= line;
        const comment = isInside ? null : /^[ \t]*#(.*)/.exec(content)?.[1];
        return comment == null ? [] : [{ text: comment.trim(), line, next, isBeforeStages: line < firstStage }];
    });
}
const nothing = { suppression: null, notices: [] };
function readComment(comment, dockerfile, isKnown) {
    if (/^size[ \t]+ignore\b/.test(comment.text))
        return readSize(comment, dockerfile, isKnown);
    const suppression = readHadolint(comment, dockerfile) ?? readCheck(comment, dockerfile);
    return { ...nothing, suppression };
}
const sizeSyntax = /^size[ \t]+ignore[ \t]*=[ \t]*([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)(?:[ \t:]+(.*))?$/;
/** `# size ignore=RULE[,RULE] reason`. */
function readSize(comment, { path: file }, isKnown) {
    const { line } = comment;
    const [all, list = '', behind = ''] = sizeSyntax.exec(comment.text) ?? [];
    if (all === undefined) {
        return { ...nothing, notices: [{ line, message: 'must read "# size ignore=RULE reason": it was left aside' }] };
    }
    const codes = codesIn(list);
    const reason = reasonIn(behind);
    const unknown = codes.filter((code) => !isKnown(code) && !isCheck(code));
    return {
        suppression: {
            codes,
            lines: comment.isBeforeStages ? null : linesOf(comment.next),
            by: { syntax: 'size', file, line },
            reason,
        },
        notices: [
            ...unknown.map((code) => ({ line, message: `there is no rule "${code}"` })),
            ...(reason === null ? [{ line, message: `say why behind "# size ignore=${codes.join(',')}"` }] : []),
        ],
    };
}
/** As hadolint's src/Hadolint/Pragma.hs: one name that is no code, and the whole comment says nothing. */
const hadolintSyntax = /^hadolint[ \t]+(?:(global|stage)[ \t]+)?ignore[ \t]*=[ \t]*([DLSC\d]+(?:[ \t]*,[ \t]*[DLSC\d]+)*)[ \t]*(?:#(.*))?$/;
function readHadolint(comment, dockerfile) {
    const [all, scope, list = '', behind = ''] = hadolintSyntax.exec(comment.text) ?? [];
    if (all === undefined)
        return null;
    const lines = scope === 'global' ? null : scope === 'stage' ? stageLines(comment.next, dockerfile) : linesOf(comment.next);
    const by = { syntax: 'hadolint', file: dockerfile.path, line: comment.line };
    return { codes: codesIn(list), lines, by, reason: reasonIn(behind) };
}
/** `# check=skip=A,B // reason` above an instruction: BuildKit has it since November 2025; here it holds with an older one, too. */
function readCheck({ text, line, next }, { path: file }) {
    const [all, value = '', behind = ''] = /^check[ \t]*=[ \t]*(\S+)(.*)$/i.exec(text) ?? [];
    const codes = all === undefined ? [] : (parseCheckOptions(value)?.skip ?? []);
    if (codes.length === 0)
        return null;
    return { codes, lines: linesOf(next), by: { syntax: 'check', file, line }, reason: reasonIn(behind) };
}
const codesIn = (list) => list.split(',').map((code) => code.trim());
const longestReason = 300;
/** The words of a reason, without what sets it off. */
function reasonIn(text) {
    const words = text.replace(/^[ \t]*(?:\/\/|#|-+|—|:)?/, '').trim();
    return words === '' ? null : words.slice(0, longestReason);
}
const noLines = { first: 0, last: 0 };
const linesOf = (instruction) => instruction === null ? noLines : { first: instruction.range.firstLine, last: instruction.range.lastLine };
/** From an instruction to the end of its stage. */
function stageLines(first, { stages }) {
    if (first === null)
        return noLines;
    const stage = stages.find(({ instructions }) => instructions.includes(first));
    return { first: first.range.firstLine, last: stage?.instructions.at(-1)?.range.lastLine ?? first.range.lastLine };
}
/** Takes out what is not to be reported, each by the first that asks for it. */
function suppress(findings, suppressions) {
    const kept = [];
    const suppressed = [];
    for (const finding of findings) {
        const found = suppressions.find((suppression) => holdsFor(suppression, finding));
        if (found === undefined)
            kept.push(finding);
        else
            suppressed.push({ rule: finding.rule, location: finding.location, by: found.by, reason: found.reason });
    }
    return { findings: kept, suppressed };
}
function holdsFor({ codes, lines }, finding) {
    const line = finding.location?.firstLine ?? 0;
    return (lines === null || (lines.first <= line && line <= lines.last)) && hasCode(finding, codes);
}
const hasCode = (finding, codes) => [finding.rule, ...finding.aliases].some((name) => (codes === 'checks' ? isCheck(name) : codes.includes(name)));
/** Whether a text is named as BuildKit names its checks: `JSONArgsRecommended`. */
const isCheck = (code) => /^[A-Z][A-Za-z]*[a-z]$/.test(code);

;// CONCATENATED MODULE: ./lib/lint/policy.js

/** Applied behind the ledger: what is left out keeps its bytes to itself, so that no other finding is charged for them. */
function applyPolicy(findings, policy) {
    const worthwhile = findings.filter((finding) => (mostSaved(finding) ?? policy.minPrice) >= policy.minPrice);
    const graded = worthwhile.map((finding) => ({ ...finding, severity: severityOf(finding, policy) }));
    return suppress(graded, policy.suppressions);
}
/** Null: not about size, or not known. */
const mostSaved = ({ price, baseSaving }) => price?.diskBytes ?? baseSaving?.mostBytes ?? null;
function severityOf({ rule, aliases, severity }, { severities, checksAreErrors }) {
    const code = [rule, ...aliases].find((name) => severities.has(name));
    const given = code === undefined ? undefined : severities.get(code);
    return given ?? (checksAreErrors && isCheck(rule) ? 'error' : severity);
}

// EXTERNAL MODULE: ./lib/model/finding.js
var finding = __webpack_require__(5268);
// EXTERNAL MODULE: ./lib/units.js
var units = __webpack_require__(3052);
;// CONCATENATED MODULE: ./lib/lint/threshold.js


/** Holds findings against a threshold; null where they are only told. */
function holdAgainst({ level, threshold }, findings) {
    if (level === 'off' || level === 'report')
        return null;
    const reaching = threshold === 'none' ? [] : findings.filter((finding) => gravity(finding.severity) >= gravity(threshold));
    const status = reaching.length === 0 ? 'pass' : level;
    return { level, threshold, findings: reaching.length, status, message: messageOf(threshold, reaching) };
}
const gravity = (one) => -finding/* severity */.yf.options.indexOf(one);
/** `2 findings of severity warning or worse, 41.2 MB to save: apt-lists-left-behind (Dockerfile:3) and 1 more`. */
function messageOf(threshold, reaching) {
    const grade = threshold === 'error' || threshold === 'none' ? 'error' : `${threshold} or worse`;
    const [first, ...others] = reaching.toSorted((a, b) => costOf(b) - costOf(a));
    if (first === undefined)
        return threshold === 'none' ? 'no finding counts' : `no finding of severity ${grade}`;
    const { rule, location } = first;
    const bytes = reaching.reduce((sum, { price }) => sum + (price?.diskBytes ?? 0), 0);
    const saving = bytes === 0 ? '' : `, ${(0,units/* formatBytes */.z3)(bytes)} to save`;
    const place = location === null ? '' : ` (${location.file}:${location.firstLine})`;
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    const count = `${reaching.length} ${others.length === 0 ? 'finding' : 'findings'}`;
    return `${count} of severity ${grade}${saving}: ${rule}${place}${more}`;
}
const costOf = ({ price }) => price?.diskBytes ?? -1;

// EXTERNAL MODULE: ./lib/settings/config-file.js
var config_file = __webpack_require__(2154);
// EXTERNAL MODULE: ./lib/settings/nearest.js
var nearest = __webpack_require__(8535);
// EXTERNAL MODULE: ./lib/settings/resolve.js
var resolve = __webpack_require__(3057);
;// CONCATENATED MODULE: ./lib/findings.js















/** An image's Dockerfile with all that tells of it; null where the Dockerfile is not known. */
async function withBase(weighed, bases) {
    const { dockerfile, definition, measurement } = weighed;
    if (dockerfile === null)
        return null;
    const base = await bases.find(dockerfile, definition, measurement.platform);
    return { ...weighed, dockerfile, base, image: weighed };
}
const noLint = { findings: [], suppressed: [], result: null };
/**
 * An image has a hundred layers at most, and some rules look at each pair of instructions: a text that is made to keep us
 * busy is not looked at.
 */
const mostInstructions = 2000;
/**
 * Our own rules, priced, the most expensive first, BuildKit's checks behind: less what the settings, the Dockerfile's
 * comments and `.hadolint.yaml` leave out.
 *
 * @param linted null where the Dockerfile is not known
 * @param checks null where there are none
 */
function lintAll(linted, checks, settings, places, log) {
    if (settings.level === 'off' || linted === null)
        return noLint;
    if (checks?.notice != null)
        log.notice(checks.notice);
    const { path, stages } = linted.dockerfile;
    const instructions = stages.reduce((total, stage) => total + stage.instructions.length, 0);
    if (instructions > mostInstructions) {
        log.warning(`${path} is not linted: it has ${instructions} instructions, more than ${mostInstructions}`);
        return noLint;
    }
    const config = findHadolintConfig(places);
    const asked = readSuppressions(linted.dockerfile, (code) => ruleCodes.has(code));
    const comments = asked.suppressions.filter(({ by }) => !config.ignoresComments || by.syntax !== 'hadolint');
    tell([...config.notices, ...asked.notices], log);
    const { findings, suppressed } = applyPolicy(foundIn(linted, checks, settings), {
        suppressions: [...comments, ...config.suppressions],
        severities: config.severities,
        checksAreErrors: asked.checksAreErrors,
        minPrice: settings.minPrice,
    });
    const threshold = settings.threshold ?? config.threshold ?? 'warning';
    return { findings, suppressed, result: holdAgainst({ level: settings.level, threshold }, findings) };
}
function foundIn(linted, checks, settings) {
    const theirs = checks?.findings.filter(({ rule }) => settings.rules.get(rule) !== false) ?? [];
    return [...ownFindings(linted, settings), ...theirs];
}
/** What our own rules find, the most expensive first. */
function ownFindings({ dockerfile, context, definition, base, image }, settings) {
    const subject = {
        dockerfile,
        chain: (0,stages/* stageChain */.ap)(dockerfile, definition.target, definition.buildArgs ?? []),
        layers: image === null ? null : lintLayers(image.image.layers, image.attributions, image.fileSystem),
        packages: lazy(() => image && (0,lint_packages/* installedPackages */.A)(image.image.layers, image.attributions, image.fileSystem)),
        context,
        base,
        maxLayerBytes: settings.maxLayerBytes,
        user: image?.image.config.user ?? null,
    };
    return lint(subject, { switches: settings.rules });
}
/** Most Dockerfiles have nothing that a rule would look packages up for. */
function lazy(find) {
    let found;
    return () => {
        if (found === undefined)
            found = find();
        return found;
    };
}
/** @throws UserError for a switch of a rule that there is not: a misspelt one would switch nothing. */
function refuseUnknownRules({ rules }) {
    const unknown = [...rules.keys()].filter((code) => !ruleCodes.has(code) && !isCheck(code));
    (0,resolve/* refuse */.TR)(unknown.map((code) => `lint-rules: there is no rule ${code}${(0,nearest/* suggestion */.h)(code, [...ruleCodes])}`), 'docs/lint.md lists the rules.');
}
/** hadolint's file in the working directory, else at the repository's root. */
function findHadolintConfig({ workingDirectory, root }) {
    const paths = [workingDirectory, root].flatMap((folder) => hadolintConfigNames.map((name) => (0,external_node_path_.join)(folder, name)));
    for (const path of paths) {
        const shown = (0,external_node_path_.relative)(root, path);
        try {
            const text = (0,config_file/* readConfigFile */.R)(path);
            if (text !== null)
                return readHadolintConfig(text, shown);
        }
        catch (thrown) {
            // Another program's file: what is wrong with it must not stop ours.
            return { ...noHadolintConfig, notices: [{ file: shown, line: 1, message: (0,errors/* errorText */.kc)(thrown) }] };
        }
    }
    return noHadolintConfig;
}
const mostNotices = 10;
function tell(notices, log) {
    for (const { file, line, message } of notices.slice(0, mostNotices)) {
        log.notice(`${file}:${line}: ${message}`, { file, startLine: line });
    }
}
/** Starts BuildKit's own checks, which need no build. Never rejects. */
async function startChecks(build, places, seams) {
    const { dockerfilePath } = await (0,files/* readBuildFiles */.C)({ context: build.context, file: build.file, ...places });
    return await checkDockerfile(build, { ...seams, ...places, dockerfile: dockerfilePath });
}


/***/ }),

/***/ 283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q6: () => (/* binding */ archiveManifestFile),
/* harmony export */   X8: () => (/* binding */ ociArchiveReader),
/* harmony export */   bL: () => (/* binding */ readArchive),
/* harmony export */   m1: () => (/* binding */ dockerArchiveReader)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _assemble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3277);
/* harmony import */ var _layer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5806);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8663);
/* harmony import */ var _oci_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9472);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5581);






const archiveManifestFile = 'manifest.json';
/** What `docker save` writes, and others in its format: skopeo, kaniko, buildx type=docker. */
const dockerArchiveReader = { kind: 'docker-archive', read: readArchive, platforms: archivePlatforms };
/** An OCI layout in a tar: buildx type=oci, skopeo. */
const ociArchiveReader = { kind: 'oci-archive', read: readArchive, platforms: archivePlatforms };
/** `store` is the engine's that wrote the archive, where one did. */
async function readArchive(source, options, file = source.reference, store = null) {
    const tree = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .openTar */ .O)(file, options);
    try {
        if ((await tree.size(_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .indexFile */ .LV)) !== null)
            return await (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .readLayout */ .T4)(tree, source, options, store);
        return await readLegacy(tree, source, options, store);
    }
    finally {
        await tree.close();
    }
}
async function archivePlatforms(source, options) {
    const tree = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .openTar */ .O)(source.reference, options);
    try {
        return (await tree.size(_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .indexFile */ .LV)) === null ? [null] : await (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .layoutPlatforms */ .rp)(tree);
    }
    finally {
        await tree.close();
    }
}
/** Archives that have no OCI index: Docker before 25, skopeo, kaniko. */
async function readLegacy(tree, source, options, store) {
    const name = `${archiveManifestFile} of ${tree.name}`;
    const images = (0,_oci_js__WEBPACK_IMPORTED_MODULE_4__/* .parseArchiveManifest */ .Ts)(await tree.read(archiveManifestFile, _oci_js__WEBPACK_IMPORTED_MODULE_4__/* .maxManifestBytes */ .rq), name);
    const [image, second] = images;
    if (image === undefined || second !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${tree.name} holds ${images.length} images, not one`, { hint: 'Save one image alone.' });
    }
    const config = (0,_oci_js__WEBPACK_IMPORTED_MODULE_4__/* .parseConfig */ .o4)(await tree.read(image.Config, _oci_js__WEBPACK_IMPORTED_MODULE_4__/* .maxConfigBytes */ .aF), `The config of ${tree.name}`);
    const blobs = await Promise.all((image.Layers ?? []).map((path) => legacyBlob(tree, path)));
    return await (0,_assemble_js__WEBPACK_IMPORTED_MODULE_1__/* .assembleImage */ .al)({ source, store, config, blobs }, options);
}
/** Blobs go by any name here, so their digest is known only when they have been read. */
async function legacyBlob(tree, path) {
    const compression = await compressionOf(tree, path);
    return {
        digest: null,
        downloadBytes: compression === 'none' ? null : await tree.size(path),
        open: () => tree.stream(path),
    };
}
async function compressionOf(tree, path) {
    for await (const piece of await tree.stream(path))
        return (0,_layer_js__WEBPACK_IMPORTED_MODULE_2__/* .sniffCompression */ .Hs)(piece);
    return 'none';
}


/***/ }),

/***/ 3277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MP: () => (/* binding */ knownDownload),
/* harmony export */   al: () => (/* binding */ assembleImage),
/* harmony export */   dD: () => (/* binding */ checkParts),
/* harmony export */   dT: () => (/* binding */ imageOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _layer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5806);
/* harmony import */ var _oci_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9472);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4341);




/** Decompression runs in a pool of threads, hashing here: two at once keep both busy. */
const concurrentReads = 2;
/** Reads the layers that are not known, each diffID once. */
async function assembleImage(parts, { known: lookUp, platform, maxUnpacked, log }) {
    const { config, blobs, source } = parts;
    checkParts(config, blobs.length, platform, source);
    const known = await lookUp((0,_oci_js__WEBPACK_IMPORTED_MODULE_2__/* .platformText */ .VQ)(config));
    const wantedBlobs = new Map();
    config.diffIds.forEach((diffId, position) => {
        const blob = blobs[position];
        if (blob !== undefined && !known.has(diffId))
            wantedBlobs.set(diffId, blob);
    });
    const read = new Map();
    const sizes = [...wantedBlobs.values()].map(({ downloadBytes }) => downloadBytes);
    const { watch, layerDone } = (0,_reading_js__WEBPACK_IMPORTED_MODULE_3__/* .watchReading */ .UH)(source, sizes, log);
    await forEachConcurrently([...wantedBlobs], concurrentReads, async ([diffId, blob]) => {
        read.set(diffId, await (0,_layer_js__WEBPACK_IMPORTED_MODULE_1__/* .indexLayer */ .Uf)(watch(await blob.open()), { diffId, digest: blob.digest, maxBytes: maxUnpacked }));
        layerDone();
    });
    const layers = config.diffIds.map((diffId, position) => joinLayer(diffId, blobs[position], read.get(diffId), known.get(diffId), parts.store));
    return { image: imageOf(parts, layers), layersRead: read.size };
}
/** A layer's index, and the sizes of its blob in this source, else as the same store's engine knew them. */
function joinLayer(diffId, blob, read, known, store) {
    const index = read?.index ?? known?.index;
    if (index === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Layer ${diffId} was not read`);
    if (blob?.downloadBytes != null) {
        const readDigest = read !== undefined && read.compression !== 'none' ? read.digest : null;
        return { diffId, digest: blob.digest ?? readDigest, downloadBytes: blob.downloadBytes, index };
    }
    return { diffId, ...knownDownload(known, store), index };
}
/** A blob is compressed by the store's engine: its digest and size hold for that store alone. */
function knownDownload(known, store) {
    if (known === undefined || store === null || known.store !== store)
        return { digest: null, downloadBytes: null };
    return { digest: known.digest, downloadBytes: known.downloadBytes };
}
function imageOf(parts, layers) {
    const { source, store, config } = parts;
    return { source, store, platform: (0,_oci_js__WEBPACK_IMPORTED_MODULE_2__/* .platformText */ .VQ)(config), config, layers };
}
/** Throws a UserError where the config does not fit the layers or the wanted platform. */
function checkParts(config, layers, wanted, source) {
    const name = `${source.kind}:${source.reference}`;
    if (config.diffIds.length !== layers) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${name} has ${layers} layers, but its config names ${config.diffIds.length}`, {
            hint: 'The image is damaged: build, pull or save it again.',
        });
    }
    const platform = (0,_oci_js__WEBPACK_IMPORTED_MODULE_2__/* .platformText */ .VQ)(config);
    if (wanted !== null && !(0,_oci_js__WEBPACK_IMPORTED_MODULE_2__/* .samePlatform */ .my)(platform, wanted)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${name} is for ${platform}, not for ${wanted}`, {
            hint: 'Build or pull it for that platform, or name another.',
        });
    }
}
async function forEachConcurrently(items, limit, work) {
    const queue = items.values();
    const worker = async () => {
        for (const item of queue)
            await work(item);
    };
    await Promise.all(Array.from({ length: limit }, worker));
}


/***/ }),

/***/ 2825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ errorCode)
/* harmony export */ });
/** What Node or dockerode call an error: `ENOENT`, `Z_BUF_ERROR`; null where it has no code. */
function errorCode(thrown) {
    const hasCode = typeof thrown === 'object' && thrown !== null && 'code' in thrown;
    return hasCode && typeof thrown.code === 'string' ? thrown.code : null;
}


/***/ }),

/***/ 5806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mF: () => (/* binding */ decompress),
  Uf: () => (/* binding */ indexLayer),
  P3: () => (/* binding */ layer_maxLayerBytes),
  qb: () => (/* binding */ normalisePath),
  se: () => (/* binding */ peek),
  Hs: () => (/* binding */ sniffCompression),
  g$: () => (/* binding */ tooLarge)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/model/packed-entries.js
var packed_entries = __webpack_require__(2124);
// EXTERNAL MODULE: ./lib/units.js
var units = __webpack_require__(3052);
// EXTERNAL MODULE: ./lib/packages/facts.js
var facts = __webpack_require__(9994);
;// CONCATENATED MODULE: ./lib/packages/binary-scanner.js

const elf = Buffer.from('\x7fELF', 'latin1');
/** cmd/go, debug/buildinfo: 16-byte aligned, in programs since Go 1.12; with texts behind it since Go 1.18. */
const goMark = Buffer.from('\xff Go buildinf:', 'latin1');
const goAlignment = 16;
const goHeaderBytes = 32;
/** Stands around the modules' text (runtime/debug, modinfo). */
const goSentinelBytes = 16;
/** The module's own lines come first, its dependencies behind. */
const goWindow = 4096;
/** Where panics of Rust's own library point to: the paths that rustc, or a distribution's build of it, gave it. */
const rustMark = Buffer.from('/rustc');
const rustPath = /^\/rustc(?:\/[0-9a-f]{40}|-[\w.+~-]{1,40})\/library\//;
const rustWindow = 128;
/**
 * Finds out what a program was made from: `go`, with its path and its version where it tells them, or `rust`. The result
 * does not depend on how the bytes are cut into pieces.
 */
function binaryScanner() {
    let rest = Buffer.of();
    let offset = 0;
    let isElf = null;
    let go = null;
    let isRust = false;
    /** Looks at every place of `data` that has `margin` bytes behind it. */
    const scan = (data, end) => {
        for (const at of occurrences(data, goMark, end)) {
            if (go !== null || (offset + at) % goAlignment !== 0)
                continue;
            go = readGo(data.subarray(at, at + goWindow));
        }
        if (isRust)
            return;
        for (const at of occurrences(data, rustMark, end)) {
            isRust ||= rustPath.test(data.toString('latin1', at, at + rustWindow));
        }
    };
    return {
        write(piece) {
            if (isElf === false || go !== null)
                return;
            const data = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
            if (isElf === null && data.length >= elf.length)
                isElf = data.subarray(0, elf.length).equals(elf);
            if (isElf === false)
                return;
            const end = Math.max(0, data.length - goWindow);
            if (isElf)
                scan(data, end);
            rest = Buffer.from(data.subarray(end));
            offset += end;
        },
        finish() {
            if (isElf && go === null)
                scan(rest, rest.length);
            return go ?? (isRust ? (0,facts/* writeFact */.KF)('rust') : null);
        },
    };
}
/** Places before `end` at which the mark begins. */
function* occurrences(data, mark, end) {
    for (let at = data.indexOf(mark); at >= 0 && at < end; at = data.indexOf(mark, at + 1))
        yield at;
}
/** Null where the mark is no header, as in programs that look for it. */
function readGo(window) {
    const [pointerBytes, flags] = [window[goMark.length], window[goMark.length + 1]];
    if (window.length < goHeaderBytes || flags === undefined || flags > 3)
        return null;
    const hasTexts = (flags & 2) !== 0;
    // Before Go 1.18 the header held pointers: a Go program, and no more is known.
    if (!hasTexts)
        return pointerBytes === 4 || pointerBytes === 8 ? (0,facts/* writeFact */.KF)('go') : null;
    const version = readText(window, goHeaderBytes);
    if (version === null || !/^(?:go|devel)/.test(version.text))
        return null;
    const modules = readText(window, version.end)?.text.slice(goSentinelBytes) ?? '';
    const [, path = ''] = /^path\t([^\t\n]*)$/m.exec(modules) ?? [];
    const [, moduleVersion = ''] = /^mod\t[^\t\n]*\t([^\t\n]*)/m.exec(modules) ?? [];
    return (0,facts/* writeFact */.KF)('go', [path, moduleVersion === '(devel)' ? '' : moduleVersion]);
}
/** A length as a varint (LEB128), and as much of the text as the window holds. */
function readText(window, start) {
    let length = 0;
    for (let at = start, scale = 1; at < start + 5; at++, scale *= 0x80) {
        const byte = window[at];
        if (byte === undefined)
            return null;
        length += (byte & 0x7f) * scale;
        if (byte < 0x80)
            return { text: window.toString('latin1', at + 1, at + 1 + length), end: at + 1 + length };
    }
    return null;
}

// EXTERNAL MODULE: ./lib/packages/collected.js + 2 modules
var packages_collected = __webpack_require__(6823);
;// CONCATENATED MODULE: ./lib/packages/elf.js

/** Libraries and addons by their names; programs are told by their mode. */
const mayBeLibrary = (path) => /\.so(?:\.[\w.]*)?$|\.node$/.test(path);
/**
 * Reads what a dynamically linked ELF file needs: `soname`, `needs`, and under `names` every other name of a library that
 * stands in it, since a program hands such names to dlopen(3). Null for anything else.
 *
 * The dynamic section points to names that mostly passed long before it. So whatever looks like a library's name is kept
 * with its place until the section tells which of them are needed; where it can't be read in one pass, all are `names`.
 * The result does not depend on how the bytes are cut into pieces.
 */
function elfReader() {
    const tables = tableReader();
    const names = libraryNames();
    return {
        write(piece) {
            if (tables.isDynamic() === false)
                return;
            tables.write(piece);
            names.write(piece);
        },
        finish() {
            const told = tables.finish();
            const found = names.finish();
            if (told === null)
                return null;
            return found === null ? (0,facts/* writeFact */.KF)('unread') : factsOf(told, found);
        },
    };
}
const unknown = { soname: null, needs: [] };
function factsOf({ soname, needs }, found) {
    const nameAt = (at) => {
        const name = lastUpTo(at, found);
        return name === null || at >= name.place + name.text.length ? [] : [name.text.slice(at - name.place)];
    };
    const own = soname === null ? [] : nameAt(soname);
    const needed = new Set(needs.flatMap(nameAt));
    const others = new Set(found.map(({ text }) => baseName(text)));
    for (const name of [...own, ...needed])
        others.delete(baseName(name));
    return (0,facts/* joinFacts */.gN)([
        own.length > 0 ? (0,facts/* writeFact */.KF)('soname', own) : null,
        needed.size > 0 ? (0,facts/* writeFact */.KF)('needs', needed) : null,
        others.size > 0 ? (0,facts/* writeFact */.KF)('names', others) : null,
    ]);
}
/** The last name, by their places, that begins at `place` or before. */
function lastUpTo(place, found) {
    let [low, high] = [0, found.length];
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((found[middle]?.place ?? 0) <= place)
            low = middle + 1;
        else
            high = middle;
    }
    return found[low - 1] ?? null;
}
const baseName = (path) => path.slice(path.lastIndexOf('/') + 1);
const maxNameBytes = 255;
/** Of one file; a hundred times what real ones have. */
const maxNames = 4096;
const mark = Buffer.from('.so');
const libraryName = /[\w+~-]\.so(?:\.[\w.+~-]*)?$/;
/** Collects what looks like the name of a shared library; null where that is more than any real file has. */
function libraryNames() {
    const found = [];
    /** The last bytes, whose names may go on. */
    let rest = Buffer.of();
    /** From where on marks of `rest` were not looked at. */
    let fresh = 0;
    let offset = 0;
    /** Where the last name ended: what has many marks is one. */
    let lastEnd = 0;
    /** Looks at the marks from `start` to `end`; `place`: of the first byte in the file. */
    const scan = (data, place, start, end) => {
        const next = (from) => data.indexOf(mark, Math.max(from, lastEnd - place));
        for (let at = next(start); at >= 0 && at < end; at = next(at + mark.length)) {
            if (found.length > maxNames)
                return;
            const [first, last] = [edgeOfName(data, at, -1), edgeOfName(data, at, 1)];
            const text = data.toString('latin1', first, last);
            if (libraryName.test(text))
                found.push({ place: place + first, text });
            lastEnd = place + last;
        }
    };
    return {
        write(piece) {
            // Only the seam is copied: the pieces are most of what streams by.
            const isLong = piece.length > 2 * maxNameBytes;
            const seam = Buffer.concat([rest, isLong ? piece.subarray(0, 2 * maxNameBytes) : piece]);
            const seamEnd = Math.max(fresh, seam.length - maxNameBytes);
            scan(seam, offset - rest.length, fresh, seamEnd);
            if (isLong)
                scan(piece, offset, maxNameBytes, piece.length - maxNameBytes);
            offset += piece.length;
            rest = isLong
                ? Buffer.from(piece.subarray(-2 * maxNameBytes))
                : seam.subarray(Math.max(0, seamEnd - maxNameBytes));
            fresh = isLong ? maxNameBytes : Math.min(seamEnd, maxNameBytes);
        },
        finish() {
            scan(rest, offset - rest.length, fresh, rest.length);
            return found.length > maxNames ? null : found;
        },
    };
}
/** The first byte of the name around `at`, or the one behind its last. */
function edgeOfName(data, at, step) {
    const limit = at + step * maxNameBytes;
    let edge = at;
    while (edge !== limit && isNameByte(data[step === 1 ? edge : edge - 1]))
        edge += step;
    return edge;
}
/** By byte: whether names have it. */
const inNames = new Uint8Array(256);
for (const byte of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.+~@$/-'))
    inNames[byte] = 1;
const isNameByte = (byte) => byte !== undefined && inNames[byte] === 1;
/** What stands here is at hand whatever comes later. */
const headBytes = 4096;
/** Feeds `dynamicSteps` with the tables that it asks for, while they stream by. */
function tableReader() {
    const steps = dynamicSteps();
    let head = Buffer.of();
    let offset = 0;
    let wanted = null;
    let pieces = [];
    let result;
    const take = (step) => {
        pieces = [];
        wanted = step.done ? null : step.value;
        if (step.done)
            result = step.value;
    };
    const begin = (start) => {
        head = null;
        take(steps.next(null));
        while (wanted !== null && wanted.end <= Math.min(headBytes, start.length)) {
            take(steps.next(start.subarray(wanted.start, wanted.end)));
        }
        follow(start);
    };
    const follow = (piece) => {
        while (wanted !== null) {
            const had = pieces.reduce((sum, { length }) => sum + length, 0);
            const part = piece.subarray(Math.max(0, wanted.start + had - offset), Math.max(0, wanted.end - offset));
            // A copy: the stream's own buffer would stay.
            pieces.push(Buffer.from(part));
            if (had + part.length < wanted.end - wanted.start)
                break;
            take(steps.next(Buffer.concat(pieces)));
        }
        offset += piece.length;
    };
    return {
        /** Whether this is a dynamically linked ELF file; undefined: not known yet. */
        isDynamic: () => (result === undefined ? undefined : result !== null),
        write(piece) {
            if (result !== undefined)
                return;
            const start = head === null || head.length === 0 ? piece : Buffer.concat([head, piece]);
            if (head === null)
                follow(piece);
            else if (start.length < headBytes)
                head = Buffer.from(start);
            else
                begin(start);
        },
        /** Null: it is none. */
        finish() {
            if (head !== null)
                begin(head);
            while (result === undefined)
                take(steps.next(null));
            return result;
        },
    };
}
/** Of program headers, or of a dynamic section: real ones have some hundred entries. */
const maxTableBytes = 64 * 1024;
const headerBytes = 64;
const magic = Buffer.from('\x7fELF', 'latin1');
/**
 * Asks for the tables of an ELF file (elf(5)), each told of by the one before: header, program headers, dynamic section.
 * Is answered with their bytes, or null where the file ends before. Gives null where it is no such file.
 */
function* dynamicSteps() {
    const header = yield { start: 0, end: headerBytes };
    const layout = header === null ? null : readLayout(header);
    if (layout === null)
        return null;
    const { segments: segmentsSpan, numbers } = layout;
    if (!isAhead(segmentsSpan, headerBytes))
        return unknown;
    const table = yield segmentsSpan;
    const segments = table === null ? null : readSegments(table, numbers);
    if (segments === null)
        return unknown;
    const dynamic = segments.find(({ type }) => type === 'dynamic');
    if (dynamic === undefined)
        return null;
    const span = { start: dynamic.offset, end: dynamic.offset + dynamic.bytes };
    if (!isAhead(span, segmentsSpan.end))
        return unknown;
    const section = yield span;
    return section === null ? unknown : readDynamic(section, segments, numbers);
}
/** Whether a table can still be read when the one that tells of it ends at `end`. */
const isAhead = (span, end) => span.end - span.start <= maxTableBytes &&
    (span.start >= end || (span.end <= headBytes && end <= headBytes && span.start >= 0));
function numbersOf(is64Bit, isLittle) {
    const int = (table, at) => (isLittle ? table.readUInt32LE(at) : table.readUInt32BE(at));
    const long = (table, at) => Number(isLittle ? table.readBigUInt64LE(at) : table.readBigUInt64BE(at));
    return {
        is64Bit,
        int,
        word: is64Bit ? long : int,
        half: (table, at) => (isLittle ? table.readUInt16LE(at) : table.readUInt16BE(at)),
    };
}
function readLayout(header) {
    const [width, order] = [header[4], header[5]];
    const isKnown = (width === 1 || width === 2) && (order === 1 || order === 2);
    if (!isKnown || !header.subarray(0, magic.length).equals(magic))
        return null;
    const is64Bit = width === 2;
    const numbers = numbersOf(is64Bit, order === 1);
    const start = numbers.word(header, is64Bit ? 32 : 28);
    const [entryBytes, count] = (is64Bit ? [54, 56] : [42, 44]).map((at) => numbers.half(header, at));
    if (entryBytes !== segmentBytes(numbers) || count === 0)
        return null;
    return { numbers, segments: { start, end: start + entryBytes * count } };
}
const segmentBytes = ({ is64Bit }) => (is64Bit ? 56 : 32);
function readSegments(table, numbers) {
    const [offset, address, bytes] = numbers.is64Bit ? [8, 16, 32] : [4, 8, 16];
    return placesOf(table, segmentBytes(numbers)).map((at) => ({
        type: { 1: 'load', 2: 'dynamic' }[numbers.int(table, at)] ?? 'other',
        offset: numbers.word(table, at + offset),
        address: numbers.word(table, at + address),
        bytes: numbers.word(table, at + bytes),
    }));
}
const tags = { end: 0, needed: 1, texts: 5, soname: 14 };
/** Null places where the section does not tell, or the file does not hold, the texts that it points to. */
function readDynamic(section, segments, numbers) {
    const half = numbers.is64Bit ? 8 : 4;
    const entries = placesOf(section, 2 * half).map((at) => ({
        tag: numbers.word(section, at),
        value: numbers.word(section, at + half),
    }));
    const end = entries.findIndex(({ tag }) => tag === tags.end);
    const told = end < 0 ? entries : entries.slice(0, end);
    const texts = placeOf(told.find(({ tag }) => tag === tags.texts)?.value ?? null, segments);
    if (texts === null)
        return unknown;
    const valuesOf = (wanted) => told.filter(({ tag }) => tag === wanted).map(({ value }) => texts + value);
    return { soname: valuesOf(tags.soname)[0] ?? null, needs: valuesOf(tags.needed) };
}
/** Where in the file that stands which a segment brings to `address`. */
function placeOf(address, segments) {
    if (address === null)
        return null;
    const holds = (segment) => segment.address <= address && address < segment.address + segment.bytes;
    const segment = segments.find((each) => each.type === 'load' && holds(each));
    return segment === undefined ? null : address - segment.address + segment.offset;
}
/** Where the entries of a table begin. */
const placesOf = (table, bytes) => Array.from({ length: Math.floor(table.length / bytes) }, (_, at) => at * bytes);

// EXTERNAL MODULE: ./lib/packages/names.js
var names = __webpack_require__(1953);
// EXTERNAL MODULE: ./lib/packages/package-json.js
var package_json = __webpack_require__(1816);
;// CONCATENATED MODULE: ./lib/packages/scripts.js
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
/** The watched programs that a text names, each once. */
const programsIn = (text) => [...new Set(text.toLowerCase().match(anyWatched))].sort();

;// CONCATENATED MODULE: ./lib/packages/sources.js




/** Of a script, or of what holds settings: larger ones are data. */
const maxTextBytes = 256 * 1024;
/** Larger sources are not read. */
const maxCodeBytes = 2 * 1024 ** 2;
const code = /\.(?:pyw?|ipynb|[cm]?[jt]sx?|vue|svelte)$/;
/** Sources of other languages, and what else tells which program to run or which module to load. */
const texts = /\.(?:sh|bash|rb|pl|php|json|toml|ya?ml|conf|cfg|ini|env|service)$|(?:^|\/)Procfile$|^etc\/ld\.so\.preload$/;
/** They say what is to be installed, which is no use of it. */
const manifests = /(?:^|\/)(?:pyproject\.toml|setup\.(?:cfg|py)|composer\.json|(?:package-lock|npm-shrinkwrap)\.json|pnpm-(?:lock|workspace)\.yaml|(?:conda|environment)[\w.-]*\.ya?ml)$/;
const ownPackage = /(?:^|\/)package\.json$/;
/** What packages bring says of itself what it needs. */
const packaged = /(?:^|\/)(?:node_modules|site-packages|dist-packages|gems|lib\/python[\d.]+)\/|^usr\/(?:share|lib)\//;
/** What these may load of each other without saying so; the group: the module or package that a file is of. */
const packagedCode = /(?:^|\/)(?:(?:site|dist)-packages|gems)\/([^/]+)/;
/** Their tests need nothing that the program does, and are half of the code. */
const packagedTest = /\/tests?\//;
/** Such a file's path from that folder on; null for any other. */
function packagedModule(path) {
    const found = /\.(?:py|rb)$/.test(path) ? packagedCode.exec(path) : null;
    return found === null ? null : path.slice(found.index);
}
/** What installs and removes a package is no use of it. */
const maintainerScripts = /^var\/lib\/dpkg\//;
/** Of the distribution: the words of its scripts say nothing of what others brought. */
const systemPrograms = /^(?:usr\/)?s?bin\//;
/** Reads a source or a script, found by its path, for what it names; null for most files. */
function sourceReader(path, { size, isExecutable }) {
    const module = packagedModule(path);
    if (module !== null) {
        if (size > maxCodeBytes || packagedTest.test(module))
            return null;
        return wholeReader((content) => namesFact(packagedNames(path, content)));
    }
    const isOwn = !packaged.test(path);
    if (isOwn && code.test(path))
        return size > maxCodeBytes ? unread : wholeReader((content) => codeFacts(path, content));
    if (size > maxTextBytes)
        return null;
    if (isOwn && texts.test(path))
        return wholeReader((content) => textFacts(path, textOf(content)));
    if (!isExecutable || maintainerScripts.test(path))
        return null;
    const hasNames = isOwn && !systemPrograms.test(path);
    return wholeReader((content) => {
        const text = textOf(content);
        return (0,facts/* joinFacts */.gN)([programsFact(text), hasNames ? namesFact(wordsIn(text)) : null]);
    }, '#!');
}
const unread = { write: () => undefined, finish: () => (0,facts/* writeFact */.KF)('unread') };
const textOf = (content) => content.toString('latin1');
/** `start`: what it has to begin with. */
function wholeReader(facts, start = '') {
    let pieces = [];
    let isWanted = true;
    return {
        write(piece) {
            if (!isWanted)
                return;
            pieces.push(piece);
            const [first = piece] = pieces;
            isWanted = first.length < start.length || first.toString('latin1', 0, start.length) === start;
            if (!isWanted)
                pieces = [];
        },
        finish() {
            const [first = Buffer.of()] = pieces;
            const content = pieces.length > 1 ? Buffer.concat(pieces) : first;
            return isWanted && content.toString('latin1', 0, start.length) === start ? facts(content) : null;
        },
    };
}
function codeFacts(path, content) {
    const text = textOf(content);
    const programs = text.length > maxTextBytes ? null : programsFact(text);
    const imports = isPython.test(path) ? (0,names/* pythonImports */.zw)(content) : (0,names/* javascriptImports */.wT)(text);
    return (0,facts/* joinFacts */.gN)([programs, manifests.test(path) ? null : namesFact(codeNames(imports, text))]);
}
const isPython = /\.(?:pyw?|ipynb)$/;
/** Of what a bundler wrote only the imports: a text in it may be anything. */
const codeNames = (imports, text) => isMinified(text) ? (0,names/* distinctNames */.NL)(imports) : (0,names/* distinctNames */.NL)(imports, (0,names/* quotedNames */.l9)(text));
const isMinified = (text) => text.length > maxTextBytes || text.length / lineCount(text) > 300;
const lineCount = (text) => text.split('\n', maxTextBytes).length;
/** Nearly all import only what is their own; those that open libraries have the names in quotes. */
function packagedNames(path, content) {
    const own = packagedCode.exec(path)?.[1]?.replace(/\.py$/, '');
    const imports = new Set(isPython.test(path) ? (0,names/* pythonImports */.zw)(content) : []);
    const isOthers = (name) => name !== own && !names/* pythonLibrary */.q1.has(name);
    const opensLibraries = isPython.test(path)
        ? imports.has('ctypes') || imports.has('cffi')
        : rubyOpener.test(textOf(content));
    return (0,names/* distinctNames */.NL)([...imports].filter(isOthers), opensLibraries ? (0,names/* quotedNames */.l9)(textOf(content)) : []);
}
const rubyOpener = /\b(?:ffi_lib|Fiddle)\b/;
function textFacts(path, text) {
    if (ownPackage.test(path))
        return packageFacts(text);
    return (0,facts/* joinFacts */.gN)([programsFact(text), manifests.test(path) ? null : namesFact(wordsIn(text))]);
}
/** A project's package.json: what it depends on, and what the rest of it names. */
function packageFacts(text) {
    const { dependencies, others, rest } = (0,package_json/* readProject */.Wh)(text);
    return (0,facts/* joinFacts */.gN)([
        programsFact(text),
        dependencies.length === 0 ? null : (0,facts/* writeFact */.KF)('dependencies', dependencies),
        others.length === 0 ? null : (0,facts/* writeFact */.KF)('otherDependencies', others),
        namesFact(rest === null ? null : wordsIn(rest)),
    ]);
}
const wordsIn = (text) => (0,names/* distinctNames */.NL)((0,names/* words */.aL)(text));
const namesFact = (names) => names === null ? (0,facts/* writeFact */.KF)('unread') : names.size === 0 ? null : (0,facts/* writeFact */.KF)('names', names);
function programsFact(text) {
    const programs = programsIn(text);
    return programs.length === 0 ? null : (0,facts/* writeFact */.KF)('programs', programs);
}

;// CONCATENATED MODULE: ./lib/image/collect.js





/** What a layer may give away to the memory and to its record, after reduction. */
const maxLayerBytes = 32 * 1024 ** 2;
const smallestProgram = 64;
/** A path that a layer holds twice counts with its later content, as it does when the layer is unpacked. */
function fileCollector() {
    const collected = new Map();
    let bytes = 0;
    let path = '';
    let reader = null;
    return {
        collected,
        begin(next, { size, mode }) {
            path = next;
            bytes -= collected.get(path)?.length ?? 0;
            collected.delete(path);
            const file = (0,packages_collected/* collectedFile */.A)(path);
            if (file !== null)
                reader = size <= file.maxBytes ? reducer(file) : null;
            else
                reader = scanner(path, size, (mode & 0o111) !== 0);
        },
        content: (piece) => reader?.write(piece),
        end() {
            const content = reader?.finish() ?? null;
            reader = null;
            const kept = content !== null && bytes + content.length > maxLayerBytes ? beyondBound(path) : content;
            if (kept === null)
                return;
            bytes += kept.length;
            collected.set(path, kept);
        },
    };
}
/** Of a file for which there is no room: what it does not name can't be told. */
const collect_unread = (0,facts/* writeFact */.KF)('unread');
const beyondBound = (path) => ((0,packages_collected/* collectedFile */.A)(path) === null ? collect_unread : null);
/** Programs and libraries are looked into, sources and scripts read for what they name. */
function scanner(path, size, isExecutable) {
    const isProgram = size >= smallestProgram && (isExecutable || mayBeLibrary(path));
    const readers = [
        isProgram && isExecutable ? binaryScanner() : null,
        isProgram ? elfReader() : null,
        sourceReader(path, { size, isExecutable }),
    ].filter((each) => each !== null);
    return readers.length === 0 ? null : collect_all(readers);
}
const collect_all = (readers) => ({
    write(piece) {
        for (const reader of readers)
            reader.write(piece);
    },
    finish: () => (0,facts/* joinFacts */.gN)(readers.map((reader) => reader.finish())),
});
function reducer({ reduce }) {
    const pieces = [];
    return { write: (piece) => pieces.push(piece), finish: () => reduce(Buffer.concat(pieces)) };
}

// EXTERNAL MODULE: ./lib/image/error-code.js
var error_code = __webpack_require__(2825);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./lib/image/scavenge.js


const scavengeEvery = 8 * 1024 ** 2;
let collect = null;
let passed = 0;
/**
 * To be told how many bytes of buffers have passed. Buffers lie outside of V8's heap, where it counts them but does not
 * see that they are as young as garbage can be: for every 64 MB it marks the whole heap, ninety times in an image of
 * 1 GB and half of all processor time. A look at the young generation frees them in a millisecond.
 */
function passedBuffers(bytes) {
    passed += bytes;
    if (passed < scavengeEvery)
        return;
    passed = 0;
    collect ??= exposeCollector();
    collect({ type: 'minor' });
}
function exposeCollector() {
    (0,external_node_v8_.setFlagsFromString)('--expose-gc');
    return (0,external_node_vm_.runInNewContext)('gc');
}

// EXTERNAL MODULE: ./lib/image/tar.js
var image_tar = __webpack_require__(4862);
;// CONCATENATED MODULE: ./lib/image/zstd.js
/**
 * Zstandard frames one after another (RFC 8878, section 3). Node's decompressor ends with the first frame that ends
 * inside a chunk, but blobs may have several: zstd:chunked of podman and buildah has one for each file.
 */
const frameMagic = 0xfd2fb528;
const skippableMagic = 0x184d2a50;
const contentSizeBytes = [0, 2, 4, 8];
const dictionaryIdBytes = [0, 1, 2, 4];
/** Whether four bytes begin a frame, or a skippable one. */
function isZstd(head) {
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
async function* splitFrames(source) {
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

;// CONCATENATED MODULE: ./lib/image/layer.js












/** What a layer may unpack to, 64 GiB: ten times the largest images seen. A bomb ends here, not at the disk's end. */
const layer_maxLayerBytes = 64 * 1024 ** 3;
/** A layer has at most some hundred thousand entries; these take the memory that a machine has for us. */
const maxEntries = 4_000_000;
/** Eight times what Linux takes in one call. */
const maxPathBytes = 32 * 1024;
/** Of all paths and links of a layer: 64 for each of that many entries. */
const layer_maxTextBytes = 256 * 1024 ** 2;
/** The decompressors' own 16 KiB would cost a turn of the event loop for each. */
const chunkSize = 256 * 1024;
/**
 * Of layers and of files. Measured with Node 24 on a CPU with SHA extensions: SHA-1 1.8 GiB/s, SHA-256 1.7 GiB/s. So
 * files get SHA-256 too: a pull request must not be able to make two contents look equal.
 */
const algorithm = 'sha256';
/** How a blob is compressed, by its first bytes (RFC 1952, RFC 8878). */
function sniffCompression(head) {
    if (head.length >= 2 && head.readUInt16BE(0) === 0x1f8b)
        return 'gzip';
    return isZstd(head) ? 'zstd' : 'none';
}
/** Looks at the first bytes of a stream. */
async function peek(source, bytes) {
    const rest = source[Symbol.asyncIterator]();
    const pieces = [];
    for (let length = 0; length < bytes;) {
        const next = await rest.next();
        if (next.done)
            break;
        pieces.push(next.value);
        length += next.value.length;
    }
    const whole = async function* () {
        try {
            yield* pieces;
            yield* { [Symbol.asyncIterator]: () => rest };
        }
        finally {
            // Whoever stops among the first bytes lets go of the source too.
            await rest.return?.();
        }
    };
    return { head: Buffer.concat(pieces).subarray(0, bytes), whole: whole() };
}
/**
 * Reads a layer blob in one pass: gzip, zstd or plain tar. Holds no more of it than a chunk.
 *
 * Throws a UserError where the blob is truncated, corrupt, beyond its bound, or not what its digests say.
 */
async function indexLayer(blob, options) {
    try {
        return await readLayer(blob, options);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            throw error;
        const name = options.diffId ?? options.digest;
        throw new errors/* UserError */.yo(`${name === null ? 'A layer' : `Layer ${name}`} cannot be read: ${explain(error)}`, {
            hint: 'The image is damaged, or it was not written whole: build, pull or save it again.',
            cause: error,
        });
    }
}
async function readLayer(blob, options) {
    const { head, whole } = await peek(blob, 4);
    const compression = sniffCompression(head);
    const compressed = (0,external_node_crypto_.createHash)(algorithm);
    let bytes = 0;
    const observe = async function* (source) {
        for await (const chunk of source) {
            bytes += chunk.length;
            compressed.update(chunk);
            passedBuffers(chunk.length);
            yield chunk;
        }
    };
    const content = contentIndex(options.maxBytes ?? layer_maxLayerBytes);
    if (compression === 'none')
        await (0,promises_.pipeline)(whole, content.sink);
    else
        await (0,promises_.pipeline)(decompress(observe(whole), compression), content.sink);
    const { uncompressedBytes, ...index } = content.finish();
    const digest = compression === 'none' ? index.diffId : digestOf(compressed);
    verify('diffID', options.diffId, index.diffId);
    verify('digest', options.digest, digest);
    return { index, digest, bytes: compression === 'none' ? uncompressedBytes : bytes, compression };
}
/** Of a bomb, or of something very large that the user has to vouch for. */
const tooLarge = (what, maxBytes) => new errors/* UserError */.yo(`${what} unpacks to more than ${(0,units/* formatBytes */.z3)(maxBytes)}`, {
    hint: 'Where that is right, allow more: max-unpacked.',
});
const digestOf = (sum) => `sha256:${sum.digest('hex')}`;
function verify(what, expected, actual) {
    if (expected === null || expected === actual)
        return;
    throw new errors/* UserError */.yo(`A layer is not what the image says: its ${what} should be ${expected}, but its bytes give ${actual}`, {
        hint: 'The image is damaged or was tampered with: build, pull or save it again.',
    });
}
/** zlib's words for a stream that ends too early, and ours. */
function explain(error) {
    return (0,error_code/* errorCode */.C)(error) === 'Z_BUF_ERROR' ? 'its compressed data is truncated' : (0,errors/* errorText */.kc)(error);
}
/** The uncompressed bytes; throws what the decompressor or the source throw. */
async function* decompress(source, compression) {
    const isGzip = compression === 'gzip';
    const decompressor = isGzip ? (0,external_node_zlib_.createGunzip)({ chunkSize }) : (0,external_node_zlib_.createZstdDecompress)({ chunkSize });
    const fed = (0,promises_.pipeline)(isGzip ? source : splitFrames(source), decompressor);
    // An error reaches the reader through the decompressor, which the pipeline destroys with it.
    fed.catch(() => undefined);
    yield* decompressor;
    await fed;
}
/** Hashes the uncompressed bytes and indexes the tar that they are. */
function contentIndex(maxBytes) {
    const sum = (0,external_node_crypto_.createHash)(algorithm);
    const collector = entryCollector(maxBytes);
    const tar = (0,image_tar/* tarWriter */.V)(collector.visitor);
    let uncompressedBytes = 0;
    const sink = new external_node_stream_.Writable({
        highWaterMark: chunkSize,
        write(chunk, _encoding, done) {
            uncompressedBytes += chunk.length;
            done(attempt(() => {
                if (uncompressedBytes > maxBytes)
                    throw tooLarge('A layer', maxBytes);
                sum.update(chunk);
                tar.write(chunk);
                passedBuffers(chunk.length);
            }));
        },
        final: (done) => done(attempt(() => tar.end())),
    });
    return { sink, finish: () => ({ diffId: digestOf(sum), ...collector.finish(), uncompressedBytes }) };
}
/** For a stream's callbacks: what was thrown, or null. */
function attempt(work) {
    try {
        work();
        return null;
    }
    catch (error) {
        return error instanceof Error ? error : new Error((0,errors/* errorText */.kc)(error));
    }
}
/** Turns a tar's entries into a layer's, with the hash of each file's content. */
function entryCollector(maxBytes) {
    const entries = (0,packed_entries/* entryPacker */.J)();
    const collector = fileCollector();
    let diskBytes = 0;
    let textBytes = 0;
    let files = 0;
    let header = null;
    let path = '';
    let contentHash = null;
    return {
        visitor: {
            entry(next) {
                if (entries.count >= maxEntries)
                    throw new Error(`it has more than ${maxEntries} entries`);
                textBytes += checkedTextBytes(next);
                if (textBytes > layer_maxTextBytes)
                    throw new Error(`its paths have more than ${layer_maxTextBytes} bytes`);
                header = next;
                path = normalisePath(next.path);
                contentHash = next.sparseMap === '' ? null : (0,external_node_crypto_.createHash)(algorithm).update(next.sparseMap, 'latin1');
                if (next.kind === 'file')
                    collector.begin(path, next);
            },
            content(piece) {
                if (header?.kind !== 'file')
                    return;
                collector.content(piece);
                // Most files lie in one chunk: hashing them in one call costs a quarter less.
                if (contentHash === null && piece.length === header.stored)
                    contentHash = (0,external_node_crypto_.hash)(algorithm, piece, 'hex');
                else {
                    if (contentHash === null || typeof contentHash === 'string')
                        contentHash = (0,external_node_crypto_.createHash)(algorithm);
                    contentHash.update(piece);
                }
            },
            entryEnd() {
                if (header === null)
                    return;
                const entry = toEntry(path, header, contentHash);
                entries.add(entry);
                diskBytes += entry.size;
                if (entry.kind === 'file') {
                    files++;
                    collector.end();
                }
                // The holes of a sparse file take no bytes of the blob.
                if (diskBytes > maxBytes)
                    throw tooLarge('A layer', maxBytes);
            },
        },
        finish: () => ({ diskBytes, files, entries: entries.finish(), collected: collector.collected }),
    };
}
function checkedTextBytes({ path, link }) {
    const linkLength = link?.length ?? 0;
    if (Math.max(path.length, linkLength) > maxPathBytes) {
        throw new Error(`it has a path of more than ${maxPathBytes} bytes`);
    }
    return path.length + linkLength;
}
const emptyHash = (0,external_node_crypto_.hash)(algorithm, '', 'hex');
/** `path`: the header's, normalised. */
function toEntry(path, header, contentHash) {
    const { mode, uid, gid } = header;
    const whiteout = whiteoutOf(path);
    if (whiteout !== null)
        return { ...whiteout, size: 0, hash: null, mode, uid, gid, link: null };
    const link = header.kind === 'hardlink' ? normalisePath(header.link ?? '') : header.link;
    const content = typeof contentHash === 'object' && contentHash !== null ? contentHash.digest('hex') : contentHash;
    const fileHash = header.kind === 'file' ? (content ?? emptyHash) : null;
    return { path, kind: header.kind, size: header.size, hash: fileHash, mode, uid, gid, link };
}
const whiteoutPrefix = '.wh.';
const opaqueMarker = '.wh..wh..opq';
/** What a whiteout hides (OCI image-spec, layer.md "Whiteouts"); null for any other entry. */
function whiteoutOf(path) {
    const nameStart = path.lastIndexOf('/') + 1;
    if (!path.startsWith(whiteoutPrefix, nameStart))
        return null;
    const name = path.slice(nameStart + whiteoutPrefix.length);
    if (path.slice(nameStart) === opaqueMarker)
        return { path: path.slice(0, Math.max(0, nameStart - 1)), kind: 'opaque' };
    // A marker without a name hides nothing.
    return name === '' ? null : { path: path.slice(0, nameStart) + name, kind: 'whiteout' };
}
/** No `./`, no empty component, no slash at either end; `..` stays, as a name like any other. */
function normalisePath(path) {
    if (!/^\/|^\.\/|^\.$|\/$|\/\.?\/|\/\.$/.test(path))
        return path;
    return path
        .split('/')
        .filter((component) => component !== '' && component !== '.')
        .join('/');
}


/***/ }),

/***/ 8663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ layoutReader),
/* harmony export */   LV: () => (/* binding */ indexFile),
/* harmony export */   T4: () => (/* binding */ readLayout),
/* harmony export */   rp: () => (/* binding */ layoutPlatforms)
/* harmony export */ });
/* unused harmony export blobPath */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _assemble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3277);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4252);
/* harmony import */ var _oci_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9472);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5581);






const indexFile = 'index.json';
/** Where a layout keeps a blob (OCI image-spec, image-layout.md). The type of a digest makes the path a safe one. */
const blobPath = (digest) => `blobs/sha256/${digest.slice('sha256:'.length)}`;
/** An OCI image layout in a folder. */
const layoutReader = {
    kind: 'oci-dir',
    async read(source, options) {
        const tree = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .openDirectory */ .A)(source.reference);
        try {
            return await readLayout(tree, source, options);
        }
        finally {
            await tree.close();
        }
    },
    async platforms(source) {
        const tree = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .openDirectory */ .A)(source.reference);
        try {
            return await layoutPlatforms(tree);
        }
        finally {
            await tree.close();
        }
    },
};
/** The platforms of the image of an OCI layout. */
async function layoutPlatforms(tree) {
    return await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .platformsIn */ .S)(await startOf(tree), documentsOf(tree));
}
/**
 * The image of an OCI layout. `store` is the engine's that wrote it, where one did; a classic engine writes its layers
 * uncompressed, which is no download size.
 */
async function readLayout(tree, source, options, store = null) {
    const manifest = await findManifest(tree, options.platform);
    const config = (0,_oci_js__WEBPACK_IMPORTED_MODULE_4__/* .parseConfig */ .o4)(await readBlob(tree, manifest.config, _oci_js__WEBPACK_IMPORTED_MODULE_4__/* .maxConfigBytes */ .aF), `The config of ${tree.name}`);
    const blobs = await Promise.all(manifest.layers.map((layer) => layerBlob(tree, layer, source)));
    return await (0,_assemble_js__WEBPACK_IMPORTED_MODULE_2__/* .assembleImage */ .al)({ source, store, config, blobs }, options);
}
async function layerBlob(tree, layer, source) {
    const path = blobPath(layer.digest);
    // Where a blob is not even there, its descriptor's size is hearsay.
    const size = await tree.size(path);
    if (size !== null && size !== layer.size) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path} of ${tree.name} has ${size} bytes, but its manifest says ${layer.size}`, {
            hint: 'The image was not written whole: save or build it again.',
        });
    }
    const unpacked = source.kind === 'docker-archive' || source.kind === 'docker' ? isPlainTar(layer) : false;
    return {
        digest: layer.digest,
        downloadBytes: unpacked ? null : layer.size,
        open: () => tree.stream(path),
    };
}
/** `docker save` of a classic engine holds its layers unpacked; no registry ever does. */
const isPlainTar = (layer) => layer.mediaType?.endsWith('.tar') ?? false;
async function findManifest(tree, platform) {
    return await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .followIndexes */ .C)(await startOf(tree), platform, documentsOf(tree));
}
const startOf = async (tree) => ({
    name: `${indexFile} of ${tree.name}`,
    bytes: await tree.read(indexFile, _oci_js__WEBPACK_IMPORTED_MODULE_4__/* .maxManifestBytes */ .rq),
});
const documentsOf = (tree) => ({
    held: (entries) => heldDigests(tree, entries),
    load: async (entry) => ({
        name: `${blobPath(entry.digest)} of ${tree.name}`,
        bytes: await readBlob(tree, entry, _oci_js__WEBPACK_IMPORTED_MODULE_4__/* .maxManifestBytes */ .rq),
    }),
});
async function heldDigests(tree, entries) {
    const held = new Set();
    for (const { digest } of entries)
        if ((await tree.size(blobPath(digest))) !== null)
            held.add(digest);
    return held;
}
/** A JSON blob, checked against its digest. */
async function readBlob(tree, { digest }, maxBytes) {
    const bytes = await tree.read(blobPath(digest), maxBytes);
    const actual = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', bytes, 'hex')}`;
    if (actual !== digest) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${blobPath(digest)} of ${tree.name} is damaged: its bytes give ${actual}`, {
            hint: 'Save or build the image again.',
        });
    }
    return bytes;
}


/***/ }),

/***/ 4252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ followIndexes),
/* harmony export */   S: () => (/* binding */ platformsIn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _oci_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9472);


/** An index within an index within `index.json` is the deepest that tools write. */
const maxIndexDepth = 4;
/** The manifest of the wanted platform's image, from wherever in nested indexes it is. */
async function followIndexes(start, platform, documents) {
    let document = start;
    for (let depth = 0; depth < maxIndexDepth; depth++) {
        const manifest = (0,_oci_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(document.bytes, document.name);
        if (manifest.kind === 'image')
            return manifest;
        const held = await documents.held(manifest.manifests);
        const choice = (0,_oci_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseManifest */ .XT)(manifest.manifests, platform, (digest) => held.has(digest), document.name);
        document = await documents.load(choice);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${start.name} nests its indexes more than ${maxIndexDepth} deep`);
}
/** The platforms of what `followIndexes` can choose among; null for an image that stands in no index. */
async function platformsIn(start, documents, depth = 0) {
    const manifest = (0,_oci_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(start.bytes, start.name);
    if (manifest.kind === 'image')
        return [null];
    if (depth === maxIndexDepth)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${start.name} is nested more than ${maxIndexDepth} deep`);
    const held = await documents.held(manifest.manifests);
    const found = new Set();
    for (const entry of (0,_oci_js__WEBPACK_IMPORTED_MODULE_1__/* .imageEntries */ .Io)(manifest.manifests).filter(({ digest }) => held.has(digest))) {
        if (entry.platform !== null)
            found.add((0,_oci_js__WEBPACK_IMPORTED_MODULE_1__/* .platformText */ .VQ)(entry.platform));
        else
            for (const platform of await platformsIn(await documents.load(entry), documents, depth + 1))
                found.add(platform);
    }
    return [...found];
}


/***/ }),

/***/ 8533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ AbsentImage),
/* harmony export */   w: () => (/* binding */ MissingImage)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/** A source that does not hold the image, or is not there at all: another one may hold it. */
class MissingImage extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
/** A source that was reached, and says itself that it has no such image. */
class AbsentImage extends MissingImage {
}


/***/ }),

/***/ 9472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Io: () => (/* binding */ imageEntries),
/* harmony export */   J6: () => (/* binding */ asDigest),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   Ts: () => (/* binding */ parseArchiveManifest),
/* harmony export */   VQ: () => (/* binding */ platformText),
/* harmony export */   XT: () => (/* binding */ chooseManifest),
/* harmony export */   aF: () => (/* binding */ maxConfigBytes),
/* harmony export */   g$: () => (/* binding */ ownPlatform),
/* harmony export */   my: () => (/* binding */ samePlatform),
/* harmony export */   o4: () => (/* binding */ parseConfig),
/* harmony export */   rq: () => (/* binding */ maxManifestBytes),
/* harmony export */   vd: () => (/* binding */ platformSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _model_measurement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);



/** The registry API asks for manifests of at least 4 MiB to be taken (distribution-spec, "Pushing Manifests"). */
const maxManifestBytes = 4 * 1024 * 1024;
/** A config holds labels and history: some kilobytes. */
const maxConfigBytes = 16 * 1024 * 1024;
/** Absent and null are the same to Go's encoder. */
const optional = (schema) => schema.nullish().transform((value) => value ?? null);
const platformSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ os: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), architecture: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), variant: optional(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) });
const descriptor = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    mediaType: optional(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    digest: _model_measurement_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br,
    size: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    platform: optional(platformSchema),
    annotations: optional(zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())),
});
/** OCI image index, or Docker manifest list. */
const index = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ manifests: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(descriptor) });
/** OCI image manifest, or Docker image manifest V2.2. */
const manifest = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ config: descriptor, layers: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(descriptor) });
const config = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    os: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    architecture: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    variant: optional(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    created: optional(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    config: optional(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ User: optional(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) })),
    history: optional(zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ created_by: optional(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), empty_layer: optional(zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()) }))),
    rootfs: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ diff_ids: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(_model_measurement_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br) }),
});
/** `manifest.json` of `docker save` (moby image/tarexport; Docker Image Specification v1.2). */
const archiveManifest = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ Config: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), RepoTags: optional(zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())), Layers: optional(zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())) }));
function parseManifest(bytes, name) {
    const document = parseJson(bytes, name);
    const asIndex = index.safeParse(document);
    if (asIndex.success)
        return { kind: 'index', manifests: asIndex.data.manifests };
    return { kind: 'image', ...check(manifest, document, name) };
}
function parseConfig(bytes, name) {
    const { history, rootfs, config: run, ...rest } = check(config, parseJson(bytes, name), name);
    return {
        ...rest,
        history: (history ?? []).map((entry) => ({
            createdBy: entry.created_by ?? '',
            emptyLayer: entry.empty_layer ?? false,
        })),
        user: run?.User ?? '',
        diffIds: rootfs.diff_ids,
    };
}
function parseArchiveManifest(bytes, name) {
    return check(archiveManifest, parseJson(bytes, name), name);
}
function parseJson(bytes, name) {
    try {
        return JSON.parse(bytes.toString('utf8'));
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${name} is not JSON: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`, { cause: error });
    }
}
function check(schema, document, name) {
    const result = schema.safeParse(document);
    if (result.success)
        return result.data;
    const issue = result.error.issues[0];
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${name} is not valid: ${issue?.path.join('.') || 'document'}: ${issue?.message ?? 'unknown'}`, {
        hint: 'Only images are measured: OCI images and Docker images of schema 2.',
        cause: result.error,
    });
}
/** The digest, if the text is one: `sha256:` and 64 hexadecimal digits, so that it can be made a path. */
function asDigest(text) {
    const result = _model_measurement_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br.safeParse(text);
    return result.success ? result.data : null;
}
/** `os/architecture[/variant]`. */
function platformText(platform) {
    const { os, architecture, variant } = platform;
    return variant === null || variant === '' ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}
/** `linux/arm64` and `linux/arm64/v8` are the same; so are `linux/arm` and `linux/arm/v7` (containerd, platforms). */
function samePlatform(one, other) {
    const normalise = (platform) => platform.replace(/^linux\/arm64$/, '$&/v8').replace(/^linux\/arm$/, '$&/v7');
    return normalise(one) === normalise(other);
}
/** The platform of this machine's images, for an index with several of which none was asked for. */
function ownPlatform() {
    const architectures = { x64: 'amd64', ia32: '386' };
    return `linux/${architectures[process.arch] ?? process.arch}`;
}
/** Provenance and SBOM stand beside the images in an index (BuildKit, docs/attestations/attestation-storage.md). */
function isAttestation(entry) {
    return (entry.annotations?.['vnd.docker.reference.type'] === 'attestation-manifest' ||
        (entry.platform !== null && platformText(entry.platform) === 'unknown/unknown'));
}
/**
 * The manifest of an index to go on with: the one of the wanted platform; without a wish the only one there is, else
 * this machine's. An entry without a platform (the outer index of a layout) stands for any.
 *
 * `present` tells which manifests the source holds: an index lists platforms that were never pulled.
 */
function chooseManifest(manifests, wanted, present, name) {
    const images = imageEntries(manifests);
    const held = images.filter((entry) => present(entry.digest));
    const matches = (platform) => held.filter((entry) => entry.platform === null || samePlatform(platformText(entry.platform), platform));
    const choices = wanted === null ? (held.length === 1 ? held : matches(ownPlatform())) : matches(wanted);
    const [choice, second] = choices;
    const listed = images.map((entry) => (entry.platform === null ? entry.digest : platformText(entry.platform)));
    if (choice === undefined) {
        const lacks = wanted === null ? 'no image to measure' : `no image for ${wanted}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${name} holds ${lacks}; it lists: ${listed.join(', ') || 'nothing'}`, {
            hint: 'Name one of the platforms, and see that it was pulled or built.',
        });
    }
    if (second !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${name} holds ${choices.length} images: ${choices.map((entry) => entry.digest).join(', ')}`, {
            hint: 'Save one image alone.',
        });
    }
    return choice;
}
/** The entries of an index that are images, each once. */
function imageEntries(manifests) {
    const images = manifests.filter((entry) => !isAttestation(entry));
    return [...new Map(images.map((entry) => [entry.digest, entry])).values()];
}


/***/ }),

/***/ 4341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UH: () => (/* binding */ watchReading),
/* harmony export */   _i: () => (/* binding */ watchPush)
/* harmony export */ });
/* unused harmony export readingText */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3052);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2240);



/** `Reading app:1: layer 3 of 7, 120 MB of 310 MB (38%)`. */
function readingText({ reference, done, layers, bytes, totalBytes }) {
    const of = totalBytes === null || totalBytes < bytes ? '' : ` of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(totalBytes)}`;
    const share = of === '' || totalBytes === null || totalBytes === 0 ? '' : ` (${Math.floor((100 * bytes) / totalBytes)}%)`;
    return `Reading ${reference}: layer ${Math.min(done + 1, layers)} of ${layers}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(bytes)}${of}${share}`;
}
/** Paths are absolute where layers are read. */
const shortName = ({ kind, reference }) => ((0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .isPath */ .uf)(kind) ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(reference) : reference);
/** @param sizes of the blobs that are to be read, in bytes; null where not known */
function watchReading(source, sizes, { progress }) {
    const reference = shortName(source);
    const known = sizes.filter((size) => size !== null);
    const totalBytes = known.length < sizes.length ? null : known.reduce((sum, size) => sum + size, 0);
    let bytes = 0;
    let done = 0;
    const status = () => readingText({ reference, done, layers: sizes.length, bytes, totalBytes });
    async function* counted(blob) {
        for await (const chunk of blob) {
            bytes += chunk.length;
            progress?.(status);
            yield chunk;
        }
    }
    return {
        // Where nobody looks, nothing is counted: it would be one more turn for each piece.
        watch: (blob) => (progress === undefined ? blob : counted(blob)),
        layerDone: () => {
            done++;
        },
    };
}
/** Tells the log how far a push is. An engine counts a layer's bytes as its store holds them. */
function watchPush(source, layers, { progress }) {
    const reference = shortName(source);
    const pushed = new Map();
    let done = 0;
    const status = () => {
        const all = [...pushed.values()];
        const bytes = all.reduce((sum, { current }) => sum + current, 0);
        // What is not begun yet has no size.
        const totalBytes = pushed.size < layers ? null : all.reduce((sum, { total }) => sum + total, 0);
        return readingText({ reference, done, layers, bytes, totalBytes });
    };
    return ({ id, status: word, progressDetail }) => {
        if (id === undefined || layers === 0)
            return;
        const { current = 0, total = current } = progressDetail ?? {};
        if (word === 'Pushing')
            pushed.set(id, { current: Math.min(current, total), total });
        if (word !== 'Pushed')
            return progress?.(status);
        done++;
        const { total: whole } = pushed.get(id) ?? { total: 0 };
        pushed.set(id, { current: whole, total: whole });
    };
}


/***/ }),

/***/ 8424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   ur: () => (/* binding */ configKey),
/* harmony export */   y0: () => (/* binding */ apiUrl)
/* harmony export */ });
/* harmony import */ var _oci_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9472);

const dockerHub = 'docker.io';
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const hostPattern = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[0-9A-Fa-f:]+\\])(?::[0-9]{1,5})?$`);
const componentPattern = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const maxNameLength = 255;
/** `[HOST[:PORT]/]NAME[:TAG][@DIGEST]`; null where the text is no such thing, or the ID of an engine's image. */
function parseReference(text) {
    if (/^(sha256:)?[0-9a-f]{64}$/.test(text))
        return null;
    const [nameAndTag = '', digestText, ...rest] = text.split('@');
    const digest = digestText === undefined ? null : (0,_oci_js__WEBPACK_IMPORTED_MODULE_0__/* .asDigest */ .J6)(digestText);
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
function apiUrl(registry) {
    if (registry === dockerHub)
        return `https://registry-1.${dockerHub}`;
    return `${isLoopback(registry.replace(/:\d+$/, '')) ? 'http' : 'https'}://${registry}`;
}
/** A host name, without a port. */
function isLoopback(host) {
    return /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/.test(host);
}
/** What docker's configuration calls a registry: Docker Hub keeps the name of its first version. */
function configKey(registry) {
    return registry === dockerHub ? `https://index.${dockerHub}/v1/` : registry;
}


/***/ }),

/***/ 6907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ openImage),
  x: () => (/* binding */ registryReader)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/image/assemble.js
var assemble = __webpack_require__(3277);
// EXTERNAL MODULE: ./lib/image/manifest.js
var image_manifest = __webpack_require__(4252);
// EXTERNAL MODULE: ./lib/image/missing.js
var missing = __webpack_require__(8533);
// EXTERNAL MODULE: ./lib/image/oci.js
var oci = __webpack_require__(9472);
// EXTERNAL MODULE: ./lib/image/reference.js
var image_reference = __webpack_require__(8424);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(7597);
// EXTERNAL MODULE: ./lib/image/error-code.js
var error_code = __webpack_require__(2825);
;// CONCATENATED MODULE: ./lib/image/http.js



/** In milliseconds; between answers and between the pieces of a body. */
const maxSilence = 60_000;
const retryWaits = [500, 1000, 2000, 4000];
/** A registry that asks for more patience than this ends the try. */
const maxRetryAfter = 60_000;
const transientStatus = new Set([408, 429, 500, 502, 503, 504]);
/** Failures that no second try mends. */
const permanentCode = /^(ENOTFOUND|ERR_INVALID_URL|ERR_TLS_.*|ERR_SSL_.*|CERT_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|UNABLE_TO_.*)$/;
/**
 * The answer to a request, whatever its status. Too many requests, a server's trouble and a broken connection are
 * tried again a few times, as long after as the server asks.
 *
 * Throws a MissingImage where there is no answer.
 */
async function send(request, { fetch, sleep }) {
    for (const wait of [...retryWaits, null]) {
        const answer = await attempt(request, fetch);
        const pause = wait === null ? null : pauseAfter(answer, wait);
        if (pause === null) {
            if (answer.kind === 'response')
                return answer.response;
            throw unreachable(request.url, answer.cause);
        }
        if (answer.kind === 'response')
            await answer.response.body?.cancel();
        await sleep(pause);
    }
    throw new Error('the last try has no wait');
}
async function attempt({ url, headers, body }, fetch) {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(new Error(`no answer within ${maxSilence / 1000} s`)), maxSilence);
    try {
        // fetch takes Authorization away where a redirect leads to another origin, as to the store of a registry's blobs.
        const post = body === undefined ? {} : { method: 'POST', body };
        return { kind: 'response', response: await fetch(url, { headers, signal: silence.signal, ...post }) };
    }
    catch (cause) {
        return { kind: 'failure', cause };
    }
    finally {
        clearTimeout(timer);
    }
}
/** Milliseconds to wait before the next try; null where there is to be none. */
function pauseAfter(answer, wait) {
    if (answer.kind === 'failure')
        return permanentCode.test(networkCode(answer.cause) ?? '') ? null : wait;
    const { status, headers } = answer.response;
    if (!transientStatus.has(status))
        return null;
    const asked = retryAfter(headers.get('Retry-After'));
    if (asked === null)
        return wait;
    return asked <= maxRetryAfter ? asked : null;
}
/** Seconds or a date (RFC 9110, section 10.2.3), in milliseconds from now. */
function retryAfter(value) {
    if (value === null)
        return null;
    if (/^\d+$/.test(value))
        return Number(value) * 1000;
    const date = Date.parse(value);
    return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}
/** fetch says "fetch failed", its tunnel through a proxy "Request was cancelled": the innermost cause says why. */
function innermost(thrown) {
    let inner = thrown;
    // Bounded: causes may make a circle.
    for (let depth = 0; depth < 5; depth++) {
        if (typeof inner !== 'object' || inner === null || !('cause' in inner) || inner.cause === undefined)
            break;
        inner = inner.cause;
    }
    return inner;
}
const networkCode = (thrown) => (0,error_code/* errorCode */.C)(thrown) ?? (0,error_code/* errorCode */.C)(innermost(thrown));
function unreachable(url, cause) {
    const reason = (0,errors/* errorText */.kc)(innermost(cause)) || (networkCode(cause) ?? 'no answer');
    return new missing/* MissingImage */.w(`${new URL(url).host} cannot be reached: ${reason}`, {
        hint: 'See that the name of the registry is right, and that this machine may reach it.',
        cause,
    });
}
/** The pieces of a body. Throws what the network throws, and where nothing comes for long. */
async function* bodyOf(response) {
    if (response.body === null)
        return;
    const reader = response.body.getReader();
    let isSilent = false;
    const timer = setTimeout(() => {
        isSilent = true;
        void reader.cancel().catch(() => undefined);
    }, maxSilence);
    try {
        for (;;) {
            const { done, value } = await reader.read();
            if (isSilent)
                throw new Error(`nothing came for ${maxSilence / 1000} s`);
            if (done)
                return;
            timer.refresh();
            yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
        }
    }
    finally {
        clearTimeout(timer);
        // Where the rest is not wanted the connection is given up; where it has failed there is nothing to add.
        await reader.cancel().catch(() => undefined);
    }
}
/** A whole body. Throws a UserError where it is larger than `maxBytes`. */
async function readBody(response, maxBytes, name) {
    const pieces = [];
    let bytes = 0;
    for await (const piece of bodyOf(response)) {
        bytes += piece.length;
        if (bytes > maxBytes)
            throw new errors/* UserError */.yo(`${name} has more than ${maxBytes} bytes`);
        pieces.push(piece);
    }
    return Buffer.concat(pieces);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var classic_errors = __webpack_require__(3342);
;// CONCATENATED MODULE: ./lib/image/registry-credentials.js






const none = { kind: 'none' };
const maxConfigFileBytes = 4 * 1024 * 1024;
const registry_credentials_text = schemas/* string */.YjP()
    .nullish()
    .transform((value) => value || null);
const entry = schemas/* object */.Ikc({ auth: registry_credentials_text, username: registry_credentials_text, password: registry_credentials_text, identitytoken: registry_credentials_text, registrytoken: registry_credentials_text });
/** `config.json` of the docker CLI (docker/cli, cli/config/configfile), and containers-auth.json(5), which is a part of it. */
const configFile = schemas/* object */.Ikc({
    auths: schemas/* record */.g1P(schemas/* string */.YjP(), entry).nullish(),
    credsStore: registry_credentials_text,
    credHelpers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).nullish(),
});
/** What `docker-credential-NAME get` prints (docker/docker-credential-helpers, client/client.go). */
const helperAnswer = schemas/* object */.Ikc({ Username: schemas/* string */.YjP(), Secret: schemas/* string */.YjP() });
/** The user name that stands beside an identity token. */
const tokenUser = '<token>';
/**
 * The credential that `docker login` left for a registry, else the one that `podman login` or `skopeo login` left: from
 * the registry's own helper, else from the common one, else from the file. What cannot be read is a notice, and counts
 * as none: many images need none.
 */
async function findCredential(image, seams) {
    for (const file of loginFiles(image, seams.environment)) {
        const credential = await credentialIn(file, seams);
        for (const secret of secretsOf(credential))
            seams.log.secret(secret);
        if (credential.kind !== 'none')
            return credential;
    }
    return none;
}
function loginFiles(image, environment) {
    const { registry } = image;
    const home = environment.HOME || (0,external_node_os_.homedir)();
    const docker = {
        path: (0,external_node_path_.join)(environment.DOCKER_CONFIG || (0,external_node_path_.join)(home, '.docker'), 'config.json'),
        helperKey: (0,image_reference/* configKey */.ur)(registry),
        find: (entries) => entryOfHost(entries, registry),
    };
    const containers = authFiles(environment, home).map((path) => ({
        path,
        helperKey: registry,
        find: (entries) => entryOfName(entries, image),
    }));
    return [docker, ...containers];
}
/** Podman's and skopeo's, in their order (containers-auth.json(5)). */
function authFiles(environment, home) {
    if (environment.REGISTRY_AUTH_FILE)
        return [environment.REGISTRY_AUTH_FILE];
    const folders = [
        environment.XDG_RUNTIME_DIR ? (0,external_node_path_.join)(environment.XDG_RUNTIME_DIR, 'containers') : `/run/containers/${(0,external_node_os_.userInfo)().uid}`,
        (0,external_node_path_.join)(environment.XDG_CONFIG_HOME || (0,external_node_path_.join)(home, '.config'), 'containers'),
    ];
    return folders.map((folder) => (0,external_node_path_.join)(folder, 'auth.json'));
}
async function credentialIn({ path, helperKey, find }, seams) {
    const config = await readConfig(path, seams.log);
    if (config === null)
        return none;
    const helper = find(config.credHelpers ?? {}) ?? config.credsStore;
    const found = helper === null ? none : await askHelper(helper, helperKey, seams);
    return found.kind === 'none' ? fromEntry(find(config.auths ?? {})) : found;
}
async function readConfig(path, log) {
    try {
        const status = await (0,promises_.stat)(path).catch(() => null);
        if (status === null)
            return null;
        if (!status.isFile() || status.size > maxConfigFileBytes)
            throw new Error('it is no file of a sane size');
        return configFile.parse(JSON.parse(await (0,promises_.readFile)(path, 'utf8')));
    }
    catch (error) {
        // A parser's message quotes what it read: secrets.
        const reason = error instanceof SyntaxError || error instanceof classic_errors/* ZodError */.G ? 'it is not valid' : (0,errors/* errorText */.kc)(error);
        log.notice(`No registry credentials were read from ${path}: ${reason}`);
        return null;
    }
}
/** Docker's keys are hosts, or URLs as older versions wrote them. */
function entryOfHost(entries, registry) {
    const host = (key) => key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
    const wanted = new Set([registry, host((0,image_reference/* configKey */.ur)(registry))]);
    const keys = Object.keys(entries);
    const key = keys.find((candidate) => candidate === (0,image_reference/* configKey */.ur)(registry)) ?? keys.find((each) => wanted.has(host(each)));
    return key === undefined ? null : (entries[key] ?? null);
}
/** Podman's keys are names as images have them, of any length: the longest that the image's begins with wins. */
function entryOfName(entries, { registry, repository }) {
    const parts = [registry, ...repository.split('/')];
    const names = parts.map((_, last) => parts.slice(0, last + 1).join('/')).toReversed();
    const keys = new Map(Object.keys(entries).map((key) => [nameOfKey(key), key]));
    const key = names.map((name) => keys.get(name)).find((each) => each !== undefined);
    return key === undefined ? null : (entries[key] ?? null);
}
/** The file may be docker's, with docker's URLs. */
const nameOfKey = (key) => key
    .replace(/^https?:\/\//, '')
    .replace(/\/(v[12]\/?)?$/, '')
    .replace(/^index\.(?=docker\.io$)/, '');
async function askHelper(name, key, { exec, log }) {
    const program = `docker-credential-${name}`;
    const fail = (reason) => {
        log.notice(`${program} gave no credentials for ${key}: ${reason}`);
        return none;
    };
    if (!/^[\w.-]+$/.test(name))
        return fail('its name is not valid');
    try {
        const { exitCode, stdout, stderr } = await exec(program, ['get'], { input: Buffer.from(key) });
        if (exitCode !== 0) {
            // Helpers say on standard output that they have nothing.
            const isMissing = /credentials not found|no credentials/i.test(`${stdout}${stderr}`);
            return isMissing ? none : fail(`exit code ${exitCode}`);
        }
        const answer = helperAnswer.safeParse(JSON.parse(stdout));
        if (!answer.success)
            return fail('its answer is not valid');
        const { Username: username, Secret: secret } = answer.data;
        if (secret === '')
            return none;
        return username === tokenUser
            ? { kind: 'identity-token', token: secret }
            : { kind: 'password', username, password: secret };
    }
    catch (error) {
        return fail(error instanceof SyntaxError ? 'its answer is not JSON' : (0,errors/* errorText */.kc)(error));
    }
}
function fromEntry(found) {
    if (found === null)
        return none;
    if (found.registrytoken !== null)
        return { kind: 'registry-token', token: found.registrytoken };
    if (found.identitytoken !== null)
        return { kind: 'identity-token', token: found.identitytoken };
    const [, username = found.username, password = found.password] = /^([^:]*):(.*)$/s.exec(Buffer.from(found.auth ?? '', 'base64')
        .toString()
        .replace(/\0+$/, '')) ?? [];
    return username === null || password === null ? none : { kind: 'password', username, password };
}
function secretsOf(credential) {
    switch (credential.kind) {
        case 'none':
            return [];
        case 'password':
            return [credential.password, basicValue(credential.username, credential.password)];
        default:
            return [credential.token];
    }
}
/** RFC 7617. */
function basicValue(username, password) {
    return Buffer.from(`${username}:${password}`).toString('base64');
}

;// CONCATENATED MODULE: ./lib/image/registry-auth.js





/** The challenges of a `WWW-Authenticate` header, which may hold several in a row. */
function parseChallenges(header) {
    const challenges = [];
    const token = /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))|([A-Za-z][\w-]*)/g;
    for (const [, name, quoted, plain, scheme] of header.matchAll(token)) {
        if (scheme !== undefined)
            challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
        else if (name !== undefined) {
            const value = quoted === undefined ? (plain ?? '') : quoted.replaceAll(/\\(.)/g, '$1');
            challenges.at(-1)?.parameters.set(name.toLowerCase(), value);
        }
    }
    return challenges;
}
const maxTokenAnswerBytes = 1024 * 1024;
/**
 * The `Authorization` header that answers a 401: `Basic`, or `Bearer` with a token from the server that the challenge
 * names (distribution, "Token Authentication Specification"). Null where nothing can be answered.
 */
async function authorize(header, login, seams) {
    const challenges = parseChallenges(header);
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
    const credential = await login.credential();
    if (credential.kind === 'registry-token')
        return bearerHeader(credential.token);
    if (bearer !== undefined)
        return bearerHeader(await fetchToken(bearer, login, credential, seams));
    const isBasic = challenges.some(({ scheme }) => scheme === 'basic');
    return isBasic && credential.kind === 'password' ? basicHeader(credential) : null;
}
const basicHeader = ({ username, password }) => `Basic ${basicValue(username, password)}`;
function bearerHeader(token) {
    // Anything else would not pass as a header, and its error would quote the token.
    if (!/^[\x21-\x7e]+$/.test(token))
        throw new errors/* UserError */.yo('The registry gave a token that is none');
    return `Bearer ${token}`;
}
async function fetchToken({ parameters }, { registry, repository }, credential, seams) {
    const request = tokenRequest(realmOf(parameters, registry), parameters.get('service') ?? null, repository, credential);
    const name = `The answer of ${new URL(request.url).host}`;
    const response = await send(request, seams);
    const body = await readBody(response, maxTokenAnswerBytes, name);
    if (!response.ok) {
        throw new errors/* UserError */.yo(`${registry} gave no access to ${repository}: its login answered ${response.status}`, {
            hint: credential.kind === 'none' ? loginHint(registry) : `Log in again: docker login ${registry}.`,
        });
    }
    const token = tokenIn(body);
    if (token === null)
        throw new errors/* UserError */.yo(`${name} holds no token`);
    seams.log.secret(token);
    return token;
}
const loginHint = (registry) => `Is the name right? For an image that is not public, log in first: docker login ${registry}.`;
/** Passwords go over TLS, or stay on this machine. */
function realmOf(parameters, registry) {
    const realm = parameters.get('realm') ?? '';
    const url = URL.parse(realm);
    if (url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && (0,image_reference/* isLoopback */.U9)(url.hostname))))
        return url;
    throw new errors/* UserError */.yo(`${registry} sends logins to ${JSON.stringify(realm)}, which is no HTTPS URL`);
}
function tokenRequest(realm, service, repository, credential) {
    const scope = `repository:${repository}:pull`;
    const query = { ...(service === null ? {} : { service }), scope };
    if (credential.kind === 'identity-token') {
        const grant = { grant_type: 'refresh_token', refresh_token: credential.token, client_id: 'image-size-gate' };
        return { url: realm.href, headers: {}, body: new URLSearchParams({ ...grant, ...query }) };
    }
    for (const [name, value] of Object.entries(query))
        realm.searchParams.set(name, value);
    return { url: realm.href, headers: credential.kind === 'password' ? { Authorization: basicHeader(credential) } : {} };
}
const tokenAnswer = schemas/* object */.Ikc({ token: schemas/* string */.YjP().optional(), access_token: schemas/* string */.YjP().optional() });
/** `token`, or `access_token` as OAuth 2 has it; null where there is neither. What is wrong with it is not quoted. */
function tokenIn(body) {
    try {
        const { token, access_token: accessToken } = tokenAnswer.parse(JSON.parse(body.toString()));
        return token || accessToken || null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/image/registry-client.js








const manifestTypes = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
/** Blobs are hashed as they are sent: nothing may be packed or unpacked on the way. */
const asIs = { 'Accept-Encoding': 'identity' };
const maxErrorBytes = 64 * 1024;
const maxBlobTries = 5;
function connectRegistry({ registry, repository }, seams) {
    const base = `${(0,image_reference/* apiUrl */.y0)(registry)}/v2/${repository}`;
    const login = { registry, repository, credential: seams.credential };
    let authorization = null;
    const get = async (path, headers) => {
        const request = () => send({
            url: `${base}/${path}`,
            headers: authorization === null ? headers : { ...headers, Authorization: authorization },
        }, seams);
        const response = await request();
        if (response.status !== 401)
            return response;
        // Not logged in yet, or a token ran out while layers came.
        const renewed = await authorize(response.headers.get('WWW-Authenticate') ?? '', login, seams);
        if (renewed === null)
            return response;
        await response.body?.cancel();
        authorization = renewed;
        return await request();
    };
    /** A 200, or a 206 where a range was asked for. */
    const need = async (path, name, headers) => {
        const response = await get(path, headers);
        if (response.status === 200 || (response.status === 206 && 'Range' in headers))
            return response;
        throw await refusal(response, name, login);
    };
    const blob = (descriptor) => resumed(descriptor, seams, (from) => {
        const range = from === 0 ? {} : { Range: `bytes=${from}-` };
        return need(`blobs/${descriptor.digest}`, blobName(descriptor, registry), { ...asIs, ...range });
    });
    return {
        async manifest(reference) {
            const name = `The manifest ${reference} of ${registry}/${repository}`;
            const response = await need(`manifests/${reference}`, name, { Accept: manifestTypes, ...asIs });
            const bytes = await readBody(response, oci/* maxManifestBytes */.rq, name);
            const expected = (0,oci/* asDigest */.J6)(reference) ?? (0,oci/* asDigest */.J6)(response.headers.get('Docker-Content-Digest') ?? '');
            return verified(bytes, expected, name);
        },
        async document(descriptor) {
            const pieces = [];
            for await (const piece of blob(descriptor))
                pieces.push(piece);
            return verified(Buffer.concat(pieces), descriptor.digest, blobName(descriptor, registry));
        },
        blob,
    };
}
const blobName = ({ digest }, registry) => `Blob ${digest} of ${registry}`;
function verified(bytes, expected, name) {
    const actual = `sha256:${(0,external_node_crypto_.hash)('sha256', bytes, 'hex')}`;
    if (expected === null || expected === actual)
        return bytes;
    throw new errors/* UserError */.yo(`${name} is not what it should be: ${expected} was asked for, its bytes give ${actual}`, {
        hint: 'The registry, or what stands between, is broken or was tampered with.',
    });
}
async function* resumed({ size, digest }, { sleep }, open) {
    let at = 0;
    for (let tries = 1;; tries++) {
        const response = await open(at);
        // A server that knows no ranges sends everything again.
        let skip = response.status === 206 ? 0 : at;
        const failure = yield* untilBroken(response, (piece) => {
            const fresh = piece.subarray(Math.min(skip, piece.length));
            skip -= piece.length - fresh.length;
            at += fresh.length;
            if (at > size)
                throw new errors/* UserError */.yo(`Blob ${digest} has more than the ${size} bytes that its manifest says`);
            return fresh;
        });
        if (at === size)
            return;
        if (tries === maxBlobTries) {
            throw new errors/* UserError */.yo(`Blob ${digest} ended after ${at} of ${size} bytes`, {
                hint: 'The connection to the registry broke again and again; the blob may be damaged there.',
                cause: failure,
            });
        }
        await sleep(500 * 2 ** tries);
    }
}
/** The pieces of a body up to its end or to where the connection broke; returns what broke it. */
async function* untilBroken(response, take) {
    try {
        for await (const piece of bodyOf(response))
            yield take(piece);
        return null;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            throw error;
        return error;
    }
}
/** What a registry refuses, in its words and ours. */
async function refusal(response, name, { registry, repository }) {
    const { status } = response;
    const words = await registryWords(response);
    const said = `${registry} answered ${status}${words === '' ? '' : ` (${words})`}`;
    if (status === 401 || status === 403) {
        return new missing/* MissingImage */.w(`${registry} gives no access to ${repository}: ${said}`, { hint: loginHint(registry) });
    }
    if (status === 404) {
        return new missing/* AbsentImage */.H(`${name} is not there: ${said}`, { hint: 'See that name and tag are right.' });
    }
    const hint = status === 429 ? 'Wait, or log in: registries let those who are known pull more.' : 'Try again later.';
    return new errors/* UserError */.yo(`${name} cannot be read: ${said}`, { hint });
}
const optionalText = schemas/* string */.YjP().nullish();
const errorAnswer = schemas/* object */.Ikc({ errors: schemas/* array */.YOg(schemas/* object */.Ikc({ code: optionalText, message: optionalText })) });
/** The codes and messages of an error as the distribution-spec has it, made harmless; empty where there are none. */
async function registryWords(response) {
    try {
        const { errors } = errorAnswer.parse(JSON.parse((await readBody(response, maxErrorBytes, 'The answer')).toString()));
        const words = errors.map(({ code, message }) => [code, message].filter((part) => part).join(': '));
        return words
            .join('; ')
            .replaceAll(/[^\x20-\x7e]+/g, ' ')
            .slice(0, 200);
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./lib/image/registry.js








/** An image in a registry: only its manifests, its config and the layers that are not known are fetched. */
const registryReader = {
    kind: 'registry',
    async read(source, options) {
        const { client, start, documents } = await openImage(source, options);
        const manifest = await (0,image_manifest/* followIndexes */.C)(start, options.platform, documents);
        const config = (0,oci/* parseConfig */.o4)(await configOf(manifest, client), `The config of ${source.reference}`);
        const blobs = manifest.layers.map((layer) => layerBlob(layer, client));
        return await (0,assemble/* assembleImage */.al)({ source, store: null, config, blobs }, options);
    },
    async platforms(source, options) {
        const { start, documents } = await openImage(source, options);
        return await (0,image_manifest/* platformsIn */.S)(start, documents);
    },
};
/** @throws UserError as `Reader.read` does. */
async function openImage({ reference: name }, options) {
    const reference = (0,image_reference/* parseReference */.F2)(name);
    if (reference === null) {
        throw new errors/* UserError */.yo(`${JSON.stringify(name)} names no image of a registry`, {
            hint: 'Write registry:[HOST/]NAME[:TAG][@sha256:DIGEST].',
        });
    }
    const credential = () => findCredential(reference, options);
    const client = connectRegistry(reference, { ...options, credential });
    const start = { name, bytes: await client.manifest(reference.digest ?? reference.tag ?? 'latest') };
    const documents = {
        held: async (entries) => new Set(entries.map(({ digest }) => digest)),
        load: async ({ digest }) => ({ name: `${digest} of ${name}`, bytes: await client.manifest(digest) }),
    };
    return { client, start, documents };
}
async function configOf({ config }, client) {
    if (config.size > oci/* maxConfigBytes */.aF) {
        throw new errors/* UserError */.yo(`The image's config has ${config.size} bytes; at most ${oci/* maxConfigBytes */.aF} are read`);
    }
    return await client.document(config);
}
const layerBlob = (layer, client) => ({
    digest: layer.digest,
    downloadBytes: layer.size,
    open: async () => (isForeign(layer) ? foreignBlob(layer, client) : client.blob(layer)),
});
/** Layers that may not be handed on, as old Windows bases have (OCI image-spec, layer.md; Docker's `foreign`). */
const isForeign = ({ mediaType }) => /\.(nondistributable|foreign)\./.test(mediaType ?? '');
/** Some registries hold them all the same. */
async function* foreignBlob(layer, client) {
    try {
        yield* client.blob(layer);
    }
    catch (cause) {
        if (!(cause instanceof missing/* MissingImage */.w))
            throw cause;
        throw new errors/* UserError */.yo(`Layer ${layer.digest} is a foreign one: its registry only says that it lies elsewhere`, {
            hint: 'Pull the image into an engine and measure it there.',
            cause,
        });
    }
}


/***/ }),

/***/ 2240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PJ: () => (/* binding */ parseSource),
/* harmony export */   i4: () => (/* binding */ sniffPath),
/* harmony export */   uf: () => (/* binding */ isPath),
/* harmony export */   vy: () => (/* binding */ splitPrefix)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _archive_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(283);
/* harmony import */ var _layer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5806);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8663);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8424);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5581);







const kinds = [
    'docker',
    'podman',
    'registry',
    'docker-archive',
    'oci-archive',
    'oci-dir',
];
const supported = kinds.map((kind) => `${kind}:`).join(', ');
/** Sources that other tools name so and that are not read here. */
const foreign = new Set(['containerd', 'oci-registry', 'docker-daemon', 'containers-storage', 'singularity']);
/**
 * A source as the user names it: one of the prefixes and what follows; without a prefix an archive or layout that
 * exists, else the engine's image of that name, else a registry's.
 *
 * Throws a UserError for a prefix that is not supported and for what cannot name an image.
 */
async function parseSource(text, options) {
    const { kind, reference } = splitPrefix(text);
    if (kind !== null && isPath(kind))
        return [{ kind, reference }];
    if (kind === 'registry')
        return [registrySource(reference, text)];
    if (kind !== null)
        return [engineSource(kind, reference, text)];
    const [name = '', rest = ''] = text.split(/:(.*)/s);
    if (isForeign(name, rest)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Images cannot be read from ${name}: (in ${JSON.stringify(text)})`, {
            hint: `Supported are ${supported}; pull the image into the engine, or save it as an archive.`,
        });
    }
    const found = await options.sniff(text);
    if (found !== null)
        return [{ kind: found, reference: text }];
    const engine = engineSource('docker', text, text);
    return (0,_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .parseReference */ .F2)(text) === null ? [engine] : [engine, { kind: 'registry', reference: text }];
}
/** The prefix, if the text has one, and what follows. */
function splitPrefix(text) {
    const [, name = '', rest = ''] = /^([a-z][a-z-]*):(.+)$/s.exec(text) ?? [];
    const kind = kinds.find((candidate) => candidate === name) ?? null;
    return kind === null || isImageCalledRegistry(name, rest)
        ? { kind: null, reference: text }
        : { kind, reference: rest };
}
/** Whether a source of that kind is a file or folder. */
const isPath = (kind) => !['docker', 'podman', 'registry'].includes(kind);
/** `registry:2` is a tag of Docker's own image. */
const isImageCalledRegistry = (name, rest) => name === 'registry' && /^(\d[\w.-]*|latest)$/.test(rest);
/** `localhost:5000/app` has a port and `debian:12` a tag; `containerd:app` is neither. */
function isForeign(name, rest) {
    if (foreign.has(name))
        return true;
    return /^[a-z][a-z-]*$/.test(name) && /[/:]/.test(rest) && !/^\d{1,5}\//.test(rest);
}
function registrySource(reference, text) {
    if ((0,_reference_js__WEBPACK_IMPORTED_MODULE_5__/* .parseReference */ .F2)(reference) !== null)
        return { kind: 'registry', reference };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${JSON.stringify(text)} names no image of a registry`, {
        hint: 'Write registry:[HOST[:PORT]/]NAME[:TAG][@sha256:DIGEST].',
    });
}
/**
 * A name with registry, tag or digest, or an image ID (distribution/reference, grammar). Checked because it becomes
 * part of a path of the engine's API.
 */
function engineSource(kind, reference, text) {
    const valid = /^[A-Za-z0-9]([A-Za-z0-9._-]|[/:@](?=[A-Za-z0-9_[]))*$/.test(reference) && !reference.includes('..');
    if (valid)
        return { kind, reference };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${JSON.stringify(text)} names neither a file or folder with an image nor an image of the engine`, {
        hint: `Write NAME[:TAG] as \`docker image ls\` shows it, or one of ${supported}FILE.`,
    });
}
/** Looks at the file or folder itself. Folders and files that hold no image are not taken for one. */
async function sniffPath(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => null);
    if (found === null)
        return null;
    if (found.isDirectory())
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(`${path}/${_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .indexFile */ .LV}`).catch(() => null))?.isFile() ? 'oci-dir' : null;
    return found.isFile() ? await sniffArchive(path) : null;
}
/** A compressed archive is taken for what `docker save | gzip` writes; its reader takes either format. */
async function sniffArchive(path) {
    if (await isCompressed(path))
        return 'docker-archive';
    try {
        const tree = await (0,_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .openTar */ .O)(path, { tempDir: '', maxUnpacked: null });
        try {
            if ((await tree.size(_archive_js__WEBPACK_IMPORTED_MODULE_2__/* .archiveManifestFile */ .Q6)) !== null)
                return 'docker-archive';
            return (await tree.size(_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .indexFile */ .LV)) !== null ? 'oci-archive' : null;
        }
        finally {
            await tree.close();
        }
    }
    catch (error) {
        // A file that looks like an archive by its name is meant as one: say what is wrong with it.
        if (/\.tar$/.test(path))
            throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error : new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error), { cause: error });
        return null;
    }
}
async function isCompressed(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'r');
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
        return (0,_layer_js__WEBPACK_IMPORTED_MODULE_3__/* .sniffCompression */ .Hs)(buffer.subarray(0, bytesRead)) !== 'none';
    }
    finally {
        await file.close();
    }
}


/***/ }),

/***/ 4862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ tarSteps),
/* harmony export */   V: () => (/* binding */ tarWriter)
/* harmony export */ });
/**
 * The tar format as container tools write it: ustar, PAX and GNU headers (POSIX.1-2024 pax; GNU tar manual, "Basic Tar
 * Format"), read as Go's archive/tar reads them, for that is what the engines unpack with.
 *
 * Of our own because paths must stay bytes: tar-stream decodes PAX records as UTF-8, and two names that are not UTF-8
 * would become one. It also serves a stream and random access alike.
 */
const blockBytes = 512;
/** As Go's archive/tar bounds it; real ones hold a path or two. */
const maxExtensionBytes = 1024 * 1024;
const readBlock = { kind: 'read', bytes: blockBytes };
const entryEnd = { kind: 'end' };
const paddingOf = (bytes) => (blockBytes - (bytes % blockBytes)) % blockBytes;
const noExtensions = () => ({
    path: null,
    sparsePath: null,
    link: null,
    size: null,
    uid: null,
    gid: null,
    realSize: null,
    sparseMap: '',
});
/** Walks a tar; ends at the end-of-archive mark or at the end of the input. Throws a plain Error on a corrupt header. */
function* tarSteps() {
    let extensions = noExtensions();
    for (;;) {
        const block = yield readBlock;
        if (block.length === 0)
            return;
        if (isZero(block)) {
            const next = yield readBlock;
            if (next.length > 0 && !isZero(next))
                throw new Error('a tar header is missing');
            return;
        }
        checkSum(block);
        const type = String.fromCharCode(block[156] ?? 0);
        if (isExtension(type)) {
            applyExtension(type, yield* readExtension(block), extensions);
            continue;
        }
        if (type === 'S')
            yield* readOldSparse(block, extensions);
        yield* entrySteps(block, type, extensions);
        extensions = noExtensions();
    }
}
function* entrySteps(block, type, extensions) {
    const path = extensions.sparsePath ?? extensions.path ?? headerPath(block);
    const kind = kindOf(type, path);
    // Links, devices, directories and pipes have no content, whatever size they declare.
    const stored = type >= '1' && type <= '6' ? 0 : (extensions.size ?? readNumber(block, 124, 12));
    const header = {
        path,
        kind,
        size: kind === 'file' ? (extensions.realSize ?? stored) : 0,
        stored,
        mode: readNumber(block, 100, 8) & 0o7777,
        uid: extensions.uid ?? readNumber(block, 108, 8),
        gid: extensions.gid ?? readNumber(block, 116, 8),
        link: kind === 'symlink' || kind === 'hardlink' ? (extensions.link ?? text(block, 157, 100)) : null,
        sparseMap: extensions.sparseMap,
    };
    yield { kind: 'entry', header };
    if (stored > 0)
        yield { kind: 'content', bytes: stored };
    yield entryEnd;
    if (paddingOf(stored) > 0)
        yield { kind: 'skip', bytes: paddingOf(stored) };
}
const isExtension = (type) => 'xgLK'.includes(type);
function applyExtension(type, content, extensions) {
    switch (type) {
        case 'x':
            readPax(content, extensions);
            break;
        case 'g':
            // Engines ignore global PAX headers (moby pkg/archive, TypeXGlobalHeader).
            break;
        case 'L':
            extensions.path = untilNul(content);
            break;
        case 'K':
            extensions.link = untilNul(content);
            break;
    }
}
function kindOf(type, path) {
    switch (type) {
        case '\0':
            return path.endsWith('/') ? 'directory' : 'file';
        case '0':
        case '7':
        case 'S':
            return 'file';
        case '1':
            return 'hardlink';
        case '2':
            return 'symlink';
        case '5':
            return 'directory';
        default:
            return 'other';
    }
}
function headerPath(block) {
    const name = text(block, 0, 100);
    // GNU headers ("ustar  ") keep times where ustar has the prefix.
    const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? text(block, 345, 155) : '';
    return prefix === '' ? name : `${prefix}/${name}`;
}
function* readExtension(block) {
    const bytes = readNumber(block, 124, 12);
    if (bytes > maxExtensionBytes)
        throw new Error(`a tar extension header of ${bytes} bytes is too large`);
    if (bytes === 0)
        return Buffer.alloc(0);
    const padded = bytes + paddingOf(bytes);
    const content = yield { kind: 'read', bytes: padded };
    if (content.length < padded)
        throw new Error('the tar ends inside a header');
    return content.subarray(0, bytes);
}
/** Old GNU sparse files (type S): the map may go on in further blocks, before the content. */
function* readOldSparse(block, extensions) {
    extensions.sparseMap = block.toString('latin1', 386, 482);
    extensions.realSize = readNumber(block, 483, 12);
    let extended = block[482] !== 0;
    while (extended) {
        const map = yield readBlock;
        if (map.length < blockBytes)
            throw new Error('the tar ends inside a header');
        addToSparseMap(extensions, map.toString('latin1', 0, 504));
        extended = map[504] !== 0;
    }
}
function addToSparseMap(extensions, text) {
    extensions.sparseMap += text;
    if (extensions.sparseMap.length > maxExtensionBytes)
        throw new Error("a sparse file's map is too large");
}
/** PAX records: `LENGTH KEY=VALUE\n`, the length counting itself. An empty value leaves the ustar field in force. */
function readPax(content, extensions) {
    for (let start = 0; start < content.length;) {
        const space = content.indexOf(0x20, start);
        if (space < 0 || space - start > maxPaxLengthDigits)
            throw corruptPax();
        const end = start + paxNumber(content.toString('latin1', start, space));
        const equals = content.indexOf(0x3d, space);
        if (end > content.length || content[end - 1] !== 0x0a || equals < 0 || equals >= end)
            throw corruptPax();
        setPax(extensions, content.toString('latin1', space + 1, equals), content.toString('latin1', equals + 1, end - 1));
        start = end;
    }
}
/** A length is that of a header of at most 1 MiB. */
const maxPaxLengthDigits = 20;
const corruptPax = () => new Error('a PAX header is corrupt');
function setPax(extensions, key, value) {
    if (value === '')
        return;
    switch (key) {
        case 'path':
            extensions.path = paxPath(value);
            break;
        case 'GNU.sparse.name':
            extensions.sparsePath = paxPath(value);
            break;
        case 'linkpath':
            extensions.link = paxPath(value);
            break;
        case 'size':
            extensions.size = paxNumber(value);
            break;
        case 'uid':
            extensions.uid = paxNumber(value);
            break;
        case 'gid':
            extensions.gid = paxNumber(value);
            break;
        case 'GNU.sparse.size':
        case 'GNU.sparse.realsize':
            extensions.realSize = paxNumber(value);
            break;
        // Sparse format 0.0 repeats the first two for each piece, 0.1 has them in one list.
        case 'GNU.sparse.offset':
        case 'GNU.sparse.numbytes':
        case 'GNU.sparse.map':
            addToSparseMap(extensions, `${value},`);
            break;
    }
}
function paxPath(value) {
    if (value.includes('\0'))
        throw corruptPax();
    return value;
}
function paxNumber(value) {
    const number = Number(value);
    if (!/^\d+$/.test(value) || !Number.isSafeInteger(number))
        throw corruptPax();
    return number;
}
/** An octal field, or base-256 where the first bit is set (GNU, star). */
function readNumber(block, start, length) {
    const first = block[start] ?? 0;
    if (first & 0x80)
        return readBase256(block, start, length);
    let number = 0;
    for (let at = start; at < start + length; at++) {
        const byte = block[at] ?? 0;
        if (byte === 0x20 && number === 0)
            continue;
        if (byte === 0x20 || byte === 0)
            break;
        if (byte < 0x30 || byte > 0x37)
            throw new Error('a tar header holds a number that is none');
        number = number * 8 + byte - 0x30;
    }
    return number;
}
function readBase256(block, start, length) {
    if ((block[start] ?? 0) & 0x40)
        throw new Error('a tar header holds a negative number');
    let number = (block[start] ?? 0) & 0x3f;
    for (let at = start + 1; at < start + length; at++)
        number = number * 256 + (block[at] ?? 0);
    if (!Number.isSafeInteger(number))
        throw new Error('a tar header holds a number that is out of range');
    return number;
}
/** The sum of the header's bytes, its own field taken as spaces; some old tars add signed bytes. */
function checkSum(block) {
    if (block.length < blockBytes)
        throw new Error('the tar ends inside a header');
    let unsigned = 8 * 0x20;
    let high = 0;
    for (let at = 0; at < blockBytes; at++) {
        if (at >= 148 && at < 156)
            continue;
        const byte = block[at] ?? 0;
        unsigned += byte;
        if (byte > 127)
            high++;
    }
    const written = readNumber(block, 148, 8);
    if (written !== unsigned && written !== unsigned - 256 * high)
        throw new Error('a tar header has a wrong checksum');
}
const zeroBlock = Buffer.alloc(blockBytes);
const isZero = (block) => block[0] === 0 && block.equals(zeroBlock);
const text = (block, start, length) => untilNul(block.subarray(start, start + length));
function untilNul(bytes) {
    const end = bytes.indexOf(0);
    return bytes.toString('latin1', 0, end < 0 ? bytes.length : end);
}
/** Drives `tarSteps` with the chunks of a stream; nothing is buffered but a header. */
function tarWriter(visitor) {
    const steps = tarSteps();
    const nothing = Buffer.alloc(0);
    let wanted = 'skip';
    let missing = 0;
    let collected = [];
    /** Answers a step, and goes on to the next that wants input. */
    const advance = (answer) => {
        for (let next = steps.next(answer); !next.done; next = steps.next(nothing)) {
            const step = next.value;
            if (step.kind === 'entry')
                visitor.entry(step.header);
            else if (step.kind === 'end')
                visitor.entryEnd();
            else {
                wanted = step.kind;
                missing = step.bytes;
                return;
            }
        }
        wanted = 'finished';
    };
    const take = (piece) => {
        missing -= piece.length;
        if (wanted === 'content')
            visitor.content(piece);
        if (wanted === 'read' && (missing > 0 || collected.length > 0)) {
            collected.push(Buffer.from(piece));
            if (missing > 0)
                return;
            const whole = Buffer.concat(collected);
            collected = [];
            advance(whole);
        }
        else if (missing === 0)
            advance(wanted === 'read' ? piece : nothing);
    };
    advance(nothing);
    return {
        write(chunk) {
            for (let at = 0; at < chunk.length && wanted !== 'finished';) {
                const end = Math.min(chunk.length, at + missing);
                take(chunk.subarray(at, end));
                at = end;
            }
        },
        end() {
            if (wanted === 'content')
                throw new Error('the tar ends inside a file');
            // A short answer tells the walk that the input ends here.
            if (wanted === 'read')
                advance(Buffer.concat(collected));
        },
    };
}


/***/ }),

/***/ 5581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openDirectory),
/* harmony export */   O: () => (/* binding */ openTar)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6466);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(452);
/* harmony import */ var _error_code_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2825);
/* harmony import */ var _layer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5806);
/* harmony import */ var _tar_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4862);









const chunkSize = 256 * 1024;
/** An image of a thousand layers, in the oldest format, has some thousands. */
const maxArchiveEntries = 100_000;
const maxMemberPathBytes = 4096;
const maxLinkSteps = 8;
/** The three operations, from the one that differs. */
function blobTree(name, locate, close) {
    const need = async (path) => {
        const extent = await locate(path);
        if (extent !== null)
            return extent;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${name} lacks ${JSON.stringify(path)}`, {
            hint: 'The image was not written whole (some engines leave out layers that they share): save or build it again.',
        });
    };
    return {
        name,
        close,
        async size(path) {
            const extent = await locate(path);
            await extent?.release();
            return extent?.size ?? null;
        },
        async read(path, maxBytes) {
            const extent = await need(path);
            try {
                if (extent.size > maxBytes) {
                    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${JSON.stringify(path)} of ${name} has ${extent.size} bytes; at most ${maxBytes} are read`);
                }
                return await readExactly(extent.file, extent.offset, extent.size);
            }
            finally {
                await extent.release();
            }
        },
        async stream(path) {
            return pieces(await need(path));
        },
    };
}
async function* pieces(extent) {
    try {
        for (let at = 0; at < extent.size; at += chunkSize) {
            yield await readExactly(extent.file, extent.offset + at, Math.min(chunkSize, extent.size - at));
        }
    }
    finally {
        await extent.release();
    }
}
async function readExactly(file, offset, bytes) {
    const buffer = await readUpTo(file, offset, bytes);
    if (buffer.length < bytes)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo('A file of the image ends too early', { hint: 'Write the image again.' });
    return buffer;
}
/** Fewer bytes at the end of the file. */
async function readUpTo(file, offset, bytes) {
    const buffer = Buffer.allocUnsafe(bytes);
    let filled = 0;
    while (filled < bytes) {
        const { bytesRead } = await file.read(buffer, filled, bytes - filled, offset + filled);
        if (bytesRead === 0)
            break;
        filled += bytesRead;
    }
    return buffer.subarray(0, filled);
}
/** A folder. Symbolic links are followed only where they stay inside of it. */
async function openDirectory(root) {
    const realRoot = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(root);
    const locate = async (path) => {
        const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(realRoot, path)).catch(missingIsNull);
        if (real === null)
            return null;
        if (!real.startsWith(realRoot + node_path__WEBPACK_IMPORTED_MODULE_3__.sep)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${JSON.stringify(path)} of ${root} leads outside of that folder`, {
                hint: 'Copy the layout with its links resolved (cp -rL) and measure the copy.',
            });
        }
        // A pipe or a device would block or never end.
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(real)).isFile())
            return null;
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(real, 'r');
        const { size } = await file.stat();
        return { file, offset: 0, size, release: () => file.close() };
    };
    return blobTree(root, locate, async () => undefined);
}
function missingIsNull(error) {
    if (['ENOENT', 'ENOTDIR'].includes((0,_error_code_js__WEBPACK_IMPORTED_MODULE_8__/* .errorCode */ .C)(error) ?? ''))
        return null;
    throw error;
}
/**
 * A tar on disk: its headers are read once, its files at random. A compressed one is unpacked to `tempDir` first, and
 * removed by `close`.
 */
async function openTar(path, options) {
    const unpacked = await unpack(path, options);
    const remove = async () => {
        if (unpacked !== null)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(unpacked, { force: true });
    };
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(unpacked ?? path, 'r');
    try {
        const members = await scan(file);
        const locate = async (name) => {
            const member = resolveMember(members, name);
            return member && { file, offset: member.offset, size: member.size, release: async () => undefined };
        };
        return blobTree(path, locate, async () => {
            await file.close();
            await remove();
        });
    }
    catch (error) {
        await file.close();
        await remove();
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${path} is not a readable image archive: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .errorText */ .kc)(error)}`, {
            hint: 'Write it again with `docker save`, or with buildx --output type=oci,dest=FILE.',
            cause: error,
        });
    }
}
/** Links of archives before Docker 25 point at another layer's tar; they resolve inside the archive alone. */
function resolveMember(members, name) {
    let path = (0,_layer_js__WEBPACK_IMPORTED_MODULE_6__/* .normalisePath */ .qb)(name);
    for (let step = 0; step < maxLinkSteps; step++) {
        const member = members.get(path);
        if (member === undefined)
            return null;
        if (member.kind === 'file')
            return member;
        path = node_path__WEBPACK_IMPORTED_MODULE_3__.posix.normalize(member.target);
    }
    return null;
}
async function scan(file) {
    const members = new Map();
    const { size: end } = await file.stat();
    const steps = (0,_tar_js__WEBPACK_IMPORTED_MODULE_7__/* .tarSteps */ .J)();
    const nothing = Buffer.alloc(0);
    let answer = nothing;
    let header = null;
    let position = 0;
    for (let next = steps.next(answer); !next.done; next = steps.next(answer)) {
        const step = next.value;
        answer = nothing;
        switch (step.kind) {
            case 'entry':
                header = step.header;
                addMember(members, header, position);
                break;
            case 'end':
                break;
            case 'read':
                answer = await readUpTo(file, position, step.bytes);
                position += step.bytes;
                break;
            case 'content':
                position += step.bytes;
                if (position > end)
                    throw new Error('it is truncated');
                break;
            case 'skip':
                position += step.bytes;
                break;
        }
    }
    return members;
}
/** Tars may hold a path twice; the last one counts, as it does when they are unpacked. */
function addMember(members, header, offset) {
    if (members.size >= maxArchiveEntries)
        throw new Error(`it has more than ${maxArchiveEntries} entries`);
    if (Math.max(header.path.length, header.link?.length ?? 0) > maxMemberPathBytes) {
        throw new Error(`it has a path of more than ${maxMemberPathBytes} bytes`);
    }
    const path = (0,_layer_js__WEBPACK_IMPORTED_MODULE_6__/* .normalisePath */ .qb)(header.path);
    if (header.kind === 'file')
        members.set(path, { kind: 'file', offset, size: header.stored });
    else if (header.kind === 'symlink') {
        members.set(path, { kind: 'link', target: node_path__WEBPACK_IMPORTED_MODULE_3__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_3__.posix.dirname(path), header.link ?? '') });
    }
    else if (header.kind === 'hardlink')
        members.set(path, { kind: 'link', target: (0,_layer_js__WEBPACK_IMPORTED_MODULE_6__/* .normalisePath */ .qb)(header.link ?? '') });
}
/** The path of the unpacked copy; null where the file is not compressed. */
async function unpack(path, { tempDir, maxUnpacked }) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, 'r');
    const compression = (0,_layer_js__WEBPACK_IMPORTED_MODULE_6__/* .sniffCompression */ .Hs)(await readUpTo(file, 0, 4).finally(() => file.close()));
    if (compression === 'none')
        return null;
    const copy = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(tempDir, `image-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}.tar`);
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(bounded(path, compression, maxUnpacked ?? _layer_js__WEBPACK_IMPORTED_MODULE_6__/* .maxLayerBytes */ .P3), (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(copy, { flags: 'wx', mode: 0o600 }));
        return copy;
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(copy, { force: true });
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo(`${path} cannot be unpacked: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .errorText */ .kc)(error)}`, { hint: 'Write it again.', cause: error });
    }
}
async function* bounded(path, compression, maxBytes) {
    let bytes = 0;
    for await (const chunk of (0,_layer_js__WEBPACK_IMPORTED_MODULE_6__/* .decompress */ .mF)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path), compression)) {
        bytes += chunk.length;
        if (bytes > maxBytes)
            throw (0,_layer_js__WEBPACK_IMPORTED_MODULE_6__/* .tooLarge */ .g$)(path, maxBytes);
        yield chunk;
    }
}


/***/ }),

/***/ 4212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nU: () => (/* binding */ baseDraft),
  WU: () => (/* binding */ imagesText),
  y: () => (/* binding */ imagesToLookUp),
  yh: () => (/* binding */ isBaseRule),
  pD: () => (/* binding */ largerBase)
});

// UNUSED EXPORTS: adviseOnBase

// EXTERNAL MODULE: ./lib/units.js
var units = __webpack_require__(3052);
;// CONCATENATED MODULE: ./lib/lint/base-images.js
/** Which smaller images there are for a base image, by what the tags of well-known families say. Pure: no registry is asked here. */
const suites = new Set('forky trixie bookworm bullseye buster stretch sid stable oldstable testing unstable noble jammy focal'.split(' '));
/** Debian 12 has Python 3.11, Debian 13 3.13: distroless brings no other. */
const distrolessPython = { '3.11': 'debian12', '3.13': 'debian13' };
const staticRuntimes = ['gcr.io/distroless/static-debian12', 'debian:stable-slim'];
const linkedRuntimes = ['gcr.io/distroless/cc-debian12', 'debian:stable-slim'];
const javaRuntimes = (version) => (version ? [`eclipse-temurin:${version}-jre`] : []);
const families = {
    python: {
        ...{ slim: 'before-suite', isLanguage: true, hasAlpine: true },
        distroless({ version }) {
            const debian = distrolessPython[/^\d+\.\d+/.exec(version ?? '')?.[0] ?? ''];
            return debian === undefined ? null : `python3-${debian}`;
        },
    },
    node: {
        ...{ slim: 'after-suite', isLanguage: true, hasAlpine: true },
        distroless({ version }) {
            const major = /^\d+/.exec(version ?? '')?.[0] ?? '';
            return ['20', '22', '24'].includes(major) ? `nodejs${major}-debian12` : null;
        },
    },
    ruby: { slim: 'before-suite', isLanguage: true, hasAlpine: true },
    rust: { slim: 'before-suite', isLanguage: true, hasAlpine: true, runtimes: () => linkedRuntimes },
    golang: { hasAlpine: true, runtimes: () => staticRuntimes },
    gcc: { runtimes: () => linkedRuntimes },
    php: { hasAlpine: true, variants: ['cli', 'fpm', 'zts'] },
    openjdk: {
        ...{ slim: 'before-suite', isLanguage: true, variants: ['jdk'] },
        runtimes: ({ version }) => javaRuntimes(version),
    },
    'eclipse-temurin': {
        ...{ isLanguage: true, hasAlpine: true, variants: ['jdk', 'jre'] },
        distroless: ({ version }) => (version === '17' || version === '21' ? `java${version}-debian12` : null),
        runtimes: ({ version, variants }) => (variants.includes('jre') ? [] : javaRuntimes(version)),
    },
    maven: { runtimes: (_tag, text) => javaRuntimes(/(?:temurin|corretto|openjdk)-(\d+)/.exec(text)?.[1]) },
    gradle: { runtimes: (_tag, text) => javaRuntimes(/jdk-?(\d+)/.exec(text)?.[1]) },
    debian: { slim: 'after-suite' },
    nginx: { hasAlpine: true, variants: ['perl', 'otel'] },
    httpd: { hasAlpine: true },
    redis: { hasAlpine: true },
    postgres: { hasAlpine: true },
};
/** Docker Hub's official images, by its own name or a public mirror's. */
const official = /^(?:(?:(?:index\.)?docker\.io\/)?(?:library\/)?|(?:public\.ecr\.aws\/docker|mirror\.gcr\.io)\/library\/)$/;
/**
 * What there is besides `image`, whichever registry it is from; null where its name or tag are none that we know the
 * scheme of.
 *
 * @param image as a FROM names it, its variables filled in; what a digest pins is known by its tag
 */
function alternativesTo(image) {
    const name = parseName(image);
    const family = name !== null && Object.hasOwn(families, name.name) ? families[name.name] : undefined;
    if (name === null || family === undefined)
        return null;
    const isOfficial = official.test(name.prefix);
    const beside = (text) => text.startsWith('gcr.io/') ? (isOfficial ? text : null) : name.prefix + text;
    const other = (text, kind) => {
        const found = text === null ? null : beside(text);
        return found === null ? [] : [{ image: found, kind, isPromised: false }];
    };
    const tag = parseTag(name.tag, family.variants ?? []);
    const runtimes = (family.runtimes?.(tag ?? unknownTag, name.tag) ?? []).flatMap((text) => other(text, text.startsWith('gcr.io/') ? 'distroless' : 'runtime'));
    // What the tag's words mean is not known.
    if (tag === null)
        return { slim: null, smaller: [], runtimes };
    const tagged = (words, kind) => words === null ? [] : [{ image: `${name.prefix}${name.name}:${tagText(words)}`, kind, isPromised: isOfficial }];
    const [slim = null] = tagged(slimTag(name.name, tag, family), name.name === 'eclipse-temurin' ? 'runtime' : 'slim');
    const distroless = family.distroless?.(tag) ?? null;
    const smaller = tag.isAlpine
        ? []
        : [
            ...tagged(family.hasAlpine ? [tag.version, ...tag.variants, 'alpine'] : null, 'alpine'),
            ...other(distroless && `gcr.io/distroless/${distroless}`, 'distroless'),
        ];
    if (family.isLanguage)
        return { slim, smaller, runtimes };
    return { slim: null, smaller: slim === null ? smaller : [slim, ...smaller], runtimes };
}
function parseName(text) {
    const [, prefix = '', name = '', tag = 'latest'] = /^((?:[^/@\s]+\/)*)([^/:@\s]+)(?::([^/:@\s]+))?(?:@[^@\s]+)?$/.exec(text) ?? [];
    return name === '' ? null : { prefix, name, tag };
}
const unknownTag = { version: null, variants: [], suite: null, isSlim: false, isAlpine: false };
/** Null where a word is unknown: another operating system, a preview, somebody's own. */
function parseTag(text, variants) {
    const [first = '', ...rest] = text.split('-');
    const isVersion = /^(?:\d[\w.]*|latest|lts|current|mainline)$/.test(first);
    const words = isVersion ? rest : [first, ...rest];
    const isAlpine = (word) => /^alpine[\d.]*$/.test(word);
    if (!words.every((word) => word === 'slim' || suites.has(word) || isAlpine(word) || variants.includes(word))) {
        return null;
    }
    return {
        version: isVersion && first !== 'latest' ? first : null,
        variants: words.filter((word) => variants.includes(word)),
        suite: words.find((word) => suites.has(word)) ?? null,
        isSlim: words.includes('slim'),
        isAlpine: words.some(isAlpine),
    };
}
/** The words of the slim image's tag; null where there is none, or the image is it. */
function slimTag(name, { version, variants, suite, isSlim, isAlpine }, { slim }) {
    if (name === 'eclipse-temurin')
        return variants.includes('jre') || isAlpine ? null : [version, 'jre', suite];
    if (slim === undefined || isSlim || isAlpine)
        return null;
    // Debian's `latest` is `stable`, and has no slim of its own name.
    const from = name === 'debian' && version === null && suite === null ? 'stable' : suite;
    return slim === 'before-suite' ? [version, ...variants, 'slim', from] : [version, ...variants, from, 'slim'];
}
const tagText = (words) => words.filter((word) => word !== null).join('-');

// EXTERNAL MODULE: ./lib/lint/base-warnings.js
var base_warnings = __webpack_require__(3772);
// EXTERNAL MODULE: ./lib/lint/compiling.js
var compiling = __webpack_require__(5247);
;// CONCATENATED MODULE: ./lib/lint/base-advice.js




/** The rules that are about the base image. */
const baseRules = ['single-stage-with-build-tools', 'full-language-base', 'smaller-base-available'];
/** Whether the fixes of a rule change the base image. */
const isBaseRule = (rule) => baseRules.some((name) => name === rule);
/** Null: nothing is known that could take its place. */
function adviseOnBase(image, chain) {
    const found = alternativesTo(image);
    if (found === null)
        return null;
    const { slim, smaller, runtimes } = found;
    if (runtimes.length > 0 && (0,compiling/* compilationsIn */.c)(chain).length > 0) {
        return { rule: 'single-stage-with-build-tools', alternatives: runtimes };
    }
    if (slim !== null)
        return { rule: 'full-language-base', alternatives: [slim] };
    return smaller.length === 0 ? null : { rule: 'smaller-base-available', alternatives: smaller };
}
/** The images whose sizes tell what another base saves: the base's own first; none where there is no advice. */
function imagesToLookUp(image, chain) {
    const advice = adviseOnBase(image, chain);
    return advice === null ? [] : [image, ...advice.alternatives.map((each) => each.image)];
}
/** The base image, where `rule` has something to say of it that its registry does not deny. */
function largerBase(subject, rule) {
    const { base, chain } = subject;
    const advice = base === null ? null : adviseOnBase(base.image, chain);
    if (base === null || advice?.rule !== rule)
        return null;
    const alternatives = priced(base, advice.alternatives);
    const savings = alternatives.flatMap(({ saves }) => saves ?? []);
    if (alternatives.length === 0)
        return null;
    const saving = savings.length === 0 ? null : { leastBytes: Math.min(...savings), mostBytes: Math.max(...savings) };
    return { image: base.image, alternatives, saving };
}
/** With sizes at hand those alone that save; without, those that are there for sure. */
function priced({ image, sizes }, alternatives) {
    const own = bytesOf(sizes.get(image));
    const there = alternatives
        .filter((each) => sizes.get(each.image) !== 'absent')
        .map((each) => ({ ...each, saves: difference(own, bytesOf(sizes.get(each.image))) }));
    const known = there.filter(({ saves }) => saves !== null);
    if (known.length === 0)
        return there.filter(({ isPromised }) => isPromised);
    return known.filter(({ saves }) => (saves ?? 0) > 0).sort((a, b) => (b.saves ?? 0) - (a.saves ?? 0));
}
const bytesOf = (size) => (typeof size === 'number' ? size : null);
const difference = (own, other) => own === null || other === null ? null : own - other;
/** The finding of a rule about the base image; `fix` is null where none is offered. */
function baseDraft(subject, { alternatives, saving, image }, { message, fix }) {
    const [from] = subject.chain[0]?.instructions ?? [];
    if (from === undefined)
        return [];
    return [
        {
            message: saving === null ? message : `${message} (${savingText(saving)} less to download)`,
            range: from.words[0]?.range ?? from.range,
            claims: null,
            baseSaving: saving,
            evidence: [
                ...alternatives.flatMap(({ image: other, saves }) => saves === null ? [] : [`${other} takes ${(0,units/* formatBytes */.z3)(saves)} less to download than ${image}`]),
                ...(saving === null && subject.layers !== null ? ['what it saves is not known: no registry has told'] : []),
                ...(0,base_warnings/* warningsOf */.n)(subject, new Set(alternatives.map(({ kind }) => kind))),
            ],
            fix,
        },
    ];
}
const savingText = ({ leastBytes, mostBytes }) => leastBytes === mostBytes ? (0,units/* formatBytes */.z3)(mostBytes) : `${(0,units/* formatBytes */.z3)(leastBytes)} to ${(0,units/* formatBytes */.z3)(mostBytes)}`;
/** The names of images, set apart as code. */
const imagesText = (alternatives) => alternatives.map(({ image }) => `\`${image}\``).join(' or ');


/***/ }),

/***/ 3772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ missingTools),
/* harmony export */   n: () => (/* binding */ warningsOf)
/* harmony export */ });
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6107);
/* harmony import */ var _installs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3741);
/* harmony import */ var _use_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7106);



/** What a full image of a language has for building, and the slim ones don't (docker-library/buildpack-deps). */
const buildTools = 'curl wget git hg svn ssh gpg gcc g++ cc make autoconf unzip xz patch file'.split(' ');
/** What an image that Alpine's or distroless's takes the place of has beside them. */
const debianTools = [...buildTools, 'bash'];
const inAlpine = new Set(['wget', 'unzip', 'patch']);
/** What another base of one of `kinds` would have against this Dockerfile and its image, a sentence each. */
function warningsOf(subject, kinds) {
    const isOther = kinds.has('alpine') || kinds.has('distroless');
    const tools = isOther ? debianTools.filter((tool) => kinds.has('distroless') || !inAlpine.has(tool)) : buildTools;
    return [
        ...toolWarning(subject, tools),
        ...(kinds.has('alpine') ? [...muslWarning(subject), ...aptWarning(subject)] : []),
        ...(kinds.has('distroless') ? shellWarning(subject) : []),
    ];
}
/** Programs that the Dockerfile names, did not install, and that only the full image brings. */
function missingTools(subject, tools = buildTools) {
    const installed = new Set(runsOf(subject).flatMap((run) => (0,_installs_js__WEBPACK_IMPORTED_MODULE_1__/* .installsOf */ .Ur)(run, 'dpkg').flatMap(({ names }) => names)));
    const lines = [...runsOf(subject), ...startsOf(subject)];
    return tools.flatMap((tool) => {
        const isNamed = (0,_use_js__WEBPACK_IMPORTED_MODULE_2__/* .namesAny */ .X6)([tool]);
        const users = installed.has(tool) ? [] : lines.filter(({ text }) => isNamed(text));
        return users.length === 0 ? [] : [{ tool, users }];
    });
}
function toolWarning(subject, tools) {
    const missing = missingTools(subject, tools).map(({ tool, users }) => `${tool} (${linesText(users)})`);
    return missing.length === 0 ? [] : [`to be installed, or done without: ${missing.join(', ')}`];
}
const mostNames = 5;
/** What was compiled for glibc does not run with musl (PEP 656 has wheels for it). */
function muslWarning({ packages }) {
    const installed = packages();
    const compiled = (installed?.graphOf('python').packages ?? []).filter((each) => installed?.claimsOf(each).some(({ entry }) => /\.so(?:\.[\d.]+)?$/.test(entry.path)));
    if (compiled.length === 0)
        return [];
    const names = compiled.slice(0, mostNames).map(({ name }) => name);
    const more = compiled.length - names.length;
    const list = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    return [
        `compiled for glibc, which Alpine has not: ${list}; see that each has a wheel for musl, or it is compiled anew`,
    ];
}
function aptWarning(subject) {
    const users = runsOf(subject).filter(({ commands }) => commands.some((command) => ['apt-get', 'apt', 'dpkg'].includes((0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .programWords */ .Os)(command)[0] ?? '')));
    return users.length === 0 ? [] : [`apt is not on Alpine, apk has other packages: ${linesText(users)}`];
}
/** Distroless has no shell for a RUN, nor for what is not written as an array. */
function shellWarning(subject) {
    const users = [
        ...runsOf(subject),
        ...startsOf(subject).filter(({ form, keyword }) => form === 'shell' && keyword !== 'SHELL'),
    ];
    return users.length === 0
        ? []
        : [
            `distroless has no shell: ${linesText(users)}; a RUN belongs into another stage, CMD and the like into an array`,
        ];
}
const runsOf = ({ chain }) => chain.flatMap(({ instructions }) => instructions.filter(({ keyword }) => keyword === 'RUN'));
const startsOf = ({ chain }) => chain.flatMap(({ instructions }) => instructions.filter(({ keyword }) => _use_js__WEBPACK_IMPORTED_MODULE_2__/* .started */ .A4.includes(keyword)));
const mostLines = 5;
/** `lines 3, 5 and 2 more`. */
function linesText(instructions) {
    const lines = [...new Set(instructions.map(({ range }) => range.firstLine))].sort((a, b) => a - b);
    const more = lines.length - mostLines;
    return `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, mostLines).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}


/***/ }),

/***/ 6107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Np: () => (/* binding */ runs),
/* harmony export */   Os: () => (/* binding */ programWords),
/* harmony export */   b8: () => (/* binding */ subcommandOf),
/* harmony export */   y1: () => (/* binding */ programAsWritten)
/* harmony export */ });
const wrappers = new Set(['sudo', 'exec', 'env', 'time', 'nice', 'command']);
/** The words from the program on, as they are written: without wrappers, their options and assignments. */
function unwrapped({ words }) {
    let start = 0;
    while (wrappers.has(words[start] ?? '')) {
        start++;
        while (/^-|^\w+=/.test(words[start] ?? ''))
            start++;
    }
    return words.slice(start);
}
/** The words from the program on, and of the program its name without its folder; of `python3 -m pip` that is `pip`. */
function programWords(command) {
    const [written, ...rest] = unwrapped(command);
    if (written === undefined)
        return [];
    const program = written.replace(/^.*\//, '');
    const behindOptions = rest.findIndex((word) => word === '-m' || !word.startsWith('-'));
    const module = rest[behindOptions] === '-m' ? rest.slice(behindOptions + 1) : [];
    return /^python[\d.]*$/.test(program) && module.length > 0 ? module : [program, ...rest];
}
/** The program as it is written: `/opt/conda/bin/conda`. */
const programAsWritten = (command) => unwrapped(command)[0] ?? '';
/** The first word behind the program that is no option: `install` of `npm --quiet install left-pad`. */
const subcommandOf = (command) => programWords(command)
    .slice(1)
    .find((word) => !word.startsWith('-')) ?? null;
/** Whether `command` runs one of `programs`, with one of `subcommands` among its words where some are given. */
function runs(command, programs, subcommands = []) {
    const [program, ...rest] = programWords(command);
    if (program === undefined || !programs.includes(program))
        return false;
    return subcommands.length === 0 || rest.some((word) => subcommands.includes(word));
}


/***/ }),

/***/ 5247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ compilationsIn)
/* harmony export */ });
/* unused harmony export isCompilation */
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6107);

/** Programs that make others out of sources, with the words that ask for it; none: whatever they are asked. */
const compilers = {
    go: ['build', 'install'],
    cargo: ['build', 'install'],
    rustc: [],
    gcc: [],
    cc: [],
    'g++': [],
    'c++': [],
    clang: [],
    make: [],
    javac: [],
    mvn: ['compile', 'package', 'verify', 'install'],
    mvnw: ['compile', 'package', 'verify', 'install'],
    gradle: ['assemble', 'build', 'jar', 'bootJar', 'shadowJar', 'installDist', 'distZip', 'distTar'],
    gradlew: ['assemble', 'build', 'jar', 'bootJar', 'shadowJar', 'installDist', 'distZip', 'distTar'],
    dotnet: ['build', 'publish'],
    ghc: [],
    stack: ['build', 'install'],
    swift: ['build'],
    zig: ['build', 'build-exe'],
};
/** Whether a command compiles a program. */
function isCompilation(command) {
    const [program = '', ...rest] = (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .programWords */ .Os)(command);
    if (!Object.hasOwn(compilers, program))
        return false;
    const wanted = compilers[program] ?? [];
    return wanted.length === 0
        ? !rest.some((word) => /^--?(?:version|v|help)$/.test(word))
        : rest.some((word) => wanted.includes(word));
}
/** The commands that compile in the stages that the image is made of; what other stages compile leaves nothing in it. */
const compilationsIn = (chain) => chain.flatMap(({ instructions }) => instructions
    .filter(({ keyword }) => keyword === 'RUN')
    .flatMap((run) => run.commands.filter(isCompilation).map((command) => ({ run, command }))));


/***/ }),

/***/ 778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   _M: () => (/* binding */ touch),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   ct: () => (/* binding */ applyEdits),
/* harmony export */   q3: () => (/* binding */ newlineOf)
/* harmony export */ });
/** The lines of a text with their ends; a text that ends with a line's end has no empty line behind it. */
const linesOf = (text) => text.match(/[^\n]*\n|[^\n]+/g) ?? [];
/** What ends the lines of a text, by its first. */
const newlineOf = (text) => (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n');
/** `text` with the edits of one file made; line breaks within an edit are those that `text` has. */
function applyEdits(text, edits, newline = newlineOf(text)) {
    const starts = lineStarts(text);
    const offset = (line, column) => Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
    const parts = [];
    let at = 0;
    for (const edit of inOrder(edits)) {
        const [from, to] = [offset(edit.firstLine, firstColumn(edit)), offset(edit.lastLine, lastColumn(edit))];
        parts.push(text.slice(at, from), edit.text.replaceAll('\n', newline));
        at = to;
    }
    return parts.join('') + text.slice(at);
}
function lineStarts(text) {
    const starts = [0];
    for (const line of linesOf(text))
        starts.push((starts.at(-1) ?? 0) + line.length);
    return starts;
}
/** By the places where they begin. */
const inOrder = (edits) => edits.toSorted((a, b) => a.firstLine - b.firstLine || firstColumn(a) - firstColumn(b));
/** Whether two edits share a place, or one begins where the other ends: then neither can be made beside the other. */
const touch = (one, other) => one.file === other.file && !endsBefore(one, other) && !endsBefore(other, one);
const endsBefore = (one, other) => one.lastLine < other.firstLine || (one.lastLine === other.firstLine && lastColumn(one) < firstColumn(other));
/** An edit without columns is about whole lines, but for the end of the last. */
const firstColumn = (edit) => edit.firstColumn ?? 1;
const lastColumn = (edit) => edit.lastColumn ?? Number.POSITIVE_INFINITY;


/***/ }),

/***/ 2484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ linesOfFix),
/* harmony export */   Y: () => (/* binding */ lineChanges)
/* harmony export */ });
/* harmony import */ var _fix_edits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(778);

/** What edits of one file change, by whole lines, in their order. */
function lineChanges(text, edits) {
    const lines = (0,_fix_edits_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .Dx)(text);
    const changes = byLines(edits).map(({ firstLine, lastLine, edits: members }) => {
        const before = lines.slice(firstLine - 1, lastLine);
        const shift = firstLine - 1;
        const moved = members.map((edit) => ({
            ...edit,
            firstLine: edit.firstLine - shift,
            lastLine: edit.lastLine - shift,
        }));
        return trimmed({ firstLine, before, after: (0,_fix_edits_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .Dx)((0,_fix_edits_js__WEBPACK_IMPORTED_MODULE_0__/* .applyEdits */ .ct)(before.join(''), moved, (0,_fix_edits_js__WEBPACK_IMPORTED_MODULE_0__/* .newlineOf */ .q3)(text))) });
    });
    return changes.filter(({ before, after }) => before.length + after.length > 0);
}
/** Edits that share a line belong together. */
function byLines(edits) {
    const groups = [];
    for (const edit of (0,_fix_edits_js__WEBPACK_IMPORTED_MODULE_0__/* .inOrder */ .al)(edits)) {
        const last = groups.at(-1);
        const shares = last !== undefined && edit.firstLine <= last.lastLine;
        if (shares)
            groups.pop();
        groups.push(shares
            ? { ...last, lastLine: Math.max(last.lastLine, edit.lastLine), edits: [...last.edits, edit] }
            : { firstLine: edit.firstLine, lastLine: edit.lastLine, edits: [edit] });
    }
    return groups;
}
/** Without lines at either end that stay as they are. */
function trimmed({ firstLine, before, after }) {
    const most = Math.min(before.length, after.length);
    let head = 0;
    while (head < most && before[head] === after[head])
        head++;
    let tail = 0;
    while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail))
        tail++;
    return {
        firstLine: firstLine + head,
        before: before.slice(head, before.length - tail),
        after: after.slice(head, after.length - tail),
    };
}
/** What is more than this is shown nowhere, and would only fill reports. */
const maxLines = 200;
const maxCharacters = 20_000;
/** What a fix changes in the files that are linted; null where it is too much to show, or changes another file. */
function linesOfFix({ edits }, { dockerfile, context }) {
    const texts = new Map([[dockerfile.path, dockerfile.text]]);
    if (context !== null)
        texts.set(context.ignoreFile, context.ignoreText ?? '');
    const changes = [];
    for (const [file, own] of Map.groupBy(edits, (edit) => edit.file)) {
        const text = texts.get(file);
        if (text === undefined)
            return null;
        changes.push(...lineChanges(text, own).map((change) => withoutEnds(file, change)));
    }
    const lines = changes.flatMap(({ before, after }) => [...before, ...after]);
    const characters = lines.reduce((total, { length }) => total + length, 0);
    return lines.length > maxLines || characters > maxCharacters ? null : changes;
}
const withoutEnds = (file, { firstLine, before, after }) => ({
    file,
    firstLine,
    before: before.map(withoutEnd),
    after: after.map(withoutEnd),
});
const withoutEnd = (line) => line.replace(/\r?\n$/, '');


/***/ }),

/***/ 9938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ chooseFixes),
/* harmony export */   T: () => (/* binding */ fixFiles)
/* harmony export */ });
/* harmony import */ var _fix_edits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(778);
/* harmony import */ var _fix_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2484);


const isFixable = (finding) => (finding.fix?.edits.length ?? 0) > 0;
/**
 * Chooses among findings, the most expensive first, as `lint` gives them.
 *
 * @param allowUnsafe whether to take fixes that may break something, too
 */
function chooseFixes(findings, allowUnsafe) {
    const [allowed, unsafe] = partition(findings.filter(isFixable), ({ fix }) => allowUnsafe || fix.safe);
    const chosen = [];
    const deferred = [];
    for (const finding of allowed) {
        const isFree = chosen.every(({ fix }) => !fix.edits.some((one) => finding.fix.edits.some((other) => (0,_fix_edits_js__WEBPACK_IMPORTED_MODULE_0__/* .touch */ ._M)(one, other))));
        (isFree ? chosen : deferred).push(finding);
    }
    return { chosen, deferred, unsafe };
}
function partition(items, isFirst) {
    return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
/** The files that the fixes of `chosen` change; a byte order mark stays where it is. */
function fixFiles({ dockerfile, context }, chosen) {
    const texts = new Map([[dockerfile.path, dockerfile.text]]);
    if (context !== null)
        texts.set(context.ignoreFile, context.ignoreText);
    const edits = Map.groupBy(chosen.flatMap(({ fix }) => fix.edits), ({ file }) => file);
    const files = [...edits].map(([path, own]) => {
        const before = texts.get(path);
        if (before === undefined)
            throw new Error(`a fix changes ${path}, which was not linted`);
        const text = before ?? '';
        // Places in a Dockerfile are told as if it had no byte order mark.
        const hasMark = path === dockerfile.path && text.startsWith('\uFEFF');
        const placed = hasMark ? own.map(behindMark) : own;
        return { path, before, after: (0,_fix_edits_js__WEBPACK_IMPORTED_MODULE_0__/* .applyEdits */ .ct)(text, placed), changes: (0,_fix_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .lineChanges */ .Y)(text, placed) };
    });
    return files.filter(({ changes }) => changes.length > 0);
}
function behindMark(edit) {
    const column = (line, at) => (line === 1 && at !== null ? at + 1 : at);
    return {
        ...edit,
        firstColumn: column(edit.firstLine, edit.firstColumn ?? 1),
        lastColumn: column(edit.lastLine, edit.lastColumn),
    };
}


/***/ }),

/***/ 3741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ur: () => (/* binding */ installsOf),
/* harmony export */   dU: () => (/* binding */ mayInstall),
/* harmony export */   yV: () => (/* binding */ removedBy),
/* harmony export */   zs: () => (/* binding */ virtualName)
/* harmony export */ });
/* harmony import */ var _packages_requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8894);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6107);


const syntaxes = {
    dpkg: {
        programs: ['apt-get', 'apt', 'aptitude'],
        install: ['install'],
        remove: ['remove', 'purge', 'autoremove', 'autopurge'],
        valued: ['-t', '--target-release', '--default-release', '-o', '--option', '-c', '--config-file', '-a'],
        nameOf: (word) => /^([a-z0-9][a-z0-9+.-]+)(?:[:=/].*)?$/.exec(word)?.[1] ?? null,
    },
    apk: {
        programs: ['apk'],
        install: ['add'],
        remove: ['del'],
        valued: [
            '-t',
            '--virtual',
            '-X',
            '--repository',
            '-p',
            '--root',
            '--arch',
            '--keys-dir',
            '--repositories-file',
            '--wait',
            '--cache-dir',
        ],
        nameOf: (word) => /^(\.?[A-Za-z0-9][\w+.-]*)(?:[=<>~@].*)?$/.exec(word)?.[1] ?? null,
    },
    python: {
        programs: ['pip', 'pip2', 'pip3', 'uv', 'poetry', 'pipenv', 'pdm'],
        install: ['install', 'sync', 'add'],
        remove: ['uninstall'],
        valued: [
            ...'-r --requirement -c --constraint -e --editable -t --target --prefix --root --src -i --index-url'.split(' '),
            ...'--extra-index-url -f --find-links --trusted-host --proxy --cert --timeout --retries'.split(' '),
            ...'--python-version --platform --implementation --abi --python -p --no-binary --only-binary'.split(' '),
            ...'--progress-bar --log --cache-dir'.split(' '),
        ],
        nameOf(word) {
            const [, name] = /^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?\s*(?:[=<>!~;@ ].*)?$/.exec(word) ?? [];
            return name === undefined || /\.(?:whl|zip|gz|txt)$/.test(name) ? null : (0,_packages_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .normalisedName */ .E)(name);
        },
    },
    node: {
        programs: ['npm', 'yarn', 'pnpm', 'bun'],
        install: ['install', 'i', 'ci', 'clean-install', 'add'],
        remove: ['uninstall', 'remove', 'rm', 'un'],
        valued: ['--prefix', '--registry', '--cache', '--tag', '-w', '--workspace', '--filter', '-C', '--dir'],
        nameOf: (word) => /^((?:@[\w.-]+\/)?[\w][\w.-]*)(?:@[^/]*)?$/.exec(word)?.[1] ?? null,
    },
};
/** The commands of a RUN that install packages of `manager`. */
const installsOf = (run, manager) => run.commands.flatMap((command) => {
    const rest = argumentsOf(command, manager, syntaxes[manager].install);
    return rest === null ? [] : [{ command, names: namesIn(rest, manager) }];
});
/** What a command takes away again; a virtual package by its own name. */
const removedBy = (command, manager) => namesIn(argumentsOf(command, manager, syntaxes[manager].remove) ?? [], manager);
/** The virtual package that `apk add --virtual NAME` makes; null for none. */
function virtualName({ words }) {
    const at = words.findIndex((word) => word === '-t' || word === '--virtual');
    return ((at < 0 ? words.find((word) => word.startsWith('--virtual='))?.slice('--virtual='.length) : words[at + 1]) ?? null);
}
/** Whether a RUN may install packages of `manager`, by its own words or by a script. */
const mayInstall = (run, manager) => run.commands.some((command) => runsScript(command) || isOf(command, manager)) ||
    (run.commands.length === 0 && run.words.length > 0);
const runsScript = (command) => /\.\w+$|^(?:\.?\/|(?:ba|da|z)?sh$|source$|make$)/.test((0,_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .programAsWritten */ .y1)(command));
const isOf = (command, manager) => argumentsOf(command, manager, null) !== null;
/** The words behind the subcommand; null where `command` is not of `manager`, or of none of `subcommands`. */
function argumentsOf(command, manager, subcommands) {
    const { programs } = syntaxes[manager];
    const [program = '', ...rest] = (0,_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .programWords */ .Os)(command);
    if (!programs.includes(program))
        return null;
    if (subcommands === null)
        return rest;
    const at = rest.findIndex((word) => subcommands.includes(word));
    return at < 0 ? null : [...rest.slice(0, at).filter((word) => word.startsWith('-')), ...rest.slice(at + 1)];
}
function namesIn(words, manager) {
    const { valued, nameOf } = syntaxes[manager];
    return words.flatMap((word, at) => {
        const isValue = valued.includes(words[at - 1] ?? '');
        return isValue || word.startsWith('-') || word.includes('$') ? [] : (nameOf(word) ?? []);
    });
}


/***/ }),

/***/ 2823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ describePackages),
  A: () => (/* binding */ installedPackages)
});

// EXTERNAL MODULE: ./lib/analysis/filesystem.js
var filesystem = __webpack_require__(3087);
// EXTERNAL MODULE: ./lib/analysis/ownership.js + 9 modules
var ownership = __webpack_require__(8623);
// EXTERNAL MODULE: ./lib/packages/format.js
var format = __webpack_require__(8898);
;// CONCATENATED MODULE: ./lib/packages/development.js

/** What each installer notes beside what it installed; its folders are as seen from the first group. */
const notes = {
    npm: /^((?:.*\/)?)node_modules\/\.package-lock\.json$/,
    composer: /^((?:.*\/)?vendor\/composer\/)installed\.json$/,
};
/** The files of what npm (7 and newer) or composer (2) installed for development alone, by their own notes; one may be named twice. */
function developmentFiles(view, installer) {
    return [...(0,format/* matching */.wC)(view, notes[installer])].flatMap(([[, home = ''], text]) => text
        .split('\n')
        .filter(Boolean)
        .map((folder) => pathFrom(home, folder))
        .filter((folder) => folder.startsWith(parentOf(home)))
        .flatMap((folder) => [...view.below(folder)]));
}
/** A note is believed about the folder that it is in, and about what lies beside that. */
const parentOf = (home) => home.replace(/composer\/$/, '');
function pathFrom(home, folder) {
    const parts = home.split('/').filter(Boolean);
    for (const part of folder.split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return parts.join('/');
}

// EXTERNAL MODULE: ./lib/packages/facts.js
var packages_facts = __webpack_require__(9994);
;// CONCATENATED MODULE: ./lib/packages/graph.js

/** The packages of one manager: names mean nothing to another. Those without relations are left out. */
function packageGraph(found) {
    const packages = mergeEqual(found.filter(isRelated));
    const byName = new Map();
    for (const each of packages) {
        for (const name of new Set(each.relations.provides))
            append(byName, name, each);
    }
    const find = (name) => byName.get(name) ?? [];
    const targets = (groups) => groups.flatMap((names) => names.flatMap(find));
    const closure = (named, { wants }) => {
        const reached = new Set(named);
        // A set that grows while it is walked is walked to its new end.
        for (const { relations } of reached) {
            for (const next of targets(relations.needs))
                reached.add(next);
            if (wants)
                for (const next of targets(relations.wants))
                    reached.add(next);
        }
        return reached;
    };
    return {
        packages,
        find,
        closure,
        onlyNeededBy(named, kept = new Set()) {
            const dropped = new Set(named);
            const affected = closure(dropped, { wants: true });
            const isKept = (each) => !affected.has(each) || each.relations.essential || kept.has(each) || (wasAskedFor(each) && !dropped.has(each));
            const staying = closure(packages.filter(isKept), { wants: true });
            return new Set([...affected].filter((each) => !staying.has(each)));
        },
        onlyWanted() {
            const explained = closure(packages.filter(wasAskedFor), { wants: true });
            const kept = packages.filter((each) => !explained.has(each) || wasAskedFor(each) || each.relations.essential);
            const needed = closure(kept, { wants: false });
            return new Set([...explained].filter((each) => !needed.has(each)));
        },
    };
}
/** Or may have been. */
const wasAskedFor = ({ relations }) => relations.automatic !== true;
const isRelated = (each) => each.relations !== null;
function mergeEqual(packages) {
    const merged = new Map();
    for (const each of packages) {
        const other = merged.get((0,format/* packageKey */.MO)(each));
        merged.set((0,format/* packageKey */.MO)(each), other === undefined ? each : merge(other, each));
    }
    return [...merged.values()];
}
const merge = (one, other) => ({
    ...one,
    files: [...one.files, ...other.files],
    relations: {
        needs: [...one.relations.needs, ...other.relations.needs],
        wants: [...one.relations.wants, ...other.relations.wants],
        provides: [...one.relations.provides, ...other.relations.provides],
        automatic: one.relations.automatic === other.relations.automatic ? one.relations.automatic : null,
        essential: one.relations.essential || other.relations.essential,
    },
});
function append(lists, key, value) {
    const list = lists.get(key);
    if (list === undefined)
        lists.set(key, [value]);
    else
        list.push(value);
}

// EXTERNAL MODULE: ./lib/packages/names.js
var names = __webpack_require__(1953);
// EXTERNAL MODULE: ./lib/packages/node.js
var node = __webpack_require__(7601);
// EXTERNAL MODULE: ./lib/packages/requirement.js
var requirement = __webpack_require__(8894);
;// CONCATENATED MODULE: ./lib/packages/loading.js




function loadingOf(found, view) {
    if (found.manager === 'python')
        return loadingOfDistribution(found, view);
    if (found.manager === 'node')
        return loadingOfNodePackage(found, view);
    return loadingOfLibrary(found, view);
}
/** `libpango-1` of `/usr/lib/libpango-1.0.so.0`: another version counts as the same. */
const stemOf = (library) => library.slice(library.lastIndexOf('/') + 1).split('.', 1)[0] ?? library;
/** What Python and its tools use on their own. */
const usedByPython = ['pip', 'setuptools', 'wheel', 'tzdata'];
/** One that was installed from a file, a folder or a repository (PEP 610) may be the program itself. */
function loadingOfDistribution(found, view) {
    const info = found.files.find((path) => /\.(?:dist|egg)-info\/[^/]+$/.test(path))?.replace(/\/[^/]+$/, '') ?? null;
    const site = info === null ? null : loading_parentOf(info);
    const modules = new Set(found.files.flatMap((path) => (site === null ? [] : (moduleOf(path, site) ?? []))));
    const name = (0,requirement/* normalisedName */.E)(found.name);
    return {
        names: modules.size === 0 ? [] : [...modules, found.name, name, name.replaceAll('-', '_'), ...programsOf(found)],
        isFoundOtherwise: usedByPython.includes(name) ||
            found.files.some((path) => path.endsWith('.pth') || path.endsWith('-info/direct_url.json')) ||
            [...modules].some((module) => names/* pythonLibrary */.q1.has(module)) ||
            hasPlugIns(view.collected.get(`${info}/entry_points.txt`)),
    };
}
/** The top-level module that a file is of; null where it is of none. */
function moduleOf(path, site) {
    if (!path.startsWith(site === '' ? '' : `${site}/`) || !/\.(?:pyi?|so)$/.test(path))
        return null;
    const inside = path.slice(site === '' ? 0 : site.length + 1);
    return /^([\w-]+)(?:\/|\.)/.exec(inside)?.[1] ?? null;
}
/** Entry points of other groups than for scripts (packaging.python.org, "Entry points specification"). */
const hasPlugIns = (entryPoints) => /^\[(?!(?:console|gui)_scripts\])/m.test(entryPoints?.toString('latin1') ?? '');
/** Tools find these by what follows or goes before, or in a folder. */
const conventional = /(?:^|[/-])(?:plugins?|presets?|loader|config|adapter|transformer|transport|driver|dialect)(?:-|$)/;
const loadingOfNodePackage = (found, view) => ({
    names: [...(found.relations?.provides ?? [found.name]), ...(0,node/* nodePrograms */.y)(view, found)],
    isFoundOtherwise: conventional.test(found.name),
});
const libraryFolder = /^(?:usr\/)?(?:local\/)?lib(?:32|64)?\/(?:[\w-]+-linux-[\w-]+\/)?[^/]+$/;
/** Only what lies where the linker looks is a library; elsewhere it is a plug-in. */
function loadingOfLibrary(found, view) {
    const binaries = found.files
        .map((path) => ({ path, facts: view.collected.get(path) }))
        .filter(({ path, facts }) => /\.so(?:\.|$)/.test(path) || (facts !== undefined && (0,packages_facts/* readFact */.ni)(facts, 'needs') !== null));
    const sonames = binaries.flatMap(({ facts }) => (facts === undefined ? [] : ((0,packages_facts/* readFact */.ni)(facts, 'soname') ?? [])));
    const stems = [...new Set([...sonames, ...binaries.map(({ path }) => path)].map(stemOf))];
    return {
        names: sonames.length === 0 ? [] : stems.flatMap((stem) => [stem, stem.replace(/^lib/, '')]),
        isFoundOtherwise: programsOf(found).length > 0 ||
            sonames.length < binaries.length ||
            binaries.some(({ path }) => !libraryFolder.test(path)),
    };
}
const programsOf = ({ files }) => files.flatMap((path) => /(?:^|\/)s?bin\/([^/]+)$/.exec(path)?.[1] ?? []);
const loading_parentOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

// EXTERNAL MODULE: ./lib/packages/collected.js + 2 modules
var packages_collected = __webpack_require__(6823);
;// CONCATENATED MODULE: ./lib/packages/mentions.js



/** @param ownerOf the key of the package that a file belongs to, by its path; null for none */
function mentionsIn({ collected }, ownerOf) {
    const owners = new Map();
    let isComplete = true;
    const add = (name, owner) => {
        const known = owners.get(name);
        if (known === undefined)
            owners.set(name, new Set([owner]));
        else
            known.add(owner);
    };
    for (const [path, content] of collected) {
        if ((0,packages_collected/* collectedFile */.A)(path) !== null)
            continue;
        const values = (kind) => (0,packages_facts/* readFact */.ni)(content, kind) ?? [];
        const owner = ownerOf(path);
        for (const name of values('names'))
            add(name, owner);
        for (const library of [...values('needs'), ...values('names')])
            add(stemOf(library), owner);
        isComplete &&= (0,packages_facts/* readFact */.ni)(content, 'unread') === null;
    }
    return {
        isComplete,
        ownersOf: (names) => new Set([...names].flatMap((name) => [...(owners.get(name) ?? [])])),
    };
}

// EXTERNAL MODULE: ./lib/units.js
var units = __webpack_require__(3052);
;// CONCATENATED MODULE: ./lib/lint/packages.js









/** Null where the layers' indexes don't know what was collected. */
function installedPackages(layers, attributions, fileSystem) {
    const indexes = layers.map(({ index }) => index);
    const owned = (0,ownership/* ownFiles */.aJ)(indexes, fileSystem);
    const baseIndexes = indexes.filter((_index, at) => attributions[at]?.origin === 'base');
    const base = (0,ownership/* ownFiles */.aJ)(baseIndexes, (0,filesystem/* overlay */.L)(baseIndexes));
    if (owned === null || base === null)
        return null;
    const inBase = new Set(base.packages.map(nameKey));
    const isAdded = (found) => !inBase.has(nameKey(found));
    const unchanged = new Set(base.packages.map(format/* packageKey */.MO));
    const isOwn = ({ layer }) => attributions[layer]?.origin !== 'base';
    const claims = claimsByPackage(owned, isOwn);
    const graphs = new Map();
    const graphOf = (manager) => {
        const graph = graphs.get(manager) ??
            packageGraph(owned.packages
                .filter((each) => each.manager === manager)
                .map((each) => (isAdded(each) ? each : asStaying(each))));
        graphs.set(manager, graph);
        return graph;
    };
    let mentions = null;
    const loadings = new Map();
    const claimsOf = (found) => claims.get((0,format/* packageKey */.MO)(found)) ?? [];
    return {
        graphOf,
        isAdded,
        upgraded: owned.packages.filter((each) => !isAdded(each) && !unchanged.has((0,format/* packageKey */.MO)(each))),
        claimsOf,
        layerOf(found) {
            if (!isAdded(found))
                return null;
            const own = claimsOf(found);
            // One that only names others has no files.
            return largestHolder(own.length > 0 ? own : neededBy(found, graphOf(found.manager)).flatMap(claimsOf));
        },
        namedByScripts: new Set([...owned.view.collected].flatMap(([path, content]) => ownerOf(owned, path) === null ? ((0,packages_facts/* readFact */.ni)(content, 'programs') ?? []) : [])),
        loadingOf(found) {
            const known = loadings.get(found) ?? loadingOf(found, owned.view);
            loadings.set(found, known);
            return known;
        },
        mentions() {
            mentions ??= mentionsIn(owned.view, (path) => ownerOf(owned, path));
            return mentions;
        },
        developmentOf(installer) {
            const files = developmentFiles(owned.view, installer).flatMap((name) => owned.view.files.get(name) ?? []);
            // Folders may be nested, and files linked.
            return [...new Set(files)].filter(isOwn).map(({ layer, entry }) => ({ layer, entry }));
        },
    };
}
const nameKey = ({ manager, name }) => `${manager} ${name}`;
/** The key of the package that has a file, by the name it was collected by; null for none. */
function ownerOf({ view, owners }, path) {
    const file = view.files.get(path);
    const owner = file === undefined ? undefined : owners.get(file);
    return owner === undefined ? null : (0,format/* packageKey */.MO)(owner);
}
const asStaying = (each) => each.relations === null ? each : { ...each, relations: { ...each.relations, automatic: false } };
const neededBy = ({ relations }, graph) => (relations?.needs ?? []).flatMap((names) => names.flatMap(graph.find));
function claimsByPackage({ owners, packages, view }, isOwn) {
    const claims = new Map();
    const claim = (found, { layer, entry }) => {
        const key = (0,format/* packageKey */.MO)(found);
        const list = claims.get(key);
        if (list === undefined)
            claims.set(key, [{ layer, entry }]);
        else
            list.push({ layer, entry });
    };
    for (const [file, owner] of owners)
        if (isOwn(file))
            claim(owner, file);
    const debian = new Map(packages.filter(({ manager }) => manager === 'dpkg').map((each) => [each.name, each]));
    if (debian.size === 0)
        return claims;
    for (const name of view.below('var/lib/dpkg/info')) {
        const file = view.files.get(name);
        const owner = debian.get(/\/([^/:]+)(?::[^/.]+)?\.\w+$/.exec(name)?.[1] ?? '');
        if (file !== undefined && owner !== undefined && isOwn(file))
            claim(owner, file);
    }
    return claims;
}
/** Index of the layer that holds most of the bytes, by the number of files where they are empty; null for no files. */
function largestHolder(claims) {
    const held = new Map();
    for (const { layer, entry } of claims)
        held.set(layer, (held.get(layer) ?? 0) + entry.size + 1);
    return ([...held].reduce((best, each) => (best !== null && best[1] >= each[1] ? best : each), null)?.[0] ?? null);
}
const bytesOf = (entries) => entries.reduce((sum, { size }) => sum + size, 0);
/** `3 packages: gcc-12 (60 MB), cpp-12 (20 MB), gcc (30 kB)`: how many, and the largest five. */
function describePackages(packages, installed) {
    const weighed = packages
        .map((each) => ({ name: each.name, bytes: bytesOf(installed.claimsOf(each).map(({ entry }) => entry)) }))
        .sort((a, b) => b.bytes - a.bytes);
    const largest = weighed.slice(0, 5);
    const count = `${packages.length} ${packages.length === 1 ? 'package' : 'packages'}`;
    const names = largest.map(({ name, bytes }) => `${name} (${(0,units/* formatBytes */.z3)(bytes)})`).join(', ');
    return weighed.length <= largest.length ? `${count}: ${names}` : `${count}, among them ${names}`;
}


/***/ }),

/***/ 3185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ rules)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/lint/copies.js

/** COPY and ADD of the stages that reach the image, in their order. */
const copiesOf = (subject) => subject.chain.flatMap((stage) => stage.instructions.filter(({ keyword }) => keyword === 'COPY' || keyword === 'ADD'));
const flagOf = ({ flags }, name) => flags.find((flag) => flag.name === name)?.value ?? null;
/** Whether it copies from the build context, not from a stage or an image. */
const isFromContext = (copy) => copy.flags.every(({ name }) => name !== 'from');
/** As written. */
const sourcesOf = (copy) => copy.words.slice(0, -1).map(({ text }) => text);
const copiesWholeContext = (copy) => isFromContext(copy) && sourcesOf(copy).some((source) => ['.', './', '/'].includes(source));
/** Where it copies to, as layers write paths ('' is the root); null where variables or the base image decide. */
function targetOf(subject, copy) {
    const target = copy.words.at(-1)?.text;
    return target === undefined ? null : imagePath(target, workdirAt(subject, copy));
}
/** A path as it is written at `workdir`, as layers write it (bytes as latin1); null where it is not known. */
function imagePath(written, workdir) {
    if (written.includes('$') || (workdir === null && !written.startsWith('/')))
        return null;
    const path = external_node_path_.posix.resolve('/', workdir ?? '', written).slice(1);
    return Buffer.from(path).toString('latin1');
}
/** The working directory in which `instruction` runs; null where variables or the base image decide. */
function workdirAt(subject, instruction) {
    let workdir = subject.chain[0]?.base.image === 'scratch' ? '/' : null;
    for (const line of subject.chain.flatMap(({ instructions }) => instructions)) {
        if (line === instruction)
            break;
        const next = line.keyword === 'WORKDIR' ? line.words[0]?.text : undefined;
        if (next === undefined)
            continue;
        const isKnown = !next.includes('$') && (next.startsWith('/') || workdir !== null);
        workdir = isKnown ? external_node_path_.posix.resolve(workdir ?? '/', next) : null;
    }
    return workdir;
}
/** Whether `path` is `folder`, or below it. */
const isWithin = (folder, path) => folder === '' || path === folder || path.startsWith(`${folder}/`);
/**
 * The flag of a RUN that shows at `target` (as layers write it) what a COPY brings, from where that takes it. Null where a
 * mount can't do what the COPY does: several sources, patterns, owners, archives that ADD unpacks.
 */
function mountInPlaceOf(copy, target) {
    const [source, ...others] = sourcesOf(copy);
    const isPlain = copy.keyword === 'COPY' && copy.flags.every(({ name }) => name === 'from' || name === 'link');
    const isKnown = source !== undefined && others.length === 0 && !/[*?[$,\s]|^<</.test(source);
    if (!isPlain || !isKnown || /[,\s]/.test(target))
        return null;
    const from = isFromContext(copy) ? '' : `from=${flagOf(copy, 'from')},`;
    return `--mount=type=bind,${from}source=${source},target=/${Buffer.from(target, 'latin1').toString()}`;
}

;// CONCATENATED MODULE: ./lib/lint/removals.js
/** What stands at `range` of the Dockerfile becomes `text`. */
const replaceAt = (subject, range, text) => ({
    file: subject.dockerfile.path,
    ...range,
    text,
});
/** The place from the end of one range to the beginning of another. */
const between = (before, after) => ({
    firstLine: before.lastLine,
    firstColumn: before.lastColumn,
    lastLine: after.firstLine,
    lastColumn: after.firstColumn,
});
function textAt({ dockerfile }, range) {
    const lines = dockerfile.text.split('\n').slice(range.firstLine - 1, range.lastLine);
    const last = lines.length - 1;
    return lines
        .map((line, at) => line.slice(at === 0 ? range.firstColumn - 1 : 0, at === last ? range.lastColumn - 1 : undefined))
        .join('\n');
}
/** Puts a flag behind the keyword. */
function insertFlag(subject, { keyword, range }, flag) {
    const column = range.firstColumn + keyword.length;
    const place = { firstLine: range.firstLine, firstColumn: column, lastLine: range.firstLine, lastColumn: column };
    return replaceAt(subject, place, ` ${flag}`);
}
/** Takes an instruction away, its lines with it. */
const removeInstruction = (subject, { range }) => replaceAt(subject, { firstLine: range.firstLine, firstColumn: 1, lastLine: range.lastLine + 1, lastColumn: 1 }, '');
/**
 * Takes a command of a RUN away, with what joins it to its neighbour. Null where more than `&&` or `;` stands between: a
 * redirection, a bracket, a comment.
 */
function removeCommand(subject, run, command) {
    const at = run.commands.indexOf(command);
    const [before, after] = [run.commands[at - 1], run.commands[at + 1]];
    const isJoined = (one, other) => /^[\s\\]*(?:&&|;)[\s\\]*$/.test(textAt(subject, between(one, other)));
    const end = { ...run.range, firstLine: run.range.lastLine, firstColumn: run.range.lastColumn };
    const isLast = after === undefined && textAt(subject, between(command.range, end)).trim() === '';
    if (!isLast && (after === undefined || !isJoined(command.range, after.range)))
        return null;
    if (before !== undefined) {
        if (!isJoined(before.range, command.range))
            return null;
        const { lastLine, lastColumn } = command.range;
        return replaceAt(subject, { ...between(before.range, command.range), lastLine, lastColumn }, '');
    }
    if (after === undefined)
        return removeInstruction(subject, run);
    const { firstLine, firstColumn } = command.range;
    return replaceAt(subject, { ...between(command.range, after.range), firstLine, firstColumn }, '');
}

;// CONCATENATED MODULE: ./lib/lint/subject.js
const instructionsOf = (subject, keyword) => subject.chain.flatMap((stage) => stage.instructions.filter((instruction) => instruction.keyword === keyword));
/** The layer that `instruction` made; null without an image, or where it made none that we know of. */
function layerOf(subject, instruction) {
    const { firstLine } = instruction.range;
    const made = ({ origin, location }) => origin !== 'base' && location?.firstLine === firstLine;
    return subject.layers?.find(made) ?? null;
}
/** The instruction of the linted file that made `layer`; null where that is not known, and for the base image's. */
function instructionOf(subject, { origin, location }) {
    if (location === null || origin === 'base')
        return null;
    const instructions = subject.chain.flatMap((stage) => stage.instructions);
    return instructions.find(({ range }) => range.firstLine === location.firstLine) ?? null;
}
/** `Dockerfile:4`, or `layer 3` where its line is not known. */
const placeOf = ({ location, index }) => location === null ? `layer ${index + 1}` : `${location.file}:${location.firstLine}`;

;// CONCATENATED MODULE: ./lib/lint/rules/add-instead-of-copy/rule.js



const addInsteadOfCopy = {
    name: 'add-instead-of-copy',
    aliases: ['DL3020', 'CKV_DOCKER_4', 'CIS-DI-0009'],
    severity: 'info',
    topic: 'practice',
    check: (subject) => checkAll(subject, instructionsOf(subject, 'ADD').filter(isPlainCopy)),
};
/** What ADD does beside: fetches (BuildKit, isHTTPSource and parseGitSource), and unpacks tars. */
const remote = /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@|[\w.-]+\.\w+\/.*\.git(?:#|$))/;
const packed = /\.(?:tar|t?gz|t?bz2?|tbz2|t?xz|t?zst|tlz|lz4?)$/i;
const copyFlags = ['chown', 'chmod', 'link', 'exclude'];
const isPlainCopy = (add) => add.flags.every(({ name }) => copyFlags.includes(name)) &&
    sourcesOf(add).every((source) => !remote.test(source) && !packed.test(source) && !/\$|\*$/.test(source));
/** BuildKit looks into a file to see whether it is a tar, whatever its name is. */
const isSurelyNone = (source) => /^\.?\/?$|\/$|^<<|\.\w+$/.test(source);
/** One finding for all: who writes ADD writes it everywhere. */
function checkAll(subject, adds) {
    const [first, ...others] = adds;
    if (first === undefined)
        return [];
    return [
        {
            message: '`ADD` also fetches and unpacks; where files are only copied, say `COPY`',
            range: first.range,
            claims: null,
            evidence: others.length === 0 ? [] : [`also in line ${others.map(({ range }) => range.firstLine).join(', ')}`],
            fix: {
                safe: adds.every((add) => sourcesOf(add).every(isSurelyNone)),
                edits: adds.map((add) => replaceAt(subject, keywordOf(add), 'COPY')),
            },
        },
    ];
}
function keywordOf({ keyword, range: { firstLine, firstColumn } }) {
    return { firstLine, firstColumn, lastLine: firstLine, lastColumn: firstColumn + keyword.length };
}

// EXTERNAL MODULE: ./lib/lint/use.js
var lint_use = __webpack_require__(7106);
;// CONCATENATED MODULE: ./lib/lint/build-packages.js

/** Tools beside headers, and libraries that only programs need which GCC instruments. */
const noLibrary = /-(?:dev|bin|doc|proto)$|^lib(?:[altu]|ub|hwa)san\d*$/;
/**
 * The libraries whose headers a package brings: what was compiled with these may be linked to them, which no manager
 * knows of.
 */
const librariesOf = ({ name, relations }, { find }) => name.endsWith('-dev')
    ? relations.needs
        .flat()
        .flatMap(find)
        .filter((each) => !noLibrary.test(each.name))
    : [];
const programsOf = {
    'build-essential': ['gcc', 'cc', 'g++', 'c++', 'make'],
    'build-base': ['gcc', 'cc', 'g++', 'c++', 'make'],
    gcc: ['gcc', 'cc'],
    'g++': ['g++', 'c++'],
    golang: ['go'],
    rustc: ['rustc', 'cargo'],
};
/** Packages of Python that compile when they are run. */
const compilingModules = ['triton', 'torch', 'cython', 'pythran', 'numba-cuda'];
/** Whether something compiles when the image runs. */
function isCompilerUsed(name, use) {
    const program = name.replace(/-(?:\d.*|go)$/, '');
    const modules = use.installed?.graphOf('python');
    return (compilingModules.some((module) => modules !== undefined && modules.find(module).length > 0) ||
        isStarted(programsOf[program] ?? [program], use));
}
/** By what the image starts or by a script; a later RUN that compiles needs it only while the image is built. */
const isStarted = (programs, use) => (0,lint_use/* isProgramUsed */.gK)(programs, use, { whileBuilding: false });

// EXTERNAL MODULE: ./lib/packages/requirement.js
var requirement = __webpack_require__(8894);
// EXTERNAL MODULE: ./lib/lint/installs.js
var lint_installs = __webpack_require__(3741);
// EXTERNAL MODULE: ./lib/lint/packages.js + 4 modules
var lint_packages = __webpack_require__(2823);
;// CONCATENATED MODULE: ./lib/lint/unneeded.js




/**
 * A rule about packages, priced by their files and by those of what came because of them alone. With an image at hand its
 * packages decide: what a script installs counts, and so does what it removes.
 */
const unneededPackages = (unneeded) => ({
    name: unneeded.name,
    aliases: unneeded.aliases,
    severity: unneeded.severity ?? 'info',
    check: (subject) => unneeded.managers.flatMap((manager) => checkManager(subject, manager, unneeded)),
});
function checkManager(subject, manager, unneeded) {
    // What another stage installs may be copied.
    const runs = subject.dockerfile.stages.flatMap(({ instructions }) => instructions.filter(isRun));
    if (!runs.some((run) => (0,lint_installs/* mayInstall */.dU)(run, manager)))
        return [];
    const isTraced = subject.layers?.some(({ location }) => location !== null) ?? false;
    const installed = isTraced ? subject.packages() : null;
    return installed === null
        ? instructionsOf(subject, 'RUN').flatMap((run) => checkText(subject, run, manager, unneeded))
        : checkImage(subject, installed, manager, unneeded);
}
const isRun = ({ keyword }) => keyword === 'RUN';
/** What a RUN says that it installs, and does not remove again. */
function checkText(subject, run, manager, unneeded) {
    const { isMeant, isUsed } = unneeded;
    const use = { subject, installed: null, instruction: run };
    const places = new Map(run.commands.map((command, at) => [command, at]));
    const removals = lastRemovals(run, manager);
    const installs = (0,lint_installs/* installsOf */.Ur)(run, manager).map(({ command, names }) => {
        const isRemovedBehind = (name) => (removals.get(name) ?? -1) > (places.get(command) ?? 0);
        const virtual = (0,lint_installs/* virtualName */.zs)(command);
        const stays = (name) => !isRemovedBehind(name) && (virtual === null || !isRemovedBehind(virtual));
        return { command, names: names.filter((name) => isMeant(name, manager) && stays(name) && !isUsed?.(name, use)) };
    });
    const found = foundBy(run, manager, installs, null);
    return found.names.length === 0 ? [] : [draftOf(subject, found, unneeded, null)];
}
/** By name, the place of the last command of a RUN that takes it away. */
const lastRemovals = (run, manager) => new Map(run.commands.flatMap((command, at) => (0,lint_installs/* removedBy */.yV)(command, manager).map((name) => [name, at])));
const foundBy = (instruction, manager, installs, kept) => ({
    ...{ manager, instruction, kept },
    installs: installs.filter(({ names }) => names.length > 0),
    names: [...new Set(installs.flatMap(({ names }) => names))],
});
/** One finding for each instruction whose layer has some of them. */
function checkImage(subject, installed, manager, unneeded) {
    const graph = installed.graphOf(manager);
    const layerOf = (each) => subject.layers?.[installed.layerOf(each) ?? -1] ?? null;
    const all = graph.packages.filter((each) => {
        const layer = layerOf(each);
        const instruction = layer === null ? null : instructionOf(subject, layer);
        if (instruction === null || each.relations.automatic === true || !isAnyMeant(each, graph, unneeded))
            return false;
        return !unneeded.isUsed?.(nameOf(each), { subject, installed, instruction });
    });
    const meant = unneeded.choose?.(all, { subject, installed, manager }) ?? all;
    const kept = new Set([...graph.closure(meant, { wants: true })].flatMap((each) => unneeded.keeps?.(each, graph) ?? []));
    const gone = [...graph.onlyNeededBy(meant, kept)];
    return (subject.layers ?? []).flatMap((layer) => {
        const here = gone.filter((each) => layerOf(each) === layer);
        return here.length === 0
            ? []
            : checkLayer(subject, layer, { installed, manager, unneeded, here, meant: new Set(meant), kept: [...kept] });
    });
}
/** A virtual package of apk's is meant where one of those is that it was made for. */
function isAnyMeant(found, graph, { isMeant }) {
    const isOneMeant = (each) => isMeant(nameOf(each), each.manager);
    if (isOneMeant(found))
        return true;
    return found.name.startsWith('.') && found.relations.needs.flat().flatMap(graph.find).some(isOneMeant);
}
/** As a Dockerfile's command has it, when it is read. */
const nameOf = ({ manager, name }) => (manager === 'python' ? (0,requirement/* normalisedName */.E)(name) : name);
function checkLayer(subject, layer, gone) {
    const { installed, manager, unneeded, here, meant, kept } = gone;
    const instruction = instructionOf(subject, layer);
    const names = here.filter((each) => meant.has(each)).map(nameOf);
    if (instruction === null || names.length === 0)
        return [];
    const isNamed = new Set(names);
    const installs = (0,lint_installs/* installsOf */.Ur)(instruction, manager).map((install) => ({
        ...install,
        names: install.names.filter((name) => isNamed.has(name) || isNamed.has((0,lint_installs/* virtualName */.zs)(install.command) ?? '')),
    }));
    const keptHere = kept.filter((each) => installed.layerOf(each) === layer.index && each.relations.automatic === true);
    const found = {
        ...foundBy(instruction, manager, installs, keptHere.map(nameOf)),
        names,
    };
    return [
        draftOf(subject, found, unneeded, {
            claims: here.flatMap(installed.claimsOf),
            evidence: [(0,lint_packages/* describePackages */.z)(here, installed)],
        }),
    ];
}
function draftOf(subject, found, { message, fix }, priced) {
    const all = (0,lint_installs/* installsOf */.Ur)(found.instruction, found.manager);
    const [install] = found.installs.length > 0 || all.length > 1 ? found.installs : all;
    return {
        message: message(listed(found.names)),
        range: install?.command.range ?? found.instruction.range,
        claims: priced?.claims ?? null,
        evidence: priced?.evidence ?? [],
        fix: fix?.(subject, found) ?? null,
    };
}
/** The first few names, set apart as code. */
function listed(names) {
    const shown = names.slice(0, 5).map((name) => `\`${name}\``);
    const more = names.length - shown.length;
    return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}

// EXTERNAL MODULE: ./lib/lint/commands.js
var commands = __webpack_require__(6107);
;// CONCATENATED MODULE: ./lib/lint/edits.js
/** Puts `text` behind what stands at `range` of the Dockerfile. */
const insertBehind = (subject, range, text) => ({
    file: subject.dockerfile.path,
    firstLine: range.lastLine,
    firstColumn: range.lastColumn,
    lastLine: range.lastLine,
    lastColumn: range.lastColumn,
    text,
});
/** `> log 2>&1`, `>> "a b"`, which are no words of a command. */
const redirections = /^(?:[ \t]*(?:\d+|&)?(?:>>|>\||>|<)&?[ \t]*(?:"[^"$`\\]*"|'[^']*'|\\.|[^\s;&|<>()"'`\\])+)*/;
/** What may stand behind a command that is over: not a pipe, `&`, or more of a word. */
const commandEnd = /^(?:[ \t]*(?:$|\r|\\|`[ \t\r]*$|&&|\|\||;|\))|[ \t]+#)/;
/**
 * Runs `text` behind a command of a RUN, by sudo if that does. Null where there is no such place: what writes to a pipe or
 * runs beside others is not over where it ends.
 */
function insertCommand(subject, run, command, text) {
    const next = run.commands[run.commands.indexOf(command) + 1];
    const rest = restOfLine(subject, command.range);
    const redirection = redirections.exec(rest)?.[0] ?? '';
    if (next?.operator === '|' || !commandEnd.test(rest.slice(redirection.length)))
        return null;
    const { lastColumn } = command.range;
    // `set -e` does not end a script at the first of two commands that `&&` joins; a condition's last command decides it.
    const isOneOfMany = next?.operator === ';' && !/^[ \t]*;[ \t]*(?:then|do)\b/.test(rest);
    const sudo = command.words[0] === 'sudo' ? 'sudo ' : '';
    return insertBehind(subject, { ...command.range, lastColumn: lastColumn + redirection.length }, `${isOneOfMany ? ';' : ' &&'} ${sudo}${text}`);
}
const restOfLine = ({ dockerfile }, { lastLine, lastColumn }) => (dockerfile.text.split('\n')[lastLine - 1] ?? '').slice(lastColumn - 1);

;// CONCATENATED MODULE: ./lib/lint/unneeded-fixes.js





/** Leaves what is not needed out of the commands that name it; null where that is not to be seen, or nothing would be left. */
function leaveOut(subject, { installs, names }) {
    const isSeen = names.every((name) => installs.some((install) => install.names.includes(name)));
    if (!isSeen || installs.some(({ command }) => (0,lint_installs/* virtualName */.zs)(command) !== null))
        return null;
    const edits = installs.flatMap((install) => withoutNames(subject, install));
    return edits.every((edit) => edit !== null) ? { safe: false, edits } : null;
}
/**
 * What the RUN itself still needs is removed when it is done; where a later one may need it, there is no such edit. What
 * the RUN does not use is left out.
 */
function removeAfterUse(subject, found) {
    const { instruction, installs, kept } = found;
    if (kept === null || instruction.keyword !== 'RUN' || (0,lint_use/* runsBehind */.x9)(subject, instruction).length > 0)
        return null;
    const last = instruction.commands.at(-1);
    const install = installs.at(-1);
    if (last === undefined || install === undefined)
        return null;
    const behind = instruction.commands.slice(instruction.commands.indexOf(install.command) + 1);
    if (behind.every((command) => (0,commands/* runs */.Np)(command, ['rm', 'apt-get', 'apt', 'true'])))
        return leaveOut(subject, found);
    const edit = insertCommand(subject, instruction, last, removalOf(found, kept));
    return edit === null ? null : { safe: false, edits: [edit] };
}
/** Removes packages and what came with them, less what is of use. */
function removalOf({ manager, names }, kept) {
    const [gone, stays] = [names.join(' '), kept.join(' ')];
    if (manager === 'apk')
        return `${stays && `apk add --no-cache ${stays} && `}apk del --no-cache ${gone}`;
    return `${stays && `apt-mark manual ${stays} && `}apt-get purge -y --auto-remove ${gone}`;
}
/** The edits that take the names out of a command; none of it where it would name nothing any more. */
function withoutNames(subject, { command, names }) {
    const others = command.words.filter((word) => !word.startsWith('-') && !names.includes(nameIn(word)));
    // The program and its subcommand are always left.
    if (others.length <= 2 + (command.words[0] === 'sudo' ? 1 : 0))
        return [null];
    return names.map((name) => {
        const place = unneeded_fixes_placeOf(subject, command, name);
        return place === null ? null : replaceAt(subject, place.withSpace, '');
    });
}
/** Adds to a package's name in a command; null where the name does not stand there once. */
function extendName(subject, command, name, addition) {
    const place = unneeded_fixes_placeOf(subject, command, name);
    return place === null ? null : insertBehind(subject, place.name, addition);
}
/** Where a command names a package; null where that is in quotes, or not once. */
function unneeded_fixes_placeOf(subject, { range }, name) {
    const text = textAt(subject, range);
    const words = [...text.matchAll(/(?:[ \t]|\\\r?\n)+([^\s\\]+)(?=\s|\\|$)/g)];
    const [match, ...more] = words.filter(([, word = '']) => nameIn(word) === name);
    if (match === undefined || more.length > 0)
        return null;
    const [{ length }, word = ''] = match;
    const start = match.index + length - word.length;
    return {
        name: rangeWithin(range, text, start, start + name.length),
        withSpace: rangeWithin(range, text, match.index, match.index + length),
    };
}
const nameIn = (word) => word.split(/[=:/@<>~[]/)[0] ?? '';
/** The range of a part of the text that stands at `range`. */
function rangeWithin(range, text, start, end) {
    const positionOf = (at) => {
        const lines = text.slice(0, at).split('\n');
        const column = (lines.at(-1) ?? '').length;
        return { line: range.firstLine + lines.length - 1, column: column + (lines.length === 1 ? range.firstColumn : 1) };
    };
    const [first, last] = [positionOf(start), positionOf(end)];
    return { firstLine: first.line, firstColumn: first.column, lastLine: last.line, lastColumn: last.column };
}

;// CONCATENATED MODULE: ./lib/lint/rules/apk-build-deps-left-behind/rule.js



/** Alpine's compilers and what goes with them. */
const tools = /^(?:build-base|alpine-sdk|gcc|g\+\+|gfortran|clang\d*|llvm\d*|make|cmake|ninja|samurai|meson|autoconf|automake|libtool|pkgconf|pkgconfig|nasm|yasm|bison|flex|rust|cargo|go|linux-headers|.*-dev)$/;
const apkBuildDepsLeftBehind = unneededPackages({
    name: 'apk-build-deps-left-behind',
    aliases: [],
    severity: 'warning',
    managers: ['apk'],
    isMeant: (name) => tools.test(name),
    isUsed: isCompilerUsed,
    keeps: librariesOf,
    message: (names) => `${names}: what only a build needs stays in the image: \`apk add --virtual .build-deps\` and \`apk del .build-deps\` in the same RUN, or build in another stage`,
    fix: removeAfterUse,
});

// EXTERNAL MODULE: ./lib/analysis/path.js
var path = __webpack_require__(8575);
// EXTERNAL MODULE: ./lib/units.js
var units = __webpack_require__(3052);
;// CONCATENATED MODULE: ./lib/lint/claims.js


/**
 * The files that `layer` brought, that are still there at the end and that `matches` under each of their names (by path,
 * latin1, no leading slash): what has another name besides (a hard link) would stay if this one went. One that a later
 * layer wrote again with the same content (chown) is there still.
 */
function keptFiles(layer, matches) {
    const claims = [];
    for (const entry of layer.live) {
        const names = layer.names.get(entry);
        if (names === undefined ? matches(entry.path) : names.every(matches))
            claims.push({ layer: layer.index, entry });
    }
    for (const { entry, how } of layer.hidden) {
        if (how === 'metadata' && matches(entry.path))
            claims.push({ layer: layer.index, entry });
    }
    return claims;
}
/** What a price was made of, in words; nothing without an image. */
const evidenceOf = (claims) => claims === null ? [] : [describeFiles(claims.map(({ entry }) => entry))];
/** `52 files, among them /a (1 MB), /b (20 kB)`: how many, and the largest three. */
function describeFiles(entries) {
    const largest = [...entries].sort((a, b) => b.size - a.size).slice(0, 3);
    const names = largest.map((entry) => `${(0,path/* pathText */.L)(entry.path)} (${(0,units/* formatBytes */.z3)(entry.size)})`).join(', ');
    const count = `${entries.length} ${entries.length === 1 ? 'file' : 'files'}`;
    return entries.length <= largest.length ? `${count}: ${names}` : `${count}, among them ${names}`;
}

;// CONCATENATED MODULE: ./lib/lint/folders.js

/** The files in any of `folders`, however deep. */
function filesIn(folders) {
    const tests = folders.map((folder) => {
        const inside = `${namesOf(folder).join('/')}/`;
        return folder.startsWith('/')
            ? (path) => path.startsWith(inside)
            : (path) => path.includes(`/${inside}`) || path.startsWith(inside);
    });
    return (path) => tests.some((test) => test(path));
}
/** Whether `command` removes a folder, what holds it, or some of what is in it: a text alone can't tell how much. */
const removes = (command, folder) => (0,commands/* runs */.Np)(command, ['rm', 'find']) && (0,commands/* programWords */.Os)(command).some((word) => mayMean(word, folder));
/** Whether a mount of a RUN keeps what is written to `folder` out of the layer. */
const isMounted = (run, folder) => mountTargets(run).some((target) => mayMean(target, folder));
/** Where a RUN mounts what does not become part of its layer (BuildKit's `--mount`, whose default type is `bind`). */
function mountTargets(run) {
    return run.flags.flatMap(({ name, value }) => {
        if (name !== 'mount' || value === null)
            return [];
        const options = new Map(value.split(',').map((pair) => splitPair(pair.trim())));
        const target = options.get('target') ?? options.get('dst') ?? options.get('destination');
        return target !== undefined && ['cache', 'tmpfs', 'bind'].includes(options.get('type') ?? 'bind') ? [target] : [];
    });
}
function splitPair(pair) {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
/** Whether a path as a Dockerfile has it (`/var/cache/*`, `${HOME:-/root}/.npm`) may mean a folder, its parents or its content. */
function mayMean(written, folder) {
    const word = written.replace(/\$\{(\w+):?-[^}]*\}/g, '$$$1');
    const path = namesOf(word);
    const names = namesOf(folder);
    if (folder.startsWith('/'))
        return /^[/$]/.test(word) && agree(path, names);
    if (/^(?:~|\$HOME|\$\{HOME\}|\/root|\/home\/[^/]+)\/?$/.test(word))
        return true;
    if (path[0]?.startsWith('$'))
        return agree(path, names);
    // The place of a `~` folder is where its own name stands: a glob (`/tmp/*`) is none.
    return path.some((name, at) => name === names[0] && agree(path.slice(at), names));
}
const namesOf = (path) => path
    .replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/)/, '')
    .split('/')
    .filter((name) => name !== '');
/** Whether two paths are the same as far as the shorter one goes; `/` alone is no path. */
const agree = (path, names) => path.length > 0 && names.slice(0, path.length).every((name, at) => fits(path[at] ?? name, name));
/** What stands behind a glob's or a variable's first character fits everything. */
function fits(pattern, name) {
    const open = pattern.search(/[*?[{$]/);
    return open < 0 ? pattern === name : name.startsWith(pattern.slice(0, open));
}

;// CONCATENATED MODULE: ./lib/lint/left-behind.js




/**
 * A rule about what RUNs leave behind. With a layer at hand its files decide: a cleanup in a script counts, and so does
 * what a script leaves.
 */
const leftBehind = ({ name, aliases, leftovers }) => {
    const all = leftovers.map((leftover) => ({ ...leftover, files: leftover.files ?? filesIn(leftover.folders) }));
    return {
        name,
        aliases,
        severity: 'warning',
        check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => all.flatMap((leftover) => checkRun(subject, run, leftover))),
    };
};
function checkRun(subject, run, leftover) {
    const layer = layerOf(subject, run);
    const culprits = culpritsOf(subject, run, leftover);
    const last = culprits?.at(-1);
    if (layer === null && last === undefined)
        return [];
    const claims = layer === null ? null : keptFiles(layer, leftover.files);
    if (claims?.length === 0 || leftover.isNeeded?.(subject))
        return [];
    return [
        {
            message: leftover.message,
            range: last?.range ?? run.range,
            claims,
            evidence: evidenceOf(claims),
            fix: culprits === null ? null : fixOf(subject, run, culprits, claims, leftover),
        },
    ];
}
/** The commands that leave it, where nothing behind the last of them takes it away; null: none. */
function culpritsOf(subject, run, { folders, isLeftBy, isCleanedBy, settings = [] }) {
    const [first, ...others] = run.commands.filter((command) => isLeftBy(command, run, subject) && !command.assignments.some((assignment) => sets(assignment, settings)));
    if (first === undefined || folders.some((folder) => isMounted(run, folder)))
        return null;
    if (isSet(subject, run, settings))
        return null;
    const last = others.at(-1) ?? first;
    const isCleaned = run.commands
        .slice(run.commands.indexOf(last) + 1)
        .some((command) => isCleanedBy?.(command) || folders.some((folder) => removes(command, folder)));
    return isCleaned ? null : [first, ...others];
}
/** Whether a RUN inherits one of `settings`, or exports it itself. */
const isSet = (subject, run, settings) => inheritedWords(subject, run).some((word) => sets(word, settings)) ||
    run.commands.some(({ words }) => words[0] === 'export' && words.some((word) => sets(word, settings)));
/** What the ENVs and ARGs before an instruction say: `NAME=value`, or in the old form `NAME` and `value`. */
const inheritedWords = (subject, instruction) => ['ENV', 'ARG']
    .flatMap((keyword) => instructionsOf(subject, keyword))
    .filter(({ range }) => range.firstLine < instruction.range.firstLine)
    .flatMap(({ words }) => words.map(({ text }) => text));
const sets = (word, names) => names.some((name) => word === name || word.startsWith(`${name}=`));
function fixOf(subject, run, culprits, claims, { remedy, isSafe = true }) {
    const found = remedy(culprits, claims);
    if (found === null)
        return null;
    const edits = 'option' in found
        ? culprits.map(({ range }) => insertBehind(subject, range, ` ${found.option}`))
        : [insertCommand(subject, run, culprits.at(-1) ?? culprits[0], found.command)];
    return edits.every((edit) => edit !== null) ? { safe: isSafe, edits } : null;
}

;// CONCATENATED MODULE: ./lib/lint/rules/apk-cache-left-behind/rule.js


const apkCacheLeftBehind = leftBehind({
    name: 'apk-cache-left-behind',
    aliases: ['DL3019', 'DS-0025'],
    leftovers: [
        {
            message: "apk's package index stays in the layer: pass `--no-cache`, or mount a cache at `/var/cache/apk`",
            folders: ['/var/cache/apk', '/etc/apk/cache'],
            isLeftBy: (command) => (0,commands/* runs */.Np)(command, ['apk'], ['add', 'update', 'upgrade']) && !(0,commands/* programWords */.Os)(command).includes('--no-cache'),
            isCleanedBy: (command) => (0,commands/* runs */.Np)(command, ['apk'], ['cache']) && (0,commands/* programWords */.Os)(command).includes('clean'),
            // `apk update` is there for the index: without a cache it does nothing.
            remedy: (culprits) => culprits.some((command) => (0,commands/* runs */.Np)(command, ['apk'], ['update']))
                ? { command: 'rm -rf /var/cache/apk/*' }
                : { option: '--no-cache' },
        },
    ],
});

;// CONCATENATED MODULE: ./lib/lint/rules/apt-archives-left-behind/rule.js



const apt = ['apt-get', 'apt', 'aptitude'];
const archives = /^var\/cache\/apt\/(?:archives\/(?:partial\/)?[^/]+\.deb|(?:src)?pkgcache\.bin)$/;
const aptArchivesLeftBehind = leftBehind({
    name: 'apt-archives-left-behind',
    aliases: [],
    leftovers: [
        {
            message: 'the packages that apt fetched stay in the layer: run `apt-get clean` in the same RUN, or mount a cache at `/var/cache/apt`',
            folders: ['/var/cache/apt/archives'],
            files: (path) => archives.test(path),
            isLeftBy: (command, run, subject) => (0,commands/* runs */.Np)(command, apt, ['install', 'upgrade', 'full-upgrade', 'dist-upgrade', 'build-dep']) &&
                (subject.layers !== null || keepsDownloads(subject, run)),
            isCleanedBy: (command) => (0,commands/* runs */.Np)(command, apt, ['clean', 'autoclean', 'distclean']),
            remedy: () => ({ command: 'apt-get clean' }),
        },
    ],
});
/** By the text alone: Debian's and Ubuntu's images clean up behind apt, unless a RUN up to this one tells them not to. */
const keepsDownloads = (subject, { range }) => instructionsOf(subject, 'RUN')
    .filter((earlier) => earlier.range.firstLine <= range.firstLine)
    .some(({ text }) => /\brm\b[^;&|]*docker-clean|Keep-Downloaded-Packages["' ]+(?:true|1|yes)/i.test(text));

;// CONCATENATED MODULE: ./lib/lint/rules/apt-lists-left-behind/rule.js


const rule_apt = ['apt-get', 'apt', 'aptitude'];
const updates = (command) => (0,commands/* runs */.Np)(command, rule_apt, ['update']);
const aptListsLeftBehind = leftBehind({
    name: 'apt-lists-left-behind',
    aliases: ['DL3009', 'DKL-DI-0005'],
    leftovers: [
        {
            message: "apt's package lists stay in the layer: remove `/var/lib/apt/lists/*` in the same RUN, or mount a cache there",
            folders: ['/var/lib/apt/lists'],
            // An install needs the lists: they can go behind the last one.
            isLeftBy: (command, run) => (0,commands/* runs */.Np)(command, rule_apt, ['update', 'install']) && run.commands.some(updates),
            isCleanedBy: (command) => (0,commands/* runs */.Np)(command, rule_apt, ['distclean', 'dist-clean']),
            remedy: () => ({ command: 'rm -rf /var/lib/apt/lists/*' }),
        },
    ],
});

;// CONCATENATED MODULE: ./lib/lint/rules/apt-recommends-installed/rule.js





const aptRecommendsInstalled = {
    name: 'apt-recommends-installed',
    aliases: ['DL3015', 'DS-0029'],
    severity: 'info',
    check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => rule_checkRun(subject, run)),
};
function rule_checkRun(subject, run) {
    const installs = (0,lint_installs/* installsOf */.Ur)(run, 'dpkg').map(({ command }) => command);
    const culprits = installs.filter((command) => !isSwitchedOff(command));
    // A script may install, too; but where all installs that are to be seen are switched off, there is nothing to say.
    if (culprits.length === 0 && (installs.length > 0 || !(0,lint_installs/* mayInstall */.dU)(run, 'dpkg')))
        return [];
    const found = priceOf(subject, run);
    if (found === null && (culprits.length === 0 || isConfigured(subject)))
        return [];
    return [
        {
            message: 'apt installs what packages only recommend: pass `--no-install-recommends`, and name what you need of it yourself',
            range: culprits.at(-1)?.range ?? run.range,
            claims: found?.claims ?? null,
            evidence: found?.evidence ?? [],
            fix: culprits.length === 0
                ? null
                : {
                    safe: false,
                    edits: culprits.map((command) => insertBehind(subject, command.range, ` ${optionOf(command)}`)),
                },
        },
    ];
}
/** Null where no image tells. */
function priceOf(subject, run) {
    const layer = layerOf(subject, run);
    const installed = layer === null ? null : subject.packages();
    if (layer === null || installed === null)
        return null;
    const recommended = [...installed.graphOf('dpkg').onlyWanted()].filter((each) => installed.layerOf(each) === layer.index);
    return { claims: recommended.flatMap(installed.claimsOf), evidence: [(0,lint_packages/* describePackages */.z)(recommended, installed)] };
}
/** By an option of the command; `-oAPT::Install-Recommends=0` is one. */
const isSwitchedOff = ({ words }) => words.some((word) => /^--(?:no-install-recommends|without-recommends)$|^-R$|Install-Recommends=/i.test(word));
/** Whether the Dockerfile writes it to apt's configuration somewhere. */
const isConfigured = ({ dockerfile }) => /APT::Install-Recommends\b/i.test(dockerfile.text);
const optionOf = (command) => (0,commands/* programWords */.Os)(command)[0] === 'aptitude' ? '--without-recommends' : '--no-install-recommends';

// EXTERNAL MODULE: ./lib/compare/glob.js
var glob = __webpack_require__(2093);
;// CONCATENATED MODULE: ./lib/lint/archives.js


const extension = /\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz|tzst|zip|7z)$/i;
/** The innermost of nested ones: each is looked at once, however many are opened. */
const variable = /\$(?:\w+|\{[^{}]*\}|\([^()]*\))/g;
/** What stands behind the last `/` of a path or an address, without the latter's query. */
const fileName = (word) => (/^https?:/.test(word) ? word.replace(/[?#].*$/, '') : word).replace(/^.*\//, '');
/** By a name of which more is known than that it ends in `.zip`. */
function isArchive(word) {
    const name = fileName(word).replace(variable, '');
    return /\w/.test(name.slice(0, extension.exec(name)?.index ?? 0));
}
/** The archive that a command unpacks, as it is written; null: none, its input, or one without an archive's name. */
function unpackedBy(command) {
    const [program, ...words] = (0,commands/* programWords */.Os)(command);
    const word = unpackers.get(program ?? '')?.(words) ?? null;
    return word !== null && isArchive(word) ? word : null;
}
const firstArchive = (words) => words.find((word) => !word.startsWith('-') && isArchive(word));
/** `tar xzf a.tgz`, `tar -C /opt -x -f a.tgz`, `tar --extract --file=a.tgz`. */
const tarArchive = (words) => {
    const isCluster = (word, at) => /^-[a-zA-Z]/.test(word) || (at === 0 && /^[a-zA-Z]+$/.test(word));
    const clusters = words.filter(isCluster);
    const unpacks = clusters.some((word) => word.includes('x')) || words.includes('--extract') || words.includes('--get');
    if (!unpacks)
        return undefined;
    const long = words.find((word) => word.startsWith('--file='))?.slice('--file='.length);
    const at = words.findIndex((word, place) => word === '--file' || (isCluster(word, place) && word.includes('f')));
    return long ?? (at < 0 ? undefined : words[at + 1]);
};
const unpackers = new Map([
    ...['tar', 'bsdtar', 'gtar'].map((program) => [program, tarArchive]),
    ['unzip', firstArchive],
    ...['7z', '7za', '7zr'].map((program) => [program, (words) => (words[0] === 'x' ? firstArchive(words) : undefined)]),
]);
/** The files that an archive's name may stand for: wherever its folder is not known, and with any value of a variable. */
function filesNamed(word) {
    const [folder, name] = [word.slice(0, -fileName(word).length), fileName(word).replace(variable, '*')];
    const path = folder.startsWith('/') && !folder.includes('$') ? `${folder.slice(1)}${name}` : `**/${name}`;
    const bytes = Buffer.from(path, 'utf8').toString('latin1');
    return (0,glob/* globOf */.k)(bytes, '/');
}

;// CONCATENATED MODULE: ./lib/lint/rules/archive-copied-then-extracted/rule.js







const archiveCopiedThenExtracted = {
    name: 'archive-copied-then-extracted',
    aliases: ['DL3010'],
    severity: 'warning',
    check: (subject) => copiesOf(subject).flatMap((copy) => checkCopy(subject, copy)),
};
function checkCopy(subject, copy) {
    const names = archivesOf(copy).filter((name) => isUnpackedBehind(subject, copy, name));
    if (names.length === 0)
        return [];
    const layer = layerOf(subject, copy);
    const claims = layer === null ? null : archivesIn(layer, names);
    return [
        {
            message: 'an archive is copied into a layer, and unpacked into another: let ADD unpack it, or mount it where it is unpacked (`RUN --mount=type=bind,…`)',
            range: copy.range,
            claims,
            evidence: evidenceOf(claims),
            fix: rule_fixOf(subject, copy),
        },
    ];
}
/** The names under which archives arrive. */
function archivesOf(copy) {
    const sources = sourcesOf(copy).filter(isArchive);
    const target = copy.words.at(-1)?.text ?? '';
    return sources.length === 1 && isArchive(target) ? [fileName(target)] : sources.map(fileName);
}
const isUnpackedBehind = (subject, copy, name) => (0,lint_use/* runsBehind */.x9)(subject, copy).some((run) => unpackingOf(run, name) !== undefined);
/** The archive as the command of a RUN names it that unpacks it. */
const unpackingOf = ({ commands }, name) => commands.flatMap((command) => unpackedBy(command) ?? []).find((word) => fileName(word) === name);
/** A removal in a later layer hides them, and frees nothing. */
function archivesIn(layer, names) {
    const tests = names.map(filesNamed);
    return [...layer.live, ...layer.hidden.map(({ entry }) => entry)]
        .filter(({ path }) => tests.some((test) => test(path)))
        .map((entry) => ({ layer: layer.index, entry }));
}
/** A mount in place of the COPY, where the next RUN unpacks the archive and no other instruction speaks of it. */
function rule_fixOf(subject, copy) {
    const [name, ...others] = archivesOf(copy);
    const [run] = (0,lint_use/* runsBehind */.x9)(subject, copy);
    if (run === undefined || name === undefined || others.length > 0)
        return null;
    const path = pathInBoth(subject, copy, run, name);
    const mount = path === null ? null : mountInPlaceOf(copy, path);
    if (path === null || mount === null || isNamedBehind(subject, run, name))
        return null;
    const removals = run.commands
        .filter((command) => mayRemove(subject, run, command, path))
        .map((command) => (removesIt(subject, run, command, path) ? removeCommand(subject, run, command) : null));
    const edits = [removeInstruction(subject, copy), insertFlag(subject, run, mount), ...removals];
    return edits.every((edit) => edit !== null) ? { safe: false, edits } : null;
}
function isNamedBehind({ chain }, run, name) {
    const all = chain.flatMap(({ instructions }) => instructions);
    return all.slice(all.indexOf(run) + 1).some(({ text }) => text.includes(name));
}
/** Where the COPY puts the archive, which is where the RUN looks for it; null where one of the two is not known. */
function pathInBoth(subject, copy, run, name) {
    const target = targetOf(subject, copy);
    const word = unpackingOf(run, name);
    const path = word === undefined ? null : pathOf(subject, run, word);
    if (target === null || path === null)
        return null;
    const latin1 = Buffer.from(name).toString('latin1');
    return path === target || path === `${target === '' ? '' : `${target}/`}${latin1}` ? path : null;
}
/** Null where the shell may be elsewhere. */
const pathOf = (subject, run, word) => imagePath(word, run.commands.some((each) => (0,commands/* runs */.Np)(each, ['cd', 'pushd'])) ? null : workdirAt(subject, run));
/** A mounted file can't be removed. What is not known may be meant. */
const mayRemove = (subject, run, command, path) => (0,commands/* runs */.Np)(command, ['rm']) &&
    removedWords(command).some((word) => {
        const removed = pathOf(subject, run, word.replace(/(?<=[^/])\/\*$/, ''));
        return removed === null || isWithin(removed, path);
    });
/** It and nothing else. */
const removesIt = (subject, run, command, path) => removedWords(command).every((word) => pathOf(subject, run, word) === path);
const removedWords = (command) => (0,commands/* programWords */.Os)(command)
    .slice(1)
    .filter((word) => !word.startsWith('-'));

;// CONCATENATED MODULE: ./lib/lint/rules/base-tag-floating/rule.js
/** Names that stay while the major version behind them changes. */
const floating = /^(?:latest|edge|nightly|rolling|lts|current|mainline|stable|testing|unstable|sid|devel)(?:-|$)/;
const baseTagFloating = {
    name: 'base-tag-floating',
    aliases: ['DL3006', 'DL3007', 'CKV_DOCKER_7'],
    severity: 'info',
    topic: 'practice',
    check(subject) {
        const [stage] = subject.chain;
        const [from] = stage?.instructions ?? [];
        const image = stage?.base.image ?? '';
        if (from === undefined || !isFloating(image))
            return [];
        return [
            {
                message: `\`${image}\` is another image from time to time, and with it this one's size: name a version, or its digest`,
                range: from.words[0]?.range ?? from.range,
                claims: null,
                evidence: [],
                fix: null,
            },
        ];
    },
};
/** Not where a variable names it, which a build may set; an image of the Dockerfile's own is never the first. */
function isFloating(image) {
    if (image === '' || image === 'scratch' || /[@$]/.test(image))
        return false;
    const name = image.slice(image.lastIndexOf('/') + 1);
    const colon = name.indexOf(':');
    return colon === -1 || floating.test(name.slice(colon + 1));
}

;// CONCATENATED MODULE: ./lib/lint/rules/cache-mount-available/rule.js




const caches = [
    cache(['apt-get', 'apt'], ['install'], '/var/cache/apt', null),
    cache(['apk'], ['add'], '/var/cache/apk', '/var/cache/apk', ['--no-cache']),
    cache(['dnf', 'yum', 'microdnf'], ['install'], '/var/cache/dnf', null),
    cache(['pip', 'pip3'], ['install', 'wheel'], '~/.cache/pip', '/root/.cache/pip', ['--no-cache-dir']),
    cache(['uv'], ['sync', 'install'], '~/.cache/uv', '/root/.cache/uv', ['--no-cache', '-n']),
    cache(['npm'], ['install', 'ci', 'i'], '~/.npm', '/root/.npm'),
    cache(['go'], ['download', 'build', 'install'], '/go/pkg/mod', '/go/pkg/mod'),
    cache(['cargo'], ['build', 'install', 'fetch'], '/usr/local/cargo/registry', '/usr/local/cargo/registry'),
    cache(['mvn'], [], '~/.m2', '/root/.m2'),
    cache(['gradle', 'gradlew'], [], '~/.gradle', '/root/.gradle'),
];
function cache(programs, subcommands, folder, target, off = []) {
    return { programs, subcommands, folder, target, off };
}
const cacheMountAvailable = {
    name: 'cache-mount-available',
    aliases: [],
    severity: 'info',
    topic: 'practice',
    offByDefault: true,
    check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => cache_mount_available_rule_checkRun(subject, run)),
};
/** One finding for each RUN, at its first install. */
function cache_mount_available_rule_checkRun(subject, run) {
    const open = caches.filter(({ folder }) => !isMounted(run, folder)).filter((each) => run.commands.some(uses(each)));
    const command = run.commands.find((each) => open.some((one) => uses(one)(each)));
    if (command === undefined)
        return [];
    return [
        {
            message: `every build fetches anew what it had before: mount a cache (${open.map(({ folder }) => `\`${folder}\``).join(', ')})`,
            range: command.range,
            claims: null,
            evidence: [],
            fix: cache_mount_available_rule_fixOf(subject, run, open),
        },
    ];
}
const uses = ({ programs, subcommands }) => (command) => (0,commands/* runs */.Np)(command, programs, subcommands);
/** Not where the cache is switched off or removed, which a mount would have to undo, and not for another user's home. */
function cache_mount_available_rule_fixOf(subject, run, open) {
    const targets = open.flatMap(({ target }) => target ?? []);
    const isRoot = instructionsOf(subject, 'USER').every(({ range }) => range.firstLine > run.range.firstLine);
    const isOff = run.commands.some((command) => open.some(({ folder, off }) => removes(command, folder) || (0,commands/* programWords */.Os)(command).some((word) => off.includes(word))));
    if (!isRoot || isOff || targets.length < open.length)
        return null;
    const flag = targets.map((target) => `--mount=type=cache,target=${target}`).join(' ');
    return { safe: false, edits: [insertFlag(subject, run, flag)] };
}

;// CONCATENATED MODULE: ./lib/lint/rules/chmod-duplicates-files/rule.js





const chmodDuplicatesFiles = {
    name: 'chmod-duplicates-files',
    aliases: [],
    severity: 'warning',
    check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => chmod_duplicates_files_rule_checkRun(subject, run)),
};
function chmod_duplicates_files_rule_checkRun(subject, run) {
    const layer = layerOf(subject, run);
    const copied = copiedBefore(subject, run);
    const culprit = layer === null ? run.commands.find(isRecursiveChmod) : run.commands.find(storesAgain);
    if (layer === null && (culprit === undefined || copied === null))
        return [];
    const claims = layer === null ? null : storedAgain(subject, layer, run);
    return [
        {
            message: 'chmod, touch or mv on files of an earlier layer stores each of them again: set the mode as they arrive (`COPY --chmod=…`), or do it in the RUN that makes them',
            range: culprit?.range ?? run.range,
            claims,
            evidence: claims === null ? [] : [describeFiles(claims.map(({ entry }) => entry))],
            fix: copied === null ? null : chmod_duplicates_files_rule_fixOf(subject, run, copied),
        },
    ];
}
/** A hard link's target is written again, too, as are files whose times or attributes change. */
const storesAgain = (command) => (0,commands/* runs */.Np)(command, ['chmod', 'touch', 'mv', 'ln', 'setcap']);
const isRecursiveChmod = (command) => (0,commands/* runs */.Np)(command, ['chmod']) && (0,commands/* programWords */.Os)(command).some((word) => word === '--recursive' || /^-\w*R/.test(word));
/** Changed owners are another rule's. */
function storedAgain(subject, layer, run) {
    const isNamed = run.commands.some(storesAgain);
    const rewritten = layer.rewritten
        .filter(({ ownerChanged, modeChanged }) => !ownerChanged && (modeChanged || isNamed))
        .map(({ entry }) => ({ layer: layer.index, entry }));
    return run.commands.some((command) => (0,commands/* runs */.Np)(command, ['mv']))
        ? [...rewritten, ...movedBy(layer, subject.layers ?? [])]
        : rewritten;
}
/** What a lower layer of the user's still holds at the path that a file was moved from. */
function movedBy(layer, layers) {
    const gone = layers
        .filter(({ origin }) => origin !== 'base')
        .flatMap(({ index, hidden }) => hidden
        .filter(({ by, how }) => by === layer.index && how === 'deleted')
        .map(({ entry }) => ({ layer: index, entry })));
    if (gone.length === 0)
        return [];
    const sizes = new Set(gone.map(({ entry }) => entry.size));
    const hashes = new Set(layer.live.filter(({ size }) => sizes.has(size)).map(({ hash }) => hash));
    return gone.filter(({ entry }) => entry.hash !== null && hashes.has(entry.hash));
}
/** The COPY before a RUN whose files a `chmod -R` in it changes. */
function copiedBefore(subject, run) {
    const chmod = run.commands.find(isRecursiveChmod);
    const [, ...written] = chmod === undefined ? [] : operandsOf(chmod);
    // A `cd` leads elsewhere.
    const workdir = run.commands.some((command) => (0,commands/* runs */.Np)(command, ['cd', 'pushd'])) ? null : workdirAt(subject, run);
    const [path = null, ...others] = written.map((word) => imagePath(word, workdir));
    if (chmod === undefined || path === null || path === '' || others.length > 0)
        return null;
    const copies = copiesOf(subject).filter((copy) => {
        const target = targetOf(subject, copy);
        return copy.range.firstLine < run.range.firstLine && target !== null && isWithin(path, target);
    });
    const copy = copies.at(-1);
    return copy === undefined ? null : { chmod, copy, path };
}
const operandsOf = (command) => (0,commands/* programWords */.Os)(command)
    .slice(1)
    .filter((word) => !word.startsWith('-'));
/** `COPY --chmod` means the same where all that changes was copied there, and the mode is a number. */
function chmod_duplicates_files_rule_fixOf(subject, run, { chmod, copy, path }) {
    const [mode = ''] = operandsOf(chmod);
    const isSame = copy.keyword === 'COPY' && targetOf(subject, copy) === path && flagOf(copy, 'chmod') === null;
    const removal = isSame && /^[0-7]{3,4}$/.test(mode) ? removeCommand(subject, run, chmod) : null;
    return removal === null ? null : { safe: false, edits: [insertFlag(subject, copy, `--chmod=${mode}`), removal] };
}

;// CONCATENATED MODULE: ./lib/lint/rules/chown-duplicates-files/rule.js



const chownDuplicatesFiles = {
    name: 'chown-duplicates-files',
    aliases: [],
    severity: 'warning',
    check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => chown_duplicates_files_rule_checkRun(subject, run)),
};
function chown_duplicates_files_rule_checkRun(subject, run) {
    const layer = layerOf(subject, run);
    const command = run.commands.find(isRecursiveChown);
    if (layer === null && command === undefined)
        return [];
    const claims = layer === null ? null : rewrittenByChown(layer, run);
    return [
        {
            message: 'chown on files of an earlier layer stores each of them again: set the owner as they arrive (`COPY --chown=…`), or change it in the RUN that makes them',
            range: command?.range ?? run.range,
            claims,
            evidence: claims === null ? [] : [describeFiles(claims.map(({ entry }) => entry))],
            fix: null,
        },
    ];
}
const isChown = (command) => (0,commands/* runs */.Np)(command, ['chown', 'chgrp']);
const isRecursiveChown = (command) => isChown(command) && (0,commands/* programWords */.Os)(command).some((word) => word === '--recursive' || /^-\w*R/.test(word));
/** A chown that the RUN names may also have set the owner that a file had: that costs as much. */
function rewrittenByChown(layer, run) {
    const isNamed = run.commands.some(isChown);
    return layer.rewritten
        .filter(({ ownerChanged }) => ownerChanged || isNamed)
        .map(({ entry }) => ({ layer: layer.index, entry }));
}

;// CONCATENATED MODULE: ./lib/lint/rules/compiler-in-final-image/rule.js



/** Debian's compilers and what goes with them; a Java or Go program's toolkit may be what runs it. */
const rule_tools = /^(?:build-essential|(?:gcc|g\+\+|cpp|gfortran|clang|llvm)(?:-[\d.]+)?|make|cmake|ninja-build|meson|autoconf|automake|libtool|pkg-config|pkgconf|nasm|yasm|bison|flex|rustc|cargo|golang(?:-go|-[\d.]+)?|dpkg-dev|.*-dev)$/;
const compilerInFinalImage = unneededPackages({
    name: 'compiler-in-final-image',
    aliases: [],
    severity: 'warning',
    managers: ['dpkg'],
    isMeant: (name) => rule_tools.test(name),
    isUsed: isCompilerUsed,
    keeps: librariesOf,
    message: (names) => `${names}: what only a build needs stays in the image: compile in another stage and copy what comes out, or remove it in the same RUN`,
    fix: removeAfterUse,
});

;// CONCATENATED MODULE: ./lib/lint/development.js





/**
 * A rule about dependencies of development, by the notes of what installed them; silent without an image, since nothing
 * else tells whether a project has any.
 */
const developmentDependencies = (rule) => ({
    name: rule.name,
    aliases: [],
    severity: 'warning',
    check: (subject) => (mayHave(subject, rule) ? development_checkImage(subject, rule) : []),
});
/** What another stage installs may be copied. */
const mayHave = ({ dockerfile, layers }, { runners }) => layers !== null &&
    dockerfile.stages.some(({ instructions }) => instructions.some(({ commands }) => commands.some((command) => isRunner(command, runners))));
const isRunner = (command, runners) => (0,commands/* programWords */.Os)(command).some((word) => runners.includes(word.replace(/^.*\//, '')));
/** One finding for each instruction whose layer holds some. */
function development_checkImage(subject, rule) {
    const claims = subject.packages()?.developmentOf(rule.installer) ?? [];
    return (subject.layers ?? []).flatMap((layer) => {
        const here = claims.filter((claim) => claim.layer === layer.index);
        return here.length === 0 ? [] : development_checkLayer(subject, layer, here, rule);
    });
}
function development_checkLayer(subject, layer, claims, rule) {
    const instruction = instructionOf(subject, layer);
    if (instruction === null)
        return [];
    const culprits = instruction.commands.filter(rule.isCulprit);
    return [
        {
            message: rule.message,
            range: culprits.at(-1)?.range ?? instruction.range,
            claims,
            evidence: evidenceOf(claims),
            fix: development_fixOf(subject, instruction, culprits, rule),
        },
    ];
}
/** None where a build behind it may need what would be left out. */
function development_fixOf(subject, instruction, culprits, { option, runners }) {
    const last = culprits.at(-1);
    if (last === undefined)
        return null;
    const behind = [
        ...instruction.commands.slice(instruction.commands.indexOf(last) + 1),
        ...(0,lint_use/* runsBehind */.x9)(subject, instruction).flatMap(({ commands }) => commands),
    ];
    if (behind.some((command) => isRunner(command, runners) && !(0,commands/* programWords */.Os)(command).includes('cache')))
        return null;
    return { safe: false, edits: culprits.map(({ range }) => insertBehind(subject, range, ` ${option}`)) };
}

;// CONCATENATED MODULE: ./lib/lint/rules/composer-dev-dependencies/rule.js


const composerDevDependencies = developmentDependencies({
    name: 'composer-dev-dependencies',
    installer: 'composer',
    message: 'packages that `composer.json` has for development are in the image: `composer install --no-dev`',
    isCulprit: installsAll,
    option: '--no-dev',
    runners: ['composer', 'composer.phar', 'php'],
});
function installsAll(command) {
    const words = (0,commands/* programWords */.Os)(command);
    const isComposer = words.slice(0, 2).some((word) => /^(?:.*\/)?composer(?:\.phar)?$/.test(word));
    return isComposer && (words.includes('install') || words.includes('update')) && !words.includes('--no-dev');
}

;// CONCATENATED MODULE: ./lib/lint/rules/conda-cache-left-behind/rule.js


const conda = ['conda', 'mamba', 'micromamba'];
/** `/opt/conda/pkgs`, `/root/miniconda3/pkgs`, `/opt/miniforge/pkgs`, `/root/.conda/pkgs`. */
const rule_packages = /(?:conda|mamba|forge)[\w.-]*\/pkgs\//i;
const condaCacheLeftBehind = leftBehind({
    name: 'conda-cache-left-behind',
    aliases: [],
    leftovers: [
        {
            message: "conda's archives and unpacked packages stay in the layer: run `conda clean --all --force-pkgs-dirs --yes` behind the last install of the RUN",
            folders: ['~/pkgs'],
            files: (path) => path.includes('/pkgs/') && rule_packages.test(path),
            isLeftBy: fetches,
            isCleanedBy: (command) => (0,commands/* runs */.Np)(command, conda) && (0,commands/* subcommandOf */.b8)(command) === 'clean',
            settings: ['CONDA_PKGS_DIRS'],
            remedy: (culprits) => ({
                command: `${(0,commands/* programAsWritten */.y1)(culprits.at(-1) ?? culprits[0])} clean --all --force-pkgs-dirs --yes`,
            }),
        },
    ],
});
function fetches(command) {
    if (!(0,commands/* runs */.Np)(command, conda))
        return false;
    const subcommand = (0,commands/* subcommandOf */.b8)(command);
    if (subcommand === 'env')
        return (0,commands/* runs */.Np)(command, conda, ['create', 'update']);
    return subcommand !== null && ['install', 'create', 'update', 'upgrade'].includes(subcommand);
}

;// CONCATENATED MODULE: ./lib/lint/rules/consecutive-runs/rule.js




const consecutiveRuns = {
    name: 'consecutive-runs',
    aliases: ['DL3059'],
    severity: 'info',
    // Without layers there is no telling whether it costs anything, and mostly it does not.
    check: (subject) => subject.layers === null ? [] : runGroups(subject).flatMap((group) => checkGroup(subject, group)),
};
/** RUNs that follow one another in a stage, two and more. */
function runGroups(subject) {
    const groups = [];
    for (const { instructions } of subject.chain) {
        let group = [];
        for (const instruction of instructions) {
            if (instruction.keyword !== 'RUN')
                group = [];
            else if (group.push(instruction) === 2)
                groups.push(group);
        }
    }
    return groups;
}
/** One finding for each part of the group whose RUNs write the same files: the others are well as they are. */
function checkGroup(subject, group) {
    const rewrites = rewritesIn(subject, group);
    return spansOf(rewrites).map(({ from, to }) => {
        const runs = group.slice(from, to + 1);
        const claims = rewrites.filter((rewrite) => rewrite.from >= from && rewrite.to <= to).map(({ claim }) => claim);
        return rule_draftOf(subject, runs, claims);
    });
}
function rule_draftOf(subject, runs, claims) {
    const [first, last] = [runs[0], runs.at(-1)];
    const { lastLine, lastColumn } = last.range;
    return {
        message: `${runs.length} RUNs follow one another and write the same files again, which all stay in the image: join them by \`&&\``,
        range: { ...first.range, lastLine, lastColumn },
        claims,
        evidence: [describeFiles(claims.map(({ entry }) => entry))],
        fix: consecutive_runs_rule_fixOf(subject, runs),
    };
}
/** What one of the RUNs wrote and a later one of them wrote again: package databases, logs, caches. */
function rewritesIn(subject, group) {
    const layers = group.map((run) => layerOf(subject, run));
    const placeOf = new Map(layers.flatMap((layer, at) => (layer === null ? [] : [[layer.index, at]])));
    return layers.flatMap((layer, from) => (layer?.hidden ?? []).flatMap((file) => {
        const to = placeOf.get(file.by);
        const claim = layer === null || to === undefined || to <= from ? null : spareCopy(file, layer, layers[to] ?? null);
        return to === undefined || claim === null ? [] : [{ from, to, claim }];
    }));
}
/**
 * The first copy; the second where it is the same, since that is what other rules price where a change of owner or mode
 * made it.
 */
function spareCopy({ entry, how }, first, second) {
    if (how === 'deleted')
        return null;
    if (how === 'modified')
        return { layer: first.index, entry };
    const again = second?.rewritten.find((file) => file.entry.path === entry.path);
    return second === null || again === undefined ? null : { layer: second.index, entry: again.entry };
}
/** The rewrites' spans, those that overlap as one. */
function spansOf(rewrites) {
    const spans = [];
    for (const { from, to } of [...rewrites].sort((a, b) => a.from - b.from)) {
        const last = spans.at(-1);
        if (last !== undefined && from <= last.to)
            spans[spans.length - 1] = { ...last, to: Math.max(last.to, to) };
        else
            spans.push({ from, to });
    }
    return spans;
}
function consecutive_runs_rule_fixOf(subject, group) {
    const pairs = group.slice(1).map((run, at) => [group[at], run]);
    const canJoin = hasUsualEscape(subject) && pairs.every(([one, other]) => isJoinable(subject, one, other));
    if (!canJoin)
        return null;
    return {
        safe: false,
        edits: pairs.map(([one, { range, commands }]) => replaceAt(subject, between(one.range, commands[0]?.range ?? range), ' \\\n && ')),
    };
}
const hasUsualEscape = ({ dockerfile }) => !/^#\s*escape\s*=\s*`/im.test(dockerfile.text);
/** What a shell keeps for its next command: a RUN of its own begins without it. */
const lasting = ['cd', 'pushd', 'export', 'set', 'shopt', 'source', '.', 'umask', 'ulimit', 'trap', 'exec', 'exit'];
/** Neither flags, nor more than commands, nor comments in between, and nothing that the second would inherit. */
function isJoinable(subject, one, other) {
    const [command] = other.commands;
    if (command === undefined || one.commands.length === 0)
        return false;
    if ([one, other].some(({ flags, text }) => flags.length > 0 || text.includes('<<')))
        return false;
    const changesShell = one.commands.some((each) => (0,commands/* runs */.Np)(each, lasting) || each.words.length === 0 || each.operator === '&' || each.operator === '||');
    return (!changesShell &&
        /[^;&|\\]$/.test(one.text) &&
        /^\s*RUN\s+$/i.test(textAt(subject, between(one.range, command.range))));
}

;// CONCATENATED MODULE: ./lib/lint/rules/copied-wheels-never-freed/rule.js






const copiedWheelsNeverFreed = {
    name: 'copied-wheels-never-freed',
    aliases: [],
    severity: 'warning',
    check: (subject) => copiesOf(subject).flatMap((copy) => rule_checkCopy(subject, copy)),
};
function rule_checkCopy(subject, copy) {
    const layer = layerOf(subject, copy);
    const removal = findRemoval(subject, copy);
    if (layer === null && removal === null)
        return [];
    const deleted = layer?.hidden.filter(({ how, by }) => how === 'deleted' && by !== layer.index) ?? null;
    return [
        {
            message: 'what is copied here is deleted by a later instruction, which frees nothing: mount it where it is needed (`RUN --mount=type=bind,…`) instead',
            range: copy.range,
            claims: layer === null || deleted === null ? null : deleted.map(({ entry }) => ({ layer: layer.index, entry })),
            evidence: deleted === null ? [] : rule_evidenceOf(deleted, subject.layers ?? []),
            fix: removal === null ? null : copied_wheels_never_freed_rule_fixOf(subject, copy, removal),
        },
    ];
}
const rule_evidenceOf = (deleted, layers) => layers.flatMap((layer) => {
    const entries = deleted.filter(({ by }) => by === layer.index).map(({ entry }) => entry);
    return entries.length === 0 ? [] : [`deleted by ${placeOf(layer)}: ${describeFiles(entries)}`];
});
/** The `rm` in a later RUN that takes away all that a COPY brought. */
function findRemoval(subject, copy) {
    const landed = landedPaths(subject, copy);
    if (landed.length === 0)
        return null;
    for (const run of runsAfter(subject, copy)) {
        const command = run.commands.find((each) => removesAll(subject, run, each, landed));
        if (command !== undefined)
            return { run, command };
    }
    return null;
}
const runsAfter = (subject, copy) => subject.chain
    .flatMap((stage) => stage.instructions)
    .filter(({ keyword, range }) => keyword === 'RUN' && range.firstLine > copy.range.firstLine);
/** Where its files are: the target, or paths in it where that is a folder which may hold others; none if not known. */
function landedPaths(subject, copy) {
    const target = targetOf(subject, copy);
    if (target === null || target === '')
        return [];
    const isFolder = /(?:\/|^|\/\.)\.?$/.test(copy.words.at(-1)?.text ?? '');
    const names = sourcesOf(copy).map((source) => external_node_path_.posix.basename(source));
    const areFiles = names.every((name) => /^[^*?[$]+\.\w+$/.test(name));
    return isFolder && areFiles ? names.map((name) => `${target}/${name}`) : [target];
}
function removesAll(subject, run, command, landed) {
    if (!(0,commands/* runs */.Np)(command, ['rm']))
        return false;
    const removed = removedPaths(subject, run, command);
    return landed.every((path) => removed.some((folder) => folder !== '' && isWithin(folder, path)));
}
/** `/tmp/*` takes away what is in `/tmp`. A `cd` before it may lead anywhere. */
function removedPaths(subject, run, command) {
    const moves = run.commands.some((each) => (0,commands/* runs */.Np)(each, ['cd', 'pushd']));
    const workdir = moves ? null : workdirAt(subject, run);
    return (0,commands/* programWords */.Os)(command)
        .slice(1)
        .filter((word) => !word.startsWith('-'))
        .flatMap((word) => imagePath(word.replace(/(?<=[^/])\/\*$/, ''), workdir) ?? []);
}
/** A mount in place of the COPY, where the RUN that deletes is the only one that can see what was copied. */
function copied_wheels_never_freed_rule_fixOf(subject, copy, { run, command }) {
    const target = targetOf(subject, copy);
    // With a slash at its end the target may be the folder of a file, or what becomes of a folder.
    const isExact = !/\/$|^\.$/.test(copy.words.at(-1)?.text ?? '');
    const mount = target === null || !isExact ? null : mountInPlaceOf(copy, target);
    const words = (0,commands/* programWords */.Os)(command).slice(1);
    const removesOne = words.filter((word) => !word.startsWith('-')).length === 1;
    const isNext = runsAfter(subject, copy)[0] === run;
    // Alone, the `rm` uses nothing.
    const removal = removesOne && isNext && run.commands.length > 1 ? removeCommand(subject, run, command) : null;
    if (mount === null || removal === null)
        return null;
    return { safe: false, edits: [removeInstruction(subject, copy), insertFlag(subject, run, mount), removal] };
}

;// CONCATENATED MODULE: ./lib/lint/stage-copies.js



/** Whether a COPY takes one of `folders` (absolute) as a whole from a stage or an image. */
const copiesFolder = (copy, folders) => !isFromContext(copy) && sourcesOf(copy).some((source) => folders.includes(external_node_path_.posix.resolve('/', source)));
/**
 * What of a copied folder the image does without: files that it had with the same content already, and those that
 * `isLeftover` tells.
 */
function surplusOf(layer, isLeftover) {
    const again = layer.rewritten.map(({ entry }) => ({ layer: layer.index, entry }));
    const known = new Set(again.map(({ entry }) => entry.path));
    const leftovers = keptFiles(layer, (path) => isLeftover(path) && !known.has(path));
    const evidence = [
        { what: 'in the image already', claims: again },
        { what: 'of no use but to a build', claims: leftovers },
    ].flatMap(({ what, claims }) => claims.length === 0 ? [] : [`${what}: ${describeFiles(claims.map(({ entry }) => entry))}`]);
    return { claims: [...again, ...leftovers], evidence };
}

;// CONCATENATED MODULE: ./lib/lint/rules/copies-entire-filesystem/rule.js



const leftovers = /^(?:var\/lib\/apt\/lists|var\/cache\/(?:apt|apk|dnf|yum|zypp)|var\/log|tmp|var\/tmp)\/|(?:^|\/)(?:\.cache|\.npm\/_cacache|\.cargo\/registry|\.m2\/repository|\.gradle\/caches)\//;
const copiesEntireFilesystem = {
    name: 'copies-entire-filesystem',
    aliases: ['DL3067'],
    severity: 'warning',
    check: (subject) => copiesOf(subject)
        .filter((copy) => copiesFolder(copy, ['/']) && copy.words.at(-1)?.text === '/')
        .flatMap((copy) => copies_entire_filesystem_rule_checkCopy(subject, copy)),
};
function copies_entire_filesystem_rule_checkCopy(subject, copy) {
    const layer = layerOf(subject, copy);
    // Onto nothing it is the way to make one layer of several.
    const isSquash = subject.chain[0]?.base.image === 'scratch';
    if (layer === null && (isSquash || !isBuilt(subject, flagOf(copy, 'from'))))
        return [];
    return [
        {
            message: 'the whole file system of another stage is copied: what this image has already and what the build left behind come along; copy what you made there',
            range: copy.range,
            ...(layer === null ? { claims: null, evidence: [] } : surplusOf(layer, (path) => leftovers.test(path))),
            fix: null,
        },
    ];
}
/** Whether a stage of the file has a system to run commands in: an image may be a few tools, made to be copied whole. */
const isBuilt = ({ dockerfile }, from) => dockerfile.stages.some(({ name, index, instructions }) => (name === from?.toLowerCase() || String(index) === from) && instructions.some(({ keyword }) => keyword === 'RUN'));

;// CONCATENATED MODULE: ./lib/lint/rules/copies-whole-usr-local/rule.js




/** They hold a base image's own files, too. */
const shared = ['/usr', '/usr/local'];
/** They may hold nothing but what is wanted: a layer tells. */
const possible = [...shared, '/root', '/opt'];
/** Headers, pages, Python's parts for making and installing programs, and caches of package managers. */
const rule_leftovers = /^(?:usr\/|usr\/local\/|opt\/[^/]+\/)(?:include|share\/(?:doc|man|info))\/|\/python3\.\d+\/(?:(?:site-packages\/)?(?:pip|setuptools|wheel)|idlelib|ensurepip|turtledemo|lib2to3|test)\/|(?:^|\/)(?:\.cache|\.npm\/_cacache|\.cargo\/registry|\.m2\/repository|\.gradle\/caches)\//;
const copiesWholeUsrLocal = {
    name: 'copies-whole-usr-local',
    aliases: [],
    severity: 'warning',
    check: (subject) => copiesOf(subject)
        .filter((copy) => copiesFolder(copy, possible))
        .flatMap((copy) => copies_whole_usr_local_rule_checkCopy(subject, copy)),
};
function copies_whole_usr_local_rule_checkCopy(subject, copy) {
    const layer = layerOf(subject, copy);
    if (layer === null && !(copiesFolder(copy, shared) && copiesOntoItself(copy)))
        return [];
    return [
        {
            message: 'a whole folder of the system is copied from another stage: what this image has already and what only the build needed come along; copy what you installed there',
            range: copy.range,
            ...(layer === null ? { claims: null, evidence: [] } : surplusOf(layer, (path) => rule_leftovers.test(path))),
            fix: null,
        },
    ];
}
function copiesOntoItself(copy) {
    const [source, target] = copy.words.map(({ text }) => external_node_path_.posix.resolve('/', text));
    return copy.words.length === 2 && source === target;
}

;// CONCATENATED MODULE: ./lib/lint/rules/copy-all-before-install/rule.js


const copyAllBeforeInstall = {
    name: 'copy-all-before-install',
    aliases: [],
    severity: 'info',
    topic: 'practice',
    check: (subject) => subject.chain.flatMap(checkStage),
};
/** Of a stage only its first install counts: one behind it may be of what was made meanwhile. */
function checkStage({ instructions }) {
    const install = instructions.find(({ commands }) => commands.some(installsByList));
    const copy = instructions
        .slice(0, install === undefined ? 0 : instructions.indexOf(install))
        .find((instruction) => isCopy(instruction) && copiesWholeContext(instruction));
    if (install === undefined || copy === undefined)
        return [];
    return [
        {
            message: `any change in the context makes line ${install.range.firstLine} install all dependencies again, and a new layer of them: copy their lists first, the rest behind the install`,
            range: copy.range,
            claims: null,
            evidence: [],
            fix: null,
        },
    ];
}
const isCopy = ({ keyword }) => keyword === 'COPY' || keyword === 'ADD';
const rule_operandsOf = (command) => (0,commands/* programWords */.Os)(command)
    .slice(1)
    .filter((word) => !word.startsWith('-'));
/** Whether it installs what a file lists, and needs nothing else of the context. */
function installsByList(command) {
    const words = (0,commands/* programWords */.Os)(command);
    const [subcommand, ...packages] = rule_operandsOf(command);
    if ((0,commands/* runs */.Np)(command, ['npm', 'pnpm', 'bun'])) {
        return ['install', 'i', 'ci', 'clean-install'].includes(subcommand ?? '') && packages.length === 0;
    }
    if ((0,commands/* runs */.Np)(command, ['yarn']))
        return subcommand === undefined ? !words.includes('--version') : subcommand === 'install';
    if ((0,commands/* runs */.Np)(command, ['pip', 'pip3']))
        return installsRequirements(words);
    const wanted = `${rule_operandsOf(command).join(' ')} `;
    return byList.some(([program, name]) => (0,commands/* runs */.Np)(command, [program]) && wanted.startsWith(`${name} `));
}
/** `bundle install`, `go mod download` …, by program and first operands. `poetry install` takes the project as well. */
const byList = [
    ['bundle', 'install'],
    ['composer', 'install'],
    ['go', 'mod download'],
    ['mix', 'deps.get'],
    ['pipenv', 'sync'],
];
/** `pip install -r FILE`, without the context itself (`.`, `-e .`). */
const installsRequirements = (words) => words.includes('install') &&
    words.some((word) => /^(?:-r|--requirement)/.test(word)) &&
    !words.some((word) => /^\.(?:\[|\/?$)/.test(word));

;// CONCATENATED MODULE: ./lib/lint/rules/debug-tool-in-final-image/rule.js



/** Packages of Debian and of Alpine, whose programs have their names. */
const debug_tool_in_final_image_rule_tools = /^(?:vim(?:-(?:tiny|nox|gtk3|athena))?|neovim|nano|emacs(?:-nox|-gtk)?|htop|iotop|iftop|tree|strace|ltrace|gdb|tmux|screen|mc|telnet|tcpdump|nmap)$/;
const debugToolInFinalImage = unneededPackages({
    name: 'debug-tool-in-final-image',
    aliases: [],
    managers: ['dpkg', 'apk'],
    isMeant: (name) => debug_tool_in_final_image_rule_tools.test(name),
    isUsed: (name, use) => (0,lint_use/* isProgramUsed */.gK)(rule_programsOf(name), use),
    message: (names) => `${names}: tools to look around with are not for an image that runs; \`docker debug\` or \`kubectl debug\` bring theirs`,
    fix: leaveOut,
});
const rule_programsOf = (name) => {
    if (name.startsWith('vim'))
        return ['vim', 'vi'];
    return [name === 'neovim' ? 'nvim' : name.replace(/-.*/, '')];
};

;// CONCATENATED MODULE: ./lib/lint/rules/deleted-in-later-layer/rule.js


const deletedInLaterLayer = {
    name: 'deleted-in-later-layer',
    aliases: ['ID.20021'],
    severity: 'warning',
    // Without layers there is no telling what a removal hits.
    check: (subject) => (subject.layers ?? []).flatMap((layer) => checkDeleter(subject, layer, subject.layers ?? [])),
};
/** One finding for each instruction that deletes; what the base image brought can't be freed by its user. */
function checkDeleter(subject, deleter, layers) {
    const instruction = instructionOf(subject, deleter);
    if (instruction === null)
        return [];
    const holders = layers
        .filter((layer) => layer.origin !== 'base')
        .map((layer) => ({ layer, claims: deletedBy(deleter, layer) }))
        .filter(({ claims }) => claims.length > 0);
    if (holders.length === 0)
        return [];
    return [
        {
            message: 'files of an earlier layer are deleted here, which hides them and frees nothing: delete them in the instruction that makes them, or build in another stage',
            range: instruction.range,
            claims: holders.flatMap(({ claims }) => claims),
            evidence: holders.map(({ layer, claims }) => `added by ${placeOf(layer)}: ${describeFiles(claims.map(({ entry }) => entry))}`),
            fix: null,
        },
    ];
}
const deletedBy = (deleter, holder) => holder.hidden
    .filter(({ how, by }) => how === 'deleted' && by === deleter.index)
    .map(({ entry }) => ({ layer: holder.index, entry }));

;// CONCATENATED MODULE: ./lib/lint/rules/dev-dependencies-python/rule.js





const dev_dependencies_python_rule_tools = /^(?:pytest|pytest-.+|black|flake8|flake8-.+|mypy|pyright|pytype|pylint|ruff|isort|autopep8|yapf|bandit|coverage|tox|nox|pre-commit|hypothesis|faker|factory-boy|ipython|ipdb|pudb|jupyter|jupyterlab|notebook|sphinx|mkdocs|twine|freezegun|vcrpy|types-.+)$/;
const devDependenciesPython = unneededPackages({
    name: 'dev-dependencies-python',
    aliases: [],
    severity: 'warning',
    managers: ['python'],
    isMeant: (name) => dev_dependencies_python_rule_tools.test(name),
    isUsed: (name, use) => (0,lint_use/* isProgramUsed */.gK)(dev_dependencies_python_rule_programsOf(name), use, { whileBuilding: false }),
    message: (names) => `${names}: tools of development in the image: keep them in a group of their own, and install without it (\`uv sync --no-dev\`, \`poetry install --only main\`, another requirements file)`,
    fix: dev_dependencies_python_rule_fixOf,
});
function dev_dependencies_python_rule_programsOf(name) {
    if (name === 'factory-boy')
        return ['faker', 'factory'];
    return name === 'jupyterlab' || name === 'notebook' ? ['jupyter', 'jupyter-lab', 'notebook'] : [name];
}
/** Leaves groups out where a lock is installed, else names. */
function dev_dependencies_python_rule_fixOf(subject, found) {
    const edits = found.instruction.commands.flatMap((command) => {
        const option = withoutGroup(command);
        return option === null ? [] : [insertBehind(subject, command.range, ` ${option}`)];
    });
    return edits.length > 0 ? { safe: false, edits } : leaveOut(subject, found);
}
function withoutGroup(command) {
    const [program, ...words] = (0,commands/* programWords */.Os)(command);
    const says = (...options) => words.some((word) => options.includes(word.split('=')[0] ?? ''));
    const subcommand = (0,commands/* subcommandOf */.b8)(command);
    if (program === 'uv' && subcommand === 'sync')
        return says('--no-dev', '--no-default-groups') ? null : '--no-dev';
    if (program === 'poetry' && subcommand === 'install') {
        return says('--only', '--without', '--with', '--no-dev') ? null : '--only main';
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/lint/rules/docker-cli-or-gosu-in-image/rule.js


/** Packages of Debian, Docker's own archive and Alpine, and what they are called by. */
const docker_cli_or_gosu_in_image_rule_programsOf = {
    'docker.io': ['docker'],
    docker: ['docker'],
    'docker-cli': ['docker'],
    'docker-ce': ['docker'],
    'docker-ce-cli': ['docker'],
    gosu: ['gosu'],
    'su-exec': ['su-exec'],
    sudo: ['sudo'],
};
const dockerCliOrGosuInImage = unneededPackages({
    name: 'docker-cli-or-gosu-in-image',
    aliases: ['DL3004'],
    managers: ['dpkg', 'apk'],
    isMeant: (name) => Object.hasOwn(docker_cli_or_gosu_in_image_rule_programsOf, name),
    isUsed: (name, use) => use.installed === null || (0,lint_use/* isProgramUsed */.gK)(docker_cli_or_gosu_in_image_rule_programsOf[name] ?? [], use),
    message: (names) => `${names}: nothing in the image seems to call it; \`USER\` and \`RUN --mount\` do without, and \`docker run --init --user\` too`,
});

// EXTERNAL MODULE: ./node_modules/@balena/dockerignore/ignore.js
var ignore = __webpack_require__(4158);
;// CONCATENATED MODULE: ./lib/lint/context-files.js



/** Names that hardly any image wants, wherever they stand in the context. */
const unwantedNames = [
    '.git',
    '.svn',
    '.hg',
    '.github',
    '.vscode',
    '.idea',
    '.DS_Store',
    '.env',
    '__pycache__',
    '.pytest_cache',
    '.mypy_cache',
    '.ruff_cache',
    '.tox',
    '.nox',
    'coverage',
    '.nyc_output',
];
const dependencies = [
    {
        names: ['node_modules'],
        isInstall: (command) => (0,commands/* runs */.Np)(command, ['npm', 'pnpm', 'bun', 'yarn'], ['install', 'i', 'ci', 'clean-install']) ||
            /^yarn(?: -.*)?$/.test((0,commands/* programWords */.Os)(command).join(' ')),
    },
    {
        names: ['.venv', 'venv'],
        isInstall: (command) => (0,commands/* runs */.Np)(command, ['pip', 'pip3', 'poetry', 'pipenv', 'pdm'], ['install', 'sync']) ||
            (0,commands/* runs */.Np)(command, ['uv'], ['sync', 'install']),
    },
];
/** Dependencies that the Dockerfile installs itself, so that those of the context are not what the image lives on. */
function installedDependencies(subject) {
    const commands = instructionsOf(subject, 'RUN').flatMap((run) => run.commands);
    return dependencies.filter(({ isInstall }) => commands.some(isInstall)).flatMap(({ names }) => names);
}
/** Whether one of `names` is a part of a path. */
function hasName(names) {
    if (names.length === 0)
        return () => false;
    const pattern = new RegExp(`(?:^|/)(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})(?:/|$)`);
    return (path) => pattern.test(path);
}
/** More text is no list that people keep; its patterns may take for ever. */
const longestIgnoreFile = 64 * 1024;
/** Whether the ignore file leaves a path of the context out, as BuildKit reads it; all, where it is too long to tell. */
function ignoredBy({ ignoreText }) {
    if (ignoreText === null)
        return () => false;
    if (ignoreText.length > longestIgnoreFile)
        return () => true;
    const patterns = ignore["default"]({ ignorecase: false }).add(ignoreText.replace(/^\uFEFF/, ''));
    return (path) => patterns.ignores(path);
}
/** Adds lines to the ignore file, behind what it says; makes it where there is none. */
function appendIgnores({ ignoreFile, ignoreText }, patterns) {
    const lines = (ignoreText ?? '').split('\n');
    const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    return {
        file: ignoreFile,
        firstLine: place.line,
        firstColumn: place.column,
        lastLine: place.line,
        lastColumn: place.column,
        text: (place.column === 1 ? '' : '\n') + patterns.map((pattern) => `${pattern}\n`).join(''),
    };
}

;// CONCATENATED MODULE: ./lib/lint/rules/dockerignore-incomplete/rule.js




/** Folders at the context's top that an image rarely wants. */
const topNames = ['test', 'tests', '__tests__', 'spec', 'e2e', 'doc', 'docs', 'examples', 'screenshots'];
const hasAnyName = hasName([...unwantedNames, ...topNames]);
/** What a package brings along is its own. */
const isPackaged = hasName(['node_modules', 'site-packages', 'venv', '.venv', 'vendor']);
const dockerignoreIncomplete = {
    name: 'dockerignore-incomplete',
    aliases: ['DKL-LI-0003'],
    severity: 'warning',
    check(subject) {
        const { context } = subject;
        if (context === null || context.ignoreText === null)
            return [];
        return copiesOf(subject)
            .filter(isFromContext)
            .flatMap((copy) => dockerignore_incomplete_rule_checkCopy(subject, copy, context));
    },
};
/** One finding for each COPY. Silent without a layer: what the context holds, the text does not tell. */
function dockerignore_incomplete_rule_checkCopy(subject, copy, context) {
    const layer = layerOf(subject, copy);
    if (layer === null)
        return [];
    const candidates = candidatesIn(layer);
    const landed = entriesFor(subject, copy, context)
        .map((entry) => ({ ...entry, files: candidates.filter(({ path }) => entry.isMeant(path)) }))
        .filter(({ files }) => files.length > 0);
    if (landed.length === 0)
        return [];
    return [
        {
            message: `\`${context.ignoreFile}\` lets through what an image rarely needs: ${landed.map(({ pattern }) => `\`${pattern}\``).join(', ')}`,
            range: copy.range,
            claims: landed.flatMap(({ files }) => files.map((entry) => ({ layer: layer.index, entry }))),
            evidence: landed.map(({ pattern, files }) => `${pattern}: ${describeFiles(files)}`),
            fix: {
                safe: false,
                edits: [
                    appendIgnores(context, landed.map(({ pattern }) => pattern)),
                ],
            },
        },
    ];
}
/** Files with any of the names: a layer may have a million, and few of them are. */
const candidatesIn = (layer) => layer.live.filter(({ path }) => hasAnyName(path) && !isPackaged(path));
/** Not those that are left out already, or let through by an exception (`!docs`), or that the Dockerfile speaks of. */
function entriesFor(subject, copy, context) {
    const isIgnored = ignoredBy(context);
    const exceptions = (context.ignoreText ?? '').split('\n').filter((line) => line.trimStart().startsWith('!'));
    const isOpen = (name) => !exceptions.some((line) => line.includes(name));
    const anywhere = unwantedNames
        .filter((name) => isOpen(name) && !isIgnored(`any/${name}`))
        .map((name) => ({ pattern: `**/${name}`, isMeant: hasName([name]) }));
    const target = copiesWholeContext(copy) ? targetOf(subject, copy) : null;
    if (target === null)
        return anywhere;
    const atTop = topNames
        .filter((name) => isOpen(name) && !isIgnored(name) && !isSpokenOf(subject, name))
        .map((name) => {
        const folder = `${target === '' ? '' : `${target}/`}${name}/`;
        return { pattern: name, isMeant: (path) => path.startsWith(folder) };
    });
    return [...anywhere, ...atTop];
}
/** `RUN npm test`, `RUN mkdocs build`: it may be what the image is for. `docker` and `latest` speak of neither. */
function isSpokenOf(subject, name) {
    const word = new RegExp(`(?<!la)${name.replace(/^_+|_+$/g, '').replace(/s$/, '')}(?:s|\\b)`, 'i');
    return subject.chain.some(({ instructions: [, ...rest] }) => rest.some(({ text }) => word.test(text)));
}

;// CONCATENATED MODULE: ./lib/lint/rules/dockerignore-missing/rule.js




const dockerignoreMissing = {
    name: 'dockerignore-missing',
    aliases: ['ID.10001'],
    severity: 'warning',
    check(subject) {
        const { context } = subject;
        if (context === null || context.ignoreText !== null)
            return [];
        const names = [...unwantedNames, ...installedDependencies(subject)];
        return copiesOf(subject)
            .filter(copiesWholeContext)
            .flatMap((copy) => dockerignore_missing_rule_checkCopy(subject, copy, context, names));
    },
};
function dockerignore_missing_rule_checkCopy(subject, copy, context, names) {
    const layer = layerOf(subject, copy);
    const claims = layer === null ? null : keptFiles(layer, hasName(names));
    return [
        {
            message: `the whole context is copied and there is no \`${context.ignoreFile}\`: what no image needs lands in the layer`,
            range: copy.range,
            claims,
            evidence: evidenceOf(claims),
            fix: {
                safe: true,
                edits: [
                    appendIgnores(context, names.map((name) => `**/${name}`)),
                ],
            },
        },
    ];
}

;// CONCATENATED MODULE: ./lib/lint/rules/downloaded-archive-left-behind/rule.js





const downloadedArchiveLeftBehind = {
    name: 'downloaded-archive-left-behind',
    aliases: [],
    severity: 'warning',
    check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => downloaded_archive_left_behind_rule_checkRun(subject, run)),
};
function downloaded_archive_left_behind_rule_checkRun(subject, run) {
    const layer = layerOf(subject, run);
    const unpacked = unpackedIn(run);
    const left = layer === null ? unpacked.filter((archive) => isLeft(subject, run, archive)) : unpacked;
    const [first] = left;
    if (first === undefined)
        return [];
    const tests = left.map(({ word }) => filesNamed(word));
    const claims = layer === null ? null : keptFiles(layer, (path) => tests.some((test) => test(path)));
    return [
        {
            message: 'the archive stays beside what was unpacked from it: remove it in the same RUN, or unpack what comes by a pipe',
            range: first.unpacker.range,
            claims,
            evidence: evidenceOf(claims),
            fix: downloaded_archive_left_behind_rule_fixOf(subject, run, left),
        },
    ];
}
function unpackedIn({ commands }) {
    const found = new Map();
    for (const unpacker of commands) {
        const word = unpackedBy(unpacker);
        if (word === null || found.has(word))
            continue;
        found.set(word, { word, unpacker, last: commands.findLast(({ words }) => words.includes(word)) ?? unpacker });
    }
    return [...found.values()];
}
/** As far as the text can tell: fetched by a command before, and certainly not removed. */
function isLeft(subject, run, { word, unpacker }) {
    const at = run.commands.indexOf(unpacker);
    const isFetched = run.commands
        .slice(0, at)
        .some((command) => (0,commands/* runs */.Np)(command, ['curl', 'wget', 'aria2c']) && names(command, fileName(word)));
    const isMounted = run.flags.some(({ name, value }) => name === 'mount' && !value?.includes('type=bind'));
    return isFetched && !isMounted && !run.commands.slice(at).some(removesSomething) && !isNamedLater(subject, run, word);
}
const names = (command, name) => (0,commands/* programWords */.Os)(command).some((word) => fileName(word) === name);
/** A removal by folders or patterns may well hit the archive, and one of a file most likely means it. */
const removesSomething = (command) => (0,commands/* runs */.Np)(command, ['rm', 'mv', 'find', 'shred']);
const isNamedLater = (subject, { range }, word) => subject.chain
    .flatMap(({ instructions }) => instructions)
    .some((later) => later.range.firstLine > range.lastLine && later.text.includes(fileName(word)));
/** Removed by the name, and in the folder, by which the last command that needs it has it. */
function downloaded_archive_left_behind_rule_fixOf(subject, run, left) {
    const edits = left.map(({ word, last }) => /^[\w./${}:@%+-]+$/.test(word) && !isNamedLater(subject, run, word)
        ? insertCommand(subject, run, last, `rm ${word.includes('$') ? `"${word}"` : word}`)
        : null);
    return edits.every((edit) => edit !== null) ? { safe: true, edits } : null;
}

;// CONCATENATED MODULE: ./lib/lint/rules/duplicate-content/rule.js



/** Smaller files come twice in packages as they are made: icons, licences, empty databases. */
const smallestBytes = 1_000_000;
const duplicateContent = {
    name: 'duplicate-content',
    aliases: [],
    severity: 'warning',
    check(subject) {
        // Without layers there is no telling what files hold.
        const duplicates = duplicatesIn(subject.layers ?? []);
        return [...duplicates].flatMap(([layer, found]) => rule_checkLayer(subject, layer, found));
    },
};
/** By the layer that holds the second copy. */
function duplicatesIn(layers) {
    const duplicates = new Map();
    const firsts = new Map();
    for (const layer of layers) {
        for (const entry of layer.live) {
            if (entry.size < smallestBytes || entry.hash === null)
                continue;
            const content = `${entry.size}:${entry.hash}`;
            const first = firsts.get(content);
            if (first === undefined)
                firsts.set(content, entry);
            else
                push(duplicates, layer, { entry, first });
        }
    }
    return duplicates;
}
function push(duplicates, layer, duplicate) {
    const known = duplicates.get(layer);
    if (known === undefined)
        duplicates.set(layer, [duplicate]);
    else
        known.push(duplicate);
}
/** One finding for each instruction; what the base image holds twice can't be freed by its user. */
function rule_checkLayer(subject, layer, duplicates) {
    const instruction = instructionOf(subject, layer);
    if (instruction === null)
        return [];
    const largest = duplicates.toSorted((a, b) => b.entry.size - a.entry.size).slice(0, 3);
    return [
        {
            message: 'files stand here that the image holds at another path already: keep one, and link to it',
            range: instruction.range,
            claims: duplicates.map(({ entry }) => ({ layer: layer.index, entry })),
            evidence: largest.map(({ entry, first }) => `${(0,path/* pathText */.L)(entry.path)} is the same as ${(0,path/* pathText */.L)(first.path)} (${(0,units/* formatBytes */.z3)(entry.size)})`),
            fix: null,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/lint/rules/duplicate-http-clients/rule.js


const clients = ['httpx', 'requests'];
const duplicateHttpClients = unneededPackages({
    name: 'duplicate-http-clients',
    aliases: [],
    managers: ['python'],
    isMeant: (name) => clients.includes(name),
    isUsed: (_name, { installed }) => installed === null,
    choose: (found, { installed, manager }) => spareOf(found, installed.graphOf(manager), installed),
    message: (names) => `${names}: httpx and requests do the same, and nothing else needs either: write the program with one of them`,
});
/** The one that is the smaller with all that came because of it; none where something needs either, or one is not there. */
function spareOf(found, graph, installed) {
    if (new Set(found.map(({ name }) => (0,requirement/* normalisedName */.E)(name))).size < clients.length)
        return [];
    const others = graph.packages.filter((each) => !found.includes(each));
    const needed = graph.closure(others, { wants: true });
    if (found.some((each) => needed.has(each)))
        return [];
    const bytes = (each) => [...graph.onlyNeededBy([each])].flatMap(installed.claimsOf).reduce((sum, { entry }) => sum + entry.size, 0);
    return found.toSorted((a, b) => bytes(a) - bytes(b)).slice(0, 1);
}

;// CONCATENATED MODULE: ./lib/lint/rules/file-overwritten-by-later-layer/rule.js


/** Smaller files are written again by most builds in passing: lock files, settings, caches. */
const rule_smallestBytes = 1_000_000;
/** What package managers and logs write again at each call, whoever calls them. */
const books = /^(?:var\/lib\/(?:dpkg|apt|rpm|dnf|yum|pacman)|usr\/lib\/sysimage|usr\/share\/rpm|(?:usr\/)?lib\/apk|var\/cache|var\/log)\/|^etc\/ld\.so\.cache$/;
const fileOverwrittenByLaterLayer = {
    name: 'file-overwritten-by-later-layer',
    aliases: [],
    severity: 'warning',
    // Without layers there is no telling what an instruction hits.
    check: (subject) => (subject.layers ?? []).flatMap((layer) => checkWriter(subject, layer, subject.layers ?? [])),
};
/** One finding for each instruction that overwrites; what the base image brought can't be freed by its user. */
function checkWriter(subject, writer, layers) {
    const instruction = instructionOf(subject, writer);
    if (instruction === null)
        return [];
    const isCopy = instruction.keyword !== 'RUN';
    const holders = layers
        .filter((layer) => layer.origin !== 'base' && layer.index < writer.index)
        .map((layer) => ({ layer, claims: overwrittenBy(writer, layer, isCopy) }))
        .filter(({ claims }) => claims.length > 0);
    if (holders.length === 0)
        return [];
    return [
        {
            message: 'files that an earlier layer holds are written again here, and both copies stay in the image: let one instruction write them',
            range: instruction.range,
            claims: holders.flatMap(({ claims }) => claims),
            evidence: holders.map(({ layer, claims }) => `first by ${placeOf(layer)}: ${describeFiles(claims.map(({ entry }) => entry))}`),
            fix: null,
        },
    ];
}
function overwrittenBy(writer, holder, isCopy) {
    // A RUN that stores the same content again changes owner or mode: other rules tell of that.
    const isMeant = ({ how, by, entry }) => by === writer.index && (how === 'modified' || (how === 'metadata' && isCopy)) && entry.size >= rule_smallestBytes;
    return holder.hidden
        .filter((file) => isMeant(file) && !books.test(file.entry.path))
        .map(({ entry }) => ({ layer: holder.index, entry }));
}

// EXTERNAL MODULE: ./lib/lint/base-advice.js + 1 modules
var base_advice = __webpack_require__(4212);
// EXTERNAL MODULE: ./lib/lint/base-warnings.js
var base_warnings = __webpack_require__(3772);
;// CONCATENATED MODULE: ./lib/lint/rules/full-language-base/rule.js



const fullLanguageBase = {
    name: 'full-language-base',
    aliases: [],
    severity: 'warning',
    check(subject) {
        const found = (0,base_advice/* largerBase */.pD)(subject, 'full-language-base');
        if (found === null)
            return [];
        const message = `\`${found.image}\` brings compilers, headers and tools that building takes and running does not: use ${(0,base_advice/* imagesText */.WU)(found.alternatives)}`;
        return (0,base_advice/* baseDraft */.nU)(subject, found, { message, fix: full_language_base_rule_fixOf(subject, found) });
    },
};
/** None where a variable or a digest names the image, or the Dockerfile uses what would go. */
function full_language_base_rule_fixOf(subject, { image, alternatives }) {
    const name = subject.chain[0]?.instructions[0]?.words[0];
    const [slim] = alternatives;
    if (name?.text !== image || image.includes('@') || slim === undefined)
        return null;
    if ((0,base_warnings/* missingTools */.C)(subject).length > 0)
        return null;
    return { safe: false, edits: [replaceAt(subject, name.range, slim.image)] };
}

;// CONCATENATED MODULE: ./lib/lint/rules/gem-cache-or-docs-left-behind/rule.js


/** An installation's archives, but not `vendor/cache`, which an application brings to install from. */
const archive = /(?<!\/vendor)\/cache\/[^/]+\.gem$/;
const documentation = /\/(?:gems\/\d[\w.]*|ruby\/\d[\w.]*|bundle)\/doc\//;
const installs = (command) => (0,commands/* runs */.Np)(command, ['gem', 'bundle', 'bundler']) && (0,commands/* subcommandOf */.b8)(command) === 'install';
const isPlainGem = (command) => (0,commands/* runs */.Np)(command, ['gem']) && !(0,commands/* programWords */.Os)(command).some((word) => /^(?:-i|--install-dir|--user-install)\b/.test(word));
const gemCacheOrDocsLeftBehind = leftBehind({
    name: 'gem-cache-or-docs-left-behind',
    aliases: [],
    leftovers: [
        {
            message: "RubyGems' archives of what it installed, and documentation made of them, stay in the layer: remove `cache` and `doc` of the gem folder in the same RUN",
            folders: [],
            files: (path) => (path.endsWith('.gem') && archive.test(path)) || (path.includes('/doc/') && documentation.test(path)),
            isLeftBy: installs,
            isCleanedBy: (command) => (0,commands/* runs */.Np)(command, ['rm', 'find']) && (0,commands/* programWords */.Os)(command).some((word) => /\bcache\b|\.gem$/.test(word)),
            remedy: (culprits, claims) => culprits.every(isPlainGem) ? removeByGem((0,commands/* programAsWritten */.y1)(culprits[0])) : removeFolders(claims),
        },
    ],
});
const removeByGem = (gem) => ({
    command: `rm -rf "$(${gem} env gemdir)/cache" "$(${gem} env gemdir)/doc"`,
});
/** Where bundler installs is its configuration's matter: the layer alone tells. */
function removeFolders(claims) {
    const folders = [...new Set(claims?.map(({ entry }) => `/${folderOf(entry.path)}`))].sort();
    const isPlain = folders.length > 0 && folders.every((folder) => /^[\w./@+-]+$/.test(folder));
    return isPlain ? { command: `rm -rf ${folders.join(' ')}` } : null;
}
/** The `cache` that holds an archive, or the `doc` that holds documentation. */
const folderOf = (path) => {
    const documented = documentation.exec(path);
    return documented === null
        ? path.slice(0, path.lastIndexOf('/'))
        : path.slice(0, documented.index + documented[0].length - 1);
};

;// CONCATENATED MODULE: ./lib/lint/rules/go-cargo-maven-caches-left-behind/rule.js



const isOneOf = (subcommands, command) => subcommands.includes((0,commands/* subcommandOf */.b8)(command) ?? '');
const go = {
    message: "Go's modules and what it compiled stay in the image: build in another stage, or run `go clean -cache -modcache` in the same RUN",
    folders: ['~/.cache/go-build', '~/go/pkg/mod'],
    isLeftBy: (command) => (0,commands/* runs */.Np)(command, ['go']) && isOneOf(['build', 'install', 'get', 'test', 'generate', 'mod'], command),
    isCleanedBy: (command) => (0,commands/* runs */.Np)(command, ['go']) && (0,commands/* subcommandOf */.b8)(command) === 'clean',
    settings: ['GOCACHE', 'GOMODCACHE', 'GOPATH'],
    isNeeded: (subject) => startsBy(subject, ['go']),
    remedy: (culprits) => ({ command: `${(0,commands/* programAsWritten */.y1)(culprits[0])} clean -cache -modcache` }),
    isSafe: false,
};
const cargo = {
    message: "cargo's registry and checkouts stay in the image: build in another stage, or remove them in the same RUN",
    folders: ['~/.cargo/registry', '~/.cargo/git', '~/cargo/registry', '~/cargo/git'],
    isLeftBy: (command) => (0,commands/* runs */.Np)(command, ['cargo']) && isOneOf(['build', 'install', 'fetch', 'test', 'check'], command),
    isNeeded: (subject) => startsBy(subject, ['cargo']),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
    remedy: () => ({ command: 'rm -rf "${CARGO_HOME:-$HOME/.cargo}/registry" "${CARGO_HOME:-$HOME/.cargo}/git"' }),
    isSafe: false,
};
const maven = {
    message: "maven's repository stays in the image: build in another stage, or remove `~/.m2/repository` in the same RUN",
    folders: ['~/.m2/repository'],
    isLeftBy: (command) => (0,commands/* runs */.Np)(command, ['mvn', 'mvnw']) &&
        (0,commands/* subcommandOf */.b8)(command) !== null &&
        !(0,commands/* programWords */.Os)(command).some((word) => word.startsWith('-Dmaven.repo.local')),
    isNeeded: (subject) => startsBy(subject, ['mvn', 'mvnw']),
    remedy: () => ({ command: 'rm -rf ~/.m2/repository' }),
    isSafe: false,
};
const gradle = {
    message: "gradle's caches stay in the image: build in another stage, or remove them in the same RUN",
    folders: ['~/.gradle/caches', '~/.gradle/wrapper/dists'],
    isLeftBy: (command) => (0,commands/* runs */.Np)(command, ['gradle', 'gradlew']) && (0,commands/* subcommandOf */.b8)(command) !== null,
    settings: ['GRADLE_USER_HOME'],
    isNeeded: (subject) => startsBy(subject, ['gradle', 'gradlew']),
    remedy: () => ({ command: 'rm -rf ~/.gradle/caches ~/.gradle/wrapper/dists' }),
    isSafe: false,
};
const goCargoMavenCachesLeftBehind = leftBehind({
    name: 'go-cargo-maven-caches-left-behind',
    aliases: [],
    leftovers: [go, cargo, maven, gradle],
});
/** Whether the image builds again whenever it starts (`CMD mvn spring-boot:run`). */
const startsBy = (subject, programs) => ['CMD', 'ENTRYPOINT']
    .flatMap((keyword) => instructionsOf(subject, keyword))
    .flatMap(({ words }) => words.flatMap(({ text }) => text.split(/[\s;&|]+/)))
    .some((word) => programs.includes(word.replace(/^.*\//, '')));

// EXTERNAL MODULE: ./lib/packages/format.js
var format = __webpack_require__(8898);
;// CONCATENATED MODULE: ./lib/lint/rules/gui-libraries-in-server-image/rule.js




/** X11's libraries, OpenGL's, the toolkits upon them, and fonts, as Debian and Alpine call them. */
const gui = /^(?:lib(?:x11|xext|xrender|xi|xtst|xft|xcursor|xrandr|xinerama|xcomposite|xdamage|xfixes|sm|ice|gl1|gl1-mesa-(?:glx|dri)|egl1|glu1-mesa|gtk-?[234]|qt[56])[\w.+-]*|libxkbcommon[\w.-]*|mesa-[\w.-]+|mesa|qt[56][\w.-]*|gtk[+\d][\w.+-]*|x11-[\w.-]+|xauth|xvfb|fonts?-[\w.-]+|ttf-[\w.-]+)$/;
const headers = /-dev$/;
const fonts = /^(?:fonts?|ttf)-/;
/** They bring windows of their own where there is no `-headless` in their name, and open none in a container. */
const openCv = ['opencv-python', 'opencv-contrib-python'];
/** Programs that draw on a screen, a virtual one too, and modules that start one. */
const drawing = [
    'Xvfb',
    'xvfb-run',
    'x11vnc',
    'xpra',
    'chromium',
    'google-chrome',
    'firefox',
    'wkhtmltopdf',
    'electron',
];
const drawingModules = {
    python: 'playwright selenium pyppeteer pyqt5 pyqt6 pyside2 pyside6 kivy pygame pyglet vtk pyvista open3d mayavi wxpython mujoco pyautogui'.split(' '),
    node: ['puppeteer', 'puppeteer-core', 'playwright', 'playwright-core', 'electron', 'gl'],
};
/** They put text into pictures and documents. */
const writing = ['java', 'soffice', 'libreoffice', 'convert', 'magick', 'dot', 'inkscape', 'gs', 'php-fpm', 'pandoc'];
const writingModules = {
    python: 'weasyprint reportlab fpdf fpdf2 cairosvg xhtml2pdf pdfkit imgkit pillow matplotlib wordcloud'.split(' '),
    node: ['canvas', '@napi-rs/canvas', 'sharp', 'pdfmake', 'pdfkit'],
};
const guiLibrariesInServerImage = unneededPackages({
    name: 'gui-libraries-in-server-image',
    aliases: [],
    managers: ['dpkg', 'apk'],
    isMeant: (name) => gui.test(name) && !headers.test(name),
    isUsed: (name, use) => use.installed === null || isUsed(name, use.installed, use),
    message: (names) => `${names}: a server shows no windows, and nothing else of the image uses these; OpenCV needs none as \`opencv-python-headless\``,
    fix: (subject, found) => hasModule(subject.packages(), { python: openCv, node: [] }) ? null : leaveOut(subject, found),
});
function isUsed(name, installed, use) {
    const isShown = installed.namedByScripts.has('imshow') && hasModule(installed, { python: openCv, node: [] });
    if (isShown || (0,lint_use/* isProgramUsed */.gK)(drawing, use) || hasModule(installed, drawingModules))
        return true;
    return fonts.test(name)
        ? (0,lint_use/* isProgramUsed */.gK)(writing, use) || hasModule(installed, writingModules)
        : isLinked(name, installed);
}
const hasModule = (installed, modules) => ['python', 'node'].some((manager) => modules[manager].some((name) => (installed?.graphOf(manager).find(name).length ?? 0) > 0));
/** Whether something loads it that no package of the system brought, nor OpenCV: what those need their manager knows. */
function isLinked(name, installed) {
    const mentions = installed.mentions();
    if (!mentions.isComplete)
        return true;
    const isCounted = countedOwners(installed);
    return ['dpkg', 'apk']
        .flatMap((manager) => installed.graphOf(manager).find(name))
        .some((each) => [...mentions.ownersOf(installed.loadingOf(each).names)].some(isCounted));
}
function countedOwners(installed) {
    const system = ['dpkg', 'apk'].flatMap((manager) => installed.graphOf(manager).packages);
    const withWindows = openCv.flatMap((name) => installed.graphOf('python').find(name));
    const passed = new Set([...system, ...withWindows].map(format/* packageKey */.MO));
    return (owner) => owner === null || !passed.has(owner);
}

;// CONCATENATED MODULE: ./lib/lint/rules/healthcheck-missing/rule.js

const healthcheckMissing = {
    name: 'healthcheck-missing',
    aliases: ['DL3057', 'CKV_DOCKER_2', 'CIS-DI-0006'],
    severity: 'info',
    topic: 'practice',
    offByDefault: true,
    check(subject) {
        const from = subject.chain.at(-1)?.instructions[0];
        if (from === undefined || instructionsOf(subject, 'HEALTHCHECK').length > 0)
            return [];
        return [
            {
                message: 'nothing tells whether the container is well: add a `HEALTHCHECK`, or `HEALTHCHECK NONE` where another system looks',
                range: from.range,
                claims: null,
                evidence: [],
                fix: null,
            },
        ];
    },
};

;// CONCATENATED MODULE: ./lib/lint/rules/host-node-modules-or-venv-copied/rule.js






const hostNodeModulesOrVenvCopied = {
    name: 'host-node-modules-or-venv-copied',
    aliases: [],
    severity: 'warning',
    check(subject) {
        // Without an install here, those of the context may be what the image lives on.
        const names = installedDependencies(subject);
        return names.length === 0 ? [] : copiesOf(subject).flatMap((copy) => host_node_modules_or_venv_copied_rule_checkCopy(subject, copy, names));
    },
};
function host_node_modules_or_venv_copied_rule_checkCopy(subject, copy, names) {
    const isNamed = isFromContext(copy) && sourcesOf(copy).every((source) => names.includes(external_node_path_.posix.basename(source)));
    const layer = layerOf(subject, copy);
    const lands = isNamed || (copiesWholeContext(copy) && layer !== null && !isIgnoreFileMissing(subject));
    if (!lands)
        return [];
    const claims = layer === null ? null : broughtBy(layer, names);
    return [
        {
            message: 'dependencies of the machine that builds are copied, beside those that a RUN installs: they are stored as well, and may be made for another system',
            range: copy.range,
            claims,
            evidence: evidenceOf(claims),
            fix: isNamed ? { safe: false, edits: [removeInstruction(subject, copy)] } : host_node_modules_or_venv_copied_rule_fixOf(subject, names, layer),
        },
    ];
}
/** Then another rule tells of all that lands. */
const isIgnoreFileMissing = ({ context }) => context !== null && context.ignoreText === null;
/** What an install wrote again is in the COPY's layer all the same. */
function broughtBy(layer, names) {
    const isMeant = hasName(names);
    return [...layer.live, ...layer.hidden.map(({ entry }) => entry)]
        .filter(({ path }) => isMeant(path))
        .map((entry) => ({ layer: layer.index, entry }));
}
/** Ignores the names that landed, where the ignore file is at hand and does not name them yet. */
function host_node_modules_or_venv_copied_rule_fixOf({ context }, names, layer) {
    if (context === null || layer === null)
        return null;
    const isIgnored = ignoredBy(context);
    const open = names.filter((name) => broughtBy(layer, [name]).length > 0 && !isIgnored(`any/${name}`));
    return open.length === 0
        ? null
        : {
            safe: true,
            edits: [
                appendIgnores(context, open.map((name) => `**/${name}`)),
            ],
        };
}

;// CONCATENATED MODULE: ./lib/lint/rules/large-file-copied/rule.js



const large_file_copied_rule_smallestBytes = 10_000_000;
/** Films and sounds, sources of pictures, models, dumps and tables, disk images: data, as a rule, not a program. */
const data = /\.(?:mp4|mov|avi|mkv|webm|wav|flac|aiff?|psd|xcf|tiff?|pt|pth|ckpt|onnx|safetensors|gguf|h5|hdf5|pb|tflite|npy|npz|pkl|joblib|sql|dump|bak|bson|rdb|csv|tsv|parquet|feather|arrow|pcap|iso|img|qcow2|vmdk|core)$/i;
const largeFileCopied = {
    name: 'large-file-copied',
    aliases: [],
    severity: 'info',
    check: (subject) => copiesOf(subject)
        .filter(isFromContext)
        .flatMap((copy) => large_file_copied_rule_checkCopy(subject, copy)),
};
/** Silent without a layer: the text does not tell how large a file is. */
function large_file_copied_rule_checkCopy(subject, copy) {
    const layer = layerOf(subject, copy);
    const large = layer?.live.filter(({ size, path }) => size >= large_file_copied_rule_smallestBytes && data.test(path)) ?? [];
    if (layer === null || large.length === 0)
        return [];
    return [
        {
            message: 'large data is copied into the image: everyone who pulls it fetches the data with each change; mount it, or fetch it at the start',
            range: copy.range,
            claims: large.map((entry) => ({ layer: layer.index, entry })),
            evidence: [describeFiles(large)],
            fix: null,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/lint/rules/layer-exceeds-budget/rule.js



/** Silent unless a limit is set. */
const layerExceedsBudget = {
    name: 'layer-exceeds-budget',
    aliases: ['ID.20020'],
    severity: 'warning',
    check: (subject) => (subject.layers ?? []).flatMap((layer) => layer_exceeds_budget_rule_checkLayer(subject, layer, subject.maxLayerBytes ?? null)),
};
function layer_exceeds_budget_rule_checkLayer(subject, layer, limit) {
    const instruction = instructionOf(subject, layer);
    if (limit === null || instruction === null || layer.diskBytes <= limit)
        return [];
    return [
        {
            message: `this layer takes ${(0,units/* formatBytes */.z3)(layer.diskBytes)}, more than the ${(0,units/* formatBytes */.z3)(limit)} that one may: whoever pulls the image waits for its largest layer`,
            range: instruction.range,
            claims: null,
            excess: { layer: layer.index, bytes: layer.diskBytes - limit },
            evidence: layer.live.length === 0 ? [] : [describeFiles(layer.live)],
            fix: null,
        },
    ];
}

;// CONCATENATED MODULE: ./lib/lint/shipped.js



/** A rule about files that only the layers tell of: it is silent without an image. */
const shipped = ({ name, aliases, severity, keywords, message, find, fix }) => ({
    name,
    aliases,
    severity,
    check: (subject) => subject.chain
        .flatMap(({ instructions }) => instructions)
        .filter(({ keyword }) => keywords.includes(keyword))
        .flatMap((instruction) => {
        const layer = layerOf(subject, instruction);
        const claims = layer === null ? [] : find(layer, instruction, subject);
        if (claims.length === 0)
            return [];
        return [
            {
                message,
                range: instruction.range,
                claims,
                evidence: evidenceOf(claims),
                fix: fix(claims, instruction, subject),
            },
        ];
    }),
});
/** Paths that a shell takes as they are. A list that is longer than this is none that anybody would want to read. */
const [plainPath, mostPaths] = [/^[\w./@+:-]+$/, 12];
/** Removes paths (latin1, no leading slash) at the end of a RUN; null where that can't be written well. */
function removeAtEnd(subject, run, paths, { isSafe, command }) {
    const last = run.commands.at(-1);
    if (last === undefined || paths.size > mostPaths || ![...paths].every((path) => plainPath.test(path)))
        return null;
    const words = [...paths].sort().map((path) => `/${path}`);
    const edit = insertCommand(subject, run, last, `${command} ${words.join(' ')}`);
    return edit === null ? null : { safe: isSafe, edits: [edit] };
}

;// CONCATENATED MODULE: ./lib/lint/rules/license-text-bundles-shipped/rule.js


const licenseTextBundlesShipped = shipped({
    name: 'license-text-bundles-shipped',
    aliases: [],
    severity: 'info',
    keywords: ['RUN', 'COPY', 'ADD'],
    message: 'the bundler put the licence comments of what it bundled into files of their own: one for the whole image would do',
    find: (layer) => keptFiles(layer, (path) => path.endsWith('.LICENSE.txt')),
    fix: () => null,
});

;// CONCATENATED MODULE: ./lib/lint/rules/log-files-shipped/rule.js


const isLog = (path) => path.startsWith('var/log/') || /^var\/cache\/debconf\/[^/]+-old$/.test(path);
const logFilesShipped = shipped({
    name: 'log-files-shipped',
    aliases: [],
    severity: 'info',
    keywords: ['RUN'],
    message: 'what was logged while the image was built stays in it: remove the files in the same RUN',
    find(layer, _run, subject) {
        const named = namedLogs(subject);
        // What is empty was made for a program to write to.
        return keptFiles(layer, isLog).filter(({ entry }) => entry.size > 0 && !named.has(`/${entry.path}`));
    },
    fix: (claims, run, subject) => removeAtEnd(subject, run, new Set(claims.map(({ entry }) => entry.path)), { isSafe: true, command: 'rm -f' }),
});
/** Logs that the Dockerfile is about (`CMD tail -f /var/log/app.log`). */
const namedLogs = ({ dockerfile }) => new Set(dockerfile.text.match(/\/var\/log\/[\w./-]+/g) ?? []);

// EXTERNAL MODULE: ./lib/packages/names.js
var packages_names = __webpack_require__(1953);
;// CONCATENATED MODULE: ./lib/lint/loaded.js




/** Of packages that are asked for, those that can go without anything that stays missing what it loads. */
function neverLoaded(asked, { subject, installed, manager }, { blinding, areBlindingAnywhere, hasToBeSeen }) {
    const graph = installed.graphOf(manager);
    const mentions = installed.mentions();
    const inDockerfile = namesInDockerfile(subject, manager);
    const isNamedBy = (names, isCounted) => names.some((name) => inDockerfile?.has(name)) || [...mentions.ownersOf(names)].some(isCounted);
    const isNamedByProgram = (names) => isNamedBy(names, (owner) => owner === null);
    const isBlinded = areBlindingAnywhere ? isNamedBy(blinding, () => true) : isNamedByProgram(blinding);
    const isSeen = () => graph.packages.some((each) => installed.isAdded(each) && isNamedByProgram(installed.loadingOf(each).names));
    if (!mentions.isComplete || inDockerfile === null || isBlinded)
        return [];
    if (hasToBeSeen && !isSeen())
        return [];
    const candidates = asked.filter((each) => {
        const { names, isFoundOtherwise } = installed.loadingOf(each);
        return names.length > 0 && !isFoundOtherwise;
    });
    return without(candidates, graph, (each, gone) => isNamedBy(installed.loadingOf(each).names, (owner) => owner === null || !gone.has(owner)));
}
/** Real images need a few. */
const mostRounds = 50;
/**
 * The candidates that can go together: as long as something is loaded of what would go, those that it goes with stay, and
 * what stays may load more.
 */
function without(candidates, graph, isLoaded) {
    const leadingTo = reverseOf(graph);
    let left = candidates;
    for (let round = 0; round < mostRounds; round++) {
        const gone = [...graph.onlyNeededBy(left)];
        const keys = new Set(gone.map(format/* packageKey */.MO));
        const loaded = gone.filter((each) => isLoaded(each, keys));
        if (loaded.length === 0)
            return left.filter((each) => keys.has((0,format/* packageKey */.MO)(each)));
        const staying = leadingTo(loaded);
        left = left.filter((each) => !staying.has(each));
    }
    return [];
}
/** Everything that needs or wants one of some packages, or something that does, and so on; and those themselves. */
function reverseOf(graph) {
    const users = new Map();
    for (const user of graph.packages) {
        for (const name of [...user.relations.needs, ...user.relations.wants].flat()) {
            for (const used of graph.find(name)) {
                const known = users.get(used);
                if (known === undefined)
                    users.set(used, [user]);
                else
                    known.push(user);
            }
        }
    }
    return (targets) => {
        const reached = new Set(targets);
        // A set that grows while it is walked is walked to its new end.
        for (const each of reached)
            for (const user of users.get(each) ?? [])
                reached.add(user);
        return reached;
    };
}
/** What the Dockerfile names elsewhere than where it installs: what it starts, sets, or runs. Null: more than one can be. */
function namesInDockerfile({ chain }, manager) {
    const texts = chain.flatMap(({ instructions }) => instructions).map((instruction) => textOf(instruction, manager));
    return (0,packages_names/* distinctNames */.NL)((0,packages_names/* words */.aL)(texts.join('\n')));
}
function textOf(instruction, manager) {
    const { keyword, text, commands } = instruction;
    if (keyword !== 'RUN')
        return [...lint_use/* started */.A4, 'ENV'].includes(keyword) ? text : '';
    if (commands.length === 0)
        return text;
    const installing = new Set((0,lint_installs/* installsOf */.Ur)(instruction, manager).map(({ command }) => command));
    return commands
        .filter((command) => !installing.has(command))
        .flatMap(({ words: said, assignments }) => [...assignments, ...said])
        .join(' ');
}

;// CONCATENATED MODULE: ./lib/lint/rules/node-package-never-imported/rule.js


const nodePackageNeverImported = unneededPackages({
    name: 'node-package-never-imported',
    aliases: [],
    managers: ['node'],
    isMeant: () => true,
    isUsed: (_name, { installed }) => installed === null,
    choose(asked, image) {
        const dependencies = asked.filter(({ relations }) => relations.automatic === false);
        return neverLoaded(dependencies, image, { blinding: [], areBlindingAnywhere: false, hasToBeSeen: true });
    },
    message: (names) => `${names}: among the \`dependencies\`, but no source, script or command of the image imports or names it; take it out, unless something loads it by a name that does not stand there`,
});

;// CONCATENATED MODULE: ./lib/lint/rules/npm-cache-left-behind/rule.js


const installing = new Set(['install', 'i', 'add', 'ci', 'clean-install', 'install-ci-test', 'cit', 'update']);
const npmCacheLeftBehind = leftBehind({
    name: 'npm-cache-left-behind',
    aliases: [],
    leftovers: [
        {
            message: "npm's download cache stays in the layer: run `npm cache clean --force` behind the last install of the RUN, or mount a cache at `/root/.npm`",
            folders: ['~/.npm/_cacache'],
            isLeftBy: rule_installs,
            isCleanedBy: (command) => (0,commands/* runs */.Np)(command, ['npm'], ['clean', 'clear', 'rm']) && (0,commands/* subcommandOf */.b8)(command) === 'cache',
            settings: ['npm_config_cache', 'NPM_CONFIG_CACHE'],
            remedy: () => ({ command: 'npm cache clean --force' }),
        },
    ],
});
function rule_installs(command) {
    const isElsewhere = (0,commands/* programWords */.Os)(command).some((word) => word.startsWith('--cache'));
    return (0,commands/* runs */.Np)(command, ['npm']) && installing.has((0,commands/* subcommandOf */.b8)(command) ?? '') && !isElsewhere;
}

;// CONCATENATED MODULE: ./lib/lint/rules/npm-dev-dependencies-installed/rule.js


const npmDevDependenciesInstalled = developmentDependencies({
    name: 'npm-dev-dependencies-installed',
    installer: 'npm',
    message: 'packages that `package.json` has for development are in the image: `npm ci --omit=dev`, in another stage than what builds with them',
    isCulprit: rule_installsAll,
    option: '--omit=dev',
    runners: ['npm', 'npx', 'pnpm', 'yarn', 'tsc', 'vite', 'webpack', 'ng', 'next', 'nest'],
});
const rule_installing = ['ci', 'install', 'i', 'clean-install', 'install-clean'];
function rule_installsAll(command) {
    const [program, ...words] = (0,commands/* programWords */.Os)(command);
    const says = words.some((word) => /^--(?:omit=dev|production|prod|only=prod(?:uction)?)$/.test(word));
    const isGlobal = words.includes('-g') || words.includes('--global');
    return program === 'npm' && rule_installing.includes((0,commands/* subcommandOf */.b8)(command) ?? '') && !says && !isGlobal;
}

;// CONCATENATED MODULE: ./lib/lint/rules/opencv-gui-build/rule.js





const withWindows = ['opencv-python', 'opencv-contrib-python'];
/** Qt, X11 and fonts: what the wheels have and those of the same version with `-headless` have not. */
const windows = /(?:^|\/)cv2\/qt\/|(?:^|\/)opencv_(?:contrib_)?python\.libs\/lib(?:Qt\d|xcb|xkbcommon|X11|Xau)/;
const opencvGuiBuild = {
    name: 'opencv-gui-build',
    aliases: [],
    severity: 'info',
    check(subject) {
        const runs = subject.dockerfile.stages.flatMap(({ instructions }) => instructions);
        if (!runs.some((run) => run.keyword === 'RUN' && (0,lint_installs/* mayInstall */.dU)(run, 'python')))
            return [];
        const isTraced = subject.layers?.some(({ location }) => location !== null) ?? false;
        const installed = isTraced ? subject.packages() : null;
        return installed === null ? rule_checkText(subject) : rule_checkImage(subject, installed);
    },
};
const rule_checkText = (subject) => instructionsOf(subject, 'RUN').flatMap((run) => withWindows.flatMap((name) => (namedIn(run, name) === null ? [] : opencv_gui_build_rule_draftOf(subject, run, name, null))));
function rule_checkImage(subject, installed) {
    if (installed.namedByScripts.has('imshow'))
        return [];
    return installed.graphOf('python').packages.flatMap((each) => {
        const name = (0,requirement/* normalisedName */.E)(each.name);
        const layer = subject.layers?.[installed.layerOf(each) ?? -1];
        const instruction = layer === undefined ? null : instructionOf(subject, layer);
        if (!withWindows.includes(name) || instruction === null)
            return [];
        return [
            opencv_gui_build_rule_draftOf(subject, instruction, name, installed.claimsOf(each).filter(({ entry }) => windows.test(entry.path))),
        ];
    });
}
const namedIn = (run, name) => (0,lint_installs/* installsOf */.Ur)(run, 'python').find(({ names }) => names.includes(name)) ?? null;
function opencv_gui_build_rule_draftOf(subject, instruction, name, claims) {
    const install = namedIn(instruction, name);
    const edit = install === null ? null : extendName(subject, install.command, name, '-headless');
    return {
        message: `\`${name}\` brings Qt, X11 and fonts for windows that no container shows: install \`${name}-headless\``,
        range: install?.command.range ?? instruction.range,
        claims,
        evidence: evidenceOf(claims),
        fix: edit === null ? null : { safe: false, edits: [edit] },
    };
}

;// CONCATENATED MODULE: ./lib/lint/rules/package-upgrade-in-image/rule.js




const packageUpgradeInImage = {
    name: 'package-upgrade-in-image',
    aliases: ['DS-0024', 'DKL-DI-0003'],
    severity: 'info',
    check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => package_upgrade_in_image_rule_checkRun(subject, run)),
};
function package_upgrade_in_image_rule_checkRun(subject, run) {
    const upgrade = run.commands.find(isUpgrade);
    if (upgrade === undefined)
        return [];
    const layer = layerOf(subject, run);
    return [
        {
            message: 'packages of the base image are upgraded here, and the image carries both versions: take a newer base image, which has them already',
            range: upgrade.range,
            ...(rule_priceOf(subject, run, layer) ?? { claims: null, evidence: [] }),
            fix: null,
        },
    ];
}
const isUpgrade = (command) => (0,commands/* runs */.Np)(command, ['apt-get', 'apt'], ['upgrade', 'dist-upgrade', 'full-upgrade']) ||
    (0,commands/* runs */.Np)(command, ['aptitude'], ['upgrade', 'safe-upgrade', 'full-upgrade', 'dist-upgrade']) ||
    (0,commands/* runs */.Np)(command, ['apk'], ['upgrade']) ||
    (0,commands/* runs */.Np)(command, ['dnf', 'yum', 'microdnf', 'tdnf'], ['upgrade', 'update', 'distro-sync']) ||
    (0,commands/* runs */.Np)(command, ['zypper'], ['update', 'up', 'dist-upgrade', 'dup', 'patch']);
/** What of a layer is another version of what the base image has, with the books on it; null where no image tells. */
function rule_priceOf(subject, run, layer) {
    const installed = layer === null ? null : subject.packages();
    if (layer === null || installed === null)
        return null;
    const filesOf = (each) => installed.claimsOf(each).filter((claim) => claim.layer === layer.index);
    const upgraded = installed.upgraded.filter((each) => filesOf(each).length > 0);
    const files = upgraded.flatMap(filesOf);
    const books = upgraded.length === 0 || run.commands.some(isInstall) ? [] : booksIn(layer);
    const known = new Set(files.map(({ entry }) => entry));
    return {
        claims: [...files, ...books.filter(({ entry }) => !known.has(entry))],
        evidence: [(0,lint_packages/* describePackages */.z)(upgraded, installed)],
    };
}
/** An install would write the books as well. */
const isInstall = (command) => (0,commands/* runs */.Np)(command, ['apt-get', 'apt', 'aptitude', 'dnf', 'yum', 'microdnf', 'tdnf', 'zypper'], ['install', 'in']) ||
    (0,commands/* runs */.Np)(command, ['apk'], ['add']);
/** The managers' databases and logs. */
const isBook = filesIn([
    ...['/var/lib/dpkg', '/var/lib/apt', '/var/cache/debconf', '/var/log/apt', '/lib/apk/db'],
    ...['/var/lib/rpm', '/usr/lib/sysimage/rpm', '/var/lib/dnf', '/var/lib/zypp'],
]);
/** A later install may write them again: they are in this layer all the same. */
const booksIn = ({ index, live, hidden }) => [...live, ...hidden.map(({ entry }) => entry)]
    .filter(({ path }) => isBook(path) || path === 'var/log/dpkg.log')
    .map((entry) => ({ layer: index, entry }));

;// CONCATENATED MODULE: ./lib/lint/rules/pip-cache-left-behind/rule.js


const pips = ['pip', 'pip2', 'pip3'];
const filling = ['install', 'wheel', 'download'];
const pipCacheLeftBehind = leftBehind({
    name: 'pip-cache-left-behind',
    aliases: ['DL3042'],
    leftovers: [
        {
            message: "pip's download cache stays in the layer: pass `--no-cache-dir`, or mount a cache at `/root/.cache/pip`",
            folders: ['~/.cache/pip'],
            isLeftBy: (command) => (0,commands/* runs */.Np)(command, pips, filling) && !(0,commands/* programWords */.Os)(command).includes('--no-cache-dir'),
            isCleanedBy: (command) => (0,commands/* runs */.Np)(command, pips, ['purge']),
            settings: ['PIP_NO_CACHE_DIR', 'PIP_CACHE_DIR'],
            remedy: () => ({ option: '--no-cache-dir' }),
        },
    ],
});

;// CONCATENATED MODULE: ./lib/lint/rules/poetry-or-build-frontend-left/rule.js


const frontends = ['poetry', 'pipenv', 'pdm', 'hatch', 'uv', 'flit', 'pip-tools', 'build'];
const poetryOrBuildFrontendLeft = unneededPackages({
    name: 'poetry-or-build-frontend-left',
    aliases: [],
    managers: ['python'],
    isMeant: (name) => frontends.includes(name),
    isUsed: (name, use) => (0,lint_use/* isProgramUsed */.gK)([name], use, { whileBuilding: false }),
    message: (names) => `${names}: what installs a program is not needed to run it: install in another stage and copy the environment`,
});

;// CONCATENATED MODULE: ./lib/lint/rules/python-bytecode-shipped/rule.js





/** Not a module that is shipped as bytecode alone, which lies where its source would. */
const isBytecode = (path) => path.endsWith('.pyc') && path.includes('__pycache__/');
const pythonBytecodeShipped = shipped({
    name: 'python-bytecode-shipped',
    aliases: [],
    severity: 'info',
    keywords: ['RUN', 'COPY', 'ADD'],
    message: "Python's compiled modules stay in the layer: install with `--no-compile`, or run with `PYTHONDONTWRITEBYTECODE=1`; a start then compiles what it imports",
    find: (layer, instruction, subject) => (isAskedFor(subject, instruction) ? [] : keptFiles(layer, isBytecode)),
    fix: (_claims, run, subject) => python_bytecode_shipped_rule_fixOf(subject, run),
});
/** Whoever compiles on purpose pays for a quick start. */
const isAskedFor = (subject, instruction) => /compileall|py_compile|--compile\b/.test(instruction.text) ||
    inheritedWords(subject, instruction).some((word) => word.startsWith('UV_COMPILE_BYTECODE'));
function python_bytecode_shipped_rule_fixOf(subject, run) {
    const installs = run.commands.filter((command) => (0,commands/* runs */.Np)(command, ['pip', 'pip2', 'pip3'], ['install']) && !(0,commands/* programWords */.Os)(command).includes('--no-compile'));
    const edits = installs.map(({ range }) => insertBehind(subject, range, ' --no-compile'));
    return edits.length === 0 ? null : { safe: false, edits };
}

;// CONCATENATED MODULE: ./lib/lint/rules/python-package-never-imported/rule.js


/** What is unpickled may be of any module. */
const blinding = ['pickle', 'cloudpickle', 'dill', 'joblib'];
const pythonPackageNeverImported = unneededPackages({
    name: 'python-package-never-imported',
    aliases: [],
    managers: ['python'],
    isMeant: () => true,
    isUsed: (_name, { installed }) => installed === null,
    choose: (asked, image) => neverLoaded(asked, image, { blinding, areBlindingAnywhere: false, hasToBeSeen: true }),
    message: (names) => `${names}: no source, script or command of the image imports or names it; leave it out, unless something loads it by a name that does not stand there`,
});

;// CONCATENATED MODULE: ./lib/lint/rules/runs-as-root/rule.js

const runsAsRoot = {
    name: 'runs-as-root',
    aliases: ['DL3002', 'CIS-DI-0001'],
    severity: 'info',
    topic: 'practice',
    check(subject) {
        const last = instructionsOf(subject, 'USER').at(-1) ?? null;
        const place = last ?? subject.chain.at(-1)?.instructions[0];
        if (place === undefined || !isRoot(userOf(subject, last)) || dropsPrivileges(subject))
            return [];
        return [
            {
                message: 'the image runs as root: name another user (`USER`), so that a hole in the program is not one in the host',
                range: place.range,
                claims: null,
                evidence: [],
                fix: null,
            },
        ];
    },
};
/** '' is root; null: not known. */
function userOf(subject, last) {
    if (subject.user !== null)
        return subject.user;
    if (last !== null)
        return last.words[0]?.text ?? null;
    return isRootImage(subject.chain[0]?.base.image ?? '') ? '' : null;
}
const isRoot = (user) => user !== null && /^(?:root|0+)?(?::|$)/.test(user);
/** Systems and languages of Docker's library, which all leave the user to who builds on them. */
const rootImages = /^(?:docker\.io\/)?(?:library\/)?(?:scratch|alpine|debian|ubuntu|busybox|fedora|centos|rockylinux|almalinux|oraclelinux|amazonlinux|archlinux|photon|buildpack-deps|python|pypy|node|golang|rust|ruby|php|perl|openjdk|eclipse-temurin|amazoncorretto|maven|gradle|gcc|swift|elixir|erlang|haskell|julia|r-base|nginx|httpd|tomcat)(?:[:@]|$)/;
const isRootImage = (image) => rootImages.test(image) && !/nonroot|rootless|unprivileged/.test(image);
/** What starts as root to become another user says so by one of these. */
const dropsPrivileges = (subject) => subject.chain.some(({ instructions }) => instructions.some(({ text }) => /\b(?:gosu|su-exec|setpriv|runuser|s6-overlay|s6-setuidgid|supervisord?)\b/.test(text)));

;// CONCATENATED MODULE: ./lib/lint/rules/shared-library-never-linked/rule.js




/** Libraries; those of the C library, and of services that are found by their settings, are opened by name. */
const library = /^lib(?!c6|c-|c-bin|nss|pam|gcc-s1|stdc)(?!.*-(?:dev|dbg|doc|bin|utils|tools|perl|java)$)/;
/** Java and .NET keep the names of what they open where nobody looks. */
const rule_blinding = ['libjvm', 'libcoreclr', 'libhostfxr', 'libmonosgen-2'];
const sharedLibraryNeverLinked = unneededPackages({
    name: 'shared-library-never-linked',
    aliases: [],
    managers: ['dpkg', 'apk'],
    isMeant: (name) => library.test(name),
    isUsed: (name, use) => use.installed === null || !rule_isAskedFor(name, use),
    choose: (asked, image) => neverLoaded(asked, image, { blinding: rule_blinding, areBlindingAnywhere: true, hasToBeSeen: false }),
    message: (names) => `${names}: no program or library of the image is linked to it, and no text in them or in a source names it; leave it out, unless a program opens it (dlopen) by a name that it puts together`,
    fix: leaveOut,
});
const rule_isAskedFor = (name, { instruction }) => ['dpkg', 'apk'].some((manager) => (0,lint_installs/* installsOf */.Ur)(instruction, manager).some(({ names }) => names.includes(name)));

// EXTERNAL MODULE: ./lib/lint/compiling.js
var compiling = __webpack_require__(5247);
;// CONCATENATED MODULE: ./lib/lint/rules/single-stage-with-build-tools/rule.js







/** Packages of Debian and of Alpine that only compile; what they made runs on some of what came with them. */
const toolchains = /^(?:golang|go|rustc?|cargo|maven|gradle|ghc|openjdk-?\d+(?:-jdk(?:-headless)?)?|default-jdk(?:-headless)?|dotnet\d*-sdk(?:-[\d.]+)?|dotnet-sdk-[\d.]+)(?:-[\d.]+)?$/;
const runtimes = /-jre(?:-headless)?$|^(?:dotnet|aspnetcore).*runtime/;
/** Where toolchains lie that were fetched: folders of their own, as a JDK holds what runs, and cargo's `bin` programs. */
const toolFolders = /^(?:(?:usr\/local\/|root\/\.)(?:rustup|cargo(?!\/bin\/))|usr\/local\/go|root\/\.(?:ghcup|stack)|opt\/(?:maven|gradle|ghc)|usr\/(?:share|lib)\/dotnet\/sdk)\//;
/** What compilers read, and what they leave on the way to a program. */
const sources = /\.(?:go|rs|java|kt|scala|cs|fs|c|cc|cpp|cxx|h|hh|hpp|hs|swift|zig)$/;
const intermediates = /(?:^|\/)(?:target\/(?:release|debug)\/(?:build|deps|incremental|\.fingerprint)|target\/(?:classes|generated-sources|maven-status)|build\/(?:classes|tmp|intermediates)|obj\/(?:Release|Debug))\//;
const singleStageWithBuildTools = {
    name: 'single-stage-with-build-tools',
    aliases: [],
    severity: 'warning',
    check(subject) {
        const [compilation] = (0,compiling/* compilationsIn */.c)(subject.chain).filter((each) => !rule_isStarted(subject, each));
        return compilation === undefined ? [] : [...checkBase(subject), ...checkOwn(subject, compilation)];
    },
};
/** A program that is run by what compiled it (`go run`, `mvn spring-boot:run`) needs that. */
const rule_isStarted = (subject, { run, command }) => (0,lint_use/* isProgramUsed */.gK)([(command.words[0] ?? '').replace(/^.*\//, '')].filter((program) => program !== ''), { subject, installed: subject.packages(), instruction: run }, { whileBuilding: false });
/** The base image is the toolchain itself. */
function checkBase(subject) {
    const found = (0,base_advice/* largerBase */.pD)(subject, 'single-stage-with-build-tools');
    if (found === null)
        return [];
    const message = `\`${found.image}\` is for compiling, and the image runs what was compiled: copy that from this stage into one of ${(0,base_advice/* imagesText */.WU)(found.alternatives)}`;
    return (0,base_advice/* baseDraft */.nU)(subject, found, { message, fix: null });
}
/** What the image's own layers hold for compiling alone. */
function checkOwn(subject, { command }) {
    const installed = subject.packages();
    // Packages bring sources, too, that are theirs.
    const copied = new Set(copiesOf(subject).filter(isFromContext));
    const parts = [
        ...toolchainParts(subject, installed),
        filePart('toolchain', keptIn(subject, toolFolders)),
        filePart('sources', keptIn(subject, sources, (instruction) => copied.has(instruction))),
        filePart('on the way to the program', keptIn(subject, intermediates)),
    ].filter(({ claims }) => claims.length > 0);
    // Without any the price is nothing, and so is the finding: the layers have been looked at.
    if (subject.layers === null || parts.length === 0)
        return [];
    return [
        {
            message: 'what is compiled here leaves compilers and sources in the image: compile in another stage, and copy what comes out',
            range: command.range,
            claims: parts.flatMap(({ claims }) => claims),
            evidence: parts.map(({ evidence }) => evidence),
            fix: null,
        },
    ];
}
function toolchainParts(subject, installed) {
    if (installed === null)
        return [];
    return ['dpkg', 'apk'].map((manager) => {
        const graph = installed.graphOf(manager);
        const meant = graph.packages.filter((each) => {
            const layer = subject.layers?.[installed.layerOf(each) ?? -1];
            const isOwn = layer !== undefined && instructionOf(subject, layer) !== null;
            return isOwn && each.relations.automatic !== true && toolchains.test(each.name);
        });
        const running = new Set([...graph.closure(meant, { wants: true })].filter(({ name }) => runtimes.test(name)));
        const gone = [...graph.onlyNeededBy(meant, running)];
        return {
            claims: gone.flatMap(installed.claimsOf),
            evidence: `toolchain: ${(0,lint_packages/* describePackages */.z)(gone, installed)}`,
        };
    });
}
const filePart = (what, claims) => ({
    claims,
    evidence: `${what}: ${describeFiles(claims.map(({ entry }) => entry))}`,
});
const keptIn = (subject, paths, isMeant = () => true) => (subject.layers ?? []).flatMap((layer) => {
    const instruction = instructionOf(subject, layer);
    return instruction !== null && isMeant(instruction) ? keptFiles(layer, (path) => paths.test(path)) : [];
});

;// CONCATENATED MODULE: ./lib/lint/rules/smaller-base-available/rule.js

const smallerBaseAvailable = {
    name: 'smaller-base-available',
    aliases: [],
    severity: 'info',
    check(subject) {
        const found = (0,base_advice/* largerBase */.pD)(subject, 'smaller-base-available');
        if (found === null)
            return [];
        const message = `there is a smaller base than \`${found.image}\`: ${(0,base_advice/* imagesText */.WU)(found.alternatives)}, if what the image runs works there`;
        return (0,base_advice/* baseDraft */.nU)(subject, found, { message, fix: null });
    },
};

;// CONCATENATED MODULE: ./lib/lint/rules/source-maps-shipped/rule.js






const isMap = (path) => /\.(?:[cm]?js|css)\.map$/.test(path);
const sourceMapsShipped = shipped({
    name: 'source-maps-shipped',
    aliases: [],
    severity: 'info',
    keywords: ['RUN', 'COPY', 'ADD'],
    message: 'source maps came along with the scripts and styles that they explain: leave them out, or keep them where errors are collected',
    find: (layer, _instruction, subject) => (readsMaps(subject) ? [] : mapsBesideTheirFiles(layer)),
    fix: (claims, instruction, subject) => instruction.keyword === 'RUN' ? removal(claims, instruction, subject) : ignoring(claims, instruction, subject),
});
/** Node shows where an error stands in the source, if it is told to. */
const readsMaps = ({ dockerfile }) => /--enable-source-maps|source-map-support/.test(dockerfile.text);
/** A map that lies alone may be what the image is about. */
function mapsBesideTheirFiles(layer) {
    const maps = keptFiles(layer, isMap);
    if (maps.length === 0)
        return [];
    const wanted = new Set(maps.map(({ entry }) => explained(entry.path)));
    const present = new Set(keptFiles(layer, (path) => wanted.has(path)).map(({ entry }) => entry.path));
    return maps.filter(({ entry }) => present.has(explained(entry.path)));
}
const explained = (map) => map.slice(0, -'.map'.length);
/** Of a RUN's maps those in the folder that holds them all; the names change with the content, so that a list would not last. */
function removal(claims, run, subject) {
    const last = run.commands.at(-1);
    const folder = commonFolder(claims.map(({ entry }) => entry.path));
    if (last === undefined || !plainFolder.test(folder) || holdsOthers(claims, run, subject, `${folder}/`))
        return null;
    const edit = insertCommand(subject, run, last, `find /${folder} -name '*.map' -delete`);
    return edit === null ? null : { safe: false, edits: [edit] };
}
/** Leaves the maps of the context out, by their kinds. */
function ignoring(claims, copy, subject) {
    const { context } = subject;
    if (context === null || !isFromContext(copy) || holdsOthers(claims, copy, subject, ''))
        return null;
    const kinds = new Set(claims.map(({ entry }) => `**/*${kindOf(entry.path)}`));
    return { safe: false, edits: [appendIgnores(context, [...kinds].sort())] };
}
/** A folder that a shell takes as it is, and that is not the whole of the image. */
const plainFolder = /^[\w./@+-]+$/;
/** `.js.map` */
const kindOf = (path) => /\.\w+\.map$/.exec(path)?.[0] ?? '';
/** The deepest folder that all paths are in; '' is the root. */
function commonFolder([first = '', ...others]) {
    let folder = parentOf(first);
    while (others.some((path) => !isWithin(folder, path)))
        folder = parentOf(folder);
    return folder;
}
const parentOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
/** Whether the layer has a file of such a name there that is not to go. */
function holdsOthers(claims, instruction, subject, folder) {
    const meant = new Set(claims.map(({ entry }) => entry.path));
    const live = layerOf(subject, instruction)?.live ?? [];
    return live.some(({ path }) => path.startsWith(folder) && path.endsWith('.map') && !meant.has(path));
}

;// CONCATENATED MODULE: ./lib/lint/rules/sparse-lastlog/rule.js


const files = new Set(['var/log/lastlog', 'var/log/faillog', 'var/log/tallylog']);
const sparseLastlog = leftBehind({
    name: 'sparse-lastlog',
    aliases: ['DL3046'],
    leftovers: [
        {
            message: 'useradd made room for the logins of every user ID up to its own: pass `--no-log-init`. It is nearly all zeros, so that it takes its size on disk, and little to download',
            folders: ['/var/log'],
            files: (path) => files.has(path),
            // Newer programs leave the files alone: only the layer tells.
            isLeftBy: (command, _run, { layers }) => layers !== null && initialisesLogs(command),
            remedy: () => ({ option: '--no-log-init' }),
        },
    ],
});
const initialisesLogs = (command) => (0,commands/* runs */.Np)(command, ['useradd']) &&
    !(0,commands/* programWords */.Os)(command).some((word) => word === '--no-log-init' || /^-[a-zA-Z]*l/.test(word));

;// CONCATENATED MODULE: ./lib/lint/rules/stage-built-but-unused/rule.js
const stageBuiltButUnused = {
    name: 'stage-built-but-unused',
    aliases: [],
    severity: 'info',
    topic: 'practice',
    check({ dockerfile, chain }) {
        const target = chain.at(-1)?.index ?? 0;
        // One with a name may be meant for `--target`, and those behind the target for another build.
        const nameless = dockerfile.stages.filter((stage) => stage.name === null && stage.index < target);
        return nameless
            .filter((stage) => !chain.includes(stage) && !isTakenFrom(stage, dockerfile))
            .flatMap(({ instructions: [from] }) => from === undefined
            ? []
            : [
                {
                    message: 'nothing is taken from this stage: BuildKit leaves it out, other builders build it in vain; take it away, or give it a name if it is a target',
                    range: from.range,
                    claims: null,
                    evidence: [],
                    fix: null,
                },
            ]);
    },
};
/** By its number, as it has no name; a variable may be any number. */
const isTakenFrom = ({ index }, { stages }) => stages
    .flatMap(({ instructions }) => instructions)
    .flatMap(({ flags }) => flags)
    .some(({ name, value }) => {
    const from = name === 'mount' ? /(?:^|,)from=([^,]*)/.exec(value ?? '')?.[1] : name === 'from' ? value : null;
    return from === String(index) || from?.includes('$') === true;
});

;// CONCATENATED MODULE: ./lib/lint/rules/temp-or-source-dirs-left-behind/rule.js



const isTemporary = filesIn(['/tmp', '/var/tmp']);
const isSource = filesIn(['/usr/src']);
/** `/tmp/build` of `/tmp/build/a/b`. */
const rule_top = /^(?:tmp|var\/tmp|usr\/src)\/[^/]+/;
const tempOrSourceDirsLeftBehind = shipped({
    name: 'temp-or-source-dirs-left-behind',
    aliases: [],
    severity: 'warning',
    keywords: ['RUN'],
    message: 'temporary files or sources stay in the layer: remove them in the same RUN, or work in a mount (`RUN --mount=type=tmpfs,target=/tmp`)',
    find(layer, run, subject) {
        const isUsed = usedPaths(subject);
        // Of `/usr/src` only what the RUN itself says that it puts there: applications live there, too.
        const sources = run.text.includes('/usr/src') ? isSource : () => false;
        return keptFiles(layer, (path) => (isTemporary(path) || sources(path)) && !isUsed(path));
    },
    fix: (claims, run, subject) => removeAtEnd(subject, run, new Set(claims.map(({ entry }) => rule_top.exec(entry.path)?.[0] ?? entry.path)), {
        isSafe: false,
        command: 'rm -rf',
    }),
});
/** What the image works in or starts from. */
function usedPaths(subject) {
    const lines = subject.chain.flatMap(({ instructions }) => instructions);
    const lastWorkdir = lines.findLast(({ keyword }) => keyword === 'WORKDIR');
    const used = lines.flatMap((line) => pathsOf(line).filter((path) => line === lastWorkdir || counts(line, path)));
    const isUsed = filesIn(used.map((path) => `/${path}`));
    const names = new Set(used);
    return (path) => names.has(path) || isUsed(path);
}
/** `ENV TMPDIR=/tmp` says nothing about what lies there; a working directory of `/usr/src` does. */
function counts({ keyword }, path) {
    if (path.startsWith('usr/src'))
        return keyword !== 'RUN';
    return ['ENV', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'VOLUME'].includes(keyword) && rule_top.test(path);
}
const pathsOf = ({ text }) => Array.from(text.matchAll(/(?<![\w.-])\/((?:tmp|var\/tmp|usr\/src)(?:\/[\w.@+-]+)*)(?![\w.@+-])/g), ([, path = '']) => path);

;// CONCATENATED MODULE: ./lib/lint/rules/tests-and-docs-inside-packages/rule.js



/** Folders, as a removal names them. */
const rule_documentation = ['/usr/share/doc', '/usr/share/man', '/usr/share/info', '/usr/share/locale'];
const isDocumentation = filesIn(rule_documentation);
/** Installed for Python: `numpy/core/tests/…`, but not a distribution that is called so itself. */
const tests = /\/(?:site|dist)-packages\/[^/]+\/(?:.+\/)?tests?\//;
/** A licence may have to go along, and so Debian keeps it. */
const isLicence = (path) => path.endsWith('/copyright');
const isTest = (path) => path.includes('-packages/') && path.includes('/test') && tests.test(path);
const testsAndDocsInsidePackages = shipped({
    name: 'tests-and-docs-inside-packages',
    aliases: [],
    severity: 'info',
    keywords: ['RUN', 'COPY', 'ADD'],
    message: 'tests and documentation came along with packages: an image that nobody logs in to can do without',
    find: (layer) => keptFiles(layer, (path) => (isDocumentation(path) && !isLicence(path)) || isTest(path)),
    fix(claims, instruction, subject) {
        const folders = rule_documentation.map((folder) => folder.slice(1));
        const found = folders.filter((folder) => claims.some(({ entry }) => entry.path.startsWith(`${folder}/`)));
        // Licences lie in /usr/share/doc, between what could go: dpkg's `path-exclude` is the way there.
        const removable = new Set(found.filter((folder) => folder !== 'usr/share/doc'));
        return removable.size === 0
            ? null
            : removeAtEnd(subject, instruction, removable, { isSafe: false, command: 'rm -rf' });
    },
});

;// CONCATENATED MODULE: ./lib/lint/rules/unpinned-packages/rule.js


const installers = [
    {
        programs: ['apt-get', 'apt', 'aptitude'],
        subcommands: ['install'],
        valued: ['-t', '--target-release', '-o', '--option', '-c', '--config-file', '-a', '--host-architecture'],
        isPinned: (word) => /[=/]|\.deb$/.test(word),
    },
    {
        programs: ['apk'],
        subcommands: ['add'],
        valued: ['-t', '--virtual', '-X', '--repository', '-p', '--root', '--arch', '--keys-dir', '--cache-dir'],
        isPinned: (word) => /[=<>~@/]|\.apk$/.test(word),
    },
    {
        programs: ['pip', 'pip2', 'pip3'],
        subcommands: ['install'],
        valued: [
            ...['-r', '--requirement', '-c', '--constraint', '-i', '--index-url', '--extra-index-url', '-f', '--find-links'],
            ...[
                '-e',
                '--editable',
                '-t',
                '--target',
                '--prefix',
                '--root',
                '--src',
                '--trusted-host',
                '--platform',
                '--proxy',
            ],
        ],
        isPinned: (word) => /[=~]=|[@/]|^\.|\.(?:whl|zip|tar\.gz)$/.test(word),
        pinning: ['-c', '--constraint', '--no-index'],
    },
    {
        programs: ['npm'],
        subcommands: ['install', 'i', 'add'],
        valued: ['--prefix', '-C', '--registry', '--cache', '--loglevel', '-w', '--workspace'],
        isPinned: (word) => /.@[^/]|:|^[./~]|\.tgz$|^[^@/]+\//.test(word),
    },
    {
        programs: ['gem'],
        subcommands: ['install'],
        valued: ['-i', '--install-dir', '-n', '--bindir', '-s', '--source', '-P', '--trust-policy', '--platform'],
        isPinned: (word) => /:|\.gem$/.test(word),
        pinning: ['-v', '--version'],
    },
];
const unpinnedPackages = {
    name: 'unpinned-packages',
    aliases: ['DL3008', 'DL3013', 'DL3016', 'DL3018', 'DL3028'],
    severity: 'info',
    topic: 'practice',
    offByDefault: true,
    check: (subject) => instructionsOf(subject, 'RUN').flatMap(unpinned_packages_rule_checkRun),
};
/** One finding for each RUN, at its first install without versions. */
function unpinned_packages_rule_checkRun(run) {
    const open = run.commands
        .map((command) => ({ command, packages: unpinned(command) }))
        .filter(({ packages }) => packages.length > 0);
    const [first] = open;
    if (first === undefined)
        return [];
    return [
        {
            message: 'packages are installed in whatever version there is that day: name versions where a build must be the same again',
            range: first.command.range,
            claims: null,
            evidence: [`without a version: ${shortList(open.flatMap(({ packages }) => packages))}`],
            fix: null,
        },
    ];
}
function unpinned(command) {
    const installer = installers.find(({ programs, subcommands }) => (0,commands/* runs */.Np)(command, programs, subcommands));
    if (installer === undefined)
        return [];
    const words = (0,commands/* programWords */.Os)(command).slice(1);
    if (words.some((word) => installer.pinning?.includes(word.split('=')[0] ?? '')))
        return [];
    const from = words.findIndex((word) => installer.subcommands.includes(word)) + 1;
    // What a variable holds is not known.
    return operands(words.slice(from), installer.valued).filter((word) => !installer.isPinned(word) && !/[$`]/.test(word));
}
const operands = (words, valued) => words.filter((word, at) => !word.startsWith('-') && !valued.includes(words[at - 1] ?? ''));
function shortList(names) {
    const rest = names.length - 10;
    return names.slice(0, 10).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

;// CONCATENATED MODULE: ./lib/lint/rules/uv-cache-left-behind/rule.js


const uvCacheLeftBehind = leftBehind({
    name: 'uv-cache-left-behind',
    aliases: [],
    leftovers: [
        {
            message: "uv's cache stays in the layer: pass `--no-cache`, or mount a cache at `/root/.cache/uv`",
            folders: ['~/.cache/uv'],
            isLeftBy: (command) => uv_cache_left_behind_rule_installs(command) && !(0,commands/* programWords */.Os)(command).some((word) => off.has(word)),
            isCleanedBy: (command) => (0,commands/* runs */.Np)(command, ['uv']) && (0,commands/* subcommandOf */.b8)(command) === 'cache',
            settings: ['UV_NO_CACHE', 'UV_CACHE_DIR'],
            remedy: () => ({ option: '--no-cache' }),
        },
    ],
});
const off = new Set(['--no-cache', '--no-cache-dir', '-n', '--cache-dir']);
/** Not `uv run` and `uvx`: what stands behind those belongs to the program that they run. */
function uv_cache_left_behind_rule_installs(command) {
    if (!(0,commands/* runs */.Np)(command, ['uv']))
        return false;
    const subcommand = (0,commands/* subcommandOf */.b8)(command);
    if (subcommand === 'pip')
        return (0,commands/* runs */.Np)(command, ['uv'], ['install', 'sync']);
    if (subcommand === 'tool')
        return (0,commands/* runs */.Np)(command, ['uv'], ['install']);
    return subcommand === 'sync' || subcommand === 'add';
}

;// CONCATENATED MODULE: ./lib/lint/rules/vcs-or-downloader-in-final-image/rule.js



/** Packages of Debian and of Alpine, and what they are called by. */
const vcs_or_downloader_in_final_image_rule_programsOf = {
    git: ['git'],
    'git-lfs': ['git'],
    subversion: ['svn'],
    mercurial: ['hg'],
    curl: ['curl'],
    wget: ['wget'],
    aria2: ['aria2c'],
};
/** They fetch what a lock or a requirement names from repositories of git. */
const rule_installers = [
    'npm',
    'npx',
    'yarn',
    'pnpm',
    'bun',
    'pip',
    'pip3',
    'uv',
    'poetry',
    'pdm',
    'go',
    'cargo',
    'composer',
    'bundle',
    'mix',
];
/** Libraries that call git. */
const modules = ['gitpython', 'pygit', 'dulwich', 'dvc', 'mlflow', 'setuptools-scm'];
const vcsOrDownloaderInFinalImage = unneededPackages({
    name: 'vcs-or-downloader-in-final-image',
    aliases: ['DL4001', 'DS-0014'],
    managers: ['dpkg', 'apk'],
    isMeant: (name) => Object.hasOwn(vcs_or_downloader_in_final_image_rule_programsOf, name),
    isUsed: (name, use) => use.installed === null || rule_isUsed(name, use),
    message: (names) => `${names}: once everything is fetched, an image needs none of it: fetch by \`ADD\` or in another stage, or remove it in the same RUN`,
    fix: removeAfterUse,
});
function rule_isUsed(name, use) {
    const isGit = name.startsWith('git');
    const python = use.installed?.graphOf('python');
    return ((0,lint_use/* isProgramUsed */.gK)(vcs_or_downloader_in_final_image_rule_programsOf[name] ?? [], use) ||
        (isGit && (0,lint_use/* runsLater */.Bl)(rule_installers, use)) ||
        (isGit && modules.some((module) => python !== undefined && python.find(module).length > 0)));
}

;// CONCATENATED MODULE: ./lib/lint/rules/yarn-pnpm-bun-cache-left-behind/rule.js



const yarn = {
    message: "yarn's download cache stays in the layer: run `yarn cache clean` behind the last install of the RUN, or mount a cache",
    folders: ['~/.cache/yarn', '~/.yarn/cache', '~/.yarn/berry/cache'],
    isLeftBy: (command) => (0,commands/* runs */.Np)(command, ['yarn', 'yarnpkg']) && installsByYarn(command),
    isCleanedBy: (command) => (0,commands/* runs */.Np)(command, ['yarn', 'yarnpkg'], ['clean']) && (0,commands/* subcommandOf */.b8)(command) === 'cache',
    settings: ['YARN_CACHE_FOLDER'],
    isNeeded: runsFromArchives,
    remedy: () => ({ command: 'yarn cache clean' }),
    // Plug'n'Play runs from the archives in the cache.
    isSafe: false,
};
const pnpm = {
    message: "pnpm's store stays in the layer, and no project links what is in it: mount a cache where it is",
    folders: ['~/.local/share/pnpm/store', '~/.pnpm-store', '~/pnpm/store', '~/.cache/pnpm'],
    // What the project links is stored once: how much more there is in the store, the layer alone tells.
    isLeftBy: (command, run, subject) => layerOf(subject, run) !== null && (0,commands/* runs */.Np)(command, ['pnpm'], ['install', 'i', 'add', 'deploy']),
    remedy: () => ({ command: 'pnpm store prune' }),
    // A project may lead into the store by symbolic links, too.
    isSafe: false,
};
const bun = {
    message: "bun's download cache stays in the layer: remove `~/.bun/install/cache` in the same RUN, or mount a cache there",
    folders: ['~/.bun/install/cache'],
    isLeftBy: (command) => (0,commands/* runs */.Np)(command, ['bun']) && ['install', 'i', 'add'].includes((0,commands/* subcommandOf */.b8)(command) ?? ''),
    isCleanedBy: (command) => (0,commands/* runs */.Np)(command, ['bun'], ['rm']) && (0,commands/* subcommandOf */.b8)(command) === 'pm',
    settings: ['BUN_INSTALL_CACHE_DIR', 'BUN_INSTALL'],
    remedy: () => ({ command: 'rm -rf ~/.bun/install/cache' }),
};
const yarnPnpmBunCacheLeftBehind = leftBehind({
    name: 'yarn-pnpm-bun-cache-left-behind',
    aliases: ['DL3060'],
    leftovers: [yarn, pnpm, bun],
});
function installsByYarn(command) {
    const [, ...words] = (0,commands/* programWords */.Os)(command);
    const [subcommand, second] = words.filter((word) => !word.startsWith('-'));
    if (subcommand === 'global')
        return second === 'add';
    if (subcommand === 'workspaces')
        return second === 'focus';
    return subcommand === undefined
        ? !words.some((word) => ['-v', '--version', '--help'].includes(word))
        : ['install', 'add'].includes(subcommand);
}
const isPlugAndPlay = /(?:^|\/)\.pnp\.c?js$/;
function runsFromArchives({ layers }) {
    return (layers?.some(({ live }) => live.some(({ path }) => path.includes('.pnp.') && isPlugAndPlay.test(path))) ?? false);
}

;// CONCATENATED MODULE: ./lib/lint/rules/yum-dnf-zypper-cache-left-behind/rule.js


const dnf = ['dnf', 'dnf5', 'yum', 'microdnf', 'tdnf'];
const yumDnfZypperCacheLeftBehind = leftBehind({
    name: 'yum-dnf-zypper-cache-left-behind',
    aliases: ['DL3032', 'DL3036', 'DL3040', 'DS-0015', 'DS-0019', 'DS-0020'],
    leftovers: [
        {
            message: 'what dnf or yum fetched stays in the layer: run `clean all` behind the last install of the RUN',
            folders: ['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum', '/var/cache/tdnf'],
            isLeftBy: (command) => (0,commands/* runs */.Np)(command, dnf, ['install', 'localinstall', 'groupinstall', 'reinstall', 'update', 'upgrade', 'makecache']),
            isCleanedBy: (command) => (0,commands/* runs */.Np)(command, dnf, ['clean']),
            remedy: (culprits) => ({ command: `${(0,commands/* programAsWritten */.y1)(culprits.at(-1) ?? culprits[0])} clean all` }),
        },
        {
            message: 'what zypper fetched stays in the layer: run `zypper clean --all` behind the last install of the RUN',
            folders: ['/var/cache/zypp'],
            isLeftBy: (command) => (0,commands/* runs */.Np)(command, ['zypper'], ['install', 'in', 'update', 'up', 'patch', 'dist-upgrade', 'dup', 'refresh', 'ref']),
            isCleanedBy: (command) => (0,commands/* runs */.Np)(command, ['zypper'], ['clean', 'cc']),
            remedy: () => ({ command: 'zypper clean --all' }),
        },
    ],
});

;// CONCATENATED MODULE: ./lib/lint/rules/index.js






























































/** The more specific rule first: it gets the bytes that two rules claim. */
const rules = [
    aptArchivesLeftBehind,
    aptListsLeftBehind,
    apkCacheLeftBehind,
    yumDnfZypperCacheLeftBehind,
    uvCacheLeftBehind,
    condaCacheLeftBehind,
    npmCacheLeftBehind,
    yarnPnpmBunCacheLeftBehind,
    gemCacheOrDocsLeftBehind,
    goCargoMavenCachesLeftBehind,
    pipCacheLeftBehind,
    compilerInFinalImage,
    apkBuildDepsLeftBehind,
    vcsOrDownloaderInFinalImage,
    dockerCliOrGosuInImage,
    poetryOrBuildFrontendLeft,
    devDependenciesPython,
    npmDevDependenciesInstalled,
    composerDevDependencies,
    debugToolInFinalImage,
    packageUpgradeInImage,
    opencvGuiBuild,
    guiLibrariesInServerImage,
    sharedLibraryNeverLinked,
    pythonPackageNeverImported,
    nodePackageNeverImported,
    duplicateHttpClients,
    aptRecommendsInstalled,
    downloadedArchiveLeftBehind,
    archiveCopiedThenExtracted,
    sparseLastlog,
    chownDuplicatesFiles,
    chmodDuplicatesFiles,
    copiedWheelsNeverFreed,
    hostNodeModulesOrVenvCopied,
    dockerignoreMissing,
    dockerignoreIncomplete,
    singleStageWithBuildTools,
    largeFileCopied,
    copiesWholeUsrLocal,
    copiesEntireFilesystem,
    deletedInLaterLayer,
    consecutiveRuns,
    fileOverwrittenByLaterLayer,
    duplicateContent,
    fullLanguageBase,
    smallerBaseAvailable,
    baseTagFloating,
    copyAllBeforeInstall,
    addInsteadOfCopy,
    runsAsRoot,
    stageBuiltButUnused,
    unpinnedPackages,
    cacheMountAvailable,
    healthcheckMissing,
    tempOrSourceDirsLeftBehind,
    logFilesShipped,
    sourceMapsShipped,
    licenseTextBundlesShipped,
    testsAndDocsInsidePackages,
    pythonBytecodeShipped,
    layerExceedsBudget,
];


/***/ }),

/***/ 7106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A4: () => (/* binding */ started),
/* harmony export */   Bl: () => (/* binding */ runsLater),
/* harmony export */   X6: () => (/* binding */ namesAny),
/* harmony export */   gK: () => (/* binding */ isProgramUsed),
/* harmony export */   x9: () => (/* binding */ runsBehind)
/* harmony export */ });
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6107);

/** What an image runs, or has run by others. */
const started = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'SHELL', 'ONBUILD'];
/** The RUNs of the image's stages behind an instruction. */
function runsBehind({ chain }, instruction) {
    const all = chain.flatMap(({ instructions }) => instructions);
    return all.slice(all.indexOf(instruction) + 1).filter(({ keyword }) => keyword === 'RUN');
}
/**
 * Whether one of `programs` is named by what the image starts, by a script that no package brought, or, `whileBuilding`,
 * by a later RUN. A program of the image that starts it by other means does not show.
 */
function isProgramUsed(programs, { subject, installed, instruction }, { whileBuilding } = { whileBuilding: true }) {
    const isNamed = namesAny(programs);
    const instructions = subject.chain.flatMap((stage) => stage.instructions);
    return (instructions.some(({ keyword, text }) => started.includes(keyword) && isNamed(text)) ||
        (whileBuilding && runsBehind(subject, instruction).some(({ text }) => isNamed(text))) ||
        programs.some((program) => installed?.namedByScripts.has(program)));
}
/** Whether a later RUN runs one of `programs`. */
const runsLater = (programs, { subject, instruction }) => runsBehind(subject, instruction).some(({ commands }) => commands.some((command) => programs.includes((0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .programWords */ .Os)(command)[0] ?? '')));
/** Whether a text has one of `words`, not as a part of another. */
function namesAny(words) {
    const escaped = words.map((word) => word.replaceAll('+', '\\+'));
    const pattern = new RegExp(`(?<![\\w-])(?:${escaped.join('|')})(?![\\w-])`);
    return (text) => pattern.test(text);
}


/***/ }),

/***/ 2124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ entryPacker)
/* harmony export */ });
const pageEntries = 1024;
function entryPacker() {
    const packed = [];
    let pending = [];
    const pack = () => {
        const page = packPage(pending);
        for (let row = 0; row < pending.length; row++)
            packed.push(new PackedEntry(page, row));
        pending = [];
    };
    return {
        get count() {
            return packed.length + pending.length;
        },
        add(entry) {
            if (pending.push(entry) === pageEntries)
                pack();
        },
        finish() {
            pack();
            return packed;
        },
    };
}
function packPage(entries) {
    return {
        paths: packPaths(entries.map(({ path }) => path)),
        kinds: entries.map(({ kind }) => kind),
        sizes: packNumbers(entries.map(({ size }) => size)),
        hashes: packTexts(entries.map(({ hash }) => hash ?? ''), 'hex'),
        modes: packNumbers(entries.map(({ mode }) => mode)),
        uids: packNumbers(entries.map(({ uid }) => uid)),
        gids: packNumbers(entries.map(({ gid }) => gid)),
        links: packTexts(entries.map(({ link }) => link ?? ''), 'latin1'),
        hasLink: packNumbers(entries.map(({ link }) => (link === null ? 0 : 1))),
    };
}
function packPaths(paths) {
    let end = 0;
    const ends = paths.map((path) => {
        end += path.length;
        return end;
    });
    return { text: paths.join(''), ends: packNumbers(ends) };
}
function packTexts(texts, encoding) {
    let end = 0;
    const ends = texts.map((text) => {
        end += Buffer.byteLength(text, encoding);
        return end;
    });
    return { bytes: Buffer.from(texts.join(''), encoding), ends: packNumbers(ends) };
}
/** In as few bytes as the largest of them needs. */
function packNumbers(values) {
    const largest = Math.max(0, ...values);
    if (largest < 2 ** 8)
        return Uint8Array.from(values);
    if (largest < 2 ** 16)
        return Uint16Array.from(values);
    return largest < 2 ** 32 ? Uint32Array.from(values) : Float64Array.from(values);
}
const textAt = ({ bytes, ends }, row, encoding) => bytes.toString(encoding, ends[row - 1] ?? 0, ends[row] ?? 0);
/** A row of a page. A class, since its properties are to be on the prototype and not on a million objects. */
class PackedEntry {
    page;
    row;
    constructor(page, row) {
        this.page = page;
        this.row = row;
    }
    get path() {
        const { text, ends } = this.page.paths;
        return text.slice(ends[this.row - 1] ?? 0, ends[this.row] ?? 0);
    }
    get kind() {
        return this.page.kinds[this.row] ?? 'other';
    }
    get size() {
        return this.page.sizes[this.row] ?? 0;
    }
    get hash() {
        return textAt(this.page.hashes, this.row, 'hex') || null;
    }
    get mode() {
        return this.page.modes[this.row] ?? 0;
    }
    get uid() {
        return this.page.uids[this.row] ?? 0;
    }
    get gid() {
        return this.page.gids[this.row] ?? 0;
    }
    get link() {
        return this.page.hasLink[this.row] === 1 ? textAt(this.page.links, this.row, 'latin1') : null;
    }
}


/***/ }),

/***/ 8744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ defaultName)
/* harmony export */ });
/* harmony import */ var _build_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7119);
/* harmony import */ var _image_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2240);


/**
 * What an image is called where the user does not say: the repository's name and what tells its images apart, so that
 * two steps of one workflow never take each other's baselines. An image that is there already keeps its own name.
 */
function defaultName(subject, repository) {
    return subject.kind === 'image'
        ? repositoryOf(subject.reference)
        : [repository, ...distinctions(subject.build)].join('/');
}
function distinctions({ context, file, target }) {
    const folder = (0,_build_files_js__WEBPACK_IMPORTED_MODULE_0__/* .isRemoteContext */ .u)(context) ? '' : trimmed(context);
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
    const [withoutDigest = ''] = (0,_image_source_js__WEBPACK_IMPORTED_MODULE_1__/* .splitPrefix */ .vy)(reference).reference.split('@');
    return withoutDigest.replace(/:[\w][\w.-]*$/, '') || 'image';
}


/***/ }),

/***/ 6823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ collectedFile)
});

// UNUSED EXPORTS: collectedFiles

// EXTERNAL MODULE: ./lib/packages/package-json.js
var package_json = __webpack_require__(1816);
;// CONCATENATED MODULE: ./lib/packages/sqlite.js
/** Throws a plain Error where the file is no database or is damaged; null where it has no such table. */
function readTable(file, table) {
    const database = openDatabase(file);
    for (const [type, name, , root] of rows(database, 1)) {
        if (type === 'table' && name === table && typeof root === 'number')
            return rows(database, root);
    }
    return null;
}
const headerBytes = 100;
function openDatabase(file) {
    if (file.length < headerBytes || file.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
        throw new Error('it is no SQLite database');
    }
    const declared = file.readUInt16BE(16);
    const pageBytes = declared === 1 ? 65_536 : declared;
    const usableBytes = pageBytes - file.readUInt8(20);
    if (pageBytes < 512 || usableBytes < 480)
        throw new Error('its pages have no valid size');
    const read = new Set();
    return {
        pageBytes,
        usableBytes,
        page(number) {
            const end = number * pageBytes;
            if (number < 1 || end > file.length || read.has(number))
                throw new Error(`page ${number} cannot be read`);
            read.add(number);
            return file.subarray(end - pageBytes, end);
        },
    };
}
const interiorPage = 0x05;
const leafPage = 0x0d;
/** The rows of the table b-tree with this root, in the order of their keys. */
function* rows(database, root) {
    const pending = [root];
    for (let number = pending.pop(); number !== undefined; number = pending.pop()) {
        const page = database.page(number);
        const start = number === 1 ? headerBytes : 0;
        const type = page[start];
        const cells = page.readUInt16BE(start + 3);
        const pointers = start + (type === interiorPage ? 12 : 8);
        const cellAt = (index) => page.readUInt16BE(pointers + 2 * index);
        if (type === interiorPage) {
            pending.push(page.readUInt32BE(start + 8));
            for (let index = cells - 1; index >= 0; index--)
                pending.push(page.readUInt32BE(cellAt(index)));
        }
        else if (type === leafPage) {
            for (let index = 0; index < cells; index++)
                yield values(payload(database, page, cellAt(index)));
        }
        else
            throw new Error(`page ${number} belongs to no table`);
    }
}
/** A leaf cell's content, with what overflows onto pages of its own. */
function payload(database, page, at) {
    const { usableBytes } = database;
    const bytes = readVarint(page, at);
    const key = readVarint(page, bytes.end);
    const local = localBytes(bytes.value, usableBytes);
    const start = key.end;
    if (local === bytes.value)
        return slice(page, start, local);
    const pieces = [slice(page, start, local)];
    let next = page.readUInt32BE(start + local);
    for (let left = bytes.value - local; left > 0;) {
        const overflow = database.page(next);
        const length = Math.min(left, usableBytes - 4);
        pieces.push(slice(overflow, 4, length));
        left -= length;
        next = overflow.readUInt32BE(0);
    }
    return Buffer.concat(pieces);
}
/** "B-tree Cell Format": how much of a table leaf's payload stays on the page. */
function localBytes(payloadBytes, usableBytes) {
    const most = usableBytes - 35;
    if (payloadBytes <= most)
        return payloadBytes;
    const least = Math.floor(((usableBytes - 12) * 32) / 255) - 23;
    const even = least + ((payloadBytes - least) % (usableBytes - 4));
    return even <= most ? even : least;
}
/** "Record Format": serial types, then the values. */
function values(record) {
    const header = readVarint(record, 0);
    const found = [];
    let content = header.value;
    for (let at = header.end; at < header.value;) {
        const serial = readVarint(record, at);
        at = serial.end;
        const bytes = valueBytes(serial.value);
        found.push(readValue(slice(record, content, bytes), serial.value));
        content += bytes;
    }
    return found;
}
const integerBytes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];
const valueBytes = (serial) => integerBytes[serial] ?? Math.floor((serial - 12) / 2);
/** Integers of 8 bytes and floating-point numbers are nothing that is asked for: null. */
function readValue(bytes, serial) {
    if (serial === 8 || serial === 9)
        return serial - 8;
    if (serial >= 1 && serial <= 5)
        return bytes.readIntBE(0, bytes.length);
    if (serial < 12)
        return null;
    return serial % 2 === 0 ? bytes : bytes.toString('utf8');
}
function slice(from, start, length) {
    if (length < 0 || start + length > from.length)
        throw new Error('a value is cut off');
    return from.subarray(start, start + length);
}
/** At most nine bytes, the high bits first; the ninth gives all of its eight. */
function readVarint(from, start) {
    let value = 0;
    for (let at = start; at < start + 9; at++) {
        const byte = from[at];
        if (byte === undefined)
            throw new Error('a number is cut off');
        if (at === start + 8)
            return { value: value * 0x100 + byte, end: at + 1 };
        value = value * 0x80 + (byte & 0x7f);
        if (byte < 0x80)
            return { value, end: at + 1 };
    }
    throw new Error('a number has no end');
}

// EXTERNAL MODULE: ./lib/packages/stanzas.js
var stanzas = __webpack_require__(7819);
;// CONCATENATED MODULE: ./lib/packages/rpm-database.js


/**
 * An `rpmdb.sqlite` as the stanzas that `stanzaPackages` reads: names, versions and files of tens of megabytes. Nothing
 * where it is damaged.
 */
function reduceRpmDatabase(file) {
    try {
        const stanzas = [];
        for (const row of readTable(file, 'Packages') ?? []) {
            const header = row.find((value) => Buffer.isBuffer(value));
            const stanza = header === undefined ? null : readHeader(header);
            if (stanza !== null)
                stanzas.push(stanza);
        }
        return Buffer.from(stanzas.join('\n\n'), 'latin1');
    }
    catch {
        return Buffer.of();
    }
}
/** rpm, docs/manual/tags.md. */
const tags = {
    name: 1000,
    version: 1001,
    release: 1002,
    epoch: 1003,
    architecture: 1022,
    dirIndexes: 1116,
    baseNames: 1117,
    dirNames: 1118,
};
/**
 * rpm, docs/manual/hregions.md and format_header.md: two 32-bit counts, of index entries and of data bytes; the entries
 * of 16 bytes (tag, type, offset, count), then the data. Null where it names no package.
 */
function readHeader(header) {
    const entries = header.readUInt32BE(0);
    const data = header.subarray(8 + 16 * entries);
    const found = new Map();
    for (let at = 8; at < 8 + 16 * entries; at += 16) {
        found.set(header.readUInt32BE(at), { offset: header.readUInt32BE(at + 8), count: header.readUInt32BE(at + 12) });
    }
    const texts = (tag) => {
        const entry = found.get(tag);
        return entry === undefined ? [] : readTexts(data, entry.offset, entry.count);
    };
    const numbers = (tag) => {
        const { offset, count } = found.get(tag) ?? { offset: 0, count: 0 };
        if (offset + 4 * count > data.length)
            throw new Error('numbers are cut off');
        return Array.from({ length: count }, (_, at) => data.readUInt32BE(offset + 4 * at));
    };
    const [name] = texts(tags.name);
    if (name === undefined)
        return null;
    const [epoch] = numbers(tags.epoch);
    const release = [...texts(tags.version), ...texts(tags.release)].join('-');
    const folders = texts(tags.dirNames).map((folder) => folder.replace(/\/$/, ''));
    const folderOf = numbers(tags.dirIndexes);
    const directories = new Map(folders.map((folder) => [folder, []]));
    for (const [at, base] of texts(tags.baseNames).entries()) {
        directories.get(folders[folderOf[at] ?? -1] ?? '')?.push(base);
    }
    const [architecture = null] = texts(tags.architecture);
    return (0,stanzas/* writeStanza */.n)({ name, version: epoch ? `${epoch}:${release}` : release, architecture, directories });
}
/** Texts end with a zero byte. */
function readTexts(data, offset, count) {
    const texts = [];
    let at = offset;
    for (let left = count; left > 0; left--) {
        const end = data.indexOf(0, at);
        if (end < 0)
            throw new Error('a text is cut off');
        texts.push(data.toString('latin1', at, end));
        at = end + 1;
    }
    return texts;
}

;// CONCATENATED MODULE: ./lib/packages/collected.js


const mebibyte = 1024 ** 2;
const whole = (content) => content;
/** The lines that match, and the empty ones, which end a stanza. */
const lines = (wanted) => (content) => Buffer.from(content
    .toString('latin1')
    .split('\n')
    .filter((line) => line === '' || wanted.test(line))
    .join('\n'), 'latin1');
/** The lines that match up to the first empty one, behind which a description follows. */
const header = (wanted) => (content) => {
    const end = content.indexOf('\n\n');
    return lines(wanted)(end < 0 ? content : content.subarray(0, end));
};
/** dpkg's stanzas: what of their packages depends on what, without versions. */
const dpkgStanzas = (content) => Buffer.from(lines(/^(?:Package|Version|Architecture|Status|Essential|Pre-Depends|Depends|Recommends|Provides): /)(content)
    .toString('latin1')
    .replaceAll(/ \([^()\n]*\)/g, ''), 'latin1');
/** The paths of `md5sum` lines: 32 digits, two spaces, path. */
const withoutMd5 = (content) => Buffer.from(content.toString('latin1').replaceAll(/^[0-9a-f]{32} [ *]/gm, ''), 'latin1');
/** The first column of comma-separated values, one per line, unquoted (RFC 4180); a path has no line break. */
const firstColumn = (content) => Buffer.from(content
    .toString('latin1')
    .split(/\r?\n/)
    .map((line) => (line.startsWith('"') ? quotedCell(line) : line.slice(0, unquotedEnd(line))))
    .join('\n'), 'latin1');
const quotedCell = (line) => /^"((?:[^"]|"")*)/.exec(line)?.[1]?.replaceAll('""', '"') ?? '';
const unquotedEnd = (line) => {
    const comma = line.indexOf(',');
    return comma < 0 ? line.length : comma;
};
/** The folders of what composer installed for development alone, as seen from its own, a line each (composer 2). */
const composerFolders = (content) => {
    const json = parseJson(content);
    const [packages, names] = ['packages', 'dev-package-names'].map((key) => propertyOf(json, key));
    if (!Array.isArray(packages) || !Array.isArray(names))
        return Buffer.of();
    const isDevelopment = new Set(names);
    const folders = packages
        .filter((told) => isDevelopment.has(propertyOf(told, 'name')))
        .map((told) => propertyOf(told, 'install-path'))
        .filter((folder) => typeof folder === 'string' && !folder.includes('\n'));
    return Buffer.from(folders.join('\n'));
};
const propertyOf = (value, key) => typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
/** The folders that npm's lock of what it installed says are there for development alone, a line each. */
const developmentFolders = (content) => {
    const packages = propertyOf(parseJson(content), 'packages');
    const folders = Object.entries(packages ?? {}).filter(([folder, told]) => told?.dev === true && !folder.includes('\n'));
    return Buffer.from(folders.map(([folder]) => folder).join('\n'));
};
function parseJson(content) {
    try {
        return JSON.parse(content.toString('utf8'));
    }
    catch {
        return null;
    }
}
const collectedFiles = [
    {
        path: /^var\/lib\/dpkg\/(?:status|status\.d\/[^/]+(?<!\.md5sums))$/,
        maxBytes: 64 * mebibyte,
        reduce: dpkgStanzas,
    },
    {
        path: /^var\/lib\/apt\/extended_states$/,
        maxBytes: 16 * mebibyte,
        reduce: lines(/^(?:Package|Architecture|Auto-Installed): /),
    },
    { path: /^var\/lib\/dpkg\/status\.d\/[^/]+\.md5sums$/, maxBytes: 16 * mebibyte, reduce: withoutMd5 },
    { path: /^var\/lib\/dpkg\/(?:diversions|info\/[^/]+\.list)$/, maxBytes: 16 * mebibyte, reduce: whole },
    { path: /^(?:usr\/)?lib\/apk\/db\/installed$/, maxBytes: 64 * mebibyte, reduce: lines(/^[PVADFRp]:/) },
    { path: /^etc\/apk\/world$/, maxBytes: mebibyte, reduce: whole },
    {
        path: /^(?:var\/lib\/rpm|usr\/lib\/sysimage\/rpm)\/rpmdb\.sqlite$/,
        maxBytes: 256 * mebibyte,
        reduce: reduceRpmDatabase,
    },
    { path: /(?:^|\/)[^/]+\.dist-info\/RECORD$/, maxBytes: 32 * mebibyte, reduce: firstColumn },
    {
        path: /(?:^|\/)(?:[^/]+\.dist-info\/METADATA|[^/]+\.egg-info(?:\/PKG-INFO)?)$/,
        maxBytes: 4 * mebibyte,
        reduce: header(/^(?:Name|Version|Requires-Dist): /),
    },
    { path: /(?:^|\/)[^/]+\.dist-info\/INSTALLER$/, maxBytes: 256, reduce: whole },
    { path: /(?:^|\/)[^/]+\.(?:dist|egg)-info\/entry_points\.txt$/, maxBytes: mebibyte, reduce: lines(/^\[/) },
    {
        path: /(?:^|\/)[^/]+\.egg-info\/(?:installed-files|top_level|requires)\.txt$/,
        maxBytes: 16 * mebibyte,
        reduce: whole,
    },
    {
        path: /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@]+\/package\.json$/,
        maxBytes: 4 * mebibyte,
        reduce: package_json/* reduceInstalled */.bA,
    },
    { path: /(?:^|\/)node_modules\/\.package-lock\.json$/, maxBytes: 32 * mebibyte, reduce: developmentFolders },
    { path: /(?:^|\/)vendor\/composer\/installed\.json$/, maxBytes: 32 * mebibyte, reduce: composerFolders },
    { path: /(?:^|\/)specifications\/(?:default\/)?[^/]+\.gemspec$/, maxBytes: mebibyte, reduce: lines(/^# stub: /) },
];
/** One test for the many paths that are none of ours. */
const anyPath = new RegExp(collectedFiles.map(({ path }) => path.source).join('|'));
/** How a path's content is to be collected; null for nearly all. */
function collectedFile(path) {
    return anyPath.test(path) ? (collectedFiles.find((file) => file.path.test(path)) ?? null) : null;
}


/***/ }),

/***/ 9994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KF: () => (/* binding */ writeFact),
/* harmony export */   gN: () => (/* binding */ joinFacts),
/* harmony export */   ni: () => (/* binding */ readFact)
/* harmony export */ });
const writeFact = (kind, values = []) => Buffer.from([kind, ...values].join('\t'), 'latin1');
/** Null where there are none. */
function joinFacts(facts) {
    const lines = facts.filter((fact) => fact !== null).map((fact) => fact.toString('latin1'));
    return lines.length === 0 ? null : Buffer.from(lines.join('\n'), 'latin1');
}
/** The values of one kind; null where that fact is not there. */
const readFact = (content, kind) => content
    .toString('latin1')
    .split('\n')
    .map((line) => line.split('\t'))
    .find(([name]) => name === kind)
    ?.slice(1) ?? null;


/***/ }),

/***/ 8898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MO: () => (/* binding */ packageKey),
/* harmony export */   Pf: () => (/* binding */ label),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   wC: () => (/* binding */ matching)
/* harmony export */ });
/** What tells packages apart: two that agree in it are one, wherever they lie. */
const packageKey = ({ manager, name, version, architecture }) => JSON.stringify([manager, name, version, architecture]);
/** The visible files of these paths, with or without a leading slash. */
function visible(view, paths) {
    const found = [];
    for (const path of paths) {
        const name = view.find(path);
        if (name !== null)
            found.push(name);
    }
    return found;
}
/** Collected content whose path matches, with the match. */
function* matching(view, pattern) {
    for (const [path, content] of view.collected) {
        const match = pattern.exec(path);
        if (match !== null)
            yield [match, content.toString('latin1')];
    }
}
/** Texts of a package are shown: they are UTF-8 where paths stay bytes. Null where there is none. */
function label(latin1) {
    return latin1 ? Buffer.from(latin1, 'latin1').toString('utf8').trim() || null : null;
}


/***/ }),

/***/ 1953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NL: () => (/* binding */ distinctNames),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   l9: () => (/* binding */ quotedNames),
/* harmony export */   q1: () => (/* binding */ pythonLibrary),
/* harmony export */   wT: () => (/* binding */ javascriptImports),
/* harmony export */   zw: () => (/* binding */ pythonImports)
/* harmony export */ });
/** What names sources may load modules and libraries by. */
/** A name's first part, as packages are called: `@scope/name`, `some-name`; or a module with what is in it: `a.b`. */
const nameToken = String.raw `(?:@[\w.-]+\/)?[A-Za-z_][\w.+-]*`;
const quoted = new RegExp(`["'\`](${nameToken})`, 'g');
const word = new RegExp(nameToken, 'g');
const comment = /^[ \t]*(?:#(?!!)|;|\/\/).*$/gm;
/** Longer ones name nothing; the bytes are of all names of a file. */
const maxNameLength = 100;
const maxNamesBytes = 64 * 1024;
/** Those that a text in quotes begins with. */
const quotedNames = (text) => capturedBy(quoted, text);
/** All words of scripts and settings but those of comments. */
const words = (text) => text.replaceAll(comment, '').match(word) ?? [];
const importMark = Buffer.from('import');
const lineEnd = 0x0a;
/**
 * The modules that Python's import statements name, relative ones left out, and what lines that speak of importing have in
 * quotes: `import_module("a.b")`. Most of the source is never made a text.
 */
function* pythonImports(source) {
    for (let at = source.indexOf(importMark); at >= 0;) {
        const start = Math.max(source.lastIndexOf(lineEnd, at) + 1, at - maxLineBytes);
        const next = source.indexOf(lineEnd, at);
        const end = next < 0 ? source.length : next;
        const line = source.toString('latin1', start, Math.min(end, at + maxLineBytes));
        for (const [, from = '', imported = ''] of line.matchAll(importStatement)) {
            yield from.split('.', 1)[0] ?? '';
            for (const module of imported.split(','))
                yield module.trim().split(/[\s.]/, 1)[0] ?? '';
        }
        if (/["']/.test(line))
            yield* quotedNames(line);
        at = source.indexOf(importMark, end);
    }
}
const maxLineBytes = 2000;
const importStatement = /\bfrom\s+([\w.]+)\s+import\b|\bimport\s+([A-Za-z_][\w., \t]*)/g;
/** The modules that JavaScript's `import` and `require` name, relative ones left out. */
const javascriptImports = (text) => capturedBy(moduleReference, text);
const moduleReference = /(?:\brequire(?:\.resolve)?|\bimport|\bfrom)(?:\s*\(\s*|\s*)["'`]((?:@[\w.-]+\/)?\w[\w.+-]*)/g;
function* capturedBy(pattern, text) {
    for (const [, name = ''] of text.matchAll(pattern))
        yield name;
}
/** Each once: as it is written, of `a.b` the first part, too, and both of `a+b` (the scheme of an address). */
function distinctNames(...lists) {
    const names = new Set();
    let bytes = 0;
    const add = (name) => {
        if (name.length < 2 || names.has(name))
            return;
        names.add(name);
        bytes += name.length + 1;
    };
    for (const list of lists) {
        for (const written of list) {
            if (written.length > maxNameLength)
                continue;
            const name = written.replace(/[.+-]+$/, '');
            add(name);
            if (!name.startsWith('@'))
                for (const part of partsOf(name))
                    add(part);
            if (bytes > maxNamesBytes)
                return null;
        }
    }
    return names;
}
const partsOf = (name) => [...name.split('.', 1), ...(name.includes('+') ? name.split('+', 2) : [])];
/** Modules of Python's own library, which no distribution has to bring (sys.stdlib_module_names of Python 3.11). */
const pythonLibrary = new Set(`__future__ abc aifc argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2
  cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent configparser
  contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest
  email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc getopt
  getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib imghdr imp importlib inspect io ipaddress
  itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder
  multiprocessing netrc nntplib numbers opcode operator optparse os pathlib pdb pickle pickletools pipes pkgutil platform
  plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc queue quopri random re readline
  reprlib resource runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket
  socketserver sqlite3 ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog tarfile
  telnetlib tempfile termios textwrap threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty
  turtle types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser wsgiref xdrlib xml xmlrpc
  zipapp zipfile zipimport zlib zoneinfo`.split(/\s+/));


/***/ }),

/***/ 7601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ node),
/* harmony export */   y: () => (/* binding */ nodePrograms)
/* harmony export */ });
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9994);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8898);
/* harmony import */ var _package_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1816);



/** Packages as npm, yarn and pnpm lay them out: each folder in `node_modules` with a package.json; nested ones own their files. */
const node = {
    name: 'node',
    find(view) {
        const installed = [...view.collected].flatMap(([path, content]) => {
            const [, root, folder] = installedPath.exec(path) ?? [];
            return root === undefined || folder === undefined ? [] : [{ root, folder, content }];
        });
        const projects = projectsAround(view, new Set(installed.map(({ root }) => homeOf(root))));
        const packages = new Map();
        for (const { root, folder, content } of installed) {
            const project = projects.get(homeOf(root)) ?? null;
            packages.set(root, { ...identify(folder, (0,_package_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readInstalled */ .jx)(content), project), files: [] });
        }
        if (packages.size === 0)
            return [];
        for (const name of view.names)
            packages.get(rootOf(name, (root) => packages.has(root)) ?? '')?.files.push(name);
        return [...packages.values()];
    },
};
const installedPath = /^((?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+))\/package\.json$/;
/** The programs that a package brings. */
function nodePrograms(view, { files }) {
    return files.flatMap((path) => {
        const content = installedPath.test(path) ? view.collected.get(path) : undefined;
        return content === undefined ? [] : (0,_package_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readInstalled */ .jx)(content).programs;
    });
}
function identify(folder, told, project) {
    const name = (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)(told.name) ?? (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)(folder) ?? folder;
    return {
        manager: 'node',
        name,
        version: (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)(told.version),
        architecture: null,
        relations: {
            needs: told.needs.map((need) => [need]),
            wants: told.wants.map((want) => [want]),
            provides: [...new Set([name, folder])],
            automatic: isAutomatic(folder, project),
            essential: false,
        },
    };
}
/** What else than `dependencies` asks for a package may be there for more than the program. */
function isAutomatic(folder, project) {
    if (project === null || project.others.has(folder))
        return null;
    return !project.dependencies.has(folder);
}
/** The folder that the outermost `node_modules` around a package lies in. */
const homeOf = (root) => root.slice(0, Math.max(0, /(?:^|\/)node_modules\//.exec(root)?.index ?? 0));
/** What the package.json of these folders, and those below, depend on; none where they depend on nothing. */
function projectsAround(view, homes) {
    const projects = new Map();
    for (const [path, content] of view.collected) {
        if (!/(?:^|\/)package\.json$/.test(path) || installedPath.test(path))
            continue;
        const [dependencies, others] = [(0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .readFact */ .ni)(content, 'dependencies'), (0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .readFact */ .ni)(content, 'otherDependencies')];
        if (dependencies === null && others === null)
            continue;
        for (const home of foldersAround(path).filter((folder) => homes.has(folder))) {
            const project = projects.get(home) ?? { dependencies: new Set(), others: new Set() };
            projects.set(home, project);
            for (const name of dependencies ?? [])
                project.dependencies.add(name);
            for (const name of others ?? [])
                project.others.add(name);
        }
    }
    return projects;
}
/** Deeper projects than that ask for nothing: a path can be made of folders alone. */
const maxDepth = 32;
function foldersAround(path) {
    const parts = path.split('/', maxDepth).slice(0, -1);
    return ['', ...parts.map((_, at) => parts.slice(0, at + 1).join('/'))];
}
/** The innermost package around a file: bundled folders of `node_modules` without one belong to what is around them. */
function rootOf(name, isRoot) {
    for (let end = name.length;;) {
        const at = name.lastIndexOf('node_modules/', end);
        if (at < 0)
            return null;
        const [inside = ''] = /^(?:@[^/]+\/)?[^/]+/.exec(name.slice(at + 'node_modules/'.length)) ?? [];
        const root = name.slice(0, at + 'node_modules/'.length) + inside;
        if ((at === 0 || name[at - 1] === '/') && isRoot(root))
            return root;
        if (at === 0)
            return null;
        end = at - 1;
    }
}


/***/ }),

/***/ 1816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wh: () => (/* binding */ readProject),
/* harmony export */   bA: () => (/* binding */ reduceInstalled),
/* harmony export */   jx: () => (/* binding */ readInstalled)
/* harmony export */ });
/** What is read of package.json: of a project's own, and of those of installed packages. */
const otherLists = ['devDependencies', 'optionalDependencies', 'peerDependencies'];
/** What says which packages are to be there, which is no use of them. */
const noUse = [
    ...['name', 'version', 'dependencies', ...otherLists, 'peerDependenciesMeta', 'bundleDependencies'],
    ...['bundledDependencies', 'overrides', 'resolutions', 'pnpm', 'keywords', 'description'],
];
/** Never throws: what is no object depends on nothing. */
function readProject(text) {
    const json = asObject(parse(text));
    return {
        dependencies: namesAt(json, 'dependencies'),
        others: otherLists.flatMap((list) => namesAt(json, list)),
        rest: write(Object.fromEntries(Object.entries(json).filter(([key]) => !noUse.includes(key)))),
    };
}
/** What can be read need not be written: that is recursive. */
function write(value) {
    try {
        return JSON.stringify(value);
    }
    catch {
        return null;
    }
}
/** A line for each field of `Installed`, lists with tabs between. */
function reduceInstalled(content) {
    const json = asObject(parse(content.toString('utf8')));
    const textAt = (key) => (typeof json[key] === 'string' ? json[key].replaceAll('\n', ' ') : '');
    const wants = ['optionalDependencies', 'peerDependencies', 'peerDependenciesMeta'];
    const programs = typeof json.bin === 'string' ? [textAt('name').replace(/^.*\//, '')] : namesAt(json, 'bin');
    const lists = [namesAt(json, 'dependencies'), wants.flatMap((list) => namesAt(json, list)), programs];
    const lines = [textAt('name'), textAt('version'), ...lists.map((names) => [...new Set(names)].join('\t'))];
    // Nearly all have neither.
    return Buffer.from(lines.join('\n').trimEnd());
}
function readInstalled(reduced) {
    const [name, version, ...lists] = reduced.toString('latin1').split('\n');
    const [needs = [], wants = [], programs = []] = lists.map((list) => list.split('\t').filter(Boolean));
    return { name, version, needs, wants, programs };
}
const namesAt = (json, key) => Object.keys(asObject(json[key])).filter((name) => /^[^\s]+$/.test(name));
const asObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 8894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ normalisedName),
/* harmony export */   M: () => (/* binding */ readRequirement)
/* harmony export */ });
/** Names that pip takes for the same (PEP 503). */
const normalisedName = (name) => name.replaceAll(/[-_.]+/g, '-').toLowerCase();
/**
 * A requirement as `Requires-Dist` has it (PEP 508): `name[extra] (>=1.0); marker`. A marker that is not understood
 * holds. Null where there is no name.
 */
function readRequirement(text, environment) {
    const [, name] = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)/.exec(text) ?? [];
    if (name === undefined)
        return null;
    const marker = text.slice(text.indexOf(';') + 1 || text.length);
    const applies = !holds(marker, environment) ? 'never' : /\bextra\b/.test(marker) ? 'extra' : 'always';
    return { name: normalisedName(name), applies };
}
/** Whether no part of a marker is known to be false; one with `or` or brackets is not taken apart. */
function holds(marker, environment) {
    if (/\bor\b|[()]/.test(marker))
        return true;
    return marker.split(/\band\b/).every((part) => isMet(part, environment) !== false);
}
/** Null where that can't be told. */
function isMet(comparison, { pythonVersion }) {
    const [, variable = '', operator = '', value = ''] = /^\s*(\w+)\s*(===?|!=|<=|>=|<|>)\s*["']([^"']*)["']\s*$/.exec(comparison) ?? [];
    if (variable === 'python_version')
        return pythonVersion === null ? null : compare(pythonVersion, operator, value);
    const actual = linux[variable];
    if (actual === undefined)
        return null;
    if (operator === '==')
        return actual === value;
    return operator === '!=' ? actual !== value : null;
}
/** What the variables of a marker say in every image of Linux. */
const linux = { sys_platform: 'linux', os_name: 'posix', platform_system: 'Linux' };
function compare(actual, operator, wanted) {
    if (!/^\d+(?:\.\d+)?$/.test(wanted))
        return null;
    const [[major = 0, minor = 0], [wantedMajor = 0, wantedMinor = 0]] = [actual, wanted].map((text) => text.split('.').map(Number));
    const order = major - wantedMajor || minor - wantedMinor;
    switch (operator) {
        case '==':
            return order === 0;
        case '!=':
            return order !== 0;
        case '<':
            return order < 0;
        case '<=':
            return order <= 0;
        case '>':
            return order > 0;
        case '>=':
            return order >= 0;
        default:
            return null;
    }
}


/***/ }),

/***/ 7819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ stanzaPackages),
/* harmony export */   n: () => (/* binding */ writeStanza)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8898);

/**
 * Packages as apk's database has them: a stanza of lines for each, `P:` name, `V:` version, `A:` architecture, and the
 * files as `F:` directory followed by the `R:` names in it (apk-tools, database.c).
 */
function stanzaPackages(manager, text, view, relationsOf) {
    return text.split(/\n\n+/).flatMap((stanza) => {
        const lines = stanza.split('\n');
        const field = (key) => (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .label */ .Pf)(lines.find((line) => line.startsWith(`${key}:`))?.slice(2));
        const name = field('P');
        if (name === null)
            return [];
        const [version, architecture] = [field('V'), field('A')];
        const files = (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(view, pathsOf(lines));
        return [{ manager, name, version, architecture, files, relations: relationsOf(name, lines) }];
    });
}
function* pathsOf(lines) {
    let directory = '';
    for (const line of lines) {
        if (line.startsWith('F:'))
            directory = line.slice(2);
        else if (line.startsWith('R:'))
            yield `${directory}/${line.slice(2)}`;
    }
}
/** The stanza that `stanzaPackages` reads. What holds a line break is left out. */
function writeStanza({ name, version, architecture, directories }) {
    const lines = [`P:${name}`, `V:${version}`, ...(architecture === null ? [] : [`A:${architecture}`])];
    for (const [directory, names] of directories)
        lines.push(`F:${directory}`, ...names.map((base) => `R:${base}`));
    return lines.filter((line) => !line.includes('\n')).join('\n');
}


/***/ }),

/***/ 2084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readPageAssets)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);



/** What scripts/bundle.ts puts beside the bundle. Read when a page is asked for: no other run is to wait for it. */
async function readPageAssets() {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url));
    const read = (name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), 'utf8');
    const [script, style] = await Promise.all([read('report-page.js'), read('report-page.css')]);
    return { script, style };
}


/***/ }),

/***/ 8476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ renderAs),
  I: () => (/* binding */ reportFiles)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/report/figures.js
var figures = __webpack_require__(819);
;// CONCATENATED MODULE: ./lib/report/badge.js

/**
 * Size, change and verdict as a badge, for the endpoint that shields.io draws (https://shields.io/badges/endpoint-badge).
 * Several images are added up. Holds figures alone, no name or text of an image. Ends with a line break.
 */
function renderBadge(report) {
    const { metric, images } = report;
    const size = images.length === 0 ? null : (0,figures/* sum */.cz)(images.map(({ current }) => (0,figures/* bytesBy */.Tz)(metric, current)));
    const delta = images.length === 0 ? null : (0,figures/* sum */.cz)(images.map((image) => (0,figures/* deltaBy */.Yn)(metric, image)));
    const badge = {
        schemaVersion: 1,
        label: metric === 'disk' ? 'image size' : 'image download',
        message: (0,figures/* sizeText */.lP)(size) + (delta ? ` (${(0,figures/* deltaText */.mx)(delta)})` : ''),
        color: size === null ? 'lightgrey' : colors[(0,figures/* toneOf */.YV)(report)],
    };
    return `${JSON.stringify(badge, null, 2)}\n`;
}
const colors = {
    pass: 'brightgreen',
    warn: 'yellow',
    fail: 'red',
    accepted: 'orange',
    neutral: 'blue',
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/headline.js
var headline = __webpack_require__(5916);
// EXTERNAL MODULE: ./lib/report/json.js
var json = __webpack_require__(7406);
;// CONCATENATED MODULE: ./lib/report/html.js




/**
 * A report as one HTML file that asks for nothing: all it holds is in it, and its policy forbids the rest. What comes from
 * outside is data, which the page's program shows as text.
 *
 * @param trees the files of each image of the report, in its order; null or missing: not known
 */
function renderHtml(report, trees, assets) {
    const data = { report, trees: report.images.map((_, at) => trees[at] ?? null) };
    const title = escapeHtml((0,headline/* headline */.P)(report, report_escape/* visible */.RK));
    const { script, style } = assets;
    const policy = [
        "default-src 'none'",
        `script-src '${sumOf(script)}'`,
        `style-src '${sumOf(style)}'`,
        "base-uri 'none'",
        "form-action 'none'",
    ].join('; ');
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<noscript><p>${title}</p><p>The rest of this report is drawn by its own script, which this browser does not run.</p></noscript>
<script type="application/json" id="data">${dataJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}
/** What a policy names an inline element by (Content Security Policy 3, "hash-source"). */
const sumOf = (text) => `sha256-${(0,external_node_crypto_.createHash)('sha256').update(text).digest('base64')}`;
/** `upstream` is there for the next comparison to read, and the longest part of a measurement. */
const dataJson = (data) => (0,json/* inertJson */.nl)(data, (key, value) => (key === 'upstream' ? null : value));
const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

// EXTERNAL MODULE: ./lib/report/markdown.js + 9 modules
var markdown = __webpack_require__(12);
// EXTERNAL MODULE: ./lib/report/sarif.js + 1 modules
var sarif = __webpack_require__(4745);
;// CONCATENATED MODULE: ./lib/report-files.js






/** A report in one of the ways that it can be written. */
function renderAs(format, report, page) {
    return renderings[format](report, page);
}
const renderings = {
    json: async (report) => (0,json/* renderJson */.hF)(report),
    markdown: async (report) => (0,markdown/* renderMarkdown */.G)(report, { limit: Number.POSITIVE_INFINITY }),
    html: async (report, { trees, assets }) => renderHtml(report, trees(), await assets()),
    sarif: async (report) => (0,sarif/* reportSarif */.G)(report),
    badge: async (report) => renderBadge(report),
};
/** The files that a report is asked to be written to. */
function reportFiles(report, settings, page) {
    const file = (option, format, path) => path === null ? [] : [{ option, path, write: async () => (0,promises_.writeFile)(path, await renderAs(format, report, page)) }];
    return [
        ...file('report-file', 'json', settings.reportFile),
        ...file('html-file', 'html', settings.htmlFile),
        ...file('sarif-file', 'sarif', settings.sarifFile),
        ...file('badge-file', 'badge', settings.badgeFile),
    ];
}


/***/ }),

/***/ 8134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ notableBuildParts),
/* harmony export */   Z: () => (/* binding */ buildParts)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3052);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(819);


/** What the build took, in words of ours: nothing in them needs an escape. */
/** What the build took is noise up to here: machines differ, and so does what their caches hold. */
const noise = {
    /** A build that takes longer by no more than this, or by no more than a quarter. */
    seconds: 30,
    /** A part of the steps that does not come from the cache any more. */
    cachedShare: 0.5,
    /** A context that is larger by no more than this, or by no more than a quarter. */
    contextBytes: 10_000_000,
};
/** `built in 41.2s (+3.1s)`, `75% of 4 steps cached (was 50%)`, `12.3 MB of context sent (+1 MB)`; empty: not built here. */
function buildParts(image) {
    return partsOf(image).map(({ text }) => text);
}
/** Of these what a reader should look at; empty where nothing is. */
function notableBuildParts(image) {
    return partsOf(image).flatMap(({ text, isNotable }) => (isNotable ? [text] : []));
}
function partsOf({ build, current }) {
    if (build === null)
        return [];
    const { seconds, cachedShare, contextBytes } = build;
    const steps = current.build?.steps ?? 0;
    return [
        ...part(seconds, isMuchMore(seconds, noise.seconds), (after) => `built in ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(after)}${longer(seconds)}`),
        ...part(cachedShare, (cachedShare.delta ?? 0) <= -noise.cachedShare, (after) => `${shareText(after)} of ${steps === 1 ? '1 step' : `${steps} steps`} cached${earlierShare(cachedShare)}`),
        ...part(contextBytes, isMuchMore(contextBytes, noise.contextBytes), (after) => `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeText */ .lP)(after)} of context sent${contextBytes.delta ? ` (${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .deltaText */ .mx)(contextBytes.delta)})` : ''}`),
    ];
}
const part = ({ after }, isNotable, tell) => after === null ? [] : [{ text: tell(after), isNotable }];
const isMuchMore = ({ before, delta }, least) => before !== null && delta !== null && delta > least && delta > before / 4;
const shareText = (share) => (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPercent */ .l9)(share * 100);
/** Tenths, as `formatDuration` prints them, are all that a difference of less is. */
function longer({ delta }) {
    if (delta === null || Math.abs(delta) < 0.05)
        return '';
    return ` (${delta > 0 ? '+' : '-'}${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(Math.abs(delta))})`;
}
const earlierShare = ({ before, delta }) => before === null || !delta ? '' : ` (was ${shareText(before)})`;


/***/ }),

/***/ 7489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ changesCost),
/* harmony export */   Y: () => (/* binding */ costParts)
/* harmony export */ });
/** `storage 0.0035 EUR a month (+0.0005)`, `transfer 0.0052 EUR a pull`; empty: there are no prices, or no download size. */
function costParts({ cost }) {
    if (cost === null)
        return [];
    const part = (what, figure, per) => figure === null || figure.total === null
        ? []
        : [`${what} ${money(figure.total)} ${cost.currency} ${per}${change(figure.delta)}`];
    return [
        ...part('storage', cost.storagePerMonth, 'a month'),
        ...part('transfer', cost.transferPerPull, 'a pull'),
        ...part('all pulls', cost.transferPerMonth, 'a month'),
    ];
}
const changesCost = ({ cost }) => [cost?.storagePerMonth, cost?.transferPerPull, cost?.transferPerMonth].some((figure) => figure?.delta);
const change = (delta) => (delta ? ` (${delta > 0 ? '+' : ''}${money(delta)})` : '');
/** Cents; two digits of what is less than one of the currency. */
function money(amount) {
    if (Math.abs(amount) >= 1)
        return amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return String(Number(amount.toPrecision(2)));
}


/***/ }),

/***/ 8040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ isDust),
/* harmony export */   z: () => (/* binding */ isMoreThanDust)
/* harmony export */ });
/** Compressed bytes that an image may differ by where the same files were only put into layers anew. */
const dustBytes = 1000;
/** Whether a size by download is more than what comes of making the same layers once more; unknown is. */
const isMoreThanDust = ({ downloadBytes }) => downloadBytes === null || Math.abs(downloadBytes) >= dustBytes;
/** A layer that was made anew with the same files in it: nothing that a reader could act on. */
const isDust = ({ kind, delta, children }, metric) => kind === 'layer' &&
    delta.diskBytes === 0 &&
    children.every((child) => child.kind === 'other' && child.delta.diskBytes === 0) &&
    (metric === 'disk' || !isMoreThanDust(delta));


/***/ }),

/***/ 819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H2: () => (/* binding */ distinctFindings),
/* harmony export */   Ic: () => (/* binding */ lintResults),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Lu: () => (/* binding */ shareText),
/* harmony export */   OP: () => (/* binding */ figureText),
/* harmony export */   Tz: () => (/* binding */ bytesBy),
/* harmony export */   YV: () => (/* binding */ toneOf),
/* harmony export */   Yn: () => (/* binding */ deltaBy),
/* harmony export */   _5: () => (/* binding */ isUnchanged),
/* harmony export */   cz: () => (/* binding */ sum),
/* harmony export */   iJ: () => (/* binding */ sumSizes),
/* harmony export */   j4: () => (/* binding */ priceBy),
/* harmony export */   kc: () => (/* binding */ totalPrice),
/* harmony export */   kk: () => (/* binding */ imageTone),
/* harmony export */   lP: () => (/* binding */ sizeText),
/* harmony export */   lu: () => (/* binding */ byPrice),
/* harmony export */   mx: () => (/* binding */ deltaText),
/* harmony export */   nb: () => (/* binding */ isAdvice),
/* harmony export */   td: () => (/* binding */ byUrgency)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3052);
/* harmony import */ var _dust_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8040);


const bytesBy = (metric, size) => metric === 'disk' ? size.diskBytes : size.downloadBytes;
const deltaBy = (metric, image) => image.delta === null ? null : bytesBy(metric, image.delta);
const sizeText = (bytes) => (bytes === null ? 'unknown' : (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(bytes));
const deltaText = (bytes) => (bytes === null ? 'unknown' : (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDelta */ .CW)(bytes));
/** A change by one metric, `~` before a download size that was shared out by disk size: such are estimates. */
function figureText(delta, metric, isShare) {
    const bytes = bytesBy(metric, delta);
    return isShare && metric === 'download' && bytes ? `~${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDelta */ .CW)(bytes)}` : deltaText(bytes);
}
/** The change in percent; null where it is not known, or too small to be worth a word. */
function shareText({ delta }) {
    const percent = delta?.percent ?? null;
    return percent === null || Math.abs(percent) < 0.05 ? null : (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPercentDelta */ .zy)(percent);
}
const plural = (count, noun, many = `${noun}s`) => `${count} ${count === 1 ? noun : many}`;
/** What is unknown in a part is unknown in the whole. */
function sum(parts) {
    let total = 0;
    for (const part of parts) {
        if (part === null)
            return null;
        total += part;
    }
    return total;
}
const sumSizes = (sizes) => ({
    diskBytes: sum(sizes.map((size) => size.diskBytes)),
    downloadBytes: sum(sizes.map((size) => size.downloadBytes)),
});
function toneOf(report) {
    const compared = report.images.some((image) => image.delta !== null);
    return report.verdict === 'pass' && !compared ? 'neutral' : report.verdict;
}
/** What is broken first, then what could not be checked; else in their order. */
const byUrgency = (budgets) => budgets.toSorted((a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status));
const urgency = ['fail', 'warn', 'unknown', 'pass'];
/** What the findings make of the verdict, as one more thing beside the budgets; none where they are only told. */
const lintResults = ({ lint }) => (lint === null ? [] : [lint]);
/** One image's part in the verdict, by its budgets and findings; the verdict itself is the report's. */
function imageTone(image, report) {
    const has = (status) => [...image.budgets, ...lintResults(image)].some((result) => result.status === status);
    if (has('fail'))
        return report.verdict === 'pass' ? 'warn' : report.verdict;
    if (has('warn'))
        return 'warn';
    return image.delta === null ? 'neutral' : 'pass';
}
/** The same files, and so the same size but for what putting them into layers anew makes of it. */
const isUnchanged = ({ delta, changes }) => delta !== null &&
    delta.diskBytes === 0 &&
    (delta.downloadBytes === null || !(0,_dust_js__WEBPACK_IMPORTED_MODULE_1__/* .isMoreThanDust */ .z)(delta)) &&
    changes.every((change) => (0,_dust_js__WEBPACK_IMPORTED_MODULE_1__/* .isDust */ .t)(change, 'download'));
/** Null: not about size, or not known: what another base image saves on disk never is. */
function priceBy(metric, { price, baseSaving }) {
    if (price !== null)
        return bytesBy(metric, price);
    return metric === 'download' ? (baseSaving?.leastBytes ?? null) : null;
}
/**
 * The most expensive first, those without a price last; else in their order. What another base saves on disk is not
 * known: what it saves of download stands in for it, and is seldom more.
 */
function byPrice(findings, metric) {
    const rank = (finding) => priceBy(metric, finding) ?? finding.baseSaving?.leastBytes ?? -1;
    return findings.toSorted((a, b) => rank(b) - rank(a));
}
/** Whether a finding is information only, about no bytes: good to know, and nothing to stop for. */
const isAdvice = ({ severity, price, baseSaving }) => severity === 'info' && price === null && baseSaving === null;
const totalPrice = (findings, metric) => findings.reduce((total, finding) => total + (priceBy(metric, finding) ?? 0), 0);
/** Images of one Dockerfile find the same: it is told once, at its highest price. */
function distinctFindings(images) {
    const kept = new Map();
    for (const finding of images.flatMap(({ findings }) => findings)) {
        const key = JSON.stringify([finding.rule, finding.location, finding.message]);
        const known = kept.get(key);
        if (known === undefined || (finding.price?.diskBytes ?? 0) > (known.price?.diskBytes ?? 0)) {
            kept.set(key, finding);
        }
    }
    return [...kept.values()];
}


/***/ }),

/***/ 5916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ headline)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3052);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2527);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(819);



/** Verdict, change and budget on one line, in words. Bounded, whatever the report holds. */
function headline(report, safe) {
    const [first, ...others] = report.images;
    if (first === undefined)
        return `no image was measured${clause(': ', unexplained(report, safe))}`;
    return others.length === 0 ? imageHeadline(first, report, safe) : imagesHeadline(report, safe);
}
function imageHeadline(image, report, safe) {
    const { metric } = report;
    const subject = safe((0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .truncate */ .xv)(image.name, 80)) + (metric === 'download' ? "'s download" : '');
    const size = (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeText */ .lP)((0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesBy */ .Tz)(metric, image.current));
    const delta = (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .deltaBy */ .Yn)(metric, image);
    const budgets = budgetClause(image, report, safe);
    if (image.delta === null)
        return `${subject}: ${size}${clause(', ', budgets)}, no baseline yet`;
    if (delta === null)
        return `${subject}: ${size}, change unknown${clause(', ', budgets)}`;
    const moves = image.changes.length > 0 ? ' in total' : '';
    if (delta === 0)
        return `${subject}: no change${moves} (${size})${clause(', ', budgets)}`;
    const share = (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .shareText */ .Lu)(image);
    const by = (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(Math.abs(delta)) + (share === null ? '' : ` (${share})`);
    const moved = `${subject} ${delta > 0 ? 'grew' : 'shrank'} by ${by} to ${size}`;
    return moved + clause(budgets.startsWith('within') ? ', ' : ': ', budgets);
}
const clause = (separator, text) => (text === '' ? '' : separator + text);
function budgetClause(image, report, safe) {
    const broken = image.budgets.filter(({ status }) => status === 'fail' || status === 'warn');
    const findings = image.lint === null || image.lint.status === 'pass' ? [] : [lintClause(image.lint)];
    if (broken.length + findings.length > 0) {
        const still = broken.length > 0 && broken.every(({ excused }) => excused) ? 'still ' : '';
        const all = [...brokenLimits(broken, safe), ...findings].join(', ');
        return `${still}${all}${report.verdict === 'accepted' ? ', accepted' : ''}`;
    }
    const reason = unexplained(report, safe);
    if (reason !== '')
        return reason;
    const kept = image.budgets.filter(({ status }) => status === 'pass');
    const delta = (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .deltaBy */ .Yn)(report.metric, image);
    // A budget is no news where nothing grew.
    return kept.length === 0 || (delta !== null && delta <= 0) ? '' : `within ${limits(kept, safe)}`;
}
/** The first reason, where the verdict is not explained by a budget. */
function unexplained(report, safe) {
    const [reason] = report.reasons;
    return report.verdict === 'pass' || reason === undefined ? '' : safe((0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .truncate */ .xv)(reason, 200));
}
/** `2 findings of severity warning or worse`. */
const lintClause = ({ findings, threshold }) => `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(findings, 'finding')} of severity ${threshold}${threshold === 'error' ? '' : ' or worse'}`;
function brokenLimits(broken, safe) {
    const [least, most] = [broken.filter(isLeast), broken.filter((budget) => !isLeast(budget))];
    const over = most.length === 0 ? [] : [`over ${limits(most, safe)}`];
    const short = least.length === 0 ? [] : [`short of ${limits(least, safe)}`];
    return [...over, ...short];
}
const isLeast = ({ budget }) => budget === 'min-cached-steps';
const maxLimits = 3;
function limits(budgets, safe) {
    const shown = budgets.slice(0, maxLimits).map((budget) => limitText(budget, safe));
    const more = budgets.length - shown.length;
    return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(' and ');
}
function limitText({ budget, scope, limit, unit, actual, limitValue }, safe) {
    const part = scope === null ? '' : ` for ${safe((0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .truncate */ .xv)(scope.pattern, 60))}`;
    const text = `its ${limitWords[budget] ?? budget} of ${safe((0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .truncate */ .xv)(limit, 40))}${part}`;
    if (unit !== 'bytes' || actual === null || limitValue === null || actual <= limitValue)
        return text;
    // "grew to 300 MB: over its maximum of 300MB" would puzzle.
    const ties = (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(actual) === (0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(limitValue);
    return ties ? `${text} by ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(actual - limitValue)}` : text;
}
const limitWords = {
    'max-size': 'maximum',
    'max-increase': 'budget',
};
function imagesHeadline(report, safe) {
    const { images, metric } = report;
    const over = images.filter(({ budgets }) => budgets.some(({ status }) => status === 'fail')).length;
    const subject = over > 0 ? `${over} of ${images.length} images over budget` : `${images.length} images`;
    const reason = over > 0 ? '' : unexplained(report, safe);
    const accepted = report.verdict === 'accepted' ? ', accepted' : '';
    return (subject + (over > 0 ? ', ' : ': ') + imagesChange(report) + toDownload(metric) + clause(': ', reason) + accepted);
}
const toDownload = (metric) => (metric === 'download' ? ' to download' : '');
function imagesChange({ images, metric }) {
    const total = (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeText */ .lP)((0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .sum */ .cz)(images.map((image) => (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesBy */ .Tz)(metric, image.current))));
    const compared = images.filter((image) => image.delta !== null);
    if (compared.length === 0)
        return `${total}, no baseline yet`;
    const missing = images.length - compared.length;
    const change = compared.every(_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnchanged */ ._5)
        ? `no change (${total})`
        : `${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .deltaText */ .mx)((0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .sum */ .cz)(compared.map((image) => (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .deltaBy */ .Yn)(metric, image))))} in all`;
    return change + (missing > 0 ? `, ${missing} without a baseline` : '');
}


/***/ }),

/***/ 7406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MM: () => (/* binding */ parseReport),
/* harmony export */   hF: () => (/* binding */ renderJson),
/* harmony export */   nl: () => (/* binding */ inertJson),
/* harmony export */   pX: () => (/* binding */ maxReportLength)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _model_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1819);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2527);



/** What a terminal or a log would obey or hide: JSON lets C1 controls and invisible characters through as they are. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]/gu;
/** Indented JSON, in ASCII controls and visible characters alone, with a trailing newline. */
function renderJson(value) {
    const text = JSON.stringify(value, null, 2);
    return `${text.replace(invisible, (character) => (character === '\n' ? character : escapeUnits(character)))}\n`;
}
/** JSON on one line that can stand in an HTML element: nothing in it opens or closes one. */
function inertJson(value, replacer) {
    return JSON.stringify(value, replacer).replace(invisible, escapeUnits).replaceAll('<', escapeUnits);
}
function escapeUnits(character) {
    return character
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('');
}
/** Far beyond any report of ours: 300 images of 100 layers are some 30 MB. */
const maxReportLength = 100_000_000;
/**
 * Reads what `renderJson` wrote of a report; the text may come from anyone.
 *
 * @throws UserError for anything else, naming where it departs from schema/report-v1.json.
 */
function parseReport(text) {
    if (text.length > maxReportLength)
        throw notAReport(`it is longer than ${maxReportLength} characters`);
    const value = parseJson(text);
    const version = versionOf(value);
    if (typeof version === 'number' && version > 1) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the report has version ${version}, and this program reads version 1`, {
            hint: 'Use the image-size-gate that wrote it, or a newer one.',
        });
    }
    const result = validate(value);
    if (result.success)
        return result.data;
    const issues = result.error.issues.slice(0, 5).map(({ path, message }) => `${pathText(path)}: ${message}`);
    throw notAReport(issues.join('; '));
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw notAReport(`it is not JSON: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`, error);
    }
}
const versionOf = (value) => typeof value === 'object' && value !== null && 'version' in value ? value.version : null;
/** Changes nest: a hostile depth overflows the stack of any recursive check. */
function validate(value) {
    try {
        return _model_report_js__WEBPACK_IMPORTED_MODULE_1__/* .report */ .z8.safeParse(value);
    }
    catch (error) {
        throw notAReport('it is nested too deep', error);
    }
}
function pathText(path) {
    const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
    return steps.join('').replace(/^\./, '') || 'the whole';
}
const notAReport = (why, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`not a report of image-size-gate: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .truncate */ .xv)((0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .visible */ .RK)(why), 500)}`, {
    hint: 'Give the file that report-file or --json wrote.',
    cause,
});


/***/ }),

/***/ 12:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ renderMarkdown)
});

// EXTERNAL MODULE: ./lib/report/build.js
var build = __webpack_require__(8134);
// EXTERNAL MODULE: ./lib/report/cost.js
var cost = __webpack_require__(7489);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/figures.js
var report_figures = __webpack_require__(819);
// EXTERNAL MODULE: ./lib/report/headline.js
var headline = __webpack_require__(5916);
;// CONCATENATED MODULE: ./lib/report/links.js
/** Links in GitHub's form. */
function linksOf(repository) {
    if (repository === null)
        return { commit: () => null, lines: () => null };
    const { url, commit } = repository;
    return {
        commit: (id) => `${url}/commit/${id}`,
        lines: (place, at = commit) => {
            const path = pathInRepository(place.file);
            if (at === null || path === null)
                return null;
            const end = place.lastLine > place.firstLine ? `-L${place.lastLine}` : '';
            return `${url}/blob/${at}/${path}#L${place.firstLine}${end}`;
        },
    };
}
/** Null for a file that lies outside of the repository. */
function pathInRepository(file) {
    const segments = file.split('/').filter((segment) => segment !== '.');
    const outside = segments.some((segment) => segment === '' || segment === '..');
    return outside ? null : segments.map((segment) => encodeURIComponent(segment.toWellFormed())).join('/');
}

;// CONCATENATED MODULE: ./lib/report/markdown-blocks.js

/** A table of finished inline Markdown. */
function table(columns, rows) {
    // A figure stays on one line with its unit.
    const figures = columns.map((column) => column.align === 'right');
    const cellText = (text, at) => (figures[at] ? text.replaceAll(' ', '\u00a0') : text);
    return [
        tableRow(columns.map((column) => column.title)),
        tableRow(columns.map((column) => (column.align === 'right' ? '--:' : ':--'))),
        ...rows.map((row) => tableRow(row.map(cellText))),
    ].join('\n');
}
const tableRow = (cells) => `| ${cells.map(report_escape/* cell */.Hn).join(' | ')} |`;
/** A folded block. `summary` is HTML, `content` Markdown: HTML blocks end at a blank line. */
function details(summary, content, state = 'folded') {
    return `<details${state === 'open' ? ' open' : ''}><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
const list = (items) => items.map((item) => `- ${item}`).join('\n');
/** Blocks that say something, a blank line between them. */
const blocks = (...parts) => parts.filter((part) => part !== '').join('\n\n');

// EXTERNAL MODULE: ./lib/compare/size.js
var size = __webpack_require__(6522);
// EXTERNAL MODULE: ./lib/report/dust.js
var dust = __webpack_require__(8040);
// EXTERNAL MODULE: ./lib/units.js
var units = __webpack_require__(3052);
;// CONCATENATED MODULE: ./lib/report/bars.js
/** Pictures of a few characters, for where there is only text. Each needs its figures beside it: not all see or hear them. */
const cells = 10;
/** How much of a limit is used: `▓▓▓▓▓░░░░░`; of more than all of it, where the limit lies: `▓▓▓┃▓▓▓▓▓▓▓`. */
function budgetBar(actual, limit) {
    if (actual > limit) {
        const within = bounded(Math.round((cells * limit) / actual), 0, cells - 1);
        return `${'▓'.repeat(within)}┃${'▓'.repeat(cells - within)}`;
    }
    const used = actual <= 0 ? 0 : bounded(Math.round((cells * actual) / limit), 1, cells);
    return '▓'.repeat(used) + '░'.repeat(cells - used);
}
const levels = '▁▂▃▄▅▆▇█';
/** Less than this part of the largest value is no movement, however the others lie. */
const leastRange = 0.05;
/** `▁▁▂▂▃█`: values from the least to the largest, in their order. */
function sparkline(values) {
    const most = Math.max(...values);
    const least = Math.min(...values, most - leastRange * Math.abs(most));
    const levelOf = (value) => Math.floor(((value - least) / (most - least)) * (levels.length - 1) + 0.5);
    return values.map((value) => levels[most === least ? 0 : levelOf(value)]).join('');
}
const bounded = (value, least, most) => Math.min(most, Math.max(least, value));

;// CONCATENATED MODULE: ./lib/report/markdown-sections.js







const icons = {
    pass: '✅',
    warn: '🟡',
    fail: '❌',
    accepted: '☑️',
    neutral: '⚪',
};
/** With its platform, where that tells it from others. */
const imageLabel = ({ name, platform }, { report }) => (0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(name, 80)) + (commonPlatform(report) === null ? ` (${(0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(platform, 40))})` : '');
/** The one platform of all images; null where there is no such. */
function commonPlatform({ images }) {
    const [first, ...others] = images;
    return first !== undefined && others.every(({ platform }) => platform === first.platform) ? first.platform : null;
}
const right = (title) => ({ title, align: 'right' });
/** The sizes of one image, for one that is alone. */
function sizeTable(image, { report: { metric } }) {
    const compared = image.delta !== null;
    const row = (title, each) => [
        title,
        (0,report_figures/* sizeText */.lP)((0,report_figures/* bytesBy */.Tz)(each, image.current)),
        ...(compared ? [imageChange(image, each, metric)] : []),
    ];
    return table([{ title: (0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(image.platform, 40)) }, right('Size'), ...(compared ? [right('Change')] : [])], [row('Disk', 'disk'), row('Download', 'download')]);
}
/** One row per image and platform; those beyond `most` are added up in one row. */
function imageTable(images, most, page) {
    const { report, links } = page;
    const baselines = commonBaseline(report) === null;
    const bars = report.images.some((image) => tightest(image) !== null);
    const shown = images.slice(0, most);
    const rest = images.slice(most);
    const columns = [
        { title: ' ' },
        { title: 'Image' },
        ...['Disk', 'Change'].map(right),
        ...(bars ? [{ title: 'Budget' }] : []),
        ...['Download', 'Change'].map(right),
        ...(baselines ? [{ title: 'Compared with' }] : []),
    ];
    const row = (icon, label, figures, bar, baseline) => [
        icon,
        label,
        ...figures.slice(0, 2),
        ...(bars ? [bar] : []),
        ...figures.slice(2),
        ...(baselines ? [baseline] : []),
    ];
    return table(columns, [
        ...shown.map((image) => {
            const figures = imageFigures(image, report.metric);
            const bar = barText(tightest(image));
            return row(icons[(0,report_figures/* imageTone */.kk)(image, report)], imageLabel(image, page), figures, bar, baselineText(image.baseline, links));
        }),
        ...(rest.length > 0 ? [row('', (0,report_figures/* plural */.LS)(rest.length, 'more image'), restFigures(rest), '', '')] : []),
    ]);
}
/** The limit of which most is used; null where none is a limit on bytes. */
function tightest({ budgets }) {
    const used = ({ actual, limitValue }) => actual / limitValue;
    return budgets
        .filter(hasBar)
        .reduce((most, one) => (most && used(most) >= used(one) ? most : one), null);
}
const barText = (budget) => budget === null ? '' : (0,report_escape/* code */.aY)(budgetBar(budget.actual, budget.limitValue));
function imageFigures(image, metric) {
    return ['disk', 'download'].flatMap((each) => [
        (0,report_figures/* sizeText */.lP)((0,report_figures/* bytesBy */.Tz)(each, image.current)),
        image.delta === null ? '–' : imageChange(image, each, metric),
    ]);
}
function imageChange(image, shown, judged) {
    const bytes = (0,report_figures/* deltaBy */.Yn)(shown, image);
    if (bytes === null || bytes === 0)
        return bytes === null ? 'unknown' : 'no change';
    if (shown !== judged)
        return (0,units/* formatDelta */.CW)(bytes);
    const share = (0,report_figures/* shareText */.Lu)(image);
    return `**${(0,units/* formatDelta */.CW)(bytes)}**${share === null ? '' : ` (${share})`}`;
}
function restFigures(images) {
    return ['disk', 'download'].flatMap((metric) => [
        (0,report_figures/* sizeText */.lP)((0,report_figures/* sum */.cz)(images.map((image) => (0,report_figures/* bytesBy */.Tz)(metric, image.current)))),
        (0,report_figures/* deltaText */.mx)((0,report_figures/* sum */.cz)(images.map((image) => (0,report_figures/* deltaBy */.Yn)(metric, image)))),
    ]);
}
/** The one commit that all images are compared with; null where there is no such. */
function commonBaseline({ images }) {
    const [first, ...others] = images.map((image) => image.baseline);
    if (first === undefined || first.commit === null)
        return null;
    const same = (other) => other.commit === first.commit && other.kind === first.kind && other.distance === first.distance;
    return others.every(same) ? first : null;
}
function baselineText(baseline, links) {
    const { kind, commit, distance } = baseline;
    if (kind === 'none')
        return '–';
    const name = commit === null ? (baseline.measurement?.source.reference ?? kind) : commit.slice(0, 7);
    const shown = (0,report_escape/* link */.nf)((0,report_escape/* code */.aY)((0,report_escape/* truncate */.xv)(name, 60)), commit === null ? null : links.commit(commit));
    if (kind === 'ancestor')
        return `${shown}, ${distance === null ? 'an ancestor' : `${(0,report_figures/* plural */.LS)(distance, 'commit')} back`}`;
    return kind === 'rebuilt' ? `${shown}, rebuilt` : shown;
}
/** `Dockerfile:12`, linked to the lines at the measured commit, or at another one. */
function place(lines, links, at) {
    return lines === null ? '–' : (0,report_escape/* link */.nf)((0,report_escape/* code */.aY)(`${(0,report_escape/* truncate */.xv)(lines.file, 60)}:${lines.firstLine}`), links.lines(lines, at));
}
/** `3 findings, 41.2 MB to save`. */
function findingsTitle(findings, metric) {
    const saving = (0,report_figures/* totalPrice */.kc)(findings, metric) === 0 ? '' : `, ${savingText(findings, metric)}`;
    return (0,report_figures/* plural */.LS)(findings.length, 'finding') + saving;
}
/** `41.2 MB to save`. */
const savingText = (findings, metric) => `${(0,report_figures/* sizeText */.lP)((0,report_figures/* totalPrice */.kc)(findings, metric))} ${metric === 'disk' ? '' : 'of download '}to save`;
/** What a reader is asked to look at. */
const notedFindings = ({ findings }) => findings.filter((finding) => !(0,report_figures/* isAdvice */.nb)(finding));
/** The most expensive findings in the open, the others and advice folded. */
function findingTables(image, page) {
    const { report, plan } = page;
    const noted = (0,report_figures/* byPrice */.lu)(notedFindings(image), report.metric);
    const shown = noted.slice(0, plan.findings);
    const folded = plan.folded ? [...noted.slice(plan.findings), ...image.findings.filter(report_figures/* isAdvice */.nb)] : [];
    const title = findingsTitle(folded, report.metric);
    return [
        ...(shown.length > 0 ? [findingTable(shown, page)] : []),
        ...(folded.length > 0
            ? [details(shown.length > 0 ? title.replace('finding', 'more finding') : title, findingTable(folded, page))]
            : []),
    ];
}
function findingTable(findings, { report, links, plan }) {
    return table([right(report.metric === 'disk' ? 'Saves' : 'Saves (download)'), { title: 'Where' }, { title: 'Finding' }], findings.map((finding) => [
        priceText(finding, report.metric),
        place(finding.location, links),
        `${(0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(finding.message, 2 * plan.text))} · ${(0,report_escape/* code */.aY)((0,report_escape/* truncate */.xv)(finding.rule, 80))}`,
    ]));
}
function priceText(finding, metric) {
    const bytes = (0,report_figures/* priceBy */.j4)(metric, finding);
    if (bytes === null)
        return '–';
    // Of files download bytes are always estimated, by the layer's own compression ratio; a base image's are exact.
    const isEstimate = finding.price !== null && (metric === 'download' || !finding.price.measured);
    return `${isEstimate ? '≈ ' : ''}${(0,report_figures/* sizeText */.lP)(bytes)}`;
}
/** What the prices were made of. */
function evidenceList(image, { report, links, plan }) {
    const told = (0,report_figures/* byPrice */.lu)(image.findings, report.metric).filter(({ evidence }) => evidence.length > 0);
    return list(told.slice(0, 50).map((finding) => {
        const evidence = finding.evidence.slice(0, 10).map((line) => (0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(line, plan.text)));
        const where = finding.location === null ? '' : ` at ${place(finding.location, links)}`;
        return `${(0,report_escape/* code */.aY)((0,report_escape/* truncate */.xv)(finding.rule, 80))}${where}: ${evidence.join('; ')}`;
    }));
}
/** Suppressed findings in the comment that a reader still takes in; the report as JSON has all. */
const mostSuppressed = 20;
const suppressedTitle = ({ suppressed }) => `${(0,report_figures/* plural */.LS)(suppressed.length, 'finding')} suppressed`;
/** What was left out, with who asked for it and why. */
function suppressedList({ suppressed }, { links, plan }) {
    const more = suppressed.length - mostSuppressed;
    const told = suppressed.slice(0, mostSuppressed).map(({ rule, location, by, reason }) => {
        const asked = place({ file: by.file, firstLine: by.line, lastLine: by.line }, links);
        const why = reason === null ? '' : `: ${(0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(reason, plan.text))}`;
        return `${(0,report_escape/* code */.aY)((0,report_escape/* truncate */.xv)(rule, 80))} at ${place(location, links)}, by ${asked}${why}`;
    });
    return list([...told, ...(more > 0 ? [`and ${more} more`] : [])]);
}
function layersTitle({ current }) {
    const dead = current.deadBytes > 0 ? `, ${(0,report_figures/* sizeText */.lP)(current.deadBytes)} of them hidden by later layers` : '';
    return `${(0,report_figures/* plural */.LS)(current.layers.length, 'layer')}, ${(0,report_figures/* sizeText */.lP)(current.diskBytes)}${dead}`;
}
function layerTable({ current }, { links, plan }) {
    const shown = current.layers.slice(0, plan.layers);
    const rest = current.layers.slice(plan.layers);
    const figures = (size) => [(0,report_figures/* sizeText */.lP)(size.diskBytes), (0,report_figures/* sizeText */.lP)(size.downloadBytes)];
    return table([right('Disk'), right('Download'), { title: 'Where' }, { title: 'Instruction' }], [
        ...shown.map((layer) => [...figures(layer), layerPlace(layer, links), layerLabel(layer, plan)]),
        ...(rest.length > 0 ? [[...figures((0,report_figures/* sumSizes */.iJ)(rest)), '', (0,report_figures/* plural */.LS)(rest.length, 'more layer')]] : []),
    ]);
}
const layerPlace = ({ location, origin }, links) => location === null && origin === 'base' ? 'base image' : place(location, links);
const layerLabel = ({ instruction, diffId }, plan) => (0,report_escape/* code */.aY)(instruction === null ? diffId.slice(0, 19) : (0,report_escape/* truncate */.xv)(instruction, plan.text));
const statusIcons = {
    pass: icons.pass,
    warn: icons.warn,
    fail: icons.fail,
    unknown: icons.neutral,
};
/** Budgets that a comment lists. */
const mostBudgets = 10;
function budgetList(budgets) {
    const more = budgets.length - mostBudgets;
    const told = (0,report_figures/* byUrgency */.td)(budgets).slice(0, mostBudgets).map(budgetText);
    return list([...told, ...(more > 0 ? [`and ${(0,report_figures/* plural */.LS)(more, 'more budget')}`] : [])]);
}
function budgetText(budget) {
    const { status, message } = budget;
    const bar = hasBar(budget) ? ` ${barText(budget)}` : '';
    return `${statusIcons[status]}${bar} ${(0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(message, 400))}`;
}
const lintText = ({ status, message }) => `${statusIcons[status]} ${(0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(message, 400))}`;
/** Whether there is something of a limit on bytes that is used. */
const hasBar = (budget) => budget.unit === 'bytes' && budget.limitValue !== null && budget.actual !== null && budget.actual > 0;
/** What the figures are, and where they come from. */
function measurementList({ report, links }) {
    const sources = new Set(report.images.map(({ current }) => sourceText(current, report.images.length === 1)));
    const commit = report.repository?.commit ?? null;
    const at = commit === null ? '' : ` at ${(0,report_escape/* link */.nf)((0,report_escape/* code */.aY)(commit.slice(0, 7)), links.commit(commit))}`;
    return list([
        'Disk: bytes of the regular files in the layers. Download: bytes of the compressed layers.' +
            ` Budgets hold for the ${report.metric} size.`,
        ...[...sources].slice(0, 5).map((source) => `Read from ${source}${at}.`),
        ...(report.images.length === 1
            ? report.images.flatMap((image) => [...sentence((0,build/* buildParts */.Z)(image)), ...sentence((0,cost/* costParts */.Y)(image))])
            : []),
        attributionText(report.images.flatMap(({ current }) => current.layers)),
        `${report.tool.name} ${(0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(report.tool.version, 40))}, ${report.created.slice(0, 16).replace('T', ' ')} UTC.`,
    ]);
}
/** `Built in 41.2s, 75% of 4 steps cached.` */
function sentence(parts) {
    const text = parts.join(', ');
    return text === '' ? [] : [`${text.charAt(0).toUpperCase()}${text.slice(1)}.`];
}
const methods = {
    provenance: "by BuildKit's record of the build",
    history: "by the image's history",
    none: 'in no way, as nothing tells of them',
};
/** How it was found out which line made which layer. */
function attributionText(layers) {
    const counts = Map.groupBy(layers, ({ attribution }) => attribution);
    const parts = ['provenance', 'history', 'none'].flatMap((method) => {
        const count = counts.get(method)?.length ?? 0;
        return count === 0 ? [] : [`${(0,report_figures/* plural */.LS)(count, 'layer')} ${methods[method]}`];
    });
    return parts.length === 0 ? 'There are no layers.' : `Instructions were found for ${parts.join(', ')}.`;
}
function sourceText({ source, store }, named) {
    const name = named ? `${source.kind}:${(0,report_escape/* truncate */.xv)(source.reference, 120)}` : source.kind;
    return (0,report_escape/* code */.aY)(name) + (store === null ? '' : ` (${store} image store)`);
}

// EXTERNAL MODULE: ./lib/report/rows.js
var report_rows = __webpack_require__(9965);
;// CONCATENATED MODULE: ./lib/report/markdown-changes.js







/** What changed, as Markdown. */
const voiceOf = (text) => ({
    quote: (name) => (0,report_escape/* code */.aY)((0,report_escape/* truncate */.xv)(name, text)),
    say: (words) => (0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(words, text)),
});
/** Download sizes are known of whole layers alone. */
const isShare = ({ focus }, level) => level > 0 || focus !== null;
/** What of it is a guess. */
function assumedLine(image, { links, plan }) {
    const nameOf = ({ location, label }) => location === null ? (0,report_escape/* code */.aY)((0,report_escape/* truncate */.xv)(label, 60)) : place(location, links);
    const parts = (0,report_rows/* assumptions */.vk)(image).map(({ reason, rows }) => `${listed(rows.map(nameOf), ', ')} (${(0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(reason, plan.text))})`);
    return parts.length === 0 ? '' : `Assumed to be yours: ${listed(parts, '; ')}.`;
}
/** The first few, and how many more there are. */
function listed(items, separator) {
    const more = items.length - 3;
    return [...items.slice(0, 3), ...(more > 0 ? [`and ${more} more`] : [])].join(separator);
}
/** With the sum, where it is only that below a path. */
function changesTitle({ focus, delta }, { report: { metric }, plan }) {
    if (focus === null)
        return 'What changed';
    const whole = delta === null ? '' : ` of ${(0,report_figures/* deltaText */.mx)((0,report_figures/* bytesBy */.Tz)(metric, delta))}`;
    const part = (0,report_figures/* figureText */.OP)(focus.delta, metric, true);
    return `What changed below ${(0,report_escape/* code */.aY)((0,report_escape/* truncate */.xv)(focus.path, plan.text))}: ${part}${whole}`;
}
/** Whether the lead tells all there is: one line, and at most one thing that explains it. */
function tellsAll(image, { report: { metric }, plan }) {
    const { shown, other } = (0,report_rows/* largestChanges */.oX)(image, metric, plan.changes);
    const [row, ...others] = shown;
    return image.focus === null && row !== undefined && others.length === 0 && other === null && row.children.length <= 1;
}
/** What changed by Dockerfile line, the lines adding up to the image's change, and the rows that explain each. */
function changeTable(image, page) {
    const { report, plan } = page;
    const below = (row) => (0,report_rows/* telling */.gM)(row, report.metric, plan.children).map((child) => (0,report_rows/* lineOf */.cA)(child, row, 1));
    return lineTable((0,report_rows/* linesOf */.Dx)((0,report_rows/* largestChanges */.oX)(image, report.metric, plan.changes), below), 'open', image, page);
}
/** Lines that were left out of the table, since they made the same files once more. */
function dustLine({ changes }, { report: { metric } }) {
    const count = changes.filter((row) => (0,dust/* isDust */.t)(row, metric)).length;
    return count === 0 ? '' : `Left out: ${(0,report_figures/* plural */.LS)(count, 'layer')} made anew with the same files.`;
}
/** What is less than this part of its layer is not taken apart further. */
const leastDrilled = 0.05;
/** The levels below each Dockerfile line; empty where these tell no more than `changeTable`. */
function changeTree(image, page) {
    const { metric } = page.report;
    const { changes, children, tree } = page.plan;
    const { shown } = (0,report_rows/* largestChanges */.oX)(image, metric, changes);
    const rows = shown.filter((row) => row.children.length > 0);
    const breadthOf = (layer) => (level, parent) => (0,size/* weightOf */.mm)(parent.delta, metric) < leastDrilled * (0,size/* weightOf */.mm)(layer.delta, metric) ? 0 : (tree[level - 1] ?? 0);
    const below = new Map(rows.map((row) => [row, (0,report_rows/* linesBelow */.$H)(row, metric, breadthOf(row))]));
    const tellsMore = rows.some((row) => (below.get(row)?.length ?? 0) > (0,report_rows/* telling */.gM)(row, metric, children).length);
    const lines = (0,report_rows/* linesOf */.Dx)({ shown: rows, other: null }, (row) => below.get(row) ?? []);
    return tellsMore ? lineTable(lines, 'tree', image, page) : '';
}
/** In the open by the metric of the budgets alone, with whose doing it is; the tree by both. */
function lineTable(lines, style, image, page) {
    if (lines.length === 0)
        return '';
    const nested = lines.some(({ level }) => level > 0);
    const causes = style === 'open' && lines.some(({ row }) => row !== null && row.cause !== 'yours');
    const metrics = metricsOf(lines, style, page.report.metric);
    const figures = ({ level, delta }) => metrics.map((metric) => {
        const text = (0,report_figures/* figureText */.OP)(delta, metric, isShare(image, level));
        return nested && level === 0 ? `**${text}**` : text;
    });
    const titles = metrics.map((metric) => right(metric === 'disk' ? 'Disk' : 'Download'));
    return table([...titles, ...(causes ? [{ title: 'Whose' }] : []), { title: 'What' }], lines.map((line) => {
        const { row } = line;
        const why = style === 'tree' || row === null ? '' : (0,report_rows/* evidenceText */.rS)(row, voiceOf(page.plan.text));
        const whose = causes ? [row === null ? '' : (0,report_rows/* causeName */.n6)(row).replace(' ', '\u00a0')] : [];
        return [...figures(line), ...whose, lineText(line, image, page) + (why === '' ? '' : ` · ${why}`)];
    }));
}
function metricsOf(lines, style, judged) {
    const downloads = lines.some(({ level, delta }) => level === 0 && delta.downloadBytes !== null);
    if (!downloads)
        return ['disk'];
    return style === 'tree' ? ['disk', 'download'] : [judged];
}
function lineText(line, image, { links, plan }) {
    const { row, parent, level } = line;
    const indent = level === 0 ? '' : `${'&emsp;'.repeat(level - 1)}└ `;
    if (row === null)
        return indent + (0,report_rows/* otherLabel */.Zo)(line);
    return indent + rowWhere(row, image, links) + (0,report_rows/* describe */.q0)(row, voiceOf(plan.text), parent);
}
/** The line in the Dockerfile, with a space; what was removed stands in the baseline's file alone. */
function rowWhere({ location, after }, { baseline }, links) {
    if (location === null)
        return '';
    return `${place(location, links, after === null ? baseline.commit : undefined)} `;
}

;// CONCATENATED MODULE: ./lib/report/markdown-fixes.js



/**
 * The fixes of an image's most expensive findings, each as a diff that is folded, but for the first where the image fails:
 * then that is what to do. What costs nothing needs none here.
 */
const fixDetails = (image, { report, plan }) => shownFixes(image, report.metric)
    .slice(0, plan.fixes)
    .map((finding, at) => {
    const state = at === 0 && (0,report_figures/* imageTone */.kk)(image, report) === 'fail' ? 'open' : 'folded';
    return details(title(finding, report.metric), (0,report_escape/* codeBlock */.DV)(diffText(finding), 'diff'), state);
});
/** The most expensive first. */
const shownFixes = ({ findings }, metric) => (0,report_figures/* byPrice */.lu)(findings, metric).filter((finding) => ((0,report_figures/* priceBy */.j4)(metric, finding) ?? 0) > 0 && (finding.fix?.lines?.length ?? 0) > 0);
function title(finding, metric) {
    const { rule, location, fix } = finding;
    const where = location === null ? '' : ` at ${(0,report_escape/* codeHtml */.v1)(`${(0,report_escape/* truncate */.xv)(location.file, 60)}:${location.firstLine}`)}`;
    const caution = fix?.safe === true ? '' : '; try the image afterwards';
    return `Fix for ${(0,report_escape/* codeHtml */.v1)((0,report_escape/* truncate */.xv)(rule, 80))}${where}, ${(0,report_figures/* sizeText */.lP)((0,report_figures/* priceBy */.j4)(metric, finding))}${caution}`;
}
/** More of a fix is in the report, and in what `image-size-gate fix` prints. */
const mostLines = 30;
const longestLine = 200;
function diffText({ fix, location }) {
    const lines = (fix?.lines ?? []).flatMap((change) => changeText(change, location?.file ?? null));
    const more = lines.length > mostLines ? [`… ${lines.length - mostLines} more lines`] : [];
    return [...lines.slice(0, mostLines), ...more].join('\n');
}
/** The file is named where it is not the one that the finding is in. */
function changeText({ file, firstLine, before, after }, known) {
    return [
        ...(file === known ? [] : [`+++ ${(0,report_escape/* truncate */.xv)(file, longestLine)}`]),
        `@@ -${firstLine},${before.length} +${firstLine},${after.length} @@`,
        ...before.map((line) => `-${(0,report_escape/* truncate */.xv)(line, longestLine)}`),
        ...after.map((line) => `+${(0,report_escape/* truncate */.xv)(line, longestLine)}`),
    ];
}

;// CONCATENATED MODULE: ./lib/report/markdown-history.js





/** Fewer are no history: the comparison tells as much. */
const leastPoints = 3;
/** Oldest first, the measured size last; what is not known is left out. Empty where too few are known. */
function pointsOf({ history, current }, metric) {
    const points = [...history, { ...current, commit: null }].flatMap(({ commit, created, ...size }) => {
        const bytes = (0,report_figures/* bytesBy */.Tz)(metric, size);
        return bytes === null ? [] : [{ commit, created, bytes }];
    });
    return points.at(-1)?.commit === null && points.length >= leastPoints ? points : [];
}
const spanText = (points) => `${(0,report_figures/* sizeText */.lP)(points[0]?.bytes ?? null)} to ${(0,report_figures/* sizeText */.lP)(points.at(-1)?.bytes ?? null)}`;
/** ``The last 12 records and this: `▁▁▂█`, 98 MB to 145 MB.`` Empty where the size never changed. */
function trendSentence(image, metric) {
    const points = pointsOf(image, metric);
    const moved = points.some(({ bytes }) => bytes !== points[0]?.bytes);
    const line = (0,report_escape/* code */.aY)(sparkline(points.map(({ bytes }) => bytes)));
    return moved ? `The last ${points.length - 1} records and this: ${line}, ${spanText(points)}.` : '';
}
/** A fold with a chart, the change over longer times, and the last sizes in figures. */
function historyDetails(image, page) {
    const points = pointsOf(image, page.report.metric);
    if (!page.plan.history || points.length === 0)
        return '';
    return details(`History: ${spanText(points)} over ${(0,report_figures/* plural */.LS)(points.length - 1, 'record')}`, blocks((0,report_escape/* codeBlock */.DV)(chart(points, page.report.metric), 'mermaid'), list(image.longTerm.map(({ message }) => (0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(message, 300)))), pointTable(points, page)));
}
/**
 * A chart by Mermaid, a line over the records. It holds figures only, no text from outside. The colour is set because
 * Mermaid's own is next to invisible on white; this one shows on black too.
 */
function chart(points, metric) {
    const megabytes = points.map(({ bytes }) => bytes / 1e6);
    const [least, most] = [Math.min(...megabytes), Math.max(...megabytes)];
    // A scale from 0 would hide every step; one of the steps alone would make mountains of them.
    const margin = Math.max(0.2 * (most - least), 0.02 * most);
    return [
        '%%{init: {"xyChart": {"height": 280}, "themeVariables": {"xyChart": {"plotColorPalette": "#2f81f7"}}}}%%',
        'xychart-beta',
        `  x-axis "Records before this one" ${1 - points.length} --> 0`,
        `  y-axis "MB ${metric === 'disk' ? 'on disk' : 'to download'}" ${figure(Math.max(0, least - margin))} --> ${figure(most + margin)}`,
        `  line [${megabytes.map(figure).join(', ')}]`,
    ].join('\n');
}
/** Mermaid reads no exponents. */
const figure = (value) => String(Number(value.toFixed(value < 10 ? 6 : 2)));
/** Of those in the chart, in figures. */
const mostRows = 10;
function pointTable(points, { links }) {
    const rows = points.map(({ commit, created, bytes }, at) => {
        const before = points[at - 1];
        return [
            commit === null ? 'this one' : (0,report_escape/* link */.nf)((0,report_escape/* code */.aY)(commit.slice(0, 7)), links.commit(commit)),
            created.slice(0, 10),
            (0,report_figures/* sizeText */.lP)(bytes),
            before === undefined ? '–' : (0,report_figures/* deltaText */.mx)(bytes - before.bytes),
        ];
    });
    return table([{ title: 'Commit' }, { title: 'Date' }, right('Size'), right('Change')], rows.slice(-mostRows).reverse());
}

;// CONCATENATED MODULE: ./lib/report/markdown-lead.js






/** The first lines below the headline, which a reader of an e-mail sees: whose doing it is, what grew, what to do. */
/** Empty where it is not known whose doing it is, or where it is only assumed. */
function whoseLine(images, { report: { metric } }) {
    const causes = (0,report_rows/* causesOfAll */.J7)(images);
    const [first, ...others] = (0,report_rows/* causeParts */.OD)({ causes }, metric).filter(([, bytes]) => bytes !== 0);
    if (first === undefined) {
        const moved = causes !== null && (0,report_figures/* bytesBy */.Tz)(metric, causes.yours);
        return moved && images.every((image) => (0,report_rows/* assumptions */.vk)(image).length === 0) ? 'All of it is your change.' : '';
    }
    const [name, bytes] = first;
    const rest = others.map(([other, of]) => ` · ${other} ${(0,report_figures/* deltaText */.mx)(of)}`).join('');
    const own = `**Your change ${(0,report_figures/* deltaText */.mx)(bytes)}**`;
    return (name === 'your change' ? own : `**Not your change**: ${name} ${(0,report_figures/* deltaText */.mx)(bytes)}`) + rest;
}
/** What moved an image most and by what, its budgets as far as they matter, and what there is to save. */
const leadList = (image, page) => list([
    ...(0,report_rows/* leadingRows */.GM)(image, page.report.metric).map((row) => movedText(row, image, page)),
    ...budgetsInTheOpen(image).map(budgetText),
    ...(0,report_figures/* lintResults */.Ic)(image)
        .filter(({ status }) => status !== 'pass')
        .map(lintText),
    ...savings([image], page),
]);
/** Images that a reader is told of before the table. */
const mostImages = 3;
/** Of several images, the first of those that changed. */
const imagesInLead = (ranked) => ranked.filter((image) => image.delta !== null && !(0,report_figures/* isUnchanged */._5)(image)).slice(0, mostImages);
/** What moved these images most, and what there is to save in all of them. */
function imagesLead(led, all, page) {
    const { metric } = page.report;
    return list([
        ...led.map((image) => {
            const share = (0,report_figures/* shareText */.Lu)(image);
            const change = `**${(0,report_figures/* deltaText */.mx)((0,report_figures/* deltaBy */.Yn)(metric, image))}**${share === null ? '' : ` (${share})`}`;
            const [row] = (0,report_rows/* leadingRows */.GM)(image, metric);
            const by = row === undefined ? '' : `: ${rowText(row, image, page)}`;
            return `${icons[(0,report_figures/* imageTone */.kk)(image, page.report)]} ${imageLabel(image, page)} ${change}${by}`;
        }),
        ...savings(all, page),
    ]);
}
/** Limits that are broken, and of those that are kept the first few whose use is a picture. */
const mostBroken = 3;
const mostKept = 2;
function budgetsInTheOpen({ budgets, delta }) {
    const { broken = [], kept = [] } = Object.groupBy((0,report_figures/* byUrgency */.td)(budgets), ({ status }) => status === 'fail' || status === 'warn' ? 'broken' : 'kept');
    const grew = delta === null || (delta.diskBytes ?? 0) > 0;
    const pictured = grew ? kept.filter((budget) => budget.status === 'pass' && hasBar(budget)) : [];
    return [...broken.slice(0, mostBroken), ...pictured.slice(0, mostKept)];
}
function movedText(row, image, page) {
    const known = tellsAll(image, page) ? row : { ...row, evidence: null };
    const why = (0,report_rows/* causeText */.xv)(known, voiceOf(page.plan.text));
    const figure = `**${(0,report_figures/* figureText */.OP)(row.delta, page.report.metric, isShare(image, 0))}**`;
    return `${figure} ${rowText(row, image, page)}${why === '' ? '' : ` · ${why}`}`;
}
/** `Dockerfile:9 RUN pip install …: torch 2.1.0 → 2.3.0 +29 MB`. */
function rowText(row, image, { report: { metric }, links }) {
    const voice = voiceOf(60);
    const by = (0,report_rows/* telling */.gM)(row, metric, 1).map((child) => `${(0,report_rows/* describe */.q0)(child, voice)} ${(0,report_figures/* figureText */.OP)(child.delta, metric, true)}`);
    return [rowWhere(row, image, links) + (0,report_rows/* describe */.q0)(row, voice), ...by].join(': ');
}
/** `41.2 MB to save by 4 findings, 20.1 MB of it at Dockerfile:4: apt's package lists stay in the layer`. */
function savings(images, { report: { metric }, links, plan }) {
    const noted = images.map((image) => ({ ...image, findings: notedFindings(image) }));
    const findings = (0,report_figures/* distinctFindings */.H2)(noted);
    const [dearest, ...others] = (0,report_figures/* byPrice */.lu)(findings, metric);
    const price = dearest === undefined ? null : (0,report_figures/* priceBy */.j4)(metric, dearest);
    if (dearest === undefined || !price)
        return [];
    const part = others.length > 0 ? `${(0,report_figures/* sizeText */.lP)(price)} of it ` : '';
    const by = `by ${(0,report_figures/* plural */.LS)(findings.length, 'finding')}, ${part}at ${place(dearest.location, links)}`;
    return [`**${savingText(findings, metric)}** ${by}: ${(0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(dearest.message, 2 * plan.text))}`];
}

;// CONCATENATED MODULE: ./lib/report/plan.js
const plan_all = {
    images: Number.POSITIVE_INFINITY,
    sections: Number.POSITIVE_INFINITY,
    changes: 10,
    children: 3,
    tree: [10, 5, 3],
    findings: 10,
    fixes: 3,
    history: true,
    folded: true,
    layers: Number.POSITIVE_INFINITY,
    notices: 20,
    text: 120,
};
const unfixed = { ...plan_all, fixes: 0, history: false };
const plan_open = { ...unfixed, layers: 0, tree: [], folded: false };
const brief = { ...plan_open, changes: 5, children: 1, findings: 5, notices: 5, text: 80 };
const least = { ...brief, changes: 3, children: 0, findings: 3, notices: 3, text: 60 };
const rows = { ...least, sections: 0 };
/** From everything to hardly anything: what is folded goes first, the table of images last. */
const plans = [
    plan_all,
    unfixed,
    { ...unfixed, layers: 40 },
    { ...unfixed, layers: 0 },
    { ...unfixed, layers: 0, tree: [5, 3] },
    { ...unfixed, layers: 0, tree: [] },
    plan_open,
    brief,
    least,
    ...[150, 100, 60, 40, 25, 15, 8, 4].map((sections) => ({ ...least, sections })),
    ...[Number.POSITIVE_INFINITY, 200, 100, 50, 20, 5, 1].map((images) => ({ ...rows, images })),
];

;// CONCATENATED MODULE: ./lib/report/markdown.js













/**
 * A report as GitHub-flavoured Markdown, for a comment or a step summary.
 *
 * The first line is verdict, change and budget; the next say whose doing it is, what grew and what to do, as an e-mail
 * shows them. What does not fit is left out piece by piece, and a last sentence says what that was.
 */
function renderMarkdown(report, { limit, whole = [] }) {
    const title = `### ${icons[(0,report_figures/* toneOf */.YV)(report)]} ${(0,headline/* headline */.P)(report, report_escape/* escapeText */.X1)}\n`;
    const links = linksOf(report.repository);
    for (const plan of plans) {
        const text = title + body({ report, links, plan }, whole);
        if (Buffer.byteLength(text) <= limit)
            return text;
    }
    return title;
}
function body(page, whole) {
    const { report, plan } = page;
    const notices = list(report.notices.slice(0, plan.notices).map((notice) => (0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(notice, 500))));
    const cut = cutSentence(report, plan, whole);
    const quiet = quietLine(page);
    if (quiet !== null)
        return `${blocks(quiet, ...report.images.map(expenses), notices, cut)}\n`;
    const [image, ...others] = report.images;
    if (image === undefined)
        return `\n${blocks(notices, cut)}\n`;
    const parts = others.length === 0 ? oneImage(image, notices, page) : severalImages(notices, page);
    const measured = plan.folded ? details('How it was measured', measurementList(page)) : '';
    return `\n${blocks(...parts, measured, cut)}\n`;
}
/** All there is to say of one image that did not change. */
function quietLine({ report, links }) {
    const [image, ...others] = report.images;
    if (image === undefined || others.length > 0)
        return null;
    if (!(0,report_figures/* isUnchanged */._5)(image) || notedFindings(image).length > 0 || report.verdict === 'fail')
        return null;
    const { diskBytes, downloadBytes } = image.current;
    const download = downloadBytes === null ? '' : `, ${(0,report_figures/* sizeText */.lP)(downloadBytes)} to download`;
    const platform = (0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(image.platform, 40));
    const suppressed = image.suppressed.length === 0 ? '' : ` ${suppressedTitle(image)}.`;
    return `${(0,report_figures/* sizeText */.lP)(diskBytes)} on disk${download} (${platform}), the same as ${baselineText(image.baseline, links)}.${suppressed}`;
}
function oneImage(image, notices, page) {
    const told = page.plan.sections > 0;
    return [
        told ? whoseLine([image], page) : '',
        told ? leadList(image, page) : '',
        missingSentence(page),
        sizeTable(image, page),
        sentences(baselineSentence(page), told ? trendSentence(image, page.report.metric) : ''),
        notices,
        ...(told
            ? [
                changesPart(image, page, '#### '),
                expenses(image),
                findingsPart(image, page, '####'),
                imageDetails(image, page),
            ]
            : []),
    ];
}
const sentences = (...parts) => parts.filter((part) => part !== '').join(' ');
/** Sections in the open: of images over their budget, where there is more to say than the lead does. */
const openSections = 5;
/** More of them are folded once more. */
const mostFolds = 10;
/** The images that matter most, a row for each, and a section for each that changed. */
function severalImages(notices, page) {
    const { report, plan } = page;
    const images = ranked(report);
    const led = imagesInLead(images);
    const told = images.filter((image) => !isUnremarkable(image, report)).slice(0, plan.sections);
    const open = told
        .filter((image) => (0,report_figures/* imageTone */.kk)(image, report) === 'fail' && !(led.includes(image) && tellsAll(image, page)))
        .slice(0, openSections);
    const folds = told.filter((image) => !open.includes(image)).map((image) => foldedSection(image, page));
    return [
        whoseLine(images, page),
        imagesLead(led, images, page),
        missingSentence(page),
        baselineSentence(page),
        notices,
        ...imageTables(images, page),
        ...open.map((image) => blocks(`#### ${imageLabel(image, page)}: ${markdown_changeText(image, report)}`, section(image, page))),
        ...(folds.length > mostFolds
            ? [details(`What changed in ${(0,report_figures/* plural */.LS)(folds.length, 'image')}`, blocks(...folds))]
            : folds),
    ];
}
/** Rows in the open; beyond them a table of images would bury what it is about. */
const openRows = 20;
/** What is compared with what, a row for each image; those that did not change are folded. */
function imageTables(images, page) {
    const { report, plan } = page;
    const remarkable = images.filter((image) => !isUnremarkable(image, report));
    const open = plan.images <= openRows ? images : remarkable.slice(0, openRows);
    const folded = images.filter((image) => !open.includes(image));
    return [
        open.length > 0 ? imageTable(open, plan.images, page) : '',
        folded.length > 0 ? details(foldedTitle(folded, report), imageTable(folded, plan.images - open.length, page)) : '',
    ];
}
/** Images over their budget first, then by growth. */
const ranked = (report) => report.images.toSorted((a, b) => urgency(b, report) - urgency(a, report) || growth(b) - growth(a));
const urgencies = { fail: 4, accepted: 3, warn: 2, neutral: 1, pass: 0 };
const urgency = (image, report) => urgencies[(0,report_figures/* imageTone */.kk)(image, report)];
const growth = (image) => image.delta?.diskBytes ?? 0;
const isUnremarkable = (image, report) => (0,report_figures/* isUnchanged */._5)(image) && notedFindings(image).length === 0 && (0,report_figures/* imageTone */.kk)(image, report) === 'pass';
function foldedTitle(images, report) {
    const size = (0,report_figures/* sizeText */.lP)((0,report_figures/* sum */.cz)(images.map((image) => (0,report_figures/* bytesBy */.Tz)(report.metric, image.current))));
    const unchanged = images.every((image) => isUnremarkable(image, report));
    return unchanged
        ? `${(0,report_figures/* plural */.LS)(images.length, 'image')} did not change (${size})`
        : `${(0,report_figures/* plural */.LS)(images.length, 'more image')} (${size})`;
}
/** What all images are made for and compared with. */
function baselineSentence({ report, links }) {
    const platform = report.images.length > 1 ? commonPlatform(report) : null;
    const common = commonBaseline(report);
    const made = platform === null ? '' : `${report.images.length} images for ${(0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(platform, 40))}`;
    const compared = common === null ? '' : `compared with ${baselineText(common, links)}`;
    const sentence = [made, compared].filter((part) => part !== '').join(', ');
    return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
/** Why some images are compared with nothing. */
function missingSentence({ report: { images } }) {
    const missing = images.filter((image) => image.delta === null && image.baseline.kind === 'none');
    const [first] = missing;
    if (first === undefined)
        return '';
    const reason = first.baseline.reason?.trim().replace(/\.$/, '') || 'nothing is stored yet';
    const who = images.length === 1 ? 'No baseline' : `No baseline for ${missing.length} of ${images.length} images`;
    return (`${who}: ${(0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(reason, 300))}. ` +
        'A push to the default branch that runs this step with `permissions: contents: write` records one.');
}
/** Nothing where the lead has told it all. Under a path nothing changed: that is told too. */
function changesPart(image, page, heading) {
    const table = tellsAll(image, page) ? '' : changeTable(image, page);
    const titled = image.focus !== null || (table !== '' && heading !== '');
    const tree = changeTree(image, page);
    return blocks(titled ? heading + changesTitle(image, page) : '', table, assumedLine(image, page), dustLine(image, page), tree === '' ? '' : details('Packages, directories and files behind it', tree));
}
/** What the build took, where that is worth a look, and what its change costs; the fold below has both always. */
function expenses(image) {
    const text = [...(0,build/* notableBuildParts */.A)(image), ...((0,cost/* changesCost */.X)(image) ? (0,cost/* costParts */.Y)(image) : [])].join(' · ');
    return text.charAt(0).toUpperCase() + text.slice(1);
}
/** What there is to say of one of several images. */
const section = (image, page) => blocks(whoseLine([image], page), leadList(image, page), changesPart(image, page, ''), expenses(image), findingsPart(image, page, '#####'), imageDetails(image, page));
function foldedSection(image, page) {
    const { report } = page;
    const platform = commonPlatform(report) === null ? ` ${(0,report_escape/* codeHtml */.v1)((0,report_escape/* truncate */.xv)(image.platform, 40))}` : '';
    const noted = notedFindings(image);
    const findings = noted.length > 0 ? `, ${findingsTitle(noted, report.metric)}` : '';
    const title = `${(0,report_escape/* codeHtml */.v1)((0,report_escape/* truncate */.xv)(image.name, 80))}${platform}: ${markdown_changeText(image, report)}${findings}`;
    return details(title, section(image, page));
}
const markdown_changeText = (image, { metric }) => image.delta === null ? 'no baseline' : (0,report_figures/* deltaText */.mx)((0,report_figures/* deltaBy */.Yn)(metric, image));
function findingsPart(image, page, heading) {
    const noted = notedFindings(image);
    const title = noted.length === 0 ? '' : `${heading} ${findingsTitle(noted, page.report.metric)}`;
    return blocks(title, ...findingTables(image, page), ...fixDetails(image, page));
}
function imageDetails(image, page) {
    const { folded, layers } = page.plan;
    const open = budgetsInTheOpen(image);
    const budgets = image.budgets.filter((budget) => !open.includes(budget));
    const evidence = folded ? evidenceList(image, page) : '';
    return blocks(evidence === '' ? '' : details('What the prices are made of', evidence), folded && image.suppressed.length > 0 ? details(suppressedTitle(image), suppressedList(image, page)) : '', historyDetails(image, page), layers > 0 && image.current.layers.length > 0 ? details(layersTitle(image), layerTable(image, page)) : '', folded && budgets.length > 0 ? details(budgetsTitle(budgets.length, open.length), budgetList(budgets)) : '');
}
const budgetsTitle = (count, open) => open === 0 ? (0,report_figures/* plural */.LS)(count, 'budget') : (0,report_figures/* plural */.LS)(count, 'more budget');
/** What the plan leaves out of this report, in words. */
function cutSentence(report, plan, whole) {
    const { images } = report;
    // Of several images, those that did not change have nothing to add to their row.
    const sections = images.filter((image) => images.length === 1 || !isUnremarkable(image, report)).length;
    const told = Math.min(sections, plan.sections);
    const cut = [
        images.length > plan.images ? `the rows of ${(0,report_figures/* plural */.LS)(images.length - plan.images, 'image')}` : '',
        told < sections ? `what changed in ${(0,report_figures/* plural */.LS)(sections - told, 'image')}` : '',
        ...(told > 0 ? cutInSections(report, plan) : []),
        report.notices.length > plan.notices ? (0,report_figures/* plural */.LS)(report.notices.length - plan.notices, 'notice') : '',
    ].filter((part) => part !== '');
    if (cut.length === 0)
        return '';
    const places = whole.map(({ name, url }) => (0,report_escape/* link */.nf)((0,report_escape/* escapeText */.X1)(name), url)).join(', ');
    const where = places === '' ? 'what `html-file` and `report-file` write' : places;
    return `Shortened to fit. Left out: ${cut.join('; ')}. All of it: ${where}.`;
}
const childrenOf = ({ changes }) => changes.reduce((total, { children }) => total + children.length, 0);
const shownFindings = (image, plan) => Math.min(notedFindings(image).length, plan.findings);
function cutInSections({ images, metric }, plan) {
    const some = (count, most) => images.some((image) => count(image) > most);
    return [
        plan.fixes === 0 && some((image) => shownFixes(image, metric).length, 0) ? 'fixes' : '',
        !plan.history && some((image) => image.history.length, 1) ? 'history' : '',
        some((image) => image.current.layers.length, plan.layers)
            ? plan.layers > 0
                ? 'long tables of layers'
                : 'layers'
            : '',
        images.some((image) => image.findings.length > shownFindings(image, plan)) && !plan.folded
            ? 'the cheaper findings'
            : '',
        some(childrenOf, 0) && plan.tree.length < (plans[0]?.tree.length ?? 0)
            ? 'some of what lies behind the changes'
            : '',
        plan.folded ? '' : 'how it was measured',
    ];
}


/***/ }),

/***/ 9965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $H: () => (/* binding */ linesBelow),
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   GM: () => (/* binding */ leadingRows),
/* harmony export */   J7: () => (/* binding */ causesOfAll),
/* harmony export */   OD: () => (/* binding */ causeParts),
/* harmony export */   Zo: () => (/* binding */ otherLabel),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   gM: () => (/* binding */ telling),
/* harmony export */   n6: () => (/* binding */ causeName),
/* harmony export */   oX: () => (/* binding */ largestChanges),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   rS: () => (/* binding */ evidenceText),
/* harmony export */   vk: () => (/* binding */ assumptions),
/* harmony export */   xv: () => (/* binding */ causeText)
/* harmony export */ });
/* unused harmony export largest */
/* harmony import */ var _compare_size_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6522);
/* harmony import */ var _dust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8040);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(819);



/** The `count` largest of the rows that make up `whole`; sums of others stand last. */
function largest(rows, whole, metric, count) {
    const { named, sums } = byName(rows.filter((row) => !(0,_dust_js__WEBPACK_IMPORTED_MODULE_2__/* .isDust */ .t)(row, metric)));
    const sorted = named.toSorted((a, b) => (0,_compare_size_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(b.delta, metric) - (0,_compare_size_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(a.delta, metric));
    const left = Math.max(0, sorted.length - count);
    const shown = left > 0 ? sorted.slice(0, count) : [...sorted, ...sums];
    const listed = (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .sumSizes */ .iJ)(shown.map(({ delta }) => delta));
    const delta = {
        diskBytes: difference(whole.diskBytes, listed.diskBytes),
        downloadBytes: difference(whole.downloadBytes, listed.downloadBytes),
    };
    const rest = { count: left > 0 && sums.length > 0 ? null : left, delta };
    return { shown, other: left > 0 || delta.diskBytes || (delta.downloadBytes && (0,_dust_js__WEBPACK_IMPORTED_MODULE_2__/* .isMoreThanDust */ .z)(delta)) ? rest : null };
}
/** The largest rows of an image, and what they leave of its change. */
function largestChanges(image, metric, count) {
    const total = (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .sumSizes */ .iJ)(image.changes.map(({ delta }) => delta));
    // Below a path there is less than the image's change.
    return largest(image.changes, image.focus === null ? (image.delta ?? total) : total, metric, count);
}
const difference = (a, b) => (a === null || b === null ? null : a - b);
const lineOf = (row, parent = null, level = 0) => ({
    level,
    row,
    parent,
    delta: row.delta,
    count: null,
});
const otherLine = ({ count, delta }, parent, level) => ({
    level,
    row: null,
    parent,
    delta,
    count,
});
/** A selection as lines, each followed by what `below` makes of it. */
const linesOf = ({ shown, other }, below, parent = null, level = 0) => [
    ...shown.flatMap((row) => [lineOf(row, parent, level), ...below(row)]),
    ...(other === null ? [] : [otherLine(other, parent, level)]),
];
/** What lies below a row, level by level. */
function linesBelow(row, metric, breadth, level = 1) {
    const most = breadth(level, row);
    if (most === 0 || row.children.length === 0)
        return [];
    const selection = largest(row.children, row.delta, metric, most);
    return linesOf(selection, (child) => linesBelow(child, metric, breadth, level + 1), row, level);
}
const otherLabel = ({ count }) => (count ? `other (${(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(count, 'smaller change')})` : 'other');
/** A row that is less than this part of the largest beside it explains nothing. */
const leastShare = 0.1;
/** A row that is more than this part of its directory stands for it: `/var/lib/apt/lists`, not `/var`. */
const mostShare = 0.9;
/** The few rows below `row` that explain it best, the largest first. */
function telling(row, metric, count) {
    const named = byName(row.children).named.map((child) => essenceOf(child, metric));
    const least = leastShare * named.reduce((most, child) => Math.max(most, (0,_compare_size_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(child.delta, metric)), 0);
    return named
        .filter((child) => (0,_compare_size_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(child.delta, metric) >= least)
        .toSorted((a, b) => (0,_compare_size_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(b.delta, metric) - (0,_compare_size_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(a.delta, metric))
        .slice(0, count);
}
function essenceOf(row, metric) {
    let essence = row;
    while (essence.kind === 'directory' && (0,_compare_size_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(essence.delta, metric) > 0) {
        const least = mostShare * (0,_compare_size_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(essence.delta, metric);
        // Two that undo each other may both be as large as what they lie in.
        const [heavy, ...others] = byName(essence.children).named.filter((child) => (0,_compare_size_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(child.delta, metric) >= least);
        if (heavy === undefined || others.length > 0)
            break;
        essence = heavy;
    }
    return essence;
}
/** A sum of others that comes to nothing tells nothing. */
const byName = (rows) => ({
    named: rows.filter(({ kind }) => kind !== 'other'),
    sums: rows.filter(({ kind, delta }) => kind === 'other' && (delta.diskBytes !== 0 || delta.downloadBytes)),
});
/** A row by its name and what became of it: `torch 2.1.0 → 2.3.0`, `/app/big.bin (new)`. */
function describe(row, voice, parent = null) {
    if (row.kind === 'other')
        return voice.say(row.label);
    const fate = fateOf(row, voice);
    return voice.quote(nameOf(row, parent)) + (fate === '' ? '' : ` ${fate}`);
}
function nameOf({ kind, label, package: owner }, parent) {
    if (owner !== null)
        return packageName(owner);
    if (kind !== 'file' && kind !== 'directory')
        return label;
    const above = `${parent?.label ?? ''}/`;
    const name = parent?.kind === 'directory' && label.startsWith(above) ? label.slice(above.length) : label;
    return kind === 'directory' && !name.endsWith('/') ? `${name}/` : name;
}
function packageName({ name, before, after, direction }) {
    const versions = direction === 'same' ? [after] : [before, after];
    return [name, versions.filter((version) => version !== null).join(' → ')].filter((part) => part !== '').join(' ');
}
function fateOf(row, { quote }) {
    const slash = row.kind === 'directory' ? '/' : '';
    if (row.movedFrom !== null)
        return `moved from ${quote(row.movedFrom + slash)}`;
    if (row.movedTo !== null)
        return `moved to ${quote(row.movedTo + slash)}`;
    if (row.storedAgain)
        return '(stored again)';
    if (row.before === null)
        return '(new)';
    if (row.after === null)
        return '(removed)';
    return row.package?.direction === 'downgraded' ? '(downgraded)' : '';
}
const causeNames = { yours: null, base: 'base image', drift: 'drift' };
/** Whose doing a layer is, in a word; empty below a layer. */
const causeName = ({ kind, cause }) => (kind === 'layer' ? (causeNames[cause] ?? 'yours') : '');
/** What tells whose doing a layer is; empty below a layer, and where there is nothing to tell. */
const evidenceText = (row, { say }) => row.kind === 'layer' && isTold(row) ? say(withoutPrefix(row.evidence, `${row.label}: `)) : '';
/** Whose doing, where it is not the author's, and what tells; empty below a layer, and where there is nothing to tell. */
function causeText(row, voice) {
    const name = row.kind === 'layer' ? (causeNames[row.cause] ?? '') : '';
    return [name, evidenceText(row, voice)].filter((part) => part !== '').join(': ');
}
/** A guess is told of elsewhere; that a line came or went is told beside its name. */
function isTold(row) {
    const isPlain = row.cause === 'yours' && (row.before === null || row.after === null);
    return row.evidence !== null && !row.assumed && !isPlain;
}
const withoutPrefix = (text, prefix) => text.startsWith(prefix) ? text.slice(prefix.length) : text;
/** Whose growth it is, where it is not all the author's: `your change +1 MB`, `base image +3.2 MB`, `drift 0 B`. */
function causeParts({ causes }, metric) {
    if (causes === null)
        return [];
    const { yours, base, drift } = causes;
    if (!(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesBy */ .Tz)(metric, base) && !(0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesBy */ .Tz)(metric, drift))
        return [];
    const parts = [
        ['your change', yours],
        ['base image', base],
        ['drift', drift],
    ];
    return parts.map(([name, size]) => [name, (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesBy */ .Tz)(metric, size)]);
}
/** Rows whose cause nothing proves, by the reason. */
function assumptions({ changes }) {
    const guesses = changes.filter(({ assumed, evidence }) => assumed && evidence !== null);
    const byReason = Map.groupBy(guesses, ({ evidence }) => evidence ?? '');
    return [...byReason].map(([evidence, rows]) => {
        const reason = withoutPrefix(evidence, 'Assumed: ');
        return { reason: reason.charAt(0).toLowerCase() + reason.slice(1), rows };
    });
}
/** The causes of several images together; null where they are known of none. */
function causesOfAll(images) {
    const known = images.flatMap(({ causes }) => causes ?? []);
    if (known.length === 0)
        return null;
    const sumOf = (cause) => (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .sumSizes */ .iJ)(known.map((causes) => causes[cause]));
    return { yours: sumOf('yours'), base: sumOf('base'), drift: sumOf('drift') };
}
/** What works against the image's change is worth a line where it is this part of what made it. */
const leastAgainst = 0.5;
/** The row that moved an image most, and the one that moved it the other way where that is much too. */
function leadingRows({ changes, delta }, metric) {
    const bytesOf = (size) => (0,_figures_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesBy */ .Tz)(metric, size) ?? size.diskBytes ?? 0;
    const sorted = changes.toSorted((a, b) => (0,_compare_size_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(b.delta, metric) - (0,_compare_size_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(a.delta, metric));
    const grown = sorted.find((row) => bytesOf(row.delta) > 0);
    const shrunk = sorted.find((row) => bytesOf(row.delta) < 0);
    const [first, second] = delta !== null && bytesOf(delta) < 0 ? [shrunk, grown] : [grown, shrunk];
    if (first === undefined || second === undefined)
        return [first ?? second].filter((row) => row !== undefined);
    const isMuch = (0,_compare_size_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(second.delta, metric) >= leastAgainst * (0,_compare_size_js__WEBPACK_IMPORTED_MODULE_0__/* .weightOf */ .mm)(first.delta, metric);
    return isMuch ? [first, second] : [first];
}


/***/ }),

/***/ 4745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ renderSarif),
  G: () => (/* binding */ reportSarif)
});

// EXTERNAL MODULE: ./lib/lint/rules/index.js + 78 modules
var rules = __webpack_require__(3185);
;// CONCATENATED MODULE: ./lib/lint/rules/pages.js
// Made from the rules' READMEs by `npm run generate`.
/** Markdown, by the name of the rule. */
const pages = {
    "add-instead-of-copy": "# add-instead-of-copy\n\n`ADD` copies, fetches URLs and git repositories, and unpacks tars, by what it finds. `COPY` copies. Where that is all you want, `COPY` says so, and goes on doing so when a file of that name becomes an archive.\n\n**Bad**\n\n```dockerfile\nADD . /app\n```\n\n**Good**\n\n```dockerfile\nCOPY . /app\n```\n\n**Detects** an ADD whose sources are neither URLs nor archives by their names, nor patterns or variables that may mean some, and whose flags COPY has, too; one finding for all of them.\n\n**Price**: none; the layer is the same. An archive that ADD fetches and a RUN deletes is the business of [copied-wheels-never-freed](../copied-wheels-never-freed/README.md).\n\n**Fix**: safe where the source is a folder or has an extension that is no archive's; else it might be a tar without one, and is not. Writes `COPY`.\n\nSame as hadolint DL3020, checkov CKV_DOCKER_4, dockle CIS-DI-0009.\n",
    "apk-build-deps-left-behind": "# apk-build-deps-left-behind\n\nAlpine is chosen because it is small; `build-base` and a few `-dev` packages make it 200 MB larger. What is removed in a later RUN stays in the layer of the first.\n\n**Bad**\n\n```dockerfile\nRUN apk add --no-cache build-base postgresql-dev\nRUN pip install --no-cache-dir psycopg2\n```\n\n**Good**\n\n```dockerfile\nRUN apk add --no-cache libpq \\\n && apk add --no-cache --virtual .build-deps build-base postgresql-dev \\\n && pip install --no-cache-dir psycopg2 \\\n && apk del .build-deps\n```\n\n**Detects** Alpine's compilers (`build-base`, `gcc`, `clang`, `rust`, `go` …), build tools and headers (`*-dev`), by themselves or through a virtual package, that an instruction installed and none removed, where neither what the image starts nor a script of the image names them and no package needs them that stays. With an image at hand its packages decide; without one the RUN's own words do, and there is no price.\n\n**Price**: the files of these packages and of what came because of them alone: apk's database tells what needs what, `/etc/apk/world` what was asked for. Libraries that came with their headers are left out: what was compiled may be linked to them.\n\n**Fix**: not safe. Where the RUN compiles and no later one follows, removes the packages at its end and keeps those libraries; where nothing uses them, leaves them out of the install. Else none is offered.\n",
    "apk-cache-left-behind": "# apk-cache-left-behind\n\n`apk` stores the index of every repository under `/var/cache/apk`, some 2 MB. That is half of what Alpine itself takes, and no running image reads it.\n\n**Bad**\n\n```dockerfile\nRUN apk add curl\n```\n\n**Good**\n\n```dockerfile\nRUN apk add --no-cache curl\n```\n\n**Detects** `apk add`, `update` and `upgrade` without `--no-cache`, without a mount, and with no removal behind the last of them. With an image at hand the layer decides instead.\n\n**Price**: the files under `/var/cache/apk` and `/etc/apk/cache` that this layer added and that are still there in the end.\n\n**Fix**: safe. Adds `--no-cache`; where the RUN calls `apk update`, which fetches the index on purpose, the index is removed behind the last `apk`.\n\nSame as hadolint DL3019, trivy DS-0025.\n",
    "apt-archives-left-behind": "# apt-archives-left-behind\n\napt keeps each `.deb` that it installed under `/var/cache/apt/archives`, and an index of all packages beside them. The official Debian and Ubuntu images delete both behind every call (`/etc/apt/apt.conf.d/docker-clean`); other images, and Dockerfiles that switch that off, carry each package twice.\n\n**Bad**\n\n```dockerfile\nRUN rm /etc/apt/apt.conf.d/docker-clean\nRUN apt-get update && apt-get install -y curl\n```\n\n**Good**\n\n```dockerfile\nRUN apt-get update && apt-get install -y curl && apt-get clean\n```\n\nor, which is what `docker-clean` is mostly removed for:\n\n```dockerfile\nRUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n    apt-get update && apt-get install -y curl\n```\n\n**Detects** `apt-get install` and the upgrades, behind a RUN that deletes `docker-clean` or sets `Keep-Downloaded-Packages`, without `apt-get clean` behind them or a mount on the archives. With an image at hand the layer decides instead, whatever the base image's settings are.\n\n**Price**: `/var/cache/apt/archives/*.deb` and `/var/cache/apt/*pkgcache.bin` that this layer added and that are still there in the end.\n\n**Fix**: safe. Runs `apt-get clean` behind the last install.\n",
    "apt-lists-left-behind": "# apt-lists-left-behind\n\n`apt-get update` fills `/var/lib/apt/lists` with the package lists of every archive: some 20 MB for Debian, 40 MB and more for Ubuntu. A running image never reads them.\n\n**Bad**\n\n```dockerfile\nRUN apt-get update && apt-get install -y --no-install-recommends curl\n```\n\n**Good**\n\n```dockerfile\nRUN apt-get update && apt-get install -y --no-install-recommends curl \\\n && rm -rf /var/lib/apt/lists/*\n```\n\nor, where the build runs more often than it must fetch:\n\n```dockerfile\nRUN --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\\n    apt-get update && apt-get install -y --no-install-recommends curl\n```\n\n**Detects** a RUN that updates the lists and neither removes them (`rm`, `apt-get dist-clean`) behind its last `apt-get` nor mounts a cache there. With an image at hand the layer decides instead: a cleanup in a script counts, and so does an update in one.\n\n**Price**: the files under `/var/lib/apt/lists` that this layer added and that are still there in the end. Lists that a later layer deletes are the business of [deleted-in-later-layer](../deleted-in-later-layer/README.md).\n\n**Fix**: safe. Removes the lists in the same RUN.\n\nSame as hadolint DL3009, dockle DKL-DI-0005.\n",
    "apt-recommends-installed": "# apt-recommends-installed\n\napt installs what packages recommend along with what they depend on: documentation, fonts, a compiler's manual pages, half a desktop behind a small tool. An image seldom needs any of it.\n\n**Bad**\n\n```dockerfile\nRUN apt-get update && apt-get install -y curl\n```\n\n**Good**\n\n```dockerfile\nRUN apt-get update && apt-get install -y --no-install-recommends curl ca-certificates\n```\n\nName the few that you do need yourself, such as `ca-certificates` for whatever speaks HTTPS.\n\n**Detects** an install by apt-get, apt or aptitude without `--no-install-recommends` (`--without-recommends`), where neither `-o` nor a configuration that the Dockerfile writes switches it off. With an image at hand the packages decide: what a script installs counts as well. Without one the finding has no price.\n\n**Price**: the files of packages that this RUN installed, that apt notes as installed automatically (`/var/lib/apt/extended_states`), and that nothing needs which stays: neither what was asked for nor what that depends on in turn.\n\n**Fix**: not safe, as some package may work only with what it recommends. Adds the option to each install of the RUN.\n\nSame as hadolint DL3015, trivy DS-0029.\n",
    "archive-copied-then-extracted": "# archive-copied-then-extracted\n\nA COPY puts the archive into a layer of its own. Whatever a later RUN does with it, `rm` included, it stays in that layer.\n\n**Bad**\n\n```dockerfile\nCOPY app.tar.gz /tmp/\nRUN tar xzf /tmp/app.tar.gz -C /opt && rm /tmp/app.tar.gz\n```\n\n**Good**: ADD unpacks local archives of tar (plain, gzip, bzip2, xz, zstd):\n\n```dockerfile\nADD app.tar.gz /opt/\n```\n\nand what only a program can unpack need not be copied:\n\n```dockerfile\nRUN --mount=type=bind,source=app.zip,target=/tmp/app.zip unzip /tmp/app.zip -d /opt\n```\n\n**Detects** a COPY of an archive, or an ADD of one that ADD does not unpack, whose name a later RUN of the image's stages unpacks by tar, unzip or 7z.\n\n**Price**: the archive in the COPY's layer, be it hidden later or not. Without an image at hand the finding has no price.\n\n**Fix**: not safe, as a mount can't be written to. Offered for one archive that the next RUN unpacks and nothing speaks of later: mounts it there, and takes COPY and `rm` away. `ADD`, where it will do, is shorter still.\n\nSame as hadolint DL3010.\n",
    "base-tag-floating": "# base-tag-floating\n\nA tag such as `latest` names another image every few weeks. The size changes with it, on a pull request that touched nothing of it: in the report such growth is `base` or `drift`, not yours.\n\n**Bad**\n\n```dockerfile\nFROM node\nFROM debian:stable-slim\n```\n\n**Good**\n\n```dockerfile\nFROM node:22.11-bookworm-slim\nFROM debian:12-slim@sha256:…\n```\n\nWith a digest nothing changes until you (or Renovate, or Dependabot) say so.\n\n**Detects** the base image of the target without a tag, or with one that stays while major versions change: `latest`, `edge`, `nightly`, `rolling`, `lts`, `current`, `mainline`, `stable`, `testing`, `unstable`, `sid`, `devel`, with whatever follows a hyphen. Not one that a variable names.\n\n**Price**: none; it is not about size, but about its changes.\n\n**Fix**: none offered; which version you build for is not in the file.\n\nSame as hadolint DL3006 and DL3007, checkov CKV_DOCKER_7.\n",
    "cache-mount-available": "# cache-mount-available\n\nA cache mount keeps a package manager's downloads between builds on the same builder, and out of the image. It saves time where the builder stays: a developer's machine, a runner of your own. Where each build has a new builder, as on GitHub's runners, it saves nothing; therefore this rule is off unless you switch it on.\n\n**Bad**\n\n```dockerfile\nRUN pip install -r requirements.txt\n```\n\n**Good**\n\n```dockerfile\nRUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt\n```\n\n**Detects** a RUN with an install of apt, apk, dnf, pip, uv, npm, go, cargo, Maven or Gradle and no mount for its cache.\n\n**Price**: none; what a cache leaves in a layer is the business of the rules about that, [pip-cache-left-behind](../pip-cache-left-behind/README.md) and its like.\n\n**Fix**: not safe, as the image then depends on what the builder kept. Adds the mounts; not offered where the cache is switched off or removed in the RUN, under another user, nor for apt and dnf, which have to be told to keep what they fetch.\n\nhadolint has asked for it since [1139](https://github.com/hadolint/hadolint/issues/1139).\n",
    "chmod-duplicates-files": "# chmod-duplicates-files\n\nA layer stores whole files. `chmod`, `touch`, `setcap` or `mv` on files of an earlier layer, and a hard link to one, therefore store each of them again, even where the mode was that already. The image carries both copies.\n\n**Bad**\n\n```dockerfile\nCOPY bin /app/bin\nRUN chmod -R 755 /app/bin\n```\n\n**Good**\n\n```dockerfile\nCOPY --chmod=755 bin /app/bin\n```\n\nFor files that a RUN makes, change them in that RUN; instead of `mv`, COPY to where they belong.\n\n**Detects**, with an image at hand, a RUN whose layer holds files with the content that they had below, where it changed their mode or names one of those programs; and files that it moved from one of your layers. Without an image: `chmod -R` on a path that an earlier COPY wrote to. Changes of the owner are the business of [chown-duplicates-files](../chown-duplicates-files/README.md).\n\n**Price**: the second copies, which this layer holds; of moved files the first ones, which nothing shows any more.\n\n**Fix**: not safe, as directories get the mode as well, and files that were there before keep theirs. Offered where the path is exactly one COPY's target and the mode is a number: puts `--chmod` on the COPY and takes the command away.\n",
    "chown-duplicates-files": "# chown-duplicates-files\n\nA layer stores whole files. `chown -R` on files of an earlier layer therefore stores each of them again, even those that have the owner already. The image carries both copies.\n\n**Bad**\n\n```dockerfile\nCOPY . /app\nRUN chown -R app:app /app\n```\n\n**Good**\n\n```dockerfile\nCOPY --chown=app:app . /app\n```\n\nFor files that a RUN makes, change the owner in that RUN.\n\n**Detects** `chown -R` and `chgrp -R`. With an image at hand: a RUN whose layer holds files with the content that they had below, and either names chown or changed their owner.\n\n**Price**: the second copies, which this layer holds.\n\n**Fix**: none offered; which COPY brought the files, and whether its target is all that is chowned, is for you to see.\n",
    "compiler-in-final-image": "# compiler-in-final-image\n\nA compiler and the headers that it reads are needed while something is built, and are some 200 to 400 MB from then on. They also help whoever breaks in.\n\n**Bad**\n\n```dockerfile\nRUN apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev\nRUN pip install --no-cache-dir psycopg2\n```\n\n**Good**\n\n```dockerfile\nFROM python:3.13-slim AS build\nRUN apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev\nRUN pip install --no-cache-dir --prefix=/install psycopg2\n\nFROM python:3.13-slim\nRUN apt-get update && apt-get install -y --no-install-recommends libpq5 && rm -rf /var/lib/apt/lists/*\nCOPY --from=build /install /usr/local\n```\n\nor, in one RUN:\n\n```dockerfile\nRUN apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev \\\n && pip install --no-cache-dir psycopg2 \\\n && apt-mark manual libpq5 && apt-get purge -y --auto-remove gcc libpq-dev\n```\n\n**Detects** Debian's compilers (`build-essential`, `gcc`, `g++`, `clang`, `rustc`, `golang` …), build tools (`make`, `cmake`, `autoconf` …) and headers (`*-dev`) that an instruction installed and none removed, where neither what the image starts (CMD, ENTRYPOINT, HEALTHCHECK) nor a script of the image names them, no package needs them that stays, and no Python module is there that compiles when it runs (`triton`, `torch` …). With an image at hand its packages decide; without one the install's own words do, and there is no price. For Alpine there is [apk-build-deps-left-behind](../apk-build-deps-left-behind/README.md). RPM's packages are not looked at: what they need of each other is not read.\n\n**Price**: the files of these packages and of what came because of them alone, which apt notes. Libraries that came with their headers (`libpq5` with `libpq-dev`) are left out: what was compiled may be linked to them.\n\n**Fix**: not safe. Where the RUN compiles and no later one follows, removes the packages at its end and keeps those libraries; where nothing uses them, leaves them out of the install. Else none is offered: another stage is what helps.\n",
    "composer-dev-dependencies": "# composer-dev-dependencies\n\n`composer install` also installs what `composer.json` lists under `require-dev`: phpunit, analysers, debug bars. Nothing that runs needs them, and some should not be there.\n\n**Bad**\n\n```dockerfile\nRUN composer install --prefer-dist\n```\n\n**Good**\n\n```dockerfile\nRUN composer install --prefer-dist --no-dev --optimize-autoloader\n```\n\n**Detects** packages in the image that composer (2) noted as there for development (`dev-package-names` in `vendor/composer/installed.json`), installed by a RUN or copied from another stage. Silent without an image: only its notes tell whether there are any.\n\n**Price**: the files of these packages.\n\n**Fix**: not safe, as the program may load one of them all the same. Adds `--no-dev` to the install; where a later command runs composer or php, none is offered.\n",
    "conda-cache-left-behind": "# conda-cache-left-behind\n\nconda keeps the archive of every package and the unpacked package under `pkgs`, and links the unpacked files into the environment. The archives, and all that is not linked, are only there for the next `conda install`.\n\n**Bad**\n\n```dockerfile\nRUN conda env create -f environment.yml\n```\n\n**Good**\n\n```dockerfile\nRUN conda env create -f environment.yml && conda clean -afy\n```\n\nor `RUN --mount=type=cache,target=/opt/conda/pkgs …`.\n\n**Detects** `conda`, `mamba` or `micromamba` `install`, `create`, `update` and `env create` with no `clean` behind them, no removal of `pkgs`, and no mount there. With an image at hand the layer decides instead.\n\n**Price**: the files under the `pkgs` of a folder named after conda, mamba or a forge that this layer added and that are still there in the end. A file that an environment shares with it (a hard link) would stay without `pkgs`, and is not counted.\n\n**Fix**: safe. Runs the same program's `clean --all --force-pkgs-dirs --yes` behind the last install. What environments share with `pkgs` stays.\n",
    "consecutive-runs": "# consecutive-runs\n\nTwo RUNs cost nothing by being two. They cost where both write the same files: a package manager's database, its log and its caches are in both layers, and only the last copy is seen.\n\n**Bad**\n\n```dockerfile\nRUN dnf install -y nginx\nRUN dnf install -y certbot\n```\n\n**Good**\n\n```dockerfile\nRUN dnf install -y nginx certbot\n```\n\n**Detects**, with an image at hand, RUNs that directly follow one another of which a later one writes files again that an earlier one wrote; RUNs beside these that share no files with them are not meant. Silent without an image, and where nothing is written twice: then two layers are as small as one, and better to cache. What is deleted is the business of [deleted-in-later-layer](../deleted-in-later-layer/README.md).\n\n**Price**: the copies that are written again, in the layers that hold them: of the same content the second copies, else the first.\n\n**Fix**: not safe, as one RUN is cached as a whole. Joins the RUNs by `&&`; not offered where flags, here-documents or comments stand in the way, or where one changes the shell that the next would inherit (`cd`, `export`, `set` …).\n\nSame as hadolint DL3059, which warns of all of them.\n",
    "copied-wheels-never-freed": "# copied-wheels-never-freed\n\nWhat a COPY brings is a layer of its own. A RUN that installs from it and deletes it afterwards hides the files; their bytes stay in the image. So it is with wheels of a build stage, packages, archives, sources.\n\n**Bad**\n\n```dockerfile\nCOPY --from=build /wheels /wheels\nRUN pip install --no-index --find-links=/wheels app && rm -rf /wheels\n```\n\n**Good**\n\n```dockerfile\nRUN --mount=type=bind,from=build,source=/wheels,target=/wheels \\\n    pip install --no-index --find-links=/wheels app\n```\n\n**Detects** a COPY or ADD whose target a later RUN removes by `rm`. With an image at hand: one whose layer holds files that a later instruction deletes, in whichever way.\n\n**Price**: those files, in the layer of the COPY.\n\n**Fix**: not safe, as a mount can't be written to. Offered for one source that is no pattern, where the next RUN both uses and removes it: mounts it there, and takes COPY and `rm` away.\n",
    "copies-entire-filesystem": "# copies-entire-filesystem\n\n`COPY --from=build / /` stores every file of another stage in one layer, on top of a base image that mostly holds the same files.\n\n**Bad**\n\n```dockerfile\nFROM debian\nCOPY --from=build / /\n```\n\n**Good**\n\n```dockerfile\nFROM debian\nCOPY --from=build /opt/app /opt/app\n```\n\n**Detects** a COPY of `/` to `/` from a stage or an image. Without an image of yours at hand: only from a stage of the file that runs commands, as images of a few tools are made to be copied so (`COPY --from=tonistiigi/xx / /`), and not onto `FROM scratch`, where it makes one layer of several and stores nothing twice.\n\n**Price**: files of its layer that the image held below with the same content, and what the build left behind: package lists, caches, logs, temporary files.\n\n**Fix**: none offered; what was made there is for you to name.\n\nSame as hadolint DL3067.\n",
    "copies-whole-usr-local": "# copies-whole-usr-local\n\n`COPY --from=build /usr/local /usr/local` takes all that stands there: what was installed in the build stage, and the base image's own interpreter, headers and tools beside it. Where both stages have the same base the image may hold those twice: the classic image store keeps whatever COPY writes, containerd's leaves out what is the same.\n\n**Bad**\n\n```dockerfile\nFROM python:3.12-slim\nCOPY --from=build /usr/local /usr/local\n```\n\n**Good**: install into a folder of its own, and copy that.\n\n```dockerfile\nFROM python:3.12-slim AS build\nRUN python -m venv /opt/app && /opt/app/bin/pip install -r requirements.txt\nFROM python:3.12-slim\nCOPY --from=build /opt/app /opt/app\n```\n\n**Detects** a COPY of all of `/usr` or `/usr/local` from a stage or an image to the same place; with an image at hand also of `/root` and `/opt`.\n\n**Price**: files of its layer that the image held below with the same content, and what serves a build alone: headers, manual pages, pip, setuptools and wheel, Python's idlelib and tests, caches of package managers.\n\n**Fix**: none offered; what was installed is for you to name.\n",
    "copy-all-before-install": "# copy-all-before-install\n\nA build goes on from its cache up to the first line that changed. Behind `COPY . .` that is every line at every commit: dependencies are fetched again, and the layer that holds them is a new one, which is pushed and pulled again though nothing in it changed.\n\n**Bad**\n\n```dockerfile\nCOPY . .\nRUN npm ci\n```\n\n**Good**\n\n```dockerfile\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\n```\n\n**Detects** a COPY or ADD of the whole context before the first RUN of its stage that installs what a file lists: `npm ci`, `npm install`, `yarn`, `pnpm install`, `bun install`, `pip install -r`, `bundle install`, `composer install`, `go mod download`, `mix deps.get`, `pipenv sync`. Not an install that needs the sources (`pip install .`).\n\n**Price**: none; the image is as large either way. What it costs are bytes that are moved at each change.\n\n**Fix**: none offered; which files the install reads is not in the Dockerfile.\n",
    "debug-tool-in-final-image": "# debug-tool-in-final-image\n\nEditors, monitors and tracers are for people, and bring their runtime files, libraries and interpreters along: vim alone some 40 MB. Whoever looks into a running container can bring them: `docker debug`, `kubectl debug --image`, `docker cp`.\n\n**Bad**\n\n```dockerfile\nRUN apt-get update && apt-get install -y --no-install-recommends libpq5 vim htop\n```\n\n**Good**\n\n```dockerfile\nRUN apt-get update && apt-get install -y --no-install-recommends libpq5\n```\n\n**Detects** vim, neovim, nano, emacs, htop, iotop, iftop, tree, strace, ltrace, gdb, tmux, screen, mc, telnet, tcpdump and nmap of Debian and of Alpine, where neither what the image starts (CMD, ENTRYPOINT, HEALTHCHECK), nor a later RUN, nor a script or source of the image names them, and no other package needs them. With an image at hand its packages decide: what a script installs counts. Without one the install's own words do, and there is no price. RPM's packages are not looked at: what they need of each other is not read.\n\n**Price**: the files of these packages and of what came because of them alone, which apt and apk note.\n\n**Fix**: not safe, as nobody knows who calls them by hand. Takes the names out of the install.\n",
    "deleted-in-later-layer": "# deleted-in-later-layer\n\nLayers only ever add. `rm` in a later layer hides a file; its bytes stay where they are, and everyone who pulls the image still fetches them.\n\n**Bad**\n\n```dockerfile\nRUN curl -O https://example.com/tool.tar.gz && tar xf tool.tar.gz\nRUN rm tool.tar.gz\n```\n\n**Good**\n\n```dockerfile\nRUN curl -O https://example.com/tool.tar.gz && tar xf tool.tar.gz && rm tool.tar.gz\n```\n\nFor what a COPY brings, mount it (`RUN --mount=type=bind,…`) or build in another stage.\n\n**Detects**, from the layers alone, what an instruction deletes of an earlier instruction of yours. Silent without an image, and for files of the base image, which you can't free.\n\n**Price**: the deleted files, in the layers that hold them.\n\n**Fix**: none offered.\n\nSame as slim ID.20021.\n",
    "dev-dependencies-python": "# dev-dependencies-python\n\nTest runners, linters and notebooks are for who works on a program, not for the program. With what they need they are often larger than it.\n\n**Bad**\n\n```dockerfile\nRUN pip install --no-cache-dir flask pytest ipython\n```\n\n```dockerfile\nRUN uv sync --frozen\n```\n\n**Good**\n\n```dockerfile\nRUN pip install --no-cache-dir flask\n```\n\n```dockerfile\nRUN uv sync --frozen --no-dev\n```\n\nTests can have a stage of their own: `FROM app AS test`.\n\n**Detects** pytest and its plug-ins, black, flake8, mypy, pyright, pylint, ruff, isort, coverage, tox, nox, pre-commit, hypothesis, faker, factory-boy, ipython, jupyter, sphinx, mkdocs, twine, `types-*` and their like, where neither what the image starts (CMD, ENTRYPOINT, HEALTHCHECK) names them nor, for faker, ipython and jupyter, a script or source of the image, and no distribution needs them that stays. With an image at hand its packages decide, those of a copied environment too; without one the words of an install do, and there is no price.\n\n**Price**: the files of these distributions and of what came because of them alone: `Requires-Dist` tells what needs what, pip's `REQUESTED` what was asked for. Other installers don't tell that: then only the tools themselves are counted. What only an extra of a distribution needs that stays is never counted.\n\n**Fix**: not safe, as the program may import one of them. Adds `--no-dev` to `uv sync`, `--only main` to `poetry install`, or takes the names out of the install. None is offered for a requirements file.\n",
    "docker-cli-or-gosu-in-image": "# docker-cli-or-gosu-in-image\n\nDocker's client is some 40 MB, its engine 100 MB more, and without a socket neither does anything. gosu and sudo change the user, which `USER` does for nothing.\n\n**Bad**\n\n```dockerfile\nRUN apt-get update && apt-get install -y --no-install-recommends docker.io sudo\n```\n\n**Good**\n\n```dockerfile\nUSER app\n```\n\n**Detects**, in the packages of the image, Docker's client and engine, gosu, su-exec and sudo of Debian and of Alpine that an instruction installed, where neither what the image starts (CMD, ENTRYPOINT, HEALTHCHECK), nor a later RUN, nor a script or source of the image names them. Silent without an image, as its scripts are not to be seen. A gosu that was fetched as a file is no package and not looked at.\n\n**Price**: the files of these packages and of what came because of them alone, which apt and apk note.\n\n**Fix**: none offered; who calls them by hand is for you to know.\n\nNear to hadolint DL3004, which is about sudo in a RUN.\n",
    "dockerignore-incomplete": "# dockerignore-incomplete\n\nA `.dockerignore` keeps out what it names, and nothing else. What appeared in the repository since it was written lands in the image: a `.git` of a submodule, caches of tools, tests, documentation.\n\n**Bad**\n\n```dockerfile\nCOPY . /app\n```\n\nwith a `.dockerignore` of\n\n```\nnode_modules\n```\n\n**Good**: a `.dockerignore` that names the rest as well:\n\n```\nnode_modules\n**/.git\n**/.env\n**/__pycache__\ntests\ndocs\n```\n\n**Detects**, from the layers, files of a COPY from the context whose path has a part that hardly any image wants (`.git`, `.env`, `__pycache__`, `.vscode`, `.idea`, caches of test tools …), and of a COPY of the whole context also its folders `tests`, `docs`, `examples` and the like. Not those that the ignore file names as an exception (`!docs`), that the Dockerfile speaks of, or that came with a package. Silent without an image, without an ignore file ([dockerignore-missing](../dockerignore-missing/README.md)), and where the context is not on this machine.\n\n**Price**: those files, where they are still there in the end.\n\n**Fix**: not safe, as a program may read its documentation. Adds the names at the end of the ignore file that counts: `<Dockerfile>.dockerignore`, else `.dockerignore`.\n\nSame as dockle DKL-LI-0003.\n",
    "dockerignore-missing": "# dockerignore-missing\n\n`COPY . .` takes all that lies in the build context. Without a `.dockerignore` that is the git history, local dependencies, caches and settings of an editor too, and sometimes a `.env` with secrets.\n\n**Bad**\n\n```dockerfile\nCOPY . /app\n```\n\nand no `.dockerignore`.\n\n**Good**: a `.dockerignore` beside it:\n\n```\n**/.git\n**/node_modules\n**/.venv\n**/.env\n```\n\n**Detects** a COPY or ADD of the whole context into a stage that reaches the image, where the context has neither a `.dockerignore` nor a `<Dockerfile>.dockerignore`. Silent where the context is not on this machine.\n\n**Price**: the files that this layer added, that are still there in the end, and whose path has a part that hardly any image wants (`.git`, `__pycache__`, `.vscode`, `.idea`, `.env`, caches of test tools …; `node_modules` and `.venv` where a RUN installs the dependencies itself, else the image may live on them).\n\n**Fix**: safe. Writes a `.dockerignore` with those names.\n\nSame as slim ID.10001.\n",
    "downloaded-archive-left-behind": "# downloaded-archive-left-behind\n\nWhat was unpacked is there twice as long as its archive lies beside it, and an archive does not compress again: all of it is pushed and pulled.\n\n**Bad**\n\n```dockerfile\nRUN curl -fsSLO https://example.com/tool.tar.gz && tar xzf tool.tar.gz -C /opt\n```\n\n**Good**\n\n```dockerfile\nRUN curl -fsSL https://example.com/tool.tar.gz | tar xz -C /opt\n```\n\nor, where it is to be checked first:\n\n```dockerfile\nRUN curl -fsSLO https://example.com/tool.tar.gz && sha256sum -c tool.sha256 \\\n && tar xzf tool.tar.gz -C /opt && rm tool.tar.gz\n```\n\n**Detects** an archive (`.tar`, `.tar.*`, `.tgz`, `.zip`, `.7z` …) that a RUN unpacks by tar, unzip or 7z. With an image at hand: where a file of that name is in the RUN's layer. Without one: where the same RUN fetched it by curl, wget or aria2c, removes nothing behind, and no later instruction names it.\n\n**Price**: the files of that name, any value of its variables included, that this layer added and that are still there in the end.\n\n**Fix**: safe. Removes the archive behind the last command of the RUN that names it.\n",
    "duplicate-content": "# duplicate-content\n\nThe same large file at two paths is stored and fetched twice: an application that is copied to its place and kept where it was built, a model in two folders, a tool beside its copy of another name.\n\n**Bad**\n\n```dockerfile\nRUN make && cp build/server /usr/local/bin/server\n```\n\n**Good**\n\n```dockerfile\nRUN make && mv build/server /usr/local/bin/server\n```\n\nWhere two names are needed, a link costs nothing: `ln -s /usr/local/bin/server /app/server`.\n\n**Detects**, from the layers alone, files of 1 MB and more in one of your layers whose content stands at another path too, in that layer or a lower one; hard links are one file. Silent without an image, and for what the base image holds twice itself.\n\n**Price**: the second copies.\n\n**Fix**: none offered; which of the two names is needed is for you to see.\n",
    "duplicate-http-clients": "# duplicate-http-clients\n\nhttpx and requests do the same. Each comes with its own connection pool and what that needs; a program that uses both has started to move from one to the other.\n\n**Bad**\n\n```text\n# requirements.txt\nhttpx\nrequests\n```\n\n**Good**\n\n```text\n# requirements.txt\nhttpx\n```\n\n**Detects** both among the distributions of the image, asked for by name, where no other distribution needs either. Silent without an image, as nothing else tells what needs what.\n\n**Price**: the files of the smaller one and of what came because of it alone.\n\n**Fix**: none offered; the program has to be written for it.\n",
    "file-overwritten-by-later-layer": "# file-overwritten-by-later-layer\n\nA layer stores whole files. What a later instruction writes to the same path hides the first copy; its bytes stay where they are.\n\n**Bad**\n\n```dockerfile\nRUN curl -o /data/model.bin https://example.com/v1.bin\nRUN convert /data/model.bin\n```\n\n**Good**\n\n```dockerfile\nRUN curl -o /data/model.bin https://example.com/v1.bin && convert /data/model.bin\n```\n\nFor what a COPY brings twice, copy it once, or leave it out of one of the two (`COPY --exclude=…`, `.dockerignore`).\n\n**Detects**, from the layers alone, files of 1 MB and more that one of your instructions holds and a later one writes again: with other content, or by COPY with the same. Silent without an image, for files of the base image, which you can't free, and for the books that package managers and logs keep ([consecutive-runs](../consecutive-runs/README.md) has those).\n\n**Price**: the first copies, in the layers that hold them.\n\n**Fix**: none offered.\n",
    "full-language-base": "# full-language-base\n\nThe full image of a language is for building: it has compilers, headers, version control and what packages with native parts want of all that. `python:3.13` is 400 MB to download, `python:3.13-slim` 45 MB.\n\n**Bad**\n\n```dockerfile\nFROM python:3.13\nCOPY . .\nCMD [\"python\", \"-m\", \"app\"]\n```\n\n**Good**\n\n```dockerfile\nFROM python:3.13 AS build\nRUN pip install --no-cache-dir --prefix=/install -r requirements.txt\n\nFROM python:3.13-slim\nCOPY --from=build /install /usr/local\nCMD [\"python\", \"-m\", \"app\"]\n```\n\n**Detects** the base image of the target where it is the full one of Python, Node, Ruby, Rust or OpenJDK, or Eclipse Temurin's with the JDK, by its tag: with a version, a suite (`bookworm`) or neither. Images of other registries that have the same name count where their registry has the smaller one too. Not a tag with words that are none of these, and not an image that compiles a program: that is for [single-stage-with-build-tools](../single-stage-with-build-tools/README.md).\n\n**Price**: none on disk, as a registry tells the sizes of compressed layers alone. What the smaller image takes less to download is exact, by both manifests, and the finding's `baseSaving`. Where no registry can be reached, or `base-lookup: false` says not to ask, it is not known.\n\n**Fix**: not safe. Names the smaller image in FROM. None is offered where a variable or a digest names the image, or where the Dockerfile names a program that only the full one has (`git`, `curl`, `make` …) and does not install it.\n",
    "gem-cache-or-docs-left-behind": "# gem-cache-or-docs-left-behind\n\nRubyGems keeps the archive of every gem that it installed in `cache` beside `gems`, and where nobody told it not to, documentation in `doc`. Installed gems need neither.\n\n**Bad**\n\n```dockerfile\nRUN bundle install\n```\n\n**Good**\n\n```dockerfile\nRUN bundle install && rm -rf \"${BUNDLE_PATH}\"/ruby/*/cache\n```\n\n```dockerfile\nRUN gem install --no-document puma && rm -rf \"$(gem env gemdir)/cache\"\n```\n\n**Detects** `gem install` and `bundle install` with no removal of a `cache` or of `*.gem` behind them. With an image at hand the layer decides instead.\n\n**Price**: the `*.gem` in any `cache` (but `vendor/cache`, which an application brings along to install from), and the files in `doc` of a gem folder, that this layer added and that are still there in the end.\n\n**Fix**: safe: removes both folders behind the last install. For bundler, whose folder is a matter of its configuration, only with an image at hand, which tells where they are.\n",
    "go-cargo-maven-caches-left-behind": "# go-cargo-maven-caches-left-behind\n\nA compiler's modules, registries and intermediate results are as large as a small operating system, and the finished program needs none of them. They belong to a stage that the image is not made of.\n\n**Bad**\n\n```dockerfile\nFROM golang\nCOPY . /src\nRUN cd /src && go build -o /app\nCMD [\"/app\"]\n```\n\n**Good**\n\n```dockerfile\nFROM golang AS build\nCOPY . /src\nRUN --mount=type=cache,target=/root/.cache/go-build --mount=type=cache,target=/go/pkg/mod \\\n    cd /src && go build -o /app\nFROM debian:stable-slim\nCOPY --from=build /app /app\nCMD [\"/app\"]\n```\n\n**Detects** calls of go, cargo, maven and gradle that fetch or build, in a stage that the image is made of, where nothing behind them cleans up, no mount holds the cache, and no variable puts it elsewhere. With an image at hand the layer decides instead. Silent where CMD or ENTRYPOINT calls the same program: the image then builds when it starts.\n\n**Price**: the files under any `.cache/go-build`, `go/pkg/mod`, `cargo/registry`, `cargo/git`, `.m2/repository`, `.gradle/caches` and `.gradle/wrapper/dists` that this layer added and that are still there in the end.\n\n**Fix**: not safe, as a later RUN may count on them: removes them behind the last call of the RUN.\n",
    "gui-libraries-in-server-image": "# gui-libraries-in-server-image\n\nX11, OpenGL and fonts show windows, which a container has none of. They come into images because `import cv2` asks for `libGL.so.1`, and with Mesa they are some 100 MB.\n\n**Bad**\n\n```dockerfile\nFROM python:3.13-slim\nRUN apt-get update && apt-get install -y --no-install-recommends libgl1 libsm6 libxext6 libxrender1\nRUN pip install --no-cache-dir opencv-python\n```\n\n**Good**\n\n```dockerfile\nFROM python:3.13-slim\nRUN pip install --no-cache-dir opencv-python-headless\n```\n\n**Detects**, in the packages of the image, X11's and OpenGL's libraries, GTK, Qt, Xvfb and fonts of Debian and of Alpine that an instruction asked for. Not where a program or a module is there that draws on a screen, a virtual one too (Chromium, Playwright, Selenium, PyQt …), where anything is linked to the library or names it that is neither of the system's packages nor OpenCV, and, for fonts, where something puts text into pictures or documents (Java, Pillow, WeasyPrint, LibreOffice …). Silent without an image.\n\n**Price**: the files of these packages and of what came because of them alone, which apt and apk note.\n\n**Fix**: not safe. Takes the names out of the install; none is offered beside OpenCV with windows, which must go first ([opencv-gui-build](../opencv-gui-build/README.md)).\n",
    "healthcheck-missing": "# healthcheck-missing\n\nDocker and Compose restart what ends, and nothing else: a server that hangs is well to them, unless a `HEALTHCHECK` says otherwise. Kubernetes has probes of its own and ignores it, so this rule is off unless you switch it on.\n\n**Bad**\n\n```dockerfile\nCMD [\"server\"]\n```\n\n**Good**\n\n```dockerfile\nHEALTHCHECK CMD [\"server\", \"--check\"]\nCMD [\"server\"]\n```\n\n**Detects** a target without a `HEALTHCHECK` in any of its stages; one that the base image brings is not seen. `HEALTHCHECK NONE` is an answer, too.\n\n**Price**: none; it is not about size.\n\n**Fix**: none offered.\n\nSame as hadolint DL3057, checkov CKV_DOCKER_2, dockle CIS-DI-0006.\n",
    "host-node-modules-or-venv-copied": "# host-node-modules-or-venv-copied\n\n`COPY . .` takes the `node_modules` or `.venv` of the machine that builds, if they are there and nothing leaves them out. They lie over or under those that a RUN installs, so that both are stored, and programs in them may be made for another system.\n\n**Bad**\n\n```dockerfile\nCOPY . .\nRUN npm ci --omit=dev\n```\n\nwithout `node_modules` in `.dockerignore`.\n\n**Good**\n\n```\n**/node_modules\n```\n\nin `.dockerignore`.\n\n**Detects**, where the Dockerfile installs dependencies itself (`npm ci`, `yarn`, `pip install`, `uv sync` …), a COPY of the whole context whose layer holds such a folder; and, without an image too, a COPY of nothing else. Silent without an image for COPYs of the whole context, and where there is no ignore file at all ([dockerignore-missing](../dockerignore-missing/README.md)). Where no RUN installs, the copied ones may be what the program lives on.\n\n**Price**: the files in such folders in the layer of the COPY, those that a later install wrote again too.\n\n**Fix**: safe: adds the folder to the ignore file. Where a COPY names it: not safe, takes the COPY away.\n",
    "large-file-copied": "# large-file-copied\n\nFilms, models, dumps and tables change at another pace than a program. In the image they are built, pushed and pulled with it; often they came along unseen.\n\n**Bad**\n\n```dockerfile\nCOPY . /app\n```\n\nwhere `/app/data/dump.sql` has 400 MB.\n\n**Good**: leave it out by `.dockerignore`, and mount it, or fetch it when the container starts. Where the program can't be without it, give it a COPY of its own before the program's, so that its layer stays as it is.\n\n**Detects**, from the layers alone, files of 10 MB and more that a COPY or ADD brings and whose name says that they are data: `.mp4`, `.psd`, `.safetensors`, `.onnx`, `.sql`, `.csv`, `.parquet`, `.iso` and the like. Silent without an image, for what other stages made, and for programs and archives.\n\n**Price**: those files.\n\n**Fix**: none offered.\n",
    "layer-exceeds-budget": "# layer-exceeds-budget\n\nLayers are fetched side by side, and each is unpacked by one thread: the largest decides how long a pull takes. It is also sent and fetched as a whole each time that anything in it changes.\n\n**Bad**\n\n```dockerfile\n# with lint-max-layer-size: 200MB\nRUN pip install --no-cache-dir -r requirements.txt -r models.txt\n```\n\n**Good**\n\n```dockerfile\nRUN pip install --no-cache-dir -r requirements.txt\nRUN pip install --no-cache-dir -r models.txt\n```\n\n**Detects** layers of the Dockerfile's instructions that take more on disk than `lint-max-layer-size` says. Without that option it is silent, and so it is without an image. For a limit that fails whatever the lint is for, or on one layer alone, there are [budgets](../../../../docs/budgets.md).\n\n**Price**: what the layer takes above the limit, less what other findings tell of it already. To split a layer frees none of it.\n\n**Fix**: none offered; what belongs together is for you to know.\n\nslim calls it ID.20020.\n",
    "license-text-bundles-shipped": "# license-text-bundles-shipped\n\nwebpack's minifier takes the licence comments out of each bundle and puts them beside it as `main.js.LICENSE.txt`: the same texts again for every bundle. Most licences do want to be passed on with a program, so that this is a note, and what is to go along is for you to see.\n\n**Bad**\n\n```dockerfile\nRUN npm run build\n```\n\nwith the minifier as it comes.\n\n**Good**: one text for all bundles (a plugin that collects licences, or a `NOTICE` of your own), and `new TerserPlugin({ extractComments: false })`.\n\n**Detects**, from the layers alone, files whose names end in `.LICENSE.txt`, brought by a RUN, COPY or ADD. Silent without an image.\n\n**Price**: these files.\n\n**Fix**: none offered.\n",
    "log-files-shipped": "# log-files-shipped\n\nPackage managers log what they do, and Debian's keeps the answers of yesterday: nobody reads in a container what happened when its image was built. The texts also differ from build to build, so that the layer is never the same.\n\n**Bad**\n\n```dockerfile\nRUN apt-get update && apt-get install -y postgresql && rm -rf /var/lib/apt/lists/*\n```\n\n**Good**\n\n```dockerfile\nRUN apt-get update && apt-get install -y postgresql && rm -rf /var/lib/apt/lists/* \\\n && rm -f /var/log/dpkg.log /var/log/alternatives.log /var/log/apt/* /var/cache/debconf/*-old\n```\n\n**Detects**, from the layers alone, files that a RUN left under `/var/log`, and `/var/cache/debconf/*-old`. Not counted: empty files, which are there to be written to, and files that the Dockerfile names. Silent without an image.\n\n**Price**: these files.\n\n**Fix**: safe. Removes the very files at the end of the RUN; none where they are more than a dozen.\n",
    "node-package-never-imported": "# node-package-never-imported\n\nWhat `package.json` lists under `dependencies` is installed with all that it needs in turn, whether the program still requires it or not.\n\n**Bad**\n\n```dockerfile\n# package.json: koa, moment; no source requires moment any more\nRUN npm ci --omit=dev\n```\n\n**Good**\n\n```dockerfile\n# npm uninstall moment\nRUN npm ci --omit=dev\n```\n\n**Detects** packages that the `package.json` beside `node_modules`, or one of its workspaces, has among its `dependencies`, and that no source of the program names: no `require`, no `import`, no text in quotes that begins with the name, no word of a script, of settings or of the rest of package.json (its `scripts`), no command or variable of the Dockerfile; by its name or one of its programs. What an installed package depends on, expects or can use if it is there (`peerDependencies`, `optionalDependencies`) stays.\n\nIt says nothing where it can't see enough:\n\n- without an image, or where no source of the image names any dependency (a program in one file, which holds what it needs)\n- where a source is larger than 2 MB or names more than can be kept; of what a bundler wrote, only `require` and `import` count\n- of what tools find by a convention in its name (plug-ins, presets, loaders, adapters, drivers)\n\nCode in `node_modules` is not read: a package that another one requires without a word in its package.json counts as never imported, and a framework may load one by a name that it puts together. Look before you take it out.\n\n**Price**: the files of these packages and of what came because of them alone, by the package.json of each.\n\n**Fix**: none offered.\n",
    "npm-cache-left-behind": "# npm-cache-left-behind\n\nnpm keeps every archive that it fetched, and every page about a package, under `~/.npm/_cacache`: about what the archives of `node_modules` take, compressed, so that not even the layer's compression helps.\n\n**Bad**\n\n```dockerfile\nRUN npm ci --omit=dev\n```\n\n**Good**\n\n```dockerfile\nRUN npm ci --omit=dev && npm cache clean --force\n```\n\nor\n\n```dockerfile\nRUN --mount=type=cache,target=/root/.npm npm ci --omit=dev\n```\n\n**Detects** `npm install`, `ci`, `update` and their other names with no `npm cache clean` and no removal of `~/.npm` behind them, no mount there, and no `npm_config_cache` or `--cache` that puts it elsewhere. With an image at hand the layer decides instead.\n\n**Price**: the files under any `.npm/_cacache` that this layer added and that are still there in the end.\n\n**Fix**: safe. Runs `npm cache clean --force` behind the last install.\n",
    "npm-dev-dependencies-installed": "# npm-dev-dependencies-installed\n\n`npm ci` also installs what `package.json` lists under `devDependencies`: compilers, bundlers, test runners. They are often most of `node_modules`, and nothing that runs needs them.\n\n**Bad**\n\n```dockerfile\nRUN npm ci\nCMD [\"node\", \"server.js\"]\n```\n\n**Good**\n\n```dockerfile\nRUN npm ci --omit=dev\nCMD [\"node\", \"server.js\"]\n```\n\nWhat a build needs belongs into another stage; the final one installs with `--omit=dev`, or copies `node_modules` behind `npm prune --omit=dev`.\n\n**Detects** packages in the image that npm (7 and newer) noted as there for development alone (`\"dev\": true` in `node_modules/.package-lock.json`), installed by a RUN or copied from another stage. Silent without an image: only its notes tell whether there are any. yarn and pnpm keep no such notes.\n\n**Price**: the files of these packages.\n\n**Fix**: not safe, as some program may load one of them all the same. Adds `--omit=dev` to the install; where a later command runs npm or a build tool, none is offered.\n",
    "opencv-gui-build": "# opencv-gui-build\n\n`opencv-python` carries Qt, X11 libraries and fonts, some 34 MB, to show images in windows, and wants `libgl1` of the system besides. `opencv-python-headless` is the same without.\n\n**Bad**\n\n```dockerfile\nRUN apt-get update && apt-get install -y libgl1 libglib2.0-0\nRUN pip install --no-cache-dir opencv-python\n```\n\n**Good**\n\n```dockerfile\nRUN pip install --no-cache-dir opencv-python-headless\n```\n\n**Detects** `opencv-python` and `opencv-contrib-python`, unless a source of the image calls `imshow`. With an image at hand its distributions decide, those of a copied environment too; without one the words of an install do, and there is no price. Where another distribution requires the one with windows, it must be told (`uv`: `override-dependencies`).\n\n**Price**: its files under `cv2/qt`, and the Qt and X11 libraries in `opencv_python.libs`. (Of 4.10.0.84 these are 33.8 MB; the two wheels differ by 34.0 MB.)\n\n**Fix**: not safe, as a program may show windows after all. Adds `-headless` where the install names it.\n",
    "package-upgrade-in-image": "# package-upgrade-in-image\n\nAn upgrade writes new versions of the base image's packages into a layer of their own. The old ones stay below, hidden, and every pull fetches both. The official base images are built again with such updates every few weeks.\n\n**Bad**\n\n```dockerfile\nFROM debian:12.1\nRUN apt-get update && apt-get upgrade -y\n```\n\n**Good**\n\n```dockerfile\nFROM debian:12.11\n```\n\nWhere a fix can't wait for the next base image, upgrade that package alone: `apt-get install -y --only-upgrade libssl3`.\n\n**Detects** `upgrade`, `dist-upgrade` and `full-upgrade` of apt-get, apt and aptitude, `apk upgrade`, `update` and `upgrade` of dnf, yum, microdnf and tdnf, and those of zypper. With an image at hand its packages decide: an upgrade that found nothing costs nothing. Without one there is no price.\n\n**Price**: the files in this layer of packages that the base image has in another version. A newer base image carries them once. Where the RUN installs nothing else, the manager's databases and logs in this layer go along, which an upgrade that finds nothing does not write.\n\n**Fix**: none offered; which base image to take is for you to see.\n\nSame as trivy DS-0024, dockle DKL-DI-0003.\n",
    "pip-cache-left-behind": "# pip-cache-left-behind\n\npip keeps every wheel and page that it fetched under `~/.cache/pip`, so that a second install is faster. In an image there is no second install.\n\n**Bad**\n\n```dockerfile\nRUN pip install -r requirements.txt\n```\n\n**Good**\n\n```dockerfile\nRUN pip install --no-cache-dir -r requirements.txt\n```\n\nor\n\n```dockerfile\nRUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt\n```\n\n**Detects** `pip install`, `wheel` and `download`, and `python -m pip install`, without `--no-cache-dir`, a cache mount, a `PIP_NO_CACHE_DIR` that the RUN inherits, or a removal of the cache behind it. With an image at hand the layer decides instead.\n\n**Price**: the files under any `.cache/pip` that this layer added and that are still there in the end.\n\n**Fix**: safe. Adds `--no-cache-dir`.\n\nSame as hadolint DL3042.\n",
    "poetry-or-build-frontend-left": "# poetry-or-build-frontend-left\n\npoetry and what it needs are some 60 MB beside the program that it installs, pipenv 30 MB, uv 50 MB. Once the environment is there, nothing calls them.\n\n**Bad**\n\n```dockerfile\nFROM python:3.13-slim\nRUN pip install --no-cache-dir poetry\nCOPY pyproject.toml poetry.lock ./\nRUN poetry install --only main\nCMD [\"python\", \"-m\", \"app\"]\n```\n\n**Good**\n\n```dockerfile\nFROM python:3.13-slim AS build\nRUN pip install --no-cache-dir poetry\nENV POETRY_VIRTUALENVS_IN_PROJECT=true\nCOPY pyproject.toml poetry.lock ./\nRUN poetry install --only main\n\nFROM python:3.13-slim\nCOPY --from=build /.venv /.venv\nCMD [\"/.venv/bin/python\", \"-m\", \"app\"]\n```\n\nuv can be mounted for the one RUN that needs it: `RUN --mount=from=ghcr.io/astral-sh/uv,source=/uv,target=/bin/uv uv sync`.\n\n**Detects** poetry, pipenv, pdm, hatch, uv, flit, pip-tools and build, installed as distributions, where neither what the image starts (`CMD [\"poetry\", \"run\", …]`) nor a script of the image names them. With an image at hand its packages decide; without one the words of an install do, and there is no price. A uv that was copied as a file is no distribution and not looked at.\n\n**Price**: the files of these distributions and of what came because of them alone: `Requires-Dist` tells what needs what, pip's `REQUESTED` what was asked for.\n\n**Fix**: none offered; it takes another stage.\n",
    "python-bytecode-shipped": "# python-bytecode-shipped\n\npip compiles each module that it installs, and Python each that it imports: `__pycache__` is about as large as the sources beside it. Without it a start takes longer, since what is imported is compiled then. A program that starts once and runs for days hardly notices; one that starts for every request does. Hence a note, no warning.\n\n**Bad**\n\n```dockerfile\nRUN pip install --no-cache-dir -r requirements.txt\n```\n\n**Good**, where the start does not matter:\n\n```dockerfile\nENV PYTHONDONTWRITEBYTECODE=1\nRUN pip install --no-cache-dir --no-compile -r requirements.txt\n```\n\n**Detects**, from the layers alone, `.pyc` files in `__pycache__` that a RUN, COPY or ADD brought. Not where the instruction compiles on purpose (`compileall`, `--compile-bytecode`, an inherited `UV_COMPILE_BYTECODE`), and not a `.pyc` that stands for its source. Silent without an image.\n\n**Price**: these files.\n\n**Fix**: not safe, as starts get slower: adds `--no-compile` to pip.\n",
    "python-package-never-imported": "# python-package-never-imported\n\nA requirement outlives the code that needed it. Nothing breaks, so nobody takes it out, and with what it needs in turn it is often the largest part of the image.\n\n**Bad**\n\n```dockerfile\n# requirements.txt: flask, pandas; no source imports pandas any more\nRUN pip install --no-cache-dir -r requirements.txt\n```\n\n**Good**\n\n```dockerfile\n# requirements.txt: flask\nRUN pip install --no-cache-dir -r requirements.txt\n```\n\n**Detects** distributions that were asked for, and whose modules and programs no file of the image names but their own and those of what would go with them: no `import`, no text in quotes that begins with the name (settings, `import_module`, the driver in an address), no word of a script or of settings, no command or variable of the Dockerfile. What is in `site-packages`, but for tests, counts with its import statements, as many a framework imports a driver that it does not require; so does what an extra of a distribution asks for. What a distribution needs that stays, stays.\n\nIt says nothing where it can't see enough:\n\n- without an image, or where no source of the image imports any distribution (a compiled program, an archive)\n- where a source is larger than 2 MB or names more than can be kept\n- where the program unpickles objects (pickle, joblib, dill, cloudpickle), which may be of any module\n- of plug-ins (entry points other than scripts), of what Python loads when it starts (`.pth`) or on its own (tzdata, setuptools), and of what was installed from a file, a folder or a repository (`direct_url.json`), which may be the program itself\n\nA framework may still load a module by a name that it puts together: look before you take it out.\n\n**Price**: the files of these distributions and of what came because of them alone: `Requires-Dist` tells what needs what, pip's `REQUESTED` what was asked for. Other installers don't tell that: then every distribution that nothing needs counts as asked for.\n\n**Fix**: none offered.\n",
    "runs-as-root": "# runs-as-root\n\nWithout a `USER` a container's processes are root. Who breaks out of the program is root in the container, and one hole away from being it on the host.\n\n**Bad**\n\n```dockerfile\nFROM python:3.12-slim\nCMD [\"python\", \"-m\", \"app\"]\n```\n\n**Good**\n\n```dockerfile\nFROM python:3.12-slim\nRUN useradd --no-log-init --create-home app\nUSER app\nCMD [\"python\", \"-m\", \"app\"]\n```\n\n**Detects**, with an image at hand, one whose config names no user, or root. Without one: a last `USER` that is root, or none on a base image that is known to run as root (systems and languages of Docker's library); of other images the text does not tell. Silent where the Dockerfile speaks of a program that becomes another user: gosu, su-exec, setpriv, s6, supervisord.\n\n**Price**: none; it is not about size.\n\n**Fix**: none offered; which files the user must own is for you to see.\n\nSame as hadolint DL3002, dockle CIS-DI-0001.\n",
    "shared-library-never-linked": "# shared-library-never-linked\n\nLibraries are added for a wheel, an addon or a program that needs them; later it brings its own, or is gone, and the library stays. Who asks for a library by name keeps it, as apt and apk can't know whether anything is linked to it.\n\n**Bad**\n\n```dockerfile\nRUN apt-get update && apt-get install -y --no-install-recommends libpq5 libxslt1.1\n```\n\n**Good**\n\n```dockerfile\n# psycopg2-binary brings its own libpq, lxml its own libxslt\nRUN apt-get update && apt-get install -y --no-install-recommends ca-certificates\n```\n\n**Detects** packages of Debian and of Alpine whose name begins with `lib`, that the Dockerfile asks for by name, and that hold shared libraries and nothing else that can be run or loaded. None of these libraries is needed (`DT_NEEDED`, read from every ELF file of the image) by a file of a package that stays or by one that no package brought, and no installed package depends on them.\n\nA library can also be opened by its name when the program runs (dlopen). So it counts as used where any text in an ELF file has its name, any source or script that no package brought, any Python or Ruby source of a package that opens libraries, the settings in `/etc`, or a command or variable of the Dockerfile (`LD_PRELOAD`): `libmagic`, or `magic` as `find_library` has it. Another version of a library counts as the same. What is left is a name that a program puts together.\n\nIt says nothing of an image with Java, .NET or Mono, which keep the names of what they open inside archives; nor of parts of the C library, of NSS and PAM, and of packages with programs or plug-ins.\n\n**Price**: the files of these packages and of what came because of them alone, which apt and apk note.\n\n**Fix**: not safe. Takes the names out of the install: build, and see that the program still starts.\n",
    "single-stage-with-build-tools": "# single-stage-with-build-tools\n\nA compiled program needs its compiler once. `golang:1.23` takes 290 MB to download, the program some ten; sources, modules and what lies between them and the program stay in the image, too.\n\n**Bad**\n\n```dockerfile\nFROM golang:1.23\nWORKDIR /src\nCOPY . .\nRUN go build -o /usr/bin/app .\nCMD [\"app\"]\n```\n\n**Good**\n\n```dockerfile\nFROM golang:1.23 AS build\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /usr/bin/app .\n\nFROM gcr.io/distroless/static-debian12\nCOPY --from=build /usr/bin/app /usr/bin/app\nCMD [\"/usr/bin/app\"]\n```\n\n**Detects** commands that compile (`go build`, `cargo build`, `mvn package`, `gradle build`, `javac`, `gcc`, `make`, `dotnet publish` …) in the stages that the image is made of, unless it starts by the program that compiled it, or a script names that. Two findings may come of it: one at FROM, where the base image is the toolchain itself (Go, Rust, GCC, OpenJDK, Temurin, Maven, Gradle), and one at the command, where layers of the Dockerfile hold a toolchain, sources or what a compiler left. Without an image there is none at the command; at FROM there is one where its registry has told of what could take its place.\n\n**Price**: at the command the toolchain's packages with what came because of them alone (runtimes left out), toolchains in folders of their own, sources, and intermediate files, less what more specific rules have: [compiler-in-final-image](../compiler-in-final-image/README.md), [go-cargo-maven-caches-left-behind](../go-cargo-maven-caches-left-behind/README.md). At FROM none on disk, as a registry tells the sizes of compressed layers alone: what another base takes less to download is exact, and the finding's `baseSaving`.\n\n**Fix**: none offered; which files are the program is for you to know.\n",
    "smaller-base-available": "# smaller-base-available\n\nAlpine's images take some 20 to 30 MB less to download than Debian's slim ones; distroless has a language's runtime and nothing else, no shell either. Both ask something of what runs on them, which is why this is told and not fixed.\n\n**Bad**\n\n```dockerfile\nFROM node:22-slim\nCOPY . .\nCMD [\"node\", \"server.js\"]\n```\n\n**Good**\n\n```dockerfile\nFROM node:22-alpine\nCOPY . .\nCMD [\"node\", \"server.js\"]\n```\n\n**Detects** the base image of the target where it is Debian, or a slim or plain one of Python, Node, Ruby, Rust, Go, PHP, Eclipse Temurin, nginx, httpd, Redis or PostgreSQL, and its registry has a smaller one of the same version. Where a full image of a language is in use [full-language-base](../full-language-base/README.md) speaks of the first step alone.\n\nWith the image at hand it says what is in the way:\n\n- Python distributions that were compiled for glibc, which Alpine has not: each needs a wheel for musl, or a compiler.\n- `apt-get`, which Alpine has not.\n- RUN, and CMD, ENTRYPOINT and HEALTHCHECK that are not written as arrays: distroless has no shell.\n- Programs that the Dockerfile names and the smaller image lacks (`curl` in a HEALTHCHECK).\n\n**Price**: none on disk, as a registry tells the sizes of compressed layers alone. What the smaller images take less to download is exact, by the manifests, and the finding's `baseSaving`: a range where there are several. Where no registry can be reached, or `base-lookup: false` says not to ask, it is not known, and those alone are named that the tags promise.\n\n**Fix**: none offered; whether the program works there is to be tried.\n",
    "source-maps-shipped": "# source-maps-shipped\n\nA source map leads from a bundled line back to the source, which it mostly holds as a whole: it is several times as large as the script beside it. Browsers fetch it when somebody opens their tools; nothing else does.\n\n**Bad**\n\n```dockerfile\nRUN npm run build\n```\n\nwith source maps switched on.\n\n**Good**: maps switched off for the image (`build.sourcemap: false`, `devtool: false`, `\"sourceMap\": false`), or moved to where errors are collected and then removed:\n\n```dockerfile\nRUN npm run build && find dist -name '*.map' -delete\n```\n\nFor maps that dependencies bring: `find node_modules -name '*.map' -delete`.\n\n**Detects**, from the layers alone, `*.js.map`, `*.mjs.map`, `*.cjs.map` and `*.css.map` beside the file that they explain, brought by a RUN, COPY or ADD. Silent where the Dockerfile says `--enable-source-maps` or `source-map-support`, by which Node reads them, and without an image.\n\n**Price**: the maps.\n\n**Fix**: not safe, as somebody may look for them: removes them at the end of the RUN, or adds their kinds to the ignore file where the context brings them. None where other files of such names lie among them, and for COPYs from another stage. The bundler's configuration is the better place.\n",
    "sparse-lastlog": "# sparse-lastlog\n\n`/var/log/lastlog` has 292 bytes for each user ID up to the highest that it knows, `/var/log/faillog` 32. A file system leaves out what was never written; a layer does not: `useradd -u 1000000` makes 292 MB on disk. They are zeros, and compress to next to nothing. Newer versions of shadow, such as Debian's since 12, leave the files as they are.\n\n**Bad**\n\n```dockerfile\nRUN useradd --uid 1000000 app\n```\n\n**Good**\n\n```dockerfile\nRUN useradd --no-log-init --uid 1000000 app\n```\n\n**Detects**, from the layers alone, that these files grew; `useradd` without `--no-log-init` (`-l`) in the same RUN is the place. Silent without an image, as the text does not say which `useradd` it calls.\n\n**Price**: `/var/log/lastlog`, `faillog` and `tallylog` that this layer added and that are still there in the end. What there is to download is estimated by the layer's compression ratio, and too high where the layer holds much else.\n\n**Fix**: safe. Adds `--no-log-init`.\n\nSame as hadolint DL3046.\n",
    "stage-built-but-unused": "# stage-built-but-unused\n\nA stage that nothing takes anything from is no part of the image. BuildKit leaves it out; the classic builder and Kaniko build it in vain. Mostly a `COPY --from` was forgotten, or a second `FROM` was meant to add to the first, which it does not.\n\n**Bad**\n\n```dockerfile\nFROM node:22\nRUN npm run build\nFROM nginx:1.27\nCOPY dist /usr/share/nginx/html\n```\n\n**Good**\n\n```dockerfile\nFROM node:22 AS build\nRUN npm run build\nFROM nginx:1.27\nCOPY --from=build /app/dist /usr/share/nginx/html\n```\n\n**Detects** a stage without a name before the target that no COPY, ADD or mount names by its number. One with a name may be meant for `--target`.\n\n**Price**: none; what does not reach the image costs it nothing.\n\n**Fix**: none offered.\n",
    "temp-or-source-dirs-left-behind": "# temp-or-source-dirs-left-behind\n\nWhat a build unpacks, compiles or downloads to `/tmp`, `/var/tmp` or `/usr/src` is of no use to the program that it made. A later `rm` frees nothing.\n\n**Bad**\n\n```dockerfile\nRUN git clone https://example.com/tool /tmp/tool && make -C /tmp/tool install\n```\n\n**Good**\n\n```dockerfile\nRUN git clone https://example.com/tool /tmp/tool && make -C /tmp/tool install && rm -rf /tmp/tool\n```\n\nor\n\n```dockerfile\nRUN --mount=type=tmpfs,target=/tmp \\\n    git clone https://example.com/tool /tmp/tool && make -C /tmp/tool install\n```\n\n**Detects**, from the layers alone, what a RUN left under `/tmp` and `/var/tmp`, and under `/usr/src` where the RUN names that folder. Not counted: what the last WORKDIR, ENV, CMD, ENTRYPOINT, HEALTHCHECK or VOLUME names, and of `/usr/src` what any instruction but RUN names, since applications live there, too. Silent without an image.\n\n**Price**: these files.\n\n**Fix**: not safe, as a later instruction may need them: removes them at the end of the RUN.\n",
    "tests-and-docs-inside-packages": "# tests-and-docs-inside-packages\n\nPackages bring their manuals, change logs, translations and, those of Python, their own tests. A program in a container needs few of them.\n\n**Bad**\n\n```dockerfile\nRUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*\n```\n\n**Good**: not unpacked in the first place,\n\n```dockerfile\nRUN printf 'path-exclude=/usr/share/%s/*\\n' doc man info locale > /etc/dpkg/dpkg.cfg.d/docs \\\n && echo 'path-include=/usr/share/doc/*/copyright' >> /etc/dpkg/dpkg.cfg.d/docs\nRUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*\n```\n\nor removed in the same RUN. dnf leaves them out with `--setopt=tsflags=nodocs`, and apk has packages of their own for them.\n\n```dockerfile\nRUN pip install --no-cache-dir pandas \\\n && find /usr/local/lib -path '*/site-packages/*/tests' -type d -exec rm -rf {} +\n```\n\n**Detects**, from the layers alone, files of a RUN, COPY or ADD under `/usr/share/{doc,man,info,locale}`, but no `copyright`, which may have to go along; and under a `test` or `tests` of a package in `site-packages` or `dist-packages`. Silent without an image.\n\n**Price**: these files.\n\n**Fix**: not safe, as a program may show translations, and a test suite may be imported: removes `man`, `info` and `locale` at the end of the RUN. None for `doc`, in which licences lie, and for tests.\n",
    "unpinned-packages": "# unpinned-packages\n\nWithout versions an install takes what the archive has that day: the same Dockerfile makes another image tomorrow, and the growth is nobody's. With versions a build breaks once an archive drops them, as Debian's and Alpine's do within weeks. Which is worse depends; therefore this rule is off unless you switch it on. A base image by digest and a lock file are better answers to most of it.\n\n**Bad**\n\n```dockerfile\nRUN pip install flask\n```\n\n**Good**\n\n```dockerfile\nRUN pip install flask==3.1.0\n```\n\nor, better, `pip install -r requirements.txt` with versions and hashes in that file.\n\n**Detects** names without a version in `apt-get install`, `apk add`, `pip install`, `npm install` and `gem install`. Not files, folders, addresses, requirement files, names by variables, nor what a constraint file or `--version` pins. dnf, yum and zypper write versions as parts of names, which can't be told apart.\n\n**Price**: none; it is about what changes, not about what is there.\n\n**Fix**: none offered; which version you build for is not in the file.\n\nSame as hadolint DL3008, DL3013, DL3016, DL3018 and DL3028.\n",
    "uv-cache-left-behind": "# uv-cache-left-behind\n\nuv unpacks every wheel into `~/.cache/uv` and links it from there into the environment. With `UV_LINK_MODE=copy`, or where the two lie in different places, the image has each package twice; what uv built from source, and its index pages, stay in any case.\n\n**Bad**\n\n```dockerfile\nRUN uv sync --frozen\n```\n\n**Good**\n\n```dockerfile\nRUN --mount=type=cache,target=/root/.cache/uv uv sync --frozen\n```\n\nor\n\n```dockerfile\nRUN uv sync --frozen --no-cache\n```\n\n**Detects** `uv sync`, `uv add`, `uv pip install`, `uv pip sync` and `uv tool install` without `--no-cache`, a mount, a `UV_NO_CACHE` or `UV_CACHE_DIR` that the RUN inherits, or a removal of the cache behind them. With an image at hand the layer decides instead.\n\n**Price**: the files under any `.cache/uv` that this layer added and that are still there in the end. A file that the environment shares with the cache (a hard link) is stored once, would stay without the cache, and is not counted.\n\n**Fix**: safe. Adds `--no-cache`.\n",
    "vcs-or-downloader-in-final-image": "# vcs-or-downloader-in-final-image\n\ngit, curl and wget fetch what an image is made of. When it runs they only add their own bytes, perl among them for git, and a convenient tool for an intruder.\n\n**Bad**\n\n```dockerfile\nRUN apt-get update && apt-get install -y --no-install-recommends git \\\n && git clone --depth 1 https://github.com/example/app /app\n```\n\n**Good**\n\n```dockerfile\nADD https://github.com/example/app.git#v1.2 /app\n```\n\nor fetch in another stage and copy what came, or in the same RUN:\n\n```dockerfile\nRUN apt-get update && apt-get install -y --no-install-recommends git \\\n && git clone --depth 1 https://github.com/example/app /app && rm -rf /app/.git \\\n && apt-get purge -y --auto-remove git\n```\n\n**Detects**, in the packages of the image, git, subversion, mercurial, curl, wget and aria2 of Debian and of Alpine that an instruction installed, where nothing seems to use them: neither what the image starts (CMD, ENTRYPOINT, HEALTHCHECK), nor a later RUN, nor a script or source of the image names them, and no package needs them that stays. git counts as used where a later RUN runs a package manager that may fetch by it, and where a Python library is there that calls it. Silent without an image, as its scripts are not to be seen. A program that calls them and is no script is not seen either: this is a hint.\n\n**Price**: the files of these packages and of what came because of them alone, which apt and apk note.\n\n**Fix**: not safe. Where the RUN uses them and no later one follows, removes them at its end; where nothing does, leaves them out of the install.\n\nSame as hadolint DL4001 and trivy DS-0014, as far as these are about what an image needs.\n",
    "yarn-pnpm-bun-cache-left-behind": "# yarn-pnpm-bun-cache-left-behind\n\nyarn, pnpm and bun keep what they fetched for the next project. In an image there is none.\n\n**Bad**\n\n```dockerfile\nRUN yarn install --frozen-lockfile\n```\n\n**Good**\n\n```dockerfile\nRUN yarn install --frozen-lockfile && yarn cache clean\n```\n\nor a mount where the cache is: `yarn cache dir`, `pnpm store path`, `/root/.bun/install/cache`.\n\n```dockerfile\nRUN --mount=type=cache,target=/root/.local/share/pnpm/store pnpm install --frozen-lockfile\n```\n\n**Detects** `yarn`, `yarn install`, `yarn add` and `bun install` with no removal of the cache behind them, no mount there, and no variable that puts it elsewhere. With an image at hand the layer decides instead. pnpm links the project's files to its store, so that the text alone says nothing about it: silent without an image. Silent about yarn's cache, too, where the image has a `.pnp.cjs`: Plug'n'Play runs from the cached archives.\n\n**Price**: the files under any `.cache/yarn`, `.yarn/cache`, `.yarn/berry/cache`, `.bun/install/cache`, `.cache/pnpm`, or a store of pnpm's, that this layer added and that are still there in the end. A file that the project shares with the store (a hard link) would stay without it, and is not counted.\n\n**Fix**: `rm -rf ~/.bun/install/cache` is safe; `yarn cache clean` is not where the project runs by Plug'n'Play, nor `pnpm store prune`, since links of the project may lead into the store.\n\nSame as hadolint DL3060.\n",
    "yum-dnf-zypper-cache-left-behind": "# yum-dnf-zypper-cache-left-behind\n\ndnf, yum and zypper keep what they know of each repository, and some of the packages, under `/var/cache`: with Fedora's or Red Hat's repositories that is easily 100 MB.\n\n**Bad**\n\n```dockerfile\nRUN dnf install -y httpd\n```\n\n**Good**\n\n```dockerfile\nRUN dnf install -y httpd && dnf clean all\n```\n\nor `RUN --mount=type=cache,target=/var/cache/libdnf5,sharing=locked …` (`/var/cache/dnf` before dnf 5).\n\n**Detects** an install, update or refresh by dnf, dnf5, microdnf, tdnf, yum or zypper with no `clean`, and no removal of the cache, **behind** it in the same RUN, and no mount. With an image at hand the layer decides instead.\n\n**Price**: the files under `/var/cache/{dnf,libdnf5,yum,tdnf,zypp}` that this layer added and that are still there in the end.\n\n**Fix**: safe. Runs the same program's `clean` behind the last install.\n\nSame as hadolint DL3032 (yum), DL3036 (zypper) and DL3040 (dnf), trivy DS-0015, DS-0019 and DS-0020.\n",
};

// EXTERNAL MODULE: ./lib/units.js
var units = __webpack_require__(3052);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/figures.js
var figures = __webpack_require__(819);
;// CONCATENATED MODULE: ./lib/report/sarif.js






/** SARIF 2.1.0, as far as findings need it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
/**
 * Findings as a SARIF log, for code scanning and editors. Ends with a line break.
 *
 * @param category sets this log apart from others of the same commit: code scanning replaces a log by the next of its
 *   category
 */
function renderSarif(findings, category) {
    const ids = [...new Set(findings.map(({ rule }) => rule))];
    const file = findings.find(({ location }) => location !== null)?.location?.file ?? 'Dockerfile';
    const log = {
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'Image Size Gate',
                        informationUri: version/* homepage */.T,
                        semanticVersion: version/* version */.r,
                        rules: ids.map((id) => descriptorOf(id, findings)),
                    },
                },
                automationDetails: { id: `image-size-gate/${shown(category)}/` },
                columnKind: 'utf16CodeUnits',
                results: findings.map((finding) => resultOf(finding, ids.indexOf(finding.rule), file)),
            },
        ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
}
/** The findings of a report; what several images have in common once. */
function reportSarif({ images }) {
    const names = new Set(images.map(({ name }) => name));
    return renderSarif((0,figures/* distinctFindings */.H2)(images), [...names].join(','));
}
/** Text from outside: nothing in it is invisible, and it ends. */
const shown = (text) => (0,report_escape/* truncate */.xv)((0,report_escape/* visible */.RK)(text), 1000);
const levels = { error: 'error', warning: 'warning', info: 'note' };
const ruleByName = new Map(rules/* rules */.a.map((rule) => [rule.name, rule]));
/** What a viewer shows of a rule: of ours its page, of BuildKit's checks where Docker has theirs. */
function descriptorOf(id, findings) {
    const rule = ruleByName.get(id);
    if (rule === undefined) {
        const severity = findings.find((finding) => finding.rule === id)?.severity ?? 'warning';
        const helpUri = `https://docs.docker.com/go/dockerfile/rule/${encodeURIComponent(kebab(id))}/`;
        return { id: shown(id), defaultConfiguration: { level: levels[severity] }, helpUri };
    }
    const page = pages[rule.name] ?? '';
    return {
        id,
        shortDescription: { text: id.replaceAll('-', ' ') },
        ...(page === '' ? {} : { fullDescription: { text: firstParagraph(page) }, help: { text: page, markdown: page } }),
        helpUri: `${version/* homepage */.T}/blob/v${version/* version */.r.split('.')[0]}/src/lint/rules/${id}/README.md`,
        defaultConfiguration: { level: levels[rule.severity] },
        properties: { tags: [rule.topic ?? 'size', ...rule.aliases] },
    };
}
/** `JSONArgsRecommended` as `json-args-recommended`. */
const kebab = (name) => name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
/** The words below a page's title. */
const firstParagraph = (page) => page.split('\n\n')[1]?.trim() ?? '';
function resultOf({ rule, severity, message, location, price, baseSaving, evidence, fix }, ruleIndex, file) {
    const cost = price === null || price.diskBytes === 0 ? '' : ` (${(0,units/* formatBytes */.z3)(price.diskBytes)})`;
    return {
        ruleId: shown(rule),
        ruleIndex,
        level: levels[severity],
        message: { text: shown(message) + cost },
        // Code scanning refuses a log with a result that is nowhere.
        locations: [
            {
                physicalLocation: location === null
                    ? { artifactLocation: artifactOf(file) }
                    : { artifactLocation: artifactOf(location.file), region: regionOf(location) },
            },
        ],
        ...(fix === null ? {} : { fixes: [fixOf(fix)] }),
        properties: { price, baseSaving, evidence: evidence.map(shown) },
    };
}
/** Paths are relative to the repository's root, in forward slashes; an absolute one lies outside. */
function artifactOf(file) {
    const path = file.replaceAll('\\', '/');
    const uri = path.split('/').map(encodePart).join('/');
    if (path.startsWith('/'))
        return { uri: `file://${uri}` };
    return { uri, uriBaseId: '%SRCROOT%' };
}
/** A lone surrogate has no encoding. */
const encodePart = (part) => encodeURIComponent(part.toWellFormed());
const regionOf = ({ firstLine, lastLine, firstColumn, lastColumn }) => ({
    startLine: firstLine,
    ...(firstColumn === null ? {} : { startColumn: firstColumn }),
    endLine: lastLine,
    ...(lastColumn === null ? {} : { endColumn: lastColumn }),
});
function fixOf({ safe, edits }) {
    const files = Map.groupBy(edits, ({ file }) => file);
    return {
        description: {
            text: safe ? 'Safe: mends it and changes nothing else' : 'Try it: build and test before you keep it',
        },
        artifactChanges: [...files].map(([file, changes]) => ({
            artifactLocation: artifactOf(file),
            replacements: changes.map(({ text, ...place }) => ({
                deletedRegion: regionOf(place),
                insertedContent: { text },
            })),
        })),
    };
}


/***/ }),

/***/ 6199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/base-lookup.js + 1 modules
var base_lookup = __webpack_require__(4533);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/baseline/lookup.js

/** How far back the history is read until a stored commit is met; the first is the wanted commit alone. */
const reaches = [1, 50, 200, 1000];
/**
 * The record of the wanted commit, else of its nearest first-parent ancestor that has one.
 *
 * Never rejects with a `UserError`: a store or a network that fails is a baseline of kind `none` with its reason, and a
 * notice.
 */
async function findBaseline(request, key, sources) {
    if (request.kind === 'none')
        return none(request.reason);
    try {
        return await find(request, key, sources);
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return none(error.message, [(0,errors/* explainError */.UW)(error)]);
    }
}
async function find(request, key, sources) {
    const { store, history } = sources;
    const listed = new Set(await store.list(key));
    if (listed.size === 0)
        return none(`No baseline of ${key.image} (${key.platform}) has been stored yet.`);
    const wanted = await wantedCommit(request, sources);
    if ('reason' in wanted)
        return none(wanted.reason);
    for (;;) {
        const match = await nearestStored(wanted.commit, listed, history);
        if ('reason' in match)
            return none(match.reason);
        const decoded = await store.load(key, match.commit);
        if (decoded !== null)
            return judge(decoded, match, wanted.commit, key);
        // Removed since it was listed: the next one, then.
        listed.delete(match.commit);
    }
}
/** What is wanted, or why that cannot be told. */
async function wantedCommit(request, { history, head }) {
    switch (request.kind) {
        case 'commit':
            return { commit: request.commit };
        case 'first-parent':
            return orReason(head.parents[0], `${lookup_short(head.commit)} has no parent to compare with.`);
        case 'ancestor-of': {
            const parent = request.commit === head.commit ? head.parents[0] : (await history.firstParents(request.commit, 2))?.[1];
            return orReason(parent, `${lookup_short(request.commit)} has no parent that is known.`);
        }
        case 'merge-base': {
            const base = await history.mergeBase(head.commit, request.ref);
            return orReason(base, `Where ${lookup_short(head.commit)} and ${request.ref} parted is not known.`);
        }
    }
}
function orReason(commit, reason) {
    return commit ? { commit } : { reason };
}
async function nearestStored(wanted, listed, history) {
    let chain = [];
    for (const reach of reaches) {
        const longer = reach === 1 ? [wanted] : await history.firstParents(wanted, reach);
        if (longer === null)
            return { reason: `${lookup_short(wanted)} has no baseline, and its history is not known.` };
        chain = longer;
        const match = nearest(chain, listed);
        if (match !== null)
            return match;
        if (chain.length < reach)
            break;
    }
    return { reason: `Neither ${lookup_short(wanted)} nor any of its ${chain.length - 1} nearest ancestors has a baseline.` };
}
/** The first commit of a first-parent chain that is listed; its place is the distance. */
function nearest(chain, listed) {
    const distance = chain.findIndex((commit) => listed.has(commit));
    const commit = chain[distance];
    return commit === undefined ? null : { commit, distance };
}
function judge(decoded, { commit, distance }, wanted, key) {
    switch (decoded.kind) {
        case 'newer':
            return unusable(`The baseline of ${lookup_short(commit)} was written by a newer version of this action (format ${decoded.version}): update it here too.`);
        case 'unreadable':
            return unusable(`The baseline of ${lookup_short(commit)} cannot be read: ${decoded.reason}.`);
        case 'record': {
            const { record } = decoded;
            if (record.measurement.commit !== commit || record.measurement.platform !== key.platform) {
                return unusable(`The baseline of ${lookup_short(commit)} cannot be used: it is the record of something else.`);
            }
            const baseline = {
                kind: distance === 0 ? 'exact' : 'ancestor',
                commit,
                distance,
                measurement: record.measurement,
                reason: distance === 0 ? null : `${lookup_short(wanted)} has no baseline; this is the nearest ancestor that has one.`,
            };
            return { baseline, record, notices: [] };
        }
    }
}
function unusable(notice) {
    return none(notice, [notice]);
}
function none(reason, notices = []) {
    const baseline = { kind: 'none', commit: null, distance: null, measurement: null, reason };
    return { baseline, record: null, notices };
}
function lookup_short(commit) {
    return commit.slice(0, 7);
}

;// CONCATENATED MODULE: ./lib/baseline/trend.js
/** Points that a record carries, and so the records of a line that are worth keeping. */
const longestTrend = 200;
/** The record of a measurement whose line goes on from `previous`. */
function makeRecord(measurement, layers, previous) {
    return { version: 1, measurement, trend: lineTo(previous).slice(-longestTrend), layers };
}
/** The commits whose records the line has outgrown with a record that goes on from `previous`. */
function outgrown(previous) {
    return lineTo(previous)
        .slice(0, -longestTrend)
        .map(({ commit }) => commit);
}
/** Oldest first, `previous` last; a commit that was measured again stands at its latest place. */
function lineTo(previous) {
    if (previous === null)
        return [];
    const { commit, created, diskBytes, downloadBytes, store } = previous.measurement;
    if (commit === null)
        return previous.trend;
    const point = { commit, created, diskBytes, downloadBytes, store };
    return [...previous.trend.filter((earlier) => earlier.commit !== commit), point];
}

;// CONCATENATED MODULE: ./lib/baseline/prune.js


/**
 * Removes what the line has outgrown with a record that goes on from `previous`, never what is needed still.
 *
 * @param needed commits that open pull requests compare with
 * @returns a notice where it could not be done; old records do no harm
 */
async function prune(store, key, previous, needed) {
    const commits = outgrown(previous).filter((commit) => !needed.has(commit));
    if (commits.length === 0)
        return null;
    try {
        await store.remove(key, commits);
        return null;
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return error.message;
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/compare/assemble-report.js
var assemble_report = __webpack_require__(9346);
// EXTERNAL MODULE: ./lib/compare/file-tree.js + 1 modules
var file_tree = __webpack_require__(8484);
// EXTERNAL MODULE: ./lib/compare/judge.js + 17 modules
var compare_judge = __webpack_require__(3493);
// EXTERNAL MODULE: ./lib/compare/side.js + 1 modules
var side = __webpack_require__(1814);
// EXTERNAL MODULE: ./lib/findings.js + 9 modules
var findings = __webpack_require__(7557);
// EXTERNAL MODULE: ./lib/image/oci.js
var oci = __webpack_require__(9472);
// EXTERNAL MODULE: ./lib/settings/resolve.js
var resolve = __webpack_require__(3057);
// EXTERNAL MODULE: ./lib/weigh.js + 23 modules
var weigh = __webpack_require__(5108);
;// CONCATENATED MODULE: ./lib/run.js













/** The gate, from the build to the report. Publishing is the caller's: an action and a terminal do it differently. */
async function run(settings, plan, seams) {
    const { name, commit, root } = plan;
    const { subject, workingDirectory, maxUnpacked, budgets, metric, cost } = settings;
    (0,findings/* refuseUnknownRules */.Gs)(settings.lint);
    const lookUp = baselineLookup(plan);
    let found = noRepository;
    const known = async (platform) => {
        found = await lookUp(platform);
        return knownLayersOf(found.record);
    };
    // Beside the build, as the checks are: none waits for another.
    const early = lookUp((0,resolve/* platformOf */.tj)(subject) ?? (0,oci/* ownPlatform */.g$)()).catch(() => undefined);
    const bases = (0,base_lookup/* openBaseLookup */.a)(settings.lint, seams);
    bases.begin(subject, { workingDirectory, root }).catch(() => undefined);
    const isChecked = subject.kind === 'build' && settings.lint.level !== 'off';
    const checks = isChecked ? (0,findings/* startChecks */.u1)(subject.build, { workingDirectory, root }, seams) : null;
    const weighed = await (0,weigh/* weigh */.v)({ subject, name, commit, workingDirectory, root, known, maxUnpacked }, seams).finally(() => early);
    const linted = await (0,findings/* withBase */.cV)(weighed, bases);
    const lint = (0,findings/* lintAll */.tV)(linted, await checks, settings.lint, { workingDirectory, root }, seams.log);
    const current = (0,side/* weighedSide */.Zc)(weighed);
    const before = found.record && (0,side/* recordSide */.b_)(found.record);
    const image = (0,compare_judge/* judge */.S)({
        current,
        baseline: found.baseline,
        before,
        line: lineTo(found.record),
        lint,
        budgets,
        metric,
        cost,
        path: plan.path,
    });
    const notice = plan.occasion.kind === 'measure' ? plan.occasion.notice : null;
    const report = (0,assemble_report/* assembleReport */.x)({
        images: [image],
        metric,
        enforcement: plan.occasion.kind === 'gate' ? 'gate' : 'record',
        notices: [...(notice === null ? [] : [notice]), ...found.notices],
        repository: plan.repository,
        created: seams.clock(),
    });
    return { report, trees: () => [(0,file_tree/* fileTree */.D)(current, before)], record: recorder(plan, weighed, found.record) };
}
const without = (reason) => ({
    baseline: { kind: 'none', commit: null, distance: null, measurement: null, reason },
    record: null,
    notices: [],
});
const noRepository = without('There is no git repository here.');
/** Looks the baseline of a platform up, once, whoever asks first: the builder's platform is known late, but seldom another. */
function baselineLookup({ name, occasion, baselines }) {
    const started = new Map();
    return (platform) => {
        const found = started.get(platform) ??
            (baselines === null
                ? Promise.resolve(occasion.baseline.kind === 'none' ? without(occasion.baseline.reason) : noRepository)
                : findBaseline(occasion.baseline, { image: name, platform }, baselines));
        started.set(platform, found);
        return found;
    };
}
function knownLayersOf(record) {
    const known = new Map();
    if (record === null)
        return known;
    for (const { diffId, digest, downloadBytes } of record.measurement.layers) {
        const index = record.layers.get(diffId);
        // Read once more, an index of an older version knows again what is collected for packages.
        if (index?.collected)
            known.set(diffId, { diffId, digest, downloadBytes, store: record.measurement.store, index });
    }
    return known;
}
function recorder(plan, weighed, previous) {
    const { occasion, baselines, name } = plan;
    if (occasion.kind !== 'record' || baselines === null)
        return null;
    const { image, measurement } = weighed;
    const key = { image: name, platform: measurement.platform };
    const indexes = new Map(image.layers.map(({ diffId, index }) => [diffId, index]));
    return async () => {
        try {
            await baselines.store.save(key, occasion.commit, makeRecord(measurement, indexes, previous));
            if (outgrown(previous).length === 0)
                return [];
            const needed = await plan.needed();
            const notice = needed === null ? null : await prune(baselines.store, key, previous, needed);
            return notice === null ? [] : [notice];
        }
        catch (error) {
            return [`The baseline was not stored: ${(0,errors/* explainError */.UW)(error)}`];
        }
    };
}


/***/ }),

/***/ 9782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UY: () => (/* binding */ connectGitHub),
  IZ: () => (/* binding */ withSeams)
});

// UNUSED EXPORTS: exec

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(1260);
// EXTERNAL MODULE: ./node_modules/dockerode/lib/docker.js
var docker = __webpack_require__(9040);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/fed-process.js

/**
 * Runs a program without a shell and writes its input. A program that ends before it has read all is judged by its exit
 * code: git does so outside a repository. (@actions/exec lets the broken pipe end this process.) Rejects where it cannot
 * be started, or is killed.
 */
function runFed(program, args, { cwd, env, input, onStdout, onStderr, }) {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(program, args, { ...(cwd === undefined ? {} : { cwd }), env });
        const stdout = [];
        const stderr = [];
        child.stdout.on('data', onStdout ?? ((chunk) => stdout.push(chunk)));
        child.stderr.on('data', (chunk) => {
            stderr.push(chunk);
            onStderr?.(chunk);
        });
        child.stdin.on('error', () => undefined);
        child.stdin.end(input);
        child.on('error', reject);
        child.on('close', (exitCode, signal) => {
            if (exitCode === null)
                reject(new Error(`${program} was ended by ${signal}`));
            else
                resolve({ exitCode, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
        });
    });
}

;// CONCATENATED MODULE: ./lib/proxies.js

/** Docker's programs never ask a proxy for these; Node would. */
const thisMachine = ['localhost', '127.0.0.1', '[::1]'];
/**
 * Sends what this process asks for, by fetch and otherwise, through the proxies of the environment, as docker's programs
 * and curl do: HTTPS_PROXY and HTTP_PROXY, but for the hosts of NO_PROXY. Names in small letters win.
 *
 * @returns what undoes it
 * @throws UserError where a variable names no proxy
 */
function useProxies(environment, log) {
    const httpsProxy = proxyUrl('HTTPS_PROXY', environment);
    // Node takes HTTP_PROXY for HTTPS too where it stands alone, and it is HTTPS that everything beyond this machine has.
    if (httpsProxy === null)
        return () => undefined;
    // An import of the module would read all that it has, and so load Node's fetch, with a proxy or without.
    const http = process.getBuiltinModule('node:http');
    if (typeof http.setGlobalProxyFromEnv !== 'function') {
        log.warning(`HTTPS_PROXY is not used for registries: that takes Node 24.14, and this is ${process.version}`);
        return () => undefined;
    }
    const noProxy = (setting('NO_PROXY', environment) ?? '').split(/[\s,]+/);
    // Node knows the star alone only.
    if (noProxy.includes('*'))
        return () => undefined;
    const httpProxy = proxyUrl('HTTP_PROXY', environment);
    return http.setGlobalProxyFromEnv({
        https_proxy: httpsProxy,
        ...(httpProxy === null ? {} : { http_proxy: httpProxy }),
        no_proxy: [...noProxy, ...thisMachine].join(','),
    });
}
const setting = (name, environment) => environment[name.toLowerCase()] || environment[name] || null;
/** A proxy without a scheme is an HTTP one. */
function proxyUrl(name, environment) {
    const value = setting(name, environment);
    if (value === null)
        return null;
    const url = URL.parse(value.includes('://') ? value : `http://${value}`);
    if (url !== null && /^https?:$/.test(url.protocol))
        return url.href;
    // It may hold a password.
    throw new errors/* UserError */.yo(`${name} names no proxy`, { hint: 'Write http://[USER:PASSWORD@]HOST[:PORT].' });
}

;// CONCATENATED MODULE: ./lib/runtime.js










/** The real seams; `action.ts` and `commands.ts` hand them to the pipeline. */
const runtime_exec = async (program, args, options = {}) => {
    const env = definedOf({ ...process.env, ...options.env });
    if (options.input !== undefined)
        return await runFed(program, args, { ...options, env });
    const stdout = [];
    const stderr = [];
    const exitCode = await (0,exec/* exec */.m)(program, [...args], {
        silent: true,
        ignoreReturnCode: true,
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        env,
        listeners: {
            stdout: options.onStdout ?? ((chunk) => stdout.push(chunk)),
            stderr(chunk) {
                stderr.push(chunk);
                options.onStderr?.(chunk);
            },
        },
    });
    return { exitCode, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
};
const sleep = (milliseconds) => (0,external_node_timers_promises_.setTimeout)(milliseconds);
function definedOf(environment) {
    const defined = {};
    for (const [name, value] of Object.entries(environment))
        if (value !== undefined)
            defined[name] = value;
    return defined;
}
/** A run's seams; the temporary folder goes when `work` is done. */
async function withSeams(log, tempRoot, work) {
    const environment = process.env;
    const restoreProxies = useProxies(environment, log);
    const tempDir = await (0,promises_.mkdtemp)((0,external_node_path_.join)(tempRoot, 'image-size-gate-'));
    try {
        const address = await engineAddress(environment);
        return await work({
            exec: runtime_exec,
            docker: () => connectEngine(address),
            podman: () => connectPodman(environment),
            fetch: globalThis.fetch,
            sleep,
            log,
            clock: () => new Date(),
            environment,
            tempDir,
            random: () => (0,external_node_crypto_.randomBytes)(6).toString('hex'),
        });
    }
    finally {
        await (0,promises_.rm)(tempDir, { recursive: true, force: true });
        restoreProxies();
    }
}
/**
 * The engine that the docker CLI talks to: DOCKER_HOST, else the CLI's current context, else the default socket (null).
 * (dockerode knows nothing of contexts.)
 */
async function engineAddress(environment) {
    if (environment.DOCKER_HOST)
        return environment.DOCKER_HOST;
    if (!(await hasContext(environment)))
        return null;
    const inspect = ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'];
    const { exitCode, stdout } = await runtime_exec('docker', inspect).catch(() => ({ exitCode: 1, stdout: '' }));
    return exitCode === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}
/** Whether another context than the default is in use. To ask docker itself takes longer than all else at the start. */
async function hasContext({ DOCKER_CONTEXT, DOCKER_CONFIG, HOME }) {
    if (DOCKER_CONTEXT)
        return DOCKER_CONTEXT !== 'default';
    const file = (0,external_node_path_.join)(DOCKER_CONFIG || (0,external_node_path_.join)(HOME ?? '', '.docker'), 'config.json');
    const text = await (0,promises_.readFile)(file, 'utf8').catch(() => '');
    return text.includes('"currentContext"');
}
/** A dockerode client for an address as DOCKER_HOST has it; null: the default socket. */
function connectEngine(address) {
    if (address === null)
        return new docker();
    if (address.startsWith('unix://'))
        return new docker({ socketPath: address.slice('unix://'.length) });
    // dockerode reads the rest (tcp with TLS by DOCKER_CERT_PATH, ssh, npipe) from the environment alone.
    process.env.DOCKER_HOST = address;
    return new docker();
}
/**
 * Podman's service: CONTAINER_HOST, else the user's own socket, else the system's (podman-system-service(1)).
 *
 * @throws UserError for an address that is neither unix:// nor tcp://.
 */
function connectPodman({ CONTAINER_HOST: address, XDG_RUNTIME_DIR: folder }) {
    if (address) {
        const url = URL.parse(address);
        if (url?.protocol === 'unix:')
            return new docker({ socketPath: url.pathname });
        if (url?.protocol === 'tcp:')
            return new docker({ protocol: 'http', host: url.hostname, port: url.port || 8080 });
        throw new errors/* UserError */.yo(`CONTAINER_HOST is ${JSON.stringify(address)}: must be unix://PATH or tcp://HOST:PORT`);
    }
    const own = folder ? `${folder}/podman/podman.sock` : '';
    return new docker({ socketPath: (0,external_node_fs_.existsSync)(own) ? own : '/run/podman/podman.sock' });
}
/** A client for GitHub's API; loaded where there is a token only, as it is a third of the bundle. */
async function connectGitHub(token, apiUrl) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    return getOctokit(token, { baseUrl: apiUrl });
}


/***/ }),

/***/ 5108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ platformsOf),
  v: () => (/* binding */ weigh)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/dockerfile/parse.js + 3 modules
var parse = __webpack_require__(6330);
// EXTERNAL MODULE: ./lib/dockerfile/stages.js
var stages = __webpack_require__(3407);
;// CONCATENATED MODULE: ./lib/analysis/attribution.js


const UNKNOWN = { origin: null, instruction: null, location: null, attribution: 'none' };
function locationOf(instruction, stage, file) {
    const { firstLine, lastLine } = instruction.range;
    return { file, firstLine, lastLine, stage: stage.name ?? String(stage.index) };
}
/** What BuildKit sets without being asked, as `NAME=value`: a FROM may use it. */
function platformArgs({ os, architecture, variant }) {
    const platform = [os, architecture, ...(variant === null ? [] : [variant])].join('/');
    return [
        `TARGETPLATFORM=${platform}`,
        `TARGETOS=${os}`,
        `TARGETARCH=${architecture}`,
        `TARGETVARIANT=${variant ?? ''}`,
    ];
}
/** The instruction that covers a place, and its stage; of several stages, one that the image is built on. */
function findInstruction(places, chain, dockerfile) {
    const covers = ({ range }, place) => range.firstLine <= place.firstLine && place.firstLine <= range.lastLine;
    for (const stage of [...chain, ...dockerfile.stages]) {
        const instruction = stage.instructions.find((candidate) => places.some((place) => covers(candidate, place)));
        if (instruction !== undefined)
            return { instruction, stage };
    }
    return null;
}
function byProvenance(layers, dockerfile, chain) {
    return layers.map(({ origin, places }) => {
        const found = dockerfile === null ? null : findInstruction(places, chain, dockerfile);
        if (dockerfile === null || found === null)
            return { origin, instruction: null, location: null, attribution: 'provenance' };
        const location = locationOf(found.instruction, found.stage, dockerfile.path);
        return { origin, instruction: found.instruction.text, location, attribution: 'provenance' };
    });
}
const folded = (text) => text.replace(/\s+/g, ' ').trim();
/** A shell with its options as the front of a command: `/bin/sh -c `, `/bin/bash -o pipefail -c `. */
const SHELL = String.raw `\S*(?:sh|cmd|powershell)(?:\.exe)?(?: +(?:[-/][A-Za-z]\S*|pipefail))*? +(?:-[a-z]*c|/C|-Command) +`;
const SHELL_FRONT = new RegExp(`^${SHELL}`, 'is');
const SHELL_INSIDE = new RegExp(` ${SHELL}`, 'is');
/** `|2 A=x B=y z /bin/sh -c …`: what follows the build arguments; '' where their end cannot be told. */
function withoutBuildArgs(command) {
    const count = /^\|(\d+) /.exec(command)?.[1];
    if (count === undefined)
        return command;
    const names = [...command.matchAll(/ [A-Za-z_]\w*=/g)];
    const lastName = names[Number(count) - 1];
    const from = count === '0' ? 0 : lastName?.index;
    const shell = from === undefined ? null : SHELL_INSIDE.exec(command.slice(from));
    return from === undefined || shell === null ? '' : command.slice(from + shell.index + 1);
}
/**
 * The instruction that a history entry tells of (`created_by`, image-spec config.md), on one line, without the values of
 * build arguments: BuildKit's `RUN |1 A=b /bin/sh -c … # buildkit`, and the classic builder's, Buildah's and Kaniko's.
 * Null where it tells nothing.
 */
function instructionOf(createdBy) {
    const text = createdBy
        .trim()
        .replace(/\s# buildkit$/, '')
        .trim();
    const metadata = /^(?:\|\d+ .*? )?\S*sh -c #\(nop\)\s+(.*)$/s.exec(text)?.[1];
    if (metadata !== undefined)
        return folded(metadata) || null;
    const run = /^RUN (.*)$/s.exec(text)?.[1] ?? (/^\|\d+ /.test(text) || SHELL_FRONT.test(text) ? text : null);
    if (run !== null)
        return folded(`RUN ${withoutBuildArgs(run).replace(SHELL_FRONT, '')}`);
    const argument = /^ARG ([^=\s]+)/.exec(text)?.[1];
    return argument === undefined ? folded(text) || null : `ARG ${argument}`;
}
/** Instructions that always, or may, make a layer; all others make none. */
const MAKES_LAYER = {
    RUN: 'always',
    COPY: 'always',
    ADD: 'always',
    WORKDIR: 'may',
};
function fitsLayer({ emptyLayer }, keyword) {
    const makes = MAKES_LAYER[keyword];
    return makes === 'may' || emptyLayer === (makes === undefined);
}
/** A RUN's own text as history has it: what stands behind its flags, or the here-document that is its script. */
function runText(instruction, dockerfile) {
    if (instruction.form === 'exec')
        return folded(instruction.words.map(({ text }) => text).join(' '));
    const text = instruction.text
        .split(' ')
        .slice(1 + instruction.flags.length)
        .join(' ');
    if (!/^<<\S+$/.test(text))
        return text;
    const { firstLine, lastLine } = instruction.range;
    return folded(dockerfile.text
        .split('\n')
        .slice(firstLine, lastLine - 1)
        .join(' '));
}
/** Without the marks that Dockerfile and history set differently: quotes, brackets, `A=b` for `A b`. */
const plain = (text) => folded(text.replace(/["'\\]/g, '').replace(/[[\]{}&=-]/g, ' '));
/** The words of an instruction that its history entry has, too: unless they hold variables, or are resolved there. */
function plainWords({ keyword, words }) {
    const texts = words.map(({ text }) => plain(text)).filter((text) => !text.includes('$') && !text.startsWith('<<'));
    switch (keyword) {
        case 'ARG':
            return texts.slice(0, 1).map((text) => text.replace(/ .*/s, ''));
        case 'WORKDIR':
            // Joined with the one before.
            return texts
                .flatMap((text) => text.split('/'))
                .filter((segment) => !/^\.*$/.test(segment))
                .slice(-1);
        case 'EXPOSE':
            // Ranges are written out.
            return [];
        default:
            return texts;
    }
}
/** Whether what made a layer mentions the instruction's words. The classic builder has a checksum for what was copied. */
function mentions(made, instruction) {
    if (/^(?:COPY|ADD) (?:file|dir|multi):/.test(made))
        return true;
    const text = ` ${plain(instruction.keyword === 'WORKDIR' ? made.replaceAll('/', ' ') : made)} `;
    return plainWords(instruction).every((word) => text.includes(` ${word} `));
}
/** Whether a history entry can be an instruction's. */
function agrees(entry, instruction, dockerfile) {
    const made = instructionOf(entry.createdBy);
    if (made === null || !fitsLayer(entry, instruction.keyword))
        return false;
    if (!made.startsWith(`${instruction.keyword} `) && made !== instruction.keyword)
        return false;
    if (instruction.keyword !== 'RUN')
        return mentions(made, instruction);
    const text = runText(instruction, dockerfile);
    // A here-document that begins with #! is run as a file.
    if (/^RUN \/dev\/pipes\/\w+$/.test(made))
        return text.startsWith('#!');
    // A here-document of BuildKit's that is not the script itself stands in the entry with its body.
    return text.includes('<<')
        ? made.startsWith(`RUN ${text.slice(0, text.indexOf('<<')).trim()}`)
        : made === `RUN ${text}`;
}
/** Aligns history and Dockerfile from the end, up to the first disagreement: ONBUILD triggers, or another Dockerfile. */
function align(history, { dockerfile, chain }) {
    const expected = chain.flatMap((stage) => stage.instructions
        .filter(({ keyword }) => keyword !== 'FROM' && keyword !== 'ONBUILD')
        .map((instruction) => ({ instruction, stage })));
    const matches = new Map();
    for (const [distance, match] of expected.toReversed().entries()) {
        const index = history.length - 1 - distance;
        const entry = history[index];
        if (entry === undefined || !agrees(entry, match.instruction, dockerfile))
            return { matches, complete: false };
        matches.set(index, match);
    }
    return { matches, complete: true };
}
/** Whether build arguments, if they were known, could turn a FROM to another stage of the file. */
function canNameStage({ base, index }, dockerfile) {
    const image = base.image.toLowerCase();
    const [first, last] = [image.indexOf('$'), Math.max(image.lastIndexOf('}'), image.lastIndexOf('$'))];
    if (first === -1)
        return false;
    const [before, after] = [image.slice(0, first), image[last] === '}' ? image.slice(last + 1) : ''];
    return dockerfile.stages.some((stage) => stage.index < index && stage.name?.startsWith(before) === true && stage.name.endsWith(after));
}
/** The layers below the Dockerfile's own are those of its FROM, where all of its own were found. */
function baseAttribution({ matches, complete }, history, { dockerfile, chain, isKnown }) {
    const [stage] = chain;
    const from = stage?.instructions[0];
    if (!complete || stage === undefined || from === undefined)
        return null;
    const hasOwnLayer = [...matches.keys()].some((index) => history[index]?.emptyLayer === false);
    // Another image's Dockerfile may agree in its CMD.
    if (!isKnown && (!hasOwnLayer || canNameStage(stage, dockerfile)))
        return null;
    return {
        origin: 'base',
        instruction: from.text,
        location: locationOf(from, stage, dockerfile.path),
        attribution: 'history',
    };
}
function byHistory(history, layerCount, definition) {
    const layers = [...history.entries()].filter(([, entry]) => !entry.emptyLayer);
    if (layers.length !== layerCount)
        return Array.from({ length: layerCount }, () => UNKNOWN);
    const alignment = definition === null ? null : align(history, definition);
    const base = definition === null || alignment === null ? null : baseAttribution(alignment, history, definition);
    return layers.map(([index, entry]) => {
        const match = alignment?.matches.get(index);
        if (definition !== null && match !== undefined) {
            const location = locationOf(match.instruction, match.stage, definition.dockerfile.path);
            return { origin: 'own', instruction: match.instruction.text, location, attribution: 'history' };
        }
        const instruction = instructionOf(entry.createdBy);
        return base ?? (instruction === null ? UNKNOWN : { ...UNKNOWN, instruction, attribution: 'history' });
    });
}
/**
 * Says of each layer, base first, which Dockerfile instruction made it: by BuildKit's provenance where it covers the
 * image, else by the image's history, which is believed only as far as it agrees with the Dockerfile.
 */
function attribute(input) {
    const { config, provenance, target, layerCount, buildArgs } = input;
    const built = provenance?.dockerfile ?? null;
    // What BuildKit built is right about the lines; the given file about the path.
    const isOther = built !== null && built.text !== input.dockerfile?.text;
    const dockerfile = isOther ? (0,parse/* parseDockerfile */.A)(input.dockerfile?.path ?? built.filename, built.text) : input.dockerfile;
    const variables = [...platformArgs(config), ...(buildArgs ?? [])];
    const chain = dockerfile === null ? [] : (0,stages/* stageChain */.ap)(dockerfile, target, variables);
    if (provenance?.layers.length === layerCount)
        return byProvenance(provenance.layers, dockerfile, chain);
    const hasDefinition = dockerfile !== null && chain.length > 0;
    const definition = hasDefinition ? { dockerfile, chain, isKnown: buildArgs !== null } : null;
    return byHistory(config.history, layerCount, definition);
}

// EXTERNAL MODULE: ./lib/analysis/filesystem.js
var filesystem = __webpack_require__(3087);
;// CONCATENATED MODULE: ./lib/analysis/measure.js
/** Weighs an image; totals are the sums of its layers. */
function measure(input) {
    const { image, attributions, upstream, fileSystem, name, commit, created, bases, buildArgs, build } = input;
    const layers = image.layers.map((layer, at) => measureLayer(layer, attributions[at] ?? unattributed, upstream[at] ?? null));
    const sum = (of) => layers.reduce((total, layer) => total + of(layer), 0);
    const isKnown = layers.every((layer) => layer.downloadBytes !== null);
    return {
        version: 1,
        name,
        platform: image.platform,
        source: { ...image.source },
        store: image.store,
        commit,
        created: created.toISOString(),
        diskBytes: sum((layer) => layer.diskBytes),
        downloadBytes: isKnown ? sum((layer) => layer.downloadBytes ?? 0) : null,
        deadBytes: fileSystem.deadBytes,
        files: sum((layer) => layer.files),
        layers,
        bases,
        buildArgs,
        build,
    };
}
const unattributed = { origin: null, instruction: null, location: null, attribution: 'none' };
const measureLayer = ({ diffId, digest, downloadBytes, index }, of, upstream) => ({
    diffId,
    digest,
    diskBytes: index.diskBytes,
    downloadBytes,
    files: index.files,
    origin: of.origin,
    instruction: of.instruction,
    location: of.location,
    attribution: of.attribution,
    upstream,
});

// EXTERNAL MODULE: ./lib/dockerfile/variables.js
var dockerfile_variables = __webpack_require__(7151);
;// CONCATENATED MODULE: ./lib/dockerfile/upstream.js


/** More lines than any Dockerfile that people write has for one layer. */
const mostLines = 1000;
/**
 * Finds the lines that decide what a layer holds beside its own text and the layers below it, in the order of the file:
 * ARG, ENV and the like in its scope; all lines of a stage that it takes something from, with the stages behind that
 * one; its own line, if it takes something from outside the Dockerfile that the layer does not show.
 *
 * @param buildArgs `NAME=value`
 */
function upstreamTracer(dockerfile, buildArgs) {
    const build = {
        dockerfile,
        rows: dockerfile.text.split('\n'),
        globals: (0,dockerfile_variables/* globalVariables */.vY)(dockerfile, buildArgs),
        given: (0,dockerfile_variables/* givenVariables */.P)(buildArgs),
        chains: new Map(),
        traced: new Map(),
    };
    return (stage, instruction) => traceLayer(stage, instruction, { ...build, stages: new Set(), lines: new Map() });
}
function traceLayer(stage, instruction, trace) {
    const own = tracedLine(instruction, stage, trace);
    addSettings(own, stage, trace);
    if (!showsItsSources(own))
        trace.lines.set(instruction, own);
    for (const source of own.sources)
        if (source.kind === 'stage')
            addStage(source.stage, trace);
    addGlobals([...trace.lines.values(), own], trace);
    if (trace.lines.size > mostLines)
        return null;
    return [...trace.lines.values()].sort((a, b) => a.instruction.range.firstLine - b.instruction.range.firstLine);
}
function chainUpTo(stage, { dockerfile, globals, chains }) {
    const chain = chains.get(stage) ?? (0,stages/* chainOf */.dR)(dockerfile, stage, globals);
    chains.set(stage, chain);
    return chain;
}
/** A layer of copied files is those files, so that nobody need read them; and what a stage has, its lines tell. */
function showsItsSources({ instruction: { keyword }, sources }) {
    const isCopy = keyword === 'COPY' || keyword === 'ADD';
    return sources.every(({ kind }) => kind === 'stage' || (kind === 'context' && isCopy));
}
const settings = new Set(['ARG', 'ENV', 'SHELL', 'USER', 'WORKDIR', 'ONBUILD']);
/** What neither is a setting nor writes files. */
const metadata = new Set(['CMD', 'ENTRYPOINT', 'LABEL', 'EXPOSE', 'HEALTHCHECK', 'STOPSIGNAL', 'MAINTAINER', 'VOLUME']);
/** A command sees all settings; other instructions those whose names they have. */
function addSettings({ instruction }, stage, trace) {
    if (instruction.keyword === 'FROM')
        return;
    const before = linesBefore(instruction, stage, trace).filter((line) => settings.has(line.instruction.keyword));
    const wanted = new Set((0,dockerfile_variables/* namesIn */.wX)(sourceText(instruction, trace)));
    for (const line of before.reverse()) {
        const isWanted = (0,dockerfile_variables/* definitionsIn */.kM)(line.instruction).some(({ name }) => wanted.has(name));
        if (instruction.keyword !== 'RUN' && !isWanted)
            continue;
        for (const name of (0,dockerfile_variables/* namesIn */.wX)(line.instruction.text))
            wanted.add(name);
        trace.lines.set(line.instruction, { ...line, sources: [] });
    }
}
/** Global ARGs are seen by FROM, and by an ARG without a default. */
function addGlobals(lines, trace) {
    const wanted = new Set(lines.flatMap(({ instruction }) => {
        if (instruction.keyword === 'FROM')
            return (0,dockerfile_variables/* namesIn */.wX)(instruction.text);
        const bare = instruction.keyword === 'ARG' ? (0,dockerfile_variables/* definitionsIn */.kM)(instruction).filter(({ value }) => value === null) : [];
        return bare.map(({ name }) => name);
    }));
    for (const instruction of trace.dockerfile.globals.toReversed()) {
        if (!(0,dockerfile_variables/* definitionsIn */.kM)(instruction).some(({ name }) => wanted.has(name)))
            continue;
        for (const name of (0,dockerfile_variables/* namesIn */.wX)(instruction.text))
            wanted.add(name);
        trace.lines.set(instruction, { instruction, stage: null, sources: [] });
    }
}
function addStage(top, trace) {
    for (const stage of chainUpTo(top, trace)) {
        if (trace.stages.has(stage))
            continue;
        trace.stages.add(stage);
        for (const instruction of stage.instructions.filter(({ keyword }) => !metadata.has(keyword))) {
            if (trace.lines.size > mostLines)
                return;
            const line = tracedLine(instruction, stage, trace);
            trace.lines.set(instruction, line);
            for (const source of line.sources)
                if (source.kind === 'stage')
                    addStage(source.stage, trace);
        }
    }
}
/** The lines of a stage before one of it, those of the stages that it is built on included. */
function linesBefore(end, top, build) {
    const lines = chainUpTo(top, build).flatMap((stage) => stage.instructions.map((instruction) => ({ instruction, stage })));
    const index = lines.findIndex(({ instruction }) => instruction === end);
    return index === -1 ? [] : lines.slice(0, index);
}
function tracedLine(instruction, stage, build) {
    const known = build.traced.get(instruction);
    if (known !== undefined)
        return known;
    const sources = [...sourcesOf(instruction, stage, build), ...hereDocuments(instruction, build)];
    const line = { instruction, stage, sources };
    build.traced.set(instruction, line);
    return line;
}
function sourcesOf(instruction, stage, build) {
    switch (instruction.keyword) {
        case 'FROM':
            return baseOf(stage, build);
        case 'COPY':
        case 'ADD':
            return copiedFrom(instruction, stage, build);
        case 'RUN':
            return instruction.flags
                .filter(({ name }) => name === 'mount')
                .flatMap(({ value }) => mountedFrom(value ?? '', instruction, stage, build));
        default:
            return [];
    }
}
function baseOf(stage, build) {
    const below = chainUpTo(stage, build).at(-2);
    if (below !== undefined)
        return [{ kind: 'stage', stage: below }];
    const reference = (0,dockerfile_variables/* expandKnown */.O8)(stage.base.image, build.globals);
    return reference === 'scratch' ? [] : [{ kind: 'image', reference }];
}
/** A stage by name or number, else an image. */
function namedSource(name, { index }, { dockerfile }) {
    const earlier = dockerfile.stages.slice(0, index);
    const stage = earlier.findLast((other) => other.name === name.toLowerCase()) ??
        (/^\d+$/.test(name) ? earlier[Number(name)] : null);
    return stage ? { kind: 'stage', stage } : { kind: 'image', reference: name.includes('$') ? null : name };
}
const flagOf = ({ flags }, name) => flags.find((flag) => flag.name === name)?.value ?? null;
/** What ADD fetches (BuildKit, frontend/dockerfile/dockerfile2llb, isHTTPSource and parseGitSource). */
const remote = /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@)/;
function copiedFrom(instruction, stage, build) {
    const from = flagOf(instruction, 'from');
    if (from !== null)
        return [namedSource(from, stage, build)];
    const isLocal = (path) => !path.startsWith('<<') && !(instruction.keyword === 'ADD' && remote.test(path));
    const paths = instruction.words
        .slice(0, -1)
        .map(({ text }) => text)
        .filter(isLocal);
    if (paths.length === 0)
        return [];
    // What is left out would have to be left out of the sum, too.
    const isWhole = instruction.flags.every(({ name }) => name !== 'exclude');
    return [{ kind: 'context', paths: isWhole ? expandPaths(paths, instruction, stage, build) : null }];
}
function expandPaths(paths, instruction, stage, build) {
    if (paths.every((path) => !path.includes('$')))
        return paths;
    const before = linesBefore(instruction, stage, build).map((line) => line.instruction);
    const variables = (0,dockerfile_variables/* stageVariables */.U4)(before, build.globals, build.given);
    const expanded = paths.flatMap((path) => (0,dockerfile_variables/* expandKnown */.O8)(path, variables) ?? []);
    return expanded.length === paths.length ? expanded : null;
}
/** `type=bind,from=stage,source=path,target=path`; a cache may begin with a stage's files, other types take none. */
function mountedFrom(mount, instruction, stage, build) {
    const fields = new Map(mount.split(',').map((field) => {
        const [key = '', ...value] = field.split('=');
        return [key.trim().toLowerCase(), value.join('=')];
    }));
    const type = fields.get('type') ?? 'bind';
    const from = fields.get('from');
    if (type !== 'bind' && type !== 'cache')
        return [];
    if (from !== undefined)
        return [namedSource(from, stage, build)];
    if (type === 'cache')
        return [];
    const path = fields.get('source') ?? fields.get('src') ?? '.';
    return [{ kind: 'context', paths: expandPaths([path], instruction, stage, build) }];
}
/** The instruction's lines as they stand in the file. */
const sourceText = ({ range: { firstLine, lastLine } }, { rows }) => rows.slice(firstLine - 1, lastLine).join('\n');
function hereDocuments(instruction, build) {
    if (!/<<-?["']?\w/.test(instruction.text))
        return [];
    return [{ kind: 'text', text: sourceText(instruction, build) }];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/analysis/brief-sum.js

/**
 * A sum of texts that tells whether they changed, and too short to find them from: 16 bits of a SHA-256, as four
 * hexadecimal digits. A guess can't be confirmed by it, as one text in 65,536 has the same; so often a change goes unseen.
 */
function briefSum(...texts) {
    const sum = (0,external_node_crypto_.createHash)('sha256');
    // With its length before it, a text can't run into the next.
    for (const text of texts)
        sum.update(`${Buffer.byteLength(text)}:`).update(text);
    return sum.digest('hex').slice(0, 4);
}

;// CONCATENATED MODULE: ./lib/analysis/upstream.js



/** Lines of so many characters in all are told, then none. */
const mostCharacters = 2 ** 20;
/** What a line takes beside its text, roughly. */
const placeCharacters = 150;
/** The lines that decide what each layer holds (`MeasuredLayer.upstream`), one list for each layer. */
async function findUpstream(input) {
    const { attributions, dockerfile, buildArgs } = input;
    const contents = new Map();
    let characters = 0;
    const trace = dockerfile && buildArgs && upstreamTracer(dockerfile, buildArgs);
    const linesOf = async ({ location }) => {
        const made = dockerfile && location && findMade(dockerfile, location);
        const traced = made && trace?.(made.stage, made.instruction);
        if (!dockerfile || !traced)
            return null;
        characters += traced.reduce((sum, { instruction }) => sum + instruction.text.length + placeCharacters, 0);
        if (characters > mostCharacters)
            return null;
        const lines = [];
        for (const { instruction, stage, sources } of traced) {
            // A line of several layers is read once.
            const content = contents.get(instruction) ?? contentOf(sources, input);
            contents.set(instruction, content);
            const location = upstream_locationOf(instruction, stage, dockerfile);
            lines.push({ location, instruction: instruction.text, content: await content });
        }
        return lines;
    };
    const found = [];
    for (const attribution of attributions)
        found.push(await linesOf(attribution));
    return found;
}
function findMade({ stages }, { firstLine, stage: name }) {
    for (const stage of stages.filter((candidate) => nameOf(candidate) === name)) {
        const instruction = stage.instructions.find(({ range }) => range.firstLine === firstLine);
        if (instruction !== undefined)
            return { stage, instruction };
    }
    return null;
}
const nameOf = ({ name, index }) => name ?? String(index);
function upstream_locationOf({ range }, stage, { path }) {
    const { firstLine, lastLine } = range;
    return { file: path, firstLine, lastLine, stage: stage && nameOf(stage) };
}
/** `UpstreamLine.content` of what a line takes: one word for each source, stages left out; null where one is not known. */
async function contentOf(sources, input) {
    const words = [];
    for (const source of sources) {
        if (source.kind === 'stage')
            continue;
        const word = await wordOf(source, input);
        if (word === null)
            return null;
        words.push(word);
    }
    return words.join(' ');
}
async function wordOf(source, { bases, sumFiles }) {
    switch (source.kind) {
        case 'image':
            return source.reference === null ? null : digestsOf(source.reference, bases ?? []);
        case 'context': {
            const sum = source.paths === null ? null : await sumFiles(source.paths);
            return sum === null ? null : `files:${sum}`;
        }
        case 'text':
            return `files:${briefSum(source.text)}`;
    }
}
/** A build for several platforms may take one image under several digests. */
function digestsOf(reference, bases) {
    const pinned = /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1];
    if (pinned !== undefined)
        return pinned;
    const name = familiarName(reference);
    const digests = bases.filter((base) => familiarName(base.reference) === name).map(({ digest }) => digest);
    return digests.length === 0 ? null : digests.sort().join(' ');
}
/** `docker.io/library/python` is `python:latest` (distribution/reference, FamiliarString). */
function familiarName(reference) {
    const short = reference.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\/(?=[^/]+$)/, '');
    return /:[^/]+$/.test(short) ? short : `${short}:latest`;
}
/**
 * `Measurement.buildArgs`; of a name that is given twice the last counts, as for buildx.
 *
 * @param buildArgs `NAME=value`; null: not known
 */
function sumBuildArgs(buildArgs) {
    if (buildArgs === null)
        return null;
    return Object.fromEntries(Array.from((0,dockerfile_variables/* givenVariables */.P)(buildArgs), ([name, value]) => [name, briefSum(name, value)]));
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/build/argv.js
var argv = __webpack_require__(7080);
// EXTERNAL MODULE: ./lib/build/failure.js
var build_failure = __webpack_require__(6194);
// EXTERNAL MODULE: ./lib/build/versions.js
var versions = __webpack_require__(483);
;// CONCATENATED MODULE: ./lib/build/builder.js



function field(inspected, name) {
    return new RegExp(`^${name}:[ \\t]*(\\S.*)$`, 'm').exec(inspected)?.[1]?.trim() ?? null;
}
/** Runs a program for an answer; whatever keeps it from giving one becomes a sentence with the remedy. */
async function ask(exec, [program, ...first], args, context) {
    const result = await exec(program, [...first, ...args]).catch((cause) => {
        throw new errors/* UserError */.yo('Docker is not installed, or not on the PATH.', {
            hint: 'Install the Docker CLI with its buildx plugin: https://docs.docker.com/engine/install/',
            cause,
        });
    });
    const known = (0,build_failure/* explainKnown */.Xy)(`${result.stderr}\n${result.stdout}\n`, context);
    if (known !== null)
        throw new errors/* UserError */.yo(known.message, { hint: known.hint });
    if (result.exitCode !== 0) {
        throw new errors/* UserError */.yo(`"${[program, ...first, ...args].join(' ')}" failed: ${result.stderr.trim() || `exit code ${result.exitCode}`}`, {
            hint: 'Try the same command on a terminal of this machine.',
        });
    }
    return result.stdout.trim();
}
/**
 * Looks at what is there before anything is built.
 *
 * @throws UserError where docker, buildx, the builder or the engine are missing, unreachable or too old
 */
async function inspectBuilder(exec, program, context) {
    const asked = {
        buildx: ask(exec, program, ['version'], context),
        builder: ask(exec, program, ['inspect', ...(context.builder === null ? [] : [context.builder])], context),
        engine: ask(exec, ['docker'], ['version', '--format', '{{.Server.Version}}'], context),
    };
    // Asked at once, answered in this order: the first that fails says what is wrong. The engine need not be there.
    await Promise.allSettled(Object.values(asked));
    const buildx = await asked.buildx;
    (0,versions/* requireVersion */.eU)('Docker buildx', buildx, versions/* OLDEST_BUILDX */.Jz, 'Update the buildx plugin, or use docker/setup-buildx-action.');
    const inspected = await asked.builder;
    // `inspect` succeeds where the builder does not answer; then it has an `Error:` and no driver.
    const driver = field(inspected, 'Driver');
    if (driver === null) {
        throw new errors/* UserError */.yo(`The builder cannot be used: ${field(inspected, 'Error') ?? 'buildx names no driver'}`, {
            hint: '"docker buildx ls" shows the builders and their state.',
        });
    }
    if (driver === 'docker') {
        (0,versions/* requireVersion */.eU)('The Docker engine', await asked.engine, versions/* OLDEST_ENGINE */.x, 'Update the engine.');
    }
    return { buildx, driver, buildkit: field(inspected, 'BuildKit version') };
}

;// CONCATENATED MODULE: ./lib/build/output.js



/** `image-size-gate/<name>:<random>`; the name reduced to what an image's name may hold. */
function ownTagFor(name, random) {
    const slug = name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
    return `image-size-gate/${slug.slice(0, 100) || 'image'}:${random}`;
}
/**
 * Chooses the outputs so that the image can be measured after the build, beside what the user asked for.
 *
 * @param ownTag for an image of the engine to which the user gives no tag
 * @param layoutDir for an OCI layout, where only a builder's cache would hold the image
 */
function planOutput(settings, builder, ownTag, layoutDir) {
    const { tags, push, load } = settings;
    if (push && tags.length === 0) {
        throw new errors/* UserError */.yo('Input push: there are no tags to push to.', {
            hint: 'Set "tags" to the image names, one per line.',
        });
    }
    const pushFlags = push ? ['--push'] : [];
    // The engine's own builder keeps what it pushes; with --load beside --push the containerd store fails ("already exists").
    if (builder.driver === 'docker')
        return inEngine(tags, ownTag, pushFlags);
    if (push) {
        const hint = 'Update the builder, or push in a step of its own.';
        (0,versions/* requireVersion */.eU)("The builder's BuildKit", builder.buildkit ?? '', versions/* OLDEST_BUILDKIT_FOR_PUSH */.Y9, hint);
    }
    if (load)
        return inEngine(tags, ownTag, ['--load', ...pushFlags]);
    return {
        image: { kind: 'oci-dir', path: layoutDir },
        tags,
        ownTag: null,
        flags: ['--output', `type=oci,tar=false,${(0,argv/* csvField */.XR)(`dest=${layoutDir}`)}`, ...pushFlags],
    };
}
function inEngine(userTags, ownTag, flags) {
    const tags = userTags.length === 0 ? [ownTag] : userTags;
    return {
        image: { kind: 'engine', reference: tags[0] },
        tags,
        ownTag: userTags.length === 0 ? ownTag : null,
        flags,
    };
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/build/progress.js


/** Longer lines are cut: no one reads them, and a build could print one without end. */
const LONGEST_LINE = 4_000;
/** Control characters and bidirectional controls: they could hide or reorder what stands in the log. */
const CONTROLS = /(?!\t)[\p{Cc}\p{Bidi_Control}]/gu;
/**
 * A line of a program's output as it may go to the log. The runner takes lines that begin with `::`, and `##[` anywhere,
 * as commands (actions/runner, ActionCommand.cs): a bar in front and a blank inside keep a build from giving any.
 */
function logLine(line) {
    const text = (0,external_node_util_.stripVTControlCharacters)(line).replace(CONTROLS, '').replaceAll('##[', '# #[');
    return `| ${text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)} …` : text}`;
}
/** Cuts a stream of bytes into lines; `end` gives the last one, where it has no line break. */
function lineReader(onLine, breaks = /\r?\n|\r(?=[^\n])/) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let rest = '';
    const take = (text) => {
        const lines = `${rest}${text}`.split(breaks);
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
    };
    return {
        write: (chunk) => take(decoder.write(chunk)),
        end: () => {
            take(decoder.end());
            if (rest !== '')
                onLine(rest);
            rest = '';
        },
    };
}
/**
 * What buildx prints, and then succeeds, where an OCI layout takes the same (mostly empty) layer twice at once: containerd's
 * content store lets one writer in, the blob is written all the same.
 */
function isHarmless(line) {
    return /^ERROR: \(\*service\)\.Write failed: .* ref layer-sha256:[0-9a-f]{64} locked for /.test(line);
}
const step = /^#(\d+) \[(?:[^\]]* )?\d+\/\d+\] (?!FROM )/;
const hit = /^#(\d+) CACHED$/;
const contextLoad = /^#(\d+) \[(?:internal\] load build context|context [^\]]*\] load from client)$/;
const transfer = /^#(\d+) transferring .*: (\d+(?:\.\d+)?)(B|kB|MB|GB|TB)(?: |$)/;
/** Powers of 1000, as tonistiigi/units prints them for BuildKit. */
const transferUnits = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };
/**
 * Counts by the lines of `--progress=plain`, of which the log is made anyway: `rawjson` would have to be rendered for it
 * again, and its layout is no documented interface either.
 *
 * A step is an instruction of the Dockerfile: what BuildKit does besides (`[internal] …`, `exporting to image`) is none,
 * and neither is FROM, for which it says CACHED at one time and DONE at the next. What a program prints cannot pass for
 * BuildKit's word: each of its lines stands behind the step's number and the seconds since its start. (A carriage return
 * of its own begins no line here.)
 *
 * A transfer is printed as it grows, `12.35MB`: bytes below 1 kB, else two decimals of the unit, so within 5 kB of what
 * it was below 1 GB. The Dockerfile and the ignore files are sent by loads of their own, which are not counted.
 */
function buildCounter() {
    const steps = new Set();
    const cached = new Set();
    const contexts = new Map();
    const { write } = lineReader((line) => {
        const at = step.exec(line)?.[1];
        if (at !== undefined)
            steps.add(at);
        const reused = hit.exec(line)?.[1];
        if (reused !== undefined && steps.has(reused))
            cached.add(reused);
        const load = contextLoad.exec(line)?.[1];
        if (load !== undefined && !contexts.has(load))
            contexts.set(load, null);
        const [, from = '', amount = '', unit = ''] = transfer.exec(line) ?? [];
        if (contexts.has(from))
            contexts.set(from, Math.round(Number(amount) * (transferUnits[unit] ?? Number.NaN)));
    }, /\r?\n/);
    return {
        write,
        count: () => ({ steps: steps.size, cachedSteps: cached.size, contextBytes: sumOf(contexts.values()) }),
    };
}
function sumOf(parts) {
    let total = 0;
    for (const part of parts) {
        if (part === null)
            return null;
        total += part;
    }
    return total;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(7597);
// EXTERNAL MODULE: ./lib/model/measurement.js
var measurement = __webpack_require__(2317);
;// CONCATENATED MODULE: ./lib/build/provenance.js


/**
 * BuildKit's max provenance, by shape: SLSA v0.2 (`metadata["https://mobyproject.org/buildkit@v1#metadata"]`) and v1
 * (`runDetails.metadata.buildkit_metadata`); docs.docker.com/build/metadata/attestations/slsa-definitions.
 */
const descriptor = schemas/* object */.Ikc({ digest: schemas/* string */.YjP() });
const range = schemas/* object */.Ikc({ start: schemas/* object */.Ikc({ line: schemas/* int */.Whr() }), end: schemas/* object */.Ikc({ line: schemas/* int */.Whr() }) });
const place = schemas/* object */.Ikc({ sourceIndex: schemas/* int */.Whr().optional(), ranges: schemas/* array */.YOg(range).default([]) });
const buildkitMetadata = schemas/* object */.Ikc({
    source: schemas/* object */.Ikc({
        locations: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ locations: schemas/* array */.YOg(place).optional() })),
        infos: schemas/* array */.YOg(schemas/* object */.Ikc({ filename: schemas/* string */.YjP(), data: schemas/* string */.YjP() })).optional(),
    }),
    layers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* array */.YOg(descriptor))),
});
const buildConfig = schemas/* object */.Ikc({
    llbDefinition: schemas/* array */.YOg(schemas/* object */.Ikc({
        id: schemas/* string */.YjP(),
        op: schemas/* object */.Ikc({ Op: schemas/* object */.Ikc({ source: schemas/* object */.Ikc({ identifier: schemas/* string */.YjP() }).optional() }).optional() }).optional(),
        inputs: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    })),
});
const material = schemas/* object */.Ikc({ uri: schemas/* string */.YjP(), digest: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).nullish() });
const materials = schemas/* array */.YOg(material)
    .nullish()
    .transform((all) => all ?? []);
const slsa02 = schemas/* object */.Ikc({
    buildConfig,
    materials,
    metadata: schemas/* object */.Ikc({ 'https://mobyproject.org/buildkit@v1#metadata': buildkitMetadata }),
});
const slsa1 = schemas/* object */.Ikc({
    buildDefinition: schemas/* object */.Ikc({ internalParameters: schemas/* object */.Ikc({ buildConfig }), resolvedDependencies: materials }),
    runDetails: schemas/* object */.Ikc({ metadata: schemas/* object */.Ikc({ buildkit_metadata: buildkitMetadata }) }),
});
function predicateOf(document) {
    const v02 = slsa02.safeParse(document);
    if (v02.success) {
        const metadata = v02.data.metadata['https://mobyproject.org/buildkit@v1#metadata'];
        return { steps: v02.data.buildConfig.llbDefinition, metadata, materials: v02.data.materials };
    }
    const v1 = slsa1.safeParse(document);
    if (!v1.success)
        return null;
    return {
        steps: v1.data.buildDefinition.internalParameters.buildConfig.llbDefinition,
        metadata: v1.data.runDetails.metadata.buildkit_metadata,
        materials: v1.data.buildDefinition.resolvedDependencies,
    };
}
/** The predicate within buildx's metadata file, an in-toto statement, or itself. */
function findPredicate(document) {
    const wrapped = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).safeParse(document);
    if (!wrapped.success)
        return null;
    const key = 'buildx.build.provenance';
    // With several platforms there is one key for each: which one is meant cannot be told here.
    const perPlatform = Object.keys(wrapped.data).filter((name) => name.startsWith(`${key}/`));
    const inner = wrapped.data[key] ?? (perPlatform.length === 1 ? wrapped.data[perPlatform[0]] : undefined);
    return predicateOf(inner ?? wrapped.data.predicate ?? document);
}
function chains(predicate, output) {
    const all = Object.hasOwn(predicate.metadata.layers, output) ? predicate.metadata.layers[output] : undefined;
    return (all ?? []).map((chain) => chain.map(({ digest }) => digest)).filter(({ length }) => length > 0);
}
/** The image's own chain: that of the last step's input. */
function finalChain(predicate, layerCount) {
    const result = predicate.steps.at(-1)?.inputs?.[0];
    const candidates = result === undefined ? [] : chains(predicate, result);
    if (layerCount !== null)
        return candidates.find(({ length }) => length === layerCount) ?? null;
    const lengths = new Set(candidates.map(({ length }) => length));
    return lengths.size === 1 ? (candidates[0] ?? null) : null;
}
const isPrefix = (chain, whole) => chain.length <= whole.length && chain.every((digest, index) => digest === whole[index]);
function placesOf(predicate, step) {
    const { locations } = predicate.metadata.source;
    const found = Object.hasOwn(locations, step.id) ? (locations[step.id]?.locations ?? []) : [];
    return found
        .filter(({ sourceIndex = 0, ranges }) => sourceIndex === 0 && ranges.length > 0)
        .map(({ ranges }) => ({
        firstLine: ranges.reduce((first, { start }) => Math.min(first, start.line), Number.POSITIVE_INFINITY),
        lastLine: ranges.reduce((last, { start, end }) => Math.max(last, start.line, end.line), 0),
    }))
        .filter(({ firstLine }) => firstLine > 0)
        .toSorted((a, b) => a.firstLine - b.firstLine);
}
/** FROM: BuildKit's source operations that bring a whole image. */
const isImageSource = (step) => /^(?:docker-image|oci-layout):\/\//.test(step.op?.Op?.source?.identifier ?? '');
/** The steps on the way to the image, each with the number of layers that the image has after it. */
function stepsByHeight(predicate, whole) {
    return predicate.steps
        .flatMap((step) => {
        const own = chains(predicate, `${step.id}:0`).filter((chain) => isPrefix(chain, whole));
        return own.length === 0 ? [] : [{ step, height: Math.max(...own.map(({ length }) => length)) }];
    })
        .toSorted((a, b) => a.height - b.height);
}
/**
 * The step that made the layer at `height` below `step`, by the graph: BuildKit may take a step's result from the cache of
 * another build, whose lower layers are then not those that the steps below have in this one. Their number still is.
 * Null where the graph leaves a choice.
 */
function stepBelow(predicate, step, from, height) {
    let at = step;
    for (let below = from - 1; below >= height; below--) {
        const outputs = new Set(at.inputs);
        const candidates = predicate.steps.filter(({ id }) => outputs.has(`${id}:0`) && chains(predicate, `${id}:0`).some(({ length }) => length === below));
        const [only, ...others] = candidates;
        if (only === undefined || others.length > 0)
            return null;
        at = only;
    }
    return at;
}
/** `pkg:docker/<name>@<tag>?digest=…&platform=…` (BuildKit, util/purl) as a FROM would name it; null for other packages. */
function imageOf(uri) {
    const [, name, version, query] = /^pkg:docker\/([^@?#]+)(?:@([^?#]*))?(?:\?([^#]*))?$/.exec(uri) ?? [];
    if (name === undefined)
        return null;
    try {
        const pinned = new URLSearchParams(query).get('digest');
        const tag = version ? `:${decodeURIComponent(version)}` : '';
        return `${decodeURIComponent(name)}${tag}${pinned ? `@${pinned}` : ''}`;
    }
    catch {
        return null;
    }
}
/** Each image once, though the build may have asked for it under several platforms. */
function basesOf({ materials }) {
    const bases = new Map();
    for (const material of materials) {
        const reference = imageOf(material.uri);
        const parsed = measurement/* digest */.br.safeParse(`sha256:${material.digest?.sha256}`);
        if (reference === null || !parsed.success)
            continue;
        bases.set(`${reference} ${parsed.data}`, { reference, digest: parsed.data });
    }
    return [...bases.values()];
}
function dockerfileOf({ metadata }) {
    const info = metadata.source.infos?.[0];
    if (info === undefined)
        return null;
    return { filename: info.filename, text: Buffer.from(info.data, 'base64').toString('utf8') };
}
/**
 * Joins an image's layers with the Dockerfile lines that made them. Digests do not serve (BuildKit's are of another
 * kind than the image's), positions do: a step's `layers` are the whole chain up to and including its own, so the layer
 * at position i belongs to the first step whose chain is longer than i and a prefix of the image's. A gap between two
 * such steps is closed by the graph.
 *
 * @param document the `--metadata-file` of buildx, or an attestation, parsed
 * @param layerCount of the image; null where it is not known yet (then the document must leave no choice)
 * @returns null for any document that does not tell it all
 */
function parseProvenance(document, layerCount) {
    const predicate = findPredicate(document);
    const whole = predicate === null ? null : finalChain(predicate, layerCount);
    if (predicate === null || whole === null)
        return null;
    const steps = stepsByHeight(predicate, whole);
    const layers = [];
    for (const index of whole.keys()) {
        const above = steps.find(({ height }) => height > index);
        if (above === undefined)
            return null;
        // Only a FROM brings several layers at once.
        const isExact = isImageSource(above.step) || above.height === index + 1;
        const owner = isExact ? above.step : stepBelow(predicate, above.step, above.height, index + 1);
        if (owner === null)
            return null;
        layers.push({ origin: isImageSource(owner) ? 'base' : 'own', places: placesOf(predicate, owner) });
    }
    return { dockerfile: dockerfileOf(predicate), layers, bases: basesOf(predicate) };
}

// EXTERNAL MODULE: ./lib/build/redact.js
var redact = __webpack_require__(4015);
// EXTERNAL MODULE: ./lib/build/secrets.js
var build_secrets = __webpack_require__(4753);
;// CONCATENATED MODULE: ./lib/build/buildx.js











/** What keeps values out of what a build of these settings prints. */
async function buildRedactor(settings, { environment, workingDirectory, log }) {
    const secrets = await (0,build_secrets/* secretValues */.VX)(settings, environment, workingDirectory);
    for (const value of secrets)
        log.secret(value);
    return (0,redact/* redactor */.$)([...secrets, ...(0,build_secrets/* buildArgValues */.$G)(settings, environment)]);
}
async function runBuild(command, redact, settings, options) {
    const { exec, log } = options;
    const counter = buildCounter();
    const lines = lineReader((line) => {
        if (!isHarmless(line))
            log.info(logLine(redact(line)));
    });
    const result = await log.group(`Build ${options.name}`, async () => {
        log.info(redact((0,argv/* shownCommand */.h9)(command)));
        const ran = await exec('docker', command.args, {
            cwd: options.workingDirectory,
            env: command.env,
            onStderr(chunk) {
                lines.write(chunk);
                counter.write(chunk);
            },
        });
        lines.end();
        return ran;
    });
    if (result.exitCode === 0)
        return counter.count();
    const failure = (0,build_failure/* explainFailure */.SP)(redact(result.stderr), (0,build_failure/* failureContext */.u2)(settings, options.dockerfile));
    if (failure.file !== null && failure.line !== null) {
        log.error(failure.message, { title: 'The image does not build', file: failure.file, startLine: failure.line });
    }
    throw new errors/* UserError */.yo(failure.message, { hint: failure.hint });
}
/** Null where buildx wrote none: an image can be weighed without. */
async function readProvenance(metadataFile, log) {
    try {
        const provenance = parseProvenance(JSON.parse(await (0,promises_.readFile)(metadataFile, 'utf8')), null);
        if (provenance === null)
            log.debug('The build metadata holds no provenance that covers all layers.');
        return provenance;
    }
    catch (cause) {
        log.debug(`The build metadata cannot be read: ${(0,errors/* errorText */.kc)(cause)}`);
        return null;
    }
}
/**
 * Builds the image and leaves it where it can be measured.
 *
 * @throws UserError where it does not build; the line is annotated then, if BuildKit names one
 */
async function buildImage(settings, options) {
    const redact = await buildRedactor(settings, options);
    const builder = await inspectBuilder(options.exec, options.buildx, (0,build_failure/* failureContext */.u2)(settings, options.dockerfile));
    await (0,promises_.mkdir)(options.tempDir, { recursive: true });
    const ownTag = ownTagFor(options.name, options.random());
    const plan = planOutput(settings, builder, ownTag, (0,external_node_path_.join)(options.tempDir, `layout-${options.random()}`));
    // The metadata hold the values of build arguments, too: they go together with the secrets.
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.tempDir, 'build-'));
    try {
        const metadataFile = (0,external_node_path_.join)(folder, 'metadata.json');
        const secrets = (0,argv/* secretFlags */.K2)(settings, await (0,build_secrets/* writeSecrets */.Pl)(settings, (0,external_node_path_.join)(folder, 'secrets')));
        const target = { tags: plan.tags, secrets, output: plan.flags, metadataFile };
        const command = (0,argv/* buildCommand */.Oe)(settings, target, options.environment);
        const started = options.clock().getTime();
        const count = await runBuild(command, redact, settings, options);
        const seconds = (options.clock().getTime() - started) / 1000;
        return {
            image: plan.image,
            ownTag: plan.ownTag,
            provenance: await readProvenance(metadataFile, options.log),
            figures: { seconds, ...count },
        };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** Removes a tag of ours, and with it the image if it has no other; the build cache stays. Never rejects. */
async function removeTag(tag, docker, log) {
    const removed = docker.getImage(tag).remove();
    await removed.catch((error) => log.debug(`The tag ${tag} was not removed: ${(0,errors/* errorText */.kc)(error)}`));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/@balena/dockerignore/ignore.js
var ignore = __webpack_require__(4158);
;// CONCATENATED MODULE: ./lib/build/context-sums.js






const defaultLimits = { files: 20_000, bytes: 512 * 1024 * 1024, names: 200_000 };
const longestIgnoreFile = 64 * 1024;
const longestRead = 256 * 1024;
/** Files that are read at the same time. */
const atOnce = 16;
/**
 * Sums over the files that paths of a build context lead to, as COPY takes them: folders with all that is in them, `*`,
 * `?` and `[…]` as Go's filepath.Match has them, what .dockerignore names left out. A sum is over path, content and
 * whether a file is executable, never over times; a symbolic link is what it says, and is never followed.
 *
 * @returns sums by paths; null for what can't be read, lies behind a link or is too much. Never rejects.
 */
function contextSums(places, limits = defaultLimits) {
    const left = { ...limits };
    const sums = new Map();
    let isIgnored = null;
    return async (paths) => {
        try {
            isIgnored ??= readIgnoreFile(places.ignoreFiles);
            const context = { folder: places.folder, left, sums, ignores: await isIgnored };
            const files = new Map();
            for (const path of paths) {
                for (const found of await matches(path, context))
                    await addRoot(found, files, context);
            }
            return briefSum(JSON.stringify(await sumAll(files, context)));
        }
        catch {
            return null;
        }
    };
}
/** The first that is there counts, as BuildKit takes `<Dockerfile>.dockerignore` before the other. */
async function readIgnoreFile(candidates) {
    for (const path of candidates) {
        const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
            if (error.code === 'ENOENT')
                return null;
            throw error;
        });
        if (text === null)
            continue;
        if (text.length > longestIgnoreFile)
            throw new Error(`${path} is too long`);
        const patterns = ignore["default"]({ ignorecase: false }).add(text.replace(/^\uFEFF/, ''));
        return { path: (file) => patterns.ignores(file), hasExceptions: /^\s*!/m.test(text) };
    }
    return { path: () => false, hasExceptions: false };
}
function take(context, what, count) {
    context.left[what] -= count;
    if (context.left[what] < 0)
        throw new Error(`The build context has too many ${what}`);
}
/** What is in a folder of the context, which is no link and does not lie behind one. */
async function list(path, context) {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(context.folder, path), { withFileTypes: true });
    take(context, 'names', entries.length);
    return entries;
}
const hasWildcard = (segment) => /[*?[\\]/.test(segment);
/** Paths that a pattern leads to, relative to the context; '' is the context itself. */
async function matches(pattern, context) {
    // As BuildKit cleans it: nothing leads out of the context.
    const segments = external_node_path_.posix.normalize(`/${pattern}`).split('/').filter(Boolean);
    let found = [''];
    for (const segment of segments) {
        const next = await Promise.all(found.map((folder) => matchesIn(folder, segment, context)));
        found = next.flat();
    }
    return found;
}
async function matchesIn(folder, segment, context) {
    const isFolder = folder === '' || (await (0,promises_.lstat)((0,external_node_path_.join)(context.folder, folder))).isDirectory();
    if (!isFolder)
        throw new Error(`${folder} is a link, or no folder`);
    if (!hasWildcard(segment))
        return [external_node_path_.posix.join(folder, segment)];
    const isMatch = segmentMatcher(segment);
    const entries = await list(folder, context);
    return entries.filter(({ name }) => isMatch(name)).map(({ name }) => external_node_path_.posix.join(folder, name));
}
/** More are no pattern that people write, and may take for ever. */
const mostStars = 4;
/** Go's filepath.Match for one segment of a path. */
function segmentMatcher(segment) {
    if (segment.split('*').length - 1 > mostStars)
        throw new Error('too many wildcards');
    const source = segment.replace(/\\(.)|\[(\^?)([^\]]+)\]|./gs, (text, escaped, not, set) => {
        if (escaped !== undefined)
            return RegExp.escape(escaped);
        if (set !== undefined)
            return `[${not}${set.replace(/[[\]&]/g, '\\$&')}]`;
        if (text === '[')
            throw new Error('a pattern that is none');
        if (text === '*')
            return '[^/]*';
        return text === '?' ? '[^/]' : RegExp.escape(text);
    });
    const expression = new RegExp(`^(?:${source})$`, 'su');
    return (name) => expression.test(name);
}
async function addRoot(path, files, context) {
    const kind = await (0,promises_.lstat)((0,external_node_path_.join)(context.folder, path));
    // BuildKit follows it.
    if (kind.isSymbolicLink())
        throw new Error(`${path} is a link`);
    await addTree(path, kind, files, context);
}
/** Adds a file, or all files of a folder. */
async function addTree(path, kind, files, context) {
    const isLeftOut = path !== '' && context.ignores.path(path);
    if (isLeftOut && !context.ignores.hasExceptions)
        return;
    if (kind.isDirectory()) {
        for (const entry of await list(path, context))
            await addTree(external_node_path_.posix.join(path, entry.name), entry, files, context);
    }
    else if (!isLeftOut && (kind.isFile() || kind.isSymbolicLink()))
        files.set(path, kind.isSymbolicLink());
}
/** Each file's path and sum, sorted. */
async function sumAll(files, context) {
    const paths = [...files.keys()].sort();
    const sums = [];
    for (let at = 0; at < paths.length; at += atOnce) {
        const group = paths.slice(at, at + atOnce).map(async (path) => {
            const sum = context.sums.get(path) ?? sumFile(path, files.get(path) === true, context);
            context.sums.set(path, sum);
            return [path, await sum];
        });
        sums.push(...(await Promise.all(group)));
    }
    return sums;
}
async function sumFile(path, isLink, context) {
    take(context, 'files', 1);
    const absolute = (0,external_node_path_.join)(context.folder, path);
    if (isLink)
        return `link ${await (0,promises_.readlink)(absolute)}`;
    // Not through a link that came to stand there in the meantime.
    const file = await (0,promises_.open)(absolute, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
    try {
        const { size, mode } = await file.stat();
        take(context, 'bytes', size);
        const sum = (0,external_node_crypto_.createHash)('sha256');
        const buffer = Buffer.allocUnsafe(Math.min(size, longestRead));
        for (let at = 0; at < size;) {
            const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, size - at), at);
            if (bytesRead === 0)
                break;
            sum.update(buffer.subarray(0, bytesRead));
            at += bytesRead;
        }
        return `${mode & 0o111 ? 'executable' : 'file'} ${sum.digest('hex')}`;
    }
    finally {
        await file.close();
    }
}

// EXTERNAL MODULE: ./lib/build/files.js
var build_files = __webpack_require__(7119);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/build/program.js



const byDocker = ['docker', 'buildx'];
/** Where docker looks for its plugins beside the user's folder (docker/cli, cli-plugins/manager). */
const systemFolders = [
    '/usr/local/lib/docker/cli-plugins',
    '/usr/local/libexec/docker/cli-plugins',
    '/usr/lib/docker/cli-plugins',
    '/usr/libexec/docker/cli-plugins',
];
/**
 * buildx without docker, which runs a plugin twice, first to be told what it is: three processes, each of which takes
 * longer than a question does. The plugin is the one that docker would find; where that is not plain, docker finds it.
 */
async function findBuildx({ DOCKER_CONFIG }, folders = systemFolders) {
    const config = DOCKER_CONFIG || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.docker');
    const settings = await (0,promises_.readFile)((0,external_node_path_.join)(config, 'config.json'), 'utf8').catch(() => '');
    if (settings.includes('"cliPluginsExtraDirs"'))
        return byDocker;
    for (const folder of [(0,external_node_path_.join)(config, 'cli-plugins'), ...folders]) {
        const plugin = (0,external_node_path_.join)(folder, 'docker-buildx');
        if (await isProgram(plugin))
            return [plugin];
    }
    return byDocker;
}
const isProgram = (path) => (0,promises_.access)(path, promises_.constants.X_OK).then(() => true, () => false);

// EXTERNAL MODULE: ./lib/image/missing.js
var missing = __webpack_require__(8533);
// EXTERNAL MODULE: ./lib/image/archive.js
var archive = __webpack_require__(283);
// EXTERNAL MODULE: ./lib/image/assemble.js
var assemble = __webpack_require__(3277);
// EXTERNAL MODULE: ./lib/image/error-code.js
var error_code = __webpack_require__(2825);
;// CONCATENATED MODULE: ./lib/image/inspect-manifests.js
/**
 * `GET /images/{name}/json?manifests=1`: an image with the manifests of its index, since API 1.48 and on the containerd
 * store alone. By hand, since dockerode's `inspect` loses its options on the way.
 */
function inspectManifests(docker, reference) {
    const request = {
        path: `/images/${reference}/json?`,
        method: 'GET',
        options: { manifests: true },
        statusCodes: { 200: true, 404: 'no such image', 500: 'server error' },
    };
    return new Promise((resolve, reject) => {
        docker.modem.dial(request, (error, answer) => (error ? reject(error) : resolve(answer)));
    });
}

// EXTERNAL MODULE: ./lib/image/oci.js
var oci = __webpack_require__(9472);
// EXTERNAL MODULE: ./lib/image/reading.js
var reading = __webpack_require__(4341);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/image/save.js






/**
 * An image out of an engine by `docker save`, spooled to disk because its manifest comes last. Works with any engine,
 * however far away; several times slower than the sink on the containerd store, and without download sizes on the
 * classic one.
 */
async function readBySave(docker, source, store, options) {
    const file = (0,external_node_path_.join)(options.tempDir, `save-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}.tar`);
    try {
        await (0,external_node_stream_promises_.pipeline)(await docker.getImage(source.reference).get(), (0,external_node_fs_.createWriteStream)(file, { flags: 'wx', mode: 0o600 }));
        return await (0,archive/* readArchive */.bL)(source, options, file, store);
    }
    finally {
        await (0,promises_.rm)(file, { force: true });
    }
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./lib/image/layer.js + 7 modules
var image_layer = __webpack_require__(5806);
;// CONCATENATED MODULE: ./lib/image/sink.js






const randomName = () => (0,external_node_crypto_.randomBytes)(16).toString('hex');
/** Every sink's repository is in this one, so that what a killed run leaves behind is known for ours. */
const sinkFolder = 'image-size-gate';
/** `maxUnpacked`: as in `ReadOptions`. */
async function openSink(present, maxUnpacked) {
    const state = {
        name: `${sinkFolder}/${randomName()}`,
        tag: 'image',
        present,
        maxUnpacked,
        received: new Map(),
        sizes: new Map(),
        manifests: new Map(),
        uploads: new Map(),
        tagged: null,
        refused: null,
    };
    // An import of the module would read all that it has, and so load Node's fetch.
    const { createServer } = process.getBuiltinModule('node:http');
    const server = createServer((request, response) => {
        answer(state, request, response).catch((error) => fail(state, request, response, error));
    });
    // A layer may take longer than the five minutes that a request has by default.
    server.requestTimeout = 0;
    server.listen(0, '127.0.0.1');
    await (0,external_node_events_.once)(server, 'listening');
    return {
        repository: `127.0.0.1:${portOf(server)}/${state.name}`,
        tag: state.tag,
        received: state.received,
        manifests: state.manifests,
        tagged: () => state.tagged,
        refused: () => state.refused,
        async close() {
            for (const upload of state.uploads.values())
                upload.body.destroy();
            server.close();
            server.closeAllConnections();
            await (0,external_node_events_.once)(server, 'close');
        },
    };
}
function portOf(server) {
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new Error('The sink has no port');
    return address.port;
}
function fail(state, request, response, error) {
    request.resume();
    const isBlobToBlame = error instanceof errors/* UserError */.yo;
    if (isBlobToBlame)
        state.refused ??= error;
    if (response.headersSent)
        response.destroy();
    // An engine sends again what is refused in any other way than this (moby, distribution/errors.go).
    else if (isBlobToBlame)
        refuse(response, 403, 'DENIED', error.message);
    else
        refuse(response, 400, 'UNKNOWN', (0,errors/* errorText */.kc)(error));
}
/** An error as the distribution-spec words it. */
function refuse(response, status, code, message) {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ errors: [{ code, message }] }));
}
async function answer(state, request, response) {
    const url = new URL(request.url ?? '/', 'http://sink');
    if (url.pathname === '/v2/' || url.pathname === '/v2') {
        response.writeHead(200, { 'Docker-Distribution-Api-Version': 'registry/2.0' }).end();
        return;
    }
    const prefix = `/v2/${state.name}/`;
    const path = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : '';
    const [collection, reference, upload] = path.split('/');
    if (collection === 'blobs' && reference === 'uploads') {
        await answerUpload(state, request, response, upload ?? '', url.searchParams.get('digest'));
    }
    else if (collection === 'blobs' && request.method === 'HEAD') {
        answerBlob(state, response, (0,oci/* asDigest */.J6)(reference ?? ''));
    }
    else if (collection === 'manifests' && request.method === 'PUT') {
        await takeManifest(state, request, response, reference ?? '');
    }
    else {
        request.resume();
        refuse(response, 404, 'NAME_UNKNOWN', 'not here');
    }
}
function answerBlob(state, response, digest) {
    const size = digest === null ? undefined : (state.present.get(digest) ?? state.sizes.get(digest));
    if (digest === null || size === undefined) {
        refuse(response, 404, 'BLOB_UNKNOWN', 'to be sent');
        return;
    }
    response.writeHead(200, { 'Content-Length': size, 'Docker-Content-Digest': digest }).end();
}
async function takeManifest(state, request, response, reference) {
    const bytes = await readBounded(request, oci/* maxManifestBytes */.rq);
    const digest = `sha256:${(0,external_node_crypto_.hash)('sha256', bytes, 'hex')}`;
    if (reference === state.tag)
        state.tagged = bytes;
    else if (reference !== digest) {
        refuse(response, 400, 'DIGEST_INVALID', `the manifest is ${digest}`);
        return;
    }
    state.manifests.set(digest, bytes);
    const location = `/v2/${state.name}/manifests/${digest}`;
    response.writeHead(201, { Location: location, 'Docker-Content-Digest': digest }).end();
}
async function readBounded(stream, maxBytes) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of stream) {
        bytes += chunk.length;
        if (bytes > maxBytes)
            throw new errors/* UserError */.yo(`A document of the image has more than ${maxBytes} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/** POST begins an upload, PATCH brings bytes, PUT brings the last ones and the digest. */
async function answerUpload(state, request, response, id, digest) {
    if (request.method === 'POST') {
        request.resume();
        const started = randomName();
        state.uploads.set(started, startUpload(state.maxUnpacked));
        progress(state, response, 202, started, 0);
        return;
    }
    const upload = state.uploads.get(id);
    if (upload === undefined) {
        request.resume();
        refuse(response, 404, 'BLOB_UPLOAD_UNKNOWN', 'no such upload');
    }
    else if (request.method === 'PATCH') {
        await feed(upload, request);
        progress(state, response, 202, id, upload.bytes);
    }
    else if (request.method === 'PUT') {
        await feed(upload, request);
        state.uploads.delete(id);
        await finishUpload(state, upload, response, digest);
    }
    else {
        state.uploads.delete(id);
        upload.body.destroy();
        response.writeHead(204).end();
    }
}
function progress(state, response, status, id, bytes) {
    const location = `/v2/${state.name}/blobs/uploads/${id}`;
    response.writeHead(status, { Location: location, 'Docker-Upload-UUID': id, Range: `0-${Math.max(0, bytes - 1)}` });
    response.end();
}
function startUpload(maxUnpacked) {
    // What waits here outlives young garbage: see scavenge.ts.
    const body = new external_node_stream_.PassThrough({ highWaterMark: 128 * 1024 });
    const arrived = receive(body, maxUnpacked);
    // An upload that the engine gives up is no error of ours; one that it finishes is awaited below.
    arrived.catch(() => undefined);
    return { body, arrived, bytes: 0 };
}
/** Waits where the reader is slower than the engine. */
async function feed(upload, request) {
    for await (const chunk of request) {
        upload.bytes += chunk.length;
        // Where the reader has failed, there is no more draining: `arrived` tells why.
        if (!upload.body.write(chunk))
            await Promise.race([(0,external_node_events_.once)(upload.body, 'drain'), upload.arrived]);
    }
}
async function finishUpload(state, upload, response, expected) {
    upload.body.end();
    const { digest, blob } = await upload.arrived;
    if (digest !== expected) {
        refuse(response, 400, 'DIGEST_INVALID', `the bytes that came are ${digest}`);
        return;
    }
    state.received.set(digest, blob);
    state.sizes.set(digest, upload.bytes);
    const location = `/v2/${state.name}/blobs/${digest}`;
    response.writeHead(201, { Location: location, 'Docker-Content-Digest': digest }).end();
}
/** A layer where it looks like one (tar, gzip, zstd), else a document. */
async function receive(body, maxUnpacked) {
    const { head, whole } = await (0,image_layer/* peek */.se)(body, 512);
    if (!looksLikeJson(head)) {
        const layer = await (0,image_layer/* indexLayer */.Uf)(whole, { diffId: null, digest: null, maxBytes: maxUnpacked });
        return { digest: layer.digest, blob: { kind: 'layer', layer } };
    }
    const sum = (0,external_node_crypto_.createHash)('sha256');
    const chunks = [];
    let bytes = 0;
    for await (const chunk of whole) {
        sum.update(chunk);
        bytes += chunk.length;
        if (bytes <= oci/* maxConfigBytes */.aF)
            chunks.push(chunk);
    }
    const document = bytes <= oci/* maxConfigBytes */.aF ? Buffer.concat(chunks) : null;
    return { digest: `sha256:${sum.digest('hex')}`, blob: { kind: 'document', bytes: document } };
}
/** A tar may begin with a file named `{`: the magic of its header tells. */
function looksLikeJson(head) {
    return head[0] === 0x7b && head.toString('latin1', 257, 262) !== 'ustar';
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/image/stale-tags.js




const sinkTag = new RegExp(`^127\\.0\\.0\\.1:(\\d{1,5})/${sinkFolder}/[0-9a-f]{32}:image$`);
const patience = 1000;
/**
 * Takes away the tags that killed runs left on the engine: those of sinks whose port is closed. A run that is alive holds
 * its port open for as long as its tag exists.
 */
async function removeStaleTags(docker) {
    const filters = { reference: [`127.0.0.1:*/${sinkFolder}/*`] };
    const images = await docker.listImages({ filters });
    for (const tag of images.flatMap(({ RepoTags }) => RepoTags ?? [])) {
        const port = sinkTag.exec(tag)?.[1];
        if (port !== undefined && (await isClosed(Number(port))))
            await docker.getImage(tag).remove({ noprune: true });
    }
}
/** Only a refused connection says so: silence may be a listener that is busy. */
async function isClosed(port) {
    const socket = (0,external_node_net_.connect)({ host: '127.0.0.1', port, timeout: patience });
    try {
        socket.on('timeout', () => socket.destroy(new Error('no answer')));
        await (0,external_node_events_.once)(socket, 'connect');
        return false;
    }
    catch (error) {
        return (0,error_code/* errorCode */.C)(error) === 'ECONNREFUSED';
    }
    finally {
        socket.destroy();
    }
}

;// CONCATENATED MODULE: ./lib/image/engine.js











/** An image of a Docker engine. */
const dockerReader = {
    kind: 'docker',
    read: (source, options) => readEngine(options.docker(), source, options),
    platforms: (source, options) => enginePlatforms(options.docker(), source),
};
/** An image of Podman, by its service, which speaks the same API. */
const podmanReader = {
    kind: 'podman',
    read: (source, options) => readEngine(options.podman(), source, options),
    platforms: (source, options) => enginePlatforms(options.podman(), source),
};
/** Not read at all where every layer is known, else pushed to the sink, else saved. */
async function readEngine(docker, source, options) {
    const [facts, store] = await Promise.all([inspect(docker, source), storeOf(docker)]).catch((error) => explain(error, source.kind));
    const isWanted = options.platform === null || (0,oci/* samePlatform */.my)(facts.platform, options.platform);
    const wanted = options.platform ?? facts.platform;
    const known = await options.known(isWanted ? facts.platform : wanted);
    if (isWanted && facts.diffIds.every((diffId) => known.has(diffId))) {
        return await readNothing(docker, source, store, facts, known);
    }
    const wantedOptions = { ...options, platform: wanted };
    if (!facts.tagged || !isLocal(docker))
        return await readBySave(docker, source, store, wantedOptions);
    try {
        const layers = facts.diffIds.filter((diffId) => !known.has(diffId)).length;
        return await readByPush(docker, source, store, known, { ...wantedOptions, layers });
    }
    catch (error) {
        // What is wrong with the image would be so again.
        if (error instanceof errors/* UserError */.yo)
            throw error;
        options.log.notice(`The engine could not push to this process, so \`docker save\` is used: ${(0,errors/* errorText */.kc)(error)}`);
        return await readBySave(docker, source, store, wantedOptions);
    }
}
const listedManifests = schemas/* object */.Ikc({
    Manifests: schemas/* array */.YOg(schemas/* object */.Ikc({
        Kind: schemas/* string */.YjP(),
        Available: schemas/* boolean */.zMY(),
        ImageData: schemas/* object */.Ikc({ Platform: oci/* platformSchema */.vd }).nullish(),
    }))
        .nullish(),
});
async function enginePlatforms(docker, source) {
    await inspect(docker, source).catch((error) => explain(error, source.kind));
    const answer = await inspectManifests(docker, source.reference);
    const listed = listedManifests.safeParse(answer).data?.Manifests ?? [];
    const platforms = listed.flatMap(({ Kind: kind, Available: available, ImageData: data }) => kind === 'image' && available && data != null ? [(0,oci/* platformText */.VQ)(data.Platform)] : []);
    return platforms.length === 0 ? [null] : [...new Set(platforms)];
}
async function inspect(docker, { kind, reference }) {
    const found = await docker
        .getImage(reference)
        .inspect()
        .catch((error) => {
        if (statusOf(error) !== 404)
            throw error;
        throw new missing/* MissingImage */.w(`The ${wordsOf(kind).name} has no image ${reference}`, {
            hint: `Build or pull it first; \`${kind} image ls\` lists what there is. Sources of other kinds need their prefix.`,
            cause: error,
        });
    });
    const { Os: os, Architecture: architecture } = found;
    const variant = found.Variant || null;
    return {
        platform: (0,oci/* platformText */.VQ)({ os, architecture, variant }),
        os,
        architecture,
        variant,
        created: found.Created || null,
        user: found.Config?.User ?? '',
        diffIds: (found.RootFS.Layers ?? []).map((layer) => engineDigest(layer)),
        tagged: (found.RepoTags ?? []).length > 0,
    };
}
function engineDigest(text) {
    const digest = (0,oci/* asDigest */.J6)(text);
    if (digest === null)
        throw new errors/* UserError */.yo(`The engine calls a layer ${JSON.stringify(text)}, which is no SHA-256 digest`);
    return digest;
}
/** The containerd store names its snapshotter's type; the graph drivers have none (moby, daemon/info.go). */
async function storeOf(docker) {
    const [{ DriverStatus: status }, { Components: components }] = await Promise.all([docker.info(), docker.version()]);
    if ((components ?? []).some(({ Name: name }) => name === 'Podman Engine'))
        return 'podman';
    const usesSnapshotter = JSON.stringify(status ?? []).includes('io.containerd.snapshotter.');
    return usesSnapshotter ? 'containerd' : 'classic';
}
function statusOf(error) {
    return typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : null;
}
const dockerWords = {
    name: 'Docker engine',
    permission: 'Add the user to the group `docker`, or run as one that is in it.',
    start: 'Start Docker, or set DOCKER_HOST.',
};
const podmanWords = {
    name: 'Podman service',
    permission: "Set CONTAINER_HOST to the user's own service.",
    start: 'Start it (systemctl --user start podman.socket), or set CONTAINER_HOST.',
};
const wordsOf = (kind) => (kind === 'podman' ? podmanWords : dockerWords);
/** An engine that does not answer, in the user's words. */
function explain(error, kind) {
    const { name, permission, start } = wordsOf(kind);
    const code = (0,error_code/* errorCode */.C)(error);
    if (code === 'EACCES' || code === 'EPERM') {
        throw new errors/* UserError */.yo(`This user may not talk to the ${name}: permission denied on its socket`, {
            hint: permission,
            cause: error,
        });
    }
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT') {
        throw new missing/* MissingImage */.w(`No ${name} answers: ${(0,errors/* errorText */.kc)(error)}`, {
            hint: `${start} An image can also be read from a file: docker-archive:FILE, oci-archive:FILE.`,
            cause: error,
        });
    }
    throw error;
}
/** Only an engine on this machine can reach our loopback. */
function isLocal(docker) {
    const modem = docker.modem;
    if ('socketPath' in modem && modem.socketPath)
        return true;
    if ('protocol' in modem && modem.protocol === 'ssh')
        return false;
    const host = 'host' in modem ? String(modem.host).replace(/^\w+:\/\//, '') : '';
    return /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);
}
/** Every layer is known: the engine is asked for nothing but words. */
async function readNothing(docker, source, store, facts, known) {
    const { os, architecture, variant, created, user, diffIds } = facts;
    const history = engineHistory(await docker.getImage(source.reference).history(), diffIds.length);
    const config = { os, architecture, variant, created, user, diffIds, history };
    const layers = diffIds.flatMap((diffId) => {
        const layer = known.get(diffId);
        return layer === undefined ? [] : [{ diffId, ...(0,assemble/* knownDownload */.MP)(layer, store), index: layer.index }];
    });
    return { image: (0,assemble/* imageOf */.dT)({ source, store, config }, layers), layersRead: 0 };
}
const metadataOnly = /^(\/bin\/sh -c #\(nop\) +)?(ARG|CMD|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|SHELL|STOPSIGNAL|USER|VOLUME)\b/;
/**
 * An image's history as its config has it, from the engine's `/history`: newest first there, and without
 * `empty_layer`. An entry with bytes has a layer; of those without, the ones whose instruction makes none are empty.
 * Where that does not come to the number of layers, the history is not known: none.
 */
function engineHistory(entries, layers) {
    const history = entries.toReversed().map(({ CreatedBy, Size }) => ({
        createdBy: CreatedBy,
        emptyLayer: Size === 0 && metadataOnly.test(CreatedBy),
    }));
    return history.filter((entry) => !entry.emptyLayer).length === layers ? history : [];
}
async function readByPush(docker, source, store, known, { platform, layers, maxUnpacked, log }) {
    const sink = await openSink(presentBlobs(known, store), maxUnpacked);
    const cleaned = removeStaleTags(docker).catch((error) => log.debug(`The tags that killed runs left could not be removed: ${(0,errors/* errorText */.kc)(error)}`));
    try {
        await push(docker, source.reference, sink, (0,reading/* watchPush */._i)(source, layers, log)).catch((error) => {
            throw sink.refused() ?? error;
        });
        return joinPushed(sink, source, store, known, platform);
    }
    finally {
        await cleaned;
        await sink.close();
    }
}
/**
 * What need not be sent. Podman compresses anew for every registry, and asks for the uncompressed layer first; what it is
 * answered then stands in its manifest.
 */
function presentBlobs(known, store) {
    const present = new Map();
    for (const { diffId, digest, downloadBytes } of known.values()) {
        if (store === 'podman')
            present.set(diffId, downloadBytes ?? 0);
        else if (digest !== null && downloadBytes !== null)
            present.set(digest, downloadBytes);
    }
    return present;
}
/** Docker takes loopback for granted to be plain HTTP; Podman has to be told. */
const pushOptions = { authconfig: {}, tlsVerify: false };
/** What the engine did not do, which another way out of it may mend; a UserError is about the image. */
const notPushed = (what) => new Error(`it pushed no ${what}`);
/** Tags the image with the sink's name, pushes it, and takes the tag away again, whatever came of it. */
async function push(docker, reference, sink, watch) {
    const { repository, tag } = sink;
    await docker.getImage(reference).tag({ repo: repository, tag });
    const ours = docker.getImage(`${repository}:${tag}`);
    try {
        const progress = await ours.push(pushOptions);
        await new Promise((resolve, reject) => {
            const finish = (error, events) => {
                const failed = events.find((event) => event.error !== undefined);
                if (error !== null)
                    reject(error);
                else if (failed?.error !== undefined)
                    reject(new Error(failed.error));
                else
                    resolve();
            };
            docker.modem.followProgress(progress, finish, watch);
        });
    }
    finally {
        await ours.remove({ noprune: true });
    }
}
function joinPushed(sink, source, store, known, platform) {
    const manifest = pushedManifest(sink, platform);
    const config = (0,oci/* parseConfig */.o4)(pushedConfig(sink, manifest.config.digest), `The config of ${source.reference}`);
    (0,assemble/* checkParts */.dD)(config, manifest.layers.length, platform, source);
    const read = new Set();
    const layers = manifest.layers.map(({ digest, size }, position) => {
        const diffId = config.diffIds[position];
        if (diffId === undefined)
            throw notPushed(`diffID of layer ${digest}`);
        const received = sink.received.get(digest);
        if (received?.kind === 'layer') {
            const { index } = received.layer;
            if (index.diffId !== diffId)
                throw new errors/* UserError */.yo(`Layer ${digest} unpacks to ${index.diffId}, not to ${diffId}`);
            // What the engine sent unasked is no news.
            if (!known.has(diffId))
                read.add(diffId);
            return { diffId, digest, downloadBytes: size, index };
        }
        const before = known.get(diffId);
        if (before === undefined)
            throw notPushed(`layer ${digest}`);
        const download = store === 'podman' ? (0,assemble/* knownDownload */.MP)(before, store) : { digest, downloadBytes: size };
        return { diffId, ...download, index: before.index };
    });
    return { image: (0,assemble/* imageOf */.dT)({ source, store, config }, layers), layersRead: read.size };
}
function pushedManifest(sink, platform) {
    const tagged = sink.tagged();
    if (tagged === null)
        throw notPushed('manifest');
    const manifest = (0,oci/* parseManifest */.Ng)(tagged, 'The pushed manifest');
    if (manifest.kind === 'image')
        return manifest;
    const held = (digest) => sink.manifests.has(digest);
    const { digest } = (0,oci/* chooseManifest */.XT)(manifest.manifests, platform, held, 'The pushed index');
    const chosen = (0,oci/* parseManifest */.Ng)(sink.manifests.get(digest) ?? Buffer.alloc(0), `The pushed manifest ${digest}`);
    if (chosen.kind === 'index')
        throw notPushed('manifest, but an index within an index');
    return chosen;
}
function pushedConfig(sink, digest) {
    const received = sink.received.get(digest);
    if (received?.kind !== 'document' || received.bytes === null)
        throw notPushed(`config ${digest}`);
    return received.bytes;
}

// EXTERNAL MODULE: ./lib/image/layout.js
var layout = __webpack_require__(8663);
// EXTERNAL MODULE: ./lib/image/registry.js + 4 modules
var registry = __webpack_require__(6907);
;// CONCATENATED MODULE: ./lib/image/readers.js




/**
 * Every kind of source. A new one is a file that exports a `Reader` (reader.ts says what it must do), its kind in
 * `SourceKind` of model/image.ts, and its line here; the table of __tests__/contracts/readers.test.ts then holds it to
 * what all of them promise.
 */
const readers = [
    dockerReader,
    podmanReader,
    registry/* registryReader */.x,
    archive/* dockerArchiveReader */.m1,
    archive/* ociArchiveReader */.X8,
    layout/* layoutReader */.IL,
];

;// CONCATENATED MODULE: ./lib/image/read.js



/**
 * Reads an image from its source. Layers that `options.known` names are not read again.
 *
 * Throws a UserError where the image is missing, damaged, or not of the wanted platform.
 */
const readImage = (source, options) => readerOf(source).read(source, options);
function readerOf({ kind }) {
    const reader = readers.find((candidate) => candidate.kind === kind);
    if (reader === undefined)
        throw new errors/* UserError */.yo(`Images of kind ${kind} cannot be read`);
    return reader;
}
/**
 * Reads an image from the first of the sources that has it.
 *
 * Throws a UserError as `readImage` does; where no source has the image, one that names every try.
 */
const readFirst = (sources, options) => firstOf(sources, options.log, (source) => readImage(source, options));
/** The platforms of the image of the first source that has it, for `options.platform`. Throws as `readFirst` does. */
const listPlatforms = (sources, options) => firstOf(sources, options.log, (source) => readerOf(source).platforms(source, options));
async function firstOf(sources, log, attempt) {
    const misses = [];
    for (const source of sources) {
        if (misses.length > 0)
            log.notice(`${misses.at(-1)?.message}: trying ${source.kind}:${source.reference}`);
        try {
            return await attempt(source);
        }
        catch (error) {
            if (!(error instanceof missing/* MissingImage */.w))
                throw error;
            misses.push(error);
        }
    }
    const [first, second] = misses;
    if (first === undefined || second === undefined)
        throw first ?? new Error('there is no source');
    throw new errors/* UserError */.yo(misses.map(({ message }) => message).join('; and '), {
        hint: [...new Set(misses.flatMap(({ hint }) => hint ?? []))].join(' '),
        cause: second,
    });
}

// EXTERNAL MODULE: ./lib/image/source.js
var image_source = __webpack_require__(2240);
;// CONCATENATED MODULE: ./lib/build/build-references.js



/** Names as buildx makes them (buildx, util/confutil and identity): none can be taken for a flag or a path. */
const NAME = /^[A-Za-z0-9][\w.-]*$/;
/** Where buildx keeps its state (buildx, util/confutil/config.go). */
function stateFolder({ BUILDX_CONFIG, DOCKER_CONFIG }) {
    return BUILDX_CONFIG || (0,external_node_path_.join)(DOCKER_CONFIG || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.docker'), 'buildx');
}
/** The builds that buildx has notes of, a file each: `refs/<builder>/<node>/<id>` (buildx, localstate). */
async function listBuilds(environment) {
    const folder = (0,external_node_path_.join)(stateFolder(environment), 'refs');
    const paths = await (0,promises_.readdir)(folder, { recursive: true }).catch(() => []);
    const references = await Promise.all(paths.map(async (path) => {
        const [builder = '', node = '', id = ''] = path.split(/[\\/]/);
        if (![builder, node, id].every((name) => NAME.test(name)))
            return null;
        // Written when the build begins, and never again.
        const { mtimeMs } = await (0,promises_.stat)((0,external_node_path_.join)(folder, path));
        return { builder, id, started: mtimeMs };
    }));
    return references.filter((reference) => reference !== null);
}

;// CONCATENATED MODULE: ./lib/build/earlier-build.js






/** An image can be weighed without: the builder is not waited for any longer. In milliseconds. */
const LONGEST_SEARCH = 10_000;
/** Builds that the builder is asked about, each by a process of its own. */
const MOST_CANDIDATES = 4;
/**
 * Finds the build that made an image in the history of its builder (`docker buildx history inspect`, buildx 0.20 and
 * newer). Only a build that names one of the image's digests among its results is believed.
 *
 * Which builds there were, buildx's own notes tell: to let the builder list them can crash a BuildKit before 0.29, and
 * the engine that it is part of (moby/buildkit#6614). To ask for one build is safe.
 *
 * @returns null where there is none, or where the builder does not tell; never rejects
 */
async function findEarlierBuild(image, options) {
    const ended = AbortSignal.timeout(LONGEST_SEARCH);
    const late = new Promise((_, reject) => {
        ended.addEventListener('abort', () => reject(new Error('the builder did not answer in time')));
    });
    try {
        return await Promise.race([search(image, { ...options, ended }), late]);
    }
    catch (thrown) {
        options.log.debug(`The build of this image was not found: ${(0,errors/* errorText */.kc)(thrown)}`);
        return null;
    }
}
async function search(image, options) {
    const references = await listBuilds(options.environment);
    for (const reference of candidates(references, image.times)) {
        const found = await searchRecord(reference, image, options).catch((thrown) => {
            options.log.debug(`The builder does not tell about the build ${reference.id}: ${(0,errors/* errorText */.kc)(thrown)}`);
            return null;
        });
        if (found !== null)
            return found;
    }
    options.log.debug('No build that the builder remembers made this image.');
    return null;
}
/** The builds worth a question: the last that began before the image was named, or made; then the latest of all. */
function candidates(references, times) {
    const latestFirst = references.toSorted((a, b) => b.started - a.started);
    const before = times.flatMap((time) => latestFirst.filter(({ started }) => started <= Date.parse(time)).slice(0, MOST_CANDIDATES / 2));
    return [...new Set([...before, ...latestFirst])].slice(0, MOST_CANDIDATES);
}
async function searchRecord({ builder, id }, image, options) {
    const ask = async (args) => {
        options.ended.throwIfAborted();
        const [program, ...first] = options.buildx;
        const command = [...first, 'history', '--builder', builder, 'inspect', ...args];
        const { exitCode, stdout, stderr } = await options.exec(program, command, { cwd: options.workingDirectory });
        if (exitCode !== 0)
            throw new Error(stderr.trim() || `exit code ${exitCode}`);
        return JSON.parse(stdout);
    };
    const record = buildRecord.parse(await ask(['--format', 'json', id]));
    const read = (digest) => ask(['attachment', id, digest]);
    return (await isResult(image, record.Attachments, read)) ? await earlierBuild(image, record, read, options) : null;
}
const pairs = schemas/* array */.YOg(schemas/* object */.Ikc({ Name: schemas/* string */.YjP(), Value: schemas/* string */.YjP().default('') }))
    .nullish()
    .transform((all) => all ?? []);
/** `docker buildx history inspect --format json` (buildx, commands/history/inspect.go); what is empty is left out there. */
const buildRecord = schemas/* object */.Ikc({
    Context: schemas/* string */.YjP().default(''),
    Dockerfile: schemas/* string */.YjP().default(''),
    Target: schemas/* string */.YjP().nullish(),
    BuildArgs: pairs,
    Attachments: schemas/* array */.YOg(schemas/* object */.Ikc({ Digest: schemas/* string */.YjP(), Platform: schemas/* string */.YjP().nullish(), Type: schemas/* string */.YjP() }))
        .nullish()
        .transform((all) => all ?? []),
});
/**
 * Whether the image is what a record's build made. What a builder of its own loads into the classic store is there by
 * its config alone, which the manifest in the record names.
 */
async function isResult({ digests }, attachments, read) {
    const isOurs = (digest) => digests.some((ours) => ours === digest);
    if (attachments.some(({ Digest }) => isOurs(Digest)))
        return true;
    for (const { Digest } of attachments.filter(({ Type }) => /\.manifest\.v\d\+json$/.test(Type))) {
        const manifest = manifestConfig.safeParse(await read(Digest)).data;
        if (manifest !== undefined && isOurs(manifest.config.digest))
            return true;
    }
    return false;
}
const manifestConfig = schemas/* object */.Ikc({ config: schemas/* object */.Ikc({ digest: schemas/* string */.YjP() }) });
async function earlierBuild({ platform, layerCount }, { Context, Dockerfile, Target, BuildArgs, Attachments }, read, { workingDirectory }) {
    const digest = provenanceOf(platform, Attachments);
    const provenance = digest === null ? null : parseProvenance(await read(digest), layerCount);
    if (provenance === null || provenance.dockerfile === null)
        return null;
    const isRemote = Context === '' || (0,build_files/* isRemoteContext */.u)(Context);
    const context = (0,external_node_path_.resolve)(workingDirectory, isRemote ? '.' : Context);
    return {
        provenance: { ...provenance, dockerfile: provenance.dockerfile },
        target: Target ?? null,
        buildArgs: BuildArgs.map(({ Name, Value }) => `${Name}=${Value}`),
        files: { context, file: (0,external_node_path_.resolve)(context, Dockerfile || 'Dockerfile'), isRemote },
    };
}
/** The digest of the provenance for a platform; of a build for one platform it may name none. */
function provenanceOf(platform, attachments) {
    const all = attachments.filter(({ Type }) => Type.startsWith('https://slsa.dev/provenance/'));
    const named = all.find(({ Platform }) => Platform != null && normalised(Platform) === normalised(platform));
    const [only, ...others] = all;
    const unnamed = others.length === 0 && !only?.Platform ? only : undefined;
    return (named ?? unnamed)?.Digest ?? null;
}
/** As containerd writes a platform (platforms, normalizeArch): buildx does so, an engine need not. */
const normalised = (platform) => platform.replace(/^linux\/arm64\/v8$/, 'linux/arm64').replace(/^linux\/arm$/, 'linux/arm/v7');

;// CONCATENATED MODULE: ./lib/image/identity.js



/** Absent and null are the same to Go's encoder. */
const identity_list = (item) => schemas/* array */.YOg(item)
    .nullish()
    .transform((items) => items ?? []);
const platform = schemas/* object */.Ikc({ os: schemas/* string */.YjP(), architecture: schemas/* string */.YjP(), variant: schemas/* string */.YjP().nullish() })
    .transform(({ os, architecture, variant }) => (0,oci/* platformText */.VQ)({ os, architecture, variant: variant ?? null }));
/** `GET /images/{name}/json?manifests=1`; the manifests since API 1.48, and on the containerd store alone. */
const inspected = schemas/* object */.Ikc({
    Id: schemas/* string */.YjP(),
    RepoDigests: identity_list(schemas/* string */.YjP()),
    Created: schemas/* string */.YjP().nullish(),
    Metadata: schemas/* object */.Ikc({ LastTagTime: schemas/* string */.YjP().nullish() }).nullish(),
    Os: schemas/* string */.YjP(),
    Architecture: schemas/* string */.YjP(),
    Variant: schemas/* string */.YjP().nullish(),
    RootFS: schemas/* object */.Ikc({ Layers: identity_list(schemas/* string */.YjP()) }),
    Manifests: identity_list(schemas/* object */.Ikc({ ID: schemas/* string */.YjP(), Kind: schemas/* string */.YjP(), Descriptor: schemas/* object */.Ikc({ platform: platform.nullish() }) })),
});
/** What tells the engine's image of this name from all others; null where the engine does not tell it. */
async function identifyImage(docker, reference) {
    const answer = await inspectManifests(docker, reference).catch(() => null);
    const facts = inspected.safeParse(answer).data;
    if (facts === undefined)
        return null;
    const { Os: os, Architecture: architecture, Variant: variant } = facts;
    const own = (0,oci/* platformText */.VQ)({ os, architecture, variant: variant ?? null });
    const manifests = facts.Manifests.filter(({ Kind, Descriptor }) => Kind === 'image' && (0,oci/* samePlatform */.my)(Descriptor.platform ?? own, own));
    const repoDigests = facts.RepoDigests.map((name) => name.slice(name.indexOf('@') + 1));
    return {
        digests: [facts.Id, ...repoDigests, ...manifests.map(({ ID }) => ID)].flatMap((text) => {
            const digest = (0,oci/* asDigest */.J6)(text);
            return digest === null ? [] : [digest];
        }),
        times: [facts.Metadata?.LastTagTime, facts.Created].flatMap((time) => (time ? [time] : [])),
        platform: own,
        layerCount: facts.RootFS.Layers.length,
    };
}

;// CONCATENATED MODULE: ./lib/making.js






/**
 * How an image was made that is there already: by the build that the builder remembers, else as the user says it was.
 * The engine's images only: others need not be of a builder of this machine.
 */
async function findMaking(sources, found, seams) {
    const { subject, workingDirectory, root } = found;
    const given = await (0,build_files/* readBuildFiles */.C)({ context: '.', file: subject.file, workingDirectory, root });
    const source = sources.find(({ kind }) => kind === 'docker');
    const identity = source === undefined ? null : await identifyImage(seams.docker(), source.reference);
    // The engine tells of its default platform's image alone.
    const isMeant = subject.platform === null || identity === null || (0,oci/* samePlatform */.my)(identity.platform, subject.platform);
    const buildx = await findBuildx(seams.environment);
    const build = identity === null || !isMeant ? null : await findEarlierBuild(identity, { ...seams, workingDirectory, buildx });
    if (build === null) {
        const definition = { target: subject.target, buildArgs: null };
        return { files: given, provenance: null, definition, redact: (text) => text };
    }
    const { provenance, buildArgs } = build;
    return {
        files: await filesOf(build, given, found),
        provenance,
        definition: build,
        redact: (0,redact/* redactor */.$)(buildArgs.map((arg) => arg.slice(arg.indexOf('=') + 1))),
    };
}
/** The Dockerfile that was built is the one with its text: as the user names it, else as the builder does. */
async function filesOf(build, given, { subject, ...places }) {
    const recorded = await (0,build_files/* readBuildFiles */.C)({ ...build.files, ...places });
    const { text, filename } = build.provenance.dockerfile;
    const candidates = subject.file === null ? [recorded, given] : [given, recorded];
    const built = candidates.find(({ dockerfileText }) => dockerfileText === text);
    const { isRemote } = build.files;
    // What is checked out here need not be all that was built, and may be more.
    if (built !== undefined)
        return isRemote ? { ...built, places: null } : built;
    // Changed since then, or never here.
    const dockerfilePath = subject.file ?? filename;
    return isRemote ? { dockerfilePath, dockerfileText: text, context: null, places: null } : recorded;
}

// EXTERNAL MODULE: ./lib/settings/resolve.js
var resolve = __webpack_require__(3057);
;// CONCATENATED MODULE: ./lib/weigh.js
















/** Builds or finds an image, reads what is not known of it, and weighs it. Cleans up behind itself. */
async function weigh(weighable, seams) {
    const obtained = await obtain(weighable, seams);
    try {
        const image = await read(obtained.sources, weighable, seams);
        // Before `making` is waited for: its processes work meanwhile.
        const fileSystem = (0,filesystem/* overlay */.L)(image.layers.map(({ index }) => index));
        const making = await obtained.making;
        const dockerfile = weigh_dockerfileOf(making);
        const attributions = attributionsOf(image, dockerfile, making);
        const { name, commit } = weighable;
        const { build } = obtained;
        const { definition, files, provenance } = making;
        const measurement = measure({
            ...{ image, attributions, fileSystem, name, commit, created: seams.clock(), build },
            upstream: await upstreamOf(image, dockerfile, attributions, making),
            bases: provenance && [...provenance.bases],
            buildArgs: sumBuildArgs(definition.buildArgs),
        });
        return { measurement, image, attributions, fileSystem, dockerfile, definition, context: files.context };
    }
    finally {
        await obtained.release();
    }
}
async function obtain({ subject, name, workingDirectory, root }, seams) {
    if (subject.kind === 'image') {
        const sources = await candidatesOf(subject.reference, workingDirectory);
        const making = findMaking(sources, { subject, workingDirectory, root }, seams);
        return { sources, making, build: null, release: async () => { } };
    }
    const { context, file } = subject.build;
    const files = await (0,build_files/* readBuildFiles */.C)({ context, file, workingDirectory, root });
    const buildx = await findBuildx(seams.environment);
    const options = { ...seams, buildx, name, workingDirectory, dockerfile: files.dockerfilePath };
    const redact = await buildRedactor(subject.build, options);
    const { image, ownTag, provenance, figures } = await buildImage(subject.build, options);
    const source = image.kind === 'engine'
        ? { kind: 'docker', reference: image.reference }
        : { kind: 'oci-dir', reference: image.path };
    const release = async () => {
        if (ownTag !== null)
            await removeTag(ownTag, seams.docker(), seams.log);
        if (image.kind === 'oci-dir')
            await (0,promises_.rm)(image.path, { recursive: true, force: true });
    };
    const definition = { target: subject.build.target, buildArgs: (0,build_secrets/* givenBuildArgs */.V5)(subject.build, seams.environment) };
    const making = Promise.resolve({ files, provenance, definition, redact });
    return { sources: [source], making, build: figures, release };
}
/** BuildKit's own copy is what was built; the file's path is what the user knows. */
function weigh_dockerfileOf({ files: { dockerfilePath, dockerfileText }, provenance }) {
    const text = provenance?.dockerfile?.text ?? dockerfileText;
    return text === null ? null : (0,parse/* parseDockerfile */.A)(dockerfilePath, text);
}
async function read(sources, weighable, seams) {
    const { subject, known, workingDirectory, maxUnpacked } = weighable;
    const [{ reference }] = sources;
    const platform = (0,resolve/* platformOf */.tj)(subject);
    const { image, layersRead } = await readFirst(locate(sources, workingDirectory), {
        ...seams,
        known,
        platform,
        maxUnpacked,
    }).finally(() => seams.log.progress?.(null));
    seams.log.info(`Read ${layersRead} of ${image.layers.length} layers of ${reference}`);
    // Where the file lies on this machine is nobody's business.
    return { ...image, source: { ...image.source, reference } };
}
function locate([first, ...others], workingDirectory) {
    const absolute = (source) => (0,image_source/* isPath */.uf)(source.kind) ? { ...source, reference: (0,external_node_path_.resolve)(workingDirectory, source.reference) } : source;
    return [absolute(first), ...others.map(absolute)];
}
/** The platforms that an image is there for; null is the one of an image that has no choice. */
async function platformsOf(reference, workingDirectory, seams) {
    const sources = await candidatesOf(reference, workingDirectory);
    return await listPlatforms(locate(sources, workingDirectory), {
        ...seams,
        known: async () => new Map(),
        platform: null,
        maxUnpacked: null,
    });
}
const candidatesOf = (reference, workingDirectory) => (0,image_source/* parseSource */.PJ)(reference, { sniff: (path) => (0,image_source/* sniffPath */.i4)((0,external_node_path_.resolve)(workingDirectory, path)) });
function attributionsOf({ config, layers }, dockerfile, { provenance, definition, redact }) {
    const { target, buildArgs } = definition;
    const found = attribute({ config, provenance, dockerfile, target, layerCount: layers.length, buildArgs });
    // What stands in the Dockerfile is no secret; what the history says of it holds the values that went in.
    return found.map((of) => of.location === null && of.instruction !== null ? { ...of, instruction: redact(of.instruction) } : of);
}
function upstreamOf({ config }, dockerfile, attributions, { definition: { buildArgs }, provenance, files: { places } }) {
    return findUpstream({
        ...{ dockerfile, attributions },
        buildArgs: buildArgs && [...platformArgs(config), ...buildArgs],
        bases: provenance?.bases ?? null,
        sumFiles: places === null ? async () => null : contextSums(places),
    });
}


/***/ }),

/***/ 6252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ openWorkspace)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/baseline/credentials.js
/**
 * What actions/checkout left for `url` in the user's clone, else the token, else nothing.
 *
 * git itself is asked, since checkout writes the header into `.git/config` (v4) or into a file that this includes (v5
 * and later). Only http(s) takes headers.
 */
async function findCredential(clone, url, token) {
    if (!/^https?:\/\//i.test(url))
        return { headers: [], secrets: [] };
    const configured = await clone(['config', '--get-urlmatch', 'http.extraheader', url]);
    const left = configured.ok ? configured.stdout.toString().trim() : '';
    const headers = left === '' ? [] : [left];
    if (!headers.some(isAuthorization) && token !== null)
        headers.push(tokenHeader(token));
    return { headers, secrets: [...(token === null ? [] : [token]), ...headers.flatMap(secretsOf)] };
}
/** GitHub takes any user name beside a token, Forgejo and Gitea too; this is the one that checkout writes. */
function tokenHeader(token) {
    return `Authorization: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
}
function isAuthorization(header) {
    return /^authorization:/i.test(header);
}
function secretsOf(header) {
    const value = header.slice(header.indexOf(':') + 1).trim();
    const encoded = /^basic (\S+)$/i.exec(value)?.[1];
    if (encoded === undefined)
        return [value, value.split(' ').at(-1) ?? value];
    const decoded = Buffer.from(encoded, 'base64').toString();
    return [encoded, decoded, decoded.slice(decoded.indexOf(':') + 1)];
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/baseline/git.js

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
function openGit({ exec, at, config = [], secrets = [] }) {
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
            throw new errors/* UserError */.yo(`git could not be started: ${(0,errors/* errorText */.kc)(cause)}`, {
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
function succeed(result, what) {
    if (result.ok)
        return result.stdout;
    throw new errors/* UserError */.yo(`${what}: ${result.message}`, { hint: remedies[result.kind] });
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
function failureKind(stderr) {
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
function redact(text, secrets) {
    const hidden = secrets.filter(Boolean).reduce((left, secret) => left.replaceAll(secret, '***'), text);
    return hidden.replace(/:\/\/[^/@\s]+@/g, '://***@');
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./lib/model/packed-entries.js
var packed_entries = __webpack_require__(2124);
// EXTERNAL MODULE: ./lib/model/record.js
var record = __webpack_require__(9000);
;// CONCATENATED MODULE: ./lib/baseline/codec.js




/** Of which files are collected and what of them (src/packages/collected.ts): another version's say nothing. */
const collectedVersion = 3;
const documentPath = 'measurement.json';
const layerPath = (diffId) => `layers/${diffId.slice('sha256:'.length)}`;
/** Part of the format: add at the end only. */
const kinds = ['file', 'directory', 'symlink', 'hardlink', 'other', 'whiteout', 'opaque'];
/** What a record from outside may make us allocate; an image of a million files needs a third of it. */
const limits = {
    documentBytes: 16 * 2 ** 20,
    layers: 1024,
    entries: 4_000_000,
    columnBytes: 256 * 2 ** 20,
    pathBytes: 256 * 2 ** 20,
};
function encodeRecord({ version, measurement, trend, layers }) {
    const document = Buffer.from(JSON.stringify({ version, measurement, trend }));
    const files = new Map([[documentPath, document]]);
    for (const index of layers.values())
        files.set(layerPath(index.diffId), encodeIndex(index));
    return files;
}
/** Never throws: whatever is wrong with the files is the reason. */
function decodeRecord(files) {
    try {
        return decodeFiles(files);
    }
    catch (error) {
        return { kind: 'unreadable', reason: (0,errors/* errorText */.kc)(error) };
    }
}
function decodeFiles(files) {
    const text = files.get(documentPath);
    if (text === undefined)
        throw new Error(`it has no ${documentPath}`);
    if (text.length > limits.documentBytes)
        throw new Error(`${documentPath} is larger than any that we write`);
    const json = parseJson(text);
    const version = versionOf(json);
    if (version > 1)
        return { kind: 'newer', version };
    const document = record/* recordDocument */.b.safeParse(json);
    if (!document.success) {
        const [issue] = document.error.issues;
        throw new Error(`${documentPath}: ${issue?.path.join('.') || 'document'}: ${issue?.message}`);
    }
    const layers = decodeLayers(document.data.measurement.layers, files);
    return { kind: 'record', record: { ...document.data, layers } };
}
function parseJson(text) {
    try {
        return JSON.parse(text.toString());
    }
    catch {
        throw new Error(`${documentPath} is not JSON`);
    }
}
function versionOf(json) {
    const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : null;
    if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
        throw new Error(`${documentPath} states no version`);
    }
    return version;
}
function decodeLayers(measured, files) {
    if (measured.length > limits.layers)
        throw new Error(`it has more than ${limits.layers} layers`);
    const layers = new Map();
    const budget = { columnBytes: limits.columnBytes, entries: limits.entries, pathBytes: limits.pathBytes };
    for (const layer of measured) {
        const index = layers.get(layer.diffId) ?? decodeLayer(layer.diffId, files.get(layerPath(layer.diffId)), budget);
        if (index.diskBytes !== layer.diskBytes || index.files !== layer.files) {
            throw new Error(`the entries of layer ${layer.diffId} do not add up to its size`);
        }
        layers.set(layer.diffId, index);
    }
    return layers;
}
function decodeLayer(diffId, file, budget) {
    if (file === undefined)
        throw new Error(`the index of layer ${diffId} is missing`);
    try {
        return decodeIndex(diffId, file, budget);
    }
    catch (error) {
        throw new Error(`the index of layer ${diffId} is damaged: ${(0,errors/* errorText */.kc)(error)}`);
    }
}
function encodeIndex({ entries, collected }) {
    const all = [...encodeEntries(entries), ...(collected === null ? [] : encodeCollected(collected))];
    return (0,external_node_zlib_.zstdCompressSync)(Buffer.concat(all.flatMap((section) => [uint32(section.length), section])));
}
/** One pass, and no text of an entry outlives it: there may be a million. */
function encodeEntries(entries) {
    const columns = {
        shared: byteWriter(),
        pathLengths: byteWriter(),
        paths: byteWriter(),
        kinds: byteWriter(),
        sizes: byteWriter(),
        hashLengths: byteWriter(),
        hashes: byteWriter(),
        modes: byteWriter(),
        uids: byteWriter(),
        gids: byteWriter(),
        linkLengths: byteWriter(),
        links: byteWriter(),
    };
    let before = '';
    for (const { path, kind, size, hash, mode, uid, gid, link } of entries) {
        const shared = sharedPrefix(before, path);
        columns.shared.varint(shared);
        columns.pathLengths.varint(path.length - shared);
        columns.paths.text(path.slice(shared), 'latin1');
        columns.kinds.varint(kinds.indexOf(kind));
        columns.sizes.varint(size);
        columns.hashLengths.varint((hash?.length ?? 0) / 2);
        columns.hashes.text(hash ?? '', 'hex');
        columns.modes.varint(mode);
        columns.uids.varint(uid);
        columns.gids.varint(gid);
        columns.linkLengths.varint(link === null ? 0 : link.length + 1);
        columns.links.text(link ?? '', 'latin1');
        before = path;
    }
    return columnOrder.map((name) => columns[name].written());
}
function encodeCollected(collected) {
    const lengths = [...collected].flatMap(([path, content]) => [path.length, content.length]);
    const numbers = byteWriter();
    for (const number of [collectedVersion, collected.size, ...lengths])
        numbers.varint(number);
    return [
        numbers.written(),
        Buffer.from([...collected.keys()].join(''), 'latin1'),
        Buffer.concat([...collected.values()]),
    ];
}
const columnOrder = [
    'shared',
    'pathLengths',
    'paths',
    'kinds',
    'sizes',
    'hashLengths',
    'hashes',
    'modes',
    'uids',
    'gids',
    'linkLengths',
    'links',
];
function decodeIndex(diffId, file, budget) {
    const content = (0,external_node_zlib_.zstdDecompressSync)(file, { maxOutputLength: Math.max(1, budget.columnBytes) });
    budget.columnBytes -= content.length;
    const { section, isAtEnd } = sections(content);
    const shared = section();
    const pathLengths = section();
    const path = pathReader(varintReader(shared), varintReader(pathLengths), section(), budget);
    const kindCodes = section();
    budget.entries -= kindCodes.length;
    if (budget.entries < 0)
        throw new Error('too many entries');
    const size = varintReader(section());
    const hashLength = varintReader(section());
    const hash = bytesReader(section());
    const mode = varintReader(section());
    const uid = varintReader(section());
    const gid = varintReader(section());
    const linkLength = varintReader(section());
    const link = bytesReader(section());
    const entries = (0,packed_entries/* entryPacker */.J)();
    let diskBytes = 0;
    let files = 0;
    for (const code of kindCodes) {
        const entry = {
            path: path(),
            kind: kindOf(code),
            size: size(),
            hash: hash(hashLength(), 'hex') || null,
            mode: mode(),
            uid: uid(),
            gid: gid(),
            link: optional(linkLength(), (length) => link(length, 'latin1')),
        };
        if (entry.kind === 'file')
            files += 1;
        else if (entry.size !== 0)
            throw new Error('something that is not a file has a size');
        diskBytes += entry.size;
        entries.add(entry);
    }
    const collected = isAtEnd() ? null : decodeCollected(section(), section(), section());
    return { diffId, diskBytes, files, entries: entries.finish(), collected };
}
/** Null where another version collected. */
function decodeCollected(numbers, paths, contents) {
    const number = varintReader(numbers);
    if (number() !== collectedVersion)
        return null;
    const path = bytesReader(paths);
    const content = bytesReader(contents);
    const collected = new Map();
    for (let count = number(); count > 0; count -= 1) {
        // A copy: a part of the section would keep all of it alive.
        collected.set(path(number(), 'latin1'), Buffer.from(content(number(), 'latin1'), 'latin1'));
    }
    return collected;
}
function kindOf(code) {
    const kind = kinds[code];
    if (kind === undefined)
        throw new Error('unknown kind of entry');
    return kind;
}
/** A length is written as one more, so that 0 can say that there is nothing. */
function optional(lengthAndOne, read) {
    return lengthAndOne === 0 ? null : read(lengthAndOne - 1);
}
function sharedPrefix(before, path) {
    const end = Math.min(before.length, path.length);
    let at = 0;
    while (at < end && before.charCodeAt(at) === path.charCodeAt(at))
        at += 1;
    return at;
}
function uint32(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
}
const longestVarint = 8;
function byteWriter() {
    let bytes = Buffer.allocUnsafe(256);
    let end = 0;
    const makeRoom = (added) => {
        if (end + added > bytes.length)
            bytes = Buffer.concat([bytes], Math.max(bytes.length * 2, end + added));
    };
    return {
        varint(value) {
            makeRoom(longestVarint);
            let rest = value;
            for (; rest >= 0x80; rest = Math.floor(rest / 0x80))
                bytes[end++] = (rest % 0x80) | 0x80;
            bytes[end++] = rest;
        },
        text(text, encoding) {
            makeRoom(text.length);
            end += bytes.write(text, end, encoding);
        },
        written: () => bytes.subarray(0, end),
    };
}
function sections(content) {
    let at = 0;
    const section = () => {
        const start = at + 4;
        const length = start <= content.length ? content.readUInt32LE(at) : Number.POSITIVE_INFINITY;
        at = start + length;
        if (at > content.length)
            throw new Error('a column is cut off');
        return content.subarray(start, at);
    };
    return { section, isAtEnd: () => at === content.length };
}
function varintReader(bytes) {
    let at = 0;
    return () => {
        let value = 0;
        for (let scale = 1;; scale *= 0x80) {
            const byte = bytes[at++];
            if (byte === undefined)
                throw new Error('a column is cut off');
            value += (byte & 0x7f) * scale;
            if (!Number.isSafeInteger(value))
                throw new Error('a number is too large');
            if (byte < 0x80)
                return value;
        }
    };
}
function bytesReader(bytes) {
    let at = 0;
    return (length, encoding) => {
        const start = at;
        at += length;
        if (at > bytes.length)
            throw new Error('a column is cut off');
        return bytes.toString(encoding, start, at);
    };
}
/** Builds each path in one buffer: `before.slice(…) + suffix` would keep the whole chain of earlier strings alive. */
function pathReader(shared, lengths, suffixes, budget) {
    let path = Buffer.alloc(4096);
    let length = 0;
    let at = 0;
    return () => {
        const keep = shared();
        const added = lengths();
        if (keep > length || at + added > suffixes.length)
            throw new Error('a path is cut off');
        length = keep + added;
        budget.pathBytes -= length;
        if (budget.pathBytes < 0)
            throw new Error('the paths are too long');
        if (length > path.length)
            path = Buffer.concat([path, Buffer.alloc(length)]);
        suffixes.copy(path, keep, at, at + added);
        at += added;
        return path.toString('latin1', 0, length);
    };
}

;// CONCATENATED MODULE: ./lib/baseline/ref.js

/**
 * `refs/image-size/<image>/<platform>/<commit>`: image and platform as slugs.
 *
 * A slug keeps `a-z`, `0-9` and `-`; every other byte of the UTF-8 text is `_` and two hexadecimal digits. So it is
 * reversible, follows git's rules for refs (no `..`, `~`, `.lock` …: git-check-ref-format(1)), and two names that differ
 * in case only do not meet on a file system that folds case.
 */
const root = 'refs/image-size';
/** File systems take 255 bytes for one part of a path, and git locks a ref by a file with `.lock` behind its name. */
const longestSlug = 250;
function refPrefix({ image, platform }) {
    return `${root}/${slug(image)}/${slug(platform)}`;
}
function formatRef(key, commit) {
    return `${refPrefix(key)}/${commit}`;
}
/** Null where the ref is not one that `formatRef` gives. */
function parseRef(ref) {
    const parts = /^refs\/image-size\/([^/]+)\/([^/]+)\/([0-9a-f]{40}|[0-9a-f]{64})$/.exec(ref);
    if (parts === null)
        return null;
    const [, imageSlug = '', platformSlug = '', commit = ''] = parts;
    const image = unslug(imageSlug);
    const platform = unslug(platformSlug);
    return image === null || platform === null ? null : { key: { image, platform }, commit };
}
function slug(text) {
    const bytes = [...Buffer.from(text)];
    const escaped = bytes.map((byte) => {
        const character = String.fromCharCode(byte);
        return /[a-z0-9-]/.test(character) ? character : `_${byte.toString(16).padStart(2, '0')}`;
    });
    const result = escaped.join('');
    if (result === '' || result.length > longestSlug || !text.isWellFormed()) {
        throw new errors/* UserError */.yo(`"${text}" cannot name a baseline.`, {
            hint: 'Use a shorter name of letters, digits, "-", "_", "." and "/".',
        });
    }
    return result;
}
function unslug(text) {
    if (!/^([a-z0-9-]|_[0-9a-f]{2})+$/.test(text))
        return null;
    const bytes = Buffer.from(text.replace(/_(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1');
    const original = bytes.toString();
    return Buffer.from(original).equals(bytes) ? original : null;
}

;// CONCATENATED MODULE: ./lib/baseline/git-store.js



/** Half a second, doubled each time, and spread so that writers that met do not meet again. */
const jitteredPause = (attempt) => new Promise((resolve) => setTimeout(resolve, 500 * 2 ** attempt * (0.5 + Math.random())));
const tries = 6;
/**
 * Each record is a ref of its own, `refs/image-size/<image>/<platform>/<commit>`: writers of different commits never
 * meet, no branch is touched, and a plain clone brings none of them. The ref holds a commit without parents whose tree
 * is the record's files, so that the server keeps a layer's index once, however many records have it.
 */
function gitStore(repository, pause = jitteredPause) {
    const { address } = repository;
    const { git } = repository.part('records');
    const list = async (key) => {
        const prefix = refPrefix(key);
        const listing = await persist(() => git(['ls-remote', '--refs', 'origin', `${prefix}/*`]), pause);
        return commitsOf(succeed(listing, `The baselines of ${address} cannot be listed`).toString(), prefix);
    };
    return {
        list,
        load: async (key, commit) => {
            const ref = formatRef(key, commit);
            const fetch = ['fetch', '--quiet', '--no-tags', '--depth=1', 'origin', `+${ref}:${ref}`];
            const fetched = await persist(() => git(fetch), pause);
            if (!fetched.ok && fetched.kind === 'missing-object')
                return null;
            succeed(fetched, `The baseline of ${commit} cannot be fetched from ${address}`);
            const files = await readFiles(git, ref);
            return files === null
                ? { kind: 'unreadable', reason: 'its ref holds something else than a record' }
                : decodeRecord(files);
        },
        save: async (key, commit, record) => {
            const ref = formatRef(key, commit);
            const stream = importStream(ref, commit, record);
            succeed(await git(['fast-import', '--quiet', '--force'], stream), `The baseline of ${commit} cannot be written`);
            const pushed = await persist(() => git(['push', '--quiet', '--force', 'origin', `${ref}:${ref}`]), pause);
            succeed(pushed, `The baseline of ${commit} cannot be stored in ${address}`);
        },
        remove: async (key, commits) => {
            // Deleting a ref that is not there would refuse the whole push.
            const listed = await list(key);
            const refs = commits.filter((commit) => listed.has(commit)).map((commit) => `:${formatRef(key, commit)}`);
            if (refs.length === 0)
                return;
            const pushed = await persist(() => git(['push', '--quiet', 'origin', ...refs]), pause);
            succeed(pushed, `Old baselines cannot be removed from ${address}`);
        },
    };
}
/** Tries again while another writer holds the ref or the network fails. */
async function persist(work, pause) {
    for (let attempt = 0;; attempt += 1) {
        const result = await work();
        const passing = !result.ok && (result.kind === 'busy' || result.kind === 'unreachable');
        if (!passing || attempt + 1 === tries)
            return result;
        await pause(attempt);
    }
}
/** `ls-remote` matches the pattern against the end of each ref, so another ref may end likewise. */
function commitsOf(listing, prefix) {
    const refs = listing.split('\n').map((line) => line.slice(line.indexOf('\t') + 1));
    const commits = refs.filter((ref) => ref.startsWith(`${prefix}/`)).map((ref) => parseRef(ref)?.commit);
    return new Set(commits.filter((commit) => commit !== undefined));
}
/**
 * git-fast-import(1): blobs, tree, commit and ref by one process. Author, date and message come from the record alone,
 * so that the same record is the same commit.
 */
function importStream(ref, commit, record) {
    const { name, platform, created } = record.measurement;
    const seconds = Math.floor(Date.parse(created) / 1000);
    const identity = `image-size-gate <image-size-gate@users.noreply.github.com> ${seconds} +0000`;
    const message = Buffer.from(`Size of ${name} (${platform}) at ${commit}\n`);
    const header = `commit ${ref}\nauthor ${identity}\ncommitter ${identity}\n`;
    const files = [...encodeRecord(record)].flatMap(([path, content]) => [
        Buffer.from(`M 100644 inline ${path}\n`),
        ...data(content),
    ]);
    return Buffer.concat([Buffer.from(header), ...data(message), ...files]);
}
function data(content) {
    return [Buffer.from(`data ${content.length}\n`), content, Buffer.from('\n')];
}
/** What a ref from outside may make us read. */
const git_store_limits = { files: 1100, bytes: 256 * 2 ** 20 };
/** Null where the ref is no commit, or holds more than any record. */
async function readFiles(git, ref) {
    const listing = await git(['ls-tree', '-r', '-l', '-z', ref]);
    if (!listing.ok)
        return null;
    const files = listing.stdout.toString().split('\0').map(parseTreeLine);
    const blobs = files.filter((file) => file !== null);
    const bytes = blobs.reduce((sum, file) => sum + file.bytes, 0);
    if (blobs.length > git_store_limits.files || bytes > git_store_limits.bytes)
        return null;
    const oids = Buffer.from(blobs.map(({ oid }) => `${oid}\n`).join(''));
    return splitBatch(blobs, succeed(await git(['cat-file', '--batch'], oids), 'A fetched baseline cannot be read'));
}
/** `<mode> blob <oid> <bytes>\t<path>`, padded; git-ls-tree(1). */
function parseTreeLine(line) {
    const [, oid, bytes, path] = /^\d+ blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(line) ?? [];
    return oid === undefined || bytes === undefined || path === undefined ? null : { path, oid, bytes: Number(bytes) };
}
/** `<oid> blob <bytes>\n<content>\n` for each, in the order that was asked; git-cat-file(1). */
function splitBatch(blobs, output) {
    const files = new Map();
    let at = 0;
    for (const { path, bytes } of blobs) {
        const start = output.indexOf('\n', at) + 1;
        files.set(path, output.subarray(start, start + bytes));
        at = start + bytes + 1;
    }
    return files;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/baseline/history.js




/** HEAD's parents stand in the commit object itself, which a shallow clone has too. */
async function readHead(clone) {
    const answer = await clone(['cat-file', '--batch'], Buffer.from('HEAD\n'));
    const text = succeed(answer, 'The commit that is checked out cannot be read').toString();
    const [, commit] = /^([0-9a-f]+) commit \d+\n/.exec(text) ?? [];
    if (commit === undefined)
        throw new errors/* UserError */.yo('No commit is checked out');
    const [header = ''] = text.split('\n\n', 1);
    const parents = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = '']) => parent);
    return { commit, parents };
}
/** Asks each in turn until one knows. */
function firstToKnow(histories) {
    const ask = async (question) => {
        for (const history of histories) {
            const answer = await question(history);
            if (answer !== null)
                return answer;
        }
        return null;
    };
    return {
        firstParents: (commit, count) => ask((history) => history.firstParents(commit, count)),
        mergeBase: (commit, ref) => ask((history) => history.mergeBase(commit, ref)),
    };
}
/** The user's clone, only read. A shallow one is asked nothing: where it ends is not where the history begins. */
function cloneHistory(clone) {
    const whole = async () => (await line(clone, ['rev-parse', '--is-shallow-repository'])) === 'false';
    return {
        firstParents: async (commit, count) => ((await whole()) ? firstParentsIn(clone, commit, count) : null),
        mergeBase: async (commit, ref) => {
            if (!(await whole()))
                return null;
            for (const name of [`refs/remotes/origin/${ref}`, ref]) {
                const tip = await line(clone, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
                if (tip !== null)
                    return line(clone, ['merge-base', '--', commit, tip]);
            }
            return null;
        },
    };
}
/** How far back a merge base is looked for at first, and after that; the last one is git's "all of it". */
const depths = [50, 200, 1000, 0x7fffffff];
/** The remote's commits, fetched without trees into a repository of our own and only as far back as is asked. */
function remoteHistory(repository) {
    const { address } = repository;
    const { directory, git } = repository.part('history');
    const fetch = async (depth, wanted) => {
        const options = ['--quiet', '--no-tags', '--filter=tree:0', `--depth=${depth}`];
        return found(await git(['fetch', ...options, 'origin', ...wanted]), address);
    };
    /** Below a merge base that was found, another path that the fetch cut off may lead to a nearer one. */
    const mayHideNearer = async (base, tips) => {
        const cuts = await shallowCommits(directory);
        const between = succeed(await git(['rev-list', ...tips, `^${base}`]), `The history of ${address} cannot be read`);
        return between
            .toString()
            .split('\n')
            .some((commit) => cuts.has(commit));
    };
    // Both go without a destination: git does not deepen a ref of ours that is up to date beside one that is not.
    const mergeBaseWith = async (commit, name) => {
        for (const depth of depths) {
            if (!(await fetch(depth, [name, commit])))
                return null;
            const tip = await line(git, ['rev-parse', 'FETCH_HEAD^{commit}']);
            const base = tip && (await line(git, ['merge-base', commit, tip]));
            if (tip && base && !(await mayHideNearer(base, [commit, tip])))
                return base;
        }
        return null;
    };
    const inTurn = queue();
    return {
        firstParents: (commit, count) => inTurn(async () => ((await fetch(count, [commit])) ? firstParentsIn(git, commit, count) : null)),
        mergeBase: (commit, ref) => inTurn(async () => {
            for (const name of fullNames(ref)) {
                const base = await mergeBaseWith(commit, name);
                if (base !== null)
                    return base;
            }
            return null;
        }),
    };
}
/** One at a time: fetches into one repository share FETCH_HEAD and where its history is cut off. */
function queue() {
    let last = Promise.resolve();
    return (work) => {
        const result = last.then(work);
        last = result.catch(() => undefined);
        return result;
    };
}
async function firstParentsIn(git, commit, count) {
    const list = await line(git, ['rev-list', '--first-parent', `--max-count=${count}`, '--end-of-options', commit]);
    return list?.split('\n') ?? null;
}
/** What git printed, trimmed; null where it failed or printed nothing. */
async function line(git, args) {
    const result = await git(args);
    return result.ok ? result.stdout.toString().trim() || null : null;
}
/** False where the remote does not have what was asked for; every other failure is an error. */
function found(result, address) {
    if (!result.ok && result.kind === 'missing-object')
        return false;
    succeed(result, `The history of ${address} cannot be fetched`);
    return true;
}
/** A branch first: that is what a pull request's base is. */
function fullNames(ref) {
    // Part of a refspec on a command line: no option, no second side, no pattern.
    if (ref === '' || ref.startsWith('-') || /[\s:*?[\\^~]|\.\.|@\{/.test(ref)) {
        throw new errors/* UserError */.yo(`"${ref}" is not the name of a branch, a tag or a commit.`, { hint: 'Check base-ref.' });
    }
    return ref.startsWith('refs/') || /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(ref)
        ? [ref]
        : [`refs/heads/${ref}`, `refs/tags/${ref}`];
}
/** The commits whose parents were not fetched; https://git-scm.com/docs/shallow. */
async function shallowCommits(directory) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(directory, 'shallow'), 'utf8').catch(() => '');
    return new Set(text.split('\n').filter(Boolean));
}

;// CONCATENATED MODULE: ./lib/baseline/own-repository.js



/**
 * Nothing is ever fetched into the user's clone: `fetch --depth` there would turn it shallow, and our objects and refs
 * would stay in it.
 *
 * @param directory a temporary folder that need not exist yet
 */
function ownRepository(exec, directory, remote) {
    return {
        address: redact(remote.url, remote.credential.secrets),
        part: (name) => {
            const folder = (0,external_node_path_.join)(directory, `${name}.git`);
            return { directory: folder, git: bareGit(exec, folder, remote) };
        },
    };
}
/** Makes the repository before its first command. */
function bareGit(exec, directory, { url, credential }) {
    const git = openGit({
        exec,
        at: { kind: 'bare', directory },
        secrets: credential.secrets,
        config: [
            ['remote.origin.url', url],
            // The user's global hooks and housekeeping are for the user's repositories.
            ['core.hooksPath', '/dev/null'],
            ['gc.auto', '0'],
            ['maintenance.auto', 'false'],
            ['fetch.writeCommitGraph', 'false'],
            // A pack stays a pack: what is read once need not be written as loose objects.
            ['fetch.unpackLimit', '1'],
            ['push.followTags', 'false'],
            ['push.gpgSign', 'false'],
            ['http.lowSpeedLimit', '1'],
            ['http.lowSpeedTime', '60'],
            ...headerConfig(url, credential.headers),
        ],
    });
    const init = async () => {
        await (0,promises_.mkdir)(directory, { recursive: true });
        succeed(await git(['init', '--quiet', '--bare', '--template=']), 'A temporary git repository cannot be made');
    };
    let ready = null;
    return async (args, input) => {
        ready ??= init();
        await ready;
        return git(args, input);
    };
}
/** The empty value drops what wider configuration sets: GitHub answers 400 to two Authorization headers. */
function headerConfig(url, headers) {
    return headers.length === 0 ? [] : ['', ...headers].map((header) => [`http.${url}.extraHeader`, header]);
}

;// CONCATENATED MODULE: ./lib/workspace.js







/** Never rejects for the lack of a repository: an image can be weighed without. */
async function openWorkspace({ directory, remote, token }, { exec, log, tempDir }) {
    const clone = openGit({ exec, at: { kind: 'clone', directory } });
    const [toplevel, head] = await Promise.all([
        clone(['rev-parse', '--show-toplevel']).catch(() => null),
        readHead(clone).catch((error) => {
            if (error instanceof errors/* UserError */.yo)
                return null;
            throw error;
        }),
    ]);
    if (toplevel === null || !toplevel.ok) {
        log.notice(`There are no baselines without a git repository: ${toplevel?.message ?? 'git is not installed'}`);
        return { root: directory, head: null, baselines: null };
    }
    const root = toplevel.stdout.toString().trim();
    if (head === null)
        return { root, head: null, baselines: null };
    const url = remote ?? root;
    const credential = await findCredential(clone, url, token);
    for (const secret of credential.secrets)
        log.secret(secret);
    const own = ownRepository(exec, (0,external_node_path_.join)(tempDir, 'baselines.git'), { url, credential });
    const history = firstToKnow([cloneHistory(clone), remoteHistory(own)]);
    return { root, head, baselines: { store: gitStore(own), history, head } };
}


/***/ })

};
