/**
 * Stands in for EJS where epub-gen-memory asks for it. In: a template's text and its data. Out: what it prints.
 * The press's own are compiled already; EJS compiles an author's.
 */
import { render as renderText } from 'ejs';
import { compiledTemplate } from './press-templates.ts';

const references: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': '#34', "'": '#39' };

/** As EJS escapes where it is told nothing else. */
const escapeXml = (value: unknown): string =>
  String(value ?? '').replace(/[&<>"']/g, (mark) => `&${references[mark]};`);

/** Prints a template. */
export const render: (text: string, data: Readonly<Record<string, unknown>>) => string = (text, data) =>
  compiledTemplate(text)?.(data, escapeXml) ?? renderText(text, data);
