// SPDX-License-Identifier: Apache-2.0
// Loaded where something is expanded, which most runs do not come to: with it come Node's streams, and a reader of zips.
const zlib = () => process.getBuiltinModule('node:zlib');
export const constants = new Proxy({}, { get: (_, name) => zlib().constants[name] });
export const crc32 = (...given) => zlib().crc32(...given);
export const createInflateRaw = (...given) => zlib().createInflateRaw(...given);
export const createZstdDecompress = (...given) => zlib().createZstdDecompress(...given);
export const inflateRawSync = (...given) => zlib().inflateRawSync(...given);
export const zstdDecompressSync = (...given) => zlib().zstdDecompressSync(...given);
