import { ownTagFor, planOutput } from '../../src/build/output.ts';
import { UserError } from '../../src/errors.ts';
import { buildSettings } from './settings.ts';

const builder = (driver: string, buildkit = 'v0.25.0') => ({ buildx: '0.29.1', driver, buildkit });
const own = 'image-size-gate/app:r';
const layout = { kind: 'oci-dir', path: '/t/l' };
const toLayout = ['--output', 'type=oci,tar=false,dest=/t/l'];

describe('planOutput', () => {
  it.each([
    ['engine', 'docker', {}, { kind: 'engine', reference: own }, own, []],
    ['engine, tags', 'docker', { tags: ['a:1', 'a:2'] }, { kind: 'engine', reference: 'a:1' }, null, []],
    ['engine, load', 'docker', { load: true }, { kind: 'engine', reference: own }, own, []],
    [
      'engine, push',
      'docker',
      { tags: ['a:1'], push: true, load: true },
      { kind: 'engine', reference: 'a:1' },
      null,
      ['--push'],
    ],
    ['builder', 'docker-container', {}, layout, null, toLayout],
    ['builder, push', 'remote', { tags: ['a:1'], push: true }, layout, null, [...toLayout, '--push']],
    ['builder, load', 'docker-container', { load: true }, { kind: 'engine', reference: own }, own, ['--load']],
    [
      ...(['builder, load and push', 'kubernetes', { tags: ['a:1'], load: true, push: true }] as const),
      ...([{ kind: 'engine', reference: 'a:1' }, null, ['--load', '--push']] as const),
    ],
  ] as const)('%s', (_, driver, given, image, ownTag, flags) => {
    const plan = planOutput(buildSettings(given), builder(driver), own, '/t/l');
    expect({ image: plan.image, ownTag: plan.ownTag, flags: plan.flags }).toEqual({ image, ownTag, flags });
    const hasTags = 'tags' in given;
    expect(plan.tags).toEqual(hasTags ? given.tags : ownTag === null ? [] : [ownTag]);
  });

  it('refuses to push without tags', () => {
    expect(() => planOutput(buildSettings({ push: true }), builder('docker'), own, '/t/l')).toThrow(UserError);
  });

  it('refuses to push and measure with a BuildKit that has one output only', () => {
    const settings = buildSettings({ push: true, tags: ['a:1'] });
    expect(() => planOutput(settings, builder('remote', 'v0.12.5'), own, '/t/l')).toThrow(
      /BuildKit 0\.12\.5 is too old: 0\.13\.0/,
    );
  });
});

it.each([
  ['Owner/My.App', 'image-size-gate/owner-my-app:r'],
  ['--', 'image-size-gate/image:r'],
  ['x'.repeat(300), `image-size-gate/${'x'.repeat(100)}:r`],
])('ownTagFor(%s)', (name, expected) => {
  expect(ownTagFor(name, 'r')).toBe(expected);
});
