export { composeReport } from './compose.ts';
export type { ReportDocument } from './document.ts';
export { htmlReport } from './html/html-report.ts';
export type { Difference, DriverSummary, EarlierWave, Fieldwork, ReportSource } from './source.ts';
