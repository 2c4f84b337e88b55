import type Docker from 'dockerode';

/** The outside world as the program sees it. `main.ts` and `cli.ts` make the real ones, tests make theirs. */

export interface ExecOptions {
  readonly cwd?: string;
  /** Added to the process's own environment; `undefined` takes a variable away. */
  readonly env?: Environment;
  readonly input?: Buffer;
  /** Takes standard output as it comes; the result then has none. */
  readonly onStdout?: (chunk: Buffer) => void;
  readonly onStderr?: (chunk: Buffer) => void;
}

export interface ExecResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program without a shell. Rejects only where it cannot be started; a non-zero exit code is a result. */
export type Exec = (program: string, args: readonly string[], options?: ExecOptions) => Promise<ExecResult>;

export interface AnnotationPlace {
  readonly title?: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

/** What is being done just now, made only where it is shown. */
export type Status = () => string;

export interface Log {
  debug(message: string): void;
  info(message: string): void;
  notice(message: string, place?: AnnotationPlace): void;
  warning(message: string, place?: AnnotationPlace): void;
  error(message: string, place?: AnnotationPlace): void;
  /** Folds what `work` logs under a title. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
  /** Never to be printed from here on. */
  secret(value: string): void;
  /** Shows how far work is, as often as it is told; null: that work is done. Absent: nobody looks. */
  progress?(status: Status | null): void;
}

export type Clock = () => Date;
export type Fetch = typeof globalThis.fetch;
/** Waits for so many milliseconds. */
export type Sleep = (milliseconds: number) => Promise<void>;
export type Environment = Readonly<Record<string, string | undefined>>;

/** All of it; one for each run. */
export interface Seams {
  readonly exec: Exec;
  readonly docker: () => Docker;
  readonly podman: () => Docker;
  readonly fetch: Fetch;
  readonly sleep: Sleep;
  readonly log: Log;
  readonly clock: Clock;
  readonly environment: Environment;
  /** A folder of this run's own; the caller removes it. */
  readonly tempDir: string;
  /** Lower-case letters and digits that no other run has. */
  readonly random: () => string;
}
