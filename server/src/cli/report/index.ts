import type { Look, Report } from './report.js';

/** The formats of a report, by name; only the one asked for is loaded. */
const reports = {
  text: async () => (await import('./text.js')).textReport,
  json: async () => (await import('./json.js')).jsonReport,
  sarif: async () => (await import('./sarif.js')).sarifReport,
  github: async () => (await import('./github.js')).githubReport,
} satisfies Record<string, () => Promise<MakeReport>>;

export type MakeReport = (look: Look) => Report;

export type Format = keyof typeof reports;

export const FORMATS = Object.keys(reports) as readonly Format[];

export const loadReport = (format: Format): Promise<MakeReport> => reports[format]();
