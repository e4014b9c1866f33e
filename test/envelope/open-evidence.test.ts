// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENVELOPES, recogniseEnvelope } from '../../src/envelope/envelopes.ts';
import { isJsonl } from '../../src/envelope/jsonl.ts';
import { openEvidence } from '../../src/envelope/open-evidence.ts';
import type { JsonValue } from '../../src/model/json.ts';
import { AT, bundle, dsse, open, opened, problems, refusal, text } from './support.ts';

const statement = { _type: 'https://in-toto.io/Statement/v1', subject: [], predicateType: 'https://example.com/p' };
const lines = (...documents: readonly unknown[]) => documents.map((document) => JSON.stringify(document)).join('\n');

describe('one document', () => {
  it('may have white space around it', () => {
    expect(opened(`\r\n\t ${JSON.stringify(dsse(), null, 2)}\n\n`).envelope).toBe('dsse');
  });

  it.each([
    ['nothing', '', 'input-empty'],
    ['white space', ' \n', 'json-invalid'],
    ['text', 'hello', 'json-invalid'],
    ['a truncated document', JSON.stringify(dsse()).slice(0, -1), 'json-invalid'],
    ['two documents on one line', `${JSON.stringify(dsse())}${JSON.stringify(dsse())}`, 'json-invalid'],
    ['a duplicate member', '{"payload":"","payload":"","payloadType":"","signatures":[]}', 'json-duplicate-key'],
    [
      'a duplicate member in escapes',
      '{"payload":"","p\\u0061yload":"","payloadType":"","signatures":[]}',
      'json-duplicate-key',
    ],
    ['a member __proto__', '{"__proto__":{},"payload":"","payloadType":""}', 'json-proto-key'],
    ['a lone surrogate', '{"payloadType":"\\ud800","payload":""}', 'json-surrogate'],
    ['65 levels', `{"payloadType":"","payload":"","x":${'['.repeat(64)}${']'.repeat(64)}}`, 'limit-exceeded'],
    ['a number', '5', 'input-not-recognised'],
    ['an array of envelopes', [dsse()], 'input-not-recognised'],
    ['an empty object', {}, 'input-not-recognised'],
    [
      'a trusted root',
      { mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1', tlogs: [] },
      'input-not-recognised',
    ],
    [
      'an image manifest',
      { mediaType: 'application/vnd.oci.image.manifest.v1+json', config: {} },
      'input-not-recognised',
    ],
  ])('refuses %s', (_, value, reason) => {
    expect(refusal(value)).toBe(`envelope.format ${reason}`);
  });

  it('refuses bytes that are no UTF-8, and a byte order mark', () => {
    const bytes = text(JSON.stringify(dsse()));
    expect(problems(openEvidence(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]), AT))).toEqual([
      'envelope.format utf8-invalid',
    ]);
    expect(problems(openEvidence(new Uint8Array([...bytes.subarray(0, 12), 0xff, ...bytes.subarray(12)]), AT))).toEqual(
      ['envelope.format utf8-invalid'],
    );
  });

  it('lists the same two checks whatever happens', () => {
    for (const value of [
      '',
      'x',
      '5',
      dsse(),
      dsse({ payload: 5 }),
      bundle(),
      statement,
      lines(dsse(), dsse({ payload: 5 })),
    ]) {
      expect(
        open(value)
          .checks.slice(-2)
          .map(({ id }) => id),
      ).toEqual(['envelope.format', 'envelope.signatures']);
    }
  });

  it('opens an unsigned statement as what it is: unsigned', () => {
    const result = open(statement);
    expect(problems(result)).toEqual(['envelope.signatures signature-absent']);
    expect(result.ok && result.value[0]).toMatchObject({
      envelope: 'in-toto-statement',
      content: {
        kind: 'dsse',
        payloadType: 'application/vnd.in-toto+json',
        payload: text(JSON.stringify(statement)),
        stored: null,
      },
      signatures: [],
      signer: { kind: 'none' },
    });
  });
});

describe('JSON Lines', () => {
  it.each([
    ['with a newline at the end', '\n'],
    ['without one', ''],
  ])('opens each line, the last one %s', (_, end) => {
    const result = open(lines(dsse(), bundle(), dsse()) + end);
    expect(result.ok && result.value.map(({ envelope, at }) => `${envelope} ${at.pointer}`)).toEqual([
      'dsse /0',
      'sigstore-bundle /1',
      'dsse /2',
    ]);
    expect(result.checks.map(({ id, at }) => `${id} ${at.pointer}`)).toEqual(
      [0, 1, 2].flatMap((i) => [`envelope.format /${i}`, `envelope.signatures /${i}`]),
    );
  });

  it('gives each entity the bytes of its own line', () => {
    const result = open(`${lines(dsse(), dsse({ payload: '' }))}\n`);
    expect(result.ok && result.value[1]?.content).toMatchObject({
      stored: text(JSON.stringify(dsse({ payload: '' }))),
    });
  });

  it('places log entries and findings in their line', () => {
    const result = open(lines(dsse(), { ...bundle(), extra: 1 }));
    expect(result.ok && result.value[1]?.logEntries[0]?.at.pointer).toBe('/1/verificationMaterial/tlogEntries/0');
    expect(result.findings).toMatchObject([{ code: 'unknown-member', at: { pointer: '/1' } }]);
  });

  it('names each line of an unknown kind, beside the others and where there is no other', () => {
    const result = open(lines({ other: 1 }, dsse(), 1, []));
    expect(result.ok && result.value.map(({ at }) => at.pointer)).toEqual(['/1']);
    const unknown = result.checks.filter(({ id, outcome }) => id === 'envelope.format' && outcome !== 'passed');
    expect(unknown).toMatchObject(
      [0, 2, 3].map((i) => ({
        reason: 'input-not-recognised',
        at: { pointer: `/${i}` },
        detail: `line ${i + 1} is no kind of envelope that is known here`,
      })),
    );
    expect(refusal(lines({ other: 1 }, { other: 2 }))).toBe('envelope.format input-not-recognised');
  });

  it.each([
    ['a blank line', `${lines(dsse())}\n\n${lines(dsse())}`, 'jsonl-line'],
    ['a blank line at the end', `${lines(dsse(), dsse())}\n\n`, 'jsonl-line'],
    ['a line that ends in CR', `${lines(dsse())}\r\n${lines(dsse())}\r\n`, 'jsonl-line'],
    ['a line that is no document', `${lines(dsse(), dsse())}\n{`, 'jsonl-line'],
    ['a line of two documents', `${lines(dsse())}\n${lines(dsse())}${lines(dsse())}`, 'jsonl-line'],
    ['NUL padding', `${lines(dsse(), dsse())}\n\0\0`, 'jsonl-line'],
    ['a duplicate member in a later line', `${lines(dsse())}\n{"a":1,"a":2}`, 'json-duplicate-key'],
    ['a malformed envelope among good ones', lines(dsse(), dsse({ payload: 5 }), dsse()), 'json-shape'],
  ])('refuses %s', (_, value, reason) => {
    expect(refusal(value)).toBe(`envelope.format ${reason}`);
  });

  it('holds 5,000 envelopes and no more', () => {
    const line = `${lines(dsse())}\n`;
    expect(open(line.repeat(5_000)).ok).toBe(true);
    expect(refusal(line.repeat(8_193))).toBe('envelope.format limit-exceeded');
    expect(refusal(`${line}${'{}\n'.repeat(5_000)}`)).toBe('envelope.format limit-exceeded');
  });

  it('names the line', () => {
    const result = open(`${lines(dsse())}\n{`);
    expect(result.checks[0]).toMatchObject({ at: { pointer: '/1' }, detail: expect.stringMatching(/^line 2: /) });
  });

  it('is not what a broken document over several lines is', () => {
    expect(isJsonl(text('{\n"a": 1\n'))).toBe(false);
    expect(isJsonl(text('1\n2\n'))).toBe(false);
    expect(isJsonl(text('{}\n'))).toBe(false);
    expect(isJsonl(text('{}\n{'))).toBe(true);
  });
});

describe('ENVELOPES', () => {
  it('has no prototype to be asked for a kind', () => {
    expect(Object.getPrototypeOf(ENVELOPES)).toBeNull();
    for (const [id, kind] of Object.entries(ENVELOPES)) expect(kind.id).toBe(id);
  });

  it('recognises each document by one kind at most', () => {
    const names = [
      'mediaType',
      'verificationMaterial',
      'messageSignature',
      'dsseEnvelope',
      'payload',
      'payloadType',
      'signatures',
    ];
    const marks = [...names, '_type', 'predicateType', 'subject'];
    const values = fc.constantFrom<JsonValue>(
      null,
      '',
      1,
      {},
      [],
      'application/vnd.dev.sigstore.bundle.v0.3+json',
      'https://in-toto.io/Statement/v1',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...marks), values), (document) => {
        const kinds = Object.values(ENVELOPES).filter((kind) => kind.recognises(document));
        expect(kinds.length).toBeLessThanOrEqual(1);
        expect(recogniseEnvelope(document)).toBe(kinds[0] ?? null);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['a bundle without its media type', bundle({ mediaType: undefined }), 'sigstore-bundle'],
    ['a bundle of an unknown media type', bundle({ mediaType: 'other' }), 'sigstore-bundle'],
    ['a bundle without its material', bundle({ verificationMaterial: undefined }), 'sigstore-bundle'],
    ['a bundle with the members of an envelope', { ...bundle(), ...dsse() }, 'sigstore-bundle'],
    ['an envelope with a foreign media type', { ...dsse(), mediaType: 'other' }, 'dsse'],
    ['an envelope without payload', dsse({ payload: undefined }), 'dsse'],
    ['an envelope without payload type', dsse({ payloadType: undefined }), 'dsse'],
    ['an envelope with the members of a statement', { ...dsse(), ...statement }, 'dsse'],
    [
      'a statement of an unknown version',
      { ...statement, _type: 'https://in-toto.io/Statement/v2' },
      'in-toto-statement',
    ],
    ['a statement without predicate type', { ...statement, predicateType: undefined }, 'in-toto-statement'],
    ['a statement whose type is an array', { ...statement, _type: [statement._type] }, 'in-toto-statement'],
  ])('keeps %s in its kind, so that the reason is told', (_, document, id) => {
    expect(recogniseEnvelope(JSON.parse(JSON.stringify(document)))?.id).toBe(id);
  });
});
