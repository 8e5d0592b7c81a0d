import { useMayManage } from '@common-measure/modules/studies/web';
import { type StationNotice, useMessages } from '@common-measure/platform/web-kit';
import { useOpenAlerts } from './fieldwork-alert-queries.ts';
import { alertMessages } from './fieldwork-alert-words.ts';

/** In the navigation, for those who run surveys: how many alerts nobody has dealt with. */
export function useStationNotices(): readonly StationNotice[] {
  const words = useMessages(alertMessages);
  const open = useOpenAlerts(useMayManage()).data ?? [];
  const count = open.reduce((total, survey) => total + survey.open, 0);
  return [{ path: '/surveys', count, text: words.badge(count) }];
}
