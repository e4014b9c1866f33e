// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';

/** One that opens the log and takes an item, and then looks at it, again and again. @returns octets */
export function mintLog(log: string, keyFile: string, events: number): number {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  writeFileSync(keyFile, spki);
  const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
  const [origin, digest, policyDigest] = ['bench.example/C-1', { sha256: sha256('disk') }, `sha256:${sha256('{}')}`];
  const raw = spki.subarray(-32);
  const logId = createHash('sha256')
    .update(Buffer.concat([Buffer.from(`${origin}\n`), Buffer.of(1), raw]))
    .digest('hex');
  const checkpointKey = `${origin}+${logId.slice(0, 8)}+${Buffer.concat([Buffer.of(1), raw]).toString('base64')}`;
  const id = 'mailto:opener@bench.example';
  const keys = [{ id, publicKey: spki.toString('base64'), roles: ['custodian'] }];
  const acquired = { objects: [{ after: digest, name: 'EX-1' }] };
  const accessed = { objects: [{ before: digest, name: 'EX-1' }] };
  const fd = openSync(log, 'w');
  let prev: string | null = null;
  let waiting: string[] = [];
  let size = 0;
  for (let seq = 0; seq < events; seq++) {
    const time = `${new Date(1_760_000_000_000 + seq * 1000).toISOString().slice(0, 19)}Z`;
    const type = seq === 0 ? 'open' : seq === 1 ? 'acquire' : 'access';
    // As a writer writes it, members in their order.
    const predicate = {
      case: { id: 'C-1' },
      ...(seq === 0 ? { checkpointKey } : {}),
      event: { eventDateTime: time, recordedDateTime: time, type },
      ...(seq === 0 ? { keys } : {}),
      log: { origin, prev: prev === null ? null : `sha256:${prev}`, seq },
      ...(seq === 0 ? {} : seq === 1 ? acquired : accessed),
      performer: { id, role: 'custodian' },
      ...(seq === 0 ? { policy: {} } : {}),
      policyDigest,
      purpose: 'a bench',
    };
    const subject = seq === 0 ? [{ digest: { sha256: sha256(origin) }, name: origin }] : [{ digest, name: 'EX-1' }];
    const payload = JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      predicate,
      predicateType: 'urn:forensic-verify:predicate:custody-event:v1',
      subject,
    });
    const payloadType = 'application/vnd.in-toto+json';
    const sig = sign(
      null,
      Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} ${payload}`),
      privateKey,
    );
    const rows = `[{"keyid":"${sha256(spki)}","sig":"${sig.toString('base64')}"}]`;
    const line = `{"payload":"${Buffer.from(payload).toString('base64')}","payloadType":"${payloadType}","signatures":${rows}}`;
    prev = sha256(line);
    size += line.length;
    waiting.push(line);
    if (waiting.length === 1000 || seq === events - 1) {
      writeSync(fd, `${waiting.join('\n')}\n`);
      waiting = [];
    }
  }
  closeSync(fd);
  return size;
}
