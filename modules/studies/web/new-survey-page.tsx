import type { SamplingClass } from '@common-measure/dataset';
import type { Instrument } from '@common-measure/instrument';
import { useBank } from '@common-measure/modules/question-bank/web';
import {
  Actions,
  api,
  Button,
  Card,
  ErrorSummary,
  Loaded,
  Page,
  ProblemMessage,
  RadioCards,
  TextField,
  useMessages,
  useNavigate,
  useSearch,
  useText,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useState } from 'react';
import { type NewSurvey, type Survey, surveysApi } from '../contract.ts';
import { QuestionnaireFileField } from './questionnaire-file-field.tsx';
import { questionnaireFileMessages } from './questionnaire-file-words.ts';
import { SamplingField } from './sampling-field.tsx';
import { useSurveyAct } from './survey-queries.ts';
import { surveyMessages } from './survey-words.ts';
import { isPastDay, ownTimeZone, TimeZoneField } from './time-zone-field.tsx';

interface Choice {
  readonly en: string;
  readonly fr: string;
  readonly sampling: SamplingClass | null;
  readonly pack: string;
  readonly timeZone: string;
  readonly closesOn: string;
  /** Of a questionnaire file: what it holds. */
  readonly instrument: Instrument | null;
}

const emptyPack = 'empty';
const filePack = 'file';

/** Name, how people are reached, what to start from: then the builder opens. */
export function NewSurveyPage() {
  const words = useMessages(surveyMessages);
  const fileWords = useMessages(questionnaireFileMessages);
  const read = useText();
  const navigate = useNavigate();
  const bank = useBank();
  const [{ pack: wantedPack = '' }] = useSearch();
  const [choice, setChoice] = useState<Choice>({
    en: '',
    fr: '',
    sampling: null,
    pack: wantedPack,
    timeZone: ownTimeZone(),
    closesOn: '',
    instrument: null,
  });
  const [isChecked, setChecked] = useState(false);
  const change = (part: Partial<Choice>) => setChoice((before) => ({ ...before, ...part }));
  const create = useSurveyAct((body: NewSurvey) => api.post<Survey>(surveysApi.surveys, body));
  const errors = [
    ...(choice.en.trim() === '' ? [{ id: 'name-en', text: words.enterEn }] : []),
    ...(choice.fr.trim() === '' ? [{ id: 'name-fr', text: words.enterFr }] : []),
    ...(choice.sampling === null ? [{ id: 'sampling', text: words.chooseReach }] : []),
    ...(choice.pack === filePack && choice.instrument === null
      ? [{ id: 'questionnaire-file', text: fileWords.missing }]
      : []),
    ...(isPastDay(choice.closesOn, choice.timeZone) ? [{ id: 'closes-on', text: words.pastDay }] : []),
  ];
  const errorOf = (id: string) => (isChecked ? errors.find((error) => error.id === id)?.text : undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (errors.length > 0 || choice.sampling === null) return;
    const packs = (bank.data ?? (await bank.refetch()).data)?.packs ?? [];
    const pack = choice.pack || packs[0]?.id || emptyPack;
    create.mutate(
      {
        name: { en: choice.en.trim(), fr: choice.fr.trim() },
        samplingClass: choice.sampling,
        timeZone: choice.timeZone,
        packId: pack === emptyPack || pack === filePack ? null : pack,
        ...(pack === filePack && choice.instrument ? { instrument: choice.instrument } : {}),
        closesOn: choice.closesOn || null,
      },
      { onSuccess: (survey) => navigate(`/surveys/${survey.id}`) },
    );
  };
  return (
    <Page
      title={words.newTitle}
      crumbs={[{ label: words.surveys, to: '/surveys' }]}
      facts={<p className="sub">{words.newLede}</p>}
    >
      <Card>
        <form className="stack-6" onSubmit={submit} noValidate>
          {create.isError ? <ProblemMessage error={create.error} /> : null}
          <ErrorSummary errors={isChecked ? errors : []} />
          <div className="pair">
            <TextField
              id="name-en"
              label={words.nameEn}
              hint={words.nameHint}
              lang="en"
              value={choice.en}
              onChange={(en) => change({ en })}
              error={errorOf('name-en')}
            />
            <TextField
              id="name-fr"
              label={words.nameFr}
              hint={words.nameHint}
              lang="fr"
              value={choice.fr}
              onChange={(fr) => change({ fr })}
              error={errorOf('name-fr')}
            />
          </div>
          <SamplingField
            value={choice.sampling}
            error={errorOf('sampling')}
            onChange={(sampling) => change({ sampling })}
          />
          <Loaded query={bank}>
            {({ packs }) => (
              <RadioCards
                label={words.start}
                value={choice.pack || (packs[0]?.id ?? emptyPack)}
                options={[
                  ...packs.map((pack) => ({
                    value: pack.id,
                    label: <strong>{read(pack.title)}</strong>,
                    hint: `${read(pack.description)} ${words.packHint(pack.questions)}`,
                  })),
                  { value: emptyPack, label: <strong>{words.empty}</strong>, hint: words.emptyHint },
                  { value: filePack, label: <strong>{fileWords.choice}</strong>, hint: fileWords.choiceHint },
                ]}
                onChange={(pack) => change({ pack })}
              />
            )}
          </Loaded>
          {choice.pack === filePack ? (
            <QuestionnaireFileField
              id="questionnaire-file"
              error={errorOf('questionnaire-file')}
              onTake={(instrument) =>
                change({
                  instrument,
                  en: choice.en || (instrument?.title.en ?? ''),
                  fr: choice.fr || (instrument?.title.fr ?? ''),
                })
              }
            />
          ) : null}
          <div className="pair">
            <TimeZoneField value={choice.timeZone} onChange={(timeZone) => change({ timeZone })} />
            <TextField
              id="closes-on"
              type="date"
              error={errorOf('closes-on')}
              label={words.closesOn}
              hint={words.closesHint}
              value={choice.closesOn}
              onChange={(closesOn) => change({ closesOn })}
            />
          </div>
          <Actions>
            <Button type="submit" busy={create.isPending && words.creating}>
              {words.create}
            </Button>
          </Actions>
        </form>
      </Card>
    </Page>
  );
}
