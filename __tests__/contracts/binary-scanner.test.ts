import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { binaryScanner } from '../../src/packages/binary-scanner.ts';
import { describeWith, describeWithProgram } from '../support/engines.ts';

function scan(path: string): string | null {
  const scanner = binaryScanner();
  scanner.write(readFileSync(path));
  return scanner.finish()?.toString() ?? null;
}

/** Biome's program for this machine's processor; null where this is no Linux. */
function findBiome(): string | null {
  try {
    return require.resolve(`@biomejs/cli-linux-${process.arch}/biome`);
  } catch {
    return null;
  }
}

/** Programs that are here anyway, so that no toolchain is asked for. */
describe('what a real program was made from', () => {
  describeWithProgram('dive', 'Go', (dive) => {
    it('is found with its module', () => {
      const path = execFileSync('sh', ['-c', `command -v ${dive}`], { encoding: 'utf8' }).trim();
      expect(scan(path)).toMatch(/^go\tgithub\.com\/wagoodman\/dive\t/);
    });
  });

  describeWith(findBiome(), 'Rust', { what: 'Biome for Linux', variable: 'node_modules' }, (path) => {
    it('is found', () => {
      expect(scan(path)).toBe('rust');
    });
  });
});
