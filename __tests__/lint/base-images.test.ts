import * as fc from 'fast-check';
import { imagesToLookUp } from '../../src/lint/base-advice.ts';
import { alternativesTo } from '../../src/lint/base-images.ts';

const names = (image: string): string[] => {
  const { slim, smaller, runtimes } = alternativesTo(image) ?? { slim: null, smaller: [], runtimes: [] };
  return [...(slim === null ? [] : [slim]), ...smaller, ...runtimes].map((each) => each.image);
};

describe('what there is besides an image', () => {
  it.each<[string, string[]]>([
    ['python:3.12', ['python:3.12-slim', 'python:3.12-alpine']],
    ['python:3.13.1-slim-bookworm', ['python:3.13.1-alpine', 'gcr.io/distroless/python3-debian13']],
    ['node:22', ['node:22-slim', 'node:22-alpine', 'gcr.io/distroless/nodejs22-debian12']],
    ['mirror.gcr.io/library/node:iron', []],
    ['mirror.gcr.io/library/ruby:3.3-slim', ['mirror.gcr.io/library/ruby:3.3-alpine']],
    ['localhost:5000/node:22-slim', ['localhost:5000/node:22-alpine']],
    ['php:8.3-fpm-bookworm', ['php:8.3-fpm-alpine']],
    ['php:8.3-apache', []],
    ['debian', ['debian:stable-slim']],
    ['debian:bookworm', ['debian:bookworm-slim']],
    ['debian:12-slim', []],
    ['eclipse-temurin:21-jre', ['eclipse-temurin:21-jre-alpine', 'gcr.io/distroless/java21-debian12']],
    ['maven:3.9-eclipse-temurin-21', ['eclipse-temurin:21-jre']],
    ['team.example/gradle:8-jdk21', ['team.example/eclipse-temurin:21-jre']],
    ['python:3.12-alpine3.20', []],
    ['constructor:1', []],
    ['', []],
  ])('%s', (image, expected) => {
    expect(names(image)).toEqual(expected);
  });

  it('is never the image itself, nor from a registry that is not its own or distroless', () => {
    const tag = fc.stringMatching(/^[\w.]{1,6}(?:-(?:slim|bookworm|alpine|jdk|jre|fpm))?(?:-slim|-trixie)?$/);
    const family = fc.constantFrom('python', 'node', 'golang', 'php', 'eclipse-temurin', 'debian', 'maven');
    fc.assert(
      fc.property(fc.constantFrom('', 'host.example/a/'), family, tag, (prefix, name, text) => {
        const image = `${prefix}${name}:${text}`;
        const others = names(image);
        expect(others).not.toContain(image);
        if (prefix !== '') for (const each of others) expect(each.startsWith(prefix)).toBe(true);
      }),
    );
  });

  it('is told of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(imagesToLookUp(text, []).length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
