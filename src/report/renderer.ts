// SPDX-License-Identifier: Apache-2.0
import { FORMAT_TABLE, type FormatName } from './format-names.ts';
import type { ReportFormat } from './formats.ts';
import { renderJson } from './json.ts';
import { renderNdjson } from './ndjson.ts';
import { renderText } from './text.ts';

type Render = ReportFormat['render'];

/** Of the formats that nearly every run writes: their code is there from the start. */
const USUAL: ReadonlyMap<FormatName, Render> = new Map([
  ['text', renderText],
  ['json', renderJson],
  ['ndjson', renderNdjson],
]);

let all: Readonly<Record<FormatName, ReportFormat>> | null = null;

/** To be awaited before `rendererOf`. @param name what is no report format needs nothing */
export async function loadRenderer(name: string): Promise<void> {
  if (isFormat(name) && !USUAL.has(name)) all ??= (await import('./formats.ts')).FORMATS;
}

export function rendererOf(name: FormatName): Render {
  const render = USUAL.get(name) ?? all?.[name].render;
  if (render === undefined) throw new Error(`the renderer of ${name} has not been loaded`);
  return render;
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMAT_TABLE, name);
}
