export {
  type Answer,
  type Answers,
  type Instrument,
  type ItemRef,
  type Question,
  type QuestionType,
  questionTypes,
  type ResponseOption,
  type ResponseScale,
  type Section,
} from './instrument.ts';
