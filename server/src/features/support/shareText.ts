/** What part of a whole something is, in percent: with one decimal below ten. */
export function shareText(part: number, whole: number): string {
  const percent = (100 * part) / whole;
  return `${percent < 10 ? Math.round(percent * 10) / 10 : Math.round(percent)} %`;
}
