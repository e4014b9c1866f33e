// SPDX-License-Identifier: Apache-2.0
import { bundleTo } from '../../scripts/lib/bundle.ts';
import { BUNDLE } from './cli.ts';

/** Once per run: the program as one file, so that the tests of the command line start it as users do. */
export default async function setup(): Promise<void> {
  await bundleTo(BUNDLE);
}
