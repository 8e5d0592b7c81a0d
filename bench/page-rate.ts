import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { aRunningServer } from '@common-measure/platform/testing';
import { type LeanSpread, spread } from './lean-client.ts';
import { machine } from './machine.ts';
import { anAnalyst, anOpenPackSurvey } from './platform.ts';
import { type ProcessorTime, processorTime, shareOfEach } from './processor-time.ts';
import { SteadySender } from './steady-sender.ts';

/**
 * The first page of a survey at so many new visitors a second, at fixed moments whether or not the ones before have been answered; how
 * long each waits is counted from the moment at which it was due. `node bench/page-rate.ts [pages a second] [seconds]`
 */
const rate = Number(process.argv[2] ?? 300);
const seconds = Number(process.argv[3] ?? 20);

const server = await aRunningServer();
try {
  console.log(machine(['fastify', 'pg', 'kysely']).join('\n'));
  const token = await anOpenPackSurvey(await anAnalyst(server));
  const postmaster = Number(
    readFileSync(path.join(server.dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
  );
  const { host, port } = new URL(server.address);
  const text = `GET /s/${token} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html\r\nAccept-Language: fr-CA\r\nAccept-Encoding: br, gzip\r\n\r\n`;
  const sender = new SteadySender(Number(port), text, 200);
  await sender.send(rate, 8);
  await pause(500);
  const before = processorTime(server.pid, postmaster);
  const took = await sender.send(rate, seconds);
  const after = processorTime(server.pid, postmaster);
  sender.close();
  tell(took, spread(took), before, after);
} finally {
  await server.stop();
}

function tell(
  took: readonly number[],
  { p50, p95, p99 }: LeanSpread,
  before: ProcessorTime,
  after: ProcessorTime,
): void {
  const longest = took.reduce((most, one) => Math.max(most, one), 0);
  console.log(
    `\n${took.length} first pages at ${rate} a second: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(0)} ms; ${shareOfEach(before, after, took.length)}`,
  );
}
