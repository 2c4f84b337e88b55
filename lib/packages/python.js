import { label, matching, visible, } from "./format.js";
import { normalisedName, readRequirement } from "./requirement.js";
/**
 * Python's distributions: `*.dist-info` with its RECORD (packaging.python.org, "Recording installed projects"), and
 * setuptools' older `*.egg-info`. Paths are relative to the folder that holds them.
 */
export const python = {
    name: 'python',
    find: (view) => [...distributions(view), ...eggs(view)],
};
function* distributions(view) {
    const requested = foldersOfRequested(view);
    for (const [[folder = ''], record] of matching(view, /^.*(?=\/RECORD$)/)) {
        const listed = record.split('\n').filter(Boolean);
        const paths = listed.map((path) => fromFolder(parentOf(folder), path));
        const package_ = identify(view, folder, `${folder}/METADATA`);
        const requirements = [...textAt(view, `${folder}/METADATA`).matchAll(/^Requires-Dist: (.*)$/gm)];
        const relations = relationsOf(package_.name, requirements.map(([, text = '']) => text), environmentOf(folder), requested.has(parentOf(folder)) ? isAutomatic(view, folder) : null);
        yield { ...package_, files: visible(view, paths), relations };
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
function relationsOf(name, requirements, environment, automatic) {
    const needs = [];
    const wants = [];
    for (const text of requirements) {
        const requirement = readRequirement(text, environment);
        if (requirement === null || requirement.applies === 'never')
            continue;
        (requirement.applies === 'always' ? needs : wants).push([requirement.name]);
    }
    return { needs, wants, provides: [normalisedName(name)], automatic, essential: false };
}
/** `usr/lib/python3.11/site-packages/x.dist-info` is for Python 3.11. */
const environmentOf = (folder) => ({
    pythonVersion: /(?:^|\/)python(\d+\.\d+)\//.exec(folder)?.[1] ?? null,
});
const textAt = (view, path) => view.collected.get(path)?.toString('latin1') ?? '';
function* eggs(view) {
    for (const [[path, folder = '', inside]] of matching(view, /^(.*\.egg-info)(\/PKG-INFO)?$/)) {
        const files = inside === undefined ? [path] : [...view.below(folder), ...eggFiles(view, folder)];
        const package_ = identify(view, folder, path);
        const relations = relationsOf(package_.name, eggRequirements(view, folder), environmentOf(folder), null);
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
        return visible(view, noted.map((path) => fromFolder(folder, path)));
    const site = parentOf(folder);
    const modules = lines(view.collected.get(`${folder}/top_level.txt`)).map((name) => fromFolder(site, name));
    return modules.flatMap((path) => [...view.below(path), ...visible(view, [`${path}.py`])]);
}
const lines = (content) => (content?.toString('latin1') ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
/** By its own words, else by its folder's name: `name-version.dist-info`, `name-version-py3.11.egg-info`. */
function identify(view, folder, metadata) {
    const text = textAt(view, metadata);
    const folderName = folder.slice(folder.lastIndexOf('/') + 1);
    const [, name, version] = /^([^-]+)(?:-([^-]+))?(?:-py[\d.]+)?\.(?:dist|egg)-info$/.exec(folderName) ?? [];
    return {
        manager: 'python',
        name: label(/^Name: (.*)$/m.exec(text)?.[1]) ?? label(name) ?? '?',
        version: label(/^Version: (.*)$/m.exec(text)?.[1]) ?? label(version),
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
