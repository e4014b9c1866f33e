// SPDX-License-Identifier: Apache-2.0
import type { Bytes } from '../../model/bytes.ts';
import type { CheckId } from '../../model/checks.ts';

/** A file of the recipe. Its name is ours: letters, digits, `-` and `.`. */
export interface RecipeFile {
  readonly name: string;
  readonly bytes: Bytes;
}

/** A part of the input of a digest: octets of a file here, the result of an earlier step, or one octet. */
export type InputPart = { readonly file: string } | { readonly step: string } | { readonly octet: 0 | 1 };

interface StepBase {
  /** `S1`, `H4`: told in the output of the script. */
  readonly id: string;
  /** In our own words. */
  readonly says: string;
  readonly checks: readonly CheckId[];
}

export type RecipeStep =
  | (StepBase & {
      readonly kind: 'signature';
      /** Words of a command. */
      readonly command: readonly string[];
      readonly verifies: boolean;
      /** OpenSSL before 3.5 has no ML-DSA. */
      readonly needs: 'ml-dsa' | null;
    })
  | (StepBase & {
      readonly kind: 'hash';
      readonly hash: string;
      readonly parts: readonly InputPart[];
      readonly hex: string;
    })
  | (StepBase & { readonly kind: 'input'; readonly hash: string; readonly name: string; readonly hex: string })
  | (StepBase & { readonly kind: 'joined'; readonly whole: string; readonly parts: readonly string[] })
  | (StepBase & {
      readonly kind: 'stands';
      readonly form: 'text' | 'octets';
      readonly value: string;
      readonly file: string;
    })
  | (StepBase & { readonly kind: 'found'; readonly value: string; readonly input: string })
  /** The octets, in hexadecimal, stand in a certificate revocation list, DER or PEM. */
  | (StepBase & { readonly kind: 'in-crl'; readonly value: string; readonly input: string })
  /** As many distinct keys have made the signatures of earlier steps as somebody asks for. */
  | (StepBase & {
      readonly kind: 'counted';
      readonly least: number;
      readonly enough: boolean;
      readonly of: readonly { readonly step: string; readonly key: string }[];
    })
  | (StepBase & {
      readonly kind: 'mac';
      readonly hash: string;
      readonly file: string;
      readonly hex: string;
      readonly verifies: boolean;
    })
  | (StepBase & { readonly kind: 'undone'; readonly why: string });
