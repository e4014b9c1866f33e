// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../encoding/canonical-json.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { JsonValue } from '../model/json.ts';
import type { Item, JudgedModes, Report, SubjectSummary, TrustStatus } from '../model/report.ts';
import type { TextOptions } from './text.ts';

/**
 * What pipelines collect, as one JSON file (offline-kit/schemas/provenance-v1.json): each subject's summary, and above them
 * the members that Clamp's readers of rocm_provenance.json look for, about the subject that decides: the worst of those
 * that the verdict is owed to. Those members are texts, never null: their readers look for the next quoted word.
 */
export function renderProvenance(report: Report, { from }: Pick<TextOptions, 'from'> = {}): string {
  const { tool, policy, verdict, items } = report;
  const rows = items.flatMap((item) => item.summary.map((row) => ({ row, item })));
  const deciding = worstOf(rows.filter(({ item }) => item.exitCode === verdict.exitCode)) ?? worstOf(rows);
  const document = {
    format: 'forensic-verify/provenance@v1',
    ...(from === undefined
      ? {}
      : { renderedFrom: from.map(({ name, sha256 }) => ({ name: name.toWellFormed(), sha256 })) }),
    tool: { name: tool.name, version: tool.version },
    at: report.at ?? report.run?.at ?? null,
    policy,
    decision: verdict.decision,
    indication: verdict.indication,
    exitCode: verdict.exitCode,
    weakenings: report.weakenings,
    ...(deciding === undefined ? NOTHING : clampMembers(deciding.row, deciding.item)),
    subjects: rows.map(({ row, item }) => ({
      ...row,
      ...modesOf(item),
      ...(item.scopes === undefined ? {} : { scopes: item.scopes }),
      decision: item.decision,
      exitCode: item.exitCode,
      ...(item.proposed === undefined ? {} : { proposed: item.proposed }),
    })),
    unmatchedArtifacts: report.unmatchedArtifacts,
    unmatchedAttestations: report.unmatchedAttestations,
  };
  return `${decodeUtf8(canonicalJson(JSON.parse(JSON.stringify(document)) as JsonValue))}\n`;
}

/** Of one item too: its verdict is owed to the one of its artifacts that does not fit. */
const WORST_FIRST: readonly TrustStatus[] = ['failed', 'revoked', 'expired', 'unsigned', 'untrusted', 'valid'];

function worstOf<T extends { readonly row: SubjectSummary }>(rows: readonly T[]): T | undefined {
  const [first, ...others] = rows;
  const rank = ({ row }: T) => WORST_FIRST.indexOf(row.trustStatus);
  return others.reduce((worst, one) => (rank(one) < rank(worst!) ? one : worst), first);
}

function modesOf({ modes }: Item): JudgedModes {
  const { requireSignature, attestMode, fallback } = modes;
  return { requireSignature, attestMode, fallback };
}

/** Clamp calls a policy that fails `strict`. */
const POLICY_MODES = { fail: 'strict', warn: 'warn', auto_update: 'auto_update' } as const;

const NOTHING = {
  image: '',
  policyMode: 'strict',
  requireSignature: true,
  attestMode: 'enforce',
  provenance: {
    status: 'unsigned',
    issuer: '',
    signer: '',
    timestamp: '',
    digestAlgorithm: '',
    policyDecision: 'mode=strict|require_sig=true|attest=enforce|status=4',
    trustStatus: 'unsigned',
  },
} as const;

function clampMembers(row: SubjectSummary, { modes, exitCode }: Item) {
  const { requireSignature, attestMode, fallback } = modes;
  const policyMode = POLICY_MODES[fallback];
  return {
    image: row.subject,
    policyMode,
    requireSignature,
    attestMode,
    provenance: {
      status: row.trustStatus === 'valid' ? 'verified' : row.trustStatus,
      issuer: row.issuer ?? '',
      signer: row.signer ?? '',
      timestamp: row.signedTime ?? '',
      digestAlgorithm: row.digestAlgorithm,
      policyDecision: `mode=${policyMode}|require_sig=${requireSignature}|attest=${attestMode}|status=${exitCode}`,
      trustStatus: row.trustStatus,
    },
  };
}
