/** A place in a text: lines and columns are 1-based; `lastColumn` is the one behind the last character. */
export interface Range {
  readonly firstLine: number;
  readonly firstColumn: number;
  readonly lastLine: number;
  readonly lastColumn: number;
}

export interface Flag {
  readonly name: string;
  readonly value: string | null;
  readonly range: Range;
}

/** One simple command of a RUN: `apt-get install -y curl`. */
export interface ShellCommand {
  /** Words without their quotes; a leading assignment (`A=1 cmd`) is not among them. */
  readonly words: readonly string[];
  readonly assignments: readonly string[];
  readonly range: Range;
  /** What stands between it and the command before; null for the first. */
  readonly operator: '&&' | '||' | ';' | '|' | '&' | null;
}

export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  /** On one line: continuations and comments removed, white space folded; heredoc bodies left out. */
  readonly text: string;
  readonly range: Range;
  readonly flags: readonly Flag[];
  /** The words behind keyword and flags (COPY's sources and target, ENV's pairs …); the exec form's strings. */
  readonly words: readonly { readonly text: string; readonly range: Range }[];
  readonly form: 'shell' | 'exec';
  /** RUN in shell form only: its commands in their order, heredoc bodies too; empty where the shell is not a POSIX one. */
  readonly commands: readonly ShellCommand[];
}

export interface Stage {
  readonly index: number;
  readonly name: string | null;
  /** FROM's image as written; what it names, where it is a stage of this file. */
  readonly base: { readonly image: string; readonly stage: number | null };
  /** FROM first. */
  readonly instructions: readonly Instruction[];
}

export interface Dockerfile {
  /** As it is shown: relative to the repository's root where it lies there. */
  readonly path: string;
  readonly text: string;
  /** What a line ends with that goes on with the next: the parser directive `escape`. */
  readonly escape: '\\' | '`';
  /** Before the first FROM. */
  readonly globals: readonly Instruction[];
  readonly stages: readonly Stage[];
}
