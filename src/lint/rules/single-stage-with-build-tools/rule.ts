import type { Instruction } from '../../../model/dockerfile.ts';
import { baseDraft, imagesText, largerBase } from '../../base-advice.ts';
import { describeFiles, keptFiles } from '../../claims.ts';
import { type Compilation, compilationsIn } from '../../compiling.ts';
import { copiesOf, isFromContext } from '../../copies.ts';
import { describePackages, type InstalledPackages } from '../../packages.ts';
import type { Claim, Draft, Rule } from '../../rule.ts';
import { instructionOf, type LintSubject } from '../../subject.ts';
import { isProgramUsed } from '../../use.ts';

/** Packages of Debian and of Alpine that only compile; what they made runs on some of what came with them. */
const toolchains =
  /^(?:golang|go|rustc?|cargo|maven|gradle|ghc|openjdk-?\d+(?:-jdk(?:-headless)?)?|default-jdk(?:-headless)?|dotnet\d*-sdk(?:-[\d.]+)?|dotnet-sdk-[\d.]+)(?:-[\d.]+)?$/;
const runtimes = /-jre(?:-headless)?$|^(?:dotnet|aspnetcore).*runtime/;

/** Where toolchains lie that were fetched: folders of their own, as a JDK holds what runs, and cargo's `bin` programs. */
const toolFolders =
  /^(?:(?:usr\/local\/|root\/\.)(?:rustup|cargo(?!\/bin\/))|usr\/local\/go|root\/\.(?:ghcup|stack)|opt\/(?:maven|gradle|ghc)|usr\/(?:share|lib)\/dotnet\/sdk)\//;
/** What compilers read, and what they leave on the way to a program. */
const sources = /\.(?:go|rs|java|kt|scala|cs|fs|c|cc|cpp|cxx|h|hh|hpp|hs|swift|zig)$/;
const intermediates =
  /(?:^|\/)(?:target\/(?:release|debug)\/(?:build|deps|incremental|\.fingerprint)|target\/(?:classes|generated-sources|maven-status)|build\/(?:classes|tmp|intermediates)|obj\/(?:Release|Debug))\//;

export const singleStageWithBuildTools: Rule = {
  name: 'single-stage-with-build-tools',
  aliases: [],
  severity: 'warning',
  check(subject) {
    const [compilation] = compilationsIn(subject.chain).filter((each) => !isStarted(subject, each));
    return compilation === undefined ? [] : [...checkBase(subject), ...checkOwn(subject, compilation)];
  },
};

/** A program that is run by what compiled it (`go run`, `mvn spring-boot:run`) needs that. */
const isStarted = (subject: LintSubject, { run, command }: Compilation): boolean =>
  isProgramUsed(
    [(command.words[0] ?? '').replace(/^.*\//, '')].filter((program) => program !== ''),
    { subject, installed: subject.packages(), instruction: run },
    { whileBuilding: false },
  );

/** The base image is the toolchain itself. */
function checkBase(subject: LintSubject): Draft[] {
  const found = largerBase(subject, 'single-stage-with-build-tools');
  if (found === null) return [];
  const message = `\`${found.image}\` is for compiling, and the image runs what was compiled: copy that from this stage into one of ${imagesText(found.alternatives)}`;
  return baseDraft(subject, found, { message, fix: null });
}

/** What the image's own layers hold for compiling alone. */
function checkOwn(subject: LintSubject, { command }: Compilation): Draft[] {
  const installed = subject.packages();
  // Packages bring sources, too, that are theirs.
  const copied = new Set(copiesOf(subject).filter(isFromContext));
  const parts = [
    ...toolchainParts(subject, installed),
    filePart('toolchain', keptIn(subject, toolFolders)),
    filePart(
      'sources',
      keptIn(subject, sources, (instruction) => copied.has(instruction)),
    ),
    filePart('on the way to the program', keptIn(subject, intermediates)),
  ].filter(({ claims }) => claims.length > 0);
  // Without any the price is nothing, and so is the finding: the layers have been looked at.
  if (subject.layers === null || parts.length === 0) return [];
  return [
    {
      message:
        'what is compiled here leaves compilers and sources in the image: compile in another stage, and copy what comes out',
      range: command.range,
      claims: parts.flatMap(({ claims }) => claims),
      evidence: parts.map(({ evidence }) => evidence),
      fix: null,
    },
  ];
}

interface Part {
  readonly claims: readonly Claim[];
  readonly evidence: string;
}

function toolchainParts(subject: LintSubject, installed: InstalledPackages | null): Part[] {
  if (installed === null) return [];
  return (['dpkg', 'apk'] as const).map((manager) => {
    const graph = installed.graphOf(manager);
    const meant = graph.packages.filter((each) => {
      const layer = subject.layers?.[installed.layerOf(each) ?? -1];
      const isOwn = layer !== undefined && instructionOf(subject, layer) !== null;
      return isOwn && each.relations.automatic !== true && toolchains.test(each.name);
    });
    const running = new Set([...graph.closure(meant, { wants: true })].filter(({ name }) => runtimes.test(name)));
    const gone = [...graph.onlyNeededBy(meant, running)];
    return {
      claims: gone.flatMap(installed.claimsOf),
      evidence: `toolchain: ${describePackages(gone, installed)}`,
    };
  });
}

const filePart = (what: string, claims: readonly Claim[]): Part => ({
  claims,
  evidence: `${what}: ${describeFiles(claims.map(({ entry }) => entry))}`,
});

const keptIn = (
  subject: LintSubject,
  paths: RegExp,
  isMeant: (instruction: Instruction) => boolean = () => true,
): Claim[] =>
  (subject.layers ?? []).flatMap((layer) => {
    const instruction = instructionOf(subject, layer);
    return instruction !== null && isMeant(instruction) ? keptFiles(layer, (path) => paths.test(path)) : [];
  });
