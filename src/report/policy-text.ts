// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../encoding/escape-text.ts';
import { wrapText } from '../encoding/wrap-text.ts';
import type { PolicySignature } from '../model/policy-document.ts';
import { wrapped } from './lines.ts';

/** What policy/ has to say of a policy; the words of its author are in it, and are escaped here. */
interface Explanation {
  readonly name: string;
  readonly sha256: string;
  readonly signature?: PolicySignature;
  readonly inForce: string;
  readonly parts: readonly {
    readonly title: string;
    readonly match: readonly string[];
    readonly modes: readonly { readonly sentence: string }[];
    readonly rules: readonly { readonly sentence: string }[];
    readonly weakens: readonly string[];
  }[];
  readonly open: readonly string[];
}

const LONGEST = 2000;
/** A pattern is shown as it is written: a policy that could be read has no character in it that does not show. */
const shown = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) && text.length <= LONGEST ? text : escapeText(text, LONGEST);
const line = (head: string, text: string): string[] => wrapped(head, shown(text));

/** The answer of `policy check`: it can be read, how much it asks, and where it asks less than the defaults. */
export function renderPolicyCheck(file: string, explanation: Explanation): string {
  const [all, ...scopes] = explanation.parts;
  const lines = [
    `${escapeText(file)}: a policy that can be read`,
    ...headLines(explanation),
    `  rules     ${all!.rules.length} for every item, ${scopes.reduce((sum, { rules }) => sum + rules.length, 0)} in ${scopes.length} scope${scopes.length === 1 ? '' : 's'}`,
    ...explanation.parts.flatMap((part) =>
      part.weakens.flatMap((what) => line('  !         ', part === all ? what : `${what}, in ${part.title}`)),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

export function renderPolicyExplanation(explanation: Explanation): string {
  const lines = [
    ...line('', `the policy "${explanation.name}"`),
    ...headLines(explanation),
    ...explanation.parts.flatMap((part) => [
      '',
      ...line('', part.match.length === 0 ? `of ${part.title}` : `of ${part.title}, besides what every item is asked`),
      ...part.match.flatMap((what, i) => line(i === 0 ? '  where ' : '  and   ', what)),
      ...[...part.modes, ...part.rules].flatMap(({ sentence }) => line('  - ', sentence)),
      ...part.weakens.flatMap((what) => line('  ! weaker than the defaults: ', what)),
    ]),
    '',
    'left open',
    ...explanation.open.flatMap((what) => line('  - ', what)),
  ];
  return `${lines.join('\n')}\n`;
}

function headLines({ name, sha256, signature, inForce }: Explanation): string[] {
  return [
    ...line('  name      ', name),
    `  sha256    ${sha256}`,
    ...(signature === undefined ? [] : signatureLines(signature)),
    ...line('  in force  ', inForce),
  ];
}

function signatureLines({ envelope, signers, times }: PolicySignature): string[] {
  const who = signers.flatMap((one) =>
    'identity' in one ? [one.identity, `issuer ${one.issuer}`] : [`key sha256 ${one.fingerprint}`],
  );
  const time = times.length === 0 ? 'at no verified time' : `verified times ${times.join(', ')}`;
  return [
    ...[...who, time].flatMap((what, i) => wrapText(i === 0 ? '  signed by ' : '            ', shown(what))),
    ...line('  in        ', `${envelope.name} (${envelope.kind})`),
    `    sha256 ${envelope.sha256}`,
  ];
}
