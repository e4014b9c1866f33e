// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import type { Item, Report } from '../model/report.ts';
import { ordered } from './ordered.ts';
import { type SourceFile, sourceSentences } from './rendered-from.ts';
import { instantOf } from './text.ts';

const BLANK = '______________________________';

/** A file at hand, what it was measured to be, and what signed evidence says that it must be. */
interface Compared {
  readonly name: string;
  readonly computed: readonly string[];
  readonly signed: readonly string[];
  readonly item: string;
}

/**
 * The text that a qualified person may sign under Rule 902(14) of the Federal Rules of Evidence, with blanks for everything that a
 * program cannot know. It certifies nothing: where the report does not accept, or has but one of the two hashes, the draft says so.
 */
export function draftCertificate(report: Report, { name, sha256 }: SourceFile): string {
  const { verdict, tool, run } = report;
  const rows = report.items.flatMap(comparedIn);
  const out: string[] = [
    ...sourceSentences([{ name, sha256 }]).flatMap(say),
    '',
    'DRAFT: NOT A CERTIFICATION UNTIL A QUALIFIED PERSON HAS COMPLETED AND SIGNED IT',
    '',
    ...say('CERTIFICATION OF DATA AUTHENTICATED BY A PROCESS OF DIGITAL IDENTIFICATION'),
    ...say('Federal Rules of Evidence 902(14), under the requirements of 902(11) or 902(12)'),
    '',
    ...say(
      'This text was drafted by a program. The program certifies nothing and is no person. Whoever signs answers for every sentence, fills in every blank, and strikes out what does not hold.',
    ),
    '',
    ...point('1.', `I am ${BLANK} (name), ${BLANK} (position), of ${BLANK} (employer and address).`),
    ...point('2.', `I am qualified to make this certification by ${BLANK} (training, experience, certificates).`),
    ...point(
      '3.',
      `The data was copied from ${BLANK} (device, storage medium or file; make, model and serial number) on ${BLANK} (date and time, with zone) by ${BLANK} (who), with ${BLANK} (tool, version and write protection).`,
    ),
    ...point(
      '4.',
      'A hash value is a number that a standard algorithm computes from all octets of a file. Two files with the same SHA-256, SHA-384 or SHA-512 value are, for every practical purpose, octet for octet the same file.',
    ),
    ...point(
      '5.',
      `The values below were computed from the files at hand by ${tool.name} ${escapeText(tool.version)}, engine ${escapeText(tool.engine)}, which used no network (${escapeText(instantOf(report), 120)}).`,
    ),
    ...(run === null
      ? point(
          '',
          `The program file itself has the SHA-256 value ${BLANK}, which I have compared with its published list.`,
        )
      : point(
          '',
          run.binarySha256 === null
            ? `It ran on ${escapeText(run.runtime, 120)}; the program file has the SHA-256 value ${BLANK}, which I have compared with its published list.`
            : `It ran on ${escapeText(run.runtime, 120)}; the program file has the SHA-256 value ${run.binarySha256}, which I have compared with its published list.`,
        )),
    ...point(
      '6.',
      rows.length === 0
        ? 'The report names no file of which a hash value was computed: nothing can be certified from it.'
        : 'The files, each with the value of the original as its signed evidence states it, and the value of the copy as it was computed:',
    ),
    ...rows.flatMap((row, i) => ['', ...fileLines(row, i + 1)]),
    '',
    ...point(
      '7.',
      `The report of the program is the file ${escapeText(name)} with the SHA-256 value ${sha256}. It states: ${verdict.decision} ${verdict.indication} (exit code ${verdict.exitCode}).`,
    ),
    ...(verdict.decision === 'accept'
      ? []
      : point(
          '',
          verdict.decision === 'warn'
            ? 'It was accepted with warnings only, which must be explained here:'
            : 'THE REPORT DOES NOT ACCEPT THE EVIDENCE. I sign only with an explanation here:',
        )),
    ...(verdict.decision === 'accept' ? [] : ['', `      ${BLANK.repeat(2)}`]),
    ...report.weakenings.flatMap((one) => point('', `Asked less than the defaults: ${escapeText(one, 400)}.`)),
    ...notEstablished(report),
    ...point('8.', 'I have compared the two values of each file. They are identical, but for those named here:'),
    '',
    `      ${BLANK.repeat(2)}`,
    '',
    ...point(
      '9.',
      `The report and the files are available for inspection at ${BLANK}. Reasonable written notice was given to the adverse party on ${BLANK}, as Rule 902(11) requires.`,
    ),
    '',
    ...say(
      'I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct (28 U.S.C. 1746). Outside of the United States: under Rule 902(12), signed in a manner that, if falsely made, would subject the signer to a criminal penalty there.',
    ),
    '',
    `Executed on ${BLANK} at ${BLANK}`,
    '',
    `Signature    ${BLANK}`,
    `Printed name ${BLANK}`,
    '',
    ...say('Have this text reviewed by counsel. Other courts ask for other words.'),
  ];
  return `${out.join('\n')}\n`;
}

function say(text: string): string[] {
  return wrapText('', text);
}

function point(number: string, text: string): string[] {
  return wrapText(`${number.padEnd(4)}`, text);
}

function fileLines({ name, computed, signed, item }: Compared, number: number): string[] {
  const values = (of: readonly string[]): string[] =>
    of.length === 0 ? [`      ${BLANK} (to be filled in)`] : of.map((one) => `      ${escapeText(one)}`);
  return [
    ...wrapText(`    ${number}. `, escapeText(name, 400)),
    '      original, as the signed evidence states it:',
    ...values(signed),
    '      copy, as computed:',
    ...values(computed),
    ...wrapText('      ', `evidence: ${escapeText(item, 400)}; status of this item: see the report`),
  ];
}

/** Of a file whose digest stands in what was signed, and that has verified, both values are known; else the first is a blank. */
function comparedIn(item: Item): Compared[] {
  const sound = item.decision !== 'reject';
  const listed = item.subjects.flatMap(({ digest }) => entriesOf(digest));
  const held = (item.custody?.items ?? []).flatMap(({ digest }) => (digest === null ? [] : [digest]));
  const stated = new Set([...listed, ...held]);
  return item.artifacts.map(({ name, digests }) => {
    const computed = entriesOf(digests);
    return { name, computed, signed: sound ? computed.filter((one) => stated.has(one)) : [], item: item.name };
  });
}

function entriesOf(digests: Readonly<Record<string, string>>): string[] {
  return ordered(digests).map(([name, value]) => `${name}:${value}`);
}

function notEstablished({ items }: Report): string[] {
  const all = [...new Set(items.flatMap((item) => item.notEstablished))];
  return all.length === 0
    ? []
    : [
        ...point('', 'The report names as not established:'),
        ...all.flatMap((one) => wrapText('      - ', escapeText(one, 400))),
      ];
}
