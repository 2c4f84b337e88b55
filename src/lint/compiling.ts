import type { Instruction, ShellCommand, Stage } from '../model/dockerfile.ts';
import { programWords } from './commands.ts';

/** Programs that make others out of sources, with the words that ask for it; none: whatever they are asked. */
const compilers: Readonly<Record<string, readonly string[]>> = {
  go: ['build', 'install'],
  cargo: ['build', 'install'],
  rustc: [],
  gcc: [],
  cc: [],
  'g++': [],
  'c++': [],
  clang: [],
  make: [],
  javac: [],
  mvn: ['compile', 'package', 'verify', 'install'],
  mvnw: ['compile', 'package', 'verify', 'install'],
  gradle: ['assemble', 'build', 'jar', 'bootJar', 'shadowJar', 'installDist', 'distZip', 'distTar'],
  gradlew: ['assemble', 'build', 'jar', 'bootJar', 'shadowJar', 'installDist', 'distZip', 'distTar'],
  dotnet: ['build', 'publish'],
  ghc: [],
  stack: ['build', 'install'],
  swift: ['build'],
  zig: ['build', 'build-exe'],
};

/** Whether a command compiles a program. */
export function isCompilation(command: ShellCommand): boolean {
  const [program = '', ...rest] = programWords(command);
  if (!Object.hasOwn(compilers, program)) return false;
  const wanted = compilers[program] ?? [];
  return wanted.length === 0
    ? !rest.some((word) => /^--?(?:version|v|help)$/.test(word))
    : rest.some((word) => wanted.includes(word));
}

export interface Compilation {
  readonly run: Instruction;
  readonly command: ShellCommand;
}

/** The commands that compile in the stages that the image is made of; what other stages compile leaves nothing in it. */
export const compilationsIn = (chain: readonly Stage[]): Compilation[] =>
  chain.flatMap(({ instructions }) =>
    instructions
      .filter(({ keyword }) => keyword === 'RUN')
      .flatMap((run) => run.commands.filter(isCompilation).map((command) => ({ run, command }))),
  );
