import { apk } from './apk.ts';
import { binary } from './binary.ts';
import { dpkg } from './dpkg.ts';
import type { PackageFormat } from './format.ts';
import { gem } from './gem.ts';
import { node } from './node.ts';
import { python } from './python.ts';
import { rpm } from './rpm.ts';

/** Where two claim a file, the first has it: a distribution's package manager put more there than it installed itself. */
export const packageFormats: readonly PackageFormat[] = [dpkg, apk, rpm, python, node, gem, binary];
