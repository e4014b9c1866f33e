// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { type Engine, nativeEngine } from '../../src/crypto/engine.ts';
import { parseRfc3339 } from '../../src/encoding/rfc3339.ts';
import { type Instant, instantFromNanoseconds } from '../../src/model/instant.ts';
import { parseCertificate } from '../../src/x509/certificate.ts';
import { type PathRequest, type PathResult, validatePath } from '../../src/x509/path.ts';
import { anchorFromCertificate, anchorFromKey } from '../../src/x509/trust-anchor.ts';
import {
  ALGORITHM,
  aki,
  type CertificateFields,
  CODE_SIGNING,
  ca,
  email,
  extendedKeyUsage,
  extension,
  keyUsage,
  name,
  nameConstraints,
  p256Key,
  p384Key,
  rsaKey,
  ski,
  type TestKey,
  TIME_STAMPING,
  writeCertificate,
} from '../support/certificate-writer.ts';
import { bitString, implicit, integer, nothing, oid, sequence, tagged, utcTime } from '../support/der-writer.ts';

const at = (text: string): Instant => parseRfc3339(text).time;
const MIDDLE = at('2026-06-01T00:00:00Z');
const rootKey = p384Key();
const caKey = p256Key();
const leafKey = p256Key();
const ROOT = name('O=Example', 'CN=root');
const CA = name('O=Example', 'CN=ca');
const LEAF = name('CN=leaf');
/** DSA. */
const UNSUPPORTED = sequence(sequence(oid('1.2.840.10040.4.1')), bitString(Uint8Array.of(2, 1, 5)));
const id = (n: number): Uint8Array => new Uint8Array(20).fill(n);

type More = Partial<CertificateFields>;
const root = (more: More = {}): Uint8Array =>
  writeCertificate({
    key: rootKey,
    signer: rootKey,
    subject: ROOT,
    issuer: ROOT,
    extensions: [ca(), keyUsage(5, 6), ski(id(1))],
    ...more,
  });
const middle = (more: More = {}): Uint8Array =>
  writeCertificate({
    key: caKey,
    signer: rootKey,
    subject: CA,
    issuer: ROOT,
    extensions: [ca(0), keyUsage(5), ski(id(2)), aki(id(1))],
    ...more,
  });
const leaf = (more: More = {}): Uint8Array =>
  writeCertificate({
    key: leafKey,
    signer: caKey,
    subject: LEAF,
    issuer: CA,
    extensions: [keyUsage(0), aki(id(2))],
    ...more,
  });

interface Chain {
  readonly leaf?: Uint8Array;
  readonly middles?: readonly Uint8Array[];
  readonly roots?: readonly Uint8Array[];
}
function validate(chain: Chain, more: Partial<PathRequest> = {}): PathResult {
  return validatePath({
    leaf: parseCertificate(chain.leaf ?? leaf()),
    intermediates: (chain.middles ?? [middle()]).map(parseCertificate),
    anchors: (chain.roots ?? [root()]).map((der) => anchorFromCertificate(parseCertificate(der))),
    at: MIDDLE,
    purpose: 'any',
    engine: nativeEngine,
    ...more,
  });
}
const outcome = (result: PathResult): string => (result.ok ? 'ok' : result.problem.reason);

describe('a path that holds', () => {
  it('leads from the leaf to the anchor', () => {
    const result = validate({});
    expect(result).toMatchObject({ ok: true });
    if (!result.ok) return;
    expect(result.path.map(({ subject }) => subject)).toEqual([LEAF, CA, ROOT]);
    expect(result.issuer.spki).toEqual(caKey.spki);
  });

  it('ends at an anchor of name and key', () => {
    const key = parseCertificate(root()).key!;
    const result = validate({}, { anchors: [anchorFromKey(ROOT, key)] });
    expect(result).toMatchObject({ ok: true });
    expect(result.ok && result.path.length).toBe(2);
    expect(outcome(validate({}, { anchors: [anchorFromKey(CA, key)], intermediates: [] }))).toBe('path-signature');
  });

  it('may be of an authority alone, of the anchor itself, or without intermediates', () => {
    expect(outcome(validate({ leaf: middle(), middles: [] }))).toBe('ok');
    expect(outcome(validate({ leaf: root(), middles: [] }))).toBe('ok');
    expect(
      outcome(validate({ leaf: leaf({ issuer: ROOT, signer: rootKey, extensions: [aki(id(1))] }), middles: [] })),
    ).toBe('ok');
    expect(outcome(validate({ middles: [], roots: [middle()] }))).toBe('ok');
  });

  it('is found among others, in any order', () => {
    const stranger = writeCertificate({
      key: p256Key(),
      signer: rootKey,
      subject: CA,
      issuer: ROOT,
      extensions: [ca()],
    });
    const unrelated = writeCertificate({
      key: p256Key(),
      signer: rootKey,
      subject: name('CN=other'),
      issuer: ROOT,
      extensions: [ca()],
    });
    for (const middles of [
      [stranger, unrelated, middle()],
      [middle(), stranger],
      [root(), leaf(), middle(), middle()],
    ]) {
      expect(outcome(validate({ middles, roots: [root()] }))).toBe('ok');
    }
  });

  it('needs no key identifiers, and no critical basic constraints', () => {
    const chain = {
      leaf: leaf({ extensions: [] }),
      middles: [middle({ extensions: [ca(0, false)] })],
      roots: [root({ extensions: [ca()] })],
    };
    expect(outcome(validate(chain))).toBe('ok');
  });
});

describe('a path that does not hold', () => {
  const flipped = (der: Uint8Array): Uint8Array => {
    const other = der.slice();
    other[other.length - 1]! ^= 1;
    return other;
  };
  const weak = rsaKey(1024);
  const cases: Record<string, [() => Chain, string]> = {
    'no issuer at hand': [() => ({ middles: [] }), 'path-not-found'],
    'no anchor': [() => ({ roots: [] }), 'path-not-found'],
    'an anchor of another name': [
      () => ({ roots: [root({ subject: name('CN=other'), issuer: name('CN=other') })] }),
      'path-not-found',
    ],
    'a self-signed leaf': [
      () => ({ leaf: leaf({ issuer: LEAF, signer: leafKey, extensions: [ca()] }), middles: [] }),
      'path-not-found',
    ],
    "a leaf's signature that is wrong": [() => ({ leaf: flipped(leaf()) }), 'path-signature'],
    "an intermediate's signature that is wrong": [() => ({ middles: [flipped(middle())] }), 'path-signature'],
    'a leaf by another key of the same name': [() => ({ leaf: leaf({ signer: leafKey }) }), 'path-signature'],
    'an authority key identifier of another key': [
      () => ({ leaf: leaf({ extensions: [aki(id(9))] }) }),
      'path-key-identifier',
    ],
    'an authority key identifier of another serial number': [
      () => ({ leaf: leaf({ extensions: [akiBySerial(ROOT, 2)] }) }),
      'path-key-identifier',
    ],
    'an authority key identifier of another issuer': [
      () => ({ leaf: leaf({ extensions: [akiBySerial(LEAF, 1)] }) }),
      'path-key-identifier',
    ],
    'an issuer without basic constraints': [
      () => ({ middles: [middle({ extensions: [keyUsage(5)] })] }),
      'path-not-ca',
    ],
    'an issuer that is not an authority': [
      () => ({ middles: [middle({ extensions: [extension('2.5.29.19', sequence())] })] }),
      'path-not-ca',
    ],
    'a leaf as an authority': [
      () => ({
        leaf: leaf({ issuer: LEAF, signer: leafKey, subject: name('CN=below'), extensions: [] }),
        middles: [leaf(), middle()],
      }),
      'path-not-ca',
    ],
    'an anchor that is not an authority': [() => ({ roots: [root({ extensions: [] })] }), 'path-not-ca'],
    'an issuer that may not sign certificates': [
      () => ({ middles: [middle({ extensions: [ca(), keyUsage(0, 6)] })] }),
      'path-key-usage',
    ],
    'one authority more than allowed': [
      () => ({
        leaf: leaf({ issuer: LEAF, signer: leafKey, subject: name('CN=below'), extensions: [] }),
        middles: [leaf({ extensions: [ca()] }), middle()],
      }),
      'path-length',
    ],
    'one authority more than the anchor allows': [() => ({ roots: [root({ extensions: [ca(0)] })] }), 'path-length'],
    'an unknown critical extension in the leaf': [
      () => ({ leaf: leaf({ extensions: [extension('1.2.3.4', nothing(), true)] }) }),
      'path-critical-extension',
    ],
    'an unknown critical extension in an issuer': [
      () => ({ middles: [middle({ extensions: [ca(), extension('1.2.3.4', nothing(), true)] })] }),
      'path-critical-extension',
    ],
    'an unknown critical extension in the anchor': [
      () => ({ roots: [root({ extensions: [ca(), extension('1.2.3.4', nothing(), true)] })] }),
      'path-critical-extension',
    ],
    "a precertificate's poison": [
      () => ({ leaf: leaf({ extensions: [extension('1.3.6.1.4.1.11129.2.4.3', nothing(), true)] }) }),
      'path-critical-extension',
    ],
    'a critical key identifier': [
      () => ({ leaf: leaf({ extensions: [extension('2.5.29.35', sequence(implicit(0, id(2))), true)] }) }),
      'path-critical-extension',
    ],
    'policies that an authority demands': [
      () => ({
        middles: [middle({ extensions: [ca(), extension('2.5.29.36', sequence(implicit(0, Uint8Array.of(0))))] })],
      }),
      'path-critical-extension',
    ],
    'a leaf that claims to sign certificates': [
      () => ({ leaf: leaf({ extensions: [keyUsage(0, 5)] }) }),
      'certificate-usage',
    ],
    'a leaf that constrains names': [
      () => ({ leaf: leaf({ extensions: [nameConstraints([email('example.com')])] }) }),
      'certificate-usage',
    ],
    'an authority key identifier of another key than the anchor has': [
      () => ({ middles: [middle({ extensions: [ca(), aki(id(9))] })] }),
      'path-key-identifier',
    ],
    'a key in the leaf that is not supported': [() => ({ leaf: leaf({ spki: UNSUPPORTED }) }), 'algorithm-unsupported'],
    'a key in an issuer that is not supported': [
      () => ({ middles: [middle({ spki: UNSUPPORTED })] }),
      'algorithm-unsupported',
    ],
    'a key in an issuer that is malformed': [
      () => ({
        middles: [middle({ spki: sequence(sequence(oid('1.2.840.113549.1.1.1')), bitString(new Uint8Array(3))) })],
      }),
      'key-format',
    ],
    'a weak key in the leaf': [() => ({ leaf: leaf({ key: weak }) }), 'key-weak'],
    'a weak key in an issuer': [() => ({ leaf: leaf({ signer: weak }), middles: [middle({ key: weak })] }), 'key-weak'],
    'SHA-1': [() => ({ leaf: leaf({ algorithm: sequence(oid('1.2.840.10045.4.1')) }) }), 'algorithm-unsupported'],
    'an algorithm of another family': [
      () => ({ leaf: leaf({ algorithm: ALGORITHM.RSA_SHA256 }) }),
      'algorithm-key-mismatch',
    ],
  };
  it.each(Object.entries(cases))('refuses %s', (_, [chain, reason]) => {
    const result = validate(chain());
    expect(outcome(result)).toBe(reason);
    expect(result.ok || result.problem.detail).toMatch(/^[^A-Z\n]/);
  });

  it('names the furthest of all problems and keeps the others', () => {
    const stranger = writeCertificate({
      key: p256Key(),
      signer: rootKey,
      subject: CA,
      issuer: ROOT,
      extensions: [ca()],
    });
    const result = validate({ middles: [stranger, middle()] }, { at: at('2030-01-01T00:00:00Z') });
    expect(result).toMatchObject({ ok: false, problem: { reason: 'path-expired' } });
    expect(result.ok || result.tried.map(({ reason }) => reason)).toEqual(['path-signature', 'path-expired']);
    expect(result.ok || result.path?.chain.length).toBe(3);
  });

  it('names the first of equals', () => {
    const strangers = [1, 2].map(() =>
      writeCertificate({ key: p256Key(), signer: rootKey, subject: CA, issuer: ROOT, extensions: [ca()] }),
    );
    const result = validate({ middles: strangers });
    expect(result.ok || result.tried.length).toBe(2);
    expect(result.ok || result.problem).toBe(result.ok || result.tried[0]);
  });

  it('ranks a wrong key identifier above an end without an issuer', () => {
    const middles = [middle({ issuer: name('CN=nobody') }), middle({ extensions: [ca(), ski(id(9))] })];
    const result = validate({ middles });
    expect(outcome(result)).toBe('path-key-identifier');
    expect(result.ok || result.tried.map(({ reason }) => reason)).toEqual(['path-not-found', 'path-key-identifier']);
    expect(result.ok || result.tried[0]!.detail).toMatch(/^no certificate at hand is that of CN=nobody/);
  });

  it('does not take an anchor for an intermediate', () => {
    const anchor = root();
    const direct = leaf({ issuer: ROOT, signer: rootKey, extensions: [] });
    const result = validate({ leaf: direct, middles: [anchor], roots: [anchor] }, { at: at('2030-01-01T00:00:00Z') });
    expect(result.ok || result.tried.map(({ reason }) => reason)).toEqual(['path-expired']);
  });
});

describe('path lengths', () => {
  it('do not count self-issued certificates', () => {
    const newKey = p256Key();
    const selfIssued = writeCertificate({ key: newKey, signer: caKey, subject: CA, issuer: CA, extensions: [ca(0)] });
    const below = leaf({ signer: newKey, extensions: [] });
    expect(outcome(validate({ leaf: below, middles: [middle(), selfIssued] }))).toBe('ok');
  });

  it('do not count the leaf, although it is an authority', () => {
    expect(outcome(validate({ leaf: leaf({ extensions: [ca()] }) }))).toBe('ok');
  });
});

describe('times', () => {
  const edges: [string, bigint, string][] = [
    ['2026-01-01T00:00:00Z', 0n, 'ok'],
    ['2026-01-01T00:00:00Z', -1n, 'path-not-yet-valid'],
    ['2027-01-01T00:00:00Z', 0n, 'ok'],
    ['2027-01-01T00:00:00Z', 1n, 'path-expired'],
  ];
  it.each(edges)('at %s and %d ns: %s', (text, nanoseconds, expected) => {
    expect(outcome(validate({}, { at: instantFromNanoseconds(at(text) + nanoseconds) }))).toBe(expected);
  });

  it('hold for intermediate and anchor alike', () => {
    const early = { notAfter: utcTime('260501000000Z') };
    const late = { notBefore: utcTime('260701000000Z') };
    expect(outcome(validate({ middles: [middle(early)] }))).toBe('path-expired');
    expect(outcome(validate({ roots: [root(early)] }))).toBe('path-expired');
    expect(outcome(validate({ middles: [middle(late)] }))).toBe('path-not-yet-valid');
    expect(outcome(validate({ roots: [root(late)] }))).toBe('path-not-yet-valid');
  });

  it('are never inside a window that ends before it starts', () => {
    const empty = leaf({ notBefore: utcTime('260801000000Z'), notAfter: utcTime('260301000000Z') });
    expect(outcome(validate({ leaf: empty }))).toBe('path-not-yet-valid');
    expect(outcome(validate({ leaf: empty }, { at: at('2026-09-01T00:00:00Z') }))).toBe('path-expired');
  });
});

describe('purposes', () => {
  const withUsage = (critical: boolean, ...usages: string[]): Chain => ({
    leaf: leaf({ extensions: [keyUsage(0), extendedKeyUsage(critical, ...usages)] }),
  });
  const cases: [string, 'codeSigning' | 'timeStamping', Chain, string][] = [
    ['code signing', 'codeSigning', withUsage(false, CODE_SIGNING), 'ok'],
    ['code signing among others', 'codeSigning', withUsage(false, CODE_SIGNING, TIME_STAMPING), 'ok'],
    ['code signing without usages', 'codeSigning', {}, 'certificate-usage'],
    ['code signing with any usage', 'codeSigning', withUsage(false, '2.5.29.37.0'), 'certificate-usage'],
    ['code signing with another usage', 'codeSigning', withUsage(false, '1.3.6.1.5.5.7.3.1'), 'certificate-usage'],
    [
      'code signing by a key that may not sign',
      'codeSigning',
      { leaf: leaf({ extensions: [keyUsage(2), extendedKeyUsage(false, CODE_SIGNING)] }) },
      'certificate-usage',
    ],
    ['time stamping', 'timeStamping', withUsage(true, TIME_STAMPING), 'ok'],
    ['time stamping that is not critical', 'timeStamping', withUsage(false, TIME_STAMPING), 'certificate-usage'],
    [
      'time stamping that is not alone',
      'timeStamping',
      withUsage(true, TIME_STAMPING, CODE_SIGNING),
      'certificate-usage',
    ],
    ['time stamping with another usage', 'timeStamping', withUsage(true, CODE_SIGNING), 'certificate-usage'],
  ];
  it.each(cases)('%s', (_, purpose, chain, expected) => {
    expect(outcome(validate(chain, { purpose }))).toBe(expected);
    expect(outcome(validate(chain))).toBe('ok');
  });

  it('bind issuers that name theirs', () => {
    const chain = withUsage(false, CODE_SIGNING);
    const issuer = (...usages: string[]): Uint8Array =>
      middle({ extensions: [ca(), extendedKeyUsage(false, ...usages)] });
    expect(outcome(validate({ ...chain, middles: [issuer(CODE_SIGNING)] }, { purpose: 'codeSigning' }))).toBe('ok');
    expect(outcome(validate({ ...chain, middles: [issuer('2.5.29.37.0')] }, { purpose: 'codeSigning' }))).toBe('ok');
    expect(outcome(validate({ ...chain, middles: [issuer(TIME_STAMPING)] }, { purpose: 'codeSigning' }))).toBe(
      'certificate-usage',
    );
    expect(outcome(validate({ ...chain, middles: [issuer(TIME_STAMPING)] }))).toBe('ok');
  });
});

describe('work (attacks E06)', () => {
  function counted(): { engine: Engine; count: () => number } {
    let operations = 0;
    const verify: Engine['verify'] = (...args) => {
      operations++;
      return nativeEngine.verify(...args);
    };
    return { engine: { ...nativeEngine, verify }, count: () => operations };
  }
  const SAME = name('CN=same');
  const sameName = (key: TestKey, signer: TestKey): Uint8Array =>
    writeCertificate({ key, signer, subject: SAME, issuer: SAME, extensions: [ca()] });

  it('ends in a cycle of two authorities', () => {
    const [a, b] = [p256Key(), p256Key()];
    const [nameA, nameB] = [name('CN=a'), name('CN=b')];
    const middles = [
      writeCertificate({ key: a, signer: b, subject: nameA, issuer: nameB, extensions: [ca()] }),
      writeCertificate({ key: b, signer: a, subject: nameB, issuer: nameA, extensions: [ca()] }),
      writeCertificate({ key: b, signer: a, subject: nameB, issuer: nameA, extensions: [ca()], serial: integer(2) }),
    ];
    expect(outcome(validate({ leaf: leaf({ issuer: nameA, signer: a, extensions: [] }), middles }))).toBe(
      'path-not-found',
    );
  });

  it('is bounded where each of nine authorities has signed each other', () => {
    const keys = Array.from({ length: 9 }, p256Key);
    const middles = keys.flatMap((key) =>
      keys.filter((signer) => signer !== key).map((signer) => sameName(key, signer)),
    );
    const { engine, count } = counted();
    const start = performance.now();
    const result = validate({ leaf: leaf({ issuer: SAME, signer: keys[0]!, extensions: [] }), middles }, { engine });
    expect(outcome(result)).toBe('path-limit');
    expect(count()).toBeLessThanOrEqual(64);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('is bounded where a hundred anchors share one name', () => {
    const roots = Array.from({ length: 100 }, () => {
      const key = p256Key();
      return sameName(key, key);
    });
    const { engine, count } = counted();
    expect(outcome(validate({ leaf: leaf({ issuer: SAME, extensions: [] }), middles: [], roots }, { engine }))).toBe(
      'path-limit',
    );
    expect(count()).toBe(64);
  });

  it('is bounded where few links make many paths', () => {
    const keys = Array.from({ length: 8 }, p256Key);
    const names = keys.map((_, i) => name(`CN=layer ${i}`));
    const middles = keys.flatMap((key, i) =>
      [1, 2].map((serial) =>
        writeCertificate({
          key,
          signer: keys[i + 1] ?? key,
          subject: names[i]!,
          issuer: names[i + 1] ?? name('CN=nobody'),
          extensions: [ca()],
          serial: integer(serial),
        }),
      ),
    );
    const { engine, count } = counted();
    const result = validate(
      { leaf: leaf({ issuer: names[0]!, signer: keys[0]!, extensions: [] }), middles },
      { engine },
    );
    expect(outcome(result)).toBe('path-limit');
    expect(result.ok || result.tried.length).toBeLessThanOrEqual(65);
    expect(count()).toBeLessThanOrEqual(2 + 7 * 4);
  });

  it('ends at ten certificates', () => {
    const chainOf = (length: number): Chain => {
      const keys = Array.from({ length }, p256Key);
      const names = keys.map((_, i) => (i === length - 1 ? ROOT : name(`CN=${i}`)));
      const all = keys.map((key, i) =>
        writeCertificate({
          key,
          signer: keys[i + 1] ?? key,
          subject: names[i]!,
          issuer: names[i + 1] ?? ROOT,
          extensions: i === 0 ? [] : [ca()],
        }),
      );
      return { leaf: all[0]!, middles: all.slice(1, -1), roots: all.slice(-1) };
    };
    expect(outcome(validate(chainOf(10)))).toBe('ok');
    expect(outcome(validate(chainOf(11)))).toBe('path-limit');
  });

  it('counts comparisons of names with constraints', () => {
    const many = Array.from({ length: 2000 }, (_, i) => email(`${i}@example.com`));
    const constrained = middle({
      extensions: [ca(), nameConstraints(Array.from({ length: 2000 }, (_, i) => email(`${i}.example.com`)))],
    });
    const start = performance.now();
    const names = extension('2.5.29.17', sequence(email('ok@1999.example.com'), ...many.slice(0, 100)));
    expect(outcome(validate({ leaf: leaf({ extensions: [names] }), middles: [constrained] }))).toBe(
      'path-name-constraints',
    );
    const fits = Array.from({ length: 100 }, () => email('ok@0.example.com'));
    const tooMany = extension('2.5.29.17', sequence(...fits));
    expect(outcome(validate({ leaf: leaf({ extensions: [tooMany] }), middles: [constrained] }))).toBe('path-limit');
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

function akiBySerial(issuer: Uint8Array, serial: number): Uint8Array {
  return extension('2.5.29.35', sequence(tagged(1, tagged(4, issuer)), implicit(2, Uint8Array.of(serial))));
}
