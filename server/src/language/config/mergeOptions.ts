import { defaultLintOptions, type LintOptions } from '../lint/engine.js';
import { type Config, emptyConfig } from './config.js';

/** Several configurations as one; the later ones win, rule by rule and folder by folder, while a list is taken whole. */
export function mergeConfigs(...configs: readonly Config[]): Config {
  return Object.assign({}, emptyConfig, ...configs, {
    severities: Object.assign({}, ...configs.map(({ severities }) => severities)),
    imageFolders: Object.assign({}, ...configs.map(({ imageFolders }) => imageFolders)),
  });
}

/** The options for `lint` that follow from configurations, the later ones winning, and from the defaults behind them. */
export function mergeOptions(...configs: readonly Config[]): LintOptions {
  const { severities, imageFolders, requiredKeys = defaultLintOptions.requiredKeys } = mergeConfigs(...configs);
  return { ...defaultLintOptions, severities, imageFolders, requiredKeys };
}
