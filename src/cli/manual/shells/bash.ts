// SPDX-License-Identifier: Apache-2.0
import { type CommandDescription, PROGRAM } from '../description.ts';
import { flagWords, tree, valuesOf } from '../words.ts';

/** Words by position, flags by command, values by flag; for all else the names of files. */
export function bashCompletion(commands: readonly CommandDescription[]): string {
  const { first, steps } = tree(commands);
  return `# bash completion of ${PROGRAM}; printed by: ${PROGRAM} completion bash
_forensic_verify() {
  local word previous command flags values
  word=\${COMP_WORDS[COMP_CWORD]}
  previous=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${first.join(' ')} help --version --help' -- "$word"))
    return
  fi
  command=\${COMP_WORDS[1]}
  case $command in
${[...steps]
  .map(
    ([topic, own]) => `    ${topic})
      if [ "$COMP_CWORD" -eq 2 ]; then
        COMPREPLY=($(compgen -W '${own.join(' ')} --help' -- "$word"))
        return
      fi
      command="$command \${COMP_WORDS[2]}" ;;`,
  )
  .join('\n')}
  esac
  flags= values=
  case $command in
${commands
  .map(
    (one) => `    '${one.words}')
      flags='${flagWords(one).join(' ')}'
${caseOfValues(one)}      ;;`,
  )
  .join('\n')}
  esac
  if [ -n "$values" ]; then
    COMPREPLY=($(compgen -W "$values" -- "$word"))
  elif [ "\${word#-}" != "$word" ]; then
    COMPREPLY=($(compgen -W "$flags --help" -- "$word"))
  else
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -F _forensic_verify ${PROGRAM}
`;
}

function caseOfValues(command: CommandDescription): string {
  const rows = valuesOf(command);
  if (rows.length === 0) return '';
  return `      case $previous in
${rows.map(({ spellings, values }) => `        ${spellings.join('|')}) values='${values.join(' ')}' ;;`).join('\n')}
      esac
`;
}
