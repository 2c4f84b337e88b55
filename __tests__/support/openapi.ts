import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

/**
 * GitHub's published description of its REST API (npm package `@octokit/openapi`, OpenAPI 3.0.3), as a judge of single
 * requests and answers. OpenAPI 3.0's schemas are JSON Schema but for `nullable` and a few annotations.
 */

type Json = Record<string, unknown>;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Json;
}

interface Answer {
  readonly content?: { readonly 'application/json'?: { readonly schema: Json } };
}

interface Operation {
  readonly parameters?: readonly Json[];
  readonly requestBody?: { readonly required?: boolean; readonly content: { 'application/json'?: { schema: Json } } };
  readonly responses: Readonly<Record<string, Json>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Json>>;
    readonly parameters: Readonly<Record<string, Json>>;
    readonly responses: Readonly<Record<string, Json>>;
    readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
  };
}

export interface ApiDescription {
  /** What is wrong with a request, one sentence each; the values are as they stand in the URL. */
  checkRequest(method: string, template: string, request: ApiRequest): string[];
  /** What is wrong with an answer of ours. */
  checkAnswer(method: string, template: string, status: number, body: unknown): string[];
  /** A fresh copy of one of the description's own examples. */
  example(name: string): Json;
}

export interface ApiRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Statuses that any operation may answer with, whether its description lists them or not. */
const commonErrors = new Set([401, 403, 404, 429, 500, 502, 503]);

export function loadApiDescription(): ApiDescription {
  const file = require.resolve('@octokit/openapi/generated/api.github.com.json');
  const { paths, components } = JSON.parse(readFileSync(file, 'utf8')) as Description;
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, logger: false });
  const coercing = new Ajv({ strict: false, allErrors: true, coerceTypes: true, logger: false });
  for (const each of [ajv, coercing]) {
    formats.default(each);
  }
  const compiled = new Map<string, ValidateFunction>();

  const resolve = <T>(part: Json): T => {
    const reference = part.$ref;
    if (typeof reference !== 'string') {
      return part as T;
    }
    const [section, name] = reference.replace('#/components/', '').split('/') as [
      keyof Description['components'],
      string,
    ];
    const found = components[section][name];
    if (found === undefined) {
      throw new Error(`The API description has no ${reference}.`);
    }
    return found as T;
  };

  const operation = (method: string, template: string): Operation => {
    const found = paths[template]?.[method.toLowerCase()];
    if (found === undefined) {
      throw new Error(`The API description has no ${method} ${template}.`);
    }
    return found;
  };

  const validator = (key: string, make: () => Json, judge = ajv): ValidateFunction => {
    const known = compiled.get(key);
    if (known !== undefined) {
      return known;
    }
    const made = judge.compile(standalone(make(), components.schemas));
    compiled.set(key, made);
    return made;
  };

  const check = (validate: ValidateFunction, value: unknown, where: string): string[] =>
    validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message, params }) => {
          return `${where}${instancePath}: ${message} ${JSON.stringify(params)}`;
        });

  const checkParameters = (key: string, place: 'path' | 'query', declared: readonly Parameter[], given: Json) => {
    const wanted = declared.filter((parameter) => parameter.in === place);
    const schema = {
      type: 'object',
      properties: Object.fromEntries(wanted.map(({ name, schema }) => [name, schema])),
      required: wanted.filter(({ required }) => required === true).map(({ name }) => name),
      additionalProperties: false,
    };
    return check(
      validator(`${key} ${place}`, () => schema, coercing),
      { ...given },
      `${key}: ${place}`,
    );
  };

  const checkBody = (key: string, declared: Operation['requestBody'], body: unknown): string[] => {
    if (body === undefined) {
      return declared?.required === true ? [`${key}: no body`] : [];
    }
    const schema = declared?.content['application/json']?.schema;
    if (schema === undefined) {
      return [`${key}: a body that the description does not know`];
    }
    // The description leaves unknown properties open; ours are typing errors.
    const strict = () => ({ ...resolve<Json>(schema), additionalProperties: false });
    return check(validator(`${key} body`, strict), body, `${key}: body`);
  };

  return {
    checkRequest(method, template, request) {
      const key = `${method} ${template}`;
      const { parameters = [], requestBody } = operation(method, template);
      const declared = parameters.map((parameter) => resolve<Parameter>(parameter));
      return [
        ...checkParameters(key, 'path', declared, request.path),
        ...checkParameters(key, 'query', declared, request.query),
        ...checkBody(key, requestBody, request.body),
      ];
    },

    checkAnswer(method, template, status, body) {
      const key = `${method} ${template} ${status}`;
      const listed = operation(method, template).responses[String(status)];
      if (listed === undefined) {
        const basic = () => ({ $ref: '#/components/schemas/basic-error' });
        return commonErrors.has(status) ? check(validator('error', basic), body, key) : [`${key}: not described`];
      }
      const schema = resolve<Answer>(listed).content?.['application/json']?.schema;
      if (schema === undefined) {
        return body === undefined ? [] : [`${key}: a body that the description does not know`];
      }
      return check(
        validator(key, () => schema),
        body,
        key,
      );
    },

    example(name) {
      const found = components.examples[name];
      if (found === undefined) {
        throw new Error(`The API description has no example ${name}.`);
      }
      return structuredClone(found.value) as Json;
    },
  };
}

/** A JSON Schema that carries all it refers to, so that a few operations do not cost the compilation of the whole API. */
function standalone(root: Json, schemas: Readonly<Record<string, Json>>): Json {
  const used = new Map<string, unknown>();
  const translate = (part: unknown): unknown => {
    if (Array.isArray(part)) {
      return part.map(translate);
    }
    if (typeof part !== 'object' || part === null) {
      return part;
    }
    const { nullable, discriminator, example, examples, $ref, ...rest } = part as Json;
    const translated: Json = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, translate(value)]));
    if (typeof $ref === 'string') {
      const name = $ref.replace('#/components/schemas/', '');
      if (!used.has(name)) {
        used.set(name, null);
        used.set(name, translate(schemas[name]));
      }
      translated.$ref = `#/$defs/${name}`;
    }
    return nullable === true ? { anyOf: [translated, { type: 'null' }] } : translated;
  };
  const schema = translate(root) as Json;
  return { ...schema, $defs: Object.fromEntries(used) };
}
