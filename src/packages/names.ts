/** What names sources may load modules and libraries by. */

/** A name's first part, as packages are called: `@scope/name`, `some-name`; or a module with what is in it: `a.b`. */
const nameToken = String.raw`(?:@[\w.-]+\/)?[A-Za-z_][\w.+-]*`;
const quoted = new RegExp(`["'\`](${nameToken})`, 'g');
const word = new RegExp(nameToken, 'g');
const comment = /^[ \t]*(?:#(?!!)|;|\/\/).*$/gm;

/** Longer ones name nothing; the bytes are of all names of a file. */
const maxNameLength = 100;
const maxNamesBytes = 64 * 1024;

/** Null where they are more than a source has. */
export type Names = ReadonlySet<string> | null;

/** Those that a text in quotes begins with. */
export const quotedNames = (text: string): Iterable<string> => capturedBy(quoted, text);

/** All words of scripts and settings but those of comments. */
export const words = (text: string): Iterable<string> => text.replaceAll(comment, '').match(word) ?? [];

const importMark = Buffer.from('import');
const lineEnd = 0x0a;

/**
 * The modules that Python's import statements name, relative ones left out, and what lines that speak of importing have in
 * quotes: `import_module("a.b")`. Most of the source is never made a text.
 */
export function* pythonImports(source: Buffer): Generator<string> {
  for (let at = source.indexOf(importMark); at >= 0; ) {
    const start = Math.max(source.lastIndexOf(lineEnd, at) + 1, at - maxLineBytes);
    const next = source.indexOf(lineEnd, at);
    const end = next < 0 ? source.length : next;
    const line = source.toString('latin1', start, Math.min(end, at + maxLineBytes));
    for (const [, from = '', imported = ''] of line.matchAll(importStatement)) {
      yield from.split('.', 1)[0] ?? '';
      for (const module of imported.split(',')) yield module.trim().split(/[\s.]/, 1)[0] ?? '';
    }
    if (/["']/.test(line)) yield* quotedNames(line);
    at = source.indexOf(importMark, end);
  }
}

const maxLineBytes = 2000;
const importStatement = /\bfrom\s+([\w.]+)\s+import\b|\bimport\s+([A-Za-z_][\w., \t]*)/g;

/** The modules that JavaScript's `import` and `require` name, relative ones left out. */
export const javascriptImports = (text: string): Iterable<string> => capturedBy(moduleReference, text);

const moduleReference = /(?:\brequire(?:\.resolve)?|\bimport|\bfrom)(?:\s*\(\s*|\s*)["'`]((?:@[\w.-]+\/)?\w[\w.+-]*)/g;

function* capturedBy(pattern: RegExp, text: string): Generator<string> {
  for (const [, name = ''] of text.matchAll(pattern)) yield name;
}

/** Each once: as it is written, of `a.b` the first part, too, and both of `a+b` (the scheme of an address). */
export function distinctNames(...lists: Iterable<string>[]): Names {
  const names = new Set<string>();
  let bytes = 0;
  const add = (name: string): void => {
    if (name.length < 2 || names.has(name)) return;
    names.add(name);
    bytes += name.length + 1;
  };
  for (const list of lists) {
    for (const written of list) {
      if (written.length > maxNameLength) continue;
      const name = written.replace(/[.+-]+$/, '');
      add(name);
      if (!name.startsWith('@')) for (const part of partsOf(name)) add(part);
      if (bytes > maxNamesBytes) return null;
    }
  }
  return names;
}

const partsOf = (name: string): string[] => [...name.split('.', 1), ...(name.includes('+') ? name.split('+', 2) : [])];

/** Modules of Python's own library, which no distribution has to bring (sys.stdlib_module_names of Python 3.11). */
export const pythonLibrary: ReadonlySet<string> = new Set(
  `__future__ abc aifc argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2
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
  zipapp zipfile zipimport zlib zoneinfo`.split(/\s+/),
);
