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
/** What they may load of each other without saying so; the group: the module or package that it is in. */
const packagedSource = /(?:^|\/)(?:(?:site|dist)-packages|gems)\/(?:([^/]+)\/.*|([^/]+))\.(?:py|rb)$/;
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
  if (packagedSource.test(path)) {
    return size > maxCodeBytes ? null : textReader((text) => namesFact(packagedNames(path, text)));
  }
  const isOwn = !packaged.test(path);
  if (isOwn && code.test(path)) return size > maxCodeBytes ? unread : textReader((text) => codeFacts(path, text));
  if (size > maxTextBytes) return null;
  if (isOwn && texts.test(path)) return textReader((text) => textFacts(path, text));
  if (!isExecutable || maintainerScripts.test(path)) return null;
  const hasNames = isOwn && !systemPrograms.test(path);
  return textReader((text) => joinFacts([programsFact(text), hasNames ? namesFact(wordsIn(text)) : null]), '#!');
}

const unread: ContentReader = { write: () => undefined, finish: () => writeFact('unread') };

/** `start`: what it has to begin with. */
function textReader(facts: (text: string) => Buffer | null, start = ''): ContentReader {
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
      const text = Buffer.concat(pieces).toString('latin1');
      return isWanted && text.startsWith(start) ? facts(text) : null;
    },
  };
}

function codeFacts(path: string, text: string): Buffer | null {
  const programs = text.length > maxTextBytes ? null : programsFact(text);
  return joinFacts([programs, manifests.test(path) ? null : namesFact(codeNames(path, text))]);
}

/** Of what a bundler wrote only the imports: a text in it may be anything. */
function codeNames(path: string, text: string): Names {
  const imports = /\.(?:pyw?|ipynb)$/.test(path) ? pythonImports(text) : javascriptImports(text);
  return isMinified(text) ? distinctNames(imports) : distinctNames(imports, quotedNames(text));
}

const isMinified = (text: string): boolean => text.length > maxTextBytes || text.length / lineCount(text) > 300;

const lineCount = (text: string): number => text.split('\n', maxTextBytes).length;

/** Of Python's other modules, and of what is opened by name: nearly all import only what is their own. */
function packagedNames(path: string, text: string): Names {
  const [, folder, module] = packagedSource.exec(path) ?? [];
  const opensLibraries = /\b(?:ctypes|dlopen|ffi_lib|Fiddle)\b/.test(text);
  const names = distinctNames(path.endsWith('.py') ? pythonImports(text) : [], opensLibraries ? quotedNames(text) : []);
  const isOthers = (name: string) => name !== (folder ?? module) && !pythonLibrary.has(name);
  return names && new Set([...names].filter(isOthers));
}

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
