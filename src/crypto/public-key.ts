// SPDX-License-Identifier: Apache-2.0
/** Every way in which a public key comes in. All are strict, and all refuse private material (attacks D06). */
export { importJwk } from './jwk.ts';
export { importKeyFile } from './key-file.ts';
export { importMlDsa44Raw } from './ml-dsa.ts';
export { importEd25519Raw, importPkcs1, importSpki } from './spki.ts';
