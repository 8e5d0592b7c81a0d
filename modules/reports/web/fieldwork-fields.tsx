import { TextField, useMessages } from '@common-measure/platform/web-kit';
import type { ReportForm } from './report-form.ts';
import { reportMessages } from './report-words.ts';

/** When, how, how many were invited, and the response rate with its formula. All may stay empty. */
export function FieldworkFields({
  form,
  change,
  errorOf,
}: {
  form: ReportForm;
  change: (part: Partial<ReportForm>) => void;
  errorOf: (id: string) => string | undefined;
}) {
  const words = useMessages(reportMessages);
  return (
    <fieldset className="stack">
      <legend>{words.fieldwork}</legend>
      <p className="hint">{words.fieldworkMore}</p>
      <div className="pair">
        <TextField type="date" label={words.start} value={form.start} onChange={(start) => change({ start })} />
        <TextField
          id="end"
          type="date"
          label={words.end}
          value={form.end}
          onChange={(end) => change({ end })}
          error={errorOf('end')}
        />
      </div>
      <div className="pair">
        <TextField
          id="how-en"
          label={words.howEn}
          hint={words.howHint}
          lang="en"
          value={form.howEn}
          onChange={(howEn) => change({ howEn })}
          error={errorOf('how-en')}
        />
        <TextField
          id="how-fr"
          label={words.howFr}
          hint={words.howHint}
          lang="fr"
          value={form.howFr}
          onChange={(howFr) => change({ howFr })}
          error={errorOf('how-fr')}
        />
      </div>
      <div className="pair">
        <TextField
          id="invited"
          label={words.invited}
          inputMode="numeric"
          value={form.invited}
          onChange={(invited) => change({ invited })}
          error={errorOf('invited')}
        />
        <TextField
          id="rate"
          label={words.rate}
          inputMode="decimal"
          value={form.rate}
          onChange={(rate) => change({ rate })}
          error={errorOf('rate')}
        />
        <TextField
          id="rate-formula"
          label={words.rateFormula}
          hint={words.rateHint}
          value={form.formula}
          onChange={(formula) => change({ formula })}
        />
      </div>
    </fieldset>
  );
}
