// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { FOR_OTHERS } from '../../scripts/lib/schemas-for-others.ts';
import { PROJECT } from './cli.ts';

const ajv = new Ajv2020({ strictRequired: false, allowUnionTypes: true, ownProperties: true, validateFormats: false });
for (const file of FOR_OTHERS)
  ajv.addSchema(JSON.parse(readFileSync(join(PROJECT, 'offline-kit/schemas', file), 'utf8')));

/** What keeps a value from fitting a schema that is published, and not compiled into the product. */
export function published(name: string, value: unknown): string[] {
  const fits = ajv.getSchema(`urn:forensic-verify:schema:${name}`)!;
  if (fits(value)) return [];
  return (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}
