// SPDX-License-Identifier: Apache-2.0
import type { Replay } from '../../model/replay.ts';
import type { InputRecord } from '../../model/report.ts';
import { isJudged } from '../replay-judged.ts';
import type { Picture } from './picture.ts';

type Item = Replay['report']['items'][number];

/** Of a file that was read, and that nobody has signed, there is nothing to tell here. */
function isTold({ custody, indication }: Item): boolean {
  return custody !== undefined || indication !== 'TOTAL-PASSED';
}

/** What a replay has to say that can be drawn or told beside the drawing. */
export function pictureOf({ view, report }: Replay): Picture {
  const { decision, exitCode } = report.verdict;
  const named = new Set(report.inputs.map(({ sha256 }) => sha256));
  // Roots that came with the tool are no files of the command line, and decide as much.
  const roots = report.trustedRoots
    .filter(({ sha256 }) => !named.has(sha256))
    .map(({ name, sha256 }): InputRecord => ({ name, role: 'trust', size: 0, sha256 }));
  return {
    view,
    tool: `${report.tool.name} ${report.tool.version}`,
    verdict: report.items.length > 0 && isJudged(report) ? { decision, exitCode } : null,
    logs: report.items.filter(isTold).map(({ name, indication, sub, custody, notEstablished }) => ({
      log: name,
      indication,
      sub,
      rollUps: custody?.rollUps ?? [],
      notEstablished,
    })),
    limitations: [...report.weakenings, ...report.limitations],
    inputs: [...report.inputs, ...roots],
  };
}
