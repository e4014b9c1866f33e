// SPDX-License-Identifier: Apache-2.0
import { parseDigestOperand } from '../artifact/digest-operand.ts';
import { notPassed } from '../model/check.ts';
import type { ItemFacts } from '../model/report.ts';
import { refusedItem } from '../verify/compose-report.ts';
import type { Artifact, ExaminationContext } from '../verify/request.ts';
import type { Operands } from './verification.ts';

type Asked = NonNullable<ExaminationContext['imagesAsked']>;

export interface ImageQuestion {
  /** Null without `--oci-layout`. */
  readonly asked: Asked | null;
  /** Those that are opened as files, folders and archives, the layouts among them. */
  readonly operands: Operands;
}

/** `--oci-layout DIR [sha256:…]`: a digest beside it picks the image; without one every image of the layout is asked about. */
export function imagesAsked(layouts: readonly string[], byFlag: Artifact | null, operands: Operands): ImageQuestion {
  if (layouts.length === 0) return { asked: null, operands };
  const digests = byFlag === null ? [] : [byFlag.name];
  const others: string[] = [];
  for (const operand of operands.artifacts) {
    const digest = parseDigestOperand(operand);
    if (digest === null) others.push(operand);
    else digests.push(`${digest.algorithm}:${digest.hex}`);
  }
  const artifacts = [...new Set([...layouts, ...others])];
  return { asked: { layouts, digests: [...new Set(digests)] }, operands: { ...operands, artifacts } };
}

/** What was named as an image layout must be one: else nothing has answered the question. */
export function notLayouts(asked: Asked | null, items: readonly ItemFacts[]): ItemFacts[] {
  return (asked?.layouts ?? [])
    .filter((name) => !items.some((item) => isOf(name, item)))
    .map((name) => {
      const at = { evidence: name, pointer: '' };
      return refusedItem(
        name,
        notPassed('image.layout', at, 'image-layout-format', 'it is no image layout, and holds none'),
      );
    });
}

/** Its layout, or why it could not be read. */
function isOf(operand: string, { name, kind }: ItemFacts): boolean {
  if (name === operand) return kind === 'oci-layout' || kind === 'input';
  const inside = name.startsWith(`${operand.replace(/\/+$/, '')}/`) || name.startsWith(`${operand}!/`);
  return inside && kind === 'oci-layout';
}
