import * as fc from 'fast-check';
import { alignLayers } from '../../src/compare/align.ts';
import { fileTree } from '../../src/compare/file-tree.ts';
import type { Side } from '../../src/compare/side.ts';
import type { FileTree } from '../../src/model/file-tree.ts';
import { below, nodesByLayer, nodesByPackage, pathOf, type TreeNode } from '../../src/report/page/nodes.ts';
import { anySide, dpkgFiles, type LayerSpec, pythonFiles, sideOf } from '../support/sides.ts';

const treeOf = (current: Side, before: Side | null = null, most?: number): FileTree => {
  const tree = fileTree(current, before, most);
  if (tree === null) throw new Error('the layers of these sides are all there');
  return tree;
};

/** A line for each leaf: layer, path, bytes, and what they were. */
function drawn(root: TreeNode): string[] {
  const leaves = [...below(root)].filter(({ kind }) => kind === 'file' || kind === 'gathered');
  return leaves
    .map((leaf) => {
      const { kind, layer, bytes, before, isThere, wasThere, hidden, files } = leaf;
      const [now, was] = [isThere ? bytes : '-', wasThere ? before : '-'];
      const name = kind === 'gathered' ? `${pathOf(leaf)}(${files})` : pathOf(leaf);
      return `${layer} ${name} ${was}→${now}${hidden > 0 ? ' hidden' : ''}`;
    })
    .sort();
}

const layer = (files: LayerSpec['files'], instruction = 'RUN a'): LayerSpec => ({ files, instruction });

describe('the tree of files', () => {
  it.each<[string, LayerSpec[], LayerSpec[], string[]]>([
    ['an image that did not change', [layer({ 'a/b': 1 })], [layer({ 'a/b': 1 })], ['0 /a/b 1→1']],
    [
      'files that grew, came and went',
      [layer({ a: 1, old: 2 })],
      [layer({ a: 3, new: 4 })],
      ['0 /a 1→3', '0 /new -→4', '0 /old 2→-'],
    ],
    ['a layer that is gone', [layer({ a: 1 }), layer({ b: 2 }, 'RUN b')], [layer({ a: 1 })], ['0 /a 1→1', '1 /b 2→-']],
    [
      'a layer that was put before',
      [layer({ a: 1 })],
      [layer({ b: 2 }, 'RUN b'), layer({ a: 1 })],
      ['0 /b -→2', '1 /a 1→1'],
    ],
    [
      'a file that a later layer hides',
      [],
      [layer({ a: 5 }), layer({ a: 6 }, 'RUN b')],
      ['0 /a -→5 hidden', '1 /a -→6'],
    ],
    ['a name that is a file and a directory', [layer({ a: 1 })], [layer({ 'a/b': 2 })], ['0 /a 1→-', '0 /a/b -→2']],
    ['a name that is no UTF-8', [], [layer({ '\xff\xc3\xa9': 1 })], ['0 /\ufffdé -→1']],
  ])('of %s', (_name, before, current, expected) => {
    expect(drawn(nodesByLayer(treeOf(sideOf(current), sideOf(before)), 'app'))).toEqual(expected);
  });

  it('is compared with nothing where there is no baseline', () => {
    const tree = treeOf(sideOf([layer({ a: 1 })]));
    expect(tree.before).toBeNull();
    expect(drawn(nodesByLayer(tree, 'app'))).toEqual(['0 /a -→1']);
  });

  it('is not known where a layer of the image is not', () => {
    const side = sideOf([layer({ a: 1 })]);
    expect(fileTree({ ...side, fileSystem: () => null }, null)).toBeNull();
  });

  it('is as deep as paths are', () => {
    const path = `${'d/'.repeat(20_000)}f`;
    expect(drawn(nodesByLayer(treeOf(sideOf([layer({ [path]: 1 })])), 'app'))).toEqual([`0 /${path} -→1`]);
  });

  it('gathers what is smallest, directory by directory', () => {
    const files = { 'big/a': 1000, 'big/b': 3, 'big/c': 4, 'small/d': 1, 'small/e': 2, f: 500 };
    const tree = treeOf(sideOf([layer(files)]), null, 5);
    expect(drawn(nodesByLayer(tree, 'app'))).toEqual(['0 /(2) -→3', '0 /big(2) -→7', '0 /big/a -→1000', '0 /f -→500']);
  });

  it('adds up to both images, whatever is gathered', () => {
    fc.assert(
      fc.property(anySide, anySide, fc.integer({ min: 1, max: 30 }), (current, before, most) => {
        const tree = treeOf(current, before, most);
        for (const root of [nodesByLayer(tree, 'app'), nodesByPackage(tree, nodesByLayer(tree, 'app'))]) {
          if (root === null) continue;
          expect(root).toMatchObject({
            bytes: current.measurement.diskBytes,
            before: before.measurement.diskBytes,
            files: current.measurement.files,
            hidden: current.fileSystem()?.deadBytes,
          });
        }
      }),
    );
  });

  it('has layers that change by as much as the rows of the comparison', () => {
    fc.assert(
      fc.property(anySide, anySide, (current, before) => {
        const layers = nodesByLayer(treeOf(current, before), 'app').children;
        const pairs = alignLayers(before.measurement.layers, current.measurement.layers);
        expect(layers.map((layer) => layer.bytes - layer.before)).toEqual(
          pairs.map((pair) => (pair.after?.diskBytes ?? 0) - (pair.before?.diskBytes ?? 0)),
        );
      }),
    );
  });

  it('tells nearly as many nodes apart as it may', () => {
    const files = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`d${n % 10}/f${n}`, n + 1]));
    const { children } = treeOf(sideOf([layer(files)]), null, 100);
    expect(children.length).toBeGreaterThan(90);
    expect(children.length).toBeLessThan(120);
  });
});

describe('by package', () => {
  const rows = (node: TreeNode | null): string[] =>
    (node?.children ?? []).flatMap(({ kind, name, bytes, before, children }) => [
      `${kind} ${name} ${before}→${bytes}`,
      ...children.map((child) => `  ${child.kind} ${child.name} ${child.before}→${child.bytes}`),
    ]);

  it('a package keeps its name through versions, wherever its files are', () => {
    const flask = (version: string, size: number) =>
      layer({
        ...pythonFiles('flask', version, `flask-${version}.py`),
        [`usr/lib/python3/site-packages/flask-${version}.py`]: size,
      });
    const tree = treeOf(sideOf([flask('2.0', 900)]), sideOf([flask('1.0', 400)]));
    const [python] = nodesByPackage(tree, nodesByLayer(tree, 'app'))?.children ?? [];
    const overhead = (python?.bytes ?? 0) - 900;
    expect(rows(nodesByPackage(tree, nodesByLayer(tree, 'app')))).toEqual([
      `manager python ${400 + overhead}→${900 + overhead}`,
      `  package flask ${400 + overhead}→${900 + overhead}`,
    ]);
  });

  it('shows by directory what nobody owns', () => {
    const files = { ...dpkgFiles('bash', '5', 'usr/bin/bash'), 'usr/bin/bash': 100, 'srv/app/x': 7, 'srv/app/y': 8 };
    const tree = treeOf(sideOf([layer(files)]));
    const shown = rows(nodesByPackage(tree, nodesByLayer(tree, 'app')));
    expect(shown).toContain('manager dpkg 0→100');
    expect(shown).toContain('  directory srv/app 0→15');
  });
});
