import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const root = join(__dirname, '../..');

/** PATH with act, and with the Node that these tests run on first. */
const path = [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);

export interface WorkflowRun {
  /** The local clone that `actions/checkout` answers with; its HEAD is what is built, and GITHUB_SHA. */
  readonly clone: string;
  readonly event: string;
  readonly payload: object;
  /** The inputs of the step, as YAML would hold them. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly token: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface WorkflowResult {
  /** The job's own: a failing step fails it. */
  readonly passed: boolean;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** A workflow as a user writes it. */
const workflow = (event: string, inputs: Readonly<Record<string, string>>): string => `
name: gate
on: [${event}]
permissions: { contents: write, pull-requests: write }
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: acme/image-size-gate@v1
        with: ${JSON.stringify(inputs)}
`;

/**
 * Runs the action in a workflow by act: the action is action.yml and dist/, copied alone to an empty folder; git and
 * the API are what `environment` names.
 */
export async function runWorkflow(run: WorkflowRun): Promise<WorkflowResult> {
  const folder = await mkdtemp(join(tmpdir(), 'act-'));
  try {
    const action = join(folder, 'action');
    await mkdir(action);
    await cp(join(root, 'dist'), join(action, 'dist'), { recursive: true });
    await cp(join(root, 'action.yml'), join(action, 'action.yml'));
    await writeFile(join(folder, 'event.json'), JSON.stringify(run.payload));
    await writeFile(join(folder, 'workflow.yml'), workflow(run.event, run.inputs));
    const args = [
      run.event,
      '--json',
      ...['--directory', run.clone, '--workflows', join(folder, 'workflow.yml')],
      ...['--eventpath', join(folder, 'event.json')],
      ...['--platform', 'ubuntu-latest=-self-hosted', '--local-repository', `acme/image-size-gate@v1=${action}`],
      ...['--action-cache-path', join(folder, 'cache'), '--no-cache-server', '--action-offline-mode'],
      ...['--secret', `GITHUB_TOKEN=${run.token}`, '--env-file', '/dev/null'],
      ...Object.entries(run.environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ];
    return await act(args, run.environment);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A line of act's JSON log: what a step printed (raw_output), or a command that the runner took from it. */
interface LogLine {
  readonly msg?: string;
  readonly raw_output?: boolean;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
}

function act(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<WorkflowResult> {
  return new Promise((resolve, reject) => {
    const options = { env: { ...process.env, ...environment, PATH: path }, maxBuffer: 1 << 26 };
    execFile('act', args, options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve(shown({ passed: error === null, ...readLog(stdout + stderr) }));
    });
  });
}

function readLog(text: string): Omit<WorkflowResult, 'passed'> {
  const lines = text
    .split('\n')
    .map((line): LogLine => (line.startsWith('{') ? JSON.parse(line) : { msg: `${line}\n` }));
  const outputs: Record<string, string> = {};
  for (const { command, name, arg } of lines) {
    if (command === 'set-output' && name !== undefined) outputs[name] = arg ?? '';
  }
  return {
    log: lines.map(({ msg }) => msg ?? '').join(''),
    outputs,
    summary: lines.map(({ command, content }) => (command === 'summary' ? (content ?? '') : '')).join(''),
  };
}

/** ACT_LOG=1 shows what the workflows print. */
function shown(result: WorkflowResult): WorkflowResult {
  if (process.env.ACT_LOG) process.stderr.write(result.log);
  return result;
}
