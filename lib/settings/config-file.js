import { readFileSync, statSync } from 'node:fs';
import { errorText, UserError } from "../errors.js";
import { maxConfigBytes } from "./config.js";
/** The text of a configuration file; null where there is none. Nothing but a regular file of a sane size is read. */
export function readConfigFile(path) {
    try {
        const status = statSync(path, { throwIfNoEntry: false });
        if (status === undefined)
            return null;
        if (!status.isFile())
            throw new UserError(`${path} is not a file`);
        if (status.size > maxConfigBytes)
            throw new UserError(`${path} is larger than ${maxConfigBytes / 1024} KiB`);
        return readFileSync(path, 'utf8');
    }
    catch (thrown) {
        if (thrown instanceof UserError)
            throw thrown;
        throw new UserError(`${path} cannot be read: ${errorText(thrown)}`, { cause: thrown });
    }
}
