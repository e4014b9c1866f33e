// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../scripts/mint/bytes.ts';
import type { JsonObject } from '../../scripts/mint/json.ts';
import {
  type Blob,
  blob,
  digest,
  digestOf,
  image,
  imageIndex,
  type LayoutChange,
  layoutFiles,
  named,
  TYPES,
} from '../../scripts/mint/oci.ts';
import { LIMITS } from '../../src/encoding/limits.ts';
import { parseBlobDigest, parseImageIndex, parseImageManifest } from '../../src/evidence/image-manifest.ts';
import { findImageLayouts, readImageLayout } from '../../src/evidence/oci-layout.ts';
import { attempt } from '../../src/model/malformed.ts';
import { memoryHolding } from '../support/memory-holding.ts';

const AMD = image('amd64');
const ARM = image('arm64');
const INDEX = imageIndex([AMD, ARM]);

function read(roots: readonly Blob[], change: LayoutChange = {}) {
  return readImageLayout(memoryHolding(layoutFiles(roots, change)), '');
}

/** The reasons of its checks, in their order; empty where all passed. */
function problems(roots: readonly Blob[], change: LayoutChange = {}): string[] {
  return read(roots, change).checks.flatMap((check) =>
    check.outcome === 'passed' ? [] : [`${check.id} ${check.reason}`],
  );
}

const manifest = (change: JsonObject): JsonObject => ({
  ...JSON.parse(new TextDecoder().decode(AMD.bytes)),
  ...change,
});
const reasonOf = (run: () => unknown): string | null => {
  const result = attempt(run);
  return result.ok ? null : result.problem.reason;
};

describe('an image layout', () => {
  it('is found in every folder that has its mark, and read from index.json down', () => {
    const files = Object.fromEntries(
      Object.entries(layoutFiles([INDEX])).flatMap(([path, data]) => [
        [path, data],
        [`a/b/${path}`, data],
      ]),
    );
    const holding = memoryHolding({ ...files, 'a/other': utf8('x') });
    expect(findImageLayouts(holding)).toEqual(['', 'a/b']);
    for (const folder of ['', 'a/b']) {
      const layout = readImageLayout(holding, folder);
      expect(layout.name).toBe(folder === '' ? 'held' : 'held/a/b');
      expect([...layout.nodes.keys()].sort()).toEqual([INDEX, AMD, ARM].map(digest).sort());
      expect([...layout.nodes.get(digest(AMD))!.parents]).toEqual([digest(INDEX)]);
      expect(layout.covered.size).toBe(7);
      expect(layout.checks.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
        'image.layout passed',
        'image.blobs passed',
        'image.manifests passed',
      ]);
    }
  });

  it('lists what is named and not there, and fails for none of it', () => {
    const layout = read([INDEX], { blobs: { [digest(ARM)]: null } });
    expect(layout.checks.every(({ outcome }) => outcome === 'passed')).toBe(true);
    expect([...layout.absent.keys()].sort()).toEqual([digest(ARM), digestOf(utf8('the files of amd64\n'))].sort());
    expect(layout.absent.get(digest(ARM))).toContain('an image manifest of sha256:');
  });

  it('re-hashes every blob, whatever names it, by the algorithm of its name', () => {
    const stray = { 'blobs/sha512/x': utf8('no digest') };
    const long = blob(TYPES.layer, utf8('by SHA-512'), { hash: 'sha512' });
    const base = layoutFiles([named(image('amd64', { layers: [long.descriptor] }), {}), long]);
    const holding = memoryHolding({ ...base, ...stray });
    const layout = readImageLayout(holding, '');
    expect(layout.checks.every(({ outcome }) => outcome === 'passed')).toBe(true);
    expect(layout.blob(parseBlobDigest(digest(long), ''))?.path).toBe(`blobs/${digest(long).replace(':', '/')}`);
    expect(layout.covered.has('blobs/sha512/x')).toBe(false);
    expect(layout.blobs).toBe(Object.keys(base).length - 1);
    expect(problems([INDEX, long], { blobs: { [digest(long)]: utf8('another') } })).toEqual([
      'image.blobs image-blob-altered',
    ]);
    const unnamed = memoryHolding({ ...layoutFiles([INDEX]), [`blobs/sha256/${'0'.repeat(64)}`]: utf8('unnamed') });
    expect(readImageLayout(unnamed, '').checks[1]).toMatchObject({ reason: 'image-blob-altered' });
  });

  it('compares size and media type of everything that names a blob', () => {
    expect(problems([named(INDEX, { size: 1 })])).toEqual(['image.manifests image-blob-size']);
    expect(problems([INDEX, named(INDEX, { size: 1 })])).toEqual(['image.manifests image-blob-size']);
    const config = named(AMD.parts[0]!, { size: 3 });
    expect(problems([{ ...image('amd64', { config: config.descriptor }), parts: [config] }])).toEqual([
      'image.manifests image-blob-size',
    ]);
    expect(problems([named(INDEX, { mediaType: TYPES.manifest })])).toEqual(['image.manifests image-manifest-format']);
    expect(problems([INDEX, named(INDEX, { mediaType: TYPES.dockerManifest })])).toEqual([
      'image.manifests image-manifest-format',
    ]);
  });

  it('reads each manifest once, so that nothing leads in a circle, and no chain of indexes is endless', () => {
    let chain = AMD;
    for (let i = 0; i <= LIMITS.imageDepth; i++) chain = imageIndex([chain], { annotations: { depth: String(i) } });
    expect(problems([chain])).toEqual(['image.manifests limit-exceeded']);
    expect(read([INDEX, INDEX, imageIndex([INDEX, INDEX])]).nodes.size).toBe(4);
  });

  it('finds manifests with a subject that nothing names', () => {
    const { mediaType, digest: of, size } = AMD.descriptor as Record<string, string>;
    const referrer = image('none', { subject: { mediaType: mediaType!, digest: of!, size: size! } });
    const files = { ...layoutFiles([AMD]), ...without(layoutFiles([referrer]), 'index.json') };
    const layout = readImageLayout(memoryHolding(files), '');
    expect([...layout.nodes.keys()]).toEqual([digest(AMD), digest(referrer)]);
    expect(layout.roots).toHaveLength(1);
  });

  it('is of one version, with an index', () => {
    expect(problems([INDEX], { mark: '{}' })).toEqual([
      'image.layout image-layout-format',
      'image.manifests prerequisite-not-passed',
    ]);
    expect(problems([INDEX], { mark: '{"imageLayoutVersion":"1.0.0","imageLayoutVersion":"1.0.0"}' })[0]).toBe(
      'image.layout json-duplicate-key',
    );
    expect(problems([INDEX], { index: { schemaVersion: 1 } })[0]).toBe('image.layout image-layout-format');
    expect(problems([INDEX], { index: { mediaType: TYPES.manifest } })[0]).toBe('image.layout image-layout-format');
    const none = memoryHolding(without(layoutFiles([INDEX]), 'index.json'));
    expect(readImageLayout(none, '').checks[0]).toMatchObject({ reason: 'image-layout-format' });
  });

  it('tells many problems, and how many more there are', () => {
    const many = Array.from({ length: 40 }, (_, i) => named(blob(TYPES.layer, utf8(String(i))), { size: 999 }));
    const found = read(many).checks.filter(({ id }) => id === 'image.manifests');
    expect(found).toHaveLength(16);
    expect(found[15]).toMatchObject({ detail: expect.stringContaining('; and 24 more') });
  });
});

describe('a manifest', () => {
  const parse = (change: JsonObject, type: string = TYPES.manifest) =>
    reasonOf(() => parseImageManifest(utf8(JSON.stringify(manifest(change))), type));

  it('says of itself what names it, and is of one kind', () => {
    expect(parse({})).toBeNull();
    expect(parse({ mediaType: null })).toBeNull();
    for (const change of [
      { mediaType: TYPES.index },
      { manifests: [] },
      { fsLayers: [] },
      { schemaVersion: 1 },
      { schemaVersion: '2' },
      { config: null },
      { layers: {} },
      { layers: [{}] },
      { layers: [{ ...AMD.descriptor, digest: 'sha256:00' }] },
      { layers: [{ ...AMD.descriptor, digest: 'sha256' }] },
      { layers: [{ ...AMD.descriptor, size: -1 }] },
      { annotations: { a: 1 } },
      { subject: 'sha256:' },
    ])
      expect(parse(change as JsonObject), JSON.stringify(change)).toBe('image-manifest-format');
    expect(parse({ mediaType: null }, TYPES.dockerManifest)).toBe('image-manifest-format');
  });

  it('is refused with two members of one name, and above the bounds', () => {
    const text = JSON.stringify(manifest({}));
    const twice = utf8(text.replace('"layers"', '"layers":[],"layers"'));
    expect(reasonOf(() => parseImageManifest(twice, TYPES.manifest))).toBe('json-duplicate-key');
    expect(reasonOf(() => parseImageManifest(utf8(text.padEnd(LIMITS.imageManifest + 1)), TYPES.manifest))).toBe(
      'limit-exceeded',
    );
    const layers = Array.from({ length: LIMITS.imageDescriptors + 1 }, () => AMD.descriptor);
    expect(parse({ layers })).toBe('limit-exceeded');
  });

  it('holds no copy of a blob that is another', () => {
    const data = (text: string) => ({ layers: [{ ...blob(TYPES.layer, utf8('true')).descriptor, data: text }] });
    expect(parse(data(Buffer.from('true').toString('base64')))).toBeNull();
    expect(parse(data(Buffer.from('fals').toString('base64')))).toBe('image-blob-altered');
    expect(parse(data('%'))).toBe('image-manifest-format');
  });

  it('keeps the digest of an algorithm that is not known as it stands', () => {
    expect(parseBlobDigest('blake3:0a', '')).toEqual({ text: 'blake3:0a', algorithm: null, hex: '0a' });
    for (const text of [
      'sha256',
      'sha256:',
      ':00',
      `SHA256:${'0'.repeat(64)}`,
      `sha256:${'A'.repeat(64)}`,
      'a:../..',
      'a:b/c',
    ])
      expect(
        reasonOf(() => parseBlobDigest(text, '')),
        text,
      ).toBe('image-manifest-format');
  });
});

describe('an index', () => {
  const parse = (manifests: readonly Blob[], change: JsonObject = {}) =>
    reasonOf(() => parseImageIndex(imageIndex(manifests, change).bytes, TYPES.index));
  const like = (platform: JsonObject, more: JsonObject = {}) => named(ARM, { platform, ...more });

  it('names each platform once, unless something tells its manifests apart', () => {
    const amd = { architecture: 'amd64', os: 'linux' };
    expect(parse([AMD, ARM])).toBeNull();
    expect(parse([AMD, AMD])).toBeNull();
    expect(parse([AMD, like(amd)])).toBe('image-platform-twice');
    expect(parse([AMD, like({ ...amd, variant: 'v2' })])).toBeNull();
    expect(parse([AMD, like(amd, { annotations: { 'io.github.containers.compression.zstd': 'true' } })])).toBeNull();
    const unknown = { architecture: 'unknown', os: 'unknown' };
    expect(parse([named(AMD, { platform: unknown }), like(unknown)])).toBeNull();
  });

  it('has no layers', () => {
    expect(parse([AMD], { layers: [] })).toBe('image-manifest-format');
    expect(parse([AMD], { config: AMD.descriptor })).toBe('image-manifest-format');
  });
});

describe('whatever a layout holds', () => {
  it('is told as checks and never thrown', () => {
    const value = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>(
          null,
          true,
          0,
          -1,
          1e300,
          '',
          TYPES.index,
          TYPES.manifest,
          digest(AMD),
          AMD.descriptor,
          '__proto__',
        ),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            'manifests',
            'layers',
            'config',
            'subject',
            'mediaType',
            'digest',
            'size',
            'platform',
            'annotations',
            'data',
            'schemaVersion',
          ),
          tie('json'),
          { maxKeys: 6 },
        ),
      ),
    })).json;
    fc.assert(
      fc.property(value, value, (index, document) => {
        const bytes = utf8(JSON.stringify(document));
        const root = { mediaType: TYPES.manifest, digest: digestOf(bytes), size: bytes.length };
        const files = layoutFiles([{ bytes, descriptor: root, parts: [] }]);
        const changed = { ...files, 'a/oci-layout': files['oci-layout']!, 'a/index.json': utf8(JSON.stringify(index)) };
        const holding = memoryHolding(changed);
        for (const folder of ['', 'a']) expect(readImageLayout(holding, folder).checks.length).toBeGreaterThan(2);
      }),
      { numRuns: 300 },
    );
  });
});

function without(files: Readonly<Record<string, Uint8Array>>, ...names: readonly string[]): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));
}
