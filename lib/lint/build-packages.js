import { isProgramUsed } from "./use.js";
/** Tools beside headers, and libraries that only programs need which GCC instruments. */
const noLibrary = /-(?:dev|bin|doc|proto)$|^lib(?:[altu]|ub|hwa)san\d*$/;
/**
 * The libraries whose headers a package brings: what was compiled with these may be linked to them, which no manager
 * knows of.
 */
export const librariesOf = ({ name, relations }, { find }) => name.endsWith('-dev')
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
export function isCompilerUsed(name, use) {
    const program = name.replace(/-(?:\d.*|go)$/, '');
    const modules = use.installed?.graphOf('python');
    return (compilingModules.some((module) => modules !== undefined && modules.find(module).length > 0) ||
        isStarted(programsOf[program] ?? [program], use));
}
/** By what the image starts or by a script; a later RUN that compiles needs it only while the image is built. */
const isStarted = (programs, use) => isProgramUsed(programs, use, { whileBuilding: false });
