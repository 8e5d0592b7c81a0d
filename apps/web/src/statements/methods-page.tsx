import { useMessages } from '@common-measure/platform/web-kit';
import { methodsMessages } from './methods-words.ts';
import { StatementPage } from './statement-page.tsx';

export function MethodsPage() {
  return <StatementPage statement={useMessages(methodsMessages)} />;
}
