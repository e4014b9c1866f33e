// SPDX-License-Identifier: Apache-2.0
import type { Instant } from '../model/instant.ts';
import { attempt } from '../model/malformed.ts';
import type { PolicySignature } from '../model/policy-document.ts';
import type { InputRecord, ItemFacts } from '../model/report.ts';
import { bundledTrustIssuedAt } from '../trust/bundled.ts';
import { checkRootAge, checkRootDigest, parsePinnedDigest } from '../trust/freshness.ts';
import { exactly } from '../trust/identity.ts';
import type { PolicySigner } from '../verify/signed-policy.ts';
import { ageAsked, keysAsked, type TrustAsked } from './asked.ts';
import type { HeldTrust } from './held-trust.ts';
import { POLICY_SIGNER_FLAGS } from './policy-signer-flags.ts';
import { engineFlag, judgingTime } from './session.ts';
import { trustGiven } from './trust-given.ts';
import { UsageError } from './usage-error.ts';

type Flags = Readonly<Record<string, unknown>>;

/** What is said of a policy's signature where there is no policy is a slip. */
export function refusePolicyFlags(flags: Flags, policy: string | undefined): void {
  if (policy !== undefined) return;
  const stray = Object.keys(POLICY_SIGNER_FLAGS).find((name) => flags[name] !== undefined);
  if (stray !== undefined) throw new UsageError(`--${stray} was given without --policy`);
}

/** Whether somebody said who must have signed the policy; flags that say half of it, or two things, are a slip. */
export function asksPolicySigner(flags: Flags): boolean {
  const [key, identity, issuer, bundle] = ['policy-key', 'policy-identity', 'policy-issuer', 'policy-bundle'].map(
    (name) => flags[name] !== undefined,
  );
  if (key && (identity || issuer))
    throw new UsageError(
      '--policy-key and --policy-identity exclude each other: a key wants --policy-key, a certificate --policy-identity and --policy-issuer',
    );
  if (identity && !issuer) throw new UsageError('--policy-identity was given without --policy-issuer');
  if (issuer && !identity) throw new UsageError('--policy-issuer was given without --policy-identity');
  const asked = key === true || identity === true;
  if (bundle && !asked)
    throw new UsageError(
      '--policy-bundle was given, and nobody said who should have signed the policy: give --policy-key, or --policy-identity and --policy-issuer',
    );
  return asked;
}

/**
 * From the flags to what the policy's signature is verified by. Trusted root, instant and engine are those of the run; every
 * flag that asks less of the evidence is left where it is.
 */
export async function policySignerAsked(
  flags: Flags,
  given: HeldTrust | null,
): Promise<{
  readonly signer: PolicySigner;
  readonly trust: TrustAsked;
  readonly criteria: readonly string[];
  readonly inputs: readonly InputRecord[];
}> {
  const text = (name: string) => flags[name] as string | undefined;
  const list = (name: string) => (flags[name] as readonly string[] | undefined) ?? [];
  const { trust, revocation } = given ?? (await trustGiven(flags, { answers: ['roots'] }));
  const { keys, inputs } = keysAsked(list('policy-key'), undefined, '--policy-key');
  const { at, isClock } = judgingTime({ at: text('at'), attime: text('attime') });
  const [identity, issuer] = [text('policy-identity'), text('policy-issuer')];
  const signer: PolicySigner = {
    engine: await engineFlag(text('engine'), false),
    at,
    atIsClock: isClock,
    clockFloor: bundledTrustIssuedAt(),
    roots: trust.roots,
    ...(revocation === null ? {} : { revocation }),
    keys,
    identity:
      identity === undefined || issuer === undefined ? null : { identity: exactly(identity), issuer: exactly(issuer) },
    rootChecks: rootChecksAsked(trust, list('trusted-root-digest'), ageAsked(text('max-root-age')), at),
  };
  const criteria = [
    ...keys.map(({ name, key }) => `the policy is signed by the key ${name}, sha256 ${key.fingerprint}`),
    ...(identity === undefined ? [] : [`the policy is signed by exactly ${identity}, under the issuer ${issuer}`]),
  ];
  return { signer, trust, criteria, inputs };
}

/** A pin is asked of every root; an age of the one that was used. */
function rootChecksAsked(trust: TrustAsked, pins: readonly string[], maxAge: bigint | null, at: Instant) {
  const pinned = pins.map((pin) => {
    const parsed = attempt(() => parsePinnedDigest(pin));
    if (parsed.ok) return parsed.value;
    throw new UsageError(`--trusted-root-digest: ${parsed.problem.reason}: ${parsed.problem.detail}`);
  });
  const origins = trust.roots.map(({ origin }) => origin);
  const digests = pinned.length === 0 ? [] : checkRootDigest(origins, pinned);
  return (item: ItemFacts) => [
    ...digests,
    ...(maxAge === null
      ? []
      : origins.filter(({ sha256 }) => sha256 === item.trustedRoot).map((one) => checkRootAge(one, maxAge, at))),
  ];
}

/** Who signed a policy, and when, in words. */
export function signedBy({ signers, times }: PolicySignature): string {
  const who = signers.map((one) =>
    'identity' in one ? `${one.identity}, issuer ${one.issuer}` : `the key sha256 ${one.fingerprint}`,
  );
  return `signed by ${who.join(' and ')}, ${times[0] === undefined ? 'at no verified time' : `at ${times[0]}`}`;
}
