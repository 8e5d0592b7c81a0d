import {
  api,
  Button,
  Card,
  CheckField,
  Loaded,
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
    <Card span={7} title={words.title} stack>
      <p className="small muted">{words.lead}</p>
      <Loaded query={useAlerts(surveyId)} lines={2}>
        {(alerts) => (
          <>
            {alerts.alerts.length === 0 ? <p>{words.none}</p> : null}
            {alerts.alerts.map((alert) => (
              <FollowUpForm key={alert.id} surveyId={surveyId} alert={alert} alerts={alerts} />
            ))}
            <Rules surveyId={surveyId} alerts={alerts} />
            {alerts.questions.length === 0 ? null : <NewAlertRuleForm surveyId={surveyId} alerts={alerts} />}
          </>
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
    return words.rule(answers.join(' / '), asked, number(rule.atLeast), rule.days);
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
    <ul className="plain-list stack">
      {alerts.rules.map((rule) => (
        <li key={rule.id}>
          {say(rule)}{' '}
          <Button
            kind="plain"
            onClick={() => remove.mutate(rule.id, { onSuccess: () => done({ text: words.removed }) })}
          >
            {words.remove}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function FollowUpForm({ surveyId, alert, alerts }: { surveyId: string; alert: Alert; alerts: Alerts }) {
  const words = useMessages(alertMessages);
  const { date } = useFormat();
  const done = useDone();
  const say = useRuleWords(alerts);
  const [task, setTask] = useState({
    who: alert.who,
    due: alert.due ?? '',
    done: alert.doneOn !== null,
    assigneeId: alert.assigneeId,
    note: alert.note,
  });
  const save = useAlertAct((body: FollowUp) =>
    api.patch(alertsApi.alert.replace(':id', surveyId).replace(':alertId', alert.id), body),
  );
  const rule = alerts.rules.find(({ id }) => id === alert.ruleId);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ ...task, due: task.due || null }, { onSuccess: () => done({ text: words.saved }) });
      }}
    >
      <p>
        <strong>{words.raised(date(alert.raisedOn))}</strong> {rule ? say(rule) : null}
      </p>
      <div className="pair">
        <TextField label={words.who} value={task.who} onChange={(who) => setTask({ ...task, who })} />
        <TextField label={words.due} type="date" value={task.due} onChange={(due) => setTask({ ...task, due })} />
      </div>
      <CheckField
        label={alert.doneOn === null ? words.done : words.doneOn(date(alert.doneOn))}
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
