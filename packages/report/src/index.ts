export { assembleReport, type MeasuredDrivers, type MeasuredWave, type ReportParts } from './assemble.ts';
export { composeReport } from './compose.ts';
export type { ReportDocument } from './document.ts';
export { htmlReport } from './html/html-report.ts';
export { earlierWavePlan, reportPlan } from './report-plan.ts';
export type { Difference, DriverSummary, EarlierWave, Fieldwork, ReportSource } from './source.ts';
export { tidyCsv } from './tidy-csv.ts';
export { typstReport } from './typst/typst-report.ts';
export { reportWorkbook, type WorkbookSheet } from './workbook.ts';
