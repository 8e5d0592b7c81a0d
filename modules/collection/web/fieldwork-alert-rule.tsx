import {
  api,
  Button,
  CheckField,
  FieldError,
  ProblemMessage,
  SelectField,
  TextField,
  useDone,
  useFormat,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useState } from 'react';
import { type AlertRuleInput, type Alerts, alertsApi } from '../fieldwork/alert-contract.ts';
import { useAlertAct } from './fieldwork-alert-queries.ts';
import { alertMessages } from './fieldwork-alert-words.ts';

/** Adds a rule: which answers, of how many people, within how many days. */
export function NewAlertRuleForm({ surveyId, alerts }: { surveyId: string; alerts: Alerts }) {
  const words = useMessages(alertMessages);
  const read = useText();
  const { number } = useFormat();
  const done = useDone();
  const [question, setQuestion] = useState(alerts.questions[0]?.code ?? '');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [atLeast, setAtLeast] = useState(String(alerts.threshold));
  const [days, setDays] = useState('1');
  const [byOffice, setByOffice] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const add = useAlertAct((body: AlertRuleInput) => api.post(alertsApi.rules.replace(':id', surveyId), body));
  const options = alerts.questions.find(({ code }) => code === question)?.options ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (codes.length === 0) return;
    const rule = { question, codes: [...codes], atLeast: Number(atLeast), days: Number(days), byOffice };
    add.mutate(rule, {
      onSuccess: () => {
        setCodes([]);
        setChecked(false);
        done({ text: words.added });
      },
    });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {add.isError ? <ProblemMessage error={add.error} /> : null}
      <SelectField
        label={words.question}
        value={question}
        onChange={(code: string) => {
          setQuestion(code);
          setCodes([]);
        }}
        options={alerts.questions.map(({ code, label }) => ({ value: code, label: read(label) }))}
      />
      <fieldset>
        <legend>{words.answers}</legend>
        <FieldError id="alert-codes" error={isChecked && codes.length === 0 ? words.choose : undefined} />
        {options.map(({ code, label }) => (
          <CheckField
            key={code}
            label={read(label)}
            checked={codes.includes(code)}
            onChange={(checked: boolean) => setCodes(checked ? [...codes, code] : codes.filter((one) => one !== code))}
          />
        ))}
      </fieldset>
      <div className="pair">
        <TextField label={words.atLeast} inputMode="numeric" value={atLeast} onChange={setAtLeast} />
        <TextField label={words.days} inputMode="numeric" value={days} onChange={setDays} />
      </div>
      {alerts.offices === null ? null : (
        <CheckField
          label={words.byOffice}
          hint={words.byOfficeHint}
          checked={byOffice}
          onChange={(does: boolean) => setByOffice(does)}
        />
      )}
      <p className="small muted">{words.step(number(alerts.threshold))}</p>
      <div className="actions">
        <Button kind="second" type="submit">
          {words.add}
        </Button>
      </div>
    </form>
  );
}
