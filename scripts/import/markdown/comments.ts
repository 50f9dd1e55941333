/** HTML’s comments. In: text. Out: the text with blanks in their place, line by line; one that never closes is text. */
export function withoutComments(text: string): string {
  const parts: string[] = [];
  let done = 0;
  for (let at = text.indexOf('<!--'); at !== -1; at = text.indexOf('<!--', done)) {
    const end = text.indexOf('-->', at + 4);
    if (end === -1) break;
    parts.push(text.slice(done, at), text.slice(at, end + 3).replace(/[^\n]/g, ''));
    done = end + 3;
  }
  parts.push(text.slice(done));
  return parts.join('');
}
