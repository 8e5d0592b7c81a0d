import { instrumentFields, instrumentJsonSchema } from '@common-measure/instrument';

const titles: Readonly<Record<keyof typeof instrumentFields, string>> = {
  instrument: 'The questionnaire',
  section: 'A part (`sections`)',
  question: 'A question (`questions`)',
  itemRef: 'The item of the bank (`item`, `changedFrom`)',
  scale: 'A response scale (`scale`)',
  option: 'An answer (`options`, `points`)',
  skip: 'A skip (`skips`)',
  arm: 'A group of a split sample (`arms` of the questionnaire)',
  quota: 'A quota (`quotas`)',
  condition: 'A condition (`showIf`, `if`): one of the looks, or several under `all` or `any`',
  text: 'A text',
};

/** Every field of an instrument file with its meaning, part by part, from the words that the JSON Schema carries. */
export function instrumentFieldTable(): string {
  const required = requiredFields();
  return Object.entries(instrumentFields)
    .map(([part, fields]) => {
      const rows = Object.entries(fields).map(([name, meaning]) => {
        const isOptional = part in required && !required[part]?.includes(name);
        return `| \`${name}\`${isOptional ? ' (optional)' : ''} | ${meaning.replaceAll('|', '\\|')} |`;
      });
      return [`### ${titles[part as keyof typeof titles]}`, '', '| Field | Meaning |', '| --- | --- |', ...rows].join(
        '\n',
      );
    })
    .join('\n\n');
}

/** The fields that must be there, of the parts that always have the same ones. */
function requiredFields(): Readonly<Record<string, readonly string[]>> {
  const schema = JSON.parse(JSON.stringify(instrumentJsonSchema())) as Shape;
  const section = schema.properties?.sections?.items;
  const question = section?.properties?.questions?.items;
  return {
    instrument: schema.required ?? [],
    section: section?.required ?? [],
    question: question?.required ?? [],
    option: question?.properties?.options?.items?.required ?? [],
  };
}

interface Shape {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}
