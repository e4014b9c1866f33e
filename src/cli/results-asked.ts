// SPDX-License-Identifier: Apache-2.0
import { PassedItems, type ResultFormat } from '../attest/results.ts';
import { dsseBytes, STATEMENT_TYPE } from '../attest/seal.ts';
import { signExamined } from '../attest/signing.ts';
import type { Engine } from '../crypto/engine.ts';
import { escapeText } from '../encoding/escape-text.ts';
import type { Instant } from '../model/instant.ts';
import type { InputRecord, Item, Report } from '../model/report.ts';
import { refusePlace, StoreError, writeNewFile } from '../store/new-file.ts';
import { whyNot } from './audit-asked.ts';
import { host } from './host.ts';
import { namedBeside } from './named-files.ts';
import { requireFolder } from './product.ts';
import { OutputError, tell } from './settle.ts';
import { orUsage, signerAsked } from './signer-asked.ts';
import { askedOnRecord, SigningWatch } from './signing-watch.ts';
import { UsageError } from './usage-error.ts';
import { VERSION } from './version.ts';

/** The attestation that a verification asks for: told of each item, and made when all is known, before the report ends. */
export interface ResultsAttestation {
  item(item: Item): void;
  /** @throws OutputError where what passed cannot be attested: there is then no report either */
  end(report: Pick<Report, 'verdict' | 'policy' | 'inputs'>): Promise<void>;
}

/** RFC 3986: a scheme and something behind it. */
const URI = /^[A-Za-z][A-Za-z0-9+.-]*:[\x21-\x7e]+$/;

/** @throws UsageError before anything is verified */
export async function resultsAsked(
  flags: Readonly<Record<string, unknown>>,
  at: Instant,
  engine: Engine,
): Promise<ResultsAttestation> {
  const text = (name: string): string | undefined => flags[name] as string | undefined;
  const format = text('attest-results') as ResultFormat;
  const path = text('results-path');
  const verifierId = text('verifier-id');
  if (path === undefined) throw new UsageError('--attest-results wants --results-path: the file that it is written to');
  if (verifierId === undefined) throw new UsageError('--attest-results wants --verifier-id: a URI of who verifies');
  const resourceUri = text('resource-uri');
  if (format === 'vsa' && resourceUri === undefined)
    throw new UsageError(
      '--attest-results vsa wants --resource-uri: a URI of what is verified, such as its package URL',
    );
  for (const [flag, uri] of [
    ['verifier-id', verifierId],
    ['resource-uri', resourceUri],
  ] as const)
    if (uri !== undefined && !URI.test(uri)) throw new UsageError(`--${flag} ${uri}: that is no URI`);
  if (flags['signer'] === undefined && host().signer === null) throw new UsageError('--attest-results wants --signer');
  if (path === text('output-file'))
    throw new UsageError('--results-path and --output-file name one file: there are two outputs');
  const place = { replace: false, final: true, never: namedBeside(path) };
  try {
    refusePlace(path, place);
  } catch (error) {
    throw error instanceof StoreError ? new UsageError(error.message) : error;
  }
  requireFolder(path);
  const own = { ...flags, 'hmac-key': undefined, 'key-scheme': undefined, passphrase: flags['passphrase'] };
  const open = await askedOnRecord(flags, 'verify --attest-results', () => signerAsked(own, engine));
  const judged: InputRecord[] = [];
  const watch = new SigningWatch(flags, 'verify --attest-results', judged, open);
  const passed = new PassedItems();
  return {
    item: (item) => passed.add(item),
    async end(report) {
      judged.push(...report.inputs);
      const asked = {
        format,
        verifierId,
        version: VERSION,
        resourceUri: resourceUri ?? '',
        at,
        madeAt: host().startedAt,
      };
      const made = orUsage('--attest-results', () => passed.statement(asked, report));
      if ('why' in made) {
        await watch.refused(`nothing is attested: ${made.why}`);
        tell(`forensic-verify: nothing is attested: ${made.why}\n`);
        return;
      }
      const where = { evidence: path, pointer: '' };
      const signed = await signExamined(watch.over(open), {
        ...{ payload: made.built.payload, payloadType: STATEMENT_TYPE, claims: [], at: where },
      });
      if (!signed.ok) {
        await watch.refused(signed.checks);
        throw new OutputError(`what passed cannot be attested: ${whyNot(signed.checks)}`);
      }
      // The record comes first: what is signed and not recorded never goes out.
      await watch.signed();
      await watch.deliver(() => {
        try {
          writeNewFile(path, dsseBytes(signed.sealed), place);
        } catch (error) {
          throw error instanceof StoreError ? new OutputError(error.message) : error;
        }
      });
      tell(`forensic-verify: attested as ${format}, written to ${escapeText(path)}\n`);
    },
  };
}
