// SPDX-License-Identifier: Apache-2.0
import { Args, Flags } from '@oclif/core';
import { readDocument } from '../../evidence/input.ts';
import { explainEvidence } from '../../verify/explain.ts';
import { unreadEvidence } from '../../verify/inspect.ts';
import { BaseCommand, COMMON_FLAGS } from '../base-command.ts';
import { type Explanation, explainCode, listCodes, looksLikeCode, nearCodes } from '../explain-code.ts';
import { recipeAsked } from '../recipe-asked.ts';
import { settle, writeAll, writeJson } from '../settle.ts';
import { deliverStory } from '../story.ts';
import { UsageError } from '../usage-error.ts';

export default class Explain extends BaseCommand {
  static override summary =
    'explain a reason, a check, a finding or a word of a verdict; walk through a report, or through evidence step by step';
  static override description =
    'Of evidence, each step is shown with its inputs and its arithmetic: what is signed, each hash of a proof up to the\n' +
    'root, the lines of a checkpoint, the window of a certificate, and commands that repeat it. It judges nothing.\n' +
    'A file that is named like a code is ./NAME.\n' +
    'With --recipe DIR first, what follows is a command of this tool (without one: verify). It is run as it stands, and DIR, a new\n' +
    'folder, takes the octets, keys and openssl and sha256sum commands by which a second examiner repeats what rests on them.\n' +
    'Report and exit code are those of the command.';
  static override examples = [
    '<%= config.bin %> explain subject-digest-mismatch',
    '<%= config.bin %> explain INDETERMINATE',
    '<%= config.bin %> explain report.json',
    '<%= config.bin %> explain release.sigstore.json',
    '<%= config.bin %> explain --recipe recipe verify app.bin --bundle app.dsse.json --key signer.pub',
    '<%= config.bin %> explain --recipe recipe custody verify custody.jsonl --keyring keys.json',
  ];
  static override args = {
    what: Args.string({
      description:
        'a reason, check or finding, an indication, an exit code; a JSON report, a file of evidence, or - for standard input',
    }),
  };
  static override flags = {
    json: COMMON_FLAGS.json,
    offline: COMMON_FLAGS.offline,
    recipe: Flags.string({ description: 'a new folder for the recipe of the command that follows; stands first' }),
    list: Flags.boolean({ description: 'every code that can be explained, with what it says' }),
  };

  async run(): Promise<void> {
    const asked = recipeAsked(this.argv);
    if (asked !== null) {
      const { writeRecipe } = await import('../write-recipe.ts');
      await writeRecipe(asked);
      return;
    }
    const { flags, operands } = await this.parseStrictly(Explain);
    const [what] = operands;
    if (flags.list === true) {
      if (what !== undefined) throw new UsageError('--list lists every code, and takes no operand');
      tellCode(listCodes(), flags);
      return;
    }
    if (what === undefined)
      throw new UsageError('missing: WHAT (a code, a report or a file of evidence); --list shows every code');
    const entry = explainCode(what);
    if (entry !== null) {
      tellCode(entry, flags);
      return;
    }
    const input = readDocument(what);
    if (!input.ok && input.problem.reason === 'input-missing') refuseUnknownCode(what);
    if (input.ok) deliverStory(explainEvidence(input.value.bytes, what), flags);
    else deliverStory(unreadEvidence(what, 'steps', input.problem), flags, input.problem);
  }
}

function tellCode({ json, text }: Explanation, flags: { readonly json: boolean }): void {
  if (flags.json) writeJson(json);
  else writeAll(1, text);
  settle(0);
}

/** Neither a file nor a code: a slip in a code is a usage error, and the codes that were perhaps meant are named. */
function refuseUnknownCode(what: string): void {
  const near = nearCodes(what);
  if (near.length === 0 && !looksLikeCode(what)) return;
  const hint = near.length === 0 ? 'explain --list shows the codes' : `did you mean ${near.join(' or ')}`;
  throw new UsageError(`${what} is neither a code of this tool nor a file: ${hint}`);
}
