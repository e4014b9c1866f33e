// SPDX-License-Identifier: Apache-2.0

import { attempt } from '../model/malformed.ts';
import type { PackageIdentity } from '../model/package-identity.ts';
import { parseDistributionName } from './python-distribution.ts';

/**
 * The package that a file claims to be by its name alone: wheels, whose names nothing else has. Of `app-1.0.tar.gz` nobody can
 * tell whether it is one of Python.
 */
export function packageOfFileName(path: string): PackageIdentity | null {
  if (!path.endsWith('.whl')) return null;
  const parsed = attempt(() => parseDistributionName(path.slice(path.lastIndexOf('/') + 1)));
  if (!parsed.ok) return null;
  const { name, version } = parsed.value;
  return { ecosystem: 'pypi', name, version, from: 'the file name' };
}
