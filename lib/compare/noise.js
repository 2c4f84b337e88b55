/** What changes with every build, and says nothing of what was done. */
export const noiseKinds = ['package databases', 'caches', 'logs', 'bytecode'];
/**
 * By the path without a leading slash. Lists of what could be installed (`var/lib/apt/lists`, `var/cache/apk`) are not
 * among them, nor is `var/log/lastlog`, which is as large as the largest user id: they are findings.
 */
const patterns = [
    // dpkg: what is installed, with lists and scripts for each, and copies of the last state.
    ['package databases', /^var\/lib\/dpkg\//],
    // apt: what nobody asked for by name.
    ['package databases', /^var\/lib\/apt\/extended_states$/],
    // apk: what is installed, and what was asked for.
    ['package databases', /^(?:(?:usr\/)?lib\/apk\/db\/|etc\/apk\/world$)/],
    // rpm: one database, rewritten as a whole.
    ['package databases', /^(?:var\/lib\/rpm|usr\/lib\/sysimage\/rpm)\//],
    // dnf: history and reasons.
    ['package databases', /^(?:var\/lib|usr\/lib\/sysimage)\/(?:dnf|libdnf5|yum)\//],
    // ldconfig: where libraries are, and when it looked.
    ['caches', /^(?:etc\/ld\.so\.cache$|var\/cache\/ldconfig\/)/],
    // debconf: questions and answers, and copies of the last state.
    ['caches', /^var\/cache\/debconf\//],
    // Indexes of what packages bring: manual pages, fonts by the time of their folder, file types, icons.
    ['caches', /^var\/cache\/(?:man|fontconfig)\//],
    ['caches', /^usr\/share\/(?:mime\/mime|icons\/[^/]+\/icon-theme|applications\/mimeinfo)\.cache$/],
    // shadow: copies of the last state.
    ['caches', /^etc\/(?:passwd|group|shadow|gshadow|subuid|subgid)-$/],
    // What a package manager did, and when.
    ['logs', /^var\/log\/(?:apt\/|(?:dpkg|alternatives|bootstrap|fontconfig|apk|yum|dnf(?:\.\w+)?|hawkey)\.log$)/],
];
/** One test for the many paths that are none of these. */
const anyPattern = new RegExp(patterns.map(([, { source }]) => source).join('|'));
const bytecode = /\.py[co]$/;
/** Null for what is not noise. Python writes times into what it compiles: that differs where its module does not. */
export function noiseOf({ path, onBothSides, sameVersion }) {
    if (bytecode.test(path))
        return onBothSides && sameVersion() ? 'bytecode' : null;
    if (!anyPattern.test(path))
        return null;
    return patterns.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}
/** As a row is called that holds noise of these kinds. */
export const noiseLabel = (found) => `noise: ${noiseKinds.filter((kind) => found.has(kind)).join(', ')}`;
