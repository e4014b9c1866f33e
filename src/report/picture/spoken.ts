// SPDX-License-Identifier: Apache-2.0

const UNITS: readonly (readonly [string, bigint])[] = [
  ['y', 31_536_000_000_000_000n],
  ['d', 86_400_000_000_000n],
  ['h', 3_600_000_000_000n],
  ['min', 60_000_000_000n],
  ['s', 1_000_000_000n],
  ['ms', 1_000_000n],
  ['us', 1000n],
  ['ns', 1n],
];

/** A length of time in its two largest units: for people, never to calculate with. */
export function formatDuration(nanoseconds: bigint): string {
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const at = UNITS.findIndex(([, unit]) => size >= unit);
  if (at < 0) return '0 s';
  const [name, unit] = UNITS[at]!;
  const next = UNITS[at + 1];
  const sign = nanoseconds < 0n ? '-' : '';
  const rest = next === undefined ? 0n : (size % unit) / next[1];
  return `${sign}${size / unit} ${name}${rest === 0n ? '' : ` ${rest} ${next![0]}`}`;
}
