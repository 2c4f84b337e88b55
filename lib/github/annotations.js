import { visible } from "../report/escape.js";
import { distinctFindings } from "../report/figures.js";
import { formatBytes } from "../units.js";
import { touches } from "./changed-lines.js";
/** GitHub shows this many of a level for each step: https://github.com/orgs/community/discussions/26680 */
const maxPerLevel = 10;
const levels = { error: 'error', warning: 'warning', info: 'notice' };
/**
 * Annotates budgets that are not met and findings on their lines, as many as GitHub shows, the most expensive first.
 *
 * @param changed findings on other lines than these are left to the report; null: none is
 */
export function annotate(report, log, changed) {
    const found = distinctFindings(report.images);
    const findings = changed === null ? found : found.filter((finding) => isOn(changed, finding, report));
    if (findings.length < found.length) {
        const count = found.length - findings.length;
        log.info(`Findings on lines that are not changed, not annotated: ${count}; all are in the report.`);
    }
    const annotations = [
        ...report.images.flatMap((image) => budgetAnnotations(image, report)),
        ...findings.map(findingAnnotation),
    ].sort((one, other) => other.weight - one.weight);
    for (const level of ['error', 'warning', 'notice']) {
        const all = annotations.filter((annotation) => annotation.level === level);
        for (const { message, place } of all.slice(0, maxPerLevel)) {
            log[level](message, place);
        }
        if (all.length > maxPerLevel) {
            log.info(`${all.length - maxPerLevel} more of level ${level} are not annotated; all are in the report.`);
        }
    }
}
function budgetAnnotations(image, report) {
    return image.budgets
        .filter(({ status }) => status === 'fail' || status === 'warn')
        .map(({ budget, status, message, metric, undo }) => ({
        level: budgetLevel(status, report),
        weight: Number.POSITIVE_INFINITY,
        message: visible(`${image.name} (${image.platform}): ${message}`),
        place: { title: budget, ...(undoPlace(undo) ?? growthPlace(image, metric ?? report.metric)) },
    }));
}
/** Red only where the run is: a push and an accepted failure go on. */
function budgetLevel(status, { verdict }) {
    return status === 'fail' && verdict === 'fail' ? 'error' : 'warning';
}
/** The line to undo first; null where none is known. */
function undoPlace([first]) {
    const location = first?.location;
    return location ? { file: location.file, startLine: location.firstLine, endLine: location.lastLine } : null;
}
/** The lines that grew most; nowhere in particular where none did. */
function growthPlace({ changes }, metric) {
    const growth = (change) => (metric === 'disk' ? change.delta.diskBytes : change.delta.downloadBytes) ?? 0;
    const [largest] = changes
        .filter((change) => change.location !== null && growth(change) > 0)
        .sort((one, other) => growth(other) - growth(one));
    const location = largest?.location;
    return location ? { file: location.file, startLine: location.firstLine, endLine: location.lastLine } : {};
}
function findingAnnotation({ rule, severity, message, location, price }) {
    const weight = price?.diskBytes ?? 0;
    return {
        level: levels[severity],
        weight,
        message: visible(weight > 0 ? `${message} (${formatBytes(weight)})` : message),
        place: { title: rule, ...findingPlace(location) },
    };
}
function isOn(changed, { location }, report) {
    return location !== null && touches(changed, location.file, instructionLines(location, report));
}
/** A finding stands on a part of an instruction, and comes of any: a cleanup that went, say. As far as layers tell. */
function instructionLines({ file, firstLine, lastLine }, { images }) {
    const layers = images.flatMap(({ current }) => current.layers);
    const made = layers.find(({ location }) => location?.file === file && location.firstLine <= firstLine && firstLine <= location.lastLine);
    return { first: made?.location?.firstLine ?? firstLine, last: Math.max(lastLine, made?.location?.lastLine ?? 0) };
}
function findingPlace(location) {
    if (location === null) {
        return {};
    }
    const { file, firstLine, lastLine, firstColumn, lastColumn } = location;
    const lines = { file, startLine: firstLine, endLine: lastLine };
    // GitHub refuses columns on an annotation of several lines.
    return firstLine === lastLine && firstColumn !== null && lastColumn !== null
        ? { ...lines, startColumn: firstColumn, endColumn: lastColumn }
        : lines;
}
