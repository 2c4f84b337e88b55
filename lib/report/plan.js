const all = {
    images: Number.POSITIVE_INFINITY,
    sections: Number.POSITIVE_INFINITY,
    changes: 10,
    children: 3,
    tree: [10, 5, 3],
    findings: 10,
    fixes: 3,
    folded: true,
    layers: Number.POSITIVE_INFINITY,
    notices: 20,
    text: 120,
};
const unfixed = { ...all, fixes: 0 };
const open = { ...unfixed, layers: 0, tree: [], folded: false };
const brief = { ...open, changes: 5, children: 1, findings: 5, notices: 5, text: 80 };
const least = { ...brief, changes: 3, children: 0, findings: 3, notices: 3, text: 60 };
const rows = { ...least, sections: 0 };
/** From everything to hardly anything: what is folded goes first, the table of images last. */
export const plans = [
    all,
    unfixed,
    { ...unfixed, layers: 40 },
    { ...unfixed, layers: 0 },
    { ...unfixed, layers: 0, tree: [5, 3] },
    { ...unfixed, layers: 0, tree: [] },
    open,
    brief,
    least,
    ...[150, 100, 60, 40, 25, 15, 8, 4].map((sections) => ({ ...least, sections })),
    ...[Number.POSITIVE_INFINITY, 200, 100, 50, 20, 5, 1].map((images) => ({ ...rows, images })),
];
