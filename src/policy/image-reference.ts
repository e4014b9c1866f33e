// SPDX-License-Identifier: Apache-2.0

/** A reference to a container image, its short forms written out. */
export interface ImageReference {
  /** Registry and path: `docker.io/library/alpine`. */
  readonly repository: string;
  readonly tag: string | null;
  /** `sha256:…` */
  readonly digest: string | null;
}

const HOST =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*)(?::[0-9]{1,5})?$/;
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const REST =
  /^([^:@]+)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@([a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,128}))?$/;
const LONGEST = 512;

/**
 * `[host[:port]/]path[:tag][@digest]`, as image tools read it: the first part of a path is a registry where it has a dot or a
 * port, or is `localhost`; without one it is Docker's, whose own images stand in `library/`. Null for anything else.
 */
export function parseImageReference(text: string): ImageReference | null {
  if (text.length > LONGEST) return null;
  const slash = text.indexOf('/');
  const first = slash === -1 ? '' : text.slice(0, slash);
  const named = first === 'localhost' || /[.:]/.test(first);
  if (named && !HOST.test(first)) return null;
  const rest = REST.exec(named ? text.slice(slash + 1) : text);
  if (rest === null) return null;
  const [, path = '', tag = null, digest = null] = rest;
  if (!path.split('/').every((one) => COMPONENT.test(one))) return null;
  return { repository: repositoryOf(named ? first.toLowerCase() : DOCKER, path), tag, digest };
}

const DOCKER = 'docker.io';

function repositoryOf(host: string, path: string): string {
  const registry = host === 'index.docker.io' ? DOCKER : host;
  return registry === DOCKER && !path.includes('/') ? `${DOCKER}/library/${path}` : `${registry}/${path}`;
}

export function imageText({ repository, tag, digest }: ImageReference): string {
  return repository + (tag === null ? '' : `:${tag}`) + (digest === null ? '' : `@${digest}`);
}

/** Each exact text that this image meets: with and without its tag and digest. */
export function imageForms(image: ImageReference): readonly string[] {
  const { tag, digest } = image;
  return [image, { ...image, tag: null }, { ...image, digest: null }, { ...image, tag: null, digest: null }]
    .filter((one, i) => i === 0 || one.tag !== tag || one.digest !== digest)
    .map(imageText);
}
