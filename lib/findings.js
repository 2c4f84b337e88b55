import { join, relative } from 'node:path';
import { checkDockerfile } from "./build/check.js";
import { readBuildFiles } from "./build/files.js";
import { stageChain } from "./dockerfile/stages.js";
import { errorText } from "./errors.js";
import { hadolintConfigNames, noHadolintConfig, readHadolintConfig, } from "./lint/hadolint-config.js";
import { lintLayers } from "./lint/layers.js";
import { lint, ruleCodes } from "./lint/lint.js";
import { installedPackages } from "./lint/packages.js";
import { applyPolicy } from "./lint/policy.js";
import { isCheck, readSuppressions } from "./lint/suppressions.js";
import { holdAgainst } from "./lint/threshold.js";
import { readConfigFile } from "./settings/config-file.js";
import { suggestion } from "./settings/nearest.js";
import { refuse } from "./settings/resolve.js";
export const noLint = { findings: [], suppressed: [], result: null };
/**
 * Our own rules, priced, the most expensive first, BuildKit's checks behind: less what the settings, the Dockerfile's
 * comments and `.hadolint.yaml` leave out.
 *
 * @param linted null where the Dockerfile is not known
 * @param checks null where there are none
 */
export function lintAll(linted, checks, settings, places, log) {
    if (settings.level === 'off' || linted === null)
        return noLint;
    if (checks?.notice != null)
        log.notice(checks.notice);
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
function foundIn(linted, checks, { rules }) {
    const theirs = checks?.findings.filter(({ rule }) => rules.get(rule) !== false) ?? [];
    return [...ownFindings(linted, rules), ...theirs];
}
/** What our own rules find, the most expensive first. */
function ownFindings({ dockerfile, context, definition, image }, switches) {
    const subject = {
        dockerfile,
        chain: stageChain(dockerfile, definition.target, definition.buildArgs ?? []),
        layers: image === null ? null : lintLayers(image.image.layers, image.attributions, image.fileSystem),
        packages: lazy(() => image && installedPackages(image.image.layers, image.attributions, image.fileSystem)),
        context,
        user: image?.image.config.user ?? null,
    };
    return lint(subject, { switches });
}
/** Most Dockerfiles have nothing that a rule would look packages up for. */
function lazy(find) {
    let found;
    return () => {
        if (found === undefined)
            found = find();
        return found;
    };
}
/** @throws UserError for a switch of a rule that there is not: a misspelt one would switch nothing. */
export function refuseUnknownRules({ rules }) {
    const unknown = [...rules.keys()].filter((code) => !ruleCodes.has(code) && !isCheck(code));
    refuse(unknown.map((code) => `lint-rules: there is no rule ${code}${suggestion(code, [...ruleCodes])}`), 'docs/lint.md lists the rules.');
}
/** hadolint's file in the working directory, else at the repository's root. */
function findHadolintConfig({ workingDirectory, root }) {
    const paths = [workingDirectory, root].flatMap((folder) => hadolintConfigNames.map((name) => join(folder, name)));
    for (const path of paths) {
        const shown = relative(root, path);
        try {
            const text = readConfigFile(path);
            if (text !== null)
                return readHadolintConfig(text, shown);
        }
        catch (thrown) {
            // Another program's file: what is wrong with it must not stop ours.
            return { ...noHadolintConfig, notices: [{ file: shown, line: 1, message: errorText(thrown) }] };
        }
    }
    return noHadolintConfig;
}
const mostNotices = 10;
function tell(notices, log) {
    for (const { file, line, message } of notices.slice(0, mostNotices)) {
        log.notice(`${file}:${line}: ${message}`, { file, startLine: line });
    }
}
/** Starts BuildKit's own checks, which need no build. Never rejects. */
export async function startChecks(build, places, seams) {
    const { dockerfilePath } = await readBuildFiles({ context: build.context, file: build.file, ...places });
    return await checkDockerfile(build, { ...seams, ...places, dockerfile: dockerfilePath });
}
