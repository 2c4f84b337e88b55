import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { stageChain } from '../../src/dockerfile/stages.ts';
import { lint } from '../../src/lint/lint.ts';
import { rules } from '../../src/lint/rules/index.ts';
import type { LintSubject } from '../../src/lint/subject.ts';

function subjectOf(text: string): LintSubject {
  const dockerfile = parseDockerfile('Dockerfile', text);
  return {
    dockerfile,
    chain: stageChain(dockerfile, null),
    layers: null,
    packages: () => null,
    context: null,
    base: null,
    user: null,
  };
}

const namesOf = (text: string, switchedOn: readonly string[] = []) =>
  lint(subjectOf(text), { switches: new Map(switchedOn.map((name) => [name, true])) }).map(({ rule }) => rule);

const off = rules.filter(({ offByDefault }) => offByDefault).map(({ name }) => name);

describe('rules that are off by default', () => {
  const text = 'FROM company/base:1\nRUN apk add curl\n';

  it('are not checked', () => {
    const found = lint(subjectOf(text)).map(({ rule }) => rule);
    expect(found.filter((name) => off.includes(name))).toEqual([]);
  });

  it('are checked where they are switched on by name, and no other of them', () => {
    expect(namesOf(text, off).filter((name) => off.includes(name))).toEqual(expect.arrayContaining(off));
    expect(namesOf(text, ['healthcheck-missing']).filter((name) => off.includes(name))).toEqual([
      'healthcheck-missing',
    ]);
  });
});

describe('rules of practice', () => {
  const names = rules.filter(({ topic }) => topic === 'practice').map(({ name }) => name);

  it('say of themselves that they are no more than information', () => {
    expect(rules.filter(({ name, severity }) => names.includes(name) && severity !== 'info')).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    [
      'a usual one',
      'FROM node:22\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nUSER node\nCMD ["node", "."]\n',
      [],
    ],
    [
      'a careless one',
      'FROM node\nADD . /app\nRUN npm install\nRUN npm run build\nEXPOSE 80\nCMD npm start\n',
      ['runs-as-root', 'base-tag-floating', 'copy-all-before-install', 'add-instead-of-copy'],
    ],
  ])('find few things in a Dockerfile: %s', (_name, text, expected) => {
    const found = namesOf(text).filter((name) => names.includes(name));
    expect(found.sort()).toEqual(expected.sort());
  });
});
