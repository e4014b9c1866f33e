// SPDX-License-Identifier: Apache-2.0
/**
 * Compiles offline-kit/schemas/*.json into one module without any run-time dependency (attacks H06): the product never
 * compiles a schema, and so never calls `new Function`. `--check` compares with the committed module and writes nothing.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { FOR_OTHERS } from './lib/schemas-for-others.ts';

const root = join(import.meta.dirname, '..');
const source = join(root, 'offline-kit', 'schemas');
const target = join(root, 'src', 'encoding', 'generated', 'schemas.generated.ts');

/** `sigstore-bundle` → `sigstore_bundle`, `slsa-provenance-v0.2` → `slsa_provenance_v0_2`: names of the exports. */
function exportName(file: string): string {
  return file.replace(/\.json$/, '').replaceAll(/[^a-z0-9]/g, '_');
}

function generate(): string {
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
    code: { source: true, esm: true, lines: true, optimize: 1 },
  });
  const exports: Record<string, string> = {};
  for (const file of readdirSync(source).sort()) {
    if (FOR_OTHERS.includes(file)) continue;
    const schema = JSON.parse(readFileSync(join(source, file), 'utf8')) as AnySchemaObject;
    ajv.addSchema(schema);
    exports[exportName(file)] = String(schema['$id']);
  }
  const code = standalone.default(ajv, exports);
  if (/\brequire\(|\bimport\b|new Function|eval\(/.test(code)) throw new Error('the generated code has a dependency');
  const typed = code
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

const wanted = generate();
if (process.argv.includes('--check')) {
  const found = readFileSync(target, 'utf8');
  if (found !== wanted) {
    console.error('src/encoding/generated is not what offline-kit/schemas gives: run node scripts/generate-schemas.ts');
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, wanted);
}
