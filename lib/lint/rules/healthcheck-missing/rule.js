import { instructionsOf } from "../../subject.js";
export const healthcheckMissing = {
    name: 'healthcheck-missing',
    aliases: ['DL3057', 'CKV_DOCKER_2', 'CIS-DI-0006'],
    severity: 'info',
    topic: 'practice',
    offByDefault: true,
    check(subject) {
        const from = subject.chain.at(-1)?.instructions[0];
        if (from === undefined || instructionsOf(subject, 'HEALTHCHECK').length > 0)
            return [];
        return [
            {
                message: 'nothing tells whether the container is well: add a `HEALTHCHECK`, or `HEALTHCHECK NONE` where another system looks',
                range: from.range,
                claims: null,
                evidence: [],
                fix: null,
            },
        ];
    },
};
