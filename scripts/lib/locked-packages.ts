// SPDX-License-Identifier: Apache-2.0
import { textOf } from './sources.ts';

export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  /** Of the package as npm gives it out, in lowercase hexadecimal. */
  readonly sha512: string;
  /** Where it is installed, from the project's folder. */
  readonly folder: string;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>;
}

/** What the lock files of the program and of the runtimes pin. */
export function lockedPackages(): readonly LockedPackage[] {
  return ['', 'scripts/targets/'].flatMap((where) => {
    const { packages } = JSON.parse(textOf(`${where}package-lock.json`)) as Lock;
    return Object.entries(packages).flatMap(([path, { version, integrity }]) => {
      if (path === '' || version === undefined) return [];
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const sha512 = /^sha512-([A-Za-z0-9+/]+=*)$/.exec(integrity ?? '')?.[1];
      if (sha512 === undefined) throw new Error(`${where}package-lock.json pins no SHA-512 of ${path}`);
      const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
      return [{ name, version, purl, sha512: Buffer.from(sha512, 'base64').toString('hex'), folder: where + path }];
    });
  });
}
