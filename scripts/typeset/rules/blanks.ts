/** Whether the character at `at` is white space on a line, breaking or not: a hard line break is none. */
export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 10 || code === 9 || code === 0xa0 || code === 0x202f || code === 0x2009;
}
