import { findBaseline } from "./baseline/lookup.js";
import { prune } from "./baseline/prune.js";
import { lineTo, makeRecord, outgrown } from "./baseline/trend.js";
import { assembleReport } from "./compare/assemble-report.js";
import { fileTree } from "./compare/file-tree.js";
import { judge } from "./compare/judge.js";
import { recordSide, weighedSide } from "./compare/side.js";
import { explainError } from "./errors.js";
import { lintAll, refuseUnknownRules, startChecks } from "./findings.js";
import { ownPlatform } from "./image/oci.js";
import { platformOf } from "./settings/resolve.js";
import { weigh } from "./weigh.js";
/** The gate, from the build to the report. Publishing is the caller's: an action and a terminal do it differently. */
export async function run(settings, plan, seams) {
    const { name, commit, root } = plan;
    const { subject, workingDirectory, maxUnpacked, budgets, metric } = settings;
    refuseUnknownRules(settings.lint);
    const lookUp = baselineLookup(plan);
    let found = noRepository;
    const known = async (platform) => {
        found = await lookUp(platform);
        return knownLayersOf(found.record);
    };
    // Beside the build, as the checks are: none waits for another.
    const early = lookUp(platformOf(subject) ?? ownPlatform()).catch(() => undefined);
    const isChecked = subject.kind === 'build' && settings.lint.level !== 'off';
    const checks = isChecked ? startChecks(subject.build, { workingDirectory, root }, seams) : null;
    const weighed = await weigh({ subject, name, commit, workingDirectory, root, known, maxUnpacked }, seams).finally(() => early);
    const linted = weighed.dockerfile && { ...weighed, dockerfile: weighed.dockerfile, image: weighed };
    const lint = lintAll(linted, await checks, settings.lint, { workingDirectory, root }, seams.log);
    const current = weighedSide(weighed);
    const before = found.record && recordSide(found.record);
    const image = judge({
        current,
        baseline: found.baseline,
        before,
        line: lineTo(found.record),
        lint,
        budgets,
        metric,
        path: plan.path,
    });
    const notice = plan.occasion.kind === 'measure' ? plan.occasion.notice : null;
    const report = assembleReport({
        images: [image],
        metric,
        enforcement: plan.occasion.kind === 'gate' ? 'gate' : 'record',
        notices: [...(notice === null ? [] : [notice]), ...found.notices],
        repository: plan.repository,
        created: seams.clock(),
    });
    return { report, trees: () => [fileTree(current, before)], record: recorder(plan, weighed, found.record) };
}
const without = (reason) => ({
    baseline: { kind: 'none', commit: null, distance: null, measurement: null, reason },
    record: null,
    notices: [],
});
const noRepository = without('There is no git repository here.');
/** Looks the baseline of a platform up, once, whoever asks first: the builder's platform is known late, but seldom another. */
function baselineLookup({ name, occasion, baselines }) {
    const started = new Map();
    return (platform) => {
        const found = started.get(platform) ??
            (baselines === null
                ? Promise.resolve(occasion.baseline.kind === 'none' ? without(occasion.baseline.reason) : noRepository)
                : findBaseline(occasion.baseline, { image: name, platform }, baselines));
        started.set(platform, found);
        return found;
    };
}
function knownLayersOf(record) {
    const known = new Map();
    if (record === null)
        return known;
    for (const { diffId, digest, downloadBytes } of record.measurement.layers) {
        const index = record.layers.get(diffId);
        // Read once more, an index of an older version knows again what is collected for packages.
        if (index?.collected)
            known.set(diffId, { diffId, digest, downloadBytes, store: record.measurement.store, index });
    }
    return known;
}
function recorder(plan, weighed, previous) {
    const { occasion, baselines, name } = plan;
    if (occasion.kind !== 'record' || baselines === null)
        return null;
    const { image, measurement } = weighed;
    const key = { image: name, platform: measurement.platform };
    const indexes = new Map(image.layers.map(({ diffId, index }) => [diffId, index]));
    return async () => {
        try {
            await baselines.store.save(key, occasion.commit, makeRecord(measurement, indexes, previous));
            if (outgrown(previous).length === 0)
                return [];
            const needed = await plan.needed();
            const notice = needed === null ? null : await prune(baselines.store, key, previous, needed);
            return notice === null ? [] : [notice];
        }
        catch (error) {
            return [`The baseline was not stored: ${explainError(error)}`];
        }
    };
}
