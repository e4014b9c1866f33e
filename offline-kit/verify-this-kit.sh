#!/bin/sh
# Is this kit whole, and signed by the key that you know?
#
#   sh verify-this-kit.sh KEY.pub.pem
#
# KEY.pub.pem is the public key of whoever has made the kit. Take it from elsewhere than the kit:
# a key that comes with a kit vouches for nothing. Needs sha256sum and openssl: 3.0 or later for an
# Ed25519 key, 1.1.1 for any other.
#
# Exit 0: signed by that key, every file is the one that was signed, and there is no other.
# Exit 1: not so, and the kit must not be used. Exit 64: it was not called as above.
#
# This script lies in the kit, and whoever has changed the kit may have changed it. Its two commands
# can be typed by hand: docs/OFFLINE-KIT.md, "By hand".
set -u
LC_ALL=C
export LC_ALL
unset OPENSSL_CONF OPENSSL_MODULES CDPATH

fail() {
  printf 'NOT VERIFIED: %s\n' "$1" >&2
  printf 'Do not use this kit.\n' >&2
  exit 1
}

if [ $# -ne 1 ]; then
  echo 'usage: sh verify-this-kit.sh KEY.pub.pem (the key of whoever has made the kit, from elsewhere)' >&2
  exit 64
fi
case $1 in
  /*) key=$1 ;;
  *) key=$PWD/$1 ;;
esac
[ -f "$key" ] || { printf 'there is no file %s\n' "$1" >&2; exit 64; }
case $0 in
  */*) cd "${0%/*}" || exit 64 ;;
esac
for file in SHA256SUMS SHA256SUMS.sig; do
  [ -f "$file" ] && [ ! -L "$file" ] || fail "$file is missing"
done

# 1. Who has signed the list of checksums?
description=$(openssl pkey -pubin -in "$key" -noout -text 2>/dev/null) || fail "$1 is no public key in PEM"
case $description in
  *ED25519*)
    case $(openssl pkeyutl -help 2>&1) in
      *rawin*) ;;
      *) fail 'this openssl verifies no Ed25519 signature: 3.0 or later is needed' ;;
    esac
    ;;
esac
case $description in
  *ED25519*) openssl pkeyutl -verify -pubin -inkey "$key" -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig >/dev/null 2>&1 ;;
  *secp384r1*) openssl dgst -sha384 -verify "$key" -signature SHA256SUMS.sig SHA256SUMS >/dev/null 2>&1 ;;
  *secp521r1*) openssl dgst -sha512 -verify "$key" -signature SHA256SUMS.sig SHA256SUMS >/dev/null 2>&1 ;;
  *) openssl dgst -sha256 -verify "$key" -signature SHA256SUMS.sig SHA256SUMS >/dev/null 2>&1 ;;
esac || fail "the list of checksums is not signed by $1"
echo "signed by $1"

# 2. Is there any other file, a link, or what is neither? Before anything else is opened. Names in a kit
# are plain: one that is not could hide among those of the list, or from this shell.
names='
'
count=0
while IFS= read -r line; do
  names="$names${line#*  }
"
  count=$((count + 1))
done <SHA256SUMS
[ "$count" -gt 0 ] || fail 'the list of checksums is empty'
listed=$(sha256sum <SHA256SUMS)
walk() {
  where=${1:-.}
  [ -r "$where" ] && [ -x "$where" ] || fail "$where cannot be listed"
  for entry in "$1"* "$1".[!.]* "$1"..?*; do
    # A pattern that matched nothing stands for itself.
    [ -e "$entry" ] || [ -L "$entry" ] || continue
    where=${1:-.}
    case ${entry#"$1"} in
      *[!A-Za-z0-9_@.+-]* | [!A-Za-z0-9_@]*) fail "a name in $where is none that a kit has" ;;
    esac
    [ ! -L "$entry" ] || fail "$entry is a link"
    if [ -d "$entry" ]; then
      case $names in
        *"
$entry/"*) walk "$entry/" ;;
        *) fail "$entry is in no line of the list of checksums" ;;
      esac
    elif [ -f "$entry" ]; then
      case $entry in
        SHA256SUMS | SHA256SUMS.sig) continue ;;
      esac
      case $names in
        *"
$entry
"*) ;;
        *) fail "$entry is in no line of the list of checksums" ;;
      esac
    else
      fail "$entry is neither a file nor a folder"
    fi
  done
}
walk ''

# 3. Is every file that it lists the one that was signed?
sha256sum -c SHA256SUMS >/dev/null 2>&1 || {
  sha256sum -c SHA256SUMS 2>/dev/null | while IFS= read -r line; do
    case $line in
      *': OK') ;;
      *) printf '  %s\n' "$line" >&2 ;;
    esac
  done
  fail 'a file is missing, or not the one that was signed'
}
[ "$listed" = "$(sha256sum <SHA256SUMS)" ] || fail 'the list of checksums changed meanwhile'
echo "$count files are those that were signed"
echo 'VERIFIED: this kit is whole, and as it was signed'
