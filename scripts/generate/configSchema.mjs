import { rules } from '../../server/src/language/index.ts';

/** A text that says something. */
const text = { type: 'string', minLength: 1 };

/** What has keys, or nothing yet; a file that is being written should not be all red. */
const keys = { type: ['object', 'null'] };

/** @param {object} properties @param {string} description */
const section = (description, properties) => ({ ...keys, description, additionalProperties: false, properties });

/** @type {import('../generate.mjs').Generator} The schema of `.chatlog.yaml`, for editors. */
export const configSchema = {
  path: 'schemas/chatlog-config.schema.json',
  generate() {
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'Chat Log',
      ...section('How chat logs of this workspace are checked. Settings of the same names in the editor win.', {
        rules: section(
          'The severity of each rule, or “off”.',
          Object.fromEntries(
            rules.map(({ id, title, severity }) => [
              id,
              {
                enum: ['error', 'warning', 'info', 'hint', 'off'],
                description: `${title} (${severity} where nothing is set)`,
              },
            ]),
          ),
        ),
        images: section('Pictures in logs.', {
          folders: {
            ...keys,
            description: 'The local folder for each prefix of a picture’s address; relative ones count from this file.',
            additionalProperties: text,
          },
        }),
        frontMatter: section('Front matter of logs.', {
          requiredKeys: {
            type: ['array', 'null'],
            description: 'The keys that front matter must have.',
            items: text,
          },
        }),
        files: section('Which files are logs.', {
          patterns: {
            type: ['array', 'null'],
            description: 'Further files that are chat logs, as globs that count from this file.',
            items: text,
          },
        }),
        speakers: {
          ...keys,
          description: 'The names that one person goes by in all logs: the name to show, and the others.',
          additionalProperties: { type: ['array', 'null'], items: text },
        },
      }),
    };
    return `${JSON.stringify(schema, undefined, 2)}\n`;
  },
};
