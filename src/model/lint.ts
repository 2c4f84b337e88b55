import * as z from 'zod';
import { findingLocation, severity } from './finding.ts';

/** The least severity that counts; `none`: no finding does. */
export const failureThreshold = z.enum([...severity.options, 'none']);
export type FailureThreshold = z.infer<typeof failureThreshold>;

/** A finding that was left out because somebody asked for it. It has no price, and its bytes are in no other finding. */
export const suppressed = z.object({
  rule: z.string(),
  location: findingLocation.nullable(),
  by: z
    .object({
      syntax: z.enum(['size', 'hadolint', 'check', 'hadolint-config']),
      file: z.string(),
      line: z.int().positive(),
    })
    .describe('The comment in the Dockerfile, or the line of `.hadolint.yaml`, that asks for it'),
  reason: z.string().nullable().describe('As the comment gives it; null: it gives none'),
});
export type Suppressed = z.infer<typeof suppressed>;
