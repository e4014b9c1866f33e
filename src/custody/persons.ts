// SPDX-License-Identifier: Apache-2.0

/** Letters, marks, digits, punctuation and symbols, with single blanks between: nothing that is not seen. */
const PLAIN = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+( [\p{L}\p{M}\p{N}\p{P}\p{S}]+)*$/u;
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\u{2800}/u;
const SCHEME = /^[a-z][a-z0-9+.-]*:(\/\/)?/;
const SAID = /[\p{L}\p{N}]/u;

/** Whether a person's name is in its one spelling (custody timeline v1, section 3): one that looks the same is not another. */
export function isPlainId(id: string): boolean {
  return PLAIN.test(id) && !UNSEEN.test(id) && id.normalize('NFKC') === id;
}

/** Letters of other scripts that are drawn as a Latin one is, in lower case. */
const DRAWN_ALIKE: ReadonlyMap<string, string> = new Map(
  [
    ['аαɑ', 'a'],
    ['вβ', 'b'],
    ['сϲ', 'c'],
    ['ԁ', 'd'],
    ['еεє', 'e'],
    ['ɡ', 'g'],
    ['нһη', 'h'],
    ['іιıӏ|', 'i'],
    ['јϳ', 'j'],
    ['кκ', 'k'],
    ['мμ', 'm'],
    ['ոπ', 'n'],
    ['оοօσ', 'o'],
    ['рρ', 'p'],
    ['ԛ', 'q'],
    ['г', 'r'],
    ['ѕ', 's'],
    ['тτ', 't'],
    ['υս', 'u'],
    ['νѵ', 'v'],
    ['ԝω', 'w'],
    ['хχ', 'x'],
    ['уγү', 'y'],
    ['ζ', 'z'],
  ].flatMap(([letters = '', latin = '']) => [...letters].map((letter) => [letter, latin] as const)),
);

/** What is left of a name without its scheme, case, accents and script: two that share it are taken to be one person. */
export function personOf(id: string): string {
  const folded = id
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}\s]/gu, '');
  return [...folded.replace(SCHEME, '')].map((letter) => DRAWN_ALIKE.get(letter) ?? letter).join('');
}

export function samePerson(a: string, b: string): boolean {
  return a === b || personOf(a) === personOf(b);
}

/** Whether a text says anything: blanks and dashes give no reason. */
export function isSaid(text: string | undefined): boolean {
  return text !== undefined && SAID.test(text);
}
