// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pae, readPae } from '../../src/envelope/pae.ts';
import { base64, dsse, open, opened, problems, refusal, text } from './support.ts';

const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nbGVhZg==\n-----END CERTIFICATE-----\n';

describe('pae', () => {
  it('is the text of the protocol for its own vector', () => {
    const bytes = pae('http://example.com/HelloWorld', text('hello world'));
    expect(new TextDecoder().decode(bytes)).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
  });

  it('counts bytes, not UTF-16 units', () => {
    expect(new TextDecoder().decode(pae('tÿ😀', text('é')))).toBe('DSSEv1 7 tÿ😀 2 é');
  });

  it('can be read back, so that no two pairs of type and payload give the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 200 }), (type, payload) => {
        expect(readBack(pae(type, payload))).toEqual({ type, payload });
        if (!type.startsWith('\ufeff')) expect(readPae(pae(type, payload))).toEqual({ payloadType: type, payload });
      }),
    );
  });

  it('is read from nothing else', () => {
    for (const other of [
      '',
      'DSSEv1 ',
      'DSSEv1 1 a 1 b ',
      'DSSEv1 01 a 1 b',
      'DSSEv1 9 a 1 b',
      'DSSEv2 1 a 1 b',
      'a'.repeat(64),
    ])
      expect(readPae(text(other)), other).toBeNull();
    fc.assert(fc.property(fc.uint8Array(), (bytes) => readPae(bytes) === null));
  });

  it('refuses a type without UTF-8', () => {
    expect(() => pae('\ud800', text(''))).toThrow('utf8-invalid');
  });
});

function readBack(bytes: Uint8Array) {
  const rest = { bytes };
  const take = (length: number) => {
    const head = rest.bytes.slice(0, length);
    rest.bytes = rest.bytes.slice(length);
    return head;
  };
  const word = () => new TextDecoder().decode(take(rest.bytes.indexOf(0x20) + 1)).trimEnd();
  expect(word()).toBe('DSSEv1');
  const type = new TextDecoder().decode(take(Number(word())));
  take(1);
  const length = Number(word());
  expect(rest.bytes.length).toBe(length);
  return { type, payload: rest.bytes };
}

describe('a DSSE envelope', () => {
  it('opens into what each signature covers', () => {
    const entity = opened(dsse());
    expect(entity).toMatchObject({
      envelope: 'dsse',
      version: '',
      signer: { kind: 'key', hint: 'k' },
      logEntries: [],
      timestamps: [],
    });
    expect(entity.signatures).toEqual([{ sig: text('signature'), keyHint: 'k' }]);
    expect(entity.content).toEqual({
      kind: 'dsse',
      payloadType: 'http://example.com/HelloWorld',
      payload: text('hello world'),
      pae: text('DSSEv1 29 http://example.com/HelloWorld 11 hello world'),
      stored: text(JSON.stringify(dsse())),
    });
    expect(open(dsse()).checks.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      'envelope.format passed',
      'envelope.signatures passed',
    ]);
  });

  it('takes both base64 alphabets and an empty payload', () => {
    const url = Buffer.from([0xfb, 0xff, 0xfe]).toString('base64url');
    expect(opened(dsse({ payload: url })).content).toMatchObject({ payload: new Uint8Array([0xfb, 0xff, 0xfe]) });
    expect(opened(dsse({ payload: '' })).content).toMatchObject({ payload: new Uint8Array(0) });
  });

  it('treats an unset, a null and an empty key id alike', () => {
    for (const keyid of [undefined, null, '']) {
      expect(opened(dsse({ signatures: [{ keyid, sig: base64('s') }] })).signatures[0]?.keyHint).toBeNull();
    }
  });

  it('opens 32 signatures and refuses 33', () => {
    const signatures = (n: number) => Array.from({ length: n }, (_, i) => ({ sig: base64(`s${i}`) }));
    expect(opened(dsse({ signatures: signatures(32) })).signatures).toHaveLength(32);
    expect(refusal(dsse({ signatures: signatures(33) }))).toBe('envelope.format limit-exceeded');
  });

  it.each([
    ['empty', []],
    ['missing', undefined],
    ['null', null],
  ])('is unsigned where its signatures are %s: a fact, not a parse error', (_, signatures) => {
    const result = open(dsse({ signatures }));
    expect(result.ok).toBe(true);
    expect(problems(result)).toEqual(['envelope.signatures signature-absent']);
    expect(result.ok && result.value[0]).toMatchObject({ signatures: [], signer: { kind: 'none' } });
  });

  it.each([
    ['a signature without sig', { signatures: [{}] }, 'json-shape'],
    ['an empty sig', { signatures: [{ sig: '' }] }, 'envelope-format'],
    ['an empty sig beside a good one', { signatures: [{ sig: base64('s') }, { sig: '' }] }, 'envelope-format'],
    ['a sig that is an array', { signatures: [{ sig: ['c2ln'] }] }, 'json-shape'],
    ['a sig that is no base64', { signatures: [{ sig: 'c2l n' }] }, 'base64-invalid'],
    ['signatures that are an object', { signatures: {} }, 'json-shape'],
    ['a signature that is null', { signatures: [null] }, 'json-shape'],
    ['a key id that is an object', { signatures: [{ sig: 'c2ln', keyid: {} }] }, 'json-shape'],
    ['a key id of 1 MB', { signatures: [{ sig: 'c2ln', keyid: 'k'.repeat(1_000_000) }] }, 'limit-exceeded'],
    ['no payload', { payload: undefined }, 'json-shape'],
    ['a payload that is no base64', { payload: 'aGVsbG8*' }, 'base64-invalid'],
    ['a payload with both alphabets', { payload: '+_8A' }, 'base64-invalid'],
    ['a payload with non-zero trailing bits', { payload: 'aGVsbG9=' }, 'base64-invalid'],
    ['no payload type', { payloadType: undefined }, 'json-shape'],
    ['a payload type that is an array', { payloadType: ['a'] }, 'json-shape'],
    ['a certificate that is no PEM', { signatures: [{ sig: 'c2ln', cert: 'x' }] }, 'pem-invalid'],
    [
      'a private key for a certificate',
      { signatures: [{ sig: 'c2ln', cert: CERTIFICATE.replaceAll('CERTIFICATE', 'PRIVATE KEY') }] },
      'key-private',
    ],
    ['eleven certificates', { signatures: [{ sig: 'c2ln', cert: CERTIFICATE.repeat(11) }] }, 'limit-exceeded'],
  ])('refuses %s', (_, changes, reason) => {
    expect(refusal(dsse(changes))).toBe(`envelope.format ${reason}`);
  });

  it('reads a certificate in the only signature, and lists it in one of several', () => {
    const signature = { sig: 'c2ln', cert: CERTIFICATE };
    expect(opened(dsse({ signatures: [signature] })).signer).toEqual({
      kind: 'certificate',
      chain: [text('leaf')],
      form: 'certificate',
    });
    expect(opened(dsse({ signatures: [{ ...signature, cert: CERTIFICATE.repeat(2) }] })).signer).toMatchObject({
      form: 'chain',
    });
    const several = open(dsse({ signatures: [signature, { sig: 'c2ln' }] }));
    expect(several.ok && several.value[0].signer).toEqual({ kind: 'key', hint: null });
    expect(several.findings).toEqual([
      { code: 'unknown-member', at: { evidence: 'evidence.json', pointer: '/signatures/0' }, detail: 'cert' },
    ]);
  });

  it('lists text outside the certificate', () => {
    const result = open(dsse({ signatures: [{ sig: 'c2ln', cert: `subject=x\n${CERTIFICATE}` }] }));
    expect(result.ok && result.value[0].signer.kind).toBe('certificate');
    expect(result.findings).toMatchObject([{ code: 'pem-text-outside', at: { pointer: '/signatures/0/cert' } }]);
  });

  it('ignores members that it does not know, and lists them escaped and cut', () => {
    const members = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`x${String(i).padStart(2, '0')}\u202e`, 1]),
    );
    const result = open(dsse({ ...members, signatures: [{ sig: 'c2ln', extra: 1 }] }));
    expect(result.ok).toBe(true);
    expect(result.findings.map(({ code, at, detail }) => [code, at.pointer, detail])).toEqual([
      ['unknown-member', '', `${Array.from({ length: 8 }, (_, i) => `x0${i}\\u{202e}`).join(', ')} and 12 more`],
      ['unknown-member', '/signatures/0', 'extra'],
    ]);
  });

  it('survives a value of any other type at every place', () => {
    const strange = [null, true, 0, -1, 1.5, '', 'x', [], {}, [null], { a: null }];
    for (const value of strange) {
      for (const name of ['payload', 'payloadType', 'signatures']) open(dsse({ [name]: value }));
      for (const name of ['keyid', 'sig', 'cert']) open(dsse({ signatures: [{ sig: 'c2ln', [name]: value }] }));
    }
  });
});
