// SPDX-License-Identifier: Apache-2.0
import { Flags } from '@oclif/core';
import { parseJson } from '../../encoding/json.ts';
import { runVectorFile, type VectorReport } from '../../kit/vectors.ts';
import { type Check, type Finding, finding, malformedCheck, notPassed, passed } from '../../model/check.ts';
import { attempt } from '../../model/malformed.ts';
import { BaseCommand, COMMON_FLAGS } from '../base-command.ts';
import { engineFlag } from '../session.ts';
import { deliverStep, StepInputs } from '../single-step.ts';
import { UsageError } from '../usage-error.ts';

const SHOWN = 20;

export default class Selftest extends BaseCommand {
  static override summary = 'published test vectors (Wycheproof files), run by this very program';
  static override examples = ['<%= config.bin %> selftest --vectors ecdsa_secp256r1_sha256_test.json'];
  static override strict = false;
  static override flags = {
    ...COMMON_FLAGS,
    vectors: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      required: true,
      description: 'vector file; further ones may follow as operands',
    }),
  };

  async run(): Promise<void> {
    const { flags, operands } = await this.parseStrictly(Selftest);
    const engine = await engineFlag(flags.engine, false);
    const inputs = new StepInputs();
    const checks: Check[] = [];
    const findings: Finding[] = [];
    const files = [...flags.vectors, ...operands];
    if (files.length === 0) throw new UsageError('name a vector file');
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
    deliverStep(
      {
        name: files.length === 1 ? files[0]! : `${files.length} vector files`,
        command: 'selftest',
        criteria,
        checks,
        findings,
        engine: engine.id,
      },
      inputs,
      flags,
    );
  }
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
