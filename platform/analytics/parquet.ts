/** Memory that the writer sets aside for the words of all columns together: 1 MB for each column of a usual file, less in wide ones. */
const roomForWords = 2 ** 28;
const [leastPage, usualPage] = [8_192, 2 ** 20];

/**
 * What a Parquet file is written with. The engine reserves the page of words of every column at once, a megabyte each unless told
 * otherwise: a file of 1,000 columns would ask for more than all its memory.
 */
export function parquetOptions(columns: number, compression: 'zstd' | 'lz4_raw'): string {
  const page = Math.max(leastPage, Math.min(usualPage, Math.floor(roomForWords / columns)));
  return `(FORMAT parquet, COMPRESSION ${compression}, STRING_DICTIONARY_PAGE_SIZE_LIMIT ${page})`;
}
