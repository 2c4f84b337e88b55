import { apk } from "./apk.js";
import { binary } from "./binary.js";
import { dpkg } from "./dpkg.js";
import { gem } from "./gem.js";
import { node } from "./node.js";
import { python } from "./python.js";
import { rpm } from "./rpm.js";
/** Where two claim a file, the first has it: a distribution's package manager put more there than it installed itself. */
export const packageFormats = [dpkg, apk, rpm, python, node, gem, binary];
