import type { Subject } from '../src/model/settings.ts';
import { defaultName } from '../src/name.ts';
import { buildSettings } from './build/settings.ts';

const build = (over: Parameters<typeof buildSettings>[0]): Subject => ({ kind: 'build', build: buildSettings(over) });
const image = (reference: string): Subject => ({ kind: 'image', reference, platform: null, file: null, target: null });

describe('defaultName', () => {
  it.each<[string, Subject, string]>([
    ['the repository', build({ context: '.', file: 'Dockerfile' }), 'shop'],
    ['a folder of it', build({ context: './services/api/', file: 'services/api/Dockerfile' }), 'shop/services/api'],
    ['another Dockerfile', build({ context: '.', file: 'docker/web.Dockerfile' }), 'shop/docker/web.Dockerfile'],
    ['a stage', build({ context: '.', file: null, target: 'runtime' }), 'shop/runtime'],
    ['a context by URL', build({ context: 'https://github.com/a/b.git', file: null }), 'shop'],
    ['an image with a tag', image('app:1.2'), 'app'],
    ['an image of a registry with a port', image('localhost:5000/team/app'), 'localhost:5000/team/app'],
    ['an image by digest', image(`docker:ghcr.io/o/app:1@sha256:${'a'.repeat(64)}`), 'ghcr.io/o/app'],
    ['an archive', image('oci-archive:out/app.tar'), 'out/app.tar'],
  ])('is %s', (_name, subject, expected) => {
    expect(defaultName(subject, 'shop')).toBe(expected);
  });

  it('tells the images of one repository apart', () => {
    const subjects = [
      build({ context: '.' }),
      build({ context: 'a' }),
      build({ context: 'b' }),
      build({ context: '.', target: 'x' }),
      build({ context: '.', file: 'other.Dockerfile' }),
    ];
    expect(new Set(subjects.map((subject) => defaultName(subject, 'shop'))).size).toBe(subjects.length);
  });
});
