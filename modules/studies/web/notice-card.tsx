import {
  contrastRatio,
  emptyNotice,
  isReadableColour,
  type OtherWay,
  otherWayKinds,
  type PublicNotice,
  readableTone,
} from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import {
  Actions,
  api,
  Button,
  Card,
  CheckField,
  ErrorSummary,
  Loaded,
  ProblemMessage,
  SelectField,
  TextField,
  useDone,
  useFormat,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { noticeApi, noticeSchema } from '../notice-contract.ts';
import { noticeMessages } from './notice-words.ts';

/** What people read on the first page besides the questions, for the survey's managers to change. */
export function NoticeCard({ surveyId }: { surveyId: string }) {
  const address = noticeApi.replace(':id', surveyId);
  const query = useQuery({ queryKey: ['notice', surveyId], queryFn: () => api.get<PublicNotice>(address) });
  return <Loaded query={query}>{(notice) => <NoticeForm key={surveyId} address={address} notice={notice} />}</Loaded>;
}

const parts = ['purpose', 'keptFor', 'contact'] as const;
const nothing: LocalizedText = { en: '', fr: '' };
const isDays = (text: string): boolean => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= 730;
const isHalf = ({ en, fr }: LocalizedText): boolean => (en.trim() === '') !== (fr.trim() === '');
const isEmpty = ({ en, fr }: LocalizedText): boolean => en.trim() === '' && fr.trim() === '';

function NoticeForm({ address, notice }: { address: string; notice: PublicNotice }) {
  const words = useMessages(noticeMessages);
  const done = useDone();
  const queries = useQueryClient();
  const { number } = useFormat();
  const [texts, setTexts] = useState({
    purpose: notice.purpose ?? nothing,
    keptFor: notice.keptFor ?? nothing,
    contact: notice.contact ?? nothing,
  });
  const [ways, setWays] = useState<readonly OtherWay[]>(notice.otherWays);
  const [days, setDays] = useState(notice.contactDays === undefined ? null : String(notice.contactDays));
  const [colour, setColour] = useState(notice.colour ?? null);
  const [withoutLogo, setWithoutLogo] = useState(notice.withoutLogo === true);
  const [isChecked, setChecked] = useState(false);
  const save = useMutation({ mutationFn: (body: PublicNotice) => api.put<PublicNotice>(address, body) });
  const linkSchema = noticeSchema.shape.otherWays.element.shape.link;
  const errors = [
    ...(days !== null && !isDays(days) ? [{ id: 'contact-days', text: words.daysError }] : []),
    ...(colour !== null && !isReadableColour(colour) ? [{ id: 'colour', text: words.colourError }] : []),
    ...parts.filter((part) => isHalf(texts[part])).map((part) => ({ id: `${part}-en`, text: words.both })),
    ...ways.flatMap((way, index) => [
      ...(isHalf(way.text) || isEmpty(way.text) ? [{ id: `way-${index}-en`, text: words.both }] : []),
      ...(linkSchema.safeParse(way.link).success ? [] : [{ id: `way-${index}-link`, text: words.linkError }]),
    ]),
  ];
  const tone = colour === null ? null : readableTone(colour);
  const errorOf = (id: string) => (isChecked ? errors.find((error) => error.id === id)?.text : undefined);
  const change = (index: number, part: Partial<OtherWay>) =>
    setWays((before) => before.map((way, at) => (at === index ? { ...way, ...part } : way)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (errors.length > 0) return;
    const said = Object.fromEntries(parts.map((part) => [part, isEmpty(texts[part]) ? null : texts[part]]));
    const contact = days === null ? {} : { contactDays: Number(days) };
    const own = { ...(colour === null ? {} : { colour }), ...(withoutLogo ? { withoutLogo } : {}) };
    const body: PublicNotice = { ...emptyNotice, ...said, ...contact, ...own, otherWays: ways };
    save.mutate(body, {
      onSuccess: async () => {
        done({ text: words.saved });
        await queries.invalidateQueries({ queryKey: ['notice'] });
      },
    });
  };
  return (
    <Card title={words.title}>
      <form className="stack" onSubmit={submit} noValidate>
        <p className="muted">{words.more}</p>
        {save.isError ? <ProblemMessage error={save.error} /> : null}
        <ErrorSummary errors={isChecked ? errors : []} />
        {parts.map((part) => (
          <Pair
            key={part}
            id={part}
            label={words[part]}
            value={texts[part]}
            error={errorOf(`${part}-en`)}
            onChange={(text) => setTexts((before) => ({ ...before, [part]: text }))}
          />
        ))}
        <CheckField
          label={words.asksContact}
          hint={words.asksContactHint}
          checked={days !== null}
          onChange={(asks) => setDays(asks ? '90' : null)}
        />
        {days === null ? null : (
          <TextField
            id="contact-days"
            label={words.contactDays}
            inputMode="numeric"
            value={days}
            error={errorOf('contact-days')}
            onChange={setDays}
          />
        )}
        <CheckField
          label={words.ownColour}
          hint={words.ownColourHint}
          checked={colour !== null}
          onChange={(own) => setColour(own ? '#075a63' : null)}
        />
        {colour === null ? null : (
          <TextField
            id="colour"
            label={words.colour}
            hint={
              /^#[0-9a-f]{6}$/.test(colour) ? words.colourHint(number(contrastRatio(colour, '#ffffff'), 1)) : undefined
            }
            value={colour}
            error={errorOf('colour')}
            onChange={(typed) => setColour(typed.trim().toLowerCase())}
          />
        )}
        {tone !== null && tone !== colour ? (
          <div className="actions">
            <Button kind="second" onClick={() => setColour(tone)}>
              {words.nearest(tone)}
            </Button>
          </div>
        ) : null}
        <CheckField
          label={words.withoutLogo}
          hint={words.withoutLogoHint}
          checked={withoutLogo}
          onChange={setWithoutLogo}
        />
        <h3>{words.ways}</h3>
        <p className="muted">{words.waysMore}</p>
        {ways.map((way, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: ways have no name of their own; each field is controlled
          <Card key={index} level={3} title={words.kinds[way.kind]} stack>
            <SelectField
              label={words.kind}
              value={way.kind}
              options={otherWayKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
              onChange={(kind) => change(index, { kind })}
            />
            <Pair
              id={`way-${index}`}
              label={words.text}
              value={way.text}
              error={errorOf(`way-${index}-en`)}
              onChange={(text) => change(index, { text })}
            />
            <TextField
              id={`way-${index}-link`}
              label={words.link}
              hint={words.linkHint}
              value={way.link ?? ''}
              error={errorOf(`way-${index}-link`)}
              onChange={(link) => change(index, { link: link.trim() || null })}
            />
            <Actions>
              <Button
                kind="plain"
                icon="remove"
                onClick={() => setWays((before) => before.filter((_, at) => at !== index))}
              >
                {words.remove}
              </Button>
            </Actions>
          </Card>
        ))}
        <Actions>
          {ways.length < 8 ? (
            <Button
              kind="second"
              icon="plus"
              onClick={() => setWays((before) => [...before, { kind: 'telephone', text: nothing, link: null }])}
            >
              {words.add}
            </Button>
          ) : null}
        </Actions>
        <Actions>
          <Button type="submit" busy={save.isPending && words.saving}>
            {words.save}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}

/** One text in both official languages, side by side; further languages that it holds stay. */
function Pair({
  id,
  label,
  value,
  error,
  onChange,
}: {
  id: string;
  label: string;
  value: LocalizedText;
  error: string | undefined;
  onChange: (value: LocalizedText) => void;
}) {
  const { inEnglish, inFrench } = useMessages(noticeMessages);
  return (
    <div className="pair">
      <TextField
        id={`${id}-en`}
        label={`${label} (${inEnglish})`}
        lang="en"
        rows={2}
        value={value.en}
        error={error}
        onChange={(en) => onChange({ ...value, en })}
      />
      <TextField
        id={`${id}-fr`}
        label={`${label} (${inFrench})`}
        lang="fr"
        rows={2}
        value={value.fr}
        onChange={(fr) => onChange({ ...value, fr })}
      />
    </div>
  );
}
