import { isReadableColour, logoHtml, escapeHtml as safe } from '@common-measure/instrument';
import type { PublicOrganization } from '@common-measure/modules/accounts/server';
import { qrCodeSvg } from '../qr-code.ts';

type Text = { readonly en: string; readonly fr: string };

const style =
  '@page{size:letter;margin:18mm}body{margin:0 auto;max-width:180mm;padding:8mm;font:16pt/1.4 "Source Sans 3",system-ui,sans-serif;color:#15231f;background:#fff}h1{font-size:30pt;line-height:1.15;margin:0 0 4mm}.o{font-weight:600;margin:0 0 10mm;min-height:16mm;display:flex;flex-direction:column;gap:3mm;align-items:flex-start;justify-content:flex-end}.l{font-size:20pt;margin:0 0 8mm}.two{display:grid;grid-template-columns:1fr 1fr;gap:12mm}.q{text-align:center;margin:10mm 0}.q svg{width:min(80mm,100%);height:auto}.a{font:600 13pt/1.4 ui-monospace,monospace;overflow-wrap:anywhere;text-align:center}@media(max-width:560px){.two{grid-template-columns:1fr}}';

const words = {
  en: {
    ask: 'Tell us how it went',
    how: 'Point the camera of your phone here, or type the address below.',
    free: 'Anonymous, and up to you.',
  },
  fr: {
    ask: 'Dites-nous comment cela s’est passé',
    how: 'Pointez ici l’appareil photo de votre téléphone, ou tapez l’adresse ci-dessous.',
    free: 'C’est anonyme et facultatif.',
  },
} as const;

/** A sheet to hang up where people are served: both languages, the code, and the address for who has no camera. */
export function posterPage(facts: {
  readonly organization: PublicOrganization;
  readonly survey: Text;
  readonly label: Text;
  readonly address: string;
}): string {
  const { address } = facts;
  const { name, logo, colour } = facts.organization;
  const asking = (language: 'en' | 'fr'): string =>
    `${logo ? logoHtml(logo, name[language], language) : ''}${logo?.saysName ? '' : `<span>${safe(name[language])}</span>`}`;
  const side = (language: 'en' | 'fr'): string =>
    `<section lang="${language}-CA"><p class="o">${asking(language)}</p><${language === 'en' ? 'h1' : 'h2 class="h"'}>${words[language].ask}</${language === 'en' ? 'h1' : 'h2'}><p class="l">${safe(facts.label[language])}</p><p>${words[language].how}</p><p>${words[language].free}</p></section>`;
  return `<!doctype html><html lang="en-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(facts.survey.en)} – ${safe(facts.label.en)}</title><link rel="icon" href="data:,"><style>${style.replace('h1{', 'h1,.h{')}${colour && isReadableColour(colour) ? `h1,.h{color:${colour}}main{border-top:3mm solid ${colour};padding-top:8mm}` : ''}</style></head><body><main><div class="two">${side('en')}${side('fr')}</div><div class="q">${qrCodeSvg(address, `${facts.label.en} / ${facts.label.fr}`)}</div><p class="a">${safe(address)}</p></main></body></html>`;
}
