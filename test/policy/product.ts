// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Check, notPassed, passed, skipped } from '../../src/model/check.ts';
import { DEFAULT_POLICY, type VerdictExitCode } from '../../src/model/policy.ts';
import type { AttestMode, Fallback, PolicyFacts, Rule } from '../../src/model/policy-document.ts';
import type { ItemFacts } from '../../src/model/report.ts';
import { judge } from '../../src/policy/judge.ts';
import { EMPTY_ITEM } from '../../src/verify/compose-report.ts';
import { effective, factsOf, HEX, NOW, rulesOf } from './support.ts';

const at = { evidence: 'release.sigstore.json', pointer: '' };
const SLSA = 'https://slsa.dev/provenance/v1';

export interface Situation {
  readonly name: string;
  readonly item: ItemFacts;
  readonly facts: PolicyFacts;
  readonly rules: readonly Rule[];
}

/** What a keyless attestation that is right in everything gives; `changed` replaces checks of the same id. */
function attestation(changed: readonly Check[] = [], without: readonly string[] = []): ItemFacts {
  const right = [
    'input.read',
    'envelope.format',
    'envelope.signatures',
    'log.threshold',
    'time.threshold',
    'certificate.path',
    'certificate.identity',
    'sct.threshold',
    'signature.valid',
    'signature.threshold',
    'statement.format',
    'statement.predicate',
    'subject.digest',
  ] as const;
  const checks = right
    .filter((id) => !without.includes(id))
    .map((id) => changed.find((check) => check.id === id) ?? passed(id, at));
  return {
    ...EMPTY_ITEM,
    name: at.evidence,
    kind: 'sigstore-bundle',
    predicateType: SLSA,
    signerKind: 'certificate',
    artifacts: [{ name: 'app', digests: { sha256: HEX } }],
    checks,
  };
}

export const VERIFIED = factsOf({
  signerKind: 'certificate',
  names: ['app'],
  digests: [`sha256:${HEX}`],
  predicateType: SLSA,
  predicateTypes: [SLSA],
  statement: { predicateType: SLSA, predicate: { level: 3 } },
  certificate: { identity: 'https://ci.example/release', issuer: 'https://issuer.example' },
  keyFingerprints: [HEX],
  algorithms: [{ scheme: 'ecdsa-p256-sha256', keyKind: 'ecdsa-p256', bits: 256 }],
  distinct: { signers: 1, logs: 1, times: 1 },
  signedAt: [NOW],
  inclusionProofs: 1,
});
const UNVERIFIED = factsOf({ names: ['app'], digests: [`sha256:${HEX}`] });

export const SIGNED: Situation = { name: 'signed', item: attestation(), facts: VERIFIED, rules: [] };

/** The seven of the table. Six are attestations; the last is a signed artifact for which an attestation is asked. */
export const SITUATIONS: readonly Situation[] = [
  SIGNED,
  {
    name: 'unsigned',
    item: {
      ...attestation(
        [
          notPassed('envelope.signatures', at, 'signature-absent', 'the envelope carries no signature'),
          skipped('signature.threshold', at, 'envelope.signatures'),
        ],
        [
          'log.threshold',
          'time.threshold',
          'certificate.path',
          'certificate.identity',
          'sct.threshold',
          'signature.valid',
        ],
      ),
      signerKind: 'none',
    },
    facts: UNVERIFIED,
    rules: [],
  },
  {
    name: 'bad signature',
    item: attestation([
      notPassed('signature.valid', at, 'signature-mismatch', 'd'),
      skipped('signature.threshold', at, 'signature.valid'),
    ]),
    facts: UNVERIFIED,
    rules: [],
  },
  {
    name: 'expired',
    item: attestation([notPassed('certificate.path', at, 'path-expired', 'd')]),
    facts: UNVERIFIED,
    rules: [],
  },
  {
    name: 'wrong digest',
    item: attestation([notPassed('subject.digest', at, 'subject-digest-mismatch', 'd')]),
    facts: VERIFIED,
    rules: [],
  },
  {
    name: 'wrong signer',
    item: attestation([notPassed('certificate.identity', at, 'identity-mismatch', 'd')]),
    facts: UNVERIFIED,
    rules: [],
  },
  {
    name: 'missing attestation',
    item: { ...attestation([], ['statement.format', 'statement.predicate']), predicateType: null },
    facts: { ...VERIFIED, predicateType: null, predicateTypes: [], statement: null },
    rules: rulesOf('predicate_types', [SLSA]),
  },
];

export const ATTEST_MODES: readonly AttestMode[] = ['enforce', 'record', 'none'];
export const FALLBACKS: readonly Fallback[] = ['fail', 'warn', 'auto_update'];

export interface Row {
  readonly situation: string;
  readonly require_signature: boolean;
  readonly attest_mode: AttestMode;
  /** Exit codes by fallback. */
  readonly exit: Readonly<Record<Fallback, VerdictExitCode>>;
}

/** Every cell of situations × require_signature × attest_mode × fallback, as it is judged now. */
export function judgedRows(): Row[] {
  return SITUATIONS.flatMap(({ name, item, facts, rules }) =>
    [true, false].flatMap((requireSignature) =>
      ATTEST_MODES.map((attestMode) => {
        const code = (fallback: Fallback) =>
          judge(item, DEFAULT_POLICY, effective({ requireSignature, attestMode, fallback, rules }), facts).exitCode;
        const exit = { fail: code('fail'), warn: code('warn'), auto_update: code('auto_update') };
        return { situation: name, require_signature: requireSignature, attest_mode: attestMode, exit };
      }),
    ),
  );
}

export function committedRows(): Row[] {
  const place = fileURLToPath(new URL('table.json', import.meta.url));
  return (JSON.parse(readFileSync(place, 'utf8')) as { rows: Row[] }).rows;
}

/** For docs/POLICY.md: a row per situation, a column per pair of modes; `3 → 1` where a fallback softens. */
export function tableAsMarkdown(rows: readonly Row[] = committedRows()): string {
  const columns = [true, false].flatMap((signature) => ATTEST_MODES.map((mode) => ({ signature, mode })));
  const head = columns.map(({ signature, mode }) => `${signature ? 'required' : 'not required'}, ${mode}`);
  const lines = [...new Set(rows.map(({ situation }) => situation))].map((situation) => {
    const cells = columns.map(({ signature, mode }) => {
      const row = rows.find(
        (one) => one.situation === situation && one.require_signature === signature && one.attest_mode === mode,
      );
      return row === undefined ? '' : cellOf(row.exit);
    });
    return `| ${[situation, ...cells].join(' | ')} |`;
  });
  return [
    `| signature, attest_mode | ${head.join(' | ')} |`,
    `| --- |${' --- |'.repeat(columns.length)}`,
    ...lines,
    '',
  ].join('\n');
}

function cellOf({ fail, warn, auto_update }: Row['exit']): string {
  if (fail === warn && fail === auto_update) return String(fail);
  return warn === auto_update ? `${fail} → ${warn}` : `${fail} → ${warn} / ${auto_update}`;
}
