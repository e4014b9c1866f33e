// SPDX-License-Identifier: Apache-2.0

/** A publisher as a package index writes it down (PEP 740: `publisher`). */
export interface ClaimedPublisher {
  /** `GitHub`, `GitLab`, `Google`, or one that is not known here. */
  readonly kind: string;
  /** Its other members that are texts: `repository`, `workflow`, `email`, … */
  readonly fields: Readonly<Record<string, string>>;
}
