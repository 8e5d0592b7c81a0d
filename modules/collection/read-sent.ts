import {
  type Answers,
  allottedAnswers,
  armCode,
  type Entries,
  type Instrument,
  type Question,
  questionsOf,
  readAnswers,
  statedAllotment,
  storedCodes,
  whichQuestions,
} from '@common-measure/instrument';

/** What reading asks of an instrument, whatever was answered. */
interface Asking {
  readonly questions: readonly Question[];
  /** The same with none that has to be answered. */
  readonly optional: readonly Question[];
  /** Every code that may be sent. */
  readonly known: ReadonlySet<string>;
}

const askings = new WeakMap<Instrument, Asking>();

/** The answers in what another client has entered, with what was allotted; names in `wrong` the codes that cannot be understood. */
export function readSent(
  instrument: Instrument,
  entries: Entries,
  insists: boolean,
): { readonly answers: Answers; readonly wrong: readonly string[] } {
  const { questions, optional, known } = askingOf(instrument);
  const { answers: given, problems } = readAnswers(insists ? questions : optional, entries);
  const { allotment, wrong: misallotted } = statedAllotment(instrument, entries);
  const answers = { ...given, ...allottedAnswers(allotment) };
  const stray = Object.keys(entries).filter((code) => !known.has(code));
  const hard = problems.filter(({ soft }) => !soft).map(({ question }) => question);
  return { answers, wrong: [...askedOf(instrument, answers, hard), ...stray, ...misallotted] };
}

/** Those of these questions that somebody with these answers is asked. */
function askedOf(instrument: Instrument, answers: Answers, codes: readonly string[]): readonly string[] {
  if (codes.length === 0) return [];
  const asked = new Set(whichQuestions(instrument, answers).map(({ code }) => code));
  return codes.filter((code) => asked.has(code));
}

function askingOf(instrument: Instrument): Asking {
  const made = askings.get(instrument);
  if (made) return made;
  const questions = questionsOf(instrument);
  const asking = {
    questions,
    optional: questions.map((question) => ({ ...question, required: false })),
    known: new Set([armCode, ...questions.flatMap(storedCodes)]),
  };
  askings.set(instrument, asking);
  return asking;
}
