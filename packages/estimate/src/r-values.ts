import type { Variable } from '@common-measure/dataset';
import type { AnalysisVariable, RecodeCondition } from './analysis-variable.ts';
import { rName, rNumber, rString, rVector } from './r-text.ts';

/**
 * Writes the R lines that make the values of variables out of the file's columns, each variable once.
 * `codes(variable)` names a text vector of codes, NA where missing; `numbers(variable)` a numeric one.
 */
export class RValues {
  readonly lines: string[] = [];
  private readonly made = new Map<string, string>();

  /** The cells of a column as text, its missing codes turned to NA. */
  stored(variable: Variable): string {
    return this.once(`stored ${variable.name}`, 'v', (name) => {
      const missing = [...new Set([...variable.missing.map(({ code }) => code), ...blankOf(variable)])];
      this.lines.push(
        `${name} <- cells(${rString(variable.column)})  # ${variable.name}`,
        ...(missing.length === 0 ? [] : [`${name}[${name} %in% ${rVector(missing.map(rString))}] <- NA`]),
      );
    });
  }

  codes(variable: AnalysisVariable): string {
    const { source } = variable;
    switch (source.form) {
      case 'stored':
        return this.stored(variableOf(variable));
      case 'recode':
        return this.once(`codes ${variable.name}`, 'r', (name) => {
          const of = source.of.variable?.kind === 'number' ? this.numbers(source.of) : this.codes(source.of);
          const otherwise = source.otherwise === null ? 'NA_character_' : rString(source.otherwise);
          this.lines.push(`${name} <- ifelse(is.na(${of}), NA_character_, ${otherwise})  # ${variable.name}`);
          // Later cases first: where several hold, the first one has the last word.
          for (const { when, value } of [...source.cases].reverse()) {
            this.lines.push(`${name}[which(${this.condition(source.of, when)})] <- ${rString(value)}`);
          }
        });
      case 'crossed':
        return this.once(`codes ${variable.name}`, 'r', (name) => {
          const parts = source.of.map((part) => this.codes(part));
          const known = parts.map((part) => `!is.na(${part})`).join(' & ');
          this.lines.push(`${name} <- ifelse(${known}, paste(${parts.join(', ')}, sep = "."), NA)  # ${variable.name}`);
        });
    }
  }

  numbers(variable: AnalysisVariable): string {
    return this.once(`numbers ${variable.name}`, 'x', (name) => {
      const codes = this.codes(variable);
      this.lines.push(`${name} <- as.numeric(sub(",", ".", ${codes}, fixed = TRUE))`);
    });
  }

  /** The numbers that stand for codes. */
  scores(variable: AnalysisVariable, scores: ReadonlyMap<string, number>): string {
    const codes = this.codes(variable);
    return `${rVector([...scores.values()].map(rNumber))}[match(${codes}, ${rVector([...scores.keys()].map(rString))})]`;
  }

  private condition(of: AnalysisVariable, when: RecodeCondition): string {
    const parts: string[] = [];
    if (when.codes !== null) {
      parts.push(
        of.codes === null
          ? `${this.numbers(of)} %in% ${rVector(when.codes)}`
          : `${this.codes(of)} %in% ${rVector(when.codes.map(rString))}`,
      );
    }
    if (when.atLeast !== null) parts.push(`${this.numbers(of)} >= ${when.atLeast}`);
    if (when.atMost !== null) parts.push(`${this.numbers(of)} <= ${when.atMost}`);
    return parts.length === 0 ? `!is.na(${this.codes(of)})` : parts.join(' & ');
  }

  private once(key: string, prefix: string, write: (name: string) => void): string {
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const name = rName(prefix, this.made.size);
    this.made.set(key, name);
    write(name);
    return name;
  }
}

function variableOf(variable: AnalysisVariable): Variable {
  if (variable.variable === null) throw new Error(`${variable.name} is not stored`);
  return variable.variable;
}

/** An empty cell of a text, date or identifier is no answer without being listed. */
function blankOf(variable: Variable): readonly string[] {
  return variable.kind === 'rating' || variable.kind === 'category' || variable.kind === 'number' ? [] : [''];
}
