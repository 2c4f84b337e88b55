import { UserError } from "../errors.js";
/** A source that does not hold the image, or is not there at all: another one may hold it. */
export class MissingImage extends UserError {
}
