import { emptyNotice, type OrganizationLogo } from '@common-measure/instrument';
import { describe, expect, test } from 'vitest';
import { everyType } from '../every-type.fixture.ts';
import { kioskWelcome } from './kiosk-pages.ts';

const image = (src: string) => ({ src, width: 480, height: 112, isDrawing: true });
const logo: OrganizationLogo = {
  en: image('/s/logo/en'),
  fr: image('/s/logo/fr'),
  alt: { en: 'Government of Riverbend', fr: 'Gouvernement de Riverbend' },
  saysName: false,
};
const place = {
  instrument: everyType,
  organization: { en: 'Province of Riverbend', fr: 'Province de Riverbend' },
  logo: undefined,
  notice: emptyNotice,
  wave: { token: 'abc' },
};
const welcome = (of: Partial<Parameters<typeof kioskWelcome>[0]['open']> = {}): string =>
  String(kioskWelcome({ open: { ...place, ...of }, token: 'abc' }).body);

describe('the first page of a tablet, before anybody has chosen a language', () => {
  test('says everything in English and in French, each marked for screen readers', () => {
    const html = welcome();
    expect(html).toContain(
      '<title>Choose your language / Choisissez votre langue – Province of Riverbend / Province de Riverbend</title>',
    );
    expect(html).toMatch(/Province of Riverbend<\/span><span lang="fr-CA">Province de Riverbend<\/span>/);
    expect(html).toMatch(/<h1>.*lang="en-CA">Choose.*lang="fr-CA">Choisissez/);
    expect(html).toMatch(/class="skip"[^>]*>[^<]+<\/a><a class="skip" href="#m" lang="fr-CA">[^<]+<\/a>/);
    expect(html).not.toContain('?from=');
  });

  test('says a name that is the same in both once, and shows both logos where there are two', () => {
    const name = { en: 'Riverbend', fr: 'Riverbend' };
    expect(welcome({ organization: name }).match(/>Riverbend</g)).toHaveLength(1);
    const both = welcome({ logo });
    for (const src of ['/s/logo/en', '/s/logo/fr']) expect(both).toContain(`src="${src}"`);
    expect(both).toContain('alt="Gouvernement de Riverbend"');
    expect(welcome({ logo: { ...logo, fr: logo.en } }).match(/<img/g)).toHaveLength(1);
  });
});
