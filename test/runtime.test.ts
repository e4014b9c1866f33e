// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';

it('runs on the runtime of the lock file, not on that of the machine', () => {
  expect(process.version).toBe('v26.10.0');
});
