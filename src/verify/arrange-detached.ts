// SPDX-License-Identifier: Apache-2.0
import { digest } from '../crypto/digest.ts';
import { LIMITS } from '../encoding/limits.ts';
import { readSignatureFile } from '../encoding/signature-file.ts';
import { openDetachedSignature, pemText } from '../envelope/detached-signature.ts';
import { foreignSignature } from '../envelope/foreign-signature.ts';
import { openEvidence } from '../envelope/open-evidence.ts';
import { readSignerPem } from '../envelope/signer-pem.ts';
import { type Bytes, equalBytes } from '../model/bytes.ts';
import { malformedCheck, notPassed, passed } from '../model/check.ts';
import { type Holding, type Member, memberName } from '../model/holding.ts';
import { attempt, type Parsed } from '../model/malformed.ts';
import type { HashName } from '../model/public-key.ts';
import type { ItemFacts } from '../model/report.ts';
import { parseTimestampToken } from '../time/token.ts';
import { readHashAlgorithm } from '../x509/signature-algorithm.ts';
import type { ArrangedEntity, Arrangement, ArrangementKind } from './arrangement.ts';
import { EMPTY_ITEM } from './compose-report.ts';
import { heldArtifact } from './held-artifact.ts';
import type { ExaminationContext } from './request.ts';
import { tokenItem } from './token-item.ts';

const SIGNATURES = ['.sig', '.asc', '.minisig', '.sign', '.gpg'];
const TOKENS = ['.tsr', '.tst'];
const CERTIFICATES = ['.pem', '.crt', '.cert'];
const BUNDLES = ['.bundle', '.cosign.bundle', '.sigstore.json', '.sigstore', '.bundle.json'];
const JSON_START = 0x7b;

/**
 * Files that are named after the file beside them: `X.sig` is a signature of X, its certificate in `X.pem`, `X.crt` or `X.cert`,
 * `X.tsr` a token over X or over its signature. OpenPGP, minisign, signify and SSH signatures are told and not verified. The
 * name only says what to try: whether the signature is over X is what its verification shows.
 */
export const DETACHED_SIGNATURES: ArrangementKind = {
  id: 'detached-signatures',
  find: (holding) => [
    ...new Set(
      holding.members.filter(({ path }) => isAmong(path, SIGNATURES, TOKENS)).map(({ path }) => folderOf(path)),
    ),
  ],
  read: (holding, folder, context) => new Folder(holding, folder, context).read(),
};

class Folder {
  readonly #holding: Holding;
  readonly #context: ExaminationContext;
  readonly #members: ReadonlyMap<string, Member>;
  readonly #items: ItemFacts[] = [];
  readonly #entities: ArrangedEntity[] = [];
  readonly #covered = new Map<string, string>();

  constructor(holding: Holding, folder: string, context: ExaminationContext) {
    this.#holding = holding;
    this.#context = context;
    this.#members = foldersOf(holding).get(folder) ?? new Map();
  }

  read(): Arrangement {
    for (const member of this.#members.values()) if (isAmong(member.path, SIGNATURES)) this.#signature(member);
    for (const member of this.#members.values()) {
      if (isAmong(member.path, TOKENS) && !this.#covered.has(member.path)) this.#token(member);
    }
    return { items: this.#items, artifacts: [], entities: this.#entities, covered: this.#covered };
  }

  #signature(member: Member): void {
    const subject = this.#subjectOf(member.path);
    const foreign = foreignSignature(member.head);
    if (foreign !== null) {
      this.#foreign(member, subject, foreign);
      return;
    }
    // Of the other endings only what is known to be a signature is one.
    if (!member.path.endsWith('.sig') || member.head[0] === JSON_START || member.size > LIMITS.signatureFile) return;
    if (subject === null && !looksLikeSignature(member.head)) return;
    const bytes = this.#holding.document(member);
    if (!bytes.ok) {
      this.#refuse(member, bytes);
      return;
    }
    const sig = attempt(() => readSignatureFile(bytes.value));
    const base = stemOf(member.path);
    const same = sig.ok ? this.#bundleWith(base, sig.value) : null;
    const certificate = this.#certificate(base);
    if (same !== null) {
      this.#covered.set(member.path, `the signature that ${same} holds`);
      if (certificate !== null) this.#covered.set(certificate.path, `a certificate; ${same} holds its own`);
      return;
    }
    const tokens = sig.ok ? this.#tokensOver(base, sig.value) : [];
    const at = { evidence: memberName(this.#holding, member.path), pointer: '' };
    const opened = openDetachedSignature(
      {
        signature: bytes.value,
        certificate: certificate?.bytes ?? null,
        chain: null,
        timestamps: tokens.map((one) => one.bytes),
      },
      at,
    );
    this.#covered.set(member.path, subject === null ? 'a signature' : `the signature of ${this.#name(subject)}`);
    if (certificate !== null) this.#covered.set(certificate.path, `the certificate of ${at.evidence}`);
    for (const { path } of tokens) this.#covered.set(path, `a token over ${at.evidence}`);
    const read = passed('input.read', at);
    if (!opened.ok) {
      const checks = [read, ...opened.checks];
      this.#items.push({
        ...EMPTY_ITEM,
        name: at.evidence,
        kind: 'cosign-signature',
        checks,
        findings: opened.findings,
      });
      return;
    }
    const [entity] = opened.value;
    const about = subject === null ? [] : [heldArtifact(this.#holding, subject)];
    this.#entities.push({ entity, checks: [read, ...opened.checks], findings: opened.findings, about });
  }

  #foreign(member: Member, subject: Member | null, what: string): void {
    const at = { evidence: memberName(this.#holding, member.path), pointer: '' };
    const detail = `${what}${subject === null ? '' : ` of ${this.#name(subject)}`}: it is not verified here`;
    const checks = [passed('input.read', at), notPassed('envelope.format', at, 'signature-kind-unsupported', detail)];
    this.#items.push({ ...EMPTY_ITEM, name: at.evidence, kind: 'foreign-signature', checks });
    this.#covered.set(member.path, what);
  }

  #token(member: Member): void {
    const bytes = this.#holding.document(member);
    if (!bytes.ok) {
      this.#refuse(member, bytes);
      return;
    }
    const subject = this.#subjectOf(member.path);
    const artifact = subject === null ? null : heldArtifact(this.#holding, subject);
    const name = memberName(this.#holding, member.path);
    this.#items.push(tokenItem(name, bytes.value, artifact, this.#context));
    this.#covered.set(member.path, 'an RFC 3161 token');
  }

  #refuse(member: Member, { problem }: Extract<Parsed<Bytes>, { ok: false }>): void {
    const at = { evidence: memberName(this.#holding, member.path), pointer: '' };
    const checks = [malformedCheck('input.read', at, problem)];
    this.#items.push({ ...EMPTY_ITEM, name: at.evidence, kind: 'input', checks });
    this.#covered.set(member.path, 'a file that could not be read');
  }

  #subjectOf(path: string): Member | null {
    return this.#members.get(stemOf(path)) ?? null;
  }

  #name({ path }: Member): string {
    return memberName(this.#holding, path);
  }

  /** The first file of the names that certificates have, if it holds one. A public key there is nobody's proof. */
  #certificate(base: string): { readonly path: string; readonly bytes: Bytes } | null {
    for (const ending of CERTIFICATES) {
      const member = this.#members.get(base + ending);
      const bytes = member === undefined ? null : this.#holding.document(member);
      if (bytes === null || !bytes.ok) continue;
      const signer = attempt(() => readSignerPem(pemText(bytes.value), ''));
      if (signer.ok && signer.value.kind === 'certificate') return { path: base + ending, bytes: bytes.value };
    }
    return null;
  }

  /** Name of the bundle beside it that holds this very signature, with what the file alone has not: log entries and times. */
  #bundleWith(base: string, sig: Bytes): string | null {
    for (const ending of BUNDLES) {
      const member = this.#members.get(base + ending);
      const bytes = member === undefined ? null : this.#holding.document(member);
      if (member === undefined || bytes === null || !bytes.ok) continue;
      const name = this.#name(member);
      const opened = openEvidence(bytes.value, { evidence: name, pointer: '' });
      if (!opened.ok) continue;
      const holds = opened.value.some(({ signatures }) => signatures.some((one) => equalBytes(one.sig, sig)));
      if (holds) return name;
    }
    return null;
  }

  /** Tokens named after the file, or after its signature, that are over the octets of the signature. */
  #tokensOver(base: string, sig: Bytes): { readonly path: string; readonly bytes: Bytes }[] {
    return TOKENS.flatMap((ending) => [base + ending, `${base}.sig${ending}`]).flatMap((path) => {
      const member = this.#members.get(path);
      const bytes = member === undefined ? null : this.#holding.document(member);
      return bytes?.ok === true && isOver(bytes.value, sig) ? [{ path, bytes: bytes.value }] : [];
    });
  }
}

const known = new WeakMap<Holding, Map<string, Map<string, Member>>>();

function foldersOf(holding: Holding): ReadonlyMap<string, ReadonlyMap<string, Member>> {
  const found = known.get(holding);
  if (found !== undefined) return found;
  const folders = new Map<string, Map<string, Member>>();
  for (const member of holding.members) {
    const folder = folderOf(member.path);
    const members = folders.get(folder) ?? new Map<string, Member>();
    folders.set(folder, members.set(member.path, member));
  }
  known.set(holding, folders);
  return folders;
}

function isOver(token: Bytes, message: Bytes): boolean {
  const over = attempt(() => {
    const { info } = parseTimestampToken(token);
    const hash: HashName | null = readHashAlgorithm(info.imprintAlgorithm.node);
    return hash !== null && equalBytes(digest(hash, message), info.imprint);
  });
  return over.ok && over.value;
}

/** DER of an ECDSA signature, or base64 of one. */
function looksLikeSignature(head: Bytes): boolean {
  return head[0] === 0x30 || (head[0] === 0x4d && (head[1] === 0x45 || head[1] === 0x47 || head[1] === 0x49));
}

function isAmong(path: string, ...endings: readonly (readonly string[])[]): boolean {
  return endings.flat().some((ending) => path.endsWith(ending) && stemOf(path) !== '');
}

function stemOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.'));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
