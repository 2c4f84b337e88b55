import * as fc from 'fast-check';
import { parseMarker, withMarker } from '../../src/github/comment-marker.ts';

const marker = {
  key: 'default',
  head: 'a'.repeat(40),
  run: { id: '42', attempt: 1 },
  measured: '2026-11-21T10:00:00Z',
};

describe('the marker of a comment', () => {
  it('comes back as it was written, below any text', () => {
    const text = fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\r\n', '\n').trimEnd());
    const key = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(text, key, fc.nat(), (anyText, anyKey, attempt) => {
        const marked = { text: anyText, marker: { ...marker, key: anyKey, run: { id: '42', attempt } } };
        expect(parseMarker(withMarker(marked))).toEqual(marked);
      }),
    );
  });

  it('is one hidden line, whatever the key', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (key) => {
        const line = withMarker({ text: '', marker: { ...marker, key } }).trimStart();
        expect(line).toMatch(/^<!-- [^\n<>]* -->$/);
      }),
    );
  });

  it('is found after an edit on the web, with CRLF', () => {
    const body = withMarker({ text: 'one\ntwo', marker }).replaceAll('\n', '\r\n');
    expect(parseMarker(`${body}\r\n`)).toEqual({ text: 'one\ntwo', marker });
  });

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['a marker further up', `${withMarker({ text: 'one', marker })}\ntwo`],
    ["somebody else's", '<!-- sticky key=default -->'],
    ['half of one', '<!-- image-size-gate key=default head='],
  ])('is not found in %s', (_, body) => {
    expect(parseMarker(body)).toBeNull();
  });

  it('does not stumble over a broken encoding', () => {
    const body = withMarker({ text: '', marker }).replace('key=default', 'key=%E0%A4%A');
    expect(parseMarker(body)?.marker.key).toBe('%E0%A4%A');
  });
});
