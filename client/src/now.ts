/** The moment on the user's clock, as the server takes it. */
export interface Now {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Seconds since midnight. */
  readonly seconds: number;
}

export function now(): Now {
  const date = new Date();
  const pair = (value: number): string => String(value).padStart(2, '0');
  return {
    day: `${date.getFullYear()}-${pair(date.getMonth() + 1)}-${pair(date.getDate())}`,
    seconds: date.getHours() * 3600 + date.getMinutes() * 60 + date.getSeconds(),
  };
}
