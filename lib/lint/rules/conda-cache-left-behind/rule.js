import { programAsWritten, runs, subcommandOf } from "../../commands.js";
import { leftBehind } from "../../left-behind.js";
const conda = ['conda', 'mamba', 'micromamba'];
/** `/opt/conda/pkgs`, `/root/miniconda3/pkgs`, `/opt/miniforge/pkgs`, `/root/.conda/pkgs`. */
const packages = /(?:conda|mamba|forge)[\w.-]*\/pkgs\//i;
export const condaCacheLeftBehind = leftBehind({
    name: 'conda-cache-left-behind',
    aliases: [],
    leftovers: [
        {
            message: "conda's archives and unpacked packages stay in the layer: run `conda clean --all --force-pkgs-dirs --yes` behind the last install of the RUN",
            folders: ['~/pkgs'],
            files: (path) => path.includes('/pkgs/') && packages.test(path),
            isLeftBy: fetches,
            isCleanedBy: (command) => runs(command, conda) && subcommandOf(command) === 'clean',
            settings: ['CONDA_PKGS_DIRS'],
            remedy: (culprits) => ({
                command: `${programAsWritten(culprits.at(-1) ?? culprits[0])} clean --all --force-pkgs-dirs --yes`,
            }),
        },
    ],
});
function fetches(command) {
    if (!runs(command, conda))
        return false;
    const subcommand = subcommandOf(command);
    if (subcommand === 'env')
        return runs(command, conda, ['create', 'update']);
    return subcommand !== null && ['install', 'create', 'update', 'upgrade'].includes(subcommand);
}
