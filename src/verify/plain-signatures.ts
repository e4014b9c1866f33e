// SPDX-License-Identifier: Apache-2.0
import { ecdsaEncodingOf } from '../crypto/ecdsa-signature.ts';
import { type Engine, outcomeReason, type SignatureEncoding, type VerifyOutcome } from '../crypto/engine.ts';
import { encodeHex } from '../encoding/hex.ts';
import type { Bytes } from '../model/bytes.ts';
import { type Check, type Finding, finding, type Locator, notPassed, passed, skipped, within } from '../model/check.ts';
import type { ClaimedSignature } from '../model/signed-entity.ts';
import type { TrustedKey } from '../model/trusted-root.ts';

export interface PlainRequest {
  readonly message: Bytes;
  readonly signatures: readonly ClaimedSignature[];
  readonly keys: readonly TrustedKey[];
  /** A shared secret counts as one more key, named by its own digest never: it has no public name. */
  readonly hmacSecret: Bytes | null;
  readonly threshold: number;
  readonly engine: Engine;
  readonly at: Locator;
  /** Whether a weak key still counts: `check` judges the mathematics, `verify` does not. */
  readonly acceptWeak: boolean;
  /** The signatures stand in files of their own, or in cosign's old forms: keys of no stated scheme may have signed otherwise. */
  readonly detached?: boolean;
}

export interface PlainResult {
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  /** The distinct keys under which a signature verified, in the order of the signatures. */
  readonly signers: readonly { readonly name: string; readonly fingerprint: string | null; readonly scheme: string }[];
  readonly ok: boolean;
}

interface Tried {
  readonly outcome: VerifyOutcome;
  readonly encoding: SignatureEncoding;
}

/**
 * DSSE v1.0 protocol: every signature is tried under every given key (at most 32 × 32), key ids are never believed, and what
 * counts towards the threshold is distinct keys by the hash of their SubjectPublicKeyInfo (attacks B03, B10).
 */
export function verifyPlainSignatures(request: PlainRequest): PlainResult {
  const { at, signatures } = request;
  if (signatures.length === 0) return unsigned(request);
  const weak = request.acceptWeak ? [] : request.keys.filter(({ key }) => key.weakness !== null);
  const keys = request.keys.filter((key) => !weak.includes(key));
  if (keys.length === 0 && request.hmacSecret === null) return keyless(request, weak);
  const checks: Check[] = [];
  const findings: Finding[] = [];
  const counted = new Map<string, { name: string; fingerprint: string | null; scheme: string }>();
  const seen = new Set<string>();
  let refusal: { readonly outcome: VerifyOutcome; readonly index: number } | null = null;
  signatures.forEach(({ sig, keyHint }, index) => {
    const place = within(at, 'signatures', index);
    const hex = encodeHex(sig);
    if (seen.has(hex)) findings.push(finding('signature-duplicate', place, 'the same octets stand earlier'));
    seen.add(hex);
    const match = findKey(request, keys, sig);
    if ('key' in match) {
      const { key, encoding } = match;
      const { fingerprint } = key.key;
      if (counted.has(fingerprint))
        findings.push(finding('signature-duplicate', place, `key ${fingerprint} has signed already`));
      if (keyHint !== null && key.keyId !== null && keyHint !== key.keyId)
        findings.push(finding('keyid-differs', place, keyHint));
      const [only, ...others] = request.engine.enginesFor(key.scheme);
      if (request.engine.id === 'dual' && others.length === 0)
        findings.push(finding('one-engine', place, `${key.scheme} by ${only} alone`));
      counted.set(fingerprint, { name: key.name, fingerprint, scheme: key.scheme });
      checks.push(
        passed('signature.valid', place, {
          fingerprint,
          scheme: key.scheme,
          encoding,
          engines: [...request.engine.enginesFor(key.scheme)],
        }),
      );
    } else if ('mac' in match) {
      counted.set('hmac', { name: 'shared secret', fingerprint: null, scheme: match.mac });
      checks.push(passed('signature.valid', place, { scheme: match.mac }));
    } else {
      if (match.refused !== 'invalid' || refusal === null)
        refusal = refusal?.outcome === 'engines-disagree' ? refusal : { outcome: match.refused, index };
      findings.push(finding('signature-not-counted', place, `none of ${keys.length} given keys: ${match.refused}`));
    }
  });
  for (const { key } of weak) findings.push(finding('weak-key', at, key.weakness ?? key.fingerprint));
  const facts = {
    distinctKeys: counted.size,
    threshold: request.threshold,
    signatures: signatures.length,
    keysGiven: keys.length,
  };
  const disagreed = (refusal as { outcome: VerifyOutcome } | null)?.outcome === 'engines-disagree';
  if (counted.size === 0 || disagreed) {
    const { outcome, index } = refusal!;
    checks.push(
      notPassed(
        'signature.valid',
        within(at, 'signatures', index),
        outcomeReason(outcome) ?? 'signature-mismatch',
        `no signature verifies under any of the ${keys.length} given keys`,
        facts,
      ),
    );
  }
  const trusted = passed('key.trusted', at, { given: keys.map(({ key }) => key.fingerprint) });
  if (counted.size === 0) checks.push(skipped('signature.threshold', at, 'signature.valid'));
  else if (counted.size < request.threshold) {
    checks.push(
      notPassed(
        'signature.threshold',
        at,
        'signature-threshold',
        `${counted.size} of ${request.threshold} distinct keys have signed`,
        facts,
      ),
    );
  } else checks.push(passed('signature.threshold', at, facts));
  return {
    checks: [trusted, ...checks],
    findings,
    signers: [...counted.values()],
    ok: counted.size >= request.threshold && !disagreed,
  };
}

function findKey(
  { engine, message, hmacSecret, detached = false }: PlainRequest,
  keys: readonly TrustedKey[],
  sig: Bytes,
):
  | { readonly key: TrustedKey; readonly encoding: SignatureEncoding }
  | { readonly mac: string }
  | { readonly refused: VerifyOutcome } {
  let refused: VerifyOutcome = 'invalid';
  for (const given of keys) {
    for (const scheme of [given.scheme, ...(detached ? (given.detachedToo ?? []) : [])]) {
      const key = { ...given, scheme };
      const { outcome, encoding } = tryKey(engine, key, message, sig);
      if (outcome === 'valid') return { key, encoding };
      if (outcome !== 'invalid' && refused !== 'engines-disagree') refused = outcome;
      // Engines that disagree about one are never outvoted by another.
      if (outcome === 'engines-disagree') break;
    }
  }
  if (hmacSecret !== null && keys.length === 0) {
    const hash = (
      [
        [32, 'sha256'],
        [48, 'sha384'],
        [64, 'sha512'],
      ] as const
    ).find(([size]) => size === sig.length)?.[1];
    if (hash === undefined) return { refused: 'signature-encoding' };
    const outcome = engine.verifyMac(hash, hmacSecret, message, sig);
    return outcome === 'valid' ? { mac: `hmac-${hash}` } : { refused: outcome };
  }
  return { refused };
}

/** attacks D05: an ECDSA signature of 2n octets that is not strict DER is r‖s; never both are tried. */
function tryKey(engine: Engine, { key, scheme }: TrustedKey, message: Bytes, sig: Bytes): Tried {
  const encoding = key.kind.startsWith('ecdsa-') ? ecdsaEncodingOf(key, sig) : 'der';
  return { outcome: engine.verify(scheme, key, message, sig, encoding), encoding };
}

function unsigned({ at }: PlainRequest): PlainResult {
  const checks = [
    skipped('key.trusted', at, 'envelope.signatures'),
    skipped('signature.valid', at, 'envelope.signatures'),
    skipped('signature.threshold', at, 'envelope.signatures'),
  ];
  return { checks, findings: [], signers: [], ok: false };
}

function keyless({ at }: PlainRequest, weak: readonly TrustedKey[]): PlainResult {
  const [first] = weak;
  const trusted =
    first === undefined
      ? notPassed('key.trusted', at, 'signer-key-unknown', 'the signature names no certificate and no key was given')
      : notPassed('key.trusted', at, 'key-weak', first.key.weakness ?? '', { fingerprint: first.key.fingerprint });
  const checks = [
    trusted,
    skipped('signature.valid', at, 'key.trusted'),
    skipped('signature.threshold', at, 'key.trusted'),
  ];
  return { checks, findings: [], signers: [], ok: false };
}
