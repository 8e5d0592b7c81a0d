import { changesOf, type Instrument, keepsBankLink, type Question, slotsIn } from '@common-measure/instrument';
import type { FoundItem } from '@common-measure/modules/question-bank/web';
import { Actions, Button, Icon, Message, Tag, useMessages } from '@common-measure/platform/web-kit';
import { type ReactNode, useState } from 'react';
import { builderMessages } from './builder-words.ts';
import { comparabilityMessages } from './comparability-words.ts';
import { Example } from './slots-card.tsx';

/**
 * The wording of a question of the bank: locked and read in both languages, until somebody decides to change it. What was changed is
 * said, with the way back. `children` is the field to write the wording in; of own questions it is all there is.
 */
export function BankWording({
  instrument,
  question,
  item,
  onChange,
  children,
}: {
  instrument: Instrument;
  question: Question;
  item: FoundItem | undefined;
  onChange: (part: Partial<Question>) => void;
  children: ReactNode;
}) {
  const words = useMessages(comparabilityMessages);
  const builder = useMessages(builderMessages);
  const [isUnlocked, setUnlocked] = useState(false);
  const reference = question.item ?? question.changedFrom;
  if (!reference)
    return (
      <>
        <p className="tags">
          <Tag>{builder.own}</Tag>
        </p>
        {children}
      </>
    );
  // Another version than the present one is settled by the server: linked means that its words are kept.
  const changes =
    item && item.version === reference.version
      ? changesOf(item.question, question)
      : question.item
        ? []
        : (['wording'] as const);
  const isKept = keepsBankLink(changes);
  const state = changes.length === 0 ? 'comparable' : isKept ? 'limited' : 'not-comparable';
  const isOpen = isUnlocked || changes.includes('wording');
  const restore = () => {
    setUnlocked(false);
    if (!item) return;
    const { wording, hint, scale, options, type } = item.question;
    onChange({ wording, hint, scale, options, type, item: reference, changedFrom: undefined });
  };
  return (
    <>
      <p className="tags">
        {item?.core ? <Tag kind="core">{builder.core}</Tag> : null}
        <Tag>{builder.version(reference.version)}</Tag>
        <Tag kind={state === 'comparable' ? 'good' : 'caution'} icon={state === 'comparable' ? 'good' : 'caution'}>
          {words.states[state]}
        </Tag>
      </p>
      {changes.length > 0 ? (
        <Message
          kind={isKept ? 'info' : 'caution'}
          actions={
            item ? (
              <Button kind="second" icon="undo" onClick={restore}>
                {words.restore}
              </Button>
            ) : null
          }
        >
          <p>{words.changed}</p>
          <ul>
            {changes.map((change) => (
              <li key={change}>{words.reasons[change]}</li>
            ))}
          </ul>
        </Message>
      ) : null}
      {isOpen ? (
        <>
          {isKept ? <Message>{words.changing}</Message> : null}
          {children}
          {isKept ? (
            <Actions className="tight">
              <Button kind="plain" icon="lock" onClick={() => setUnlocked(false)}>
                {words.lock}
              </Button>
            </Actions>
          ) : null}
        </>
      ) : (
        <>
          <div className="locked-wording">
            {(['en', 'fr'] as const).map((language) => (
              <div key={language}>
                <p className="small muted">{language === 'en' ? builder.english : builder.french}</p>
                <Example text={question.wording} language={language} instrument={instrument} />
              </div>
            ))}
          </div>
          <p className="small muted">
            <Icon name="lock" /> {words.locked} {slotsIn(question.wording).length > 0 ? words.lockedSlots : null}
          </p>
          <Actions className="tight">
            <Button kind="second" icon="edit" onClick={() => setUnlocked(true)}>
              {words.changeWords}
            </Button>
          </Actions>
        </>
      )}
    </>
  );
}
