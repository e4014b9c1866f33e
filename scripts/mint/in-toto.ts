// SPDX-License-Identifier: Apache-2.0
import { type Bytes, base64, hash, hex, utf8 } from './bytes.ts';
import { IN_TOTO, pae } from './dsse.ts';
import type { Json, JsonObject } from './json.ts';
import { ecKey, edKey, type MintKey } from './keys.ts';
import { RSA } from './plain-keys.ts';

/** laptop.org's canonical JSON, as securesystemslib writes it; the mint's names are ASCII. */
export function canonicalInToto(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalInToto).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const names = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
    return `{${names.map((name) => `${text(name)}:${canonicalInToto(value[name] ?? null)}`).join(',')}}`;
  }
  return typeof value === 'string' ? text(value) : String(value);
}

const text = (value: string): string => `"${value.replace(/["\\]/g, (sign) => `\\${sign}`)}"`;

/** Somebody who signs layouts or links: a key, and how in-toto writes it. */
export interface Functionary {
  readonly key: MintKey;
  readonly keyId: string;
  readonly keyObject: JsonObject;
  sign(message: Bytes): Bytes;
}

export function functionary(key: MintKey): Functionary {
  const [keytype, scheme] =
    key.kind === 'ed25519'
      ? ['ed25519', 'ed25519']
      : key.kind === 'rsa'
        ? ['rsa', 'rsassa-pss-sha256']
        : ['ecdsa', `ecdsa-sha2-nist${key.kind}`];
  const shown = key.kind === 'ed25519' ? hex(key.bits) : key.publicPem.trimEnd();
  const base = { keytype, scheme, keyid_hash_algorithms: ['sha256', 'sha512'], keyval: { public: shown } };
  const keyId = hex(hash('sha256', utf8(canonicalInToto(base))));
  return {
    key,
    keyId,
    keyObject: { ...base, keyid: keyId, keyval: { public: shown, private: '' } },
    sign: (message) => (key.signPss === undefined ? key.sign(message) : key.signPss(message)),
  };
}

export const OWNER = functionary(edKey('plain ed25519'));
export const ALICE = functionary(edKey('in-toto alice'));
export const BOB = functionary(ecKey('p256', 'in-toto bob'));
export const CAROL = functionary(RSA);
export const MALLORY = functionary(edKey('in-toto mallory'));

export type Form = 'metablock' | 'dsse';

/** Signed by each of them, in either envelope. */
export function sealed(signed: JsonObject, signers: readonly Functionary[], form: Form = 'metablock'): JsonObject {
  if (form === 'metablock') {
    const message = utf8(canonicalInToto(signed));
    const signatures = signers.map((one) => ({ keyid: one.keyId, sig: hex(one.sign(message)) }));
    return { signatures, signed };
  }
  const payload = utf8(JSON.stringify(signed));
  const message = pae({ payloadType: IN_TOTO, payload });
  return {
    payload: base64(payload),
    payloadType: IN_TOTO,
    signatures: signers.map((one) => ({ keyid: one.keyId, sig: base64(one.sign(message)) })),
  };
}

export type Rules = readonly (readonly string[])[];

export interface StepPlan {
  readonly name: string;
  readonly by: readonly Functionary[];
  readonly threshold?: number;
  readonly materials?: Rules;
  readonly products?: Rules;
  readonly command?: readonly string[];
}

export const EXPIRES = '2027-01-01T00:00:00Z';

export function layoutOf(steps: readonly StepPlan[], more: JsonObject = {}): JsonObject {
  const rules = (list: Rules | undefined): Json => (list ?? []).map((rule) => [...rule]);
  const everybody = [...new Set(steps.flatMap(({ by }) => by))];
  return {
    _type: 'layout',
    expires: EXPIRES,
    inspect: [],
    keys: Object.fromEntries(everybody.map(({ keyId, keyObject }) => [keyId, keyObject])),
    readme: '',
    steps: steps.map((step) => ({
      _type: 'step',
      expected_command: [...(step.command ?? [])],
      expected_materials: rules(step.materials),
      expected_products: rules(step.products),
      name: step.name,
      pubkeys: step.by.map(({ keyId }) => keyId),
      threshold: step.threshold ?? 1,
    })),
    ...more,
  };
}

/** Path → content; the content makes the digest. */
export type Made = Readonly<Record<string, string>>;

export function linkOf(name: string, materials: Made, products: Made, more: JsonObject = {}): JsonObject {
  const digests = (made: Made): JsonObject =>
    Object.fromEntries(
      Object.entries(made).map(([path, content]) => [path, { sha256: hex(hash('sha256', utf8(content))) }]),
    );
  return {
    _type: 'link',
    byproducts: { 'return-value': 0, stderr: '', stdout: 'a "quoted" line\nand a \\ backslash\n' },
    command: [],
    environment: {},
    materials: digests(materials),
    name,
    products: digests(products),
    ...more,
  };
}

export function linkName(step: string, { keyId }: Functionary): string {
  return `${step}.${keyId.slice(0, 8)}.link`;
}
