import { unneededPackages } from "../../unneeded.js";
import { isProgramUsed } from "../../use.js";
const frontends = ['poetry', 'pipenv', 'pdm', 'hatch', 'uv', 'flit', 'pip-tools', 'build'];
export const poetryOrBuildFrontendLeft = unneededPackages({
    name: 'poetry-or-build-frontend-left',
    aliases: [],
    managers: ['python'],
    isMeant: (name) => frontends.includes(name),
    isUsed: (name, use) => isProgramUsed([name], use, { whileBuilding: false }),
    message: (names) => `${names}: what installs a program is not needed to run it: install in another stage and copy the environment`,
});
