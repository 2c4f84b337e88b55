import type { Instruction, ShellCommand } from '../../../model/dockerfile.ts';
import { runs } from '../../commands.ts';
import { filesIn } from '../../folders.ts';
import { describePackages } from '../../packages.ts';
import type { Claim, Draft, Rule } from '../../rule.ts';
import { instructionsOf, type LintLayer, type LintSubject, layerOf } from '../../subject.ts';

export const packageUpgradeInImage: Rule = {
  name: 'package-upgrade-in-image',
  aliases: ['DS-0024', 'DKL-DI-0003'],
  severity: 'info',
  check: (subject) => instructionsOf(subject, 'RUN').flatMap((run) => checkRun(subject, run)),
};

function checkRun(subject: LintSubject, run: Instruction): Draft[] {
  const upgrade = run.commands.find(isUpgrade);
  if (upgrade === undefined) return [];
  const layer = layerOf(subject, run);
  return [
    {
      message:
        'packages of the base image are upgraded here, and the image carries both versions: take a newer base image, which has them already',
      range: upgrade.range,
      ...(priceOf(subject, run, layer) ?? { claims: null, evidence: [] }),
      fix: null,
    },
  ];
}

const isUpgrade = (command: ShellCommand): boolean =>
  runs(command, ['apt-get', 'apt'], ['upgrade', 'dist-upgrade', 'full-upgrade']) ||
  runs(command, ['aptitude'], ['upgrade', 'safe-upgrade', 'full-upgrade', 'dist-upgrade']) ||
  runs(command, ['apk'], ['upgrade']) ||
  runs(command, ['dnf', 'yum', 'microdnf', 'tdnf'], ['upgrade', 'update', 'distro-sync']) ||
  runs(command, ['zypper'], ['update', 'up', 'dist-upgrade', 'dup', 'patch']);

/** What of a layer is another version of what the base image has, with the books on it; null where no image tells. */
function priceOf(
  subject: LintSubject,
  run: Instruction,
  layer: LintLayer | null,
): Pick<Draft, 'claims' | 'evidence'> | null {
  const installed = layer === null ? null : subject.packages();
  if (layer === null || installed === null) return null;
  const filesOf = (each: (typeof installed.upgraded)[number]) =>
    installed.claimsOf(each).filter((claim) => claim.layer === layer.index);
  const upgraded = installed.upgraded.filter((each) => filesOf(each).length > 0);
  const files = upgraded.flatMap(filesOf);
  const books = upgraded.length === 0 || run.commands.some(isInstall) ? [] : booksIn(layer);
  const known = new Set(files.map(({ entry }) => entry));
  return {
    claims: [...files, ...books.filter(({ entry }) => !known.has(entry))],
    evidence: [describePackages(upgraded, installed)],
  };
}

/** An install would write the books as well. */
const isInstall = (command: ShellCommand): boolean =>
  runs(command, ['apt-get', 'apt', 'aptitude', 'dnf', 'yum', 'microdnf', 'tdnf', 'zypper'], ['install', 'in']) ||
  runs(command, ['apk'], ['add']);

/** The managers' databases and logs. */
const isBook = filesIn([
  ...(['/var/lib/dpkg', '/var/lib/apt', '/var/cache/debconf', '/var/log/apt', '/lib/apk/db'] as const),
  ...(['/var/lib/rpm', '/usr/lib/sysimage/rpm', '/var/lib/dnf', '/var/lib/zypp'] as const),
]);

/** A later install may write them again: they are in this layer all the same. */
const booksIn = ({ index, live, hidden }: LintLayer): Claim[] =>
  [...live, ...hidden.map(({ entry }) => entry)]
    .filter(({ path }) => isBook(path) || path === 'var/log/dpkg.log')
    .map((entry) => ({ layer: index, entry }));
