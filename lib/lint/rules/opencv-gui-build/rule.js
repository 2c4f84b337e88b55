import { normalisedName } from "../../../packages/requirement.js";
import { evidenceOf } from "../../claims.js";
import { installsOf, mayInstall } from "../../installs.js";
import { instructionOf, instructionsOf } from "../../subject.js";
import { extendName } from "../../unneeded-fixes.js";
const withWindows = ['opencv-python', 'opencv-contrib-python'];
/** Qt, X11 and fonts: what the wheels have and those of the same version with `-headless` have not. */
const windows = /(?:^|\/)cv2\/qt\/|(?:^|\/)opencv_(?:contrib_)?python\.libs\/lib(?:Qt\d|xcb|xkbcommon|X11|Xau)/;
export const opencvGuiBuild = {
    name: 'opencv-gui-build',
    aliases: [],
    severity: 'info',
    check(subject) {
        const runs = subject.dockerfile.stages.flatMap(({ instructions }) => instructions);
        if (!runs.some((run) => run.keyword === 'RUN' && mayInstall(run, 'python')))
            return [];
        const isTraced = subject.layers?.some(({ location }) => location !== null) ?? false;
        const installed = isTraced ? subject.packages() : null;
        return installed === null ? checkText(subject) : checkImage(subject, installed);
    },
};
const checkText = (subject) => instructionsOf(subject, 'RUN').flatMap((run) => withWindows.flatMap((name) => (namedIn(run, name) === null ? [] : draftOf(subject, run, name, null))));
function checkImage(subject, installed) {
    if (installed.namedByScripts.has('imshow'))
        return [];
    return installed.graphOf('python').packages.flatMap((each) => {
        const name = normalisedName(each.name);
        const layer = subject.layers?.[installed.layerOf(each) ?? -1];
        const instruction = layer === undefined ? null : instructionOf(subject, layer);
        if (!withWindows.includes(name) || instruction === null)
            return [];
        return [
            draftOf(subject, instruction, name, installed.claimsOf(each).filter(({ entry }) => windows.test(entry.path))),
        ];
    });
}
const namedIn = (run, name) => installsOf(run, 'python').find(({ names }) => names.includes(name)) ?? null;
function draftOf(subject, instruction, name, claims) {
    const install = namedIn(instruction, name);
    const edit = install === null ? null : extendName(subject, install.command, name, '-headless');
    return {
        message: `\`${name}\` brings Qt, X11 and fonts for windows that no container shows: install \`${name}-headless\``,
        range: install?.command.range ?? instruction.range,
        claims,
        evidence: evidenceOf(claims),
        fix: edit === null ? null : { safe: false, edits: [edit] },
    };
}
