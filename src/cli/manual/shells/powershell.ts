// SPDX-License-Identifier: Apache-2.0
import { type CommandDescription, PROGRAM } from '../description.ts';
import { flagWords, tree, valuesOf } from '../words.ts';

/** A native argument completer: words, flags and values; where it has none, PowerShell names files. */
export function powershellCompletion(commands: readonly CommandDescription[]): string {
  const { first, steps } = tree(commands);
  return `# PowerShell completion of ${PROGRAM}; printed by: ${PROGRAM} completion powershell
# Never run: no PowerShell is at hand where it is made. Its tables are compared with those of the program.
Register-ArgumentCompleter -Native -CommandName @('${PROGRAM}', '${PROGRAM}.exe') -ScriptBlock {
  param($word, $ast, $position)
  $steps = @{
${[...steps].map(([topic, own]) => `    '${topic}' = ${list([...own, '--help'])}`).join('\n')}
  }
  $flags = @{
${commands.map((one) => `    '${one.words}' = ${list([...flagWords(one), '--help'])}`).join('\n')}
  }
  $values = @{
${commands
  .flatMap((one) =>
    valuesOf(one).flatMap(({ spellings, values }) =>
      spellings.map((spelling) => `    '${one.words} ${spelling}' = ${list(values)}`),
    ),
  )
  // Keys of such a table are compared without regard to case.
  .filter((row, i, all) => all.findIndex((other) => keyOf(other) === keyOf(row)) === i)
  .join('\n')}
  }
  $typed = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $found = @()
  if ($typed.Count -le 1) { $found = ${list([...first, 'help', '--version', '--help'])} }
  else {
    $command = $typed[1]
    if ($steps.ContainsKey($command)) {
      if ($typed.Count -eq 2) { $found = $steps[$command] } else { $command = "$command $($typed[2])" }
    }
    if ($found.Count -eq 0) {
      $key = "$command $($typed[$typed.Count - 1])"
      if ($values.ContainsKey($key)) { $found = $values[$key] }
      elseif ($word.StartsWith('-') -and $flags.ContainsKey($command)) { $found = $flags[$command] }
    }
  }
  $found | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

function list(words: readonly string[]): string {
  return `@(${words.map((word) => `'${word}'`).join(', ')})`;
}

function keyOf(row: string): string {
  return row.split(' = ')[0]!.toLowerCase();
}
