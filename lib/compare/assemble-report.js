import { version } from "../version.js";
import { verdictOf } from "./budgets.js";
/** The report of a run, with the verdict on all of its images. */
export function assembleReport({ images, metric, notices, repository, enforcement, created }) {
    return {
        version: 1,
        tool: { name: 'image-size-gate', version },
        created: created.toISOString(),
        verdict: verdictOf(images.flatMap(resultsOf), enforcement),
        reasons: images.flatMap(reasonsOf),
        notices: [...notices, ...images.flatMap(slowDriftOf)],
        metric,
        repository,
        images,
    };
}
/** All that makes the verdict: one hides no other. */
const resultsOf = ({ budgets, lint }) => [...budgets, ...(lint === null ? [] : [lint])];
/** One sentence for each that is not met. */
const reasonsOf = (image) => resultsOf(image)
    .filter(({ status }) => status === 'fail' || status === 'warn')
    .map(({ message }) => `${image.name}: ${message}`);
/** Growth in steps that a budget each let pass: said, and never failed. */
const slowDriftOf = ({ name, longTerm }) => longTerm.filter(({ exceeds }) => exceeds).map(({ message }) => `${name}: ${message}`);
