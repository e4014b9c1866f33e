// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { type Check, type Locator, notPassed, passed } from '../model/check.ts';
import type { SignedContent } from '../model/signed-entity.ts';

/** The payload types of a signed policy. Its type is signed with it, so that no other document of a signer can become a policy. */
export const POLICY_PAYLOAD_TYPES = {
  'application/vnd.forensic-verify.policy+yaml': 'yaml',
  'application/vnd.forensic-verify.policy+json': 'json',
} as const;

export type PolicyForm = (typeof POLICY_PAYLOAD_TYPES)[keyof typeof POLICY_PAYLOAD_TYPES];

export function policyForm(payloadType: string): PolicyForm | null {
  return Object.hasOwn(POLICY_PAYLOAD_TYPES, payloadType)
    ? POLICY_PAYLOAD_TYPES[payloadType as keyof typeof POLICY_PAYLOAD_TYPES]
    : null;
}

/**
 * Check `policy-file.payload`: is what the signature covers a policy. An envelope carries it and names its type; a message
 * signature covers the bytes of a file, which must be at hand.
 *
 * @param detached the policy lies in a file of its own, beside the bundle
 */
export function checkPolicyPayload(content: SignedContent, detached: boolean, at: Locator): Check {
  const fail = (detail: string): Check => notPassed('policy-file.payload', at, 'policy-payload-type', detail);
  if (content.kind === 'message') {
    if (detached) return passed('policy-file.payload', at, { payloadType: null });
    return fail(
      'the bundle signs a file that lies elsewhere: give that file as --policy, and the bundle as --policy-bundle',
    );
  }
  if (detached) return fail('the bundle carries a payload of its own, and signs no file beside it');
  if (content.kind !== 'dsse') return fail('it is a signature over an image, and carries no policy');
  const { payloadType } = content;
  if (policyForm(payloadType) !== null) return passed('policy-file.payload', at, { payloadType });
  return fail(
    `the payload type is ${escapeText(payloadType)}; a policy has ${Object.keys(POLICY_PAYLOAD_TYPES).join(' or ')}`,
  );
}
