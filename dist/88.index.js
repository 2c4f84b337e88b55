export const id = 88;
export const ids = [88];
export const modules = {

/***/ 2088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gate: () => (/* binding */ gate)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(7264);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(7597);
// EXTERNAL MODULE: ./lib/model/measurement.js
var measurement = __webpack_require__(2317);
;// CONCATENATED MODULE: ./lib/github/context.js



// https://git-scm.com/docs/git-check-ref-format, as far as it matters for a ref in an argument vector.
const branchName = schemas/* string */.YjP()
    .max(1_000)
    .regex(/^(?![-/])(?!.*(?:\.\.|\/\/|@\{))[^\p{Cc} ~^:?*[\\]+$/u, 'not a branch name');
const repositoryName = schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() });
// https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request, the properties in use.
const pullRequestPayload = schemas/* object */.Ikc({
    pull_request: schemas/* object */.Ikc({
        number: schemas/* int */.Whr().positive(),
        // A deleted fork is null; local runners leave the property out.
        head: schemas/* object */.Ikc({ sha: measurement/* commitId */.xk, repo: repositoryName.nullish() }),
        base: schemas/* object */.Ikc({ ref: branchName, repo: repositoryName.nullish() }),
    }),
});
// https://docs.github.com/webhooks/webhook-events-and-payloads#merge_group
const mergeGroupPayload = schemas/* object */.Ikc({ merge_group: schemas/* object */.Ikc({ base_sha: measurement/* commitId */.xk }) });
/**
 * Reads what a workflow run is about from its environment, its event and what is checked out.
 *
 * @throws UserError where the event's payload lacks what is needed, or untrusted code is checked out under
 *   `pull_request_target`
 */
function readContext({ environment, payload, checkout, baseRef }) {
    const sha = measurement/* commitId */.xk.safeParse(environment.GITHUB_SHA).data ?? null;
    const event = environment.GITHUB_EVENT_NAME ?? '';
    const occasion = readOccasion({
        event,
        ref: environment.GITHUB_REF ?? '',
        sha,
        checkout,
        payload,
        override: baseRef === null ? null : { kind: 'merge-base', ref: baseRef },
    });
    return {
        event,
        repository: readRepository(environment),
        apiUrl: environment.GITHUB_API_URL || 'https://api.github.com',
        run: { id: environment.GITHUB_RUN_ID || '0', attempt: Number(environment.GITHUB_RUN_ATTEMPT) || 1 },
        commit: checkout?.head ?? sha,
        occasion,
    };
}
function readOccasion(situation) {
    switch (situation.event) {
        case 'push':
            return push(situation);
        case 'pull_request':
            return pullRequest(situation);
        case 'merge_group':
            return mergeGroup(situation);
        case 'workflow_dispatch':
        case 'schedule':
            return context_measurement(situation, null);
        case 'pull_request_target':
            return pullRequestTarget(situation);
        default:
            return context_measurement(situation, `The event ${JSON.stringify(situation.event)} has no commit to compare with: the image is measured, not gated.`);
    }
}
function push(situation) {
    const commit = built(situation);
    const { override, ref } = situation;
    // The merge-base of a branch with itself is the commit that was pushed.
    const itself = override?.kind === 'merge-base' && [override.ref, `refs/heads/${override.ref}`].includes(ref);
    return {
        kind: 'record',
        commit,
        baseline: override === null || itself ? { kind: 'ancestor-of', commit } : override,
    };
}
function pullRequest(situation) {
    const { number, head, base } = parsePayload(pullRequestPayload, situation).pull_request;
    return {
        kind: 'gate',
        baseline: situation.override ?? pullRequestBaseline(situation, head.sha, `refs/heads/${base.ref}`),
        pullRequest: { number, head: head.sha, fork: isFork(head.repo, base.repo) },
    };
}
/** The parent of exactly what was built: `pull_request.base.sha` is stale as soon as the base branch moves on. */
function pullRequestBaseline(situation, head, base) {
    const { checkout, sha } = situation;
    if (checkout === null) {
        // Built elsewhere, from GITHUB_SHA: the test merge on GitHub, whose first parent is the base.
        return { kind: 'ancestor-of', commit: built(situation) };
    }
    const [, merged, ...more] = checkout.parents;
    const testMerge = checkout.head === sha && merged === head && more.length === 0;
    return testMerge ? { kind: 'first-parent' } : { kind: 'merge-base', ref: base };
}
function isFork(head, base) {
    return head === null || (head !== undefined && head.full_name !== base?.full_name);
}
function mergeGroup(situation) {
    const { base_sha: commit } = parsePayload(mergeGroupPayload, situation).merge_group;
    return { kind: 'gate', baseline: situation.override ?? { kind: 'commit', commit }, pullRequest: null };
}
function context_measurement({ event, override }, notice) {
    const reason = `a run of ${JSON.stringify(event)} measures only`;
    return { kind: 'measure', baseline: override ?? { kind: 'none', reason }, notice };
}
/** Such a run holds the repository's secrets and a token that may write: it must run no code of the pull request. */
function pullRequestTarget(situation) {
    const { checkout, sha } = situation;
    if (checkout === null || sha === null || checkout.head !== sha) {
        const found = checkout === null ? 'nothing' : checkout.head;
        throw new errors/* UserError */.yo(`Under pull_request_target only the base branch (GITHUB_SHA, ${sha ?? 'not set'}) may be built, but ${found} is checked out.`, {
            hint: "A build runs what its Dockerfile says, here with the repository's secrets and a token that may write. Use the event pull_request to build pull requests.",
        });
    }
    return context_measurement(situation, 'Under pull_request_target the base branch is measured, not the pull request. Use the event pull_request to gate pull requests.');
}
function built({ event, checkout, sha }) {
    const commit = checkout?.head ?? sha;
    if (commit === null) {
        throw new errors/* UserError */.yo(`GITHUB_SHA is not a commit's id, and nothing is checked out, in a run of ${event}.`, {
            hint: 'Add actions/checkout before this step.',
        });
    }
    return commit;
}
function parsePayload(schema, { event, payload }) {
    const parsed = schema.safeParse(payload);
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new errors/* UserError */.yo(`The payload of the event ${event} (GITHUB_EVENT_PATH) is not as GitHub sends it: ${issue?.path.join('.') || 'payload'}: ${issue?.message}.`, { hint: 'A local runner must be given a whole payload of this event.', cause: parsed.error });
    }
    return parsed.data;
}
/** Null unless GITHUB_SERVER_URL and GITHUB_REPOSITORY name a repository on the web. */
function readRepository({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }) {
    const name = /^([\w.-]+)\/([\w.-]+)$/.exec(GITHUB_REPOSITORY ?? '');
    const server = /^https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/.exec(GITHUB_SERVER_URL || 'https://github.com')?.[0];
    const [, owner, repo] = name ?? [];
    if (owner === undefined || repo === undefined || server === undefined) {
        return null;
    }
    return { url: `${server.replace(/\/+$/, '')}/${owner}/${repo}`, owner, repo };
}

;// CONCATENATED MODULE: ./lib/github/open-pull-requests.js

/** The commits that open pull requests start from; null where the forge does not say. */
async function openPullRequestBases(octokit, { owner, repo }, log) {
    try {
        const pulls = await octokit.paginate(octokit.rest.pulls.list, { owner, repo, state: 'open', per_page: 100 });
        return new Set(pulls.map(({ base }) => base.sha));
    }
    catch (error) {
        log.debug(`The open pull requests cannot be listed: ${(0,errors/* errorText */.kc)(error)}`);
        return null;
    }
}

// EXTERNAL MODULE: ./lib/name.js
var lib_name = __webpack_require__(8744);
// EXTERNAL MODULE: ./lib/page-assets.js
var page_assets = __webpack_require__(2084);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/figures.js
var figures = __webpack_require__(819);
// EXTERNAL MODULE: ./lib/units.js
var units = __webpack_require__(3052);
;// CONCATENATED MODULE: ./lib/github/changed-lines.js
/** Whether any of the lines is a changed one, or lost a line between two of its own. */
function touches(changed, file, { first, last }) {
    const spans = changed.get(file) ?? [];
    return spans === 'all' || spans.some((span) => span.first <= last && first <= span.last);
}
/** What the pull request changes of `files`, paths from the repository's root. Rejects as the API does. */
async function changedLines(api, files) {
    const patches = await api.patches(files);
    return new Map([...patches].map(([file, patch]) => [file, patch === null ? 'all' : linesInPatch(patch)]));
}
/**
 * The lines that a unified diff's hunks add or delete, as GitHub's API has them (from the first `@@` on). Nothing where
 * there is no hunk.
 */
function linesInPatch(patch) {
    const spans = [];
    let next = 1;
    for (const line of patch.split('\n')) {
        const start = /^@@ -\d+(?:,\d+)? \+(\d{1,9})(?:,(\d+))? @@/.exec(line);
        if (start !== null) {
            // A hunk without a line of its own names the line before it.
            next = Number(start[1]) + (start[2] === '0' ? 1 : 0);
        }
        else if (line.startsWith('+')) {
            spans.push({ first: next, last: next });
            next++;
        }
        else if (line.startsWith('-'))
            spans.push({ first: next, last: next - 1 });
        else if (line.startsWith(' '))
            next++;
    }
    return spans;
}

;// CONCATENATED MODULE: ./lib/github/annotations.js




/** GitHub shows this many of a level for each step: https://github.com/orgs/community/discussions/26680 */
const maxPerLevel = 10;
const levels = { error: 'error', warning: 'warning', info: 'notice' };
/**
 * Annotates budgets that are not met and findings on their lines, as many as GitHub shows, the most expensive first.
 *
 * @param changed findings on other lines than these are left to the report; null: none is
 */
function annotate(report, log, changed) {
    const found = (0,figures/* distinctFindings */.H2)(report.images);
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
        message: (0,report_escape/* visible */.RK)(`${image.name} (${image.platform}): ${message}`),
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
        message: (0,report_escape/* visible */.RK)(weight > 0 ? `${message} (${(0,units/* formatBytes */.z3)(weight)})` : message),
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

;// CONCATENATED MODULE: ./lib/github/comment-marker.js
const comment_marker_name = 'image-size-gate';
const pattern = new RegExp(String.raw `<!-- ${comment_marker_name} key=(\S+) head=(\S+) run=(\S+) attempt=(\d+) measured=(\S+) -->\s*$`);
/** At the end, not the start: the first line is what e-mail and notifications show. */
function withMarker({ text, marker }) {
    const { key, head, run, measured } = marker;
    const fields = [
        `key=${encodeURIComponent(key)}`,
        `head=${head}`,
        `run=${encodeURIComponent(run.id)}`,
        `attempt=${run.attempt}`,
        `measured=${measured}`,
    ];
    return `${text.trimEnd()}\n\n<!-- ${comment_marker_name} ${fields.join(' ')} -->`;
}
/** Null where the body's last line is no marker: text further up may quote one. */
function parseMarker(body) {
    const found = pattern.exec(body);
    const [, key, head, run, attempt, measured] = found ?? [];
    if (found === null || !key || !head || !run || !attempt || !measured) {
        return null;
    }
    return {
        // A body that was edited on the web comes back with CRLF.
        text: body.slice(0, found.index).replaceAll('\r\n', '\n').trimEnd(),
        marker: { key: decode(key), head, run: { id: decode(run), attempt: Number(attempt) }, measured },
    };
}
/** As it stands where it is no percent-encoding: somebody else wrote it, and it will equal no key of ours. */
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./lib/report/dust.js
var dust = __webpack_require__(8040);
;// CONCATENATED MODULE: ./lib/github/comment-policy.js

/** Whether a report is worth a first comment. One that exists is kept up to date under every policy but `never`. */
function deservesComment(policy, report) {
    switch (policy) {
        case 'always':
            return true;
        case 'on-change':
            return report.verdict !== 'pass' || report.images.some((image) => hasNews(image, report.metric));
        case 'on-failure':
            return report.verdict === 'fail' || report.verdict === 'accepted';
        case 'never':
            return false;
    }
}
/**
 * A missing baseline and an unknown size are news: nobody can say that nothing changed. That the same files weigh some
 * bytes more or less to download is none.
 */
function hasNews({ delta, changes }, metric) {
    if (delta === null)
        return true;
    const isNews = (size) => (metric === 'disk' ? size.diskBytes !== 0 : (0,dust/* isMoreThanDust */.z)(size));
    return isNews(delta) || changes.some((change) => isNews(change.delta) && !(0,dust/* isDust */.t)(change, metric));
}

;// CONCATENATED MODULE: ./lib/github/request-failure.js

const maxMessageLength = 200;
/** Null where `thrown` is no failed request. */
function readRequestFailure(thrown) {
    const status = property(thrown, 'status');
    if (typeof status !== 'number') {
        return null;
    }
    const response = property(thrown, 'response');
    const message = property(property(response, 'data'), 'message') ?? property(thrown, 'message');
    const retryAfter = Number(property(property(response, 'headers'), 'retry-after') ?? Number.NaN);
    return {
        status,
        message: oneLine(String(message)),
        retryAfterSeconds: Number.isFinite(retryAfter) ? Math.max(retryAfter, 0) : null,
    };
}
/** Worth another try: the server's trouble, or a limit that names its end. */
function isTransient({ status, retryAfterSeconds }) {
    return status >= 500 || status === 408 || status === 429 || (status === 403 && retryAfterSeconds !== null);
}
function property(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
function oneLine(text) {
    return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').slice(0, maxMessageLength);
}
/** @param subject what was not written: `The comment was` */
function explainFailure(subject, thrown, fork) {
    const failure = readRequestFailure(thrown);
    if (failure === null) {
        return `${subject} not written: ${(0,errors/* errorText */.kc)(thrown)}`;
    }
    const { status, message } = failure;
    return `${subject} not written: the API answered ${status} "${message}". ${remedy(status, message, fork)}`;
}
function remedy(status, message, fork) {
    const summary = 'The report is in the step summary, and the verdict is the same.';
    if (status === 401) {
        return `Check the token that github-token gives. ${summary}`;
    }
    if (status === 403 && /\blocked\b/i.test(message)) {
        return `The conversation is locked. ${summary}`;
    }
    if ((status === 403 || status === 404) && fork) {
        return `Pull requests from forks get a token that may only read. ${summary}`;
    }
    if (status === 403 || status === 404) {
        return `The job needs the permission to comment, in the workflow: "permissions: pull-requests: write". ${summary}`;
    }
    return summary;
}

;// CONCATENATED MODULE: ./lib/github/comment.js



/** GitHub takes 65,536 characters; the marker has its room below that. */
const commentTextLimit = 65_536 - 1_024;
/**
 * Puts a report on a pull request: one comment for each key, found again by its marker and its author, kept up to date
 * by later runs and never put back by an earlier one. Never rejects.
 */
async function publishComment(api, draft) {
    if (draft.policy === 'never') {
        return { kind: 'skipped', reason: 'comments are switched off (comment: never)' };
    }
    if (draft.text.length > commentTextLimit) {
        return { kind: 'failed', notice: `The comment was not written: its ${draft.text.length} characters are too many.` };
    }
    try {
        return await publish(api, draft);
    }
    catch (thrown) {
        return { kind: 'failed', notice: explainFailure('The comment was', thrown, draft.fork) };
    }
}
async function publish(api, draft) {
    const [author, comments, head] = await Promise.all([api.login(), api.comments(), api.head()]);
    const [oldest, ...younger] = ownComments(comments, author, draft.key);
    if (oldest === undefined) {
        return await create(api, draft, head);
    }
    // Left over where two jobs could not see each other's, or a job ended between two calls.
    for (const { id } of younger) {
        await api.remove(id);
    }
    return await update(api, draft, oldest, head);
}
async function create(api, draft, head) {
    if (!deservesComment(draft.policy, draft.report)) {
        return { kind: 'skipped', reason: `nothing to report (comment: ${draft.policy})` };
    }
    if (draft.head !== head) {
        return { kind: 'skipped', reason: `the pull request has moved on to ${head}` };
    }
    const created = await api.create(withMarker(markedText(draft)));
    // Another job may have found no comment either, and created one at the same time: the oldest stays.
    const [oldest] = ownComments(await api.comments(), created.author, draft.key);
    if (oldest === undefined || oldest.id === created.id) {
        return { kind: 'created', url: created.url };
    }
    await api.remove(created.id);
    return await update(api, draft, oldest, head);
}
async function update(api, draft, existing, head) {
    const { text, marker } = existing.marked;
    if (isNewer(marker, draft, head)) {
        return { kind: 'skipped', reason: `a newer run has reported on ${marker.head}` };
    }
    const marked = markedText(draft);
    if (text === marked.text && marker.head === draft.head) {
        return { kind: 'unchanged', url: existing.url };
    }
    const { url } = await api.update(existing.id, withMarker(marked));
    return { kind: 'updated', url };
}
/** Whether what a comment shows is newer than the draft. Of two heads the pull request's present one is the newer. */
function isNewer(shown, draft, head) {
    if (shown.head !== draft.head && [shown.head, draft.head].includes(head)) {
        return shown.head === head;
    }
    return Date.parse(shown.measured) > Date.parse(draft.report.created);
}
function markedText({ text, key, head, run, report }) {
    return { text: text.trimEnd(), marker: { key, head, run, measured: report.created } };
}
/** Oldest first. Another author's comment may carry our marker: anybody can copy it. */
function ownComments(comments, author, key) {
    return comments.flatMap((comment) => {
        const marked = comment.author === author ? parseMarker(comment.body) : null;
        return marked?.marker.key === key ? [{ ...comment, marked }] : [];
    });
}

;// CONCATENATED MODULE: ./lib/github/outputs.js
/** 1 MB in UTF-16: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs */
const maxOutputCharacters = 1_048_576 / 2;
/**
 * The action's outputs. Sizes are bytes; those of the baseline and the growth are by the report's metric; several images
 * are added up. What is not known, or differs between images, is the empty text; so is a report above GitHub's limit.
 */
function outputValues(report, commentUrl) {
    const { images, metric, verdict } = report;
    const byMetric = (size) => (metric === 'disk' ? size.diskBytes : size.downloadBytes);
    const current = images.map((image) => image.current);
    const before = images.map(({ baseline }) => (baseline.measurement === null ? null : byMetric(baseline.measurement)));
    const delta = sum(images.map((image) => (image.delta === null ? null : byMetric(image.delta))));
    const json = JSON.stringify(report);
    return {
        verdict,
        size: outputs_text(sum(current.map(({ diskBytes }) => diskBytes))),
        'download-size': outputs_text(sum(current.map(({ downloadBytes }) => downloadBytes))),
        'baseline-size': outputs_text(sum(before)),
        'delta-bytes': outputs_text(delta),
        'delta-percent': outputs_text(percentOf(report, delta, sum(before))),
        'baseline-sha': outputs_text(common(images.map(({ baseline }) => baseline.commit))),
        'baseline-kind': outputs_text(common(images.map(({ baseline }) => baseline.kind))),
        'report-json': json.length <= maxOutputCharacters ? json : '',
        'comment-url': outputs_text(commentUrl),
    };
}
/** Sets every output, so that a later step never reads one of an earlier attempt. */
function writeOutputs(values, setOutput) {
    for (const [name, value] of Object.entries(values)) {
        setOutput(name, value);
    }
}
function percentOf({ images }, delta, before) {
    const [image, ...more] = images;
    if (image !== undefined && more.length === 0) {
        return rounded(image.delta?.percent ?? null);
    }
    return delta === null || before === null || before === 0 ? null : rounded((delta / before) * 100);
}
/** To four decimals: enough for a byte in a megabyte. */
function rounded(percent) {
    return percent === null ? null : Math.round(percent * 10_000) / 10_000;
}
function sum(values) {
    return values.reduce((total, value) => (total === null || value === null ? null : total + value), values.length === 0 ? null : 0);
}
function common(values) {
    const [first = null] = values;
    return values.every((value) => value === first) ? first : null;
}
function outputs_text(value) {
    return value === null ? '' : String(value);
}

;// CONCATENATED MODULE: ./lib/github/retry.js

const waitsSeconds = [1, 3, 9];
const maxWaitSeconds = 60;
/**
 * Calls again after a transient failure, a few times, as long after as the server asks. Rejects as the last call does;
 * at once where the failure is not transient or the server asks for more patience than a job should have.
 */
async function withRetries(call, sleep) {
    for (const wait of waitsSeconds) {
        try {
            return await call();
        }
        catch (thrown) {
            const failure = readRequestFailure(thrown);
            const seconds = failure?.retryAfterSeconds ?? wait;
            if (failure === null || !isTransient(failure) || seconds > maxWaitSeconds) {
                throw thrown;
            }
            await sleep(seconds * 1000);
        }
    }
    return await call();
}

;// CONCATENATED MODULE: ./lib/github/pull-request-api.js


const timeoutMilliseconds = 30_000;
const actionsLogin = 'github-actions[bot]';
function pullRequestApi(octokit, target, sleep) {
    const { owner, repo, number } = target;
    const attempt = (call) => withRetries(() => call({ signal: AbortSignal.timeout(timeoutMilliseconds) }), sleep);
    return {
        async login() {
            try {
                const { data } = await attempt((request) => octokit.rest.users.getAuthenticated({ request }));
                return data.login;
            }
            catch (thrown) {
                const failure = readRequestFailure(thrown);
                // Installation tokens (GITHUB_TOKEN, GitHub Apps) may not ask by REST.
                if (failure === null || ![403, 404].includes(failure.status)) {
                    throw thrown;
                }
                return await attempt((request) => installationLogin(octokit, request));
            }
        },
        async head() {
            const { data } = await attempt((request) => octokit.rest.pulls.get({ owner, repo, pull_number: number, request }));
            return data.head.sha;
        },
        async comments() {
            // Follows the Link header: Forgejo sends all at once, whatever `per_page` says.
            const found = await attempt((request) => octokit.paginate(octokit.rest.issues.listComments, {
                owner,
                repo,
                issue_number: number,
                per_page: 100,
                request,
            }));
            return found.map(apiComment).sort((one, other) => one.id - other.id);
        },
        async create(body) {
            const { data } = await attempt((request) => octokit.rest.issues.createComment({ owner, repo, issue_number: number, body, request }));
            return apiComment(data);
        },
        async update(id, body) {
            const { data } = await attempt((request) => octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body, request }));
            return apiComment(data);
        },
        async remove(id) {
            try {
                await attempt((request) => octokit.rest.issues.deleteComment({ owner, repo, comment_id: id, request }));
            }
            catch (thrown) {
                if (readRequestFailure(thrown)?.status !== 404) {
                    throw thrown;
                }
            }
        },
        async patches(files) {
            let seen = 0;
            const found = await attempt((request) => {
                seen = 0;
                return octokit.paginate(octokit.rest.pulls.listFiles, { owner, repo, pull_number: number, per_page: pageSize, request }, ({ data }, done) => {
                    seen += data.length;
                    if (seen >= maxFiles)
                        done();
                    // Most diffs are of no interest: they are not kept.
                    return data.filter(({ filename }) => files.has(filename));
                });
            });
            return patchesOf(found, files, seen >= maxFiles);
        },
    };
}
/** The API lists no more files of a pull request: https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
const maxFiles = 3000;
const pageSize = 100;
/** Of a list that was cut, what is not among it may have changed all the same. */
function patchesOf(found, files, isCut) {
    const unknown = isCut ? [...files].map((file) => [file, null]) : [];
    const known = found.map(({ filename, changes, patch }) => [filename, patch ?? (changes === 0 ? '' : null)]);
    return new Map([...unknown, ...known]);
}
/** By GraphQL's `viewer`; the login of GITHUB_TOKEN where the server has no GraphQL or does not tell. */
async function installationLogin(octokit, request) {
    try {
        const { viewer } = await octokit.graphql('{ viewer { login } }', { request });
        return viewer.login.endsWith('[bot]') ? viewer.login : `${viewer.login}[bot]`;
    }
    catch (thrown) {
        const failure = readRequestFailure(thrown);
        if (failure !== null && isTransient(failure)) {
            throw thrown;
        }
        return actionsLogin;
    }
}
function apiComment({ id, user, body, html_url }) {
    return { id, author: user?.login ?? null, body: body ?? '', url: html_url };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/lint/fix.js
var fix = __webpack_require__(9938);
;// CONCATENATED MODULE: ./lib/github/patch.js
/**
 * The hunks of a file's `patch`, as GitHub's API gives it: the lines after the change, in their order. What is no hunk
 * is passed over.
 */
function readPatch(patch) {
    const hunks = [];
    let line = 0;
    for (const row of patch.split('\n')) {
        const start = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(row)?.[1];
        if (start !== undefined) {
            hunks.push([]);
            line = Number(start);
        }
        else if (/^[ +]/.test(row)) {
            hunks.at(-1)?.push({ line, text: row.slice(1), isAdded: row.startsWith('+') });
            line++;
        }
    }
    return hunks;
}

;// CONCATENATED MODULE: ./lib/github/suggestions.js





/** More would bury the pull request. */
const mostSuggestions = 10;
/**
 * Suggestions for safe fixes of lines that a pull request changes, the most expensive first. Left out are those that
 * leave one hunk, since GitHub shows nothing there, that are about other text than the branch has, or that share lines
 * with a more expensive one.
 */
function suggestionsFor(findings, patches) {
    const hunks = new Map([...patches].map(([path, patch]) => [path, patch === null ? [] : readPatch(patch)]));
    const suggestions = [];
    for (const finding of (0,fix/* chooseFixes */.Rr)(findings, false).chosen) {
        const made = suggestionFor(finding, hunks);
        if (made !== null && !suggestions.some((other) => overlap(made, other)))
            suggestions.push(made);
    }
    return suggestions.slice(0, mostSuggestions);
}
const overlap = (one, other) => one.path === other.path && one.firstLine <= other.lastLine && other.firstLine <= one.lastLine;
/** Controls and what shows nothing: nobody should commit what they can't see. */
const invisible = /[^\P{C}\t]|[\p{Zl}\p{Zp}]/u;
function suggestionFor(finding, hunks) {
    const [first, ...others] = finding.fix.lines ?? [];
    if (first === undefined || others.some(({ file }) => file !== first.file))
        return null;
    for (const hunk of hunks.get(first.file) ?? []) {
        const found = replace(hunk, [first, ...others]);
        if (found === null || found.after.some((line) => invisible.test(line)))
            continue;
        const { lines, after } = found;
        const [firstLine, lastLine] = [lines[0]?.line ?? 0, lines.at(-1)?.line ?? 0];
        const fingerprint = fingerprintOf([first.file, ...lines.map(({ text }) => text), '→', ...after]);
        return { path: first.file, firstLine, lastLine, fingerprint, body: bodyOf(finding, after) };
    }
    return null;
}
/** The lines of a hunk that changes are about, and what they become; null where they are not all there. */
function replace(hunk, changes) {
    const after = new Map(hunk.map(({ line, text }) => [line, [text]]));
    const touched = [];
    for (const { firstLine, before, after: texts } of changes) {
        // What is only added goes behind the line before it.
        const at = before.length === 0 ? firstLine - 1 : firstLine;
        const known = after.get(at);
        if (known === undefined || before.some((text, index) => after.get(firstLine + index)?.join('\n') !== text))
            return null;
        for (const index of before.keys())
            after.set(firstLine + index, []);
        after.set(at, before.length === 0 ? [...known, ...texts] : [...texts]);
        touched.push(at, Math.max(at, firstLine + before.length - 1));
    }
    const [from, to] = [Math.min(...touched), Math.max(...touched)];
    const lines = hunk.filter(({ line }) => line >= from && line <= to);
    return lines.some(({ isAdded }) => isAdded)
        ? { lines, after: lines.flatMap(({ line }) => after.get(line) ?? []) }
        : null;
}
function bodyOf({ message, rule, price }, after) {
    const saving = price === null ? '' : ` Saves ${(0,units/* formatBytes */.z3)(price.diskBytes)}.`;
    const content = after.join('\n');
    const fence = '`'.repeat(Math.max(3, (0,report_escape/* longestRun */.Q_)(content) + 1));
    const head = `${(0,report_escape/* escapeText */.X1)((0,report_escape/* truncate */.xv)(message, 300))} · ${(0,report_escape/* code */.aY)((0,report_escape/* truncate */.xv)(rule, 80))}.${saving}`;
    return `${head}\n\n${fence}suggestion\n${content}${content === '' ? '' : '\n'}${fence}`;
}
const fingerprintOf = (parts) => (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

;// CONCATENATED MODULE: ./lib/github/review.js



/**
 * Suggests safe fixes on the lines that the pull request changes: one review for each key, found again by its marker and
 * its author. What stands there is never said twice; what no longer holds and nobody answered goes. Never rejects.
 */
async function publishSuggestions(api, reviews, draft) {
    try {
        return await review_publish(api, reviews, draft);
    }
    catch (thrown) {
        return { kind: 'failed', notice: explainFailure('The suggestions were', thrown, draft.fork) };
    }
}
async function review_publish(api, reviews, draft) {
    const findings = findingsOf(draft.report);
    const files = new Set(findings.flatMap(({ fix }) => fix?.lines?.map(({ file }) => file) ?? []));
    const [author, head, patches, comments] = await Promise.all([
        api.login(),
        api.head(),
        api.patches(files),
        reviews.comments(),
    ]);
    if (draft.head !== head)
        return { kind: 'skipped', reason: `the pull request has moved on to ${head}` };
    const wanted = suggestionsFor(findings, patches);
    const { kept, obsolete } = sortOut(comments, author, wanted, draft.key);
    for (const { id } of obsolete)
        await reviews.remove(id);
    const missing = wanted
        .filter(({ fingerprint }) => !kept.has(fingerprint))
        .map((each) => withFingerprint(each, draft));
    await add(reviews, author, missing, wanted.length, draft);
    return { kind: 'published', added: missing.length, removed: obsolete.length, kept: kept.size };
}
/** Of all images, the most expensive first. */
const findingsOf = ({ images }) => images.flatMap(({ findings }) => findings).sort((a, b) => (b.price?.diskBytes ?? -1) - (a.price?.diskBytes ?? -1));
/** Another author's comment may carry our marker: anybody can copy it. Outdated ones are history. */
function sortOut(comments, author, wanted, key) {
    const answered = new Set(comments.map(({ answers }) => answers));
    const kept = new Set();
    const obsolete = [];
    for (const comment of comments.filter((each) => each.author === author && each.isCurrent)) {
        const marker = readFingerprint(comment.body);
        if (marker === null)
            continue;
        const isWanted = wanted.some(({ fingerprint }) => fingerprint === marker.fingerprint);
        if (isWanted && !kept.has(marker.fingerprint))
            kept.add(marker.fingerprint);
        else if (marker.key === key && !answered.has(comment.id))
            obsolete.push(comment);
    }
    return { kept, obsolete };
}
/** In our review if it is still to be made, else beside it: a review that was submitted takes no more comments. */
async function add(reviews, author, missing, total, { key, head, run, report }) {
    const own = (await reviews.reviews()).flatMap((review) => {
        const marked = review.author === author ? parseMarker(review.body) : null;
        return marked?.marker.key === key ? [{ ...review, marked }] : [];
    });
    const [oldest] = own;
    const marker = { key, head, run, measured: report.created };
    const text = headText(total);
    if (oldest === undefined) {
        if (missing.length > 0)
            await reviews.create(head, withMarker({ text, marker }), missing);
        return;
    }
    for (const suggestion of missing)
        await reviews.add(head, suggestion);
    if (oldest.marked.text !== text)
        await reviews.update(oldest.id, withMarker({ text, marker }));
}
function headText(count) {
    if (count === 0)
        return 'No safe fix is left for the lines that this pull request changes.';
    const fixes = count === 1 ? 'A safe fix' : `${count} safe fixes`;
    return `${fixes} for lines that this pull request changes, to make the image smaller: commit what you like.`;
}
const fingerprintMarker = /<!-- image-size-gate suggestion key=(\S+) is=([0-9a-f]+) -->\s*$/;
const withFingerprint = (suggestion, { key }) => ({
    ...suggestion,
    body: `${suggestion.body}\n\n<!-- image-size-gate suggestion key=${encodeURIComponent(key)} is=${suggestion.fingerprint} -->`,
});
/** Null where the body's last line is none of ours. */
function readFingerprint(body) {
    const [, key, fingerprint] = fingerprintMarker.exec(body) ?? [];
    return key === undefined || fingerprint === undefined ? null : { key: decodeKey(key), fingerprint };
}
function decodeKey(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./lib/github/review-api.js



function reviewApi(octokit, target, sleep) {
    const { owner, repo, number: pull_number } = target;
    const attempt = (call) => withRetries(() => call({ signal: AbortSignal.timeout(timeoutMilliseconds) }), sleep);
    const { pulls } = octokit.rest;
    const every = { owner, repo, pull_number, per_page: 100 };
    return {
        async reviews() {
            const found = await attempt((request) => octokit.paginate(pulls.listReviews, { ...every, request }));
            return found.map(apiReview).sort(byAge);
        },
        async comments() {
            const found = await attempt((request) => octokit.paginate(pulls.listReviewComments, { ...every, request }));
            return found
                .map((comment) => ({
                ...apiReview(comment),
                answers: comment.in_reply_to_id ?? null,
                isCurrent: comment.line != null,
            }))
                .sort(byAge);
        },
        async create(commit, body, suggestions) {
            const review = { owner, repo, pull_number, commit_id: commit, body, event: 'COMMENT' };
            await attempt((request) => pulls.createReview({ ...review, comments: suggestions.map(placed), request }));
        },
        async update(id, body) {
            await attempt((request) => pulls.updateReview({ owner, repo, pull_number, review_id: id, body, request }));
        },
        async add(commit, suggestion) {
            const comment = { owner, repo, pull_number, commit_id: commit, ...placed(suggestion) };
            await attempt((request) => pulls.createReviewComment({ ...comment, request }));
        },
        async remove(id) {
            try {
                await attempt((request) => pulls.deleteReviewComment({ owner, repo, comment_id: id, request }));
            }
            catch (thrown) {
                if (readRequestFailure(thrown)?.status !== 404)
                    throw thrown;
            }
        },
    };
}
/** GitHub refuses a first line that is the last. */
const placed = ({ path, firstLine, lastLine, body }) => ({
    ...{ path, body, line: lastLine, side: 'RIGHT' },
    ...(firstLine < lastLine ? { start_line: firstLine, start_side: 'RIGHT' } : {}),
});
const byAge = (one, other) => one.id - other.id;
const apiReview = ({ id, user, body }) => ({ id, author: user?.login ?? null, body });

;// CONCATENATED MODULE: ./lib/github/summary.js

/**
 * Of one step, in bytes; GitHub drops a longer summary as a whole:
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const maxSummaryBytes = 1_048_576;
const pointer = '\n\n_The summary is cut here: GitHub shows 1 MiB of a step. The output `report-json` and `report-file` have all._\n';
/**
 * Appends Markdown to the step summary, the file that GITHUB_STEP_SUMMARY names; does nothing where there is none.
 * What does not fit is cut at the end of a line. Rejects where the file can't be written.
 */
async function appendSummary(file, markdown) {
    if (!file) {
        return;
    }
    const room = maxSummaryBytes - (await sizeOf(file));
    await (0,promises_.appendFile)(file, fitted(`${markdown.trimEnd()}\n`, room));
}
/** 0 where there is no file yet. */
async function sizeOf(file) {
    try {
        return (await (0,promises_.stat)(file)).size;
    }
    catch {
        return 0;
    }
}
function fitted(text, room) {
    if (Buffer.byteLength(text) <= room) {
        return text;
    }
    const left = room - Buffer.byteLength(pointer);
    if (left < 0) {
        return '';
    }
    const bytes = Buffer.from(text).subarray(0, left);
    const end = bytes.lastIndexOf('\n');
    return `${bytes.subarray(0, Math.max(end, 0)).toString()}${pointer}`;
}

// EXTERNAL MODULE: ./lib/report/markdown.js + 9 modules
var markdown = __webpack_require__(12);
// EXTERNAL MODULE: ./lib/report-files.js + 2 modules
var report_files = __webpack_require__(8476);
;// CONCATENATED MODULE: ./lib/publish.js












/**
 * Outputs, summary and files first: nothing is lost where a comment can't be written. Never rejects: what could not be
 * published is a warning, and the verdict stands.
 */
async function publish_publish(report, publication) {
    const { settings, environment, log, setOutput, page } = publication;
    const attempt = async (what, work) => {
        try {
            return await work();
        }
        catch (error) {
            log.warning(`${what} could not be written: ${(0,errors/* errorText */.kc)(error)}`);
            return null;
        }
    };
    const written = await attempt('The outputs', async () => {
        const values = outputValues(report, null);
        writeOutputs(values, setOutput);
        return values;
    });
    const whole = wholeReports(settings, written !== null && written['report-json'] !== '');
    await attempt('The step summary', () => appendSummary(environment.GITHUB_STEP_SUMMARY, (0,markdown/* renderMarkdown */.G)(report, { limit: maxSummaryBytes, whole })));
    for (const { option, path, write } of (0,report_files/* reportFiles */.I)(report, settings, page))
        await attempt(`${option} ${path}`, write);
    annotate(report, log, await linesToAnnotate(report, publication));
    await attempt('The comment', () => comment(report, whole, publication));
    if (settings.suggestions)
        await attempt('The suggestions', () => suggest(report, publication));
}
/** Where all of the report is: in the files that were asked for, else in the output that has it. */
function wholeReports({ htmlFile, reportFile }, inOutput) {
    const names = [htmlFile, reportFile].flatMap((path) => (path === null ? [] : `the file \`${(0,external_node_path_.basename)(path)}\``));
    const output = inOutput ? ['the output `report-json`'] : [];
    return (names.length > 0 ? names : output).map((name) => ({ name, url: null }));
}
/** The summary has room for 16 times as much as a comment. */
function summaryOf({ context: { repository, run }, environment }) {
    if (!environment.GITHUB_STEP_SUMMARY)
        return [];
    return [{ name: "the job's summary", url: repository && `${repository.url}/actions/runs/${run.id}` }];
}
/** What the pull request changes of the files with findings; null: every line is annotated. Never rejects. */
async function linesToAnnotate(report, publication) {
    const files = report.images.flatMap(({ findings }) => findings.flatMap(({ location }) => location?.file ?? []));
    const api = pullRequestOf(publication);
    if (publication.settings.filter === 'all' || api === null || files.length === 0)
        return null;
    try {
        return await changedLines(api, new Set(files));
    }
    catch (error) {
        publication.log.info(`What the pull request changes is not known, so all lines are annotated: ${(0,errors/* errorText */.kc)(error)}`);
        return null;
    }
}
/** Null where there is no pull request, or no token. */
function pullRequestOf(publication) {
    const target = targetOf(publication);
    return target && pullRequestApi(target.octokit, target, sleep);
}
function targetOf({ context: { occasion, repository }, octokit }) {
    if (occasion.kind !== 'gate' || occasion.pullRequest === null || repository === null || octokit === null)
        return null;
    const { owner, repo } = repository;
    return { octokit, owner, repo, number: occasion.pullRequest.number, pullRequest: occasion.pullRequest };
}
const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
async function comment(report, whole, publication) {
    const { settings, context, log, setOutput } = publication;
    const { occasion, repository, run } = context;
    if (occasion.kind !== 'gate' || occasion.pullRequest === null || repository === null)
        return;
    const api = pullRequestOf(publication);
    if (api === null) {
        log.notice('No comment was written: there is no github-token.');
        return;
    }
    const { head, fork } = occasion.pullRequest;
    const result = await publishComment(api, {
        policy: settings.comment,
        report,
        text: (0,markdown/* renderMarkdown */.G)(report, { limit: commentTextLimit, whole: [...summaryOf(publication), ...whole] }),
        key: keyOf(report, settings),
        head,
        run,
        fork,
    });
    switch (result.kind) {
        case 'failed':
            return log.notice(result.notice);
        case 'skipped':
            return log.info(`No comment was written: ${result.reason}.`);
        default:
            setOutput('comment-url', result.url);
            log.info(`The comment was ${result.kind === 'unchanged' ? 'left as it is' : result.kind}: ${result.url}`);
    }
}
const keyOf = ({ images }, { commentKey }) => commentKey ?? images[0]?.name ?? 'default';
async function suggest(report, publication) {
    const { settings, context, log } = publication;
    const target = targetOf(publication);
    if (target === null)
        return;
    const { octokit, pullRequest } = target;
    const { head, fork } = pullRequest;
    const draft = { report, key: keyOf(report, settings), head, run: context.run, fork };
    const api = pullRequestApi(octokit, target, sleep);
    const result = await publishSuggestions(api, reviewApi(octokit, target, sleep), draft);
    switch (result.kind) {
        case 'failed':
            return log.notice(result.notice);
        case 'skipped':
            return log.info(`No fixes were suggested: ${result.reason}.`);
        case 'published':
            return log.info(`Suggested fixes: ${result.added} new, ${result.kept} as before, ${result.removed} removed.`);
    }
}

// EXTERNAL MODULE: ./lib/run.js + 3 modules
var run = __webpack_require__(6199);
// EXTERNAL MODULE: ./lib/runtime.js + 2 modules
var runtime = __webpack_require__(9782);
// EXTERNAL MODULE: ./lib/workspace.js + 7 modules
var lib_workspace = __webpack_require__(6252);
;// CONCATENATED MODULE: ./lib/action.js












/** Gates the image that the settings name, in the job that this runs in, and publishes the outcome. */
function gate(settings, log) {
    return (0,runtime/* withSeams */.IZ)(log, process.env.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), (seams) => work(settings, seams));
}
async function work(settings, seams) {
    const { githubToken: token, workingDirectory: directory } = settings;
    const { environment, log } = seams;
    const remote = readRepository(environment)?.url ?? null;
    const workspace = await (0,lib_workspace/* openWorkspace */.O)({ directory, remote, token }, seams);
    const { baseRef } = settings;
    const context = readContext({
        environment,
        payload: await readPayload(environment),
        checkout: checkoutOf(workspace),
        baseRef,
    });
    const connecting = token === null ? null : (0,runtime/* connectGitHub */.UY)(token, context.apiUrl);
    const needed = async () => {
        const octokit = await connecting;
        return octokit === null || context.repository === null
            ? null
            : openPullRequestBases(octokit, context.repository, log);
    };
    const { report, trees, record } = await (0,run/* run */.e)(settings, { ...planOf(settings, context, workspace), needed }, seams);
    await publish_publish(report, {
        ...{ settings, context, environment, log, setOutput: core.setOutput, octokit: await connecting },
        page: { trees, assets: page_assets/* readPageAssets */.B },
    });
    const notices = (await record?.()) ?? [];
    for (const notice of notices)
        log.warning(notice);
    if (record !== null && notices.length === 0)
        log.info(`Stored the baseline of ${context.commit}`);
    return report.verdict;
}
/** Null where the runner gave none; `readContext` says what it lacks. */
async function readPayload({ GITHUB_EVENT_PATH: path }) {
    if (!path)
        return null;
    try {
        return JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch (cause) {
        throw new errors/* UserError */.yo(`The event's payload, ${path}, cannot be read: ${(0,errors/* errorText */.kc)(cause)}`, { cause });
    }
}
const checkoutOf = ({ head }) => (head === null ? null : { head: head.commit, parents: head.parents });
function planOf(settings, context, { root, baselines }) {
    const { occasion, repository, commit } = context;
    const pullRequest = occasion.kind === 'gate' ? occasion.pullRequest : null;
    return {
        name: settings.name ?? (0,lib_name/* defaultName */.Z)(settings.subject, repository?.repo ?? 'image'),
        commit,
        occasion,
        baselines,
        root,
        path: null,
        repository: repository === null
            ? null
            : { url: repository.url, commit: pullRequest?.head ?? commit, pullRequest: pullRequest?.number ?? null },
    };
}


/***/ }),

/***/ 2527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   Q_: () => (/* binding */ longestRun),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   v1: () => (/* binding */ codeHtml),
/* harmony export */   xv: () => (/* binding */ truncate)
/* harmony export */ });
/**
 * Text from images, Dockerfiles and pull requests as Markdown that is text and nothing else.
 *
 * GitHub looks for mentions, references, commit ids, addresses, emoji and formulas after Markdown has been rendered, so
 * that backslashes stop none of them. It leaves code alone: whatever could mean something goes into code spans.
 */
/** Controls, bidirectional and other invisible characters, lone surrogates, private and unassigned characters. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]/gu;
const breaks = /[\t\n\r]+/g;
/** On one line, with a visible escape (`\u{202E}`) for every character that shows nothing or reorders what is shown. */
function visible(text) {
    return text.replace(breaks, ' ').replace(invisible, escapeCharacter);
}
function escapeCharacter(character) {
    return `\\u{${character.codePointAt(0)?.toString(16).toUpperCase()}}`;
}
/** At most `length` code points, the last of them an ellipsis where something was cut. */
function truncate(text, length) {
    // A code point is at most two units long: the slice bounds the work on a text of any length.
    const points = Array.from(text.slice(0, 2 * length + 2));
    return points.length <= length ? text : `${points.slice(0, Math.max(0, length - 1)).join('')}…`;
}
/** `text` as an inline code span: all of it shown, none of it Markdown. */
function code(text) {
    const content = visible(text) || ' ';
    const fence = '`'.repeat(longestRun(content) + 1);
    // CommonMark 6.1: a span loses one space on each side where it has both, and a backtick must not touch the fence.
    const stripped = content.startsWith(' ') && content.endsWith(' ') && content.trim() !== '';
    const padding = stripped || content.startsWith('`') || content.endsWith('`') ? ' ' : '';
    return fence + padding + content + padding + fence;
}
/** `text` as code inside an HTML block, where Markdown is not read: a `<summary>`. */
function codeHtml(text) {
    return `<code>${visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)}</code>`;
}
/** `text` as a fenced block. Line breaks stay; tabs too. */
function codeBlock(text, language) {
    const content = text.replace(/\r\n?/g, '\n').replace(/[^\n\t]+/g, (part) => part.replace(invisible, escapeCharacter));
    const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
    return `${fence}${language}\n${content}\n${fence}`;
}
/** How many backticks stand in a row, at most. */
function longestRun(text) {
    return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
/**
 * `text` as a run of inline Markdown: plain words stay words; every other word, and what stands in a pair of
 * backticks, becomes code.
 */
function escapeText(text) {
    const parts = visible(text).split(/`([^`]+)`/);
    // What a capture group matched stands at the odd places.
    const escaped = parts.map((part, at) => (at % 2 === 0 ? escapeWords(part, at === 0) : code(part)));
    return escaped.reduce(joinApart, '').trim();
}
/** Two code spans must not touch: their fences would be one. */
function joinApart(before, after) {
    return before.endsWith('`') && after.startsWith('`') ? `${before} ${after}` : before + after;
}
function escapeWords(text, opensLine) {
    const first = text.search(/\S/);
    return text.replace(/\S+/g, (word, at) => escapeWord(word, opensLine && at === first));
}
const plainWord = /^[("']{0,3}(?:[+-]?\p{N}+(?:[.,]\p{N}+)*%?|[\p{L}\p{N}]+(?:[-'’/,][\p{L}\p{N}]+)*|→)?[)"'.,;:!?]*$/u;
/** What GitHub links without any punctuation around it: commit ids, `GH-1`, advisories. */
const reference = /[0-9a-f]{7}|(?:^|[^a-z0-9])(?:gh|ghsa|cve)-/i;
const orderedListMarker = /^\d+[.)]$/;
function escapeWord(word, opensLine) {
    const plain = plainWord.test(word) && !reference.test(word);
    if (plain && !(opensLine && orderedListMarker.test(word)))
        return word;
    const [, open = '', core = word, close = ''] = /^(\(?)([^()]*[^().,;:!?])(\)?[.,;:!?]*)$/.exec(word) ?? /^()(.*?[^.,;:!?])([.,;:!?]*)$/.exec(word) ?? [];
    return open + code(core) + close;
}
/** A finished piece of inline Markdown as a table's cell: the table syntax takes its `\|` before anything is parsed. */
function cell(markdown) {
    return markdown.replaceAll('|', '\\|');
}
/** A link around a finished piece of inline Markdown; without `url`, or where it is not http(s), just that piece. */
function link(markdown, url) {
    const target = url === null ? null : URL.parse(url);
    if (target === null || !/^https?:$/.test(target.protocol))
        return markdown;
    return `[${markdown}](${target.href.replace(/[^\w\-.~:/?#@!$+,=%]/g, encodeCharacter)})`;
}
function encodeCharacter(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}


/***/ })

};
