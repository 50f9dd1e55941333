/**
 * Stands in for EJS where epub-gen-memory asks for it. In: a template's text and its data. Out: what it prints.
 * The press's own are compiled already; EJS compiles an author's.
 */
import { escapeXML, render as renderText } from 'ejs';
import { compiledTemplate } from './press-templates.ts';

/** Prints a template. */
export const render: (text: string, data: Readonly<Record<string, unknown>>) => string = (text, data) =>
  compiledTemplate(text)?.(data, escapeXML) ?? renderText(text, data);
