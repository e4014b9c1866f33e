// SPDX-License-Identifier: Apache-2.0

/** Every check that a report can list, in the order in which a report lists them, with the question that it answers. */
export const CHECKS = {
  'input.read': 'could the input be read, completely and unchanged',
  'envelope.format': 'is the envelope well formed, of a known kind and version',
  'envelope.signatures': 'does the envelope carry the number of signatures that its kind allows',
  'log.entry': 'is the log entry about this very artifact, signature and key',
  'log.key': 'is the log a trusted one, with a key valid at the time',
  'log.promise': 'does the signed entry timestamp verify',
  'log.inclusion': 'does the inclusion proof lead to the root that it names',
  'log.checkpoint': 'is that root signed by the log',
  'log.consistency': 'do the redundant fields of the entry agree with what is signed',
  'log.threshold': 'have enough distinct logs recorded it',
  'time.timestamp': 'does the RFC 3161 token verify over this signature',
  'time.examiner': 'did the examiner state a time of signing',
  'time.threshold': 'is there enough trusted evidence of time',
  'time.order': 'is the order of the times possible',
  'time.window': 'does the signing fall in the window that was asked for',
  'certificate.format': 'is the certificate well formed',
  'certificate.path': 'does the certificate lead to a trusted root at every verified time',
  'certificate.identity': 'is the signer the one that was asked for',
  'sct.signature': 'do the embedded certificate timestamps verify',
  'sct.threshold': 'have enough distinct certificate logs recorded the certificate',
  'key.trusted': 'is the key one that was given, of an accepted kind and strength, in its validity window',
  'signature.valid': 'does the signature verify over the signed bytes',
  'signature.threshold': 'have enough distinct keys signed',
  'statement.format': 'is the payload a well-formed in-toto statement',
  'statement.type': 'is the statement of a known type',
  'statement.predicate': 'is the predicate of the type that was asked for',
  'subject.digest': 'is the artifact the one that was signed',
  'package.signature': 'does the registry signature cover this name, version and integrity',
  // single steps
  'json.strict': 'is the document strict JSON',
  'json.canonical': 'can the document be written in canonical form',
  'mac.valid': 'does the message authentication code verify',
  'chain.path': 'does the certificate lead to a given root at the given instant',
  'inclusion.proof': 'does the inclusion proof lead to the given root',
  'consistency.proof': 'does the consistency proof join the two given roots',
  'vector.result': 'does the implementation judge the published test vector as published',
} as const;

export type CheckId = keyof typeof CHECKS;
