/** The extension's version, put in by the bundler from `package.json`. */
declare const VERSION: string;
