// SPDX-License-Identifier: Apache-2.0
import { element, LINE_FEED, type Markup, text } from './markup.ts';

/** Constant text, and the base64 SHA-256 of it: the only style that the page's own policy lets in (a test holds them together). */
export interface Stylesheet {
  readonly css: Markup;
  readonly sha256: string;
}

/**
 * One page that stands alone: its policy forbids scripts, frames, forms, fonts, images and every load, and any style but the
 * one given. Its bytes depend on nothing but the arguments.
 */
export function htmlPage(title: string, style: Stylesheet, body: readonly Markup[]): string {
  const policy = `default-src 'none'; style-src 'sha256-${style.sha256}'; base-uri 'none'; form-action 'none'`;
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, text(title)),
    element('style', {}, style.css),
  );
  return `<!DOCTYPE html>\n${element('html', { lang: 'en' }, head, LINE_FEED, element('body', {}, ...body))}\n`;
}
