import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { applyDiveRules, diveFigures } from "./analysis/dive.js";
import { findOwners } from "./analysis/ownership.js";
import { wasteOf } from "./analysis/waste.js";
import { readBuildFiles } from "./build/files.js";
import { assembleReport } from "./compare/assemble-report.js";
import { fileTree } from "./compare/file-tree.js";
import { judge } from "./compare/judge.js";
import { weighedSide } from "./compare/side.js";
import { parseDockerfile } from "./dockerfile/parse.js";
import { errorText, UserError } from "./errors.js";
import { lintAll, noLint, refuseUnknownRules, startChecks } from "./findings.js";
import { fix } from "./fix.js";
import { isPath } from "./image/source.js";
import { defaultName } from "./name.js";
import { readPageAssets } from "./page-assets.js";
import { renderDive, renderWaste } from "./report/dive.js";
import { renderDiff, renderFixes, renderVerification } from "./report/fixes.js";
import { renderJson } from "./report/json.js";
import { renderMarkdown } from "./report/markdown.js";
import { renderPackages } from "./report/packages.js";
import { renderSarif } from "./report/sarif.js";
import { renderLint, renderMeasurement, renderReport } from "./report/terminal.js";
import { renderAs, reportFiles } from "./report-files.js";
import { run } from "./run.js";
import { terminalLog, withSeams } from "./runtime.js";
import { parseArguments } from "./settings/arguments.js";
import { readConfigFile } from "./settings/config-file.js";
import { readStoredReport } from "./stored-report.js";
import { trial } from "./verify.js";
import { version } from "./version.js";
import { platformsOf, weigh } from "./weigh.js";
import { openWorkspace } from "./workspace.js";
/** Exit codes: the verdict's, and what is not a verdict: wrong usage, or an environment that lacks something. */
const exitCodes = { pass: 0, fail: 1, trouble: 2 };
/** The program on a terminal: results on standard output, all else on standard error. */
export async function terminal() {
    const log = terminalLog(process.stderr);
    try {
        const command = parseArguments(process.argv.slice(2), {
            currentDirectory: process.cwd(),
            readFile: readConfigFile,
        });
        process.exitCode = await execute(command, log);
    }
    catch (error) {
        log.error(errorText(error));
        if (error instanceof UserError) {
            if (error.hint !== null)
                process.stderr.write(`${error.hint}\n`);
        }
        else if (error instanceof Error && process.env.DEBUG)
            process.stderr.write(`${error.stack}\n`);
        process.exitCode = exitCodes.trouble;
    }
}
async function execute(command, log) {
    switch (command.kind) {
        case 'help':
            print(command.text);
            return exitCodes.pass;
        case 'version':
            print(`${version}\n`);
            return exitCodes.pass;
        case 'report':
            await reportAgain(command, log);
            return exitCodes.pass;
        default:
            return withSeams(log, tmpdir(), (seams) => work(command, seams));
    }
}
function work(command, seams) {
    switch (command.kind) {
        case 'gate':
            return gate(command, seams);
        case 'measure':
            return measureOne(command, seams);
        case 'compare':
            return compare(command, seams);
        case 'lint':
            return lintOne(command, seams);
        case 'fix':
            return fixOne(command, seams);
        case 'dive':
            return dive(command, seams);
    }
}
/** The action's pipeline against the local repository: what it records is a ref there. */
async function gate({ settings, record, view, format }, seams) {
    const workspace = await openWorkspace({ directory: settings.workingDirectory, remote: null, token: null }, seams);
    const plan = {
        name: settings.name ?? defaultName(settings.subject, basename(workspace.root)),
        commit: workspace.head?.commit ?? null,
        occasion: occasionOf(workspace, record, settings.baseRef),
        baselines: workspace.baselines,
        repository: null,
        root: workspace.root,
        needed: async () => new Set(),
        path: view.path,
    };
    const outcome = await run(settings, plan, seams);
    await writeFiles(outcome.report, settings, outcome.trees);
    printReport(outcome.report, { view, format });
    const notices = (await outcome.record?.()) ?? [];
    for (const notice of notices)
        seams.log.warning(notice);
    if (outcome.record !== null && notices.length === 0)
        seams.log.info(`Recorded as the baseline of ${plan.commit}`);
    return outcome.report.verdict === 'fail' ? exitCodes.fail : exitCodes.pass;
}
function occasionOf({ head }, record, baseRef) {
    if (head === null) {
        if (record)
            throw new UserError('there is no commit to record a baseline for', { hint: 'Run this in a git repository.' });
        return { kind: 'gate', baseline: { kind: 'none', reason: 'There is no git repository here.' }, pullRequest: null };
    }
    const { commit } = head;
    if (record)
        return { kind: 'record', commit, baseline: { kind: 'ancestor-of', commit } };
    const baseline = baseRef === null ? { kind: 'commit', commit } : { kind: 'merge-base', ref: baseRef };
    return { kind: 'gate', baseline, pullRequest: null };
}
async function measureOne(command, seams) {
    const { settings, allPlatforms, packages, format } = command;
    const measured = [];
    for (const subject of allPlatforms ? await subjectsOf(settings, seams) : [settings.subject]) {
        const weighed = await weighOnly({ ...settings, subject }, seams);
        const owners = packages ? ownersOf(weighed, seams) : null;
        if (format !== 'json')
            print(`${measured.length === 0 ? '' : '\n'}${measurementText(weighed, owners)}`);
        measured.push({ ...weighed.measurement, ...owners });
    }
    const [only] = measured;
    if (format === 'json')
        print(renderJson(allPlatforms || only === undefined ? measured : only));
    return exitCodes.pass;
}
/** The same image once for each of its platforms. */
async function subjectsOf({ subject, workingDirectory }, seams) {
    if (subject.kind === 'build')
        throw new UserError('--all-platforms: needs SOURCE');
    const platforms = await platformsOf(subject.reference, workingDirectory, seams);
    return platforms.map((platform) => ({ ...subject, platform }));
}
function measurementText({ measurement, fileSystem, attributions }, owners) {
    const options = terminalOptions();
    const parts = [renderMeasurement(measurement, options)];
    if (fileSystem.deadBytes > 0)
        parts.push(renderWaste(wasteOf(fileSystem, attributions), options));
    if (owners !== null)
        parts.push(renderPackages(owners, options));
    return parts.join('\n');
}
function ownersOf({ image, fileSystem }, { log }) {
    const owners = findOwners(image.layers.map(({ index }) => index), fileSystem);
    if (owners === null)
        throw new Error('layers that were just read know what they collected');
    for (const note of owners.notes)
        log.notice(note);
    const { packages, unowned } = owners;
    return { packages, unowned };
}
async function compare(command, seams) {
    const { settings, platform } = command;
    const [before, after] = await Promise.all([command.before, command.after].map(async (reference) => {
        const subject = { kind: 'image', reference, platform, file: null, target: null };
        const folder = join(seams.tempDir, seams.random());
        return await weighOnly({ ...settings, subject, workingDirectory: process.cwd() }, { ...seams, tempDir: folder });
    }));
    if (before === undefined || after === undefined)
        throw new Error('two images are compared');
    const { kind } = before.measurement.source;
    const baseline = {
        kind: isPath(kind) ? 'file' : 'reference',
        commit: null,
        distance: null,
        measurement: before.measurement,
        reason: null,
    };
    const { budgets, metric } = settings;
    const sides = { current: weighedSide(after), before: weighedSide(before) };
    const image = judge({
        ...sides,
        baseline,
        line: [],
        lint: noLint,
        budgets,
        metric,
        path: command.view.path,
    });
    const report = assembleReport({
        images: [image],
        metric,
        enforcement: 'gate',
        notices: [],
        repository: null,
        created: seams.clock(),
    });
    await writeFiles(report, settings, () => [fileTree(sides.current, sides.before)]);
    printReport(report, command);
    return report.verdict === 'fail' ? exitCodes.fail : exitCodes.pass;
}
/** Weighs without any baseline. */
async function weighOnly({ subject, name, workingDirectory, maxUnpacked }, seams) {
    const root = workingDirectory;
    const known = async () => new Map();
    const called = name ?? defaultName(subject, basename(root));
    return await weigh({ subject, name: called, commit: null, workingDirectory, root, known, maxUnpacked }, seams);
}
async function lintOne(command, seams) {
    const { build, workingDirectory, format } = command;
    const places = { workingDirectory, root: workingDirectory };
    // Who asks for a lint alone wants to know by the exit code.
    const settings = { ...command.lint, level: 'fail' };
    refuseUnknownRules(settings);
    const checks = startChecks(build, places, seams);
    const { linted } = await readLinted(command, seams);
    const lint = lintAll(linted, await checks, settings, places, seams.log);
    if (command.sarifFile !== null) {
        await writeFile(command.sarifFile, renderSarif(lint.findings, linted.dockerfile.path));
    }
    print(format === 'json' ? renderJson(lint.findings) : renderLint(lint, 'disk', terminalOptions()));
    return lint.result?.status === 'fail' ? exitCodes.fail : exitCodes.pass;
}
async function readLinted(command, seams) {
    const { build, workingDirectory, maxUnpacked, pricing } = command;
    const { context, file, target, platform } = build;
    if (pricing.kind === 'none') {
        const files = await readBuildFiles({ context, file, workingDirectory, root: workingDirectory });
        if (files.dockerfileText === null)
            throw noDockerfile(files.dockerfilePath);
        const dockerfile = parseDockerfile(files.dockerfilePath, files.dockerfileText);
        return { linted: { dockerfile, context: files.context, definition: build, image: null }, weighed: null };
    }
    const subject = pricing.kind === 'build'
        ? { kind: 'build', build }
        : { kind: 'image', reference: pricing.reference, platform, file, target };
    const weighed = await weighOnly({ subject, name: null, workingDirectory, maxUnpacked }, seams);
    if (weighed.dockerfile === null)
        throw noDockerfile(shownDockerfile(build));
    return { linted: { ...weighed, dockerfile: weighed.dockerfile, image: weighed }, weighed };
}
const noDockerfile = (path) => new UserError(`there is no Dockerfile at ${path}`, { hint: 'Name it: image-size-gate lint path/to/Dockerfile.' });
/** What was fixed and why the rest was not goes to standard error: on standard output is a diff that patch(1) takes. */
async function fixOne(command, seams) {
    const { workingDirectory, maxUnpacked, format, allowUnsafe, write, verify } = command;
    const build = trial(command.build);
    const places = { workingDirectory, root: workingDirectory };
    const settings = { ...command.lint, level: 'report' };
    refuseUnknownRules(settings);
    const { linted, weighed } = await readLinted({ ...command, build }, seams);
    const { findings } = lintAll(linted, null, settings, places, seams.log);
    const name = defaultName({ kind: 'build', build }, basename(workingDirectory));
    const request = { allowUnsafe, write, verify };
    const report = await fix({ linted, findings, weighed }, request, { ...places, build, name, maxUnpacked }, seams);
    if (format === 'json')
        print(renderJson(report));
    else
        printFixes(report);
    return report.verification?.holds === false ? exitCodes.fail : exitCodes.pass;
}
function printFixes(report) {
    const options = terminalOptions(process.stderr);
    process.stderr.write(renderFixes(report, options));
    if (report.verification !== null)
        process.stderr.write(renderVerification(report.verification, options));
    if (!report.written)
        print(renderDiff(report.diff, terminalOptions()));
}
const shownDockerfile = ({ file, context }) => file ?? join(context, 'Dockerfile');
async function dive(command, seams) {
    const { settings, rules, rulesFile, notices, format } = command;
    for (const notice of notices)
        seams.log.warning(notice);
    const { measurement, image, fileSystem, attributions } = await weighOnly(settings, seams);
    const figures = diveFigures(image.layers.map(({ index }) => index));
    const results = applyDiveRules(figures, rules);
    const report = {
        version: 1,
        image: `${measurement.source.kind}:${measurement.source.reference}`,
        platform: measurement.platform,
        ...figures,
        pass: results.every(({ status }) => status !== 'fail'),
        results,
        waste: wasteOf(fileSystem, attributions),
    };
    print(format === 'json' ? renderJson(report) : renderDive(report, rulesFile, terminalOptions()));
    return report.pass ? exitCodes.pass : exitCodes.fail;
}
async function writeFiles(report, settings, trees) {
    for (const { write } of reportFiles(report, settings, { trees, assets: readPageAssets }))
        await write();
}
/** Rendering decides nothing, so it never fails by the verdict. A stored report needs no engine, and no seams. */
async function reportAgain({ origin, outputs, view }, log) {
    const { report, trees } = origin.kind === 'stored'
        ? { report: await readStoredReport(origin.path, process.stdin), trees: () => [] }
        : await withSeams(log, tmpdir(), (seams) => reportOn(origin.settings, seams));
    if (outputs.length === 0)
        printReport(report, { view, format: 'text' });
    for (const { format, path } of outputs) {
        const text = await renderAs(format, report, { trees, assets: readPageAssets });
        if (path === null)
            print(text);
        else
            await writeFile(path, text);
    }
}
/** As the gate, with nothing to compare with. */
function reportOn(settings, seams) {
    const { subject, workingDirectory: root } = settings;
    const reason = 'It was measured by itself.';
    const plan = {
        name: settings.name ?? defaultName(subject, basename(root)),
        commit: null,
        occasion: { kind: 'measure', baseline: { kind: 'none', reason }, notice: null },
        baselines: null,
        repository: null,
        root,
        needed: async () => null,
        path: null,
    };
    return run(settings, plan, seams);
}
function printReport(report, { view, format }) {
    const texts = {
        json: () => renderJson(report),
        markdown: () => renderMarkdown(report, { limit: Number.POSITIVE_INFINITY }),
        text: () => renderReport(report, { ...terminalOptions(), depth: view.depth }),
    };
    print(texts[format]());
}
function print(text) {
    process.stdout.write(text);
}
/** https://no-color.org */
function terminalOptions({ isTTY, columns } = process.stdout) {
    return { color: isTTY === true && !process.env.NO_COLOR, width: isTTY ? (columns ?? 80) : Number.POSITIVE_INFINITY };
}
