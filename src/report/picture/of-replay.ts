// SPDX-License-Identifier: Apache-2.0
import type { Replay } from '../../model/replay.ts';
import type { InputRecord } from '../../model/report.ts';
import type { Picture } from './picture.ts';

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
    verdict: report.items.length === 0 ? null : { decision, exitCode },
    logs: report.items.map(({ name, indication, sub, custody, notEstablished }) => ({
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
