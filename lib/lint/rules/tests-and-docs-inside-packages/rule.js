import { keptFiles } from "../../claims.js";
import { filesIn } from "../../folders.js";
import { removeAtEnd, shipped } from "../../shipped.js";
/** Folders, as a removal names them. */
const documentation = ['/usr/share/doc', '/usr/share/man', '/usr/share/info', '/usr/share/locale'];
const isDocumentation = filesIn(documentation);
/** Installed for Python: `numpy/core/tests/…`, but not a distribution that is called so itself. */
const tests = /\/(?:site|dist)-packages\/[^/]+\/(?:.+\/)?tests?\//;
/** A licence may have to go along, and so Debian keeps it. */
const isLicence = (path) => path.endsWith('/copyright');
const isTest = (path) => path.includes('-packages/') && path.includes('/test') && tests.test(path);
export const testsAndDocsInsidePackages = shipped({
    name: 'tests-and-docs-inside-packages',
    aliases: [],
    severity: 'info',
    keywords: ['RUN', 'COPY', 'ADD'],
    message: 'tests and documentation came along with packages: an image that nobody logs in to can do without',
    find: (layer) => keptFiles(layer, (path) => (isDocumentation(path) && !isLicence(path)) || isTest(path)),
    fix(claims, instruction, subject) {
        const folders = documentation.map((folder) => folder.slice(1));
        const found = folders.filter((folder) => claims.some(({ entry }) => entry.path.startsWith(`${folder}/`)));
        // Licences lie in /usr/share/doc, between what could go: dpkg's `path-exclude` is the way there.
        const removable = new Set(found.filter((folder) => folder !== 'usr/share/doc'));
        return removable.size === 0
            ? null
            : removeAtEnd(subject, instruction, removable, { isSafe: false, command: 'rm -rf' });
    },
});
