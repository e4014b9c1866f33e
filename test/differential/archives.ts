// SPDX-License-Identifier: Apache-2.0
// What other readers see in a tar: tar-stream in this process, GNU tar and Python over a folder of archives.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { extract, type Header, pack } from 'tar-stream';

export interface WrittenEntry {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'symlink';
  readonly body: Uint8Array;
  readonly linkname?: string | undefined;
  readonly pax?: Readonly<Record<string, string>> | undefined;
}

export type Files = readonly (readonly [name: string, content: string])[];

export async function write(entries: readonly WrittenEntry[]): Promise<Uint8Array> {
  const stream = pack();
  for (const { body, ...header } of entries) {
    const options = { ...header, size: body.length, mtime: new Date(0) } as Header;
    if (header.type === 'file') stream.entry(options, Buffer.from(body));
    else stream.entry({ ...options, size: 0 });
  }
  stream.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** The files of a tar by tar-stream, in order; null where it fails or never ends. */
export async function byTarStream(bytes: Uint8Array): Promise<Files | null> {
  const files: [string, string][] = [];
  const reader = extract({ allowUnknownFormat: true } as object);
  const ended = new Promise<boolean>((resolve) => {
    reader.on('entry', ({ name, type }, stream, next) => {
      const chunks: Uint8Array[] = [];
      stream.on('data', (chunk: unknown) => chunks.push(chunk as Uint8Array));
      stream.on('error', () => resolve(false));
      stream.on('end', () => {
        // It tells the directories of old archives as files.
        const isFile = (type === 'file' || type === 'contiguous-file') && !name.endsWith('/');
        if (isFile) files.push([plain(name), Buffer.concat(chunks).toString('latin1')]);
        next();
      });
    });
    reader.on('finish', () => setImmediate(() => resolve(true)));
    reader.on('error', () => resolve(false));
    setTimeout(() => resolve(false), 2000).unref();
  });
  reader.end(Buffer.from(bytes));
  const whole = await ended;
  reader.destroy();
  return whole ? files : null;
}

export const plain = (name: string): string =>
  name
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

const GNU = '/usr/bin/tar';
const PYTHON = '/usr/bin/python3';

/** Names and sizes of the files in each archive, as `size name`, in order. Names that are not plain text are left out. */
export type Listing = ReadonlyMap<string, readonly string[] | null>;

export function byGnuTar(folder: string, names: readonly string[]): Listing | null {
  if (!existsSync(GNU)) return null;
  if (!/GNU tar/.test(execFileSync(GNU, ['--version'], { encoding: 'utf8' }))) return null;
  return new Map(
    names.map((name) => {
      const args = ['--list', '--verbose', '--numeric-owner', '--quoting-style=escape', '--utc', '--file', name];
      const { status, stdout, stderr } = spawnSync(GNU, args, {
        cwd: folder,
        encoding: 'latin1',
        env: { LC_ALL: 'C' },
      });
      const lines = stdout.split('\n').filter((line) => /^[-C]/.test(line));
      const files = lines.map((line) => {
        const [, size, file] = /^\S+ \S+ +(\d+) \S+ \S+ (.*)$/.exec(line) ?? [];
        return `${size} ${plain(file ?? '?')}`;
      });
      // It complains of times and owners that its own numbers do not reach, and lists all the same.
      const complaints = stderr
        .split('\n')
        .filter((line) => line !== '' && !/out of \w+ range|previous errors/.test(line));
      return [name, status === 0 || complaints.length === 0 ? files : null];
    }),
  );
}

const SCRIPT = `
import json, sys, tarfile
result = {}
for name in sys.argv[1:]:
    try:
        with tarfile.open(name, 'r:') as archive:
            result[name] = [[m.size, m.name] for m in archive if m.type in (b'0', b'\\0', b'7') and not m.sparse]
    except tarfile.TarError:
        result[name] = None
    except (OverflowError, ValueError, UnicodeError):
        result[name] = None
sys.stdout.write(json.dumps(result))
`;

export function byPython(folder: string, names: readonly string[]): Listing | null {
  if (!existsSync(PYTHON)) return null;
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-I', '-c', SCRIPT, ...names], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const found = JSON.parse(stdout) as Record<string, [number, string][] | null>;
  return new Map(
    Object.entries(found).map(([name, files]) => [
      name,
      files === null ? null : files.map(([size, file]) => `${size} ${plain(file)}`),
    ]),
  );
}
