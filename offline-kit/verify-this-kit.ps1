# Is this kit whole, and signed by the key that you know?
#
#   powershell -File verify-this-kit.ps1 KEY.pub.pem
#
# KEY.pub.pem is the public key of whoever has made the kit. Take it from elsewhere than the kit:
# a key that comes with a kit vouches for nothing. Needs openssl on the path: 3.0 or later for an
# Ed25519 key, 1.1.1 for any other.
#
# NEVER RUN: no PowerShell is at hand where this is made. A test compares it with verify-this-kit.sh,
# which is run; docs/OFFLINE-KIT.md, "By hand", says what to type instead.
#
# Exit 0: signed by that key, every file is the one that was signed, and there is no other.
# Exit 1: not so, and the kit must not be used. Exit 64: it was not called as above.
param([string]$Key)
$ErrorActionPreference = 'Stop'

function Fail([string]$why) {
  [Console]::Error.WriteLine("NOT VERIFIED: $why")
  [Console]::Error.WriteLine('Do not use this kit.')
  exit 1
}

# Whatever a program says on standard error is no error of this script: its exit code is what counts.
function Invoke-OpenSsl {
  $ErrorActionPreference = 'Continue'
  & openssl @args 2>$null
}

if (-not $Key -or -not (Test-Path -LiteralPath $Key -PathType Leaf)) {
  [Console]::Error.WriteLine('usage: verify-this-kit.ps1 KEY.pub.pem (the key of whoever has made the kit, from elsewhere)')
  exit 64
}
$Key = (Resolve-Path -LiteralPath $Key).ProviderPath
Remove-Item Env:OPENSSL_CONF, Env:OPENSSL_MODULES -ErrorAction SilentlyContinue
$top = $PSScriptRoot
Set-Location -LiteralPath $top
foreach ($file in 'SHA256SUMS', 'SHA256SUMS.sig') {
  if (-not (Test-Path -LiteralPath $file -PathType Leaf)) { Fail "$file is missing" }
}

# 1. Who has signed the list of checksums?
$description = (Invoke-OpenSsl pkey -pubin -in $Key -noout -text) -join "`n"
if ($LASTEXITCODE -ne 0) { Fail "$Key is no public key in PEM" }
if ($description -match 'ED25519') {
  if ((Invoke-OpenSsl version) -notmatch '^OpenSSL ([3-9]|[1-9][0-9])\.') { Fail 'this openssl verifies no Ed25519 signature: 3.0 or later is needed' }
  Invoke-OpenSsl pkeyutl -verify -pubin -inkey $Key -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig | Out-Null
} else {
  $hash = 'sha256'
  if ($description -match 'secp384r1') { $hash = 'sha384' }
  if ($description -match 'secp521r1') { $hash = 'sha512' }
  Invoke-OpenSsl dgst "-$hash" -verify $Key -signature SHA256SUMS.sig SHA256SUMS | Out-Null
}
if ($LASTEXITCODE -ne 0) { Fail "the list of checksums is not signed by $Key" }
Write-Output "signed by $Key"

# 2. Is there any other file, a link, or what is neither? Before anything else is opened. Names in a kit
# are plain: one that is not could hide among those of the list.
$before = (Get-FileHash -LiteralPath 'SHA256SUMS' -Algorithm SHA256).Hash
$listed = New-Object 'System.Collections.Generic.Dictionary[string,string]' ([System.StringComparer]::Ordinal)
$folders = New-Object 'System.Collections.Generic.HashSet[string]' ([System.StringComparer]::Ordinal)
foreach ($line in [System.IO.File]::ReadAllText((Join-Path $top 'SHA256SUMS')).TrimEnd("`n").Split("`n")) {
  if ($line -cnotmatch '^([0-9a-f]{64})  ([A-Za-z0-9_@][A-Za-z0-9_@.+/-]*)\z') { Fail 'a line of the list of checksums is none' }
  $path = $Matches[2]
  $listed[$path] = $Matches[1]
  for ($at = $path.IndexOf('/'); $at -ge 0; $at = $path.IndexOf('/', $at + 1)) { [void]$folders.Add($path.Substring(0, $at)) }
}
if ($listed.Count -eq 0) { Fail 'the list of checksums is empty' }
function Look([string]$where) {
  $entries = @()
  try { $entries = @(Get-ChildItem -LiteralPath $where -Force -ErrorAction Stop) } catch { Fail "$where cannot be listed" }
  foreach ($entry in $entries) {
    if ($entry.Name -cnotmatch '^[A-Za-z0-9_@][A-Za-z0-9_@.+-]*\z') { Fail "a name in $where is none that a kit has" }
    $path = $entry.FullName.Substring($top.Length + 1).Replace('\', '/')
    if ($entry.Attributes -band [System.IO.FileAttributes]::ReparsePoint) { Fail "$path is a link" }
    if ($entry.Attributes -band [System.IO.FileAttributes]::Device) { Fail "$path is neither a file nor a folder" }
    if ($entry.PSIsContainer) {
      if (-not $folders.Contains($path)) { Fail "$path is in no line of the list of checksums" }
      Look $entry.FullName
    } elseif ($path -cne 'SHA256SUMS' -and $path -cne 'SHA256SUMS.sig') {
      if (-not $listed.ContainsKey($path)) { Fail "$path is in no line of the list of checksums" }
    }
  }
}
Look $top

# 3. Is every file that it lists the one that was signed?
foreach ($path in $listed.Keys) {
  if (-not (Test-Path -LiteralPath $path -PathType Leaf)) { Fail "$path is missing" }
  if ((Get-FileHash -LiteralPath $path -Algorithm SHA256).Hash -ne $listed[$path]) { Fail "$path is not the one that was signed" }
}
if ((Get-FileHash -LiteralPath 'SHA256SUMS' -Algorithm SHA256).Hash -ne $before) { Fail 'the list of checksums changed meanwhile' }
Write-Output "$($listed.Count) files are those that were signed"
Write-Output 'VERIFIED: this kit is whole, and as it was signed'
exit 0
