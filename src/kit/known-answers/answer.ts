// SPDX-License-Identifier: Apache-2.0

/** What this program must say of one input, and how it is asked. */
export interface KnownAnswer {
  /** `ecdsa-p256-sha256 native good`. */
  readonly name: string;
  readonly expected: string;
  readonly ask: () => string | Promise<string>;
}

export interface AnswerGroup {
  /** `signatures`. */
  readonly name: string;
  readonly answers: readonly KnownAnswer[];
}

export interface GivenAnswer {
  readonly group: string;
  readonly name: string;
  readonly expected: string;
  readonly found: string;
}

/** Every answer of a group, in order. Whatever is thrown is another answer than the known one: nothing ends the test early. */
export async function askGroup({ name, answers }: AnswerGroup): Promise<readonly GivenAnswer[]> {
  const given: GivenAnswer[] = [];
  for (const one of answers) {
    const asked = new Promise<string>((resolve) => resolve(one.ask()));
    const found = await asked.then((text) => text, threw);
    given.push({ group: name, name: one.name, expected: one.expected, found });
  }
  return given;
}

function threw(error: unknown): string {
  return `threw ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
}

export function differs({ expected, found }: GivenAnswer): boolean {
  return expected !== found;
}
