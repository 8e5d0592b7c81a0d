/**
 * The one table of who may import whom. The boundary check is generated from it, ARCHITECTURE.md is held equal to it,
 * and every folder under packages/, modules/, platform/ and apps/ needs a row here.
 */

/** Pure computation, along the data's way. A row may also import whatever its imports import. */
const packages = [
  { name: 'kernel', imports: [], reason: 'the kernel is what everything else stands on' },
  {
    name: 'survey-statistics',
    imports: [],
    reason: 'the estimators are published on their own, without dependencies',
  },
  { name: 'chart', imports: [], reason: 'a chart gets numbers and gives SVG, whatever the numbers mean' },
  { name: 'instrument', imports: ['kernel'], reason: 'a questionnaire exists before anybody has answered it' },
  { name: 'dataset', imports: ['instrument', 'kernel'], reason: 'data are described by what was asked' },
  {
    name: 'estimate',
    imports: ['dataset', 'survey-statistics'],
    reason: 'an estimate is made from a dataset by an estimator',
  },
  { name: 'disclosure', imports: ['estimate'], reason: 'disclosure control is the last step after estimation' },
  {
    name: 'insight',
    imports: ['estimate', 'survey-statistics'],
    reason: 'an insight is read from estimates, before any report',
  },
  {
    name: 'report',
    imports: ['insight', 'disclosure', 'chart'],
    reason: 'a report shows what passed disclosure control; nothing is computed from it',
  },
];

/** The slices, in the order of the data's way: each sees those above it, and those below only through events. */
const modules = [
  { name: 'accounts', reason: 'who somebody is does not depend on what is measured' },
  { name: 'question-bank', reason: 'an item is worded before it is put into an instrument' },
  { name: 'instruments', reason: 'an instrument is published before it is fielded' },
  { name: 'studies', reason: 'a wave is planned before anybody answers' },
  { name: 'collection', reason: 'answers are taken before they become a dataset' },
  { name: 'datasets', reason: 'a dataset is saved before anything is estimated from it' },
  { name: 'estimates', reason: 'estimates are made before they are interpreted' },
  { name: 'insights', reason: 'insights are found before they are reported' },
  { name: 'reports', reason: 'a report edition is the end of the line so far' },
];

/** Adapters to the outside that know no slice. `runs`: where the code runs; `imports`: other platform folders. */
const platform = [
  { name: 'settings', runs: 'node', imports: [], reason: 'the surroundings are read in one place' },
  { name: 'database', runs: 'node', imports: [], reason: 'the record stands below everything that uses it' },
  {
    name: 'analytics',
    runs: 'node',
    imports: [],
    reason: 'columns are computed on apart from the record they come from',
  },
  {
    name: 'http',
    runs: 'node',
    imports: ['analytics', 'database'],
    reason: 'a route runs in a transaction of the database, and may compute on columns',
  },
  {
    name: 'backup',
    runs: 'node',
    imports: ['database'],
    reason: 'a backup is one snapshot of the record and its files',
  },
  { name: 'web-kit', runs: 'browser', imports: [], reason: 'controls and page shell run in the browser' },
  { name: 'testing', runs: 'node', imports: ['*'], reason: 'test equipment stays out of the product' },
];

/** Composition roots. Nothing else imports them; among themselves one starts the next. */
const apps = [
  { name: 'web', runs: 'browser', imports: [], reason: 'the console puts the pages together' },
  {
    name: 'server',
    runs: 'node',
    imports: ['web'],
    reason: 'the server puts the slices together and builds the console',
  },
  {
    name: 'cli',
    runs: 'node',
    imports: ['server'],
    reason: 'the terminal starts the same server and uses the same parts',
  },
];

module.exports = { packages, modules, platform, apps };
