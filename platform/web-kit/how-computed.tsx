import { type ReactNode, useState } from 'react';
import { Button, ButtonLink } from './button.tsx';
import { Icon } from './icons.tsx';
import { useMessages } from './language.tsx';
import { kitMessages } from './words.ts';

export interface ComputationProps {
  /** The formula as a sentence. */
  readonly formula: ReactNode;
  /** Question, answered, left out and why, standard error, design effect... */
  readonly facts: readonly { readonly term: ReactNode; readonly value: ReactNode }[];
  /** R script with which the figure comes out again. */
  readonly script: string;
  /** Address of the method's page, without its language. */
  readonly method?: string;
}

const openFigures = new Set<string>();

/**
 * "How was this computed?" of a figure ("Overall satisfaction, 76.3"). `children` draws the body (`Computation`) and is called
 * only while it is open. Whether it is open is kept while the console is open.
 */
export function HowComputed({ figure, children }: { figure: string; children: () => ReactNode }) {
  const words = useMessages(kitMessages);
  const [isOpen, setOpen] = useState(() => openFigures.has(figure));
  return (
    <details
      className="how"
      open={isOpen}
      onToggle={(event) => {
        const { open } = event.currentTarget;
        if (open) openFigures.add(figure);
        else openFigures.delete(figure);
        setOpen(open);
      }}
    >
      <summary>
        <Icon name="chevron" className="chev" />
        <span>
          {words.howComputed} <span className="how-figure">{figure}</span>
        </span>
      </summary>
      {isOpen ? children() : null}
    </details>
  );
}

/** Formula in words, facts, and the R script beside them. */
export function Computation({ formula, facts, script, method }: ComputationProps) {
  const words = useMessages(kitMessages);
  return (
    <div className="how-body">
      <div className="stack">
        <p className="formula">{formula}</p>
        <dl className="kv">
          {facts.map(({ term, value }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: facts have no identity but their place
            <div className="kv-row" key={place}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="stack-2">
        <h3 className="label">{words.inR}</h3>
        <CodeBlock code={script} label={words.inR} />
        <div className="actions">
          <CopyButton text={script} />
          {method ? (
            <ButtonLink kind="plain" to={method}>
              {words.method}
            </ButtonLink>
          ) : null}
        </div>
      </div>
    </div>
  );
}

/** Code that scrolls sideways in a region that the keyboard reaches. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and a section would add a landmark for every script
    <div className="code" role="group" tabIndex={0} aria-label={label}>
      <pre>{code}</pre>
    </div>
  );
}

/** Copies a text and says so. */
export function CopyButton({
  text,
  children,
  kind = 'second',
}: {
  text: string;
  children?: ReactNode;
  kind?: 'primary' | 'second' | 'plain';
}) {
  const words = useMessages(kitMessages);
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const copy = () => {
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <>
      <Button kind={kind} icon={state === 'copied' ? 'good' : 'copy'} onClick={copy}>
        {children ?? words.copy}
      </Button>
      <span role="status" className={state === 'refused' ? 'small' : 'vh'}>
        {state === 'copied' ? words.copied : state === 'refused' ? words.notCopied : ''}
      </span>
    </>
  );
}
