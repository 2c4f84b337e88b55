/**
 * Which commit's measurement is asked for, seen from what was built (HEAD of the user's checkout).
 *
 * - `first-parent`: HEAD's first parent; HEAD is a merge made to test a pull request
 * - `merge-base`: where HEAD and `ref` (a branch, a full ref or a commit) parted
 * - `commit`: this one
 * - `ancestor-of`: the nearest first-parent ancestor of `commit`, itself excluded
 * - `none`: there is nothing to compare with; `reason` is a clause for the report
 */
export type BaselineRequest =
  | { readonly kind: 'first-parent' }
  | { readonly kind: 'merge-base'; readonly ref: string }
  | { readonly kind: 'commit'; readonly commit: string }
  | { readonly kind: 'ancestor-of'; readonly commit: string }
  | { readonly kind: 'none'; readonly reason: string };
