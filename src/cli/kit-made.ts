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
import type { JsonObject } from '../model/json.ts';
import {
  BUNDLED_NAMES,
  type BundledName,
  bundledBytes,
  bundledTrustIssuedAt,
  bundledTrustSource,
} from '../trust/bundled.ts';
import { DOCUMENT_FOLDER, INDEX_FILE, indexBytes } from '../trust/held/index-file.ts';
import { heldBytes, heldDocument, type TrustStore } from '../trust/held/open.ts';
import { SHELLS } from './manual/completions.ts';
import { describeAll } from './manual/description.ts';
import { fullHelp } from './manual/help-text.ts';
import { manPage } from './manual/man-page.ts';
import { orUsage } from './trust-asked.ts';
import { VERSION } from './version.ts';

/** What the program itself brings into a kit: it says it of itself, so that it fits the program that lies beside it. */
export async function madeByProgram(
  documents: readonly DocumentPage[],
  store: TrustStore | null,
): Promise<ReadonlyMap<string, Bytes>> {
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
  const origin = {
    source: bundledTrustSource(),
    issuedAt: formatInstant(bundledTrustIssuedAt()),
    roots,
    ...(store === null ? {} : { store: storeInto(made, store) }),
  };
  made.set('trust/ORIGIN.json', Uint8Array.from([...canonicalJson(origin), 0x0a]));
  return made;
}

/** Where a trust store lies in a kit, whole: `--trust-store trust/store`. */
const STORE = 'trust/store';

/** Every document of it is read, so that no kit carries in what nobody there could read; its origin is told beside it. */
function storeInto(made: Map<string, Bytes>, store: TrustStore): JsonObject {
  const index = indexBytes(store.index);
  made.set(`${STORE}/${INDEX_FILE}`, index);
  const domains = store.index.domains.map((domain) => ({
    name: domain.name,
    documents: domain.documents.map((one) => {
      orUsage(`--trust-store ${store.path}`, () => heldDocument(store, domain, one));
      made.set(`${STORE}/${DOCUMENT_FOLDER}/${one.sha256}`, heldBytes(store, one));
      const { name, role, sha256, origin, importedAt } = one;
      return { name, role, sha256, origin, importedAt: formatInstant(importedAt) };
    }),
  }));
  return { folder: STORE.slice('trust/'.length), sha256: sha256Hex(index), domains };
}
