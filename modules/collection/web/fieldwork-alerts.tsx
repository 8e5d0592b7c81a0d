import {
  api,
  Button,
  Card,
  CheckField,
  Disclosure,
  Grid,
  Loaded,
  ProblemMessage,
  SelectField,
  Tag,
  TextField,
  useDone,
  useFormat,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { type Alert, type Alerts, alertsApi, type FollowUp } from '../fieldwork/alert-contract.ts';
import { useAlertAct, useAlerts } from './fieldwork-alert-queries.ts';
import { NewAlertRuleForm } from './fieldwork-alert-rule.tsx';
import { alertMessages } from './fieldwork-alert-words.ts';

/** What was raised, who follows it up, and the rules. */
export function AlertsCard({ surveyId }: { surveyId: string }) {
  const words = useMessages(alertMessages);
  return (
    <Card span={12} title={words.title} stack>
      <p className="small muted" id="alerts">
        {words.lead}
      </p>
      <Loaded query={useAlerts(surveyId)} lines={2}>
        {(alerts) => (
          <Grid>
            <div className="g7 stack">
              {alerts.alerts.length === 0 ? <p>{words.none}</p> : null}
              <ul className="plain-list stack">
                {alerts.alerts.map((alert) => (
                  <li key={alert.id}>
                    <RaisedAlert surveyId={surveyId} alert={alert} alerts={alerts} />
                  </li>
                ))}
              </ul>
            </div>
            <div className="g5 stack">
              <Rules surveyId={surveyId} alerts={alerts} />
              {alerts.questions.length === 0 ? null : (
                <Disclosure summary={words.newRule} startsOpen={alerts.rules.length === 0}>
                  <NewAlertRuleForm surveyId={surveyId} alerts={alerts} />
                </Disclosure>
              )}
            </div>
          </Grid>
        )}
      </Loaded>
    </Card>
  );
}

/** A rule in words. */
function useRuleWords(alerts: Alerts): (rule: Alerts['rules'][number]) => string {
  const words = useMessages(alertMessages);
  const read = useText();
  const { number } = useFormat();
  return (rule) => {
    const question = alerts.questions.find(({ code }) => code === rule.question);
    const answers = rule.codes.map((code) => {
      const option = question?.options.find((one) => one.code === code);
      return option ? read(option.label) : code;
    });
    const asked = question ? read(question.label) : rule.question;
    const said = words.rule(answers.join(' / '), asked, number(rule.atLeast), rule.days);
    return rule.byOffice ? words.byOfficeRule(said) : said;
  };
}

function Rules({ surveyId, alerts }: { surveyId: string; alerts: Alerts }) {
  const words = useMessages(alertMessages);
  const done = useDone();
  const say = useRuleWords(alerts);
  const remove = useAlertAct((id: string) =>
    api.delete(alertsApi.rule.replace(':id', surveyId).replace(':ruleId', id)),
  );
  if (alerts.rules.length === 0) return null;
  return (
    <>
      <h3>{words.rules}</h3>
      {remove.isError ? <ProblemMessage error={remove.error} /> : null}
      <ul className="plain-list stack">
        {alerts.rules.map((rule) => (
          <li key={rule.id}>
            {say(rule)}{' '}
            <Button
              kind="plain"
              label={`${words.remove} (${say(rule)})`}
              onClick={() => remove.mutate(rule.id, { onSuccess: () => done({ text: words.removed }) })}
            >
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One alert: what it is about, how its follow-up stands, and the form to change that. */
function RaisedAlert({ surveyId, alert, alerts }: { surveyId: string; alert: Alert; alerts: Alerts }) {
  const words = useMessages(alertMessages);
  const read = useText();
  const { date } = useFormat();
  const say = useRuleWords(alerts);
  const rule = alerts.rules.find(({ id }) => id === alert.ruleId);
  const office = alerts.offices?.find(({ code }) => code === alert.office);
  const person = alerts.people.find(({ id }) => id === alert.assigneeId)?.name ?? alert.who;
  const isDone = alert.doneOn !== null;
  const isLate = !isDone && alert.due !== null && alert.due < new Date().toISOString().slice(0, 10);
  const standing = [
    alert.doneOn === null ? null : words.doneOn(date(alert.doneOn)),
    person === '' ? (isDone ? null : words.nobody) : words.by(person),
    alert.due === null || isDone ? null : words.until(date(alert.due)),
  ].filter((part) => part !== null);
  return (
    <div className="stack">
      <p>
        <Tag kind={isDone ? 'good' : isLate ? 'bad' : 'caution'}>
          {isDone ? words.isDone : isLate ? words.isLate : words.isOpen}
        </Tag>{' '}
        <strong>{words.raised(date(alert.raisedOn))}</strong> {office ? `${words.inOffice(read(office.label))} ` : null}
        {rule ? say(rule) : null}
      </p>
      <p className="small muted">{standing.join(' · ')}</p>
      {alert.note === '' ? null : <p className="small">{alert.note}</p>}
      <Disclosure summary={words.followUp}>
        <FollowUpForm surveyId={surveyId} alert={alert} alerts={alerts} />
      </Disclosure>
    </div>
  );
}

const somebodyElse = 'else';

function FollowUpForm({ surveyId, alert, alerts }: { surveyId: string; alert: Alert; alerts: Alerts }) {
  const words = useMessages(alertMessages);
  const done = useDone();
  const [chosen, setChosen] = useState(alert.assigneeId ?? (alert.who === '' ? '' : somebodyElse));
  const [task, setTask] = useState({
    who: alert.who,
    due: alert.due ?? '',
    note: alert.note,
    done: alert.doneOn !== null,
  });
  const save = useAlertAct((body: FollowUp) =>
    api.patch(alertsApi.alert.replace(':id', surveyId).replace(':alertId', alert.id), body),
  );
  const isElse = chosen === somebodyElse;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const assigneeId = isElse || chosen === '' ? null : chosen;
        const body = { ...task, assigneeId, who: isElse ? task.who : '', due: task.due || null };
        save.mutate(body, { onSuccess: () => done({ text: words.saved }) });
      }}
    >
      {save.isError ? <ProblemMessage error={save.error} /> : null}
      <div className="pair">
        <SelectField
          label={words.who}
          value={chosen}
          options={[
            { value: '', label: words.nobody },
            ...alerts.people.map(({ id, name }) => ({ value: id, label: name })),
            { value: somebodyElse, label: words.somebodyElse },
          ]}
          onChange={setChosen}
        />
        <TextField label={words.due} type="date" value={task.due} onChange={(due) => setTask({ ...task, due })} />
      </div>
      {isElse ? (
        <TextField label={words.whoElse} value={task.who} onChange={(who) => setTask({ ...task, who })} />
      ) : null}
      <TextField
        label={words.note}
        hint={words.noteHint}
        rows={3}
        value={task.note}
        onChange={(note) => setTask({ ...task, note })}
      />
      <CheckField
        label={words.done}
        checked={task.done}
        onChange={(isDone: boolean) => setTask({ ...task, done: isDone })}
      />
      <div className="actions">
        <Button kind="second" type="submit">
          {words.save}
        </Button>
      </div>
    </form>
  );
}
