import { firstChecks, parseCheckOptions } from "./check-options.js";
/**
 * What the comments of a Dockerfile ask for: ours (`# size ignore=RULE reason`), hadolint's
 * (https://github.com/hadolint/hadolint#ignoring-rules) and BuildKit's
 * (https://docs.docker.com/reference/dockerfile/#check). One for the next instruction may have comments and blank lines
 * before it, where hadolint wants the very next line.
 *
 * @param isKnown whether a text is a rule's name or another linter's code for one
 */
export function readSuppressions(dockerfile, isKnown) {
    const checks = firstChecks(dockerfile.text);
    const readings = commentsOf(dockerfile).map((comment) => readComment(comment, dockerfile, isKnown));
    const codes = checks?.options.skip ?? [];
    return {
        suppressions: [
            ...(checks === null || codes.length === 0
                ? []
                : [
                    {
                        codes,
                        lines: null,
                        by: { syntax: 'check', file: dockerfile.path, line: checks.line },
                        reason: null,
                    },
                ]),
            ...readings.flatMap(({ suppression }) => suppression ?? []),
        ],
        checksAreErrors: checks?.options.error ?? false,
        notices: readings.flatMap(({ notices }) => notices.map(({ line, message }) => ({ file: dockerfile.path, line, message }))),
    };
}
/** Comments between instructions: what is within one belongs to it, a here-document's lines too. */
function commentsOf({ text, globals, stages }) {
    const instructions = [...globals, ...stages.flatMap((stage) => stage.instructions)];
    const firstStage = stages[0]?.instructions[0]?.range.firstLine ?? Number.POSITIVE_INFINITY;
    let at = 0;
    return text.split('\n').flatMap((content, index) => {
        const line = index + 1;
        while ((instructions[at]?.range.lastLine ?? line) < line)
            at++;
        const next = instructions[at] ?? null;
        const isInside = next !== null && next.range.firstLine <= line;
        const comment = isInside ? null : /^[ \t]*#(.*)/.exec(content)?.[1];
        return comment == null ? [] : [{ text: comment.trim(), line, next, isBeforeStages: line < firstStage }];
    });
}
const nothing = { suppression: null, notices: [] };
function readComment(comment, dockerfile, isKnown) {
    if (/^size[ \t]+ignore\b/.test(comment.text))
        return readSize(comment, dockerfile, isKnown);
    const suppression = readHadolint(comment, dockerfile) ?? readCheck(comment, dockerfile);
    return { ...nothing, suppression };
}
const sizeSyntax = /^size[ \t]+ignore[ \t]*=[ \t]*([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)(?:[ \t:]+(.*))?$/;
/** `# size ignore=RULE[,RULE] reason`. */
function readSize(comment, { path: file }, isKnown) {
    const { line } = comment;
    const [all, list = '', behind = ''] = sizeSyntax.exec(comment.text) ?? [];
    if (all === undefined) {
        return { ...nothing, notices: [{ line, message: 'must read "# size ignore=RULE reason": it was left aside' }] };
    }
    const codes = codesIn(list);
    const reason = reasonIn(behind);
    const unknown = codes.filter((code) => !isKnown(code) && !isCheck(code));
    return {
        suppression: {
            codes,
            lines: comment.isBeforeStages ? null : linesOf(comment.next),
            by: { syntax: 'size', file, line },
            reason,
        },
        notices: [
            ...unknown.map((code) => ({ line, message: `there is no rule "${code}"` })),
            ...(reason === null ? [{ line, message: `say why behind "# size ignore=${codes.join(',')}"` }] : []),
        ],
    };
}
/** As hadolint's src/Hadolint/Pragma.hs: one name that is no code, and the whole comment says nothing. */
const hadolintSyntax = /^hadolint[ \t]+(?:(global|stage)[ \t]+)?ignore[ \t]*=[ \t]*([DLSC\d]+(?:[ \t]*,[ \t]*[DLSC\d]+)*)[ \t]*(?:#(.*))?$/;
function readHadolint(comment, dockerfile) {
    const [all, scope, list = '', behind = ''] = hadolintSyntax.exec(comment.text) ?? [];
    if (all === undefined)
        return null;
    const lines = scope === 'global' ? null : scope === 'stage' ? stageLines(comment.next, dockerfile) : linesOf(comment.next);
    const by = { syntax: 'hadolint', file: dockerfile.path, line: comment.line };
    return { codes: codesIn(list), lines, by, reason: reasonIn(behind) };
}
/** `# check=skip=A,B // reason` above an instruction: BuildKit has it since November 2025; here it holds with an older one, too. */
function readCheck({ text, line, next }, { path: file }) {
    const [all, value = '', behind = ''] = /^check[ \t]*=[ \t]*(\S+)(.*)$/i.exec(text) ?? [];
    const codes = all === undefined ? [] : (parseCheckOptions(value)?.skip ?? []);
    if (codes.length === 0)
        return null;
    return { codes, lines: linesOf(next), by: { syntax: 'check', file, line }, reason: reasonIn(behind) };
}
const codesIn = (list) => list.split(',').map((code) => code.trim());
const longestReason = 300;
/** The words of a reason, without what sets it off. */
function reasonIn(text) {
    const words = text.replace(/^[ \t]*(?:\/\/|#|-+|—|:)?/, '').trim();
    return words === '' ? null : words.slice(0, longestReason);
}
const noLines = { first: 0, last: 0 };
const linesOf = (instruction) => instruction === null ? noLines : { first: instruction.range.firstLine, last: instruction.range.lastLine };
/** From an instruction to the end of its stage. */
function stageLines(first, { stages }) {
    if (first === null)
        return noLines;
    const stage = stages.find(({ instructions }) => instructions.includes(first));
    return { first: first.range.firstLine, last: stage?.instructions.at(-1)?.range.lastLine ?? first.range.lastLine };
}
/** Takes out what is not to be reported, each by the first that asks for it. */
export function suppress(findings, suppressions) {
    const kept = [];
    const suppressed = [];
    for (const finding of findings) {
        const found = suppressions.find((suppression) => holdsFor(suppression, finding));
        if (found === undefined)
            kept.push(finding);
        else
            suppressed.push({ rule: finding.rule, location: finding.location, by: found.by, reason: found.reason });
    }
    return { findings: kept, suppressed };
}
function holdsFor({ codes, lines }, finding) {
    const line = finding.location?.firstLine ?? 0;
    return (lines === null || (lines.first <= line && line <= lines.last)) && hasCode(finding, codes);
}
const hasCode = (finding, codes) => [finding.rule, ...finding.aliases].some((name) => (codes === 'checks' ? isCheck(name) : codes.includes(name)));
/** Whether a text is named as BuildKit names its checks: `JSONArgsRecommended`. */
export const isCheck = (code) => /^[A-Z][A-Za-z]*[a-z]$/.test(code);
