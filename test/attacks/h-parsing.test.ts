// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { seal } from '../../scripts/mint/bundle.ts';
import { base64, bytes, utf8 } from '../../scripts/mint/bytes.ts';
import { AT, WHO } from '../../scripts/mint/case.ts';
import { spliced } from '../../scripts/mint/cases/common.ts';
import { ARTIFACT, ATTESTED, MESSAGE, PROVENANCE } from '../../scripts/mint/cases/good.ts';
import { envelopeJson, signedEnvelope } from '../../scripts/mint/dsse.ts';
import { changed, type JsonObject, pretty, textAt } from '../../scripts/mint/json.ts';
import { PLAIN } from '../../scripts/mint/plain-keys.ts';
import { provenanceV1, SLSA_V1, statement, subjectOf } from '../../scripts/mint/statement.ts';
import { mintRoot } from '../../scripts/mint/world.ts';
import { decodeBase64 } from '../../src/encoding/base64.ts';
import { canonicalJson } from '../../src/encoding/canonical-json.ts';
import { decodeHex } from '../../src/encoding/hex.ts';
import { parseJson } from '../../src/encoding/json.ts';
import { validateSchema } from '../../src/encoding/schema.ts';
import { attempt } from '../../src/model/malformed.ts';
import {
  accepted,
  checkJson,
  envelope,
  folder,
  refused,
  refusesCase,
  runCase,
  UNDER,
  verifyBundle,
  verifyEnvelope,
} from './evidence.ts';
import { judged, program } from './program.ts';

const message = seal(MESSAGE).bundle;
const GOOD = envelope('ed25519');
const reasonOf = (document: Uint8Array | string): string => {
  const result = attempt(() => parseJson(typeof document === 'string' ? utf8(document) : document));
  return result.ok ? 'accepted' : result.problem.reason;
};

/** Every place of a document where a member can be doubled: the pointer's last name, written twice, the second time as `twin`. */
function doubled(document: JsonObject, pointer: string, twin: string): Uint8Array {
  const marked = changed(document, { [pointer]: '@@' });
  const name = pointer.split('/').at(-1)!;
  const value = JSON.stringify(valueAt(document, pointer));
  return spliced(marked, `"${name}":"@@"`, `"${name}":${value},"${twin}":${value}`);
}

function valueAt(document: JsonObject, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], document);
}

const ENTRY = '/verificationMaterial/tlogEntries/0';

describe('H01 · duplicate keys', () => {
  const places = [
    '/mediaType',
    '/verificationMaterial',
    '/messageSignature',
    '/messageSignature/signature',
    '/verificationMaterial/certificate/rawBytes',
    `${ENTRY}/canonicalizedBody`,
    `${ENTRY}/logIndex`,
    `${ENTRY}/inclusionProof/rootHash`,
    `${ENTRY}/inclusionProof/checkpoint/envelope`,
  ];
  it.each(places)('at %s, although both say the same', async (place) => {
    const name = place.split('/').at(-1)!;
    for (const twin of [name, `\\u00${name.charCodeAt(0).toString(16)}${name.slice(1)}`]) {
      refused(await verifyBundle(doubled(message, place, twin)), 3, 'json-duplicate-key');
    }
  });
  it('in the payload, whoever signed it', async () => {
    await refusesCase('statement-subject-twice--json-duplicate-key');
    await refusesCase('bundle-media-type-twice--json-duplicate-key');
    await refusesCase('json-members--json-duplicate-key');
  });
  it('in a deep place of the predicate', async () => {
    const text = Buffer.from(PROVENANCE).toString().replace('"runner":"hosted"', '"runner":"hosted","runner":"hosted"');
    refused(await verifyEnvelope(envelopeJson(signedEnvelope(utf8(text), [PLAIN.ed25519]))), 3, 'json-duplicate-key');
  });
  it('in the trusted root, the key and the proof file too', async () => {
    const root = JSON.stringify(mintRoot()).replace('"tlogs":', '"tlogs":[],"tlogs":');
    const files = {
      'artifact.txt': ARTIFACT,
      'b.json': message,
      'root.json': root,
      'key.json': '{"kty":"EC","kty":"EC"}',
      'proof.json': '{"leafIdx":1,"leafIdx":1}',
    };
    const cwd = folder(files);
    refused(
      await judged(['verify', 'artifact.txt', '--bundle', 'b.json', '--trusted-root', 'root.json', ...WHO, ...AT], cwd),
      64,
      'json-duplicate-key',
    );
    expect((await judged(['verify', 'artifact.txt', '--bundle', 'b.json', '--key', 'key.json'], cwd)).stderr).toContain(
      'json-duplicate-key',
    );
    refused(await judged(['check', 'inclusion', 'proof.json'], cwd), 3, 'json-duplicate-key');
    refused(await judged(['selftest', '--vectors', 'proof.json'], cwd), 3, 'json-duplicate-key');
  });
});

describe('H02 · verify one form, use another', () => {
  it('the canonical form is that of the doubles, and of nothing that they cannot hold', async () => {
    await refusesCase('canonical-number--json-number');
    const canonical = (text: string) => Buffer.from(canonicalJson(parseJson(utf8(text)))).toString();
    expect(canonical('{"b":1.0,"a":1e2,"c":-0}')).toBe('{"a":100,"b":1,"c":0}');
  });
  it('check canonical writes exactly the canonical bytes', async () => {
    const cwd = folder({ 'd.json': ' {"\u20ac":1,"\\r":2,"1":3, "a":[1.50,"\\u00e9"]}\n' });
    const outcome = await program(['check', 'canonical', 'd.json'], cwd);
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toBe('{"\\r":2,"1":3,"a":[1.5,"é"],"€":1}');
  });
  it('an envelope is judged by its bytes, never by their canonical form', async () => {
    const spaced = utf8(pretty(JSON.parse(Buffer.from(PROVENANCE).toString()) as JsonObject));
    refused(await verifyEnvelope(changed(GOOD, { '/payload': base64(spaced) })), 3, 'signature-mismatch');
  });
});

describe('H03 · invalid UTF-8, BOM, lone surrogates', () => {
  it.each([
    'json-octets--utf8-invalid',
    'json-overlong--utf8-invalid',
    'json-byte-order-mark--utf8-invalid',
    'json-string--json-surrogate',
  ])('refuses %s', async (name) => void (await refusesCase(name)));
  it.each([
    ['a surrogate in UTF-8', [0xed, 0xa0, 0x80]],
    ['a sequence cut short', [0xe2, 0x82]],
    ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['a continuation alone', [0x80]],
  ])('refuses %s', (_, octets) => expect(reasonOf(bytes('{"a":"', octets, '"}'))).toBe('utf8-invalid'));
  it.each(['"\\udc00"', '"\\ud800\\ud800"', '"\\ud800x"', '{"\\ud800":1}', '"\\uD800\\u0041"'])('refuses %s', (text) =>
    expect(reasonOf(text)).toBe('json-surrogate'),
  );
  it('accepts a pair', () => expect(reasonOf('"\\ud83d\\ude00"')).toBe('accepted'));
  it('holds for a bundle, a payload and a key file', async () => {
    refused(
      await verifyBundle(spliced(changed(message, { '/comment': '@@' }), '@@', bytes([0xff]))),
      3,
      'utf8-invalid',
    );
    refused(await verifyBundle(bytes([0xef, 0xbb, 0xbf], JSON.stringify(message))), 3, 'utf8-invalid');
    const payload = bytes(PROVENANCE.subarray(0, -1), ',"x":"', [0xc3, 0x28], '"}');
    refused(await verifyEnvelope(envelopeJson(signedEnvelope(payload, [PLAIN.ed25519]))), 3, 'utf8-invalid');
    const cwd = folder({ a: 'a', 'b.json': GOOD, k: bytes([0xef, 0xbb, 0xbf], PLAIN.ed25519.publicPem) });
    expect((await judged(['verify', 'a', '--bundle', 'b.json', '--key', 'k'], cwd)).code).toBe(64);
  });
});

describe('H04 · base64', () => {
  it.each([
    'dsse-payload-blank--base64-invalid',
    'dsse-payload-mixed-alphabets--base64-invalid',
    'bundle-signature-trailing-bits--base64-invalid',
  ])('refuses %s', async (name) => void (await refusesCase(name)));
  const payload = textAt(GOOD, '/payload');
  const sig = textAt(GOOD, '/signatures/0/sig');
  const spoiled: Readonly<Record<string, (text: string) => string>> = {
    'a blank': (text) => ` ${text}`,
    'a line feed': (text) => `${text}\n`,
    'a line feed inside': (text) => `${text.slice(0, 76)}\n${text.slice(76)}`,
    NUL: (text) => `${text.slice(0, 4)}\0${text.slice(4)}`,
    'an exclamation mark': (text) => `!${text}`,
    'data after the padding': (text) => `${text}=AAAA`,
    'too much padding': (text) => `${text}====`,
    'one digit too many': (text) =>
      `${text.replace(/=+$/, '')}A`.padEnd(Math.ceil((text.replace(/=+$/, '').length + 1) / 4) * 4 - 3 + 4, '='),
  };
  it.each(Object.keys(spoiled))('refuses %s', async (what) => {
    for (const [place, text] of [
      ['/payload', payload],
      ['/signatures/0/sig', sig],
    ] as const) {
      const outcome = await verifyEnvelope(changed(GOOD, { [place]: spoiled[what]!(text) }));
      expect(outcome.code, place).toBe(3);
      expect(['base64-invalid', 'signature-mismatch', 'signature-encoding']).toContain(outcome.reasons[0]);
    }
  });
  it('accepts either alphabet, with padding or without', async () => {
    const url = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_');
    for (const write of [
      url,
      (text: string) => url(text).replace(/=+$/, ''),
      (text: string) => text.replace(/=+$/, ''),
    ]) {
      accepted(await verifyEnvelope(changed(GOOD, { '/payload': write(payload), '/signatures/0/sig': write(sig) })));
    }
  });
  it('hexadecimal does not stop at the first bad digit', () => {
    for (const text of ['0g', '00 ', '0', 'zz', '0x00', '00\n'])
      expect(
        attempt(() => decodeHex(text)),
        text,
      ).toMatchObject({ ok: false, problem: { reason: 'hex-invalid' } });
    expect(attempt(() => decodeBase64('Zg==')).ok).toBe(true);
  });
});

describe('H05 · prototype keys', () => {
  it('__proto__ is no member, at any level', async () => {
    await refusesCase('json-member--json-proto-key');
    for (const place of ['/@@', '/messageSignature/@@', `${ENTRY}/@@`, `${ENTRY}/inclusionProof/@@`]) {
      const outcome = await verifyBundle(spliced(changed(message, { [place]: { a: 1 } }), '"@@"', '"__proto__"'));
      refused(outcome, 3, 'json-proto-key');
    }
    for (const text of ['{"\\u005f_proto__":1}', '[{"a":{"__proto__":null}}]'])
      expect(reasonOf(text)).toBe('json-proto-key');
  });
  it('other names of Object.prototype are members like any other, and stand for nothing that is wanted', async () => {
    const odd = { constructor: 1, toString: 2, hasOwnProperty: 3, valueOf: 4 };
    accepted(
      await verifyBundle(
        changed(message, Object.fromEntries(Object.entries(odd).map(([name, value]) => [`/${name}`, value]))),
      ),
    );
    expect(validateSchema('slsa-provenance-v1', odd as never).length).toBeGreaterThan(0);
    const payload = statement([subjectOf('constructor', ARTIFACT)], SLSA_V1, { ...provenanceV1(), ...odd });
    accepted(await verifyEnvelope(envelopeJson(signedEnvelope(payload, [PLAIN.ed25519]))));
  });
  it('unknown members are ignored and listed; a null is an absent one', async () => {
    const outcome = await runCase('bundle-with-noise');
    accepted(outcome);
    expect(outcome.findings).toContain('unknown-member');
    accepted(await verifyBundle(changed(message, { '/dsseEnvelope': null, '/verificationMaterial/publicKey': null })));
  });
});

describe('H06 · ajv options', () => {
  it('a predicate that breaks its schema is told and stays as it is', async () => {
    const payload = statement([subjectOf('a', ARTIFACT)], SLSA_V1, {
      buildDefinition: { buildType: 7 },
      runDetails: [],
    });
    const outcome = await verifyEnvelope(envelopeJson(signedEnvelope(payload, [PLAIN.ed25519])));
    accepted(outcome);
    expect(outcome.findings).toContain('predicate-schema-broken');
    expect(outcome.report!.items[0]).toMatchObject({ attestationDigest: expect.stringMatching(/^sha256:/) });
  });
  it('no text makes a pattern slow', async () => {
    const start = performance.now();
    const payload = statement([subjectOf('a', ARTIFACT)], SLSA_V1, {
      ...provenanceV1(),
      buildDefinition: { buildType: `${'a'.repeat(50_000)}!`, externalParameters: {} },
    });
    accepted(await verifyEnvelope(envelopeJson(signedEnvelope(payload, [PLAIN.ed25519]))));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('H07 · deep nesting', () => {
  it('64 levels are read and 65 are not', async () => {
    await refusesCase('json-depth--limit-exceeded');
    accepted(await checkJson('['.repeat(64) + ']'.repeat(64)));
    for (const depth of [65, 5_000, 1_000_000])
      refused(await checkJson('['.repeat(depth) + ']'.repeat(depth)), 3, 'limit-exceeded');
    refused(await checkJson('{"a":'.repeat(100_000)), 3, 'limit-exceeded');
  });
  it('in a payload too', async () => {
    const deep = `${Buffer.from(PROVENANCE).toString().slice(0, -1)},"x":${'['.repeat(70)}${']'.repeat(70)}}`;
    refused(await verifyEnvelope(envelopeJson(signedEnvelope(utf8(deep), [PLAIN.ed25519]))), 3, 'limit-exceeded');
  });
});

describe('H08 · numbers', () => {
  it.each(['01', '+1', '.5', '1.', '1e', '0x1', 'NaN', 'Infinity', '-', '1_000', '--1', '1e+'])('refuses %s', (text) =>
    expect(reasonOf(text)).toBe('json-invalid'),
  );
  it('refuses a number beyond the doubles', async () => {
    for (const text of ['1e400', '-1e400', `1${'0'.repeat(400)}`]) expect(reasonOf(text)).toBe('json-number');
  });
  it.each([
    '04005',
    '4005.0',
    '4.005e3',
    '-1',
    '+4005',
    ' 4005',
    '',
    '0x0fa5',
    '18446744073709551616',
    '99999999999999999999999',
  ])('a 64-bit integer is no %j', async (text) => {
    const outcome = await verifyBundle(changed(message, { [`${ENTRY}/logIndex`]: text }));
    expect(outcome.code).toBe(3);
    expect(outcome.reasons).toEqual(['json-shape']);
  });
  it.each([4005.5, -1, 1e300, true, null, [], {}])('nor %j', async (value) => {
    const outcome = await verifyBundle(changed(message, { [`${ENTRY}/logIndex`]: value as never }));
    expect(outcome.code).toBe(3);
    expect(outcome.reasons).toHaveLength(1);
  });
});

describe('H09 · trailing data, two documents, comments, JSON5, UTF-16, gzip', () => {
  it.each([
    'json-two-documents--json-invalid',
    'json-comment--json-invalid',
    'json-leading-zero--json-invalid',
    'bundle-cut--json-invalid',
  ])('refuses %s', async (name) => void (await refusesCase(name)));
  it.each([
    '{a:1}',
    "{'a':1}",
    '{"a":1,}',
    '[1,]',
    '[,1]',
    '/**/{}',
    '{}\0',
    '{} x',
    '{}{}',
    '',
    ' ',
    '"\t"',
    '"\u0001"',
    '"\\x41"',
    'nul',
    'True',
    '{"a" 1}',
    '[1 2]',
  ])('refuses %j', (text) => expect(reasonOf(text)).toBe('json-invalid'));
  it('refuses UTF-16 and gzip', () => {
    expect(reasonOf(new Uint8Array(Buffer.from('\ufeff{}', 'utf16le')))).toBe('utf8-invalid');
    expect(['utf8-invalid', 'json-invalid']).toContain(reasonOf(bytes([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])));
  });
  it('allows white space around the one document', async () =>
    accepted(await verifyBundle(`\n\t ${JSON.stringify(message)} \r\n`)));
});

describe('H10 · JSONL', () => {
  const line = JSON.stringify(message);
  it('lines end in LF, and none is blank', async () => {
    await refusesCase('jsonl-blank-line--jsonl-line');
    await refusesCase('jsonl-cut-line--jsonl-line');
    for (const text of [`${line}\r\n${line}\r\n`, `${line}\n${line}\n\n`, `${line}\n \n${line}`]) {
      refused(await verifyBundle(text), 3, 'jsonl-line');
    }
  });
  it('NUL padding is no white space', async () => {
    for (const text of [`${line}\n${line}\n\0\0`, `${line}\0`]) {
      const outcome = await verifyBundle(text);
      expect(outcome.code).toBe(3);
      expect(outcome.reasons).toHaveLength(1);
    }
  });
  it('the last newline is optional', async () => {
    for (const end of ['', '\n']) accepted(await verifyBundle(`${line}\n${line}${end}`));
    accepted(await runCase('dsse-jsonl'));
    accepted(await runCase('bundles-jsonl'));
  });
  it('one bad line refuses the file', async () => {
    refused(await verifyBundle(`${line}\n{"a":1,"a":1}\n`), 3, 'json-duplicate-key');
  });
});

describe('H11 · Unicode identity', () => {
  it('file names and identities are shown escaped', async () => {
    const name = 'evil\u202e\u001b[31m.json';
    const outcome = await program(
      ['verify', 'artifact.txt', '--bundle', name, ...UNDER, ...WHO, ...AT],
      folder({ 'artifact.txt': ARTIFACT, [name]: message }),
    );
    expect(outcome.code).toBe(0);
    // The ellipsis is ours: it marks a cut.
    expect(outcome.stdout.replaceAll('…', '')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\uffff]/);
    expect(outcome.stdout).toContain('\\u{202e}');
  });
  it('digest and type names fold no case', async () => {
    await refusesCase('subject-digest-name-in-capitals--subject-digest-other', 4);
    await refusesCase('payload-type-case--payload-type-unsupported');
  });
});

describe('H13 · key order assumptions', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, one]) => [name, reversed(one)]),
    );
  };
  it('the order of members changes nothing, and an integer-like one in front neither', async () => {
    for (const plan of [MESSAGE, ATTESTED]) {
      const { bundle } = seal(plan);
      const straight = await verifyBundle(bundle);
      const turned = await verifyBundle(JSON.stringify(reversed(bundle)));
      accepted(straight);
      accepted(turned);
      expect(turned.checks.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(
        straight.checks.map(({ id, outcome }) => `${id} ${outcome}`),
      );
      accepted(await verifyBundle(changed(bundle, { '/7': 1 })));
    }
  });
});
