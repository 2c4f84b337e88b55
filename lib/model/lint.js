import * as z from 'zod';
import { findingLocation, severity } from "./finding.js";
/** The least severity that counts; `none`: no finding does. */
export const failureThreshold = z.enum([...severity.options, 'none']);
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
/** What findings are for: `report`: they are told; `warn` and `fail`: those that reach the threshold do. */
export const lintLevel = z.enum(['off', 'report', 'warn', 'fail']);
/** The findings, held against the threshold; beside the budgets, it makes the verdict. */
export const lintResult = z.object({
    level: lintLevel.extract(['warn', 'fail']).describe('What it is to reach the threshold'),
    threshold: failureThreshold,
    findings: z.int().nonnegative().describe('How many reach it'),
    status: z.enum(['pass', 'warn', 'fail']),
    message: z.string(),
});
