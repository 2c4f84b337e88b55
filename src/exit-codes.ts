/** Of the program on a terminal: the verdict's, and what is not a verdict: wrong usage, or an environment that lacks something. */
export const exitCodes = { pass: 0, fail: 1, trouble: 2 } as const;
