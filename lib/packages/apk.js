import { matching } from "./format.js";
import { stanzaPackages } from "./stanzas.js";
/** Alpine's and Wolfi's packages. */
export const apk = {
    name: 'apk',
    find(view) {
        const askedFor = world(view);
        return [...matching(view, /^(?:usr\/)?lib\/apk\/db\/installed$/)].flatMap(([, text]) => stanzaPackages('apk', text, view, (name, lines) => relationsOf(name, lines, askedFor)));
    },
};
/** What was asked for (apk-world(5)): `name`, `name<1.2`, `name@edge`; null where that is not known. */
function world(view) {
    const content = view.collected.get('etc/apk/world');
    return content === undefined ? null : new Set(words(content.toString('latin1')).map(nameOf));
}
/** `D:` has what it needs, `p:` what it provides: names, `so:`, `cmd:` and `pc:` alike. */
function relationsOf(name, lines, askedFor) {
    const field = (key) => words(lines.find((line) => line.startsWith(`${key}:`))?.slice(2) ?? '');
    const provides = [name, ...field('p').map(nameOf)];
    return {
        needs: field('D')
            .filter((word) => !word.startsWith('!'))
            .map((word) => [nameOf(word)]),
        wants: [],
        provides,
        automatic: askedFor === null ? null : !provides.some((each) => askedFor.has(each)),
        essential: false,
    };
}
const words = (text) => text.split(/\s+/).filter(Boolean);
const nameOf = (word) => /^[^<>=~@]*/.exec(word)?.[0] ?? '';
