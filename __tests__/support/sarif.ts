import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';

/**
 * As OASIS published it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json. Of
 * what draft-04 has and draft-07 reads otherwise it uses `id` alone.
 */
const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(readFileSync(join(__dirname, '../report/fixtures/sarif-schema-2.1.0.json'), 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
const isValid = ajv.compile(schema);

/** Where a SARIF log is not what OASIS' schema wants. */
export const sarifViolations = (log: unknown): readonly ErrorObject[] => (isValid(log) ? [] : (isValid.errors ?? []));
