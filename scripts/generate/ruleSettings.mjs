import { rules } from '../../server/src/language/index.ts';

/** @type {import('../generate.mjs').Generator} The setting of each rule in `package.json`; the other settings stay. */
export const ruleSettings = {
  path: 'package.json',
  generate(current) {
    const manifest = JSON.parse(current);
    const { configuration } = manifest.contributes;
    const others = Object.entries(configuration.properties).filter(([name]) => !name.startsWith('chatlog.rules.'));
    const own = rules.map(({ id, severity }) => [
      `chatlog.rules.${id}`,
      {
        type: 'string',
        enum: ['default', 'error', 'warning', 'info', 'hint', 'off'],
        enumDescriptions: [`%severity.${severity}%`],
        default: 'default',
        scope: 'resource',
        markdownDescription: `%rule.${id}%`,
      },
    ]);
    configuration.properties = Object.fromEntries([...others, ...own]);
    return `${JSON.stringify(manifest, undefined, 2)}\n`;
  },
};

/**
 * What each rule's setting says of it: the rule's own title, in the language of the file.
 *
 * @param {string} path
 * @param {string | undefined} bundle
 * @returns {import('../generate.mjs').Generator}
 */
const descriptions = (path, bundle) => ({
  path,
  generate(current, read) {
    const translations = bundle === undefined ? {} : JSON.parse(read(bundle));
    const others = Object.entries(JSON.parse(current)).filter(([key]) => !key.startsWith('rule.'));
    const own = rules.map(({ id, title }) => [`rule.${id}`, translations[title] ?? title]);
    return `${JSON.stringify(Object.fromEntries([...others, ...own]), undefined, 2)}\n`;
  },
});

/** @type {readonly import('../generate.mjs').Generator[]} */
export const ruleDescriptions = [
  descriptions('package.nls.json', undefined),
  descriptions('package.nls.zh-cn.json', 'l10n/bundle.l10n.zh-cn.json'),
];
