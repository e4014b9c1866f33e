// SPDX-License-Identifier: Apache-2.0

/**
 * Advance widths of ASCII 32 to 126 in thousandths of the size, of DejaVu Sans. It is the widest of the fonts that the pictures
 * name, so that what fits by this table fits in the others: a picture has the same bytes wherever it is made, and no font is
 * measured or carried along.
 */
const REGULAR = [
  318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637, 637, 637, 637, 637,
  637, 637, 637, 337, 337, 838, 838, 838, 531, 1000, 685, 687, 699, 771, 632, 576, 775, 752, 295, 295, 656, 558, 863,
  749, 788, 604, 788, 695, 635, 611, 732, 685, 989, 686, 611, 686, 391, 337, 391, 838, 500, 500, 613, 635, 550, 635,
  616, 353, 635, 634, 278, 278, 580, 278, 975, 634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637,
  337, 637, 838,
];
const BOLD = [
  349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 523, 838, 380, 416, 380, 366, 696, 696, 696, 696, 696, 696, 696,
  696, 696, 696, 400, 400, 838, 838, 838, 581, 1000, 774, 763, 734, 831, 684, 684, 821, 837, 373, 373, 775, 638, 996,
  837, 851, 733, 851, 771, 721, 683, 813, 774, 1104, 771, 725, 726, 458, 366, 458, 838, 500, 500, 675, 716, 593, 716,
  679, 436, 716, 712, 343, 343, 666, 343, 1042, 712, 688, 716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712,
  366, 712, 838,
];
const WIDEST = 1104;

export interface Face {
  /** Pixels. */
  readonly size: number;
  readonly bold: boolean;
}

/** Pixels, rounded up, of text as it is shown: ASCII and a few signs of our own. */
export function textWidth(words: string, { size, bold }: Face): number {
  const table = bold ? BOLD : REGULAR;
  let thousandths = 0;
  for (const character of words) thousandths += table[character.charCodeAt(0) - 32] ?? WIDEST;
  return Math.ceil((thousandths * size) / 1000);
}

/** As much of the text as fits, with … where it is cut; empty where not even that is worth it. */
export function fitText(words: string, width: number, face: Face): string {
  if (textWidth(words, face) <= width) return words;
  const room = width - textWidth('…', face);
  let end = 0;
  let used = 0;
  while (end < words.length) {
    const next = textWidth(words[end]!, face);
    if (used + next > room) break;
    used += next;
    end++;
  }
  return end < 2 ? '' : `${words.slice(0, end).trimEnd()}…`;
}
