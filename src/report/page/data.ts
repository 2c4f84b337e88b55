import type { FileTree } from '../../model/file-tree.ts';
import type { Report } from '../../model/report.ts';

/** What a page is drawn from: JSON in its element `data`. */
export interface PageData {
  readonly report: Report;
  /** One for each image; null: its files are not known. */
  readonly trees: readonly (FileTree | null)[];
}
