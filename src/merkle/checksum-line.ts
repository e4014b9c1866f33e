// SPDX-License-Identifier: Apache-2.0

/**
 * One line of a checksum list as GNU sha256sum writes it, without its end: where the name holds a backslash, a newline or a
 * carriage return these are escaped, and a backslash stands in front of the line, so that no name can pass for two lines.
 *
 * @param hash lowercase hexadecimal
 */
export function checksumLine(hash: string, name: string): string {
  const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `${escaped === name ? '' : '\\'}${hash}  ${escaped}`;
}
