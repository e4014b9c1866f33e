// SPDX-License-Identifier: Apache-2.0
import type { CommandDescription } from './description.ts';
import { bashCompletion } from './shells/bash.ts';
import { fishCompletion } from './shells/fish.ts';
import { powershellCompletion } from './shells/powershell.ts';
import { zshCompletion } from './shells/zsh.ts';

interface Shell {
  /** Where the kit puts it. */
  readonly file: string;
  readonly print: (commands: readonly CommandDescription[]) => string;
}

/** SHELLS: one row per shell. */
export const SHELLS: Readonly<Record<string, Shell>> = Object.assign(Object.create(null), {
  bash: { file: 'forensic-verify.bash', print: bashCompletion },
  zsh: { file: '_forensic-verify', print: zshCompletion },
  fish: { file: 'forensic-verify.fish', print: fishCompletion },
  powershell: { file: 'forensic-verify.ps1', print: powershellCompletion },
} satisfies Record<string, Shell>);
