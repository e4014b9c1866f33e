// SPDX-License-Identifier: Apache-2.0

/** Exit 64: the call, a policy or a trust file cannot be read as such. Never a verdict. */
export class UsageError extends Error {}
