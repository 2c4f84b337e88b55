import { join, relative } from 'node:path';
import type { BaseLookup } from './base-lookup.ts';
import { type CheckOutcome, checkDockerfile } from './build/check.ts';
import { type BuildPlaces, readBuildFiles } from './build/files.ts';
import { stageChain } from './dockerfile/stages.ts';
import { errorText } from './errors.ts';
import {
  type HadolintConfig,
  hadolintConfigNames,
  noHadolintConfig,
  readHadolintConfig,
} from './lint/hadolint-config.ts';
import { lintLayers } from './lint/layers.ts';
import { lint, ruleCodes } from './lint/lint.ts';
import { type InstalledPackages, installedPackages } from './lint/packages.ts';
import { applyPolicy } from './lint/policy.ts';
import type { LintBase, LintContext } from './lint/subject.ts';
import { isCheck, type LintNotice, readSuppressions } from './lint/suppressions.ts';
import { holdAgainst } from './lint/threshold.ts';
import type { BuildDefinition } from './model/attribution.ts';
import type { Dockerfile } from './model/dockerfile.ts';
import type { Finding } from './model/finding.ts';
import type { LintOutcome } from './model/lint.ts';
import type { BuildSettings, LintSettings } from './model/settings.ts';
import type { Log, Seams } from './seams.ts';
import { readConfigFile } from './settings/config-file.ts';
import { suggestion } from './settings/nearest.ts';
import { refuse } from './settings/resolve.ts';
import type { Weighed } from './weigh.ts';

export interface Linted {
  readonly dockerfile: Dockerfile;
  readonly context: LintContext | null;
  readonly definition: BuildDefinition;
  /** Null: scratch, or not known. */
  readonly base: LintBase | null;
  /** Null: no prices. */
  readonly image: Pick<Weighed, 'image' | 'attributions' | 'fileSystem'> | null;
}

/** Where a build takes its files from, and where the user sees them from; absolute. */
type Places = Pick<BuildPlaces, 'workingDirectory' | 'root'>;

/** An image's Dockerfile with all that tells of it; null where the Dockerfile is not known. */
export async function withBase(weighed: Weighed, bases: BaseLookup): Promise<Linted | null> {
  const { dockerfile, definition, measurement } = weighed;
  if (dockerfile === null) return null;
  const base = await bases.find(dockerfile, definition, measurement.platform);
  return { ...weighed, dockerfile, base, image: weighed };
}

export const noLint: LintOutcome = { findings: [], suppressed: [], result: null };

/** An image has a hundred layers at most: a text of more than this is made to keep us busy, and is not looked at. */
const mostInstructions = 2000;

/**
 * Our own rules, priced, the most expensive first, BuildKit's checks behind: less what the settings, the Dockerfile's
 * comments and `.hadolint.yaml` leave out.
 *
 * @param linted null where the Dockerfile is not known
 * @param checks null where there are none
 */
export function lintAll(
  linted: Linted | null,
  checks: CheckOutcome | null,
  settings: LintSettings,
  places: Places,
  log: Log,
): LintOutcome {
  if (settings.level === 'off' || linted === null) return noLint;
  if (checks?.notice != null) log.notice(checks.notice);
  const { path, stages } = linted.dockerfile;
  const instructions = stages.reduce((total, stage) => total + stage.instructions.length, 0);
  if (instructions > mostInstructions) {
    log.warning(`${path} is not linted: it has ${instructions} instructions, more than ${mostInstructions}`);
    return noLint;
  }
  const config = findHadolintConfig(places);
  const asked = readSuppressions(linted.dockerfile, (code) => ruleCodes.has(code));
  const comments = asked.suppressions.filter(({ by }) => !config.ignoresComments || by.syntax !== 'hadolint');
  tell([...config.notices, ...asked.notices], log);
  const { findings, suppressed } = applyPolicy(foundIn(linted, checks, settings), {
    suppressions: [...comments, ...config.suppressions],
    severities: config.severities,
    checksAreErrors: asked.checksAreErrors,
    minPrice: settings.minPrice,
  });
  const threshold = settings.threshold ?? config.threshold ?? 'warning';
  return { findings, suppressed, result: holdAgainst({ level: settings.level, threshold }, findings) };
}

function foundIn(linted: Linted, checks: CheckOutcome | null, settings: LintSettings): Finding[] {
  const theirs = checks?.findings.filter(({ rule }) => settings.rules.get(rule) !== false) ?? [];
  return [...ownFindings(linted, settings), ...theirs];
}

/** What our own rules find, the most expensive first. */
function ownFindings({ dockerfile, context, definition, base, image }: Linted, settings: LintSettings): Finding[] {
  const subject = {
    dockerfile,
    chain: stageChain(dockerfile, definition.target, definition.buildArgs ?? []),
    layers: image === null ? null : lintLayers(image.image.layers, image.attributions, image.fileSystem),
    packages: lazy(() => image && installedPackages(image.image.layers, image.attributions, image.fileSystem)),
    context,
    base,
    maxLayerBytes: settings.maxLayerBytes,
    user: image?.image.config.user ?? null,
  };
  return lint(subject, { switches: settings.rules });
}

/** Most Dockerfiles have nothing that a rule would look packages up for. */
function lazy(find: () => InstalledPackages | null): () => InstalledPackages | null {
  let found: InstalledPackages | null | undefined;
  return () => {
    if (found === undefined) found = find();
    return found;
  };
}

/** @throws UserError for a switch of a rule that there is not: a misspelt one would switch nothing. */
export function refuseUnknownRules({ rules }: LintSettings): void {
  const unknown = [...rules.keys()].filter((code) => !ruleCodes.has(code) && !isCheck(code));
  refuse(
    unknown.map((code) => `lint-rules: there is no rule ${code}${suggestion(code, [...ruleCodes])}`),
    'docs/lint.md lists the rules.',
  );
}

/** hadolint's file in the working directory, else at the repository's root. */
function findHadolintConfig({ workingDirectory, root }: Places): HadolintConfig {
  const paths = [workingDirectory, root].flatMap((folder) => hadolintConfigNames.map((name) => join(folder, name)));
  for (const path of paths) {
    const shown = relative(root, path);
    try {
      const text = readConfigFile(path);
      if (text !== null) return readHadolintConfig(text, shown);
    } catch (thrown) {
      // Another program's file: what is wrong with it must not stop ours.
      return { ...noHadolintConfig, notices: [{ file: shown, line: 1, message: errorText(thrown) }] };
    }
  }
  return noHadolintConfig;
}

const mostNotices = 10;

function tell(notices: readonly LintNotice[], log: Log): void {
  for (const { file, line, message } of notices.slice(0, mostNotices)) {
    log.notice(`${file}:${line}: ${message}`, { file, startLine: line });
  }
}

/** Starts BuildKit's own checks, which need no build. Never rejects. */
export async function startChecks(build: BuildSettings, places: Places, seams: Seams): Promise<CheckOutcome> {
  const { dockerfilePath } = await readBuildFiles({ context: build.context, file: build.file, ...places });
  return await checkDockerfile(build, { ...seams, ...places, dockerfile: dockerfilePath });
}
