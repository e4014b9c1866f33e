// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { type LockedPackage, lockedPackages } from './locked-packages.ts';
import { type RuntimePart, runtimeParts } from './runtime-parts.ts';
import { ROOT } from './sources.ts';
import { pinnedDigest, RUNTIME_VERSION, TARGETS } from './targets.ts';

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };
type Component = Readonly<Record<string, Json>>;

const APPLICATION = `pkg:generic/forensic-verify@${manifest.version}`;

/**
 * A CycloneDX 1.6 document of what is inside: each library of which code is in a bundle, by the bundler's own account, with the
 * functions that the bundler adds; the runtime of each platform, with the digests of the package and of the file; and its parts.
 *
 * @param modules the files whose code is in a bundle, absolute
 */
export function sbom(modules: readonly string[]): string {
  const libraries = librariesOf(modules);
  const runtimes = TARGETS.map((target) => {
    const locked = packageNamed(target.package);
    return {
      ...npmComponent(locked, 'platform'),
      components: [
        {
          ...{ type: 'file', name: target.runtime.slice(target.runtime.indexOf(target.package)) },
          'bom-ref': `${locked.purl}#runtime`,
          hashes: [{ alg: 'SHA-256', content: pinnedDigest(target) }],
        },
      ],
      properties: [property('inside', target.output)],
    };
  });
  const parts = runtimeParts();
  const bundler = packageNamed('rolldown');
  const components: Component[] = [
    ...libraries.map(({ locked, files }) => ({
      ...npmComponent(locked, 'library'),
      properties: [property('modules', String(files))],
    })),
    {
      ...npmComponent(bundler, 'library'),
      properties: [property('what', 'the functions that it puts into every bundle, and nothing else of it')],
    },
    ...runtimes,
    ...parts.map(partComponent),
  ].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
  const dependencies = [
    {
      ref: APPLICATION,
      dependsOn: [
        ...[...libraries.map(({ locked }) => locked.purl), bundler.purl],
        ...runtimes.map((one) => one['bom-ref']),
      ].sort(),
    },
    ...TARGETS.map((target, i) => ({
      ref: runtimes[i]!['bom-ref'],
      dependsOn: parts
        .filter(({ everywhere, seenIn }) => everywhere || seenIn.includes(target.name))
        .map(refOf)
        .sort(),
    })),
  ];
  const body = {
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        ...{ type: 'application', 'bom-ref': APPLICATION, name: 'forensic-verify', version: manifest.version },
        ...{ purl: APPLICATION, licenses: licences(manifest.license) },
      },
      properties: [
        // One list for all: they are of one version of one source, and only what the compilers brought differs.
        property('runtime', RUNTIME_VERSION),
        property(
          'runtime-parts',
          'one list for all platforms: each part says who told of it, and dependencies say where',
        ),
      ],
    },
    components,
    dependencies,
  };
  const document = { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: serialOf(body), ...body };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function property(name: string, value: string) {
  return { name: `forensic-verify:${name}`, value };
}

const refOf = ({ folder }: RuntimePart): string => `runtime:${folder}`;

/** No digest: what was compiled is no file any more. No version and no licence but what was told. */
function partComponent(part: RuntimePart) {
  const { folder, name, version, versionPart, purl, licence, toldBy } = part;
  const id = licence?.id ?? null;
  return {
    ...{ type: 'library', 'bom-ref': refOf(part), name },
    ...(version === null ? {} : { version }),
    ...(purl === null ? {} : { purl }),
    ...(licence === null
      ? {}
      : { licenses: [{ license: id === null ? { name: `${licence.title}: see LICENSE of the runtime` } : { id } }] }),
    scope: 'required',
    properties: [
      property('folder', folder),
      ...(versionPart === null ? [] : [property('version-as-far-as-told', versionPart)]),
      ...(licence === null ? [] : [property('licence-text-sha256', licence.sha256)]),
      ...toldBy.map((one) => property('told-by', one)),
    ],
  };
}

/** The libraries of which a module is inside, each with the number of its modules. */
function librariesOf(modules: readonly string[]): { readonly locked: LockedPackage; readonly files: number }[] {
  const folders = new Map<string, number>();
  for (const module of modules) {
    const inside = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.slice(ROOT.length + 1))?.[1];
    if (inside !== undefined) folders.set(inside, (folders.get(inside) ?? 0) + 1);
  }
  const locked = new Map(lockedPackages().map((one) => [one.folder, one]));
  return [...folders].map(([folder, files]) => {
    const one = locked.get(folder);
    if (one === undefined) throw new Error(`${folder} is in the bundle, and in no lock file`);
    return { locked: one, files };
  });
}

function packageNamed(name: string): LockedPackage {
  const found = lockedPackages().find((one) => one.name === name);
  if (found === undefined) throw new Error(`no lock file pins ${name}`);
  return found;
}

function npmComponent({ name, version, purl, sha512, folder }: LockedPackage, type: string) {
  const { license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as { license?: string };
  if (license === undefined) throw new Error(`${folder} states no licence`);
  const [group, own] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    ...{ type, 'bom-ref': purl, ...(group === undefined ? {} : { group }), name: own ?? name, version, purl },
    ...{ licenses: licences(license), scope: 'required', hashes: [{ alg: 'SHA-512', content: sha512 }] },
  };
}

function licences(licence: string): Json {
  return [/ (OR|AND|WITH) /.test(licence) ? { expression: licence } : { license: { id: licence } }];
}

/** A UUID (version 8, RFC 9562) out of the content: the same document has the same one. */
function serialOf(body: unknown): string {
  const digits = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const variant = ((Number.parseInt(digits[16]!, 16) & 3) | 8).toString(16);
  const groups = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, variant + digits.slice(17, 20)];
  return `urn:uuid:${[...groups, digits.slice(20, 32)].join('-')}`;
}
