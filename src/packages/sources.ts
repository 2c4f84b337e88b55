import type { ContentReader } from './binary-scanner.ts';
import { joinFacts, writeFact } from './facts.ts';
import {
  distinctNames,
  javascriptImports,
  type Names,
  pythonImports,
  pythonLibrary,
  quotedNames,
  words,
} from './names.ts';
import { readProject } from './package-json.ts';
import { programsIn } from './scripts.ts';

/** Of a script, or of what holds settings: larger ones are data. */
const maxTextBytes = 256 * 1024;
/** Larger sources are not read. */
const maxCodeBytes = 2 * 1024 ** 2;

const code = /\.(?:pyw?|ipynb|[cm]?[jt]sx?|vue|svelte)$/;
/** Sources of other languages, and what else tells which program to run or which module to load. */
const texts =
  /\.(?:sh|bash|rb|pl|php|json|toml|ya?ml|conf|cfg|ini|env|service)$|(?:^|\/)Procfile$|^etc\/ld\.so\.preload$/;
/** They say what is to be installed, which is no use of it. */
const manifests =
  /(?:^|\/)(?:pyproject\.toml|setup\.(?:cfg|py)|composer\.json|(?:package-lock|npm-shrinkwrap)\.json|pnpm-(?:lock|workspace)\.yaml|(?:conda|environment)[\w.-]*\.ya?ml)$/;
const ownPackage = /(?:^|\/)package\.json$/;

/** What packages bring says of itself what it needs. */
const packaged = /(?:^|\/)(?:node_modules|site-packages|dist-packages|gems|lib\/python[\d.]+)\/|^usr\/(?:share|lib)\//;
/** What these may load of each other without saying so; the group: the module or package that a file is of. */
const packagedCode = /(?:^|\/)(?:(?:site|dist)-packages|gems)\/([^/]+)/;
/** Their tests need nothing that the program does, and are half of the code. */
const packagedTest = /\/tests?\//;

/** Such a file's path from that folder on; null for any other. */
function packagedModule(path: string): string | null {
  const found = /\.(?:py|rb)$/.test(path) ? packagedCode.exec(path) : null;
  return found === null ? null : path.slice(found.index);
}

/** What installs and removes a package is no use of it. */
const maintainerScripts = /^var\/lib\/dpkg\//;
/** Of the distribution: the words of its scripts say nothing of what others brought. */
const systemPrograms = /^(?:usr\/)?s?bin\//;

interface SourceFile {
  readonly size: number;
  readonly isExecutable: boolean;
}

/** Reads a source or a script, found by its path, for what it names; null for most files. */
export function sourceReader(path: string, { size, isExecutable }: SourceFile): ContentReader | null {
  const module = packagedModule(path);
  if (module !== null) {
    if (size > maxCodeBytes || packagedTest.test(module)) return null;
    return wholeReader((content) => namesFact(packagedNames(path, content)));
  }
  const isOwn = !packaged.test(path);
  if (isOwn && code.test(path))
    return size > maxCodeBytes ? unread : wholeReader((content) => codeFacts(path, content));
  if (size > maxTextBytes) return null;
  if (isOwn && texts.test(path)) return wholeReader((content) => textFacts(path, textOf(content)));
  if (!isExecutable || maintainerScripts.test(path)) return null;
  const hasNames = isOwn && !systemPrograms.test(path);
  return wholeReader((content) => {
    const text = textOf(content);
    return joinFacts([programsFact(text), hasNames ? namesFact(wordsIn(text)) : null]);
  }, '#!');
}

const unread: ContentReader = { write: () => undefined, finish: () => writeFact('unread') };

const textOf = (content: Buffer): string => content.toString('latin1');

/** `start`: what it has to begin with. */
function wholeReader(facts: (content: Buffer) => Buffer | null, start = ''): ContentReader {
  let pieces: Buffer[] = [];
  let isWanted = true;
  return {
    write(piece) {
      if (!isWanted) return;
      pieces.push(piece);
      const [first = piece] = pieces;
      isWanted = first.length < start.length || first.toString('latin1', 0, start.length) === start;
      if (!isWanted) pieces = [];
    },
    finish() {
      const [first = Buffer.of()] = pieces;
      const content = pieces.length > 1 ? Buffer.concat(pieces) : first;
      return isWanted && content.toString('latin1', 0, start.length) === start ? facts(content) : null;
    },
  };
}

function codeFacts(path: string, content: Buffer): Buffer | null {
  const text = textOf(content);
  const programs = text.length > maxTextBytes ? null : programsFact(text);
  const imports = isPython.test(path) ? pythonImports(content) : javascriptImports(text);
  return joinFacts([programs, manifests.test(path) ? null : namesFact(codeNames(imports, text))]);
}

const isPython = /\.(?:pyw?|ipynb)$/;

/** Of what a bundler wrote only the imports: a text in it may be anything. */
const codeNames = (imports: Iterable<string>, text: string): Names =>
  isMinified(text) ? distinctNames(imports) : distinctNames(imports, quotedNames(text));

const isMinified = (text: string): boolean => text.length > maxTextBytes || text.length / lineCount(text) > 300;

const lineCount = (text: string): number => text.split('\n', maxTextBytes).length;

/** Nearly all import only what is their own; those that open libraries have the names in quotes. */
function packagedNames(path: string, content: Buffer): Names {
  const own = packagedCode.exec(path)?.[1]?.replace(/\.py$/, '');
  const imports = new Set(isPython.test(path) ? pythonImports(content) : []);
  const isOthers = (name: string) => name !== own && !pythonLibrary.has(name);
  const opensLibraries = isPython.test(path)
    ? imports.has('ctypes') || imports.has('cffi')
    : rubyOpener.test(textOf(content));
  return distinctNames([...imports].filter(isOthers), opensLibraries ? quotedNames(textOf(content)) : []);
}

const rubyOpener = /\b(?:ffi_lib|Fiddle)\b/;

function textFacts(path: string, text: string): Buffer | null {
  if (ownPackage.test(path)) return packageFacts(text);
  return joinFacts([programsFact(text), manifests.test(path) ? null : namesFact(wordsIn(text))]);
}

/** A project's package.json: what it depends on, and what the rest of it names. */
function packageFacts(text: string): Buffer | null {
  const { dependencies, others, rest } = readProject(text);
  return joinFacts([
    programsFact(text),
    dependencies.length === 0 ? null : writeFact('dependencies', dependencies),
    others.length === 0 ? null : writeFact('otherDependencies', others),
    namesFact(rest === null ? null : wordsIn(rest)),
  ]);
}

const wordsIn = (text: string): Names => distinctNames(words(text));

const namesFact = (names: Names): Buffer | null =>
  names === null ? writeFact('unread') : names.size === 0 ? null : writeFact('names', names);

function programsFact(text: string): Buffer | null {
  const programs = programsIn(text);
  return programs.length === 0 ? null : writeFact('programs', programs);
}
