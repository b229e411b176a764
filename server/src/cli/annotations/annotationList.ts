import type { ChatDocument } from '../../language/index.js';

/** Puts the annotations of logs together, log by log. */
export interface AnnotationList {
  begin(): string;
  /** `path` is the log as it was given. */
  log(path: string, document: ChatDocument): string;
  end(): string;
}

/** How annotations can be listed. */
export const ANNOTATION_FORMATS = ['text', 'json', 'w3c', 'brat', 'csv'] as const;
