// SPDX-License-Identifier: Apache-2.0
import type { Rule } from '../model/policy-document.ts';
import type { BuilderIdRule } from './rules/builder-id.ts';
import type { ExpectRule } from './rules/expect.ts';
import type { KeyFingerprintRule } from './rules/key-fingerprint.ts';
import type { PublisherRule } from './rules/publisher.ts';
import type { SignerRule } from './rules/signer.ts';
import type { SourceRule } from './rules/source.ts';
import type { WorkflowRule } from './rules/workflow.ts';

type Asking = SignerRule | PublisherRule | KeyFingerprintRule | BuilderIdRule | SourceRule | WorkflowRule | ExpectRule;

const WHO: readonly ExpectRule['field'][] = ['repository_uri', 'attestations.publisher.repository'];

/**
 * Whether rules say who may have signed, so that the question of `--certificate-identity` need not be asked beside them: by
 * name, by key, by builder, or by the repository whose builds count. The latter facts are only known under the issuer of
 * their platform, so that the issuer is compared too. A branch or a trigger alone is anybody's.
 */
export function asksSigner(rules: readonly Rule[]): boolean {
  return (rules as readonly Asking[]).some((rule) => {
    switch (rule.kind) {
      case 'signer':
      case 'publisher':
      case 'key_fingerprint':
      case 'builder_id':
        return true;
      case 'source':
      case 'workflow':
        return rule.parts.repository !== undefined;
      case 'expect':
        return WHO.includes(rule.field);
      default:
        return false;
    }
  });
}
