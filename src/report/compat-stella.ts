// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '../encoding/canonical-json.ts';
import { escapeText } from '../encoding/escape-text.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import type { Check } from '../model/check.ts';
import { REASONS } from '../model/reasons.ts';
import type { Item, Report } from '../model/report.ts';
import { wrapped } from './lines.ts';

/** The members that `stella forensic verify` prints, in its order. */
interface StellaRow {
  readonly status: 'verified' | 'warning' | 'failed';
  /** SHA-256 of the subject, lowercase hexadecimal; empty where nothing at hand was digested. */
  readonly checksum: string;
  readonly signature: 'valid' | 'invalid' | 'unverified' | 'absent';
  readonly subject: string;
  readonly rationale: string;
}

const STATUS = { accept: 'verified', warn: 'warning', reject: 'failed' } as const;

/** One object, or a list of them where there are several items. Everything else stands in the report proper. */
export function renderStellaJson(report: Report): string {
  const rows = rowsOf(report).map(
    (row) =>
      // In their order, and not in that of RFC 8785.
      `{${(['status', 'checksum', 'signature', 'subject', 'rationale'] as const)
        .map((name) => `"${name}":${decodeUtf8(canonicalJson(row[name]))}`)
        .join(',')}}`,
  );
  return `${rows.length === 1 ? rows[0] : `[${rows.join(',')}]`}\n`;
}

export function renderStellaTable(report: Report): string {
  return rowsOf(report)
    .map((row) => (Object.keys(row) as (keyof StellaRow)[]).flatMap((name) => lineOf(name, row[name])).join('\n'))
    .map((text) => `${text}\n`)
    .join('\n');
}

function lineOf(name: string, value: string): string[] {
  return wrapped(`${name.toUpperCase().padEnd(10)}  `, value === '' ? '-' : escapeText(value, 4000));
}

function rowsOf(report: Report): StellaRow[] {
  const { items, unmatchedArtifacts, verdict } = report;
  const told = new Set(items.flatMap((item) => [item.name, ...item.artifacts.map(({ name }) => name)]));
  const rows = [
    ...spoken(items).flatMap((item) => rowsOfItem(item, report)),
    ...unmatchedArtifacts.filter((name) => !told.has(name)).map((name) => unsigned(name, report)),
  ];
  if (rows.length > 0) return rows;
  return [{ ...unsigned('', report), status: STATUS[verdict.decision], rationale: 'there was nothing to verify' }];
}

/** A folder that is as it should be is no subject beside those that lie in it: nobody signs a folder. */
function spoken(items: readonly Item[]): readonly Item[] {
  const others = items.filter(({ kind, decision }) => kind !== 'evidence-set' || decision !== 'accept');
  return others.length === 0 ? items : others;
}

/** One for each artifact, all as the item was decided; without any, one for the item itself. */
function rowsOfItem(item: Item, report: Report): StellaRow[] {
  const row = (subject: string, checksum: string): StellaRow => ({
    status: STATUS[item.decision],
    checksum,
    signature: signatureOf(item.checks),
    subject,
    rationale: rationaleOf(item, subject),
  });
  if (item.artifacts.length === 0) return [row(item.name, sha256Of(item.name, report))];
  return item.artifacts.map(({ name, digests }) => row(name, digests['sha256'] ?? sha256Of(name, report)));
}

function unsigned(name: string, report: Report): StellaRow {
  const status = report.verdict.decision === 'reject' ? 'failed' : 'warning';
  return {
    status,
    checksum: sha256Of(name, report),
    signature: 'absent',
    subject: name,
    rationale: 'nothing attests it',
  };
}

function sha256Of(name: string, { inputs }: Report): string {
  return inputs.find((input) => input.name === name)?.sha256 ?? '';
}

const SIGNATURES: ReadonlySet<string> = new Set([
  'signature.valid',
  'signature.threshold',
  'custody.signature',
  'package.signature',
  'layout.signature',
  'sumdb.signature',
]);

function signatureOf(checks: readonly Check[]): StellaRow['signature'] {
  if (checks.some((check) => check.outcome !== 'passed' && check.reason === 'signature-absent')) return 'absent';
  const own = checks.filter(({ id }) => SIGNATURES.has(id));
  if (own.some(({ outcome }) => outcome === 'failed')) return 'invalid';
  return own.length > 0 && own.every(({ outcome }) => outcome === 'passed') ? 'valid' : 'unverified';
}

/** What was found of another artifact of the same item is told with its name. */
function rationaleOf({ checks, decision, artifacts }: Item, subject: string): string {
  const others = new Set(artifacts.map(({ name }) => name).filter((name) => name !== subject));
  const said = checks.flatMap((check) => {
    if (check.outcome === 'passed' || check.reason === 'prerequisite-not-passed') return [];
    const whose = others.has(check.at.evidence) ? `${check.at.evidence}: ` : '';
    return [`${whose}${check.reason}: ${REASONS[check.reason].says}`];
  });
  if (said.length > 0) return [...new Set(said)].join('; ');
  return decision === 'accept' ? 'every required check passed' : 'the policy asks for more than what passed';
}
