// SPDX-License-Identifier: Apache-2.0
import { formatInstant } from '../encoding/rfc3339.ts';
import { NANOSECONDS_PER_SECOND } from '../model/instant.ts';
import { DEFAULT_POLICY } from '../model/policy.ts';
import type { Report } from '../model/report.ts';
import { examinerTime } from '../time/evidence.ts';
import { judgeOrder } from '../time/order.ts';
import { judgeWindow } from '../time/window.ts';
import { bundledTrustIssuedAt } from '../trust/bundled.ts';
import { verifyRegistrySignature } from '../trust/npm-signature.ts';
import { composeReport, EMPTY_ITEM } from '../verify/compose-report.ts';
import { skewAsked, windowAsked } from './asked.ts';
import { registryKeysAsked } from './package-asked.ts';
import { engineFlag, instantFlag, judgingTime, runRecord } from './session.ts';
import { trustGiven } from './trust-given.ts';
import type { VerifyFlags } from './verification.ts';
import { VERSION } from './version.ts';

/** `--registry-signature`: by a registry key, over name, version and integrity; the package itself is not at hand. */
export async function runRegistrySignature(flags: VerifyFlags): Promise<Report> {
  const text = (name: string) => flags[name] as string;
  const instant = (name: string) => (flags[name] === undefined ? null : instantFlag(name, text(name)));
  const { at, isClock } = judgingTime({
    at: flags['at'] as string | undefined,
    attime: flags['attime'] as string | undefined,
  });
  const held = await trustGiven(flags, { answers: ['registry'] });
  const given = registryKeysAsked(flags, held);
  const keys = given.files;
  const engine = await engineFlag(flags['engine'] as string | undefined, false);
  const signedAt = instant('signed-at');
  const notBefore = instant('not-before');
  const notAfter = instant('not-after');
  windowAsked(notBefore, notAfter);
  const skewSeconds = skewAsked(flags['skew'] as string | undefined);
  const skew = BigInt(skewSeconds) * NANOSECONDS_PER_SECOND;
  const name = `${text('package-name')}@${text('package-version')}`;
  const place = { evidence: name, pointer: '' };
  const checks = verifyRegistrySignature({
    name: text('package-name'),
    version: text('package-version'),
    integrity: text('integrity'),
    keyId: text('key-id'),
    signature: text('registry-signature'),
    keys: keys.flatMap((file) => file.keys),
    signedAt,
    judgedAt: at,
    engine,
    at: place,
  });
  // The examiner's word is all that is known of the time: it must hold against T and the window like any other.
  const times = signedAt === null ? [] : [examinerTime(signedAt)];
  if (times.length > 0)
    checks.push(judgeOrder(times, { at, atIsClock: isClock, clockFloor: bundledTrustIssuedAt() }, skew, place));
  const { revocationOfKeys } = await import('../verify/plain-revocation.ts');
  const signer = keys.flatMap((file) => file.keys).filter((one) => one.keyId === text('key-id'));
  checks.push(...revocationOfKeys(signer, held.revocation, at, place));
  const criteria = [
    `the registry signed ${name} with integrity ${text('integrity')}`,
    `by its key ${text('key-id')}, valid when it signed`,
  ];
  if (notBefore !== null) criteria.push(`signed not before ${formatInstant(notBefore)}`);
  if (notAfter !== null) criteria.push(`signed not after ${formatInstant(notAfter)}`);
  if (notBefore !== null || notAfter !== null)
    checks.push(judgeWindow(times, { notBefore, notAfter, skew, examinerDecides: true }, place));
  return composeReport({
    version: VERSION,
    engine: engine.id,
    command: 'verify',
    at,
    atIsClock: isClock,
    skewSeconds,
    criteria,
    weakenings: held.stale,
    inputs: [...held.trust.inputs, ...given.inputs],
    roots: keys,
    ...(held.told === null ? {} : { revocation: held.told }),
    policy: DEFAULT_POLICY,
    items: [
      {
        ...EMPTY_ITEM,
        name,
        kind: 'npm-registry-signature',
        checks,
        signers: [{ name: `npm registry key ${text('key-id')}` }],
        times:
          signedAt === null
            ? []
            : [{ source: 'examiner', instant: formatInstant(signedAt), trusted: false, usedFor: "the key's window" }],
      },
    ],
    unmatchedArtifacts: [],
    unmatchedAttestations: [],
    limitations: ['the tarball is not at hand: that it has this integrity is not shown here'],
    run: runRecord(flags, { at, isClock }),
  });
}
