import { buildText, type Engine } from './engines.ts';

const programs = 'bash cat chmod chown cp dd head ln ls mkdir mkfifo mv od rm seq sh tar touch tr truncate wc';

/**
 * The stages of an image that holds a shell, some programs with their libraries, and Debian's users, in one layer: 6 MB,
 * where Debian's has 110, so that what is built upon it is pushed, saved and read in no time.
 */
export const smallRoot = `FROM test/debian:bookworm AS full
RUN mkdir /small && cp --parents /etc/passwd /etc/group /small && cd /usr/bin && for program in ${programs}; do \\
      cp --parents -L /bin/$program $(ldd /bin/$program | grep -o '/[^ ]*') /small; \\
    done
FROM scratch
COPY --from=full /small /
`;

/** Makes an image of it, and of `more` instructions, for the FROM of others. The caller removes it. */
export async function makeSmallBase(engine: Engine, name: string, more = ''): Promise<void> {
  await buildText(engine, name, smallRoot + more);
}
