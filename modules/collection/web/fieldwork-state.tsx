import {
  type FinishChoice,
  finishChoices,
  isDayToCome,
  isPastDay,
  type Survey,
  surveyAddress,
  surveysApi,
  useSurveyAct,
} from '@common-measure/modules/studies/web';
import {
  Actions,
  api,
  Button,
  Card,
  Link,
  ProblemMessage,
  SelectField,
  TextField,
  useDone,
  useFormat,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { courseMessages } from './fieldwork-course-words.ts';
import { stateMessages } from './fieldwork-state-words.ts';
import { fieldworkMessages } from './fieldwork-words.ts';

type Act = 'open' | 'pause' | 'close' | 'end' | 'reopen';

/** Where a round stands and why, by what it will close, and the acts that change it, each after saying what it does. */
export function StateCard({ survey, isPresent, drafts }: { survey: Survey; isPresent: boolean; drafts: number }) {
  const words = useMessages(stateMessages);
  const course = useMessages(courseMessages);
  const read = useText();
  const done = useDone();
  const [asked, setAsked] = useState<Act | null>(null);
  const resume = useSurveyAct(() => api.post<Survey>(surveyAddress(surveysApi.resume, survey.id)));
  const acts = isPresent ? actsOf(survey) : [];
  const says = {
    open: words.openNow,
    pause: words.pause,
    close: words.close,
    end: words.closeFully,
    reopen: words.reopen,
  };
  const isPaused = survey.state === 'open' && survey.pausedAt !== null && survey.finishUntil === null;
  const goOn = () =>
    resume.mutate(undefined, { onSuccess: () => done({ text: course.resumedNow(read(survey.name)) }) });
  return (
    <Card span={12} title={words.title} stack>
      <Standing survey={survey} />
      {resume.isError ? <ProblemMessage error={resume.error} /> : null}
      {asked === null ? (
        <Actions>
          {isPresent && isPaused ? (
            <Button kind="second" busy={resume.isPending && words.resuming} onClick={goOn}>
              {words.resume}
            </Button>
          ) : null}
          {acts.map((act) => (
            <Button key={act} kind="second" onClick={() => setAsked(act)}>
              {says[act]}
            </Button>
          ))}
        </Actions>
      ) : (
        <Confirmation key={asked} act={asked} survey={survey} drafts={drafts} onEnd={() => setAsked(null)} />
      )}
    </Card>
  );
}

function actsOf(survey: Survey): readonly Act[] {
  if (survey.state === 'finished') return ['reopen'];
  if (survey.finishUntil !== null) return ['reopen', 'end'];
  return [
    ...(isComing(survey) ? (['open'] as const) : []),
    ...(survey.pausedAt === null ? (['pause'] as const) : []),
    'close',
  ];
}

const isComing = ({ opensOn, timeZone }: Survey): boolean => opensOn !== null && isDayToCome(opensOn, timeZone);

/** What the round does now, since when and why, and what will close it. */
function Standing({ survey }: { survey: Survey }) {
  const words = useMessages(stateMessages);
  const { date, dateTime, number } = useFormat();
  const { opensOn, closesOn, closesAfter, closesWhenFull, pausedAt, endingSince, finishUntil, timeZone } = survey;
  const since = endingSince ?? survey.closedAt;
  // The sentences bring their full stop; "3:40 p.m." has one.
  const moment = (iso: string): string => dateTime(iso, timeZone).replace(/\.$/, '');
  const why = survey.endedBecause === null ? null : words.because[survey.endedBecause];
  if (survey.state === 'finished')
    return (
      <p>
        <strong>{since === null ? null : words.isClosed(moment(since))}</strong> {why}
      </p>
    );
  if (finishUntil !== null && since !== null)
    return (
      <p>
        <strong>{why}</strong> {words.isClosing(moment(since), moment(finishUntil))}
      </p>
    );
  const ways = [
    ...(closesOn === null ? [] : [words.byDay(date(closesOn))]),
    ...(closesAfter === null ? [] : [words.byAnswers(number(closesAfter))]),
    ...(closesWhenFull ? [words.byQuotas] : []),
  ];
  const [way] = ways;
  const closes =
    way === undefined
      ? words.byNobody
      : ways.length === 1
        ? words.closesByOne(way)
        : words.closesBy(`${ways.slice(0, -1).join(', ')} ${words.or} ${ways.at(-1)}`);
  const now =
    pausedAt !== null
      ? words.isPaused(moment(pausedAt))
      : opensOn !== null && isComing(survey)
        ? words.notYet(date(opensOn))
        : words.isOpen;
  return (
    <p>
      <strong>{now}</strong> {closes} <Link to={`/surveys/${survey.id}/settings`}>{words.change}</Link>
    </p>
  );
}

/** What an act does to links, to answers that were begun and to those given without a network; then the act, or not. */
function Confirmation({ act, survey, drafts, onEnd }: { act: Act; survey: Survey; drafts: number; onEnd: () => void }) {
  const words = useMessages(stateMessages);
  const fieldwork = useMessages(fieldworkMessages);
  const course = useMessages(courseMessages);
  const read = useText();
  const done = useDone();
  const heading = useRef<HTMLHeadingElement>(null);
  const [finish, setFinish] = useState<FinishChoice>('60');
  const [lastDay, setLastDay] = useState('');
  const [isChecked, setChecked] = useState(false);
  const name = read(survey.name);
  const to = (pattern: (typeof surveysApi)[keyof typeof surveysApi]) => surveyAddress(pattern, survey.id);
  const reopen = useSurveyAct((body: object) => api.post<Survey>(to(surveysApi.reopen), body));
  const resume = useSurveyAct(() => api.post<Survey>(to(surveysApi.resume)));
  const perform = useSurveyAct((chosen: Act) => {
    switch (chosen) {
      case 'open':
        return api.patch<Survey>(to(surveysApi.survey), { opensOn: null });
      case 'pause':
        return api.post<Survey>(to(surveysApi.pause));
      case 'close':
        return api.post<Survey>(to(surveysApi.close), { finishMinutes: Number(finish) });
      case 'end':
        return api.post<Survey>(to(surveysApi.close), { finishMinutes: 0 });
      case 'reopen':
        return api.post<Survey>(to(surveysApi.reopen), lastDay === '' ? {} : { closesOn: lastDay });
    }
  });
  useEffect(() => heading.current?.focus(), []);
  const said = {
    open: { text: words.openedNow(name) },
    pause: { text: course.pausedNow(name), undo: async () => void (await resume.mutateAsync(undefined)) },
    close: {
      text: finish === '0' ? fieldwork.closed(name) : words.nobodyNew(name),
      undo: async () => void (await reopen.mutateAsync({})),
    },
    end: { text: fieldwork.closed(name) },
    reopen: { text: fieldwork.reopened(name) },
  };
  const press = {
    open: words.openNow,
    pause: words.pause,
    close: words.closeNow,
    end: words.closeFully,
    reopen: words.reopen,
  };
  const busy = {
    open: words.opening,
    pause: words.pausing,
    close: words.closingNow,
    end: words.closingNow,
    reopen: words.reopening,
  };
  const isWrong = act === 'reopen' && isPastDay(lastDay, survey.timeZone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isWrong) return;
    perform.mutate(act, {
      onSuccess: () => {
        done(said[act]);
        onEnd();
      },
    });
  };
  const ask = words.ask[act];
  const taken = act === 'reopen' && survey.endedBecause !== null ? words.taken[survey.endedBecause] : '';
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h3 tabIndex={-1} ref={heading}>
        {ask.title}
      </h3>
      {perform.isError ? <ProblemMessage error={perform.error} /> : null}
      <dl className="grid">
        <div className="g4">
          <dt>
            <strong>{words.links}</strong>
          </dt>
          <dd>{ask.links}</dd>
        </div>
        <div className="g4">
          <dt>
            <strong>{words.begun}</strong>
          </dt>
          <dd>
            {ask.begun} {drafts > 0 && act !== 'open' ? words.drafts(drafts) : null}
          </dd>
        </div>
        <div className="g4">
          <dt>
            <strong>{words.offline}</strong>
          </dt>
          <dd>{ask.offline}</dd>
        </div>
      </dl>
      {act === 'close' ? (
        <SelectField
          id="finish-choice"
          label={words.finish}
          value={finish}
          options={finishChoices.map((value) => ({ value, label: words.finishing[value] }))}
          onChange={setFinish}
        />
      ) : null}
      {act === 'reopen' ? (
        <>
          {taken === '' ? null : <p>{taken}</p>}
          <TextField
            id="new-last-day"
            type="date"
            label={words.newLastDay}
            error={isChecked && isWrong ? words.pastDay : undefined}
            value={lastDay}
            onChange={setLastDay}
          />
        </>
      ) : null}
      <Actions>
        <Button type="submit" busy={perform.isPending && busy[act]}>
          {press[act]}
        </Button>
        <Button kind="plain" onClick={onEnd}>
          {words.leave}
        </Button>
      </Actions>
    </form>
  );
}
