// SPDX-License-Identifier: Apache-2.0

/** Name and version of a package, and who said so: claimed, until a signed statement names them. */
export interface PackageIdentity {
  readonly ecosystem: 'npm' | 'pypi' | 'golang';
  /** In the ecosystem's normal form: npm with its scope, PyPI normalised (PEP 503), Go as the module path. */
  readonly name: string;
  readonly version: string;
  /** `package.json of the tarball`, `the file name`, `package-lock.json`, `--package-name`, … */
  readonly from: string;
}
