// SPDX-License-Identifier: Apache-2.0
import { Malformed } from '../model/malformed.ts';

/** A version is a part of a file name, and those have at most 255 octets. */
const LONGEST = 255;

const VERSION =
  /^v?(?:([0-9]+)!)?([0-9]+(?:\.[0-9]+)*)(?:[-_.]?(alpha|beta|preview|pre|a|b|c|rc)[-_.]?([0-9]*))?(?:-([0-9]+)|[-_.]?(post|rev|r)[-_.]?([0-9]*))?(?:[-_.]?(dev)[-_.]?([0-9]*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;

const PRE: Readonly<Record<string, string>> = { alpha: 'a', beta: 'b', c: 'rc', pre: 'rc', preview: 'rc' };

/**
 * The normal form of a version (PEP 440, "Normalization"): `1.0-RC.01` is `1.0rc1`, `1.0-1` is `1.0.post1`. Trailing zeros stay
 * as they are written, as in the `packaging` library: `1.0` and `1.0.0` are different files.
 *
 * @throws Malformed `artifact-name-invalid`
 */
export function normalVersion(text: string): string {
  const parts = text.length > LONGEST ? null : VERSION.exec(text.toLowerCase());
  if (parts === null) throw new Malformed('artifact-name-invalid', 'the version is not one of PEP 440');
  const [, epoch, release, pre, preNumber, implicitPost, post, postNumber, dev, devNumber, local] = parts;
  const normal = [release!.split('.').map(plain).join('.')];
  if (epoch !== undefined && plain(epoch) !== '0') normal.unshift(`${plain(epoch)}!`);
  if (pre !== undefined) normal.push((PRE[pre] ?? pre) + plain(preNumber!));
  if (implicitPost !== undefined) normal.push(`.post${plain(implicitPost)}`);
  else if (post !== undefined) normal.push(`.post${plain(postNumber!)}`);
  if (dev !== undefined) normal.push(`.dev${plain(devNumber!)}`);
  if (local !== undefined) normal.push(`+${local.split(/[-_.]/).map(localPart).join('.')}`);
  return normal.join('');
}

/** Without leading zeros; nothing means 0. */
function plain(digits: string): string {
  return digits.replace(/^0+/, '') || '0';
}

function localPart(text: string): string {
  return /^[0-9]+$/.test(text) ? plain(text) : text;
}
