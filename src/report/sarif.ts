import type { Rule } from '../lint/rule.ts';
import { rules } from '../lint/rules/index.ts';
import { pages } from '../lint/rules/pages.ts';
import type { Finding, FindingLocation, Severity } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { formatBytes } from '../units.ts';
import { homepage, version } from '../version.ts';
import { truncate, visible } from './escape.ts';
import { distinctFindings } from './figures.ts';

/** SARIF 2.1.0, as far as findings need it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */

/**
 * Findings as a SARIF log, for code scanning and editors. Ends with a line break.
 *
 * @param category sets this log apart from others of the same commit: code scanning replaces a log by the next of its
 *   category
 */
export function renderSarif(findings: readonly Finding[], category: string): string {
  const ids = [...new Set(findings.map(({ rule }) => rule))];
  const file = findings.find(({ location }) => location !== null)?.location?.file ?? 'Dockerfile';
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Image Size Gate',
            informationUri: homepage,
            semanticVersion: version,
            rules: ids.map((id) => descriptorOf(id, findings)),
          },
        },
        automationDetails: { id: `image-size-gate/${shown(category)}/` },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, ids.indexOf(finding.rule), file)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The findings of a report; what several images have in common once. */
export function reportSarif({ images }: Report): string {
  const names = new Set(images.map(({ name }) => name));
  return renderSarif(distinctFindings(images), [...names].join(','));
}

/** Text from outside: nothing in it is invisible, and it ends. */
const shown = (text: string): string => truncate(visible(text), 1000);

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

const ruleByName: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.name, rule]));

/** What a viewer shows of a rule: of ours its page, of BuildKit's checks where Docker has theirs. */
function descriptorOf(id: string, findings: readonly Finding[]) {
  const rule = ruleByName.get(id);
  if (rule === undefined) {
    const severity = findings.find((finding) => finding.rule === id)?.severity ?? 'warning';
    const helpUri = `https://docs.docker.com/go/dockerfile/rule/${encodeURIComponent(kebab(id))}/`;
    return { id: shown(id), defaultConfiguration: { level: levels[severity] }, helpUri };
  }
  const page = pages[rule.name] ?? '';
  return {
    id,
    shortDescription: { text: id.replaceAll('-', ' ') },
    ...(page === '' ? {} : { fullDescription: { text: firstParagraph(page) }, help: { text: page, markdown: page } }),
    helpUri: `${homepage}/blob/v${version.split('.')[0]}/src/lint/rules/${id}/README.md`,
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: [rule.topic ?? 'size', ...rule.aliases] },
  };
}

/** `JSONArgsRecommended` as `json-args-recommended`. */
const kebab = (name: string): string =>
  name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();

/** The words below a page's title. */
const firstParagraph = (page: string): string => page.split('\n\n')[1]?.trim() ?? '';

function resultOf(
  { rule, severity, message, location, price, baseSaving, evidence, fix }: Finding,
  ruleIndex: number,
  file: string,
) {
  const cost = price === null || price.diskBytes === 0 ? '' : ` (${formatBytes(price.diskBytes)})`;
  return {
    ruleId: shown(rule),
    ruleIndex,
    level: levels[severity],
    message: { text: shown(message) + cost },
    // Code scanning refuses a log with a result that is nowhere.
    locations: [
      {
        physicalLocation:
          location === null
            ? { artifactLocation: artifactOf(file) }
            : { artifactLocation: artifactOf(location.file), region: regionOf(location) },
      },
    ],
    ...(fix === null ? {} : { fixes: [fixOf(fix)] }),
    properties: { price, baseSaving, evidence: evidence.map(shown) },
  };
}

/** Paths are relative to the repository's root, in forward slashes; an absolute one lies outside. */
function artifactOf(file: string) {
  const path = file.replaceAll('\\', '/');
  const uri = path.split('/').map(encodePart).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  return { uri, uriBaseId: '%SRCROOT%' };
}

/** A lone surrogate has no encoding. */
const encodePart = (part: string): string => encodeURIComponent(part.toWellFormed());

const regionOf = ({ firstLine, lastLine, firstColumn, lastColumn }: FindingLocation) => ({
  startLine: firstLine,
  ...(firstColumn === null ? {} : { startColumn: firstColumn }),
  endLine: lastLine,
  ...(lastColumn === null ? {} : { endColumn: lastColumn }),
});

function fixOf({ safe, edits }: NonNullable<Finding['fix']>) {
  const files = Map.groupBy(edits, ({ file }) => file);
  return {
    description: {
      text: safe ? 'Safe: mends it and changes nothing else' : 'Try it: build and test before you keep it',
    },
    artifactChanges: [...files].map(([file, changes]) => ({
      artifactLocation: artifactOf(file),
      replacements: changes.map(({ text, ...place }) => ({
        deletedRegion: regionOf(place),
        insertedContent: { text },
      })),
    })),
  };
}
