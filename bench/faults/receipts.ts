import { appendFileSync, readFileSync } from 'node:fs';
import type { Said } from './questionnaire.ts';

/** What a client was told and may rely on. */
export type Receipt =
  | { readonly kind: 'response'; readonly by: 'program' | 'page'; readonly id: string | null; readonly said: Said }
  /** She took her answers back. */
  | { readonly kind: 'withdrawal'; readonly mark: string }
  /** She left in the middle; what she had typed on the pages she had gone on from is saved. */
  | { readonly kind: 'draft'; readonly said: Said };

/** The clients' own file of what they were told, a line each: the truth that the database is held against. */
export class Receipts {
  readonly #file: string;
  #count = 0;
  constructor(file: string) {
    this.#file = file;
  }

  get count(): number {
    return this.#count;
  }

  add(receipt: Receipt): void {
    appendFileSync(this.#file, `${JSON.stringify(receipt)}\n`);
    this.#count += 1;
  }

  all(): readonly Receipt[] {
    if (this.#count === 0) return [];
    return readFileSync(this.#file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): Receipt => JSON.parse(line));
  }
}
