/** What each field of an instrument file means, by the part of the file: shown by editors through the JSON Schema, and listed in the guide. */
export const instrumentFields = {
  instrument: {
    format: 'Always "common-measure/instrument".',
    version: 'Version of the file format: 1.',
    title: 'Name of the questionnaire, as people see it.',
    languages: 'BCP 47 tags of the languages in which it is asked. "en" and "fr" must be among them.',
    introduction: 'Why people are asked, by whom, and what happens to their answers. An empty line begins a paragraph.',
    sections: 'The parts, in the order in which they are asked.',
    closing: 'What people read after sending their answers.',
    arms: 'Random groups of a split sample; left out, everybody is asked the same. The group is stored as "answer_arm".',
    quotas: 'How many answers of a kind are wanted.',
    slots: 'What stands in the place of {service} and the like in every wording, by the name of the slot.',
    referencePeriod: 'The time that answers are about, such as "the last 12 months".',
    modes: 'The ways in which people are asked; left out, the web.',
    pageWords:
      'Words of the page itself (buttons, notices) in languages that the platform does not bring, by language and name.',
  },
  section: {
    code: 'Name of the part, unique among the parts: lower case, digits and "_".',
    title: 'Heading of the part.',
    questions: 'Its questions, in order.',
    showIf: 'Asked only of those for whom this holds; left out, of everyone.',
    arms: 'Asked only of these groups of a split sample.',
    paging: '"each": one question, or one matrix, on a page; left out, the whole part on one page.',
  },
  question: {
    code: 'Name of the variable in the dataset, unique in the file: lower case, digits and "_", at most 48 characters, beginning with a letter. Never change it once people have answered.',
    item: 'The item of the question bank from which it was taken; null for a question of your own.',
    changedFrom: 'The item of the bank whose words were changed here: the result is not comparable any more.',
    type: 'How it is answered: rating, single (choose one), multiple (choose several), ranking, number, date, text, consent, or information (text to read, no answer).',
    wording:
      'The question. {{code|words}} puts in the answer to an earlier question, or the words where there is none.',
    hint: 'A line of help under the question; null for none.',
    scale: 'Of ratings: the response scale; null for every other type.',
    group: 'Of ratings: neighbours with the same group and scale are the rows of one matrix.',
    options: 'Of single, multiple, ranking and consent: the answers; an empty list for every other type.',
    atMost: 'Of multiple and ranking: as many answers as a person may choose.',
    atLeast: 'Of multiple and ranking: as few answers as count as one answer.',
    order: '"random": answers in random order; the order is stored as "<code>_order".',
    min: 'Of numbers: the smallest one accepted; left out, 0.',
    max: 'Of numbers: the largest one accepted.',
    decimals: 'Of numbers: decimal places, 0 to 6.',
    earliest: 'Of dates: the first day accepted, as YYYY-MM-DD.',
    latest: 'Of dates: the last day accepted, as YYYY-MM-DD.',
    lines: 'Of texts: lines of the box; 1 for a short text.',
    doesNotApply: 'Offers "Does not apply to me": counted apart, never scored.',
    dontKnow: 'Offers "I don’t know": counted apart, never scored.',
    preferNotToSay: 'Offers "I prefer not to answer": counted apart, never scored.',
    required: 'Nobody goes on without an answer.',
    softRequired: 'Left empty, the page says so once and then lets go.',
    unit: 'Of numbers: what is counted, such as "minutes"; null for none.',
    showIf: 'Asked only of those for whom this holds; null: of everyone.',
    skips: 'After the answer, the first of these that holds leads on.',
    arms: 'Asked only of these groups of a split sample.',
    expectation: 'Of a question about what happened: the code of the earlier one that asks what was expected.',
    role: 'What it is for in results: overall, driver, channel, region, profile (breakdowns), comment or other. At most one question each is overall, channel and region.',
  },
  itemRef: { code: 'Code of the item in the bank.', version: 'Version of the item.' },
  scale: {
    id: 'Name of the scale.',
    version: 'Rises when a word of the scale changes; results are comparable only on the same version.',
    points: 'From the lowest to the highest point; codes are whole numbers in steps of one.',
    prompt: 'Asked once above several statements that share the scale; null for none.',
    higher: 'Whether a higher point is better, worse, or neither (neutral).',
  },
  option: {
    code: 'What is stored for this answer. Never change it once people have answered.',
    label: 'What people read.',
    exclusive: 'Of multiple: stands alone, such as "None of these".',
    specify: 'Asks for words beside it, stored as "<code>_other"; one answer at most.',
    fixed: 'Keeps its place where the others are shown in random order.',
  },
  skip: {
    if: 'When it is taken; may look at this question and earlier ones.',
    to: 'Where it leads: a later question, a later section, or "end".',
  },
  arm: {
    code: 'What is stored for this group.',
    label: 'Name of the group in results.',
    share: 'Its share of the people, in relation to the shares of the other groups.',
  },
  quota: {
    code: 'Name of the quota.',
    label: 'Who counts, in words.',
    if: 'Who counts, by answers.',
    target: 'How many are wanted.',
    whenFull: '"end": thanks further people of this kind and goes no further; "watch": only tells the fieldwork page.',
  },
  condition: {
    question: 'Code of the earlier question that is looked at.',
    answered: 'Holds where it was answered with one of these codes.',
    notAnswered: 'Holds where it was answered, and with none of these codes.',
    state: 'Holds where it was answered in substance, or was not. "I don’t know" and the like count as unanswered.',
    compare: 'Of numbers and ratings: less, at-most, equal, at-least or more.',
    value: 'The number to compare with.',
    all: 'Holds where every one of these holds.',
    any: 'Holds where at least one of these holds.',
  },
  text: { en: 'English.', fr: 'French.' },
} as const;

type Part = keyof typeof instrumentFields;
type Node = Readonly<Record<string, unknown>>;

/** Which part of the file the objects under a field are, by the part that holds the field. */
const partsWithin: Readonly<Record<string, Part>> = {
  'instrument.sections': 'section',
  'instrument.arms': 'arm',
  'instrument.quotas': 'quota',
  'section.questions': 'question',
  'question.item': 'itemRef',
  'question.changedFrom': 'itemRef',
  'question.scale': 'scale',
  'question.options': 'option',
  'question.skips': 'skip',
  'scale.points': 'option',
};

/** A JSON Schema of instruments with the meaning of each field as its description. */
export function withDescriptions(schema: Node): Record<string, unknown> {
  const parts: Readonly<Record<string, Part>> = { text: 'text', condition: 'condition', answerTest: 'condition' };
  const kept = isNode(schema.$defs) ? schema.$defs : {};
  const definitions = Object.entries(kept).map(([name, node]) => {
    const part = parts[name];
    return [name, part && isNode(node) ? described(node, part) : node];
  });
  return { ...described(schema, 'instrument'), $defs: Object.fromEntries(definitions) };
}

/** The fields of a part described; lists and alternatives are looked through to the objects in them. */
function described(node: Node, part: Part): Record<string, unknown> {
  const words: Readonly<Record<string, string>> = instrumentFields[part];
  const change = (value: unknown): unknown => (isNode(value) ? described(value, part) : value);
  const entries = Object.entries(node).map(([key, value]): [string, unknown] => {
    if (key === 'items') return [key, change(value)];
    if (['anyOf', 'oneOf', 'allOf'].includes(key) && Array.isArray(value)) return [key, value.map(change)];
    if (key !== 'properties' || !isNode(value)) return [key, value];
    const fields = Object.entries(value).map(([name, field]) => {
      const inner = partsWithin[`${part}.${name}`];
      const whole = isNode(field) ? (inner ? described(field, inner) : field) : {};
      return [name, { ...(words[name] ? { description: words[name] } : {}), ...whole }];
    });
    return [key, Object.fromEntries(fields)];
  });
  return Object.fromEntries(entries);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
