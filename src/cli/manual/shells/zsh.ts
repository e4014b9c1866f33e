// SPDX-License-Identifier: Apache-2.0
import { type CommandDescription, PROGRAM } from '../description.ts';
import { flagWords, tree, valuesOf } from '../words.ts';

/** The same words as bash's, by zsh's own \`compadd\`; for all else \`_files\`. */
export function zshCompletion(commands: readonly CommandDescription[]): string {
  const { first, steps } = tree(commands);
  return `#compdef ${PROGRAM}
# zsh completion of ${PROGRAM}; printed by: ${PROGRAM} completion zsh
_forensic_verify() {
  local command previous
  local -a flags values
  previous=\${words[CURRENT-1]}
  if (( CURRENT == 2 )); then
    compadd -- ${first.join(' ')} help --version --help
    return
  fi
  command=\${words[2]}
  case $command in
${[...steps]
  .map(
    ([topic, own]) => `    ${topic})
      if (( CURRENT == 3 )); then
        compadd -- ${own.join(' ')} --help
        return
      fi
      command="$command \${words[3]}" ;;`,
  )
  .join('\n')}
  esac
  case $command in
${commands
  .map(
    (one) => `    '${one.words}')
      flags=(${flagWords(one).join(' ')})
${caseOfValues(one)}      ;;`,
  )
  .join('\n')}
  esac
  if (( \${#values} )); then
    compadd -- $values
  elif [[ \${words[CURRENT]} == -* ]]; then
    compadd -- $flags --help
  else
    _files
  fi
}
# By fpath the whole file is the function of its name; sourced, it is not.
if [[ \${funcstack[1]} == _${PROGRAM} ]]; then
  _forensic_verify "$@"
else
  compdef _forensic_verify ${PROGRAM}
fi
`;
}

function caseOfValues(command: CommandDescription): string {
  const rows = valuesOf(command);
  if (rows.length === 0) return '';
  return `      case $previous in
${rows.map(({ spellings, values }) => `        ${spellings.join('|')}) values=(${values.join(' ')}) ;;`).join('\n')}
      esac
`;
}
