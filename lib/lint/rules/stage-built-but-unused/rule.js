export const stageBuiltButUnused = {
    name: 'stage-built-but-unused',
    aliases: [],
    severity: 'info',
    topic: 'practice',
    check({ dockerfile, chain }) {
        const target = chain.at(-1)?.index ?? 0;
        // One with a name may be meant for `--target`, and those behind the target for another build.
        const nameless = dockerfile.stages.filter((stage) => stage.name === null && stage.index < target);
        return nameless
            .filter((stage) => !chain.includes(stage) && !isTakenFrom(stage, dockerfile))
            .flatMap(({ instructions: [from] }) => from === undefined
            ? []
            : [
                {
                    message: 'nothing is taken from this stage: BuildKit leaves it out, other builders build it in vain; take it away, or give it a name if it is a target',
                    range: from.range,
                    claims: null,
                    evidence: [],
                    fix: null,
                },
            ]);
    },
};
/** By its number, as it has no name; a variable may be any number. */
const isTakenFrom = ({ index }, { stages }) => stages
    .flatMap(({ instructions }) => instructions)
    .flatMap(({ flags }) => flags)
    .some(({ name, value }) => {
    const from = name === 'mount' ? /(?:^|,)from=([^,]*)/.exec(value ?? '')?.[1] : name === 'from' ? value : null;
    return from === String(index) || from?.includes('$') === true;
});
