import { useMessages } from '@common-measure/platform/web-kit';
import { privacyMessages } from './privacy-words.ts';
import { StatementPage } from './statement-page.tsx';

export function PrivacyPage() {
  return <StatementPage statement={useMessages(privacyMessages)} />;
}
