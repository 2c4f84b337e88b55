import * as fc from 'fast-check';
import { readFact } from '../../src/packages/facts.ts';
import { sourceReader } from '../../src/packages/sources.ts';

function read(path: string, text: string, { isExecutable = false, cuts = [] as readonly number[] } = {}) {
  const content = Buffer.from(text);
  const reader = sourceReader(path, { size: content.length, isExecutable });
  let start = 0;
  for (const cut of [...cuts, content.length].toSorted((a, b) => a - b)) {
    reader?.write(content.subarray(start, cut));
    start = cut;
  }
  return reader?.finish() ?? null;
}

const namesIn = (path: string, text: string) => {
  const facts = read(path, text);
  return facts === null ? [] : (readFact(facts, 'names') ?? []);
};

const site = 'usr/local/lib/python3.12/site-packages';

it.each([
  [
    'import statements',
    'app/x.py',
    'import a_b, os.path as p\nfrom cc.dd import e\n    import ff; x = 1\n',
    ['a_b', 'cc', 'ff', 'os'],
  ],
  ['not what is relative', 'app/x.py', 'from . import aa\nfrom .bb import cc\nfrom ..dd.ee import ff\n', []],
  ['behind other statements', 'app/x.py', 'try: import aa\nexcept ImportError: import bb', ['aa', 'bb']],
  [
    'what is loaded by name',
    'app/x.py',
    'm = __import__("aa")\nimportlib.import_module(\n  "bb.cc")',
    ['aa', 'bb', 'bb.cc'],
  ],
  [
    'what settings name',
    'app/settings.py',
    'APPS = [\'rest_framework\', "cors.middleware.X"]',
    ['cors', 'cors.middleware.X', 'rest_framework'],
  ],
  [
    "an address's driver",
    'app/x.py',
    "url = 'postgresql+psycopg2://x'",
    ['postgresql', 'postgresql+psycopg2', 'psycopg2'],
  ],
  [
    'cells of a notebook',
    'app/x.ipynb',
    '{"source": ["import pandas as pd\\n", "from torch import nn"]}',
    ['from', 'import', 'pandas', 'source', 'torch'],
  ],
  [
    'require and import',
    'app/x.js',
    'const a = require("koa");import b from\'@scope/lib/sub\';import("lazy-one");export * from `pg`;',
    ['@scope/lib', 'koa', 'lazy-one', 'pg'],
  ],
  ['what is relative in JavaScript', 'app/x.mjs', 'import a from "./aa"; require("../bb")', []],
  ['texts in JavaScript', 'app/x.ts', "pino({ transport: { target: 'pino-pretty' } })", ['pino-pretty']],
  ['not the texts of a bundle', 'app/x.js', `${'f("text");'.repeat(100)}n=require("koa")`, ['koa']],
  [
    'words of a script',
    'app/start.sh',
    '#!/bin/sh\n# not flask\nexec gunicorn -k gevent app.wsgi:app',
    ['app', 'app.wsgi', 'bin', 'exec', 'gevent', 'gunicorn', 'sh'],
  ],
  [
    'words of settings',
    'etc/logging.ini',
    '; not flask\nclass=pythonjsonlogger.JsonFormatter',
    ['class', 'pythonjsonlogger', 'pythonjsonlogger.JsonFormatter'],
  ],
  [
    'what is preloaded',
    'etc/ld.so.preload',
    '/usr/lib/libjemalloc.so.2',
    ['lib', 'libjemalloc', 'libjemalloc.so.2', 'usr'],
  ],
  ['not what is to be installed', 'app/pyproject.toml', 'dependencies = ["flask"]', []],
  [
    "a project's scripts, not its dependencies",
    'app/package.json',
    '{"name":"nn","scripts":{"start":"pm2 x"},"dependencies":{"koa":"1"}}',
    ['pm2', 'scripts', 'start'],
  ],
  ['what packages import of others', `${site}/aa/x.py`, 'import aa.b, os, cc\nfrom aa import d\nx = "ee"', ['cc']],
  ['not what their tests import', `${site}/aa/tests/x.py`, 'import pytest', []],
  ['what lies in a folder for tests', 'test/site-packages/aa/x.py', 'import bb', ['bb']],
  [
    'what packages open by name',
    `${site}/aa/x.py`,
    'import ctypes.util\nlib = ctypes.util.find_library("magic")',
    ['magic'],
  ],
  ['a module of its own', `${site}/aa.py`, 'import aa, bb', ['bb']],
  [
    'what gems open',
    'usr/local/bundle/gems/ruby-vips-2/lib/vips.rb',
    'ffi_lib "libvips.so.42"',
    ['libvips', 'libvips.so.42'],
  ],
  ["nothing of Python's own library", 'usr/local/lib/python3.12/site.py', 'import aa', []],
  ['nothing of what distributions bring', 'usr/share/x/x.py', 'import aa', []],
  ['nothing of other files', 'app/readme.md', 'import aa', []],
])('%s', (_name, path, text, names) => {
  expect([...namesIn(path, text)].sort()).toEqual(names);
});

it.each([
  [
    'a shell script',
    'app/x',
    '#!/bin/sh\ncurl -f x && git\tpull\n',
    'programs\tcurl\tgit\nnames\tbin\tsh\tcurl\tgit\tpull',
  ],
  ['of the distribution', 'usr/bin/x', '#!/bin/sh\ncurl x', 'programs\tcurl'],
  ['of a package', 'app/node_modules/x/cli', '#!/usr/bin/env node\ngit', 'programs\tgit'],
  ["a package's own", 'var/lib/dpkg/info/vim.postinst', '#!/bin/sh\nvim', null],
  ['a program', 'app/x', '\x7fELF curl', null],
  ['nothing', 'app/x', '', null],
])('an executable: %s', (_name, path, text, facts) => {
  expect(read(path, text, { isExecutable: true })?.toString() ?? null).toBe(facts);
});

it('tells apart what a project depends on', () => {
  const facts = read(
    'app/package.json',
    '{"dependencies":{"koa":"1"},"devDependencies":{"jest":"1"},"peerDependencies":[]}',
  );
  expect(facts?.toString()).toBe('dependencies\tkoa\notherDependencies\tjest');
});

it('says of a source that is too large, or names too much, that it was not read', () => {
  expect(sourceReader('app/x.py', { size: 3e6, isExecutable: false })?.finish()?.toString()).toBe('unread');
  const names = Array.from({ length: 20_000 }, (_, at) => `'name${at}'`).join('\n');
  expect(read('app/x.py', names)?.toString()).toBe('unread');
});

it('says so of a package.json that nests too deep to be written', () => {
  const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  expect(read('app/package.json', `{"dependencies":{"koa":"1"},"x":${nested}}`)?.toString()).toBe(
    'dependencies\tkoa\nunread',
  );
});

it.each(['import ', 'from ', 'from .', 'import\n\n', '"@', "'@a", '@a', 'a.', 'a+', 'require( ', '# ', '(', '['])(
  'reads %p and much of its last sign in good time',
  (text) => {
    const start = text.slice(0, -1);
    const content = start + text.slice(-1).repeat(200_000) + text.repeat(20_000);
    for (const path of ['a.py', 'a.js', 'a.sh', 'package.json', `${site}/a/b.py`]) read(path, content);
  },
);

it('reads no data', () => {
  expect(sourceReader('app/data.json', { size: 3e6, isExecutable: false })).toBeNull();
});

it('reads any text without a failure, however it is cut into pieces', () => {
  const path = fc.constantFrom('a.py', 'a.js', 'a.sh', 'package.json', `${site}/a/b.py`, 'tool');
  const part = fc.constantFrom(
    'import ',
    'from ',
    '"',
    "'",
    '\n',
    'require(',
    '.',
    '{',
    '}',
    '#!',
    ',',
    'ctypes',
    'name',
  );
  const text = fc.array(fc.oneof(part, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''));
  fc.assert(
    fc.property(path, text, fc.boolean(), fc.array(fc.nat(100)), (at, content, isExecutable, cuts) => {
      const inside = cuts.filter((cut) => cut <= Buffer.byteLength(content));
      const facts = read(at, content, { isExecutable, cuts: inside });
      expect(facts).toEqual(read(at, content, { isExecutable }));
      expect(
        facts === null ||
          facts
            .toString('latin1')
            .split('\n')
            .every((line) => /^[A-Za-z]+(?:\t[\w@./+-]+)*$/.test(line)),
      ).toBe(true);
    }),
  );
});
