import { z } from 'zod';

const label = z.object({ en: z.string().trim().min(1).max(120), fr: z.string().trim().min(1).max(120) });
const entries = z.record(z.string().max(60), z.array(z.string().max(500)).max(50).readonly());

export const onceStandingSchema = z.object({
  issued: z.int(),
  /** Links whose use is settled, in whole steps of the disclosure threshold: none of them is known. */
  used: z.int(),
  onlyWay: z.boolean(),
});
export type OnceStanding = z.infer<typeof onceStandingSchema>;

export const preparedLinkSchema = z.object({
  code: z.string(),
  label,
  shown: entries,
  hidden: entries,
  address: z.string(),
});
export type PreparedLinkView = z.infer<typeof preparedLinkSchema>;
export const newPreparedLinkSchema = z.object({ label, shown: entries, hidden: entries });

const kioskFields = { id: z.uuid(), name: z.string(), idleSeconds: z.int() };
export const kioskSchema = z.object({
  ...kioskFields,
  /** Of its last contact, to the quarter of an hour; null before the first. */
  seenAt: z.string().nullable(),
  /** What waited on the device then. */
  waiting: z.int(),
  notTaken: z.int(),
});
export type Kiosk = z.infer<typeof kioskSchema>;
export const newKioskSchema = z.object({
  name: z.string().trim().min(1).max(120),
  idleSeconds: z.int().min(20).max(600).default(60),
});
/** With the address, and the code of the staff, that are shown once. */
export const madeKioskSchema = z.object({ ...kioskFields, address: z.string(), staffCode: z.string() });
export type MadeKiosk = z.infer<typeof madeKioskSchema>;

/** What a device has saved of the answers that waited on it: a sealed file that it alone and the server can open. */
export const kioskFileSchema = z.object({ content: z.string().max(7_000_000) });
export const kioskFileReportSchema = z.object({
  rows: z.int(),
  recorded: z.int(),
  /** Recorded before, by the device itself or an earlier file. */
  known: z.int(),
  /** Withdrawn, sent with other content, or without an answer in them. */
  leftOut: z.int(),
});
export type KioskFileReport = z.infer<typeof kioskFileReportSchema>;

const interceptFields = {
  every: z.int().min(1).max(10_000),
  moment: z.enum(['load', 'task', 'exit']),
  rememberDays: z.int().min(0).max(365),
  isOn: z.boolean(),
};
export const interceptSchema = z.object(interceptFields);
const counted = z.object({
  every: z.int(),
  visits: z.int(),
  drawn: z.int(),
  remembered: z.int(),
  invited: z.int(),
  accepted: z.int(),
  declined: z.int(),
  answered: z.int(),
});
export const interceptViewSchema = z.object({
  intercept: interceptSchema.nullable(),
  /** What a page of one's own carries. */
  snippet: z.string().nullable(),
  counts: z.array(counted),
});
export type InterceptView = z.infer<typeof interceptViewSchema>;

export const conflictsSchema = z.object({
  /** Kept, and not taken in. */
  count: z.int(),
  /** Taken in as responses of their own. */
  accepted: z.int(),
  /** Refused, as so many others of the same id or link were kept already. */
  refused: z.int(),
  /** Null for those who may not read single responses. */
  responses: z
    .array(
      z.object({
        responseId: z.uuid(),
        /** Checksum of the content, in hexadecimal: tells it from others under the same id. */
        content: z.string(),
        sentOn: z.string(),
        language: z.string(),
        mode: z.string(),
        answers: z.record(z.string(), z.unknown()),
        /** What stands under the id. */
        first: z.record(z.string(), z.unknown()).nullable(),
      }),
    )
    .nullable(),
});
export type Conflicts = z.infer<typeof conflictsSchema>;
/** Which one, and why it is taken in: the reason stands in the audit trail. */
export const acceptConflictSchema = z.object({
  content: z.string().regex(/^[0-9a-f]{64}$/),
  reason: z.string().trim().min(3).max(200),
});

export const lateFileModes = ['paper', 'phone', 'kiosk', 'web'] as const;
export const lateFileSchema = z.object({
  /** The CSV file as text. */
  content: z.string().max(7_000_000),
  mode: z.enum(lateFileModes),
  /** The language in which people were asked, where the file has no column `language`. */
  language: z.string().max(35),
  /** False looks at the file and records nothing. */
  apply: z.boolean(),
  /** The name under which the file is joined: a later file of that name corrects it. Left out, the file stands for itself. */
  batch: z.string().trim().max(120).default(''),
  /** That responses which a corrected file no longer has are taken out. */
  replaces: z.boolean().default(false),
});
const bilingual = z.object({ en: z.string(), fr: z.string() });
export const lateFileReportSchema = z.object({
  rows: z.int(),
  /** Rows that are not recorded yet. */
  fresh: z.int(),
  recorded: z.int(),
  /** A file of that name was joined before. */
  corrects: z.boolean(),
  /** Responses of the name that this file no longer has: to be taken out, or taken out. */
  gone: z.int(),
  /** A file that was joined under another name and has at least half of these rows. */
  resembles: z.string().nullable(),
  columns: z.array(z.object({ header: z.string(), question: z.string().nullable() })),
  /** Codes of questions for which the file has no column. */
  missing: z.array(z.string()),
  problems: z.array(
    z.object({ row: z.int().nullable(), column: z.string().nullable(), what: bilingual, remedy: bilingual }),
  ),
  /** How many more there are. */
  moreProblems: z.int(),
});
export type LateFileReport = z.infer<typeof lateFileReportSchema>;

export const waysInApi = {
  once: '/api/surveys/:id/once-links',
  prepared: '/api/surveys/:id/prepared-links',
  preparedOne: '/api/surveys/:id/prepared-links/:code',
  preparedCode: '/api/surveys/:id/prepared-links/:code/code.svg',
  poster: '/api/surveys/:id/prepared-links/:code/poster',
  openPoster: '/api/surveys/:id/poster',
  kiosks: '/api/surveys/:id/kiosks',
  kiosk: '/api/surveys/:id/kiosks/:deviceId',
  kioskFiles: '/api/surveys/:id/kiosk-files',
  intercept: '/api/surveys/:id/intercept',
  conflicts: '/api/surveys/:id/conflicting-responses',
  conflict: '/api/surveys/:id/conflicting-responses/:responseId',
  lateFiles: '/api/surveys/:id/late-files',
} as const;
