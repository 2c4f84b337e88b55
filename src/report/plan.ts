/** How much of a report is shown: at most so many of each. */
export interface Plan {
  /** Rows of the table of images. */
  readonly images: number;
  /** Images that are told of beyond their row. */
  readonly sections: number;
  /** Per image. */
  readonly changes: number;
  /** Rows below each of them, in the open. */
  readonly children: number;
  /** Rows below each of them in the folded tree, level by level; empty: there is no tree. */
  readonly tree: readonly number[];
  /** Per image, in the open. */
  readonly findings: number;
  /** Fixes of findings, as folded diffs; per image. */
  readonly fixes: number;
  /** The chart of the last sizes, per image. */
  readonly history: boolean;
  /** Findings beyond those, evidence, budgets: what is folded. */
  readonly folded: boolean;
  /** Per image. */
  readonly layers: number;
  readonly notices: number;
  /** Code points of an instruction. */
  readonly text: number;
}

const all: Plan = {
  images: Number.POSITIVE_INFINITY,
  sections: Number.POSITIVE_INFINITY,
  changes: 10,
  children: 3,
  tree: [10, 5, 3],
  findings: 10,
  fixes: 3,
  history: true,
  folded: true,
  layers: Number.POSITIVE_INFINITY,
  notices: 20,
  text: 120,
};

const unfixed: Plan = { ...all, fixes: 0, history: false };
const open: Plan = { ...unfixed, layers: 0, tree: [], folded: false };
const brief: Plan = { ...open, changes: 5, children: 1, findings: 5, notices: 5, text: 80 };
const least: Plan = { ...brief, changes: 3, children: 0, findings: 3, notices: 3, text: 60 };
const rows: Plan = { ...least, sections: 0 };

/** From everything to hardly anything: what is folded goes first, the table of images last. */
export const plans: readonly Plan[] = [
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
