// SPDX-License-Identifier: Apache-2.0

/** Up to here the engine's own search is linear enough. */
const SHORT = 16;

/** Whether a text contains another, in time linear in both (Knuth, Morris, Pratt): both may be a stranger's. */
export function containsText(text: string, part: string): boolean {
  if (part.length <= SHORT) return text.includes(part);
  if (part.length > text.length) return false;
  const back = new Uint32Array(part.length);
  for (let i = 1, k = 0; i < part.length; i++) {
    while (k > 0 && part.charCodeAt(i) !== part.charCodeAt(k)) k = back[k - 1]!;
    if (part.charCodeAt(i) === part.charCodeAt(k)) k++;
    back[i] = k;
  }
  for (let i = 0, k = 0; i < text.length; i++) {
    while (k > 0 && text.charCodeAt(i) !== part.charCodeAt(k)) k = back[k - 1]!;
    if (text.charCodeAt(i) === part.charCodeAt(k)) k++;
    if (k === part.length) return true;
  }
  return false;
}
