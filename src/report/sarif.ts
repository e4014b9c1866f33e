// SPDX-License-Identifier: Apache-2.0
import { canonicalText } from '../encoding/canonical-json.ts';
import { escapeText } from '../encoding/escape-text.ts';
import type { Locator } from '../model/check.ts';
import type { Judgement } from '../model/policy.ts';
import { REASONS, type ReasonCode } from '../model/reasons.ts';
import type { Item, Report } from '../model/report.ts';
import { sourceSentences } from './rendered-from.ts';
import type { TextOptions } from './text.ts';

/** What did not pass, and whether the verdict rests on it. */
interface Found {
  readonly reason: ReasonCode;
  readonly level: 'error' | 'warning' | 'note';
  readonly detail: string;
  readonly at: Locator;
  readonly properties: Readonly<Record<string, string>>;
}

const LEVELS = {
  rejects: 'error',
  warns: 'warning',
  waived: 'note',
  'not-required': 'note',
  satisfied: 'note',
} as const;

/**
 * SARIF 2.1.0: a result for each check and each rule that did not pass, under the reason's own code. `error` where the verdict
 * rests on it, `warning` where a policy only warns, `note` where it lets go. What passed is in the other formats.
 */
export function renderSarif(report: Report, { from }: Pick<TextOptions, 'from'> = {}): string {
  const found = report.items.flatMap(foundIn);
  const ids = (Object.keys(REASONS) as ReasonCode[]).filter((code) => found.some(({ reason }) => reason === code));
  const index = new Map(ids.map((id, i) => [id, i]));
  const { verdict, tool } = report;
  const sentences = sourceSentences(from);
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, version: escapeText(tool.version), rules: ids.map(ruleOf) } },
        invocations: [
          {
            executionSuccessful: report.interrupted !== true,
            exitCode: verdict.exitCode,
            exitCodeDescription: [`${verdict.decision} ${verdict.indication}`, ...sentences].join('; '),
            ...(sentences.length === 0 ? {} : { toolExecutionNotifications: sentences.map(notificationOf) }),
          },
        ],
        artifacts: report.inputs.map(({ name, role, size, sha256 }) => ({
          location: { uri: uriOf(name) },
          length: size,
          hashes: { 'sha-256': escapeText(sha256) },
          description: { text: role },
        })),
        results: found.map((one) => resultOf(one, index.get(one.reason)!)),
        properties: {
          verdict,
          at: report.at === null ? null : escapeText(report.at),
          policy: escapeText(report.policy.sha256),
          criteria: report.criteria.map((one) => escapeText(one)),
          weakenings: report.weakenings.map((one) => escapeText(one)),
        },
      },
    ],
  };
  return `${canonicalText(document)}\n`;
}

function notificationOf(text: string) {
  return { level: 'warning', message: { text } };
}

function foundIn(item: Item): Found[] {
  const checks = item.checks.flatMap((check, i): Found[] => {
    if (check.outcome === 'passed' || check.outcome === 'skipped') return [];
    const judgement = item.judgements[i];
    const level = judgement === undefined ? 'note' : LEVELS[judgement.effect];
    const properties = { check: check.id, outcome: check.outcome, item: escapeText(item.name) };
    return [{ reason: check.reason, level, detail: check.detail, at: check.at, properties }];
  });
  const rules = item.judgements.slice(item.checks.length).flatMap((judgement) => ruleFound(item, judgement));
  return [...checks, ...rules];
}

function ruleFound(item: Item, { rule, effect, reason, detail = '' }: Judgement): Found[] {
  if (effect === 'satisfied' || reason === null || !Object.hasOwn(REASONS, reason)) return [];
  const properties = { check: `policy ${escapeText(rule)}`, outcome: effect, item: escapeText(item.name) };
  return [
    {
      reason: reason as ReasonCode,
      level: LEVELS[effect],
      detail: detail === '' ? rule : detail,
      at: { evidence: item.name, pointer: '' },
      properties,
    },
  ];
}

function resultOf({ reason, level, detail, at, properties }: Found, ruleIndex: number) {
  return {
    ruleId: reason,
    ruleIndex,
    kind: 'fail',
    level,
    message: { text: `${REASONS[reason].says}: ${escapeText(detail, 400)}` },
    ...(at.evidence === '' && at.pointer === '' ? {} : { locations: [locationOf(at)] }),
    properties,
  };
}

function locationOf({ evidence, pointer }: Locator) {
  const logical = { fullyQualifiedName: escapeText(pointer), kind: 'member' };
  return {
    ...(evidence === '' ? {} : { physicalLocation: { artifactLocation: { uri: uriOf(evidence) } } }),
    ...(pointer === '' ? {} : { logicalLocations: [logical] }),
  };
}

function ruleOf(code: ReasonCode) {
  const { says, next, clause, indication, sub } = REASONS[code];
  return {
    id: code,
    shortDescription: { text: says },
    fullDescription: { text: `${says} (${clause})` },
    help: { text: `next: ${next}` },
    properties: { indication, sub },
  };
}

/** A relative reference (RFC 3986 §4.2), each part of the path escaped by itself; one that begins with `/` is a file's path. */
function uriOf(name: string): string {
  const path = name
    .toWellFormed()
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
  return path.startsWith('/') ? `file://${path.replace(/^\/+/, '/')}` : path;
}
