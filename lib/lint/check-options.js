/** The parser directive `check`, as BuildKit reads it (frontend/dockerfile/linter and parser/directives.go). */
/** The options in `skip=A,B;error=true`; null where BuildKit refuses them. */
export function parseCheckOptions(text) {
    let options = { skip: [], error: false };
    for (const part of text.split(';')) {
        const [name = '', ...rest] = part.split('=').map((word) => word.trim());
        const value = rest.join('=');
        if (rest.length === 0)
            return null;
        if (name === 'skip') {
            options = { ...options, skip: value === 'all' ? 'checks' : value.split(',').map((check) => check.trim()) };
        }
        else if (name === 'error') {
            if (!/^(?:[01tTfF]|true|True|TRUE|false|False|FALSE)$/.test(value))
                return null;
            options = { ...options, error: /^[1tT]/.test(value) };
        }
        else if (name !== 'experimental')
            return null;
    }
    return options;
}
const directives = ['syntax', 'escape', 'check'];
/** The directive at the head of a Dockerfile, where nothing but directives stands before it; null: there is none. */
export function firstChecks(text) {
    let start = 0;
    for (let line = 1; start < text.length; line++) {
        const newline = text.indexOf('\n', start);
        const end = newline === -1 ? text.length : newline;
        const content = text.slice(start, end);
        start = end + 1;
        if (line === 1 && content.startsWith('#!'))
            continue;
        const [, name = '', value = ''] = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(\S.*)/.exec(content) ?? [];
        if (!directives.includes(name.toLowerCase()))
            return null;
        if (name.toLowerCase() !== 'check')
            continue;
        const options = parseCheckOptions(value);
        return options === null ? null : { options, line };
    }
    return null;
}
