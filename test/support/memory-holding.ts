// SPDX-License-Identifier: Apache-2.0
import { digestHex } from '../../src/crypto/digest.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import type { Holding, Member } from '../../src/model/holding.ts';

/** A holding of files in memory. `digests` may lie about one, as a file that changes does. */
export function memoryHolding(files: Readonly<Record<string, Uint8Array>>, name = 'held'): Holding {
  const members = Object.entries(files).map(
    ([path, bytes]): Member => ({
      path,
      size: bytes.length,
      digests: new Map([['sha256', digestHex('sha256', bytes)]]),
      head: bytes.subarray(0, LIMITS.memberHead),
    }),
  );
  return {
    name,
    container: 'directory',
    origin: 'named',
    members,
    others: [],
    checks: [],
    findings: [],
    document: ({ path, size }, limit = LIMITS.documentBytes) =>
      size <= limit
        ? { ok: true, value: files[path]! }
        : { ok: false, problem: { reason: 'limit-exceeded', detail: `${path} has ${size} bytes` } },
    digests: ({ path }, algorithms) => ({
      ok: true,
      value: new Map(algorithms.map((algorithm) => [algorithm, digestHex(algorithm, files[path]!)])),
    }),
    close: () => {},
  };
}
