import { label, matching } from "./format.js";
/**
 * RubyGems: `specifications/NAME-VERSION.gemspec` stands for `gems/NAME-VERSION/`, its compiled `extensions/` and the
 * downloaded `cache/NAME-VERSION.gem` beside it. The stub line (rubygems, Gem::StubSpecification) tells name and version.
 */
export const gem = {
    name: 'gem',
    find: (view) => [...matching(view, /^(.*?)(?:^|\/)specifications\/(?:default\/)?([^/]+)\.gemspec$/)].map(([[path, home = '', fullName = ''], text]) => {
        const [, name, version, platform] = /^# stub: (\S+) (\S+) (\S+)/m.exec(text) ?? [];
        const at = (inside) => (home === '' ? inside : `${home}/${inside}`);
        const extensions = at('extensions');
        // extensions/PLATFORM/RUBY/NAME-VERSION/
        const isOwn = (file) => file.slice(extensions.length + 1).split('/')[2] === fullName;
        const files = [
            path,
            ...view.below(at(`gems/${fullName}`)),
            ...[...view.below(extensions)].filter(isOwn),
            ...[at(`cache/${fullName}.gem`)].filter(view.has),
        ];
        return {
            manager: 'gem',
            name: label(name ?? fullName) ?? fullName,
            version: label(version),
            architecture: platform === undefined || platform === 'ruby' ? null : label(platform),
            files,
            relations: null,
        };
    }),
};
