import type { Rule } from '../rule.ts';
import { aptListsLeftBehind } from './apt-lists-left-behind/rule.ts';
import { chownDuplicatesFiles } from './chown-duplicates-files/rule.ts';
import { deletedInLaterLayer } from './deleted-in-later-layer/rule.ts';
import { dockerignoreMissing } from './dockerignore-missing/rule.ts';
import { pipCacheLeftBehind } from './pip-cache-left-behind/rule.ts';

/** The more specific rule first: it gets the bytes that two rules claim. */
export const rules: readonly Rule[] = [
  aptListsLeftBehind,
  pipCacheLeftBehind,
  chownDuplicatesFiles,
  dockerignoreMissing,
  deletedInLaterLayer,
];
