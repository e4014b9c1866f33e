// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import type { ExistenceAnswer, HolderAnswer, Proof, ReplayAnswer, Whereabouts } from '../model/replay.ts';
import type { Palette } from './palette.ts';
import { provenText } from './replay-rows-text.ts';
import { stateText } from './replay-spans-text.ts';

const SHOWN = 12;

const HOLDER_WORDS: Readonly<Record<HolderAnswer['standing'], string>> = {
  proven: 'PROVEN',
  claimed: 'CLAIMED, NOT PROVEN',
  undecided: 'NOT DETERMINED',
  contradicted: 'CONTRADICTED',
  'unknown-item': 'UNKNOWN ITEM',
};

const EXISTENCE_WORDS: Readonly<Record<ExistenceAnswer['standing'], string>> = {
  proven: 'PROVEN',
  claimed: 'CLAIMED, NOT PROVEN',
  'unknown-digest': 'UNKNOWN DIGEST',
};

export function answerLines(answer: ReplayAnswer, palette: Palette): string[] {
  const paint = answer.standing === 'proven' ? palette.good : palette.warn;
  return answer.question === 'who-held' ? holderLines(answer, paint, palette) : existenceLines(answer, paint, palette);
}

function holderLines(answer: HolderAnswer, paint: (text: string) => string, palette: Palette): string[] {
  const { item, at, standing, proven, claimed, because, proofs } = answer;
  const title = `who held "${escapeText(item, 100)}" ${at === null ? 'at the end' : `at ${formatInstant(at)}`}`;
  const out = [...wrapText('', title).map(palette.strong), paint(`  ${HOLDER_WORDS[standing]}`)];
  if (proven.length === 1) out.push(...placeLines('  answer    ', proven[0]!));
  else if (standing === 'proven') {
    out.push(...wrapText('  answer    ', stateText({ ...proven[0]!, state: 'held' })));
    out.push(...choices('  possible  ', proven));
  } else if (proven.length > 0)
    out.push(...choices('  possible  ', proven), ...(isSame(proven, claimed) ? [] : choices('  claimed   ', claimed)));
  out.push(...wrapText('  because   ', escapeText(because, 400)));
  for (const proof of proofs.slice(0, SHOWN)) out.push(...proofLines(proof));
  if (proofs.length > SHOWN) out.push(`            … ${proofs.length - SHOWN} more events in the JSON report`);
  return out;
}

/** The same spans: they are told once. */
function isSame(a: readonly Whereabouts[], b: readonly Whereabouts[]): boolean {
  return a.length === b.length && a.every(({ from, state }, i) => b[i]!.from === from && b[i]!.state === state);
}

function choices(head: string, places: readonly Whereabouts[]): string[] {
  const shown = places.slice(0, SHOWN).flatMap((place, i) => placeLines(i === 0 ? head : '        or  ', place));
  return places.length <= SHOWN ? shown : [...shown, `            … ${places.length - SHOWN} more`];
}

function placeLines(head: string, place: Whereabouts): string[] {
  const { state, key, place: where, seal, from, to } = place;
  const what =
    state === 'none'
      ? 'not in custody yet'
      : state === 'unknown'
        ? 'not known: lines are missing'
        : stateText({ ...place, state });
  const held = state === 'held';
  return wrapText(
    head,
    [
      what,
      ...(held ? [where === null ? 'place not told' : `at ${escapeText(where, 60)}`] : []),
      ...(state === 'none' || state === 'unknown'
        ? []
        : [seal === null ? 'not sealed' : `sealed with ${escapeText(seal, 60)}`]),
      ...(key === null ? [] : [`key ${key}`]),
      ...(from === null ? [] : [`since event ${from}`]),
      ...(to === null ? [] : [`until event ${to}`]),
    ].join(', '),
  );
}

function proofLines({ row, what, proven, anchors }: Proof): string[] {
  const { notBefore, notAfter } = proven;
  const time = notBefore === null && notAfter === null ? 'nothing proves when' : provenText(notBefore, notAfter);
  const out = wrapText('  proof     ', `event ${row} (${escapeText(what, 100)}): ${time}`);
  for (const { source, authority, covers, within, time: at } of anchors) {
    const about = [
      ...(covers > 0 ? [`covers ${covers} lines`] : []),
      ...(within === null ? [] : [`stands in ${within}`]),
    ];
    out.push(
      ...wrapText(
        '            by ',
        `${source} ${escapeText(authority, 60)} of ${formatInstant(at)}, ${about.join(', ')}`,
      ),
    );
  }
  return out;
}

function existenceLines(answer: ExistenceAnswer, paint: (text: string) => string, palette: Palette): string[] {
  const { digest, standing, by, proof, claim, because } = answer;
  const out = [
    ...wrapText('', `first seen: ${digest}`).map(palette.strong),
    paint(`  ${EXISTENCE_WORDS[standing]}`),
    ...(by === null ? [] : [`  existed   by ${formatInstant(by)}`]),
    ...(claim === null ? [] : [`  claimed   since ${formatInstant(claim.time)}, event ${claim.row}`]),
    ...wrapText('  because   ', escapeText(because, 400)),
  ];
  return proof === null ? out : [...out, ...proofLines(proof)];
}
