// SPDX-License-Identifier: Apache-2.0
import { sha256Hex } from '../crypto/digest.ts';
import { parseJson } from '../encoding/json.ts';
import type { Sha256 } from '../model/bytes.ts';
import { attempt, Malformed } from '../model/malformed.ts';
import type { PolicyDocument } from '../model/policy-document.ts';
import type { InputRecord, ItemFacts } from '../model/report.ts';
import { MisplacedText } from '../policy/problem.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { parsePinnedDigest } from '../trust/freshness.ts';
import { readTrustFile } from '../trust/load.ts';
import type { PolicyForm } from '../verify/policy-payload.ts';
import {
  checkPolicyDigest,
  examinePolicy,
  isEnvelope,
  otherPolicy,
  type PolicyBytes,
} from '../verify/signed-policy.ts';
import type { TrustAsked } from './asked.ts';
import type { HeldTrust } from './held-trust.ts';
import { asksPolicySigner, policySignerAsked } from './policy-signer.ts';
import { UsageError } from './usage-error.ts';

type Flags = Readonly<Record<string, unknown>>;

/** A policy that may be read as one; or what is wrong with who signed it, as an item of a report. */
export type PolicyFile =
  /** `inputs` without the trusted roots, which are the run's. */
  | { readonly ok: true; readonly document: PolicyDocument; readonly inputs: readonly InputRecord[] }
  | {
      readonly ok: false;
      readonly item: ItemFacts;
      readonly inputs: readonly InputRecord[];
      readonly trust: TrustAsked;
      readonly criteria: readonly string[];
    };

/**
 * A policy that the user named. Where he says who must have signed it, nothing in it is read as a policy before that has
 * verified; where he does not, an envelope is no policy.
 *
 * @throws UsageError for a file that cannot be read as a policy: exit 64, never a verdict
 */
export async function policyFile(
  path: string,
  flags: Flags,
  { flag, held: given = null }: { readonly flag: '' | '--policy'; readonly held?: HeldTrust | null },
): Promise<PolicyFile> {
  const file = readNamed(flag, path);
  const beside = flags['policy-bundle'] as string | undefined;
  const inputs = [recordOf(file)];
  const pinned = pinAsked(flags['policy-digest'] as string | undefined);
  if (!asksPolicySigner(flags)) {
    if (isEnvelope(file))
      throw new UsageError(
        `${path}: identity-not-asked: the policy is in an envelope, and nobody said who should have signed it: give --policy-key, or --policy-identity and --policy-issuer`,
      );
    const other = otherThanPinned(file, pinned);
    if (other !== null) {
      const criteria = [`the policy has the digest sha256:${pinned}`];
      return { ok: false, item: other, inputs, trust: { roots: [], inputs: [] }, criteria };
    }
    return { ok: true, document: await parsed(file, null, flag), inputs };
  }

  const { signer, trust, criteria: asked, inputs: keyInputs } = await policySignerAsked(flags, given);
  const criteria = [...asked, ...(pinned === null ? [] : [`the policy has the digest sha256:${pinned}`])];
  const bundle = beside === undefined ? null : readNamed('--policy-bundle', beside);
  if (bundle !== null) inputs.push(recordOf(bundle));
  inputs.push(...keyInputs);
  const examined = examinePolicy(bundle ?? file, bundle === null ? null : file, signer);
  if (!examined.ok) return { ok: false, item: examined.item, inputs: [...inputs, ...trust.inputs], trust, criteria };
  const { policy, form, signature } = examined;
  const other = otherThanPinned(policy, pinned);
  if (other !== null) return { ok: false, item: other, inputs: [...inputs, ...trust.inputs], trust, criteria };
  return { ok: true, document: { ...(await parsed(policy, form, flag)), signature }, inputs };
}

function readNamed(flag: string, path: string): PolicyBytes {
  const read = attempt(() => readTrustFile(path));
  if (read.ok) return { name: path, bytes: read.value };
  const what = flag === '' ? '' : `${flag} ${path}: `;
  throw new UsageError(`${what}${read.problem.reason}: ${read.problem.detail}`);
}

function recordOf({ name, bytes }: PolicyBytes): InputRecord {
  return { name, role: 'policy', size: bytes.length, sha256: sha256Hex(bytes) };
}

function pinAsked(text: string | undefined): Sha256 | null {
  if (text === undefined) return null;
  const pin = attempt(() => parsePinnedDigest(text));
  if (pin.ok) return pin.value;
  throw new UsageError(`--policy-digest: ${pin.problem.reason}: ${pin.problem.detail}`);
}

function otherThanPinned(policy: PolicyBytes, pinned: Sha256 | null): ItemFacts | null {
  if (pinned === null) return null;
  const check = checkPolicyDigest(policy, pinned);
  return check.outcome === 'passed' ? null : otherPolicy(policy.name, check);
}

/** Line and column are those of the policy itself, whatever carries it. */
async function parsed({ name, bytes }: PolicyBytes, form: PolicyForm | null, flag: string): Promise<PolicyDocument> {
  try {
    // YAML reads more than JSON: what is signed as JSON must be JSON.
    if (form === 'json') parseJson(bytes);
    return await readPolicy(bytes, name, sha256Hex(bytes));
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const said = error.reason === 'policy-invalid' ? error.detail : `${name}: ${error.detail}`;
    throw new UsageError(flag === '' ? said : `${flag}: ${said}`, [], error instanceof MisplacedText ? error : null);
  }
}
