// SPDX-License-Identifier: Apache-2.0

/** Short names of `--type` and of policies: cosign's, and they mean what they mean there (`slsaprovenance` is v0.2). */
export const PREDICATE_TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ['slsaprovenance', 'https://slsa.dev/provenance/v0.2'],
  ['slsaprovenance02', 'https://slsa.dev/provenance/v0.2'],
  ['slsaprovenance1', 'https://slsa.dev/provenance/v1'],
  ['link', 'https://in-toto.io/Link/v1'],
  ['spdx', 'https://spdx.dev/Document'],
  ['spdxjson', 'https://spdx.dev/Document'],
  ['cyclonedx', 'https://cyclonedx.org/bom'],
  ['vuln', 'https://cosign.sigstore.dev/attestation/vuln/v1'],
  ['openvex', 'https://openvex.dev/ns'],
  ['custom', 'https://cosign.sigstore.dev/attestation/v1'],
]);

const URI = /^[A-Za-z][A-Za-z0-9+.-]*:[\x21-\x7e]+$/;

/** The URI that a short name stands for, or the URI itself; null where it is neither. */
export function resolvePredicateType(text: string): string | null {
  return PREDICATE_TYPE_NAMES.get(text) ?? (URI.test(text) ? text : null);
}
