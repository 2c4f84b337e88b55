/** The bundle, dist/gate.js: dist/index.js starts it as the action, dist/cli.js on a terminal. */
export { terminal } from "./cli.js";
export { action } from "./main.js";
