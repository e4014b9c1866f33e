// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { Malformed } from '../model/malformed.ts';
import type { Layout, LayoutItem, Words } from '../statement/layout.ts';

const NAME = /^[a-zA-Z0-9_-]+$/;

/**
 * The layout with the examiner's values for `{name}` in rules and commands. `{{` and `}}` stand for a brace; whatever else a brace
 * may begin in Python's format strings (attributes, indices, widths) is refused.
 *
 * @throws Malformed `layout-parameter`
 */
export function withParameters(layout: Layout, parameters: ReadonlyMap<string, string>): Layout {
  for (const name of parameters.keys()) {
    if (!NAME.test(name)) throw new Malformed('layout-parameter', `${escapeText(name, 64)} is no name of a parameter`);
  }
  const words = (list: Words, place: string) => list.map((text) => filled(text, parameters, place));
  const item = <T extends LayoutItem>(one: T): T => ({
    ...one,
    expectedMaterials: one.expectedMaterials.map((rule, i) => words(rule, `${one.pointer}/expected_materials/${i}`)),
    expectedProducts: one.expectedProducts.map((rule, i) => words(rule, `${one.pointer}/expected_products/${i}`)),
  });
  return {
    ...layout,
    steps: layout.steps.map((step) => ({
      ...item(step),
      expectedCommand: words(step.expectedCommand, `${step.pointer}/expected_command`),
    })),
    inspections: layout.inspections.map((one) => ({ ...item(one), run: words(one.run, `${one.pointer}/run`) })),
  };
}

function filled(text: string, parameters: ReadonlyMap<string, string>, place: string): string {
  return text.replace(/\{\{|\}\}|\{([^{}]*)\}|[{}]/g, (found, name: string | undefined) => {
    if (found === '{{') return '{';
    if (found === '}}') return '}';
    const value = name === undefined ? undefined : parameters.get(name);
    if (value === undefined) {
      throw new Malformed('layout-parameter', `no value was given for ${escapeText(found, 64)} at ${place}`);
    }
    return value;
  });
}
