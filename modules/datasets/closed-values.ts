import type { Codebook } from '@common-measure/dataset';
import { mayActAs, type Role } from '@common-measure/platform/http';

/**
 * The codebook as somebody in that role may see it. Which values occur in a column that may point to a person (a postal code, a
 * trade in a small town) is for those who work on the file, analysts and up; a viewer is told that the column is there.
 */
export function codebookFor(role: Role, codebook: Codebook): Codebook {
  if (mayActAs(role, 'analyst')) return codebook;
  const variables = codebook.variables.map((variable) =>
    variable.access === 'closed' ? { ...variable, values: [] } : variable,
  );
  return { ...codebook, variables };
}
