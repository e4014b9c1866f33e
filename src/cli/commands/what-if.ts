// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { escapeText } from '../../encoding/escape-text.ts';
import { formatInstant } from '../../encoding/rfc3339.ts';
import { DEFAULT_POLICY } from '../../model/policy.ts';
import { composeReport } from '../../verify/compose-report.ts';
import { type Assumption, assumeStolen, type WhatIfOutcome } from '../../verify/what-if.ts';
import type { KnownKey } from '../../verify/what-if-keys.ts';
import { BaseCommand, REPORT_FLAGS } from '../base-command.ts';
import { CUSTODY_FLAGS, custodyAsked, givenTimelines } from '../custody-asked.ts';
import { namedTimelines } from '../custody-operands.ts';
import { deliver, instantFlag, runRecord } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';

export default class WhatIf extends BaseCommand {
  static override summary = 'what of a custody timeline stands, falls or is undecided if keys had been stolen';
  static override examples = [
    '<%= config.bin %> what-if custody.jsonl --keyring keys.json --assume-compromised sha256:ab12cd34@2026-05-01T00:00:00Z',
    '<%= config.bin %> what-if locker-a/custody.jsonl locker-b/custody.jsonl --keyring keys.json --assume-compromised bob@lab.example@2026-05-01T00:00:00Z',
    '<%= config.bin %> what-if custody.jsonl --key opener.pub.pem --trusted-root root.json --assume-compromised "CN=tsa@2026-04-01T00:00:00Z"',
  ];
  static override strict = false;
  static override args = {
    logs: Args.string({
      description:
        'custody.jsonl, or the folder, tar, zip or bag that it lies in; several logs are joined where they meet',
      required: true,
    }),
  };
  static override flags = {
    ...REPORT_FLAGS,
    ...CUSTODY_FLAGS,
    'assume-compromised': Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      required: true,
      description:
        'KEY@TIME: a fingerprint (8 digits or more), the name of a log or witness, or the subject of a certificate, and since when',
    }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(WhatIf);
    const assumptions = (flags['assume-compromised'] ?? []).map(assumption);
    const question = await custodyAsked(flags);
    const { judged, inputs, trust, revocation, stale, criteria, skewSeconds, asked, checks } = question;
    const named = await namedTimelines(operands);
    inputs.push(...named.inputs);
    const outcome = assumeStolen(givenTimelines(named.timelines, question), { ...asked, keep: false }, assumptions);
    named.close();
    if (!outcome.ok) throw notFound(outcome);
    const report = composeReport({
      version: VERSION,
      engine: asked.engine.id,
      command: 'what-if',
      at: judged.at,
      atIsClock: judged.isClock,
      knownAt: asked.knownAt,
      skewSeconds,
      criteria: [
        ...criteria,
        ...assumptions.map(({ text, since }) => `assumed: ${text} is in other hands since ${formatInstant(since)}`),
      ],
      ...(revocation === null ? {} : { revocation }),
      weakenings: stale,
      inputs,
      roots: trust,
      policy: DEFAULT_POLICY,
      items: outcome.items.map((item, i) => (i === 0 ? { ...item, checks: [...checks, ...item.checks] } : item)),
      unmatchedArtifacts: [],
      unmatchedAttestations: [],
      limitations: [ASSUMED],
      run: runRecord(flags, judged),
    });
    deliver(report, flags);
  }
}

const ASSUMED =
  'that a key was stolen is assumed and not found: the checks of custody are those of the evidence as it is, what-if.events and what-if.checkpoints alone are under the assumption';

/** The time stands behind the last at sign: names and subjects may hold others. */
function assumption(value: string): Assumption {
  const at = value.lastIndexOf('@');
  if (at < 1) throw new UsageError(`--assume-compromised ${value}: write it as KEY@2026-03-01T00:00:00Z`);
  return { text: value.slice(0, at), since: instantFlag('assume-compromised', value.slice(at + 1)) };
}

const LISTED = 24;

function notFound({ text, named, known }: Extract<WhatIfOutcome, { ok: false }>): UsageError {
  const ambiguous = named.kind === 'ambiguous';
  const keys = ambiguous ? named.keys : known;
  const more = keys.length > LISTED ? [`  … and ${keys.length - LISTED} more`] : [];
  const says = ambiguous
    ? 'means more than one key: give more of its fingerprint'
    : 'is no key that anything here rests on';
  return new UsageError(`--assume-compromised ${text} ${says}`, [
    keys.length === 0 ? 'no key is known: name one with --key, --keyring or --trusted-root' : 'the keys are:',
    ...keys.slice(0, LISTED).map(keyText),
    ...more,
  ]);
}

function keyText({ kind, name, key, certificates }: KnownKey): string {
  const [certificate] = certificates;
  const also = certificate === undefined ? '' : ` certificate ${certificate.slice(0, 16)}`;
  return `  ${key.slice(0, 16)} ${kind} ${escapeText(name, 100)}${also}`;
}
