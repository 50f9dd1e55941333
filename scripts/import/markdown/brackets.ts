/** Pairs square brackets. In: masked text. Out: where each opening one is closed; brackets pair within a paragraph only. */
export function bracketsOf(masked: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  let open: number[] = [];
  for (let at = 0; at < masked.length; at++) {
    const sign = masked[at];
    if (sign === '[') open.push(at);
    else if (sign === ']') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, at);
    } else if (sign === '\n' && /\n[ \t]*\n/y.test(masked.slice(at, at + 200))) open = [];
  }
  return pairs;
}

/** The line (from 1) of each of some places, which ascend. */
export function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    for (; counted < at; counted++) if (text.charCodeAt(counted) === 10) line++;
    return line;
  };
}
