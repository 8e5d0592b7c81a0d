export { a11Csv } from './a11-csv.ts';
export { type A11Record, a11Cells, a11Columns, a11Drivers, a11Form, a11Record } from './a11-record.ts';
export {
  type Allotment,
  allot,
  allottedAnswers,
  nothingAllotted,
  optionsInOrder,
  statedAllotment,
} from './allotment.ts';
export { answerWords } from './answer-words.ts';
export {
  type Bank,
  type BankItem,
  type Construct,
  type ExternalRef,
  type ItemChannel,
  type ItemClientType,
  type ItemElement,
  itemChannels,
  itemClientTypes,
  itemElements,
  type Pack,
  type PackItem,
  type PackScore,
  type ScoreMethod,
  scoreMethods,
  slotKinds,
} from './bank.ts';
export {
  type BankChange,
  type BankOriginal,
  bankChanges,
  changesOf,
  keepsBankLink,
  originalsOf,
} from './bank-original.ts';
export { blockOf, type DroppedRouting, insertBlock, type QuestionBlock } from './block.ts';
export { blockSchema } from './block-schema.ts';
export { emptyInstrument, fillSlots, instrumentFromPack, questionFromItem } from './build-instrument.ts';
export { canonicalAnswers } from './canonical-answers.ts';
export { checkInstrument } from './check-instrument.ts';
export { reservedCodes } from './check-question.ts';
export {
  type Comparability,
  type ComparabilityState,
  comparabilityOf,
  type OrderOfPack,
  type QuestionComparability,
} from './comparability.ts';
export { compareInstruments, type InstrumentChange, type InstrumentComparison } from './compare-instruments.ts';
export type { TextChange } from './compare-question.ts';
export { holds, testsOf } from './condition.ts';
export { conditionInWords, type Naming, skipsInWords, targetInWords, whoSees } from './condition-words.ts';
export { type Copied, duplicateQuestion, duplicateSection } from './copy-part.ts';
export { durationOf } from './duration/duration-of.ts';
export { type Minutes, minutesOf } from './duration/minutes-of.ts';
export {
  addQuestion,
  addSection,
  moveQuestion,
  moveSection,
  pageSection,
  questionsOf,
  removeQuestion,
  removeSection,
  renameSection,
  replaceQuestion,
  sectionOf,
} from './edit-instrument.ts';
export { addQuota, firstCondition, removeQuota, replaceQuota } from './edit-quotas.ts';
export { entriesOf } from './entries-of.ts';
export { type Entries, fieldName, longestText, outsideAnswers, outsideOf, takeEntries } from './entry.ts';
export { areAlike, expectationOf } from './expectation.ts';
export { formatInstrument } from './format-instrument.ts';
export { type GovukRecord, govukRecords, type SatisfactionCounts } from './govuk-records.ts';
export {
  type Answer,
  type Answers,
  type AnswerTest,
  type Arm,
  type CollectionMode,
  type Comparison,
  type Condition,
  collectionModes,
  comparisons,
  type Instrument,
  type ItemRef,
  type Question,
  type QuestionType,
  type Quota,
  questionTypes,
  type ResponseOption,
  type ResponseScale,
  type Section,
  type Skip,
  type SkipTarget,
} from './instrument.ts';
export { instrumentFields } from './instrument-fields.ts';
export {
  type FlawPlace,
  type InstrumentFlaw,
  type InstrumentFlawCode,
  instrumentFlawCodes,
} from './instrument-flaw.ts';
export { type InstrumentPlace, placeKey } from './instrument-place.ts';
export { answerCodePattern, codePattern, instrumentJsonSchema, instrumentSchema } from './instrument-schema.ts';
export { languageName, namedLanguages, ownLanguageName } from './languages/language-name.ts';
export { canonicalTag, directionOf } from './languages/language-tag.ts';
export { addRows, matrixRows, replaceInMatrix } from './matrix-rows.ts';
export { changedPlaces, type MergedInstrument, mergeInstruments } from './merge-instruments.ts';
export { narrowPack, type PackChoice } from './narrow-pack.ts';
export { changeWords, type InstrumentChangeKind, type OverTime, overTimeStates } from './over-time.ts';
export { likelihoodScale, type OwnKind, ownKinds, ownQuestion, thumbsScale } from './own-question.ts';
export { type OwnSet, ownQuestions, ownRow, ownSets } from './own-questions.ts';
export { type PagePlace, pageAt, pagesOf, placeOfQuestion, type QuestionPage } from './pages.ts';
export { mostOptions, pastedOptions } from './paste-options.ts';
export { type Pipe, pipesIn, withoutPipes } from './pipe.ts';
export { moveQuestionTo, moveSectionTo, routeSection } from './place-in-instrument.ts';
export { plainQuestion } from './plain-question.ts';
export { type Advice, adviceOn, adviceTogether } from './quality/advice-on.ts';
export type { AdviceWeight } from './quality/quality-check.ts';
export { qualityChecks } from './quality/quality-checks.ts';
export {
  answerCodes,
  armCode,
  choicesOf,
  gapCode,
  isAnswerable,
  isShuffled,
  orderCode,
  otherCode,
  placesOf,
  specifyOption,
  storedCodes,
} from './question-parts.ts';
export { enteredQuotas, heldQuotas } from './quota.ts';
export { type Lead, type Reachability, reachable } from './reachable.ts';
export { type AnswerProblem, type ReadAnswers, readAnswers } from './read-answers.ts';
export { type BankFile, readBank } from './read-bank.ts';
export { readDraftInstrument, readInstrument } from './read-instrument.ts';
export { readInstrumentDocument, readInstrumentFile } from './read-instrument-file.ts';
export { readNumber } from './read-number.ts';
export {
  gradeInWords,
  type Readability,
  readabilityOf,
  readabilityOfQuestion,
  readabilityOfTexts,
  targetGrades,
} from './readability/readability-of.ts';
export { renameArmCode, renameOptionCode, renameQuestionCode, renameSectionCode } from './rename-code.ts';
export { answerInWords } from './respondent/check-page.ts';
export { type ContactEntry, contactPage, contactSentPage, longestContact } from './respondent/contact-page.ts';
export { respondentDocument, surveyForm } from './respondent/document.ts';
export { escapeHtml } from './respondent/html.ts';
export {
  arrivalStep,
  type Move,
  nextStep,
  type PostedForm,
  type PostedPage,
} from './respondent/next-step.ts';
export { noticePage, resumePage, withdrawalPage } from './respondent/notice-page.ts';
export { type OfflinePage, offlinePage } from './respondent/offline-page.ts';
export {
  type LogoImage,
  logoHtml,
  logoRoom,
  type OrganizationLogo,
  shownSize,
} from './respondent/organization-logo.ts';
export {
  colourRule,
  contrastRatio,
  isReadableColour,
  leastContrast,
  type PageTones,
  readableTone,
  tonesOf,
} from './respondent/page-colour.ts';
export { paperForm, paperStylesheet } from './respondent/paper-form.ts';
export { beginWalk, type PreviewWalk, walkOn, walkPage, walkTo } from './respondent/preview-walk.ts';
export {
  emptyNotice,
  type OtherWay,
  type OtherWayKind,
  otherWayKinds,
  otherWayNames,
  otherWaysHtml,
  type PublicNotice,
} from './respondent/public-notice.ts';
export { respondentPage } from './respondent/respondent-page.ts';
export {
  type PageScript,
  type RespondentFrame,
  type RespondentStep,
  type RespondentView,
  steeringFields,
} from './respondent/respondent-view.ts';
export { type RespondentWords, respondentWords } from './respondent/respondent-words.ts';
export { wordsOf } from './respondent/spoken-words.ts';
export { type KeptAnswers, pageOfStep, type Standing, type WayAhead, wayAhead } from './respondent/standing.ts';
export { stepAddress, stepOfAddress } from './respondent/step-address.ts';
export { type PublicSurvey, pageScript, surveyFrame } from './respondent/survey-frame.ts';
export { type RouteOverview, type RouteThrough, routesThrough } from './routes-through.ts';
export { recordedAnswers, whichQuestions, whichSections } from './routing.ts';
export { sameContent } from './same-content.ts';
export { type ScoreColumn, scoreColumns } from './score-columns.ts';
export { type ScreenedKind, screenedKinds, screeningRules } from './screening/found.ts';
export { type ScreenedAnswers, screenAnswers } from './screening/screen-answers.ts';
export { filledInstrument, slotsIn, slotsOf, type UsedSlot } from './slots.ts';
export { conditionSources, type Looking, pipeSources, skipTargets } from './sources.ts';
export { canStraightLine, straightLines, straightLining } from './straight-lines.ts';
export { takeBack } from './take-back.ts';
export type { MergeChoices, MergeConflict, TakenChange } from './three-way.ts';
export type { TextKind, TextSpot } from './translation/map-texts.ts';
export {
  addLanguage,
  type Completeness,
  completenessOf,
  percentDone,
  removeLanguage,
  sameTexts,
  type TranslatableText,
  translatableTexts,
  writeTexts,
} from './translation/translatable-text.ts';
export {
  languageOfTranslation,
  lostPlaces,
  previewTranslation,
  type TranslationChange,
  type TranslationFormat,
  type TranslationPreview,
  type TranslationRefusal,
  translationFormats,
  writeTranslation,
} from './translation/translation-file.ts';
export { type Reason, whoReaches } from './who-reaches.ts';
export { type DiffRun, wordDiff } from './word-diff.ts';
