import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { overlay } from '../../src/analysis/filesystem.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { baseImage, stageChain } from '../../src/dockerfile/stages.ts';
import { fileCollector } from '../../src/image/collect.ts';
import { lintLayers } from '../../src/lint/layers.ts';
import { priceDrafts } from '../../src/lint/ledger.ts';
import { installedPackages } from '../../src/lint/packages.ts';
import type { Rule } from '../../src/lint/rule.ts';
import type { LintBase, LintSubject } from '../../src/lint/subject.ts';
import type { LayerAttribution } from '../../src/model/attribution.ts';
import type { Dockerfile } from '../../src/model/dockerfile.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { DownloadSize, Entry, ImageLayer } from '../../src/model/image.ts';
import { type ElfSpec, elfFile } from './elf.ts';
import { digestOf } from './measurements.ts';
import { type CaseManager, type PackageFiles, type PackageSpecs, packageFiles } from './package-files.ts';

/** The cases that the rules of the lint come with, and what they are run on. */

/**
 * A file by its size, or by more of what its tar entry says; a script, or what tells
 * of packages, by its text; a program or library by what it needs; a hard link by its target; `deleted` is
 * a whiteout.
 */
type FileSpec =
  | number
  | 'deleted'
  | { text: string }
  | { elf: ElfSpec; size?: number }
  | { link: string }
  | { size: number; hash?: string; uid?: number; mode?: number };

export interface Case {
  name: string;
  dockerfile: string;
  /** What the base image holds. */
  base?: Record<string, FileSpec>;
  /** What the instruction on a line made; without any there is no image. */
  layers?: Record<number, Record<string, FileSpec>>;
  /** What instructions installed, by their line or `base`; of `manager`, dpkg unless said. */
  packages?: Record<number | 'base', PackageSpecs>;
  manager?: CaseManager;
  /** What registries tell that images take to download. */
  sizes?: Record<string, DownloadSize>;
  maxLayerBytes?: number;
  context?: { ignoreFile?: string };
  user?: string;
  findings?: {
    at: string;
    price?: number;
    saving?: [number, number];
    fix?: string;
    ignoreFile?: string;
    evidence?: string[];
  }[];
}

export const rulesFolder = join(__dirname, '../../src/lint/rules');
/** What `cases.yml` of a rule holds. */
export const casesOf = (rule: string): Case[] => parse(readFileSync(join(rulesFolder, rule, 'cases.yml'), 'utf8'));

function entryOf(path: string, spec: FileSpec): Entry {
  const common = { path, mode: 0o644, uid: 0, gid: 0, link: null, size: 0, hash: null };
  if (spec === 'deleted') return { ...common, kind: 'whiteout' };
  if (typeof spec === 'object' && 'link' in spec) return { ...common, kind: 'hardlink', link: spec.link };
  if (typeof spec === 'object' && 'text' in spec) return { ...common, kind: 'file', size: spec.text.length };
  if (typeof spec === 'object' && 'elf' in spec) return { ...common, kind: 'file', size: spec.size ?? 0 };
  const file = typeof spec === 'number' ? { size: spec } : spec;
  return { ...common, kind: 'file', hash: file.hash ?? `${path}:${file.size}`, ...file };
}

/** A layer of these files, and of those that tell of packages. */
function layerOf(name: string, own: Record<string, FileSpec>, packages: PackageFiles): ImageLayer {
  const files = { ...packages.sizes, ...own };
  const diffId = digestOf(name);
  const entries = Object.entries(files).map(([path, spec]) => entryOf(path, spec));
  const diskBytes = entries.reduce((sum, { size }) => sum + size, 0);
  const regular = entries.filter(({ kind }) => kind === 'file').length;
  return {
    diffId,
    digest: null,
    downloadBytes: Math.floor(diskBytes / 2),
    marks: null,
    index: {
      diffId,
      diskBytes,
      files: regular,
      entries,
      collected: new Map([...packages.collected, ...collectedOf(own)]),
    },
  };
}

/** What is kept of contents. */
function collectedOf(files: Record<string, FileSpec>): [string, Buffer][] {
  return Object.entries(files).flatMap(([path, spec]): [string, Buffer][] => {
    const content = contentOf(spec);
    if (content === null) return [];
    const collector = fileCollector();
    collector.begin(path, { size: content.length, mode: 0o644 });
    collector.content(content);
    collector.end();
    return [...collector.collected];
  });
}

function contentOf(spec: FileSpec): Buffer | null {
  if (typeof spec !== 'object') return null;
  if ('text' in spec) return Buffer.from(spec.text);
  return 'elf' in spec ? elfFile(spec.elf) : null;
}

const linesOf = ({ layers = {}, packages }: Case): number[] => {
  const lines = [...Object.keys(layers), ...Object.keys(packages ?? {})].filter((line) => line !== 'base').map(Number);
  return [...new Set(lines)].sort((a, b) => a - b);
};

/** What the instruction on a line wrote of packages; later ones know of the earlier. */
function packagesOf({ packages, manager = 'dpkg' }: Case, line: number | 'base'): PackageFiles {
  const added = packages?.[line];
  if (packages === undefined || added === undefined) return { sizes: {}, collected: new Map() };
  const before = Object.entries(packages).filter(([at]) => line !== 'base' && (at === 'base' || Number(at) < line));
  return packageFiles(manager, added, Object.assign({}, ...before.map(([, specs]) => specs)));
}

function baseOf(dockerfile: Dockerfile, { sizes = {} }: Case): LintBase | null {
  const image = baseImage(dockerfile, null, []);
  return image === null ? null : { image, sizes: new Map(Object.entries(sizes)) };
}

/** What the rules are given in a case. */
export function subjectOf(test: Case): LintSubject {
  const dockerfile = parseDockerfile('Dockerfile', test.dockerfile);
  const chain = stageChain(dockerfile, null, []);
  const context =
    test.context === undefined ? null : { ignoreFile: '.dockerignore', ignoreText: test.context.ignoreFile ?? null };
  if (test.layers === undefined && test.packages === undefined) {
    return {
      dockerfile,
      chain,
      layers: null,
      packages: () => null,
      context,
      base: baseOf(dockerfile, test),
      user: null,
    };
  }
  const own = linesOf(test).map((line) => ({
    layer: layerOf(`line ${line}`, test.layers?.[line] ?? {}, packagesOf(test, line)),
    attribution: {
      origin: 'own',
      instruction: 'x',
      location: { file: 'Dockerfile', firstLine: Number(line), lastLine: Number(line), stage: null },
      attribution: 'provenance',
    } satisfies LayerAttribution,
  }));
  const base = {
    layer: layerOf('base', test.base ?? {}, packagesOf(test, 'base')),
    attribution: {
      origin: 'base',
      instruction: null,
      location: null,
      attribution: 'provenance',
    } satisfies LayerAttribution,
  };
  const all = [base, ...own];
  const layers = all.map(({ layer }) => layer);
  const attributions = all.map(({ attribution }) => attribution);
  const fileSystem = overlay(layers.map(({ index }) => index));
  return {
    dockerfile,
    chain,
    context,
    maxLayerBytes: test.maxLayerBytes ?? null,
    base: baseOf(dockerfile, test),
    user: test.user ?? '',
    layers: lintLayers(layers, attributions, fileSystem),
    packages: () => installedPackages(layers, attributions, fileSystem),
  };
}

export const findingsOf = (rule: Rule, subject: LintSubject): Finding[] =>
  priceDrafts(
    rule.check(subject).map((draft) => ({ rule, draft })),
    subject,
  );
