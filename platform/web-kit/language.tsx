import { type LocalizedText, textIn, type UiLanguage } from '@common-measure/kernel';
import { createContext, type ReactNode, useContext, useEffect } from 'react';

const LanguageContext = createContext<UiLanguage>('en');

/** Sets the language of everything below it, and of the document, so that a screen reader speaks with the right voice. */
export function LanguageProvider({ language, children }: { language: UiLanguage; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The language of the page: the first part of its address. */
export function useLanguage(): UiLanguage {
  return useContext(LanguageContext);
}

/** The messages of a page in the reader's language. */
export function useMessages<T>(messages: Readonly<Record<UiLanguage, T>>): T {
  return messages[useLanguage()];
}

/** Reads a text that exists in several languages in the reader's language. */
export function useText(): (text: LocalizedText) => string {
  const language = useLanguage();
  return (text) => textIn(text, language);
}

export function otherLanguage(language: UiLanguage): UiLanguage {
  return language === 'en' ? 'fr' : 'en';
}
