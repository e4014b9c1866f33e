// SPDX-License-Identifier: Apache-2.0
import { Malformed } from '../model/malformed.ts';
import type { PolicyProblem } from '../model/policy-document.ts';

/**
 * What is wrong with a policy, at a JSON Pointer into it. `place` says whether the value is to blame or the key: the reader
 * of the file shows the line and column of the one or the other.
 */
export class PolicyFault extends Malformed implements PolicyProblem {
  readonly pointer: string;
  readonly place: 'key' | 'value';
  constructor(pointer: string, detail: string, place: 'key' | 'value' = 'value') {
    super('policy-invalid', detail);
    this.name = 'PolicyFault';
    this.pointer = pointer;
    this.place = place;
  }
}

export function policyProblem(pointer: string, detail: string, place: 'key' | 'value' = 'value'): PolicyFault {
  return new PolicyFault(pointer, detail, place);
}

/** What is wrong with a file of the user's, and where: line and column from 1. */
export class MisplacedText extends Malformed {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  constructor(file: string, { line, column }: { readonly line: number; readonly column: number }, sentence: string) {
    super('policy-invalid', `${file}:${line}:${column}: ${sentence}`);
    this.name = 'MisplacedText';
    this.file = file;
    this.line = line;
    this.column = column;
  }
}
