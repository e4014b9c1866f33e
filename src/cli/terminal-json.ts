// SPDX-License-Identifier: Apache-2.0

/** Canonical JSON as it stands, but escaped to ASCII where standard output is a terminal: evidence may hold what one obeys (attacks J01). */
export function forOutput(json: string): string {
  if (process.stdout.isTTY !== true) return json;
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
