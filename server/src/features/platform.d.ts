// Of what platforms offer, this layer uses only what Node and browser workers share, and what depends on nothing.
declare class URL {
  constructor(address: string, base?: string);
  static canParse(address: string, base?: string): boolean;
  readonly href: string;
  readonly protocol: string;
  readonly host: string;
}
