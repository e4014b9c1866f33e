// SPDX-License-Identifier: Apache-2.0
import { canonicalText } from '../encoding/canonical-json.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import type { Instant } from '../model/instant.ts';
import type { KnownDiff, Proof, Replay, ReplayAnswer, Whereabouts } from '../model/replay.ts';
import type {
  AnchorMark,
  ClockOffset,
  HolderSpan,
  KeySpan,
  ProvenTime,
  TimelineGap,
  TimelineRow,
} from '../model/timeline-view.ts';
import { isJudged } from './replay-judged.ts';
import { positionsOf } from './replay-positions.ts';

/**
 * RFC 8785, with a final newline (offline-kit/schemas/replay-v1.json). Instants are RFC 3339 in UTC with as many digits as they have;
 * lengths of time are whole nanoseconds, as text. What a source says itself stands in `raw`, unchanged.
 */
export function renderReplayJson({ view, report, answers, diff }: Replay): string {
  const positions = positionsOf(view.rows);
  const head = {
    format: 'forensic-verify/replay@v1',
    // null: nobody has signed what was read, so that there is nothing to judge.
    verdict: isJudged(report) ? report.verdict : null,
    title: view.title,
    at: view.atIsClock ? null : formatInstant(view.at),
    knownAt: instant(view.knownAt),
    filtered: view.filtered,
    sources: view.sources,
    clocks: view.clocks.map(clockOf),
    spans: view.spans.map(spanOf),
    gaps: view.gaps.map(gapOf),
    keys: view.keys.map(keyOf),
    anchors: view.anchors.map(anchorOf),
    answers: answers.map(answerOf),
    diff: diff === null ? null : diffOf(diff),
    report,
  };
  // Row by row, so that 100,000 of them are not held three times over. Member names are ASCII.
  const rows = view.rows.map((row, i) => canonicalText(rowOf(row, positions[i]!))).join(',');
  const members = Object.entries(head).map(([name, value]) => [name, canonicalText(value)] as const);
  const sorted = [...members, ['rows', `[${rows}]`] as const].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, text]) => `"${name}":${text}`).join(',')}}\n`;
}

function instant(one: Instant | null): string | null {
  return one === null ? null : formatInstant(one);
}

function rowOf(row: TimelineRow, position: number | null): object {
  const { corrected, uncertainty, proven, times, ...plain } = row;
  return {
    ...plain,
    position,
    corrected: instant(corrected),
    uncertainty: String(uncertainty),
    proven: provenOf(proven),
    times: times.map(({ instant: read, precision, ...time }) => ({
      ...time,
      instant: instant(read),
      precision: String(precision),
    })),
  };
}

function answerOf(answer: ReplayAnswer): object {
  if (answer.question === 'first-seen') {
    const { by, proof, claim, ...rest } = answer;
    return {
      ...rest,
      by: instant(by),
      proof: proof === null ? null : proofOf(proof),
      claim: claim === null ? null : { row: claim.row, time: instant(claim.time) },
    };
  }
  const { at, proven, claimed, proofs, ...rest } = answer;
  return {
    ...rest,
    at: instant(at),
    proven: proven.map(placeOf),
    claimed: claimed.map(placeOf),
    proofs: proofs.map(proofOf),
  };
}

function diffOf({ from, to, rows, anchors, intervals, items, ...rest }: KnownDiff): object {
  return {
    ...rest,
    from: instant(from),
    to: instant(to),
    rows: rows.map((row) => rowOf(row, null)),
    anchors: anchors.map(anchorOf),
    intervals: intervals.map(({ row, before, after }) => ({ row, before: provenOf(before), after: provenOf(after) })),
    items: items.map(({ item, before, after }) => ({
      item,
      before: before === null ? null : spanOf(before),
      after: spanOf(after),
    })),
  };
}

function placeOf({ transit, ...place }: Whereabouts): object {
  return { ...place, transit: transit ?? null };
}

function proofOf({ proven, anchors, ...proof }: Proof): object {
  return { ...proof, proven: provenOf(proven), anchors: anchors.map(anchorOf) };
}

function provenOf({ notBefore, notAfter }: ProvenTime): object {
  return { notBefore: instant(notBefore), notAfter: instant(notAfter) };
}

function clockOf({ source, ahead, uncertainty, measuredAt, within, rows, rowsOutside }: ClockOffset): object {
  return {
    ...{ source, rows, rowsOutside },
    ahead: String(ahead),
    uncertainty: String(uncertainty),
    measuredAt: instant(measuredAt),
    within: String(within),
  };
}

function spanOf({ transit, ...span }: HolderSpan): object {
  return { ...span, transit: transit ?? null };
}

function gapOf(gap: TimelineGap): object {
  return { ...gap };
}

function keyOf({ from, until, compromisedSince, ...key }: KeySpan): object {
  return { ...key, from: instant(from), until: instant(until), compromisedSince: instant(compromisedSince) };
}

function anchorOf({ time, notBefore, notAfter, ...anchor }: AnchorMark): object {
  return { ...anchor, time: instant(time), notBefore: instant(notBefore), notAfter: instant(notAfter) };
}
