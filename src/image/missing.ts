import { UserError } from '../errors.ts';

/** A source that does not hold the image, or is not there at all: another one may hold it. */
export class MissingImage extends UserError {}

/** A source that was reached, and says itself that it has no such image. */
export class AbsentImage extends MissingImage {}
