// SPDX-License-Identifier: Apache-2.0
/**
 * Compiles offline-kit/schemas/*.json into modules without any run-time dependency (attacks H06): the product never
 * compiles a schema, and so never calls `new Function`. Puts the ids of the checks into the schema of policies. `--check` compares with what
 * is committed and writes nothing.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { withCheckIds } from './lib/policy-schema.ts';
import { FOR_OTHERS } from './lib/schemas-for-others.ts';

const root = join(import.meta.dirname, '..');
const source = join(root, 'offline-kit', 'schemas');
const folder = join(root, 'src', 'encoding', 'generated');
/** Compiled into a module of its own: half of all the code, and no part of what verifies a bundle. */
const CUSTODY = 'custody-event-v1.json';
/** Read by `report` alone; what it holds of a what-if has a schema of its own. */
const REPORT = ['report-v1.json', 'what-if-v1.json'];
const REPLAY = 'replay-v1.json';

/** `sigstore-bundle` → `sigstore_bundle`, `slsa-provenance-v0.2` → `slsa_provenance_v0_2`: names of the exports. */
function exportName(file: string): string {
  return file.replace(/\.json$/, '').replaceAll(/[^a-z0-9]/g, '_');
}

/**
 * Of an error the product reads place and message alone. Without the rest of it the schemas themselves are not needed at run
 * time, but for values that are compared; and the bookkeeping for `unevaluated…` serves no schema here.
 */
function slimmed(code: string): string {
  const constants = new Map<string, unknown>();
  for (const [, name, json] of code.matchAll(/^const (schema\d+) = (.*);$/gm)) constants.set(name!, JSON.parse(json!));
  const out = code
    .replaceAll(/,schemaPath:"[^"\n]*",keyword:"\w+",params:\{[^\n]*?\},message:/g, ',message:')
    .replaceAll(/^const evaluated\d+ = validate\d+\.evaluated;\n(if\(evaluated\d+\.dynamic\w+\)\{\n.*\n\}\n)+/gm, '')
    .replaceAll(/^validate\d+\.evaluated = .*;\n/gm, '')
    .replaceAll(/^const schema\d+ = .*;\n/gm, '')
    .replaceAll(/\/\*# sourceURL="[^"]*" \*\/;\n/g, '')
    .replaceAll(/\b(schema\d+)((?:\.\w+|\["[^"]+"\]|\[\d+\])+)/g, (_, name: string, path: string) => {
      let value = constants.get(name);
      for (const [, dotted, quoted, index] of path.matchAll(/\.(\w+)|\["([^"]+)"\]|\[(\d+)\]/g))
        value = (value as Record<string, unknown>)[(dotted ?? quoted ?? index)!];
      // Of more properties than are compared one by one, the names alone are asked for.
      if (path.endsWith('.properties') && typeof value === 'object' && value !== null)
        return JSON.stringify(Object.fromEntries(Object.keys(value).map((key) => [key, true])));
      if (value === undefined || typeof value === 'object')
        throw new Error(`${name}${path} is no value to compare with`);
      return JSON.stringify(value);
    });
  const left = /schemaPath|params:|evaluated|\bschema\d+/.exec(out);
  if (left !== null) throw new Error(`the generated code still holds ${left[0]}: a form of it is new`);
  return out;
}

function generate(files: readonly string[]): string {
  const ajv = new Ajv2020({
    strict: true,
    // `oneOf: [{ required: … }]` names members that are declared one level up
    strictRequired: false,
    allowUnionTypes: true,
    ownProperties: true,
    allErrors: false,
    coerceTypes: false,
    useDefaults: false,
    removeAdditional: false,
    validateFormats: false,
    $data: false,
    // UTF-16 length as `maxLength`: the other way imports a helper at run time
    unicode: false,
    logger: { log() {}, warn() {}, error: console.error },
    // A definition that is named from many places is compiled once.
    inlineRefs: false,
    code: { source: true, esm: true, lines: true, optimize: 1 },
  });
  const exports: Record<string, string> = {};
  for (const file of files) {
    const schema = JSON.parse(readFileSync(join(source, file), 'utf8')) as AnySchemaObject;
    ajv.addSchema(schema);
    exports[exportName(file)] = String(schema['$id']);
  }
  const code = standalone.default(ajv, exports);
  if (/\brequire\(|\bimport\b|new Function|eval\(/.test(code)) throw new Error('the generated code has a dependency');
  const typed = slimmed(code)
    .replace(/^"use strict";\s*/, '')
    .replaceAll(/^export const (\w+) =/gm, 'export const $1: Validator =');
  return `// SPDX-License-Identifier: Apache-2.0
// @ts-nocheck
// Made by scripts/generate-schemas.ts from offline-kit/schemas. Do not edit: npm run check makes it again and compares.
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}
${typed}`;
}

const policies = join(source, 'policy-v1.json');
const written = readFileSync(policies, 'utf8');
if (!process.argv.includes('--check')) writeFileSync(policies, withCheckIds(written));
else if (withCheckIds(written) !== written) {
  console.error(
    'offline-kit/schemas/policy-v1.json does not list the checks of src/model/checks.ts: run npm run schemas',
  );
  process.exitCode = 1;
}

const all = readdirSync(source)
  .filter((file) => !FOR_OTHERS.includes(file))
  .sort();
const modules = {
  'schemas.generated.ts': all.filter((file) => ![CUSTODY, REPLAY, ...REPORT].includes(file)),
  'custody.generated.ts': [CUSTODY],
  'report.generated.ts': REPORT,
  'replay.generated.ts': [REPLAY],
};
for (const [name, files] of Object.entries(modules)) {
  const wanted = generate(files);
  const target = join(folder, name);
  if (!process.argv.includes('--check')) writeFileSync(target, wanted);
  else if (readFileSync(target, 'utf8') !== wanted) {
    console.error('src/encoding/generated is not what offline-kit/schemas gives: run node scripts/generate-schemas.ts');
    process.exitCode = 1;
  }
}
