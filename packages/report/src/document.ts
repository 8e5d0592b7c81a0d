import type { Chart, Medium } from '@common-measure/chart';
import type { UiLanguage } from '@common-measure/kernel';

/** A report in one language, ready for any renderer: words, tables of words, and pictures that can be drawn in any medium. */
export interface ReportDocument {
  readonly language: UiLanguage;
  readonly title: string;
  readonly organization: string;
  /** Day on which the edition was made, ISO 8601. */
  readonly madeOn: string;
  readonly kicker: string;
  /** Stand on the cover and in every footer: edition, synthetic data. */
  readonly tags: readonly string[];
  readonly headline: Headline | null;
  readonly fieldwork: { readonly title: string; readonly rows: readonly Fact[] };
  readonly sections: readonly Section[];
  readonly footer: string;
  /** That the edition exists in the other language, said in that language. */
  readonly alsoIn: { readonly text: string; readonly language: string };
}

/** The score on the cover. */
export interface Headline {
  readonly value: string;
  readonly unit: string;
  readonly caption: string;
  readonly picture: Picture;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Tables of many columns: print turns the page. */
  readonly isWide: boolean;
}

export type Picture = (medium: Medium) => Chart;
export type Fact = readonly [term: string, description: string];

export interface FindingCard {
  readonly title: string;
  readonly text: string;
  readonly picture: Picture | null;
  readonly isWarm: boolean;
}

/** `tone` goes with a word in the text, never alone. */
export interface TextCell {
  readonly kind: 'text';
  readonly text: string;
  readonly small: string;
  readonly isStrong: boolean;
  readonly tone: 'plain' | 'up' | 'down' | 'quiet' | 'caution';
}
export type Cell = TextCell | { readonly kind: 'picture'; readonly picture: Picture };

export type Row =
  | { readonly kind: 'cells'; readonly label: string; readonly isStrong: boolean; readonly cells: readonly Cell[] }
  | { readonly kind: 'withheld'; readonly label: string; readonly mark: string; readonly reason: string };

export interface Column {
  readonly head: string;
  readonly align: 'start' | 'end' | 'plot';
  /** The axis above a column of pictures. */
  readonly axis: Picture | null;
}

/** The first column holds the row labels; `columns` are the others, `labelHead` the head of the first. */
export interface Table {
  readonly caption: string;
  readonly labelHead: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export type Block =
  | { readonly kind: 'lead' | 'paragraph' | 'note' | 'heading' | 'message'; readonly text: string }
  | { readonly kind: 'findings'; readonly cards: readonly FindingCard[] }
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'legend'; readonly answers: readonly string[] }
  | { readonly kind: 'table'; readonly table: Table; readonly isDense: boolean }
  | {
      readonly kind: 'figure';
      readonly finding: string;
      readonly base: string;
      readonly picture: Picture;
      /** Letters in the picture and what they stand for. */
      readonly key: readonly Fact[];
      readonly note: string;
      readonly table: Table;
      readonly tableTitle: string;
      /** True where another figure of the section prints the same numbers: print leaves this table out. */
      readonly isTableRepeated: boolean;
    }
  | {
      /** "How was this computed?" below a figure. On paper only `pointer` is printed. */
      readonly kind: 'how';
      readonly title: string;
      readonly notes: readonly {
        readonly id: string;
        readonly label: string;
        readonly title: string;
        readonly formula: string;
      }[];
      readonly rows: readonly Fact[];
      readonly pointer: string;
    }
  | {
      /** A computation note. `script` names the script that gives such figures again; empty for none. */
      readonly kind: 'computed';
      readonly id: string;
      readonly label: string;
      readonly title: string;
      readonly formula: string;
      readonly script: string;
    }
  | {
      /** A whole R script. `place`: where it stands for those who read on paper, which carries no pages of it. */
      readonly kind: 'script';
      readonly title: string;
      readonly text: string;
      readonly place: string;
    };

export function textCell(text: string, more: Partial<Omit<TextCell, 'kind' | 'text'>> = {}): TextCell {
  return { kind: 'text', text, small: '', isStrong: false, tone: 'plain', ...more };
}

/** What headings have just said before a block: the section's title, and a heading directly above. A table of that name needs no caption. */
export function saidBefore(section: Section, index: number): readonly string[] {
  const above = section.blocks[index - 1];
  return above?.kind === 'heading' ? [section.title, above.text] : [section.title];
}
