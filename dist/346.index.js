export const id = 346;
export const ids = [346];
export const modules = {

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UW: () => (/* binding */ explainError),
/* harmony export */   kc: () => (/* binding */ errorText),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/** An error that the user can do something about: `message` says what is wrong and where, `hint` what to do. */
class UserError extends Error {
    hint;
    constructor(message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'UserError';
        this.hint = options.hint ?? null;
    }
}
/** The text of anything that was thrown, for a message of ours. */
function errorText(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}
/** What went wrong and, where that is known, what to do: in sentences, on one line. */
function explainError(thrown) {
    const text = errorText(thrown);
    const hint = thrown instanceof UserError ? thrown.hint : null;
    if (hint === null)
        return text;
    return `${text}${/[.!?]$/.test(text) ? '' : '.'} ${hint}`;
}


/***/ }),

/***/ 5268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ findingLocation),
/* harmony export */   gk: () => (/* binding */ finding),
/* harmony export */   yf: () => (/* binding */ severity)
/* harmony export */ });
/* unused harmony exports price, baseSaving, fixEdit, fix, changedLines */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7597);

const severity = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['error', 'warning', 'info']);
/** What a finding costs. Each byte of an image is priced in one finding only. */
const price = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    diskBytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative(),
    downloadBytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()
        .nonnegative()
        .nullable()
        .describe("Estimated: what of the layers' blobs was read as these files; by the layer's compression ratio where it was read otherwise"),
    measured: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().describe('Disk bytes were added up from the layers, not estimated'),
});
/** What another base image takes less: the layers of a registry's image tell its download size, and none else. */
const baseSaving = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    leastBytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().describe('Of download, by the largest of the other images'),
    mostBytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().describe('Of download, by the smallest'),
});
/** Columns are 1-based; `lastColumn` is the one behind the last character. */
const findingLocation = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    firstLine: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
    lastLine: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
    firstColumn: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().nullable(),
    lastColumn: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().nullable(),
});
const fixEdit = findingLocation.extend({ text: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('What stands there instead') });
/** Edits that belong together: all of them are made, or none. */
const fix = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ safe: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(), edits: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(fixEdit) });
/** What edits change, by whole lines and without line ends. */
const changedLines = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    firstLine: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().describe('In the file as it is; where nothing goes, what comes stands before it'),
    before: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    after: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
});
const finding = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    rule: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    aliases: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe("Other linters' codes for the same"),
    severity,
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    location: findingLocation.nullable(),
    price: price.nullable().describe('Null: not about size, or not known'),
    baseSaving: baseSaving
        .nullable()
        .default(null)
        .describe("Exact, by the registry's manifests, and of download alone: no price has it. Null: not about the base image, or not known"),
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe('What the price was made of, or why there is none'),
    fix: fix
        .extend({ lines: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(changedLines).nullable().describe('The same by whole lines; null: too much to show') })
        .nullable(),
});


/***/ }),

/***/ 9788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ suppressed),
/* harmony export */   Gn: () => (/* binding */ lintLevel),
/* harmony export */   PL: () => (/* binding */ lintResult),
/* harmony export */   QB: () => (/* binding */ failureThreshold)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7597);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5268);


/** The least severity that counts; `none`: no finding does. */
const failureThreshold = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n([..._finding_js__WEBPACK_IMPORTED_MODULE_0__/* .severity */ .yf.options, 'none']);
/** A finding that was left out because somebody asked for it. It has no price, and its bytes are in no other finding. */
const suppressed = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    rule: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    location: _finding_js__WEBPACK_IMPORTED_MODULE_0__/* .findingLocation */ .$R.nullable(),
    by: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        syntax: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['size', 'hadolint', 'check', 'hadolint-config']),
        file: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        line: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    })
        .describe('The comment in the Dockerfile, or the line of `.hadolint.yaml`, that asks for it'),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable().describe('As the comment gives it; null: it gives none'),
});
/** What findings are for: `report`: they are told; `warn` and `fail`: those that reach the threshold do. */
const lintLevel = zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['off', 'report', 'warn', 'fail']);
/** The findings, held against the threshold; beside the budgets, it makes the verdict. */
const lintResult = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    level: lintLevel.extract(['warn', 'fail']).describe('What it is to reach the threshold'),
    threshold: failureThreshold,
    findings: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().describe('How many reach it'),
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['pass', 'warn', 'fail']),
    message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});


/***/ }),

/***/ 2317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ location),
/* harmony export */   PG: () => (/* binding */ measurement),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   xk: () => (/* binding */ commitId)
/* harmony export */ });
/* unused harmony exports baseImage, upstreamLine, measuredLayer */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4377);
/* harmony import */ var _packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3172);


const bytes = zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative();
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP();
const digest = zod__WEBPACK_IMPORTED_MODULE_1__/* .templateLiteral */ .Uy$(['sha256:', zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/)]);
const commitId = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
/** Lines of a Dockerfile: 1-based, both ends included. */
const location = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    file: text,
    firstLine: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    lastLine: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    stage: text.nullable().describe('Name of the stage, or its index where it has none'),
});
/** An image that a build took, with its digest then. */
const baseImage = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    reference: text.describe('As a FROM names it: `name:tag`, `name:tag@digest`'),
    digest,
});
/** A line that decides what a layer holds, though the layer's own text and the layers below do not show it. */
const upstreamLine = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    location,
    instruction: text,
    content: text
        .nullable()
        .describe('What the line took from outside the Dockerfile: digests of images, `files:` and a short sum; empty: nothing; null: not known'),
});
const measuredLayer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    diffId: digest,
    digest: digest.nullable().describe('Of the compressed blob'),
    diskBytes: bytes.describe("Bytes of the regular files in the layer's tar"),
    downloadBytes: bytes.nullable().describe('Bytes of the compressed blob'),
    files: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().describe('Regular files in the tar'),
    origin: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['base', 'own']).nullable(),
    instruction: text.nullable().describe('The instruction as the Dockerfile has it, on one line'),
    location: location.nullable(),
    attribution: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['provenance', 'history', 'none']).describe('How the instruction was found'),
    upstream: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(upstreamLine)
        .nullable()
        .default(null)
        .describe('Lines that decide what it holds: ARG, ENV and the like in its scope, all of a stage that it was copied or mounted from, its own where that took something; null: not known'),
});
/** One image at one commit, weighed. Published as schema/measurement-v1.json. */
const measurement = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    name: text,
    platform: text.describe('os/architecture[/variant]'),
    source: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['docker', 'podman', 'registry', 'docker-archive', 'oci-archive', 'oci-dir']),
        reference: text,
    }),
    store: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['classic', 'containerd', 'podman'])
        .nullable()
        .describe("The engine's image store; null for other sources"),
    commit: commitId.nullable(),
    created: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$().describe('When it was measured'),
    diskBytes: bytes,
    downloadBytes: bytes.nullable(),
    deadBytes: bytes.describe('Bytes that a later layer hides'),
    files: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
    layers: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(measuredLayer).describe('Base first'),
    bases: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(baseImage)
        .nullable()
        .default(null)
        .describe('Images that the build took from elsewhere; null: not known'),
    buildArgs: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(text, text)
        .nullable()
        .default(null)
        .describe('Build arguments, each value as a sum too short to be found out from; null: not known'),
    build: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        seconds: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nonnegative(),
        steps: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
        cachedSteps: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
        contextBytes: bytes
            .nullable()
            .default(null)
            .describe('Of the build contexts, sent to the builder, which keeps what it was sent before; as BuildKit prints it: exact below 1 kB, else to two decimals of its unit; null: not known'),
    })
        .nullable()
        .default(null)
        .describe('Null: measured without a build'),
    packages: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_packages_js__WEBPACK_IMPORTED_MODULE_0__/* .packageWeight */ .ZR)
        .optional()
        .describe('With `measure --packages` only: who owns the final file system, largest first'),
    unowned: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_packages_js__WEBPACK_IMPORTED_MODULE_0__/* .unownedWeight */ .L0).optional().describe('With `packages`: the rest; together they are the live bytes'),
});


/***/ }),

/***/ 3172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L0: () => (/* binding */ unownedWeight),
/* harmony export */   ZR: () => (/* binding */ packageWeight),
/* harmony export */   ml: () => (/* binding */ packageManager)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7597);

const bytes = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative();
const weight = {
    diskBytes: bytes,
    files: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative(),
    layers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ layer: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().describe('Position in `layers`'), diskBytes: bytes }))
        .describe('The layers that hold the files'),
};
const packageManager = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['dpkg', 'apk', 'rpm', 'python', 'node', 'gem', 'go', 'rust']);
/** What a package's files in the final file system weigh; each file belongs to one package at most. */
const packageWeight = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    manager: packageManager,
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    architecture: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    ...weight,
});
/** What no package owns. */
const unownedWeight = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    directory: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe('Its files and those below it, less what other rows hold'),
    ...weight,
});


/***/ }),

/***/ 9000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ trendPoint),
/* harmony export */   b: () => (/* binding */ recordDocument)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4377);
/* harmony import */ var _measurement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2317);


/** One earlier measurement of the same line of commits. */
const trendPoint = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    commit: _measurement_js__WEBPACK_IMPORTED_MODULE_0__/* .commitId */ .xk,
    created: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$(),
    diskBytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(),
    downloadBytes: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative().nullable(),
    store: _measurement_js__WEBPACK_IMPORTED_MODULE_0__/* .measurement */ .PG.shape.store.default(null),
});
/** What a store keeps beside the layer indexes. */
const recordDocument = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    measurement: _measurement_js__WEBPACK_IMPORTED_MODULE_0__/* .measurement */ .PG,
    trend: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(trendPoint).max(200).describe('Oldest first; this measurement is not among them'),
});


/***/ }),

/***/ 1819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V7: () => (/* binding */ budgetName),
/* harmony export */   z8: () => (/* binding */ report)
/* harmony export */ });
/* unused harmony exports size, metric, cause, packageChange, change, verdict, budgetScope, budgetLevel, counts, undoing, budgetResult, baseline, longTermChange, historyPoint, cost, imageReport */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4377);
/* harmony import */ var _finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5268);
/* harmony import */ var _lint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9788);
/* harmony import */ var _measurement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2317);
/* harmony import */ var _packages_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3172);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9000);






const signed = zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr();
/** A size by both metrics; null where it is not known. */
const size = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ diskBytes: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().nullable(), downloadBytes: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().nullable() });
const metric = zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['disk', 'download']);
const cause = zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['yours', 'base', 'drift']);
/** A package on both sides, or on one. */
const packageChange = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    manager: _packages_js__WEBPACK_IMPORTED_MODULE_3__/* .packageManager */ .ml,
    name: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable().describe('Version; null: not there, or without one'),
    after: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable(),
    direction: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['added', 'removed', 'upgraded', 'downgraded', 'changed', 'same'])
        .describe('`changed`: other versions whose order is not known; `same`: the version stayed'),
});
const change = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    kind: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['layer', 'package', 'directory', 'file', 'other']),
    label: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    location: _measurement_js__WEBPACK_IMPORTED_MODULE_2__/* .location */ .C5.nullable(),
    before: size.nullable().describe('Null: not there before'),
    after: size.nullable().describe('Null: not there any more'),
    delta: size,
    cause,
    evidence: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable().describe('What the cause was told by; null below a layer'),
    assumed: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().describe('The evidence does not prove the cause: `yours` until something says otherwise'),
    package: packageChange.nullable(),
    movedFrom: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable().describe("The same content's earlier path; for files and whole directories"),
    movedTo: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable().describe("The same content's later path, of what is gone from here"),
    storedAgain: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY()
        .default(false)
        .describe('New in its layer, but not in the image: a lower layer has the path too, as before a chown'),
    children: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .lazy */ .RZV(() => change)).describe('They add up to this row; the smaller ones in one row `other`'),
});
const verdict = zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['pass', 'warn', 'fail', 'accepted']);
const budgetName = zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n([
    'max-size',
    'max-increase',
    'max-waste',
    'max-layers',
    'max-build-time',
    'min-cached-steps',
]);
/** What a budget is about, where it is not the whole image. */
const budgetScope = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    kind: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['path', 'package', 'layer']),
    pattern: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().describe('As the user wrote it'),
});
const budgetLevel = zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['warn', 'fail']);
/** What a limit on growth counts. */
const counts = zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['yours', 'all']);
/** What would get the figure below the limit, if it were not there. */
const undoing = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    kind: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['layer', 'package', 'directory', 'file']),
    label: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    location: _measurement_js__WEBPACK_IMPORTED_MODULE_2__/* .location */ .C5.nullable(),
    amount: signed.describe("By how much, in the budget's unit"),
});
/** A limit and what became of it. `unknown`: there is nothing to hold it against. */
const budgetResult = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    budget: budgetName,
    scope: budgetScope.nullable().describe('Null: the whole image'),
    limit: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().describe('As the user wrote it'),
    level: budgetLevel.describe('What it is to be over the limit'),
    counts: counts.nullable().describe('Null: no limit on growth'),
    metric: metric.nullable().describe('Null: the figures are not bytes'),
    unit: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['bytes', 'layers', 'seconds', 'share']).describe('Of the figures; a share is a number from 0 to 1'),
    actual: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nullable().describe('What was held against the limit; null: not known'),
    limitValue: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nullable().describe('Null: a percentage of what is not known'),
    estimated: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().describe("The figures are shares of a layer's download size"),
    status: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['pass', 'warn', 'fail', 'unknown']),
    excused: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().describe('Over the limit as the baseline was already, and not further: a warning at most'),
    undo: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(undoing)
        .describe('The fewest that get below the limit, largest first; empty: none is known, or none is needed'),
    message: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
});
const baseline = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    kind: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(['exact', 'ancestor', 'rebuilt', 'reference', 'file', 'none']),
    commit: _measurement_js__WEBPACK_IMPORTED_MODULE_2__/* .commitId */ .xk.nullable(),
    distance: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().nonnegative().nullable().describe('First-parent steps from the commit that was asked for'),
    measurement: _measurement_js__WEBPACK_IMPORTED_MODULE_2__/* .measurement */ .PG.nullable(),
    reason: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullable().describe('Why there is none, or what was odd about it'),
});
/** The change since an older record of the same line. */
const longTermChange = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    commit: _measurement_js__WEBPACK_IMPORTED_MODULE_2__/* .commitId */ .xk,
    created: zod__WEBPACK_IMPORTED_MODULE_6__/* .datetime */ .w$().describe('When that record was measured'),
    records: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().positive().describe('How many records back'),
    days: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nonnegative().describe('How many days back'),
    delta: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ diskBytes: signed, downloadBytes: signed.nullable() }),
    percent: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nullable().describe('Of the metric that the budgets use'),
    exceeds: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().describe('In sum it is more than `max-increase` of the image allows at once; never fails'),
    message: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
});
/** An earlier size of the image, of the commits that led to the measured one. */
const historyPoint = _record_js__WEBPACK_IMPORTED_MODULE_4__/* .trendPoint */ .I.pick({ commit: true, created: true, diskBytes: true }).extend({
    downloadBytes: _record_js__WEBPACK_IMPORTED_MODULE_4__/* .trendPoint */ .I.shape.downloadBytes.describe('Null: not known, or compressed by another image store'),
});
/** In the currency, to a millionth; null: the download size is not known. */
const costFigure = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ total: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nullable(), delta: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nullable() });
const cost = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    currency: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().regex(/^[A-Z]{3}$/),
    storagePerMonth: costFigure.nullable().describe('As if no layer were shared; null: no price'),
    transferPerPull: costFigure.nullable().describe('Of a pull that has no layer yet; null: no price'),
    transferPerMonth: costFigure.nullable().describe('Of all pulls; null: no price, or not known how many'),
});
/** One figure of a build; null where it is not known. */
const buildFigure = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    before: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nullable(),
    delta: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nullable(),
});
const imageReport = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    platform: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(),
    current: _measurement_js__WEBPACK_IMPORTED_MODULE_2__/* .measurement */ .PG,
    baseline,
    delta: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ diskBytes: signed, downloadBytes: signed.nullable(), percent: zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().nullable() })
        .nullable()
        .describe('Null without a baseline; percent is of the metric that the budgets use'),
    causes: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ yours: size, base: size, drift: size }).nullable(),
    changes: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(change),
    focus: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), delta: size })
        .nullable()
        .describe('Set where `changes` tell only of what lies at or below a path of the image, and what they add up to'),
    budgets: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(budgetResult),
    longTerm: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(longTermChange)
        .describe('The same against older records, where there are any: growth in steps too small for a budget'),
    history: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(historyPoint)
        .max(30)
        .default([])
        .describe('The last records that led here, oldest first; this measurement is not among them'),
    build: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
        seconds: buildFigure,
        cachedShare: buildFigure.describe('Of the steps, from 0 to 1'),
        contextBytes: buildFigure,
    })
        .nullable()
        .default(null)
        .describe("`current.build` beside the baseline's; null: not built here"),
    cost: cost.nullable().default(null).describe('By the download size; null: no prices are given'),
    findings: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk),
    suppressed: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(_lint_js__WEBPACK_IMPORTED_MODULE_1__/* .suppressed */ .Dm).describe('Findings that were left out because a comment or a file asks for it'),
    lint: _lint_js__WEBPACK_IMPORTED_MODULE_1__/* .lintResult */ .PL.nullable().describe('Null: findings are told, and never change the verdict'),
});
/** Everything that one run computed; every rendering is made from it alone. Published as schema/report-v1.json. */
const report = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(1),
    tool: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz('image-size-gate'), version: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP() }),
    created: zod__WEBPACK_IMPORTED_MODULE_6__/* .datetime */ .w$(),
    verdict,
    reasons: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).describe('One sentence for each budget that is not met'),
    notices: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()).describe('What the reader should know about how this was computed'),
    metric,
    repository: zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ url: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), commit: _measurement_js__WEBPACK_IMPORTED_MODULE_2__/* .commitId */ .xk.nullable(), pullRequest: zod__WEBPACK_IMPORTED_MODULE_5__/* .int */ .Whr().positive().nullable() })
        .nullable()
        .describe('For links; null outside a forge'),
    images: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(imageReport),
});


/***/ }),

/***/ 1613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yu: () => (/* binding */ listedBudgets),
/* harmony export */   le: () => (/* binding */ readBudgets),
/* harmony export */   vY: () => (/* binding */ plainBudgets)
/* harmony export */ });
/* unused harmony exports scopeFields, limitNames, partLimitNames, termFields, maxBudgetEntries */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _model_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3172);
/* harmony import */ var _model_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1819);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3052);
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8730);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8535);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9551);
/* harmony import */ var _yaml_values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6137);








/** `budgets:` of the configuration file: limits on the image or on a part of it, as many as are wanted. */
const glob = (allowed, pattern) => ({ pattern, allowed });
/** What an entry is about: one of these, or the whole image. */
const scopeFields = {
    path: {
        type: 'text',
        group: 'Budgets',
        description: 'Files of the image: `*` stands for a part of a name, `**` for any folders; a folder means all below it.',
        format: glob('an absolute path in the image, such as /usr/share/doc or /app/**/*.map', /^\/[^\p{Cc}]{0,511}$/u),
    },
    package: {
        type: 'text',
        group: 'Budgets',
        description: 'A package by its name, with its manager where several have the name: `torch`, `python:torch`, `lib*`.',
        format: glob(`a package such as torch or python:torch (of ${_model_packages_js__WEBPACK_IMPORTED_MODULE_1__/* .packageManager */ .ml.options.join(', ')})`, new RegExp(String.raw `^(?:(?:${_model_packages_js__WEBPACK_IMPORTED_MODULE_1__/* .packageManager */ .ml.options.join('|')}):)?[^\p{Cc}\s:]{1,256}$`, 'u')),
    },
    layer: {
        type: 'text',
        group: 'Budgets',
        description: 'Layers by the line of the Dockerfile, `Dockerfile:12`, or by the instruction, `RUN pip install *`.',
        format: glob('a line such as Dockerfile:12 or an instruction such as "RUN pip install *"', /^\S[^\p{Cc}]{0,511}$/u),
    },
};
/** The limits that an entry may hold; all of them on the whole image, two on a part of it. */
const limitNames = _model_report_js__WEBPACK_IMPORTED_MODULE_2__/* .budgetName */ .V7.options;
const partLimitNames = ['max-size', 'max-increase'];
/** What says how the limits of an entry are meant. */
const termFields = {
    metric: _options_js__WEBPACK_IMPORTED_MODULE_5__/* .options */ .fF.metric,
    counts: _options_js__WEBPACK_IMPORTED_MODULE_5__/* .options */ .fF.counts,
    level: {
        type: 'choice',
        group: 'Budgets',
        description: 'What it is to be over the limit.',
        choices: ['warn', 'fail'],
        default: 'fail',
    },
};
const fields = new Map([
    ...Object.entries(scopeFields),
    ...limitNames.map((name) => [name, _options_js__WEBPACK_IMPORTED_MODULE_5__/* .options */ .fF[name]]),
    ...Object.entries(termFields),
]);
/** More are no gate that anyone could read. */
const maxBudgetEntries = 100;
/** @param keyAt where the key `budgets` stands, for messages */
function readBudgets(list, keyAt, at) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(list)) {
        const where = list?.range ? at(list.range[0]) : keyAt;
        return refused(`${where}: budgets: must be a list of budgets, such as "- max-size: 300MB", not ${(0,_yaml_values_js__WEBPACK_IMPORTED_MODULE_6__/* .kindOf */ .I)(list)}`);
    }
    if (list.items.length > maxBudgetEntries)
        return refused(`${keyAt}: budgets: must not hold more than ${maxBudgetEntries} entries`);
    const read = list.items.map((item, index) => readEntry((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(item) ? item : null, `budgets, entry ${index + 1}`, keyAt, at));
    return {
        entries: read.flatMap((entry) => ('problems' in entry ? [] : [entry])),
        problems: read.flatMap((entry) => ('problems' in entry ? entry.problems : [])),
    };
}
const refused = (problem) => ({ entries: [], problems: [problem] });
function readEntry(node, name, listAt, at) {
    const entryAt = `${node?.range ? at(node.range[0]) : listAt}: ${name}`;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return { problems: [`${entryAt}: must be a mapping, such as "max-size: 300MB", not ${(0,_yaml_values_js__WEBPACK_IMPORTED_MODULE_6__/* .kindOf */ .I)(node)}`] };
    const read = node.items.map((pair) => readField(pair, name, at));
    const entry = new Map(read.flatMap((field) => ('problems' in field ? [] : [field])));
    const wrong = read.flatMap((field) => ('problems' in field ? field.problems : []));
    const problems = wrong.length > 0 ? wrong : contradictions(entry, entryAt);
    return problems.length > 0 ? { problems } : entry;
}
function readField({ key, value }, entry, at) {
    const keyAt = at((0,_yaml_values_js__WEBPACK_IMPORTED_MODULE_6__/* .offsetOf */ .b4)(key));
    const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : '';
    const field = fields.get(name);
    if (field === undefined) {
        return { problems: [`${keyAt}: ${entry}: unknown key ${(0,_given_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(name)}${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_7__/* .suggestion */ .h)(name, [...fields.keys()])}`] };
    }
    const where = (node) => `${node?.range ? at(node.range[0]) : keyAt}: ${entry}: ${name}`;
    const read = (0,_yaml_values_js__WEBPACK_IMPORTED_MODULE_6__/* .readValue */ .wK)((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(value) ? value : null, field, where);
    const problems = 'problem' in read ? [read.problem] : (0,_given_js__WEBPACK_IMPORTED_MODULE_4__/* .formatProblems */ .C5)(field, read);
    return 'problem' in read || problems.length > 0 ? { problems } : [name, String(read.value)];
}
function contradictions(values, entryAt) {
    const has = (name) => values.has(name);
    const scopes = scopeNames.filter(has);
    const limits = limitNames.filter(has);
    if (scopes.length > 1)
        return [`${entryAt}: ${scopes.join(' and ')} exclude each other`];
    const [scope] = scopes;
    const allowed = scope === undefined ? limitNames : partLimitNames;
    if (limits.length === 0)
        return [`${entryAt}: holds no limit: give it ${allowed.join(', ')}`];
    return limits
        .filter((name) => !allowed.includes(name))
        .map((name) => `${entryAt}: ${name} is for the whole image, not for a ${scope}`);
}
const scopeNames = Object.keys(scopeFields);
/** The budgets that options give, on the whole image. */
function plainBudgets(textOf, usual) {
    return limitNames.flatMap((name) => limitsOf(name, textOf(name)).map((limit) => ({ name, scope: null, limit, level: 'fail', ...usual })));
}
/** The budgets of the list; what an entry does not say is as it is for the options. */
function listedBudgets(entries, usual) {
    return entries.flatMap((entry) => {
        const kind = scopeNames.find((name) => entry.has(name));
        const scope = kind === undefined ? null : { kind, pattern: entry.get(kind) ?? '' };
        const terms = {
            scope,
            metric: chosen(termFields.metric.choices, entry.get('metric')) ?? usual.metric,
            counts: chosen(termFields.counts.choices, entry.get('counts')) ?? usual.counts,
            level: chosen(termFields.level.choices, entry.get('level')) ?? termFields.level.default,
        };
        return limitNames.flatMap((name) => limitsOf(name, entry.get(name) ?? null).map((limit) => ({ name, limit, ...terms })));
    });
}
const chosen = (choices, value) => choices.find((choice) => choice === value);
/** The limits in an option's text: one, or of `5%, 20MB` two; none where it is not of the form. */
function limitsOf(name, text) {
    if (text === null)
        return [];
    const option = _options_js__WEBPACK_IMPORTED_MODULE_5__/* .options */ .fF[name];
    const one = (unit, value) => (value === null ? [] : [{ text, unit, value }]);
    switch (option.type) {
        case 'size':
            return one('bytes', (0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSize */ .DB)(text));
        case 'limits':
            return (0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .parseLimits */ .kd)(text) ?? [];
        case 'count':
            return one('layers', Number(text));
        case 'duration':
            return one('seconds', (0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDuration */ .E9)(text));
        case 'share':
            return one('percent', (0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .parseShare */ .n8)(text));
    }
}


/***/ }),

/***/ 2154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readConfigFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7256);



/** The text of a configuration file; null where there is none. Nothing but a regular file of a sane size is read. */
function readConfigFile(path) {
    try {
        const status = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
        if (status === undefined)
            return null;
        if (!status.isFile())
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path} is not a file`);
        if (status.size > _config_js__WEBPACK_IMPORTED_MODULE_2__/* .maxConfigBytes */ .a)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path} is larger than ${_config_js__WEBPACK_IMPORTED_MODULE_2__/* .maxConfigBytes */ .a / 1024} KiB`);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch (thrown) {
        if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
            throw thrown;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${path} cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(thrown)}`, { cause: thrown });
    }
}


/***/ }),

/***/ 7256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ maxConfigBytes),
  X: () => (/* binding */ readConfig)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/settings/budget-list.js
var budget_list = __webpack_require__(1613);
// EXTERNAL MODULE: ./lib/settings/given.js + 1 modules
var settings_given = __webpack_require__(8730);
// EXTERNAL MODULE: ./lib/settings/nearest.js
var nearest = __webpack_require__(8535);
// EXTERNAL MODULE: ./lib/settings/yaml-values.js
var yaml_values = __webpack_require__(6137);
;// CONCATENATED MODULE: ./lib/settings/cost.js




const price = { pattern: /^\d{1,6}(?:\.\d{1,9})?$/, allowed: 'a price such as 0.023, of nine decimals at most' };
/** The keys of `cost`. A GB is 1000³ bytes, as the bills of registries have it. */
const costFields = {
    currency: {
        pattern: /^[A-Z]{3}$/,
        allowed: 'the three letters of a currency, such as EUR',
        description: 'What the prices are in, by ISO 4217.',
    },
    'storage-per-gb-month': { ...price, description: 'What a GB costs that a registry keeps for a month.' },
    'transfer-per-gb': { ...price, description: 'What a GB costs that is pulled.' },
    'pulls-per-month': {
        pattern: /^\d{1,9}$/,
        allowed: 'a whole number of at most nine digits',
        description: 'How often the image is pulled, for what its transfer costs a month.',
    },
};
const fieldNames = Object.keys(costFields);
/** @param keyAt where the key `cost` stands, for messages */
function readCost(node, keyAt, at) {
    if (!(0,dist/* isMap */.jh)(node)) {
        const where = node?.range ? at(node.range[0]) : keyAt;
        return {
            cost: null,
            problems: [`${where}: cost: must be a mapping, such as "currency: EUR", not ${(0,yaml_values/* kindOf */.I)(node)}`],
        };
    }
    const read = node.items.map((pair) => readField(pair, at));
    const wrong = read.flatMap((field) => ('problem' in field ? [field.problem] : []));
    const values = new Map(read.flatMap((field) => ('problem' in field ? [] : [[field.name, field.text]])));
    const problems = wrong.length > 0 ? wrong : missing(values).map((problem) => `${keyAt}: cost: ${problem}`);
    return { cost: problems.length > 0 ? null : pricesOf(values), problems };
}
function readField({ key, value }, at) {
    const keyAt = at((0,yaml_values/* offsetOf */.b4)(key));
    const text = (0,dist/* isScalar */.jn)(key) ? String(key.value) : '';
    const name = fieldNames.find((field) => field === text);
    if (name === undefined) {
        return { problem: `${keyAt}: cost: unknown key ${(0,settings_given/* quoted */.TL)(text)}${(0,nearest/* suggestion */.h)(text, fieldNames)}` };
    }
    // As it was written: a binary fraction would not be the price.
    const given = (0,dist/* isScalar */.jn)(value) && typeof value.value === 'number' ? value.source : (0,dist/* isScalar */.jn)(value) ? value.value : null;
    const { pattern, allowed } = costFields[name];
    if (typeof given === 'string' && pattern.test(given))
        return { name, text: given };
    const shown = typeof given === 'string' ? (0,settings_given/* quoted */.TL)(given) : (0,yaml_values/* kindOf */.I)(value);
    return { problem: `${keyAt}: cost: ${name}: must be ${allowed}, not ${shown}` };
}
function missing(values) {
    const has = (name) => values.has(name);
    if (!has('currency'))
        return ['needs a currency'];
    if (!has('storage-per-gb-month') && !has('transfer-per-gb'))
        return ['needs storage-per-gb-month or transfer-per-gb'];
    return has('pulls-per-month') && !has('transfer-per-gb') ? ['pulls-per-month needs transfer-per-gb'] : [];
}
function pricesOf(values) {
    const priceOf = (name) => {
        const text = values.get(name);
        return text === undefined ? null : billionths(text);
    };
    const pulls = values.get('pulls-per-month');
    return {
        currency: values.get('currency') ?? '',
        storagePerGbMonth: priceOf('storage-per-gb-month'),
        transferPerGb: priceOf('transfer-per-gb'),
        pullsPerMonth: pulls === undefined ? null : Number(pulls),
    };
}
/** `0.023` is 23,000,000: by digits, without a fraction on the way. */
function billionths(text) {
    const [whole = '', decimals = ''] = text.split('.');
    return Number(whole + decimals.padEnd(9, '0'));
}

// EXTERNAL MODULE: ./lib/settings/options.js
var options = __webpack_require__(9551);
;// CONCATENATED MODULE: ./lib/settings/config.js








/** A configuration file is read whole: a larger one is a mistake or an attack. */
const maxConfigBytes = 64 * 1024;
/** The keys that are no options: budgets on parts of the image, too, and prices. */
const budgetsKey = 'budgets';
const costKey = 'cost';
/**
 * The options in the text of a configuration file: one YAML mapping (YAML 1.2, core schema) by the options' names, flat but
 * for `budgets` and `cost`.
 * `path` is how messages name the file; they continue with line and column, 1-based.
 */
function readConfig(text, path) {
    const lines = new dist/* LineCounter */.HN();
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${path}:${line}:${col}`;
    };
    if (Buffer.byteLength(text) > maxConfigBytes) {
        return withoutBudgets([{ problem: `${path}: must not be larger than ${maxConfigBytes / 1024} KiB` }]);
    }
    try {
        return readDocument(text, lines, at, path);
    }
    catch (thrown) {
        // The parser recurses: brackets that are nested a thousand deep exhaust its stack.
        return withoutBudgets([{ problem: `${path}: cannot be read as YAML: ${(0,errors/* errorText */.kc)(thrown)}` }]);
    }
}
const withoutBudgets = (problems) => ({
    ...(0,settings_given/* toReading */.Az)(problems),
    budgets: [],
    cost: null,
});
function readDocument(text, lines, at, path) {
    const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, version: '1.2', merge: false });
    // The first one only: in a broken text the others mostly follow from it.
    const [broken] = [...document.errors, ...document.warnings];
    if (broken !== undefined) {
        return withoutBudgets([{ problem: `${at(broken.pos[0])}: ${yamlProblem(broken.code, broken.message)}` }]);
    }
    if (document.contents === null || ((0,dist/* isScalar */.jn)(document.contents) && document.contents.value === null))
        return withoutBudgets([]);
    if (!(0,dist/* isMap */.jh)(document.contents)) {
        return withoutBudgets([{ problem: `${path}: must be a mapping of options, such as "max-size: 300MB"` }]);
    }
    const { items } = document.contents;
    const { [budgetsKey]: listed = [], [costKey]: priced = [], flat = [] } = Object.groupBy(items, kindOfPair);
    const lists = listed.map(({ key, value }) => (0,budget_list/* readBudgets */.le)((0,dist/* isNode */.Ll)(value) ? value : null, at((0,yaml_values/* offsetOf */.b4)(key)), at));
    const costs = priced.map(({ key, value }) => readCost((0,dist/* isNode */.Ll)(value) ? value : null, at((0,yaml_values/* offsetOf */.b4)(key)), at));
    const reading = (0,settings_given/* toReading */.Az)(flat.map((pair) => readPair(pair, at)));
    return {
        given: reading.given,
        problems: [...reading.problems, ...[...lists, ...costs].flatMap(({ problems }) => problems)],
        budgets: lists.flatMap(({ entries }) => entries),
        cost: costs[0]?.cost ?? null,
    };
}
function kindOfPair({ key }) {
    const name = (0,dist/* isScalar */.jn)(key) ? key.value : null;
    return name === budgetsKey || name === costKey ? name : 'flat';
}
function yamlProblem(code, message) {
    return code === 'DUPLICATE_KEY' ? 'this key was given before' : `cannot be read as YAML: ${message}`;
}
function readPair({ key, value }, at) {
    const keyAt = at((0,yaml_values/* offsetOf */.b4)(key));
    const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : '';
    if (!(0,options/* isOptionName */.RR)(name)) {
        return {
            problem: `${keyAt}: unknown key ${(0,settings_given/* quoted */.TL)(name)}${(0,nearest/* suggestion */.h)(name, [...options/* optionNames */.W6.filter(isForFile), budgetsKey, costKey])}`,
        };
    }
    const option = (0,options/* optionOf */.XD)(name);
    if (option.refused?.file !== undefined)
        return { problem: `${keyAt}: ${name} is not allowed here: ${option.refused.file}` };
    const where = (node) => `${node?.range ? at(node.range[0]) : keyAt}: ${name}`;
    const read = (0,yaml_values/* readValue */.wK)((0,dist/* isNode */.Ll)(value) ? value : null, option, where);
    return 'problem' in read ? read : [name, read];
}
function isForFile(name) {
    return (0,options/* isAllowedIn */.i8)('file', name);
}


/***/ }),

/***/ 8730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C5: () => (/* binding */ formatProblems),
  IP: () => (/* binding */ givenByText),
  mj: () => (/* binding */ notAllowed),
  TL: () => (/* binding */ quoted),
  Az: () => (/* binding */ toReading)
});

// EXTERNAL MODULE: ./lib/units.js
var units = __webpack_require__(3052);
;// CONCATENATED MODULE: ./lib/settings/list-syntax.js
/**
 * A list in one text, as docker/build-push-action reads its inputs (CSV, RFC 4180): an entry for each line and, where
 * `separator` is a comma, for each comma. An entry that is in double quotes may hold both; `""` is a quote in it.
 * Empty entries are left out; white space around the others goes unless `keepSpace`.
 *
 * Null where a quote is not closed.
 */
function parseList(text, options) {
    const entries = [];
    // A field is quoted only from its first character on; what stands behind the closing quote belongs to it.
    const field = /(?:"((?:[^"]|"")*)("?)([^,\r\n]*)|([^,\r\n]*))(,|\r\n|\n|\r|$)/gy;
    let line = '';
    for (let match = field.exec(text); match !== null; match = field.exec(text)) {
        const [, quoted, closing, rest = '', plain = '', end = ''] = match;
        if (quoted !== undefined && closing === '')
            return null;
        line += quoted === undefined ? plain : quoted.replaceAll('""', '"') + rest;
        if (end === ',' && options.separator === 'line') {
            line += ',';
            continue;
        }
        entries.push(options.keepSpace === true ? line : line.trim());
        line = '';
        if (end === '')
            break;
    }
    return entries.filter((entry) => entry.trim() !== '');
}

// EXTERNAL MODULE: ./lib/settings/options.js
var options = __webpack_require__(9551);
;// CONCATENATED MODULE: ./lib/settings/given.js



function toReading(values) {
    const given = new Map();
    const problems = [];
    for (const value of values) {
        if ('problem' in value)
            problems.push(value.problem);
        else
            given.set(...value);
    }
    return { given, problems };
}
/** An option's value out of one text; formats are checked later, where all places come together. */
function givenByText(where, option, text) {
    if (option.type === 'boolean') {
        const value = booleans[text.trim()];
        return value === undefined ? notAllowed(where, option, quoted(text)) : { where, value };
    }
    if (option.type !== 'list')
        return { where, value: text.trim() };
    const entries = parseList(text, { separator: option.separator, keepSpace: option.sensitive === true });
    if (entries === null)
        return { problem: `${where}: a double quote that opens an entry is not closed` };
    return entries.length === 0 ? notAllowed(where, option, 'an empty list') : { where, value: entries };
}
/** YAML 1.2's core schema, as @actions/core reads booleans. */
const booleans = {
    true: true,
    True: true,
    TRUE: true,
    false: false,
    False: false,
    FALSE: false,
};
/** The problem of a value that its option does not allow; `shown` is made by `quoted`, or words of ours. */
function notAllowed(where, option, shown) {
    const instead = option.sensitive === true ? '' : `, not ${shown}`;
    return { problem: `${where}: must be ${(0,options/* allowedValues */.h_)(option)}${instead}` };
}
/** What is wrong with the format of an option's value, one sentence each. */
function formatProblems(option, { where, value }) {
    const unless = (allowed, text, place = where) => allowed ? [] : [notAllowed(place, option, quoted(text)).problem];
    if (option.type === 'list' && Array.isArray(value)) {
        const { maxEntries } = option;
        const tooMany = maxEntries !== undefined && value.length > maxEntries.count;
        return [
            ...value.flatMap((entry, index) => unless(option.format.pattern.test(entry), entry, `${where}, entry ${index + 1}`)),
            ...(tooMany ? [`${where}: holds ${value.length} entries: ${maxEntries.why}`] : []),
        ];
    }
    const text = String(value);
    switch (option.type) {
        case 'text':
            return unless(option.format.pattern.test(text), text);
        case 'choice':
            return unless(option.choices.includes(text), text);
        case 'size':
            return unless(((0,units/* parseSize */.DB)(text) ?? 0) > 0, text);
        case 'limits':
            return unless((0,units/* parseLimits */.kd)(text) !== null, text);
        case 'duration':
            return unless(((0,units/* parseDuration */.E9)(text) ?? 0) > 0, text);
        case 'share':
            return unless((0,units/* parseShare */.n8)(text) !== null, text);
        case 'count':
            return unless(/^[1-9]\d{0,15}$/.test(text) && Number(text) <= option.maximum, text);
        default:
            return [];
    }
}
/** A value for a message: in quotes, on one line, cut where it is long, no character that changes the display. */
function quoted(value) {
    const cut = value.length > maxShown ? `${value.slice(0, maxShown)}…` : value;
    return JSON.stringify(cut).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, codePoint);
}
const maxShown = 80;
function codePoint(character) {
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}


/***/ }),

/***/ 8535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ suggestion),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** For "did you mean": names are compared without case, `_` for `-`, and camelCase as kebab-case. */
/** The candidate that `word` was most likely meant to be; null where none is near. */
function nearest(word, candidates) {
    const wanted = kebab(word.slice(0, maxLength));
    let best = null;
    let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
    for (const candidate of candidates) {
        const distance = editDistance(wanted, kebab(candidate));
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
/** ` (did you mean "…"?)`, or nothing where no candidate is near. */
function suggestion(word, candidates, prefix = '') {
    const candidate = nearest(word, candidates);
    return candidate === null ? '' : ` (did you mean ${prefix}${candidate}?)`;
}
/** Longer words are cut: no name of ours is as long, and the comparison's cost is bounded. */
const maxLength = 40;
function kebab(name) {
    return name
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .replaceAll('_', '-')
        .toLowerCase();
}
/** Insertions, deletions, substitutions and swaps of neighbours ("optimal string alignment" distance). */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const same = a[row - 1] === b[column - 1];
            const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            current.push(Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1), swapped ? at(beforeLast, column - 2) + 1 : Infinity));
        }
        beforeLast = last;
        last = current;
    }
    return at(last, b.length);
}
function at(row, column) {
    return row[column] ?? Infinity;
}


/***/ }),

/***/ 9551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RR: () => (/* binding */ isOptionName),
/* harmony export */   W6: () => (/* binding */ optionNames),
/* harmony export */   XD: () => (/* binding */ optionOf),
/* harmony export */   Zo: () => (/* binding */ flagsOf),
/* harmony export */   fF: () => (/* binding */ options),
/* harmony export */   h_: () => (/* binding */ allowedValues),
/* harmony export */   i8: () => (/* binding */ isAllowedIn)
/* harmony export */ });
/* unused harmony export outputs */
/* harmony import */ var _model_lint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9788);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3052);


/** A leading `-` is refused wherever the text ends up as a word of a command line. */
const path = {
    pattern: /^[^\p{Cc}\s-][^\p{Cc}]*$/u,
    allowed: 'a path or URL on one line (write ./-name for a name that starts with "-")',
};
const pair = (key, value) => ({
    pattern: /^[^\p{Cc}\s=-][^\p{Cc}=]*=[^\p{Cc}]+$/u,
    allowed: `${key}=${value}`,
});
const word = {
    pattern: /^[A-Za-z0-9][\w.-]{0,127}$/u,
    allowed: 'letters, digits, ".", "_" and "-", a letter or digit first',
};
const name = {
    pattern: /^(?=.{1,128}$)[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/u,
    allowed: 'at most 128 letters, digits, ".", "_", "-" and "/", each part with a letter or digit first',
};
const cache = {
    pattern: path.pattern,
    allowed: 'a cache such as user/app:cache or type=registry,ref=user/app:cache',
};
/** A reference as distribution's grammar has it, without a digest. */
const tag = {
    pattern: /^(?:[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?\/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?$/u,
    allowed: 'an image name with an optional registry and tag, such as ghcr.io/owner/app:1.2 (in small letters)',
};
const committed = 'a secret does not belong in a file that is committed: give it as an input, from the secrets of GitHub';
const noComment = 'a terminal writes no comment';
const options = {
    context: {
        type: 'text',
        group: 'Build',
        description: 'Folder or URL that the build takes its files from.',
        placeholder: 'DIR|URL',
        format: path,
        default: '.',
    },
    file: {
        type: 'text',
        group: 'Build',
        description: 'Path of the Dockerfile.',
        placeholder: 'PATH',
        format: path,
        fallback: '`<context>/Dockerfile`',
    },
    target: {
        type: 'text',
        group: 'Build',
        description: 'Stage to build.',
        placeholder: 'STAGE',
        format: word,
        fallback: 'the last stage',
    },
    'build-args': {
        type: 'list',
        group: 'Build',
        description: 'Build arguments; a name alone takes its value from the environment.',
        placeholder: 'NAME[=VALUE]',
        flag: 'build-arg',
        format: { pattern: /^[A-Za-z_][\w.-]*(?:=[\s\S]*)?$/u, allowed: 'NAME=value or NAME' },
        separator: 'line',
        sensitive: true,
    },
    'build-contexts': {
        type: 'list',
        group: 'Build',
        description: 'Additional build contexts.',
        placeholder: 'NAME=PATH|URL',
        flag: 'build-context',
        format: pair('name', 'path or URL'),
        separator: 'line',
    },
    secrets: {
        type: 'list',
        group: 'Build',
        description: 'Secrets for the build, each `id=value`; a value of several lines stands in double quotes.',
        format: { pattern: /^[^\s=,]+=[\s\S]+$/u, allowed: 'id=value (a value of several lines stands in double quotes)' },
        separator: 'line',
        sensitive: true,
        flag: 'secret',
        refused: {
            file: committed,
            flag: 'every process on the machine can read a command line: use --secret-env or --secret-file',
        },
    },
    'secret-envs': {
        type: 'list',
        group: 'Build',
        description: 'Secrets for the build from environment variables.',
        placeholder: 'ID=VARIABLE',
        flag: 'secret-env',
        format: { pattern: /^[^\s=,]+=[A-Za-z_]\w*$/u, allowed: 'id=NAME_OF_VARIABLE' },
        separator: 'comma',
    },
    'secret-files': {
        type: 'list',
        group: 'Build',
        description: 'Secrets for the build from files.',
        placeholder: 'ID=PATH',
        flag: 'secret-file',
        format: { pattern: /^[^\s=,]+=[^\p{Cc}]+$/u, allowed: 'id=path' },
        separator: 'line',
    },
    ssh: {
        type: 'list',
        group: 'Build',
        description: 'SSH agent sockets or keys for the build.',
        placeholder: 'default|ID[=PATH]',
        format: { pattern: /^\w[\w.-]*(?:=[^\p{Cc}]+)?$/u, allowed: 'default, id or id=path' },
        separator: 'comma',
    },
    builder: {
        type: 'text',
        group: 'Build',
        description: 'Builder instance of buildx.',
        placeholder: 'NAME',
        format: word,
        fallback: 'the current one',
    },
    'cache-from': {
        type: 'list',
        group: 'Build',
        description: 'Caches to read.',
        placeholder: 'CACHE',
        format: cache,
        separator: 'line',
    },
    'cache-to': {
        type: 'list',
        group: 'Build',
        description: 'Caches to write.',
        placeholder: 'CACHE',
        format: cache,
        separator: 'line',
    },
    tags: {
        type: 'list',
        group: 'Build',
        description: 'Names for the built image.',
        placeholder: 'NAME:TAG',
        flag: 'tag',
        format: tag,
        separator: 'comma',
        fallback: 'none: the image is removed after it was measured',
    },
    labels: {
        type: 'list',
        group: 'Build',
        description: 'Labels for the built image.',
        placeholder: 'NAME=VALUE',
        flag: 'label',
        format: { pattern: /^[^\s=-][^\p{Cc}=]*(?:=[\s\S]*)?$/u, allowed: 'name=value' },
        separator: 'line',
    },
    load: { type: 'boolean', group: 'Build', description: 'Load the built image into the engine, whatever the builder.' },
    push: { type: 'boolean', group: 'Build', description: 'Push the built image by its tags, whatever the verdict.' },
    pull: { type: 'boolean', group: 'Build', description: 'Look for newer versions of the base images.' },
    'no-cache': { type: 'boolean', group: 'Build', description: 'Build without the cache.' },
    network: {
        type: 'choice',
        group: 'Build',
        description: 'Network of the RUN instructions.',
        choices: ['default', 'none', 'host'],
        fallback: "the builder's",
    },
    'add-hosts': {
        type: 'list',
        group: 'Build',
        description: 'Additional lines for /etc/hosts during the build.',
        placeholder: 'HOST:ADDRESS',
        flag: 'add-host',
        format: { pattern: /^[A-Za-z0-9_][\w.-]*[:=][\w.:[\]-]+$/u, allowed: 'host:address, such as docker:10.180.0.1' },
        separator: 'comma',
    },
    allow: {
        type: 'list',
        group: 'Build',
        description: 'Entitlements of the build.',
        placeholder: 'ENTITLEMENT',
        format: {
            pattern: /^[a-z]+(?:\.[a-z]+)*(?:=[^\p{Cc}]+)?$/u,
            allowed: 'an entitlement such as network.host or security.insecure',
        },
        separator: 'comma',
    },
    ulimit: {
        type: 'list',
        group: 'Build',
        description: 'Limits of the RUN instructions.',
        placeholder: 'TYPE=SOFT[:HARD]',
        format: { pattern: /^[a-z]+=-?\d+(?::-?\d+)?$/u, allowed: 'type=soft or type=soft:hard, such as nofile=1024:1024' },
        separator: 'line',
    },
    'shm-size': {
        type: 'text',
        group: 'Build',
        description: 'Size of /dev/shm for the RUN instructions.',
        placeholder: 'SIZE',
        format: {
            pattern: /^\d+(?:\.\d+)? ?(?:[bB]|[kKmMgG](?:[iI]?[bB])?)?$/u,
            allowed: "a size in docker's notation, such as 64m or 2g",
        },
        fallback: "the builder's",
    },
    platforms: {
        type: 'list',
        group: 'Build',
        description: 'Platform to build for, or to take of an image that has several; one for now.',
        placeholder: 'OS/ARCH',
        flag: 'platform',
        format: {
            pattern: /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9]+)?$/u,
            allowed: 'os/architecture[/variant], such as linux/amd64',
        },
        separator: 'comma',
        maxEntries: { count: 1, why: 'one image of one platform is measured: use a job for each platform' },
        fallback: "the builder's; of an image the only one, else this machine's",
    },
    image: {
        type: 'text',
        group: 'Image',
        description: 'Image to measure instead of building one: a name in the engine or a registry, or docker-archive:PATH, oci-archive:PATH, oci-dir:PATH.',
        placeholder: 'SOURCE',
        format: { pattern: /^[^\p{Cc}\s-][^\p{Cc}]*$/u, allowed: 'an image such as app:latest or oci-archive:app.tar' },
        fallback: 'none: the image is built',
    },
    name: {
        type: 'text',
        group: 'Image',
        description: 'Name of the image in the report and in the baseline.',
        placeholder: 'NAME',
        format: name,
        fallback: "the repository's, with the folder, file and target that tell its images apart",
    },
    'max-size': {
        type: 'size',
        group: 'Budgets',
        description: 'Largest size that passes, such as `300MB` (1000²) or `286MiB` (1024²).',
        fallback: 'no limit',
    },
    'max-increase': {
        type: 'limits',
        group: 'Budgets',
        description: 'Largest growth over the baseline that passes: `5%`, `20MB` or both as `5%, 20MB`.',
        fallback: 'no limit',
    },
    counts: {
        type: 'choice',
        group: 'Budgets',
        description: 'What `max-increase` counts: `yours`, the growth that the commit made, or `all`, with what the base image and newer packages brought.',
        choices: ['yours', 'all'],
        default: 'yours',
    },
    'max-waste': {
        type: 'limits',
        group: 'Budgets',
        description: 'Most bytes that later layers may hide, such as deleted files: `20MB`, `5%` of the image or both as `5%, 20MB`.',
        fallback: 'no limit',
    },
    'max-layers': {
        type: 'count',
        group: 'Budgets',
        description: 'Largest number of layers that passes, those of the base image too.',
        maximum: 9999,
        fallback: 'no limit',
    },
    'max-build-time': {
        type: 'duration',
        group: 'Budgets',
        description: 'Longest time that the build may take, such as `90s`, `10m` or `1h30m`.',
        fallback: 'no limit',
    },
    'min-cached-steps': {
        type: 'share',
        group: 'Budgets',
        description: 'Smallest part of the build steps (instructions but FROM) that must come from the cache, such as `80%`.',
        fallback: 'no limit',
    },
    metric: {
        type: 'choice',
        group: 'Budgets',
        description: 'What the limits hold: bytes of the files (`disk`) or of the compressed layers (`download`).',
        choices: ['disk', 'download'],
        default: 'disk',
    },
    lint: {
        type: 'choice',
        group: 'Lint',
        description: 'What findings in the Dockerfile are for: `report` tells them, `warn` and `fail` make them part of the verdict, `off` looks for none.',
        choices: _model_lint_js__WEBPACK_IMPORTED_MODULE_0__/* .lintLevel */ .Gn.options,
        default: 'report',
    },
    'failure-threshold': {
        type: 'choice',
        group: 'Lint',
        description: 'Least severity of a finding that warns or fails, as hadolint names it.',
        choices: _model_lint_js__WEBPACK_IMPORTED_MODULE_0__/* .failureThreshold */ .QB.options,
        fallback: "`.hadolint.yaml`'s, else `warning`",
    },
    'lint-min-price': {
        type: 'size',
        group: 'Lint',
        description: 'Disk size below which a finding that is about size is dust: not told, and no part of the verdict.',
        fallback: '`100kB`',
    },
    'lint-max-layer-size': {
        type: 'size',
        group: 'Lint',
        description: 'Largest size on disk that the layer of an instruction may have without being a finding.',
        fallback: 'no limit',
    },
    'lint-rules': {
        type: 'list',
        group: 'Lint',
        description: 'Rules to switch on or, with a `-` before them, off: names, or codes of other linters, such as `healthcheck-missing, -DL3009`.',
        placeholder: '[-]RULE',
        format: { pattern: /^-?[A-Za-z][\w-]{0,79}$/u, allowed: 'the name of a rule, or -name to switch it off' },
        separator: 'comma',
        fallback: 'the rules that are on by default',
    },
    'base-lookup': {
        type: 'boolean',
        group: 'Lint',
        description: 'Ask registries, beside the build, what the base image and smaller ones take to download: it prices findings about the base.',
        default: true,
    },
    filter: {
        type: 'choice',
        group: 'Lint',
        description: 'Findings to annotate on a pull request: those on lines that it changes, or `all`; the report has all of them.',
        choices: ['changed-lines', 'all'],
        default: 'changed-lines',
        refused: { flag: 'a terminal annotates nothing' },
    },
    'base-ref': {
        type: 'text',
        group: 'Comparison',
        description: 'Branch, tag or commit to compare with.',
        placeholder: 'REF',
        // git-check-ref-format(1), as far as it keeps a name apart from an option, a range or a refspec.
        format: {
            pattern: /^(?!.*(?:\.\.|@\{|\/\/|\.lock$|\/$|\.$))[^\p{Cc}\s~^:?*[\\/-][^\p{Cc}\s~^:?*[\\]*$/u,
            allowed: 'the name of a branch or tag, or a commit',
        },
        fallback: 'what was built upon: the parent of a merge commit, else the merge base',
    },
    comment: {
        type: 'choice',
        group: 'Report',
        description: 'When a pull request gets its comment; one that is there is always kept up to date.',
        choices: ['always', 'on-change', 'on-failure', 'never'],
        default: 'on-change',
        refused: { flag: noComment },
    },
    'comment-key': {
        type: 'text',
        group: 'Report',
        description: 'Tells the comments of several gates on one pull request apart.',
        format: name,
        fallback: "the image's name",
        refused: { flag: noComment },
    },
    suggestions: {
        type: 'boolean',
        group: 'Report',
        description: 'Suggest safe fixes of lint findings on the lines that a pull request changes, to be committed by a click.',
        refused: { flag: noComment },
    },
    'report-file': {
        type: 'text',
        group: 'Report',
        description: 'Where to write the report as JSON (schema/report-v1.json).',
        placeholder: 'PATH',
        format: path,
        fallback: 'not written',
    },
    'html-file': {
        type: 'text',
        group: 'Report',
        description: 'Where to write the report as one HTML page, with a map of every file in the image.',
        placeholder: 'PATH',
        flag: 'html',
        format: path,
        fallback: 'not written',
    },
    'sarif-file': {
        type: 'text',
        group: 'Report',
        description: 'Where to write the findings as SARIF 2.1.0, for code scanning and editors.',
        placeholder: 'PATH',
        flag: 'sarif',
        format: path,
        fallback: 'not written',
    },
    'badge-file': {
        type: 'text',
        group: 'Report',
        description: 'Where to write size, change and verdict as the JSON of a shields.io endpoint badge.',
        placeholder: 'PATH',
        flag: 'badge',
        format: path,
        fallback: 'not written',
    },
    'github-token': {
        type: 'text',
        group: 'Setup',
        description: 'Token for the comment, and for the baseline where the checkout keeps no credentials.',
        format: { pattern: /^[\x21-\x7e]+$/u, allowed: 'a token on one line, without white space' },
        fallback: "the job's token",
        sensitive: true,
        refused: { file: committed, flag: "a terminal uses git's own credentials" },
    },
    'max-unpacked': {
        type: 'size',
        group: 'Setup',
        description: 'Size that a layer may unpack to; a larger one is taken for an attack and refused.',
        fallback: '`64GiB`',
    },
    'working-directory': {
        type: 'text',
        group: 'Setup',
        description: 'Folder that all paths are relative to.',
        placeholder: 'DIR',
        format: path,
        default: '.',
        refused: { file: 'the file itself is looked for there' },
    },
    'config-file': {
        type: 'text',
        group: 'Setup',
        description: 'File with any of these options (schema/config-v1.json); an input wins over the file.',
        placeholder: 'PATH',
        format: path,
        default: '.github/image-size.yml',
        refused: { file: 'a file cannot name another' },
    },
};
const optionNames = Object.keys(options).filter(isOptionName);
function isOptionName(name) {
    return Object.hasOwn(options, name);
}
/** The option by its general type. */
function optionOf(name) {
    return options[name];
}
function isAllowedIn(place, name) {
    return optionOf(name).refused?.[place] === undefined;
}
/** The names of an option's flag, the documented one first. */
function flagsOf(name) {
    const { flag } = optionOf(name);
    return flag === undefined ? [name] : [flag, name];
}
/** What a value of the option must be, in words that complete "must be …". */
function allowedValues(option) {
    switch (option.type) {
        case 'text':
        case 'list':
            return option.format.allowed;
        case 'boolean':
            return 'true or false';
        case 'choice':
            return `one of ${option.choices.join(', ')}`;
        case 'size':
            return _units_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeSyntax */ .fW;
        case 'limits':
            return _units_js__WEBPACK_IMPORTED_MODULE_1__/* .limitsSyntax */ .C$;
        case 'duration':
            return _units_js__WEBPACK_IMPORTED_MODULE_1__/* .durationSyntax */ .aL;
        case 'share':
            return _units_js__WEBPACK_IMPORTED_MODULE_1__/* .shareSyntax */ .jO;
        case 'count':
            return `a whole number from 1 to ${option.maximum}`;
    }
}
/** The action's outputs; what is not known is the empty text. */
const outputs = {
    verdict: '`pass`, `warn`, `fail` or `accepted`.',
    size: 'Disk size in bytes: what the files of all layers take.',
    'download-size': 'Download size in bytes: what the compressed layers take; empty where it is not known.',
    'baseline-size': 'Size of the baseline in bytes, by `metric`; empty without a baseline.',
    'delta-bytes': 'Growth over the baseline in bytes, by `metric`; empty without a baseline.',
    'delta-percent': 'Growth over the baseline in percent, by `metric`; empty without a baseline.',
    'baseline-sha': 'Commit that the baseline was measured at; empty without a baseline.',
    'baseline-kind': 'How the baseline was found: `exact`, `ancestor`, `rebuilt`, `reference`, `file` or `none`.',
    'report-json': 'The report as JSON (schema/report-v1.json); empty where it is too large for an output: use `report-file`.',
    'comment-url': 'URL of the pull-request comment; empty where there is none.',
};


/***/ }),

/***/ 3057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mo: () => (/* binding */ resolveSettings),
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   hU: () => (/* binding */ resolveBuild),
/* harmony export */   tj: () => (/* binding */ platformOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _model_lint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9788);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3052);
/* harmony import */ var _budget_list_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1613);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7256);
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8730);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9551);








/**
 * Inputs or flags, merged with the configuration file and validated; nothing but that file is touched.
 *
 * Whether an image is built or taken as it is follows the first of the two places that says anything about it.
 *
 * @throws UserError with every problem found, each naming its place, the value and what is allowed.
 */
function resolveSettings(sources) {
    const { values, workingDirectory, readings, listed, cost } = resolveValues(sources);
    const kind = readings.map(subjectKind).find((found) => found !== null) ?? 'build';
    return { ...settingsOf(values, listed, workingDirectory, kind), cost };
}
/** As `resolveSettings`, for what concerns a build whatever else is measured: `image` is left aside. */
function resolveBuild(sources) {
    const { values, workingDirectory } = resolveValues(sources);
    return {
        build: buildOf(values),
        workingDirectory,
        maxUnpacked: sizeIn(values, 'max-unpacked'),
        lint: lintOf(values),
        sarifFile: pathIn(values, 'sarif-file', workingDirectory),
    };
}
function resolveValues(sources) {
    const { direct, currentDirectory } = sources;
    const workingDirectory = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(currentDirectory, valuesOf([direct]).text('working-directory') ?? '');
    const file = readConfigFileOf(sources, workingDirectory);
    const readings = [direct, file];
    const values = valuesOf(readings);
    refuse([...readings.flatMap(problemsOf), ...missingTags(values)]);
    return { values, workingDirectory, readings, listed: file.budgets, cost: file.cost };
}
const maxShownProblems = 20;
/** Throws the problems, if there are any, as one error with a line for each. */
function refuse(problems, hint) {
    const [first, ...others] = problems;
    if (first === undefined)
        return;
    const shown = problems.slice(0, maxShownProblems).map((problem) => `\n- ${problem}`);
    const more = problems.length > shown.length ? `\n- and ${problems.length - shown.length} more` : '';
    const message = others.length === 0 ? first : `${problems.length} settings cannot be used:${shown.join('')}${more}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(message, hint === undefined ? {} : { hint });
}
const nothing = { given: new Map(), problems: [], budgets: [], cost: null };
/** A file that is not there is fine, unless it was asked for by its name. */
function readConfigFileOf({ direct, readFile }, workingDirectory) {
    if (formatProblemsIn(direct, ['working-directory', 'config-file']).length > 0)
        return nothing;
    const asked = direct.given.get('config-file');
    const path = valuesOf([direct]).text('config-file') ?? _options_js__WEBPACK_IMPORTED_MODULE_7__/* .options */ .fF['config-file'].default;
    const text = readFile((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workingDirectory, path));
    if (text !== null)
        return (0,_config_js__WEBPACK_IMPORTED_MODULE_5__/* .readConfig */ .X)(text, path);
    if (asked === undefined)
        return nothing;
    return { ...nothing, problems: [`${asked.where}: there is no file ${(0,_given_js__WEBPACK_IMPORTED_MODULE_6__/* .quoted */ .TL)(path)} in ${(0,_given_js__WEBPACK_IMPORTED_MODULE_6__/* .quoted */ .TL)(workingDirectory)}`] };
}
function problemsOf(reading) {
    return [...reading.problems, ...formatProblemsIn(reading, _options_js__WEBPACK_IMPORTED_MODULE_7__/* .optionNames */ .W6), ...contradictions(reading)];
}
function formatProblemsIn({ given }, names) {
    return names.flatMap((name) => {
        const value = given.get(name);
        return value === undefined ? [] : (0,_given_js__WEBPACK_IMPORTED_MODULE_6__/* .formatProblems */ .C5)((0,_options_js__WEBPACK_IMPORTED_MODULE_7__/* .optionOf */ .XD)(name), value);
    });
}
/** What is said of an image that is there, too. */
const sharedOptions = ['file', 'target', 'platforms'];
/** Options that say something about a build and nothing about an image that is there; a `false` asks for nothing. */
function buildOptionsIn({ given }) {
    return _options_js__WEBPACK_IMPORTED_MODULE_7__/* .optionNames */ .W6
        .filter((name) => (0,_options_js__WEBPACK_IMPORTED_MODULE_7__/* .optionOf */ .XD)(name).group === 'Build' && !sharedOptions.includes(name))
        .flatMap((name) => given.get(name) ?? [])
        .filter(({ value }) => value !== false);
}
function subjectKind(reading) {
    if (reading.given.has('image'))
        return 'image';
    return buildOptionsIn(reading).length > 0 ? 'build' : null;
}
function contradictions(reading) {
    const image = reading.given.get('image');
    const build = buildOptionsIn(reading);
    if (image === undefined || build.length === 0)
        return [];
    const places = build.map(({ where }) => where).join(', ');
    return [`${image.where}: an image that is there already is not built: leave this out, or ${places}`];
}
function missingTags(values) {
    const push = values.given('push');
    return push?.value === true && values.list('tags').length === 0
        ? [`${push.where}: needs tags, which say where to push to`]
        : [];
}
function valuesOf(readings) {
    const given = (name) => readings.find((reading) => reading.given.has(name))?.given.get(name);
    return {
        given,
        text(name) {
            const option = (0,_options_js__WEBPACK_IMPORTED_MODULE_7__/* .optionOf */ .XD)(name);
            const fallback = 'default' in option ? option.default : undefined;
            const value = given(name)?.value ?? fallback;
            return typeof value === 'string' ? value : null;
        },
        list(name) {
            const value = given(name)?.value;
            return Array.isArray(value) ? value : [];
        },
        isOn(name) {
            const option = (0,_options_js__WEBPACK_IMPORTED_MODULE_7__/* .optionOf */ .XD)(name);
            return (given(name)?.value ?? ('default' in option && option.default)) === true;
        },
    };
}
function settingsOf(values, listed, workingDirectory, kind) {
    return {
        subject: kind === 'build' ? { kind, build: buildOf(values) } : imageOf(values),
        name: values.text('name'),
        budgets: budgetsOf(values, listed),
        metric: metricIn(values),
        lint: lintOf(values),
        filter: choiceOf(_options_js__WEBPACK_IMPORTED_MODULE_7__/* .options */ .fF.filter.choices, values.text('filter')) ?? _options_js__WEBPACK_IMPORTED_MODULE_7__/* .options */ .fF.filter.default,
        baseRef: values.text('base-ref'),
        githubToken: values.text('github-token'),
        comment: choiceOf(_options_js__WEBPACK_IMPORTED_MODULE_7__/* .options */ .fF.comment.choices, values.text('comment')) ?? _options_js__WEBPACK_IMPORTED_MODULE_7__/* .options */ .fF.comment.default,
        commentKey: values.text('comment-key') ?? null,
        suggestions: values.isOn('suggestions'),
        workingDirectory,
        reportFile: pathIn(values, 'report-file', workingDirectory),
        htmlFile: pathIn(values, 'html-file', workingDirectory),
        sarifFile: pathIn(values, 'sarif-file', workingDirectory),
        badgeFile: pathIn(values, 'badge-file', workingDirectory),
        maxUnpacked: sizeIn(values, 'max-unpacked'),
    };
}
function pathIn(values, name, workingDirectory) {
    const path = values.text(name);
    return path === null ? null : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workingDirectory, path);
}
const usualMinPrice = 100_000;
function lintOf(values) {
    return {
        level: choiceOf(_model_lint_js__WEBPACK_IMPORTED_MODULE_2__/* .lintLevel */ .Gn.options, values.text('lint')) ?? _options_js__WEBPACK_IMPORTED_MODULE_7__/* .options */ .fF.lint.default,
        threshold: choiceOf(_model_lint_js__WEBPACK_IMPORTED_MODULE_2__/* .failureThreshold */ .QB.options, values.text('failure-threshold')) ?? null,
        minPrice: sizeIn(values, 'lint-min-price') ?? usualMinPrice,
        maxLayerBytes: sizeIn(values, 'lint-max-layer-size'),
        baseLookup: values.isOn('base-lookup'),
        rules: new Map(values.list('lint-rules').map((rule) => [rule.replace(/^-/, ''), !rule.startsWith('-')])),
    };
}
function sizeIn(values, name) {
    const size = values.text(name);
    return size === null ? null : (0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSize */ .DB)(size);
}
function imageOf(values) {
    return {
        kind: 'image',
        reference: values.text('image') ?? '',
        platform: platformIn(values),
        file: values.text('file'),
        target: values.text('target'),
    };
}
function buildOf(values) {
    const context = values.text('context') ?? _options_js__WEBPACK_IMPORTED_MODULE_7__/* .options */ .fF.context.default;
    return {
        context,
        file: values.text('file') ?? dockerfileIn(context),
        target: values.text('target'),
        buildArgs: values.list('build-args'),
        buildContexts: values.list('build-contexts'),
        secrets: values.list('secrets'),
        secretEnvs: values.list('secret-envs'),
        secretFiles: values.list('secret-files'),
        ssh: values.list('ssh'),
        builder: values.text('builder'),
        cacheFrom: values.list('cache-from'),
        cacheTo: values.list('cache-to'),
        tags: values.list('tags'),
        labels: values.list('labels'),
        load: values.isOn('load'),
        push: values.isOn('push'),
        pull: values.isOn('pull'),
        noCache: values.isOn('no-cache'),
        network: values.text('network'),
        addHosts: values.list('add-hosts'),
        allow: values.list('allow'),
        ulimit: values.list('ulimit'),
        shmSize: values.text('shm-size'),
        platform: platformIn(values),
    };
}
/** The platform that is asked for; null: none in particular. */
const platformOf = (subject) => subject.kind === 'build' ? subject.build.platform : subject.platform;
const platformIn = (values) => values.list('platforms')[0] ?? null;
/** Null for a context that is fetched from elsewhere (docker's rules for URLs): its Dockerfile lies there. */
function dockerfileIn(context) {
    const isRemote = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i.test(context);
    return isRemote ? null : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(context, 'Dockerfile');
}
/** The plain ones first, then those of the list. */
function budgetsOf(values, listed) {
    const usual = {
        metric: metricIn(values),
        counts: choiceOf(_options_js__WEBPACK_IMPORTED_MODULE_7__/* .options */ .fF.counts.choices, values.text('counts')) ?? _options_js__WEBPACK_IMPORTED_MODULE_7__/* .options */ .fF.counts.default,
    };
    return [...(0,_budget_list_js__WEBPACK_IMPORTED_MODULE_4__/* .plainBudgets */ .vY)((name) => values.text(name), usual), ...(0,_budget_list_js__WEBPACK_IMPORTED_MODULE_4__/* .listedBudgets */ .Yu)(listed, usual)];
}
const metricIn = (values) => choiceOf(_options_js__WEBPACK_IMPORTED_MODULE_7__/* .options */ .fF.metric.choices, values.text('metric')) ?? _options_js__WEBPACK_IMPORTED_MODULE_7__/* .options */ .fF.metric.default;
function choiceOf(choices, value) {
    return choices.find((choice) => choice === value);
}


/***/ }),

/***/ 6137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   b4: () => (/* binding */ offsetOf),
/* harmony export */   wK: () => (/* binding */ readValue)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _given_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8730);


/** The value of an option out of a YAML node; formats are checked later. */
function readValue(node, option, whereIs) {
    if (option.type === 'list' && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return readEntries(node, option, whereIs);
    const where = whereIs(node);
    const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.value : undefined;
    if (option.type === 'boolean') {
        return typeof value === 'boolean' ? { where, value } : (0,_given_js__WEBPACK_IMPORTED_MODULE_1__/* .notAllowed */ .mj)(where, option, kindOf(node));
    }
    const isNumeric = option.type === 'size' || option.type === 'count';
    if (isNumeric && Number.isInteger(value))
        return { where, value: String(value) };
    if (typeof value !== 'string')
        return (0,_given_js__WEBPACK_IMPORTED_MODULE_1__/* .notAllowed */ .mj)(where, option, kindOf(node));
    return option.type === 'list' ? (0,_given_js__WEBPACK_IMPORTED_MODULE_1__/* .givenByText */ .IP)(where, option, value) : { where, value };
}
/** The entries of a YAML list are taken as they are: none is split. */
function readEntries(list, option, whereIs) {
    const where = whereIs(list);
    if (list.items.length === 0)
        return (0,_given_js__WEBPACK_IMPORTED_MODULE_1__/* .notAllowed */ .mj)(where, option, 'an empty list');
    const value = [];
    for (const item of list.items) {
        const node = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(item) ? item : null;
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || typeof node.value !== 'string')
            return (0,_given_js__WEBPACK_IMPORTED_MODULE_1__/* .notAllowed */ .mj)(whereIs(node ?? list), option, kindOf(node));
        value.push(node.value);
    }
    return { where, value };
}
function offsetOf(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? (node.range?.[0] ?? 0) : 0;
}
/** What a node is, for a message. */
function kindOf(node) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
        return 'a list';
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return 'a mapping';
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node))
        return 'an alias';
    const { value } = node;
    if (value === null)
        return 'nothing';
    if (typeof value === 'string')
        return `the text ${(0,_given_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(value)}`;
    return `the ${typeof value} ${(0,_given_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(String(value))} (in quotes it is text)`;
}


/***/ }),

/***/ 3052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ limitsSyntax),
/* harmony export */   CW: () => (/* binding */ formatDelta),
/* harmony export */   DB: () => (/* binding */ parseSize),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   JA: () => (/* binding */ formatDistinctBytes),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   aL: () => (/* binding */ durationSyntax),
/* harmony export */   fW: () => (/* binding */ sizeSyntax),
/* harmony export */   jO: () => (/* binding */ shareSyntax),
/* harmony export */   kd: () => (/* binding */ parseLimits),
/* harmony export */   l9: () => (/* binding */ formatPercent),
/* harmony export */   n8: () => (/* binding */ parseShare),
/* harmony export */   z3: () => (/* binding */ formatBytes),
/* harmony export */   zy: () => (/* binding */ formatPercentDelta)
/* harmony export */ });
/* unused harmony exports sizePattern, limitsPattern, durationPattern, sharePattern, formatExactBytes */
/**
 * Sizes, percentages and times as text. Printed sizes are decimal with three significant digits, as the docker CLI prints them
 * (docker/go-units `HumanSize`); a minus is the plain hyphen-minus, so that what is printed can be searched and parsed.
 */
const printedUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
/** Bytes of each unit that `parseSize` reads, by its name in small letters. */
const unitBytes = {
    b: 1,
    kb: 1000,
    mb: 1000 ** 2,
    gb: 1000 ** 3,
    tb: 1000 ** 4,
    kib: 1024,
    mib: 1024 ** 2,
    gib: 1024 ** 3,
    tib: 1024 ** 4,
};
const number = String.raw `\d{1,15}(?:\.\d{1,15})?`;
const size = String.raw `\s*${number}(?:\s*(?:[KkMmGgTt][Ii]?)?[Bb])?\s*`;
const percent = String.raw `\s*${number}\s*%\s*`;
/** What the parsers read, as patterns without flags: for JSON schemas. */
const sizePattern = new RegExp(`^${size}$`, 'u');
const limitsPattern = new RegExp(`^(?:${percent}(?:,${size})?|${size}(?:,${percent})?)$`, 'u');
const durationPattern = /^\s*(?=\d)(?:(\d{1,4})h\s*)?(?:(\d{1,6})m\s*)?(?:(\d{1,8}(?:\.\d{1,3})?)s\s*)?$/u;
const sharePattern = /^\s*(?:100(?:\.0{1,6})?|\d{1,2}(?:\.\d{1,6})?)\s*%\s*$/u;
/** The same in words, for messages. */
const sizeSyntax = 'a size such as 300MB or 1.5 GiB (B; kB, MB, GB, TB: powers of 1000; KiB, MiB, GiB, TiB: of 1024)';
const limitsSyntax = 'a percentage, a size or both, such as 5% or 20MB or "5%, 20MB"';
const durationSyntax = 'a time such as 90s, 10m or 1h30m';
const shareSyntax = 'a percentage from 0% to 100%';
/** `0 B`, `999 B`, `1.2 kB`, `12.3 MB`, `123 MB`; negative numbers with a leading `-`. */
function formatBytes(bytes) {
    if (bytes < 0)
        return `-${formatBytes(-bytes)}`;
    let value = bytes;
    let unit = 0;
    // Rounded first: 999,999 bytes are 1 MB, never "1000 kB".
    while (Number(value.toPrecision(3)) >= 1000 && unit < printedUnits.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 ? value : Number(value.toPrecision(3))} ${printedUnits[unit]}`;
}
/** `12,345,678 B`. */
function formatExactBytes(bytes) {
    return `${bytes.toLocaleString('en-US')} B`;
}
function formatDistinctBytes(sizes) {
    const printed = sizes.map(formatBytes);
    const ties = new Set(printed).size < new Set(sizes).size;
    return ties ? sizes.map(formatExactBytes) : printed;
}
/** A change in bytes, always with its sign: `+1.2 MB`, `-1.2 MB`; `0 B`. */
function formatDelta(bytes) {
    return withSign(bytes, formatBytes(bytes));
}
/** `5%`, `5.3%`, `120%`: one decimal below 100, none above; `<0.1%` where one decimal would read as nothing. */
function formatPercent(percent) {
    if (percent < 0)
        return `-${formatPercent(-percent)}`;
    if (percent > 0 && percent < 0.05)
        return '<0.1%';
    return `${Number(percent.toFixed(percent < 99.95 ? 1 : 0))}%`;
}
/** A change in percent, always with its sign: `+5.3%`, `-5.3%`; `0%`. */
function formatPercentDelta(percent) {
    return withSign(percent, formatPercent(percent));
}
function withSign(value, printed) {
    return value > 0 ? `+${printed}` : printed;
}
/**
 * Bytes of a size as `sizeSyntax` describes it, rounded to whole bytes; the unit's case does not matter.
 * Null for anything else: single letters too, which tools read as either power.
 */
function parseSize(text) {
    if (!sizePattern.test(text))
        return null;
    const unit = text.replace(/[\d.\s]/g, '').toLowerCase() || 'b';
    const bytes = Math.round(Number.parseFloat(text) * (unitBytes[unit] ?? Number.NaN));
    return Number.isSafeInteger(bytes) ? bytes : null;
}
/** The limits of a text as `limitsSyntax` describes it, the percentage first; null for anything else. */
function parseLimits(text) {
    if (!limitsPattern.test(text))
        return null;
    const parts = text.split(',').map((part) => limitOf(part.trim()));
    const known = parts.filter((part) => part !== null);
    return known.length < parts.length ? null : known.sort((a, b) => b.unit.localeCompare(a.unit));
}
function limitOf(text) {
    if (text.endsWith('%'))
        return { text, unit: 'percent', value: Number.parseFloat(text) };
    const value = parseSize(text);
    return value === null ? null : { text, unit: 'bytes', value };
}
/** Percent of a share as `shareSyntax` describes it; null for anything else. */
const parseShare = (text) => (sharePattern.test(text) ? Number.parseFloat(text) : null);
/** Seconds of a time as `durationSyntax` describes it, to the millisecond; null for anything else. */
function parseDuration(text) {
    const [whole, hours = '0', minutes = '0', seconds = '0'] = durationPattern.exec(text) ?? [];
    if (whole === undefined)
        return null;
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
/** `0.4s`, `12.3s`, `1m35s`, `2h5m`: tenths below a minute, whole seconds above; parts that are zero are left out. */
function formatDuration(seconds) {
    if (Number(seconds.toFixed(1)) < 60)
        return `${Number(seconds.toFixed(1))}s`;
    const whole = Math.round(seconds);
    const parts = { h: Math.floor(whole / 3600), m: Math.floor(whole / 60) % 60, s: whole % 60 };
    return Object.entries(parts)
        .filter(([, value]) => value > 0)
        .map(([unit, value]) => `${value}${unit}`)
        .join('');
}


/***/ })

};
