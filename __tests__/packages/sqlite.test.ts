import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as fc from 'fast-check';
import { readTable } from '../../src/packages/sqlite.ts';

/** The bytes of a database that SQLite itself wrote. */
function databaseOf(fill: (database: DatabaseSync) => void): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
  try {
    const database = new DatabaseSync(join(folder, 'test.db'));
    fill(database);
    database.close();
    return readFileSync(join(folder, 'test.db'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Contents below, at and beyond what a page holds. */
const lengths = [0, 1, 100, 470, 480, 4000, 4060, 4061, 4062, 5000, 70_000, 300_000];
const blob = (length: number) => Buffer.alloc(length, `${length} `);

function contents(pageBytes: number, rows: number): Buffer {
  return databaseOf((database) => {
    database.exec(
      `PRAGMA page_size=${pageBytes}; CREATE TABLE other (x); CREATE TABLE t (k INTEGER PRIMARY KEY, b BLOB)`,
    );
    const insert = database.prepare('INSERT INTO t (b) VALUES (?)');
    database.exec('BEGIN');
    for (let row = 0; row < rows; row++) insert.run(blob(lengths[row % lengths.length] ?? 0));
    database.exec('COMMIT');
  });
}

describe('a table', () => {
  it.each([
    [512, 24],
    [4096, 24],
    [4096, 400],
    [65_536, 60],
  ])('in pages of %i bytes gives its %i rows', (pageBytes, rows) => {
    const found = [...(readTable(contents(pageBytes, rows), 't') ?? [])];
    expect(found).toHaveLength(rows);
    found.forEach(([key, value], row) => {
      expect(key).toBeNull();
      expect(Buffer.isBuffer(value) && value.equals(blob(lengths[row % lengths.length] ?? 0))).toBe(true);
    });
  });

  it('gives every kind of value', () => {
    const database = databaseOf((db) => {
      db.exec('CREATE TABLE v (a, b, c, d, e, f, g, h)');
      db.exec("INSERT INTO v VALUES (NULL, 0, 1, -2, 70000, 'täxt', x'00ff', 1.5)");
    });
    expect([...(readTable(database, 'v') ?? [])]).toEqual([
      [null, 0, 1, -2, 70000, 'täxt', Buffer.from([0, 255]), null],
    ]);
  });

  it('that is not there is none', () => {
    expect(readTable(contents(512, 1), 'Packages')).toBeNull();
  });
});

/** Bytes of all contents; 0 where the file is refused. */
function bytesOrError(file: Buffer): number {
  try {
    const values = [...(readTable(file, 't') ?? [])].flat();
    return values.reduce<number>((sum, value) => sum + (Buffer.isBuffer(value) ? value.length : 0), 0);
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    return 0;
  }
}

describe('a file that is no database', () => {
  it.each([
    ['nothing', Buffer.of()],
    ['text', Buffer.from('SQLite'.repeat(100))],
    ['a header alone', contents(4096, 1).subarray(0, 100)],
  ])('%s is refused', (_, file) => {
    expect(() => readTable(file, 't')).toThrow();
  });

  it('ends in rows or an error, whatever bytes were changed', () => {
    const file = contents(512, 12);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 8 }), (changes) => {
        const changed = Buffer.from(file);
        for (const [at, byte] of changes) changed[at] = byte;
        expect(bytesOrError(changed)).toBeLessThanOrEqual(changed.length);
      }),
    );
  });
});
