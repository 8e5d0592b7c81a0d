import {
  inRound,
  isDayToCome,
  RoundList,
  roundMessages,
  type Survey,
  useSurvey,
} from '@common-measure/modules/studies/web';
import {
  ButtonLink,
  Card,
  CopyButton,
  DownloadLink,
  Empty,
  Facts,
  Grid,
  Loaded,
  Message,
  Page,
  useFormat,
  useMessages,
  useParam,
  useSearch,
  useText,
} from '@common-measure/platform/web-kit';
import type { Fieldwork } from '../contract.ts';
import { AsOf } from './as-of.tsx';
import { ContactCard } from './contact-card.tsx';
import { CountTables } from './count-tables.tsx';
import { DayFigure } from './day-figure.tsx';
import { AlertsCard } from './fieldwork-alerts.tsx';
import { BesidesLine } from './fieldwork-besides.tsx';
import { CourseCards } from './fieldwork-course.tsx';
import { responsesAddress, useCourse } from './fieldwork-course-queries.ts';
import { courseMessages } from './fieldwork-course-words.ts';
import { useEarlyCalls } from './fieldwork-early.ts';
import { PretestCard } from './fieldwork-pretest.tsx';
import { a11Address, codeAddress, posterAddress, useFieldwork } from './fieldwork-queries.ts';
import { StateCard } from './fieldwork-state.tsx';
import { stateMessages } from './fieldwork-state-words.ts';
import { TargetForm } from './fieldwork-target.tsx';
import { fieldworkMessages } from './fieldwork-words.ts';
import { keptMessages } from './kept/kept-words.ts';
import { QuotaCard } from './quota-card.tsx';
import { SurveyState } from './survey-state.tsx';
import { waysMessages } from './ways/ways-words.ts';

/** The link and its code, and the answers as they arrive. */
export function FieldworkPage() {
  const id = useParam('surveyId');
  const [search] = useSearch();
  const query = useSurvey(id, 15_000);
  useEarlyCalls(id, search.round === undefined ? null : Number(search.round), !query.isPending);
  return (
    <Loaded query={query}>
      {(survey) => (
        <SurveyFieldwork survey={inRound(survey, Number(search.round ?? survey.round))} presentRound={survey.round} />
      )}
    </Loaded>
  );
}

function SurveyFieldwork({ survey, presentRound }: { survey: Survey; presentRound: number }) {
  const words = useMessages(fieldworkMessages);
  const course = useMessages(courseMessages);
  const kept = useMessages(keptMessages);
  const rounds = useMessages(roundMessages);
  const ways = useMessages(waysMessages);
  const read = useText();
  const { date } = useFormat();
  const closing = useClosing(survey);
  const isPublished = survey.state !== 'draft';
  const fieldwork = useFieldwork(survey.id, survey.round, isPublished);
  // Asked for at once with the counts, not after them.
  useCourse(survey.id, survey.round, isPublished);
  const isPresent = survey.round === presentRound;
  if (!isPublished)
    return (
      <Page title={read(survey.name)} crumbs={[{ label: words.surveys, to: '/surveys' }]}>
        <Empty title={words.draft} actions={<ButtonLink to={`/surveys/${survey.id}`}>{words.toDraft}</ButtonLink>}>
          {words.draftMore}
        </Empty>
        <Grid>
          <PretestCard surveyId={survey.id} />
        </Grid>
      </Page>
    );
  return (
    <Page
      title={read(survey.name)}
      documentTitle={words.title(read(survey.name))}
      crumbs={[{ label: words.surveys, to: '/surveys' }]}
      facts={
        <Facts>
          {[
            <SurveyState key="state" survey={survey} />,
            survey.opensOn !== null && survey.state === 'open' && isDayToCome(survey.opensOn, survey.timeZone)
              ? course.opensOn(date(survey.opensOn))
              : null,
            survey.rounds.length > 1 ? rounds.round(survey.round) : null,
            survey.rounds.length > 1 && survey.version !== null ? rounds.version(survey.version) : null,
            closing,
          ].filter((fact) => fact !== null)}
        </Facts>
      }
      actions={
        <>
          <ButtonLink kind="second" to={`/surveys/${survey.id}`}>
            {words.edit}
          </ButtonLink>
          <ButtonLink kind="second" to={`/surveys/${survey.id}/ways`}>
            {ways.title}
          </ButtonLink>
          <ButtonLink kind="second" to={`/surveys/${survey.id}/kept`}>
            {kept.link}
          </ButtonLink>
        </>
      }
    >
      {isPresent ? null : (
        <Message
          actions={
            <ButtonLink kind="second" to={`/surveys/${survey.id}/answers`} search={{ round: undefined }}>
              {rounds.toPresent}
            </ButtonLink>
          }
        >
          {rounds.earlier(survey.round)}
        </Message>
      )}
      <Loaded query={fieldwork} lines={6}>
        {(counts) => (
          <Grid>
            <StateCard survey={survey} isPresent={isPresent} drafts={counts.drafts} />
            {counts.total === 0 ? <ShareCard survey={survey} counts={counts} /> : null}
            <Answers survey={survey} counts={counts} at={fieldwork.dataUpdatedAt} />
            {counts.total === 0 ? null : <ShareCard survey={survey} counts={counts} />}
            <QuotaCard counts={counts} />
            {counts.total + counts.drafts === 0 ? null : <CourseCards surveyId={survey.id} round={survey.round} />}
            {isPresent ? <AlertsCard surveyId={survey.id} /> : null}
            {isPresent ? <PretestCard surveyId={survey.id} /> : null}
            {counts.asksContact ? <ContactCard surveyId={survey.id} /> : null}
            {survey.rounds.length > 1 ? (
              <Card span={5} title={rounds.rounds}>
                <RoundList survey={survey} />
              </Card>
            ) : null}
          </Grid>
        )}
      </Loaded>
    </Page>
  );
}

/** When the survey closed, until when those may finish who have begun, or its last day: one of them, as its state has it. */
function useClosing({ endingSince, closedAt, finishUntil, closesOn, timeZone }: Survey): string | null {
  const words = useMessages(fieldworkMessages);
  const { date, dateTime } = useFormat();
  if (finishUntil !== null) return words.finishUntil(dateTime(finishUntil, timeZone));
  const since = endingSince ?? closedAt;
  if (since !== null) return words.closedOn(date(since, timeZone));
  return closesOn === null ? null : words.closesOn(date(closesOn));
}

function Answers({ survey, counts, at }: { survey: Survey; counts: Fieldwork; at: number }) {
  const words = useMessages(fieldworkMessages);
  const course = useMessages(courseMessages);
  const { number } = useFormat();
  if (counts.total === 0)
    return (
      <div className="g7">
        <Empty title={words.noAnswers}>{words.noAnswersMore}</Empty>
        {counts.drafts > 0 ? <p className="small muted section">{words.begun(counts.drafts)}</p> : null}
      </div>
    );
  const needed = counts.threshold - counts.total;
  return (
    <Card span={7} title={words.received(counts.total, number(counts.total))} stack>
      <AsOf at={at} total={counts.total} />
      <p>{needed > 0 ? words.threshold(needed) : words.reachedThreshold}</p>
      {needed > 0 ? (
        <progress
          value={counts.total}
          max={counts.threshold}
          aria-label={words.received(counts.total, number(counts.total))}
        />
      ) : null}
      {needed > 0 ? null : (
        <div className="actions">
          <ButtonLink to={`/surveys/${survey.id}/results`} search={{ round: String(survey.round) }}>
            {words.results}
          </ButtonLink>
        </div>
      )}
      <p className="small muted">
        {[counts.drafts > 0 && words.begun(counts.drafts), counts.withdrawn > 0 && words.withdrawn(counts.withdrawn)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <BesidesLine surveyId={survey.id} round={survey.round} besides={counts.besides} />
      {counts.exports.includes('a11') ? (
        <div className="actions">
          <DownloadLink href={a11Address(survey.id, survey.round)} fileName="a11.csv">
            {words.downloadA11}
          </DownloadLink>
        </div>
      ) : null}
      {counts.quotaStep === 1 ? (
        <div className="actions">
          <DownloadLink href={responsesAddress(survey.id, survey.round)} fileName="responses.csv">
            {course.download}
          </DownloadLink>
        </div>
      ) : null}
      {survey.state === 'open' ? <Target survey={survey} counts={counts} /> : null}
      <DayFigure byDay={counts.byDay} />
      <CountTables counts={counts} format={number} />
      <p className="small muted">{words.process}</p>
    </Card>
  );
}

/** What is wanted: where it closes the survey it is set with the other rules of closing. */
function Target({ survey, counts }: { survey: Survey; counts: Fieldwork }) {
  const standing = useMessages(stateMessages);
  const { number } = useFormat();
  const { closesAfter } = survey;
  if (closesAfter === null) return <TargetForm surveyId={survey.id} total={counts.total} target={counts.target} />;
  const said = standing.atTarget(number(closesAfter));
  return (
    <>
      <p>{said}</p>
      <progress value={Math.min(counts.total, closesAfter)} max={closesAfter} aria-label={said} />
    </>
  );
}

function opensHereOnly(link: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(link).hostname);
}

function ShareCard({ survey, counts }: { survey: Survey; counts: Fieldwork }) {
  const words = useMessages(fieldworkMessages);
  if (counts.link === null || survey.state !== 'open' || survey.finishUntil !== null) return null;
  return (
    <Card span={5} title={words.link} stack>
      <p className="breakable">
        <a href={counts.link} target="_blank" rel="noreferrer">
          {counts.link}
        </a>
      </p>
      <div className="actions">
        <CopyButton text={counts.link} />
      </div>
      {opensHereOnly(counts.link) ? <Message kind="caution">{words.onlyHere}</Message> : null}
      <p className="small muted">{words.inLanguage}</p>
      <h3>{words.code}</h3>
      <img src={codeAddress(survey.id, survey.round)} alt={words.codeText(counts.link)} width={232} height={232} />
      <div className="actions">
        <DownloadLink href={codeAddress(survey.id, survey.round)} fileName="code.svg">
          {words.downloadCode}
        </DownloadLink>
        <a href={posterAddress(survey.id)} target="_blank" rel="noreferrer">
          {words.poster}
        </a>
      </div>
    </Card>
  );
}
