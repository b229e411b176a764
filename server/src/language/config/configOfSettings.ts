import type { Severity } from '../lint/rule.js';
import { rules } from '../lint/rules/index.js';
import { type Config, SEVERITIES } from './config.js';

/**
 * What an editor's settings under `chatlog` set: those that `.chatlog.yaml` has too. Whatever it is that was sent, what
 * is wrong in it, and what has the value `default`, is not set; nor is a list of patterns that is empty.
 */
export function configOfSettings(sent: unknown): Config {
  const settings = asRecord(sent);
  const ruleSettings = asRecord(settings['rules']);
  const severities: Record<string, Severity | 'off'> = {};
  for (const { id } of rules) {
    const severity = SEVERITIES.find((known) => known === ruleSettings[id]);
    if (severity) severities[id] = severity;
  }
  const folders = Object.entries(asRecord(asRecord(settings['images'])['folders']));
  const requiredKeys = listOf(asRecord(settings['frontMatter'])['requiredKeys']);
  const patterns = listOf(asRecord(settings['files'])['patterns']);
  return {
    severities,
    imageFolders: Object.fromEntries(folders.filter((folder): folder is [string, string] => isText(folder[1]))),
    ...(requiredKeys && { requiredKeys }),
    ...(patterns && patterns.length > 0 && { patterns }),
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const listOf = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter(isText) : undefined;
