/** Which smaller images there are for a base image, by what the tags of well-known families say. Pure: no registry is asked here. */

/** How an image differs from the one that it could take the place of. */
export type BaseKind = 'slim' | 'runtime' | 'alpine' | 'distroless';

export interface BaseAlternative {
  /** As a FROM would name it. */
  readonly image: string;
  readonly kind: BaseKind;
  /** Its family's tags promise that it is there; else only its registry can tell. */
  readonly isPromised: boolean;
}

/** What there is besides an image. */
export interface BaseAlternatives {
  /** The same for running programs alone, where the image is a full one of a language. */
  readonly slim: BaseAlternative | null;
  /** Other distributions, and what has no shell. */
  readonly smaller: readonly BaseAlternative[];
  /** What a program needs that was compiled with the image's own toolchain; empty: it has none that compiles. */
  readonly runtimes: readonly BaseAlternative[];
}

/** An image's name as a FROM has it. */
interface ImageName {
  /** Registry and folders, with the last slash; '' for Docker Hub's own. */
  readonly prefix: string;
  readonly name: string;
  readonly tag: string;
}

/** `3.12-slim-bookworm`, taken apart; what is not there is null or false. */
interface Tag {
  readonly version: string | null;
  /** Words that an alternative keeps: `fpm`, `jdk`. */
  readonly variants: readonly string[];
  readonly suite: string | null;
  readonly isSlim: boolean;
  readonly isAlpine: boolean;
}

/** Images that are tagged alike (the tables of Docker Hub's official images, docker-library/official-images). */
interface Family {
  /** Where `slim` stands among the words of a tag, where there are such tags. */
  readonly slim?: 'before-suite' | 'after-suite';
  /** The full image is for building, the slim one for running; unless so, slim is a matter of taste. */
  readonly isLanguage?: true;
  readonly hasAlpine?: true;
  readonly variants?: readonly string[];
  /** The repository of distroless for a tag (GoogleContainerTools/distroless, README); null: none has that version. */
  readonly distroless?: (tag: Tag) => string | null;
  /** What programs run on that its compiler made. */
  readonly runtimes?: (tag: Tag, text: string) => readonly string[];
}

const suites = new Set(
  'forky trixie bookworm bullseye buster stretch sid stable oldstable testing unstable noble jammy focal'.split(' '),
);

/** Debian 12 has Python 3.11, Debian 13 3.13: distroless brings no other. */
const distrolessPython: Readonly<Record<string, string>> = { '3.11': 'debian12', '3.13': 'debian13' };

const staticRuntimes = ['gcr.io/distroless/static-debian12', 'debian:stable-slim'];
const linkedRuntimes = ['gcr.io/distroless/cc-debian12', 'debian:stable-slim'];
const javaRuntimes = (version: string | null | undefined) => (version ? [`eclipse-temurin:${version}-jre`] : []);

const families: Readonly<Record<string, Family>> = {
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
const official =
  /^(?:(?:(?:index\.)?docker\.io\/)?(?:library\/)?|(?:public\.ecr\.aws\/docker|mirror\.gcr\.io)\/library\/)$/;

/**
 * What there is besides `image`, whichever registry it is from; null where its name or tag are none that we know the
 * scheme of.
 *
 * @param image as a FROM names it, its variables filled in; what a digest pins is known by its tag
 */
export function alternativesTo(image: string): BaseAlternatives | null {
  const name = parseName(image);
  const family = name !== null && Object.hasOwn(families, name.name) ? families[name.name] : undefined;
  if (name === null || family === undefined) return null;
  const isOfficial = official.test(name.prefix);
  const beside = (text: string): string | null =>
    text.startsWith('gcr.io/') ? (isOfficial ? text : null) : name.prefix + text;
  const other = (text: string | null, kind: BaseKind): BaseAlternative[] => {
    const found = text === null ? null : beside(text);
    return found === null ? [] : [{ image: found, kind, isPromised: false }];
  };
  const tag = parseTag(name.tag, family.variants ?? []);
  const runtimes = (family.runtimes?.(tag ?? unknownTag, name.tag) ?? []).flatMap((text) =>
    other(text, text.startsWith('gcr.io/') ? 'distroless' : 'runtime'),
  );
  // What the tag's words mean is not known.
  if (tag === null) return { slim: null, smaller: [], runtimes };
  const tagged = (words: readonly (string | null)[] | null, kind: BaseKind): BaseAlternative[] =>
    words === null ? [] : [{ image: `${name.prefix}${name.name}:${tagText(words)}`, kind, isPromised: isOfficial }];
  const [slim = null] = tagged(slimTag(name.name, tag, family), name.name === 'eclipse-temurin' ? 'runtime' : 'slim');
  const distroless = family.distroless?.(tag) ?? null;
  const smaller = tag.isAlpine
    ? []
    : [
        ...tagged(family.hasAlpine ? [tag.version, ...tag.variants, 'alpine'] : null, 'alpine'),
        ...other(distroless && `gcr.io/distroless/${distroless}`, 'distroless'),
      ];
  if (family.isLanguage) return { slim, smaller, runtimes };
  return { slim: null, smaller: slim === null ? smaller : [slim, ...smaller], runtimes };
}

function parseName(text: string): ImageName | null {
  const [, prefix = '', name = '', tag = 'latest'] =
    /^((?:[^/@\s]+\/)*)([^/:@\s]+)(?::([^/:@\s]+))?(?:@[^@\s]+)?$/.exec(text) ?? [];
  return name === '' ? null : { prefix, name, tag };
}

const unknownTag: Tag = { version: null, variants: [], suite: null, isSlim: false, isAlpine: false };

/** Null where a word is unknown: another operating system, a preview, somebody's own. */
function parseTag(text: string, variants: readonly string[]): Tag | null {
  const [first = '', ...rest] = text.split('-');
  const isVersion = /^(?:\d[\w.]*|latest|lts|current|mainline)$/.test(first);
  const words = isVersion ? rest : [first, ...rest];
  const isAlpine = (word: string) => /^alpine[\d.]*$/.test(word);
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
function slimTag(name: string, { version, variants, suite, isSlim, isAlpine }: Tag, { slim }: Family) {
  if (name === 'eclipse-temurin') return variants.includes('jre') || isAlpine ? null : [version, 'jre', suite];
  if (slim === undefined || isSlim || isAlpine) return null;
  // Debian's `latest` is `stable`, and has no slim of its own name.
  const from = name === 'debian' && version === null && suite === null ? 'stable' : suite;
  return slim === 'before-suite' ? [version, ...variants, 'slim', from] : [version, ...variants, from, 'slim'];
}

const tagText = (words: readonly (string | null)[]): string => words.filter((word) => word !== null).join('-');
