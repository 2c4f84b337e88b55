import { explainFailure } from '../../src/build/failure.ts';

const context = { dockerfile: 'app/Dockerfile', context: './app', builder: null };

/** Outputs as buildx 0.29 with Docker 28.5 wrote them. */
const failingRun = `#6 [3/3] RUN echo b &&   false
#6 0.139 b
#6 ERROR: process "/bin/sh -c echo b &&   false" did not complete successfully: exit code: 1
------
 > [3/3] RUN echo b &&   false:
0.139 b
------
Dockerfile:4
--------------------
   3 |     # c
   4 | >>> RUN echo b && \\
   5 | >>>   false
   6 |     
--------------------
ERROR: failed to build: failed to solve: process "/bin/sh -c echo b &&   false" did not complete successfully: exit code: 1
`;
const parseError = `D2:3
--------------------
   1 |     FROM test/debian:bookworm
   2 |     RUN echo a
   3 | >>> FOO bar
   4 |     
--------------------
ERROR: failed to build: failed to solve: dockerfile parse error on line 3: unknown instruction: FOO (did you mean FROM?)
`;

describe('explainFailure', () => {
  it.each([
    [
      'a failing RUN',
      failingRun,
      'The build failed at app/Dockerfile:4: process "/bin/sh -c echo b &&   false" did not complete successfully: exit code: 1.',
      { file: 'app/Dockerfile', line: 4 },
    ],
    [
      'carriage returns and colours',
      failingRun.replaceAll('\n', '\r\n').replace('>>>', '\u001b[31m>>>\u001b[0m'),
      'The build failed at app/Dockerfile:4: process "/bin/sh -c echo b &&   false" did not complete successfully: exit code: 1.',
      { file: 'app/Dockerfile', line: 4 },
    ],
    [
      'an unknown instruction, in another file',
      parseError,
      'The build failed at D2:3: dockerfile parse error on line 3: unknown instruction: FOO (did you mean FROM?).',
      { file: 'D2', line: 3 },
    ],
    [
      'an image that cannot be resolved',
      'ERROR: failed to build: failed to solve: nosuch.invalid/img:1: failed to resolve source metadata\n',
      'The build failed: nosuch.invalid/img:1: failed to resolve source metadata.',
      { file: null, line: null },
    ],
    ['no reason', '', 'The build failed: buildx gave no reason.', { file: null, line: null }],
  ])('finds message and line: %s', (_, output, message, place) => {
    expect(explainFailure(output, context)).toMatchObject({ message, ...place });
  });

  it.each([
    [
      'no Dockerfile',
      'ERROR: failed to build: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory',
      'There is no Dockerfile at app/Dockerfile.',
    ],
    [
      'no context',
      'ERROR: failed to build: unable to prepare context: path "./app" not found',
      'The build context ./app is no folder that exists.',
    ],
    [
      'no such stage',
      'ERROR: failed to build: failed to solve: target stage "nope" could not be found',
      'app/Dockerfile has no stage "nope".',
    ],
    ['no such builder', 'ERROR: no builder "nosuch" found', 'There is no builder "nosuch".'],
    [
      'no engine',
      'ERROR: Cannot connect to the Docker daemon at unix:///nope.sock. Is the docker daemon running?',
      'No Docker engine answers at unix:///nope.sock.',
    ],
    [
      'no permission',
      'ERROR: permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Head "http://%2Fvar": dial unix: connect: permission denied',
      'No permission to use the Docker engine at unix:///var/run/docker.sock.',
    ],
    [
      'no buildx',
      "docker: unknown command: docker buildx\n\nRun 'docker --help' for more information",
      'The buildx plugin of Docker is not installed.',
    ],
    [
      'no entitlement',
      'ERROR: failed to build: failed to solve: granting entitlement security.insecure is not allowed by build daemon configuration',
      'The builder does not allow the entitlement security.insecure.',
    ],
  ])('has a sentence and a remedy: %s', (_, output, message) => {
    const failure = explainFailure(`${output}\n`, context);
    expect(failure.message).toBe(message);
    expect(failure.hint.length).toBeGreaterThan(20);
  });

  it('is not taken in by what the build prints', () => {
    const output = `#5 0.1 no builder "x" found\n#5 0.1 Dockerfile:99\n${failingRun}`;
    expect(explainFailure(output, context)).toMatchObject({
      line: 4,
      message: expect.stringContaining('exit code: 1'),
    });
  });
});
