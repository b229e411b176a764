import { config, t } from '@vscode/l10n';
import simplifiedChinese from '../../../l10n/bundle.l10n.zh-cn.json';
import type { Text } from '../language/index.js';

/**
 * Sets the language of all texts of this process. `locale` is a language tag such as `zh-CN`, or a POSIX one such as
 * `zh_CN.UTF-8`; Chinese in simplified characters where it names that, English for everything else.
 */
export function setLocale(locale: string | undefined): void {
  const tag = (locale ?? '').toLowerCase().replace(/\..*$/, '').replaceAll('_', '-');
  const simplified = /^zh(?!-(tw|hk|mo|hant))/.test(tag);
  config({ contents: simplified ? simplifiedChinese : {} });
}

/** The text in the language that is set. */
export function say(text: Text): string {
  return typeof text === 'string' ? text : t(text.template, ...text.values);
}
