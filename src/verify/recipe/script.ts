// SPDX-License-Identifier: Apache-2.0
import { escapeText } from '../../encoding/escape-text.ts';
import type { RecipeAsked } from './recipe.ts';
import type { InputPart, RecipeStep } from './steps.ts';

/** A POSIX shell script. Text of evidence stands in it within single quotes alone, and in comments escaped. */
export function script({ words, report }: Pick<RecipeAsked, 'words' | 'report'>, steps: readonly RecipeStep[]): string {
  const mlDsa = steps.filter((step) => step.kind === 'signature' && step.needs === 'ml-dsa').map(({ id }) => id);
  return [
    '#!/bin/sh',
    '# Repeats by openssl and sha256sum what rests on a signature or a digest in:',
    ...words.map((word) => `#   ${escapeText(word, 1000)}`),
    '#',
    '# usage: sh recipe.sh [FOLDER]     the folder that the names of the inputs begin at;',
    '#                                  without one, the folder that you are in',
    '# HMAC_SECRET_HEX                  the shared secret in hexadecimal, where there is one',
    '#',
    ...(mlDsa.length === 0 ? [] : [`# openssl 3.5 or later is needed for ML-DSA: ${mlDsa.join(' ')}`]),
    '# exit 0: all steps agree; 1: a step differs; 5: none differs, and some were not done',
    '',
    FUNCTIONS,
    ...steps.flatMap((step) => [
      '',
      `# ${step.id}: ${step.says}`,
      ...(step.checks.length === 0 ? [] : [`# ${step.checks.join(' ')}`]),
      line(step),
    ]),
    '',
    '# What no command repeats: values of the report are compared, as README.txt says.',
    ...byEye(report, steps).map((id) => `echo ${quote(`by eye   ${id}`)}`),
    '',
    'finish',
    '',
  ].join('\n');
}

/** Checks that were judged, and that no step is about. */
function byEye({ items }: RecipeAsked['report'], steps: readonly RecipeStep[]): string[] {
  const repeated = new Set(steps.flatMap(({ checks }) => checks));
  const judged = items.flatMap(({ checks }) => checks.filter(({ outcome }) => outcome !== 'skipped'));
  return [...new Set(judged.map(({ id }) => id))].filter((id) => !repeated.has(id));
}

function line(step: RecipeStep): string {
  const call = (...all: readonly string[]): string => all.map(quote).join(' ');
  switch (step.kind) {
    case 'signature': {
      const needs = step.needs === null ? '' : 'has_ml_dsa || skip_next; ';
      return `${needs}signature ${quote(step.id)} ${step.verifies ? 'yes' : 'no'} ${call(...step.command)}`;
    }
    case 'hash':
      return `{ ${step.parts.map(partText).join('; ')}; } | digest ${call(step.id, step.hash, step.hex)}`;
    case 'input':
      return `input ${call(step.id, step.hash, step.hex, step.name)}`;
    case 'joined':
      return `cat ${call(...step.parts)} | same ${call(step.id, step.whole)}`;
    case 'stands':
      return `stands ${call(step.id, step.form, step.value, step.file)}`;
    case 'found':
      return `found ${call(step.id, step.value, step.input)}`;
    case 'in-crl':
      return `in_crl ${call(step.id, step.value, step.input)}`;
    case 'counted': {
      const of = step.of.map((one) => `${one.step}:${one.key}`);
      return `counted ${call(step.id, step.enough ? 'yes' : 'no', String(step.least), ...of)}`;
    }
    case 'mac':
      return `mac ${call(step.id, step.verifies ? 'yes' : 'no', step.hash, step.hex, step.file)}`;
    case 'undone':
      return `undone ${call(step.id, step.why)}`;
  }
}

function partText(part: InputPart): string {
  if ('octet' in part) return `printf '\\00${part.octet}'`;
  return 'file' in part ? `cat ${quote(part.file)}` : `cat "$work/${part.step}"`;
}

/** One word of a shell, whatever octets it has. A NUL is in no name that a file can have. */
export function quote(word: string): string {
  if (/^[A-Za-z0-9_./:=+-]+$/.test(word)) return word;
  return `'${word.replaceAll('\0', '').replaceAll("'", "'\\''")}'`;
}

const FUNCTIONS = `LC_ALL=C; export LC_ALL
start=$(pwd)
cd "\${1:-.}" || exit 5
inputs=$(pwd)
cd "$start" && cd "$(dirname "$0")" || exit 5
work=$(mktemp -d) || exit 5
trap 'rm -rf "$work"' EXIT
for tool in openssl sha256sum od grep cmp; do
  command -v "$tool" >/dev/null || { echo "missing: $tool"; exit 5; }
done
: > "$work/differs"
: > "$work/undone"

: > "$work/agreed"

agrees() { echo "agrees   $1"; echo "$1" >> "$work/agreed"; }
differs() { echo "DIFFERS  $1  $2"; echo "$1" >> "$work/differs"; }
undone() { echo "NOT DONE $1  $2"; echo "$1" >> "$work/undone"; }

# ID, whether it is told to verify, command
signature() {
  id=$1; told=$2; shift 2
  if [ -n "$skip" ]; then skip=; undone "$id" "ML-DSA wants openssl 3.5 or later, and this is $(openssl version)"; return; fi
  if "$@" > "$work/out" 2>&1; then found=yes; else found=no; fi
  if [ "$found" = "$told" ]; then agrees "$id"; else differs "$id" "verifies: told $told, found $found"; fi
}
skip=
skip_next() { skip=1; }
has_ml_dsa() { openssl list -signature-algorithms 2>/dev/null | grep -qi 'ml-dsa-44'; }

# the digest of standard input by two programs: ID, name of the hash, value
digest() {
  cat > "$work/in"
  openssl dgst "-$2" -binary < "$work/in" > "$work/$1"
  first=$(od -An -v -tx1 "$work/$1" | tr -d ' \\n')
  second=$("$2sum" < "$work/in" | cut -d ' ' -f 1)
  if [ "$first" = "$3" ] && [ "$second" = "$3" ]; then agrees "$1"; else differs "$1" "$2: told $3, found $first"; fi
}

place() { case $1 in /*) file=$1 ;; *) file=$inputs/$1 ;; esac; }

# ID, name of the hash, value, name of the input
input() {
  place "$4"
  if [ ! -f "$file" ]; then undone "$1" 'this input is no file of its own here: take it out of what it is in'; return; fi
  first=$("$2sum" < "$file" | cut -d ' ' -f 1)
  if [ "$first" = "$3" ]; then agrees "$1"; else differs "$1" "$2: told $3, found $first"; fi
}

# whether standard input is a file: ID, file
same() { if cmp -s - "$2"; then agrees "$1"; else differs "$1" 'other octets'; fi; }

# ID, text or octets, what stands there, file
stands() {
  if [ "$2" = text ]; then grep -qF -e "$3" "$4"
  else od -An -v -tx1 "$4" | tr -d ' \\n' | grep -qF -e "$3"; fi
  if [ $? = 0 ]; then agrees "$1"; else differs "$1" "does not stand in $4"; fi
}

# ID, what stands there, name of the input
found() {
  place "$3"
  if [ ! -f "$file" ]; then undone "$1" 'this input is no file of its own here'; return; fi
  if grep -qF -e "$2" "$file"; then agrees "$1"; else differs "$1" 'does not stand in the input'; fi
}

# ID, octets in hexadecimal, name of a certificate revocation list
in_crl() {
  place "$3"
  if [ ! -f "$file" ]; then undone "$1" 'this input is no file of its own here'; return; fi
  openssl crl -inform DER -in "$file" -outform DER > "$work/crl" 2>/dev/null || openssl crl -inform PEM -in "$file" -outform DER > "$work/crl" 2>/dev/null
  if od -An -v -tx1 "$work/crl" | tr -d ' \\n' | grep -qF -e "$2"; then agrees "$1"; else differs "$1" 'does not stand in the input'; fi
}

# ID, whether it is told to be enough, least number of distinct keys, STEP:KEY of each signature
counted() {
  id=$1; told=$2; least=$3; shift 3
  : > "$work/keys"
  for one in "$@"; do
    if grep -qxF -e "\${one%%:*}" "$work/agreed"; then openssl pkey -pubin -in "\${one#*:}" -outform DER | sha256sum >> "$work/keys"; fi
  done
  if [ "$(sort -u "$work/keys" | wc -l)" -ge "$least" ]; then found=yes; else found=no; fi
  if [ "$found" = "$told" ]; then agrees "$id"; else differs "$id" "enough keys: told $told, found $found"; fi
}

# ID, whether it is told to verify, name of the hash, value, file
mac() {
  if [ -z "$HMAC_SECRET_HEX" ]; then undone "$1" 'set HMAC_SECRET_HEX: the secret is not written here'; return; fi
  first=$(openssl dgst "-$3" -mac HMAC -macopt "hexkey:$HMAC_SECRET_HEX" -r "$5" | cut -d ' ' -f 1)
  if [ "$first" = "$4" ]; then found=yes; else found=no; fi
  if [ "$found" = "$2" ]; then agrees "$1"; else differs "$1" "verifies: told $2, found $found"; fi
}

finish() {
  if [ -s "$work/differs" ]; then echo 'RESULT: A STEP DIFFERS'; exit 1; fi
  if [ -s "$work/undone" ]; then echo 'RESULT: NONE DIFFERS, AND SOME WERE NOT DONE'; exit 5; fi
  echo 'RESULT: ALL STEPS AGREE'; exit 0
}`;
