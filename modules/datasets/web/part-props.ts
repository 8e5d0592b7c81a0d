import type { Codebook } from '@common-measure/dataset';
import type { ImportDetail } from '../contract.ts';

/** What a part of the codebook's form gets: the codebook as it stands, and a way to change it. */
export interface PartProps {
  readonly detail: ImportDetail;
  readonly codebook: Codebook;
  readonly onChange: (next: (before: Codebook) => Codebook) => void;
}
