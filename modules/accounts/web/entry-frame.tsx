import {
  Brand,
  defineMessages,
  LanguageSwitch,
  SkipLink,
  useDocumentTitle,
  useFocusedHeading,
  useMessages,
} from '@common-measure/platform/web-kit';
import type { ReactNode } from 'react';

const messages = defineMessages({
  en: {
    about: 'About Common Measure',
    promise: 'Ask well. Measure honestly. Make the service better.',
    picture: 'Overall satisfaction 76.3 with its interval, 75.5 to 77.2',
    example: 'Every figure comes with how sure it is. SFO Airport, 2016: 76.3, from 75.5 to 77.2.',
    open: 'Free and open software. Your data stays where you run it.',
  },
  fr: {
    about: 'À propos de Mesure commune',
    promise: 'Bien demander. Mesurer honnêtement. Améliorer le service.',
    picture: 'Satisfaction globale de 76,3 avec son intervalle, de 75,5 à 77,2',
    example: 'Chaque chiffre dit à quel point il est sûr. Aéroport SFO, 2016 : 76,3, de 75,5 à 77,2.',
    open: 'Logiciel libre. Vos données restent là où vous l’exploitez.',
  },
});

/** The frame of sign-in: the promise on one side, one task on the other. */
export function EntryFrame({ title, children }: { title: string; children: ReactNode }) {
  const words = useMessages(messages);
  const heading = useFocusedHeading();
  useDocumentTitle(title);
  return (
    <>
      <SkipLink />
      <div className="entry">
        <main id="main" tabIndex={-1}>
          <div className="stack">
            <div className="actions entry-head">
              <h1 tabIndex={-1} ref={heading}>
                {title}
              </h1>
              <LanguageSwitch className="quiet" />
            </div>
            {children}
          </div>
        </main>
        <aside className="side" aria-label={words.about}>
          <Brand />
          <div className="stack-6">
            <p className="lede">{words.promise}</p>
            <div>
              <SampleEstimate label={words.picture} />
              <p className="small">{words.example}</p>
            </div>
          </div>
          <p className="small">{words.open}</p>
        </aside>
      </div>
    </>
  );
}

/** The mark at full width: the airport's overall score of 2016 (public data) on a stretch from 70 to 80. */
function SampleEstimate({ label }: { label: string }) {
  const at = (score: number) => `${((score - 70) * 10).toFixed(2)}%`;
  return (
    <svg className="plot h64" role="img" aria-label={label}>
      <line x1="0%" x2="100%" y1="26" y2="26" className="axis-line" />
      <line x1={at(75.47)} x2={at(77.19)} y1="26" y2="26" className="ci" />
      <line x1={at(75.47)} x2={at(75.47)} y1="20" y2="32" className="cap" />
      <line x1={at(77.19)} x2={at(77.19)} y1="20" y2="32" className="cap" />
      <circle cx={at(76.33)} cy="26" r="9" className="pt" />
      {[72, 75, 78].map((score) => (
        <text key={score} x={at(score)} y="58" className="mid">
          {score}
        </text>
      ))}
    </svg>
  );
}
