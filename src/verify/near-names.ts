// SPDX-License-Identifier: Apache-2.0
import { editDistance } from '../encoding/edit-distance.ts';
import { LIMITS } from '../encoding/limits.ts';

const LONGEST = 64;
const SUGGESTIONS = 3;

/** Names that somebody may have meant: of few other letters, then those that hold all of it. Of hostile input: a bounded work. */
export function nearNames(text: string, names: ReadonlySet<string>): string[] {
  if (text.length > LONGEST) return [];
  const asked = text.toLowerCase();
  const allowed = Math.max(1, Math.floor(asked.length / 4));
  const known = [...names]
    .slice(0, LIMITS.replayNames)
    .filter(({ length }) => length <= LONGEST)
    .map((name) => ({ name, distance: editDistance(asked, name.toLowerCase()) }));
  const close = known.filter(({ distance }) => distance <= allowed).sort((a, b) => a.distance - b.distance);
  const holding = known.filter(({ name }) => name.toLowerCase().includes(asked));
  return [...new Set([...close, ...holding].map(({ name }) => name))].slice(0, SUGGESTIONS);
}
