// SPDX-License-Identifier: Apache-2.0

import { sha256Hex } from '../crypto/digest.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import { formatInstant } from '../encoding/rfc3339.ts';
import { encodeUtf8 } from '../encoding/utf8.ts';
import { reasonCatalogue } from '../kit/catalogue.ts';
import { CASES_JSON } from '../kit/generated/known-answers.generated.ts';
import { embeddedFile, embeddedFileNames } from '../kit/known-answers/verdicts.ts';
import { SAMPLE_CASES, SAMPLES } from '../kit/pack/names.ts';
import { type DocumentPage, documentationPage } from '../kit/page/page.ts';
import type { Bytes } from '../model/bytes.ts';
import {
  BUNDLED_NAMES,
  type BundledName,
  bundledBytes,
  bundledTrustIssuedAt,
  bundledTrustSource,
} from '../trust/bundled.ts';
import { SHELLS } from './manual/completions.ts';
import { describeAll } from './manual/description.ts';
import { fullHelp } from './manual/help-text.ts';
import { manPage } from './manual/man-page.ts';
import { VERSION } from './version.ts';

/** What the program itself brings into a kit: it says it of itself, so that it fits the program that lies beside it. */
export async function madeByProgram(documents: readonly DocumentPage[]): Promise<ReadonlyMap<string, Bytes>> {
  const commands = await describeAll();
  const made = new Map<string, Bytes>([
    ['man/forensic-verify.1', encodeUtf8(manPage(commands, VERSION))],
    ['doc/catalogue.json', reasonCatalogue(VERSION)],
    [SAMPLE_CASES, encodeUtf8(`${CASES_JSON}\n`)],
  ]);
  const pages = commands.map((one) => ({ words: one.words, help: fullHelp(one) }));
  made.set('doc/index.html', encodeUtf8(documentationPage(VERSION, pages, documents)));
  for (const { file, print } of Object.values(SHELLS)) made.set(`completions/${file}`, encodeUtf8(print(commands)));
  for (const name of embeddedFileNames()) made.set(`${SAMPLES}/${name}`, embeddedFile(name));
  const roots = [];
  for (const [name, what] of Object.entries(BUNDLED_NAMES)) {
    const bytes = await bundledBytes(name as BundledName);
    const file = `${name}.json`;
    made.set(`trust/${file}`, bytes);
    roots.push({ file, what, sha256: sha256Hex(bytes) });
  }
  const origin = { source: bundledTrustSource(), issuedAt: formatInstant(bundledTrustIssuedAt()), roots };
  made.set('trust/ORIGIN.json', Uint8Array.from([...canonicalJson(origin), 0x0a]));
  return made;
}
