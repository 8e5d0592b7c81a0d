export { readSettings, type Settings, terminalLanguage } from './settings.ts';
