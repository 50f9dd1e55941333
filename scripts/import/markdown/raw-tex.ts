/** TeX in Markdown. In: text. Out: text without commands that only lay out pages, and with raw blocks for other formats set aside in comments. */

import type { Report } from './diagnostics.ts';
import { mask } from './mask-code.ts';

const layout =
  /^(?:\\(?:newpage|clearpage|cleardoublepage|pagebreak|bigskip|medskip|smallskip|noindent|indent|hfill|vfill|par|maketitle|tableofcontents|frontmatter|mainmatter|backmatter|appendix|null|centering|raggedright|onehalfspacing|singlespacing|doublespacing)(?![A-Za-z])(?:\[\d?\])?(?:\{\})?|\\(?:vspace|hspace|vskip|thispagestyle|pagestyle|pagenumbering|setcounter|addtocounter)\*?(?:\{[^{}\n]{0,60}\}){1,2}|\\(?:begin|end)\{(?:center|flushright|flushleft|centering)\})\s*$/;

/** Leaves layout out, each with a hint. Other commands stay where they are, to be seen. */
export function rewriteTex(text: string, report: Report): string {
  if (!/\\[A-Za-z]|\{=[a-z]/.test(text)) return text;
  const rows = text.split('\n');
  const masked = mask(text).split('\n');
  let fence: { readonly marks: string; readonly format: string } | undefined;
  const made = rows.map((row, at) => {
    const line = at + 1;
    const opened = fence ? undefined : /^ {0,3}(`{3,}|~{3,})[ \t]*\{=([A-Za-z0-9_-]{1,30})\}[ \t]*$/.exec(row);
    if (opened) {
      fence = { marks: opened[1] ?? '', format: opened[2] ?? '' };
      const isHtml = /^html[45]?$/.test(fence.format);
      if (!isHtml)
        report({ rule: 'import-left-out', line, what: `Left out: a raw block for ${fence.format}, kept as a comment` });
      return isHtml ? '' : '<!--';
    }
    if (fence) {
      const isEnd = row.trim().startsWith(fence.marks) && /^[ \t]*[`~]+[ \t]*$/.test(row);
      const isHtml = /^html[45]?$/.test(fence.format);
      if (!isEnd) return isHtml ? row : row.replaceAll('-->', '-- >');
      fence = undefined;
      return isHtml ? '' : '-->';
    }
    const bare = (masked[at] ?? '').trim();
    if (layout.test(bare)) {
      report({ rule: 'import-left-out', line, what: `Left out: “${row.trim().slice(0, 40)}”, which lays out pages` });
      return '';
    }
    const command = /\\(?:[A-Za-z]{2,30})(?=[{[\\\s]|$)/.exec(bare)?.[0];
    if (command !== undefined)
      report({
        rule: 'import-left-out',
        line,
        what: `“${command}” is TeX, which the press does not read; it stays as typed`,
      });
    return row;
  });
  return made.join('\n');
}
