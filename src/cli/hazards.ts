// SPDX-License-Identifier: Apache-2.0

/**
 * Variables that change what Node, OpenSSL or the command-line framework do. They are without effect on what the binary finds.
 * Those of the loader (LD_…) act before any program does: they are named, and the launcher of the kit leaves them out.
 */
const HAZARDS = [
  'NODE_OPTIONS',
  'NODE_V8_COVERAGE',
  'NODE_EXTRA_CA_CERTS',
  'NODE_REPL_EXTERNAL_MODULE',
  'NODE_COMPILE_CACHE',
  'NODE_DEBUG',
  'NODE_ICU_DATA',
  'NODE_PATH',
  'NODE_REDIRECT_WARNINGS',
  'OPENSSL_CONF',
  'OPENSSL_MODULES',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'SSLKEYLOGFILE',
  'LD_AUDIT',
  'LD_LIBRARY_PATH',
  'LD_PRELOAD',
  'XDG_CACHE_HOME',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'FORENSIC_VERIFY_DATA_DIR',
  'FORENSIC_VERIFY_CONFIG_DIR',
  'FORENSIC_VERIFY_CACHE_DIR',
  'FORENSIC_VERIFY_OCLIF_CLIENT_HOME',
  'DEBUG',
  // The YAML library would print what it reads to standard output.
  'LOG_STREAM',
  'LOG_TOKENS',
] as const;

let ignored: readonly string[] = [];

/** Of the environment as it came; in a program of somebody else's nothing was ignored. */
export function noteHazards(): void {
  ignored = HAZARDS.filter((name) => process.env[name] !== undefined);
}

/** The hazards that were set, for the report's `run`. */
export function environmentIgnored(): readonly string[] {
  return ignored;
}
