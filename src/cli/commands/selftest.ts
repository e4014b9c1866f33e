// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import { sha256Hex } from '../../crypto/digest.ts';
import type { Engine } from '../../crypto/engine.ts';
import { parseJson } from '../../encoding/json.ts';
import { differs, type GivenAnswer } from '../../kit/known-answers/answer.ts';
import { ANSWERS, askAll } from '../../kit/known-answers.ts';
import { selftestRecord } from '../../kit/record.ts';
import { runVectorFile, type VectorReport } from '../../kit/vectors.ts';
import { type Check, type Finding, finding, malformedCheck, notPassed, passed } from '../../model/check.ts';
import { attempt } from '../../model/malformed.ts';
import { refusePlace, StoreError, writeNewFile } from '../../store/new-file.ts';
import { BaseCommand, REPORT_FLAGS } from '../base-command.ts';
import { recordedRun } from '../machine.ts';
import { engineFlag } from '../session.ts';
import { OutputError } from '../settle.ts';
import { deliverStep, StepInputs } from '../single-step.ts';
import { UsageError } from '../usage-error.ts';
import { VERSION } from '../version.ts';

const SHOWN = 20;

export default class Selftest extends BaseCommand {
  static override summary = 'known answers, asked of this very program on this very machine';
  static override description =
    'What it asks and what must be answered is part of the program: digests, authentication codes, signatures of every scheme by each engine, ' +
    'readers, trees, verdicts and exit codes, good and bad. With --vectors, published test vectors (Wycheproof files) instead. ' +
    'Exit 3 where one answer differs: do not use this program then.';
  static override examples = [
    '<%= config.bin %> selftest',
    '<%= config.bin %> selftest --record case-17/selftest.json',
    '<%= config.bin %> selftest --vectors ecdsa_secp256r1_sha256_test.json',
  ];
  static override strict = false;
  static override flags = {
    ...REPORT_FLAGS,
    record: Flags.string({
      description: 'write every question, known and given answer to this new file, with the digest of the program',
    }),
    vectors: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      description: 'vector file; further ones may follow as operands',
    }),
  };

  async run(): Promise<void> {
    const { flags, operands, given } = await this.parseStrictly(Selftest);
    const engine = await engineFlag(flags.engine, false);
    if (flags.vectors !== undefined) {
      if (flags.record !== undefined) throw new UsageError('--record is of the known answers: leave out --vectors');
      runVectors([...flags.vectors, ...operands], engine, flags);
      return;
    }
    if (operands.length > 0) throw new UsageError('vector files are named by --vectors');
    if (given.includes('engine')) throw new UsageError('every engine is asked: --engine is for --vectors');
    if (flags.record !== undefined) inStore((path) => refusePlace(path, NEW), flags.record, UsageError);
    const answers = await askAll();
    const inputs = new StepInputs();
    if (flags.record !== undefined) {
      const run = flags.deterministic === true ? null : recordedRun();
      const record = selftestRecord(answers, VERSION, run);
      inStore((path) => writeNewFile(path, record, NEW), flags.record, OutputError);
      inputs.records.push({ name: flags.record, role: 'data', size: record.length, sha256: sha256Hex(record) });
    }
    deliverStep(
      {
        name: 'known answers',
        command: 'selftest',
        criteria: [`each of ${answers.length} known answers is given`],
        checks: ANSWERS.map(({ name }) =>
          checkOfGroup(
            name,
            answers.filter(({ group }) => group === name),
          ),
        ),
        engine: 'dual',
      },
      inputs,
      flags,
    );
  }
}

const NEW = { replace: false, never: [] } as const;

function inStore(work: (path: string) => void, path: string, kind: new (message: string) => Error): void {
  try {
    work(path);
  } catch (error) {
    throw error instanceof StoreError
      ? new kind(error.message.replace(/: give --force.*$/, ': name a new file'))
      : error;
  }
}

function checkOfGroup(group: string, answers: readonly GivenAnswer[]): Check {
  const at = { evidence: 'known answers', pointer: `/${group}` };
  const failed = answers.filter(differs);
  const facts = { group, asked: answers.length, given: answers.length - failed.length };
  if (failed.length === 0 && answers.length > 0) return passed('selftest.answers', at, facts);
  return notPassed('selftest.answers', at, 'known-answer-differs', `${failed.length} of ${answers.length}`, {
    ...facts,
    differing: failed.slice(0, SHOWN).map(({ name, expected, found }) => `${name}: known ${expected}, given ${found}`),
  });
}

function runVectors(files: readonly string[], engine: Engine, flags: Parameters<typeof deliverStep>[2]): void {
  const inputs = new StepInputs();
  const checks: Check[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    const bytes = inputs.read(file, 'data');
    if (bytes === null) continue;
    const at = { evidence: file, pointer: '' };
    const result = attempt(() => runVectorFile(parseJson(bytes), file, engine));
    checks.push(result.ok ? checkOf(result.value, at) : malformedCheck('vector.result', at, result.problem));
    if (!result.ok) continue;
    for (const { group, weakness } of result.value.weakKeys)
      findings.push(finding('weak-key', { ...at, pointer: `/testGroups/${group}` }, weakness));
    for (const { group, why, tests } of result.value.unsupported) {
      findings.push(
        finding('vectors-unsupported', { ...at, pointer: `/testGroups/${group}` }, `${tests} vectors: ${why}`),
      );
    }
  }
  const criteria = ['every supported vector is judged as published'];
  const name = files.length === 1 ? files[0]! : `${files.length} vector files`;
  deliverStep({ name, command: 'selftest', criteria, checks, findings, engine: engine.id }, inputs, flags);
}

function checkOf(report: VectorReport, at: Check['at']): Check {
  const unsupported = report.unsupported.reduce((sum, { tests }) => sum + tests, 0);
  const facts = {
    algorithm: report.algorithm,
    tests: report.tests,
    passed: report.passed,
    failed: report.failed.length,
    unsupported,
  };
  if (report.failed.length > 0) {
    const shown = report.failed
      .slice(0, SHOWN)
      .map(
        ({ tcId, published, outcome, comment }) =>
          `tcId ${tcId} (${comment}): published ${published}, found ${outcome}`,
      );
    return notPassed('vector.result', at, 'vector-mismatch', `${report.failed.length} of ${report.tests} vectors`, {
      ...facts,
      vectors: shown,
    });
  }
  // Nothing run is nothing shown.
  if (report.passed === 0)
    return notPassed('vector.result', at, 'algorithm-unsupported', 'no group of the file is supported', facts);
  return passed('vector.result', at, facts);
}
