// SPDX-License-Identifier: Apache-2.0
import { type Bytes, utf8 } from './bytes.ts';
import { type Case, caseFiles } from './case.ts';
import { archiveCases } from './cases/archives.ts';
import { certificateCases, sctCases } from './cases/bad-certificate.ts';
import { formatCases, inputCases } from './cases/bad-input.ts';
import { keyCases, signatureCases } from './cases/bad-keys.ts';
import { entryCases, logCases } from './cases/bad-log.ts';
import { goodPolicyCases, policyCases } from './cases/bad-policy.ts';
import { statementCases } from './cases/bad-statement.ts';
import { timeCases, timestampCases } from './cases/bad-time.ts';
import { registryCases, rootCases } from './cases/bad-trust.ts';
import { bagCases } from './cases/bags.ts';
import { buildFlagCases } from './cases/build-flags.ts';
import { checksumCases } from './cases/checksums.ts';
import { cosignCases } from './cases/cosign.ts';
import { custodyCases } from './cases/custody.ts';
import { custodyHandoffCases } from './cases/custody-handoffs.ts';
import { custodyLogsCases } from './cases/custody-logs.ts';
import { custodyRulesCases } from './cases/custody-rules.ts';
import { goCases } from './cases/golang.ts';
import { bundleCases, subjectCases } from './cases/good.ts';
import { plainKeyCases } from './cases/good-keys.ts';
import { inTotoCases } from './cases/in-toto.ts';
import { kitCases } from './cases/kit.ts';
import { lockProvenanceCases } from './cases/lock-provenance.ts';
import { merkleCases } from './cases/merkle.ts';
import { npmCases } from './cases/npm.ts';
import { lockCases } from './cases/npm-locks.ts';
import { imageLayoutCases } from './cases/oci.ts';
import { pinCases } from './cases/pins.ts';
import { predicateCases } from './cases/predicates.ts';
import { promotionCases } from './cases/promotions.ts';
import { pypiCases } from './cases/pypi.ts';
import { replayCases } from './cases/replay.ts';
import { revocationCases } from './cases/revocation.ts';
import { revokedTimeCases } from './cases/revoked-times.ts';
import { setCases } from './cases/sets.ts';
import { signedLockCases } from './cases/signed-locks.ts';
import { signedPolicyCases } from './cases/signed-policy.ts';
import { chainCases, stepCases } from './cases/single-steps.ts';
import { stellaCases } from './cases/stellaops.ts';
import { timelineCases } from './cases/timelines.ts';
import { tufCases } from './cases/tuf.ts';
import { whatIfCases } from './cases/what-if.ts';
import { pretty } from './json.ts';
import { keyFiles } from './plain-keys.ts';
import { twoSites } from './two-sites.ts';
import { unreachableMarkdown } from './unreachable.ts';
import { mintRoot } from './world.ts';

const README = `# Fixtures

Everything here is written by \`node scripts/fixtures.ts\`, byte for byte the same each time; \`--check\` compares and tolerates no stray file.

- \`cases/<what>/\`: a scenario that passes. \`cases/<what>--<reason>/\`: one that is refused, for one cause, with that reason.
  \`README.md\` says why it exists; \`expect.json\` holds the command (paths relative to the folder), its exit code, the indication, and the
  check that carries the reason.
- \`UNREACHABLE.md\`: the reasons that evidence cannot give.
- \`shared/\`: the trusted root of the mint. \`keys/\`: plain keys, all of them UNSAFE.

The evidence is made by \`scripts/mint/\`, which shares no code with \`src/\`.
`;

export function allCases(): Case[] {
  return [
    ...bundleCases(),
    ...subjectCases(),
    ...plainKeyCases(),
    ...stepCases(),
    ...chainCases(),
    ...merkleCases(),
    ...inputCases(),
    ...formatCases(),
    ...signatureCases(),
    ...keyCases(),
    ...certificateCases(),
    ...sctCases(),
    ...entryCases(),
    ...logCases(),
    ...timestampCases(),
    ...timeCases(),
    ...rootCases(),
    ...registryCases(),
    ...statementCases(),
    ...inTotoCases(),
    ...goodPolicyCases(),
    ...policyCases(),
    ...npmCases(),
    ...lockCases(),
    ...pypiCases(),
    ...cosignCases(),
    ...imageLayoutCases(),
    ...setCases(),
    ...predicateCases(),
    ...archiveCases(),
    ...checksumCases(),
    ...bagCases(),
    ...goCases(),
    ...stellaCases(),
    ...signedPolicyCases(),
    ...buildFlagCases(),
    ...custodyCases(),
    ...replayCases(),
    ...whatIfCases(),
    ...timelineCases(),
    ...signedLockCases(),
    ...lockProvenanceCases(),
    ...pinCases(),
    ...promotionCases(),
    ...custodyLogsCases(),
    ...custodyHandoffCases(),
    ...custodyRulesCases(),
    ...tufCases(),
    ...kitCases(),
    ...revocationCases(),
    ...revokedTimeCases(),
  ];
}

/** Path below fixtures/ → octets. */
export function fixtureFiles(): Map<string, Bytes> {
  const files = new Map<string, Bytes>([
    ['README.md', utf8(README)],
    ['UNREACHABLE.md', utf8(unreachableMarkdown())],
    ['shared/trusted-root.json', utf8(pretty(mintRoot()))],
  ]);
  const put = (path: string, data: Bytes): void => {
    if (files.has(path)) throw new Error(`${path} is made twice`);
    files.set(path, data);
  };
  for (const [name, data] of Object.entries(keyFiles())) put(`keys/${name}`, data);
  for (const one of allCases()) {
    for (const [name, data] of Object.entries(caseFiles(one))) put(`cases/${one.name}/${name}`, data);
  }
  for (const [name, data] of Object.entries(twoSites())) put(`two-sites/${name}`, data);
  return files;
}
