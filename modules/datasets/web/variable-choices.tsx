import type { Variable } from '@common-measure/dataset';
import {
  Actions,
  Button,
  CheckGroup,
  Disclosure,
  Field,
  SelectField,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { designMessages } from './design-words.ts';

/** A variable by its column and, where it has one, its label. */
function useVariableName(): (variable: Variable) => string {
  const read = useText();
  return (variable) => {
    const label = read(variable.label);
    return label === variable.column || label === '' ? variable.column : `${label} (${variable.column})`;
  };
}

/** One variable, or none. */
export function OneVariable({
  label,
  hint,
  error,
  none,
  value,
  candidates,
  onChange,
}: {
  label: string;
  hint: string;
  error?: string | undefined;
  none: string;
  value: string | null;
  candidates: readonly Variable[];
  onChange: (name: string | null) => void;
}) {
  const nameOf = useVariableName();
  return (
    <SelectField
      label={label}
      hint={hint}
      error={error}
      value={value ?? ''}
      options={[
        { value: '', label: none },
        ...candidates.map((variable) => ({ value: variable.name, label: nameOf(variable) })),
      ]}
      onChange={(name) => onChange(name === '' ? null : name)}
    />
  );
}

/** A few variables in order, added one at a time: for strata, clusters and stages. */
export function FewVariables({
  label,
  hint,
  error,
  values,
  candidates,
  onChange,
}: {
  label: string;
  hint: string;
  error?: string | undefined;
  values: readonly string[];
  candidates: readonly Variable[];
  onChange: (names: readonly string[]) => void;
}) {
  const words = useMessages(designMessages);
  const nameOf = useVariableName();
  const chosen = values.flatMap((name) => candidates.find((variable) => variable.name === name) ?? []);
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <>
          {chosen.length > 0 ? (
            <ul className="chosen">
              {chosen.map((variable) => (
                <li key={variable.name}>
                  <code>{variable.column}</code>
                  <Button
                    kind="plain"
                    label={words.removeOne(variable.column)}
                    onClick={() => onChange(values.filter((name) => name !== variable.name))}
                  >
                    {words.removeOne('').trim()}
                  </Button>
                </li>
              ))}
            </ul>
          ) : null}
          <select
            {...ids}
            value=""
            onChange={(event) => {
              if (event.target.value !== '') onChange([...values, event.target.value]);
            }}
          >
            <option value="">{chosen.length === 0 ? words.none : words.add}</option>
            {candidates
              .filter((variable) => !values.includes(variable.name))
              .map((variable) => (
                <option key={variable.name} value={variable.name}>
                  {nameOf(variable)}
                </option>
              ))}
          </select>
        </>
      )}
    </Field>
  );
}

/** Longer lists stay closed until they are asked for. */
const mostOpen = 30;

/** Many variables, ticked in a list. */
export function ManyVariables({
  label,
  hint,
  empty,
  values,
  candidates,
  onChange,
}: {
  label: string;
  hint: string;
  empty: string;
  values: readonly string[];
  candidates: readonly Variable[];
  onChange: (names: readonly string[]) => void;
}) {
  const words = useMessages(designMessages);
  const nameOf = useVariableName();
  if (candidates.length === 0)
    return (
      <p className="small muted">
        <strong>{label}</strong> {empty}
      </p>
    );
  const chosen = candidates.filter((variable) => values.includes(variable.name));
  return (
    <Disclosure
      startsOpen={candidates.length <= mostOpen}
      summary={
        <span>
          {label} <span className="how-figure">{words.chosen(chosen.length)}</span>
        </span>
      }
    >
      <div className="stack-2">
        <CheckGroup
          label={<span className="vh">{label}</span>}
          hint={hint}
          values={values}
          options={candidates.map((variable) => ({
            value: variable.name,
            label: nameOf(variable),
            ...(variable.decided ? {} : { hint: words.waits }),
          }))}
          onChange={onChange}
        />
        <Actions>
          <Button
            kind="plain"
            label={words.allOf(label)}
            onClick={() => onChange(candidates.map((variable) => variable.name))}
          >
            {words.all}
          </Button>
          <Button kind="plain" label={words.clearOf(label)} onClick={() => onChange([])}>
            {words.clear}
          </Button>
        </Actions>
      </div>
    </Disclosure>
  );
}
