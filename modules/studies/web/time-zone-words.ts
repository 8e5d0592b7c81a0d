import { defineMessages } from '@common-measure/platform/web-kit';

/** From east to west. */
export const canadianZones = [
  'America/St_Johns',
  'America/Halifax',
  'America/Moncton',
  'America/Toronto',
  'America/Iqaluit',
  'America/Winnipeg',
  'America/Regina',
  'America/Edmonton',
  'America/Yellowknife',
  'America/Whitehorse',
  'America/Vancouver',
] as const;

export const timeZoneMessages = defineMessages({
  en: {
    'America/St_Johns': 'Newfoundland (St. John’s)',
    'America/Halifax': 'Atlantic (Halifax, Charlottetown)',
    'America/Moncton': 'Atlantic (Moncton)',
    'America/Toronto': 'Eastern (Montréal, Ottawa, Toronto)',
    'America/Iqaluit': 'Eastern (Iqaluit)',
    'America/Winnipeg': 'Central (Winnipeg)',
    'America/Regina': 'Central, no daylight time (Regina)',
    'America/Edmonton': 'Mountain (Calgary, Edmonton)',
    'America/Yellowknife': 'Mountain (Yellowknife)',
    'America/Whitehorse': 'Yukon (Whitehorse)',
    'America/Vancouver': 'Pacific (Vancouver)',
  },
  fr: {
    'America/St_Johns': 'Terre-Neuve (St. John’s)',
    'America/Halifax': 'Atlantique (Halifax, Charlottetown)',
    'America/Moncton': 'Atlantique (Moncton)',
    'America/Toronto': 'Est (Montréal, Ottawa, Toronto)',
    'America/Iqaluit': 'Est (Iqaluit)',
    'America/Winnipeg': 'Centre (Winnipeg)',
    'America/Regina': 'Centre, sans heure avancée (Regina)',
    'America/Edmonton': 'Rocheuses (Calgary, Edmonton)',
    'America/Yellowknife': 'Rocheuses (Yellowknife)',
    'America/Whitehorse': 'Yukon (Whitehorse)',
    'America/Vancouver': 'Pacifique (Vancouver)',
  },
});
