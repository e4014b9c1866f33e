// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../model/bytes.ts';

export function explainEvidence(
  _bytes: Bytes,
  name: string,
): { readonly text: string; readonly json: string; readonly known: boolean } {
  return { text: name, json: name, known: false };
}
