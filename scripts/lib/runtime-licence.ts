// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/** One section of the LICENSE that comes with a runtime. */
export interface LicenceSection {
  readonly title: string;
  /** In the source of the runtime. */
  readonly folder: string;
  /** An SPDX identifier where the heading of the text names the licence; null: the text alone says it. */
  readonly id: string | null;
  readonly sha256: string;
}

const SECTION = /^- (.+), located at (\S+), is licensed as follows:$/gm;
/** What builds and tests a runtime, or is given out beside it, is not inside the file. */
const NOT_INSIDE = /^(tools|test)\/|^deps\/(npm|corepack|googletest)$/;

/** The parts of a runtime that its LICENSE names, and that can be inside the file. */
export function licenceSections(text: string): readonly LicenceSection[] {
  const heads = [...text.matchAll(SECTION)];
  if (heads.length < 20) throw new Error('the LICENSE of the runtime is of another form: read it again');
  return heads.flatMap(({ 0: head, 1: title, 2: located, index }, i) => {
    const body = text.slice(index + head.length, heads[i + 1]?.index ?? text.length);
    const folder = located!.replace(/\/$/, '');
    if (NOT_INSIDE.test(folder)) return [];
    const sha256 = createHash('sha256').update(body).digest('hex');
    return [{ title: title!, folder, id: identifierOf(body), sha256 }];
  });
}

/** By the heading and nothing else: texts that are nearly those of a known licence are not taken for it. */
function identifierOf(body: string): string | null {
  const [first = '', second = ''] = body
    .split('\n')
    .map((line) => line.replace(/^[\s"#/*]+/, '').trim())
    .filter((line) => line !== '');
  if (/^\(?(The )?MIT License\)?$|licensed under the MIT License\.$/.test(first)) return 'MIT';
  if (/^(The )?ISC License$/.test(first)) return 'ISC';
  if (first === 'Apache License' && /^Version 2\.0, January 2004$/.test(second)) return 'Apache-2.0';
  if (first === 'Blue Oak Model License' && second === 'Version 1.0.0') return 'BlueOak-1.0.0';
  return null;
}
