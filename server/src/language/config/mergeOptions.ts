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
  const merged = mergeConfigs(...configs);
  const { severities, imageFolders } = merged;
  const { requiredKeys, speakers } = { ...defaultLintOptions, ...merged };
  return { ...defaultLintOptions, severities, imageFolders, requiredKeys, speakers };
}
