// SPDX-License-Identifier: Apache-2.0

/** Zones that have one meaning: those of RFC 5322 §4.3, and those of European law. Minutes east of UTC. */
const NAMES: ReadonlyMap<string, number> = new Map([
  ['UTC', 0],
  ['UT', 0],
  ['GMT', 0],
  ['Z', 0],
  ['ETC/UTC', 0],
  ['ZULU', 0],
  ['EST', -300],
  ['EDT', -240],
  ['CST', -360],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
  ['WET', 0],
  ['WEST', 60],
  ['CET', 60],
  ['CEST', 120],
  ['EET', 120],
  ['EEST', 180],
]);

/** Minutes east of UTC that a zone column means; null: no rule reads it. Names of places would need a table that changes by the year. */
export function minutesOfZone(text: string): number | null {
  const named = NAMES.get(text.trim().toUpperCase());
  if (named !== undefined) return named;
  const match = /^(?:UTC|GMT)?([+-])([0-9]{1,2}):?([0-9]{2})?$/i.exec(text.trim());
  if (match === null) return null;
  const [, sign, hours, minutes = '0'] = match;
  if (Number(hours) > 14 || Number(minutes) > 59) return null;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}
