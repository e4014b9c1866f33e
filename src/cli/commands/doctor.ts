// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { canonicalJson } from '../../encoding/canonical-json.ts';
import { parseDuration } from '../../encoding/duration.ts';
import { formatInstant } from '../../encoding/rfc3339.ts';
import { decodeUtf8 } from '../../encoding/utf8.ts';
import type { JsonObject } from '../../model/json.ts';
import { BaseCommand, COMMON_FLAGS } from '../base-command.ts';
import { machineClock } from '../clock.ts';
import { type Examination, examine, type Remark } from '../doctor/examination.ts';
import { doctorText } from '../doctor/text.ts';
import type { ExitCode } from '../host.ts';
import { settle, writeAll, writeJson } from '../settle.ts';
import { orUsage, storeAsked } from '../trust-asked.ts';
import { VERSION } from '../version.ts';

export default class Doctor extends BaseCommand {
  static override summary = 'what this program is, may do and trusts on this machine, and what it cannot do';
  static override description =
    'Digest of the program, versions of the runtime, permissions in force, trust with its age and fingerprints, the clock beside the date of the ' +
    'trust that the build carries and the times that evidence claims. Exit 0 where nothing is amiss, 1 where somebody must look at something, 3 where a verdict ' +
    'given here would be worth nothing: a program that is in no line of the list of checksums, or a clock that is wrong; 4 where that list or evidence is missing or cannot be read.';
  static override examples = [
    '<%= config.bin %> doctor',
    '<%= config.bin %> doctor release.sigstore.json --sums SHA256SUMS',
    '<%= config.bin %> doctor --trust-store trust/ --max-root-age 90d --json',
  ];
  static override strict = false;
  static override args = {
    evidence: Args.string({ description: 'evidence whose times the clock must not be before; any number' }),
  };
  static override flags = {
    sums: Flags.string({ description: 'list of checksums, from elsewhere, that must name this very program' }),
    'trust-store': Flags.string({ aliases: ['store'], description: 'trust store whose documents are told too' }),
    'max-root-age': Flags.string({ default: '180d', description: 'how old trust may be before it is remarked on' }),
    json: COMMON_FLAGS.json,
    verbose: COMMON_FLAGS.verbose,
    offline: COMMON_FLAGS.offline,
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(Doctor);
    const found = await examine({
      now: machineClock(),
      evidence: operands,
      sums: flags.sums ?? null,
      maxRootAge: orUsage('--max-root-age', () => parseDuration(flags['max-root-age'])),
      store: storeAsked(flags['trust-store']),
    });
    const exitCode = exitCodeFor(found);
    if (flags.json === true) writeJson(`${decodeUtf8(canonicalJson(documentOf(found, exitCode)))}\n`);
    else writeAll(1, doctorText(found, VERSION, flags.verbose === true));
    settle(exitCode);
  }
}

function exitCodeFor({ remarks }: Examination): ExitCode {
  const has = (wanted: Remark['severity']) => remarks.some(({ severity }) => severity === wanted);
  if (has('wrong')) return 3;
  if (has('missing')) return 4;
  return remarks.length === 0 ? 0 : 1;
}

function documentOf(found: Examination, exitCode: ExitCode): JsonObject {
  const { clock, trust } = found;
  return {
    format: 'forensic-verify/doctor@v1',
    tool: { name: 'forensic-verify', version: VERSION },
    exitCode,
    program: found.program.map((one) => ({ ...one, file: one.file.toWellFormed() })),
    singleFile: found.singleFile,
    runtime: { ...found.runtime },
    schemes: found.schemes.map(({ scheme, engines }) => ({ scheme, engines: [...engines] })),
    permissions: found.permissions.map((one) => ({ ...one })),
    environmentIgnored: [...found.environmentIgnored],
    trust: trust.map(({ name, sha256, origin, since, staleSince, ageDays, entries }) => ({
      ...{ name, sha256, origin, ageDays },
      since: formatInstant(since),
      staleSince: staleSince === null ? null : formatInstant(staleSince),
      entries: entries.map(({ what, from, to, facts }) => ({
        what,
        from: from === null ? null : formatInstant(from),
        to: to === null ? null : formatInstant(to),
        facts: { ...facts },
      })),
    })),
    clock: {
      now: formatInstant(clock.now),
      notBefore: formatInstant(clock.notBefore),
      evidence: clock.evidence.map(({ file, latest }) => ({
        file: file.toWellFormed(),
        latest: latest === null ? null : formatInstant(latest),
      })),
    },
    notPossible: [...found.notPossible],
    remarks: found.remarks.map((one) => ({ ...one, says: one.says.toWellFormed() })),
  };
}
