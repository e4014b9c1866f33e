// SPDX-License-Identifier: Apache-2.0

interface FindingEntry {
  readonly says: string;
  readonly next: string;
}

/** Observations that decide nothing. Named so that two reports can be compared. */
export const FINDINGS = {
  'unknown-member': {
    says: 'the document has members that are not part of its format; they are ignored',
    next: 'do not rely on them',
  },
  'json-number-inexact': {
    says: 'a number has more digits than a double holds; whoever reads it as one reads another number',
    next: 'write such a number as a string (RFC 7493 §2.2)',
  },
  'subject-name-differs': {
    says: 'the file is called otherwise than the subject that it is by its digest',
    next: 'none: pairing is by digest; ask for a name where it matters',
  },
  'subject-name-other-digest': {
    says: 'a file is called as a subject is, and is another one',
    next: 'compare it with the file that was attested; it is not attested by this statement',
  },
  'weak-key': { says: 'the key is of a kind or size that verify refuses', next: 'replace the key' },
  'statement-version-old': { says: 'the statement is of type v0.1', next: 'none: it is accepted and named' },
  'promotion-bare': {
    says: 'the promotion stands bare, and in no in-toto statement: it is read as its makers document it',
    next: 'none: ask for the statement where other tools must read it',
  },
  'predicate-type-no-uri': {
    says: 'the predicate type is no URI, as in-toto asks of one',
    next: 'none: it is compared as it stands',
  },
  'predicate-schema-unknown': {
    says: 'the predicate is of a type without a schema here; its content is not judged',
    next: 'name its rules in a policy',
  },
  'predicate-schema-broken': {
    says: 'the predicate does not follow its published schema',
    next: 'do not rely on the fields named',
  },
  'predicate-text': {
    says: 'the predicate is a text, as cosign writes an SPDX document that it was given as a file',
    next: 'none: what is JSON in it is read as if it stood there, and another text is only named',
  },
  'predicate-at-hand': {
    says: 'a file at hand is the very document that a verified statement carries as its predicate',
    next: 'none: the statement is about its subjects, and this file is not one of them',
  },
  'material-at-hand': {
    says: 'a file at hand is named by its digest among the materials of a verified statement',
    next: 'do not take it for attested: the statement says that it was used, and not who made it',
  },
  'tests-failed': {
    says: 'the signed test result says that tests have failed',
    next: 'name in a policy what must have passed',
  },
  'model-path-ignored': {
    says: 'the signer has left this out of the manifest of the model',
    next: 'do not take it for signed',
  },
  'predicate-absent': { says: 'the statement has no predicate', next: 'none unless a rule reads from it' },
  'inclusion-not-established': {
    says: 'the log entry rests on the signed entry timestamp alone',
    next: 'ask the log for an inclusion proof',
  },
  'timestamp-authority-revoked': {
    says: 'a timestamp is by an authority whose key may be in other hands; it counts for nothing, whatever time it states',
    next: 'look for a timestamp of another authority, or a log entry',
  },
  'timestamp-authority-unknown': {
    says: 'a timestamp of an authority that is not in the trusted root counts for nothing',
    next: 'name its trusted root if you trust it',
  },
  'timestamp-name-differs': {
    says: 'the timestamp names its authority otherwise than the certificate that signed it',
    next: 'none: the certificate decides',
  },
  'cosignature-unknown': {
    says: 'the checkpoint carries signature lines of others',
    next: 'none: they are listed and not counted',
  },
  'cosignature-verified': { says: 'a witness that the trusted root knows has cosigned the checkpoint', next: 'none' },
  'trust-entry-set-aside': {
    says: 'an entry of the trusted root is of an unsupported kind and is not used',
    next: 'none unless the evidence rests on it',
  },
  'certificate-unused': { says: 'the bundle carries certificates that the path does not use', next: 'none' },
  'certificate-duplicate': {
    says: 'the bundle carries the same certificate twice; it counts once',
    next: 'none',
  },
  'certificate-anchor-in-bundle': {
    says: 'the bundle carries a certificate of the trusted root; it is ignored there',
    next: 'none',
  },
  'certificate-time-form': { says: 'a date before 2050 is written as GeneralizedTime', next: 'none' },
  'sct-log-unknown': {
    says: 'a certificate timestamp of a log that is not in the trusted root counts for nothing',
    next: 'none',
  },
  'subject-name-repeated': {
    says: 'two subjects carry the same name and different digests',
    next: 'match by digest only',
  },
  'subject-digest-unknown': { says: 'a subject carries a digest under a name that is not judged', next: 'none' },
  'signature-duplicate': { says: 'the same signature or key stands twice; it counts once', next: 'none' },
  'signature-not-counted': {
    says: 'a signature verifies under none of the given keys',
    next: 'none if the threshold is met',
  },
  'log-entry-duplicate': {
    says: 'the same log entry stands twice; it counts once',
    next: 'none',
  },
  'keyid-differs': {
    says: 'the key id hint names another key than the one that verified',
    next: 'none: hints are never trusted',
  },
  'merkle-profile-ambiguous': {
    says: 'under this profile two different sets can share a root',
    next: 'let the number of leaves be signed with the root, or use rfc6962-sha256',
  },
  'merkle-names-open': {
    says: 'the root is over the content of the files and their order, and not over their names',
    next: 'use --leaves named-files where names matter',
  },
  'merkle-not-covered': {
    says: 'something in the set is no file, and under no hash',
    next: 'do not take it for covered by the root',
  },
  'merkle-line-open': {
    says: 'the last line has no end; it counts as the others do',
    next: 'none where the root agrees; a file that was cut looks like this',
  },
  'checkpoint-empty': {
    says: 'the checkpoint is of the empty tree',
    next: 'nothing is in it, and every later tree is consistent with it',
  },
  'checkpoint-extension': {
    says: 'the checkpoint has extension lines: the log signs them, and nobody audits them',
    next: 'do not rely on them',
  },
  'vectors-unsupported': {
    says: 'a group of test vectors is outside of what this tool supports; it was not run',
    next: 'none',
  },
  'lock-no-integrity': {
    says: 'the lockfile pins this package by no strong digest',
    next: 'none: it counts as unattested',
  },
  'lock-entry-ignored': {
    says: 'the entry of the lockfile was left out on request: it needs no provenance',
    next: 'none: --ignore-entries named it',
  },
  'lock-option': {
    says: 'a line of the lockfile pins nothing: what it brings in, or from where, is not covered',
    next: 'none: it counts as unattested',
  },
  'leap-second': { says: 'a time names second 60; it is read as the following second', next: 'none' },
  'pem-text-outside': { says: 'the file has text outside its PEM blocks; it is ignored', next: 'none' },
  'one-engine': { says: 'only one engine has this algorithm', next: 'none' },
  'entry-hash-not-compared': {
    says: 'the entry names a hash over bytes that the bundle does not hold',
    next: 'none: payload, signature and key are bound',
  },
  'image-payload-optional': {
    says: 'the signed image payload has members that its signer was free to choose; they mean nothing here',
    next: 'do not rely on them',
  },
  'publisher-not-compared': {
    says: 'the index names a publisher, or a detail of it, that the certificate cannot bear out',
    next: 'do not rely on it: nobody has signed it',
  },
  'checkpoint-origin-key-shared': {
    says: 'several trusted logs share this key; the origin line decides',
    next: 'none',
  },
  'link-not-counted': {
    says: 'a link of a step counts for nobody',
    next: 'none if the threshold of the step is met',
  },
  'links-disagree': {
    says: 'functionaries tell of different artifacts, and the threshold of the step asks for one of them alone',
    next: 'find out which of them is right: the first key of the step decides here',
  },
  'command-differs': {
    says: 'the command of the link is not the expected one',
    next: 'none: a functionary can call a program by any name',
  },
  'rule-step-unknown': {
    says: 'a MATCH rule names a step that is none; it matches nothing',
    next: 'ask the owner of the layout',
  },
  'digest-match-weak': {
    says: 'two artifacts have the same weak digest, and no strong one; they do not match',
    next: 'record links with sha256',
  },
  'layout-key-set-aside': {
    says: "a functionary's key cannot be used here; what it signs counts for nobody",
    next: 'none unless a step wants this functionary',
  },
  'keyid-not-derived': {
    says: 'the id of a key in the layout is not the digest of that key',
    next: 'none: the layout says which id stands for which key',
  },
  'checksum-differs': {
    says: 'a list that nobody signed names another digest for a file at hand',
    next: 'find out which of the two was changed: the list proves nothing either way',
  },
  'sumdb-trees-not-compared': {
    says: 'no tiles are at hand that would show that the newer of two signed trees holds the older one',
    next: 'save the tiles of the database too, if a fork of it is feared',
  },
  'checksum-weak': {
    says: 'a list names only digests by algorithms that are broken; they are not compared',
    next: 'ask for a list of SHA-256 digests',
  },
  'timeline-unauthenticated': {
    says: 'nobody has signed this timeline: its rows are what a tool has written, or whoever had the file since',
    next: 'have it taken into a custody log, by its digest, as early as you can',
  },
  'timeline-rows-odd': {
    says: 'rows have a time or a form that is not what their format says; all are kept, each says what is wrong',
    next: 'look at the rows that are marked',
  },
  'custody-policy-relaxed': {
    says: 'from an event on the policy of the log asks for less than before, with an authorization',
    next: 'see whether the authorization covers it',
  },
  'custody-bundle-open': {
    says: 'a Sigstore bundle over a checkpoint proves no time: nothing that is trusted here vouches for it',
    next: 'name the trusted root that it was made under',
  },
} as const satisfies Record<string, FindingEntry>;

export type FindingCode = keyof typeof FINDINGS;
