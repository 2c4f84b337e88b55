export const id = 667;
export const ids = [667];
export const modules = {

/***/ 3667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ action)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(7264);
;// CONCATENATED MODULE: ./lib/action-log.js
/** Logs as workflow commands do. What is only shown must not be taken for a command. */
function workflowLog(core) {
    return {
        debug: (message) => core.debug(message),
        info: (message) => core.info(inert(message)),
        notice: (message, place) => core.notice(message, properties(place)),
        warning: (message, place) => core.warning(message, properties(place)),
        error: (message, place) => core.error(message, properties(place)),
        group: (title, work) => core.group(inert(title), work),
        secret: (value) => {
            if (value !== '')
                core.setSecret(value);
        },
    };
}
/** The runner takes a line that starts with `::`, or that holds `##[`, for a command. */
const inert = (text) => text.replace(/^(\s*)::/gm, '$1: :').replaceAll('##[', '# #[');
const properties = (place = {}) => ({ ...place });

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/settings/config-file.js
var config_file = __webpack_require__(2154);
// EXTERNAL MODULE: ./lib/settings/given.js + 1 modules
var given = __webpack_require__(8730);
// EXTERNAL MODULE: ./lib/settings/nearest.js
var nearest = __webpack_require__(8535);
// EXTERNAL MODULE: ./lib/settings/options.js
var options = __webpack_require__(9551);
;// CONCATENATED MODULE: ./lib/settings/inputs.js



/**
 * The action's inputs from the runner's environment. The runner sets `INPUT_NAME` to the empty text where the workflow
 * gives no value (or one that evaluates to nothing), so that an empty input is one that is not given.
 */
function readInputs(environment) {
    return (0,given/* toReading */.Az)(options/* optionNames */.W6.flatMap((name) => {
        const text = environment[variableOf(name)] ?? '';
        if (text.trim() === '')
            return [];
        const value = (0,given/* givenByText */.IP)(`input ${name}`, (0,options/* optionOf */.XD)(name), text);
        return ['problem' in value ? value : [name, value]];
    }));
}
/**
 * Warnings about inputs that look like a misspelt one of ours: a budget under a wrong name gates nothing. GitHub warns of
 * unknown inputs too, but without the right name; what is like none of ours may be anyone's variable.
 */
function misspeltInputs(environment) {
    return Object.keys(environment).flatMap((variable) => {
        const name = /^INPUT_([A-Z0-9_-]{1,40})$/.exec(variable)?.[1]?.toLowerCase();
        if (name === undefined || (0,options/* isOptionName */.RR)(name))
            return [];
        const meant = (0,nearest/* nearest */.p)(name, options/* optionNames */.W6);
        return meant === null ? [] : [`input ${name} is not known and was ignored: did you mean ${meant}?`];
    });
}
/** As @actions/core names them. */
function variableOf(name) {
    return `INPUT_${name.toUpperCase()}`;
}

// EXTERNAL MODULE: ./lib/settings/resolve.js
var resolve = __webpack_require__(3057);
;// CONCATENATED MODULE: ./lib/main.js






const log = workflowLog(core);
/** The program as an action: the exit code is the verdict's. */
async function action() {
    process.exitCode = await gateAsAction();
}
async function gateAsAction() {
    try {
        const settings = readSettings();
        // Wrong inputs are told before all the rest is loaded.
        const { gate } = await Promise.all(/* import() */[__webpack_require__.e(467), __webpack_require__.e(865), __webpack_require__.e(88)]).then(__webpack_require__.bind(__webpack_require__, 2088));
        const verdict = await gate(settings, log);
        return verdict === 'fail' ? 1 : 0;
    }
    catch (error) {
        reportError(error);
        return 1;
    }
}
function readSettings() {
    const direct = readInputs(process.env);
    for (const warning of misspeltInputs(process.env))
        log.warning(warning);
    const settings = (0,resolve/* resolveSettings */.Mo)({ direct, currentDirectory: process.cwd(), readFile: config_file/* readConfigFile */.R });
    if (settings.githubToken !== null)
        log.secret(settings.githubToken);
    return settings;
}
function reportError(error) {
    log.error((0,errors/* errorText */.kc)(error));
    if (error instanceof errors/* UserError */.yo) {
        if (error.hint !== null)
            log.info(error.hint);
    }
    else if (error instanceof Error) {
        log.info(error.stack ?? '');
    }
}


/***/ })

};
