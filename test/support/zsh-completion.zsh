# zsh -f zsh-completion.zsh FOLDER SETUP LINE
# What the completion system of a real, interactive zsh offers behind LINE, one a line as HIT …, after SETUP was run in it. Works in FOLDER.
zmodload zsh/zpty || exit 9
cd -- "$1" || exit 9
cat > offers.zsh <<'RC'
bindkey '^I' complete-word
# Every offer comes through compadd: those that fit what is typed are told.
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return $?; fi
  typeset -a fitting
  builtin compadd -A fitting "$@"
  print -l -- "HIT "$^fitting
}
# Nothing is put into the line, and nothing listed.
comppostfuncs+=(tell_end)
tell_end() { print END; compstate[insert]=; compstate[list]= }
print SET
RC
zpty shell zsh -f -i
zpty -w shell "PS1= PS2=; stty -echo; cd -- ${(q)1}; autoload -Uz compinit; $2; source ./offers.zsh"
zpty -r -m shell seen $'*SET*' || exit 8
zpty -w -n shell "$3"$'\t'
zpty -r -m shell seen $'*END*' || exit 7
zpty -d shell
print -r -- "$seen"
