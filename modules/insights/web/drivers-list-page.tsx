import { DatasetChooser } from '@common-measure/modules/estimates/web';
import { Page, useMessages } from '@common-measure/platform/web-kit';
import { driversMessages } from './drivers-words.ts';

/** Every dataset whose drivers can be read. */
export function DriversListPage() {
  const words = useMessages(driversMessages);
  return (
    <Page title={words.title}>
      <DatasetChooser addressOf={(dataset) => `/drivers/${dataset.id}`} lede={words.listLede} />
    </Page>
  );
}
