import { useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import type { DatasetSummary } from '../contract.ts';
import { dataMessages } from './data-words.ts';

/** A dataset in a list of choices, told apart from others of the same title: wave, cases and the day it was saved. */
export function useDatasetLabel(): (dataset: DatasetSummary) => string {
  const words = useMessages(dataMessages);
  const read = useText();
  const { number, date } = useFormat();
  return ({ title, wave, rows, createdAt }) => {
    const name = read(title);
    const period = wave === null || name.includes(wave.label) ? [] : [wave.label];
    return [name, ...period, words.casesOf(number(rows)), words.savedOn(date(createdAt))].join(', ');
  };
}
